"""A comparison of tables as a document made of blocks."""

from collections.abc import Iterable, Sequence

from game import words
from game.core.cards import Abstention, Place
from game.core.comparison import PLACED, Column, Comparison, Quote, Row, TableRef, Verdict
from game.core.table_result import VOTES
from game.export import compare_words as say
from game.export.blocks import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Remark,
    Table,
    line,
    said,
)
from game.export.phrases import NOTHING
from game.i18n import _, language, ngettext

SIDE_BY_SIDE = 8
"""So many tables fit beside each other."""


def document(
    comparison: Comparison, *, left_out: Sequence[str] = (), quotes: int | None = None
) -> Document:
    """Make the whole document, in the language that is spoken now.

    Args:
        comparison: what the tables made of the cards.
        left_out: a sentence for each file that does not count.
        quotes: how many arguments are shown for a cell; None is all that there are.
    """
    part = _Parts(comparison, quotes)
    title = _("Tables compared")
    blocks = [
        Heading(1, title),
        *part.opening(),
        *part.everything(),
        *part.beside(),
        *part.first_rounds(),
        *part.by_verdict(),
        *part.single(),
        *part.own(),
        *part.about(left_out),
    ]
    counted = say.tables(comparison.tables)
    return Document(language(), title, counted, tuple(blocks))


