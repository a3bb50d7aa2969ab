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
