"""The document for Word: real headings, lists and header rows, and its language."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from game.core.entries import Record
from game.export import telling
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
    leading,
)
from game.export.drawn import DOTS, drawn
from game.export.sections import document
from game.export.word_table import isolated, table_xml
from game.office.packing import timeless

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

IN_TABLE = "Table Text"
"""A style of our own, for the words in a table."""


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
        self._pictures: list[Picture] = []
        self._after_table = False
        self._drop_effects()
        self._set_up(document)
        self._number_pages(document)
        self._style_ids = {style.name: style.style_id for style in self._word.styles}
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

        from docx.enum.style import WD_STYLE_TYPE
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
        cells = styles.add_style(IN_TABLE, WD_STYLE_TYPE.PARAGRAPH)
        cells.base_style, cells.font.size = styles["Normal"], Pt(9.5)
        cells.paragraph_format.space_after = Pt(2)
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
            styles[name].font.italic = styles[name].font.bold = False
            styles[name].paragraph_format.left_indent = Mm(6)
        styles["Subtitle"].font.italic = False
        for edge in styles["Intense Quote"].element.iter(qn("w:bottom")):
            edge.attrib.pop(qn("w:themeColor"), None)
            edge.set(qn("w:color"), telling.WARN)
        for name in ("Normal", "Subtitle", *(f"Heading {level}" for level in telling.HEADINGS)):
            fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                del fonts.attrib[key]
            for script in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{script}"), telling.FONT)

    def _number_pages(self, document: Document) -> None:
        """Put at the foot of each page what it is of, and its number."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles: Any = self._word.styles
        look = styles["Footer"].font
        look.size, look.color.rgb = Pt(8.5), RGBColor.from_string(telling.MUTED)
        foot = self._word.sections[0].footer.paragraphs[0]
        told = " · ".join(text for text in (document.title, document.subtitle) if text)
        _write(foot, f"{told} · ")
        number: Any = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), "PAGE")
        element: Any = foot.paragraph_format.element
        element.append(number)
        number.append(OxmlElement("w:r"))
        number[0].text = "1"

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
        made = self._word.add_paragraph()
        self._styled(made, style)
        if self._after_table and not style.startswith("Heading"):
            from docx.shared import Pt

            made.paragraph_format.space_before = Pt(9)
        self._after_table = False
        _write(made, text, bold=bold)
        return made

    def _styled(self, paragraph: "WordParagraph", style: str) -> None:
        """Give a paragraph a style by its id; python-docx would go through all of them."""
        if style != "Normal":
            element: Any = paragraph.paragraph_format.element
            element.style = self._style_ids[style]

    def _named(self, term: str, text: str) -> None:
        item = self._paragraph(f"{term} ", "List Bullet", bold=True)
        _write(item, text)

    def _table(self, table: Table) -> None:
        from docx.oxml import parse_xml

        self._paragraph(table.caption, "Caption").paragraph_format.keep_with_next = True
        made = table_xml(table, self._style_ids["Table Grid"], self._style_ids[IN_TABLE])
        body: Any = self._word.element.body
        body.sectPr.addprevious(parse_xml(made))
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
        """Name the pictures."""
        from docx.oxml.ns import qn

        body: Any = self._word.element.body
        for about, picture in zip(body.iter(qn("wp:docPr")), self._pictures, strict=True):
            about.set("descr", telling.storable(picture.alt))
            about.set("title", telling.storable(picture.caption))


def _write(paragraph: "WordParagraph", text: str, *, bold: bool = False) -> None:
    """Add words; those that run from right to left are a run of their own."""
    for part, turned in isolated(text):
        run = paragraph.add_run(part)
        if turned:
            run.font.rtl = True
        if bold:
            run.bold = True
