"""Many tables side by side: which card lies where, and how far the tables differ."""

from dataclasses import dataclass
from enum import StrEnum

from game.core.cards import Place
from game.core.outcome import Outcome
from game.core.table_result import CardResult, DeckUsed, Printed, Said

SHOWN = 24
"""How many tables a cell names of those that it counts."""
QUOTED = 60
"""How many arguments a cell leads to at most; six tables together seldom have so many."""
AGREE_PERCENT = 75
"""From which part of the tables with a place on they are said to agree."""


class Column(StrEnum):
    """What a table made of a card."""

    PERSONAL = "personal"
    COMMUNAL = "communal"
    INSTITUTIONAL = "institutional"
    OUTSIDE = "outside"
    DIVIDED = "divided"
    """The table differs within itself; the card lies in none of the places."""
    SPLIT = "split"
    """The table cut the card into parts; it lies in no place."""
    OPEN = "open"
    """Undecided, parked or skipped."""


PLACED = (Column.PERSONAL, Column.COMMUNAL, Column.INSTITUTIONAL, Column.OUTSIDE)


class Verdict(StrEnum):
    """How the tables stand to each other on a card."""

    AGREE = "agree"
    """Of the tables with a place, three quarters or more chose the same."""
    DIFFER = "differ"
    """The tables differ from each other."""
    DIVIDED = "divided"
    """Half or more of the tables differ within themselves."""
    TOO_FEW = "too_few"
    """Fewer than two tables have a place or a difference."""
    LOCAL = "local"
    """Each of these tables gave the card a wording of its own: they are not compared."""


@dataclass(frozen=True, slots=True, order=True)
class TableRef:
    """Which table it was."""

    gemeente: str
    wijk: str
    table: str
    date: str
    file: str
    """Path of its save; empty in what is made public."""
    mark: str = ""
    """What tells it from another table of the same name, place and date; else empty."""


@dataclass(frozen=True, slots=True)
class Quote:
    """An argument, and the table that it was said at."""

    table: TableRef
    said: Said


@dataclass(frozen=True, slots=True)
class Cell:
    """The tables that made the same of a card, and what was said there."""

    count: int
    tables: tuple[TableRef, ...] = ()
    """All of them, or a selection by chance of SHOWN."""
    quotes: tuple[Quote, ...] = ()
    """All that was said at those tables, or a selection by chance of QUOTED."""
    said: int = 0
    """How much was said there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A card, as all tables that had it in these words made something of it."""

    card: Printed
    variant: int
    """1 and up where decks print this card in different words; else 0."""
    local: bool
    """These tables gave it a wording of their own."""
    shared: bool
    """The card is in more than one of the decks that were played, or there is one deck."""
    decks: tuple[DeckUsed, ...]
    """In which it is printed like this."""
    cells: tuple[tuple[Column, Cell], ...]
    """One for each column, empty ones too."""
    not_played: int
    """Tables whose deck has the card, where it did not come to the table."""
    first: tuple[int, ...]
    """Seats per vote over all sealed first rounds, as VOTES orders them."""
    first_tables: int
    """Tables with such a round."""
    wordings: tuple[tuple[TableRef, str], ...]
    """What these tables made of the words of the card; all, or a selection of SHOWN."""
    unplaced: tuple[tuple[Outcome, int], ...] = ()
    """At how many tables it ended split, undecided, parked or skipped."""

    def cell(self, column: Column) -> Cell:
        """Find the cell of a column."""
        return dict(self.cells)[column]

    @property
    def played(self) -> int:
        """At how many tables it came to the table."""
        return sum(cell.count for _, cell in self.cells)

    @property
    def placed(self) -> int:
        """How many tables gave it one place."""
        return sum(self.cell(column).count for column in PLACED)

    @property
    def most(self) -> int:
        """How many tables chose the place that was chosen most."""
        return max(self.cell(column).count for column in PLACED)

    @property
    def divided(self) -> int:
        """How many tables differ within themselves."""
        return self.cell(Column.DIVIDED).count

    @property
    def seats(self) -> int:
        """How many seats chose a place in the first rounds."""
        return sum(self.first[: len(Place)])

    @property
    def same(self) -> float | None:
        """Say for which share of the pairs of tables the card lies at one and the same place.

        A table that differs within itself is never the same as another; parts and open cards are
        left out. None with fewer than two tables, and where each has its own words.
        """
        tables = self.placed + self.divided
        if self.local or tables < 2:
            return None
        counts = (self.cell(column).count for column in PLACED)
        return sum(count * (count - 1) for count in counts) / (tables * (tables - 1))

    @property
    def verdict(self) -> Verdict:
        """Tell how the tables stand to each other."""
        if self.local:
            return Verdict.LOCAL
        if self.placed + self.divided < 2:
            return Verdict.TOO_FEW
        if self.divided >= self.placed:
            return Verdict.DIVIDED
        agree = 100 * self.most >= AGREE_PERCENT * self.placed
        return Verdict.AGREE if agree else Verdict.DIFFER

    @property
    def unanimous(self) -> bool:
        """Tell whether all tables with a place or a difference chose one and the same place."""
        return self.most == self.placed + self.divided


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card that a table wrote; nobody else had it."""

    table: TableRef
    title: str
    column: Column


@dataclass(frozen=True, slots=True)
class Comparison:
    """Many tables side by side."""

    public: bool
    tables: int
    people: int
    unfinished: int
    totals_only: int
    """Tables so small that nothing of their cards is made public."""
    decks: tuple[tuple[DeckUsed, int], ...]
    """With how many tables played each, the most played first."""
    rows: tuple[Row, ...]
    """Those that differ most first; cards with words of the table's own, and single ones, last."""
    own: tuple[OwnCard, ...]
    """All, or a selection of SHOWN."""
    own_count: int

    def having(self, *verdicts: Verdict) -> tuple[Row, ...]:
        """List the rows with one of these verdicts, in their order."""
        return tuple(row for row in self.rows if row.verdict in verdicts)


def column_of(card: CardResult) -> Column:
    """Tell what a table made of a card."""
    match card.outcome:
        case Outcome.AGREED | Outcome.CARRIED if len(card.places) == 1:
            return Column(card.places[0].value)
        case Outcome.AGREED | Outcome.CARRIED | Outcome.DIFFERED:
            return Column.DIVIDED
        case Outcome.SPLIT:
            return Column.SPLIT
        case _:
            return Column.OPEN
