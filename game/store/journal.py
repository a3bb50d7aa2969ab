"""A session on disk: a header, then a step a line, each line sealed with a chained checksum."""

import errno
import os
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from game.core.cards import Deck
from game.core.frozen import dataclass, replace
from game.core.session import Session, Step
from game.store.codec import decode_event, encode_event
from game.store.errors import (
    FileChangedError,
    Notice,
    NoticeKind,
    Problem,
    SaveError,
    refused_by_system,
)
from game.store.files import beside, forget, sync_folder
from game.store.lines import NO_CHECKSUM, REST, SEALED, is_last_line, json_object, seal, sound_lines
from game.store.lock import LOCK, Lock
from game.store.plain import decode, encode
from game.store.playback import play_back
from game.store.upgrade import FORMAT, format_of, upgrade

_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a save."""

    app_version: str
    started: str
    """UTC, ISO 8601; empty where it is not known."""
    session_id: str
    """Random, so that two sessions of one table can be told apart."""
    deck: Deck
    """The whole deck, so that the save outlives edits to it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save holds, and how far it could be read."""

    header: Header
    steps: tuple[Step, ...]
    session: Session
    end: int
    """Where the last good line ends, in bytes."""
    checksum: str
    """Of the last good line."""
    size: int
    notices: tuple[Notice, ...] = ()
    unended: bool = False
    """The last good line lacks its line end."""


def header_line(header: Header) -> dict[str, object]:
    """Turn a header into what its line holds."""
    facts = encode(header, leave_out=("deck",))
    return {"format": FORMAT, **facts, "deck": encode(header.deck, leave_out=("folder",))}


def step_line(number: int, step: Step) -> dict[str, object]:
    """Turn a step into what its line holds."""
    return {"n": number, "at": step.at, "events": [encode_event(event) for event in step.events]}


def read_header(path: Path, body: bytes) -> tuple[Header, int]:
    """Read the first line of a save; give the format it was made in too.

    Raises:
        SaveError: it is broken, or made by a newer version.
    """
    try:
        data = json_object(body)
        made_as = format_of(data)
    except ValueError:
        raise SaveError(Problem.BROKEN_HEADER, path, line=1) from None
    if made_as > FORMAT:
        raise SaveError(Problem.NEWER, path, line=1, text=str(made_as))
    try:
        return decode(Header, upgrade(data, made_as)), made_as
    except ValueError:
        raise SaveError(Problem.BROKEN_HEADER, path, line=1) from None


def _step(body: bytes, made_as: int, number: int) -> Step:
    data = upgrade(json_object(body), made_as)
    at, events = data.get("at"), data.get("events")
    if data.get("n") != number or not isinstance(at, str) or not isinstance(events, list):
        raise ValueError("not the next step")
    if at:
        datetime.fromisoformat(at)
    return Step(at, tuple(decode_event(event) for event in events))


def read(path: Path, *, up_to_damage: bool = False) -> Saved:
    """Read a save; nothing is written.

    Args:
        path: the file.
        up_to_damage: leave out everything from the first damaged line on.

    Raises:
        SaveError: it cannot be read, or (unless `up_to_damage`) is damaged before its last line.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            return _read(path, file, size, up_to_damage=up_to_damage)
    except OSError as error:
        raise refused_by_system(Problem.UNREADABLE, path, error) from error


def _read(path: Path, file: BinaryIO, size: int, *, up_to_damage: bool) -> Saved:
    lines = sound_lines(file)
    first = next(lines, None)
    if first is None:
        raise without_header(path)
    header, made_as = read_header(path, first.body)
    steps: list[Step] = []
    ends = [first]
    damage = 0
    for line in lines:
        try:
            steps.append(_step(line.body, made_as, len(steps)))
        except ValueError:
            damage = line.number
            break
        ends.append(line)
    session, played = play_back(header.deck, tuple(steps))
    if played < len(steps):
        damage = played + 2
        del steps[played:]
    last = ends[len(steps)]
    torn = 0
    if not damage and last.end < size:
        if is_last_line(file, last.end):
            torn = len(steps) + 2
        else:
            damage = len(steps) + 2
    if damage and not up_to_damage:
        raise SaveError(Problem.DAMAGED, path, line=damage)
    if not steps:
        raise SaveError(Problem.EMPTY, path)
    kind = NoticeKind.REST_PASSED if damage else NoticeKind.TORN_LINE_PASSED
    notices = (Notice(kind, path, damage or torn),) if damage or torn else ()
    return Saved(
        header, tuple(steps), session, last.end, last.checksum, size, notices, not last.ended
    )


def without_header(path: Path) -> SaveError:
    """Tell a newer version, which may seal its lines in another way, from a broken line."""
    with path.open("rb") as file:
        line = file.readline()
    try:
        number = 0 if SEALED.search(line) else format_of(json_object(line))
    except ValueError:
        number = 0
    if number > FORMAT:
        return SaveError(Problem.NEWER, path, line=1, text=str(number))
    return SaveError(Problem.BROKEN_HEADER, path, line=1)


