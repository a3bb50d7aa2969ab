"""How to play, over any screen: this step, the game, the points, the keys."""

from collections.abc import Callable
from functools import partial
from itertools import groupby

import pygame

from game import __version__
from game.core.session import Phase
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Stay
from game.ui.scenes import help_pages
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue


class HelpScene(Sheet):
    """A panel with four pages; it opens at the step that is being played."""

    sheet = (1500, 980)
    white = True

    def __init__(
        self,
        venue: Venue,
        phase: Phase | None = None,
        now: help_pages.Page = (),
        *,
        practise: bool = False,
    ) -> None:
        """Open the help.

        Args:
            venue: for the practice round.
            phase: the step that is being played.
            now: what goes first, about the screen it is opened from.
            practise: the practice round can begin from here, with nothing open that would be lost.
        """
        super().__init__()
        self.may_practise = practise
        self.first = now
        self.venue = venue
        self.phase = phase
        self.title = _("How to play")
        self.page = 0

    def _pages(self) -> tuple[tuple[str, str, Callable[[Look, int], list[Widget]]], ...]:
        now = help_pages.this_step(self.phase) if self.phase else self.first
        return (
            (_("The game"), "book-open", partial(self._text, (*now, *help_pages.the_game()))),
            (_("Points"), "star", partial(self._text, help_pages.points())),
            (_("Keys"), "keyboard", self._keys),
            (_("About"), "info", partial(self._text, help_pages.about())),
        )

    def layout(self, look: Look) -> None:
        """Lay out the tabs and the page that is open."""
        panel = self.panel_rect(look)
        pad, gap = look.px(48), look.px(14)
        inner = panel.inflate(-2 * pad, -2 * look.px(36))
        bar = max(look.target(), look.px(68))
        title = pygame.Rect(inner.x, inner.y, inner.w - look.px(300), bar)
        self.add(Label("heading", title, _("How to play"), units=44, bold=True))
        close = pygame.Rect(inner.right - look.px(260), inner.y, look.px(260), bar)
        self.add(
            Button("close", close, _("Close (Esc)"), icon="x", kind="secondary", units=26,
                   on_press=Pop)
        )  # fmt: skip
        pages = self._pages()
        width = (inner.w - gap * len(pages)) // (len(pages) + 1)
        y = inner.y + bar + look.px(18)
        for n, (label, picture, _page) in enumerate(pages):
            box = pygame.Rect(inner.x + n * (width + gap), y, width, bar)
            self.add(
                Button(f"page-{n}", box, label, icon=picture, selected=n == self.page, units=26,
                       on_press=partial(self._turn, n))
            )  # fmt: skip
        practice = pygame.Rect(inner.right - width, y, width, bar)
        self.add(
            Button("practice", practice, _("Practise"), icon="graduation-cap", units=26,
                   enabled=self.may_practise,
                   reason=_("First go back to the start screen."),
                   on_press=self._practise)
        )  # fmt: skip
        top = y + bar + look.px(24)
        text = pygame.Rect(inner.x, top, inner.w, inner.bottom - top)
        rows = pages[self.page][2](look, text.w - look.px(40))
        self.add(ScrollList("text", text, rows, gap=10, pad=6))

    def _text(self, page: help_pages.Page, look: Look, width: int) -> list[Widget]:
        rows: list[Widget] = []
        for n, (head, text) in enumerate(page):
            box = pygame.Rect(0, 0, width, look.line_height(32) + look.px(6))
            rows.append(Label(f"head-{n}", box, head, units=32, bold=True))
            height = look.height(text, 30, width) + look.px(14)
            rows.append(Paragraph(f"text-{n}", pygame.Rect(0, 0, width, height), text, units=30))
        if page == help_pages.about():
            box = pygame.Rect(0, 0, width, look.line_height(26))
            rows.append(Label("version", box, f"Sferenspel {__version__}", units=24))
        return rows

    def _keys(self, look: Look, width: int) -> list[Widget]:
        rows: list[Widget] = []
        for where, keys in groupby(help_pages.keys(), key=lambda key: key[0]):
            box = pygame.Rect(0, 0, width, look.line_height(32) + look.px(6))
            rows.append(Label(f"head-{where}", box, where, units=32, bold=True))
            for n, (_where, key, does) in enumerate(keys):
                rows.append(_KeyRow(f"key-{where}-{n}", look, width, key, does))
        return rows

    def _turn(self, page: int) -> Change | None:
        self.page = page
        self.offsets.pop("text", None)
        self.relayout()
        return Stay()

    def _practise(self) -> Change | None:
        from game.ui.scenes.practice import PracticeScene

        return Pop(then=lambda: Push(PracticeScene(self.venue)))

    def main_action(self) -> Change | None:
        """Close the help."""
        return Pop()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Close with the key that opened it; turn pages by number."""
        del event
        if name == "f1":
            return Pop()
        if name in ("1", "2", "3", "4"):
            return self._turn(int(name) - 1)
        return None


class _KeyRow(Widget):
    """A key, and what it does."""

    swallows_pointer = False

    def __init__(self, name: str, look: Look, width: int, key: str, does: str) -> None:
        height = look.line_height(28) + look.px(8)
        super().__init__(name, pygame.Rect(0, 0, width, height), label=f"{key}: {does}")
        left = width * 36 // 100
        self.children = (
            Label(f"{name}-key", pygame.Rect(0, 0, left, height), key, units=28, bold=True),
            Label(f"{name}-does", pygame.Rect(left, 0, width - left, height), does, units=28),
        )
