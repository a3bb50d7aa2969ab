"""Folders as people name them, and as the file manager of this computer shows them."""

import os
import sys
from pathlib import Path

from game.store.errors import Problem, SaveError


def typed_path(text: str) -> Path:
    """Make a path of what somebody typed, from the root on.

    Raises:
        SaveError: it begins in the home folder of nobody.
    """
    path = Path(text.strip())
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        raise SaveError(Problem.NOT_FOUND, path) from None


def free_path(path: Path) -> Path:
    """Give a path at which nothing is yet: this one, or with a number behind its name."""
    found, number = path, 2
    while is_there(found):
        found, number = path.with_name(f"{path.stem}-{number}{path.suffix}"), number + 1
    return found


def starting_places() -> tuple[Path, ...]:
    """List where people look for their files: home, the folders in it, and the drives."""
    home = Path.home()
    names = ("Desktop", "Bureaublad", "Documents", "Documenten", "Downloads")
    places = [home, *(home / name for name in names)]
    if sys.platform == "win32":
        places += [Path(f"{letter}:\\") for letter in "CDEFGHIJKLMNOPQRSTUVWXYZ"]
    else:
        places.append(Path("/"))
        for folder in (
            Path("/Volumes"),
            Path("/media") / home.name,
            Path("/run/media") / home.name,
        ):
            places += folders_in(folder)
    return tuple(place for place in places if is_folder(place))


def folders_in(folder: Path) -> list[Path]:
    """List the folders in a folder by name, without hidden ones; none if it cannot be read."""
    return [path for path in _inside(folder) if is_folder(path)]


def files_in(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    """List the files in a folder that end like this, by name; none if it cannot be read."""
    return [path for path in _inside(folder) if path.suffix.lower() in endings and is_file(path)]


def can_be_read(folder: Path) -> bool:
    """Tell whether what is in a folder can be listed."""
    try:
        next(folder.iterdir(), None)
    except OSError:
        return False
    return True


def _inside(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.name.casefold())


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder that can be seen; a path that cannot be is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Tell whether this is a file that can be seen."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Tell whether something can be seen at a path; writing to another one says what is wrong."""
    try:
        return path.exists()
    except OSError:
        return False


def open_folder(folder: Path) -> bool:
    """Open a folder in the file manager; False when this computer has none."""
    import subprocess

    try:
        if sys.platform == "win32":
            os.startfile(folder)
        else:
            command = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(
                [command, str(folder)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
    except OSError:
        return False
    return True
