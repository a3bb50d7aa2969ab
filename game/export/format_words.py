"""Names and one line each for the formats that a record can be written as."""

from typing import assert_never

from game.export.formats import Format
from game.i18n import _


def format_name(to: Format) -> str:
    """Name a format as people know it."""
    match to:
        case Format.PDF:
            return _("PDF")
        case Format.DOCX:
            return _("Word (DOCX)")
        case Format.ODT:
            return _("LibreOffice text (ODT)")
        case Format.XLSX:
            return _("Excel (XLSX)")
        case Format.CSV:
            return _("table (CSV)")
        case Format.MACHINE_CSV:
            return _("table for programs (CSV)")
        case Format.HTML:
            return _("web page (HTML)")
        case Format.MD:
            return _("text with marks (Markdown)")
        case Format.TEXT:
            return _("plain text (TXT)")
        case Format.JSON:
            return _("data (JSON)")
        case _:
            assert_never(to)


def format_explained(to: Format) -> str:
    """Say in one line what a format is good for."""
    match to:
        case Format.PDF:
            return _("To print, send and keep. Nobody can change it by accident.")
        case Format.DOCX:
            return _("To work on in Word: take over text, add, shorten.")
        case Format.ODT:
            return _("To work on in LibreOffice or another free program.")
        case Format.XLSX:
            return _("To filter and count: a sheet for cards, positions, arguments and agenda.")
        case Format.CSV:
            return _("One table with a row for each card and seat, for a Dutch Excel.")
        case Format.MACHINE_CSV:
            return _("The same table with commas, for programs that calculate.")
        case Format.HTML:
            return _("To read in a browser or to put on a website.")
        case Format.MD:
            return _("For a wiki or another program that knows Markdown.")
        case Format.TEXT:
            return _("Only letters: to read anywhere and to put in an e-mail.")
        case Format.JSON:
            return _("All facts for other programs, with names for each.")
        case _:
            assert_never(to)
