"""The bin: where a deck goes that is thrown away, and can be taken out of again."""

from pathlib import Path

from game.decks.read import DECK_FILE
from game.decks.write import NOTED, PREVIOUS, UNFINISHED, kept_file, noted_file, previous_of

BIN = ".prullenbak"
"""The folder among the decks; no deck is looked for in it."""


def throw_away(path: Path, folder: Path) -> Path:
    """Move a deck, with all that is kept beside it, into the bin of the decks; give where.

    Args:
        path: a deck file, a `.sferendeck`, or the folder of a deck or the `deck.yaml` in it.
        folder: the folder of decks that it is in.

    Raises:
        OSError: it cannot be moved.
    """
    if path.name == DECK_FILE and path.parent.resolve() != folder.resolve():
        path = path.parent
    thrown = _free(folder / BIN, path.name)
    thrown.mkdir(parents=True)
    for one in (path, previous_of(path), noted_file(path), kept_file(path)):
        if one.exists():
            one.replace(thrown / one.name)
    return thrown


def put_back(thrown: Path) -> Path:
    """Move a deck out of the bin to where it was; give its file or folder.

    Raises:
        FileExistsError: there is another deck in its place by now.
        OSError: it cannot be moved.
    """
    folder = thrown.parent.parent
    beside = (PREVIOUS, NOTED, UNFINISHED)
    inside = sorted(thrown.iterdir(), key=lambda one: one.name.endswith(beside))
    for one in inside:
        if (folder / one.name).exists():
            raise FileExistsError(folder / one.name)
    for one in inside:
        one.replace(folder / one.name)
    thrown.rmdir()
    return folder / inside[0].name


def _free(folder: Path, name: str) -> Path:
    found, number = folder / name, 2
    while found.exists():
        found, number = folder / f"{name}-{number}", number + 1
    return found
