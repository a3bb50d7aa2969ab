"""OpenDocument sheets, read with the standard library: repeated cells count, up to a limit."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from game.i18n import _
from game.office.grid import (
    MAX_COLUMNS,
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

_CONTENT = "content.xml"
_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT = (f"{_OASIS}{name}:1.0}}" for name in ("table", "office", "text"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ASIDE = (f"{_OFFICE}annotation", f"{_TABLE}shapes")
"""What lies on a cell but is not its text."""
_DEEPEST = 100


def is_ods(archive: ZipFile) -> bool:
    """Tell an OpenDocument sheet by what is in it."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _CONTENT in archive.namelist() and archive.read("mimetype")[:100].startswith(
        kind.encode()
    )


def read_ods(path: Path, content: bytes, deadline: Deadline) -> tuple[Grid, ...]:
    """Read every sheet of an OpenDocument file.

    Raises:
        SheetError: it cannot be read.
    """
    with open_zip(path, content, deadline, (_CONTENT,)) as archive:
        reading = _Reading(path, deadline)
        try:
            with archive.open(_CONTENT) as file:
                for event, element in ET.iterparse(file, ("start", "end")):
                    reading.take(event, element)
        except (*BROKEN, ET.ParseError, LookupError):
            raise damaged(path) from None
    return tuple(reading.grids)


class _Reading:
    def __init__(self, path: Path, deadline: Deadline) -> None:
        self.grids: list[Grid] = []
        self._path = path
        self._deadline = deadline
        self._name = ""
        self._rows: list[Row] = []
        self._number = 0
        self._open: list[ET.Element] = []

    def take(self, event: str, element: ET.Element) -> None:
        """Take in that an element begins or has ended."""
        if event == "start":
            self._begin(element)
        else:
            self._end(element)

    def _begin(self, element: ET.Element) -> None:
        self._open.append(element)
        if len(self._open) > _DEEPEST:
            raise damaged(self._path)
        if element.tag == f"{_TABLE}table":
            self._name = element.get(f"{_TABLE}name", "")
            self._rows, self._number = [], 0

    def _end(self, element: ET.Element) -> None:
        self._open.pop()
        if element.tag == f"{_TABLE}table-row":
            self._deadline.check()
            self._row(element)
            element.clear()
            # The rows read must not pile up in what they stood in.
            self._open[-1].clear()
        elif element.tag == f"{_TABLE}table":
            if len(self.grids) == MAX_SHEETS:
                text = _("This file has more than {most} sheets.").format(most=MAX_SHEETS)
                raise SheetError(self._path, text)
            self.grids.append(Grid(self._name, tuple(self._rows)))
            element.clear()

    def _row(self, element: ET.Element) -> None:
        times = _times(element, "rows")
        texts = self._texts(element)
        first = self._number + 1
        self._number += times
        if not texts:
            return
        check_rows(self._path, self._number)
        check_columns(self._path, len(texts))
        self._rows += [Row(first + n, texts) for n in range(times)]

    def _texts(self, row: ET.Element) -> tuple[str, ...]:
        texts: list[str] = []
        empty = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            times = _times(cell, "columns")
            text = _value(cell)
            if not text:
                empty += times
                continue
            check_columns(self._path, len(texts) + empty + times)
            texts += [""] * empty + [text] * times
            empty = 0
        return tuple(texts)


def _times(element: ET.Element, what: str) -> int:
    """Read how often a row or cell stands there; more than any sheet holds is no number."""
    said = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 10 else MAX_COLUMNS**4


def _value(cell: ET.Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "string")
    match kind:
        case "float" | "currency" | "percentage":
            number = float(cell.get(f"{_OFFICE}value", "0"))
            return as_typed(number, percent=kind == "percentage")
        case "date":
            said = cell.get(f"{_OFFICE}date-value", "")
            return as_typed(datetime.fromisoformat(said)) if said else ""
        case "boolean":
            return as_typed(cell.get(f"{_OFFICE}boolean-value") == "true")
        case _:
            return plain("\n".join(_paragraphs(cell)))


def _paragraphs(cell: ET.Element) -> Iterator[str]:
    for part in cell:
        if part.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield "".join(_runs(part))


def _runs(part: ET.Element) -> Iterator[str]:
    yield part.text or ""
    for inner in part:
        if inner.tag == f"{_TEXT}s":
            many = inner.get(f"{_TEXT}c", "1")
            yield " " * (int(many) if many.isdecimal() and len(many) < 5 else 1)
        elif inner.tag == f"{_TEXT}tab":
            yield "\t"
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n"
        elif inner.tag not in _ASIDE:
            yield from _runs(inner)
        yield inner.tail or ""
