"""The document as one HTML page that needs nothing else: no script, nothing from outside."""

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import assert_never

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
from game.hyphens import ways
from game.i18n import _
from game.words import outcome as outcome_name

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_LONG, _PIECE = 26, 12
"""Letters from which a word may break anywhere, and in pieces of how many."""
_WIDE, _SYLLABLE = 18, 3
"""Letters from which a word in a table may break as in a dictionary, and how many stay together."""
_MAY_BREAK, _OPEN, _CLOSE = "\ue000\ue001\ue002"
"""Of the private characters, which blocks.said does not let through."""
_SOFT_HYPHEN = "\u00ad"
_PREFIXED = re.compile(r"(?<!\w)([’'‘]\w-\w{1,20})")
"""A name such as 's-Hertogenbosch, in which a browser would break behind the hyphen."""
_LOGO = (
    '<svg viewBox="0 0 46 30" width="46" height="30" aria-hidden="true">'
    '<circle cx="11" cy="19" r="11" fill="#e07a5f"/>'
    '<circle cx="34" cy="19" r="11" fill="#6384c5"/>'
    '<circle cx="22.5" cy="11" r="11" fill="#3b9a8b" fill-opacity=".92"/></svg>'
)


def to_html(record: Record) -> str:
    """Write a record as a page, in the language that is spoken now."""
    return page(document(record))


