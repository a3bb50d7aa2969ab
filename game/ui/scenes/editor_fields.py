"""A text field with a counter that says when a text gets too long for its card."""

from collections.abc import Callable
from functools import partial

import pygame

from game.core.frozen import dataclass
from game.ui.scene import Change, Scene, Stay
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField

SLACK = 3
"""How many times too long a text may be typed: nobody is stopped in the middle of a sentence."""


class Counter(Label):
    """How many letters a text has, of how many that fit."""

    def __init__(self, name: str, rect: pygame.Rect, number: int, limit: int) -> None:
        super().__init__(name, rect, "", units=22, bold=True, align="right")
        self.limit = limit
        self.count(number)

    def count(self, number: int) -> None:
        """Show another number; too many stands out by colour and pictogram."""
        self.icon = "circle-alert" if number > self.limit else ""
        if self.host is not None:
            self.paint()
        self.text = f"{number}/{self.limit}"

    def paint(self) -> None:
        """Take the colour that goes with the number."""
        theme = self.look.theme
        self.colour = theme.bad if self.icon else theme.muted


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be typed in a field; a limit is what fits on the card, 0 is no limit."""

    name: str
    label: str
    text: str
    limit: int = 0
    lines: int = 1


def counted(
    scene: Scene, rect: pygame.Rect, entry: Entry, on_change: Callable[[str], None]
) -> None:
    """Add a field, with its counter where there is a limit."""
    look = scene.look
    limit = entry.limit * SLACK if entry.limit else 1000
    state = scene.text_state(entry.name, entry.text, limit=limit, multiline=entry.lines > 1)
    scene.add(
        TextField(entry.name, rect, state, label=entry.label, units=26, on_change=on_change,
                  on_submit=partial(_go_on, scene))
    )  # fmt: skip
    if entry.limit:
        wide = look.px(190)
        box = pygame.Rect(rect.right - wide, rect.y, wide, look.line_height(22))
        counter = scene.add(Counter(f"{entry.name}-count", box, len(state.text), entry.limit))
        counter.paint()


def _go_on(scene: Scene) -> Change | None:
    """Go to what comes after a field that is done."""
    scene.tab(1)
    return Stay()


def show_count(scene: Scene, name: str) -> None:
    """Count again what is typed in a field."""
    counter = scene.find(f"{name}-count")
    if isinstance(counter, Counter):
        counter.count(len(scene.texts[name].text))


def show_found(scene: Scene, text: str) -> None:
    """Say below the fields what is wrong."""
    found = scene.find("found")
    if isinstance(found, Paragraph) and found.label != text:
        found.label = text
        found.changed()
