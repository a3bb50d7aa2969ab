"""Letters of one size on what stands in a row or a column: no choice looks weightier."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from game.ui.look import Look
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget


@runtime_checkable
class Lettered(Protocol):
    """A widget whose title may have to be as small as those beside it."""

    most: float

    def letters(self, look: Look) -> float:
        """Tell the size at which its title fits, in units."""


def even(look: Look, widgets: Sequence[Widget]) -> None:
    """Give buttons beside or below each other, and arches, the size at which the longest fits."""
    buttons = [widget for widget in widgets if isinstance(widget, Button) and widget.label]
    rows: dict[tuple[float, ...], list[Button]] = defaultdict(list)
    for button in buttons:
        rows[(0, button.rect.top, button.rect.height, button.units)].append(button)
        rows[(1, button.rect.left, *button.rect.size, button.units)].append(button)
    for row in rows.values():
        # One that stands in a row and in a column is as small as the smaller of them lets it be.
        smallest = min(button.letters(look) for button in row)
        for button in row:
            button.most = min(button.most, smallest) if len(row) > 1 else button.most
    # Asked by what they can do: the first screen has no arches, and does not wait for them.
    others = [widget for widget in widgets if not isinstance(widget, Button)]
    arches = [widget for widget in others if isinstance(widget, Lettered)]
    for arch in arches:
        arch.most = min(other.letters(look) for other in arches)
