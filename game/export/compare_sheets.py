"""A comparison of tables as sheets: a row a card, a row a table and a row an argument."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from game import words
from game.core.cards import Place
from game.core.comparison import Column as Made
from game.core.comparison import Comparison, OwnCard, Row, TableRef
from game.core.table_result import VOTES
from game.export import compare_words as say
from game.i18n import _
from game.office.books import Cell, Column, SheetToWrite


def sheets(comparison: Comparison, left_out: Sequence[str] = ()) -> tuple[SheetToWrite, ...]:
    """Make the sheets, in the language that is spoken now."""
    rows = comparison.rows
    return (
        cards(comparison),
        arguments(comparison),
        _sheet(
            _("Tables"),
            (_made(),),
            [
                (*_card(row), say.column(made), *_table(ref))
                for row in rows
                for made, cell in row.cells
                for ref in cell.tables
            ],
            after=_where(),
        ),
        _sheet(
            _("Wordings"),
            (Column(_("Words of the table"), 60),),
            [(*_card(row), text, *_table(ref)) for row in rows for ref, text in row.wordings],
            after=_where(),
        ),
        SheetToWrite(
            _("Own cards"),
            (Column(_("Card"), 30), _made(), *_where()),
            tuple(_own(own) for own in comparison.own),
        ),
        SheetToWrite(
            _("Explanation"),
            (Column(_("What"), 34), Column(_("Explanation"), 100)),
            tuple(_explained(comparison, left_out)),
        ),
    )


def cards(comparison: Comparison) -> SheetToWrite:
    """Make the sheet with a row for each card, in the order of the comparison."""
    abstained = tuple(VOTES[len(Place) :])
    columns = (
        Column(_("Conclusion"), 30),
        Column(_("Tables")),
        *(Column(say.column(made), 14) for made in Made),
        Column(_("Not on the table"), 14),
        Column(_("Same place"), 14, form="0%"),
        *(
            Column(_("First round: {choice}").format(choice=words.vote(vote)), 16)
            for vote in (*Place, *abstained)
        ),
        Column(_("Tables with a first round"), 16),
        Column(_("In more than one deck"), 14),
    )
    return _sheet(_("Cards"), columns, map(_row, comparison.rows))


def arguments(comparison: Comparison) -> SheetToWrite:
    """Make the sheet with a row for each argument, behind the number that it belongs to."""
    columns = (
        _made(),
        Column(_("Speaks for"), 18),
        Column(_("Reason"), 70),
        Column(_("Criterion"), 28),
        Column(_("Meets it")),
        Column(_("Who"), 20),
    )
    found = (
        (
            *_card(row),
            say.column(made),
            words.place_short(quote.said.place),
            quote.said.text,
            quote.said.criterion,
            words.meets(quote.said.meets) if quote.said.meets else "",
            quote.said.by,
            *_table(quote.table),
        )
        for row in comparison.rows
        for made, cell in row.cells
        for quote in cell.quotes
    )
    return _sheet(_("Arguments"), columns, found, after=_where())


def _sheet(
    name: str,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Cell, ...]],
    after: tuple[Column, ...] = (),
) -> SheetToWrite:
    card = (Column(_("Card"), 34), Column(_("Id of the card"), 18))
    return SheetToWrite(name, (*card, *columns, *after), tuple(rows))


def _made() -> Column:
    return Column(_("What the table made of it"), 24)


def _where() -> tuple[Column, ...]:
    names = (_("Gemeente"), _("Wijk"), _("Table"), _("Date"), _("File"))
    return tuple(Column(name, 18) for name in names)


def _card(row: Row) -> tuple[str, str]:
    return say.card(row), row.card.id


def _table(ref: TableRef) -> tuple[str, ...]:
    # Without a file, only the mark tells tables of one name apart.
    table = f"{ref.table} ({ref.mark})".strip() if ref.mark and not ref.file else ref.table
    return ref.gemeente, ref.wijk, table, ref.date, PurePath(ref.file).name


def _own(own: OwnCard) -> tuple[Cell, ...]:
    return (own.title, say.own(own), *_table(own.table))


def _row(row: Row) -> tuple[Cell, ...]:
    return (
        *_card(row),
        say.conclusion(row),
        row.played,
        *(cell.count for _made, cell in row.cells),
        row.not_played,
        None if row.same is None else round(row.same, 4),
        *row.first,
        row.first_tables,
        _("yes") if len({deck.id for deck in row.decks}) > 1 else _("no"),
    )


def _explained(comparison: Comparison, left_out: Sequence[str]) -> Iterable[tuple[Cell, ...]]:
    yield _("Tables"), comparison.tables
    yield _("Participants"), comparison.people
    for deck, count in comparison.decks:
        yield (
            _("Deck"),
            _("{title}, version {version}: {tables}").format(
                title=deck.title, version=deck.version, tables=say.tables(count)
            ),
        )
    for text in say.cautions(comparison):
        yield _("Mind"), text
    yield _("Same place"), say.same_explained()
    yield _("First round"), say.first_explained()
    for made in Made:
        yield say.column(made), say.column_explained(made)
    for verdict in dict.fromkeys(row.verdict for row in comparison.rows):
        rows = comparison.having(verdict)
        yield say.group(verdict, rows), say.verdict_explained(verdict)
    if any(cell.said > len(cell.quotes) for row in comparison.rows for _m, cell in row.cells):
        yield (
            _("Arguments"),
            _("There are more than are shown here. These were drawn by chance for each number."),
        )
    for text in say.left_out(comparison, left_out):
        yield _("Does not count"), text
