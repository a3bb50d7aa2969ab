"""Buttons: dark with a yellow pictogram, white with an edge, quiet, places and tiles."""

import pygame

from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour, Theme
from game.ui.widgets.pressable import Pressable


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """Mix two colours; part 0 is all one, 1 all other."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


class Button(Pressable):
    """A button with a label, and perhaps a pictogram, a second line, a key or a badge."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        label: str,
        *,
        icon: str = "",
        kind: str = "secondary",
        sub: str = "",
        place: str | None = None,
        key: str = "",
        badge: str = "",
        selected: bool = False,
        units: float = 26,
        align: str = "",
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=label, enabled=enabled, reason=reason, on_press=on_press)
        self.focusable = self.swallows_pointer = True
        self.icon, self.kind, self.sub = icon, kind, sub
        self.place, self.key, self.badge = place, key, badge
        self.selected, self.units = selected, units
        self.align = align or ("left" if sub or kind in ("tile", "choice") else "center")
        self.radius = 24
        self.most: float = units
        """Largest size of its letters, in units; those beside it may need a smaller one."""

    def _colours(self, theme: Theme, hover: bool) -> tuple[Colour, Colour | None, Colour, Colour]:
        """Give fill, edge, text and pictogram colours."""
        if not self.enabled:
            return theme.disabled_fill, None, theme.disabled, theme.disabled
        fill: Colour
        edge: Colour | None
        if self.place is not None:
            look = theme.place(self.place)
            if self.selected:
                return look.colour, look.colour, theme.panel, theme.panel
            fill, edge, text, mark = look.tint, look.colour, look.colour, theme.ink
        elif self.kind == "primary" or self.selected:
            fill, edge, text, mark = theme.bar, theme.bar, theme.bar_text, theme.accent
        elif self.kind == "danger":
            fill, edge, text, mark = theme.panel, theme.bad, theme.bad, theme.bad
        elif self.kind == "quiet":
            fill, edge, text, mark = theme.background, None, theme.muted, theme.muted
        elif self.kind == "tile":
            fill, edge, text, mark = theme.panel, None, theme.ink, theme.ink
        else:
            fill, edge, text, mark = theme.panel, theme.edge, theme.ink, theme.ink
        if self.held:
            fill = mix(fill, text, 0.18)
        elif hover:
            fill = mix(fill, text, 0.12 if self.kind == "primary" else 0.05)
        return fill, edge, text, mark

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        fill, edge, text, mark = self._colours(theme, hover)
        flat = self.kind == "quiet" and not self.selected
        if not flat or hover or self.held:
            raised = self.kind == "tile" or bool(self.sub)
            paint.panel(
                surface,
                self.rect,
                fill,
                radius=min(look.px(self.radius), self.rect.height // 2),
                border=edge,
                border_width=look.px(theme.border),
                shadow=theme.shadow if raised and self.enabled else 0,
                depth=look.px(18),
            )
        body = self._body(look)
        if self.badge:
            self._draw_badge(surface, look)
        if self.key:
            self._draw_key(surface, look, body, text, fill if self.selected else theme.panel)
        self._draw_words(surface, look, self._room(look), text, mark)

    def _body(self, look: Look) -> pygame.Rect:
        """Give the room within the edge."""
        if self.kind == "quiet" and not self.selected:
            return self.rect.inflate(-2 * look.px(10), 0)
        return self.rect.inflate(-2 * look.px(20), -2 * look.px(6))

    def _room(self, look: Look) -> pygame.Rect:
        """Give the room beside key and badge."""
        body = self._body(look)
        if self.badge:
            body.width -= self._badge_width(look) + look.px(10)
        if self.key:
            taken = 2 * min(look.px(28), body.height // 2) + look.px(18)
            body.left, body.width = body.left + taken, body.width - taken
        return body

    def letters(self, look: Look) -> float:
        """Tell the size at which its label fits, in units."""
        return self._laid(look, self._room(look))[0]

    def _draw_key(
        self, surface: pygame.Surface, look: Look, body: pygame.Rect, text: Colour, fill: Colour
    ) -> None:
        radius = min(look.px(28), body.height // 2)
        centre = (body.left + radius, body.centery)
        paint.disc(surface, centre, radius, text)
        units = min(30.0, radius * 1.1 / look.scale)
        box = pygame.Rect(0, 0, radius * 2, radius * 2)
        box.center = centre
        look.draw_lines(
            surface, (self.key,), units, fill, box, bold=True, align="center", valign="middle"
        )

    def _badge_width(self, look: Look) -> int:
        return max(look.px(36), look.width(self.badge, 20, True) + look.px(20))

    def _draw_badge(self, surface: pygame.Surface, look: Look) -> None:
        units = 20
        box = pygame.Rect(0, 0, self._badge_width(look), look.px(36))
        box.midright = (self.rect.right - look.px(14), self.rect.centery)
        paint.pill(surface, box, look.theme.accent)
        look.draw_lines(
            surface,
            (self.badge,),
            units,
            look.theme.ink,
            box,
            bold=True,
            align="center",
            valign="middle",
        )

    def _fit(
        self, look: Look, width: int, height: int, bold: bool
    ) -> tuple[float, tuple[str, ...]]:
        least = max(height, look.line_height(14))
        units = min(self.units, self.most)
        return look.fit(self.label, units, width, least, bold=bold, smallest=min(18, round(units)))

    def _broken(self, look: Look, units: float, width: int, bold: bool) -> bool:
        """Tell whether a word is too long for a line."""
        return any(look.width(word, units, bold) > width for word in self.label.split())

    def _laid(self, look: Look, body: pygame.Rect) -> tuple[float, tuple[str, ...], int, int]:
        """Give the size and lines of the label, the side of the pictogram and what is beside it."""
        side = 0
        if self.icon:
            wanted = look.font_px(self.units * (1.35 if self.sub else 1.5))
            side = min(wanted, body.height - look.px(4), max(8, body.width))
        gap = (look.px(24) if self.sub else look.px(14)) if self.icon and self.label else 0
        wide = body.width - side - gap
        bold = self.kind != "quiet" or self.selected
        if not self.label or wide <= 0:
            return self.units, (), side, gap
        high = body.height - (look.line_height(20) if self.sub else 0)
        units, lines = self._fit(look, wide, high, bold)
        small = look.plain.font_px(self.units * (1.35 if self.sub else 1.5))
        if side > small and look.font_px(units) < look.plain.font_px(self.units):
            # Letters come before a larger pictogram.
            wide, side = wide + side - small, small
            units, lines = self._fit(look, wide, high, bold)
        cut = lines[-1].endswith("…") and not self.label.endswith("…")
        if side and (cut or self._broken(look, units, wide, bold)):
            # Where there is no room for both, whole words say more than a pictogram.
            units, lines = self._fit(look, body.width, high, bold)
            side = gap = 0
        return units, lines, side, gap

    def _draw_words(
        self,
        surface: pygame.Surface,
        look: Look,
        body: pygame.Rect,
        text: Colour,
        mark: Colour,
    ) -> None:
        units, lines, side, gap = self._laid(look, body)
        bold = self.kind != "quiet" or self.selected
        room = body.copy()
        used = max((look.width(line, units, bold) for line in lines), default=0)
        if self.align == "center" and not self.sub:
            left = body.left + (body.width - side - gap - used) // 2
        else:
            left = body.left
        if self.icon and (side or not self.label):
            image = icon(self.icon, max(8, side), mark)
            surface.blit(image, (left, body.centery - side // 2))
        room.left = left + side + gap
        room.width = body.right - room.left
        if not self.sub:
            look.draw_lines(surface, lines, units, text, room, bold=bold, valign="middle")
            return
        small = 24 if self.units >= 30 else 20
        high = look.line_height(units) * len(lines)
        total = high + look.line_height(small)
        room.top = body.centery - total // 2
        look.draw_lines(surface, lines, units, text, room, bold=bold)
        room.top += high
        # On the tint of a place anything fainter could not be read.
        faint = text if self.place else mix(text, self._colours(look.theme, False)[0], 0.2)
        size = look.snug(self.sub, small, room.width)
        line = look.cut(self.sub, size, room.width)
        look.draw_lines(surface, (line,), size, faint, room)
