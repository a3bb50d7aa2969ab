"""One window at a time: a lock on a side file, which the system frees when its holder dies."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".lock"
"""Ending of the side file that keeps a second window out."""


class Lock:
    """A lock that is held until it is released.

    Raises:
        BlockingIOError: another program holds it.
        OSError: the side file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = _take(path)

    def release(self) -> None:
        """Let go, and remove the side file; twice is fine."""
        if self._descriptor is None:
            return
        if sys.platform == "win32":
            os.close(self._descriptor)
            _remove(self.path)
        else:
            # While we still hold it: nobody else can have locked this very file.
            _remove(self.path)
            os.close(self._descriptor)
        self._descriptor = None


def _take(path: Path) -> int | None:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(descriptor)
            if _still_there(path, descriptor):
                return descriptor
        except OSError:
            os.close(descriptor)
            raise
        # Its holder removed the file between our opening and our locking it.
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(error.errno, "locked") from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # An empty side file that stays behind locks nobody out.
