"""The document as plain text, to be read in a terminal."""

import textwrap
from collections.abc import Iterable
from typing import assert_never

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
)
from game.export.sections import document
from game.words import outcome as outcome_name

WIDTH = 88


def to_text(record: Record) -> str:
    """Write a record as plain text, in the language that is spoken now."""
    return written(document(record))


def written(document: Document) -> str:
    """Write a document as plain text."""
    parts = [part for block in document.blocks for part in _block(block)]
    subtitle = _filled(document.subtitle) if document.subtitle else ()
    text = "\n".join([*subtitle, *parts]).replace(ISOLATE, "").replace(RELEASE, "")
    return "\n".join(line.rstrip() for line in text.strip().split("\n")) + "\n"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            mark = f" [{outcome_name(block.outcome)}]" if block.outcome else ""
            text = block.text + mark
            yield ""
            if block.level < 3:
                yield ""
                yield from _filled(text)
                yield ("=" if block.level == 1 else "-") * min(len(text), WIDTH)
            else:
                yield from _filled(text, first="#" * (block.level - 2) + " ", rest="  ")
        case Paragraph():
            yield from _filled(block.text)
        case Remark():
            yield from _filled(block.text, first="! ", rest="  ")
        case Definitions():
            for term, text in telling.pairs(block):
                yield from _filled(f"{term} {text}", first="- ", rest="  ")
        case Bullets():
            for item in block.items:
                yield from _filled(item, first="* ", rest="  ")
        case Speech():
            who = f"{block.title} ({block.by})" if block.by else block.title
            yield from _filled(f"{who}:")
            yield from _filled(block.text, first="  > ", rest="  > ")
        case Table():
            yield from _table(block)
        case Picture():
            yield from _filled(block.caption)
        case _:
            assert_never(block)


def _table(table: Table) -> Iterable[str]:
    """Write a row a paragraph: columns would not fit what people type."""
    yield f"{table.caption}:"
    for row in table.rows:
        yield from _filled(row[0].text.replace("\n", " "), first="* ", rest="  ")
        for name, cell in zip(table.header[1:], row[1:], strict=True):
            yield from _filled(
                f"{name}: " + cell.text.replace("\n", "; "), first="    ", rest="      "
            )


def _filled(text: str, first: str = "", rest: str = "") -> Iterable[str]:
    for n, line in enumerate(text.split("\n")):
        start = first if n == 0 or first.strip() == ">" else rest
        yield from textwrap.wrap(
            line, WIDTH, initial_indent=start, subsequent_indent=rest, break_on_hyphens=False
        ) or [start.rstrip()]
