"""Sheets of any kind, told apart by what is in them, read into rows of text cells."""

import io
from pathlib import Path
from zipfile import ZipFile

from game.i18n import _
from game.office.csv_files import MAX_BYTES, Knows, read_csv
from game.office.grid import SECONDS, Deadline, Grid, SheetError
from game.office.zips import MAX_FILE
from game.words import said_by_system

ENDINGS = (".xlsx", ".ods", ".csv", ".tsv", ".txt")
"""The kinds of files that are read, as a window for choosing a file lists them."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def nothing_known(_name: str) -> bool:
    """Know no column by its name."""
    return False


def read_sheets(
    path: Path, *, knows: Knows = nothing_known, seconds: float = SECONDS
) -> tuple[Grid, ...]:
    """Read every sheet of a file: Excel, OpenDocument, or text with separators.

    Args:
        path: the file; what is in it counts, not its ending.
        knows: whether a name is that of a column; tells a semicolon from a comma in a CSV file.
        seconds: after which reading is given up.

    Raises:
        SheetError: it cannot be read as a sheet, or is too large.
    """
    content = _content(path)
    deadline = Deadline(path, seconds)
    if content.startswith(_OLD_EXCEL):
        raise SheetError(
            path, _("This is an old Excel file, or one with a password. Save it as .xlsx without.")
        )
    if not content.startswith(_ZIP):
        return (read_csv(path, content, deadline, knows),)
    from game.office.ods_files import is_ods, read_ods
    from game.office.xlsx_files import is_xlsx, read_xlsx
    from game.office.zips import BROKEN, damaged

    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if is_xlsx(archive):
                read = read_xlsx
            elif is_ods(archive):
                read = read_ods
            else:
                raise SheetError(path, _("There is no sheet in this file."))
    except (*BROKEN, KeyError):
        raise damaged(path) from None
    return read(path, content, deadline)


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise SheetError(path, _("This is not a file that can be read."))
        most = MAX_FILE if path.suffix.casefold() in (".xlsx", ".ods") else MAX_BYTES
        with path.open("rb") as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise SheetError(
                path, _("This file is larger than {most} MB.").format(most=most // 1_000_000)
            )
        return content
    except FileNotFoundError:
        raise SheetError(path, _("There is no such file.")) from None
    except OSError as error:
        reason = said_by_system(error.strerror or str(error))
        raise SheetError(
            path, _("This file cannot be read: {reason}.").format(reason=reason)
        ) from None
