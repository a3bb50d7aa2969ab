"""A bar that fills up while something is being done."""

from collections.abc import Callable

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.widget import Widget


class ProgressBar(Widget):
    """How far something is, from 0 to 1; it asks for that ten times a second."""

    swallows_pointer = False

    def __init__(
        self, name: str, rect: pygame.Rect, part: Callable[[], float], *, label: str = ""
    ) -> None:
        super().__init__(name, rect, label=label)
        self.part = part
        self.shown = part()
        self.ticking = True
        self.margin = 2

    def update(self, now: float) -> None:
        """Fill up as far as it is by now."""
        del now
        part = self.part()
        if part != self.shown:
            self.shown = part
            self.changed()

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        paint.pill(surface, self.rect, theme.edge)
        inner = self.rect.inflate(-2 * look.px(3), -2 * look.px(3))
        paint.pill(surface, inner, theme.panel)
        filled = inner.copy()
        filled.width = round(inner.width * self.shown)
        if filled.width >= inner.height:
            paint.pill(surface, filled, theme.good)
