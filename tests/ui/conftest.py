"""A screen without a display, and a pilot that plays by the names on it."""

import os
import time

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game import i18n
from game.ui.events import CODES
from game.ui.scene import Scene, Widget
from game.ui.scenes.working import WorkingScene
from game.ui.window import Window


class Clock:
    """A clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Pilot:
    """Drives a real window through posted events, by the names of its widgets."""

    def __init__(self, window: Window, clock: Clock | None = None) -> None:
        self.window = window
        self.clock = clock
        self.step()

    @property
    def scene(self) -> Scene:
        """Give the scene on top."""
        return self.window.scene

    def names(self) -> list[str]:
        """Name every widget that can be seen."""
        return [widget.name for widget in self.scene.all_widgets()]

    def widget(self, name: str) -> Widget:
        """Find a widget by name; say what there is when it is missing."""
        found = self.scene.find(name)
        assert found is not None, f"no {name!r} on {self.scene.title!r}: {self.names()}"
        return found

    def step(self, turns: int = 1, seconds: float = 0.0) -> None:
        """Take turns of the loop, each after some time."""
        for _turn in range(turns):
            if self.clock is not None:
                self.clock.now += seconds
            if self.window.running:
                self.window.step()

    def settle(self) -> None:
        """Let every animation come to its end."""
        for _turn in range(200):
            if not self.window.running or not self.scene.animations:
                return
            self.step(1, 0.1)

    def _post(self, kind: int, **what: Any) -> None:
        pygame.event.post(pygame.event.Event(kind, **what))

    def point(self, kind: int, pos: tuple[int, int]) -> None:
        """Post one mouse event."""
        if kind == pygame.MOUSEMOTION:
            self._post(kind, pos=pos, rel=(0, 0), buttons=(1, 0, 0), touch=False)
        else:
            self._post(kind, pos=pos, button=1, touch=False)
        self.step()

    def press(self, name: str) -> None:
        """Press a widget with the pointer."""
        widget = self.widget(name)
        for parent in self.scene.all_widgets():
            if parent is not widget and widget in list(parent.walk()):
                parent.reveal(widget)
        if self.clock is not None:
            self.clock.now += 1
        pos = self.widget(name).rect.center
        self.point(pygame.MOUSEBUTTONDOWN, pos)
        self.point(pygame.MOUSEBUTTONUP, pos)
        self.step()

    def type(self, text: str) -> None:
        """Type text, letter by letter."""
        for letter in text:
            self._post(pygame.KEYDOWN, key=_code(letter.lower()), mod=0, unicode=letter, scancode=0)
            self._post(pygame.TEXTINPUT, text=letter)
            self.step()

    def key(self, name: str) -> None:
        """Press a key: "enter", "ctrl+z", "shift+tab", "1"."""
        *mods, key = (
            name.split("+") if not name.endswith("+") else [*name[:-1].split("+")[:-1], "+"]
        )
        mod = sum(
            {"ctrl": pygame.KMOD_LCTRL, "shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}[m]
            for m in mods
        )
        letter = key if len(key) == 1 and "ctrl" not in mods else ""
        self._post(pygame.KEYDOWN, key=_code(key), mod=mod, unicode=letter, scancode=0)
        self._post(pygame.KEYUP, key=_code(key), mod=mod, unicode=letter, scancode=0)
        self.step()

    def drag(self, start: str, end: str | tuple[int, int], steps: int = 6) -> None:
        """Drag a widget onto another one, or onto a point."""
        begin = self.widget(start).rect.center
        target = end if isinstance(end, tuple) else self.widget(end).rect.center
        self.point(pygame.MOUSEBUTTONDOWN, begin)
        for at in range(1, steps + 1):
            x = begin[0] + (target[0] - begin[0]) * at // steps
            y = begin[1] + (target[1] - begin[1]) * at // steps
            self.point(pygame.MOUSEMOTION, (x, y))
        self.point(pygame.MOUSEBUTTONUP, target)
        self.step()

    def shot(self, path: Path | str) -> None:
        """Save what is on the screen."""
        pygame.image.save(self.window.screen, str(path))


def worked(screen: Pilot) -> None:
    """Wait until nothing is being done beside the window any more."""
    until = time.monotonic() + 30
    while isinstance(screen.scene, WorkingScene):
        assert time.monotonic() < until, screen.names()
        time.sleep(0.01)
        screen.step(1, 0.1)


def _code(key: str) -> int:
    if key in CODES:
        return CODES[key]
    if key == " ":
        return pygame.K_SPACE
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return pygame.K_F1 + int(key[1:]) - 1
    return ord(key[0])


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    i18n.use("nl")
    yield
    i18n.use("nl")


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still."""
    return Clock()


@pytest.fixture
def pilot(clock: Clock) -> Callable[..., Pilot]:
    """Open a window with a scene: pilot(scene, size=(1280, 720)) -> Pilot."""

    def opened(
        scene: Scene,
        size: tuple[int, int] = (1280, 720),
        *,
        motion: bool = True,
        text_size: int = 100,
    ) -> Pilot:
        window = Window(size, clock=clock, motion=motion, text_size=text_size)
        pygame.event.clear()
        window.start(scene)
        return Pilot(window, clock)

    return opened
