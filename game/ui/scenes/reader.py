"""A panel to read in: a title, a sentence, and rows that scroll."""

from collections.abc import Callable

import pygame

from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget


class ReaderScene(Sheet):
    """Rows over the screen that they are about.

    Args:
        title: what it is about.
        about: a sentence below the title.
        rows: makes the rows.
        picture: a pictogram before the title.
    """

    sheet = (1500, 980)

    def __init__(
        self, title: str, about: str, rows: Callable[[Look], list[Widget]], picture: str = ""
    ) -> None:
        super().__init__()
        self.title, self.about, self.rows, self.picture = title, about, rows, picture

    def layout(self, look: Look) -> None:
        """Lay out the title, the rows and the button."""
        inner = self.panel_rect(look).inflate(-2 * look.px(52), -2 * look.px(40))
        gap = look.px(18)
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(60), look.line_height(40)))
        self.add(Label("heading", head, self.title, units=40, bold=True, icon=self.picture))
        units, lines = look.fit(self.about, 26, inner.w, look.line_height(26) * 3, smallest=16)
        about = pygame.Rect(inner.x, head.bottom, inner.w, look.line_height(units) * len(lines))
        self.add(Paragraph("about", about, self.about, units=units, colour=look.theme.muted))
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        room = pygame.Rect(inner.x, about.bottom + gap, inner.w, foot.y - about.bottom - 2 * gap)
        self.add(ScrollList("rows", room, self.rows(look), gap=12, pad=4))
        wide = min(inner.w, look.px(380))
        box = pygame.Rect(inner.right - wide, foot.y, wide, bar)
        self.add(Button("back", box, _("Close"), icon="x", kind="primary", units=28, on_press=Pop))

    def main_action(self) -> Change | None:
        """Close it."""
        return Pop()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll."""
        rows = self.find("rows")
        if isinstance(rows, ScrollList):
            return rows.scroll_key(event) or super().key(name, event)
        return super().key(name, event)
