"""The help: on every screen, over whatever lies on it, by the key that is promised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.session import Phase
from game.ui.changes import Push
from game.ui.scenes.help import HelpScene
from game.ui.scenes.map import MapScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.route import scene
from game.ui.scenes.setup import SetupScene
from game.ui.scenes.title import TitleScene
from game.ui.widgets.dialog import tell
from tests.ui.conftest import Pilot
from tests.ui.golden.evening import Evening
from tests.ui.golden.shots import SHOTS, Shot, opened
from tests.ui.tables import table_at, venue_in

Open = Callable[..., Pilot]
TITLE = next(shot for shot in SHOTS if shot.name == "title")
SCREENS = [s for s in SHOTS if s.language == "nl" and s.text_size == 100 and not s.contrast]


@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: str(shot.name))
def test_f1_opens_the_help_and_closes_it_again(shot: Shot, tmp_path: Path) -> None:
    evening = Evening()
    with opened(shot, tmp_path, evening=evening) as pilot:
        before = pilot.scene
        if isinstance(before, HelpScene):
            return
        if len(pilot.window.scenes) == 1:
            # No screen but the title is ever the lowest one.
            pilot.window.scenes.insert(0, TITLE.make(evening))
        pilot.key("f1")
        assert isinstance(pilot.scene, HelpScene)
        pilot.key("f1")
        assert pilot.scene is before


@pytest.mark.parametrize(("key", "button"), [("m", "map"), ("p", "park"), ("ctrl+z", "undo")])
def test_the_menu_has_the_keys_that_its_buttons_name(
    pilot: Open, tmp_path: Path, key: str, button: str
) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(scene(venue, table))
    screen.key("escape")
    assert isinstance(screen.scene, MenuScene)
    able = screen.widget(button).enabled
    screen.key(key)
    assert isinstance(screen.scene, MenuScene) is not able


def test_what_the_menu_cannot_do_now_is_said(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(scene(venue, table))
    screen.key("escape")
    screen.key("s")
    assert screen.scene.said == screen.widget("split").reason


def test_the_help_over_a_map_is_about_the_step_below(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(scene(venue, table))
    assert isinstance(screen.scene, PlayScene)
    screen.window.change(Push(MapScene(venue, table)))
    screen.key("f1")
    assert isinstance(screen.scene, HelpScene)
    assert screen.scene.phase is Phase.READ


def test_practice_begins_only_where_nothing_is_lost(pilot: Open, tmp_path: Path) -> None:
    venue = venue_in(tmp_path)
    screen = pilot(TitleScene(venue))
    screen.key("f1")
    assert screen.widget("practice").enabled
    screen.key("escape")
    screen.window.change(tell("Eerst dit", "Er is iets."))
    screen.key("f1")
    assert not screen.widget("practice").enabled
    screen.key("escape")
    screen.key("enter")
    screen.window.change(Push(SetupScene(venue)))
    screen.key("f1")
    assert not screen.widget("practice").enabled


def test_the_clock_is_seen_to_run_below_the_help(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    screen = pilot(scene(venue, table))
    screen.key("f1")
    assert isinstance(screen.scene, HelpScene)
    below = screen.window.scenes[-2]
    assert isinstance(below, PlayScene)
    before = float(table.draft(below.draft_name("seconds")) or 0)
    screen.step(20, 0.5)
    assert float(table.draft(below.draft_name("seconds"))) >= before + 9
    screen.window.flips = 0
    screen.step(10, 0.5)
    assert screen.window.flips
