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
from game.decks.read import read_deck, read_draft
from game.decks.sentences import sentence
from game.decks.shape import ACTIVITY_KEYS, CLOSING_KEYS, CRITERION_KEYS, DECK_KEYS, SPHERE_KEYS
from game.decks.write import to_yaml
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
# And what is lost on the way from a text to its values: to a schema 1.0 is the number 1.
IN_TEXT = BEYOND | {
    Fault.DOUBLE_KEY, Fault.TAG, Fault.ANCHOR, Fault.BAD_FORMAT, Fault.FORMAT_TOO_NEW,
}  # fmt: skip

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
    schema = [error.message for error in VALIDATOR.iter_errors(deck)]
    assert bool(refused) == bool(schema), ([sentence(one) for one in refused], schema)


WORDS = st.sampled_from(
    [
        "no", "on", "Yes", "012", "0o7", "12:30", "2026-02-03", "2026-02-30", "1.0", "1_000", ".5",
        "1e3", "~", "null", "", "+1", "0x1F", "1:2:3", "nan", ".inf", "- a", "a: b",
        "'no'", '"12:30"', "[a, b]", "{a: b}", "!!str 012", "&a x", "*a", "# x", "|", ">", "x" * 61,
        "kaart-2", "nee", "purpose", "basis",
    ]
)  # fmt: skip


def retyped(draw: st.DataObject, lines: list[str]) -> None:
    """Change a deck's text as a hurried typist does."""
    at = draw.draw(st.integers(0, len(lines) - 1))
    match draw.draw(st.sampled_from(["value", "value", "value", "twice", "gone", "in", "out"])):
        case "value":
            key, colon, _value = lines[at].partition(": ")
            lines[at] = f"{key}{colon or ': '}{draw.draw(WORDS)}"
        case "twice":
            lines.insert(at, lines[at])
        case "gone" if len(lines) > 1:
            del lines[at]
        case "in":
            lines[at] = f"  {lines[at]}"
        case _:
            lines[at] = lines[at].removeprefix("  ")


def by_schema(text: str) -> bool:
    """Tell whether the values that YAML makes of a text fit the schema."""
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return False
    return not any(VALIDATOR.iter_errors(data))


@settings(
    max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data(), st.sampled_from([FULL, ON_BASE]), st.integers(0, 3))
def test_reader_and_schema_agree_on_retyped_decks(
    tmp_path: Path, draw: st.DataObject, whole: dict[str, Any], times: int
) -> None:
    lines = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False).splitlines()
    for _ in range(times):
        retyped(draw, lines)
    text = "\n".join(lines) + "\n"
    base = write(tmp_path, BASE, "basis.yaml")
    loaded = read_deck(write(tmp_path, text), bases={"basis": base}.get)
    faults = {one.problem.fault for one in errors(loaded.findings)}
    if not faults & (IN_TEXT - BEYOND):
        assert bool(faults - BEYOND) != by_schema(text), ([*map(sentence, loaded.findings)], text)
    if loaded.deck is not None:
        again, findings = read_draft(tmp_path / "deck.yaml")
        assert not errors(findings)
        assert by_schema(to_yaml(again))
