"""Keeping a set-up as a file: its name and folder are there already, and it says where it went."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.setup import Seat, Setup
from game.store.prepared import Prepared
from game.ui.scenes.files import FilesScene
from game.ui.scenes.keeping import KeepSetupSheet
from game.ui.scenes.setup import SetupScene
from game.ui.widgets.label import Label, Paragraph
from game.venue import STANDARD
from tests.ui.conftest import Pilot
from tests.ui.tables import venue_in

Open = Callable[..., Pilot]
SEATS = (Seat("s1", "Bewoners"), Seat("s2", "Wijkteam", colour=1))
SETUP = Setup(gemeente="Voorbeeldstad", wijk="Noord", table="Tafel 3", date="2026-11-12")
NAME = "klaargezet-voorbeeldstad-noord-tafel-3"


@pytest.fixture
def opened(pilot: Open, tmp_path: Path) -> Pilot:
    """Set up a table, and ask for it to be kept."""
    venue = venue_in(tmp_path / "gesprekken")
    documents = tmp_path / "Documenten"
    documents.mkdir()
    venue.visited(documents)
    screen = pilot(SetupScene(venue, Prepared(SETUP, SEATS, STANDARD)))
    screen.press("prepare")
    return screen


def test_enter_is_enough(opened: Pilot, tmp_path: Path) -> None:
    assert len(set(opened.names())) == len(opened.names())
    opened.key("enter")
    path = tmp_path / "Documenten" / f"{NAME}.json"
    scene = opened.scene
    assert isinstance(scene, KeepSetupSheet)
    kept = scene.venue.prepared(path)
    assert kept.setup.wijk == "Noord"
    assert [seat.label for seat in kept.seats] == ["Bewoners", "Wijkteam"]
    where = opened.widget("where")
    assert isinstance(where, Paragraph)
    assert path.name in where.label
    assert str(path.parent) in where.label
    opened.press("back")
    assert isinstance(opened.scene, SetupScene)


def test_the_folder_is_chosen_from_a_list(opened: Pilot, tmp_path: Path) -> None:
    other = tmp_path / "Documenten" / "Avond in Noord"
    other.mkdir()
    opened.press("choose")
    assert isinstance(opened.scene, FilesScene)
    opened.press("folder-0")
    opened.press("take")
    opened.press("file-name")
    opened.key("ctrl+a")
    opened.type("onze avond")
    opened.press("save")
    assert (other / "onze avond.json").is_file()
    # The next file dialog begins there.
    scene = opened.scene
    assert isinstance(scene, KeepSetupSheet)
    assert scene.venue.own_folder == other


def test_what_is_there_already_stays(opened: Pilot, tmp_path: Path) -> None:
    there = tmp_path / "Documenten" / f"{NAME}.json"
    there.write_text("{}", encoding="utf-8")
    opened.press("save")
    assert there.read_text(encoding="utf-8") == "{}"
    assert there.with_name(f"{NAME}-2.json").is_file()


@pytest.mark.parametrize("name", ["../elders", "wat?", "con"])
def test_a_name_that_no_file_can_have_is_refused_in_words(
    opened: Pilot, tmp_path: Path, name: str
) -> None:
    opened.press("file-name")
    opened.key("ctrl+a")
    opened.type(name)
    opened.press("save")
    assert name in opened.scene.said
    assert not list(tmp_path.rglob("*.json"))


def test_a_folder_that_cannot_be_written_is_told(opened: Pilot, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    opened.scene.text_state("folder").replace_all(str(tmp_path / "bestand" / "map"))
    opened.press("save")
    assert "map" in opened.scene.said
    assert "saved" not in opened.names()


def test_another_name_is_another_file(opened: Pilot, tmp_path: Path) -> None:
    opened.press("save")
    assert isinstance(opened.widget("saved"), Label)
    opened.press("file-name")
    opened.type("b")
    assert "saved" not in opened.names()
    opened.key("enter")
    assert len(list(tmp_path.rglob("*.json"))) == 2


@pytest.mark.parametrize("name", [".json", ".verborgen", "\U0001f600" * 70, "nul"])
def test_a_name_that_nobody_would_see_or_no_disk_takes_is_refused(
    opened: Pilot, tmp_path: Path, name: str
) -> None:
    opened.scene.text_state("file-name").replace_all(name)
    opened.press("save")
    assert opened.scene.said
    assert not list(tmp_path.rglob(".*"))


def test_a_folder_with_an_impossible_name_is_no_end_of_the_game(opened: Pilot) -> None:
    opened.scene.text_state("folder").replace_all("/" + "q" * 300)
    opened.press("choose")
    assert isinstance(opened.scene, FilesScene)
    opened.scene.text_state("path").replace_all("/" + "q" * 300)
    opened.press("path")
    opened.key("enter")
    assert opened.scene.said
