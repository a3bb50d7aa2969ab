"""The document as Markdown, in which nothing that people typed is read as a mark."""

import re
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

_MARKS = re.compile(r"[\\`*_{}\[\]<|~]|&(?=#?\w+;)|^[#>+=-]|^\d+(?=[.)])")
"""What a reader of Markdown takes for more than a letter: anywhere, or where a line begins."""


def to_markdown(record: Record) -> str:
    """Write a record as Markdown, in the language that is spoken now."""
    return written(document(record))


def written(document: Document) -> str:
    """Write a document as Markdown: CommonMark, with tables as most readers know them."""
    title, *blocks = document.blocks
    subtitle = (_text(document.subtitle),) if document.subtitle else ()
    parts = [_block(title), subtitle, *map(_block, blocks)]
    paragraphs = ["\n".join(part) for part in parts if part]
    text = "\n\n".join(paragraphs).replace(ISOLATE, "").replace(RELEASE, "")
    return text.strip() + "\n"


def _block(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            return (f"{'#' * min(block.level, 6)} {_line(telling.headline(block))}",)
        case Paragraph():
            return (_text(block.text),)
        case Remark():
            return (_quoted(block.text),)
        case Definitions():
            return tuple(f"- {_term(term)} {_cell(text)}" for term, text in telling.pairs(block))
        case Bullets():
            return tuple(f"- {_line(item)}" for item in block.items)
        case Speech():
            return (f"**{_line(telling.speaker(block))}**", "", _quoted(block.text))
        case Table():
            return tuple(_table(block))
        case Picture():
            return (_text(f"{block.caption}\n{block.alt}"),)
        case _:
            assert_never(block)


def _table(table: Table) -> Iterable[str]:
    yield f"**{_line(table.caption)}**"
    yield ""
    yield _row(table.header)
    yield _row(("---",) * len(table.header), plain=True)
    for row in table.rows:
        yield _row(tuple(cell.text for cell in row))


def _row(cells: tuple[str, ...], *, plain: bool = False) -> str:
    return f"| {' | '.join(cells if plain else map(_cell, cells))} |"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _text(text).split("\n"))


def _text(text: str) -> str:
    """Write running text; a line break stays one."""
    lines = [_escaped(line.strip()) for line in text.split("\n")]
    broken = (line + "\\" if line and after else line for line, after in _with_next(lines))
    return "\n".join(broken)


def _with_next(lines: list[str]) -> Iterable[tuple[str, str]]:
    return zip(lines, [*lines[1:], ""], strict=True)


def _line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _term(text: str) -> str:
    return f"**{_line(text)}**"


def _cell(text: str) -> str:
    return _escaped("; ".join(" ".join(line.split()) for line in text.split("\n") if line.strip()))


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda found: _marked(found[0]), text)


def _marked(found: str) -> str:
    """Put a backslash before a mark; a number that would begin a list gets it behind."""
    return f"{found}\\" if found.isdigit() else f"\\{found}"
