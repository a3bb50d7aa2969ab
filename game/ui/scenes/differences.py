"""The big numbers of the end, and a difference with the reasons of each position."""

import pygame

from game.core.cards import Place
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import outcome_icon
from game.ui.widgets.pressable import Pressable


class Number(Pressable):
    """A big number with what it counts."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        number: str,
        about: str,
        *,
        picture: str,
        on_press: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=f"{number} {about}", on_press=on_press)
        self.number, self.about, self.picture = number, about, picture
        self.radius = 28

    @staticmethod
    def needed(look: Look, about: str, width: int) -> int:
        """Tell the height for what it counts to be whole, in pixels."""
        room = width - min(look.font_px(42), width // 5) - look.px(50)
        return look.line_height(46) + look.height(about, 20, room) + look.px(20)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        self.draw_card(surface, look, hover, depth=18)
        side = min(look.font_px(42), self.rect.width // 5)
        amber = self.picture == "split"
        good = self.picture == "check"
        colour = theme.warn if amber else theme.good if good else theme.ink
        image = icon(self.picture, side, colour)
        x = self.rect.x + look.px(20)
        surface.blit(image, (x, self.rect.centery - side // 2))
        room = self.rect.inflate(0, -look.px(14))
        room.x = x + side + look.px(18)
        room.width = self.rect.right - look.px(12) - room.x
        units, lines = look.fit(
            self.number, 46, room.width, look.line_height(46), bold=True, smallest=22
        )
        top = len(lines) * look.line_height(units)
        left = room.height - top
        small, text = look.fit(self.about, 20, room.width, left, smallest=16)
        total = top + len(text) * look.line_height(small)
        room.y = self.rect.centery - total // 2
        look.draw_lines(surface, lines, units, theme.ink, room, bold=True)
        room.y += top
        look.draw_lines(surface, text, small, theme.muted, room)


@dataclass(frozen=True, slots=True)
class Difference:
    """A card that lies at more than one place, or that has notes of who sees it otherwise."""

    key: str
    title: str
    icon: str
    outcome: Outcome
    positions: tuple[tuple[Place, str, str], ...]
    """Place, title and reason."""
    about: str
    """One more line, such as what it turns on."""


class DifferenceView(Pressable):
    """A difference: the card, and its positions beside each other with their reasons."""

    def __init__(
        self, name: str, rect: pygame.Rect, each: Difference, *, on_press: Action | None = None
    ) -> None:
        super().__init__(name, rect, label=each.title, on_press=on_press)
        self.each = each
        self.radius = 26

    def _columns(self, look: Look, width: int) -> int:
        return 2 if len(self.each.positions) > 1 and width > look.font_px(21) * 24 else 1

    def _box_width(self, look: Look, width: int) -> int:
        columns = self._columns(look, width)
        return (width - 2 * look.px(20) - look.px(14) * (columns - 1)) // columns

    def _box_height(self, look: Look, width: int, position: tuple[Place, str, str]) -> int:
        inner = width - look.px(36)
        high = look.height(position[1], 21, inner, bold=True) + look.px(20)
        return high + (look.height(position[2], 21, inner) if position[2] else 0)

    def _rows(self, look: Look, width: int) -> list[int]:
        """Give the height of each row of positions."""
        columns, each = self._columns(look, width), self._box_width(look, width)
        highs = [self._box_height(look, each, position) for position in self.each.positions]
        return [max(highs[n : n + columns]) for n in range(0, len(highs), columns)]

    def _title_width(self, look: Look, width: int) -> int:
        return width - 2 * look.px(20) - 2 * look.font_px(32) - look.px(30)

    def needed(self, look: Look, width: int) -> int:
        """Tell the height that it needs at this width, in pixels."""
        title = look.height(self.each.title, 26, self._title_width(look, width), bold=True)
        high = look.px(14) + max(title, look.font_px(32)) + look.px(10)
        high += sum(row + look.px(10) for row in self._rows(look, width)) + look.px(8)
        if self.each.about:
            high += look.height(self.each.about, 20, width - 2 * look.px(20)) + look.px(6)
        return high

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        self.draw_card(surface, look, hover, depth=16)
        width = self.rect.width
        pad = look.px(20)
        side = look.font_px(32)
        wide = self._title_width(look, width)
        high = max(look.height(self.each.title, 26, wide, bold=True), side)
        head = pygame.Rect(
            self.rect.x + pad + side + look.px(14), self.rect.y + look.px(14), wide, high
        )
        image = icon(self.each.icon or "square", side, theme.ink)
        surface.blit(image, (self.rect.x + pad, head.centery - side // 2))
        mark = icon(outcome_icon(self.each.outcome), side, theme.warn, 2.2)
        surface.blit(mark, (self.rect.right - pad - side, head.centery - side // 2))
        look.draw_text(surface, self.each.title, 26, theme.ink, head, bold=True, valign="middle")
        columns, each = self._columns(look, width), self._box_width(look, width)
        y = head.bottom + look.px(10)
        for row, row_high in enumerate(self._rows(look, width)):
            for n, position in enumerate(self.each.positions[row * columns : (row + 1) * columns]):
                x = self.rect.x + pad + n * (each + look.px(14))
                self._draw_position(surface, look, pygame.Rect(x, y, each, row_high), position)
            y += row_high + look.px(10)
        if self.each.about:
            room = pygame.Rect(self.rect.x + pad, y, width - 2 * pad, 0)
            room.height = self.rect.bottom - y
            look.draw_text(surface, self.each.about, 20, theme.muted, room)

    def _draw_position(
        self,
        surface: pygame.Surface,
        look: Look,
        rect: pygame.Rect,
        position: tuple[Place, str, str],
    ) -> None:
        place, title, reason = position
        shown = look.theme.place(place)
        paint.strip_panel(
            surface, rect, shown.tint, shown.colour, look.px(14), strip_width=look.px(9), shadow=0
        )
        inner = pygame.Rect(rect.x + look.px(22), rect.y + look.px(9), rect.w - look.px(36), 0)
        inner.height = look.height(title, 21, inner.w, bold=True)
        look.draw_text(surface, title, 21, shown.colour, inner, bold=True)
        room = pygame.Rect(inner.x, inner.bottom, inner.w, rect.bottom - look.px(6) - inner.bottom)
        if reason:
            look.draw_text(surface, reason, 21, look.theme.ink, room)
