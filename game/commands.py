"""What the commands do: each prints what it wrote, one line a file, and returns the exit status."""

import gc
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import _, ngettext
from game.store import paths
from game.store.errors import Problem, SaveError

if TYPE_CHECKING:
    from game.core.entries import Record
    from game.decks.library import Library
    from game.table import Table

DONE, FAILED = 0, 1
ENDING = ".jsonl"
EXPORTS = ("html", "json", "text")


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


def window(
    options: Options,
    *,
    setup: Path | None = None,
    save: str | None = None,
    demo: tuple[int, int] | None = None,
    seed: int | None = None,
) -> int:
    """Open the window."""
    # What is made before the first frame all stays: looking for garbage there only delays it.
    gc.disable()
    from game.app import run

    return run(
        saves=options.saves,
        decks=options.decks,
        language=options.lang,
        window_size=options.window,
        setup_file=setup,
        save_file=_save_file(options, save) if save else None,
        demo=demo,
        seed=seed,
        verbose=options.verbose,
    )


def demonstrate(
    options: Options,
    *,
    deck: str | None = None,
    seed: int | None = None,
    cards: int | None = None,
    out: str | None = None,
    force: bool = False,
) -> int:
    """Let the scripted table play, in the window or into a file."""
    from game import demo, words
    from game.core.refusals import Refused
    from game.core.session import Session

    seed = demo.SEED if seed is None else seed
    cards = cards or demo.CARDS
    if out is None:
        return window(options, demo=(seed, cards))
    played = options.library().load(deck or demo.DECK)
    target = _target(out, f"demo-{played.id}-{seed}{ENDING}")
    with _written(target, force=force) as path:
        try:
            demo.record(played, path, seed=seed, cards=cards)
        except Refused as refused:
            raise Complaint(words.refused(refused, Session(played))) from None
    return _wrote(target)


def import_paper(
    options: Options, *, sheet: Path, deck: str, session: str, out: str | None, force: bool
) -> int:
    """Read a session that was played on paper into a save."""
    from game import words
    from game.store.paper import PaperError, read_paper
    from game.table import Table

    played = options.library().load(deck)
    try:
        paper = read_paper(sheet, played, session)
    except PaperError as error:
        raise Complaint(*(f"{sheet}: {problem}" for problem in error.problems)) from None
    target = _target(out or _saves(options), f"{sheet.stem}{ENDING}")
    with _written(target, force=force) as path:
        table = Table.new(played, paper.setup, paper.seats, folder=path.parent, path=path, seed=0)
        with table:
            for intent in paper.intents:
                table.play(intent)
        if table.trouble:
            raise Complaint(words.trouble(table.trouble))
    return _wrote(target)


def show(options: Options, *, save: str, up_to_damage: bool) -> int:
    """Print the record of a session as plain text."""
    from game.export.text import to_text

    print(to_text(_record(_opened(options, save, up_to_damage))))
    return DONE


def export(
    options: Options,
    *,
    save: str,
    to: str,
    public: bool,
    out: str | None,
    up_to_damage: bool,
) -> int:
    """Write the record of a session to a file."""
    from game.core.publish import public as made_public
    from game.export import formats

    record = _record(_opened(options, save, up_to_damage))
    if public:
        record = made_public(record)
    target = _target(out or Path(), formats.file_name(record, formats.Format(to)))
    try:
        formats.export(record, to, target)
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, target, text=error.strerror or "") from None
    return _wrote(target)


def replay(options: Options, *, save: str, as_json: bool, up_to_damage: bool) -> int:
    """Print a session step by step."""
    from game.replay import tell

    table = _opened(options, save, up_to_damage)
    for told in tell(table.deck, table.steps):
        if as_json:
            facts = {
                "step": told.step,
                "at": told.at,
                "kind": told.kind,
                "card": told.card,
                "points": told.points,
                "max": told.maximum,
            }
            print(json.dumps(facts, ensure_ascii=False))
            continue
        said = " ".join(told.what.split())
        parts = (
            f"{told.step:4}",
            _clock(told.at),
            said,
            told.title,
            f"{told.points}/{told.maximum}",
        )
        print("  ".join(part for part in parts if part))
    return DONE


