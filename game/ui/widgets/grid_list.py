"""A list that scrolls, with a few of equal size beside each other in every row."""

from collections.abc import Sequence

import pygame

from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget


class GridList(ScrollList):
    """Widgets in columns; each gets the width of a column and the height of the row."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        children: Sequence[Widget],
        *,
        columns: int,
        high: int,
        gap: int = 14,
        pad: int = 0,
        label: str = "",
    ) -> None:
        """Make the grid; `high` is in pixels."""
        super().__init__(name, rect, children, gap=gap, pad=pad, label=label)
        self.columns, self.high = max(1, columns), high

    @property
    def total(self) -> int:
        """Tell the height of everything in it, in pixels."""
        rows = -(-len(self.children) // self.columns)
        gap = self.look.px(self.gap)
        return max(0, rows * (self.high + gap) - gap) + 2 * self.look.px(self.pad)

    def _place(self) -> None:
        look = self.look
        pad, gap = look.px(self.pad), look.px(self.gap)
        # The bar has its room whether it is there or not: nothing jumps when one more comes in.
        width = self.rect.width - 2 * pad - look.px(18)
        each = (width - gap * (self.columns - 1)) // self.columns
        offset = max(0, min(self.overflow, self.offset))
        assert self.host is not None
        self.host.offsets[self.name] = offset
        top = self.rect.top + pad - offset
        for number, child in enumerate(self.children):
            row, column = divmod(number, self.columns)
            child.rect.size = (each, self.high)
            child.move_to(
                self.rect.left + pad + column * (each + gap), top + row * (self.high + gap)
            )
