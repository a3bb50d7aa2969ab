"""Workbooks for Excel and LibreOffice, written so that no text turns into a formula or a link."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import _
from game.office.grid import MAX_LETTERS, clean, guarded, letter

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | None
INLINE_LETTERS = 250
"""A list to choose from that is longer goes on a sheet of its own."""
LINE, TALLEST = 15, 409
"""Height of a line, and the most that a row may have, in points."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its header says, and what may stand in it."""

    title: str
    width: float = 18
    """In letters."""
    choices: tuple[str, ...] = ()
    """What a cell is chosen from."""
    strict: bool = False
    """Whether nothing else can be typed."""
    hint: str = ""
    """Shown beside a cell while it is filled in."""
    form: str = ""
    """How numbers are shown, as Excel writes it: 0.00, 0%."""


@dataclass(frozen=True, slots=True)
class SheetToWrite:
    """A sheet with a header row and rows of cells under it."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    to_fill: int = 0
    """How many rows below are made ready to be filled in."""


def write_sheets(
    path: Path,
    sheets: tuple[SheetToWrite, ...],
    *,
    title: str,
    language: str = "nl",
    created: datetime | None = None,
) -> None:
    """Write a workbook.

    Args:
        path: the file; the folder is there.
        sheets: in the order of their tabs.
        title: of the whole, in its properties.
        language: of its texts, in its properties.
        created: the moment in its properties; now if None.

    Raises:
        OSError: it cannot be written.
    """
    path.write_bytes(sheets_bytes(sheets, title=title, language=language, created=created))


def sheets_bytes(
    sheets: tuple[SheetToWrite, ...],
    *,
    title: str,
    language: str = "nl",
    created: datetime | None = None,
) -> bytes:
    """Make the bytes of a workbook; see `write_sheets`."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": clean(title)[:255], "created": created or datetime.now(UTC)})
    book.set_custom_property("Language", language)
    writing = _Writing(book)
    for sheet in sheets:
        writing.add(sheet)
    writing.add_lists()
    book.close()
    return out.getvalue()


class _Writing:
    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._cell = book.add_format({"text_wrap": True, "valign": "top"})
        self._header = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self._numbers: dict[str, Format] = {}
        self._names: set[str] = set()
        self._lists: dict[tuple[str, ...], int] = {}
        self._lists_name = ""

    def add(self, sheet: SheetToWrite) -> None:
        page = self._book.add_worksheet(self._name(sheet.name))
        headers = _distinct(tuple(clean(column.title) for column in sheet.columns))
        last = max(1, len(sheet.rows) + sheet.to_fill)
        page.add_table(
            0,
            0,
            last,
            len(headers) - 1,
            {
                "name": f"Tabel{len(self._names)}",
                "style": "Table Style Light 1",
                "columns": [{"header": name, "header_format": self._header} for name in headers],
            },
        )
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for n, column in enumerate(sheet.columns):
            # Cells that are still to be filled are text: 1-2 is no date there, and 007 no number.
            page.set_column(n, n, column.width, self._text if sheet.to_fill else self._cell)
            self._choices(page, n, last, column)
        # Bold letters are broader, and a button to filter stands beside them.
        lines = max(
            _lines(name + " " * 4, c) for name, c in zip(headers, sheet.columns, strict=True)
        )
        page.set_row(0, LINE * lines + 3)
        for number, row in enumerate(sheet.rows, 1):
            for n, value in enumerate(row):
                self._write(page, number, n, value, sheet.columns[n])
            lines = max(map(_lines, row, sheet.columns), default=1)
            if lines > 1:
                # Not every program makes room by itself for text that is wrapped.
                page.set_row(number, min(TALLEST, LINE * lines))

    def _write(self, page: "Worksheet", row: int, at: int, value: Cell, column: Column) -> None:
        if value is None or value == "" or (isinstance(value, float) and not isfinite(value)):
            return
        if isinstance(value, str):
            page.write_string(row, at, guarded(clean(value)), self._text)
        else:
            page.write_number(row, at, value, self._number(column.form))

    def _number(self, form: str) -> "Format":
        if form not in self._numbers:
            look = {"valign": "top"} | ({"num_format": form} if form else {})
            self._numbers[form] = self._book.add_format(look)
        return self._numbers[form]

    def _name(self, wanted: str) -> str:
        """Make a name that a sheet may have: short, without some signs, and its own."""
        plain = " ".join(clean(wanted).translate(_FORBIDDEN).split()).strip("'")[:31] or "Blad"
        name, number = plain, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{plain[: 30 - len(str(number))]} {number}"
        self._names.add(name.casefold())
        return name

    def _choices(self, page: "Worksheet", at: int, last: int, column: Column) -> None:
        if not column.choices and not column.hint:
            return
        rule: dict[str, object] = {"validate": "any"}
        if column.choices:
            rule = {
                "validate": "list",
                "source": self._source(column.choices),
                "error_type": "stop" if column.strict else "warning",
                "error_title": _("Not in the list"),
                "error_message": _("Choose one of the list."),
            }
        if column.hint:
            rule["input_title"] = clean(column.title)[:32]
            rule["input_message"] = clean(column.hint)[:255]
        page.data_validation(1, at, last, at, rule)

    def _source(self, choices: tuple[str, ...]) -> list[str] | str:
        inline = ",".join(choices)
        if len(inline) <= INLINE_LETTERS and inline.count(",") == len(choices) - 1:
            return list(choices)
        if not self._lists_name:
            self._lists_name = self._name(_("Lists"))
        at = self._lists.setdefault(choices, len(self._lists))
        column = letter(at + 1)
        return f"='{self._lists_name}'!${column}$1:${column}${len(choices)}"

    def add_lists(self) -> None:
        """Write the long lists to choose from on a hidden sheet, the last one."""
        if not self._lists:
            return
        page = self._book.add_worksheet(self._lists_name)
        for choices, at in self._lists.items():
            for row, choice in enumerate(choices):
                page.write_string(row, at, guarded(clean(choice)), self._text)
        page.hide()


def _lines(value: Cell, column: Column) -> int:
    """Estimate how many lines a text takes in its column."""
    if not isinstance(value, str):
        return 1
    room = max(1, int(column.width))
    return sum(max(1, -(-len(line) // room)) for line in value[:MAX_LETTERS].split("\n"))


def _distinct(headers: tuple[str, ...]) -> tuple[str, ...]:
    """Give every column of a table a name of its own, as Excel asks."""
    seen: set[str] = set()
    made = []
    for header in headers:
        name, number = header or "-", 1
        while name.casefold() in seen:
            number += 1
            name = f"{header} {number}"
        seen.add(name.casefold())
        made.append(name)
    return tuple(made)
