"""The decks that ship, the schema for editors, and whether the reader agrees with it."""

import copy
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import game.decks
from game.decks.findings import Fault, errors
from game.decks.library import Library
from game.decks.read import read_deck
from game.decks.sentences import sentence
from game.decks.shape import ACTIVITY_KEYS, CLOSING_KEYS, CRITERION_KEYS, DECK_KEYS, SPHERE_KEYS
from tests.decks.example import BASE, DECK, write

Draft202012Validator = pytest.importorskip("jsonschema").Draft202012Validator
SCHEMA = json.loads(
    (Path(game.decks.__file__).parent / "deck.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
SHIPPED = Path(__file__).parents[2] / "decks"
LIBRARY = Library((SHIPPED,))

# What the reader knows and a schema cannot.
BEYOND = {Fault.DOUBLE_ID, Fault.NO_CARDS, Fault.BASE_LOOP, Fault.BASE_NOT_FOUND}

FULL = yaml.safe_load(DECK) | {
    "about": "Een voorbeeld.",
    "spheres": {"personal": {"title": "Thuis", "explanation": "het eigen netwerk"}},
}
FULL["activities"][1] |= {"picture": "fotos/x.png"}
ON_BASE = {
    "format": 1,
    "id": "op",
    "title": "Op",
    "language": "nl",
    "based_on": "basis",
    "drop": ["kaart-1"],
    "activities": [{"id": "nieuw", "title": "Nieuw"}],
}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_and_reader_know_the_same_keys() -> None:
    parts = SCHEMA["$defs"]
    assert tuple(SCHEMA["properties"]) == DECK_KEYS
    assert tuple(parts["activity"]["properties"]) == ACTIVITY_KEYS
    assert tuple(parts["criterion"]["properties"]) == CRITERION_KEYS
    assert tuple(parts["closing"]["properties"]) == CLOSING_KEYS
    assert tuple(parts["sphere"]["properties"]) == SPHERE_KEYS


def test_decks_are_shipped() -> None:
    assert LIBRARY.files()


@pytest.mark.parametrize("path", LIBRARY.files(), ids=lambda path: str(path.stem))
def test_a_shipped_deck_has_no_findings_and_fits_the_schema(path: Path) -> None:
    loaded = LIBRARY.read(path)
    assert [sentence(one) for one in loaded.findings] == []
    assert loaded.deck is not None
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [
        None, True, 0, 1, 2, 1.5, datetime.date(2026, 2, 3), "", "  ", "x", "een-id", "Geen Id",
        "nl", "no", "012", "12:30", "~", "null", "purpose", "é" * 60, "é" * 61, "é" * 400,
        "é" * 401, "é" * 4001, "x.png", "../x.png", "a/../x.png", "/x.png", "x.gif", "basis",
        [], {}, ["x"], ["een-id"], [None], [1], [[]], [{}], {"x": "y"}, {"title": "x"},
        {"personal": {"title": "x"}}, {"personal": None}, {"elders": {"title": "x"}},
        [{"id": "a", "title": "A"}], [{"id": "a", "question": "A?"}],
        [{"id": "a", "kind": "sphere", "title": "A", "question": "A?"}],
    ]
)  # fmt: skip
KEYS = st.sampled_from(sorted({*DECK_KEYS, *ACTIVITY_KEYS, *CRITERION_KEYS, *SPHERE_KEYS, "titel"}))


def containers(data: Any) -> list[Any]:
    """List every mapping and list in a deck's data."""
    inside = list(data.values()) if isinstance(data, dict) else data
    found = [data]
    for value in inside:
        if isinstance(value, dict | list):
            found += containers(value)
    return found


def damage(draw: st.DataObject, deck: dict[str, Any]) -> None:
    """Drop, change or add something somewhere."""
    target = draw.draw(st.sampled_from(containers(deck)))
    what = draw.draw(st.sampled_from(["drop", "change", "change", "add"]))
    value = copy.deepcopy(draw.draw(VALUES))
    if isinstance(target, dict):
        key = draw.draw(st.sampled_from(sorted(target)) if target and what != "add" else KEYS)
        if what == "drop":
            target.pop(key, None)
        else:
            target[key] = value
    elif what == "add" or not target:
        target.append(value)
    else:
        at = draw.draw(st.integers(0, len(target) - 1))
        if what == "drop":
            del target[at]
        else:
            target[at] = value


@settings(
    max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data(), st.sampled_from([FULL, ON_BASE]), st.integers(0, 3))
def test_reader_and_schema_agree_on_damaged_decks(
    tmp_path: Path, draw: st.DataObject, whole: dict[str, Any], times: int
) -> None:
    deck = copy.deepcopy(whole)
    for _ in range(times):
        damage(draw, deck)
    base = write(tmp_path, BASE, "basis.yaml")
    path = write(tmp_path, yaml.safe_dump(deck, allow_unicode=True, sort_keys=False))
    loaded = read_deck(path, bases={"basis": base}.get)
    refused = [one for one in errors(loaded.findings) if one.problem.fault not in BEYOND]
    by_schema = [error.message for error in VALIDATOR.iter_errors(deck)]
    assert bool(refused) == bool(by_schema), ([sentence(one) for one in refused], by_schema)
