"""A card of a deck in the editor's grid: pictogram, title, state, and a grip to drag it by."""

from pathlib import Path

import pygame

from game.ui import paint
from game.ui.changes import Action, Change
from game.ui.events import Event, Pointer
from game.ui.icons import icon, picture
from game.ui.look import Look
from game.ui.widgets.pressable import Pressable

GRIP = 56
"""How wide the part is by which it is dragged, in units."""


class DeckTile(Pressable):
    """One card in the grid."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        title: str,
        *,
        icon: str = "",
        picture: Path | None = None,
        status: str = "",
        status_icon: str = "",
        mark: str = "",
        faded: bool = False,
        moves: bool = False,
        on_press: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=title, on_press=on_press)
        self.icon, self.picture = icon, picture
        self.status, self.status_icon, self.mark = status, status_icon, mark
        self.faded, self.moves = faded, moves
        self.accepts = moves
        self.radius = 22
        self.margin = 10

    def _grip(self, look: Look) -> pygame.Rect:
        wide = max(look.px(GRIP), look.target()) if self.moves else look.px(14)
        return pygame.Rect(self.rect.right - wide, self.rect.top, wide, self.rect.height)

    def handle(self, event: Event) -> Change | None:
        """Be dragged by the grip, and pressed elsewhere; a finger that moves scrolls the list."""
        if isinstance(event, Pointer) and event.kind == "down":
            self.draggable = self.moves and self._grip(self.look).collidepoint(event.pos)
        return super().handle(event)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme, radius = look.theme, look.px(self.radius)
        if self.lifted:
            paint.ring(surface, self.rect, radius, theme.muted, look.px(3))
            return
        edge = theme.accent if self.aimed else theme.edge if hover else None
        if edge is None and not theme.shadow:
            edge = theme.edge
        paint.panel(
            surface, self.rect, theme.disabled_fill if self.faded else theme.panel, radius=radius,
            border=edge, border_width=look.px(6 if self.aimed else 3),
            shadow=0 if self.faded else theme.shadow, depth=look.px(8),
        )  # fmt: skip
        inset = look.px(12)
        side = min(self.rect.height - 2 * inset, look.px(112))
        if self.rect.width < look.font_px(24) * 11:
            side = min(side, look.px(64))
        box = pygame.Rect(self.rect.left + inset, 0, side, side)
        box.centery = self.rect.centery
        self._draw_picture(surface, look, box)
        grip = self._grip(look)
        room = pygame.Rect(box.right + look.px(18), self.rect.top + look.px(10), 0, 0)
        room.width = grip.left - room.left
        room.height = self.rect.height - look.px(20)
        if self.moves:
            small = look.px(28)
            image = icon("grip-vertical", small, theme.muted)
            surface.blit(image, (grip.centerx - small // 2, grip.centery - small // 2))
        self._draw_words(surface, look, room)

    def _draw_picture(self, surface: pygame.Surface, look: Look, box: pygame.Rect) -> None:
        theme = look.theme
        fill = theme.disabled_fill if self.faded else theme.accent
        image = picture(self.picture, box.size)
        if image is not None:
            surface.blit(image, box)
            return
        paint.panel(surface, box, fill, radius=look.px(14))
        if self.icon:
            small = round(box.height * 0.6)
            colour = theme.muted if self.faded else theme.ink
            drawn = icon(self.icon, small, colour)
            surface.blit(drawn, (box.centerx - small // 2, box.centery - small // 2))

    def _draw_words(self, surface: pygame.Surface, look: Look, room: pygame.Rect) -> None:
        theme = look.theme
        line = look.line_height(20) if self.status or self.mark else 0
        units, lines = look.fit(
            self.label, 26, room.width, room.height - line, bold=True, smallest=18
        )
        high = len(lines) * look.line_height(units) + line
        top = room.centery - high // 2
        ink = theme.muted if self.faded else theme.ink
        spot = pygame.Rect(room.left, top, room.width, high - line)
        look.draw_lines(surface, lines, units, ink, spot, bold=True)
        if not line:
            return
        at = pygame.Rect(room.left, spot.bottom, room.width, line)
        side = min(look.font_px(22), line)
        if self.mark:
            image = icon(self.mark, side, theme.bad, 2.4)
            surface.blit(image, (at.left, at.centery - side // 2))
            at.left, at.width = at.left + side + look.px(10), at.width - side - look.px(10)
        if self.status_icon:
            image = icon(self.status_icon, side, theme.muted, 2.4)
            surface.blit(image, (at.left, at.centery - side // 2))
            at.left, at.width = at.left + side + look.px(8), at.width - side - look.px(8)
        units = look.snug(self.status, 20, at.width)
        text = look.cut(self.status, units, at.width)
        look.draw_lines(surface, (text,), units, theme.muted, at, valign="middle")
