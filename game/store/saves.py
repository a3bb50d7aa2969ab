"""The sessions in a folder: listing, naming, copying, and putting in the bin."""

import os
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from game.core.frozen import dataclass
from game.store.drafts import DRAFTS
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.files import beside, forget
from game.store.lines import REST, is_last_line, json_object, sound_lines
from game.store.lock import LOCK, Lock
from game.store.upgrade import FORMAT, format_of, upgrade

if TYPE_CHECKING:
    from game.core.setup import Setup

ENDING = ".jsonl"
BIN = "prullenbak"
"""Folder, beside the saves, for what was deleted."""
NAME_LENGTH = 80
NAME_BYTES = 220
"""Disks take 255 bytes of a name; the rest is for the endings."""

_COUNTED = re.compile(
    rb'"kind":"(?:card\.(?:played|reopened|parked|skipped)|outcome\.recorded|closing\.started'
    rb'|session\.(?:started|finished)|step\.retracted)"'
)
"""Inside a text these quotes would be escaped, so nothing that is typed can look like this."""
_TAKEN = ("card.played", "card.reopened")
_DONE = ("card.parked", "card.skipped", "outcome.recorded")
_FINISHED = b'"kind":"session.finished"'
_RETRACTED = b'"kind":"step.retracted"'
_TAIL = 16_384
_SHOWN = 200
"""Letters of a fact that a list can show."""
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
    number: int = 0
    """The number of the card that the table is at: in play, or about to be."""
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
    return tuple(entry(path) for path in _newest_first(folder))


def count(folder: Path) -> int:
    """Count the sessions in a folder."""
    return len(_newest_first(folder))


def waiting(folder: Path) -> SaveEntry | None:
    """Find the newest session that can be gone on with; of the others little is read."""
    for path in _newest_first(folder):
        if _surely_finished(path):
            continue
        found = entry(path)
        if not found.finished and not found.damaged:
            return found
    return None


def _newest_first(folder: Path) -> list[Path]:
    found: list[tuple[float, str]] = []
    try:
        with os.scandir(folder) as inside:
            for one in inside:
                if one.name.endswith(ENDING):
                    found.append((-_written(one), one.name))
    except OSError:
        return []
    return [folder / name for _, name in sorted(found)]


def _written(one: os.DirEntry[str]) -> float:
    """Tell when a file was written; one that the system does not find is the oldest."""
    try:
        return one.stat().st_mtime
    except OSError:
        return 0.0


def _surely_finished(path: Path) -> bool:
    """Tell from the end of a file, without its checksums, that its session is over."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            _before, finished, after = file.read().rpartition(_FINISHED)
    except OSError:
        return False
    return bool(finished) and _RETRACTED not in after


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
        from game.store.journal import without_header

        raise without_header(path)
    made_as, deck_title = _header(path, first.body)
    end = first.end
    told: list[tuple[int, dict[str, Any]]] = []
    problem = None
    for line in lines:
        end = line.end
        if _COUNTED.search(line.body):
            try:
                told += ((line.number - 2, event) for event in _events(line.body, made_as))
            except ValueError:
                problem = Problem.DAMAGED
                break
    if not is_last_line(file, end):
        problem = Problem.DAMAGED
    elif end == first.end:
        problem = Problem.EMPTY
    try:
        return _told(path, modified, deck_title, told, problem)
    except (LookupError, TypeError):
        return SaveEntry(path, modified=modified, problem=Problem.DAMAGED)


def _header(path: Path, body: bytes) -> tuple[int, str]:
    """Read the format and the title of the deck; opening a session reads the rest."""
    try:
        data = json_object(body)
        made_as = format_of(data)
        if made_as > FORMAT:
            raise SaveError(Problem.NEWER, path, line=1, text=str(made_as))
        deck = upgrade(data, made_as)["deck"]
        if isinstance(deck, dict) and isinstance(deck["title"], str):
            return made_as, deck["title"]
    except (ValueError, LookupError):
        pass
    raise SaveError(Problem.BROKEN_HEADER, path, line=1)


def _events(body: bytes, made_as: int) -> Iterator[dict[str, Any]]:
    events = upgrade(json_object(body), made_as).get("events")
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise ValueError("not a step")
    return iter(events)


def _told(
    path: Path,
    modified: datetime,
    deck_title: str,
    told: list[tuple[int, dict[str, Any]]],
    problem: Problem | None,
) -> SaveEntry:
    gone = {event["step"] for _, event in told if event.get("kind") == "step.retracted"}
    events = [event for number, event in told if number not in gone]
    kinds = [event.get("kind") for event in events]
    started = kinds.index("session.started") if "session.started" in kinds else None
    setup = {} if started is None else events[started]["setup"]
    if not isinstance(setup, dict):
        problem, setup = Problem.DAMAGED, {}
    facts = {name: setup.get(name, "") for name in ("gemeente", "wijk", "table", "date")}
    cards = setup.get("cards", 0)
    if not all(isinstance(value, str) for value in facts.values()) or type(cards) is not int:
        problem, facts, cards = Problem.DAMAGED, {}, 0
    facts = {name: value[:_SHOWN] for name, value in facts.items()}
    played = {
        event["card"] for event, kind in zip(events, kinds, strict=True) if kind == "card.played"
    }
    turns = [kind for kind in kinds if kind in _TAKEN or kind in _DONE]
    between = not turns or turns[-1] in _DONE
    ahead = between and "closing.started" not in kinds
    return SaveEntry(
        path,
        **facts,
        deck_title=deck_title,
        played=len(played),
        cards=cards,
        number=min(len(played) + ahead, cards),
        finished="session.finished" in kinds,
        modified=modified,
        problem=problem,
    )


def file_name(setup: "Setup", started: datetime) -> str:
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
    target = path.with_name(checked_name(path, name, ENDING) + ENDING)
    if target == path:
        return path
    _move(path, target)
    return target


def checked_name(path: Path, name: str, ending: str) -> str:
    """Give a name without its ending, as every disk takes it.

    Raises:
        SaveError: no file can have this name.
    """
    name = unicodedata.normalize("NFC", name).strip().removesuffix(ending).strip()
    printable = all(letter.isprintable() and letter not in _FORBIDDEN for letter in name)
    hidden = name.startswith(".") or name.endswith(".")
    short = 0 < len(name) <= NAME_LENGTH and len(name.encode("utf-8", "replace")) <= NAME_BYTES
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
