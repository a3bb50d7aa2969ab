"""Saving the record: in which formats, for whom, with what held back, and where."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.core.entries import Record
from game.core.leaving_out import left_out
from game.core.publish import Withheld
from game.core.record import staying, withheld
from game.export.format_words import format_explained, format_name
from game.export.formats import Format
from game.i18n import _, ngettext
from game.records import Job, Progress, Written, record_jobs, record_of, version, write
from game.store.folders import open_folder
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes.preview import preview
from game.ui.scenes.releasing import merged_rows, release_rows, stay_rows
from game.ui.scenes.saving import KINDS, KindOfFile, SavingSheet
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Toggle
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.venue import Venue

CONTENTS = "contents"
RELEASED, TAKEN_OUT = "record.released", "record.taken-out"
"""Drafts in which the ticks are kept."""


class ExportScene(SavingSheet):
    """Choose how the record is saved, see what a public one leaves out, and save it."""

    def __init__(
        self,
        venue: Venue,
        table: Table,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(venue, show_folder=show_folder)
        self.title = _("Save the record")
        self.ticked = frozenset({Format.PDF.value, Format.DOCX.value})
        self.by_role = False
        self.table = table
        self.record: Record = record_of(table)
        self.held = withheld(self.record)
        self.staying = staying(self.record)
        self.released = self._kept(RELEASED, self.held)
        self.taken_out = self._kept(TAKEN_OUT, self.staying)
        self.left_out = left_out(self.record)

    def _kept(self, name: str, texts: tuple[Withheld, ...]) -> frozenset[str]:
        """Give what was ticked the last time, as far as it is still there."""
        ticked = set(self.table.draft(name).split("\n"))
        return frozenset(each.key for each in texts if each.key in ticked)

    def _keep(self) -> None:
        """Keep the ticks with the session, for when the record is saved again."""
        self.table.set_draft(RELEASED, "\n".join(sorted(self.released)))
        self.table.set_draft(TAKEN_OUT, "\n".join(sorted(self.taken_out)))

    def chosen(self) -> Record:
        """Give the record in the version that is chosen."""
        return version(
            self.record,
            public=self.public,
            released=self.released,
            taken_out=self.taken_out,
            by_role=self.by_role,
        )

    # what is saved

    def kinds(self) -> tuple[KindOfFile, ...]:
        """List the formats."""
        return tuple(KindOfFile(f.value, format_name(f), format_explained(f)) for f in Format)

    def _jobs(self, folder: Path, after: str) -> tuple[Job, ...]:
        kinds = tuple(kind for kind in Format if kind.value in self.ticked)
        return record_jobs(self.chosen(), kinds, folder, after)

    def files(self, folder: Path, after: str) -> tuple[Path, ...]:
        """List the files that are made."""
        return tuple(path for job in self._jobs(folder, after) for path in job.targets)

    def writing(self, folder: Path, after: str) -> Callable[[Progress], tuple[Written, ...]]:
        """Give the work of writing them."""
        return partial(write, self._jobs(folder, after))

    # the left side

    def options(self, look: Look, rect: pygame.Rect) -> int:
        """Add for whom it is, and whether it has names."""
        top = self.add_version(look, rect, _("the table: internal"))
        box = pygame.Rect(rect.x, top, rect.w, max(look.target(), look.px(84)))
        self.add(
            Toggle("roles", box, label=_("Roles in the place of names"), value=self.by_role,
                   on_change=self._set_roles)
        )  # fmt: skip
        return box.bottom + look.px(18)

    # the right side

    def pages(self) -> tuple[tuple[str, str], ...]:
        """List the formats, and what the version holds."""
        label = _("What stays out") if self.public else _("What is in it")
        return (*super().pages(), (CONTENTS, label))

    def other_page(self, look: Look, rect: pygame.Rect) -> None:
        """Show what the version holds, or what it leaves out."""
        if self.public:
            self._held_back(look, rect)
            return
        text = _(
            "The internal version holds everything: who chose what, every argument and every"
            " note. It is meant for the people who were at the table."
        )
        self.add(Paragraph("about", rect, text, units=30, smallest=16))

    def below(self, look: Look, rect: pygame.Rect) -> None:
        """Say in a few numbers what the record holds."""
        for widget in preview(look, rect, self.chosen()):
            self.add(widget)

    def _held_back(self, look: Look, rect: pygame.Rect) -> None:
        rows = merged_rows(look, self.left_out)
        if self.held:
            bar = max(look.target(), look.px(60))
            wide = min(look.px(300), rect.w * 40 // 100)
            count = len(self.held) - len(self.released) + len(self.taken_out)
            told = ngettext("{count} text stays out", "{count} texts stay out", count)
            head = pygame.Rect(rect.x, rect.y, rect.w - wide - look.px(12), bar)
            self.add(
                Label("held", head, told.format(count=count), units=28, bold=True, icon="eye-off")
            )
            if self.released:
                box = pygame.Rect(rect.right - wide, rect.y, wide, bar)
                self.add(
                    Button("none", box, _("Keep all out"), units=24, on_press=self._release_none)
                )
            taken = bar + look.px(12)
            rect = pygame.Rect(rect.x, rect.y + taken, rect.w, rect.h - taken)
        rows += stay_rows(look, self.staying, self.taken_out, self._take_out)
        rows += release_rows(look, self.record, self.held, self.released, self._release)
        self.add(ScrollList("texts", rect, rows, gap=10, pad=4))

    # choosing

    def set_version(self, value: object) -> Change:
        """Choose internal or public, and show what that holds."""
        # Nobody makes a public one without having seen what it leaves out.
        self.page = CONTENTS if value else KINDS
        return super().set_version(value)

    def _set_roles(self, value: bool) -> Change | None:
        self.by_role = value
        return self.changed()

    def _release(self, key: str) -> Change | None:
        self.released ^= {key}
        self._keep()
        return self.changed()

    def _take_out(self, key: str) -> Change | None:
        self.taken_out ^= {key}
        self._keep()
        return self.changed()

    def _release_none(self) -> Change | None:
        self.released = frozenset()
        self._keep()
        self.changed()
        return Stay()
