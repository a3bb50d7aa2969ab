"""Tables side by side: which card lies where at how many tables, in groups that can be opened."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pygame

from game.core.comparison import Column, Row, Verdict
from game.export import compare_words as say
from game.i18n import _
from game.store.many import Compared
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene, Stay
from game.ui.scenes import compare_told as told
from game.ui.scenes.compare_row import CompareHead, CompareRow, colours
from game.ui.scenes.reader import ReaderScene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

NOTICES, OTHERS = "notices", "others"
GROUPS = (Verdict.DIFFER, Verdict.DIVIDED, Verdict.AGREE)
MOST = 200
"""How many cards of a group are listed; the files have them all."""


class CompareScene(Scene):
    """The cards by places over all tables, a group at a time.

    Args:
        venue: the machine.
        saves: the files that were compared, to compare them again for the public version.
        compared: what came of that.
    """

    def __init__(self, venue: Venue, saves: Sequence[Path], compared: Compared) -> None:
        super().__init__()
        self.venue, self.saves, self.compared = venue, tuple(saves), compared
        self.comparison = compared.comparison
        self.title = _("Tables side by side")
        filled = [group.value for group in GROUPS if self.rows(group.value)]
        self.group = filled[0] if filled else OTHERS

    def rows(self, group: str) -> tuple[Row, ...]:
        """List the cards of a group, the most different first."""
        plain = [verdict.value for verdict in GROUPS]
        if group in plain:
            return tuple(row for row in self.comparison.having(Verdict(group)) if row.shared)
        if group == NOTICES:
            return ()
        return tuple(
            row for row in self.comparison.rows if not row.shared or row.verdict not in GROUPS
        )

    def _tabs(self) -> tuple[tuple[str, str, str], ...]:
        """List key, label and pictogram of the groups."""
        pictures = {Verdict.DIFFER: "arrow-left-right", Verdict.DIVIDED: "split",
                    Verdict.AGREE: "check"}  # fmt: skip
        tabs = [
            (
                group.value,
                f"{say.group(group, self.rows(group.value))} ({len(self.rows(group.value))})",
                pictures[group],
            )
            for group in GROUPS
        ]
        others = len(self.rows(OTHERS)) + self.comparison.own_count
        tabs.append((OTHERS, _("Not to be compared ({count})").format(count=others), "layers"))
        missed = len(self.compared.skipped) + len(self.compared.doubles)
        label = _("Take note ({count})").format(count=missed) if missed else _("Take note")
        tabs.append((NOTICES, label, "triangle-alert" if missed else "info"))
        return tuple(tabs)

    def layout(self, look: Look) -> None:
        """Lay out the groups at the top, and the cards below them."""
        margin, gap = look.px(40), look.px(16)
        bar = max(look.target(), look.px(76))
        back = pygame.Rect(margin, look.px(24), bar, bar)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        wide = min(look.px(420), look.width_px * 30 // 100)
        save = pygame.Rect(look.width_px - margin - wide, back.y, wide, bar)
        head = pygame.Rect(back.right + gap, back.y, save.x - back.right - 2 * gap, bar)
        text = _("{tables} side by side").format(tables=say.tables(self.comparison.tables))
        self.add(Label("heading", head, text, units=48, bold=True))
        self.add(
            Button("save", save, _("Save as …"), icon="file-down", kind="primary", units=28,
                   on_press=self.main_action)
        )  # fmt: skip
        tabs = self._tabs()
        width = look.width_px - 2 * margin
        each = (width - (len(tabs) - 1) * gap) // len(tabs)
        high = max(look.target(), look.px(84))
        for n, (key, label, picture) in enumerate(tabs):
            box = pygame.Rect(margin + n * (each + gap), back.bottom + gap, each, high)
            self.add(
                Button(f"tab-{key}", box, label, icon=picture, units=24, selected=key == self.group,
                       on_press=partial(self.turn_to, key))
            )  # fmt: skip
        top = back.bottom + 2 * gap + high
        self._body(look, pygame.Rect(margin, top, width, look.height_px - look.px(24) - top))

    def _body(self, look: Look, rect: pygame.Rect) -> None:
        text = self._explained()
        units, lines = look.fit(text, 24, rect.w, look.line_height(24) * 2, smallest=14)
        about = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(units) * len(lines))
        self.add(Paragraph("about", about, text, units=units, colour=look.theme.muted))
        room = pygame.Rect(rect.x, about.bottom + look.px(12), rect.w, 0)
        room.height = rect.bottom - room.y
        if self.group == NOTICES:
            rows = told.notice_rows(look, self.compared)
            self.add(ScrollList("rows-notices", room, rows, gap=10, pad=4))
            return
        found = self.rows(self.group)
        rows = [self._row(row, n) for n, row in enumerate(found[:MOST])]
        if len(found) > MOST:
            more = _("There are {count} more. The files that you save have all of them.")
            more = more.format(count=len(found) - MOST)
            rows.append(Paragraph("more", pygame.Rect(0, 0, 0, 0), more, units=24))
        if self.group == OTHERS:
            rows += told.own_rows(look, self.comparison)
        if not rows:
            self.add(Paragraph("none", room, _("This goes for no card."), units=30, smallest=16))
            return
        names = (*map(say.column, Column), _("Same place"))
        pad, bar = look.px(4), look.px(18)
        least = pygame.Rect(room.x + pad, room.y, room.w - 2 * pad - bar, 0)
        head = CompareHead("columns", least, names)
        high = head.needed(look) if found else 0
        below = pygame.Rect(room.x, room.y + high, room.w, room.h - high)
        self.add(ScrollList(f"rows-{self.group}", below, rows, gap=10, pad=4))
        if found:
            # Its columns are those of the rows, that are narrower where the list scrolls.
            head.rect = pygame.Rect(rows[0].rect.x, room.y, rows[0].rect.w, high)
            self.add(head)

    def _explained(self) -> str:
        if self.group == NOTICES:
            return _("What you must know before you use these numbers.")
        if self.group == OTHERS:
            return _(
                "Cards with words of a table's own, cards of one deck, and cards that too few"
                " tables gave a place."
            )
        more = _("Press a number to read the arguments behind it.")
        return f"{say.verdict_explained(Verdict(self.group))} {more}"

    def _row(self, row: Row, n: int) -> Widget:
        return CompareRow(
            f"row-{n}",
            row,
            say.card(row),
            told.flags(self.comparison, row),
            "–" if row.same is None else say.same(row),
            spoken=lambda column: (
                f"{told.cell_title(row, column)}: {say.tables(row.cell(column).count)}"
            ),
            on_card=partial(self._open_card, row),
            on_cell=partial(self._open_cell, row),
        )

    # opening

    def turn_to(self, group: str) -> Change:
        """Show another group."""
        self.group = group
        self.relayout()
        return Stay()

    def _open_cell(self, row: Row, column: Column) -> Change | None:
        cell = row.cell(column)
        picture = colours(self.look, column)[2]

        def rows(look: Look) -> list[Widget]:
            return told.cell_rows(look, self.comparison, cell)

        title = told.cell_title(row, column)
        return Push(ReaderScene(title, say.column_explained(column), rows, picture))

    def _open_card(self, row: Row) -> Change | None:
        def rows(look: Look) -> list[Widget]:
            return told.card_rows(look, self.comparison, row)

        return Push(ReaderScene(say.card(row), say.summary(row), rows, "file-text"))

    def main_action(self) -> Change | None:
        """Save the comparison."""
        from game.ui.scenes.compare_saving import CompareSavingScene

        return Push(CompareSavingScene(self.venue, self.saves, self.compared))

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes import help_pages
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.comparing()))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Choose a group by its number, or scroll."""
        tabs = self._tabs()
        if name.isdigit() and 1 <= int(name) <= len(tabs):
            return self.turn_to(tabs[int(name) - 1][0])
        rows = self.find(f"rows-{self.group}")
        return rows.scroll_key(event) if isinstance(rows, ScrollList) else None
