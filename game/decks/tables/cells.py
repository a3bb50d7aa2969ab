"""The cells of a deck's sheets: rows by their columns, and what is wrong with them."""

import csv
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from game.decks.tables.terms import COLUMNS, NEEDED, Names, meant, shown
from game.i18n import _
from game.office.grid import HEADER_WITHIN, Grid, from_header, key, letter, went_wrong
from game.words import listing

MANY = 100
"""After so many problems no nearest names are looked for any more."""
SURE = 0.75
"""How near a mistyped name must be to one that is known for its column to be read."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]{5,8})?")
"""What a date in a sheet is read as."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with one cell; row 0 is the whole sheet, no sheet the whole file."""

    sheet: str
    row: int
    column: str
    """As the header of the sheet calls it."""
    text: str
    error: bool = True
    """Whether it keeps the deck from being made."""

    @property
    def where(self) -> str:
        """Name the sheet, row and column, as far as there are any."""
        parts = []
        if self.sheet:
            parts.append(_("sheet {sheet}").format(sheet=self.sheet))
        if self.row:
            parts.append(_("row {row}").format(row=self.row))
        if self.column:
            parts.append(_("column {column}").format(column=self.column))
        where = ", ".join(parts)
        return f"{where[:1].upper()}{where[1:]}"

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.where}: {self.text}" if self.where else self.text


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the header."""

    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Read a cell; an empty one is an empty text."""
        return self.cells.get(column, "")


@dataclass(slots=True)
class Part:
    """One sheet of a deck: its rows, and where each of its cards stands."""

    name: str = ""
    lines: tuple[Line, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    """What the sheet's own header calls each column."""


def read_part(grid: Grid, section: str, problems: list[CellProblem]) -> Part:
    """Read a sheet, and note what stands in no column that is known."""
    if not grid.rows:
        return Part(grid.name)
    grid = _from_names(grid, section)
    header = grid.rows[0]
    columns = _columns(grid, section, problems)
    lines = []
    for row in grid.rows[1:]:
        cells: dict[str, str] = {}
        for n, text in enumerate(row.cells):
            if n < len(columns) and columns[n] and text:
                cells[columns[n]] = text
                _notice(grid.name, row.number, header.cells[n], text, problems)
            elif text and (n >= len(columns) or not header.cells[n]):
                said = _("This cell stands under no column name.")
                problems.append(CellProblem(grid.name, row.number, letter(n + 1), said))
        if cells:
            lines.append(Line(row.number, cells))
    own = {name: header.cells[n] for n, name in enumerate(columns) if name}
    return Part(grid.name, tuple(lines), own)


def _from_names(grid: Grid, section: str) -> Grid:
    """Begin at the names of the columns, also where one of those was mistyped or left out."""
    names, needed = COLUMNS[section], set(NEEDED[section])
    grid = from_header(grid, lambda cells: needed <= {meant(names, said) for said in cells})
    if needed <= {meant(names, said) for said in grid.rows[0].cells}:
        return grid
    rows = grid.rows[:HEADER_WITHIN]
    found = [len({_guessed(names, said) for said in row.cells} - {""}) for row in rows]
    best = found.index(max(found))
    return Grid(grid.name, grid.rows[best if found[best] > 1 else 0 :])


def _columns(grid: Grid, section: str, problems: list[CellProblem]) -> list[str]:
    """Tell what each column is.

    One with a mistyped name is an error, and yet it is read: so what is wrong in its cells is told
    with it, and not only after it was mended.
    """
    names, header = COLUMNS[section], grid.rows[0]
    columns: list[str] = []
    for said in header.cells:
        name = meant(names, said)
        if name and name in columns:
            text = _("This column stands here twice.")
            problems.append(CellProblem(grid.name, header.number, said, text))
            name = ""
        columns.append(name)
    left_out: list[tuple[str, str]] = []
    for n, said in enumerate(header.cells):
        if not said or meant(names, said):
            continue
        if mistyped := _mistyped(grid, said, section, len(problems)):
            problems.append(mistyped)
            guess = _guessed(names, said)
            columns[n] = guess if guess not in columns else ""
        else:
            left_out.append((letter(n + 1), said[:40]))
    if left_out:
        problems.append(_left_out(grid, left_out))
    for name in NEEDED[section]:
        if name not in columns:
            text = _("The column {name} is missing.").format(name=shown(names, name).capitalize())
            problems.append(CellProblem(grid.name, header.number, "", text))
    return columns


def _guessed(names: Names, said: str) -> str:
    """Find which column a name is, also when a letter of it is wrong; empty if none."""
    near = difflib.get_close_matches(key(said[:60]), _said(names), 1, SURE)
    return meant(names, said) or (meant(names, near[0]) if near else "")


def _said(names: Names) -> list[str]:
    return [*names, *(name for others in names.values() for name in others)]


def _notice(sheet: str, row: int, column: str, text: str, problems: list[CellProblem]) -> None:
    """Notice what a program made of a cell."""
    if wrong := went_wrong(text):
        problems.append(CellProblem(sheet, row, column, wrong))
    elif _DATE.fullmatch(text):
        said = _("This is a date now. Was it something else? Make the cell text and type it again.")
        problems.append(CellProblem(sheet, row, column, said, error=False))


def _mistyped(grid: Grid, said: str, section: str, found: int) -> CellProblem | None:
    """Say that a column is not known, where one that is must have been meant."""
    names = _said(COLUMNS[section])
    near = difflib.get_close_matches(key(said[:60]), names, 1) if found < MANY else []
    if not near:
        return None
    text = _("There is no such column. Do you mean “{nearest}”?").format(nearest=near[0])
    return CellProblem(grid.name, grid.rows[0].number, said[:40], text)


def _left_out(grid: Grid, columns: list[tuple[str, str]]) -> CellProblem:
    """Say in one sentence that columns are not known, with their letters where there are more."""
    row = grid.rows[0].number
    if len(columns) == 1:
        text = _("A deck has no such column, so it is left out.")
        return CellProblem(grid.name, row, columns[0][1], text, error=False)
    named = listing(tuple(f"“{said}” ({place})" for place, said in columns))
    text = _("A deck has no columns {columns}, so they are left out.").format(columns=named)
    return CellProblem(grid.name, row, "", text, error=False)


def listed(cell: str) -> tuple[str, ...]:
    """Read a list in one cell, with commas, semicolons or lines between its parts."""
    if '"' not in cell and "," not in cell:
        cell = cell.replace(";", ",")
    cell = cell.replace("\n", ",")
    parts = next(csv.reader([cell], skipinitialspace=True), [])
    return tuple(part.strip() for part in parts if part.strip())


def in_one_cell(parts: tuple[str, ...]) -> str:
    """Write a list in one cell."""
    return ", ".join(
        '"' + part.replace('"', '""') + '"' if any(sign in part for sign in ',;"') else part
        for part in parts
    )
