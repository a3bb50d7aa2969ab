"""Excel files, read cell by cell: a formula gives the value that was kept with it."""

import io
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from game.i18n import _
from game.office.grid import (
    MAX_SHEETS,
    Deadline,
    Grid,
    Row,
    SheetError,
    as_typed,
    check_columns,
    check_rows,
    plain,
)
from game.office.zips import BROKEN, damaged, open_zip

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

_ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")
"""How Excel writes a control character, a line break from Windows among them."""
_STREAMED = ("xl/worksheets/", "xl/sharedStrings.xml")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CHUNK = 65_536
_UNREADABLE = (
    ET.ParseError,
    *BROKEN,
    LookupError,
    ArithmeticError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    AssertionError,
    RecursionError,
)
"""What openpyxl raises on a file that is not as it should be."""


def is_xlsx(archive: ZipFile) -> bool:
    """Tell an Excel file by what is in it."""
    return "xl/workbook.xml" in archive.namelist()


def read_xlsx(path: Path, content: bytes, deadline: Deadline) -> tuple[Grid, ...]:
    """Read every sheet of an Excel file that is not hidden.

    Raises:
        SheetError: it cannot be read.
    """
    from openpyxl import load_workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    with open_zip(path, content, deadline, _STREAMED) as archive, warnings.catch_warnings():
        # It warns of everything it leaves out, such as colours and lists to choose from.
        warnings.simplefilter("ignore")
        try:
            source = archive.fp if archive.fp else io.BytesIO(content)
            book = load_workbook(source, read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
            if len(sheets) > MAX_SHEETS:
                raise SheetError(
                    path, _("This file has more than {most} sheets.").format(most=MAX_SHEETS)
                )
            sheets = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
            for sheet in sheets:
                _refuse_uncounted(path, archive, sheet, deadline)
            return tuple(Grid(sheet.title, tuple(_rows(path, sheet, deadline))) for sheet in sheets)
        except _UNREADABLE:
            raise damaged(path) from None


def _refuse_uncounted(
    path: Path, archive: ZipFile, sheet: "ReadOnlyWorksheet", deadline: Deadline
) -> None:
    """Refuse formulas without a value, as programs write that cannot count: their cells are lost.

    Raises:
        SheetError: there are some.
    """
    found = []
    with archive.open(vars(sheet)["_worksheet_path"]) as file:
        if not _has(file, b"<f", deadline):
            return
        file.seek(0)
        for _event, element in ET.iterparse(file):
            if element.tag == f"{_MAIN}row":
                deadline.check()
                found += [one.get("r", "?") for one in element if _uncounted(one)]
                element.clear()
    if found:
        text = _("Formulas without a value: {cells}. Open the file in Excel and save it there.")
        cells = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
        where = _("sheet {sheet}").format(sheet=sheet.title)
        raise SheetError(path, f"{where[:1].upper()}{where[1:]}: {text.format(cells=cells)}")


def _has(file: IO[bytes], sign: bytes, deadline: Deadline) -> bool:
    before = b""
    while chunk := file.read(_CHUNK):
        deadline.check()
        if sign in before + chunk:
            return True
        before = chunk[-len(sign) :]
    return False


def _uncounted(cell: ET.Element) -> bool:
    """Tell whether a cell is a formula without a value; an empty text is a value too."""
    if cell.find(f"{_MAIN}f") is None:
        return False
    value = cell.findtext(f"{_MAIN}v")
    inside = cell.find(f"{_MAIN}is")
    return inside is None and not value and cell.get("t") != "str"


def _rows(path: Path, sheet: "ReadOnlyWorksheet", deadline: Deadline) -> Iterator[Row]:
    # What a file says of its own size is often wrong, and sometimes on purpose.
    sheet.reset_dimensions()
    for number, cells in enumerate(cast("Worksheet", sheet).iter_rows(), 1):
        if not cells:
            continue
        deadline.check()
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            check_rows(path, number)
            check_columns(path, len(texts))
            yield Row(number, tuple(texts))


def _text(cell: object) -> str:
    value = getattr(cell, "value", None)
    if isinstance(value, str):
        if "_x00" in value:
            value = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return plain(value)
    if value is None:
        return ""
    percent = isinstance(value, int | float) and "%" in getattr(cell, "number_format", "")
    return as_typed(value, percent=percent)