class Journal:
    """A save that this program alone writes in, open at its end."""

    def __init__(
        self, path: Path, descriptor: int, lock: Lock, *, end: int, checksum: str, steps: int
    ) -> None:
        self.path = path
        self.steps = steps
        """How many are in the file."""
        self._descriptor: int | None = descriptor
        self._lock = lock
        self._end = end
        self._checksum = checksum
        self._soiled = False

    @classmethod
    def create(cls, path: Path, header: Header, steps: tuple[Step, ...]) -> "Journal":
        """Write a new save with its first steps; it appears whole or not at all.

        Raises:
            FileExistsError: there is one already, or another program is making it.
            OSError: it could not be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error
        try:
            lock = Lock(beside(path, LOCK))
        except BlockingIOError as error:
            raise FileExistsError(error.errno, "in use") from error
        unfinished = beside(path, ".new")
        try:
            if path.exists():
                raise FileExistsError(0, "there already")
            data, crc = seal(header_line(header), NO_CHECKSUM)
            lines = [data]
            for number, step in enumerate(steps):
                line, crc = seal(step_line(number, step), crc)
                lines.append(line)
            data = b"".join(lines)
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(path)
            sync_folder(path.parent)
            descriptor = os.open(path, os.O_RDWR | _BINARY)
        except OSError:
            forget(unfinished)
            lock.release()
            raise
        return cls(path, descriptor, lock, end=len(data), checksum=crc, steps=len(steps))

    def append(self, step: Step) -> None:
        """Add a step: written, flushed and synced when this returns.

        Raises:
            FileChangedError: another program wrote in the file.
            OSError: it could not be written; the file ends where it did.
        """
        if self._descriptor is None:
            raise FileNotFoundError(0, "closed")
        if self._soiled:
            os.ftruncate(self._descriptor, self._end)
            self._soiled = False
        self._check_unchanged(self._descriptor)
        data, crc = seal(step_line(self.steps, step), self._checksum)
        try:
            os.lseek(self._descriptor, self._end, os.SEEK_SET)
            _write_all(self._descriptor, data)
            os.fsync(self._descriptor)
        except OSError:
            self._soiled = True
            os.ftruncate(self._descriptor, self._end)
            self._soiled = False
            raise
        self._end += len(data)
        self._checksum = crc
        self.steps += 1

    def _check_unchanged(self, descriptor: int) -> None:
        ours = os.fstat(descriptor)
        if not os.path.samestat(self.path.stat(), ours) or ours.st_size != self._end:
            raise FileChangedError(0, "changed by another program")

    def close(self) -> None:
        """Let the file and its lock go; twice is fine."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        self._lock.release()


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def resume(path: Path, *, up_to_damage: bool = False) -> tuple[Journal | None, Saved]:
    """Open a save to go on with; what is torn or damaged at its end is set aside first.

    There is no journal where the save can only be read; a notice says why.

    Raises:
        SaveError: it cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | _BINARY)
    except FileNotFoundError as error:
        raise refused_by_system(Problem.UNREADABLE, path, error) from error
    except OSError:
        return _only_read(path, NoticeKind.NOT_WRITABLE, up_to_damage=up_to_damage)
    try:
        lock = Lock(beside(path, LOCK))
    except OSError as error:
        os.close(descriptor)
        busy = isinstance(error, BlockingIOError)
        kind = NoticeKind.IN_USE if busy else NoticeKind.NOT_WRITABLE
        return _only_read(path, kind, up_to_damage=up_to_damage)
    try:
        saved = read(path, up_to_damage=up_to_damage)
        notices = _mend(path, descriptor, saved)
    except OSError:
        os.close(descriptor)
        lock.release()
        return _only_read(path, NoticeKind.NOT_WRITABLE, up_to_damage=up_to_damage)
    except SaveError:
        os.close(descriptor)
        lock.release()
        raise
    end = saved.end + saved.unended
    journal = Journal(
        path, descriptor, lock, end=end, checksum=saved.checksum, steps=len(saved.steps)
    )
    return journal, replace(saved, notices=notices)


def _only_read(path: Path, kind: NoticeKind, *, up_to_damage: bool) -> tuple[None, Saved]:
    saved = read(path, up_to_damage=up_to_damage)
    return None, replace(saved, notices=(Notice(kind, path), *saved.notices))


def _mend(path: Path, descriptor: int, saved: Saved) -> tuple[Notice, ...]:
    """Set aside what follows the last good line, and end that line."""
    rest = beside(path, REST)
    if saved.end < saved.size:
        os.lseek(descriptor, saved.end, os.SEEK_SET)
        with rest.open("ab") as aside:
            while piece := os.read(descriptor, 1 << 20):
                aside.write(piece)
            aside.flush()
            os.fsync(aside.fileno())
        os.ftruncate(descriptor, saved.end)
    if saved.unended:
        os.lseek(descriptor, saved.end, os.SEEK_SET)
        _write_all(descriptor, b"\n")
    if saved.unended or saved.end < saved.size:
        os.fsync(descriptor)
    kinds = {
        NoticeKind.REST_PASSED: NoticeKind.REST_SET_ASIDE,
        NoticeKind.TORN_LINE_PASSED: NoticeKind.TORN_LINE,
    }
    return tuple(Notice(kinds[n.kind], rest, n.line) for n in saved.notices)
