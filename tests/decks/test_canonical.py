"""The hash of a deck, and a deck as plain data."""

import copy
import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.cards import Deck
from game.decks.canonical import content_hash, deck_from_dict, deck_to_dict
from game.decks.read import load_deck
from tests.decks.example import BASE, DECK, changed, write

MORE = DECK + "spheres:\n  communal: {title: Samen, explanation: met elkaar}\nabout: Een proef.\n"


def deck_of(folder: Path, text: str) -> Deck:
    return load_deck(write(folder, text))


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return deck_of(tmp_path, MORE)


def test_comments_key_order_and_style_do_not_change_the_hash(tmp_path: Path) -> None:
    plain = deck_of(tmp_path, DECK).sha256
    data = yaml.safe_load(DECK)
    backwards = dict(reversed(data.items()))
    assert len(plain) == 64
    assert deck_of(tmp_path, "# Een zin.\n" + DECK.replace("\n", "\r\n")).sha256 == plain
    assert deck_of(tmp_path, yaml.safe_dump(backwards, sort_keys=False)).sha256 == plain
    assert deck_of(tmp_path, json.dumps(data)).sha256 == plain
    assert deck_of(tmp_path, changed("Repaircafé", "Repaircafe\u0301")).sha256 == plain
    empty = changed("    icon: wrench\n", "    icon: wrench\n    picture:\n")
    assert deck_of(tmp_path, empty).sha256 == plain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Fanfare", "Harmonie"),
        ('version: "1.0"', 'version: "1.1"'),
        ("[wonen, samen]", "[samen, wonen]"),
        ("kind: property", "kind: sphere"),
        ("    icon: wrench\n", ""),
        ("onze werkdefinitie", "de werkdefinitie"),
    ],
)
def test_every_change_of_content_changes_the_hash(tmp_path: Path, old: str, new: str) -> None:
    assert deck_of(tmp_path, changed(old, new)).sha256 != deck_of(tmp_path, DECK).sha256


def test_the_hash_is_of_what_is_played_not_of_the_file(tmp_path: Path) -> None:
    base = write(tmp_path, BASE, "basis.yaml")
    head = 'format: 1\nid: proef\ntitle: Proef\nlanguage: nl\nversion: "1.0"\nbased_on: basis\n'
    on_base = load_deck(write(tmp_path, head), bases=lambda _: base)
    assert on_base.sha256 == deck_of(tmp_path, DECK).sha256


def test_the_hash_of_format_one_stays_what_it_was(tmp_path: Path) -> None:
    # Records name their deck by this; a change here makes old records unfindable.
    assert (
        deck_of(tmp_path, DECK).sha256
        == "a79d5508bab57e08a7e9d8a817ac241b387f1ce6a51da4a23cf901675c3d1f2c"
    )


def test_a_deck_comes_back_from_plain_data(deck: Deck) -> None:
    data = json.loads(json.dumps(deck_to_dict(deck)))
    assert deck_from_dict(data) == deck
    assert "folder" not in data
    assert deck_from_dict(data).folder == ""


def test_later_keys_are_passed_over_and_the_written_hash_stays(deck: Deck) -> None:
    data: Any = deck_to_dict(deck) | {"later": 1, "sha256": "a" * 64}
    data["activities"][0]["later"] = {}
    back = deck_from_dict(data)
    assert back == replace(deck, sha256="a" * 64)
    del data["sha256"]
    assert deck_from_dict(data) == deck
    assert content_hash(back) == deck.sha256


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ((), None, "deck is not a mapping"),
        ((), [], "deck is not a mapping"),
        (("id",), "Geen Id", "deck: id 'Geen Id' is not lower case, digits and hyphens"),
        (("id",), None, "deck: id is missing"),
        (("title",), 3, "deck: title is not text"),
        (("title",), "\ud800", "deck: title has half a character in it"),
        (("activities",), {}, "activities is not a list"),
        (("activities", 1), "x", "activities[2] is not a mapping"),
        (("activities", 1, "id"), "kaart-1", "activities[2]: id is there twice"),
        (("activities", 1, "tags"), "x", "activities[2]: tags is not a list"),
        (("activities", 1, "tags"), [1], "activities[2]: a tag is not text"),
        (("criteria", 0, "kind"), "x", "criteria[1]: kind 'x' is unknown"),
        (("criteria", 0, "question"), "", "criteria[1]: question is missing"),
        (("closing", 0), None, "closing[1] is not a mapping"),
        (("spheres",), [], "spheres is not a mapping"),
        (("spheres", "elders"), {}, "spheres: 'elders' is unknown"),
        (("spheres", "communal", "title"), None, "spheres.communal: title is missing"),
    ],
)
def test_malformed_data_is_named(
    deck: Deck, path: tuple[str | int, ...], value: object, message: str
) -> None:
    whole: Any = {"deck": copy.deepcopy(deck_to_dict(deck))}
    target: Any = whole
    last: str | int = "deck"
    for step in path:
        target, last = target[last], step
    target[last] = value
    with pytest.raises(ValueError, match=r"^[^\n]+$") as caught:
        deck_from_dict(whole["deck"])
    assert str(caught.value) == message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "activities", "criteria", "spheres", "kind", "tags"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON, st.sampled_from(["activities", "criteria", "closing", "spheres", "about", "sha256"]))
def test_only_value_errors_come_of_any_data(deck: Deck, junk: object, key: str) -> None:
    for data in (junk, deck_to_dict(deck) | {key: junk}):
        with suppress(ValueError):
            assert isinstance(deck_from_dict(data), Deck)
