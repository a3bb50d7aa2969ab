"""Arguing a card: by keyboard only, by pointer only, and on every size of window."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Meets, Place
from game.core.outcome import Round
from game.core.session import CardInPlay, Phase
from game.core.setup import Sealing
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Scene, render
from game.ui.scenes.argue import ArgueScene
from game.ui.scenes.column_card import ColumnCard
from game.ui.scenes.map import SphereScene
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def _play(pilot: Open, folder: Path, seats: int = 5) -> tuple[Pilot, Table]:
    venue, table = table_at(Phase.ARGUE, folder, seats=seats)
    return pilot(ArgueScene(venue, table), motion=False), table


def _card(table: Table) -> CardInPlay:
    card = table.view.current
    assert card is not None
    return card


def _first(table: Table) -> Round:
    first = _card(table).first
    assert first is not None
    return first


def _order(table: Table) -> tuple[Place, ...]:
    return _first(table).order


def _inside(scene: Scene, look: Look) -> None:
    window = look.rect(0, 0, 1920, 1080)
    lists = [part for part in scene.all_widgets() if part.viewport() is not None]
    scrolled = {child.name for part in lists for child in part.walk() if child is not part}
    for widget in scene.all_widgets():
        if widget.name not in scrolled:
            assert window.contains(widget.rect), widget.name


def test_an_argument_by_keyboard_only(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    place = _order(table)[0]
    page.key("c")
    page.key("down")
    page.key("enter")
    page.key("-")
    page.type("Zonder zaal stopt het.")
    page.key("ctrl+enter")
    card = _card(table)
    (said,) = card.arguments
    assert said.text == "Zonder zaal stopt het."
    assert said.criterion == table.deck.criteria[1].id
    assert said.meets is Meets.NO
    assert said.place is place
    assert said.seat in _first(table).holders(place)


def test_a_criterion_is_judged_right_from_the_list(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.key("c")
    page.key("=")
    page.key("ctrl+enter")
    card = _card(table)
    assert card.arguments[0].criterion == table.deck.criteria[0].id
    assert card.arguments[0].meets is Meets.PARTLY


def test_an_argument_by_pointer_only(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    other = table.view.present[-1].id
    page.press(f"criterion-{table.deck.criteria[7].id}")
    page.press("meets-yes")
    page.press(f"form-seat-{other}")
    page.press("form-place-outside")
    page.press("form-play")
    card = _card(table)
    assert card.arguments == (
        type(card.arguments[0])(other, Place.OUTSIDE, "", table.deck.criteria[7].id, Meets.YES),
    )
    assert page.scene.find("form") is None


def test_a_criterion_dropped_on_a_sphere_is_played_for_it(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    criterion = table.deck.criteria[0].id
    page.drag(f"criterion-{criterion}", Place.INSTITUTIONAL)
    page.press("meets-no")
    page.press("form-play")
    card = _card(table)
    assert card.arguments[0].place is Place.INSTITUTIONAL
    assert card.arguments[0].criterion == criterion


def test_an_argument_without_a_criterion_needs_words(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.press("criterion-none")
    page.press("form-play")
    assert page.scene.said
    page.press("reason")
    page.type("Omdat het zo voelt.")
    page.key("ctrl+enter")
    card = _card(table)
    assert card.arguments[0].text == "Omdat het zo voelt."


def test_a_criterion_that_is_not_judged_is_refused_in_words(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.press(f"criterion-{table.deck.criteria[0].id}")
    page.press("form-play")
    card = _card(table)
    assert not card.arguments
    assert page.scene.said
    assert page.scene.find("form") is not None


def test_what_is_half_typed_stays(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    page = pilot(ArgueScene(venue, table), motion=False)
    page.key("c")
    page.key("+")
    page.type("Half een z")
    page.key("escape")
    assert page.scene.find("form") is None
    again = pilot(ArgueScene(venue, table), motion=False)
    again.press("form-play")
    card = _card(table)
    assert card.arguments[0].text == "Half een z"
    assert card.arguments[0].meets is Meets.YES


def test_letters_in_the_reason_press_no_keys(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.press("criterion-none")
    page.type("knwtcps +-=123")
    page.key("ctrl+enter")
    card = _card(table)
    assert card.arguments[0].text == "knwtcps +-=123"
    assert not card.restated


def test_the_positions_are_said_back_one_by_one(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    order = _order(table)
    for place in order:
        holder = _first(table).holders(place)[0]
        table.play(i.Argue(holder, place, "Zo is het."))
        page.scene.relayout()
        page.key("k")
        if page.scene.overlay:
            page.key("enter")
        card = _card(table)
        assert card.restated[-1].place is place
    page.key("k")
    assert page.scene.said


@pytest.mark.parametrize(("key", "button"), [("k", "confirm"), ("w", "waive")])
def test_nothing_is_said_back_before_it_was_said(
    pilot: Open, tmp_path: Path, key: str, button: str
) -> None:
    page, table = _play(pilot, tmp_path)
    card, title = _card(table), page.widget("turn-title").label
    assert not page.widget(button).enabled
    page.key(key)
    assert page.scene.said == "Er is nog niets om terug te zeggen."
    assert not page.scene.overlay
    assert (_card(table), page.widget("turn-title").label) == (card, title)


def test_next_goes_round_the_positions_and_the_free_talk(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    seen = [page.widget("turn-title").label]
    for _place in _order(table):
        page.key("n")
        seen.append(page.widget("turn-title").label)
    assert len(set(seen)) == len(seen)
    page.press("next")
    assert page.widget("turn-title").label == seen[0]


def test_a_waiver_is_refused_with_a_reason(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path, seats=12)
    card = _card(table)
    shared = next(n for n, p in enumerate(_first(table).order) if len(_first(table).holders(p)) > 1)
    for _step in range(shared):
        page.key("n")
    assert not page.widget("waive").enabled
    page.press("waive")
    assert page.scene.said
    page.key("w")
    assert table.view.current == card


def test_an_argument_is_reworded(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    table.play(i.Argue(table.view.present[0].id, Place.COMMUNAL, "Samen"))
    page = pilot(ArgueScene(venue, table), motion=False)
    page.press("argument-0")
    page.type(" doen")
    page.key("ctrl+enter")
    card = _card(table)
    assert card.arguments[0].text == "Samen doen"


def test_a_seat_that_was_not_heard_speaks_by_a_press(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    seat = table.view.present[2].id
    page.press(f"unheard-{seat}")
    page.press("pick-none")
    page.type("Ik ook.")
    page.press("form-play")
    card = _card(table)
    assert card.arguments[0].seat == seat
    assert page.scene.find(f"unheard-{seat}") is None


def test_going_on_early_asks_first(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.key("enter")
    assert page.scene.overlay
    page.press("answer-back")
    assert not page.scene.overlay
    page.press("second")
    page.press("answer-go")
    assert table.view.phase is Phase.SECOND


def test_going_on_with_everything_said_asks_nothing(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    _card(table)
    for place in _first(table).order:
        seat = _first(table).holders(place)[0]
        table.play(i.Argue(seat, place, "Zo is het.", table.deck.criteria[0].id, Meets.YES))
        table.play(i.Restate(place))
    page = pilot(ArgueScene(venue, table), motion=False)
    page.key("enter")
    assert table.view.phase is Phase.SECOND


def test_the_boundary_and_the_timer(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.press("boundary")
    page.type("Met betaalde krachten")
    page.key("ctrl+enter")
    page.key("t")
    page.press("answer-more-3")
    card = _card(table)
    assert card.boundary == "Met betaalde krachten"
    assert card.extended == 3


def test_a_pawn_argues_or_has_its_tap_put_right(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    seat = table.view.present[0].id
    place = _first(table).vote_of(seat)
    page.press(f"{place}-pawns-{seat}")
    page.press("answer-correct")
    assert page.scene.overlay
    page.key("escape")
    page.press(f"{place}-pawns-{seat}")
    page.press("answer-argue")
    page.press("pick-none")
    page.type("Daarom.")
    page.key("ctrl+enter")
    assert _card(table).arguments[0].seat == seat
    assert _card(table).arguments[0].place is place


def test_a_sphere_opens_full_screen(pilot: Open, tmp_path: Path) -> None:
    page, _table = _play(pilot, tmp_path)
    page.press(Place.PERSONAL)
    assert isinstance(page.scene, SphereScene)


def test_every_criterion_can_be_reached(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    for criterion in table.deck.criteria:
        page.press(f"criterion-{criterion.id}")
        assert page.scene.find("form") is not None
        page.key("escape")


def test_an_uncontested_card_is_argued_too(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FAST, tmp_path)
    table.play(i.AskDiscussion())
    page = pilot(ArgueScene(venue, table), motion=False)
    assert page.scene.find("confirm") is None
    page.key("k")
    assert page.scene.said


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 640)])
@pytest.mark.parametrize("text_size", [100, 160])
@pytest.mark.parametrize("seats", [2, 12])
def test_everything_fits(tmp_path: Path, size: tuple[int, int], text_size: int, seats: int) -> None:
    sealing = Sealing.OPEN if seats == 2 else Sealing.HANDS
    venue, table = table_at(Phase.ARGUE, tmp_path, seats=seats, sealing=sealing, played=6)
    for seat in table.view.present:
        for _n in range(3):
            table.play(i.Argue(seat.id, Place.OUTSIDE, "Omdat het moet. " * 25))
    look = Look(size, text_size)
    scene = ArgueScene(venue, table)
    render(scene, look)
    _inside(scene, look)
    scene.choose(table.deck.criteria[0].id)
    _inside(scene, look)
    field, pawns = scene.widget("reason").rect, scene.widget("form-seat").rect
    assert field.height >= 44
    assert not field.colliderect(pawns)
    scene.pick()
    _inside(scene, look)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 160])
def test_four_criteria_can_be_read_at_once(
    tmp_path: Path, size: tuple[int, int], text_size: int
) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    scene = ArgueScene(venue, table)
    look = Look(size, text_size)
    render(scene, look)
    room = scene.widget("criteria").rect
    rows = [w for w in scene.all_widgets() if w.name.startswith("criterion-")]
    assert sum(room.top <= row.rect.top and row.rect.centery < room.bottom for row in rows) >= 4
    card = scene.widget("card")
    assert isinstance(card, ColumnCard)
    # The card gives its room, and not its letters.
    assert card.slim == (text_size == 160)
    wide, high = card.rect.size
    plain = ColumnCard("plain", card.rect, card.label, card.text, note=card.note, note_icon="hand")
    usual, _spare = plain.words_in(look, wide, scene.below_bar(look).h * 54 // 100)
    slim, _spare = card.words_in(look, wide, high)
    assert slim.whole
    assert slim.text >= usual.text


def test_a_long_text_keeps_the_room_of_its_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    scene = ArgueScene(venue, table)
    long = "Elke maand maken handige mensen gratis kapotte lampen en jassen heel. " * 5
    monkeypatch.setattr(scene, "card_text", lambda _card: long)
    look = Look((1024, 640), 160)
    render(scene, look)
    assert scene.widget("card").rect.h == scene.below_bar(look).h * 54 // 100
