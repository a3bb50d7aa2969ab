"""Larger letters make nothing smaller: what is read and pressed keeps at least its size."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.look import Look
from game.ui.scene import Scene, Stage
from game.ui.scenes.column_card import SIZES
from game.ui.theme import Colour
from game.ui.widgets.button import Button
from game.ui.widgets.card_words import CardWords, Sizes
from game.venue import STANDARD
from tests.ui.golden.evening import Evening
from tests.ui.golden.shots import SHOTS, Shot, opened
from tests.ui.spy import ELLIPSIS, SpyLook, no_paint
from tests.ui.tables import venue_in

WINDOWS = ((1920, 1080), (1280, 720))
LARGER = (130, 160)
NAMES = (
    "hand", "read", "propose-hands", "propose-open", "propose-veil", "second", "aspect", "reveal",
    "argue", "argue-first", "argue-form", "fast", "settle-agreed", "settle-carried",
    "settle-differed", "settle-split", "settle-undecided",
)  # fmt: skip
SCREENS = [shot for shot in SHOTS if shot.name in NAMES]


class SizeLook(SpyLook):
    """Remembers of each text, before it was broken into lines, how large it was drawn."""

    def __init__(self, size: tuple[int, int], text_size: int) -> None:
        super().__init__(size, text_size)
        self.whole: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        self.cuts: set[str] = set()

    @property
    def plain(self) -> Look:
        """Give one that remembers in the same place."""
        if self.text_size <= 100:
            return self
        if self._plain is None:
            self._plain = plain = SizeLook(self.size, 100)
            plain.whole = self.whole
        return self._plain

    def _short(self, text: str, line: str) -> None:
        super()._short(text, line)
        self.whole[line] = text

    def wrap(
        self,
        text: str,
        units: float,
        width: int,
        *,
        bold: bool = False,
        max_lines: int | None = None,
    ) -> tuple[str, ...]:
        """Remember which text each line is of."""
        lines = super().wrap(text, units, width, bold=bold, max_lines=max_lines)
        self.whole.update(dict.fromkeys(lines, text))
        return lines

    def draw_lines(
        self,
        surface: pygame.Surface,
        lines: tuple[str, ...],
        units: float,
        colour: Colour,
        rect: pygame.Rect,
        *,
        bold: bool = False,
        align: str = "left",
        valign: str = "top",
    ) -> pygame.Rect:
        """Remember the size of the text that the lines are of."""
        for line in lines:
            text = self.whole.get(line, line)
            self.sizes[text] = self.font_px(units)
            if line.endswith(ELLIPSIS) and not text.endswith(ELLIPSIS):
                self.cuts.add(text)
        return super().draw_lines(
            surface, lines, units, colour, rect, bold=bold, align=align, valign=valign
        )


def measured(scene: Scene, size: tuple[int, int], text_size: int) -> SizeLook:
    """Lay a scene out and draw it, to see how large its texts are."""
    look = SizeLook(size, text_size)
    scene.attach(Stage(look))
    surface = pygame.Surface(size)
    scene.draw(surface, surface.get_rect())
    return look


def _buttons(scene: Scene) -> set[str]:
    return {widget.name for widget in scene.all_widgets() if isinstance(widget, Button)}


def _faults(scene: Scene, size: tuple[int, int]) -> Iterator[str]:
    before = measured(scene, size, 100)
    buttons = _buttons(scene)
    for text_size in LARGER:
        after = measured(scene, size, text_size)
        where = f"{size[0]}x{size[1]} {text_size}%"
        for text, high in before.sizes.items():
            now = after.sizes.get(text, high)
            if now < high:
                yield f"{where}: “{text}” went from {high} to {now}"
        for text in after.cuts & set(before.sizes) - before.cuts:
            yield f"{where}: “{text}” was cut"
        for name in buttons - _buttons(scene):
            yield f"{where}: {name} is gone"


@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: str(shot.name))
def test_nothing_is_smaller_with_larger_letters(shot: Shot, tmp_path: Path) -> None:
    with opened(shot, tmp_path, evening=Evening()) as pilot, no_paint():
        wrong = [fault for size in WINDOWS for fault in _faults(pilot.scene, size)]
    assert not wrong, "\n" + "\n".join(wrong)


def test_the_form_keeps_its_questions(tmp_path: Path) -> None:
    shot = next(shot for shot in SHOTS if shot.name == "argue-form")
    with opened(shot, tmp_path, evening=Evening()) as pilot, no_paint():
        for size in (*WINDOWS, (1024, 640)):
            measured(pilot.scene, size, 160)
            assert {"form-who", "form-where"} <= set(pilot.names()), size


@pytest.mark.parametrize("room", [(660, 600), (350, 330), (230, 220)])
@pytest.mark.parametrize("sizes", [SIZES, Sizes(76, 44, 24)], ids=["column", "spotlight"])
def test_the_words_of_every_card_grow_or_stay(
    room: tuple[int, int], sizes: Sizes, tmp_path: Path
) -> None:
    looks = [Look((1920, 1080), text_size) for text_size in (100, 115, 130, 160)]
    for card in venue_in(tmp_path).deck(STANDARD).activities:
        words = CardWords(card.title, card.text, "Uitleg van Bewoners", True, room, 8)
        found = [(look, words.fitted(look, sizes, 24)) for look in looks]
        least = found[0][1]
        for look, each in found[1:]:
            assert look.font_px(each.title) >= looks[0].font_px(least.title), card.title
            assert look.font_px(each.text) >= looks[0].font_px(least.text), card.title
            assert look.font_px(each.note) >= looks[0].font_px(least.note), card.title
            assert each.height(look, 8) <= max(room[1], least.height(looks[0], 8)), card.title
