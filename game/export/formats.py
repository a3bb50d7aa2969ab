"""Writing a record to a file: which formats there are, what the file is called, all or nothing."""

import re
import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from game.core.entries import Audience, Record
from game.export.html import to_html
from game.export.json_record import to_json
from game.export.text import to_text
from game.office.files import replace_file

NAME_LENGTH = 100
"""Letters of a file name, well within what every disk takes."""


class Format(StrEnum):
    """What a record can be written as."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    CSV = "csv"
    MACHINE_CSV = "csv-machine"
    HTML = "html"
    MD = "md"
    TEXT = "text"
    JSON = "json"

    @property
    def ending(self) -> str:
        """The end of a file name, with its dot."""
        match self:
            case Format.TEXT:
                return ".txt"
            case Format.MACHINE_CSV:
                return ".csv"
            case _:
                return f".{self.value}"

    def named(self, stem: str) -> str:
        """Give a file its ending, and a name apart from those of the other formats."""
        return f"{stem}-machine.csv" if self is Format.MACHINE_CSV else f"{stem}{self.ending}"


def export(record: Record, to: Format | str, path: Path) -> Path:
    """Write a record to a file, or under its own name in a folder, and say where it is.

    Raises:
        ValueError: there is no such format.
        OSError: the file cannot be written; what stood there before still does.
        TypesetError: pages cannot be made on this computer.
    """
    kind = Format(to)
    target = path / file_name(record, kind) if path.is_dir() else path
    replace_file(target, written(record, kind))
    return target


def written(record: Record, to: Format) -> bytes:
    """Give what a file in this format holds, in the language that is spoken now."""
    match to:
        case Format.HTML:
            return to_html(record).encode("utf-8", "replace")
        case Format.JSON:
            # A lone surrogate becomes its own JSON escape.
            return to_json(record).encode("utf-8", "backslashreplace")
        case Format.TEXT:
            return to_text(record).encode("utf-8", "replace")
        case Format.PDF:
            from game.export.pdf import to_pdf

            return to_pdf(record)
        case Format.DOCX:
            from game.export.word import to_docx

            return to_docx(record)
        case Format.ODT:
            from game.export.open_document import to_odt

            return to_odt(record)
        case Format.XLSX:
            from game.export.sheets import to_xlsx

            return to_xlsx(record)
        case Format.CSV | Format.MACHINE_CSV:
            from game.export.seat_rows import to_csv

            return to_csv(record, for_machines=to is Format.MACHINE_CSV)
        case Format.MD:
            from game.export.markdown import to_markdown

            return to_markdown(record).encode("utf-8", "replace")
        case _:
            assert_never(to)


def file_name(record: Record, to: Format) -> str:
    """Name a file after gemeente, wijk, table and date, in letters that every disk has."""
    setup = record.setup
    parts = ["gespreksverslag", setup.gemeente, setup.wijk, setup.table, setup.date]
    slugs = [_slug(part)[:24].strip("-") for part in parts]
    which = "-openbaar" if record.audience is Audience.PUBLIC else ""
    which += "-rollen" if record.by_role else ""
    name = "-".join(slug for slug in slugs if slug)[: NAME_LENGTH - len(which)].strip("-")
    return to.named(name + which)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
