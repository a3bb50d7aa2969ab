"""The decks on the screen: list, make, copy, throw away, bring in, give out, print and play."""

import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.decks.library import Library
from game.decks.read import load_deck, read_draft
from game.office.csv_files import csv_bytes
from game.store.paths import resources
from game.ui.scenes import deck_import
from game.ui.scenes.deck_editor import DeckEditorScene
from game.ui.scenes.deck_export import DeckExportSheet
from game.ui.scenes.deck_findings import FindingsSheet
from game.ui.scenes.deck_new import NewDeckSheet
from game.ui.scenes.deck_print import DeckPrintScene
from game.ui.scenes.decks import DecksScene
from game.ui.scenes.files import FilesScene
from game.ui.scenes.options import OptionTile
from game.ui.scenes.setup import SetupScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.working import WorkingScene
from game.ui.widgets.button import Button
from game.ui.widgets.progress_bar import ProgressBar
from game.venue import SHIPPED, STANDARD, Venue
from tests.decks.example import DECK
from tests.ui.conftest import Pilot
from tests.ui.shelved import chosen as at
from tests.ui.shelved import own_decks
from tests.ui.spy import no_paint, spied
from tests.ui.tables import venue_in
from tests.ui.test_layout import faults

Open = Callable[..., Pilot]


@pytest.fixture
def venue(tmp_path: Path) -> Venue:
    """Give a machine with a few decks of its own."""
    return own_decks(venue_in(tmp_path / "gesprekken"), tmp_path / "kaartensets")


@pytest.fixture
def opened(pilot: Open, venue: Venue) -> Pilot:
    """Open the list of decks."""
    return pilot(DecksScene(venue))


def listed(pilot: Pilot) -> dict[str, str]:
    """Give the title and the second line of every deck in the list."""
    rows = (w for w in pilot.scene.all_widgets() if w.name.startswith("deck-"))
    return {row.label: row.sub for row in rows if isinstance(row, Button)}


def choose(pilot: Pilot, title: str) -> None:
    """Choose a deck by its title."""
    scene = pilot.scene
    assert isinstance(scene, DecksScene)
    at(next(one.id for one in scene.decks if one.title == title))(pilot)


def chosen(pilot: Pilot) -> str:
    """Give the title of the chosen deck."""
    return pilot.widget("name").label


def found(pilot: Pilot) -> list[str]:
    """Read the findings that are shown."""
    assert isinstance(pilot.scene, FindingsSheet)
    rows = (w for w in pilot.scene.all_widgets() if isinstance(w, OptionTile))
    return [f"{row.title}: {row.text}" for row in rows]


def bring(pilot: Pilot, file: Path) -> None:
    """Bring a file in by typing its path."""
    pilot.press("import")
    assert isinstance(pilot.scene, FilesScene)
    pilot.scene.text_state("path").replace_all(str(file))
    pilot.scene.focus_on("path")
    pilot.key("enter")


def wait(pilot: Pilot, reached: Callable[[], object]) -> None:
    """Let the work beside the window come to its end."""
    until = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < until
        time.sleep(0.02)
        pilot.step(1, 0.2)


def test_the_first_screen_leads_there(pilot: Open, venue: Venue) -> None:
    opened = pilot(TitleScene(venue))
    opened.press("decks")
    assert isinstance(opened.scene, DecksScene)
    opened.key("escape")
    assert isinstance(opened.scene, TitleScene)


def test_every_deck_is_listed_and_what_is_wrong_with_it(opened: Pilot) -> None:
    told = listed(opened)
    assert told["Jeugd in Noord"].startswith("2 fouten, 1 waarschuwing · 6 kaarten · Nederlands")
    assert told["Ouderen in Zuid"].startswith("nog niet af")
    assert told["Voorbeeldstad, jeugd, voorjaar"] == (
        "1 waarschuwing · 72 kaarten · Nederlands · versie 1.2 · gebaseerd op Sociale basis"
    )
    assert told["Sociale basis"] == "72 kaarten · Nederlands · versie 1.0 · hoort bij het spel"
    assert list(told)[:3] == ["Jeugd in Noord", "Ouderen in Zuid", "Voorbeeldstad, jeugd, voorjaar"]


