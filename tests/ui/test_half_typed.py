"""What is half typed is there again after a crash, with the caret behind it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.session import Phase
from game.table import Table
from game.ui.scene import Scene
from game.ui.scenes import route
from game.ui.scenes.files import FilesScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.seats import SeatsScene
from game.ui.scenes.sessions import SessionsScene
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.text_field import TextField
from game.venue import Venue
from tests.ui.conftest import Pilot
from tests.ui.golden.evening import argued
from tests.ui.tables import table_at, table_when

Open = Callable[..., Pilot]


def killed(opened: Pilot, pilot: Open, venue: Venue, table: Table) -> tuple[Pilot, Table]:
    """Kill the process a few seconds after the last letter, and go on with the session."""
    opened.step(30, 0.1)
    assert table._journal is not None
    table._journal.close()
    again = Table.open(table.path).table
    resumed = pilot(route.scene(venue, again))
    resumed.step(3, 0.1)
    return resumed, again


def typed(scene: Scene) -> str:
    """Give what is in the field that has the focus, with the caret behind all of it."""
    field = scene.find(scene.focus)
    assert isinstance(field, TextField), scene.focus
    assert field.state.caret == len(field.state.text)
    return field.state.text


@pytest.mark.parametrize(
    ("phase", "keys", "field"),
    [
        (Phase.READ, ("p",), "question"),
        (Phase.READ, ("x",), "text"),
        (Phase.ARGUE, ("s",), "first"),
    ],
)
def test_a_dialog_is_open_again_with_its_text(
    pilot: Open, tmp_path: Path, phase: Phase, keys: tuple[str, ...], field: str
) -> None:
    venue, table = table_at(phase, tmp_path)
    opened = pilot(route.scene(venue, table))
    for key in keys:
        opened.key(key)
    opened.type("Wie betaalt dat")
    resumed, again = killed(opened, pilot, venue, table)
    assert isinstance(resumed.scene, Dialog)
    assert resumed.scene.focus == f"field-{field}"
    assert typed(resumed.scene) == "Wie betaalt dat"
    resumed.key("escape")
    assert "bewaard" in resumed.scene.said
    resumed.step(30, 0.1)
    assert isinstance(resumed.scene, PlayScene)
    for key in keys:
        resumed.key(key)
    assert typed(resumed.scene) == "Wie betaalt dat"
    resumed.press("cancel")
    # To cancel keeps it as well: only the dialog is not open any more.
    assert [name for name in again.drafts if "dialog" in name] == [
        name for name in again.drafts if name.endswith(field)
    ]


@pytest.mark.parametrize("name", ["blank", "note", "reword", "boundary"])
def test_other_dialogs_are_open_again(pilot: Open, tmp_path: Path, name: str) -> None:
    if name == "blank":
        venue, table = table_at(Phase.HAND, tmp_path)
    else:
        venue, table = table_when(argued(1), tmp_path)
    scene = route.scene(venue, table)
    opened = pilot(scene)
    if name == "note":
        opened.window.change(scene.note())
    else:
        opened.press("argument-0" if name == "reword" else name)
    opened.type("Buurthulp")
    resumed, again = killed(opened, pilot, venue, table)
    assert isinstance(resumed.scene, Dialog)
    assert typed(resumed.scene).endswith("Buurthulp")
    before = len(again.steps)
    if name == "blank":
        resumed.key("enter")
        resumed.type("Wie kookt er")
    resumed.press("ok")
    assert len(again.steps) == before + 1
    assert not [draft for draft in again.drafts if "dialog" in draft]


@pytest.mark.parametrize("phase", [Phase.HAND, Phase.ARGUE])
def test_who_sits_down_is_asked_again_over_who_is_at_the_table(
    pilot: Open, tmp_path: Path, phase: Phase
) -> None:
    venue, table = table_at(phase, tmp_path)
    opened = pilot(route.scene(venue, table))
    if phase is Phase.HAND:
        opened.press("seats")
    else:
        opened.key("escape")
        opened.press("seats")
    opened.press("join")
    opened.type("De huisarts")
    opened.key("tab")
    opened.key("ctrl+a")
    opened.type("2")
    resumed, again = killed(opened, pilot, venue, table)
    assert isinstance(resumed.scene, Dialog)
    assert typed(resumed.scene) == "De huisarts"
    assert resumed.scene.value("size") == "2"
    resumed.key("escape")
    assert isinstance(resumed.scene, SeatsScene)
    assert "bewaard" in resumed.scene.said
    resumed.press("join")
    assert typed(resumed.scene) == "De huisarts"
    resumed.press("ok")
    newcomer = again.view.seats[-1]
    assert (newcomer.label, newcomer.size) == ("De huisarts", 2)
    assert isinstance(resumed.scene, SeatsScene)
    assert not [draft for draft in again.drafts if "dialog" in draft]
    resumed.press("done")
    assert not isinstance(resumed.scene, SeatsScene)
    resumed.step(3, 0.1)
    assert not isinstance(resumed.scene, Dialog)


def test_an_argument_goes_on_where_it_was(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))
    for key in ("c", "enter", "+"):
        opened.key(key)
    opened.type("Omdat het")
    resumed, _again = killed(opened, pilot, venue, table)
    assert resumed.scene.focus == "reason"
    resumed.type(" werkt")
    assert typed(resumed.scene) == "Omdat het werkt"


def test_a_chosen_criterion_goes_on_at_its_question(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))
    opened.key("c")
    opened.key("enter")
    resumed, _again = killed(opened, pilot, venue, table)
    assert resumed.scene.focus == "meets-yes"


def test_recording_goes_on_in_the_field_typed_in_last(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.SETTLE, tmp_path)
    opened = pilot(route.scene(venue, table))
    fields = [w.name for w in opened.scene.all_widgets() if isinstance(w, TextField)]
    opened.press(fields[1])
    opened.key("ctrl+a")
    opened.type("Samen")
    opened.press(fields[0])
    opened.key("ctrl+a")
    opened.key("delete")
    resumed, _again = killed(opened, pilot, venue, table)
    assert resumed.scene.focus == fields[0]
    assert typed(resumed.scene) == ""
    second = resumed.widget(fields[1])
    assert isinstance(second, TextField)
    assert second.state.text == "Samen"


def test_the_closing_round_goes_on_at_its_question(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    opened = pilot(route.scene(venue, table))
    for _page in range(2):
        opened.press("next")
    opened.press("answer")
    opened.type("Meer ruimte")
    resumed, _again = killed(opened, pilot, venue, table)
    assert resumed.widget("progress").label.startswith("Vraag 2")
    assert resumed.scene.focus == "answer"
    assert typed(resumed.scene).endswith("Meer ruimte")


def test_a_wrong_date_is_asked_again_in_its_own_field(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    opened = pilot(route.scene(venue, table))
    opened.key("p")
    opened.type("Wie betaalt?")
    opened.key("tab")
    opened.type("Het wijkteam")
    opened.key("tab")
    opened.type("gisteren")
    opened.press("ok")
    assert isinstance(opened.scene, Dialog)
    assert opened.scene.focus == "field-date"
    assert typed(opened.scene) == "gisteren"
    assert opened.scene.value("question") == "Wie betaalt?"
    opened.key("ctrl+a")
    opened.type("30-6-2027")
    opened.key("enter")
    assert table.view.history[-1].parking.question == "Wie betaalt?"
    assert not table.drafts


def test_a_name_that_is_missing_is_asked_in_its_own_field(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))
    opened.key("s")
    opened.type("Koken")
    opened.press("ok")
    assert isinstance(opened.scene, Dialog)
    assert opened.scene.focus == "field-second"
    assert opened.scene.value("first") == "Koken"


def test_a_wrong_size_is_asked_in_its_own_field(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    opened = pilot(route.scene(venue, table))
    opened.press("seats")
    opened.press("join")
    opened.type("De huisarts")
    opened.key("tab")
    opened.key("ctrl+a")
    opened.type("9")
    opened.press("ok")
    assert opened.scene.focus == "field-size"
    assert typed(opened.scene) == "9"


def test_a_remark_is_kept_and_its_saving_is_said(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    scene = route.scene(venue, table)
    opened = pilot(scene)
    opened.window.change(scene.note())
    assert opened.scene.title == "Opmerking"
    opened.type("De huisarts ontbreekt.")
    opened.key("escape")
    opened.window.change(scene.note())
    assert typed(opened.scene) == "De huisarts ontbreekt."
    opened.press("ok")
    assert table.view.notes[-1].text == "De huisarts ontbreekt."
    assert opened.scene.said == "Opgeschreven bij de kaart."


def test_an_argument_that_is_taken_back_can_be_mended(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_when(argued(1), tmp_path)
    said = table.view.current.arguments[-1] if table.view.current else None
    assert said is not None
    opened = pilot(route.scene(venue, table))
    opened.key("ctrl+z")
    seat = table.view.seat(said.seat)
    assert seat is not None
    assert opened.scene.said == f"Teruggenomen: argument van {seat.label}"
    assert opened.scene.focus == "reason"
    assert typed(opened.scene) == said.text
    opened.type(" Ook hier.")
    opened.key("ctrl+enter")
    assert table.view.current is not None
    mended = table.view.current.arguments[-1]
    assert mended.text == f"{said.text} Ook hier."
    assert (mended.seat, mended.place, mended.criterion, mended.meets) == (
        said.seat, said.place, said.criterion, said.meets
    )  # fmt: skip


def test_undo_says_on_the_next_screen_what_was_taken_back(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    table.play(i.PlayCard(table.view.playable[0]))
    opened = pilot(route.scene(venue, table))
    opened.key("ctrl+z")
    assert table.view.phase is Phase.HAND
    assert opened.scene.said.startswith("Teruggenomen: ")


def test_a_set_up_that_cannot_be_opened_is_asked_again_in_the_same_folder(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    table.close()
    folder = tmp_path / "klaar"
    folder.mkdir()
    (folder / "stuk.json").write_text("{")
    opened = pilot(SessionsScene(venue))
    opened.press("open-setup")
    chooser = opened.scene
    assert isinstance(chooser, FilesScene)
    opened.scene.text_state("path").replace_all(str(folder))
    opened.scene.focus_on("path")
    opened.key("enter")
    opened.press("file-stuk.json")
    opened.key("enter")
    assert isinstance(opened.scene, FilesScene)
    assert opened.scene.folder == folder == venue.own_folder
