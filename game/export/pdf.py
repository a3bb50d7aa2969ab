"""The document as a PDF that can be read aloud and kept: PDF/UA-1 and PDF/A-2a in one file."""

from collections.abc import Iterable, Iterator
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
    leading,
)
from game.export.board import OUTCOME_ICONS
from game.export.sections import document
from game.export.widths import MARGIN, ON_A_LINE, shares, whole
from game.i18n import _
from game.office.typeset import Drawing, Job
from game.words import outcome as outcome_name

BROADS = (1.1, 1.0)
"""How much broader than usual letters may be: bold ones."""
SHORT = 800
"""Letters up to which what is under the title of a card is kept with it."""

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


def _with_contents(blocks: tuple[Block, ...]) -> Iterator[tuple[Block | None, Data]]:
    """Give each block as it is set, and the table of contents before the first part."""
    parts = sum(isinstance(block, Heading) and block.level == 2 for block in blocks)
    told = False
    for block, leads in zip(blocks, leading(blocks), strict=True):
        if not told and isinstance(block, Heading) and block.level == 2:
            yield None, {"kind": "contents", "rows": -(-parts // 2)}
            told = True
        yield block, {**_block(block), "leads": leads}


def _nested(blocks: Iterable[tuple[Block | None, Data]]) -> Iterator[Data]:
    """Put all that is about one card in a frame, up to the next heading of its level."""
    card: list[Data] = []
    level = 0
    for block, data in blocks:
        if isinstance(block, Heading) and level and block.level <= level:
            yield _framed(card)
            card, level = [], 0
        if isinstance(block, Heading) and block.card and not level:
            level = block.level
        if not level:
            yield data
        else:
            if data["kind"] == "heading" and not card:
                data["first"] = True
            card.append(data)
    if card:
        yield _framed(card)


def _framed(card: list[Data]) -> Data:
    """Say with how much of a card its title is kept together, and whether it needs still more."""
    together, letters = 1, 0
    for data in card[1:]:
        if data["kind"] == "table":
            break
        letters += sum(map(len, _texts(data)))
        if letters > SHORT:
            break
        together += 1
        if data["kind"] not in ("text", "lead", "facts"):
            break
    alone = all(data["kind"] in ("heading", "text", "lead") for data in card[:together])
    return {"kind": "card", "blocks": card, "together": together, "leads": alone}


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
    widths = shares(table, _shown, BROADS)
    room = [ON_A_LINE * share - MARGIN for share in widths]
    return {
        "kind": "table",
        "caption": table.caption,
        "header": table.header,
        "rows": [
            [_cell(cell, letters) for cell, letters in zip(row, room, strict=True)]
            for row in table.rows
        ],
        "widths": widths,
        "short": whole(table),
    }


def _shown(cell: Cell) -> str:
    """Give the text of a cell with what its pictogram takes."""
    return f"___{cell.text}" if cell.outcome else cell.text


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
