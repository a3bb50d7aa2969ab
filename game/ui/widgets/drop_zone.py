"""A place to drag something to, with a dashed edge."""

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.widget import Widget


class DropZone(Widget):
    """An empty place on the table that says what it is for."""

    swallows_pointer = True

    def __init__(self, name: str, rect: pygame.Rect, label: str, *, units: float = 30) -> None:
        super().__init__(name, rect, label=label)
        self.accepts = True
        self.units = units

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it; it lights up while something is held above it."""
        del focused, hover
        theme = look.theme
        if self.aimed:
            paint.pill(surface, self.rect, theme.accent)
        colour = theme.ink if self.aimed else theme.muted
        paint.dashed_pill(surface, self.rect, colour, max(2, look.px(3)))
        look.draw_text(
            surface, self.label, self.units, colour, self.rect.inflate(-look.px(60), 0),
            align="center", valign="middle", max_lines=2,
        )  # fmt: skip
