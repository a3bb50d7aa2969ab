"""What was revealed and written of a card, as widgets: rounds with pawns, texts and points."""

from collections.abc import Sequence

import pygame

from game import words
from game.core.cards import Abstention, Place
from game.core.frozen import dataclass
from game.core.outcome import Round
from game.core.scoring import Score
from game.core.session import Session
from game.core.setup import initials
from game.i18n import _
from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.pawn import PawnFace, draw_pawn
from game.ui.widgets.widget import Widget


def faces(session: Session) -> dict[str, PawnFace]:
    """Give every seat its letters and colour."""
    found: dict[str, PawnFace] = {}
    taken: set[str] = set()
    for seat in session.seats:
        letters = initials(seat.label, frozenset(taken))
        taken.add(letters)
        found[seat.id] = PawnFace(letters, seat.colour, seat.label)
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """Who stood somewhere in a round."""

    title: str
    place: Place | None
    faces: tuple[PawnFace, ...]
    icon: str = ""
    """Where there is no place."""


def rows(session: Session, shown: Round) -> tuple[Row, ...]:
    """List the positions of a round, the abstentions, and who chose nothing."""
    pawns = faces(session)

    def stood(seats: Sequence[str]) -> tuple[PawnFace, ...]:
        return tuple(pawns[seat] for seat in seats if seat in pawns)

    found = [
        Row(words.place_short(place, session.deck), place, stood(shown.holders(place)))
        for place in shown.positions
    ]
    for kind in Abstention:
        seats = [ballot.seat for ballot in shown.ballots if ballot.vote is kind]
        if seats:
            found.append(Row(words.abstention(kind), None, stood(seats), "circle-question-mark"))
    if shown.missing:
        found.append(Row(_("chose nothing"), None, stood(shown.missing), "circle-minus"))
    for place in Place:
        seats = [ballot.seat for ballot in shown.ballots if place in ballot.live_with]
        if seats:
            title = _("can live with {place}").format(place=words.place_short(place, session.deck))
            found.append(Row(title, None, stood(seats), "handshake"))
    return tuple(found)


