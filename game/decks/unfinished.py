"""Decks that are not ready to be saved: kept beside their file until they are."""

from pathlib import Path

from game.decks.draft import Draft
from game.decks.read import DECK_FILE, read_draft
from game.decks.write import (
    UNFINISHED,
    file_of,
    kept_file,
    put_schema_beside,
    schema_for,
    to_yaml,
)
from game.office.files import replace_file


def keep(path: Path, draft: Draft) -> Path:
    """Keep a draft, finished or not, beside the deck it is to be; give where.

    Raises:
        OSError: it cannot be written.
    """
    file = file_of(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = kept_file(file)
    replace_file(beside, to_yaml(draft, schema=schema_for(file)).encode("utf-8"))
    put_schema_beside(file)
    return beside


def kept(path: Path) -> Draft | None:
    """Read the draft that was kept beside a deck, if there is one."""
    beside = kept_file(file_of(path))
    return read_draft(beside)[0] if beside.is_file() else None


def forget(path: Path) -> None:
    """Throw the draft beside a deck away."""
    kept_file(file_of(path)).unlink(missing_ok=True)


def kept_in(folder: Path) -> tuple[Path, ...]:
    """List the deck files, there or not yet, that have a draft beside them."""
    try:
        among = sorted(folder.iterdir())
        found = [path for path in among if path.name.endswith(UNFINISHED) and path.is_file()]
        found += [
            path / f"{DECK_FILE}{UNFINISHED}"
            for path in among
            if (path / f"{DECK_FILE}{UNFINISHED}").is_file()
        ]
    except OSError:
        return ()
    return tuple(path.with_name(path.name.removesuffix(UNFINISHED)) for path in sorted(found))
