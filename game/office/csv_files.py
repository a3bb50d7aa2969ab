"""Sheets as plain text: read in whichever way a program saved them, written for a Dutch Excel."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from game.i18n import _
from game.office.grid import (
    HEADER_WITHIN,
    Deadline,
    Grid,
    Row,
    SheetError,
    check_columns,
    check_rows,
    clean,
    plain,
)

MAX_BYTES = 5_000_000
SEPARATORS = (";", "\t", ",")
"""Where a header names no column with any of them, the first is as good as the others."""
BOM = "\ufeff"
_STARTS_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_TOP = 50_000
"""How many letters the header is looked for in."""
_LAST = "\x00"
"""Stands alone on a row behind the text, which has none of it; a quote left open swallows it."""
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")

Knows = Callable[[str], bool]
Cell = str | int | float | None


def read_csv(path: Path, content: bytes, deadline: Deadline, knows: Knows) -> Grid:
    """Read a file of text as a sheet.

    Args:
        path: the file, for the sentences.
        content: its bytes, in UTF-8, UTF-16 or Windows-1252.
        deadline: when to give up.
        knows: whether a name is that of a column, which tells the separator.

    Raises:
        SheetError: it is no such file.
    """
    if len(content) > MAX_BYTES:
        raise SheetError(
            path, _("This file is larger than {most} MB.").format(most=MAX_BYTES // 1_000_000)
        )
    text = _decoded(content)
    if "\0" in text:
        raise SheetError(path, _("This is not a text file. Save the sheet as CSV or as .xlsx."))
    separator = ""
    if text[:4].casefold() == "sep=":
        line, _newline, text = text.partition("\n")
        separator = line.strip("\r\n")[4:5]
    if separator not in SEPARATORS:
        separator = _separator(text, knows)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(f"{text}\n{_LAST}", newline=""), delimiter=separator), 1
        ):
            deadline.check()
            if cells == [_LAST]:
                break
            if cells and cells[-1].endswith(_LAST):
                raise SheetError(
                    path, _("A quote on row {row} is never closed.").format(row=number)
                )
            texts = [plain(cell) for cell in cells]
            while texts and not texts[-1]:
                texts.pop()
            if texts:
                check_rows(path, number)
                check_columns(path, len(texts))
                rows.append(Row(number, tuple(texts)))
    except csv.Error:
        raise SheetError(path, _("This file is not a table with rows and columns.")) from None
    return Grid("", tuple(rows))


def csv_bytes(rows: Iterable[Iterable[Cell]], *, for_machines: bool = False) -> bytes:
    """Write rows as CSV in which no text can become a formula.

    Args:
        rows: the header, then a row a line; numbers are written as numbers.
        for_machines: commas, decimal points and texts of any length without a byte order mark,
            instead of what a Dutch Excel opens by a double click.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="," if for_machines else ";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_written(cell, for_machines) for cell in row])
    return (("" if for_machines else BOM) + out.getvalue()).encode("utf-8")


def _written(cell: Cell, for_machines: bool) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell) if for_machines else str(cell).replace(".", ",")
    text = clean(cell, len(cell) + 1) if for_machines else clean(cell)
    return f"'{text}" if _STARTS_FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if raw[:2].count(0) == 1 and len(raw) > 1:
        return raw.decode("utf-16-be" if not raw[0] else "utf-16-le", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _separator(text: str, knows: Knows) -> str:
    lines = text.lstrip()[:_TOP].splitlines()[:HEADER_WITHIN] or [""]

    def fit(sign: str) -> tuple[int, int]:
        """Count the columns with a known name that a separator makes, and the columns on top."""
        split = [_split(line, sign) for line in lines]
        return max(sum(map(knows, names)) for names in split), len(split[0])

    return max(SEPARATORS, key=fit)


def _split(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
