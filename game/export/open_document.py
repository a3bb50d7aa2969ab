"""The document as OpenDocument 1.3, for LibreOffice and other free programs."""

# Written with the standard library: what odfdo starts from fails the schema in every part.

import re
from collections.abc import Iterable
from importlib.resources import files
from io import BytesIO
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_STORED, ZipFile

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
from game.export.widths import shares, whole
from game.office.packing import put

MIME = "application/vnd.oasis.opendocument.text"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{name}="{_URN}{where}:1.0"'
    for name, where in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
        "manifest": "manifest",
    }.items()
)
_NAMES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CELL = (
    '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties '
    'fo:padding="1.2mm" fo:border="0.5pt solid #8b929c"/></style:style>'
    '<style:style style:name="whole" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
)


def to_odt(record: Record) -> bytes:
    """Write a record for LibreOffice, in the language that is spoken now.

    Raises:
        TypesetError: its drawings cannot be made here.
    """
    return written(document(record))


def written(document: Document) -> bytes:
    """Write a document as OpenDocument.

    Raises:
        TypesetError: its drawings cannot be made here.
    """
    content = _Content()
    for number, (block, leads) in enumerate(
        zip(document.blocks, leading(document.blocks), strict=True)
    ):
        content.add(block, leads=leads)
        if number == 0 and document.subtitle:
            content.paragraph(document.subtitle, "Subtitle")
    parts = {
        "content.xml": content.xml(),
        "styles.xml": _styles(document),
        "meta.xml": _meta(document),
        **content.pictures,
    }
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        # The first part, as it is, tells what the file is.
        put(archive, "mimetype", MIME.encode(), ZIP_STORED)
        put(archive, "META-INF/manifest.xml", _manifest(tuple(parts)))
        for name, part in parts.items():
            put(archive, name, part)
    return out.getvalue()


