"""A draft as the text of its file, and into that file: whole, checked, with the one before kept."""

import errno
import os
from pathlib import Path

from game.decks.draft import Draft, tidy
from game.decks.findings import DeckError
from game.decks.read import DECK_FILE, Bases, Loaded, no_bases, read_text
from game.decks.yaml_text import field, listed
from game.office.files import replace_file

SCHEMA_FILE = "deck.schema.json"
PREVIOUS = ".vorige"
"""Behind the name of a deck file: how it was before it was last saved."""
NOTED = ".opmerkingen"
"""Behind the name of a deck file: how it was before the notes in it were left out."""
UNFINISHED = ".klad"
"""Behind the name of a deck file: the deck as it is being made, ready or not."""

SUFFIXES = (".yaml", ".yml")
_SCHEMA = "# yaml-language-server:"
_HERE = Path(__file__).resolve().parent


def to_yaml(draft: Draft, *, schema: str = f"./{SCHEMA_FILE}") -> str:
    """Write the text of a deck file; its first line tells editors where the JSON Schema is."""
    draft = tidy(draft)
    lines = [f"{_SCHEMA} $schema={schema}", "format: 1"]
    for key, value in (
        ("id", draft.id),
        ("title", draft.title),
        ("language", draft.language),
        ("version", draft.version),
        ("about", draft.about),
        ("based_on", draft.based_on),
    ):
        lines += field(key, value, needed=key in ("id", "title", "language"))
    lines += listed("drop", draft.drop)
    lines += _spheres(draft)
    lines += _activities(draft)
    if draft.criteria is not None:
        lines += _cards(
            "criteria",
            [
                [
                    *field("id", one.id, needed=True),
                    *field("kind", one.kind.value),
                    *field("title", one.title, needed=True),
                    *field("question", one.question, needed=True),
                    *field("icon", one.icon),
                ]
                for one in draft.criteria
            ],
        )
    if draft.closing is not None:
        lines += _cards(
            "closing",
            [
                [*field("id", one.id, needed=True), *field("question", one.question, needed=True)]
                for one in draft.closing
            ],
        )
    return "\n".join(lines) + "\n"


def check_draft(path: Path, draft: Draft, bases: Bases = no_bases) -> Loaded:
    """Read and check a draft as if it had been saved here; nothing is written."""
    return read_text(file_of(path), to_yaml(draft), bases=bases)


def save_draft(path: Path, draft: Draft, bases: Bases = no_bases) -> Path:
    """Save a deck in one go, keep the version before it beside it, and give the file's path.

    Notes behind a # are not written again: the last version that had any stays beside it too.
    A path without `.yaml` is a folder, that has pictures too; it is made where it is missing.
    An editor finds the JSON Schema in a copy beside the deck.

    Raises:
        DeckError: the deck would not load; nothing was written.
        OSError: it cannot be written; the file is as it was.
    """
    file = file_of(path)
    loaded = check_draft(path, draft, bases)
    if loaded.deck is None:
        raise DeckError(loaded.findings)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        number = errno.ENOTDIR
        raise NotADirectoryError(number, os.strerror(number), error.filename) from None
    text = to_yaml(draft, schema=schema_for(file))
    if file.is_file():
        before = file.read_bytes()
        replace_file(previous_of(file), before)
        # The version before is another one at the next save, and notes were typed by hand.
        if loses_notes(file, draft):
            replace_file(noted_file(file), before)
    replace_file(file, text.encode("utf-8"))
    put_schema_beside(file)
    # What was kept while it was not finished is in it now.
    kept_file(file).unlink(missing_ok=True)
    return file


def file_of(path: Path) -> Path:
    """Tell which file holds a deck: the file itself, or `deck.yaml` in the folder."""
    if path.suffix.lower() in SUFFIXES and not path.is_dir():
        return path
    return path / DECK_FILE


def previous_of(file: Path) -> Path:
    """Tell where the version before the last save is kept."""
    return file.with_name(file.name + PREVIOUS)


def noted_file(file: Path) -> Path:
    """Tell where the version is kept that had notes in it, which are not written again."""
    return file.with_name(file.name + NOTED)


def loses_notes(file: Path, draft: Draft) -> bool:
    """Tell whether lines that begin with # stand in a deck file that are not in a draft's.

    Raises:
        OSError: the file cannot be read.
    """
    found = _notes(file.read_text("utf-8", "replace"))
    return bool(found) and not found <= _notes(to_yaml(draft))


def _notes(text: str) -> set[str]:
    lines = (line.strip("\ufeff \t\r") for line in text.split("\n"))
    return {line for line in lines if line.startswith("#") and not line.startswith(_SCHEMA)}


def kept_file(file: Path) -> Path:
    """Tell where a draft of this deck is kept that is not ready to be saved."""
    return file.with_name(file.name + UNFINISHED)


def schema_for(file: Path) -> str:
    """Word the way from a deck file to its JSON Schema, as its first line has it.

    Beside the code it points there; a deck elsewhere, that may travel, gets a copy in its folder,
    so that no deck names a folder of the machine it was made on.
    """
    root = _HERE.parents[1]
    folder = file.resolve().parent
    if not (root / "pyproject.toml").is_file() or not folder.is_relative_to(root / "decks"):
        return f"./{SCHEMA_FILE}"
    return Path(os.path.relpath(_HERE / SCHEMA_FILE, folder)).as_posix()


def put_schema_beside(file: Path) -> None:
    """Copy the JSON Schema into the folder of a deck that looks for it there."""
    beside = file.with_name(SCHEMA_FILE)
    if schema_for(file) == f"./{SCHEMA_FILE}":
        whole = (_HERE / SCHEMA_FILE).read_bytes()
        if not beside.is_file() or beside.read_bytes() != whole:
            replace_file(beside, whole)


def _spheres(draft: Draft) -> list[str]:
    if draft.spheres is None:
        return []
    lines = ["", "spheres:" if draft.spheres else "spheres: {}"]
    for one in draft.spheres:
        lines.append(f"  {one.place.value}:")
        inside = field("title", one.title, needed=True) + field("explanation", one.explanation)
        lines += _deeper(inside, "    ")
    return lines


def _activities(draft: Draft) -> list[str]:
    if draft.based_on and not draft.activities:
        return []
    return _cards(
        "activities",
        [
            [
                *field("id", one.id, needed=True),
                *field("title", one.title, needed=True),
                *field("text", one.text),
                *field("icon", one.icon),
                *field("picture", one.picture),
                *listed("tags", one.tags),
            ]
            for one in draft.activities
        ],
    )


def _cards(key: str, cards: list[list[str]]) -> list[str]:
    if not cards:
        return ["", f"{key}: []"]
    lines = ["", f"{key}:"]
    for card in cards:
        first, *rest = _deeper(card, "    ")
        lines += ["  - " + first[4:], *rest, ""]
    return lines[:-1]


def _deeper(lines: list[str], indent: str) -> list[str]:
    return [indent + line if line else "" for line in lines]
