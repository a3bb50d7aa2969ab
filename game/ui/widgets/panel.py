"""A background for other widgets."""

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.widget import Widget


class Panel(Widget):
    """A rounded panel, perhaps with an edge, a shadow or a coloured strip at its left."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        fill: Colour | None = None,
        border: Colour | None = None,
        radius: int = 28,
        shadow: bool = True,
        strip: Colour | None = None,
    ) -> None:
        super().__init__(name, rect)
        self.fill, self.border, self.strip = fill, border, strip
        self.radius, self.shadow = radius, shadow

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        shadow = theme.shadow if self.shadow else 0
        fill = self.fill or theme.panel
        border = self.border
        if border is None and self.shadow and not theme.shadow:
            border = theme.edge
        if self.strip is not None:
            paint.strip_panel(
                surface,
                self.rect,
                fill,
                self.strip,
                look.px(self.radius),
                strip_width=look.px(10),
                shadow=shadow,
                depth=look.px(14),
            )
            return
        paint.panel(
            surface,
            self.rect,
            fill,
            radius=look.px(self.radius),
            border=border,
            border_width=look.px(theme.border),
            shadow=shadow,
            depth=look.px(18),
        )
