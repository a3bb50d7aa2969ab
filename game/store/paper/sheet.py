"""A paper session as a sheet of cells: which sheet of a file, which columns, which rows."""

import difflib
from collections.abc import Mapping
from pathlib import Path

from game.core.frozen import dataclass, replace
from game.decks.draft import tidy_text
from game.i18n import _
from game.office.grid import Grid, SheetError, from_header, key, letter, went_wrong
from game.office.sheets import read_sheets as read_grids
from game.store.paper import terms

HEADER_ROW = 1
EXAMPLES = frozenset({"voorbeeld", "example"})
"""Sheets of the form that show how to fill it in; they are never read."""
LOOKS_LIKE_A_FORM = 3
"""So many columns that a form has make a sheet one."""
_TURNED = str.maketrans("", "", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing; a save never holds them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell; row 0 is the whole file."""

    row: int
    column: str
    """As the file's own header calls it."""
    text: str
    sheet: str = ""
    """Empty where the file has no named sheets."""

    def __str__(self) -> str:
        """Say it in one line."""
        parts = {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "problem": self.text,
        }
        if not self.row:
            return self.text
        if self.sheet and self.column:
            return _("Sheet {sheet}, row {row}, column {column}: {problem}").format(**parts)
        if self.sheet:
            return _("Sheet {sheet}, row {row}: {problem}").format(**parts)
        if self.column:
            return _("Row {row}, column {column}: {problem}").format(**parts)
        return _("Row {row}: {problem}").format(**parts)


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
    title: str = ""
    """The name on its tab; empty where the file has none."""
    header_row: int = HEADER_ROW

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


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read the sheets of a file that hold sessions: Excel, OpenDocument or CSV.

    Raises:
        PaperError: it is no such file, or columns are missing that nothing goes without.
    """
    try:
        grids = read_grids(path, knows=lambda name: terms.column(name) is not None)
    except SheetError as error:
        raise whole_file(error.text) from None
    grids = tuple(from_header(grid, _fits) for grid in grids if grid.rows)
    if not grids:
        raise whole_file(_("This file is empty."))
    forms = [grid for grid in grids if not _missing(grid)]
    # A table in which one name is misspelt must not be passed over among the good ones.
    meant = [grid for grid in grids if _missing(grid) and _known(grid) >= LOOKS_LIKE_A_FORM]
    if not forms and not meant:
        meant = [max(grids, key=_known)]
    if meant:
        raise PaperError(tuple(problem for grid in meant for problem in _lacking(grid)))
    filled = [grid for grid in forms if grid.name.casefold() not in EXAMPLES]
    sheets = tuple(_sheet(grid) for grid in filled)
    if not any(sheet.rows for sheet in sheets):
        named = (filled or forms)[0]
        text = _("There are no rows under the header.")
        raise PaperError((Problem(named.rows[0].number, "", text, named.name),))
    return tuple(sheet for sheet in sheets if sheet.rows or sheet.problems)


def _fits(cells: tuple[str, ...]) -> bool:
    return {terms.column(name) for name in cells} >= set(terms.REQUIRED)


def _lacking(grid: Grid) -> tuple[Problem, ...]:
    names = ", ".join(f"{column} ({terms.COLUMNS[column]})" for column in _missing(grid))
    text = _("These columns are missing: {names}.").format(names=names)
    return (Problem(grid.rows[0].number, "", text, grid.name), *_columns(grid)[1])


def _known(grid: Grid) -> int:
    return sum(terms.column(name) is not None for name in grid.rows[0].cells)


def _missing(grid: Grid) -> list[str]:
    found = {terms.column(name) for name in grid.rows[0].cells}
    return [column for column in terms.REQUIRED if column not in found]


def _sheet(grid: Grid) -> Sheet:
    header = grid.rows[0]
    columns, problems = _columns(grid)
    rows: list[Row] = []
    for row in grid.rows[1:]:
        content: dict[str, str] = {}
        for n, text in enumerate(row.cells):
            column = columns[n] if n < len(columns) else None
            if not text:
                continue
            if column and (wrong := went_wrong(text)):
                problems.append(Problem(row.number, header.cells[n], wrong, grid.name))
            elif column:
                content[column] = tidy_text(text.translate(_TURNED).replace("\t", " "))
            elif n >= len(header.cells) or not header.cells[n]:
                said = _("This cell stands under no column name.")
                problems.append(Problem(row.number, letter(n + 1), said, grid.name))
        content = {column: text for column, text in content.items() if text}
        if content:
            rows.append(Row(row.number, content))
    names = {column: header.cells[n] for n, column in enumerate(columns) if column}
    return Sheet(names, tuple(rows), tuple(problems), grid.name, header.number)


def _columns(grid: Grid) -> tuple[list[str | None], list[Problem]]:
    row, header = grid.rows[0].number, grid.rows[0].cells
    columns: list[str | None] = []
    problems: list[Problem] = []
    for name in header:
        column = terms.column(name)
        if name and column is None:
            known = [*terms.COLUMNS, *terms.COLUMNS.values()]
            near = difflib.get_close_matches(key(name), known, 1)
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
    return columns, [replace(problem, sheet=grid.name) for problem in problems]
