"""Sessions on paper from the screen: the form, reading it in, and every bad cell named."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from game.records import form_name
from game.ui.scenes.files import FilesScene
from game.ui.scenes.paper import PaperScene
from game.ui.scenes.sessions import SessionsScene
from game.ui.widgets.icon_row import IconRow
from tests.ui.conftest import Pilot, worked
from tests.ui.tables import venue_in

Open = Callable[..., Pilot]

HEADER = "session;gemeente;date;card;seat;size;first;second;reason;outcome_reason\n"
GOOD = """tafel 1;Voorbeeldstad;2026-11-05;Repaircafé;Bewoners;3;communal;communal;Buren;Samen
tafel 1;;;Repaircafé;Wijkteam;2;communal;communal;;
tafel 2;Voorbeeldstad;2026-11-05;Repaircafé;Bewoners;3;communal;communal;Buren;Samen
tafel 2;;;Repaircafé;Wijkteam;2;communal;communal;;
"""
BAD = """tafel 1;Voorbeeldstad;2026-11-05;Repaircafé;Bewoners;33;nergens;communal;Buren;
tafel 2;Voorbeeldstad;gisteren;Vliegles;Bewoners;3;communal;boven;;
tafel 2;;;Vliegles;Wijkteam;2;communal;communal;;
"""


def _sheet(folder: Path, rows: str) -> Path:
    path = folder / "avond.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_many_sessions_come_from_one_file(pilot: Open, tmp_path: Path) -> None:
    venue = venue_in(tmp_path / "saves")
    screen = pilot(SessionsScene(venue))
    screen.press("paper")
    scene = screen.scene
    assert isinstance(scene, PaperScene)
    scene.file_dropped(_sheet(tmp_path, GOOD))
    screen.scene.focus_on(None)
    screen.key("enter")
    worked(screen)
    assert screen.widget("result").label == "2 gesprekken zijn ingelezen."
    assert [path.name for path in scene.saved] == ["avond-tafel-1.jsonl", "avond-tafel-2.jsonl"]
    assert scene.focus == "open-folder"
    screen.key("escape")
    assert isinstance(screen.scene, SessionsScene)
    assert len(screen.scene.entries) == 2  # the list is read anew
    again = PaperScene(venue, tmp_path / "avond.csv")
    other = pilot(again)
    other.key("enter")
    worked(other)
    assert [path.name for path in again.saved] == ["avond-tafel-1-2.jsonl", "avond-tafel-2-2.jsonl"]


def test_every_bad_cell_is_named_and_nothing_is_kept(pilot: Open, tmp_path: Path) -> None:
    venue = venue_in(tmp_path / "saves")
    scene = PaperScene(venue, _sheet(tmp_path, BAD))
    screen = pilot(scene)
    screen.press("read")
    worked(screen)
    rows = [w for w in scene.all_widgets() if isinstance(w, IconRow)]
    assert len(rows) == len(scene.problems) >= 4
    assert rows[0].title.startswith("rij 2 · kolom ")
    assert "Er wordt niets ingelezen" not in rows[0].text
    assert screen.widget("result").label.endswith("Er is niets ingelezen.")
    assert not list(tmp_path.rglob("*.jsonl"))
    _sheet(tmp_path, GOOD)
    screen.press("read")
    worked(screen)
    assert len(scene.saved) == 2
    assert not scene.problems


def test_a_file_that_is_no_form_says_so(pilot: Open, tmp_path: Path) -> None:
    file = tmp_path / "brief.xlsx"
    file.write_text("beste allen")
    scene = PaperScene(venue_in(tmp_path / "saves"), file)
    screen = pilot(scene)
    screen.press("read")
    worked(screen)
    assert "ontbreken" in scene.problems[0].text
    scene.text_state("file").replace_all("")
    screen.press("read")
    assert screen.scene.said == "Kies eerst het ingevulde formulier."


def test_a_form_is_made_for_a_deck(pilot: Open, tmp_path: Path) -> None:
    venue = venue_in(tmp_path)
    shown: list[Path] = []

    def show(folder: Path) -> bool:
        shown.append(folder)
        return True

    scene = PaperScene(venue, show_folder=show)
    screen = pilot(scene)
    scene.focus_on("tables")
    screen.key("right")
    screen.press("form")
    assert isinstance(screen.scene, FilesScene)
    screen.key("escape")
    scene.make_form(tmp_path)
    target = tmp_path / form_name(venue.deck(scene.deck))
    assert openpyxl.load_workbook(target).sheetnames[:2] == ["Tafel 1", "Tafel 2"]
    screen.press("open-folder")
    assert shown == [tmp_path]
    target.write_bytes(b"van ons")
    change = scene.make_form(tmp_path)
    screen.window.change(change)
    screen.press("answer-back")
    assert target.read_bytes() == b"van ons"
    screen.window.change(scene.make_form(tmp_path))
    screen.press("answer-replace")
    assert target.read_bytes() != b"van ons"
