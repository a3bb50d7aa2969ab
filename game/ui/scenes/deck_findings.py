"""Everything that was found in a deck or in a file, in plain words, to scroll through."""

from collections.abc import Callable

import pygame

from game.decks.making import Remark
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.deck_words import ERROR, WARNING
from game.ui.scenes.options import OptionTile
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget

MOST = 400
"""How many are shown; who has more begins with these."""


class FindingsSheet(Sheet):
    """A list of what is to be mended, errors and warnings told apart by pictogram and colour."""

    sheet = (1500, 960)

    def __init__(
        self,
        heading: str,
        text: str,
        found: tuple[Remark, ...],
        *,
        icon: str = "",
        action: tuple[str, str, Callable[[], str]] | None = None,
    ) -> None:
        """Show findings.

        Args:
            heading: above it.
            text: under the heading.
            found: the findings.
            icon: before the heading.
            action: label and pictogram of one more button, and what it does; it gives a sentence
                when that did not work.
        """
        super().__init__()
        self.title = heading
        self.text, self.found, self.icon, self.action = text, found, icon, action

    def layout(self, look: Look) -> None:
        """Lay out a tile a finding."""
        pad, gap = look.px(44), look.px(16)
        inner = self.panel_rect(look).inflate(-2 * pad, -2 * look.px(36))
        high = max(look.target(), look.px(68))
        close = pygame.Rect(inner.right - look.px(280), inner.y, look.px(280), high)
        self.add(Button("close", close, _("Close (Esc)"), icon="x", units=26, on_press=Pop))
        head = pygame.Rect(inner.x, inner.y, close.left - inner.x - look.px(20), high)
        colour = look.theme.good if self.icon else None
        self.add(
            Label("heading", head, self.title, units=40, bold=True, icon=self.icon, colour=colour)
        )
        wide = inner.w
        if self.action is not None:
            box = pygame.Rect(0, head.bottom + gap, min(inner.w * 40 // 100, look.px(420)), high)
            box.right = inner.right
            self.add(
                Button("action", box, self.action[0], icon=self.action[1], kind="primary",
                       units=28, on_press=self._act)
            )  # fmt: skip
            wide = box.x - gap - inner.x
        units, lines = look.fit(self.text, 28, wide, look.line_height(28) * 3, smallest=14)
        text = pygame.Rect(inner.x, head.bottom + gap, wide, look.line_height(units) * len(lines))
        self.add(Paragraph("text", text, self.text, units=units))
        if self.action is not None:
            text.height = max(text.height, high)
        theme = look.theme
        tiles: list[Widget] = [
            OptionTile(
                f"found-{n}", pygame.Rect(0, 0, inner.w, 10), one.where or one.text,
                one.text if one.where else "", icon=ERROR if one.error else WARNING,
                colour=theme.bad if one.error else theme.warn,
            )
            for n, one in enumerate(self.found[:MOST])
        ]  # fmt: skip
        if len(self.found) > MOST:
            more = _("And {count} more. First mend these.").format(count=len(self.found) - MOST)
            tiles.append(Paragraph("more", pygame.Rect(0, 0, inner.w, 10), more, units=26))
        top = text.bottom + gap
        rect = pygame.Rect(inner.x, top, inner.w, inner.bottom - top)
        self.add(ScrollList("found", rect, tiles, gap=12, pad=6))

    def _act(self) -> Change | None:
        trouble = self.action[2]() if self.action is not None else ""
        if trouble:
            self.say(trouble, seconds=6)
        return Stay()

    def main_action(self) -> Change | None:
        """Close it."""
        return Pop()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll with the arrows, Page up and Page down."""
        rows = self.widget("found")
        if not isinstance(rows, ScrollList):
            return None
        if name in ("up", "down") and rows.overflow:
            rows.scroll_to(rows.offset + self.look.px(90) * (1 if name == "down" else -1))
            return Stay()
        return rows.scroll_key(event)
