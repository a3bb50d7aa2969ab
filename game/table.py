"""The door to one session: it plays what the table asks, and keeps it, before anything is shown."""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

from game import __version__
from game.core import events as e
from game.core.cards import Deck
from game.core.evolve import advance, replay, visible
from game.core.frozen import dataclass, replace
from game.core.intents import Intent, Start, Undo
from game.core.refusals import Refused
from game.core.rules import decide, refusal
from game.core.session import Session, Step
from game.core.setup import Sealing, Seat, Setup
from game.store import drafts
from game.store.errors import (
    FileChangedError,
    Notice,
    Problem,
    SaveError,
    Trouble,
    TroubleKind,
    refused_by_system,
    trouble,
)
from game.store.journal import Header, Journal, read, resume
from game.store.saves import file_name, free_path

DRAFT_SECONDS = 2.0
"""How long a half-typed text may be unsaved."""

Clock = Callable[[], datetime]
T = TypeVar("T")


def utc_now() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that was opened, and what the table should know about its file."""

    table: "Table"
    notices: tuple[Notice, ...]


class Table:
    """One open session; made by `new` or `open`."""

    def __init__(
        self,
        header: Header,
        path: Path,
        *,
        now: Clock,
        journal: Journal | None = None,
        steps: tuple[Step, ...] = (),
        session: Session | None = None,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.trouble: Trouble | None = None
        """Why the newest steps are not saved; None when all is."""
        self.steps = steps
        self._header = header
        self._now = now
        self._journal = journal
        self._session = session or Session(header.deck)
        self._view = visible(self._session)
        self._drafts: dict[str, str] = {}
        self._drafts_changed = False
        self._drafts_written: float | None = None

    @classmethod
    def new(
        cls,
        deck: Deck,
        setup: Setup,
        seats: tuple[Seat, ...],
        *,
        folder: Path,
        seed: int | None = None,
        now: Clock = utc_now,
        app_version: str = __version__,
        path: Path | None = None,
        session_id: str = "",
    ) -> Self:
        """Start a session and its file.

        A file that cannot be written does not stop the table: see `trouble`.

        Args:
            deck: it goes whole into the file.
            setup: what the table chose.
            seats: who plays.
            folder: where the file comes, under a name made of the set-up.
            seed: shuffles the cards; drawn if None.
            now: the clock.
            app_version: written in the file.
            path: the file itself, instead of a name in the folder.
            session_id: drawn if empty.

        Raises:
            Refused: the rules do not allow this set-up.
            SaveError: `path` is there already.
        """
        if seed is None:
            seed = int.from_bytes(os.urandom(4), "big")
        started = now()
        paper = setup.sealing is Sealing.PAPER
        header = Header(
            app_version, "" if paper else _stamp(started), session_id or os.urandom(8).hex(), deck
        )
        intent = clean(Start(setup, seats, seed))
        step = Step(header.started, decide(Session(deck), intent))
        if path is not None and path.exists():
            raise SaveError(Problem.EXISTS, path)
        if path is None:
            path = _free(folder, file_name(intent.setup, started.astimezone()))
        table = cls(header, path, now=now)
        table._take(step, advance(table._session, step))
        return table

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Clock = utc_now,
        read_only: bool = False,
        up_to_damage: bool = False,
    ) -> Opened:
        """Open a session that was saved.

        Args:
            path: its file.
            now: the clock.
            read_only: only look; nothing is locked or written.
            up_to_damage: go on from the last line before the damage.

        Raises:
            SaveError: it cannot be read.
        """
        if read_only:
            journal, saved = None, read(path, up_to_damage=up_to_damage)
        else:
            journal, saved = resume(path, up_to_damage=up_to_damage)
        table = cls(
            saved.header,
            path,
            now=now,
            journal=journal,
            steps=saved.steps,
            session=saved.session,
            read_only=journal is None,
        )
        table._drafts = drafts.read(path)
        return Opened(table, saved.notices)

    @property
    def session(self) -> Session:
        """The whole truth."""
        return self._session

    @property
    def view(self) -> Session:
        """What a screen may show of the session."""
        return self._view

    @property
    def deck(self) -> Deck:
        """The deck, as it was when the session started."""
        return self._header.deck

    @property
    def session_id(self) -> str:
        """What tells this session from all others."""
        return self._header.session_id

    @property
    def started(self) -> str:
        """When the session started: UTC, ISO 8601; empty if not known."""
        return self._header.started

    @property
    def app_version(self) -> str:
        """The version of the program that the session was started in."""
        return self._header.app_version

    def play(self, intent: Intent) -> Step:
        """Do what the table asks: it is on the disk when this returns, or `trouble` says why not.

        Raises:
            Refused: the rules do not allow it now.
            SaveError: the session was opened only to be read.
        """
        if self.read_only:
            raise SaveError(Problem.READ_ONLY, self.path)
        events = decide(self._session, clean(intent))
        step = Step("" if self._session.paper else _stamp(self._now()), events)
        if any(isinstance(event, e.StepRetracted) for event in events):
            session = replay(self.deck, (*self.steps, step))
        else:
            session = advance(self._session, step)
        # Only what could be played is written: a save never holds a step that stops it being read.
        self._take(step, session)
        return step

    def _take(self, step: Step, session: Session) -> None:
        self.steps = (*self.steps, step)
        self._save()
        self._session = session
        self._view = visible(session)

    def _save(self) -> None:
        """Write every step that is not on the disk yet."""
        if self.trouble and self.trouble.kind is TroubleKind.CHANGED:
            return  # The file is another's now; only another folder helps.
        try:
            if self._journal is None:
                self._journal = Journal.create(self.path, self._header, self.steps)
            for step in self.steps[self._journal.steps :]:
                self._journal.append(step)
        except OSError as error:
            taken = isinstance(error, FileExistsError)
            known = FileChangedError() if taken else error
            self.trouble = trouble(known, self.path)
        else:
            self.trouble = None

    def refusal(self, intent: Intent) -> Refused | None:
        """Say why an intent would be refused now, or that it would not."""
        return refusal(self._session, clean(intent))

    def undo(self) -> Step:
        """Retract the newest step of play.

        Raises:
            Refused: there is nothing to undo since the last reveal.
        """
        return self.play(Undo())

    def save_again(self) -> bool:
        """Try once more to write what is not on the disk; tell whether everything is there now."""
        if self.read_only:
            return True
        if self.trouble:
            self._save()
        if not self.trouble:
            self._write_drafts()
        return self.trouble is None

    def save_elsewhere(self, folder: Path) -> None:
        """Write the whole session to another folder, and go on there.

        Raises:
            SaveError: it could not be written there either; nothing changed.
        """
        path = _free(folder, self.path.name)
        try:
            journal = Journal.create(path, self._header, self.steps)
        except OSError as error:
            raise refused_by_system(Problem.NOT_WRITTEN, path, error) from error
        if self._journal:
            self._journal.close()
        self._journal, self.path = journal, path
        self.trouble, self.read_only = None, False
        self._drafts_changed = bool(self._drafts)

    @property
    def drafts(self) -> dict[str, str]:
        """What is half typed, by the name of its field."""
        return dict(self._drafts)

    def draft(self, name: str) -> str:
        """Read what is half typed in a field."""
        return self._drafts.get(name, "")

    def draft_or(self, name: str, otherwise: str) -> str:
        """Read what is half typed in a field, emptied or not; else what it began with."""
        return self._drafts.get(name, otherwise)

    def set_draft(self, name: str, text: str, *, emptied: bool = False) -> None:
        """Remember what is half typed in a field, the newest last.

        Args:
            name: of the field.
            text: what is in it; an empty one is forgotten.
            emptied: an empty one is remembered too, because somebody emptied the field.
        """
        text = clean_text(text)
        kept = text if text or emptied else None
        if self._drafts.get(name) == kept:
            return
        self._drafts.pop(name, None)
        if kept is not None:
            self._drafts[name] = kept
        self._drafts_changed = True

    def tick(self, now_seconds: float) -> None:
        """Write what is half typed, every two seconds at most; the clock may start anywhere."""
        last = self._drafts_written
        if self._drafts_changed and (last is None or now_seconds - last >= DRAFT_SECONDS):
            self._drafts_written = now_seconds
            self._write_drafts()

    def _write_drafts(self) -> None:
        if self.read_only or not self._drafts_changed:
            return
        try:
            drafts.write(self.path, self._drafts)
        except OSError as error:
            self.trouble = self.trouble or trouble(error, self.path)
        else:
            self._drafts_changed = False

    def close(self) -> None:
        """Write what is left to write, and let the file go; twice is fine."""
        if self.trouble and not self.read_only:
            self._save()
        self._write_drafts()
        if self._journal:
            self._journal.close()

    def __enter__(self) -> Self:
        """Use the table in a `with`, which closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the table."""
        self.close()


def _stamp(moment: datetime) -> str:
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def _free(folder: Path, name: str) -> Path:
    try:
        return free_path(folder, name)
    except OSError:
        return folder / name  # Writing there will say what is wrong with the folder.


BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_text(text: str) -> str:
    """Put a text in its one form, without what cannot be seen and can do harm."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(c for c in kept if c not in BIDI_OVERRIDES))


def clean(value: T) -> T:
    """Clean every text in a value made of dataclasses and tuples."""
    cleaned: object = value
    if isinstance(value, str) and not isinstance(value, Enum):
        cleaned = clean_text(value)
    elif isinstance(value, tuple):
        cleaned = tuple(clean(part) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        cleaned = replace(value, **{f.name: clean(getattr(value, f.name)) for f in fields(value)})
    return cast(T, cleaned)
