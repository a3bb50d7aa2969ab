"""A set-up file: what a trainer prepares, and what the table chose last time."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from game.core.frozen import dataclass
from game.core.setup import Seat, Setup
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.files import write_whole
from game.store.plain import decode, encode

FORMAT = 1
COLOURS = 12
PREPARED = "setup, seats, deck"
"""What a set-up file holds, as a complaint names it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A set-up and its seats, ready to start with a deck."""

    setup: Setup
    seats: tuple[Seat, ...]
    deck: str
    """The id of the deck."""


def to_dict(prepared: Prepared) -> dict[str, object]:
    """Turn a prepared set-up into what JSON holds."""
    return {"format": FORMAT, **encode(prepared)}


def from_dict(data: object) -> Prepared:
    """Read a prepared set-up; of a seat only its label is needed.

    Raises:
        ValueError: a value is missing, unknown or of another shape; the text says where.
    """
    if not isinstance(data, dict):
        raise ValueError(f"{PREPARED}: named fields are needed")
    known = {"format", *(field.name for field in fields(Prepared))}
    if extra := sorted(set(data) - known):
        raise ValueError(f"{str(extra[0])[:60]}: no such field")
    number = data.get("format", FORMAT)
    if number != FORMAT:
        raise ValueError(f"format: {str(number)[:20]} where {FORMAT} is needed")
    plain = {"setup": {}, "seats": [], **{k: v for k, v in data.items() if k != "format"}}
    plain["seats"] = _seats(plain["seats"])
    return decode(Prepared, plain, strict=True)


def _seats(seats: Any) -> Any:
    """Give seats the id and the colour that a trainer need not write."""
    if not isinstance(seats, list):
        return seats
    return [
        {"id": f"s{number + 1}", "colour": number % COLOURS, **seat}
        if isinstance(seat, dict)
        else seat
        for number, seat in enumerate(seats)
    ]


def read(path: Path) -> Prepared:
    """Read a set-up file.

    Raises:
        SaveError: it cannot be read.
    """
    try:
        return from_dict(json.loads(path.read_bytes()))
    except OSError as error:
        raise refused_by_system(Problem.UNREADABLE, path, error) from error
    except json.JSONDecodeError as error:
        raise SaveError(Problem.BROKEN_SETUP, path, line=error.lineno, text=str(error)) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise SaveError(Problem.BROKEN_SETUP, path, line=1, text=str(error)) from None
    except ValueError as error:
        raise SaveError(Problem.BROKEN_SETUP, path, text=str(error)) from None


def write(prepared: Prepared, path: Path) -> None:
    """Write a set-up file.

    Raises:
        SaveError: it could not be written.
    """
    text = json.dumps(to_dict(prepared), ensure_ascii=False, indent=2) + "\n"
    try:
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, path, error) from error
