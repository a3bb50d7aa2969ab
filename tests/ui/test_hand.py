"""The hand, between two cards: choosing, writing one's own, and what else can be done."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Place
from game.core.session import Phase
from game.core.setup import Sealing, Setup
from game.table import Table
from game.ui.scenes.closing import ClosingScene
from game.ui.scenes.hand import HandScene
from game.ui.scenes.history import HistoryScene
from game.ui.scenes.map import MapScene
from game.ui.scenes.read import ReadScene
from game.ui.scenes.seats import SeatsScene
from game.ui.scenes.shelves import ShelvesScene
from game.ui.scenes.tiles import tiles_at
from game.ui.widgets.dialog import Dialog
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def in_play(table: Table) -> str:
    """Name the card in play."""
    assert table.view.current is not None
    return table.view.current.card


def test_a_card_is_chosen_by_its_number(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    second = table.view.playable[1]
    screen.key("2")
    assert isinstance(screen.scene, ReadScene)
    assert in_play(table) == second


def test_a_card_is_chosen_by_arrows_and_enter(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    first, second, *_rest = table.view.playable
    screen.key("enter")
    assert isinstance(screen.scene, HandScene)
    assert screen.scene.focus == f"card-{first}"
    assert screen.scene.said
    screen.key("right")
    screen.key("enter")
    assert in_play(table) == second


def test_a_card_is_chosen_by_a_press(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    third = table.view.playable[2]
    screen.press(f"card-{third}")
    assert in_play(table) == third


def test_a_card_is_dragged_to_the_table(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    first = table.view.playable[0]
    screen.drag(f"card-{first}", (10, 300))
    assert table.view.current is None
    screen.drag(f"card-{first}", "table")
    assert in_play(table) == first


@pytest.mark.parametrize("by", ["enter", "draw", "pile"])
def test_an_empty_hand_takes_a_card_from_the_pile(pilot: Open, tmp_path: Path, by: str) -> None:
    venue, before = table_at(Phase.HAND, tmp_path)
    few = tuple(card.id for card in before.deck.activities[:4])
    setup = replace(before.view.setup, cards=4, selection=few)
    table = Table.new(before.deck, setup, before.view.seats, folder=tmp_path, seed=1)
    screen = pilot(HandScene(venue, table))
    assert not table.view.playable
    screen.key("enter") if by == "enter" else screen.press(by)
    (card,) = table.view.playable
    screen.press(f"card-{card}")
    assert in_play(table) == card


def test_a_card_of_our_own_joins_the_hand(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    screen.press("blank")
    screen.key("tab")
    screen.type("Iedere week soep")
    screen.press("ok")
    assert isinstance(screen.scene, Dialog)
    assert screen.scene.text
    assert screen.scene.value("text") == "Iedere week soep"
    screen.type("Soepbus")
    screen.press("ok")
    card = table.view.blanks[0]
    assert (card.title, card.text) == ("Soepbus", "Iedere week soep")
    assert f"card-{card.id}" in screen.names()


def test_the_way_of_proposing_changes_between_cards(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    screen.press("sealing")
    screen.press("answer-veil")
    assert table.view.sealing is Sealing.VEIL
    assert "afdekken" in screen.widget("sealing").label
    screen.press("sealing")
    screen.key("escape")
    assert table.view.sealing is Sealing.VEIL


@pytest.mark.parametrize(
    ("button", "opens"),
    [("map", MapScene), ("shelves", ShelvesScene), ("history", HistoryScene),
     ("seats", SeatsScene)],
)  # fmt: skip
def test_what_opens_comes_back(
    pilot: Open, tmp_path: Path, button: str, opens: type[object]
) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    screen.press(button)
    assert isinstance(screen.scene, opens)
    screen.key("escape")
    assert isinstance(screen.scene, HandScene)


def test_the_scribe_is_named(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    scribe = table.view.scribe
    assert scribe is not None
    assert scribe.label in screen.widget("scribe").label


def test_the_shelves_come_once_at_half_time(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path, played=6)
    screen = pilot(HandScene(venue, table))
    assert isinstance(screen.scene, ShelvesScene)
    assert screen.widget("points").label == "Halverwege: zo staan we ervoor"
    assert "Druk dan op Verder." in screen.widget("about").label
    assert "punten" in screen.widget("about").label
    screen.key("escape")
    assert isinstance(screen.scene, HandScene)
    again = pilot(HandScene(venue, table))
    assert isinstance(again.scene, HandScene)


@pytest.mark.parametrize(
    ("cards", "said"),
    [(1, "Dit is de laatste kaart. Lees hem voor."), (4, "Lees deze kaart voor.")],
)
def test_one_card_is_not_to_be_chosen(pilot: Open, tmp_path: Path, cards: int, said: str) -> None:
    venue, ready = table_at(Phase.HAND, tmp_path)
    with venue.begin(ready.deck, Setup(cards=cards, hand=1), ready.view.seats) as table:
        screen = pilot(HandScene(venue, table))
        assert len(table.view.playable) == 1
        assert screen.widget("about").label == said
        assert screen.widget("table").label == "Druk op de kaart, of sleep hem hierheen"


def test_a_skipped_card_comes_back(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path, cards=1)
    skipped = in_play(table)
    table.play(i.Skip("later"))
    screen = pilot(HandScene(venue, table))
    assert table.view.playable == (skipped,)
    assert screen.widget("about").label.startswith("Deze kaart is overgeslagen.")
    screen.key("enter")
    assert in_play(table) == skipped
    assert table.view.current is not None
    assert table.view.current.returned


def test_the_last_card_leads_to_the_closing_round(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.LAST, tmp_path)
    screen = pilot(HandScene(venue, table))
    screen.key("enter")
    assert isinstance(screen.scene, ClosingScene)


def test_the_closing_round_by_pointer(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.LAST, tmp_path)
    screen = pilot(HandScene(venue, table))
    screen.press("closing")
    assert isinstance(screen.scene, ClosingScene)


def test_stopping_early_is_asked_first(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(HandScene(venue, table))
    screen.press("stop")
    screen.press("answer-back")
    assert isinstance(screen.scene, HandScene)
    screen.press("stop")
    screen.press("answer-stop")
    assert isinstance(screen.scene, ClosingScene)


def test_a_session_that_is_open_elsewhere_is_only_looked_at(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    looking = Table.open(table.path, read_only=True).table
    screen = pilot(HandScene(venue, looking))
    steps = len(looking.steps)
    screen.key("1")
    assert screen.scene.said
    screen.press(f"card-{looking.view.playable[0]}")
    assert len(looking.steps) == steps


def test_the_places_tell_how_many_cards_lie_there(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path, played=3)
    page = pilot(HandScene(venue, table))
    for place in Place:
        assert page.widget(f"count-{place}").label == str(len(tiles_at(table.view, place)))
    page.press(f"count-{Place.COMMUNAL}")
    assert isinstance(page.scene, MapScene)


def test_an_empty_map_is_not_counted(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    page = pilot(HandScene(venue, table))
    assert page.scene.find(f"count-{Place.COMMUNAL}") is None
