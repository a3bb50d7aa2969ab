"""The sessions in a folder: listing, naming, copying, and putting in the bin."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from game.core import events as e
from game.core.setup import Setup
from game.store.codec import decode_event
from game.store.drafts import DRAFTS
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.files import beside, forget
from game.store.journal import LOCK, REST, Header, read_header, sound_lines, without_header
from game.store.lock import Lock

ENDING = ".jsonl"
BIN = "prullenbak"
"""Folder, beside the saves, for what was deleted."""
NAME_LENGTH = 80

_COUNTED = re.compile(rb'"kind":"(?:card\.played|session\.(?:started|finished)|step\.retracted)"')
"""Inside a text these quotes would be escaped, so nothing that is typed can look like this."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaveEntry:
    """A session in the list."""

    path: Path
    gemeente: str = ""
    wijk: str = ""
    table: str = ""
    date: str = ""
    """ISO 8601, as the facilitator set it."""
    deck_title: str = ""
    played: int = 0
    """How many different cards came to the table."""
    cards: int = 0
    """How many the session has."""
    finished: bool = False
    modified: datetime = datetime.fromtimestamp(0, UTC)
    problem: Problem | None = None
    """Why it cannot be opened as it is."""

    @property
    def damaged(self) -> bool:
        """Whether something is wrong with the file."""
        return self.problem is not None

    @property
    def name(self) -> str:
        """The name of the file, without its ending."""
        return self.path.name.removesuffix(ENDING)


def list_saves(folder: Path) -> tuple[SaveEntry, ...]:
    """List the sessions in a folder, the newest first; a damaged one is listed as such."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(ENDING))
    except OSError:
        return ()
    entries = [entry(path) for path in paths]
    return tuple(sorted(entries, key=lambda found: found.modified, reverse=True))


def entry(path: Path) -> SaveEntry:
    """Read from a save what the list shows: its lines are checked, but few are decoded."""
    modified = datetime.fromtimestamp(0, UTC)
    try:
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        with path.open("rb") as file:
            return _entry(path, modified, file)
    except OSError:
        return SaveEntry(path, modified=modified, problem=Problem.UNREADABLE)
    except SaveError as error:
        return SaveEntry(path, modified=modified, problem=error.problem)


def _entry(path: Path, modified: datetime, file: BinaryIO) -> SaveEntry:
    lines = sound_lines(file)
    first = next(lines, None)
    if first is None:
        raise without_header(path)
    header, _ = read_header(path, first.body)
    end = first.end
    told: list[tuple[int, e.Event]] = []
    problem = None
    for line in lines:
        end = line.end
        if _COUNTED.search(line.body):
            try:
                told += ((line.number - 2, event) for event in _events(line.body))
            except ValueError:
                problem = Problem.DAMAGED
                break
    file.seek(end)
    file.readline()
    if file.read(1):
        problem = Problem.DAMAGED
    elif end == first.end:
        problem = Problem.EMPTY
    return _told(path, modified, header, told, problem)


def _events(body: bytes) -> Iterator[e.Event]:
    try:
        events = json.loads(body)["events"]
    except (LookupError, TypeError, RecursionError):
        raise ValueError("not a step") from None
    if not isinstance(events, list):
        raise ValueError("not a step")
    return (decode_event(event) for event in events)


def _told(
    path: Path,
    modified: datetime,
    header: Header,
    told: list[tuple[int, e.Event]],
    problem: Problem | None,
) -> SaveEntry:
    gone = {event.step for _, event in told if isinstance(event, e.StepRetracted)}
    events = [event for number, event in told if number not in gone]
    setup = next((v.setup for v in events if isinstance(v, e.SessionStarted)), Setup(cards=0))
    return SaveEntry(
        path,
        gemeente=setup.gemeente,
        wijk=setup.wijk,
        table=setup.table,
        date=setup.date,
        deck_title=header.deck.title,
        played=len({event.card for event in events if isinstance(event, e.CardPlayed)}),
        cards=setup.cards,
        finished=any(isinstance(event, e.SessionFinished) for event in events),
        modified=modified,
        problem=problem,
    )


def file_name(setup: Setup, started: datetime) -> str:
    """Name a new save after its date, gemeente, wijk and table, in letters that every disk has."""
    day = setup.date.strip() or started.date().isoformat()
    parts = [day, f"{started:%H%M}", setup.gemeente, setup.wijk, setup.table]
    words = [slug for part in parts if (slug := _slug(part))]
    return "-".join(words)[:NAME_LENGTH].rstrip("-") + ENDING


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def free_path(folder: Path, name: str) -> Path:
    """Find a path in a folder that no save has, nor a window that is making one."""
    stem = name.removesuffix(ENDING)
    path, number = folder / name, 1
    while path.exists() or beside(path, LOCK).exists():
        number += 1
        path = folder / f"{stem}-{number}{ENDING}"
    return path


def rename(path: Path, name: str) -> Path:
    """Give a save another file name; its side files go along.

    Raises:
        SaveError: the name cannot be used, is taken, or the save is in use.
    """
    target = path.with_name(_checked(path, name) + ENDING)
    if target == path:
        return path
    _move(path, target)
    return target


def _checked(path: Path, name: str) -> str:
    name = unicodedata.normalize("NFC", name).strip().removesuffix(ENDING).strip()
    printable = all(letter.isprintable() and letter not in _FORBIDDEN for letter in name)
    hidden = name.startswith(".") or name.endswith(".")
    short = 0 < len(name) <= NAME_LENGTH
    if not (short and printable) or hidden or _DEVICES.fullmatch(name):
        raise SaveError(Problem.BAD_NAME, path, text=name[:NAME_LENGTH])
    return name


def duplicate(path: Path) -> Path:
    """Copy a save beside itself, under a free name.

    Raises:
        SaveError: it could not be copied.
    """
    target = free_path(path.parent, path.name)
    try:
        target.write_bytes(path.read_bytes())
    except OSError as error:
        forget(target)
        raise refused_by_system(Problem.NOT_WRITTEN, target, error) from error
    return target


def delete(path: Path) -> Path:
    """Put a save in the bin beside it; nothing is thrown away.

    Raises:
        SaveError: it is in use, or could not be moved.
    """
    folder = path.parent / BIN
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, path, error) from error
    target = free_path(folder, path.name)
    _move(path, target)
    return target


def _move(path: Path, target: Path) -> None:
    if not path.exists():
        raise SaveError(Problem.NOT_FOUND, path)
    if target.exists() and not target.samefile(path):
        raise SaveError(Problem.EXISTS, target)
    try:
        lock = Lock(beside(path, LOCK))
    except BlockingIOError as error:
        raise SaveError(Problem.IN_USE, path) from error
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, path, error) from error
    try:
        path.rename(target)
        for ending in (REST, DRAFTS):
            if beside(path, ending).exists():
                beside(path, ending).replace(beside(target, ending))
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, target, error) from error
    finally:
        lock.release()