def page(document: Document) -> str:
    """Write a document as a page."""
    style = files("game.export").joinpath("record.css").read_text(encoding="utf-8")
    title = _plain(document.title)
    skip = _("To the text")
    subtitle = f"<span>{_text(document.subtitle)}</span>" if document.subtitle else ""
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{document.language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            f'<a class="skip" href="#content">{escape(skip)}</a>',
            f'<header class="bar">{_LOGO}<p><strong>Sferenspel</strong>{subtitle}</p></header>',
            '<main id="content" tabindex="-1">',
            *_body(document.blocks),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _body(blocks: tuple[Block, ...]) -> Iterable[str]:
    """Put every part in a section and every card in an article, each closed in its turn."""
    inside: list[tuple[int, str]] = []
    contents = _contents(blocks)
    tables = 0
    for block, leads in zip(blocks, leading(blocks), strict=True):
        if isinstance(block, Heading):
            while inside and inside[-1][0] >= block.level:
                yield inside.pop()[1]
            if block.level == 2:
                if contents:
                    yield contents
                    contents = ""
                yield f'<section aria-labelledby="{block.id}">'
                inside.append((2, "</section>"))
            elif block.card:
                css = f' class="card {block.outcome}"' if block.outcome else ' class="card"'
                yield f"<article{css}>"
                inside.append((block.level, "</article>"))
        tables += isinstance(block, Table)
        yield _block(block, tables, leads=leads)
    while inside:
        yield inside.pop()[1]


def _contents(blocks: tuple[Block, ...]) -> str:
    links = "".join(
        f'<li><a href="#{block.id}">{_text(block.text)}</a></li>'
        for block in blocks
        if isinstance(block, Heading) and block.level == 2
    )
    name = _("Contents")
    return f'<nav aria-label="{escape(name)}"><ol>{links}</ol></nav>'


def _block(block: Block, number: int, *, leads: bool) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            names = " ".join(["lead"] * block.lead + ["leads"] * leads)
            css = f' class="{names}"' if names else ""
            return f"<p{css}>{_text(block.text)}</p>"
        case Definitions():
            css = ' class="tiles"' if block.tiles else ""
            pairs = "".join(
                f"<div><dt>{_text(term)}</dt><dd>{_text(text)}</dd></div>"
                for term, text in block.items
            )
            return f"<dl{css}>{pairs}</dl>"
        case Bullets():
            return f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"
        case Table():
            return _table(block, number)
        case Picture():
            # A wide drawing scrolls in its own frame, which the keyboard must be able to reach.
            return (
                f'<figure class="board"><div class="wide" role="group" tabindex="0" '
                f'aria-label="{escape(_plain(block.caption))}">{block.svg}</div>'
                f"<figcaption>{_text(block.caption)}</figcaption></figure>"
            )
        case Speech():
            css = f"speech {block.place}" if block.place else "speech"
            by = f" <span>{_text(block.by)}</span>" if block.by else ""
            return (
                f'<figure class="{css}"><figcaption><strong>{_text(block.title)}</strong>{by}'
                f"</figcaption><blockquote><p>{_text(block.text)}</p></blockquote></figure>"
            )
        case Remark():
            return f'<p class="remark">{_text(block.text)}</p>'
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    name = f' id="{heading.id}"' if heading.id else ""
    icon = _icon(heading.icon)
    badge = _badge(heading.outcome) if heading.outcome else ""
    tag = f"h{heading.level}"
    return f"<{tag}{name}>{icon}<span>{_text(heading.text)}</span>{badge}</{tag}>"


def _icon(name: str) -> str:
    inner = strokes(name)
    if not inner:
        return ""
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{inner}</svg>'


def _badge(outcome: Outcome) -> str:
    icon = _icon(OUTCOME_ICONS[outcome])
    return f' <span class="badge {outcome}">{icon}{_text(outcome_name(outcome))}</span>'


def _table(table: Table, number: int) -> str:
    caption = f"table-{number}"
    head = "".join(f'<th scope="col">{_cell_text(text)}</th>' for text in table.header)
    rows = "".join(
        "<tr>" + "".join(_cell(cell, first=n == 0) for n, cell in enumerate(row)) + "</tr>"
        for row in table.rows
    )
    last = ' class="last-wide"' if table.last_wide else ""
    css = "wide narrow" if len(table.header) < 3 else "wide"
    return (
        f'<div class="{css}" role="group" tabindex="0" aria-labelledby="{caption}">'
        f'<table{last}><caption id="{caption}">{_text(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: Cell, *, first: bool) -> str:
    text = _cell_text(cell.text)
    if cell.place:
        text = f'<span class="place {cell.place}">{text}</span>'
    elif cell.outcome and not first:
        text = (
            f'<span class="mark {cell.outcome}">{_icon(OUTCOME_ICONS[cell.outcome])}{text}</span>'
        )
    if cell.link:
        text = f'<a href="#{escape(cell.link)}">{text}</a>'
    return f'<th scope="row">{text}</th>' if first else f"<td>{text}</td>"


def _plain(text: str) -> str:
    return text.replace(ISOLATE, "").replace(RELEASE, "").replace("\n", " ")


def _text(text: str) -> str:
    """Escape a text; what was isolated becomes <bdi>, and line breaks are kept."""
    broken = re.sub(rf"\S{{{_LONG},}}", _with_breaks, text)
    whole = _PREFIXED.sub(f"{_OPEN}\\1{_CLOSE}", broken)
    escaped = escape(whole).replace(ISOLATE, "<bdi>").replace(RELEASE, "</bdi>")
    marked = escaped.replace(_OPEN, '<span class="whole">').replace(_CLOSE, "</span>")
    return marked.replace("\n", "<br>").replace(_MAY_BREAK, "<wbr>")


def _cell_text(text: str) -> str:
    """Escape the text of a narrow cell, in which a long word may break as in a dictionary."""
    return _text(_hyphenated(text, _WIDE))


def _hyphenated(text: str, least: int) -> str:
    return re.sub(rf"(?<![^\W\d_])[^\W\d_]{{{least},}}", _with_hyphens, text)


def _with_hyphens(word: re.Match[str]) -> str:
    parts, since = [], 0
    for head, tail in ways(word[0]):
        at = len(head) - 1
        # A break at which a letter changes (reïntegratie) cannot be left to a browser.
        if head[:-1] + tail == word[0] and at - since >= _SYLLABLE and len(tail) >= _SYLLABLE:
            parts.append(word[0][since:at])
            since = at
    return _SOFT_HYPHEN.join([*parts, word[0][since:]])


def _with_breaks(word: re.Match[str]) -> str:
    """Let an endless word break, so that it does not widen a whole column."""
    soft = _hyphenated(word[0], _LONG)
    if max(map(len, soft.split(_SOFT_HYPHEN))) < _LONG:
        return soft
    letters, since = [], 0
    for letter in word[0]:
        if since >= _PIECE and not unicodedata.combining(letter):
            letters.append(_MAY_BREAK)
            since = 0
        letters.append(letter)
        since += 1
    return "".join(letters)
