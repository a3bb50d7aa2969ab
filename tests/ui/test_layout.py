"""Nothing overlaps, leaves the window, or gets too small, on any screen at any size."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pygame
import pytest

from game import i18n
from game.ui.look import SMALLEST_TARGET, SMALLEST_TEXT, _font, clean
from game.ui.scene import Scene
from tests.ui.golden.evening import Evening
from tests.ui.golden.shots import SHOTS, Shot, opened
from tests.ui.spy import SpyLook, no_paint, spied, visible
from tests.ui.stress import MARK, Strained

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
LANGUAGES = ("nl", "en")
TEXT_SIZES = (100, 160)
SCREENS = [s for s in SHOTS if s.language == "nl" and s.text_size == 100 and not s.contrast]
TOUCH = 2
"""Pixels by which two things may touch."""


@pytest.mark.parametrize("evening", [Evening(), Strained()], ids=["plain", "strained"])
@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: str(shot.name))
def test_a_screen_holds_together(shot: Shot, evening: Evening, tmp_path: Path) -> None:
    wrong: list[str] = []
    strained = isinstance(evening, Strained)
    with opened(shot, tmp_path, evening=evening) as pilot, no_paint():
        scene = pilot.scene
        for language, size, text_size in product(LANGUAGES, SIZES, TEXT_SIZES):
            i18n.use(language)
            look = spied(scene, size, text_size)
            where = f"{language} {size[0]}x{size[1]} {text_size}%"
            wrong += [f"{where}: {what}" for what in faults(scene, look, strained)]
    assert not wrong, "\n" + "\n".join(wrong)


def faults(scene: Scene, look: SpyLook, strained: bool) -> Iterator[str]:
    """Say everything that is wrong with a screen."""
    yield from _targets(scene)
    yield from _widgets(scene, look)
    yield from _texts(look)
    yield from _letters(look, strained)


def _targets(scene: Scene) -> Iterator[str]:
    """Pressable things are large enough where they can be pressed, and none lies over another."""
    shown = [item for item in visible(scene) if item[0].focusable and all(item[1].size)]
    for (one, seen, within), (other, also, around) in combinations(shown, 2):
        if one in around or other in within:
            continue
        shared = seen.clip(also)
        if min(shared.size) > TOUCH:
            yield f"{one.name} and {other.name} overlap by {shared.w}x{shared.h}"
        elif seen.size == one.rect.size and also.size == other.rect.size:
            # A small one can be pressed just beside it as well, if nothing else is there.
            shared = _area(seen).clip(_area(also))
            if min(shared.size) > TOUCH:
                yield f"{one.name} of {seen.size} is too close to {other.name} of {also.size}"


def _area(rect: pygame.Rect) -> pygame.Rect:
    return rect.inflate(max(0, SMALLEST_TARGET - rect.w), max(0, SMALLEST_TARGET - rect.h))


def _widgets(scene: Scene, look: SpyLook) -> Iterator[str]:
    """Nothing leaves the window but what scrolls."""
    window = pygame.Rect((0, 0), look.size)
    for widget, _seen, within in visible(scene):
        scrolls = any(parent.viewport() is not None for parent in within)
        if not scrolls and not window.contains(widget.rect):
            yield f"{widget.name} leaves the window: {widget.rect}"


def _texts(look: SpyLook) -> Iterator[str]:
    """Every line is in its room, in the window, and over no other line."""
    window = pygame.Rect((0, 0), look.size)
    for line in look.lines:
        if line.rect.w > line.box.w + TOUCH:
            yield f"“{line.text}” is {line.rect.w - line.box.w} wider than its room"
        if line.seen.size != (0, 0) and not window.contains(line.seen.inflate(-2, -2)):
            yield f"“{line.text}” leaves the window: {line.seen}"
        if line.seen.w and line.seen.w < line.rect.w - TOUCH:
            yield f"“{line.text}” is clipped at its side"
    seen = [line for line in look.lines if line.seen.size != (0, 0)]
    for one, other in combinations(seen, 2):
        shared = one.seen.clip(other.seen)
        if min(shared.size) > TOUCH:
            yield f"“{one.text}” and “{other.text}” overlap by {shared.w}x{shared.h}"


def _letters(look: SpyLook, strained: bool) -> Iterator[str]:
    """Letters are large enough, known to the font, and our own words are whole."""
    for text, size in look.texts:
        if size < SMALLEST_TEXT:
            yield f"“{text}” has letters of {size}"
        if None in _font(False, size).metrics(clean(text)):
            yield f"“{text}” has a letter that the font does not know"
    drawn = {line for line, _size in look.texts}
    for line, text in look.shortened.items() if strained else ():
        if line in drawn and MARK not in text.casefold():
            yield f"“{text}” was cut"
