"""Making a deck on screen: edit, add, drop, restore, reorder, undo, pictures, saving and drafts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.core.cards import ActivityCard
from game.decks import edit, unfinished
from game.decks.draft import FIRST_VERSION, Draft
from game.decks.library import Library
from game.decks.read import load_deck, read_draft
from game.decks.write import noted_file, save_draft
from game.store.paths import resources
from game.ui.scenes.deck_editor import DeckEditorScene
from game.ui.scenes.editor_activity import ActivityScene
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView
from game.ui.widgets.deck_tile import DeckTile
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.label import Label
from game.venue import Venue
from tests.ui.conftest import Pilot
from tests.ui.tables import venue_in

Fly = Callable[..., Pilot]
SHIPPED = resources() / "decks"


def _venue(folder: Path) -> Venue:
    venue = venue_in(folder)
    venue.library = Library((folder / "decks", SHIPPED))
    return venue


def _based() -> Draft:
    source, _findings = read_draft(SHIPPED / "sociale-basis.yaml")
    title = "Voorbeeldstad, jeugd"
    return Draft("eigen", title, source.language, FIRST_VERSION, based_on=source.id)


@pytest.fixture
def editor(pilot: Fly, tmp_path: Path) -> Pilot:
    """Open the editor with a new deck that is based on the shipped one."""
    return pilot(DeckEditorScene(_venue(tmp_path), tmp_path / "decks" / "eigen", _based()))


def _scene(flown: Pilot) -> DeckEditorScene:
    scene = flown.window.scenes[0]
    assert isinstance(scene, DeckEditorScene)
    return scene


def _draft(flown: Pilot) -> Draft:
    return _scene(flown).bench.draft


def _state(flown: Pilot, card: str) -> edit.State:
    bench = _scene(flown).bench
    return edit.row(bench.draft, bench.base, edit.ACTIVITIES, card).state


def _tile(flown: Pilot, card: str) -> DeckTile:
    tile = flown.widget(f"card-{card}")
    assert isinstance(tile, DeckTile)
    return tile


def _retype(flown: Pilot, name: str, text: str) -> None:
    flown.press(name)
    flown.key("ctrl+a")
    flown.type(text)


def test_a_card_is_edited_beside_its_picture(editor: Pilot, tmp_path: Path) -> None:
    editor.press("card-repaircafe")
    _retype(editor, "title", "Repair")
    view = editor.widget("card")
    assert isinstance(view, CardView)
    assert view.label == "Repair"
    assert _state(editor, "repaircafe") is edit.State.CHANGED
    count = editor.widget("title-count")
    assert isinstance(count, Label)
    assert count.text == "6/60"
    editor.key("ctrl+s")
    assert editor.scene.said == "Opgeslagen."
    deck = load_deck(tmp_path / "decks" / "eigen", bases=_scene(editor).bench.venue.library.find)
    card = deck.activity("repaircafe")
    assert card is not None
    assert card.title == "Repair"
    assert not _scene(editor).bench.dirty


def test_a_card_is_added_by_keyboard_and_named_after_its_title(editor: Pilot) -> None:
    editor.key("ctrl+n")
    assert editor.scene.focus == "title"
    editor.type("Skatebaan")
    editor.key("enter")
    editor.type("Na school.")
    editor.key("escape")
    assert _draft(editor).activities == (ActivityCard("skatebaan", "Skatebaan", "Na school."),)
    assert editor.scene.focus == "card-skatebaan"
    assert _tile(editor, "skatebaan").status == "eigen"
    editor.key("ctrl+d")
    assert [card.id for card in _draft(editor).activities] == ["skatebaan", "skatebaan-2"]
    assert editor.scene.focus == "card-skatebaan-2"
    editor.key("delete")
    assert [card.id for card in _draft(editor).activities] == ["skatebaan"]
    editor.key("ctrl+z")
    assert len(_draft(editor).activities) == 2


def test_cards_are_added_one_after_the_other(editor: Pilot) -> None:
    editor.key("ctrl+n")
    editor.step(20, 0.2)
    assert not editor.scene.find("findings")
    assert editor.widget("found").label == "Nog leeg."
    editor.type("Skatebaan")
    editor.key("ctrl+n")
    assert editor.scene.focus == "title"
    editor.key("ctrl+n")
    editor.type("Volkstuin")
    editor.key("escape")
    assert [card.title for card in _draft(editor).activities] == ["Skatebaan", "Volkstuin"]


def test_a_card_is_left_out_and_put_back(editor: Pilot) -> None:
    editor.press("card-voetbalclub")
    editor.press("drop")
    assert _draft(editor).drop == ("voetbalclub",)
    assert editor.scene.said == "“Voetbalclub” doet niet meer mee. Met Ctrl+Z draai je dat terug."
    assert _tile(editor, "voetbalclub").status == "weggelaten"
    editor.press("filter-state:dropped")
    assert [name for name in editor.names() if name.startswith("card-")] == ["card-voetbalclub"]
    editor.press("card-voetbalclub")
    assert "title" not in editor.names()
    editor.press("restore")
    assert _draft(editor).drop == ()
    assert "title" in editor.names()


def test_a_changed_card_goes_back_to_the_base_deck(editor: Pilot) -> None:
    editor.press("card-repaircafe")
    before = editor.scene.text_state("title").text
    _retype(editor, "title", "Iets anders")
    editor.press("restore")
    assert _state(editor, "repaircafe") is edit.State.TAKEN
    assert editor.scene.text_state("title").text == before
    assert _draft(editor) == _based()


def test_what_is_typed_is_undone_in_one_go(editor: Pilot) -> None:
    editor.press("card-repaircafe")
    _retype(editor, "title", "Een")
    _retype(editor, "text", "Twee")
    editor.press("view-large")
    editor.key("ctrl+z")
    assert _draft(editor).activities[0].title == "Een"
    assert _draft(editor).activities[0].text != "Twee"
    editor.key("ctrl+z")
    assert _draft(editor) == _based()
    editor.key("ctrl+y")
    editor.key("ctrl+y")
    assert _draft(editor).activities[0].text == "Twee"
    assert editor.scene.text_state("text").text == "Twee"


def test_ctrl_z_in_a_field_is_about_the_field(editor: Pilot) -> None:
    editor.press("card-repaircafe")
    _retype(editor, "title", "Een")
    editor.key("ctrl+z")
    assert editor.scene.text_state("title").text == "Repaircafé"
    assert _draft(editor) == _based()


def _own(flown: Pilot) -> list[str]:
    return [card.id for card in _draft(flown).activities]


def _with_three(flown: Pilot) -> None:
    scene = _scene(flown)
    draft = _draft(flown)
    for name in ("Aap", "Noot", "Mies"):
        draft = edit.add(draft, scene.bench.base, edit.ACTIVITIES, ActivityCard("", name))
    scene.put(draft)
    flown.step()


def test_cards_are_reordered_by_keys(editor: Pilot) -> None:
    _with_three(editor)
    editor.scene.focus_on("card-mies")
    editor.key("alt+up")
    assert _own(editor) == ["aap", "mies", "noot"]
    assert editor.scene.focus == "card-mies"
    editor.key("alt+down")
    editor.key("alt+down")
    assert _own(editor) == ["aap", "noot", "mies"]
    assert editor.scene.said == "Deze kaart kan die kant niet verder op."


def test_cards_are_reordered_by_dragging(editor: Pilot) -> None:
    _with_three(editor)
    editor.press("card-mies")
    editor.key("escape")
    grip, target = _tile(editor, "mies"), _tile(editor, "aap")
    begin = (grip.rect.right - 12, grip.rect.centery)
    end = target.rect.center
    editor.point(pygame.MOUSEBUTTONDOWN, begin)
    for at in range(1, 6):
        x = begin[0] + (end[0] - begin[0]) * at // 5
        editor.point(pygame.MOUSEMOTION, (x, begin[1] + (end[1] - begin[1]) * at // 5))
    editor.point(pygame.MOUSEBUTTONUP, end)
    assert _own(editor) == ["mies", "aap", "noot"]


def test_buttons_reorder_too(editor: Pilot) -> None:
    _with_three(editor)
    editor.press("card-aap")
    editor.press("down")
    assert _own(editor) == ["noot", "aap", "mies"]
    editor.press("next")
    scene = editor.scene
    assert isinstance(scene, ActivityScene)
    assert scene.card_id == "mies"


def test_search_looks_in_titles_texts_and_keywords(editor: Pilot) -> None:
    editor.key("ctrl+f")
    editor.type("kapotte lampen")
    assert [name for name in editor.names() if name.startswith("card-")] == ["card-repaircafe"]
    editor.key("enter")
    editor.key("enter")
    assert editor.scene.title == "Kaart"
    editor.key("escape")
    editor.key("ctrl+f")
    editor.type("x")
    assert "empty" in editor.names()
    editor.press("new")
    editor.key("escape")
    assert len(editor.widget("cards").children) > 50


def test_filters_by_keyword(editor: Pilot) -> None:
    editor.press("filter-word:sport")
    shown = [name for name in editor.names() if name.startswith("card-")]
    assert "card-voetbalclub" in shown
    assert "card-repaircafe" not in shown


def test_a_pictogram_is_found_by_a_dutch_word(editor: Pilot) -> None:
    editor.press("card-repaircafe")
    editor.press("icon")
    editor.type("koffie")
    assert next(n for n in editor.names() if n.startswith("icon-")) == "icon-coffee"
    editor.key("enter")
    assert _draft(editor).activities[0].icon == "coffee"
    assert editor.scene.focus == "title"
    chosen = editor.widget("icon")
    assert isinstance(chosen, Button)
    assert chosen.sub == "koffie (coffee)"
    editor.press("icon")
    editor.type("fiets")
    editor.key("down")
    editor.key("enter")
    assert _draft(editor).activities[0].icon == "bike"


def _png(path: Path, size: tuple[int, int] = (40, 30)) -> Path:
    pygame.image.save(pygame.Surface(size), str(path))
    return path


def _drop(flown: Pilot, path: Path) -> None:
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))
    flown.step()


def test_a_picture_is_dropped_on_the_window(editor: Pilot, tmp_path: Path) -> None:
    _drop(editor, _png(tmp_path / "Buurt.png"))
    assert editor.scene.said == "Open eerst de kaart waar de foto op moet."
    editor.press("card-repaircafe")
    _drop(editor, tmp_path / "Buurt.png")
    assert _draft(editor).activities[0].picture == "fotos/buurt.png"
    assert (tmp_path / "decks" / "eigen" / "fotos" / "buurt.png").is_file()
    view = editor.widget("card")
    assert isinstance(view, CardView)
    assert view.picture
    editor.press("no-picture")
    assert _state(editor, "repaircafe") is edit.State.TAKEN


def test_a_picture_is_chosen_from_a_folder(editor: Pilot, tmp_path: Path) -> None:
    _png(tmp_path / "wijk.png")
    _scene(editor).bench.venue.visited(tmp_path)
    editor.press("card-repaircafe")
    editor.press("picture")
    editor.press("file-wijk.png")
    assert _draft(editor).activities[0].picture == "fotos/wijk.png"


def test_what_is_no_picture_is_refused_in_words(editor: Pilot, tmp_path: Path) -> None:
    (tmp_path / "nep.png").write_text("niets")
    editor.press("card-repaircafe")
    _drop(editor, tmp_path / "nep.png")
    assert editor.scene.title == "Dat lukte niet"
    editor.key("enter")
    assert _draft(editor) == _based()


def test_a_deck_in_one_file_becomes_a_folder_for_its_picture(pilot: Fly, tmp_path: Path) -> None:
    venue = _venue(tmp_path)
    file = save_draft(tmp_path / "decks" / "eigen.yaml", _based(), venue.library.find)
    flown = pilot(DeckEditorScene(venue, file))
    flown.press("card-repaircafe")
    _drop(flown, _png(tmp_path / "foto.png"))
    assert file.is_file()
    flown.key("ctrl+s")
    assert not file.exists()
    found = venue.library.load("eigen")
    card = found.activity("repaircafe")
    assert card is not None
    assert venue.picture(found, card.picture)


def test_what_cannot_be_played_is_kept_and_not_saved(editor: Pilot, tmp_path: Path) -> None:
    editor.press("card-repaircafe")
    _retype(editor, "title", "t" * 70)
    editor.step(10, 0.2)
    found = editor.widget("found").label
    assert found == "• Titel: deze tekst heeft 70 tekens, er passen er hooguit 60; maak hem korter."
    editor.press("save")
    assert editor.scene.title == "Met deze set kun je nog niet spelen"
    folder = tmp_path / "decks" / "eigen"
    assert not (folder / "deck.yaml").exists()
    kept = unfinished.kept(folder)
    assert kept is not None
    assert kept.activities[0].title == "t" * 70
    editor.key("enter")
    editor.press("findings")
    editor.press("finding-0")
    assert isinstance(editor.scene, ActivityScene)


def test_changes_are_kept_by_themselves_and_offered_again(pilot: Fly, tmp_path: Path) -> None:
    venue = _venue(tmp_path)
    folder = tmp_path / "decks" / "eigen"
    save_draft(folder, _based(), venue.library.find)
    flown = pilot(DeckEditorScene(venue, folder))
    flown.press("card-repaircafe")
    _retype(flown, "title", "Onaf")
    flown.step(40, 0.1)
    assert unfinished.kept(folder) is not None
    again = pilot(DeckEditorScene(venue, folder))
    assert again.scene.title == "Verder met wat niet is opgeslagen?"
    again.key("enter")
    assert _tile(again, "repaircafe").label == "Onaf"
    assert _scene(again).bench.dirty
    again.press("save")
    assert unfinished.kept(folder) is None


@pytest.mark.parametrize("answer", ["save", "keep", "drop", "stay", "escape"])
def test_leaving_asks_what_to_do(pilot: Fly, tmp_path: Path, answer: str) -> None:
    venue = _venue(tmp_path)
    folder = tmp_path / "decks" / "eigen"
    save_draft(folder, _based(), venue.library.find)
    flown = pilot(DeckEditorScene(venue, folder))
    scene = _scene(flown)
    scene.put(replace(scene.bench.draft, title="Anders"))
    flown.window.leave()
    assert flown.scene.title == "Deze set is nog niet opgeslagen"
    if answer in ("escape", "stay"):
        flown.key("escape") if answer == "escape" else flown.press("answer-stay")
        assert flown.window.running
        return
    flown.press(f"answer-{answer}")
    assert not flown.window.running
    assert load_deck(folder, bases=venue.library.find).title == (
        "Anders" if answer == "save" else "Voorbeeldstad, jeugd"
    )
    kept = unfinished.kept(folder)
    assert (kept is not None and kept.title == "Anders") == (answer == "keep")


def test_criteria_questions_spheres_and_title(editor: Pilot) -> None:
    editor.press("tab-1")
    editor.press("card-iedereen-welkom")
    _retype(editor, "question", "Mag iedereen erin?")
    editor.scene.focus_on("kind")
    editor.key("right")
    editor.key("escape")
    criteria = _draft(editor).criteria
    assert criteria is not None
    changed = next(card for card in criteria if card.id == "iedereen-welkom")
    assert changed.question == "Mag iedereen erin?"
    assert changed.kind == "sphere"
    editor.press("restore-all")
    assert _draft(editor).criteria is None

    editor.key("3")
    editor.press("new")
    editor.type("Wie nodigen we uit?")
    editor.key("escape")
    closing = _draft(editor).closing
    assert closing is not None
    assert closing[-1].id == "wie-nodigen-we-uit"

    editor.key("4")
    editor.press("place-communal")
    _retype(editor, "communal-title", "Samen")
    spheres = _draft(editor).spheres
    assert spheres is not None
    assert spheres[1].title == "Samen"
    assert editor.widget("place-communal").label == "Samen"
    editor.press("restore")
    assert _draft(editor).spheres is None

    editor.press("tab-4")
    _retype(editor, "title", "Andere naam")
    assert editor.widget("heading").label == "Andere naam"
    assert _draft(editor).title == "Andere naam"


def test_a_deck_from_nothing_is_made_and_played(pilot: Fly, tmp_path: Path) -> None:
    venue = _venue(tmp_path)
    folder = tmp_path / "decks" / "nieuw"
    begun = Draft("nieuw", "Nieuw", "nl", FIRST_VERSION, criteria=())
    flown = pilot(DeckEditorScene(venue, folder, begun))
    for title in ("Een", "Twee", "Drie", "Vier", "Vijf", "Zes"):
        flown.press("new")
        flown.type(title)
        flown.key("escape")
    flown.press("tab-1")
    flown.press("new")
    flown.type("Open voor allen")
    flown.press("question")
    flown.type("Mag iedereen erin?")
    flown.key("ctrl+s")
    assert flown.scene.said == "Opgeslagen."
    deck = venue.deck("nieuw")
    assert [card.title for card in deck.activities] == [
        "Een",
        "Twee",
        "Drie",
        "Vier",
        "Vijf",
        "Zes",
    ]
    assert len(deck.criteria) == 1


def test_help_opens_and_typing_beyond_the_limit_goes_on(editor: Pilot) -> None:
    editor.key("f1")
    assert editor.scene.title == "Uitleg"
    editor.key("escape")
    editor.press("card-repaircafe")
    _retype(editor, "title", "a" * 100)
    assert len(editor.scene.text_state("title").text) == 100


def test_a_new_card_that_is_saved_keeps_its_id(editor: Pilot, tmp_path: Path) -> None:
    editor.key("ctrl+n")
    editor.type("Skatebaan")
    editor.key("ctrl+s")
    editor.key("escape")
    assert not _scene(editor).bench.dirty
    assert _own(editor) == ["skatebaan"]
    assert "id: skatebaan" in (tmp_path / "decks" / "eigen" / "deck.yaml").read_text("utf-8")


@pytest.mark.parametrize("way", ["close", "escape"])
def test_a_draft_is_not_lost_before_the_question_is_answered(
    pilot: Fly, tmp_path: Path, way: str
) -> None:
    venue = _venue(tmp_path)
    folder = tmp_path / "decks" / "eigen"
    save_draft(folder, _based(), venue.library.find)
    unfinished.keep(folder, replace(_based(), title="Onaf"))
    flown = pilot(DeckEditorScene(venue, folder))
    if way == "close":
        flown.window.leave()
    else:
        flown.key("escape")
    kept = unfinished.kept(folder)
    assert kept is not None
    assert kept.title == "Onaf"


def test_a_card_is_shown_as_large_as_it_is_read(editor: Pilot) -> None:
    editor.press("card-repaircafe")
    large = editor.widget("card").rect
    editor.press("view-whole")
    assert editor.widget("whole").rect.width > large.width
    editor.key("escape")
    editor.press("view-small")
    assert editor.widget("card").rect.width < large.width


BROKEN = """\
format: 1
id: Eigen Set
title: Eigen
language: nl
activities:
  - {id: een, title: Een}
  - {id: een, title: Twee}
  - {title: Drie}
