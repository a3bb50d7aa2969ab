"""Choosing cards in the set-up."""

from collections.abc import Callable
from pathlib import Path

from game.ui.scenes.setup import SetupScene
from game.ui.widgets.label import Label
from tests.ui.conftest import Pilot
from tests.ui.tables import venue_in


def test_the_summary_follows_the_cards_that_were_chosen(
    pilot: Callable[..., Pilot], tmp_path: Path
) -> None:
    scene = SetupScene(venue_in(tmp_path))
    driver = pilot(scene)
    driver.press("tab-2")
    driver.press("pick")
    assert driver.widget("none").label == "Deze kaarten doen niet mee"
    driver.press("none")
    driver.press("card-repaircafe")
    assert driver.widget("heading").label == "1 kaart doet mee"
    driver.press("done")
    assert scene.setup.cards == 1
    values = [widget.label for widget in scene.all_widgets() if isinstance(widget, Label)]
    assert "1" in values
    assert "12" not in values
