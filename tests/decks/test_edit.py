"""Changes to a draft: what is taken over, dropped, changed and added, and undone card by card."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.cards import (
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Deck,
    Place,
    Sphere,
)
from game.decks import edit
from game.decks.draft import Draft, make_id, tidy
from game.decks.edit import ACTIVITIES, CLOSING, CRITERIA, State
from game.decks.read import resolve

BASE = Deck(
    "basis",
    "Basis",
    "nl",
    "1.0",
    tuple(ActivityCard(f"k{n}", f"Kaart {n}") for n in range(1, 5)),
    tuple(CriterionCard(f"c{n}", CriterionKind.PROPERTY, f"C {n}", f"Is {n}?") for n in (1, 2, 3)),
    (ClosingQuestion("v1", "Wat nu?"), ClosingQuestion("k1", "En dan?")),
    (Sphere(Place.PERSONAL, "Thuis"), Sphere(Place.OUTSIDE, "Elders")),
)
DRAFT = Draft("op", "Op", "nl", "1.0", based_on="basis")
OWN = Draft("los", "Los", "nl", "1.0", activities=BASE.activities, criteria=BASE.criteria)

PARTS: tuple[edit.Part[Any], ...] = (ACTIVITIES, CRITERIA, CLOSING)


def told(
    draft: Draft, base: Deck | None = BASE, part: edit.Part[Any] = ACTIVITIES
) -> list[tuple[str, str]]:
    return [(one.card.id, str(one.state)) for one in edit.rows(draft, base, part)]


def test_a_card_that_is_changed_dropped_or_added_can_be_seen_and_undone() -> None:
    draft = edit.change(DRAFT, BASE, ACTIVITIES, "k2", ActivityCard("k2", "Anders"))
    draft = edit.drop(draft, BASE, ACTIVITIES, "k3")
    draft = edit.add(draft, BASE, ACTIVITIES, ActivityCard("", "Repaircafé in de hal"))
    assert told(draft) == [
        ("k1", "taken"), ("k2", "changed"), ("k3", "dropped"), ("k4", "taken"),
        ("repaircafe-in-de-hal", "own"),
    ]  # fmt: skip
    assert [card.id for card in draft.activities] == ["k2", "repaircafe-in-de-hal"]
    assert draft.drop == ("k3",)
    for card_id in ("k3", "k2"):
        draft = edit.restore(draft, BASE, ACTIVITIES, card_id)
    draft = edit.drop(draft, BASE, ACTIVITIES, "repaircafe-in-de-hal")
    assert draft == DRAFT


def test_a_card_changed_back_by_hand_is_taken_over_again() -> None:
    draft = edit.change(DRAFT, BASE, ACTIVITIES, "k2", ActivityCard("k2", "Anders"))
    assert edit.change(draft, BASE, ACTIVITIES, "k2", BASE.activities[1]) == DRAFT


def test_a_changed_card_that_is_dropped_comes_back_as_below() -> None:
    draft = edit.change(DRAFT, BASE, ACTIVITIES, "k2", ActivityCard("k2", "Anders"))
    draft = edit.drop(draft, BASE, ACTIVITIES, "k2")
    assert told(draft)[1] == ("k2", "dropped")
    assert edit.restore(draft, BASE, ACTIVITIES, "k2") == DRAFT


def test_a_list_is_taken_over_until_it_is_changed() -> None:
    assert {state for _id, state in told(DRAFT, part=CRITERIA)} == {"taken"}
    dropped = edit.drop(DRAFT, BASE, CRITERIA, "c2")
    assert (dropped.criteria, dropped.drop) == (None, ("c2",))
    assert told(dropped, part=CRITERIA)[1] == ("c2", "dropped")
    new = CriterionCard("c2", CriterionKind.SPHERE, "Anders", "Echt?")
    changed = edit.change(DRAFT, BASE, CRITERIA, "c2", new)
    assert changed.criteria == (BASE.criteria[0], new, BASE.criteria[2])
    assert told(changed, part=CRITERIA)[1] == ("c2", "changed")
    gone = edit.drop(changed, BASE, CRITERIA, "c1")
    assert told(gone, part=CRITERIA) == [("c1", "dropped"), ("c2", "changed"), ("c3", "taken")]
    back = edit.restore(gone, BASE, CRITERIA, "c1")
    assert back == changed
    assert edit.restore(back, BASE, CRITERIA, "c2") == DRAFT
    assert edit.restore_all(gone, BASE, CRITERIA) == DRAFT
    with pytest.raises(KeyError):
        edit.change(gone, BASE, CRITERIA, "c1", new)


def test_one_id_in_two_lists_is_dropped_from_one() -> None:
    question = edit.drop(DRAFT, BASE, CLOSING, "k1")
    assert resolve(question, BASE).activities == BASE.activities
    assert [one.id for one in resolve(question, BASE).closing] == ["v1"]
    card = edit.drop(DRAFT, BASE, ACTIVITIES, "k1")
    assert resolve(card, BASE).activities == BASE.activities[1:]
    assert resolve(card, BASE).closing == BASE.closing


def test_only_own_cards_move_among_those_of_a_deck_below() -> None:
    draft = DRAFT
    for title in ("A", "B", "C"):
        draft = edit.add(draft, BASE, ACTIVITIES, ActivityCard("", title))
    draft = edit.change(draft, BASE, ACTIVITIES, "k2", ActivityCard("k2", "Anders"))
    assert edit.places_for(draft, BASE, ACTIVITIES, "k2") == range(1, 2)
    assert edit.places_for(draft, BASE, ACTIVITIES, "c") == range(4, 7)
    moved = edit.move(draft, BASE, ACTIVITIES, "c", 0)
    assert [name for name, _state in told(moved)] == ["k1", "k2", "k3", "k4", "c", "a", "b"]
    assert edit.move(moved, BASE, ACTIVITIES, "k2", 5) == moved
    order = edit.move(DRAFT, BASE, CRITERIA, "c3", 0)
    assert told(order, part=CRITERIA) == [("c3", "taken"), ("c1", "taken"), ("c2", "taken")]
    assert edit.move(order, BASE, CRITERIA, "c3", 2) == DRAFT


def test_without_a_deck_below_everything_is_its_own_and_moves() -> None:
    assert {state for _name, state in told(OWN, None)} == {"own"}
    moved = edit.move(OWN, None, ACTIVITIES, "k4", 1)
    assert [card.id for card in moved.activities] == ["k1", "k4", "k2", "k3"]
    dropped = edit.drop(OWN, None, ACTIVITIES, "k1")
    assert (dropped.activities, dropped.drop) == (OWN.activities[1:], ())
    assert edit.restore(OWN, None, ACTIVITIES, "k1") == OWN
    added = edit.add(OWN, None, CLOSING, ClosingQuestion("", "Wat nemen jullie mee?"))
    assert added.closing == (ClosingQuestion("wat-nemen-jullie-mee", "Wat nemen jullie mee?"),)


def test_a_copy_lies_behind_its_card_under_another_name() -> None:
    draft, copy_id = edit.duplicate(OWN, None, ACTIVITIES, "k2")
    assert copy_id == "kaart-2"
    assert [card.title for card in draft.activities][1:3] == ["Kaart 2", "Kaart 2 2"]
    long = edit.add(OWN, None, ACTIVITIES, ActivityCard("lang", "x" * 60))
    draft, copy_id = edit.duplicate(long, None, ACTIVITIES, "lang")
    assert len(edit.row(draft, None, ACTIVITIES, copy_id).card.title) == 60
    draft, copy_id = edit.duplicate(DRAFT, BASE, CLOSING, "v1")
    assert [one.id for one in draft.closing or ()] == ["v1", "wat-nu", "k1"]


def test_only_an_own_card_gets_another_id() -> None:
    draft = edit.add(DRAFT, BASE, ACTIVITIES, ActivityCard("nieuw", "Nieuw"))
    renamed = edit.change(draft, BASE, ACTIVITIES, "nieuw", ActivityCard("ander", "Ander"))
    assert [card.id for card in renamed.activities] == ["ander"]
    for old, new in (("k1", "x"), ("nieuw", "k1")):
        with pytest.raises(ValueError, match=new):
            edit.change(draft, BASE, ACTIVITIES, old, ActivityCard(new, "X"))


def test_the_places_are_taken_over_or_worded_here() -> None:
    sphere = Sphere(Place.COMMUNAL, "Samen")
    draft = edit.change_sphere(DRAFT, BASE, sphere)
    assert [str(one.state) for one in edit.sphere_rows(draft, BASE)] == [
        "taken", "own", "taken", "taken",
    ]  # fmt: skip
    assert resolve(draft, BASE).spheres == (BASE.spheres[0], sphere, BASE.spheres[1])
    gone = edit.change_sphere(draft, BASE, Sphere(Place.PERSONAL, ""))
    assert edit.sphere_rows(gone, BASE)[0].state is State.DROPPED
    assert edit.change_sphere(draft, BASE, Sphere(Place.COMMUNAL, "")) == DRAFT
    assert edit.restore_spheres(gone) == DRAFT
    assert {one.state for one in edit.sphere_rows(DRAFT, BASE)} == {State.TAKEN}
    assert edit.sphere_rows(OWN, None)[0].sphere is None


@pytest.mark.parametrize(
    ("title", "taken", "made"),
    [
        ("Repaircafé in de hal", (), "repaircafe-in-de-hal"),
        ("Repaircafé", ("repaircafe", "repaircafe-2"), "repaircafe-3"),
        ("Zo'n  10% ‘feest’!", (), "zo-n-10-feest"),
        ("Œuvre & straße", (), "uvre-strasse"),
        ("咖啡", (), "kaart"),
        ("", ("kaart",), "kaart-2"),
        ("Con", (), "con-2"),
        ("LPT1!", ("lpt1-2",), "lpt1-3"),
        ("Contact", (), "contact"),
        ("x" * 80, ("x" * 54,), "x" * 54 + "-2"),
    ],
)
def test_an_id_is_made_of_the_title(title: str, taken: tuple[str, ...], made: str) -> None:
    made = made.replace("zo-n", "zon")
    assert make_id(title, taken) == made


DEED = st.tuples(
    st.sampled_from(["add", "change", "drop", "restore", "move", "duplicate", "all"]),
    st.sampled_from(PARTS),
    st.integers(0, 9),
    st.integers(-2, 9),
    st.sampled_from(["Nieuw", "Kaart 1", "C 2", "é"]),
)
BELOW = st.sampled_from([BASE, None])


def worded(part: edit.Part[Any], card: Any, text: str) -> Any:
    if part is CLOSING:
        return replace(card, question=text)
    return replace(card, title=text)


def do(draft: Draft, base: Deck | None, deed: tuple[str, Any, int, int, str]) -> Draft:
    """Do one thing, to whichever card is there, and hold what it promises."""
    what, part, at, to, text = deed
    shown = edit.rows(draft, base, part)
    if what == "all" and base:
        after = edit.restore_all(draft, base, part)
        assert not {one.state for one in edit.rows(after, base, part)} & {"changed", "dropped"}
        return after
    if what == "add" or not shown:
        new = {
            "activities": ActivityCard("", text),
            "criteria": CriterionCard("", CriterionKind.PURPOSE, text, text),
            "closing": ClosingQuestion("", text),
        }[part.name]
        after = edit.add(draft, base, part, new)
        assert len(edit.rows(after, base, part)) == len(shown) + 1
        return after
    one = shown[at % len(shown)]
    name = one.card.id
    if what == "change" and one.state is not State.DROPPED:
        after = edit.change(draft, base, part, name, worded(part, one.card, text))
        assert edit.row(after, base, part, name).card == worded(part, one.card, text)
        return after
    if what == "drop":
        after = edit.drop(draft, base, part, name)
        assert name not in {card.id for card in edit.cards(after, base, part)}
        return after
    if what == "restore":
        after = edit.restore(draft, base, part, name)
        if one.below:
            assert edit.row(after, base, part, name) == edit.Row(State.TAKEN, one.below, one.below)
        return after
    if what == "duplicate" and one.state is not State.DROPPED:
        return edit.duplicate(draft, base, part, name)[0]
    after = edit.move(draft, base, part, name, to)
    free = edit.places_for(draft, base, part, name)
    if one.state is not State.DROPPED and all(row.state != "dropped" for row in shown):
        names = [row.card.id for row in edit.rows(after, base, part)]
        assert names.index(name) == min(max(to, free[0]), free[-1])
    return after


@settings(max_examples=300, deadline=None)
@given(BELOW, st.lists(DEED, max_size=15))
def test_whatever_is_done_the_rows_are_what_is_played(
    base: Deck | None, deeds: list[tuple[str, Any, int, int, str]]
) -> None:
    draft = DRAFT if base else OWN
    for deed in deeds:
        others = {part.name: edit.cards(draft, base, part) for part in PARTS if part is not deed[1]}
        draft = do(draft, base, deed)
        deck = resolve(draft, base)
        for part in PARTS:
            played = part.in_deck(deck)
            assert edit.cards(draft, base, part) == played
            assert len({card.id for card in played}) == len(played)
            assert others.get(part.name, played) == played
        assert tidy(draft) == draft