class RoundView(Widget):
    """A round: a row for every position, with the pawns that stood there."""

    swallows_pointer = False

    def __init__(
        self, name: str, rect: pygame.Rect, title: str, found: tuple[Row, ...], how: str = ""
    ) -> None:
        super().__init__(name, rect, label=title)
        self.rows, self.how = found, how

    @staticmethod
    def _sizes(look: Look, width: int, count: int) -> tuple[int, int, int, int]:
        """Give the radius of a pawn, the room for titles, the pawns a line and the lines."""
        # The letters on a pawn never get smaller than the smallest text.
        radius = max(17, look.px(23))
        pad = look.px(22)
        words_wide = min((width - 2 * pad) * 56 // 100, look.font_px(22) * 11)
        each = round(radius * 2.2)
        line = max(1, (width - 2 * pad - words_wide) // each)
        return radius, words_wide, line, -(-count // line)

    @classmethod
    def needed(cls, look: Look, width: int, found: tuple[Row, ...]) -> int:
        """Tell the height that it needs at this width, in pixels."""
        high = look.line_height(24) + look.px(34)
        return high + sum(cls._row_height(look, width, row) + look.px(8) for row in found)

    @classmethod
    def _row_height(cls, look: Look, width: int, row: Row) -> int:
        radius, _wide, _line, lines = cls._sizes(look, width, len(row.faces))
        pawns = max(1, lines) * round(radius * 2.2)
        return max(pawns, 2 * look.line_height(20) + look.px(4))

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        paint.panel(
            surface,
            self.rect,
            theme.panel,
            radius=look.px(24),
            shadow=theme.shadow,
            border=None if theme.shadow else theme.edge,
            border_width=look.px(theme.border),
            depth=look.px(14),
        )
        pad = look.px(22)
        width = self.rect.width
        head = pygame.Rect(
            self.rect.x + pad, self.rect.y + look.px(14), width - 2 * pad, look.line_height(24)
        )
        used = look.width(self.label, 24, True) + look.px(16)
        title = look.cut(self.label, 24, head.width, True)
        look.draw_lines(surface, (title,), 24, theme.ink, head, bold=True)
        if self.how and head.width - used > look.font_px(20) * 4:
            room = pygame.Rect(head.x + used, head.y, head.width - used, head.h)
            how = look.cut(self.how, 20, room.width)
            look.draw_lines(surface, (how,), 20, theme.muted, room, align="right", valign="middle")
        y = head.bottom + look.px(10)
        for row in self.rows:
            high = self._row_height(look, width, row)
            self._draw_row(surface, look, pygame.Rect(self.rect.x + pad, y, head.width, high), row)
            y += high + look.px(8)

    def _draw_row(self, surface: pygame.Surface, look: Look, rect: pygame.Rect, row: Row) -> None:
        theme = look.theme
        radius, wide, line, _lines = self._sizes(look, self.rect.width, len(row.faces))
        shown = theme.place(row.place) if row.place is not None else None
        colour = shown.colour if shown else theme.muted
        if shown:
            paint.panel(surface, rect.inflate(look.px(12), 0), shown.tint, radius=rect.height // 3)
        side = look.font_px(26)
        picture = icon(shown.icon if shown else row.icon, side, colour)
        surface.blit(picture, (rect.x + look.px(6), rect.centery - side // 2))
        left = rect.x + side + look.px(16)
        room = pygame.Rect(left, rect.y, rect.x + wide - left - look.px(6), rect.height)
        units, text = look.fit(row.title, 22, room.width, room.height, bold=True, smallest=16)
        look.draw_lines(surface, text, units, colour, room, bold=True, valign="middle")
        each = round(radius * 2.2)
        top = rect.centery - each * (-(-len(row.faces) // line)) // 2
        for n, face in enumerate(row.faces):
            down, across = divmod(n, line)
            centre = (rect.x + wide + each * across + each // 2, top + each * down + each // 2)
            draw_pawn(surface, look, centre, radius, face)


class TextBlock(Widget):
    """A text of the table under its name, with the colour of a place or the pawn of a seat."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        title: str,
        text: str,
        *,
        place: Place | None = None,
        picture: str = "",
        face: PawnFace | None = None,
        units: int = 24,
    ) -> None:
        super().__init__(name, rect, label=title)
        self.text, self.place, self.picture, self.face = text, place, picture, face
        self.units = units

    def _inner(self, look: Look, width: int) -> int:
        pawn = look.px(64) if self.face else 0
        return width - look.px(54) - pawn

    def needed(self, look: Look, width: int) -> int:
        """Tell the height that it needs at this width, in pixels."""
        inner = self._inner(look, width)
        high = look.height(self.label, 21, inner - self._sign(look), bold=True) + look.px(32)
        high += look.height(self.text, self.units, inner) + look.px(2) if self.text else 0
        return max(high, look.px(84) if self.face else 0)

    def _sign(self, look: Look) -> int:
        return look.font_px(26) + look.px(10) if self.picture else 0

    def _colours(self, look: Look) -> tuple[Colour, Colour, Colour | None]:
        """Give the fill, the colour of the title and the strip at the left."""
        theme = look.theme
        if self.place is None:
            return theme.panel, theme.muted, None
        shown = theme.place(self.place)
        return shown.tint, shown.colour, shown.colour

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        fill, colour, strip = self._colours(look)
        if strip is None:
            paint.panel(
                surface,
                self.rect,
                fill,
                radius=look.px(22),
                shadow=theme.shadow,
                border=None if theme.shadow else theme.edge,
                border_width=look.px(theme.border),
                depth=look.px(12),
            )
        else:
            paint.strip_panel(
                surface, self.rect, fill, strip, look.px(18), strip_width=look.px(11), shadow=0
            )
        left = self.rect.x + look.px(30)
        if self.face:
            radius = look.px(26)
            draw_pawn(surface, look, (left + radius, self.rect.centery), radius, self.face)
            left += look.px(64)
        inner = self._inner(look, self.rect.width)
        sign = self._sign(look)
        high = look.height(self.label, 21, inner - sign, bold=True)
        head = pygame.Rect(left + sign, self.rect.y + look.px(14), inner - sign, high)
        if self.picture:
            side = look.font_px(26)
            image = icon(self.picture, side, colour)
            surface.blit(image, (left, head.y + (look.line_height(21) - side) // 2))
        look.draw_text(surface, self.label, 21, colour, head, bold=True)
        if self.text:
            room = pygame.Rect(left, head.bottom + look.px(2), inner, 0)
            room.height = self.rect.bottom - look.px(10) - room.y
            look.draw_text(surface, self.text, self.units, theme.ink, room)


class ScoreView(Widget):
    """The four parts of a score beside each other."""

    swallows_pointer = False

    def __init__(self, name: str, rect: pygame.Rect, score: Score) -> None:
        super().__init__(name, rect, label=_("Points"))
        self.score = score

    @staticmethod
    def needed(look: Look) -> int:
        """Tell the height that it needs, in pixels."""
        return look.line_height(30) + look.line_height(20) + look.px(30)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        gap = look.px(12)
        parts = words.parts(self.score)
        each = (self.rect.width - gap * (len(parts) - 1)) // len(parts)
        for n, (title, earned, most) in enumerate(parts):
            box = pygame.Rect(self.rect.x + n * (each + gap), self.rect.y, each, self.rect.height)
            paint.panel(surface, box, theme.sand, radius=look.px(20))
            inner = box.inflate(-look.px(20), -look.px(16))
            number = _("{earned} of {most}").format(earned=earned, most=most)
            colour = theme.good if earned == most else theme.ink
            line = look.line_height(30)
            look.draw_lines(
                surface,
                (number,),
                look.snug(number, 30, inner.width, True),
                colour,
                pygame.Rect(inner.x, inner.y, inner.width, line),
                bold=True,
                align="center",
            )
            below = pygame.Rect(inner.x, inner.y + line, inner.width, inner.bottom - inner.y - line)
            units = look.snug(title, 20, below.width)
            cut = look.cut(title, units, below.width)
            look.draw_lines(surface, (cut,), units, theme.muted, below, align="center")
