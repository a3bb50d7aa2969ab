"""A sheet as it was read: rows of text cells with their addresses, and why a file was refused."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

from game.i18n import _

MAX_ROWS = 20_000
"""Below the header."""
MAX_COLUMNS = 200
MAX_SHEETS = 50
MAX_LETTERS = 32_767
"""What one cell of a sheet holds, in Excel and in LibreOffice."""
SECONDS = 60
"""How long reading a file may take; a whole country's sheet takes a few."""
HEADER_WITHIN = 10
"""Among how many rows the names of the columns are looked for."""
_FAILED = re.compile(
    r"#(N/[AB]|DIV/0!|DEEL/0!|VALUE!|WAARDE!|REF!|VERW!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)",
    re.IGNORECASE,
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FORMULA = re.compile(r"'+[=+\-@\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class SheetError(Exception):
    """A file that cannot be read as a sheet.

    Args:
        path: the file.
        text: what is wrong and what to do, in whole sentences.
    """

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(f"{path.name}: {text}")
        self.path = path
        self.text = text


@dataclass(frozen=True, slots=True)
class Row:
    """A row that has something in it."""

    number: int
    """As the office program counts it, from 1."""
    cells: tuple[str, ...]
    """The text of each cell from column A on."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name, and its rows with something in them."""

    name: str
    """Empty for a file of text, which has one sheet."""
    rows: tuple[Row, ...]


class Deadline:
    """The moment after which reading a file is given up.

    Args:
        path: the file that is read.
        seconds: how long from now.
    """

    def __init__(self, path: Path, seconds: float = SECONDS) -> None:
        self._path = path
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Go on while there is time.

        Raises:
            SheetError: there is none left.
        """
        if time.monotonic() > self._end:
            raise SheetError(
                self._path, _("Reading this file takes too long. Cut it into smaller parts.")
            )


def letter(column: int) -> str:
    """Name a column as office programs do: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(row: int, column: int) -> str:
    """Name a cell as office programs do: C12."""
    return f"{letter(column)}{row}"


def from_header(grid: Grid, fits: Callable[[tuple[str, ...]], bool]) -> Grid:
    """Leave out what somebody wrote above the names of the columns, where those can be found."""
    for n, row in enumerate(grid.rows[:HEADER_WITHIN]):
        if fits(row.cells):
            return Grid(grid.name, grid.rows[n:])
    return grid


def went_wrong(text: str) -> str:
    """Say of a cell that a program put something there that nobody meant; empty if it did not."""
    if _FAILED.fullmatch(text.strip()):
        return _("A formula went wrong here: {text}. Mend it, or type what is meant.").format(
            text=text.strip()
        )
    if "\ufffd" in text:
        return _("There are letters here that cannot be read. Save the file as .xlsx.")
    return ""


def key(text: str) -> str:
    """Make names comparable: no capitals, one underscore for spaces and hyphens."""
    return "_".join(text.translate(_UNSEEN).casefold().replace("-", " ").replace("_", " ").split())


def check_rows(path: Path, row: int, most: int = MAX_ROWS) -> None:
    """Refuse a sheet that is too long.

    Raises:
        SheetError: this row is past the last one that is read.
    """
    if row > most + 1:
        raise SheetError(
            path, _("This file has more than {most} rows. Cut it into parts.").format(most=most)
        )


def check_columns(path: Path, columns: int) -> None:
    """Refuse a sheet that is too wide.

    Raises:
        SheetError: this column is past the last one that is read.
    """
    if columns > MAX_COLUMNS:
        raise SheetError(
            path,
            _("This file has more than {most} columns. Take out what is not needed.").format(
                most=MAX_COLUMNS
            ),
        )


def plain(text: str) -> str:
    """Tidy a text cell, and take off the sign that keeps it from being read as a formula."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text).strip()
    return text[1:] if _FORMULA.match(text) else text


def guarded(text: str) -> str:
    """Put a sign before a text that would otherwise lose one of its own when it is read back."""
    return "'" + text if _FORMULA.match(text) else text


def clean(text: str, most: int = MAX_LETTERS) -> str:
    """Take out what no office file can hold, and what no cell has room for."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text).encode("utf-8", "ignore").decode()
    return text if len(text) <= most else text[: most - 1] + "…"


def as_typed(value: object, *, percent: bool = False) -> str:
    """Write a value of a cell as a person would have typed it: 12, 75%, 2026-03-31."""
    match value:
        case None:
            return ""
        case str():
            return plain(value)
        case bool():
            return _("TRUE") if value else _("FALSE")
        case int() | float():
            return _number(value * 100) + "%" if percent else _number(value)
        case datetime():
            whole = value.time() == clock()
            return value.date().isoformat() if whole else _minutes(value.isoformat(" "))
        case date():
            return value.isoformat()
        case clock():
            return _minutes(value.isoformat())
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return _minutes(f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}")
        case _:
            return plain(str(value))


def _number(value: float) -> str:
    # Fifteen digits are what a sheet keeps of a number: 0.1 + 0.2 was typed as 0.3.
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    return str(int(float(text))) if "e+" in text and float(text).is_integer() else text


def _minutes(text: str) -> str:
    text = text.partition(".")[0]
    return text.removesuffix(":00") if text.count(":") == 2 else text
