"""A row with a pictogram, a title and a text in full; some can be pressed or ticked."""

import pygame

from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.pressable import Pressable

TITLE, TEXT = 24, 22


class IconRow(Pressable):
    """A row of a list; it is as high as its words need."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        picture: str,
        title: str,
        text: str = "",
        *,
        colour: Colour | None = None,
        strong: bool = False,
        spoken: str = "",
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        """Make the row; `colour` is that of the pictogram, `strong` gives it an edge of that."""
        super().__init__(
            name, rect, label=spoken or title, enabled=enabled, reason=reason, on_press=on_press
        )
        self.picture, self.title, self.text = picture, title, text
        self.colour, self.strong = colour, strong
        self.radius = 20
        self.margin = 10

    def _inner(self, look: Look, width: int) -> int:
        return width - 2 * look.px(22) - look.font_px(34) - look.px(18)

    def height_for(self, look: Look, width: int) -> int:
        """Tell the height that its words need at this width."""
        inner = self._inner(look, width)
        high = look.height(self.title, TITLE, inner, bold=True)
        if self.text:
            high += look.height(self.text, TEXT, inner)
        return max(look.target(), high + look.px(26))

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        colour = self.colour or theme.muted
        pressed = self.on_press is not None
        edge = colour if self.strong else None if theme.shadow else theme.edge
        paint.panel(
            surface,
            self.rect,
            theme.hover if hover and pressed else theme.panel,
            radius=look.px(self.radius),
            border=edge,
            border_width=look.px(4),
            shadow=theme.shadow if pressed else 0,
            depth=look.px(8),
        )
        ink = theme.ink if self.enabled else theme.disabled
        side = look.font_px(34)
        inner = self._inner(look, self.rect.width)
        x = self.rect.x + look.px(22)
        head = look.height(self.title, TITLE, inner, bold=True)
        high = head + (look.height(self.text, TEXT, inner) if self.text else 0)
        top = self.rect.y + (self.rect.height - high) // 2
        line = look.line_height(TITLE)
        surface.blit(icon(self.picture, side, colour), (x, top + (line - side) // 2))
        x += side + look.px(18)
        look.draw_text(surface, self.title, TITLE, ink, pygame.Rect(x, top, inner, head), bold=True)
        if self.text:
            room = pygame.Rect(x, top + head, inner, self.rect.bottom - look.px(4) - top - head)
            look.draw_text(surface, self.text, TEXT, theme.muted, room)


def tick_row(
    look: Look,
    name: str,
    title: str,
    text: str = "",
    *,
    ticked: bool,
    spoken: str = "",
    enabled: bool = True,
    reason: str = "",
    on_press: Action,
) -> IconRow:
    """Make a row with a box before it."""
    return IconRow(
        name,
        pygame.Rect(0, 0, 0, look.target()),
        "square-check-big" if ticked else "square",
        title,
        text,
        colour=look.theme.good if ticked else look.theme.muted,
        strong=ticked,
        spoken=spoken,
        enabled=enabled,
        reason=reason,
        on_press=on_press,
    )
