"""Options to choose from: a tile with a title and an explanation, and tiles in columns."""

from collections.abc import Sequence

import pygame

from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.pressable import Pressable
from game.ui.widgets.widget import Host, Widget

TITLE, TEXT = 26, 21


class OptionTile(Pressable):
    """A white tile with a pictogram, a title, and under it a text that wraps."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        selected: bool = False,
        colour: Colour | None = None,
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=title, enabled=enabled, reason=reason, on_press=on_press)
        self.title, self.text, self.icon, self.key = title, text, icon, key
        self.selected, self.colour = selected, colour
        self.units: float = TITLE
        self.radius = 22
        self.margin = 12

    def _room(self, look: Look, width: int) -> int:
        # A pictogram does not grow with the letters, which need its room.
        taken = look.plain.font_px(TITLE * 1.3) + look.px(14) if self.icon else 0
        taken += look.width(self.key, self.units, True) + look.px(34) if self.key else 0
        return max(look.px(60), width - look.px(40) - taken)

    def needed(self, look: Look, width: int) -> int:
        """Tell the height that it needs at this width, in pixels."""
        room = self._room(look, width)
        high = look.height(self.title, self.units, room, bold=True)
        high += look.height(self.text, TEXT, room) if self.text else 0
        return max(look.target(), look.px(60), high + look.px(22))

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        return self.needed(look, width)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        if self.lifted:
            paint.ring(surface, self.rect, look.px(self.radius), look.theme.muted, look.px(3))
            return
        theme = look.theme
        fill, ink, faint = theme.panel, theme.ink, theme.muted
        edge = self.colour or theme.edge
        if not self.enabled:
            fill, ink, faint, edge = (
                theme.disabled_fill,
                theme.disabled,
                theme.disabled,
                theme.disabled,
            )
        elif self.selected:
            fill, ink, faint, edge = theme.bar, theme.bar_text, theme.bar_muted, theme.bar
        elif self.held or hover:
            fill = theme.hover
        paint.panel(
            surface,
            self.rect,
            fill,
            radius=min(look.px(self.radius), self.rect.height // 2),
            border=edge,
            border_width=look.px(theme.border),
        )
        self._draw_words(surface, look, ink, faint)

    def _draw_words(self, surface: pygame.Surface, look: Look, ink: Colour, faint: Colour) -> None:
        theme = look.theme
        body = self.rect.inflate(-look.px(40), -look.px(16))
        left = body.left
        if self.key:
            wide = look.width(self.key, self.units, True) + look.px(20)
            side = min(body.height, max(wide, look.line_height(self.units)))
            box = pygame.Rect(left, body.centery - side // 2, max(wide, side), side)
            mark = theme.accent if self.selected else theme.sand
            paint.pill(surface, box, mark if self.enabled else theme.disabled_fill)
            colour = theme.ink if self.enabled else theme.disabled
            look.draw_lines(
                surface,
                (self.key,),
                self.units,
                colour,
                box,
                bold=True,
                align="center",
                valign="middle",
            )
            left = box.right + look.px(14)
        if self.icon:
            side = min(look.plain.font_px(TITLE * 1.3), body.height)
            mark = theme.accent if self.selected else self.colour or ink
            image = icon(self.icon, side, mark if self.enabled else ink)
            surface.blit(image, (left, body.centery - side // 2))
            left += side + look.px(14)
        room = pygame.Rect(left, body.top, body.right - left, body.height)
        rest = look.height(self.text, TEXT, room.width) if self.text else 0
        most = max(look.line_height(14), room.height - rest)
        units, lines = look.fit(self.title, self.units, room.width, most, bold=True, smallest=16)
        total = len(lines) * look.line_height(units) + rest
        # Beside each other titles stand on one line, however long the texts below them are.
        top = body.top + look.px(3) if self.text else body.centery - total // 2
        room.top = max(body.top, min(top, body.bottom - total))
        covered = look.draw_lines(surface, lines, units, ink, room, bold=True)
        if self.text:
            room.top = covered.bottom
            room.height = max(0, self.rect.bottom - look.px(6) - room.top)
            look.draw_text(surface, self.text, TEXT, faint, room)


def draw_inside(parent: Widget, surface: pygame.Surface, look: Look) -> None:
    """Draw the children of a widget, with their hover."""
    host = parent.host
    for child in parent.children:
        if child.visible:
            hovers = getattr(host, "hovered", None) == child.name
            child.draw(surface, look, host is not None and host.focus == child.name, hovers)


class Columns(Widget):
    """Widgets side by side, in as many columns as leave each of them readable."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        children: Sequence[Widget],
        *,
        most: int,
        narrowest: float = 10,
        gap: int = 12,
    ) -> None:
        """Make the columns; `narrowest` is the width of one in letters of 24 units high."""
        super().__init__(name, rect)
        self.children = tuple(children)
        self.most, self.narrowest, self.gap = most, narrowest, gap
        self.margin = 2

    def _columns(self, look: Look, width: int) -> int:
        gap = look.px(self.gap)
        fit = (width + gap) // (round(look.font_px(24) * self.narrowest) + gap)
        return max(1, min(self.most, fit, len(self.children) or 1))

    def _rows(self, look: Look, width: int) -> tuple[int, list[int]]:
        columns = self._columns(look, width)
        each = (width - look.px(self.gap) * (columns - 1)) // columns
        heights = [child.height_for(look, each) or child.rect.height for child in self.children]
        return each, [max(heights[n : n + columns]) for n in range(0, len(heights), columns)]

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        rows = self._rows(look, width)[1]
        return sum(rows) + look.px(self.gap) * max(0, len(rows) - 1)

    def attach(self, host: Host) -> None:
        """Join a scene and put the children in their places."""
        self.arrange(host.look)
        super().attach(host)

    def arrange(self, look: Look) -> None:
        """Put the children in their places."""
        columns = self._columns(look, self.rect.width)
        each, rows = self._rows(look, self.rect.width)
        y = self.rect.top
        for row, high in enumerate(rows):
            for n, child in enumerate(self.children[row * columns : (row + 1) * columns]):
                child.rect = pygame.Rect(
                    self.rect.left + n * (each + look.px(self.gap)), y, each, high
                )
            y += high + look.px(self.gap)

    def move_to(self, x: int, y: int) -> None:
        """Move it; its width may have changed before."""
        self.rect.topleft = (x, y)
        if self.host is not None:
            self.arrange(self.host.look)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        draw_inside(self, surface, look)
