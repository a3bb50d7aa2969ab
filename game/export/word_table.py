"""A table for Word, written whole: python-docx would take seconds for those of a long record."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from game.export import telling
from game.export.blocks import ISOLATE, RELEASE, Table
from game.export.widths import shares, whole

TWIPS = 1440 / 25.4
"""Of what Word counts widths in, there are so many in a millimetre."""
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ISOLATED = re.compile(f"({ISOLATE}[^{RELEASE}]*{RELEASE}?)")


def isolated(text: str) -> Iterable[tuple[str, bool]]:
    """Part a text into what Word can hold, each with whether it runs from right to left."""
    for part in _ISOLATED.split(telling.storable(text)):
        if part:
            yield part.strip(ISOLATE + RELEASE), part.startswith(ISOLATE)


def table_xml(table: Table, look: str, words: str) -> str:
    """Write a table in these styles; its head stays with its first row, and a short one whole."""
    widths = [round(telling.WIDTH_MM * share * TWIPS) for share in shares(table)]
    texts = [table.header, *(tuple(cell.text for cell in row) for row in table.rows)]
    stay = len(table.rows) if whole(table) else 1
    rows = "".join(
        _row(line, widths, words, head=n == 0, stays=n < stay) for n, line in enumerate(texts)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {_NAMES}><w:tblPr><w:tblStyle w:val="{look}"/><w:tblW w:w="0" w:type="auto"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0"/>'
        f"<w:tblCaption w:val={quoteattr(telling.storable(table.caption))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(texts: tuple[str, ...], widths: list[int], words: str, *, head: bool, stays: bool) -> str:
    about = "<w:cantSplit/>" if sum(map(len, texts)) < telling.LONG_ROW else ""
    about += "<w:tblHeader/>" if head else ""
    keep = "<w:keepNext/>" if stays else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{words}"/>{keep}</w:pPr>{_runs(text, bold=head or at == 0)}</w:p></w:tc>'
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{about}</w:trPr>{cells}</w:tr>"


def _runs(text: str, *, bold: bool) -> str:
    return "".join(
        f"<w:r><w:rPr>{'<w:b/>' if bold else ''}{'<w:rtl/>' if turned else ''}</w:rPr>"
        f"{_lines(part)}</w:r>"
        for part, turned in isolated(text)
    )


def _lines(text: str) -> str:
    lines = (
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
        for line in text.split("\n")
    )
    return "<w:br/>".join(lines)