def test_findings_are_told_in_words(opened: Pilot) -> None:
    choose(opened, "Jeugd in Noord")
    opened.press("findings")
    errors, warning = found(opened)[:2], found(opened)[2]
    assert errors == [
        "Kaarten 2, “kaart-2”, tekst, regel 14: "
        'YAML leest no niet als tekst; zet het tussen aanhalingstekens: "no".',
        "Kaarten 3, “kaart-3”, regel 16: 'titel' is onbekend; bedoel je 'title'?",
    ]
    said = "Kaarten 1, “kaart-1”, pictogram, regel 10: Er is geen pictogram 'wrensh'; bedoel je "
    assert warning.startswith(said)
    opened.key("escape")
    assert isinstance(opened.scene, DecksScene)


def test_only_what_is_whole_can_be_played_printed_or_given_out(opened: Pilot) -> None:
    for title in ("Jeugd in Noord", "Ouderen in Zuid"):
        choose(opened, title)
        for name in ("play", "print", "export", "copy"):
            assert not opened.widget(name).enabled, (title, name)
        assert opened.widget("edit").enabled
    choose(opened, "Voorbeeldstad, jeugd, voorjaar")
    assert all(opened.widget(name).enabled for name in ("play", "print", "export", "copy"))


def test_a_deck_is_played(opened: Pilot) -> None:
    choose(opened, "Wijkteam")
    opened.press("play")
    assert isinstance(opened.scene, SetupScene)
    assert opened.scene.deck_id == "wijkteam"


def test_a_new_deck_begins_with_criteria_and_goes_to_the_editor(
    opened: Pilot, venue: Venue
) -> None:
    opened.key("n")
    assert isinstance(opened.scene, NewDeckSheet)
    opened.key("enter")
    assert opened.scene.said == "Geef de set eerst een titel."
    opened.type("jeugd")
    opened.key("enter")
    scene = opened.scene
    assert isinstance(scene, DeckEditorScene)
    assert (scene.bench.draft.title, scene.bench.draft.id) == ("jeugd", "jeugd")
    assert scene.bench.draft.criteria == venue.deck(STANDARD).criteria
    assert not scene.bench.draft.activities


def test_a_new_deck_may_be_based_on_another(opened: Pilot, venue: Venue) -> None:
    opened.press("new")
    opened.type("mei")
    opened.scene.focus_on("begin")
    while "Sociale basis" not in opened.widget("what").label:
        opened.key("right")
    opened.press("make")
    assert isinstance(opened.scene, DeckEditorScene)
    assert venue.deck("mei").based_on == STANDARD
    assert len(venue.deck("mei").activities) == len(venue.deck(STANDARD).activities)


def test_a_shipped_deck_is_copied_before_it_is_changed(opened: Pilot, venue: Venue) -> None:
    choose(opened, "Sociale basis")
    opened.press("edit")
    opened.key("enter")
    assert isinstance(opened.scene, NewDeckSheet)
    opened.key("enter")
    assert isinstance(opened.scene, DeckEditorScene)
    assert venue.deck("sociale-basis-kopie").based_on == STANDARD


@pytest.mark.parametrize("whole", [False, True])
def test_a_copy_follows_or_stands_alone(opened: Pilot, venue: Venue, whole: bool) -> None:
    choose(opened, "Voorbeeldstad, jeugd, voorjaar")
    opened.press("copy")
    if whole:
        opened.scene.focus_on("whole")
        opened.key("right")
    opened.press("make")
    assert chosen(opened) == "Voorbeeldstad, jeugd, voorjaar (kopie)"
    draft, _findings = read_draft(venue.own_decks / "voorbeeldstad-jeugd-voorjaar-kopie")
    assert draft.based_on == ("" if whole else "voorjaar")
    assert len(draft.activities) == (72 if whole else 0)