class _Parts:
    def __init__(self, comparison: Comparison, quotes: int | None) -> None:
        self.comparison = comparison
        self.quotes = quotes
        self.number = {id(row): n for n, row in enumerate(comparison.rows, 1)}
        self.local = {row.card: row.played for row in comparison.rows if row.local}
        self.compared = [row for row in comparison.rows if row.shared and not row.local]

    def id(self, row: Row, column: Column | None = None) -> str:
        name = f"card-{self.number[id(row)]}"
        return f"{name}-{column}" if column else name

    def opening(self) -> Iterable[Block]:
        comparison = self.comparison
        people = ngettext("{count} participant", "{count} participants", comparison.people)
        yield Paragraph(
            _("{tables} with {people} side by side, card by card.").format(
                tables=say.tables(comparison.tables),
                people=people.format(count=comparison.people),
            ),
            lead=True,
        )
        counted = {v: sum(row.verdict is v for row in self.compared) for v in Verdict}
        yield Definitions(
            (
                (_("tables"), str(comparison.tables)),
                (_("cards on which all or most tables agree"), str(counted[Verdict.AGREE])),
                (_("cards on which tables differ"), str(counted[Verdict.DIFFER])),
                (_("cards on which tables are divided"), str(counted[Verdict.DIVIDED])),
            ),
            tiles=True,
        )
        for text in say.cautions(comparison):
            yield Remark(text)

    def everything(self) -> Iterable[Block]:
        yield Heading(2, _("Cards by places"), "all")
        if not self.compared:
            yield Paragraph(_("There is no card that these tables have in common."))
            return
        yield Paragraph(
            _(
                "How many tables made what of each card. The cards that differ most come first. "
                "Behind each number are the arguments of those tables."
            )
        )
        yield Paragraph(say.same_explained())
        used = [c for c in Column if c in PLACED or any(r.cell(c).count for r in self.compared)]
        header = (_("Card"), *map(say.column, used), _("Same place"))
        rows = tuple(
            (
                Cell(say.card(row), link=self.id(row)),
                *(self._count(row, column) for column in used),
                Cell(say.same(row)),
            )
            for row in self.compared
        )
        yield Table(_("Number of tables"), header, rows)

    def _count(self, row: Row, column: Column) -> Cell:
        count = row.cell(column).count
        return Cell(str(count), link=self.id(row, column) if count else "")

    def beside(self) -> Iterable[Block]:
        """Put few tables beside each other."""
        tables = sorted({ref for row in self.comparison.rows for ref in _tables(row)})
        # Two tables of one name cannot be told apart here.
        if not 2 <= len(tables) == self.comparison.tables <= SIDE_BY_SIDE:
            return
        yield Heading(2, _("Table beside table"), "beside")
        rows = tuple(
            (Cell(say.card(row)), *(self._at(row, ref) for ref in tables))
            for row in self.comparison.rows
        )
        names = say.beside(tuple(tables))
        yield Table(_("What each table made of each card"), (_("Card"), *names), rows)

    def _at(self, row: Row, ref: TableRef) -> Cell:
        for column, cell in row.cells:
            if ref in cell.tables:
                place = Place(column.value) if column.value in set(Place) else None
                return Cell(say.column(column), place=place, link=self.id(row, column))
        return Cell(NOTHING)

    def first_rounds(self) -> Iterable[Block]:
        rows = tuple(
            (
                Cell(say.card(row), link=self.id(row)),
                *(Cell(str(count)) for count in row.first[: len(Place)]),
                Cell(str(sum(row.first[len(Place) :]))),
                Cell(str(row.first_tables)),
            )
            for row in self.compared
            if row.first_tables
        )
        yield Heading(2, _("First rounds together"), "first")
        yield Paragraph(say.first_explained())
        if not rows:
            yield Paragraph(_("No first round was out of sight of the others."))
            return
        places = tuple(map(words.place_short, Place))
        header = (_("Card"), *places, _("Abstained"), _("Tables"))
        yield Table(_("Number of seats"), header, rows)

    def by_verdict(self) -> Iterable[Block]:
        order = (Verdict.DIFFER, Verdict.DIVIDED, Verdict.AGREE, Verdict.TOO_FEW, Verdict.LOCAL)
        for verdict in order:
            rows = [r for r in self.comparison.rows if r.shared and r.verdict is verdict]
            if not rows and verdict in (Verdict.TOO_FEW, Verdict.LOCAL):
                continue
            yield Heading(2, say.group(verdict, rows), verdict.value.replace("_", "-"))
            yield Paragraph(say.verdict_explained(verdict))
            if not rows:
                yield Paragraph(_("This goes for no card."))
            for row in rows:
                yield from self._card(row)

    def single(self) -> Iterable[Block]:
        rows = [row for row in self.comparison.rows if not row.shared]
        if rows:
            yield Heading(2, _("Cards of one deck only"), "single")
            yield Paragraph(_("Only the tables with that deck could talk about these cards."))
            for row in rows:
                yield from self._card(row)

    def own(self) -> Iterable[Block]:
        comparison = self.comparison
        if not comparison.own:
            return
        yield Heading(2, _("Cards that tables wrote"), "own")
        yield Paragraph(_("Each of these cards was at one table only, so it is not compared."))
        yield from _some(len(comparison.own), comparison.own_count)
        header = (_("Card"), _("Table"), _("Outcome"))
        rows = (
            (Cell(line(own.title) or NOTHING), Cell(say.table(own.table)), Cell(say.own(own)))
            for own in comparison.own
        )
        yield Table(_("Cards of tables themselves"), header, tuple(rows))

    def _card(self, row: Row) -> Iterable[Block]:
        yield Heading(3, say.card(row), self.id(row), card=True)
        if row.card.text.strip():
            yield Paragraph(said(row.card.text))
        yield Paragraph(say.summary(row))
        facts = [(_("Conclusion"), say.conclusion(row)), (_("Same place"), say.same(row))]
        if row.first_tables:
            counts = tuple(f"{_vote(n)} ({count})" for n, count in enumerate(row.first) if count)
            facts.append((_("First rounds"), words.listing(counts) or NOTHING))
        own_words = 0 if row.local else self.local.get(row.card, 0)
        if own_words:
            facts.append((_("Apart, with words of their own"), say.tables(own_words)))
        if row.not_played:
            facts.append((_("Not on the table"), say.tables(row.not_played)))
        if row.variant or not row.shared:
            decks = tuple(
                _("{title}, version {version}").format(
                    title=line(deck.title), version=line(deck.version)
                )
                for deck in row.decks
            )
            facts.append((_("Printed like this in"), words.listing(decks) or NOTHING))
        yield Definitions(tuple(facts))
        if row.wordings:
            yield from _some(len(row.wordings), row.played)
            yield Bullets(tuple(f"{say.table(ref)}: {said(text)}" for ref, text in row.wordings))
        for column, cell in row.cells:
            if not cell.count:
                continue
            name = f"{say.column(column)}: {say.tables(cell.count)}"
            yield Heading(4, name, self.id(row, column))
            yield Paragraph(say.column_explained(column))
            names = tuple(say.table(ref) for ref in cell.tables)
            more = cell.count - len(names)
            names += (_("{count} more").format(count=more),) if more else ()
            yield Paragraph(_("Tables: {names}.").format(names=words.listing(names)))
            yield from self._quotes(row, column, cell.quotes, cell.said)

    def _quotes(
        self, row: Row, column: Column, quotes: tuple[Quote, ...], all_said: int
    ) -> Iterable[Block]:
        if not quotes:
            yield Paragraph(_("No argument was written down here."))
            return
        # From all over the list, which is ordered by place.
        step = -(-len(quotes) // self.quotes) if self.quotes else 1
        shown = quotes[::step]
        yield from _some(len(shown), all_said)
        header = (_("Speaks for"), _("Reason"), _("Criterion"), _("Who"), _("Table"))
        rows = tuple(
            (
                Cell(words.place_short(quote.said.place), place=quote.said.place),
                Cell(said(quote.said.text) or NOTHING),
                Cell(_criterion(quote)),
                Cell(self._who(quote)),
                Cell(say.table(quote.table)),
            )
            for quote in shown
        )
        caption = _("Arguments on {card}: {column}").format(
            card=say.card(row), column=say.column(column)
        )
        yield Table(caption, header, rows)

    def _who(self, quote: Quote) -> str:
        nobody = NOTHING if self.comparison.public else _("the whole table")
        return line(quote.said.by) or nobody

    def about(self, left_out: Sequence[str]) -> Iterable[Block]:
        comparison = self.comparison
        yield Heading(2, _("About this comparison"), "about")
        audience = _("public") if comparison.public else _("internal: not to be spread")
        facts = [
            (_("Tables"), str(comparison.tables)),
            (_("Participants"), str(comparison.people)),
            (_("Version of this comparison"), audience),
        ]
        facts += [
            (
                _("Deck"),
                _("{title}, version {version}: {tables}").format(
                    title=line(deck.title),
                    version=line(deck.version),
                    tables=say.tables(count),
                ),
            )
            for deck, count in comparison.decks
            if count
        ]
        yield Definitions(tuple(facts))
        if comparison.public:
            yield Remark(
                _(
                    "Reasons in words, names of seats and local wordings "
                    "are left out of this public version."
                )
            )
        if left_out:
            yield Paragraph(_("Files that do not count:"))
            yield Bullets(say.left_out(comparison, left_out))


def _tables(row: Row) -> Iterable[TableRef]:
    return (ref for _column, cell in row.cells for ref in cell.tables)


def _some(shown: int, count: int) -> Iterable[Block]:
    """Say that not all is shown, where that is so."""
    if shown < count:
        yield Paragraph(
            _("Shown are {shown} of {count}, drawn by chance.").format(shown=shown, count=count)
        )


def _vote(number: int) -> str:
    vote = VOTES[number]
    return words.vote(vote) if isinstance(vote, Abstention) else words.place_short(vote)


def _criterion(quote: Quote) -> str:
    title = line(quote.said.criterion)
    if title and quote.said.meets:
        return f"{title}: {words.meets(quote.said.meets)}"
    return title or NOTHING
