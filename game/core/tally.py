"""Counting tables one after the other, in memory that does not grow with their number."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import PurePath
from typing import Generic, TypeVar

from game.core.cards import Place
from game.core.comparison import (
    QUOTED,
    SHOWN,
    Cell,
    Column,
    Comparison,
    OwnCard,
    Quote,
    Row,
    TableRef,
    column_of,
)
from game.core.outcome import Outcome
from game.core.table_result import VOTES, CardResult, DeckUsed, Printed, TableResult

T = TypeVar("T")

SPARE = 12
"""How many more are held than are chosen, so that they are not sorted anew for each."""
_ORDER = tuple(Place)


@dataclass(slots=True)
class _Chosen(Generic[T]):
    """A selection by chance of what came by, the same in whatever order it came."""

    most: int = SHOWN
    count: int = 0
    kept: list[tuple[bytes, T]] = field(default_factory=list)
    limit: bytes = b"\xff" * 9
    """From here on a key is too high to be chosen."""

    def add(self, key: bytes, item: T) -> None:
        self.count += 1
        if key < self.limit:
            self.kept.append((key, item))
            if len(self.kept) >= self.most + SPARE:
                self._cut()

    def merge(self, other: "_Chosen[T]") -> None:
        self.count += other.count
        self.kept += other.kept
        self._cut()

    def all(self) -> tuple[T, ...]:
        self._cut()
        return tuple(item for _, item in self.kept)

    def _cut(self) -> None:
        self.kept.sort(key=lambda pair: pair[0])
        del self.kept[self.most :]
        if len(self.kept) == self.most:
            self.limit = self.kept[-1][0]


@dataclass(slots=True)
class _Cell:
    tables: _Chosen[TableRef] = field(default_factory=_Chosen)
    quotes: _Chosen[Quote] = field(default_factory=lambda: _Chosen(QUOTED))

    def done(self) -> Cell:
        return Cell(
            self.tables.count,
            tuple(sorted(self.tables.all())),
            tuple(sorted(self.quotes.all(), key=_quote_order)),
            self.quotes.count,
        )


def _quote_order(quote: Quote) -> tuple[object, ...]:
    said = quote.said
    return _ORDER.index(said.place), quote.table, said.by, said.criterion, said.text


@dataclass(slots=True)
class _Row:
    cells: dict[Column, _Cell] = field(default_factory=dict)
    first: list[int] = field(default_factory=lambda: [0] * len(VOTES))
    first_tables: int = 0
    wordings: _Chosen[tuple[TableRef, str]] = field(default_factory=_Chosen)
    unplaced: Counter[Outcome] = field(default_factory=Counter)

    def merge(self, other: "_Row") -> None:
        for column, theirs in other.cells.items():
            mine = self.cells.setdefault(column, _Cell())
            mine.tables.merge(theirs.tables)
            mine.quotes.merge(theirs.quotes)
        self.first = [a + b for a, b in zip(self.first, other.first, strict=True)]
        self.first_tables += other.first_tables
        self.wordings.merge(other.wordings)
        self.unplaced += other.unplaced

    @property
    def played(self) -> int:
        return sum(cell.tables.count for cell in self.cells.values())


class Tally:
    """Counts tables one after the other; two tallies can be put together."""

    def __init__(self, *, public: bool) -> None:
        self._public = public
        self._tables = self._people = self._unfinished = self._totals_only = 0
        self._decks: dict[tuple[str, str, str], tuple[DeckUsed, int]] = {}
        self._rows: dict[tuple[Printed, bool], _Row] = {}
        self._own: _Chosen[OwnCard] = _Chosen()

    def add(self, result: TableResult, file: str = "") -> None:
        """Count a table, which must be made public for a public tally."""
        self._tables += 1
        self._people += result.people
        self._unfinished += not result.finished
        self._totals_only += result.totals_only
        self._count_deck(result.deck, 0 if result.totals_only else 1)
        shown = "" if self._public else file
        chance = blake2b(f"{result.session_id}\0{file}".encode("utf-8", "replace"), digest_size=8)
        ref = TableRef(
            result.gemeente, result.wijk, result.table, result.date, shown, chance.hexdigest()
        )
        for card in result.cards:
            mixed = chance.copy()
            mixed.update(card.printed.id.encode())
            key, column = mixed.digest(), column_of(card)
            if card.added:
                self._own.add(key, OwnCard(ref, card.printed.title, column))
            else:
                self._count_card(card, column, ref, key)

    def _count_deck(self, deck: DeckUsed, tables: int) -> None:
        known, before = self._decks.get(deck.key, (deck, 0))
        self._decks[deck.key] = (known, before + tables)

    def _count_card(self, card: CardResult, column: Column, ref: TableRef, key: bytes) -> None:
        row = self._rows.setdefault((card.printed, card.local), _Row())
        cell = row.cells.setdefault(column, _Cell())
        cell.tables.add(key, ref)
        if column in (Column.SPLIT, Column.OPEN):
            row.unplaced[card.outcome] += 1
        for number, said in enumerate(card.said):
            chance = blake2b(key + number.to_bytes(4, "big"), digest_size=8).digest()
            cell.quotes.add(chance, Quote(ref, said))
        if card.first is not None:
            row.first = [a + b for a, b in zip(row.first, card.first, strict=True)]
            row.first_tables += 1
        if card.wording:
            row.wordings.add(key, (ref, card.wording))

    def merge(self, other: "Tally") -> None:
        """Put what another one counted to this one."""
        self._tables += other._tables
        self._people += other._people
        self._unfinished += other._unfinished
        self._totals_only += other._totals_only
        for deck, tables in other._decks.values():
            self._count_deck(deck, tables)
        for key, row in other._rows.items():
            self._rows.setdefault(key, _Row()).merge(row)
        self._own.merge(other._own)

    def comparison(self) -> Comparison:
        """Say how the tables that were counted stand to each other."""
        decks = sorted(self._decks.values(), key=lambda used: (-used[1], used[0].key))
        rows = tuple(sorted(self._done(decks), key=_most_different_first))
        own = tuple(sorted(self._own.all(), key=lambda own: (own.title.casefold(), own.table)))
        marks = _marks(rows, own)
        return Comparison(
            public=self._public,
            tables=self._tables,
            people=self._people,
            unfinished=self._unfinished,
            totals_only=self._totals_only,
            decks=tuple(decks),
            rows=tuple(_marked(row, marks) for row in rows),
            own=tuple(replace(each, table=marks[each.table]) for each in own),
            own_count=self._own.count,
        )

    def _done(self, decks: list[tuple[DeckUsed, int]]) -> Iterable[Row]:
        printed_in: dict[Printed, list[tuple[DeckUsed, int]]] = {}
        decks_of: dict[str, set[tuple[str, str, str]]] = {}
        for deck, tables in decks:
            for card in deck.cards:
                printed_in.setdefault(card, []).append((deck, tables))
                decks_of.setdefault(card.id, set()).add(deck.key)
        variants: dict[str, list[Printed]] = {}
        for card in sorted({printed for printed, _ in self._rows}, key=_spelling):
            variants.setdefault(card.id, []).append(card)
        for (card, local), row in self._rows.items():
            same = variants[card.id]
            used = printed_in.get(card, [])
            had = sum(tables for _, tables in used)
            played = sum(r.played for (other, _), r in self._rows.items() if other == card)
            yield Row(
                card=card,
                variant=same.index(card) + 1 if len(same) > 1 else 0,
                local=local,
                shared=len(decks) == 1 or len(decks_of.get(card.id, ())) > 1,
                decks=tuple(deck for deck, _ in used),
                cells=tuple(
                    (column, row.cells[column].done() if column in row.cells else Cell(0))
                    for column in Column
                ),
                not_played=0 if local else max(0, had - played),
                first=tuple(row.first),
                first_tables=row.first_tables,
                wordings=tuple(sorted(row.wordings.all())),
                unplaced=tuple((o, row.unplaced[o]) for o in Outcome if row.unplaced[o]),
            )


def _marks(rows: Iterable[Row], own: Iterable[OwnCard]) -> dict[TableRef, TableRef]:
    """Mark the tables that cannot be told apart: by their file, and where that fails, a number."""
    shown = {each.table for each in own}
    for row in rows:
        shown.update(ref for ref, _ in row.wordings)
        for _, cell in row.cells:
            shown.update(cell.tables, (quote.table for quote in cell.quotes))
    alike: dict[tuple[str, ...], list[TableRef]] = {}
    for ref in sorted(shown):
        alike.setdefault((ref.gemeente, ref.wijk, ref.table, ref.date), []).append(ref)
    marks = {}
    for refs in alike.values():
        files = [PurePath(ref.file).stem for ref in refs]
        named = len(set(files)) == len(files)
        for number, (ref, file) in enumerate(zip(refs, files, strict=True), 1):
            mark = (file if named else str(number)) if len(refs) > 1 else ""
            marks[ref] = replace(ref, mark=mark)
    return marks


def _marked(row: Row, marks: dict[TableRef, TableRef]) -> Row:
    def cell(each: Cell) -> Cell:
        quotes = tuple(replace(quote, table=marks[quote.table]) for quote in each.quotes)
        return replace(each, tables=tuple(marks[ref] for ref in each.tables), quotes=quotes)

    return replace(
        row,
        cells=tuple((column, cell(each)) for column, each in row.cells),
        wordings=tuple((marks[ref], text) for ref, text in row.wordings),
    )


def _spelling(card: Printed) -> tuple[str, str, str]:
    return card.id, card.title, card.text


def _most_different_first(row: Row) -> tuple[object, ...]:
    same = row.same
    return (
        not row.shared,
        row.local,
        2.0 if same is None else same,
        -row.placed - row.divided,
        row.card.title.casefold(),
        _spelling(row.card),
    )
