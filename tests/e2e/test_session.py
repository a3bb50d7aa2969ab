"""A card from the first screen to the record, in a real window with real keys."""

import pytest

from game.core.cards import Meets, Place
from game.core.outcome import Outcome, Round
from game.core.session import CardInPlay, Phase
from game.ui.look import Look
from game.ui.scene import Stage
from game.ui.scenes.setup import SetupScene
from tests.e2e.driver import SIZE, Game
from tests.ui.tables import table_at, venue_in

pytestmark = pytest.mark.e2e

LABELS = ("Bewoners", "Café", "School")
REASON = "De buren kennen elkaar hier."
VOTES = (Place.PERSONAL, Place.COMMUNAL, Place.COMMUNAL)
FIRST, REST = "Zonder de buren ", "gaat dit niet."


def tab_to(game: Game, scene: SetupScene, start: str | None, end: str) -> None:
    """Press Tab from one widget of the set-up screen to another."""
    scene.attach(Stage(Look(SIZE)))
    names = [widget.name for widget in scene.all_widgets() if widget.focusable]
    first = names.index(start) if start else -1
    game.key(*["Tab"] * (names.index(end) - first))


def card(game: Game) -> CardInPlay:
    """Read the card in play."""
    current = game.session().current
    assert current is not None
    return current


def first(game: Game) -> Round:
    """Read the first round of the card in play."""
    found = card(game).first
    assert found is not None
    return found


def seat_everybody(game: Game, setup: SetupScene) -> None:
    """Name the seats by keyboard alone, and begin."""
    before = None
    for number, label in enumerate(LABELS, 1):
        tab_to(game, setup, before, f"seat-{number}")
        game.type(label)
        before = f"seat-{number}"
    tab_to(game, setup, before, "start")
    game.key("Return")
    game.wait_scene("hand")


def begin(game: Game) -> None:
    """Set a table of three up by keyboard alone."""
    game.start()
    game.wait_scene("title")
    game.key("Return")
    game.wait_scene("setup")
    seat_everybody(game, SetupScene(venue_in(game.saves)))


def open_form(game: Game) -> None:
    """Choose the first criterion and say that the card meets it; then the reason is typed."""
    game.key("c", "Return", "plus")
    game.wait(lambda: Meets.YES in game.drafts().values(), "the judgement")


def argue(game: Game, number: int) -> None:
    """Argue with a criterion for the position on turn, and have it said back."""
    place = first(game).order[number]
    open_form(game)
    game.type(REASON)
    game.key("ctrl+Return")
    game.wait(lambda: len(card(game).arguments) == number + 1, "the argument")
    game.key("w" if len(first(game).holders(place)) == 1 else "k")
    game.wait(lambda: card(game).is_restated(place), "what was said back")


def propose(game: Game, votes: tuple[Place, ...], counts: int) -> None:
    """Count down, tap what every seat showed, and reveal."""
    for _ in range(counts):
        game.key("Return")
        game.wait_scene("countdown")
        game.key("Return")
        game.wait_scene("propose")
    keys = {Place.PERSONAL: "1", Place.COMMUNAL: "2"}
    game.key(*(keys[vote] for vote in votes))
    game.wait(lambda: sorted(str(s.vote) for s in card(game).seals) == sorted(votes), "the votes")
    game.key("r")
    game.wait_scene("reveal")


def test_a_card_from_the_first_screen_to_the_record(game: Game) -> None:
    begin(game)
    assert tuple(seat.label for seat in game.session().seats) == LABELS
    chosen = game.session().playable[0]
    game.press(game.at(f"card-{chosen}"))
    game.wait_scene("read")
    assert card(game).card == chosen
    game.key("Return")
    game.wait_scene("propose")
    propose(game, VOTES, counts=1)
    game.key("Return")
    game.key("Return")
    game.wait_scene("argue")
    for number in range(len(first(game).order)):
        argue(game, number)
    game.key("Return")
    game.wait_scene("propose")
    propose(game, (Place.COMMUNAL,) * 3, counts=2)
    game.key("Return")
    game.key("Return")
    game.wait_scene("settle")
    game.key("ctrl+Return")
    game.wait(lambda: game.session().current is None, "the record of the card")
    (done,) = game.session().latest
    assert (done.card, done.outcome, done.places) == (chosen, Outcome.AGREED, (Place.COMMUNAL,))
    assert [a.text for a in done.arguments] == [REASON, REASON]
    assert {a.meets for a in done.arguments} == {Meets.YES}
    told = game.tell("replay", game.path.name, "--json")
    kinds = [step["kind"] for step in told]
    assert kinds.count("argument.played") == kinds.count("position.restated") == 2
    assert kinds.count("round.revealed") == 2
    assert "outcome.recorded" in kinds
    assert game.close() == 0


def test_a_card_is_dragged_to_the_table(game: Game) -> None:
    table_at(Phase.HAND, game.saves, seats=3)[1].close()
    game.start("play", str(game.path))
    game.wait_scene("hand")
    chosen = game.session().playable[1]
    game.drag(game.at(f"card-{chosen}"), game.at("table"))
    game.wait_scene("read")
    assert card(game).card == chosen


def test_a_closed_window_keeps_what_was_half_typed(game: Game) -> None:
    table_at(Phase.ARGUE, game.saves, seats=3)[1].close()
    game.start("play", str(game.path))
    half_type(game)
    assert game.close() == 0
    game.start("play", str(game.path))
    finish_typing(game, 1)


def test_after_a_crash_everything_confirmed_is_there(game: Game) -> None:
    table_at(Phase.ARGUE, game.saves, seats=3)[1].close()
    game.start("play", str(game.path))
    game.wait_scene("argue")
    argue(game, 0)
    half_type(game)
    game.wait(lambda: FIRST in game.drafts().values(), "the draft")
    game.kill()
    assert [a.text for a in card(game).arguments] == [REASON]
    game.start("play", str(game.path))
    finish_typing(game, 2)


def half_type(game: Game) -> None:
    """Begin an argument and leave it unfinished."""
    game.wait_scene("argue")
    open_form(game)
    game.type(FIRST)


def finish_typing(game: Game, arguments: int) -> None:
    """Go on where the text stopped, and play it."""
    game.wait_scene("argue")
    game.press(game.at("reason"))
    game.key("ctrl+End")
    game.type(REST)
    game.key("ctrl+Return")
    game.wait(lambda: len(card(game).arguments) == arguments, "the argument")
    assert card(game).arguments[-1].text == FIRST + REST


def test_the_window_has_a_class_and_a_clean_end(game: Game) -> None:
    game.start()
    assert game.window() > 0
    assert game.close() == 0
    assert "Traceback" not in "\n".join(game.said())
