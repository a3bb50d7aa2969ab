"""What a frame takes, in a real window: a drag and a typed letter; run as its own process."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pygame

from game.table import Table
from game.ui.scene import Scene
from game.ui.scenes import route
from game.ui.window import Window
from tests.bench import sample

SIZE = (1920, 1080)
ROUNDS = 200
BATCH = 20
TYPED = "De buren kennen elkaar hier al jaren, en wie nieuw is wordt er gewoon bij gevraagd. "


def _post(kind: int, **what: object) -> None:
    pygame.event.post(pygame.event.Event(kind, what))


def _move(pos: tuple[int, int]) -> None:
    _post(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(1, 0, 0), touch=False)


def _median(action: Callable[[int], None], batch: range) -> float:
    taken = []
    for number in batch:
        began = time.perf_counter()
        action(number)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _pairs(ours: Callable[[int], None], floor: Callable[[int], None]) -> list[tuple[float, float]]:
    """Measure ours and the floor in turn, a small batch of frames at a time."""
    batches = [range(start, start + BATCH) for start in range(0, ROUNDS, BATCH)]
    return [(_median(ours, batch), _median(floor, batch)) for batch in batches]


def _rectangle(window: Window, size: tuple[int, int]) -> Callable[[int], None]:
    """Make the floor: fill a rectangle, and send only that to the screen."""
    rect = pygame.Rect((window.screen.get_width() - size[0], 0), size)

    def update(number: int) -> None:
        pygame.event.get()
        window.screen.fill((number % 255, 240, 240), rect)
        pygame.display.update(rect)

    return update


def _opened(window: Window, folder: Path, path: Path) -> Scene:
    scene = route.scene(sample.venue(folder), Table.open(path).table)
    window.start(scene)
    for _turn in range(5):
        window.step(0.02)
    return window.scene


def drag(window: Window, folder: Path) -> list[tuple[float, float]]:
    """Drag a card of the hand about."""
    scene = _opened(window, folder, sample.before("card.played", folder, "hand"))
    card = next(w for w in scene.all_widgets() if w.draggable)
    x, y = card.rect.center
    floor = _rectangle(window, card.rect.size)
    _post(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False)
    window.step()
    for step in range(1, 4):
        _move((x + step * 8, y))
        window.step()
    # The floor drew over the picture; what follows is measured on a whole one.
    window.relayout()

    def frame(number: int) -> None:
        _move((x + 30 + number * 2 % 300, y + number % 120))
        window.step()

    pairs = _pairs(frame, floor)
    _post(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False)
    window.step()
    window.close()
    return pairs


def typing(window: Window, folder: Path) -> list[tuple[float, float]]:
    """Type a reason, letter by letter."""
    scene = _opened(window, folder, sample.before("position.restated", folder, "argue"))
    size = (window.look.px(330), window.look.px(460))
    for name in ("c", "enter"):
        code = pygame.K_RETURN if name == "enter" else ord(name)
        _post(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0)
        window.step()
    scene.focus_on("reason")
    floor = _rectangle(window, size)

    def letter(number: int) -> None:
        typed = TYPED[number % len(TYPED)]
        _post(pygame.KEYDOWN, key=ord(typed.lower()), mod=0, unicode=typed, scancode=0)
        _post(pygame.TEXTINPUT, text=typed)
        window.step()

    pairs = _pairs(letter, floor)
    assert len(scene.texts[_reason(scene)].text) >= ROUNDS
    window.close()
    return pairs


def _reason(scene: Scene) -> str:
    return next(name for name in scene.texts if name.endswith("reason"))


def main(folder: Path) -> None:
    """Print what was measured as one JSON object."""
    measured = {}
    for name, measure in (("drag", drag), ("letter", typing)):
        window = Window(SIZE)
        measured[name] = measure(window, folder)
    print(json.dumps(measured))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
