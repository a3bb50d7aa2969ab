"""Everything that is wrong with a deck in the making; a press leads to where it is."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.decks.findings import Finding
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.editor_bench import Bench
from game.ui.scenes.options import OptionTile
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget

GoTo = Callable[[str, str], Change | None]


class FindingsScene(Sheet):
    """A list of findings."""

    sheet = (1300, 900)

    def __init__(self, findings: Sequence[Finding], bench: Bench, go: GoTo) -> None:
        super().__init__()
        self.findings, self.bench, self.go = tuple(findings), bench, go
        self.title = _("What to look at")

    def layout(self, look: Look) -> None:
        """Lay out a tile a finding."""
        pad = look.px(44)
        inner = self.panel_rect(look).inflate(-2 * pad, -2 * look.px(36))
        high = max(look.target(), look.px(68))
        close = pygame.Rect(inner.right - look.px(280), inner.y, look.px(280), high)
        self.add(Button("close", close, _("Close (Esc)"), icon="x", units=26, on_press=Pop))
        head = pygame.Rect(inner.x, inner.y, close.left - inner.x - look.px(20), high)
        self.add(Label("heading", head, self.title, units=40, bold=True))
        tiles: list[Widget] = [
            OptionTile(
                f"finding-{n}", pygame.Rect(0, 0, inner.w, 10),
                self.bench.name_of(one) or _("The deck"), terms.told(one), icon=terms.mark((one,)),
                on_press=partial(self._chosen, one),
            )
            for n, one in enumerate(self.findings)
        ]  # fmt: skip
        top = head.bottom + look.px(20)
        rect = pygame.Rect(inner.x, top, inner.w, inner.bottom - top)
        self.add(ScrollList("found", rect, tiles, gap=14, pad=6))

    def _chosen(self, finding: Finding) -> Change | None:
        where = finding.where
        return Pop(then=lambda: self.go(where.section, where.card))
