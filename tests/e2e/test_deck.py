"""A deck from nothing, made in a real window with real keys, and a card of it on the table."""

from pathlib import Path

import pytest

from game.decks.library import Library
from game.store.paths import resources
from game.ui.scenes.setup import SetupScene
from game.ui.scenes.title import TitleScene
from game.venue import Venue
from tests.e2e.driver import Game
from tests.e2e.test_session import card, seat_everybody
from tests.ui.tables import venue_in

pytestmark = pytest.mark.e2e

DECK = "Jeugd in Noord"
CARDS = (
    ("Skatebaan", "Jongeren houden de baan zelf bij."),
    ("Huiswerkklas", "Studenten helpen in de bieb."),
    ("Zomerkamp", "Een week weg met de buurt."),
)


def machine(game: Game) -> Venue:
    """Look at the decks as the game in the window has them."""
    venue = venue_in(game.saves)
    venue.library = Library((resources() / "decks", decks(game)))
    return venue


def decks(game: Game) -> Path:
    """Give the folder of the decks that are made."""
    return game.saves.parent / "decks"


def add_card(game: Game, title: str, text: str) -> None:
    """Add a card in the editor, and go back to the grid."""
    game.key("ctrl+n")
    game.wait_scene("activity")
    game.type(title)
    game.key("Tab")
    game.type(text)
    game.key("Escape")
    game.wait_scene("deckeditor")


def test_a_deck_is_made_from_nothing_and_a_card_of_it_is_played(game: Game) -> None:
    game.start()
    game.wait_scene("title")
    game.press(game.lies(TitleScene(machine(game)), "decks"))
    game.wait_scene("decks")
    game.key("n")
    game.wait_scene("newdecksheet")
    game.type(DECK)
    game.key("Return")
    game.wait_scene("deckeditor")
    for title, text in CARDS:
        add_card(game, title, text)
    game.key("ctrl+s")
    made = decks(game) / "jeugd-in-noord" / "deck.yaml"
    game.wait(made.is_file, "the deck")
    deck = machine(game).deck("jeugd-in-noord")
    assert [(one.title, one.text) for one in deck.activities] == list(CARDS)
    assert deck.criteria
    game.key("Escape")
    game.wait_scene("decks")
    game.key("Return")
    game.wait_scene("setup")
    seat_everybody(game, SetupScene(machine(game)))
    assert game.session().deck.title == DECK
    chosen = game.session().playable[0]
    game.press(game.at(f"card-{chosen}"))
    game.wait_scene("read")
    assert card(game).card == chosen
    assert chosen in {one.id for one in deck.activities}
    assert game.close() == 0
