"""The public record: nobody in it can be told apart from at least two others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import combinations
from typing import TypeVar, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import events as e
from game.core.entries import Audience, CardEntry, Kind, NoFigure, Record, RoundEntry
from game.core.outcome import Outcome
from game.core.publish import OTHERS, public, staying, withheld
from game.core.record import make_record
from game.core.setup import Sealing
from tests.core.play import Log
from tests.core.talk import talk


def record_of(log: Log) -> Record:
    return make_record(log.deck, log.steps, session_id="abc", app_version="0.1.0")


def strings(thing: object) -> Iterator[str]:
    """Walk through everything that a record holds."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list | frozenset):
        for part in thing:
            yield from strings(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))


def rounds(record: Record) -> list[tuple[CardEntry, RoundEntry]]:
    found: list[tuple[CardEntry, RoundEntry]] = []
    for card in record.cards:
        shown: Iterable[RoundEntry | None] = (
            *card.earlier,
            card.first,
            card.second,
            *(aspect.round for aspect in card.aspects),
        )
        found += [(card, each) for each in shown if each]
    return found


def small(record: Record) -> set[str]:
    return {seat.id for seat in record.seats if seat.size < 3}


tables = st.tuples(
    st.lists(st.integers(1, 5), min_size=2, max_size=5).map(tuple),
    st.integers(0, 10_000),
    st.sampled_from([Sealing.HANDS, Sealing.VEIL, Sealing.OPEN]),
)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(tables)
def test_no_group_smaller_than_three_can_be_told_apart(
    table: tuple[tuple[int, ...], int, Sealing],
) -> None:
    sizes, seed, sealing = table
    internal = record_of(talk(sizes, seed, sealing=sealing))
    shown = public(internal)
    everything = list(strings(shown))
    size = {seat.id: seat.size for seat in internal.seats}
    kept = {seat.id for seat in shown.seats} - {OTHERS}
    merged = set(size) - kept
    assert small(internal) <= merged
    assert all(seat.size >= 3 for seat in shown.seats)
    if not shown.totals_only:
        assert sum(seat.size for seat in shown.seats) == internal.people
    for seat in internal.seats:
        if seat.id in merged:
            assert not [text for text in everything if seat.id in text]
            assert not [text for text in everything if seat.label.casefold() in text.casefold()]
    raw = {
        card.key: [shown_ for c, shown_ in rounds(internal) if c is card] for card in internal.cards
    }
    public_rounds = {
        card.key: [shown_ for c, shown_ in rounds(shown) if c is card] for card in shown.cards
    }
    for key, told in public_rounds.items():
        for before, after in zip(raw[key], told, strict=True):
            people = sum(size[seat] for seat in before.present)
            others = sum(size[seat] for seat in before.present if seat in merged)
            assert after.hidden == (people < 3)
            if people < 3:
                assert (after.counts, after.votes, after.live_with) == ((), (), ())
            elif 0 < others < 3:
                assert (after.votes, after.present, after.missing) == ((), (), ())
            else:
                assert {vote.seat for vote in after.votes} <= kept | {OTHERS}
                assert sum(vote.count for vote in after.votes) == len(before.votes)
                assert sum(n for _, n in after.counts) == len(before.votes)
    assert shown.cards == tuple(
        sorted(shown.cards, key=lambda card: (card.title.casefold(), card.key))
    )
    assert all(not card.seat for card in shown.cards)
    assert {entry.seat for entry in shown.figures.movement} <= {""}


T = TypeVar("T")


def swapped(thing: T, names: Mapping[str, str]) -> T:
    """Put one seat in the place of another, wherever they are named."""
    changed: object = thing
    if isinstance(thing, str) and not isinstance(thing, Enum):
        changed = names.get(thing, thing)
    elif isinstance(thing, tuple):
        changed = tuple(swapped(part, names) for part in thing)
    elif isinstance(thing, e.Revealed):
        changed = replace(thing, present=tuple(sorted(swapped(thing.present, names))))
    elif is_dataclass(thing) and not isinstance(thing, type | e.SessionStarted):
        changed = replace(
            thing, **{f.name: swapped(getattr(thing, f.name), names) for f in fields(thing)}
        )
    return cast(T, changed)


@pytest.mark.parametrize("sizes", [(2, 3, 2, 2), (1, 4, 1, 2), (2, 3, 1, 1, 2), (1, 1, 1, 5)])
@pytest.mark.parametrize("seed", range(8))
def test_merged_seats_that_change_places_leave_the_public_record_as_it_is(
    sizes: tuple[int, ...], seed: int
) -> None:
    log = talk(sizes, seed, unrest=0.5)
    internal = record_of(log)
    shown = public(internal)
    kept = {seat.id for seat in shown.seats}
    merged = [seat for seat in internal.seats if seat.id not in kept]
    for one, other in combinations(merged, 2):
        if one.size == other.size:
            steps = swapped(log.steps, {one.id: other.id, other.id: one.id})
            record = make_record(log.deck, steps, session_id="abc", app_version="0.1.0")
            assert public(record) == shown


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(tables, st.data())
def test_what_is_released_comes_through_and_nothing_else(
    table: tuple[tuple[int, ...], int, Sealing], data: st.DataObject
) -> None:
    sizes, seed, sealing = table
    internal = record_of(talk(sizes, seed, sealing=sealing))
    held = withheld(internal)
    assert len({text.key for text in held}) == len(held)
    if not held:
        assert internal.people < 3
        return
    chosen = data.draw(st.sampled_from(held))
    everything = list(strings(public(internal, frozenset({chosen.key}))))
    few = sum(text == chosen.text for text in everything)
    if chosen.kind in (Kind.ARGUMENT, Kind.NOTE, Kind.REASON) and not few:
        # Of a card that fewer than three people took part in nothing is released.
        card = next(c for c in internal.cards if chosen.key.startswith(f"{c.key}/"))
        size = {seat.id: seat.size for seat in internal.seats}
        assert any(
            sum(size[seat] for seat in shown.present) < 3
            for c, shown in rounds(internal)
            if c is card
        )
    else:
        assert few == 1
    kept = {seat.id for seat in public(internal).seats}
    merged = [seat.label for seat in internal.seats if seat.id not in kept]
    still = [name for name in merged if any(name in text for text in everything)]
    assert all(name in chosen.text for name in still)