@pytest.mark.parametrize("title", ["Voorbeeldstad, jeugd, voorjaar", "Ouderen in Zuid"])
def test_what_is_thrown_away_can_be_put_back(opened: Pilot, title: str) -> None:
    before = listed(opened)
    choose(opened, title)
    opened.key("delete")
    assert listed(opened) == {name: sub for name, sub in before.items() if name != title}
    assert title in opened.widget("thrown").label
    opened.key("enter")
    assert listed(opened) == before
    assert chosen(opened) == title
    opened.key("delete")
    opened.key("ctrl+z")
    assert listed(opened) == before


def test_a_shipped_deck_is_not_thrown_away(opened: Pilot) -> None:
    choose(opened, "Sociale basis")
    opened.key("delete")
    assert opened.scene.said == "Deze set hoort bij het spel. Die blijft zoals hij is."
    assert "Sociale basis" in listed(opened)


def test_what_came_with_the_game_is_known_by_name() -> None:
    assert {path.name for path in Library((resources() / "decks",)).files()} >= SHIPPED


@pytest.mark.parametrize("kind", [".sferendeck", ".xlsx", ".yaml"])
def test_a_deck_is_given_out_and_comes_back(
    opened: Pilot, venue: Venue, tmp_path: Path, kind: str
) -> None:
    choose(opened, "Voorbeeldstad, jeugd, voorjaar")
    opened.press("export")
    sheet = opened.scene
    assert isinstance(sheet, DeckExportSheet)
    while sheet.kind != kind:
        sheet.focus_on("kind")
        opened.key("right")
    folder = tmp_path / "post" / "mei"
    sheet.text_state("folder").replace_all(str(folder))
    opened.press("save")
    file = folder / f"voorjaar{kind}"
    assert opened.widget("where").label.startswith(file.name)
    opened.press("save")
    assert (folder / f"voorjaar-2{kind}").is_file()
    opened.key("escape")
    before = load_deck(venue.own_decks / "voorjaar.yaml", bases=venue.library.find)
    opened.press("delete")
    bring(opened, file)
    if isinstance(opened.scene, FindingsSheet):
        opened.key("enter")
    assert chosen(opened) == "Voorbeeldstad, jeugd, voorjaar"
    assert venue.deck("voorjaar").activities == before.activities


def test_the_folder_of_a_file_that_was_given_out_is_opened(
    pilot: Open, venue: Venue, tmp_path: Path
) -> None:
    seen: list[Path] = []
    deck = next(one for one in venue.shelf() if one.id == "wijkteam")

    def show(folder: Path) -> bool:
        seen.append(folder)
        return True

    sheet = DeckExportSheet(venue, deck, show_folder=show)
    sheet.text_state("folder").replace_all(str(tmp_path))
    opened = pilot(sheet)
    opened.key("enter")
    opened.key("enter")
    assert seen == [tmp_path]


def table(folder: Path, *rows: tuple[str, ...]) -> Path:
    """Write a table of cards."""
    file = folder / "kaarten-noord.csv"
    file.write_bytes(csv_bytes(rows))
    return file


def test_a_table_of_cards_is_brought_in(opened: Pilot, venue: Venue, tmp_path: Path) -> None:
    cards = ((f"Kaart {n}", "Tekst", "coffee") for n in range(8))
    bring(opened, table(tmp_path, ("Titel", "Tekst", "Pictogram"), *cards))
    assert not found(opened)
    assert "De criteria en slotvragen komen uit Sociale basis." in opened.widget("text").label
    opened.key("escape")
    assert chosen(opened) == "Kaarten noord"
    assert len(venue.deck("kaarten-noord").activities) == 8


def test_all_that_is_wrong_with_a_table_is_told_and_nothing_is_brought_in(
    opened: Pilot, venue: Venue, tmp_path: Path
) -> None:
    before = sorted(venue.own_decks.rglob("*"))
    rows = [("Titel", "Tekst", "Pictogram"), ("", "Zonder titel", "coffee"), ("Goed", "", "kofie")]
    bring(opened, table(tmp_path, *rows, ("x" * 90, "Te lang", "")))
    told = found(opened)
    assert any(one.startswith("Rij 2, kolom Titel: ") for one in told)
    assert any(one.startswith("Rij 4, kolom Titel: ") for one in told)
    assert "niets binnengehaald" in opened.widget("text").label
    assert sorted(venue.own_decks.rglob("*")) == before


