"""The hash of a deck: of what is in it, and of nothing else."""

import json
from pathlib import Path

import pytest
import yaml

from game.core.cards import Deck
from game.decks.read import load_deck
from tests.decks.example import BASE, DECK, changed, write

MORE = DECK + "spheres:\n  communal: {title: Samen, explanation: met elkaar}\nabout: Een proef.\n"


def deck_of(folder: Path, text: str) -> Deck:
    return load_deck(write(folder, text))


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
