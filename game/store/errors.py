"""What can go wrong with a save, by name; the sentences live in `game.words`."""

import errno
from enum import StrEnum
from pathlib import Path

from game.core.frozen import dataclass


class Problem(StrEnum):
    """Why a file cannot be used."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    """The system does not let us read it; `text` is what it said."""
    BROKEN_HEADER = "broken_header"
    """The first line is damaged, or this is no save at all."""
    DAMAGED = "damaged"
    """Damage at line `line`; what comes before it can be read."""
    NEWER = "newer"
    """Made by a newer version of the program; `text` is its format number."""
    EMPTY = "empty"
    """A header and nothing after it: the session never started."""
    IN_USE = "in_use"
    """Another window has it open, so it is not changed, renamed or deleted."""
    READ_ONLY = "read_only"
    """This table was opened only to be read."""
    EXISTS = "exists"
    """A file of that name is there already."""
    BAD_NAME = "bad_name"
    """Not a name that a file can have; `text` is the name."""
    NOT_WRITTEN = "not_written"
    """The system does not let us write it; `text` is what it said."""
    BROKEN_SETUP = "broken_setup"
    """A prepared set-up file that cannot be read; `text` is where and, after a colon, what."""


class SaveError(Exception):
    """A file of the store cannot be used.

    Args:
        problem: its name.
        path: the file that it is about.
        line: the line in it, from 1; 0 where there is none.
        text: a detail, as the problem says.
    """

    def __init__(self, problem: Problem, path: Path, *, line: int = 0, text: str = "") -> None:
        super().__init__(problem, str(path), line, text)
        self.problem = problem
        self.path = path
        self.line = line
        self.text = text


class NoticeKind(StrEnum):
    """What the table should know about a save that was opened."""

    TORN_LINE = "torn_line"
    """The last line was half written; it was set aside in the file `path`."""
    TORN_LINE_PASSED = "torn_line_passed"
    """The last line was half written; the save is only read, so it still stands in it."""
    REST_SET_ASIDE = "rest_set_aside"
    """Everything from line `line` on was damaged, and was set aside in the file `path`."""
    REST_PASSED = "rest_passed"
    """Everything from line `line` on is damaged and left out; the file itself is unchanged."""
    IN_USE = "in_use"
    """Another window has it open: here it can only be read."""
    NOT_WRITABLE = "not_writable"
    """The file or its folder cannot be written: it can only be read."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that happened while a save was opened, and that does not stop it."""

    kind: NoticeKind
    path: Path
    line: int = 0


class TroubleKind(StrEnum):
    """Why the last step could not be saved."""

    DISK_FULL = "disk_full"
    NO_PERMISSION = "no_permission"
    GONE = "gone"
    """The file or its folder is not there any more."""
    CHANGED = "changed"
    """Another program wrote in the file, so we do not."""
    OTHER = "other"
    """Something else; `text` is what the system said."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """The session goes on, but is not saved; every step is kept in memory."""

    kind: TroubleKind
    path: Path
    text: str = ""


class FileChangedError(OSError):
    """Another program wrote in a file that is ours alone."""


_KINDS = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: TroubleKind.DISK_FULL,
    errno.EFBIG: TroubleKind.DISK_FULL,
    errno.EACCES: TroubleKind.NO_PERMISSION,
    errno.EPERM: TroubleKind.NO_PERMISSION,
    errno.EROFS: TroubleKind.NO_PERMISSION,
    errno.ENOENT: TroubleKind.GONE,
    errno.ENOTDIR: TroubleKind.GONE,
    errno.ENODEV: TroubleKind.GONE,
    errno.ENXIO: TroubleKind.GONE,
}


def trouble(error: OSError, path: Path) -> Trouble:
    """Name the trouble behind an error of the system."""
    if isinstance(error, FileChangedError):
        return Trouble(TroubleKind.CHANGED, path)
    kind = _KINDS.get(error.errno or 0, TroubleKind.OTHER)
    return Trouble(kind, path, error.strerror or str(error))


def refused_by_system(problem: Problem, path: Path, error: OSError) -> SaveError:
    """Make a problem with a file out of an error of the system."""
    if isinstance(error, FileNotFoundError) and problem is Problem.UNREADABLE:
        return SaveError(Problem.NOT_FOUND, path)
    return SaveError(problem, path, text=error.strerror or str(error))