@pytest.mark.parametrize("name", ["kapot.yaml", "kapot.sferendeck", "kapot.xlsx", "weg.yaml"])
def test_a_file_that_is_no_deck_is_told_of(opened: Pilot, tmp_path: Path, name: str) -> None:
    if not name.startswith("weg"):
        (tmp_path / name).write_bytes(b"\x00 geen kaartenset")
    opened.scene.file_dropped(tmp_path / name)
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(tmp_path / name)))
    opened.step(2)
    assert found(opened)


@pytest.mark.parametrize(("answer", "decks"), [("beside", 4), ("instead", 3), ("back", 3)])
def test_a_deck_with_a_known_id_is_asked_about(
    opened: Pilot, venue: Venue, tmp_path: Path, answer: str, decks: int
) -> None:
    file = tmp_path / "voorjaar.yaml"
    file.write_text(
        DECK.replace("id: proef\n", "id: voorjaar\n").replace("title: Proef\n", "title: Anders\n"),
        encoding="utf-8",
    )
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(file)))
    opened.step(2)
    opened.press(f"answer-{answer}")
    own = [one for one in venue.shelf() if one.own]
    assert len(own) == decks
    assert ("Anders" in listed(opened)) == (answer != "back")
    assert ("Voorbeeldstad, jeugd, voorjaar" in listed(opened)) == (answer != "instead")


