"""The document for Word: real headings, lists and header rows, and its language."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from game.core.entries import Record
from game.export.blocks import (
    Block,
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Picture,
    Remark,
    Speech,
    Table,
)
from game.export.drawn import DOTS, drawn
from game.export.sections import document
from game.words import outcome as outcome_name

if TYPE_CHECKING:
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

FONT = "Atkinson Hyperlegible"
"""Where Word lacks it, it takes a plain letter of its own."""
INK, MUTED = "1B2430", "4B535E"
HEADINGS = {1: 24, 2: 17, 3: 13.5, 4: 12, 5: 11, 6: 11}
"""Sizes in points."""
REGIONS = {"nl": "nl-NL", "en": "en-GB"}
_WIDTH_MM = 165
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_docx(record: Record) -> bytes:
    """Write a record for Word, in the language that is spoken now."""
    return written(document(record))


def written(document: Document) -> bytes:
    """Write a document for Word."""
    return _Page(document).saved()


class _Page:
    """A file for Word under way; python-docx, with what it leaves out put right."""

    def __init__(self, document: Document) -> None:
        import docx

        self._word = docx.Document()
        self._drop_effects()
        self._set_up(document)
        title, *blocks = document.blocks
        self._add(title)
        if document.subtitle:
            self._paragraph(document.subtitle, "Subtitle")
        for block in blocks:
            self._add(block)

    def saved(self) -> bytes:
        """Give the whole file."""
        file = BytesIO()
        self._word.save(file)
        return file.getvalue()

    def _drop_effects(self) -> None:
        """Leave out a part of the template that Word itself no longer allows."""
        rels = self._word.part.rels
        for key in [key for key, rel in rels.items() if rel.reltype.endswith("stylesWithEffects")]:
            del rels[key]

    def _set_up(self, document: Document) -> None:
        from datetime import datetime

        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt, RGBColor

        about = self._word.core_properties
        about.title, about.author, about.comments = _clean(document.title), "Sferenspel", ""
        about.language = REGIONS.get(document.language, document.language)
        # The same record gives the same file.
        about.created = about.modified = datetime(2000, 1, 1)
        page = self._word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(22)
        page.top_margin = page.bottom_margin = Mm(20)
        styles: Any = self._word.styles
        for lang in styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), about.language)
        styles["Normal"].font.size = Pt(11)
        for level, points in HEADINGS.items():
            style = styles[f"Heading {level}"]
            style.font.size, style.font.bold = Pt(points), True
            style.font.color.rgb = RGBColor.from_string(INK)
            style.paragraph_format.space_before = Pt(0 if level == 1 else points)
            style.paragraph_format.space_after = Pt(4)
        styles["Subtitle"].font.color.rgb = RGBColor.from_string(MUTED)
        for name in ("Normal", "Subtitle", *(f"Heading {level}" for level in HEADINGS)):
            fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                del fonts.attrib[key]
            for script in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{script}"), FONT)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                mark = f" ({outcome_name(block.outcome)})" if block.outcome else ""
                self._word.add_heading(_clean(" ".join((block.text + mark).split())), block.level)
            case Paragraph():
                self._paragraph(block.text)
            case Remark():
                self._paragraph(block.text, "Intense Quote")
            case Definitions():
                for term, text in block.items:
                    self._named(term if term.endswith("?") else f"{term.rstrip(':')}:", text)
            case Bullets():
                for item in block.items:
                    self._paragraph(item, "List Bullet")
            case Speech():
                who = f"{block.title} ({block.by})" if block.by else block.title
                self._paragraph("").add_run(_clean(who)).bold = True
                self._paragraph(block.text, "Quote")
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case _:
                assert_never(block)

    def _paragraph(self, text: str, style: str = "Normal") -> "WordParagraph":
        return self._word.add_paragraph(_clean(text), style)

    def _named(self, term: str, text: str) -> None:
        item = self._paragraph("", "List Bullet")
        item.add_run(_clean(term) + " ").bold = True
        item.add_run(_clean(text))

    def _table(self, table: Table) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._paragraph(table.caption, "Caption").paragraph_format.keep_with_next = True
        made = self._word.add_table(0, len(table.header), "Table Grid")
        about = OxmlElement("w:tblCaption")
        about.set(qn("w:val"), _clean(table.caption))
        made._tbl.tblPr.append(about)
        self._row(made.add_row(), table.header, head=True)
        for row in table.rows:
            self._row(made.add_row(), tuple(cell.text for cell in row))
        self._paragraph("").paragraph_format.space_after = 0

    def _row(self, row: "_Row", texts: tuple[str, ...], *, head: bool = False) -> None:
        from docx.oxml import OxmlElement

        about = row._tr.get_or_add_trPr()
        about.append(OxmlElement("w:cantSplit"))
        if head:
            about.append(OxmlElement("w:tblHeader"))
        for number, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            run = cell.paragraphs[0].add_run(_clean(text))
            run.bold = head or number == 0

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Mm

        image, (width, _height) = drawn(picture.svg)
        shape = self._word.add_picture(BytesIO(image), Mm(min(_WIDTH_MM, width / DOTS * 25.4)))
        about = shape._inline.docPr
        about.set("descr", _clean(picture.alt))
        about.set("title", _clean(picture.caption))
        self._paragraph(picture.caption, "Caption")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
