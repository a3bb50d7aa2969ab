"""What is told before a public record is made: as much as it leaves out, and no less."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.leaving_out import Typed, left_out
from game.core.publish import OTHERS, merged_seats, public, rounds_of, withheld
from game.core.setup import Sealing
from tests.core.talk import talk
from tests.core.test_public import record_of, strings

tables = st.tuples(
    st.lists(st.integers(1, 5), min_size=2, max_size=5).map(tuple), st.integers(0, 10_000)
)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(tables)
def test_tells_what_the_public_record_lacks(table: tuple[tuple[int, ...], int]) -> None:
    record = record_of(talk(*table, sealing=Sealing.HANDS))
    shown, told = public(record), left_out(record)
    assert told.totals_only == shown.totals_only
    if told.totals_only:
        return
    assert {seat.id for seat in told.merged} == merged_seats(record.seats)
    assert bool(told.merged) == any(seat.id == OTHERS for seat in shown.seats)
    rounds = [(card.title, each) for card in shown.cards for each in rounds_of(card)]
    assert set(told.hidden) == {title for title, each in rounds if each.hidden}
    counted = {title for title, each in rounds if not each.hidden and not each.votes}
    assert set(told.counted) <= counted
    assert told.changes == len(record.changes) - len(shown.changes)
    assert told.figures == (record.figures.value is not None and shown.figures.value is None)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(tables)
def test_what_is_offered_for_release_comes_in(table: tuple[tuple[int, ...], int]) -> None:
    record = record_of(talk(*table, sealing=Sealing.HANDS))
    for each in withheld(record):
        assert each.text in set(strings(public(record, frozenset({each.key}))))


def test_names_the_texts_in_which_a_small_seat_can_be_read() -> None:
    record = record_of(talk((1, 2, 4), 1, sealing=Sealing.HANDS))
    seats = tuple(
        replace(seat, label="Bram", role="") if seat.size == 1 else seat for seat in record.seats
    )
    setup = replace(record.setup, table="Tafel van bram", wijk="Bramenbos", question="Wie?")
    first, *others = record.cards
    own = replace(first, added=True, title="Brams tuin", text="Bij Bram thuis.")
    told = left_out(replace(record, seats=seats, setup=setup, cards=(own, *others)))
    found = [(each.where, each.text) for each in told.names]
    assert found == [(Typed.TABLE, "Tafel van bram"), (Typed.TEXT, "Bij Bram thuis.")]
    assert {each.names for each in told.names} == {("Bram",)}
