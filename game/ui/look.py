"""Units to pixels, fonts, and the one place where text is measured and rendered."""

import unicodedata
from collections import OrderedDict
from functools import lru_cache

import pygame
from fontpkg_atkinson_hyperlegible import ROOT

from game.ui import breaks
from game.ui.theme import LIGHT, Colour, Theme

WIDTH, HEIGHT = 1920, 1080
SMALLEST_TEXT = 14
SMALLEST_TARGET = 44
_TEXT_BYTES = 10_000_000
_BOX = "\u25a1"
_LIGATURES = {"\u0132": "IJ", "\u0133": "ij"}
_DROPPED = frozenset("\u200d\ufe0e\ufe0f\u20e3\u00ad")


@lru_cache(32)
def _font(bold: bool, size: int) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    name = f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf"
    return pygame.font.Font(str(ROOT / "files" / name), size)


def clean(text: str) -> str:
    """Leave what can be drawn: NFC, no controls or bidi overrides, a box for emoji."""
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(character)
        if character in _DROPPED or kind in ("Cc", "Cf", "Cs", "Co"):
            if character in "\t\n\r":
                kept.append(" ")
        elif kind == "Sk" and character > "\uffff":
            continue
        elif kind in ("Zl", "Zp", "Zs"):
            kept.append("\u00a0" if character in "\u00a0\u202f" else " ")
        elif character > "\uffff" or (kind == "So" and character > "\u00ff"):
            kept.append(_BOX)
        else:
            kept.append(_LIGATURES.get(character, character))
    return "".join(kept)


