"""The document for Word: real headings, lists and header rows, and its language."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from game.core.entries import Record
from game.export import telling
from game.export.blocks import (
    ISOLATE,
    RELEASE,
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
    leading,
)
from game.export.drawn import DOTS, drawn
from game.export.sections import document
from game.export.widths import shares
from game.office.packing import timeless

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

_ISOLATED = re.compile(f"({ISOLATE}[^{RELEASE}]*{RELEASE}?)")


def to_docx(record: Record) -> bytes:
    """Write a record for Word, in the language that is spoken now.

    Raises:
        TypesetError: its drawings cannot be made here.
    """
    return written(document(record))


def written(document: Document) -> bytes:
    """Write a document for Word.

    Raises:
        TypesetError: its drawings cannot be made here.
    """
    return _Page(document).saved()


class _Page:
    """A file for Word under way; python-docx, with what it leaves out put right."""

    def __init__(self, document: Document) -> None:
        import docx

        self._word = docx.Document()
        self._tables: list[Table] = []
        self._pictures: list[Picture] = []
        self._after_table = False
        self._drop_effects()
        self._set_up(document)
        for number, (block, leads) in enumerate(
            zip(document.blocks, leading(document.blocks), strict=True)
        ):
            self._add(block, leads=leads)
            if number == 0 and document.subtitle:
                self._paragraph(document.subtitle, "Subtitle")
        self._describe()

    def saved(self) -> bytes:
        """Give the whole file."""
        file = BytesIO()
        self._word.save(file)
        return timeless(file.getvalue())

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
        about.title, about.author, about.comments = (
            telling.storable(document.title)[:255],
            "Sferenspel",
            "",
        )
        about.language = f"{document.language}-{telling.REGIONS.get(document.language, 'NL')}"
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
        styles["Normal"].paragraph_format.space_after = Pt(6)
        styles["Normal"].paragraph_format.line_spacing = 1.1
        for level, points in telling.HEADINGS.items():
            style = styles[f"Heading {level}"]
            style.font.size, style.font.bold, style.font.italic = Pt(points), True, False
            style.font.color.rgb = RGBColor.from_string(telling.INK)
            style.paragraph_format.space_before = Pt(0 if level == 1 else points)
            style.paragraph_format.space_after = Pt(4)
        for name, colour in (
            ("Subtitle", telling.MUTED),
            ("Caption", telling.MUTED),
            ("Intense Quote", telling.INK),
        ):
            styles[name].font.color.rgb = RGBColor.from_string(colour)
        for name in ("Quote", "Intense Quote"):
            # Leaning letters are hard to read, and people speak at length here.
            styles[name].font.italic = False
            styles[name].paragraph_format.left_indent = Mm(6)
        for name in ("Normal", "Subtitle", *(f"Heading {level}" for level in telling.HEADINGS)):
            fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                del fonts.attrib[key]
            for script in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{script}"), telling.FONT)

    def _add(self, block: Block, *, leads: bool) -> None:
        match block:
            case Heading():
                self._paragraph(telling.headline(block), f"Heading {block.level}")
            case Paragraph():
                self._paragraph(block.text).paragraph_format.keep_with_next = leads or None
            case Remark():
                self._paragraph(block.text, "Intense Quote")
            case Definitions():
                for term, text in telling.pairs(block):
                    self._named(term, text)
            case Bullets():
                for item in block.items:
                    self._paragraph(item, "List Bullet")
            case Speech():
                named = self._paragraph(telling.speaker(block), bold=True)
                named.paragraph_format.keep_with_next = True
                self._paragraph(block.text, "Quote")
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case _:
                assert_never(block)

    def _paragraph(
        self, text: str, style: str = "Normal", *, bold: bool = False
    ) -> "WordParagraph":
        made = self._word.add_paragraph(style=style)
        if self._after_table and not style.startswith("Heading"):
            from docx.shared import Pt

            made.paragraph_format.space_before = Pt(9)
        self._after_table = False
        _write(made, text, bold=bold)
        return made

    def _named(self, term: str, text: str) -> None:
        item = self._paragraph(f"{term} ", "List Bullet", bold=True)
        _write(item, text)

    def _table(self, table: Table) -> None:
        from docx.shared import Mm, Pt

        self._paragraph(table.caption, "Caption").paragraph_format.keep_with_next = True
        texts = [table.header, *(tuple(cell.text for cell in row) for row in table.rows)]
        made = self._word.add_table(len(texts), len(table.header), "Table Grid")
        made.autofit = False
        widths = [Mm(telling.WIDTH_MM * share) for share in shares(table)]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for n, (row, line) in enumerate(zip(made.rows, texts, strict=True)):
            for at, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
                cell.width = widths[at]
                inside = cell.paragraphs[0]
                inside.paragraph_format.space_after = Pt(2)
                _write(inside, text, bold=n == 0 or at == 0, points=9.5)
        self._tables.append(table)
        self._after_table = True

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Mm, Pt

        image, dots = drawn(picture.svg)
        width, height = telling.fitted(*(side / DOTS * 25.4 for side in dots))
        self._word.add_picture(BytesIO(image), Mm(width), Mm(height))
        made = self._word.paragraphs[-1].paragraph_format
        made.keep_with_next = True
        if self._after_table:
            made.space_before = Pt(9)
        self._after_table = False
        self._pictures.append(picture)
        self._paragraph(picture.caption, "Caption")

    def _describe(self) -> None:
        """Name the pictures and tables, repeat header rows, and keep short rows whole."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        body: Any = self._word.element.body
        for about, picture in zip(body.iter(qn("wp:docPr")), self._pictures, strict=True):
            about.set("descr", telling.storable(picture.alt))
            about.set("title", telling.storable(picture.caption))
        for made, table in zip(body.iter(qn("w:tbl")), self._tables, strict=True):
            caption = OxmlElement("w:tblCaption")
            caption.set(qn("w:val"), telling.storable(table.caption))
            made.tblPr.append(caption)
            for n, row in enumerate(made.tr_lst):
                about = row.get_or_add_trPr()
                if sum(len(text.text or "") for text in row.iter(qn("w:t"))) < telling.LONG_ROW:
                    about.append(OxmlElement("w:cantSplit"))
                if n == 0:
                    about.append(OxmlElement("w:tblHeader"))


def _write(paragraph: "WordParagraph", text: str, *, bold: bool = False, points: float = 0) -> None:
    """Add words; those that run from right to left are a run of their own."""
    from docx.shared import Pt

    for part in _ISOLATED.split(telling.storable(text)):
        if not part:
            continue
        run = paragraph.add_run(part.strip(ISOLATE + RELEASE))
        if part.startswith(ISOLATE):
            run.font.rtl = True
        if bold:
            run.bold = True
        if points:
            run.font.size = Pt(points)