def test_decks_with_one_title_are_told_apart(opened: Pilot, venue: Venue, tmp_path: Path) -> None:
    twin = DECK.replace("id: proef\n", "id: tweeling\n")
    for name, text in (("proef", DECK), ("tweeling", twin)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        bring(opened, tmp_path / f"{name}.yaml")
    rows = [one for one in opened.scene.all_widgets() if one.label == "Proef"]
    told = [one.sub.split(" · ")[0] for one in rows if isinstance(one, Button)]
    assert told == ["proef", "tweeling"]
    bring(opened, tmp_path / "proef.yaml")
    opened.press("answer-beside")
    assert "Proef (2)" in [one.title for one in venue.shelf()]


def test_large_decks_are_read_beside_a_bar(
    pilot: Open, venue: Venue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck_import, "MUCH", 0)
    (tmp_path / "proef.yaml").write_text(DECK, encoding="utf-8")
    opened = pilot(TitleScene(venue))
    opened.press("decks")
    assert isinstance(opened.scene, WorkingScene)
    wait(opened, lambda: isinstance(opened.scene, DecksScene))
    bring(opened, tmp_path / "proef.yaml")
    wait(opened, lambda: "Proef" in listed(opened))
    assert chosen(opened) == "Proef"
    assert opened.scene.said == "“Proef” is binnengehaald: 6 kaarten."


def test_pictures_come_along(opened: Pilot, venue: Venue, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    (folder / "fotos").mkdir(parents=True)
    pygame.image.save(pygame.Surface((20, 20)), str(folder / "fotos" / "een.png"))
    text = DECK.replace("    icon: wrench\n", "    picture: fotos/een.png\n")
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    bring(opened, folder / "deck.yaml")
    deck = venue.deck("proef")
    assert venue.picture(deck, deck.activities[0].picture) is not None


def test_a_deck_is_printed_with_a_preview_and_a_bar(
    pilot: Open, venue: Venue, tmp_path: Path
) -> None:
    seen: list[Path] = []

    def show(folder: Path) -> bool:
        seen.append(folder)
        return False

    scene = DeckPrintScene(venue, venue.deck("wijkteam"), show_folder=show)
    scene.text_state("folder").replace_all(str(tmp_path / "papier"))
    opened = pilot(scene)
    for part in ("cards", "hands", "guide", "poster"):
        scene.focus_on(f"part-{part}")
        opened.key("space")
    wait(opened, lambda: scene.pages()[1])
    pages = scene.pages()[0]
    assert len(pages) == 7
    opened.key("end")
    assert opened.widget("number").label == "bladzijde 7 van 7"
    opened.press("previous")
    opened.key("pageup")
    assert opened.widget("number").label == "bladzijde 5 van 7"
    opened.press("print")
    assert isinstance(opened.widget("bar"), ProgressBar)
    wait(opened, lambda: isinstance(opened.scene, FindingsSheet))
    assert (tmp_path / "papier" / "wijkteam.pdf").read_bytes().startswith(b"%PDF")
    assert opened.widget("text").label.startswith("7 bladzijden: wijkteam.pdf")
    opened.press("action")
    assert seen == [tmp_path / "papier"]
    assert opened.scene.said.startswith("De map gaat hier niet open")


def test_nothing_chosen_is_not_printed(pilot: Open, venue: Venue) -> None:
    scene = DeckPrintScene(venue, venue.deck("wijkteam"))
    scene.parts = ()
    opened = pilot(scene)
    opened.press("print")
    assert opened.scene.said == "Kies eerst wat je wilt printen."


def test_files_are_chosen_by_keyboard_alone(opened: Pilot, tmp_path: Path) -> None:
    (tmp_path / "Documenten" / "decks").mkdir(parents=True)
    file = tmp_path / "Documenten" / "decks" / "mijn.yaml"
    file.write_text(DECK, encoding="utf-8")
    (tmp_path / "Documenten" / "decks" / "brief.docx").write_text("x")
    opened.key("i")
    scene = opened.scene
    assert isinstance(scene, FilesScene)
    scene._open(tmp_path / "Documenten")
    opened.key("d")
    assert scene.focus == "folder-0"
    opened.key("enter")
    assert [w.name for w in scene.all_widgets() if w.name.startswith("file-")] == ["file-mijn.yaml"]
    opened.key("backspace")
    assert scene.folder == tmp_path / "Documenten"
    assert scene.focus == "folder-0"
    opened.key("enter")
    opened.key("enter")
    assert isinstance(opened.scene, DecksScene)
    assert chosen(opened) == "Proef"


def test_a_folder_is_chosen_for_what_is_given_out(opened: Pilot, tmp_path: Path) -> None:
    (tmp_path / "post").mkdir()
    choose(opened, "Wijkteam")
    opened.press("export")
    opened.scene.text_state("folder").replace_all(str(tmp_path))
    opened.press("choose")
    rows = {w.label: w.name for w in opened.scene.all_widgets() if w.name.startswith("folder-")}
    opened.press(rows["post"])
    opened.press("take")
    assert isinstance(opened.scene, DeckExportSheet)
    assert opened.scene.text_state("folder").text == str(tmp_path / "post")


def test_a_deck_in_one_file_is_unpacked_before_it_is_changed(
    pilot: Open, venue: Venue, tmp_path: Path
) -> None:
    folder = tmp_path / "kaal"
    folder.mkdir()
    (folder / "proef.yaml").write_text(DECK, encoding="utf-8")
    venue.library = Library((folder,))
    venue.export_deck(folder / "proef.yaml", venue.own_decks / "proef.sferendeck")
    (folder / "proef.yaml").unlink()
    opened = pilot(DecksScene(venue))
    opened.press("edit")
    assert isinstance(opened.scene, DeckEditorScene)
    assert not (folder / "proef.sferendeck").exists()
    assert load_deck(folder / "proef").id == "proef"


def test_help_says_what_can_be_done(opened: Pilot) -> None:
    opened.key("f1")
    assert opened.widget("head-0").label == "Jullie eigen kaarten"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("text_size", [100, 160])
def test_files_fit_at_any_size(
    pilot: Open, tmp_path: Path, size: tuple[int, int], text_size: int
) -> None:
    for name in ("Kaarten", "Een map met een lange naam waar niemand op zit te wachten"):
        (tmp_path / name).mkdir()
    for n in range(12):
        (tmp_path / f"kaartensets uit de wijken {n}.yaml").write_text("")
    opened = pilot(FilesScene("Welk bestand?", tmp_path, (".yaml",), lambda _path: None))
    with no_paint():
        for scene in (opened.scene, FilesScene("In welke map?", tmp_path, (), lambda _path: None)):
            assert not list(faults(scene, spied(scene, size, text_size), strained=False))
