"""The seats on the reveal: a pawn that turns over, with its name beside it or below."""

import pygame

from game import words
from game.core.frozen import dataclass
from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.pawn import SeatRow, draw_pawn

NAMES = 24
"""Size of the names below pawns, in units."""
SMALLEST = 16
"""Size at which a name beside its pawn can still be read, in units."""
LARGEST = 110
"""Width of a pawn that stands alone, in units."""
RECOGNIZED = 9
"""How many letters of a name tell whose it is."""


class TurnedSeat(SeatRow):
    """A seat whose pawn turns over, large enough for the back of the room."""

    compact = False
    """Whether it is only a pawn, with below it what the seat can live with."""

    def spot(self, look: Look) -> tuple[tuple[int, int], int]:
        """Tell the centre and the radius of its pawn."""
        if self.compact:
            side = min(self.rect.width, self.rect.height) - 4
            return (self.rect.centerx, self.rect.top + 2 + side // 2), side // 2
        radius = min(look.px(46), self.rect.height // 2 - look.px(8), self.rect.width // 6)
        return (self.rect.left + look.px(14) + radius, self.rect.centery), radius

    def words_width(self, look: Look) -> int:
        """Tell the room for its words, in pixels."""
        (x, _y), radius = self.spot(look)
        signs = len(self.trailing) * (look.plain.font_px(30) + look.px(8))
        return self.rect.right - look.px(14) - signs - (x + radius + look.px(14))

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        if self.compact:
            self._draw_compact(surface, look)
            return
        theme = look.theme
        paint.panel(
            surface,
            self.rect,
            theme.hover if hover else theme.panel,
            radius=look.px(self.radius),
            border=None if theme.shadow else theme.edge,
            border_width=look.px(3),
            shadow=theme.shadow,
            depth=look.px(14),
        )
        centre, radius = self.spot(look)
        draw_pawn(surface, look, centre, radius, self.face, state=self.state)
        left, width = centre[0] + radius + look.px(14), self.words_width(look)
        side = look.plain.font_px(30)
        for n, (name, colour) in enumerate(self.trailing):
            x = left + width + look.px(8) + n * (side + look.px(8))
            surface.blit(icon(name, side, colour), (x, self.rect.centery - side // 2))
        small = look.snug(self.status, 22, width) if self.status else 22
        under = look.line_height(small) if self.status else 0
        units, lines = look.fit(
            self.title, 34, width, self.rect.height - under - 4, bold=True, smallest=16
        )
        high = look.line_height(units) * len(lines)
        room = pygame.Rect(left, self.rect.centery - (high + under) // 2, width, high)
        look.draw_lines(surface, lines, units, theme.ink, room, bold=True)
        if self.status:
            room = pygame.Rect(left, room.bottom, width, under)
            line = look.cut(self.status, small, width)
            look.draw_lines(surface, (line,), small, theme.muted, room)

    def _draw_compact(self, surface: pygame.Surface, look: Look) -> None:
        centre, radius = self.spot(look)
        draw_pawn(surface, look, centre, radius, self.face, state=self.state)
        side = _sign(look, self.rect.width)
        x = self.rect.centerx - side * len(self.trailing) // 2
        for name, colour in self.trailing:
            surface.blit(icon(name, side, colour), (x, self.rect.bottom - side))
            x += side


def _sign(look: Look, width: int) -> int:
    """Give the side of a sign of what a seat can live with, below its pawn."""
    return min(look.plain.font_px(30), width // 3)


def names_fit(
    look: Look, rect: pygame.Rect, names: tuple[str, ...], across: int, signs: int
) -> bool:
    """Tell whether names beside their pawns stay whole, or at least can be recognized."""
    plain = look.plain
    width = (rect.w - plain.px(14) * (across - 1)) // across
    radius = min(plain.px(46), width // 6)
    room = width - 2 * radius - 3 * plain.px(14) - signs * (plain.font_px(30) + plain.px(8))
    known = (word[:RECOGNIZED] for name in names for word in name.split()[:1])
    return all(plain.width(word, SMALLEST, True) <= room for word in known)


@dataclass(frozen=True, slots=True)
class Cells:
    """Where pawns stand, and where what comes below them begins."""

    cells: tuple[pygame.Rect, ...]
    bottom: int


def pawn_cells(look: Look, rect: pygame.Rect, names: tuple[str, ...], signs: int) -> Cells:
    """Put pawns side by side, as large as the names below them leave room for."""
    gap, count = look.px(8), len(names)
    below = look.height(words.listing(names), NAMES, rect.w)
    most = max(1, (rect.w + gap) // (look.target() + gap))
    for across in range(min(3, most), most + 1):
        wide = min((rect.w - gap * (across - 1)) // across, look.px(LARGEST))
        high = wide + (_sign(look, wide) if signs else 0)
        down = -(-count // across)
        if down * (high + gap) + below <= rect.h:
            break
    high = max(look.target(), min(high, (rect.h - gap * (down - 1)) // down))
    left = rect.x + (rect.w - across * wide - gap * (across - 1)) // 2
    cells = tuple(
        pygame.Rect(
            left + (n % across) * (wide + gap), rect.y + (n // across) * (high + gap), wide, high
        )
        for n in range(count)
    )
    return Cells(cells, rect.y + down * (high + gap))


def told(look: Look, room: pygame.Rect, names: tuple[str, ...]) -> int:
    """Tell how many names fit, with room to reach the others when not all do."""
    if look.height(words.listing(names), NAMES, room.w) <= room.h:
        return len(names)
    high = room.h - look.target() - look.px(6)
    fitting = (n for n in range(len(names) - 1, 0, -1)
               if look.height(", ".join(names[:n]), NAMES, room.w) <= high)  # fmt: skip
    return next(fitting, 0)
