"""The document as a PDF that can be read aloud and kept: PDF/UA-1 and PDF/A-2a in one file."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, assert_never

from game.core.entries import Record
from game.core.outcome import Outcome
from game.decks.pictograms import strokes
from game.export.blocks import (
    ISOLATE,
    RELEASE,
    Block,
    Bullets,
    Cell,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Picture,
    Remark,
    Speech,
    Table,
)
from game.export.board import OUTCOME_ICONS
from game.export.sections import document
from game.i18n import _
from game.office.typeset import Drawing, Job
from game.words import outcome as outcome_name

NARROWEST, WIDEST, LONG_WORD, MARGIN = 5, 34, 17, 4
"""How much room a column of a table asks for, in letters."""
ON_A_LINE = 100
"""Letters on a whole line of a table, of the broader kind."""
SHORT = 800
"""Letters, and a share of it for each field, up to which a table is not spread over two pages."""

Data = dict[str, Any]


def to_pdf(record: Record) -> bytes:
    """Typeset a record, in the language that is spoken now.

    Raises:
        TypesetError: it cannot be made here.
    """
    return typeset(document(record))


def typeset(document: Document) -> bytes:
    """Typeset a document.

    Raises:
        TypesetError: it cannot be made here.
    """
    subtitle = _plain(document.subtitle)
    title = _plain(document.title)
    data = {
        "language": document.language,
        "title": title,
        "subtitle": subtitle,
        "footer": " · ".join(text for text in (title, subtitle) if text),
        "contents": _("Contents"),
        "page": _("page {number} of {count}"),
        "blocks": list(_nested(_with_contents(document.blocks))),
    }
    return Job("game.export", "record.typ", data).pdf().pdf


def _with_contents(blocks: tuple[Block, ...]) -> Iterator[Data | Block]:
    """Put the table of contents before the first part."""
    parts = sum(isinstance(block, Heading) and block.level == 2 for block in blocks)
    told = False
    for block in blocks:
        if not told and isinstance(block, Heading) and block.level == 2:
            yield {"kind": "contents", "rows": -(-parts // 2)}
            told = True
        yield block


def _nested(blocks: Iterable[Data | Block]) -> Iterator[Data]:
    """Put all that is about one card in a frame, up to the next heading of its level."""
    card: list[Data] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and level and block.level <= level:
            yield _framed(card)
            card, level = [], 0
        if isinstance(block, Heading) and block.card and not level:
            level = block.level
        data = block if isinstance(block, dict) else _block(block)
        if not level:
            yield data
        else:
            if data["kind"] == "heading" and not card:
                data["first"] = True
            card.append(data)
    if card:
        yield _framed(card)


def _framed(card: list[Data]) -> Data:
    """Say with how much of a card its title is kept together."""
    together, letters = 1, 0
    for data in card[1:]:
        if data["kind"] == "table":
            together += data["short"]
            break
        letters += sum(map(len, _texts(data)))
        if letters > SHORT:
            break
        together += 1
        if data["kind"] not in ("text", "lead", "facts"):
            break
    return {"kind": "card", "blocks": card, "together": together}


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, (list, tuple)):
        for each in data:
            yield from _texts(each)


def _block(block: Block) -> Data:
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "text": _plain(block.text) or "–",
                "id": block.id,
                "strokes": Drawing(strokes(block.icon)),
                "outcome": _outcome(block.outcome),
                "first": False,
            }
        case Paragraph():
            return {"kind": "lead" if block.lead else "text", "text": block.text}
        case Definitions():
            return {"kind": "tiles" if block.tiles else "facts", "items": block.items}
        case Bullets():
            return {"kind": "list", "items": block.items}
        case Table():
            return _table(block)
        case Picture():
            return {
                "kind": "picture",
                "svg": Drawing(block.svg),
                "alt": block.alt,
                "caption": block.caption,
            }
        case Speech():
            return {
                "kind": "speech",
                "title": block.title,
                "text": block.text,
                "by": block.by,
                "place": str(block.place or ""),
            }
        case Remark():
            return {"kind": "remark", "text": block.text}
        case _:
            assert_never(block)


def _table(table: Table) -> Data:
    texts = ([_shown(cell) for cell in row] for row in table.rows)
    columns = zip_longest(table.header, *texts, fillvalue="")
    widths = [_width(column) for column in columns]
    room = [ON_A_LINE * width / sum(widths) - MARGIN for width in widths]
    return {
        "kind": "table",
        "caption": table.caption,
        "header": table.header,
        "rows": [
            [_cell(cell, letters) for cell, letters in zip(row, room, strict=True)]
            for row in table.rows
        ],
        "widths": widths,
        "short": sum(len(cell.text) + SHORT // 20 for row in table.rows for cell in row) < SHORT,
    }


def _shown(cell: Cell) -> str:
    """Give the text of a cell with what its pictogram takes."""
    return f"___{cell.text}" if cell.outcome else cell.text


def _width(texts: tuple[str, ...]) -> int:
    """Give a column room by its longest word and by how much there is to read in it."""
    longest = max(len(word) for text in texts for word in text.split() or [""])
    usual = sum(len(text) for text in texts) // len(texts)
    return MARGIN + max(NARROWEST, min(longest, LONG_WORD), min(usual, WIDEST))


def _cell(cell: Cell, letters: float) -> Data:
    return {
        "text": cell.text,
        "place": str(cell.place or ""),
        "link": cell.link,
        "outcome": _outcome(cell.outcome),
        # A word is broken only where it would not fit.
        "hyphenate": any(len(word) > letters for word in _shown(cell).split()),
    }


def _outcome(outcome: Outcome | None) -> Data | None:
    if outcome is None:
        return None
    return {
        "name": str(outcome),
        "text": outcome_name(outcome),
        "strokes": Drawing(strokes(OUTCOME_ICONS[outcome])),
    }


def _plain(text: str) -> str:
    return text.replace(ISOLATE, "").replace(RELEASE, "").replace("\n", " ")
