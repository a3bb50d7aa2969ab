"""Writing a file so that it is either the old one or the whole new one."""

import os
import sys
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, sync it, and move it there.

    Raises:
        OSError: it could not be written; the old file still stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = beside(path, ".new")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        forget(unfinished)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return  # Some network folders cannot; the file itself is synced.
    finally:
        os.close(descriptor)


def forget(path: Path) -> None:
    """Remove a side file, if it is there and the system lets us."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # What stays behind is harmless and is written over next time.


def beside(path: Path, ending: str) -> Path:
    """Name a side file of a save."""
    return path.with_name(path.name + ending)
