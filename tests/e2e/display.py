"""A virtual display of our own, on a number that is free, and the tools that drive it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

PACKAGES = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "setxkbmap": "x11-xkb-utils",
}
"""Which Debian package brings which tool."""


class NoDisplay(Exception):
    """There is no virtual display to be had; the text says what to install."""


def need(*tools: str) -> None:
    """Check that tools are there.

    Raises:
        NoDisplay: with the command that installs what is missing.
    """
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        packages = " ".join(dict.fromkeys(PACKAGES[tool] for tool in missing))
        raise NoDisplay(
            f"{' and '.join(missing)} not found. On Debian: apt-get install {packages} "
            "(the e2e tests use xvfb xdotool xclip x11-xkb-utils)."
        )


@contextmanager
def virtual_display(size: tuple[int, int] = (1280, 720)) -> Iterator[str]:
    """Run Xvfb for a while; give its name, such as ":7".

    Raises:
        NoDisplay: Xvfb is not there, or does not start.
    """
    need("Xvfb")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24",
         "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise NoDisplay("Xvfb does not start here.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def plain_environment(display: str) -> dict[str, str]:
    """Give an environment in which the game opens a real window on a display."""
    dropped = ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_FRAMEBUFFER_ACCELERATION")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
