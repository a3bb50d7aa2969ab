"""Records as files, for screens and commands: written, read from paper, and laid side by side."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game import words
from game.i18n import _
from game.store.errors import Notice, NoticeKind, Problem, SaveError, refused_by_system
from game.store.saves import ENDING, free_path

if TYPE_CHECKING:
    from game.core.cards import Deck
    from game.core.comparison import Comparison
    from game.core.entries import Record
    from game.export.compare_files import CompareFormat
    from game.export.formats import Format
    from game.store.many import Compared
    from game.store.paper import PaperSession
    from game.table import Table

Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much; what it raises stops the work."""


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of file that is asked for: which files that gives, and how they are written."""

    targets: tuple[Path, ...]
    write: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a job."""

    targets: tuple[Path, ...]
    problem: str = ""
    """Why nothing was written, in a sentence; empty when all is well."""
    detail: str = ""
    """What typst says of it, for who can do something with that."""


def record_of(table: "Table") -> "Record":
    """Make the record of an opened session."""
    from game.core.record import make_record

    return make_record(
        table.deck, table.steps, session_id=table.session_id, app_version=table.app_version
    )


def version(
    record: "Record",
    *,
    public: bool = False,
    released: frozenset[str] = frozenset(),
    taken_out: frozenset[str] = frozenset(),
    by_role: bool = False,
) -> "Record":
    """Make the version of a record that is asked for; names go last, for they tell what to hold."""
    from game.core.publish import public as made_public
    from game.core.roles import with_roles

    shown = made_public(record, released, taken_out) if public else record
    return with_roles(shown, _("Seat {number}")) if by_role else shown


def record_jobs(
    record: "Record", kinds: Iterable["Format"], folder: Path, after: str = ""
) -> tuple[Job, ...]:
    """List what to write for a record in some formats.

    Args:
        record: in the version that is written.
        kinds: the formats.
        folder: where the files come.
        after: is put behind the name of each.
    """
    from game.export import formats
    from game.office.files import replace_file

    def job(kind: "Format") -> Job:
        target = _more(folder / formats.file_name(record, kind), after)
        return Job((target,), lambda: replace_file(target, formats.written(record, kind)))

    return tuple(job(kind) for kind in kinds)


def comparison_jobs(
    comparison: "Comparison",
    kinds: Iterable["CompareFormat"],
    folder: Path,
    after: str = "",
    *,
    left_out: Sequence[str] = (),
) -> tuple[Job, ...]:
    """List what to write for tables side by side; CSV is two files."""
    from game.export import compare_files as files

    def job(kind: "CompareFormat") -> Job:
        target = _more(folder / files.file_name(comparison, kind), after)
        return Job(
            files.paths(target, kind),
            lambda: files.export(comparison, kind, target, left_out=left_out),
        )

    return tuple(job(kind) for kind in kinds)


def _more(target: Path, after: str) -> Path:
    return target.with_name(f"{target.stem}{after}{target.suffix}")


def write(
    jobs: Sequence[Job], progress: Progress = lambda _done, _all: None
) -> tuple[Written, ...]:
    """Write some files; one that cannot be written does not keep the others back."""
    done: list[Written] = []
    for job in jobs:
        progress(len(done), len(jobs))
        done.append(_tried(job))
    progress(len(done), len(jobs))
    return tuple(done)


def _tried(job: Job) -> Written:
    from game.office.typeset import TypesetError

    try:
        job.write()
    except OSError as error:
        refused = refused_by_system(Problem.NOT_WRITTEN, job.targets[0], error)
        return Written(job.targets, words.save_error(refused))
    except TypesetError as error:
        return Written(job.targets, str(error), error.detail)
    return Written(job.targets)


def not_counted(compared: "Compared") -> tuple[str, ...]:
    """Say which files do not count in a comparison, and why."""
    from game.export import compare_words as say

    told = [say.skipped(words.save_error(skipped.error)) for skipped in compared.skipped]
    told += [say.double(double.path.name, double.counted.name) for double in compared.doubles]
    return tuple(told)


def half_saved(compared: "Compared") -> tuple[str, ...]:
    """Say of which files the last step is left out."""
    return tuple(
        f"{path.name}: {words.notice(Notice(NoticeKind.TORN_LINE_PASSED, path))}"
        for path in compared.torn
    )


# paper


def form_name(deck: "Deck") -> str:
    """Name the form for sessions on paper."""
    return _("form-{deck}.xlsx").format(deck=deck.id)


def write_form(deck: "Deck", target: Path, tables: int = 1) -> None:
    """Write the form in which sessions on paper are typed.

    Raises:
        SaveError: it cannot be written.
    """
    from game.office.files import replace_file
    from game.store.paper.template import csv_template, template

    csv = target.suffix.casefold() == ".csv"
    content = csv_template() if csv else template(deck, tables=tables)
    try:
        replace_file(target, content)
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, target, error) from None


def paper_names(sheet: Path, papers: Sequence["PaperSession"]) -> tuple[str, ...]:
    """Name the save of every session in a sheet."""
    from game.decks.draft import make_id

    if len(papers) == 1:
        return (f"{sheet.stem}{ENDING}",)
    taken: list[str] = []
    for paper in papers:
        taken.append(make_id(paper.name, taken, instead=_("session")))
    return tuple(f"{sheet.stem}-{name}{ENDING}" for name in taken)


def bring_in(
    sheet: Path, deck: "Deck", folder: Path, progress: Progress = lambda _done, _all: None
) -> tuple[Path, ...]:
    """Read the sessions that were played on paper into a folder: all of them or none.

    Args:
        sheet: the filled form.
        deck: what was played.
        folder: of the saves.
        progress: is asked before anything is written.

    Raises:
        PaperError: a cell breaks a rule; all such cells are named.
        SaveError: a save cannot be written.
    """
    from game.store.paper import read_papers

    papers = read_papers(sheet, deck)
    progress(0, 0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, folder, error) from None
    targets = tuple(free_path(folder, name) for name in paper_names(sheet, papers))
    keep_papers(papers, deck, targets)
    return targets


def keep_papers(papers: Sequence["PaperSession"], deck: "Deck", targets: Sequence[Path]) -> None:
    """Write sessions that were played on paper, each to its own save: all of them or none.

    Raises:
        SaveError: one cannot be written; then none is.
    """
    from game.store.paper.saving import save_paper

    first = targets[0]
    placed: list[Path] = []
    try:
        beside = Path(tempfile.mkdtemp(prefix=".sferenspel-", dir=first.parent))
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, first, error) from None
    try:
        made = [beside / f"{number}{ENDING}" for number in range(len(targets))]
        for paper, save in zip(papers, made, strict=True):
            save_paper(paper, deck, save)
        for save, target in zip(made, targets, strict=True):
            save.replace(target)
            placed.append(target)
    except (OSError, SaveError) as error:
        for target in placed:
            target.unlink(missing_ok=True)
        if isinstance(error, SaveError):
            raise SaveError(error.problem, first, text=error.text) from None
        raise refused_by_system(Problem.NOT_WRITTEN, first, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