def check_decks(options: Options, *, files: list[Path], as_json: bool) -> int:
    """Print what is wrong with deck files; only errors make it fail."""
    from game.decks.findings import Finding, errors
    from game.decks.sentences import sentence

    library = options.library()
    found: list[Finding] = []
    for file in files:
        findings = library.read(file).findings
        found += findings
        if not findings and not as_json:
            print(_("{file}: nothing wrong").format(file=file))
    for finding in found:
        if as_json:
            facts = {
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "where": str(finding.where),
                "severity": str(finding.severity),
                "fault": str(finding.problem.fault),
                "sentence": sentence(finding),
            }
            print(json.dumps(facts, ensure_ascii=False))
        else:
            print(sentence(finding))
    return FAILED if errors(tuple(found)) else DONE


def list_decks(options: Options, *, as_json: bool) -> int:
    """Print the decks that can be played, and the broken ones."""
    entries = options.library().entries()
    if as_json:
        for entry in entries:
            facts = {
                "id": entry.id,
                "title": entry.title,
                "language": entry.language,
                "version": entry.version,
                "cards": entry.cards,
                "errors": entry.errors,
                "warnings": entry.warnings,
                "path": str(entry.path),
            }
            print(json.dumps(facts, ensure_ascii=False))
        return DONE
    widest = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        cards = ngettext("{count} card", "{count} cards", entry.cards).format(count=entry.cards)
        state = (
            ngettext("{count} error", "{count} errors", entry.errors).format(count=entry.errors)
            if entry.errors
            else cards
        )
        print(f"{entry.id:{widest}}  {state:>9}  {entry.language or '-':2}  {entry.title}")
    return DONE


def crash_log(saves: Path | None, report: str) -> Path | None:
    """Keep the report of a bug with the sessions; None when even that cannot be written."""
    folder = paths.saves_folder(saves)
    path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    except OSError:
        return None
    return path


def _saves(options: Options) -> Path:
    folder = paths.saves_folder(options.saves)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, folder, text=error.strerror or "") from None
    return folder


def _wrote(path: Path) -> int:
    print(path)
    return DONE


def _clock(at: str) -> str:
    if not at:
        return "--:--:--"
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S")


def _save_file(options: Options, name: str) -> Path:
    """Find a save by its path, or by its name among the sessions."""
    path = Path(name)
    if path.exists() or path.name != name:
        return path
    folder = paths.saves_folder(options.saves)
    among = (folder / name, folder / f"{name}{ENDING}")
    return next((here for here in among if here.is_file()), path)


def _opened(options: Options, name: str, up_to_damage: bool) -> "Table":
    from game import words
    from game.table import Table

    try:
        opened = Table.open(_save_file(options, name), read_only=True, up_to_damage=up_to_damage)
    except SaveError as error:
        if error.problem is Problem.DAMAGED:
            advice = _("Add --up-to-damage to read what comes before it.")
            raise Complaint(f"{words.save_error(error)} {advice}") from None
        raise
    for notice in opened.notices:
        print(words.notice(notice), file=sys.stderr)
    return opened.table


def _record(table: "Table") -> "Record":
    from game.core.record import make_record

    return make_record(
        table.deck, table.steps, session_id=table.session_id, app_version=table.app_version
    )


def _target(out: str | Path, name: str) -> Path:
    """Take a file as it is, and give a name to the file in a folder."""
    folder = Path(out).is_dir() or str(out).endswith(("/", os.sep))
    path = Path(out, name) if folder else Path(out)
    if not path.parent.is_dir():
        raise Complaint(_("There is no folder {folder}.").format(folder=path.parent))
    return path


@contextmanager
def _written(target: Path, *, force: bool) -> Iterator[Path]:
    """Write a save beside its place, and put it there when it is whole."""
    from game import words

    if target.exists() and not force:
        error = words.save_error(SaveError(Problem.EXISTS, target))
        advice = _("With --force it is replaced.")
        raise Complaint(f"{error} {advice}")
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
