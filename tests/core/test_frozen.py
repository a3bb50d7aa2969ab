"""The quick frozen dataclasses, held against the standard ones."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from game.core import events, intents, session
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
    names = [(f.name, f.type, f.default) for f in dataclasses.fields(kind)]
    standard = dataclasses.make_dataclass(
        kind.__name__,
        [
            (name, hint) if default is dataclasses.MISSING else (name, hint, default)
            for name, hint, default in names
        ],
        frozen=True,
        slots=True,
    )
    assert inspect.signature(kind) == inspect.signature(standard)
    assert vars(kind)["__match_args__"] == vars(standard)["__match_args__"]


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
    assert seat != replace(seat, size=3)
    other: object = Ballot("s1", None)
    assert seat != other
    assert len({seat, Seat("s1", "Bewoners", size=2)}) == 1
    assert repr(seat) == "Seat(id='s1', label='Bewoners', role='', colour=0, size=2)"
    assert pickle.loads(pickle.dumps(seat)) == copy.deepcopy(seat) == copy.copy(seat) == seat
    match seat:
        case Seat(name, label):
            assert (name, label) == ("s1", "Bewoners")
