"""Every event goes to a file and comes back the same, and nothing else comes back at all."""

import json
import re
from contextlib import suppress
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import events as e
from game.core.cards import ActivityCard, Deck
from game.core.settlement import AspectText, Settlement
from game.core.setup import Seat, Setup
from game.store.codec import EVENTS, decode_event, encode_event, wire_name
from game.store.plain import decode, encode
from tests.core.play import deck

CLASSES = get_args(e.Event)


PARTS = (ActivityCard, AspectText, Seat, Settlement, Setup)


def any_of(kind: type[e.Event]) -> st.SearchStrategy[e.Event]:
    classes: tuple[Any, ...] = (kind, *PARTS)
    for each in classes:
        with suppress(TypeError):
            each()  # What is looked at here, the constructor, is made when it is first called.
    return st.from_type(kind)


def test_every_event_has_one_wire_name() -> None:
    assert set(EVENTS.values()) == set(CLASSES)
    assert len(EVENTS) == len(CLASSES)


def test_no_event_has_a_field_that_hides_its_kind() -> None:
    for kind in CLASSES:
        assert "kind" not in kind.__dataclass_fields__


@pytest.mark.parametrize("kind", CLASSES)
def test_an_event_comes_back_the_same(kind: type[e.Event]) -> None:
    @settings(max_examples=25, deadline=None)
    @given(any_of(kind))
    def round_trip(event: e.Event) -> None:
        text = json.dumps(encode_event(event), ensure_ascii=False)
        back = decode_event(json.loads(text))
        assert back == event
        assert type(back) is kind
        assert json.loads(text)["kind"] == wire_name(event)

    round_trip()


def test_a_deck_comes_back_the_same() -> None:
    assert decode(Deck, json.loads(json.dumps(encode(deck(), ("folder",))))) == deck()


def test_a_field_that_was_added_later_gets_its_default() -> None:
    assert decode(Setup, {"gemeente": "Voorbeeldstad", "from_the_future": 1}) == Setup(
        gemeente="Voorbeeldstad"
    )


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (None, "needs a kind"),
        ([], "needs a kind"),
        ({"kind": 3}, "needs a kind"),
        ({"kind": "card.eaten"}, "unknown kind of event: card.eaten"),
        ({"kind": "seat.left"}, "seat.left.seat: missing"),
        ({"kind": "seat.left", "seat": 3}, "seat.left.seat: 3 where a text is needed"),
        ({"kind": "seat.left", "seat": "\ud800"}, "half a character"),
        ({"kind": "timer.extended", "minutes": True}, "True where a whole number is needed"),
        ({"kind": "timer.extended", "minutes": 1.5}, "1.5 where a whole number is needed"),
        ({"kind": "vote.sealed", "seat": "s1", "vote": "moon"}, "'moon' where one of personal"),
        ({"kind": "vote.sealed", "seat": "s1", "vote": None}, "None where one of"),
        (
            {"kind": "vote.sealed", "seat": "s1", "vote": "unsure", "live_with": "personal"},
            "where a list is needed",
        ),
        (
            {"kind": "vote.sealed", "seat": "s1", "vote": "unsure", "live_with": ["unsure"]},
            "live_with[0]",
        ),
        ({"kind": "seat.joined", "seat": "s1"}, "where named fields are needed"),
        ({"kind": "round.revealed", "present": [], "order": [], "reword_offered": 1}, "true or"),
        (
            {
                "kind": "outcome.recorded",
                "outcome": "agreed",
                "places": [],
                "settlement": {"notes": [["s1"]]},
            },
            "settlement.notes[0]: 1 values where 2 are needed",
        ),
    ],
)
def test_what_is_no_event_is_refused_in_words(data: object, complaint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        decode_event(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(EVENTS)), st.data())
@settings(deadline=None)
def test_any_other_value_is_a_value_error_or_an_event(name: str, data: st.DataObject) -> None:
    known = list(EVENTS[name].__dataclass_fields__)
    values = {field: data.draw(JSON) for field in known}
    try:
        event = decode_event({"kind": name, **values})
    except ValueError:
        return
    assert isinstance(event, EVENTS[name])