def test_everything_released_gives_all_texts_back() -> None:
    internal = record_of(talk((1, 1, 1, 4), 3, unrest=0))
    keys = frozenset(text.key for text in withheld(internal))
    shown = public(internal, keys)
    for before in internal.cards:
        after = shown.card(before.key)
        assert after is not None
        assert after.withheld == ()
        assert [a.text for a in after.arguments] == [a.text for a in before.arguments]
        assert sorted(n.text for n in after.notes) == sorted(n.text for n in before.notes)
        assert (after.reason, after.boundary, after.owner) == (
            before.reason,
            before.boundary,
            before.owner,
        )


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((1, 1, 1), {OTHERS: 3}),
        ((1, 1, 4), {OTHERS: 6}),
        ((2, 3, 4), {OTHERS: 5, "zz-3": 4}),
        ((2, 4, 3), {OTHERS: 5, "zz-2": 4}),
        ((2, 1, 4), {OTHERS: 3, "zz-3": 4}),
        ((3, 4), {"zz-1": 3, "zz-2": 4}),
        ((1, 5), {OTHERS: 6}),
    ],
)
def test_small_seats_are_merged_until_they_hold_three(
    sizes: tuple[int, ...], expected: dict[str, int]
) -> None:
    shown = public(record_of(talk(sizes, 1, unrest=0)))
    assert {seat.id: seat.size for seat in shown.seats} == expected


def test_a_table_of_two_people_has_only_totals() -> None:
    internal = record_of(talk((1, 1), 4))
    shown = public(internal)
    assert shown.totals_only
    assert (shown.cards, shown.seats, shown.closing, shown.notes) == ((), (), (), ())
    assert shown.totals == internal.totals
    assert shown.outcomes == internal.outcomes
    assert shown.figures.absent is NoFigure.WITHHELD
    assert withheld(internal) == ()


def test_publishing_twice_changes_nothing() -> None:
    shown = public(record_of(talk((1, 2, 3), 5)))
    assert public(shown) is shown
    assert withheld(shown) == ()
    assert shown.audience is Audience.PUBLIC


def test_merged_votes_are_counts() -> None:
    internal = record_of(talk((1, 1, 1, 3), 6, unrest=0))
    shown = public(internal)
    card = next(c for c in shown.cards if c.first and c.first.votes)
    before = internal.card(card.key)
    assert before is not None
    assert before.first is not None
    assert card.first is not None
    assert card.first.present == ("zz-4", OTHERS)
    for choice, count in before.first.counts:
        assert sum(v.count for v in card.first.votes if v.vote is choice) == count


def test_a_name_in_an_open_text_is_held_back_too() -> None:
    internal = record_of(talk((1, 1, 1), 7))
    shown = public(internal)
    assert shown.closing[0].text == ""
    assert shown.setup.missing == ""
    assert Kind.NAMED in shown.withheld
    released = public(internal, frozenset({"session/closing/werkdefinitie"}))
    assert released.closing[0].text == "Wat Kievit zei, vindt iedereen."


def test_typed_texts_stay_unless_they_are_taken_out() -> None:
    internal = record_of(talk((3, 3, 3), 7, unrest=0))
    stay = staying(internal)
    assert {text.kind for text in stay} >= {Kind.CLOSING, Kind.MISSING}
    assert len({text.key for text in stay}) == len(stay)
    assert not {text.key for text in stay} & {text.key for text in withheld(internal)}
    whole = list(strings(public(internal)))
    assert all(text.text in whole for text in stay)
    for text in stay:
        shown = public(internal, taken_out=frozenset({text.key}))
        assert list(strings(shown)).count(text.text) == whole.count(text.text) - 1
        own = [kind for card in shown.cards for kind in card.withheld] + [*shown.withheld]
        before = [kind for card in public(internal).cards for kind in card.withheld]
        assert own.count(text.kind) == before.count(text.kind) + 1
    assert staying(public(internal)) == ()
    assert public(internal, taken_out=frozenset({"no/such"})) == public(internal)


def test_what_would_settle_it_and_a_parked_question_can_be_taken_out() -> None:
    record = record_of(talk((3, 3, 3), 7, unrest=0))
    told = replace(record.cards[0], settle="Vraag het Ans", question="Weet Ans het?")
    internal = replace(record, cards=(told, *record.cards[1:]))
    keys = {f"{told.key}/settle": "Vraag het Ans", f"{told.key}/question": "Weet Ans het?"}
    assert keys.items() <= {(text.key, text.text) for text in staying(internal)}
    assert set(keys.values()) <= set(strings(public(internal)))
    shown = public(internal, taken_out=frozenset(keys))
    assert not set(keys.values()) & set(strings(shown))
    card = shown.card(told.key)
    assert card is not None
    assert {Kind.SETTLE, Kind.QUESTION} <= set(card.withheld)


def test_the_map_is_the_same_for_all() -> None:
    internal = record_of(talk((1, 1, 1), 8, unrest=0))
    shown = public(internal)

    def lying(record: Record) -> list[tuple[str, Outcome, tuple[str, ...]]]:
        return sorted((p.title, p.outcome, tuple(p.places)) for p in record.placed)

    assert lying(internal) == lying(shown)
