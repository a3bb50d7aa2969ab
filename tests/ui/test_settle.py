"""Recording a card: what is proposed, what is asked, and what survives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game import i18n
from game.core import intents as i
from game.core import settling
from game.core.cards import Crux, Place
from game.core.outcome import Outcome
from game.core.scoring import score
from game.core.session import Phase
from game.table import Table
from game.ui.look import Look
from game.ui.scene import render
from game.ui.scenes.column_card import ColumnCard
from game.ui.scenes.landing import LandingScene
from game.ui.scenes.points import PointsView
from game.ui.scenes.settle import SettleScene
from game.ui.widgets.button import Button
from game.ui.widgets.text_field import TextField
from tests.ui.conftest import Pilot
from tests.ui.recordings import of_kind, recording, two, undecided
from tests.ui.tables import table_at

Open = Callable[..., Pilot]
KINDS = pytest.mark.parametrize(
    "outcome",
    [Outcome.AGREED, Outcome.CARRIED, Outcome.DIFFERED, Outcome.SPLIT, Outcome.UNDECIDED],
)
SIZES = pytest.mark.parametrize(
    "look",
    [((1920, 1080), 100, "nl"), ((1280, 720), 100, "en"), ((1024, 640), 160, "nl")],
)


def _fields(pilot: Pilot) -> list[str]:
    return [name for name in pilot.names() if name.startswith("field-")]


def _points(pilot: Pilot) -> PointsView:
    view = pilot.widget("points")
    assert isinstance(view, PointsView)
    return view


def _text(pilot: Pilot, name: str) -> str:
    field = pilot.widget(name)
    assert isinstance(field, TextField)
    return field.state.text


# what is asked


def test_what_was_said_is_not_asked_again(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED)
    card = table.session.current
    assert card is not None
    place = settling.proposal(card, 75).places[0]
    screen = pilot(SettleScene(venue, table))
    assert _text(screen, "field-reason") == settling.said_for(card, place)
    assert _text(screen, "field-boundary") == card.boundary


def test_the_card_says_what_it_means_here(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    table.play(i.NoteWording("alleen in de flat"))
    table.play(i.StartProposing())
    for seat in table.session.present:
        table.play(i.Seal(seat.id, Place.COMMUNAL))
    table.play(i.Reveal())
    table.play(i.StartSettling())
    view = pilot(SettleScene(venue, table)).widget("card")
    assert isinstance(view, ColumnCard)
    assert view.text.endswith("\nHier: alleen in de flat")


def test_the_button_says_what_it_does_and_by_which_key(pilot: Open, tmp_path: Path) -> None:
    screen = pilot(SettleScene(*recording(tmp_path, Outcome.AGREED)))
    button = screen.widget("confirm")
    assert isinstance(button, Button)
    assert (button.label, button.sub) == ("Leg de kaart vast", "Ctrl+Enter")


def test_a_contested_card_asks_what_brought_the_table_together(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED, together=True)
    screen = pilot(SettleScene(venue, table))
    assert _fields(screen) == ["field-reason", "field-together", "field-boundary"]


def test_a_difference_asks_for_every_position_the_crux_and_what_settles_it(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    card = table.session.current
    assert card is not None
    assert card.last is not None
    screen = pilot(SettleScene(venue, table))
    expected = [f"field-reason:{place}" for place in card.last.positions]
    assert _fields(screen) == [*expected, "field-settle"]
    assert [n for n in screen.names() if n.startswith("crux-") and n != "crux-label"] == [
        f"crux-{crux}" for crux in Crux
    ]


def test_a_carried_card_may_be_turned_into_a_difference(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.CARRIED)
    card = table.session.current
    assert card is not None
    screen = pilot(SettleScene(venue, table))
    against = settling.dissenters(card, settling.proposal(card, 75).places)
    assert _fields(screen) == ["field-reason", *(f"field-note:{seat}" for seat in against)]
    screen.press("ending-differed")
    assert "field-settle" in _fields(screen)
    screen.key("ctrl+enter")
    assert table.session.history[-1].outcome is Outcome.DIFFERED


def test_a_tie_that_both_can_live_with_may_be_named(pilot: Open, tmp_path: Path) -> None:
    votes = (Place.COMMUNAL, Place.OUTSIDE)
    venue, table = two(tmp_path, votes, live=True)
    screen = pilot(SettleScene(venue, table))
    screen.press("ending-carried-outside")
    assert _fields(screen)[0] == "field-reason"
    screen.press("confirm")
    recorded = table.session.history[-1]
    assert (recorded.outcome, recorded.places) == (Outcome.CARRIED, (Place.OUTSIDE,))


def test_a_tie_that_is_not_livable_can_only_be_a_difference(pilot: Open, tmp_path: Path) -> None:
    venue, table = two(tmp_path, (Place.COMMUNAL, Place.OUTSIDE), live=False)
    screen = pilot(SettleScene(venue, table))
    assert not [name for name in screen.names() if name.startswith("ending-")]


def _split(pilot: Open, folder: Path) -> tuple[Pilot, Table]:
    """Split a card in an agreed aspect and a carried one."""
    venue, table = table_at(Phase.ARGUE, folder, seats=5)
    table.play(i.Split(("Het eten", "De zaal")))
    for votes in ((Place.COMMUNAL,) * 5, (Place.COMMUNAL,) * 4 + (Place.OUTSIDE,)):
        for seat, vote in zip(table.session.present, votes, strict=True):
            table.play(i.Seal(seat.id, vote))
        table.play(i.Reveal())
    return pilot(SettleScene(venue, table)), table


def test_an_aspect_that_is_carried_may_be_a_difference(pilot: Open, tmp_path: Path) -> None:
    screen, table = _split(pilot, tmp_path)
    assert _fields(screen)[:2] == ["field-aspect:0", "field-aspect:1"]
    assert "differed-0" not in screen.names()
    screen.press("differed-1")
    screen.key("ctrl+enter")
    card = table.session.history[-1]
    assert settling.aspect_outcome(card, 0, 75).outcome is Outcome.AGREED
    assert settling.aspect_outcome(card, 1, 75).outcome is Outcome.DIFFERED


def test_a_carried_aspect_that_a_correction_makes_agreed_is_no_difference_any_more(
    pilot: Open, tmp_path: Path
) -> None:
    screen, table = _split(pilot, tmp_path)
    screen.press("differed-1")
    table.play(i.CorrectVote(table.session.present[-1].id, Place.COMMUNAL))
    screen.window.show(table.view)
    screen.step()
    assert "differed-1" not in screen.names()
    screen.key("ctrl+enter")
    card = table.session.history[-1]
    assert settling.aspect_outcome(card, 1, 75).outcome is Outcome.AGREED


def test_a_boundary_that_is_emptied_is_no_boundary_any_more(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED)
    table.play(i.NoteBoundary("als het geld kost"))
    screen = pilot(SettleScene(venue, table))
    screen.press("field-boundary")
    screen.key("ctrl+a")
    screen.key("delete")
    screen.key("ctrl+enter")
    card = table.session.history[-1]
    assert card.outcome is Outcome.AGREED
    assert (card.boundary, card.settlement.boundary) == ("", "")


def test_a_boundary_that_is_not_asked_for_again_stays(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    table.play(i.NoteBoundary("als het geld kost"))
    screen = pilot(SettleScene(venue, table))
    assert "field-boundary" not in screen.names()
    screen.key("ctrl+enter")
    assert table.session.history[-1].settlement.boundary == "als het geld kost"


def test_too_little_to_go_on_is_recorded_without_a_celebration(pilot: Open, tmp_path: Path) -> None:
    venue, table = undecided(tmp_path)
    screen = pilot(SettleScene(venue, table))
    assert _fields(screen) == ["field-reason"]
    screen.press("confirm")
    assert table.session.history[-1].outcome is Outcome.UNDECIDED
    assert not isinstance(screen.scene, LandingScene)


# typing


def test_tab_goes_through_the_fields_in_order(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED, together=True)
    screen = pilot(SettleScene(venue, table))
    visited = []
    for _field in range(3):
        screen.key("tab")
        visited.append(screen.scene.focus)
    assert visited == ["field-reason", "field-together", "field-boundary"]


def test_recording_by_keyboard_only(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    screen = pilot(SettleScene(venue, table), motion=False)
    while screen.scene.focus != "crux-fact":
        screen.key("tab")
    screen.key("right")
    screen.key("enter")
    while screen.scene.focus != "field-settle":
        screen.key("tab")
    screen.type("psmx meten")
    screen.key("ctrl+enter")
    recorded = table.session.history[-1]
    assert recorded.settlement.crux is Crux.MEANING
    assert recorded.settlement.settle == "psmx meten"
    assert score(recorded).total == 6
    assert isinstance(screen.scene, LandingScene)
    screen.key("enter")
    assert not isinstance(screen.scene, LandingScene)


@KINDS
def test_every_kind_is_recorded_by_keyboard_only(
    pilot: Open, tmp_path: Path, outcome: Outcome
) -> None:
    venue, table = of_kind(tmp_path, outcome)
    screen = pilot(SettleScene(venue, table), motion=False)
    last = _fields(screen)[-1]
    while screen.scene.focus != last:
        screen.key("tab")
    screen.type("x")
    screen.key("ctrl+enter")
    assert table.session.history[-1].outcome is outcome
    for _screen in range(2):
        if not isinstance(screen.scene, SettleScene | LandingScene):
            break
        screen.key("enter")
    assert table.session.phase is not Phase.SETTLE
    assert not isinstance(screen.scene, SettleScene | LandingScene)


@KINDS
def test_every_kind_is_recorded_by_pointer_only(
    pilot: Open, tmp_path: Path, outcome: Outcome
) -> None:
    venue, table = of_kind(tmp_path, outcome)
    screen = pilot(SettleScene(venue, table), motion=False)
    screen.press(_fields(screen)[0])
    if outcome is Outcome.DIFFERED:
        screen.press("crux-local")
    screen.press("confirm")
    recorded = table.session.history[-1]
    assert recorded.outcome is outcome
    assert recorded.settlement.crux is (Crux.LOCAL if outcome is Outcome.DIFFERED else None)
    if isinstance(screen.scene, LandingScene):
        screen.press("next")
    assert not isinstance(screen.scene, SettleScene | LandingScene)


def test_a_letter_renders_one_text_where_the_points_stay(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    screen = pilot(SettleScene(venue, table))
    screen.press("field-settle")
    screen.type("een ")
    for letter in "woord":
        before = screen.window.look.rendered
        screen.type(letter)
        assert screen.window.look.rendered - before <= 1, letter


def test_what_is_typed_goes_along_to_another_ending(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.CARRIED)
    card = table.session.current
    assert card is not None
    place = settling.proposal(card, 75).places[0]
    screen = pilot(SettleScene(venue, table))
    screen.press("field-reason")
    screen.key("ctrl+a")
    screen.type("onze club")
    note = _fields(screen)[1]
    screen.press(note)
    screen.key("ctrl+a")
    screen.type("ons veld")
    screen.press("ending-differed")
    assert _text(screen, f"field-reason:{place}") == "onze club"
    other = next(name for name in _fields(screen) if name != f"field-reason:{place}")
    assert _text(screen, other) == "ons veld"
    screen.press("ending-carried")
    assert _text(screen, note) == "ons veld"


def test_a_note_is_not_kept_for_a_place_that_was_a_wrong_tap(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.CARRIED)
    screen = pilot(SettleScene(venue, table))
    name = _fields(screen)[1]
    assert _text(screen, name)
    seat = name.partition(":")[2]
    card = table.session.current
    assert card is not None
    assert card.last is not None
    other = next(p for p in Place if p not in card.last.positions)
    table.play(i.CorrectVote(seat, other))
    screen.scene.relayout()
    assert not _text(screen, name)


def test_a_table_that_only_looks_on_records_nothing(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.AGREED)
    seen = Table.open(table.path, read_only=True).table
    screen = pilot(SettleScene(venue, seen))
    screen.press("confirm")
    assert isinstance(screen.scene, SettleScene)
    assert screen.scene.said


def test_the_points_follow_what_is_typed(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    screen = pilot(SettleScene(venue, table))
    before = _points(screen).score
    assert before.outcome == 1
    assert len(_points(screen).lacks) == 2
    screen.press("crux-value")
    screen.press("field-settle")
    screen.type("a")
    assert _points(screen).score.outcome == 2
    assert not _points(screen).lacks
    screen.key("backspace")
    assert _points(screen).score == before


def test_an_empty_card_is_never_refused(pilot: Open, tmp_path: Path) -> None:
    venue, table = two(tmp_path, (Place.PERSONAL, Place.OUTSIDE), live=False)
    screen = pilot(SettleScene(venue, table))
    screen.press("confirm")
    assert table.session.history[-1].outcome is Outcome.DIFFERED


def test_what_is_typed_survives_a_kill_and_an_undo(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    screen = pilot(SettleScene(venue, table), motion=False)
    screen.press("crux-role")
    screen.press("field-settle")
    screen.type("Een gesprek.")
    screen.step(40, 0.1)
    # No close: the process is gone, and another one opens the file.
    again = Table.open(table.path).table
    scene = SettleScene(venue, again)
    render(scene)
    assert scene.texts["settle.settle"].text == "Een gesprek."
    assert scene.crux is Crux.ROLE
    screen.key("ctrl+enter")
    screen.step()
    screen.key("ctrl+z")
    assert isinstance(screen.scene, SettleScene)
    assert _text(screen, "field-settle") == "Een gesprek."


def test_a_refusal_is_said_in_words(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.SPLIT)
    screen = pilot(SettleScene(venue, table))
    assert not screen.widget("split").enabled
    screen.press("split")
    assert screen.scene.said == screen.widget("split").reason


def test_a_wrong_tap_can_be_put_right(pilot: Open, tmp_path: Path) -> None:
    venue, table = recording(tmp_path, Outcome.DIFFERED)
    screen = pilot(SettleScene(venue, table))
    pawn = next(
        name for name in screen.names() if name.startswith("stood-0-") and "-pawns-" in name
    )
    screen.press(pawn)
    assert not isinstance(screen.scene, SettleScene)
    screen.key("escape")
    assert isinstance(screen.scene, SettleScene)


# what it looks like


@SIZES
@pytest.mark.parametrize(
    ("seats", "outcome"),
    [(5, Outcome.AGREED), (5, Outcome.SPLIT), (12, Outcome.CARRIED), (12, Outcome.DIFFERED)],
)
def test_nothing_leaves_the_window(
    tmp_path: Path, look: tuple[tuple[int, int], int, str], seats: int, outcome: Outcome
) -> None:
    size, text_size, language = look
    venue, table = recording(tmp_path, outcome, seats=seats)
    i18n.use(language)
    scene = SettleScene(venue, table)
    window = render(scene, Look(size, text_size)).get_rect()
    lists = [w for w in scene.widgets if w.viewport() is not None]
    inside = {id(child) for parent in lists for child in parent.walk()}
    for widget in scene.all_widgets():
        if id(widget) not in inside:
            assert window.contains(widget.rect), widget.name
    flat = [w for w in scene.widgets if w.focusable or w.viewport() is not None]
    for n, one in enumerate(flat):
        for other in flat[n + 1 :]:
            assert not one.rect.colliderect(other.rect), (one.name, other.name)
