"""A display of our own for every run, and a game in its window."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.display import NoDisplay, need, virtual_display
from tests.e2e.driver import SIZE, Game


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Start an X server with an international keyboard."""
    try:
        need("Xvfb", "xdotool", "setxkbmap")
        with virtual_display(SIZE) as name:
            keyboard = ["setxkbmap", "-display", name, "us", "-variant", "intl"]
            subprocess.run(keyboard, check=True, capture_output=True)
            yield name
    except NoDisplay as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def game(display: str, tmp_path: Path) -> Iterator[Game]:
    """Give a game that is not started yet."""
    game = Game(display, tmp_path)
    yield game
    game.kill()