class _Content:
    """The text of the file under way, with the styles of its tables and its pictures."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self._styles: list[str] = [_CELL]
        self._body: list[str] = []
        self._tables = 0

    def xml(self) -> bytes:
        """Give the part that holds the text."""
        return (
            f'{_HEAD}<office:document-content {_NAMES} office:version="1.3">'
            f"<office:automatic-styles>{''.join(self._styles)}</office:automatic-styles>"
            f"<office:body><office:text>{''.join(self._body)}</office:text></office:body>"
            "</office:document-content>"
        ).encode()

    def add(self, block: Block, *, leads: bool) -> None:
        """Add a block; one that leads to the next stays on its page."""
        match block:
            case Heading():
                text = _text(telling.headline(block))
                self._body.append(
                    f'<text:h text:style-name="Heading_20_{block.level}" '
                    f'text:outline-level="{block.level}">{text}</text:h>'
                )
            case Paragraph():
                self.paragraph(block.text, "Lead" if leads else "Standard")
            case Remark():
                self.paragraph(block.text, "Remark")
            case Definitions():
                self._list(
                    '<text:span text:style-name="Strong_20_Emphasis">'
                    f"{_text(term)}</text:span> {_text(text)}"
                    for term, text in telling.pairs(block)
                )
            case Bullets():
                self._list(map(_text, block.items))
            case Speech():
                self.paragraph(telling.speaker(block), "Speaker")
                self.paragraph(block.text, "Quotations")
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case _:
                assert_never(block)

    def paragraph(self, text: str, style: str = "Standard") -> None:
        """Add a paragraph of plain words."""
        self._body.append(_paragraph(_text(text), style))

    def _list(self, items: Iterable[str]) -> None:
        inside = "".join(
            f"<text:list-item>{_paragraph(item, 'List_20_Contents')}</text:list-item>"
            for item in items
        )
        self._body.append(f'<text:list text:style-name="List_20_1">{inside}</text:list>')

    def _table(self, table: Table) -> None:
        self._tables += 1
        name = f"t{self._tables}"
        self._styles.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{telling.WIDTH_MM:g}mm" table:align="left" fo:margin-bottom="4mm" '
            f'style:may-break-between-rows="{"false" if whole(table) else "true"}"/>'
            "</style:style>"
        )
        columns = []
        for at, share in enumerate(shares(table)):
            self._styles.append(
                f'<style:style style:name="{name}-{at}" style:family="table-column">'
                "<style:table-column-properties "
                f'style:column-width="{telling.WIDTH_MM * share:.2f}mm"/></style:style>'
            )
            columns.append(f'<table:table-column table:style-name="{name}-{at}"/>')
        rows = (_row(tuple(cell.text for cell in row)) for row in table.rows)
        self.paragraph(table.caption, "Table_20_Caption")
        self._body.append(
            f'<table:table table:name="{name}" table:style-name="{name}">{"".join(columns)}'
            f"<table:table-header-rows>{_row(table.header, head=True)}</table:table-header-rows>"
            f"{''.join(rows)}</table:table>"
        )

    def _picture(self, picture: Picture) -> None:
        image, (across, down) = drawn(picture.svg)
        width, height = telling.fitted(across / DOTS * 25.4, down / DOTS * 25.4)
        number = len(self.pictures) + 1
        self.pictures[f"Pictures/{number}.png"] = image
        frame = (
            f'<draw:frame draw:name="p{number}" text:anchor-type="as-char" '
            f'svg:width="{width:.2f}mm" svg:height="{height:.2f}mm"><draw:image '
            f'xlink:href="Pictures/{number}.png" xlink:type="simple" xlink:show="embed" '
            f'xlink:actuate="onLoad"/><svg:title>{_flat(picture.caption)}</svg:title>'
            f"<svg:desc>{_flat(picture.alt)}</svg:desc></draw:frame>"
        )
        self._body.append(_paragraph(frame, "Picture"))
        self.paragraph(picture.caption, "Caption")


def _row(texts: tuple[str, ...], *, head: bool = False) -> str:
    cells = "".join(
        '<table:table-cell table:style-name="cell" office:value-type="string">'
        + _paragraph(_text(text), f"Table_20_{'Heading' if head or not number else 'Contents'}")
        + "</table:table-cell>"
        for number, text in enumerate(texts)
    )
    short = sum(map(len, texts)) < telling.LONG_ROW
    whole = ' table:style-name="whole"' if short else ""
    return f"<table:table-row{whole}>{cells}</table:table-row>"


def _paragraph(inside: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def _text(text: str) -> str:
    """Escape words, and keep their line breaks and rows of spaces."""
    spaced = re.sub(
        " {2,}", lambda row: f' <text:s text:c="{len(row[0]) - 1}"/>', escape(_kept(text))
    )
    return spaced.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")


def _flat(text: str) -> str:
    return escape(" ".join(_kept(text).split()))


def _kept(text: str) -> str:
    return telling.storable(text).replace("\r", "")


def _styles(document: Document) -> bytes:
    template = files("game.export").joinpath("open_styles.xml").read_text(encoding="utf-8")
    headings = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" '
        'style:family="paragraph" style:parent-style-name="Heading" '
        'style:next-style-name="Standard" style:class="text" '
        f'style:default-outline-level="{level}"><style:paragraph-properties '
        f'fo:margin-top="{0 if level == 1 else points:g}pt"/>'
        f'<style:text-properties fo:font-size="{points:g}pt"/></style:style>\n'
        for level, points in telling.HEADINGS.items()
    )
    told = " · ".join(text for text in (document.title, document.subtitle) if text)
    return template.format(
        font=telling.FONT,
        ink=telling.INK,
        muted=telling.MUTED,
        headings=headings,
        footer=f"{_flat(told)} · ",
        language=document.language,
        country=telling.REGIONS.get(document.language, "NL"),
    ).encode()


def _meta(document: Document) -> bytes:
    return (
        f'{_HEAD}<office:document-meta {_NAMES} office:version="1.3"><office:meta>'
        f"<dc:title>{_flat(document.title)}</dc:title><dc:subject>{_flat(document.subtitle)}"
        f"</dc:subject><dc:language>{document.language}-"
        f"{telling.REGIONS.get(document.language, 'NL')}</dc:language>"
        "<meta:generator>Sferenspel</meta:generator></office:meta></office:document-meta>"
    ).encode()


def _manifest(parts: tuple[str, ...]) -> bytes:
    entries = "".join(
        f"<manifest:file-entry manifest:full-path={quoteattr(name)} "
        f'manifest:media-type="{"image/png" if name.endswith(".png") else "text/xml"}"/>'
        for name in parts
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_URN}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
        f'manifest:media-type="{MIME}"/>{entries}</manifest:manifest>'
    ).encode()
