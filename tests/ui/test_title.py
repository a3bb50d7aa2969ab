"""The first screen: the conversation that waits comes first, with the card it is at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.session import Phase
from game.store.saves import entry
from game.ui.scenes import route
from game.ui.scenes.play import PlayScene
from game.ui.scenes.setup import SetupScene
from game.ui.scenes.title import TitleScene
from game.ui.widgets.button import Button
from game.ui.widgets.top_bar import TopBar
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at, venue_in

Open = Callable[..., Pilot]


def kind(opened: Pilot, name: str) -> str:
    button = opened.widget(name)
    assert isinstance(button, Button)
    return button.kind


@pytest.mark.parametrize(
    ("phase", "played"),
    [(Phase.READ, 0), (Phase.HAND, 1), (Phase.ARGUE, 1), (Phase.SETTLE, 2), (Phase.LAST, 6)],
)
def test_the_first_screen_counts_as_the_table_does(
    pilot: Open, tmp_path: Path, phase: Phase, played: int
) -> None:
    venue, table = table_at(phase, tmp_path, cards=6, played=played)
    with table:
        bar = pilot(route.scene(venue, table)).widget("bar")
        assert isinstance(bar, TopBar)
        told = bar.info
    resume = pilot(TitleScene(venue)).widget("resume")
    assert isinstance(resume, Button)
    assert resume.sub.endswith(told)
    assert entry(table.path).number == int(told.split()[1])


def test_what_waits_is_the_main_button(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    table.close()
    opened = pilot(TitleScene(venue))
    assert (kind(opened, "resume"), kind(opened, "new")) == ("primary", "tile")
    assert opened.widget("resume").rect.bottom < opened.widget("new").rect.top
    opened.key("enter")
    assert isinstance(opened.scene, PlayScene)


def test_with_nothing_waiting_a_new_one_comes_first(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(TitleScene(venue_in(tmp_path)))
    assert (kind(opened, "new"), kind(opened, "resume")) == ("primary", "tile")
    assert opened.widget("new").rect.bottom < opened.widget("resume").rect.top
    opened.key("enter")
    assert isinstance(opened.scene, SetupScene)
