"""The words of a card: title, text and note, which grow with the text size as one."""

import pygame

from game.core.frozen import dataclass, replace
from game.ui.look import Look

STEP = 5
"""By how much the words are tried smaller, in percent."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the words of a card are where all of them fit, in units."""

    title: float
    text: float
    smallest: int
    """Of the title; a text that is long may become smaller still."""
    share: int = 50
    """Most of the height that the title takes beside a text, in percent."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words with their sizes in units, broken into lines."""

    title: float
    title_lines: tuple[str, ...]
    text: float
    text_lines: tuple[str, ...]
    note: float

    @property
    def whole(self) -> bool:
        """Whether nothing was cut off."""
        cut = (lines and lines[-1].endswith("…") for lines in (self.title_lines, self.text_lines))
        return not any(cut)

    def height(self, look: Look, gap: int) -> int:
        """Tell the height of title and text, in pixels."""
        high = len(self.title_lines) * look.line_height(self.title) + gap
        return high + (len(self.text_lines) * look.line_height(self.text) if self.text else 0)


def note_height(look: Look, units: float) -> int:
    """Tell the height of a note with the room above it, in pixels."""
    return look.line_height(units) + look.px(12)


def note_side(look: Look, units: float, picture: bool) -> int:
    """Tell what the pictogram before a note takes, in pixels."""
    return look.font_px(units * 1.2) + look.px(12) if picture else 0


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card, and the room for it in pixels."""

    title: str
    text: str
    note: str
    pictured: bool
    """Whether a pictogram stands before the note."""
    room: tuple[int, int]
    gap: int
    """Between title and text, in pixels."""

    def fitted(self, look: Look, sizes: Sizes, note: float) -> Words:
        """Give the words as large as the card lets them be, and never smaller than at 100 %."""
        plain = look.plain
        found = self._fit(plain, sizes, note)
        if plain is look:
            return found
        back = 100 / look.text_size
        found = replace(
            found, title=found.title * back, text=found.text * back, note=found.note * back
        )
        for percent in range(look.text_size, 100, -STEP) if found.whole else ():
            for title in (percent, (percent + 100) // 2, 100):
                tried = self._grown(look, found, title / 100, percent / 100)
                if tried is not None:
                    return tried
        return found

    def _fit(self, look: Look, sizes: Sizes, note: float) -> Words:
        wide, high = self.room
        if self.note:
            note = look.snug(self.note, note, wide - note_side(look, note, self.pictured))
            high -= note_height(look, note)
        most = high * (sizes.share if self.text else 100) // 100
        title, lines = look.fit(
            self.title, sizes.title, wide, most, bold=True, smallest=sizes.smallest
        )
        if not self.text:
            return Words(title, lines, 0, (), note)
        left = max(0, high - len(lines) * look.line_height(title) - self.gap)
        text, told = look.fit(self.text, sizes.text, wide, left, smallest=min(18, sizes.smallest))
        return Words(title, lines, text, told, note)

    def _grown(self, look: Look, small: Words, title: float, text: float) -> Words | None:
        """Give the words that much larger; None where a card has no room for them."""
        wide, high = self.room
        large = replace(
            small, title=small.title * title, text=small.text * text, note=small.note * text
        )
        if self.note:
            taken = note_side(look, large.note, self.pictured)
            if look.width(self.note, large.note) > wide - taken:
                snug = look.snug(self.note, large.note, wide - taken)
                fits = look.width(self.note, snug) <= wide - taken
                large = replace(large, note=max(small.note, snug) if fits else small.note)
            high -= note_height(look, large.note)
        broken = title > 1 and any(
            look.width(word, large.title, True) > wide for word in self.title.split()
        )
        if broken or any(look.width(word, large.text) > wide for word in self.text.split()):
            return None
        large = replace(
            large,
            title_lines=look.wrap(self.title, large.title, wide, bold=True),
            text_lines=look.wrap(self.text, large.text, wide) if self.text else (),
        )
        return large if large.height(look, self.gap if self.text else 0) <= high else None


def draw_words(
    surface: pygame.Surface, look: Look, words: Words, inside: pygame.Rect, gap: int
) -> None:
    """Draw title and text from the top of a rectangle."""
    ink = look.theme.ink
    covered = look.draw_lines(surface, words.title_lines, words.title, ink, inside, bold=True)
    if words.text_lines:
        room = pygame.Rect(inside.left, covered.bottom + gap, inside.width, 0)
        room.height = max(0, inside.bottom - room.top)
        look.draw_lines(surface, words.text_lines, words.text, ink, room)
