"""Saving records from the screen: several formats, what stays out, and nothing overwritten."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from game.core.entries import Audience, Kind
from game.core.record import withheld
from game.core.session import Phase
from game.core.setup import Seat
from game.export.formats import Format
from game.records import record_of
from game.ui.scene import Change, Push
from game.ui.scenes.export import ExportScene
from game.ui.scenes.preview import numbers
from game.ui.scenes.working import WorkingScene
from game.ui.widgets.icon_row import IconRow
from game.ui.work import Progress
from tests.ui.conftest import Pilot, worked
from tests.ui.tables import table_at, table_when

Open = Callable[..., Pilot]


class Shown:
    """Remembers which folder was asked for."""

    def __init__(self, answer: bool = True) -> None:
        self.folders: list[Path] = []
        self.answer = answer

    def __call__(self, folder: Path) -> bool:
        self.folders.append(folder)
        return self.answer


def saving(folder: Path, *kinds: Format, answer: bool = True) -> tuple[ExportScene, Shown]:
    """Make the panel of a finished session, with some formats ticked."""
    venue, table = table_at(Phase.FINISHED, folder)
    shown = Shown(answer)
    scene = ExportScene(venue, table, show_folder=shown)
    scene.ticked = frozenset(kind.value for kind in kinds or (Format.HTML,))
    scene.text_state("folder").replace_all(str(folder / "verslagen"))
    return scene, shown


def test_the_panel_says_what_the_record_holds(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path)
    screen = pilot(scene)
    shown = [text for _picture, text in numbers(scene.record)]
    assert shown[0] == "12 kaarten"
    assert [screen.widget(f"preview-{n}").label for n in range(len(shown))] == shown
    screen.press("version")
    arguments = shown[2]
    assert screen.widget("preview-2").label == f"{arguments}, zonder de tekst"
    kinds = [n for n, text in enumerate(scene.held) if text.kind is Kind.ARGUMENT]
    scene.released = frozenset({scene.held[kinds[0]].key})
    scene.relayout()
    assert screen.widget("preview-2").label == f"{arguments}, 1 met de tekst erbij"
    totals_only = replace(scene.record, seats=(), audience=Audience.PUBLIC)
    assert len(numbers(totals_only)) == 2


@pytest.mark.parametrize("where", ["~niemand-hier/map", "bestand", "bestand/map", "a" * 390])
def test_a_record_that_cannot_be_saved_there(pilot: Open, tmp_path: Path, where: str) -> None:
    (tmp_path / "bestand").write_text("")
    scene, _shown = saving(tmp_path)
    screen = pilot(scene)
    typed = where if where.startswith("~") else str(tmp_path / where)
    scene.text_state("folder").replace_all(typed)
    screen.press("save")
    assert not scene.results
    assert scene.said == "Daar lukt opslaan niet. Kies een andere map."


def test_several_formats_are_saved_at_once(pilot: Open, tmp_path: Path) -> None:
    scene, shown = saving(tmp_path, Format.HTML)
    screen = pilot(scene)
    screen.press("kind-json")
    screen.press("kind-md")
    screen.press("save")
    worked(screen)
    assert screen.scene is scene
    assert {path.suffix for path in (tmp_path / "verslagen").iterdir()} == {".html", ".json", ".md"}
    assert [each.problem for each in scene.results] == ["", "", ""]
    assert scene.focus == "open-folder"
    screen.key("enter")
    assert shown.folders == [tmp_path / "verslagen"]


def test_all_of_it_by_the_keys(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path, Format.HTML)
    screen = pilot(scene)
    scene.focus_on("kind-pdf")
    screen.key("down")
    screen.key("down")
    assert scene.focus == "kind-odt"
    scene.focus_on("kind-text")
    screen.key("space")
    assert scene.ticked == {"html", "text"}
    scene.focus_on(None)
    screen.key("enter")
    worked(screen)
    assert len(scene.results) == 2


def test_nothing_is_replaced_without_asking(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path, Format.TEXT, Format.JSON)
    screen = pilot(scene)
    screen.press("save")
    worked(screen)
    (text,) = (tmp_path / "verslagen").glob("*.txt")
    text.write_text("van ons")
    screen.press("save")
    assert {"answer-beside", "answer-replace", "answer-back"} <= set(screen.names())
    screen.press("answer-back")
    assert text.read_text() == "van ons"
    screen.press("save")
    screen.press("answer-beside")
    worked(screen)
    assert text.read_text() == "van ons"
    assert len(list((tmp_path / "verslagen").glob("*-2.*"))) == 2
    screen.press("save")
    screen.press("answer-replace")
    worked(screen)
    assert "Kringloopwinkel" in text.read_text(encoding="utf-8")


def test_one_bad_file_is_named_and_the_others_are_there(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path, Format.HTML, Format.JSON)
    screen = pilot(scene)
    page, _data = scene.files(tmp_path / "verslagen", "")
    page.mkdir(parents=True)  # a folder stands where the page should come
    screen.press("save")
    screen.press("answer-replace")
    worked(screen)
    bad, good = scene.results[0], scene.results[1]
    assert bad.problem.startswith(f"{page.name} kan niet")
    assert not good.problem
    assert good.targets[0].exists()
    row = screen.widget("result-0")
    assert isinstance(row, IconRow)
    assert row.picture == "triangle-alert"


def test_nothing_chosen_is_nothing_saved(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path, Format.HTML)
    screen = pilot(scene)
    screen.press("kind-html")
    assert not screen.widget("save").enabled
    scene.focus_on(None)
    screen.key("enter")
    assert screen.scene.said == "Kies minstens één soort bestand."


def test_a_computer_without_a_file_manager_says_so(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path, answer=False)
    screen = pilot(scene)
    screen.press("save")
    worked(screen)
    screen.press("open-folder")
    assert "map" in screen.scene.said


def test_a_public_record_holds_back_what_was_not_released(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path, Format.JSON)
    screen = pilot(scene)
    scene.focus_on("version")
    screen.key("right")
    assert scene.page == "contents"  # what stays out is seen before anything is saved
    held = withheld(scene.record)
    assert held
    texts = [w.label for w in scene.all_widgets() if w.name.startswith("held-")]
    assert len(texts) == len(held)
    screen.press("held-0")
    assert scene.released == {held[0].key}
    screen.press("save")
    worked(screen)
    content = json.loads(scene.results[0].targets[0].read_text(encoding="utf-8"))
    written = json.dumps(content, ensure_ascii=False)
    assert json.dumps(held[0].text, ensure_ascii=False)[1:-1] in written
    others = [h.text for h in held[1:] if h.text != held[0].text]
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] not in written for text in others)


def test_a_typed_text_that_stays_can_be_taken_out(pilot: Open, tmp_path: Path) -> None:
    scene, _shown = saving(tmp_path)
    screen = pilot(scene)
    scene.focus_on("version")
    screen.key("right")
    assert screen.widget("staying").label.startswith("Lees deze teksten na: staan er namen in?")
    closing = next(n for n, each in enumerate(scene.staying) if each.kind is Kind.CLOSING)
    text = scene.staying[closing].text
    assert text in [answer.text for answer in scene.chosen().closing]
    before = screen.widget("held").label
    screen.press(f"stay-{closing}")
    assert text not in [answer.text for answer in scene.chosen().closing]
    assert screen.widget("held").label != before
    assert "blijft eruit" in screen.widget(f"stay-{closing}").label
    screen.press(f"stay-{closing}")
    assert text in [answer.text for answer in scene.chosen().closing]


def _john(seat: Seat) -> Seat:
    return replace(seat, label="Bram", role="bewoner", size=1) if seat.id == "bewoners" else seat


def test_a_name_that_stays_is_warned_for_with_the_exact_words(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_when(lambda s: s.finished, tmp_path, seat_of=_john)
    scene = ExportScene(venue, table)
    record = scene.record
    assert any(seat.label == "Bram" for seat in record.seats)
    setup = replace(record.setup, table="De tafel van Bram", question="Wat kan Bramenbos?")
    from game.core.leaving_out import left_out

    scene.record = replace(record, setup=setup)
    scene.left_out = left_out(scene.record)
    scene.public, scene.page = True, "contents"
    screen = pilot(scene)
    row = screen.widget("name-0")
    assert isinstance(row, IconRow)
    assert row.title == "Bram blijft te lezen in de naam van de tafel"
    assert row.text == "“De tafel van Bram”"
    assert scene.find("name-1") is None  # a word that only begins with the name is no name
    merged = screen.widget("merged")
    assert isinstance(merged, IconRow)
    assert "Bram" in merged.text


def test_roles_stand_in_the_place_of_names(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_when(lambda s: s.finished, tmp_path, seat_of=_john)
    assert any(seat.label == "Bram" for seat in record_of(table).seats)
    scene = ExportScene(venue, table)
    scene.ticked = frozenset({Format.TEXT.value})
    scene.text_state("folder").replace_all(str(tmp_path / "verslagen"))
    screen = pilot(scene)
    screen.press("roles")
    assert not any(seat.label == "Bram" for seat in scene.chosen().seats)


# work that takes a while


def test_the_window_stays_alive_and_the_work_can_be_stopped(pilot: Open, tmp_path: Path) -> None:
    go, told = Event(), Event()
    came: list[int | None] = []

    def job(tell: Progress) -> int:
        tell(1, 4)
        told.set()
        go.wait(10)
        tell(2, 4)
        return 4

    def then(result: int | None) -> Change | None:
        came.append(result)
        return None

    scene, _shown = saving(tmp_path)
    screen = pilot(scene)
    working = WorkingScene("Bezig", "{done} van {all}", job, then)
    screen.window.change(Push(working))
    assert told.wait(10)
    screen.step(3, 0.1)
    assert screen.widget("told").label == "1 van 4"
    screen.key("escape")
    assert not screen.widget("stop").enabled
    go.set()
    worked(screen)
    assert came == [None]
    assert screen.scene is scene


def test_a_conversation_without_a_card_can_be_saved_too(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(ExportScene(venue, table))
    assert not [name for name in screen.names() if name.startswith("preview")]
