"""Pawns: round badges with two letters in the colour of a seat, and rows about a seat."""

from collections.abc import Sequence

import pygame

from game.core.frozen import dataclass
from game.i18n import _
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.pressable import Pressable


@dataclass(frozen=True, slots=True)
class PawnFace:
    """What stands on a pawn: two letters, and the number of its seat for the colour."""

    letters: str
    seat: int
    label: str = ""
    away: bool = False
    """Whether the seat left the table."""


def initials(label: str) -> str:
    """Take two letters from a label: "Bewoners" gives "BE", "Team Noord" gives "TN"."""
    words = [word for word in label.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    letters = words[0][:2] if len(words) == 1 else words[0][0] + words[-1][0]
    return letters.upper()


def draw_pawn(
    surface: pygame.Surface,
    look: Look,
    centre: tuple[int, int],
    radius: int,
    face: PawnFace,
    *,
    state: str = "open",
) -> None:
    """Draw a pawn: open (grey when it left), sealed (a lock), hidden (its back) or empty."""
    theme = look.theme
    if state == "empty":
        paint.disc(surface, centre, radius, theme.muted)
        paint.disc(surface, centre, radius - look.px(3), theme.background)
        return
    around = pygame.Rect(0, 0, 2 * radius, 2 * radius)
    around.center = centre
    edge = theme.panel if theme.shadow else theme.edge
    paint.panel(
        surface, around, edge, radius=radius, shadow=theme.shadow * 2, depth=max(3, radius // 4)
    )
    inner = radius - max(2, radius // 9)
    away = face.away and state == "open"
    colour = theme.bar if state == "hidden" else theme.muted if away else theme.seat(face.seat)
    paint.disc(surface, centre, inner, colour)
    if state == "hidden":
        side = radius
        box = pygame.Rect(0, 0, round(side * 1.25), side)
        box.center = centre
        paint.logo(surface, box, theme.logo)
        return
    if state == "sealed":
        side = round(radius * 1.05)
        image = icon("lock", side, (255, 255, 255))
        surface.blit(image, (centre[0] - side // 2, centre[1] - side // 2))
        return
    share = 0.76
    if away:
        share = _draw_away(surface, look, around)
    units = radius * share / look.scale * 100 / look.text_size
    look.draw_lines(
        surface,
        (face.letters[:2],),
        units,
        (255, 255, 255),
        around,
        bold=True,
        align="center",
        valign="middle",
    )


def _draw_away(surface: pygame.Surface, look: Look, around: pygame.Rect) -> float:
    """Draw on a pawn that its seat is away; leave the rest of it, and give the share of letters."""
    high = max(14, round(around.height * 0.3))
    units = high / look.scale * 100 / look.text_size
    text = _("away")
    # A small pawn has no room for a word; its grey and the line that names it tell.
    if 2 * high > around.height - 4 or look.width(text, units, True) > around.width:
        return 0.76
    box = pygame.Rect(0, 0, look.width(text, units, True) + 8, round(high * 1.2))
    box.midbottom = (around.centerx, around.bottom + 4)
    paint.pill(surface, box, look.theme.panel)
    look.draw_lines(
        surface, (text,), units, look.theme.ink, box, bold=True, align="center", valign="middle"
    )
    around.height = box.top - around.top
    return 0.62


def pawn_surface(look: Look, radius: int, face: PawnFace, state: str = "open") -> pygame.Surface:
    """Draw a pawn on a surface of its own, for a Flip or a Flight."""
    margin = max(4, radius // 3)
    side = 2 * (radius + margin)
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    draw_pawn(surface, look, (side // 2, side // 2), radius, face, state=state)
    return surface


class Pawn(Pressable):
    """One pawn."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        letters: str,
        seat: int,
        *,
        state: str = "open",
        label: str = "",
        away: bool = False,
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(
            name, rect, label=label or letters, enabled=enabled, reason=reason, on_press=on_press
        )
        self.face = PawnFace(letters, seat, label, away)
        self.state = state
        self.radius = 100

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        if not self.lifted:
            radius = min(self.rect.size) // 2
            draw_pawn(surface, look, self.rect.center, radius, self.face, state=self.state)


class SeatRow(Pressable):
    """A seat: its pawn, its name, how far it is, and perhaps pictograms at the right."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        face: PawnFace,
        *,
        title: str,
        status: str = "",
        status_icon: str = "",
        status_colour: Colour | None = None,
        state: str = "open",
        trailing: Sequence[tuple[str, Colour]] = (),
        selected: bool = False,
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(
            name,
            rect,
            label=f"{title}, {status}" if status else title,
            enabled=enabled,
            reason=reason,
            on_press=on_press,
        )
        self.face, self.title, self.status, self.state = face, title, status, state
        self.status_icon, self.status_colour = status_icon, status_colour
        self.trailing, self.selected = tuple(trailing), selected
        self.radius = 28

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        marked = self.selected or (hover and self.focusable)
        paint.panel(
            surface,
            self.rect,
            theme.panel,
            radius=look.px(self.radius),
            border=theme.ink if self.selected else theme.edge if not theme.shadow else None,
            border_width=look.px(4 if marked else 3),
            shadow=theme.shadow,
            depth=look.px(16),
        )
        if self.selected:
            # Amber alone would be too faint against the background.
            around = self.rect.inflate(2 * look.px(5), 2 * look.px(5))
            paint.ring(surface, around, look.px(self.radius + 5), theme.accent, look.px(5))
        radius = min(look.px(34), self.rect.height // 2 - look.px(8))
        left = self.rect.left + look.px(24) + radius
        draw_pawn(surface, look, (left, self.rect.centery), radius, self.face, state=self.state)
        room = self.rect.copy()
        room.left = left + radius + look.px(18)
        room.width = self.rect.right - look.px(16) - room.left
        side = look.plain.font_px(30)
        for name, colour in reversed(self.trailing):
            image = icon(name, side, colour)
            surface.blit(image, (room.right - side, room.centery - side // 2))
            room.width -= side + look.px(10)
        big, small = self._sizes(look, room.width)
        high = look.line_height(big) + (look.line_height(small) if self.status else 0)
        y = self.rect.centery - high // 2
        spot = pygame.Rect(room.left, y, room.width, look.line_height(big))
        line = look.cut(self.title, big, room.width, True)
        look.draw_lines(surface, (line,), big, theme.ink, spot, bold=True)
        if not self.status:
            return
        colour = self.status_colour or theme.muted
        spot = pygame.Rect(room.left, spot.bottom, room.width, look.line_height(small))
        side = look.font_px(small * 1.25)
        beside = room.width - side - look.px(12)
        # Where there is no room for both, whole words say more than a pictogram.
        if self.status_icon and look.width(self.status, small, True) <= beside:
            image = icon(self.status_icon, side, colour)
            surface.blit(image, (spot.left, spot.centery - side // 2))
            spot.left += side + look.px(12)
            spot.width -= side + look.px(12)
        line = look.cut(self.status, small, spot.width, True)
        look.draw_lines(surface, (line,), small, colour, spot, bold=True)

    def _sizes(self, look: Look, width: int) -> tuple[float, float]:
        """Choose the sizes of title and status that fit in the row, never smaller than at 100 %."""
        big, small = self._least_sizes(look.plain, width)
        if look.plain is look:
            return big, small
        for percent in range(look.text_size, 100, -5):
            part = percent / look.text_size
            high = look.line_height(big * part)
            wide = look.width(self.title, big * part, True)
            if self.status:
                high += look.line_height(small * part)
                side = look.font_px(small * part * 1.25) + look.px(12)
                wide = max(wide, look.width(self.status, small * part, True) + side)
            if high <= self.rect.height - look.px(10) and wide <= width:
                return big * part, small * part
        return big * 100 / look.text_size, small * 100 / look.text_size

    def _least_sizes(self, look: Look, width: int) -> tuple[float, float]:
        big, small = look.snug(self.title, 28, width, True), 24.0
        if self.status:
            small = look.snug(self.status, 24, width - look.font_px(30) - look.px(12), True)
            room = self.rect.height - look.px(10)
            while big > 10 and look.line_height(big) + look.line_height(small) > room:
                big, small = big - 1, min(small, big - 1)
                if look.font_px(big) <= 14:
                    break
        return big, small
