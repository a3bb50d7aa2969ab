"""A card of a comparison as a row: its title, and how many tables made what of it."""

from collections.abc import Callable

import pygame

from game.core.comparison import PLACED, Column, Row
from game.ui import paint
from game.ui.changes import Action, Change
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.pressable import Pressable
from game.ui.widgets.widget import Widget

TITLE, FLAG, COUNT = 24, 20, 30
NAME, ICON = 20, 30
_OTHER_ICONS = {Column.DIVIDED: "split", Column.SPLIT: "scissors", Column.OPEN: "circle-help"}


def colours(look: Look, column: Column) -> tuple[Colour, Colour, str]:
    """Give the strong colour, the tint and the pictogram of a column."""
    theme = look.theme
    if column in PLACED:
        place = theme.place(column.value)
        return place.colour, place.tint, place.icon
    return theme.ink, theme.sand, _OTHER_ICONS[column]


def columns(look: Look, rect: pygame.Rect) -> tuple[pygame.Rect, tuple[pygame.Rect, ...]]:
    """Cut a row in the title, a part for every column, and one for the share."""
    gap = look.px(10)
    count = len(Column) + 1
    title = rect.w * 32 // 100
    each = (rect.w - title - count * gap) // count
    boxes = tuple(
        pygame.Rect(rect.x + title + gap + n * (each + gap), rect.y, each, rect.h)
        for n in range(count)
    )
    return pygame.Rect(rect.x, rect.y, title, rect.h), boxes


