"""Where files lie: beside the code in a checkout, in the user's own folders when installed."""

import os
from pathlib import Path

APP = "sferenspel"
_PACKAGE = Path(__file__).resolve().parent.parent


def installed() -> bool:
    """Tell whether the game runs from an installed package, which carries its own data."""
    return (_PACKAGE / "data").is_dir()


def resources() -> Path:
    """Find the folder that holds `decks` and the example session."""
    return _PACKAGE / "data" if installed() else _PACKAGE.parent


def saves_folder(chosen: Path | None = None) -> Path:
    """Find where sessions are kept: as chosen, by SFERENSPEL_SAVES, or the usual place."""
    return chosen or _from_environment("SFERENSPEL_SAVES") or _own("saves")


def own_decks_folder(chosen: Path | None = None) -> Path:
    """Find where the table's own decks are written: as chosen, by SFERENSPEL_DECKS, or usual."""
    return chosen or _from_environment("SFERENSPEL_DECKS") or _own("decks")


def decks_folders(chosen: Path | None = None) -> tuple[Path, ...]:
    """List where decks are read from: the shipped ones first, the table's own last."""
    folders = (resources() / "decks", own_decks_folder(chosen))
    return tuple(dict.fromkeys(folders))


def settings_file() -> Path:
    """Find the file with the settings; SFERENSPEL_SETTINGS goes first."""
    given = _from_environment("SFERENSPEL_SETTINGS")
    if given:
        return given
    # A checkout keeps its settings where git does not look.
    return _user_folder() / "settings.json" if installed() else _own("saves") / "settings.json"


def documents_folder() -> Path | None:
    """Find where people keep their own files, under the name it has here; None if it is gone."""
    import platformdirs

    try:
        folder = platformdirs.user_documents_path()
    except (OSError, RuntimeError):  # Nobody's home folder.
        return None
    return folder if folder.is_dir() else None


def _own(name: str) -> Path:
    return (_user_folder() if installed() else resources()) / name


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(name, "").strip()
    if not value:
        return None
    try:
        return Path(value).expanduser()
    except RuntimeError:  # It begins in the home folder of nobody.
        return Path(value)


def _user_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False))