criteria:
  - {id: a, kind: purpose, title: A, question: Mag het?}
"""


def test_a_file_with_errors_opens_and_can_be_saved(pilot: Fly, tmp_path: Path) -> None:
    file = tmp_path / "decks" / "eigen.yaml"
    file.parent.mkdir()
    file.write_text(BROKEN, encoding="utf-8")
    flown = pilot(DeckEditorScene(_venue(tmp_path), file))
    assert flown.scene.title == "Niet alles in dit bestand is te lezen"
    flown.key("enter")
    assert _own(flown) == ["een", "twee", "drie"]
    flown.key("ctrl+s")
    assert flown.scene.said == "Opgeslagen."
    assert load_deck(file).id == "eigen"


def test_it_holds_together_when_it_is_small_and_the_text_large(pilot: Fly, tmp_path: Path) -> None:
    scene = DeckEditorScene(_venue(tmp_path), tmp_path / "decks" / "eigen", _based())
    flown = pilot(scene, (1024, 640), text_size=160)
    for number in ("1", "2", "3", "4", "5"):
        flown.key(number)
        for _turn in range(12):
            flown.key("tab")
            focus = flown.widget(scene.focus or "")
            assert flown.window.screen.get_rect().colliderect(focus.rect)
        scene.focus_on(None)


def test_notes_in_the_file_are_named_before_they_go(pilot: Fly, tmp_path: Path) -> None:
    venue = _venue(tmp_path)
    file = save_draft(tmp_path / "decks" / "eigen", _based(), venue.library.find)
    file.write_text(f"{file.read_text('utf-8')}# nog bespreken\n", "utf-8")
    flown = pilot(DeckEditorScene(venue, file.parent))
    assert isinstance(flown.scene, Dialog)
    assert "deck.yaml.opmerkingen, in de map eigen" in flown.scene.text
    flown.press("ok")
    assert isinstance(flown.scene, DeckEditorScene)
    flown.key("ctrl+s")
    assert "# nog bespreken" in noted_file(file).read_text("utf-8")
    again = pilot(DeckEditorScene(venue, file.parent))
    assert isinstance(again.scene, DeckEditorScene)


def test_notes_are_named_too_where_the_work_of_last_time_goes_on(
    pilot: Fly, tmp_path: Path
) -> None:
    venue = _venue(tmp_path)
    file = save_draft(tmp_path / "decks" / "eigen", _based(), venue.library.find)
    file.write_text(f"{file.read_text('utf-8')}# nog bespreken\n", "utf-8")
    unfinished.keep(file.parent, replace(_based(), title="Anders"))
    flown = pilot(DeckEditorScene(venue, file.parent))
    flown.press("answer-kept")
    assert isinstance(flown.scene, Dialog)
    assert ".opmerkingen" in flown.scene.text
