"""What somebody who played for the first time stumbled over."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from game.core.cards import Place
from game.core.outcome import Outcome
from game.core.session import Phase, Session
from game.core.setup import Seat
from game.table import Table
from game.ui.look import Look
from game.ui.scene import render
from game.ui.scenes import route
from game.ui.scenes.argue import ArgueScene
from game.ui.scenes.countdown import CountdownScene
from game.ui.scenes.criteria import CriteriaList
from game.ui.scenes.export import ExportScene
from game.ui.scenes.setup import SetupScene
from game.ui.scenes.shelves import ShelvesScene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.pawn import Pawn
from game.ui.widgets.sphere_view import SphereView
from game.ui.widgets.text_field import TextField
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at, table_when, venue_in

Open = Callable[..., Pilot]
CLUB = "Speeltuinvereniging De Zandhaas"


def test_a_long_name_stays_clear_of_the_scribe(tmp_path: Path) -> None:
    def named(seat: Seat) -> Seat:
        return replace(seat, label=CLUB) if seat.id == "s1" else seat

    venue, table = table_when(lambda s: s.phase is Phase.HAND, tmp_path, seat_of=named)
    scene = route.scene(venue, table)
    render(scene, Look((1456, 819)))
    assert scene.widget("heading").rect.right <= scene.widget("scribe").rect.x


def test_a_field_that_is_left_shows_how_its_text_begins(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(SetupScene(venue_in(tmp_path)))
    opened.press("seat-1")
    opened.type(CLUB + CLUB)
    field = opened.widget("seat-1")
    assert isinstance(field, TextField)
    assert field.state.scroll > 0
    opened.key("enter")
    assert opened.scene.focus == "seat-2"
    assert field.state.scroll == 0
    opened.press("seat-1")
    opened.key("end")
    assert field.state.scroll > 0


def test_setting_up_says_all_that_is_wrong_at_its_place(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(SetupScene(venue_in(tmp_path)))
    scene = opened.scene
    assert isinstance(scene, SetupScene)
    assert "naam" in scene.problem()
    assert len(scene.chairs) == 3
    opened.press("seat-3")
    opened.key("enter")
    assert scene.focus == "add-seat"
    opened.press("tab-1")
    for name in ("date", "kept_until"):
        opened.press(name)
        opened.key("ctrl+a")
        opened.type("31-2-2027")
        field = opened.widget(name)
        assert isinstance(field, TextField)
        assert field.wrong
    assert len(scene.problem().split("\n")) == 3
    opened.key("backspace")
    opened.key("backspace")
    opened.type("28")
    assert "30-6-2027" in scene.problem()


def test_a_full_seat_says_why_it_takes_nobody_more(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(SetupScene(venue_in(tmp_path)))
    for _press in range(5):
        opened.press("more-1")
    assert "stoel bij" in opened.scene.said


def test_a_half_typed_argument_is_named_before_going_on(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))
    for key in ("c", "enter", "+"):
        opened.key(key)
    opened.type("Omdat het werkt")
    opened.key("escape")
    assert isinstance(opened.scene, ArgueScene)
    opened.press("second")
    text = opened.widget("text").label
    assert "Omdat het werkt" in text
    opened.press("answer-form")
    assert isinstance(opened.scene, ArgueScene)
    assert opened.scene.forming
    assert opened.scene.focus == "reason"


def test_counting_down_shows_which_card_it_is_about(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.PROPOSE, tmp_path)
    opened = pilot(route.scene(venue, table))
    opened.press("main")
    assert isinstance(opened.scene, CountdownScene)
    card = table.view.current
    assert card is not None
    shown = table.view.card(card.card)
    assert shown is not None
    assert opened.widget("card").label == shown.title


@pytest.mark.parametrize("text_size", [100, 160])
@pytest.mark.parametrize("size", [(1456, 819), (1280, 720), (1024, 640)])
def test_the_criteria_show_no_half_heading(
    tmp_path: Path, size: tuple[int, int], text_size: int
) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    scene = route.scene(venue, table)
    render(scene, Look(size, text_size))
    found = scene.widget("criteria")
    assert isinstance(found, CriteriaList)
    heads = [child for child in found.children if isinstance(child, Label) and child.visible]
    assert heads
    for offset in range(0, found.overflow, 7):
        found.scroll_to(offset)
        for head in found.children:
            if isinstance(head, Label) and head.visible:
                assert found.rect.contains(head.rect)


def test_the_ring_of_a_seat_stays_clear_of_the_others(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))
    for key in ("c", "enter", "+"):
        opened.key(key)
    look = opened.scene.look
    ring = 2 * max(3, look.px(4)) + 2
    pawns = [w for w in opened.scene.all_widgets() if isinstance(w, Pawn)]
    pawns = [pawn for pawn in pawns if pawn.name.startswith("form-seat")]
    for one, other in pairwise(pawns):
        if one.rect.centery == other.rect.centery:
            assert one.rect.right + ring <= other.rect.left


def test_files_go_to_the_documents_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venue = venue_in(tmp_path)
    papers = tmp_path / "Documenten"
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: papers)
    assert venue.own_folder == tmp_path
    papers.mkdir()
    assert venue.own_folder == papers


def test_shelves_say_cards_and_points_and_what_is_parked(tmp_path: Path) -> None:
    def parked(session: Session) -> bool:
        return session.phase is Phase.HAND and any(
            card.outcome is Outcome.PARKED for card in session.latest
        )

    venue, table = table_when(parked, tmp_path)
    for size, text_size in (((1456, 819), 100), ((1280, 720), 160), ((1024, 640), 160)):
        scene = ShelvesScene(venue, table, halfway=True)
        render(scene, Look(size, text_size))
        told = scene.widget("shared-points").label
        assert "kaart" in told
        assert "punt" in told
        aside = scene.widget("parked")
        assert "Geparkeerd: 1 kaart" in aside.label
        assert aside.rect.bottom <= scene.widget("contribution-title").rect.top


def test_after_the_end_an_answer_and_a_remark_can_be_added(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    opened = pilot(route.scene(venue, table))
    question = table.view.deck.closing[0]
    opened.press("add")
    opened.press(f"question-{question.id}")
    opened.key("ctrl+a")
    opened.type("Dit hebben we vergeten.")
    opened.key("ctrl+enter")
    assert dict(table.view.answers)[question.id] == "Dit hebben we vergeten."
    assert "add" in opened.names()
    opened.press("add")
    opened.press("remark")
    opened.type("Later")
    opened.key("ctrl+enter")
    assert opened.scene.said
    opened.press("menu")
    assert opened.widget("back").label == "Terug (Esc)"


@pytest.mark.parametrize("text_size", [100, 160])
@pytest.mark.parametrize("size", [(1456, 819), (1024, 640)])
def test_buttons_break_no_word_and_those_in_a_row_have_one_size(
    tmp_path: Path, size: tuple[int, int], text_size: int
) -> None:
    for phase in (Phase.HAND, Phase.READ, Phase.PROPOSE, Phase.ARGUE, Phase.SETTLE):
        folder = tmp_path / phase
        folder.mkdir()
        venue, table = table_at(phase, folder)
        scene = route.scene(venue, table)
        look = Look(size, text_size)
        render(scene, look)
        for button in (w for w in scene.all_widgets() if isinstance(w, Button) and w.label):
            lines = button._laid(look, button._room(look))[1]
            assert " ".join(lines).split() == button.label.split(), (phase, button.name)
    arches = [each for each in scene.all_widgets() if isinstance(each, SphereView)]
    assert len({min(arch.letters(look), arch.most) for arch in arches}) <= 1


def test_the_places_of_a_form_have_letters_of_one_size(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table), (1280, 720), text_size=160)
    for key in ("c", "enter", "+"):
        opened.key(key)
    look = opened.scene.look
    found = [opened.widget(f"form-place-{place}") for place in Place]
    sizes = {look.font_px(each.letters(look)) for each in found if isinstance(each, Button)}
    assert len(sizes) == 1


def test_ticks_for_a_public_record_are_there_again(tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    panel = ExportScene(venue, table)
    key = panel.held[1].key
    panel._release(key)
    panel._take_out(panel.staying[0].key)
    again = ExportScene(venue, table)
    assert again.released == {key}
    assert again.taken_out == {panel.staying[0].key}
    table.close()
    resumed = Table.open(table.path).table
    assert ExportScene(venue, resumed).released == {key}
