"""The decks in the set-up: broken ones are told of, and every other one can be reached."""

from collections.abc import Callable
from pathlib import Path

from game.core.setup import Seat, Setup
from game.decks.library import Library
from game.store.paths import resources
from game.store.prepared import Prepared
from game.ui.scenes.setup import SetupScene
from game.ui.widgets.choice import Choice
from game.venue import Venue
from tests.decks.example import DECK
from tests.ui.conftest import Pilot
from tests.ui.tables import venue_in

Open = Callable[..., Pilot]
CARDS_PAGE = "tab-2"


def venue_with(folder: Path, **decks: str) -> Venue:
    """Make a machine with decks of its own."""
    own = folder / "kaartensets"
    own.mkdir()
    for name, text in decks.items():
        (own / f"{name}.yaml").write_text(text, encoding="utf-8")
    venue = venue_in(folder / "gesprekken")
    venue.library = Library((resources() / "decks", own))
    return venue


def about(opened: Pilot) -> str:
    return opened.widget("deck-about").label


def test_a_broken_deck_is_told_of(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(SetupScene(venue_with(tmp_path, kapot="id: [", leeg="", goed=DECK)))
    opened.press(CARDS_PAGE)
    assert "kapot.yaml, regel 1: dit haakje [ " in about(opened)
    assert "leeg.yaml" in about(opened)
    assert "goed.yaml" not in about(opened)


def test_a_second_deck_with_the_same_id_hides_no_other(pilot: Open, tmp_path: Path) -> None:
    double = DECK.replace("id: proef", "id: proefronde", 1)
    opened = pilot(SetupScene(venue_with(tmp_path, dubbel=double, eigen=DECK)))
    opened.press(CARDS_PAGE)
    opened.scene.focus_on("deck")
    seen = set()
    for _again in range(8):
        deck = opened.widget("deck")
        assert isinstance(deck, Choice)
        seen.add(deck.value)
        opened.key("right")
    assert "proef" in seen
    assert len(seen) == 6


def test_a_deck_that_is_gone_is_said_in_words(pilot: Open, tmp_path: Path) -> None:
    venue = venue_with(tmp_path)
    seats = (Seat("s1", "Bewoners"), Seat("s2", "Gemeente"))
    opened = pilot(SetupScene(venue, Prepared(Setup(), seats, "verdwenen")))
    opened.press("start")
    assert opened.scene.said == "verdwenen: deze kaartenset is er niet."
    opened.press(CARDS_PAGE)
    opened.press("deck")
    opened.key("right")
    assert opened.widget("start").enabled
