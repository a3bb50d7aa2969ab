"""Saving tables side by side as files, for the tables themselves or for everyone."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import assert_never

import pygame

from game.core.comparison import Comparison
from game.core.frozen import replace
from game.export.compare_files import CompareFormat
from game.i18n import _
from game.records import Job, Progress, Written, comparison_jobs, not_counted, write
from game.store import many
from game.store.folders import open_folder
from game.store.many import Compared
from game.ui.look import Look
from game.ui.scenes.saving import KindOfFile, SavingSheet
from game.ui.widgets.label import Paragraph
from game.venue import Venue


class CompareSavingScene(SavingSheet):
    """Choose how a comparison is saved, and save it."""

    def __init__(
        self,
        venue: Venue,
        saves: Sequence[Path],
        compared: Compared,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(venue, show_folder=show_folder)
        self.title = _("Save the comparison")
        self.saves, self.compared = tuple(saves), compared
        self.ticked = frozenset({CompareFormat.HTML.value, CompareFormat.XLSX.value})

    def kinds(self) -> tuple[KindOfFile, ...]:
        """List the formats."""
        return tuple(KindOfFile(kind.value, *_told(kind)) for kind in CompareFormat)

    def _jobs(self, compared: Compared, folder: Path, after: str) -> tuple[Job, ...]:
        kinds = tuple(kind for kind in CompareFormat if kind.value in self.ticked)
        comparison: Comparison = compared.comparison
        return comparison_jobs(comparison, kinds, folder, after, left_out=not_counted(compared))

    def files(self, folder: Path, after: str) -> tuple[Path, ...]:
        """List the files that are made."""
        comparison = replace(self.compared.comparison, public=self.public)
        jobs = self._jobs(replace(self.compared, comparison=comparison), folder, after)
        return tuple(path for job in jobs for path in job.targets)

    def writing(self, folder: Path, after: str) -> Callable[[Progress], tuple[Written, ...]]:
        """Give the work of writing them; the public version is compared anew for it."""
        if not self.public:
            return partial(write, self._jobs(self.compared, folder, after))

        def work(progress: Progress) -> tuple[Written, ...]:
            # A public comparison cannot be made out of an internal one.
            compared = many.compare(self.saves, public=True, progress=progress)
            return write(self._jobs(compared, folder, after), progress)

        return work

    def options(self, look: Look, rect: pygame.Rect) -> int:
        """Add for whom it is."""
        return self.add_version(look, rect, _("the tables: internal"))

    def below(self, look: Look, rect: pygame.Rect) -> None:
        """Say what the public version leaves out."""
        if not self.public or rect.h < look.line_height(16) * 2:
            return
        text = _(
            "Reasons in words, names of seats and local wordings are left out of this public"
            " version."
        )
        self.add(Paragraph("public", rect, text, units=26, smallest=14))


def _told(kind: CompareFormat) -> tuple[str, str]:
    """Name a format, and say what it is good for."""
    match kind:
        case CompareFormat.HTML:
            return _("web page (HTML)"), _("To read and to click through: every number is a link.")
        case CompareFormat.XLSX:
            return _("Excel (XLSX)"), _("To filter and to calculate with the numbers.")
        case CompareFormat.PDF:
            return _("PDF"), _("To print, send and keep. Nobody can change it by accident.")
        case CompareFormat.CSV:
            return _("table (CSV)"), _("Two tables for other programs: cards and arguments.")
        case _:
            assert_never(kind)
