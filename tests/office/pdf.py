"""Reading a PDF back, as far as the tests need it."""

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

BETWEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2066-\u2069-]")
"""What may stand between letters where a line or a word was broken."""


def pdf_pages(content: bytes) -> list[str]:
    """Read the text of every page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def pdf_text(content: bytes) -> str:
    """Read all its text."""
    return "\n".join(pdf_pages(content))


def squeezed(text: str) -> str:
    """Leave out what may stand between letters."""
    return BETWEEN.sub("", text)


def standards(content: bytes) -> tuple[bool, bool]:
    """Tell whether a PDF says that it is PDF/UA-1, and that it is PDF/A-2a."""
    metadata = PdfReader(io.BytesIO(content)).xmp_metadata
    assert metadata is not None
    said = metadata.stream.get_data().decode("utf-8")
    ua = "<pdfuaid:part>1<" in said
    return ua, "<pdfaid:part>2<" in said and "<pdfaid:conformance>A<" in said


def tags(content: bytes) -> list[str]:
    """List the kinds of its parts, in the order in which they are read aloud."""
    root = PdfReader(io.BytesIO(content)).root_object["/StructTreeRoot"]
    return list(_walk(root.get_object()))


def _walk(node: object) -> Iterator[str]:
    if isinstance(node, ArrayObject):
        for part in node:
            yield from _walk(part.get_object())
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield str(node["/S"])[1:]
        if "/K" in node:
            yield from _walk(node["/K"].get_object())


def bookmarks(content: bytes) -> list[str]:
    """List the bookmarks, those inside others after them."""

    def flat(outline: list[object]) -> Iterator[str]:
        for one in outline:
            if isinstance(one, list):
                yield from flat(one)
            else:
                yield str(getattr(one, "title", ""))

    return list(flat(list(PdfReader(io.BytesIO(content)).outline)))


def unembedded(content: bytes) -> set[str]:
    """Name the fonts that are not in the file."""
    return {
        str(one["/FontName"])
        for one in _descriptors(content)
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one)
    }


def _descriptors(content: bytes) -> Iterator[DictionaryObject]:
    reader = PdfReader(io.BytesIO(content))
    for page in reader.pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        for font in fonts.values():
            found = font.get_object()
            for inner in found.get("/DescendantFonts", [found]):
                yield inner.get_object()["/FontDescriptor"].get_object()
