"""Tables that made something else of the same cards, to be laid side by side."""

from dataclasses import replace
from pathlib import Path

from game.core.cards import Place
from game.core.comparison import Comparison
from game.core.outcome import Outcome
from game.core.table_result import CardResult, TableResult, result_of
from game.core.tally import Tally
from game.records import record_of
from game.store.errors import Problem
from game.store.many import Compared, Double, Skipped
from game.table import Table

PLACES = tuple(Place)
TABLES = 6


def compared(table: Table) -> Compared:
    """Lay a finished table beside five that went other ways, with a few files that do not count."""
    result = result_of(record_of(table), table.deck)
    tally = Tally(public=False)
    for number in range(TABLES):
        tally.add(_other(result, number), f"tafel-{number + 1}.jsonl")
    comparison: Comparison = tally.comparison()
    bad = Skipped(Path("kapot.jsonl"), Problem.BROKEN_HEADER, 0, "")
    double = Double(Path("kopie van tafel 1.jsonl"), Path("tafel-1.jsonl"))
    return Compared(comparison, (bad,), (double,), (Path("tafel-2.jsonl"),))


def _other(result: TableResult, number: int) -> TableResult:
    cards = tuple(_card(card, n, number) for n, card in enumerate(result.cards))
    name = result.table.replace("Tafel 3", "Tafel")
    return replace(result, session_id=f"{number:016x}", table=f"{name} {number + 1}", cards=cards)


def _card(card: CardResult, n: int, number: int) -> CardResult:
    """Let tables agree on some cards, differ on some, and be divided on some."""
    if n % 5 == 4 and number == 2:
        return replace(card, local=True, wording=f"Bij ons: {card.printed.text}"[:300])
    if n % 3 == 0:
        return card
    if n % 3 == 1:
        place = PLACES[(n + number % (2 + n % 2)) % 4]
        return replace(card, outcome=Outcome.AGREED, places=(place,))
    if number % 3:
        return replace(card, outcome=Outcome.DIFFERED, places=PLACES[:2])
    return card
