"""Starting the part of SDL that shows pictures, and saying so when there is no screen."""

import contextlib
import os
import sys

import pygame

from game.ui import paint
from game.ui.theme import LIGHT

ICON = 64
"""Side of the icon of the window, in pixels; the desktop makes it smaller."""


class NoScreen(Exception):
    """No display could be opened."""


def open_display(native: bool = True) -> None:
    """Start only the parts of SDL that are needed.

    The window that is opened next has our own icon.

    Raises:
        NoScreen: there is no display.
    """
    # When it is imported, pygame names the class after the script that was started.
    os.environ["SDL_VIDEO_X11_WMCLASS"] = "sferenspel"
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
    if sys.platform.startswith("linux") and not os.environ.get("WAYLAND_DISPLAY"):
        if not os.environ.get("DISPLAY") and not os.environ.get("SDL_VIDEODRIVER"):
            raise NoScreen("no display")
        # Trying one that is not there prints a sentence of another library.
        os.environ.setdefault("SDL_VIDEODRIVER", "x11")
        if native:
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
    pygame.display.set_icon(window_icon())


def window_icon() -> pygame.Surface:
    """Draw the mark of the game, as it stands in the top bar."""
    image = pygame.Surface((ICON, ICON), pygame.SRCALPHA)
    paint.logo(image, image.get_rect().inflate(0, -ICON // 16), LIGHT.logo)
    return image
