"""How far something is that takes a while."""

from collections.abc import Callable

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.widget import Widget


class ProgressBar(Widget):
    """A bar that fills by itself.

    Args:
        name: by which it is found.
        rect: where.
        part: tells which part is done, from 0 to 1.
        label: what is being done.
    """

    swallows_pointer = False

    def __init__(
        self, name: str, rect: pygame.Rect, part: Callable[[], float], *, label: str = ""
    ) -> None:
        super().__init__(name, rect, label=label)
        self.part = part
        self.shown = 0.0
        self.ticking = True

    def update(self, now: float) -> None:
        """Look how far it is."""
        del now
        part = max(0.0, min(1.0, self.part()))
        if part != self.shown:
            self.shown = part
            self.changed()

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del look, focused, hover
        theme = self.look.theme
        paint.pill(surface, self.rect, theme.sand)
        done = self.rect.copy()
        done.width = max(done.height, round(done.width * self.shown))
        paint.pill(surface, done, theme.good)
