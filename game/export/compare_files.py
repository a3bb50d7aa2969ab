"""Writing a comparison of tables to files: which formats there are, and what they are called."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from game.core.comparison import Comparison
from game.i18n import _, language
from game.office.files import replace_file

PRINTED, ALL_PRINTED = 6, 12
"""How many arguments are printed for each number, and for how many tables all of them are."""

ARGUMENTS = "-argumenten"
"""What the name of the second file of CSV has more than that of the first."""


class CompareFormat(StrEnum):
    """What a comparison can be written as."""

    HTML = "html"
    XLSX = "xlsx"
    PDF = "pdf"
    CSV = "csv"


def file_name(comparison: Comparison, to: CompareFormat) -> str:
    """Name the file of a comparison."""
    public = "-openbaar" if comparison.public else ""
    tables = "1-tafel" if comparison.tables == 1 else f"{comparison.tables}-tafels"
    return f"vergelijking-{tables}{public}.{to}"


def export(
    comparison: Comparison, to: CompareFormat, target: Path, *, left_out: Sequence[str] = ()
) -> tuple[Path, ...]:
    """Write a comparison, and say which files that gave: CSV is one of cards, one of arguments.

    Raises:
        OSError: a file cannot be written; what stood there before still does.
        TypesetError: pages cannot be made on this computer.
    """
    files = written(comparison, to, left_out=left_out)
    placed = paths(target, to)
    for path, content in zip(placed, files.values(), strict=True):
        replace_file(path, content)
    return placed


def paths(target: Path, to: CompareFormat) -> tuple[Path, ...]:
    """List the files that one asked for becomes."""
    parts = ("", ARGUMENTS) if to is CompareFormat.CSV else ("",)
    return tuple(target.with_name(f"{target.stem}{more}{target.suffix}") for more in parts)


def written(
    comparison: Comparison, to: CompareFormat, *, left_out: Sequence[str] = ()
) -> dict[str, bytes]:
    """Give what the files hold, each by what its name has more than the one asked for."""
    from game.export.compare_document import document

    match to:
        case CompareFormat.HTML:
            from game.export.html import page

            return {"": page(document(comparison, left_out=left_out)).encode("utf-8", "replace")}
        case CompareFormat.PDF:
            from game.export.pdf import typeset

            quotes = None if comparison.tables <= ALL_PRINTED else PRINTED
            return {"": typeset(document(comparison, left_out=left_out, quotes=quotes))}
        case CompareFormat.XLSX:
            from game.export.compare_sheets import sheets
            from game.office.books import sheets_bytes

            title = _("Tables compared")
            book = sheets(comparison, left_out)
            return {"": sheets_bytes(book, title=title, language=language())}
        case CompareFormat.CSV:
            from game.export import compare_sheets
            from game.office.csv_files import csv_bytes

            found = {
                "": compare_sheets.cards(comparison),
                ARGUMENTS: compare_sheets.arguments(comparison),
            }
            return {
                name: csv_bytes([tuple(c.title for c in sheet.columns), *sheet.rows])
                for name, sheet in found.items()
            }
        case _:
            assert_never(to)
