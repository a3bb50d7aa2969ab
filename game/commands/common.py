"""What all commands share: their options, the saves they read and the files they write."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.frozen import dataclass
from game.i18n import _
from game.store import paths
from game.store.errors import Problem, SaveError

if TYPE_CHECKING:
    from game.core.entries import Record
    from game.decks.library import Library
    from game.records import Written
    from game.table import Table

DONE, FAILED = 0, 1
ENDING = ".jsonl"


class Complaint(Exception):
    """A user's error, in plain lines for stderr."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Options:
    """What goes for all commands; None is the usual place."""

    saves: Path | None = None
    decks: Path | None = None
    lang: str | None = None
    window: tuple[int, int] | None = None
    verbose: bool = False

    def library(self) -> "Library":
        """Find the decks."""
        from game.decks.library import Library

        return Library(paths.decks_folders(self.decks))


def saves_folder(options: Options) -> Path:
    """Make the folder of the sessions, where it is not there yet.

    Raises:
        SaveError: it cannot be made.
    """
    folder = paths.saves_folder(options.saves)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, folder, text=error.strerror or "") from None
    return folder


def wrote(path: Path) -> int:
    """Print what was written."""
    print(path)
    return DONE


def wrote_each(done: "Sequence[Written]") -> int:
    """Print what was written; one that could not be kept no other back.

    Raises:
        Complaint: some could not be written, and why.
    """
    for each in done:
        for path in () if each.problem else each.targets:
            wrote(path)
    wrong = dict.fromkeys(line for each in done for line in (each.problem, each.detail) if line)
    if wrong:
        raise Complaint(*wrong)
    return DONE


def save_file(options: Options, name: str) -> Path:
    """Find a save by its path, or by its name among the sessions."""
    path = Path(name)
    if path.exists() or path.name != name:
        return path
    folder = paths.saves_folder(options.saves)
    among = (folder / name, folder / f"{name}{ENDING}")
    return next((here for here in among if here.is_file()), path)


def opened(options: Options, name: str, up_to_damage: bool) -> "Table":
    """Open a save to read, and say on stderr what was noticed.

    Raises:
        SaveError: it cannot be read.
        Complaint: it is damaged.
    """
    from game import words
    from game.table import Table

    try:
        found = Table.open(save_file(options, name), read_only=True, up_to_damage=up_to_damage)
    except SaveError as error:
        if error.problem is Problem.DAMAGED:
            advice = _("Add --up-to-damage to read what comes before it.")
            raise Complaint(f"{words.save_error(error)} {advice}") from None
        raise
    for notice in found.notices:
        print(words.notice(notice), file=sys.stderr)
    return found.table


def record_of(table: "Table") -> "Record":
    """Make the record of an opened session."""
    from game import records

    return records.record_of(table)


def target_of(out: str | Path, name: str) -> Path:
    """Take a file as it is, and give a name to the file in a folder."""
    if str(out) == "-":
        raise Complaint(_("A file needs a name of its own; “-” is none. Put a name after -o."))
    folder = Path(out).is_dir() or str(out).endswith(("/", os.sep))
    path = Path(out, name) if folder else Path(out)
    if not path.parent.is_dir():
        raise Complaint(_("There is no folder {folder}.").format(folder=path.parent))
    return path


def ended(target: Path) -> bool:
    """Tell whether the name of a file has an ending, or needs none as a pipe does.

    Digits behind a dot are of a date.
    """
    if target.exists() and not target.is_file():
        return True
    return bool(target.suffix) and not target.suffix[1:].isdigit()


def without_ending(target: Path, endings: Sequence[str]) -> str:
    """Give the name of a file without one of these endings; any other dot belongs to the name."""
    known = target.suffix.removeprefix(".").casefold() in endings
    return target.stem if known else target.name


def spare(target: Path, *, force: bool) -> None:
    """Refuse to write over a file, unless that was asked for."""
    from game import words

    if target.exists() and not force:
        error = words.save_error(SaveError(Problem.EXISTS, target))
        advice = _("With --force it is replaced.")
        raise Complaint(f"{error} {advice}")


@contextmanager
def written(target: Path, *, force: bool) -> Iterator[Path]:
    """Write a save beside its place, and put it there when it is whole."""
    import shutil
    import tempfile

    spare(target, force=force)
    try:
        folder = Path(tempfile.mkdtemp(prefix=".sferenspel-", dir=target.parent))
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, target, text=error.strerror or "") from None
    try:
        yield folder / target.name
        (folder / target.name).replace(target)
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, target, text=error.strerror or "") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def crash_log(saves: Path | None, report: str) -> Path | None:
    """Keep the report of a bug with the sessions; None when even that cannot be written."""
    from datetime import UTC, datetime

    folder = paths.saves_folder(saves)
    path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    except OSError:
        return None
    return path
