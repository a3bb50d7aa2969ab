"""The quick frozen dataclasses, held against the standard ones."""

import copy
import dataclasses
import inspect
import pickle
from contextlib import suppress
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from game.core import events, frozen, intents, session
from game.core.cards import Deck
from game.core.outcome import Ballot
from game.core.setup import Seat

MADE = [
    kind
    for module in (events, intents, session)
    for _name, kind in inspect.getmembers(module, dataclasses.is_dataclass)
    if isinstance(kind, type)
]


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_it_has_the_constructor_of_a_standard_one(kind: type) -> None:
    with suppress(TypeError):
        kind()  # The constructor is compiled when it is first called.
    fields = [(f.name, f.type, f.default) for f in dataclasses.fields(kind)]
    standard = dataclasses.make_dataclass(
        kind.__name__,
        [
            (name, hint) if default is dataclasses.MISSING else (name, hint, default)
            for name, hint, default in fields
        ],
        frozen=True,
        slots=True,
    )

    def arguments(made: type) -> list[tuple[str, Any, Any]]:
        found = inspect.signature(made).parameters.values()
        return [(each.name, each.kind, each.default) for each in found]

    assert arguments(kind) == arguments(standard)
    assert vars(kind)["__match_args__"] == vars(standard)["__match_args__"]


def test_the_first_one_of_a_class_is_made_as_the_second() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Pair:
        left: int
        right: str = "r"

    made: Any = Pair
    for wrong in ({}, {"left": 1, "middle": 2}):
        with pytest.raises(TypeError, match="__init__"):
            made(**wrong)
    assert Pair(1) == Pair(left=1, right="r") != Pair(1, "s")


def test_it_is_frozen() -> None:
    seat: Any = Seat("s1", "Bewoners")
    with pytest.raises(FrozenInstanceError):
        seat.label = "School"
    with pytest.raises(FrozenInstanceError):
        del seat.label
    assert not hasattr(seat, "__dict__")


def test_it_compares_hashes_shows_copies_and_matches() -> None:
    seat = Seat("s1", "Bewoners", size=2)
    assert seat == Seat("s1", "Bewoners", size=2)
    assert seat != frozen.replace(seat, size=3)
    other: object = Ballot("s1", None)
    assert seat != other
    assert len({seat, Seat("s1", "Bewoners", size=2)}) == 1
    assert repr(seat) == "Seat(id='s1', label='Bewoners', role='', colour=0, size=2)"
    assert pickle.loads(pickle.dumps(seat)) == copy.deepcopy(seat) == copy.copy(seat) == seat
    match seat:
        case Seat(name, label):
            assert (name, label) == ("s1", "Bewoners")


def test_what_is_not_compared_makes_no_difference() -> None:
    deck = Deck("d", "D", "nl", "1", (), ())
    elsewhere = frozen.replace(deck, folder="elsewhere")
    assert elsewhere.folder != deck.folder
    assert (elsewhere, hash(elsewhere)) == (deck, hash(deck))


def test_a_copy_changes_only_what_it_should() -> None:
    seat = Seat("s1", "Bewoners", role="", colour=3)
    assert frozen.replace(seat, label="School") == dataclasses.replace(seat, label="School")
    wrong: Any = {"name": "School"}
    with pytest.raises(TypeError, match="no field 'name'"):
        frozen.replace(seat, **wrong)


def test_other_kinds_of_dataclasses_are_the_standard_ones() -> None:
    with pytest.raises(TypeError, match="only for frozen"):
        frozen.dataclass(frozen=False, slots=True)

    with pytest.raises(TypeError, match="made anew"):

        @frozen.dataclass(frozen=True, slots=True)
        class Listed:
            parts: list[int] = dataclasses.field(default_factory=list)
