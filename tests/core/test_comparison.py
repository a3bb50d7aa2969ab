"""Tables side by side, in small cases worked out by hand."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from game.core.cards import Place
from game.core.comparison import (
    QUOTED,
    SHOWN,
    Column,
    Comparison,
    Row,
    Verdict,
)
from game.core.outcome import Outcome
from game.core.table_result import CardResult, DeckUsed, Printed, Said, TableResult
from game.core.tally import Tally
from tests.core.play import COM, INS, OUT, PER

REPAIR, CHOIR, CHESS = (
    Printed(name, name.title(), f"Wat {name} is.") for name in ("repair", "choir", "chess")
)
DECK = DeckUsed("proef", "1.0", "a" * 64, "Proefdeck", (REPAIR, CHOIR, CHESS))
OTHER = DeckUsed("ander", "1.0", "b" * 64, "Ander deck", (REPAIR,))
LETTERS = {"p": PER, "c": COM, "i": INS, "o": OUT}


def card(
    made: str,
    printed: Printed = REPAIR,
    *,
    first: str = "",
    wording: str = "",
    said: tuple[Said, ...] = (),
) -> CardResult:
    """Make what a table made of a card: p, c, i, o, or two of them, s for split, - for skipped."""
    places = tuple(LETTERS[letter] for letter in made if letter in LETTERS)
    outcome = {0: Outcome.SKIPPED, 1: Outcome.AGREED}.get(len(places), Outcome.DIFFERED)
    counts = [sum(LETTERS[letter] is place for letter in first) for place in Place]
    return CardResult(
        printed=printed,
        added=False,
        local=bool(wording),
        wording=wording,
        outcome=Outcome.SPLIT if made == "s" else outcome,
        places=places,
        first=(*counts, 0, 0, 0) if first else None,
        said=said,
    )


def table(name: str, *cards: CardResult, deck: DeckUsed = DECK, people: int = 5) -> TableResult:
    """Make a table."""
    return TableResult(
        session_id=name,
        gemeente="Voorbeeldstad",
        wijk="",
        date="2026-11-22",
        table=name,
        people=people,
        finished=True,
        totals_only=False,
        deck=deck,
        cards=cards,
    )


def together(*tables: TableResult, public: bool = False) -> Comparison:
    """Compare tables."""
    tally = Tally(public=public)
    for each in tables:
        tally.add(each, f"{each.table}.jsonl")
    return tally.comparison()


def of(*made: str) -> Row:
    """Compare what tables made of one card."""
    return together(*(table(f"t{n}", card(text)) for n, text in enumerate(made))).rows[0]


@pytest.mark.parametrize(
    ("made", "verdict", "same"),
    [
        (["c", "c"], Verdict.AGREE, 1.0),
        (["c", "i"], Verdict.DIFFER, 0.0),
        (["c", "c", "c", "i"], Verdict.AGREE, 0.5),
        (["c", "c", "i"], Verdict.DIFFER, 1 / 3),
        (["c", "c", "ci"], Verdict.AGREE, 1 / 3),
        (["c", "ci"], Verdict.DIVIDED, 0.0),
        (["ci", "ci", "po"], Verdict.DIVIDED, 0.0),
        (["c", "s"], Verdict.TOO_FEW, None),
        (["c", "-", "s"], Verdict.TOO_FEW, None),
        (["-", "-"], Verdict.TOO_FEW, None),
        (["c", "c", "s", "-"], Verdict.AGREE, 1.0),
    ],
)
def test_how_tables_stand_to_each_other(
    made: Sequence[str], verdict: Verdict, same: float | None
) -> None:
    row = of(*made)
    assert row.verdict is verdict
    assert row.same == (None if same is None else pytest.approx(same))


def test_most_tables_are_not_all() -> None:
    assert of("c", "c").unanimous
    assert not of("c", "c", "c", "i").unanimous
    assert not of("c", "c", "ci").unanimous


def test_tables_of_one_name_are_marked_by_their_file() -> None:
    alike = [replace(table(f"t{n}", card("c")), table="Tafel 1") for n in range(2)]
    other = table("t3", card("c"))
    for public, marks in ((False, ["een", "twee", ""]), (True, ["1", "2", ""])):
        tally = Tally(public=public)
        for each, file in zip([*alike, other], ("een", "twee", "drie"), strict=True):
            tally.add(each, f"{file}.jsonl")
        refs = tally.comparison().rows[0].cell(Column.COMMUNAL).tables
        assert [ref.mark for ref in refs] == marks


def test_a_split_card_lies_in_no_place() -> None:
    row = of("s", "c", "s")
    assert {made: cell.count for made, cell in row.cells if cell.count} == {
        Column.COMMUNAL: 1,
        Column.SPLIT: 2,
    }
    assert of("s", "-", "s").unplaced == ((Outcome.SPLIT, 2), (Outcome.SKIPPED, 1))


def test_cards_that_differ_most_come_first() -> None:
    found = together(
        table("a", card("c"), card("c", CHOIR), card("p", CHESS)),
        table("b", card("c"), card("i", CHOIR), card("p", CHESS)),
        table("c", card("c"), card("o", CHOIR), card("c", CHESS)),
    )
    assert [row.card.id for row in found.rows] == ["choir", "chess", "repair"]


def test_first_rounds_are_put_together() -> None:
    row = together(
        table("a", card("c", first="ccp")),
        table("b", card("i", first="iic")),
        table("c", card("i")),
    ).rows[0]
    assert row.first == (1, 3, 2, 0, 0, 0, 0)
    assert (row.first_tables, row.seats) == (2, 6)


def test_words_of_a_table_stand_apart_and_have_no_figure() -> None:
    found = together(
        table("a", card("c")),
        table("b", card("c")),
        table("c", card("i", wording="Alleen het café in de kerk", first="ii")),
        table("d", card("p", wording="Thuis repareren")),
    )
    plain, local = found.rows
    assert (plain.local, plain.same, plain.verdict) == (False, 1.0, Verdict.AGREE)
    assert plain.first_tables == 0
    assert (local.local, local.same, local.verdict) == (True, None, Verdict.LOCAL)
    assert [text for _, text in local.wordings] == ["Alleen het café in de kerk", "Thuis repareren"]


def test_another_text_of_a_deck_stands_apart() -> None:
    newer = Printed("repair", "Repair", "Nu met een andere tekst.")
    version = replace(DECK, version="1.1", sha256="c" * 64, cards=(newer, CHOIR, CHESS))
    found = together(
        table("a", card("c"), card("p", CHOIR)),
        table("b", card("i", newer), card("p", CHOIR), deck=version),
    )
    repairs = [row for row in found.rows if row.card.id == "repair"]
    assert sorted(row.variant for row in repairs) == [1, 2]
    assert {row.verdict for row in repairs} == {Verdict.TOO_FEW}
    assert all(row.shared for row in found.rows)
    choir = next(row for row in found.rows if row.card.id == "choir")
    assert (choir.variant, choir.verdict, len(choir.decks)) == (0, Verdict.AGREE, 2)


def test_of_different_decks_the_cards_they_share_come_first() -> None:
    found = together(
        table("a", card("c"), card("c", CHOIR)),
        table("b", card("c"), card("i", CHOIR)),
        table("c", card("c"), deck=OTHER),
    )
    assert [(row.card.id, row.shared) for row in found.rows] == [("repair", True), ("choir", False)]
    assert [(deck.id, count) for deck, count in found.decks] == [("proef", 2), ("ander", 1)]


def test_counts_the_tables_where_a_card_did_not_come_up() -> None:
    found = together(table("a", card("c"), card("c", CHOIR)), table("b", card("c")))
    assert {row.card.id: row.not_played for row in found.rows} == {"repair": 0, "choir": 1}


def test_a_card_that_a_table_wrote_is_not_compared() -> None:
    own = replace(card("c"), printed=Printed("blank-1", "Stoel op de stoep", ""), added=True)
    found = together(table("a", own), table("b", replace(own, places=(PER,))))
    assert not found.rows
    assert [each.column for each in found.own] == [Column.COMMUNAL, Column.PERSONAL]


def test_each_number_leads_to_its_arguments() -> None:
    said = Said(COM, "Iedereen is welkom", None, "Zo is het.", "Bewoners")
    other = Said(INS, "", None, "Er is geld nodig.", "Gemeente")
    row = together(
        table("a", card("c", said=(said, other))), table("b", card("i", said=(other,)))
    ).rows[0]
    communal, institutional = row.cell(Column.COMMUNAL), row.cell(Column.INSTITUTIONAL)
    assert [quote.said for quote in communal.quotes] == [said, other]
    assert [(quote.table.table, quote.said) for quote in institutional.quotes] == [("b", other)]
    assert [ref.file for ref in communal.tables] == ["a.jsonl"]


def test_a_public_comparison_names_no_files() -> None:
    row = together(table("a", card("c")), public=True).rows[0]
    assert [ref.file for ref in row.cell(Column.COMMUNAL).tables] == [""]


def many(count: int) -> list[TableResult]:
    """Make tables that say something else each."""
    chance = Random(5)
    found = []
    for number in range(count):
        said = tuple(
            Said(chance.choice(list(Place)), "", None, f"{number}, {n}", "s1") for n in range(3)
        )
        cards = [
            card(chance.choice("pcio"), printed, first="ccp", said=said)
            for printed in (REPAIR, CHOIR, CHESS)
        ]
        found.append(table(f"tafel {number}", *cards))
    return found


def test_neither_the_order_nor_the_parts_matter() -> None:
    tables = many(120)
    whole = together(*tables)
    Random(1).shuffle(tables)
    parts = [Tally(public=False) for _ in range(3)]
    for number, each in enumerate(tables):
        parts[number % 3].add(each, f"{each.table}.jsonl")
    parts[1].merge(parts[2])
    parts[0].merge(parts[1])
    assert parts[0].comparison() == whole == together(*tables)


def test_ten_times_as_many_tables_are_not_kept() -> None:
    def kept(count: int) -> int:
        found = together(*many(count))
        assert found.tables == count
        cells = [cell for row in found.rows for _, cell in row.cells if cell.count]
        assert all((len(c.tables), len(c.quotes)) == (SHOWN, QUOTED) for c in cells)
        assert sum(cell.count for cell in cells) == 3 * count
        return sum(len(c.tables) + len(c.quotes) for c in cells)

    assert kept(300) == kept(3000)
