"""The map, the history, the shelves, the closing round, the end, and saving the record."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game import i18n
from game.core import intents as i
from game.core.cards import Place
from game.core.outcome import Outcome
from game.core.session import Phase
from game.core.setup import Sealing
from game.export import results
from game.records import record_of
from game.ui.look import Look
from game.ui.scene import Scene, render
from game.ui.scenes.closing import ClosingScene
from game.ui.scenes.differences import DifferenceView
from game.ui.scenes.end import EndScene
from game.ui.scenes.export import ExportScene
from game.ui.scenes.history import HistoryScene
from game.ui.scenes.map import MapScene, SphereScene
from game.ui.scenes.sessions import SessionsScene
from game.ui.scenes.shelves import DIFFERENCES, SHARED, ShelvesScene, standing
from game.ui.scenes.tiles import lying, tiles_at
from game.ui.scenes.told import told
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.text_field import TextField
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


# the map


def test_a_difference_lies_at_each_of_its_places_and_a_split_card_by_aspect(
    tmp_path: Path,
) -> None:
    _venue, table = table_at(Phase.FINISHED, tmp_path)
    session = table.view
    for each in lying(session):
        if each.outcome is Outcome.DIFFERED:
            assert len(each.places) > 1
        for place in each.places:
            assert any(tile.key == each.key for tile in tiles_at(session, place))
    split = [card for card in session.latest if card.outcome is Outcome.SPLIT]
    assert split
    keys = {each.key for each in lying(session)}
    assert all(f"{split[0].card}/{n}" in keys for n in range(len(split[0].aspects)))


def test_the_map_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    screen = pilot(EndScene(venue, table))
    screen.key("m")
    assert isinstance(screen.scene, MapScene)
    screen.key("2")
    assert isinstance(screen.scene, SphereScene)
    assert screen.scene.place is Place.COMMUNAL
    screen.key("escape")
    assert isinstance(screen.scene, MapScene)
    while not (screen.scene.focus or "").startswith("communal-tile-"):
        screen.key("tab")
    screen.key("enter")
    assert isinstance(screen.scene, HistoryScene)
    screen.key("escape")
    screen.key("m")
    assert isinstance(screen.scene, EndScene)


def test_the_map_by_pointer(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path, played=6)
    screen = pilot(MapScene(venue, table))
    tile = next(name for name in screen.names() if name.startswith("communal-tile-"))
    screen.press(tile)
    assert isinstance(screen.scene, HistoryScene)
    screen.press("back")
    screen.press("shelves")
    assert isinstance(screen.scene, ShelvesScene)
    screen.press("back")
    assert isinstance(screen.scene, MapScene)


@pytest.mark.parametrize("cards", [0, 24, 60])
def test_the_map_holds_many_cards(tmp_path: Path, cards: int) -> None:
    phase = Phase.FINISHED if cards else Phase.HAND
    venue, table = table_at(phase, tmp_path, cards=cards or 12)
    scene = MapScene(venue, table)
    render(scene, Look((1280, 720)))
    shown = {widget.name for widget in scene.all_widgets()}
    for place in Place:
        for tile in tiles_at(table.view, place):
            assert f"{place}-tile-{tile.key}" in shown


# the history


def test_a_card_is_opened_again_from_the_map(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    screen = pilot(ClosingScene(venue, table))
    screen.key("m")
    screen.press(next(name for name in screen.names() if name.startswith("communal-tile-")))
    screen.press("reopen")
    assert isinstance(screen.scene, Dialog)
    screen.press("answer-keep")
    assert isinstance(screen.scene, HistoryScene)
    assert table.view.phase is Phase.CLOSING


def test_opening_again_is_grey_with_the_reason_in_words(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    screen = pilot(HistoryScene(venue, table, table.view.latest[0].card))
    button = screen.widget("reopen")
    assert not button.enabled
    assert "afgerond" in button.reason
    screen.press("reopen")
    assert screen.scene.said == button.reason


def test_opening_again_plays_it_and_goes_down_to_the_table(tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    card = table.view.latest[0].card
    scene = HistoryScene(venue, table, card)
    render(scene)
    change = scene._again(card, "again")
    assert change is not None
    assert table.view.phase is Phase.PROPOSE
    below = MapScene(venue, table)
    render(below)
    assert below.resumed("reopened") is not None


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_history(tmp_path: Path, outcome: Outcome) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path, cards=24, seats=12)
    cards = [card for card in table.view.latest if card.outcome is outcome]
    for card in cards[:1]:
        scene = HistoryScene(venue, table, card.card)
        render(scene, Look((1024, 640), text_size=160))
        assert scene.find("said") is not None


def test_the_history_scrolls_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    differed = next(c for c in table.view.latest if c.outcome is Outcome.DIFFERED)
    screen = pilot(HistoryScene(venue, table, differed.card), size=(1024, 640))
    screen.key("down")
    assert screen.scene.offsets["said"] > 0
    screen.key("end")
    assert screen.scene.offsets["said"] > 100
    screen.key("enter")


def test_what_was_sealed_is_never_told(tmp_path: Path) -> None:
    _venue, table = table_at(Phase.PROPOSE, tmp_path, sealing=Sealing.VEIL)
    before = told(table.view, table.steps)
    seat = table.view.seats[0].id
    table.play(i.Seal(seat, Place.OUTSIDE))
    table.play(i.Seal(seat, Place.PERSONAL))
    assert told(table.view, table.steps) == before


def test_what_was_undone_is_not_told(tmp_path: Path) -> None:
    _venue, table = table_at(Phase.ARGUE, tmp_path)
    card = table.view.current
    assert card is not None
    assert card.first is not None
    place = card.first.positions[0]
    seat = card.first.holders(place)[0]
    table.play(i.Argue(seat, place, "Dit zei niemand."))
    assert any("Dit zei niemand." in line for _at, line in told(table.view, table.steps))
    table.undo()
    assert all("Dit zei niemand." not in line for _at, line in told(table.view, table.steps))


# the shelves


def test_the_shelves_hold_the_points_of_the_totals(tmp_path: Path) -> None:
    from game.core.scoring import totals

    _venue, table = table_at(Phase.FINISHED, tmp_path, cards=24)
    counted = totals(table.view)
    assert sum(each.points for each in standing(table.view, SHARED)) == counted.shared
    assert sum(each.points for each in standing(table.view, DIFFERENCES)) == counted.differences


def test_with_nothing_played_the_shelves_say_so(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = pilot(ShelvesScene(venue, table))
    assert screen.widget("points").label == "nog niets"
    assert "shared-empty" in screen.names()
    assert "differences-empty" in screen.names()


# the closing round


def test_the_closing_round_by_keyboard_alone(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    screen = pilot(ClosingScene(venue, table))
    screen.key("enter")
    assert screen.scene.focus == "answer"
    screen.type("Alles wat mensen samen doen, map s p x.")
    assert isinstance(screen.scene, ClosingScene)
    screen.key("ctrl+enter")
    first = table.view.deck.closing[0].id
    assert dict(table.view.answers)[first] == "Alles wat mensen samen doen, map s p x."
    for _page in table.view.deck.closing[1:]:
        screen.key("ctrl+enter")
    assert isinstance(screen.scene, Dialog)
    screen.key("enter")
    assert table.view.phase is Phase.FINISHED
    assert isinstance(screen.scene, EndScene)


def test_the_closing_round_by_pointer(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    screen = pilot(ClosingScene(venue, table))
    screen.press("next")
    screen.press("answer")
    screen.type("a")
    screen.press("next")
    screen.press("previous")
    field = screen.widget("answer")
    assert isinstance(field, TextField)
    assert field.state.text == "a"
    screen.press("previous")
    screen.press("finish")
    screen.press("answer-finish")
    assert isinstance(screen.scene, EndScene)


def test_half_an_answer_outlives_the_window(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    screen = pilot(ClosingScene(venue, table))
    screen.key("enter")
    screen.type("half")
    screen.window.close()
    opened = venue.resume(table.path).table
    again = ClosingScene(venue, opened)
    again.page = 1
    render(again)
    field = again.widget("answer")
    assert isinstance(field, TextField)
    assert field.state.text == "half"


def test_the_cards_of_a_sphere_lie_beside_the_question_about_it(tmp_path: Path) -> None:
    venue, table = table_at(Phase.CLOSING, tmp_path)
    scene = ClosingScene(venue, table)
    ids = [question.id for question in table.view.deck.closing]
    scene.page = ids.index("rol-gemeenschappelijk") + 1
    render(scene)
    assert any(w.name.startswith("communal-tile-") for w in scene.all_widgets())


# the end


def test_the_end_shows_the_four_numbers_and_the_reasons(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    screen = pilot(EndScene(venue, table))
    assert {"completeness", "shared", "named", "parked", "difference-0"} <= set(screen.names())
    screen.press("difference-0")
    assert isinstance(screen.scene, HistoryScene)
    screen.key("escape")
    screen.scene.focus_on(None)
    screen.key("enter")
    assert isinstance(screen.scene, ExportScene)
    screen.key("escape")
    screen.press("completeness")
    assert isinstance(screen.scene, ShelvesScene)


def test_the_end_of_a_record_that_is_only_looked_at(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    table.close()
    opened = venue.resume(table.path, read_only=True).table
    screen = pilot(EndScene(venue, opened))
    back = screen.widget("back")
    assert isinstance(back, Button)
    assert back.icon == "arrow-left"  # a turning arrow would say that something is undone
    screen.press("save")
    screen.press("version")
    screen.press("back")
    assert isinstance(screen.scene, EndScene)


def test_the_list_tells_looking_from_opening(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    table.close()
    screen = pilot(SessionsScene(venue))
    assert screen.widget("resume").label == "Openen en aanvullen"
    assert screen.widget("record").label == "Alleen bekijken"
    screen.press("record")
    assert isinstance(screen.scene, EndScene)
    assert screen.scene.table.read_only


# everything fits


def _scenes(folder: Path) -> list[Scene]:
    venue, table = table_at(Phase.FINISHED, folder, seats=12, cards=24)
    differed = next(c.card for c in table.view.latest if c.outcome is Outcome.DIFFERED)
    public = ExportScene(venue, table)
    public.public = True
    question = ClosingScene(venue, table)
    question.page = 3
    return [
        MapScene(venue, table),
        SphereScene(venue, table, Place.COMMUNAL),
        HistoryScene(venue, table),
        HistoryScene(venue, table, differed),
        ShelvesScene(venue, table),
        ClosingScene(venue, table),
        question,
        EndScene(venue, table),
        ExportScene(venue, table),
        public,
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("text_size", [100, 160])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 640), (1024, 768)])
def test_nothing_overlaps_or_leaves_the_window(
    tmp_path: Path, size: tuple[int, int], text_size: int, language: str
) -> None:
    i18n.use(language)
    window = pygame.Rect((0, 0), size)
    for scene in _scenes(tmp_path):
        render(scene, Look(size, text_size=text_size))
        names = [widget.name for widget in scene.all_widgets()]
        assert len(names) == len(set(names)), scene.title
        for widget in scene.widgets:
            assert window.contains(widget.rect), (scene.title, widget.name, widget.rect)
        pressed = [w for w in scene.widgets if w.focusable]
        for n, one in enumerate(pressed):
            for other in pressed[n + 1 :]:
                assert not one.rect.colliderect(other.rect), (one.name, other.name)


# an unnamed difference


def test_a_difference_without_words_is_not_shown_as_one_with_a_reason(tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    table.play(i.PlayCard(table.view.playable[0]))
    table.play(i.StartProposing())
    for _round in range(2):
        for seat, place in zip(table.view.present, (*Place, Place.PERSONAL), strict=True):
            table.play(i.Seal(seat.id, place))
        table.play(i.Reveal())
        if table.view.phase is Phase.ARGUE:
            table.play(i.StartSecondRound())
    table.play(i.Confirm(Outcome.DIFFERED))
    table.play(i.StartClosing())
    table.play(i.Finish())
    scene = EndScene(venue, table)
    render(scene, Look((1280, 720)))
    assert scene.widget("named").label == "1 verschil, zonder reden"
    shown = scene.widget("difference-0")
    assert isinstance(shown, DifferenceView)
    assert shown.each.positions == ()
    assert shown.each.about.startswith("Geen reden genoteerd: Persoonlijk, ")
    tiles = results.tiles(record_of(table))
    assert ("verschil, zonder reden", "1") in tiles.items
