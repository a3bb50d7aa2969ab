"""Starting the part of SDL that shows pictures, and saying so when there is no screen."""

import contextlib
import os
import sys

import pygame


class NoScreen(Exception):
    """No display could be opened."""


def open_display(native: bool = True) -> None:
    """Start only the parts of SDL that are needed.

    Raises:
        NoScreen: there is no display.
    """
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "sferenspel")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
    on_x11 = sys.platform.startswith("linux") and "DISPLAY" in os.environ
    if native and on_x11 and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    try:
        pygame.display.init()
        pygame.font.init()
    except pygame.error as error:
        with contextlib.suppress(pygame.error):
            pygame.display.quit()
        raise NoScreen(str(error)) from error
    # Without a display SDL draws where nobody sees it, unless that was asked for.
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy") and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.display.quit()
        raise NoScreen(driver)