class Look:
    """How big things are in this window, and its text."""

    def __init__(
        self, size: tuple[int, int] = (WIDTH, HEIGHT), text_size: int = 100, theme: Theme = LIGHT
    ) -> None:
        self.size = size
        self.width_px, self.height_px = size
        self.text_size = text_size
        self.theme = theme
        self.scale = min(size[0] / WIDTH, size[1] / HEIGHT)
        self.rendered = 0
        self._plain: Look | None = None
        self._surfaces: OrderedDict[tuple[str, int, bool, Colour], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._wrapped: dict[tuple[str, int, int, bool, int | None], tuple[str, ...]] = {}
        self._fitted: dict[tuple[object, ...], tuple[float, tuple[str, ...]]] = {}

    def px(self, units: float) -> int:
        """Turn units into real pixels, at least one."""
        return max(1, round(units * self.scale))

    @property
    def plain(self) -> "Look":
        """The same window with texts of 100 %, which nothing may be smaller than."""
        if self.text_size <= 100:
            return self
        if self._plain is None:
            self._plain = Look(self.size, 100, self.theme)
        return self._plain

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """Turn a rectangle in units into real pixels; 1920x1080 fills any window."""
        across, down = self.width_px / WIDTH, self.height_px / HEIGHT
        left, top = round(x * across), round(y * down)
        right, bottom = round((x + w) * across), round((y + h) * down)
        return pygame.Rect(left, top, max(1, right - left), max(1, bottom - top))

    def font_px(self, units: float) -> int:
        """Turn a text size in units into a font size in pixels."""
        return max(SMALLEST_TEXT, round(units * self.scale * self.text_size / 100))

    def target(self) -> int:
        """Give the smallest side of anything that can be pressed."""
        return SMALLEST_TARGET

    def shows(self, text: str) -> bool:
        """Tell whether every letter can be drawn, and none as a box."""
        drawn = clean(text)
        if drawn.isascii():
            return True
        # The font tells only the measures of what it draws; so large, no letter has those of a box.
        measures = _font(False, 200).metrics(_BOX + drawn)
        return measures[0] not in measures[1:]

    # text, one line

    def text(
        self, text: str, units: float, colour: Colour, *, bold: bool = False
    ) -> pygame.Surface:
        """Render one line, or take it from the cache."""
        size = self.font_px(units)
        key = (text, size, bold, colour)
        found = self._surfaces.get(key)
        if found is not None:
            self._surfaces.move_to_end(key)
            return found
        self.rendered += 1
        surface = _font(bold, size).render(clean(text), True, colour)
        self._surfaces[key] = surface
        self._bytes += surface.get_width() * surface.get_height() * 4
        while self._bytes > _TEXT_BYTES and len(self._surfaces) > 1:
            _, old = self._surfaces.popitem(last=False)
            self._bytes -= old.get_width() * old.get_height() * 4
        return surface

    def width(self, text: str, units: float, bold: bool = False) -> int:
        """Measure one line, in pixels."""
        return _measure(clean(text), self.font_px(units), bold)

    def line_height(self, units: float) -> int:
        """Give the distance between two lines, in pixels."""
        return round(self.font_px(units) * 1.32)

    def cut(self, text: str, units: float, width: int, bold: bool = False) -> str:
        """Cut one line with an ellipsis where it does not fit."""
        # Of a very long text, more than could ever fit is not even measured.
        return breaks.cut(clean(text[: 4 * width]), width, self._measure(units, bold))

    def snug(self, text: str, units: float, width: int, bold: bool = False) -> float:
        """Give the size at which one line fits: a little smaller, but never below 14 px."""
        whole = self.font_px(units)
        lowest = min(whole, max(SMALLEST_TEXT, round(units * self.scale * 0.8)))
        line = clean(text)
        for size in range(whole, lowest, -1):
            if _measure(line, size, bold) <= width:
                return units if size == whole else self._units(size)
        return units if lowest == whole else self._units(lowest)

    def _units(self, size: int) -> float:
        """Turn a font size in pixels back into units."""
        return size * 100 / (self.scale * self.text_size)

    # text, many lines

    def wrap(
        self,
        text: str,
        units: float,
        width: int,
        *,
        bold: bool = False,
        max_lines: int | None = None,
    ) -> tuple[str, ...]:
        """Break text into lines; what exceeds max_lines ends in an ellipsis."""
        key = (text, self.font_px(units), width, bold, max_lines)
        if key not in self._wrapped:
            if len(self._wrapped) > 2000:
                self._wrapped.clear()
            paragraphs = tuple(clean(part) for part in text.split("\n"))
            self._wrapped[key] = breaks.wrap(
                paragraphs, width, self._measure(units, bold), max_lines
            )
        return self._wrapped[key]

    def height(
        self,
        text: str,
        units: float,
        width: int,
        *,
        bold: bool = False,
        max_lines: int | None = None,
    ) -> int:
        """Measure the height of wrapped text, in pixels."""
        lines = self.wrap(text, units, width, bold=bold, max_lines=max_lines)
        return len(lines) * self.line_height(units)

    def fit(
        self,
        text: str,
        units: float,
        width: int,
        height: int,
        *,
        bold: bool = False,
        smallest: int = 20,
    ) -> tuple[float, tuple[str, ...]]:
        """Find the largest size at which the text fits; else cut it at the smallest.

        In the same room it is never smaller than where the text size is 100 %.
        """
        key = (text, units, width, height, bold, smallest)
        if key not in self._fitted:
            if len(self._fitted) > 500:
                self._fitted.clear()
            self._fitted[key] = self._fit(text, units, (width, height), bold, smallest)
        return self._fitted[key]

    def _fit(
        self, text: str, units: float, room: tuple[int, int], bold: bool, smallest: int
    ) -> tuple[float, tuple[str, ...]]:
        width, height = room
        words = clean(text).split()
        # Larger letters are a wish; text that is whole comes before it.
        largest = self.font_px(units)
        least = min(largest, max(SMALLEST_TEXT, round(smallest * self.scale)))
        # A whole word a little smaller reads better than a broken one a little larger.
        gentle = min(largest, max(least, round(units * self.scale * 0.62)))
        for whole, lowest in ((True, gentle), (False, least)):
            low, high = lowest, largest
            best: tuple[float, tuple[str, ...]] | None = None
            # Most texts fit as they are, and every size that is tried loads a font.
            middle = largest
            while low <= high:
                size = units if middle == largest else self._units(middle)
                lines = self.wrap(text, size, width, bold=bold)
                fits = len(lines) * self.line_height(size) <= height and not (
                    whole and any(_measure(word, middle, bold) > width for word in words)
                )
                if fits:
                    best, low = (size, lines), middle + 1
                else:
                    high = middle - 1
                middle = (low + high) // 2
            if best is not None:
                return best
        size = self._units(least)
        most = max(1, height // self.line_height(size))
        return size, self.wrap(text, size, width, bold=bold, max_lines=most)

    def draw_text(
        self,
        surface: pygame.Surface,
        text: str,
        units: float,
        colour: Colour,
        rect: pygame.Rect,
        *,
        bold: bool = False,
        align: str = "left",
        valign: str = "top",
        max_lines: int | None = None,
    ) -> pygame.Rect:
        """Wrap and draw text inside a rectangle and return what it covered."""
        most = max(1, (rect.height + self.line_height(units) // 4) // self.line_height(units))
        if max_lines is not None:
            most = min(most, max_lines)
        lines = self.wrap(text, units, rect.width, bold=bold, max_lines=most)
        return self.draw_lines(
            surface, lines, units, colour, rect, bold=bold, align=align, valign=valign
        )

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
        """Draw lines that were wrapped before and return what they covered."""
        step = self.line_height(units)
        total = step * len(lines)
        top = {"top": rect.top, "middle": rect.centery - total // 2, "bottom": rect.bottom - total}
        y = top[valign]
        covered = pygame.Rect(rect.left, y, 0, total)
        for line in lines:
            if line:
                image = self.text(line, units, colour, bold=bold)
                w, h = image.get_size()
                left = {"left": rect.left, "center": rect.centerx - w // 2, "right": rect.right - w}
                spot = surface.blit(image, (left[align], y + (step - h) // 2))
                covered.union_ip(pygame.Rect(left[align], y, w, step) if w else spot)
            y += step
        return covered

    def draw_digits(
        self,
        surface: pygame.Surface,
        text: str,
        units: float,
        colour: Colour,
        left_top: tuple[int, int],
        *,
        bold: bool = False,
    ) -> int:
        """Draw a changing number letter by letter, all of them cached; return its width."""
        left, top = left_top
        x = left
        for letter in text:
            # Every digit gets the same room, or a clock would shake.
            room = self.width("0" if letter.isdigit() else letter, units, bold)
            image = self.text(letter, units, colour, bold=bold)
            surface.blit(image, (x + (room - image.get_width()) // 2, top))
            x += room
        return x - left

    def digits_width(self, text: str, units: float, bold: bool = False) -> int:
        """Measure what `draw_digits` takes, in pixels."""
        return sum(self.width("0" if c.isdigit() else c, units, bold) for c in text)

    def _measure(self, units: float, bold: bool) -> breaks.Measure:
        size = self.font_px(units)
        return lambda text: _measure(text, size, bold)


@lru_cache(8192)
def _measure(text: str, size: int, bold: bool) -> int:
    return _font(bold, size).size(text)[0]
