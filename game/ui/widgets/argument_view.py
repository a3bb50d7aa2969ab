"""An argument that was played: who, for which place, by which criterion, and why."""

import pygame

from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.pawn import PawnFace, draw_pawn
from game.ui.widgets.pressable import Pressable


def _row(look: Look) -> int:
    """Give the height of pawn and title, which has two lines where letters are large."""
    lines = 1 if look.plain is look else 2
    return max(look.px(58), look.line_height(22), lines * look.plain.line_height(22))


class ArgumentView(Pressable):
    """A note with the colour of its place at the left."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        face: PawnFace,
        *,
        place: str,
        title: str,
        icon: str = "",
        text: str = "",
        mark: str = "",
        note: str = "",
        note_icon: str = "",
        selected: bool = False,
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=title, enabled=enabled, reason=reason, on_press=on_press)
        self.face, self.place, self.icon, self.title = face, place, icon, title
        self.text, self.mark, self.note, self.note_icon = text, mark, note, note_icon
        self.selected = selected
        self.radius = 22

    @staticmethod
    def needed(look: Look, width: int, text: str, note: str) -> int:
        """Tell the height that it needs at this width, in pixels."""
        high = look.px(10) + _row(look) + look.px(16)
        if text:
            high += look.height(text, 21, width - look.px(48)) + look.px(4)
        return high + (look.line_height(20) + look.px(4) if note else 0)

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        return self.needed(look, width, self.text, self.note)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        shown = theme.place(self.place)
        fill = theme.hover if self.selected or (hover and self.focusable) else theme.panel
        paint.strip_panel(
            surface,
            self.rect,
            fill,
            shown.colour,
            look.px(self.radius),
            strip_width=look.px(11),
            shadow=theme.shadow,
            depth=look.px(14),
        )
        left = self.rect.left + look.px(30)
        right = self.rect.right - look.px(18)
        row = _row(look)
        y = self.rect.top + look.px(10)
        radius = look.px(27)
        draw_pawn(surface, look, (left + radius, y + row // 2), radius, self.face)
        head = pygame.Rect(left + 2 * radius + look.px(10), y, 0, row)
        side = look.plain.font_px(26)
        if self.mark:
            image = icon(self.mark, side, theme.ink, 2.6)
            surface.blit(image, (right - side, head.centery - side // 2))
        head.width = right - side - look.px(8) - head.left
        if self.icon:
            image = icon(self.icon, side, shown.colour)
            surface.blit(image, (head.left, head.centery - side // 2))
            head.left += side + look.px(8)
            head.width -= side + look.px(8)
        units, lines = look.fit(self.title, 22, head.width, row, bold=True, smallest=18)
        look.draw_lines(surface, lines, units, shown.colour, head, bold=True, valign="middle")
        y += row + look.px(4)
        room = pygame.Rect(left, y, right - left, self.rect.bottom - look.px(12) - y)
        if self.note:
            high = look.line_height(20)
            line = pygame.Rect(left, room.bottom - high, room.width, high)
            room.height -= high + look.px(2)
            if self.note_icon:
                small = look.font_px(24)
                image = icon(self.note_icon, small, theme.good)
                surface.blit(image, (left, line.centery - small // 2))
                line.left += small + look.px(8)
                line.width -= small + look.px(8)
            said = look.cut(self.note, 20, line.width)
            look.draw_lines(surface, (said,), 20, theme.muted, line, valign="middle")
        if self.text and room.height > 0:
            look.draw_text(surface, self.text, 21, theme.ink, room)
