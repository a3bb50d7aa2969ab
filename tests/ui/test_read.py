"""Reading a card aloud: its words, what the table means by it, and going on."""

from collections.abc import Callable
from pathlib import Path

from game.core.session import Phase
from game.table import Table
from game.ui.scenes.propose import ProposeScene
from game.ui.scenes.read import ReadScene
from game.ui.widgets.dialog import Dialog
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def wording(table: Table) -> str:
    """Read what the table means by the card."""
    assert table.view.current is not None
    return table.view.current.wording


def test_enter_goes_to_the_proposals(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table))
    screen.key("enter")
    assert isinstance(screen.scene, ProposeScene)
    assert not wording(table)


def test_the_wording_is_kept_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table))
    while screen.scene.focus != "wording":
        screen.key("tab")
    screen.type("Bij ons: de kringloop")
    screen.key("ctrl+enter")
    assert wording(table) == "Bij ons: de kringloop"
    assert isinstance(screen.scene, ProposeScene)
    assert not table.drafts


def test_the_wording_is_kept_by_pointer(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table))
    screen.press("wording")
    screen.type("spxm")
    assert isinstance(screen.scene, ReadScene)
    screen.press("propose")
    assert wording(table) == "spxm"
    screen.key("ctrl+z")
    assert isinstance(screen.scene, ReadScene)
    assert screen.scene.texts["wording"].text == "spxm"


def test_a_text_that_is_cleaned_does_not_stop_the_table(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table))
    screen.scene.texts["wording"].replace_all("e\u0301e\u0301n buurt")
    screen.key("enter")
    assert wording(table) == "één buurt"
    assert isinstance(screen.scene, ProposeScene)


def test_half_a_wording_survives_the_window(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table))
    screen.press("wording")
    screen.type("hier is het")
    screen.scene.closing()
    again = Table.open(table.path).table
    assert pilot(ReadScene(venue, again)).scene.texts["wording"].text == "hier is het"


def test_the_card_flies_in_and_lies_still(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table))
    screen.step(2, 0.1)
    assert screen.scene.animations
    assert screen.scene.find("card") is None
    screen.settle()
    assert screen.scene.find("card") is not None
    still = pilot(ReadScene(venue, table), motion=False)
    still.step(2, 0.1)
    assert not still.scene.animations
    assert still.scene.find("card") is not None


def test_skip_and_park_are_asked(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table), motion=False)
    screen.press("park")
    assert isinstance(screen.scene, Dialog)
    screen.key("escape")
    screen.key("x")
    assert isinstance(screen.scene, Dialog)
    screen.press("ok")
    assert table.view.current is None


def test_a_date_that_is_none_is_said_in_the_dialog_until_it_is_mended(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table), motion=False)
    screen.press("park")
    before = screen.widget("panel").rect.copy(), screen.widget("field-date").rect.copy()
    screen.press("field-date")
    screen.type("gisteren")
    screen.press("ok")
    assert screen.widget("problem").label.startswith("“gisteren” is geen datum.")
    assert (screen.widget("panel").rect, screen.widget("field-date").rect) == before
    assert screen.scene.focus == "field-date"
    screen.key("ctrl+a")
    screen.type("1 maart")
    assert screen.scene.find("problem") is None
    assert (screen.widget("panel").rect, screen.widget("field-date").rect) == before
    screen.press("ok")
    year = int(table.view.setup.date[:4])
    assert table.view.history[-1].parking.date == f"{year + 1}-03-01"


def test_a_date_that_is_past_is_asked_about(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    screen = pilot(ReadScene(venue, table), motion=False)
    for answer in ("answer-back", "answer-go"):
        if screen.scene.find("field-date") is None:
            screen.press("park")
        screen.press("field-date")
        screen.key("ctrl+a")
        screen.type("12-1-2025")
        screen.press("ok")
        assert screen.widget("title").label == "Deze datum is voorbij"
        assert table.view.current is not None
        screen.press(answer)
    assert table.view.current is None
    assert table.view.history[-1].parking.date == "2025-01-12"
