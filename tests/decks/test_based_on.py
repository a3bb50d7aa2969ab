"""Decks that stand on another deck."""

from pathlib import Path

from game.core.cards import Deck, Place
from game.decks.read import read_deck
from tests.decks.example import BASE, changed, found, write

HEAD = "format: 1\nid: op\ntitle: Op\nlanguage: nl\nbased_on: basis\n"
SPHERES = """\
spheres:
  outside: {title: Erbuiten}
  personal: {title: Thuis, explanation: het eigen netwerk}
"""


def on_base(folder: Path, rest: str, base: str = BASE) -> Deck:
    below = write(folder, base, "basis.yaml")
    loaded = read_deck(write(folder, HEAD + rest), bases={"basis": below}.get)
    assert loaded.deck is not None, found(loaded)
    return loaded.deck


def test_a_deck_takes_everything_from_its_base(tmp_path: Path) -> None:
    deck = on_base(tmp_path, "", BASE + SPHERES)
    base = read_deck(tmp_path / "basis.yaml").deck
    assert base is not None
    assert (deck.id, deck.title, deck.version, deck.based_on) == ("op", "Op", "", "basis")
    assert deck.activities == base.activities
    assert deck.criteria == base.criteria
    assert deck.closing == base.closing
    assert deck.spheres == base.spheres
    assert [sphere.place for sphere in deck.spheres] == [Place.PERSONAL, Place.OUTSIDE]


def test_an_activity_replaces_its_namesake_in_place_and_others_are_added(tmp_path: Path) -> None:
    rest = "activities:\n  - {id: nieuw, title: Nieuw}\n  - {id: kaart-2, title: Harmonie}\n"
    deck = on_base(tmp_path, rest)
    assert [card.title for card in deck.activities] == [
        "Repaircafé", "Harmonie", "Speeltuin", "Wijkkrant", "Eettafel", "Buurtbus", "Nieuw",
    ]  # fmt: skip


def test_a_drop_takes_cards_criteria_and_questions_out(tmp_path: Path) -> None:
    more = BASE.replace(
        "closing:", "  - {id: ook, kind: sphere, title: Ook, question: Van wie?}\nclosing:"
    )
    deck = on_base(tmp_path, "drop: [kaart-1, welkom, werkdefinitie]\n", more)
    assert deck.activity("kaart-1") is None
    assert [card.id for card in deck.criteria] == ["ook"]
    assert deck.closing == ()


def test_a_dropped_card_can_come_back_as_another(tmp_path: Path) -> None:
    rest = "drop: [kaart-1]\nactivities:\n  - {id: kaart-1, title: Anders}\n"
    deck = on_base(tmp_path, rest)
    assert [card.title for card in deck.activities][-1] == "Anders"
    assert len(deck.activities) == 6


def test_criteria_closing_and_spheres_replace_the_whole_list(tmp_path: Path) -> None:
    rest = (
        "criteria:\n  - {id: eigen, kind: purpose, title: Eigen, question: Van ons?}\n"
        "closing: []\nspheres:\n  communal: {title: Samen}\n"
    )
    deck = on_base(tmp_path, rest, BASE + SPHERES)
    assert [card.id for card in deck.criteria] == ["eigen"]
    assert deck.closing == ()
    assert [sphere.title for sphere in deck.spheres] == ["Samen"]


def test_an_empty_closing_key_leaves_the_questions_of_the_base(tmp_path: Path) -> None:
    assert on_base(tmp_path, "closing:\n").closing


def test_decks_can_stand_on_decks_that_stand_on_decks(tmp_path: Path) -> None:
    first = write(tmp_path, BASE, "basis.yaml")
    second = write(tmp_path, HEAD + "drop: [kaart-1]\n", "op.yaml")
    third = write(tmp_path, HEAD.replace("on: basis", "on: op") + "drop: [kaart-2]\n", "top.yaml")
    loaded = read_deck(third, bases={"basis": first, "op": second}.get)
    assert loaded.deck is not None
    assert loaded.deck.activities[0].id == "kaart-3"


def test_a_folder_is_a_deck_too_and_its_line_breaks_are_text(tmp_path: Path) -> None:
    text = "text: |\n      Samen.\n\n      En gratis.\n"
    write(tmp_path, changed("text: Samen spullen repareren.\n", text))
    deck = read_deck(tmp_path).deck
    assert deck is not None
    assert deck.activities[0].text == "Samen.\n\nEn gratis."
    titled = write(tmp_path, changed("title: Fanfare", "title: >\n      Onze\n      fanfare"))
    again = read_deck(titled).deck
    assert again is not None
    assert again.activities[1].title == "Onze fanfare"
