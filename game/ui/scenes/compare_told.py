"""What stands behind a number, and behind a card, in a comparison: sentences for a panel."""

import pygame

from game import words
from game.core.cards import Abstention, Place
from game.core.comparison import Cell, Column, Comparison, Quote, Row, Verdict
from game.core.table_result import VOTES
from game.export import compare_words as say
from game.i18n import _, ngettext
from game.records import half_saved, not_counted
from game.store.many import Compared
from game.ui.look import Look
from game.ui.widgets.icon_row import IconRow
from game.ui.widgets.widget import Widget

MOST_FILES = 200
"""How many files that do not count are listed."""


def flags(comparison: Comparison, row: Row) -> str:
    """Say in short what keeps a card from being plainly compared."""
    told = [say.nearly(row)] if say.nearly(row) else []
    if row.shared and row.verdict is Verdict.TOO_FEW and row.unplaced:
        told.append(say.unplaced(row))
    others = 0 if row.local else _with_own_words(comparison, row)
    if others:
        told.append(
            ngettext(
                "{count} table with words of its own", "{count} tables with words of their own",
                others,
            ).format(count=others)
        )  # fmt: skip
    if row.variant:
        told.append(_("printed in other words elsewhere"))
    if not row.shared:
        told.append(_("in one deck only"))
    elif len(row.decks) > 1:
        versions = len(row.decks)
        told.append(
            ngettext("in {count} deck", "in {count} decks or versions", versions).format(
                count=versions
            )
        )
    return ", ".join(told)


def _with_own_words(comparison: Comparison, row: Row) -> int:
    return sum(each.played for each in comparison.rows if each.local and each.card == row.card)


def _row(look: Look, n: int, picture: str, title: str, text: str = "") -> IconRow:
    box = pygame.Rect(0, 0, 0, look.target())
    return IconRow(f"told-{n}", box, picture, title, text)


def _listed(look: Look, rows: list[tuple[str, str, str]]) -> list[Widget]:
    return [_row(look, n, *each) for n, each in enumerate(rows)]


def cell_rows(look: Look, comparison: Comparison, cell: Cell) -> list[Widget]:
    """List the tables behind a number, and then what was said there."""
    names = [say.table(ref) for ref in cell.tables]
    more = cell.count - len(names)
    if more:
        names.append(_("{count} more").format(count=more))
    rows: list[tuple[str, str, str]] = [("users", say.tables(cell.count), "\n".join(names))]
    if not cell.quotes:
        rows.append(("quote", _("No argument was written down here."), ""))
    if len(cell.quotes) < cell.said:
        text = _("Shown are {shown} of {count}, drawn by chance.")
        rows.append(("info", text.format(shown=len(cell.quotes), count=cell.said), ""))
    listed = _listed(look, rows)
    theme = look.theme
    for n, quote in enumerate(cell.quotes):
        place = theme.place(quote.said.place.value)
        box = pygame.Rect(0, 0, 0, look.target())
        title, text = _quoted(comparison, quote)
        listed.append(IconRow(f"quote-{n}", box, place.icon, title, text, colour=place.colour))
    return listed


def _quoted(comparison: Comparison, quote: Quote) -> tuple[str, str]:
    said = quote.said
    title = words.place_short(said.place)
    if said.criterion:
        criterion = f"{said.criterion}: {words.meets(said.meets)}" if said.meets else said.criterion
        title = f"{title} · {criterion}"
    who = said.by or ("" if comparison.public else _("the whole table"))
    source = " · ".join(part for part in (who, say.table(quote.table)) if part)
    return title, "\n".join(part for part in (said.text, f"— {source}") if part)


def card_rows(look: Look, comparison: Comparison, row: Row) -> list[Widget]:
    """List everything about a card besides what was said."""
    rows: list[tuple[str, str, str]] = []
    if row.card.text.strip():
        rows.append(("file-text", _("What the card says"), row.card.text))
    same = _("Same place")
    rows.append(("equal", f"{same}: {say.same(row)}", say.same_explained()))
    if row.first_tables:
        counts = [f"{_vote(n)} ({count})" for n, count in enumerate(row.first) if count]
        text = f"{words.listing(tuple(counts))}\n{say.first_explained()}"
        rows.append(("hand", _("First rounds together"), text))
    if row.wordings:
        told = "\n".join(f"{say.table(ref)}: {text}" for ref, text in row.wordings)
        rows.append(("pencil", _("Words of the tables themselves"), told))
    others = 0 if row.local else _with_own_words(comparison, row)
    if others:
        rows.append(("flag", _("Apart, with words of their own"), say.tables(others)))
    if row.not_played:
        rows.append(("circle-dashed", _("Not on the table"), say.tables(row.not_played)))
    if row.variant or not row.shared or len(row.decks) > 1:
        decks = [
            _("{title}, version {version}").format(title=deck.title, version=deck.version)
            for deck in row.decks
        ]
        rows.append(("layers", _("Printed like this in"), "\n".join(decks)))
    return _listed(look, rows)


def _vote(number: int) -> str:
    vote = VOTES[number]
    return words.vote(vote) if isinstance(vote, Abstention) else words.place_short(Place(vote))


def notice_rows(look: Look, compared: Compared) -> list[Widget]:
    """List what a reader must know, the decks, and the files that do not count."""
    comparison = compared.comparison
    rows = [("info", text, "") for text in say.cautions(comparison)]
    for deck, count in comparison.decks:
        text = _("{title}, version {version}: {tables}").format(
            title=deck.title, version=deck.version, tables=say.tables(count)
        )
        rows.append(("layers", text, ""))
    left = (*not_counted(compared), *half_saved(compared))
    rows += [("triangle-alert", text, "") for text in left[:MOST_FILES]]
    if len(left) > MOST_FILES:
        more = _("{count} more").format(count=len(left) - MOST_FILES)
        rows.append(("triangle-alert", more, ""))
    return _listed(look, rows)


def own_rows(look: Look, comparison: Comparison) -> list[Widget]:
    """List the cards that tables wrote themselves."""
    rows: list[tuple[str, str, str]] = []
    if comparison.own:
        text = _("Each of these cards was at one table only, so it is not compared.")
        rows.append(("pencil", _("Cards that tables wrote"), text))
    rows += [
        ("square-pen", own.title, f"{say.own(own)} · {say.table(own.table)}")
        for own in comparison.own
    ]
    return [
        IconRow(f"own-{n}", pygame.Rect(0, 0, 0, look.target()), *each)
        for n, each in enumerate(rows)
    ]


def cell_title(row: Row, column: Column) -> str:
    """Name a number by its card and its column."""
    return f"{say.card(row)} · {say.column(column)}"