class CountCell(Pressable):
    """How many tables made this of the card: pressed, it shows what they said."""

    def __init__(
        self, name: str, column: Column, count: int, *, spoken: str, on_press: Action
    ) -> None:
        super().__init__(
            name, pygame.Rect(0, 0, 0, 0), label=spoken, on_press=on_press if count else None
        )
        self.column, self.count = column, count
        self.radius = 16
        self.margin = 8

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw the number; no table is a line."""
        del focused
        strong, tint, _picture = colours(look, self.column)
        if not self.count:
            look.draw_text(
                surface, "–", TITLE, look.theme.muted, self.rect, align="center", valign="middle"
            )
            return
        paint.panel(
            surface, self.rect, tint, radius=look.px(self.radius), border=strong,
            border_width=look.px(5 if hover else 3),
        )  # fmt: skip
        room = self.rect.inflate(-look.px(8), 0)
        units = look.snug(str(self.count), COUNT, room.w, True)
        look.draw_lines(surface, (str(self.count),), units, strong, room, bold=True,
                        align="center", valign="middle")  # fmt: skip


class TitleCell(Pressable):
    """The card itself, with what must be known about it: pressed, it shows the whole card."""

    def __init__(self, name: str, title: str, flags: str, *, on_press: Action) -> None:
        super().__init__(name, pygame.Rect(0, 0, 0, 0), label=title, on_press=on_press)
        self.title, self.flags = title, flags
        self.radius = 16
        self.margin = 8

    def needed(self, look: Look, width: int) -> int:
        """Tell the height of its words, in pixels."""
        inner = width - 2 * look.px(14)
        high = look.height(self.title, TITLE, inner, bold=True)
        if self.flags:
            high += look.height(self.flags, FLAG, self._flag_room(look, inner))
        return high + 2 * look.px(10)

    @staticmethod
    def _flag_room(look: Look, inner: int) -> int:
        return inner - look.font_px(FLAG * 1.3) - look.px(8)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw the title, and below it the flags."""
        del focused
        theme = look.theme
        if hover:
            paint.panel(surface, self.rect, theme.hover, radius=look.px(self.radius))
        room = self.rect.inflate(-2 * look.px(14), 0)
        head = look.height(self.title, TITLE, room.w, bold=True)
        inner = self._flag_room(look, room.w)
        below = look.height(self.flags, FLAG, inner) if self.flags else 0
        top = self.rect.y + (self.rect.h - head - below) // 2
        look.draw_text(surface, self.title, TITLE, theme.ink,
                       pygame.Rect(room.x, top, room.w, head), bold=True)  # fmt: skip
        if not self.flags:
            return
        side = look.font_px(FLAG * 1.3)
        high = look.line_height(FLAG)
        surface.blit(icon("flag", side, theme.bad), (room.x, top + head + (high - side) // 2))
        box = pygame.Rect(room.right - inner, top + head, inner, below)
        look.draw_text(surface, self.flags, FLAG, theme.muted, box)


class CompareRow(Widget):
    """A card with its numbers beside each other."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        row: Row,
        title: str,
        flags: str,
        same: str,
        *,
        spoken: Callable[[Column], str],
        on_card: Action,
        on_cell: Callable[[Column], Change | None],
    ) -> None:
        super().__init__(name, pygame.Rect(0, 0, 0, 0), label=title)
        self.same = same
        self.radius = 22
        self.margin = 10
        self._title = TitleCell(f"{name}-card", title, flags, on_press=on_card)

        def cell(column: Column, count: int) -> CountCell:
            return CountCell(
                f"{name}-{column}", column, count, spoken=spoken(column),
                on_press=lambda: on_cell(column),
            )  # fmt: skip

        self._cells = tuple(cell(column, found.count) for column, found in row.cells)
        self.children = (self._title, *self._cells)

    def height_for(self, look: Look, width: int) -> int:
        """Tell the height that the title needs, and lay everything out for this width."""
        pad = look.px(10)
        at = pygame.Rect(self.rect.x + pad, self.rect.y + pad, width - 2 * pad, 0)
        title, boxes = columns(look, at)
        high = max(look.target(), self._title.needed(look, title.w))
        for widget, box in zip(self.children, (title, *boxes), strict=False):
            widget.rect = pygame.Rect(box.x, at.y, box.w, high)
        return high + 2 * pad

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw the white row, and what stands in it."""
        theme = look.theme
        paint.panel(
            surface, self.rect, theme.panel, radius=look.px(self.radius),
            border=None if theme.shadow else theme.edge, border_width=look.px(3),
            shadow=theme.shadow, depth=look.px(8),
        )  # fmt: skip
        super().draw(surface, look, focused, hover)
        _title, boxes = columns(look, self.rect.inflate(-2 * look.px(10), 0))
        units = look.snug(self.same, TITLE, boxes[-1].w, False)
        look.draw_lines(surface, (look.cut(self.same, units, boxes[-1].w),), units, theme.ink,
                        boxes[-1], align="center", valign="middle")  # fmt: skip


class CompareHead(Widget):
    """What the numbers below it mean: pictograms, with their names below or else above them.

    Its width may still become that of rows that do not scroll, which is more.
    """

    swallows_pointer = False

    def __init__(self, name: str, rect: pygame.Rect, names: tuple[str, ...]) -> None:
        super().__init__(name, rect, label=" · ".join(names))
        self.names = names
        self._least = rect.w

    def needed(self, look: Look) -> int:
        """Tell the height that it needs, in pixels."""
        side = look.font_px(ICON)
        if self._below(look) is not None:
            return side + look.px(4) + self._room(look)
        lines = 1 + max(line for line, _left in self._legend(look))
        return lines * self._step(look) + look.px(12) + side + look.px(10)

    @staticmethod
    def _boxes(look: Look, rect: pygame.Rect) -> tuple[pygame.Rect, ...]:
        return columns(look, rect.inflate(-2 * look.px(10), 0))[1]

    @staticmethod
    def _room(look: Look) -> int:
        return 2 * look.line_height(NAME)

    @staticmethod
    def _step(look: Look) -> int:
        return look.line_height(NAME) + look.px(4)

    def _below(self, look: Look) -> float | None:
        """Give the size of the names below the pictograms, if each fits there as a whole."""
        boxes = self._boxes(look, pygame.Rect(0, 0, self._least, 0))
        fitted = [
            look.fit(name, NAME, box.w, self._room(look), bold=True, smallest=14)
            for name, box in zip(self.names, boxes, strict=True)
        ]
        broken = any(
            look.width(word, units, True) > boxes[0].w
            for (units, _lines), name in zip(fitted, self.names, strict=True)
            for word in name.split()
        )
        if broken or any(lines[-1].endswith("…") for _units, lines in fitted):
            return None
        return min(units for units, _lines in fitted)

    def _legend(self, look: Look) -> list[tuple[int, int]]:
        """Give the line, and where on it, of every pictogram with its name behind it."""
        places: list[tuple[int, int]] = []
        line = left = 0
        for name in self.names:
            wide = look.font_px(NAME * 1.3) + look.px(10) + look.width(name, NAME, True)
            if left and left + wide > self._least:
                line, left = line + 1, 0
            places.append((line, left))
            left += wide + look.px(32)
        return places

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        looks = [colours(look, column) for column in Column]
        looks.append((look.theme.ink, look.theme.sand, "equal"))
        side = look.font_px(ICON)
        units = self._below(look)
        top = self.rect.y if units else self.rect.bottom - look.px(10) - side
        legend = self._legend(look)
        boxes = self._boxes(look, self.rect)
        for n, (name, (strong, _tint, picture)) in enumerate(zip(self.names, looks, strict=True)):
            box = boxes[n]
            surface.blit(icon(picture, side, strong), (box.centerx - side // 2, top))
            if units:
                below = pygame.Rect(box.x, top + side + look.px(4), box.w, self._room(look))
                look.draw_text(surface, name, units, strong, below, bold=True, align="center")
            else:
                line, left = legend[n]
                at = (self.rect.x + left, self.rect.y + line * self._step(look))
                self._draw_named(surface, look, at, (name, picture, strong))

    def _draw_named(
        self,
        surface: pygame.Surface,
        look: Look,
        at: tuple[int, int],
        what: tuple[str, str, Colour],
    ) -> None:
        """Draw a pictogram with its name behind it."""
        name, picture, colour = what
        high, side = look.line_height(NAME), look.font_px(NAME * 1.3)
        surface.blit(icon(picture, side, colour), (at[0], at[1] + (high - side) // 2))
        left = at[0] + side + look.px(10)
        room = pygame.Rect(left, at[1], self.rect.right - left, high)
        text = look.cut(name, NAME, room.w, bold=True)
        look.draw_lines(surface, (text,), NAME, colour, room, bold=True, valign="middle")
