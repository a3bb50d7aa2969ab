"""The landing of a recorded card: its flight, its points, its words, and going on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.core.cards import Crux
from game.core.outcome import Outcome
from game.core.scoring import score
from game.core.session import Phase
from game.core.settlement import Settlement
from game.ui.scenes.fast import FastScene
from game.ui.scenes.landing import LandingScene, said
from game.ui.scenes.points import PointsView
from game.ui.scenes.settle import SettleScene
from tests.ui.conftest import Pilot
from tests.ui.recordings import recording
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def _points(pilot: Pilot) -> PointsView:
    view = pilot.widget("points")
    assert isinstance(view, PointsView)
    return view


def test_the_card_flies_to_each_of_its_places_and_then_its_points_show(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    screen = pilot(SettleScene(venue, table))
    screen.key("ctrl+enter")
    recorded = table.session.history[-1]
    assert len(screen.scene.animations) == len(recorded.places)
    assert "points" not in screen.names()
    screen.settle()
    assert _points(screen).score == score(recorded)
    for place in recorded.places:
        assert f"glow-{place}-tile-{recorded.card}" in screen.names()
    screen.step(30, 0.1)
    screen.press("next")
    assert table.session.phase is not Phase.SETTLE


def test_enter_does_not_wait_for_the_flight(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED)
    screen = pilot(SettleScene(venue, table))
    screen.key("ctrl+enter")
    screen.key("enter")
    assert isinstance(screen.scene, LandingScene)
    assert "next" in screen.names()
    screen.key("enter")
    assert not isinstance(screen.scene, LandingScene)


def _landed(pilot: Open, folder: Path, outcome: Outcome, *, motion: bool = True) -> Pilot:
    venue, table = recording(folder, outcome)
    screen = pilot(SettleScene(venue, table), motion=motion)
    screen.key("ctrl+enter")
    screen.settle()
    assert isinstance(screen.scene, LandingScene)
    return screen


def test_a_card_that_everybody_could_read_makes_room(pilot: Open, tmp_path: Path) -> None:
    screen = _landed(pilot, tmp_path, Outcome.AGREED)
    screen.step(20, 0.1)
    assert isinstance(screen.scene, LandingScene)
    screen.step(40, 0.1)
    assert not isinstance(screen.scene, LandingScene)


def test_nothing_goes_on_by_itself_where_nothing_moves(pilot: Open, tmp_path: Path) -> None:
    screen = _landed(pilot, tmp_path, Outcome.AGREED, motion=False)
    screen.step(200, 0.1)
    assert isinstance(screen.scene, LandingScene)


def test_who_looked_at_the_map_says_when_to_go_on(pilot: Open, tmp_path: Path) -> None:
    screen = _landed(pilot, tmp_path, Outcome.AGREED)
    screen.key("m")
    screen.key("m")
    screen.step(200, 0.1)
    assert isinstance(screen.scene, LandingScene)


def test_a_press_anywhere_goes_on(pilot: Open, tmp_path: Path) -> None:
    screen = _landed(pilot, tmp_path, Outcome.DIFFERED)
    screen.press("praise")
    assert not isinstance(screen.scene, LandingScene)


def test_words_of_praise_are_for_a_completed_card_of_either_kind(tmp_path: Path) -> None:
    _venue, table = recording(tmp_path, Outcome.DIFFERED)
    card = table.session.current
    assert card is not None
    assert card.last is not None
    reasons = tuple((place, "Daarom.") for place in card.last.positions)
    empty = replace(card, outcome=Outcome.DIFFERED, places=card.last.positions)
    words = Settlement(reasons=reasons, crux=Crux.FACT, settle="Meten.")
    full = replace(empty, settlement=words)
    agreed = replace(
        card, outcome=Outcome.AGREED, settlement=Settlement(reason="Ja.", together="Dit.")
    )
    assert said(full) == "Jullie verschil is helder."
    assert said(agreed) == "Dit delen jullie."
    assert said(empty) == said(replace(agreed, settlement=Settlement()))


def test_the_map_can_be_looked_at_from_the_landing(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED)
    screen = pilot(SettleScene(venue, table), motion=False)
    screen.key("ctrl+enter")
    screen.key("m")
    screen.key("m")
    assert isinstance(screen.scene, LandingScene)


def test_a_card_in_the_fast_lane_takes_two_presses_more_than_its_words(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = table_at(Phase.FAST, tmp_path)
    screen = pilot(FastScene(venue, table), motion=False)
    screen.press("record")
    assert isinstance(screen.scene, SettleScene)
    screen.key("enter")
    assert isinstance(screen.scene, LandingScene)
