"""A paper session as a sheet of cells: which encoding, which separator, which columns."""

import csv
import difflib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.i18n import _
from game.store.paper import terms
from game.words import said_by_system

MAX_BYTES = 5_000_000
MAX_ROWS = 20_000
HEADER_ROW = 1
_SEPARATORS = (";", "\t", ",")
"""Where a header names no column with any of them, the first is as good as the others."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell; row 0 is the whole file."""

    row: int
    column: str
    """As the file's own header calls it."""
    text: str

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.row:
            return self.text
        if not self.column:
            return _("Row {row}: {problem}").format(row=self.row, problem=self.text)
        return _("Row {row}, column {column}: {problem}").format(
            row=self.row, column=self.column, problem=self.text
        )


class PaperError(Exception):
    """A paper session cannot be read; nothing of it was.

    Args:
        problems: all of them, by row.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, and the text of each column that is filled."""

    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Read a cell; an empty one is an empty text."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows under the header, and what the header calls each column."""

    names: Mapping[str, str]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def name(self, column: str) -> str:
        """Say what the file calls a column."""
        return self.names.get(column, column)


def short(text: str) -> str:
    """Cut a text to what fits in a sentence about it."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


def whole_file(text: str) -> PaperError:
    """Refuse a file for one reason."""
    return PaperError((Problem(0, "", text),))


def read_sheet(path: Path) -> Sheet:
    """Read a CSV file.

    Raises:
        PaperError: it is no such file, or columns are missing that nothing goes without.
    """
    text = _text(path)
    separator = ""
    if text[:4].casefold() == "sep=":
        line, _newline, text = text.partition("\n")
        separator = line.strip("\r\n")[4:5]
    if separator not in _SEPARATORS:
        header = text.lstrip().partition("\n")[0]
        separator = max(_SEPARATORS, key=lambda sign: _known(header, sign))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise whole_file(_("This file is not a table with rows and columns.")) from None
    if len(lines) > MAX_ROWS + 1:
        raise whole_file(
            _("This file has more than {most} rows. Cut it into parts.").format(most=MAX_ROWS)
        )
    return _sheet(lines)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise whole_file(
                _("This file is larger than {most} MB.").format(most=MAX_BYTES // 1_000_000)
            )
        raw = path.read_bytes()
    except FileNotFoundError:
        raise whole_file(_("There is no such file.")) from None
    except OSError as error:
        reason = said_by_system(error.strerror or str(error))
        raise whole_file(_("This file cannot be read: {reason}.").format(reason=reason)) from None
    text = _decoded(raw)
    if "\0" in text:
        raise whole_file(_("This is not a text file. Save the sheet as CSV."))
    return text


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _known(header: str, separator: str) -> int:
    names = next(csv.reader([header], delimiter=separator), [])
    return sum(terms.column(name) is not None for name in names)


def _plain(cell: str) -> str:
    """Take off the sign that keeps a sheet from reading a text as a formula."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _sheet(lines: list[list[str]]) -> Sheet:
    start = next((n for n, cells in enumerate(lines) if any(c.strip() for c in cells)), None)
    if start is None:
        raise whole_file(_("This file is empty."))
    header = [cell.strip() for cell in lines[start]]
    header_row = start + HEADER_ROW
    columns, problems = _columns(header, header_row)
    found = {column for column in columns if column}
    missing = [column for column in terms.REQUIRED if column not in found]
    if missing:
        names = ", ".join(f"{column} ({terms.COLUMNS[column]})" for column in missing)
        lacking = Problem(
            header_row, "", _("These columns are missing: {names}.").format(names=names)
        )
        raise PaperError((lacking, *problems))
    rows: list[Row] = []
    for number, cells in enumerate(lines[start + 1 :], header_row + 1):
        filled = {n: _plain(cell) for n, cell in enumerate(cells) if cell.strip()}
        named = {n: columns[n] if n < len(columns) else None for n in filled}
        for n, column in named.items():
            if column is None and (n >= len(header) or not header[n]):
                text = _("This cell stands under no column name.")
                problems.append(Problem(number, str(n + 1), text))
        content = {column: filled[n] for n, column in named.items() if column}
        if content:
            rows.append(Row(number, content))
    names_found = {column: header[n] for n, column in enumerate(columns) if column}
    return Sheet(names_found, tuple(rows), tuple(problems))


def _columns(header: list[str], row: int) -> tuple[list[str | None], list[Problem]]:
    columns: list[str | None] = []
    problems: list[Problem] = []
    for name in header:
        column = terms.column(name)
        if name and column is None:
            known = [*terms.COLUMNS, *terms.COLUMNS.values()]
            near = difflib.get_close_matches(terms.key(name), known, 1)
            text = _("There is no such column.")
            if near:
                text = _("There is no such column. Do you mean “{nearest}”?").format(
                    nearest=near[0]
                )
            problems.append(Problem(row, short(name), text))
        elif column in columns and column is not None:
            problems.append(Problem(row, short(name), _("This column stands here twice.")))
            column = None
        columns.append(column)
    return columns, problems
