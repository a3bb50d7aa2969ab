"""Proposing by keyboard alone and by pointer alone, in each of the three ways of sealing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Abstention, Place
from game.core.outcome import Round
from game.core.sealing import turn_order
from game.core.session import SEALING_PHASES, Phase
from game.core.setup import Sealing
from game.table import Table
from game.ui.look import Look
from game.ui.scene import render
from game.ui.scenes import route
from game.ui.scenes.ballots import chosen_again
from game.ui.scenes.countdown import CountdownScene
from game.ui.scenes.propose import ProposeScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.veil import VeilScene
from game.ui.widgets.top_bar import TopBar
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]
KEYS = ("1", "2", "3", "0", "u")
CHOICES = (
    Place.PERSONAL,
    Place.COMMUNAL,
    Place.INSTITUTIONAL,
    Place.OUTSIDE,
    Abstention.UNSURE,
)
NAMES = (
    "place-personal",
    "place-communal",
    "place-institutional",
    "place-outside",
    "abstain-unsure",
)


def first(table: Table) -> Round:
    card = table.session.current
    assert card is not None
    assert card.first is not None
    return card.first


def second(table: Table) -> Round:
    card = table.session.current
    assert card is not None
    assert card.second is not None
    return card.second


def votes(table: Table) -> list[object]:
    card = table.session.current
    assert card is not None
    sealed = {ballot.seat: ballot.vote for ballot in card.seals}
    return [sealed.get(seat.id) for seat in table.session.present]


def begin(
    pilot: Open, phase: Phase, folder: Path, sealing: Sealing, seats: int = 5
) -> tuple[Pilot, Table]:
    venue, table = table_at(phase, folder, seats=seats, sealing=sealing)
    return pilot(route.scene(venue, table), (1280, 720), motion=False), table


def on_top(p: Pilot) -> str:
    return type(p.scene).__name__


# on three


def test_hands_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    p.key("enter")
    assert isinstance(p.scene, CountdownScene)
    p.key("enter")
    for key in KEYS:
        p.key(key)
    assert votes(table) == list(CHOICES)
    p.key("up")
    p.key("3")
    assert votes(table)[4] is Place.INSTITUTIONAL
    p.key("enter")
    assert isinstance(p.scene, RevealScene)
    p.key("enter")
    assert on_top(p) == "ArgueScene"
    assert len(first(table).choosing) == 5


def test_hands_by_pointer(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    p.press("main")
    p.press("now" if p.scene.find("now") else "digit")
    seats = [seat.id for seat in table.session.present]
    for name in NAMES:
        p.press(name)
    assert votes(table) == list(CHOICES)
    p.press(f"seat-{seats[0]}")
    p.press("place-outside")
    p.drag(f"seat-{seats[1]}", "place-institutional")
    p.drag(f"seat-{seats[2]}", "abstain-not_mine")
    assert votes(table)[:3] == [Place.OUTSIDE, Place.INSTITUTIONAL, Abstention.NOT_MINE]
    p.press("reveal")
    assert isinstance(p.scene, RevealScene)
    p.press("on")
    assert on_top(p) == "ArgueScene"


def test_the_count_goes_by_itself(pilot: Open, tmp_path: Path) -> None:
    p, _table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    p.key("enter")
    seen = []
    for _turn in range(60):
        if isinstance(p.scene, CountdownScene):
            seen.append(p.scene.number)
        p.step(1, 0.1)
    assert list(dict.fromkeys(seen)) == [3, 2, 1, 0]
    assert isinstance(p.scene, ProposeScene)
    assert p.scene.step == "reveal"


def test_escape_takes_the_count_back(pilot: Open, tmp_path: Path) -> None:
    p, _table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    p.key("enter")
    p.key("escape")
    assert isinstance(p.scene, ProposeScene)
    assert p.scene.step == "count"


def test_enter_reveals_after_taps_with_the_pointer(pilot: Open, tmp_path: Path) -> None:
    p, _table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    for name in NAMES:
        p.press(name)
    p.key("enter")
    assert isinstance(p.scene, RevealScene)


def test_a_reveal_with_seals_missing_asks_by_name(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    labels = [seat.label for seat in table.session.present]
    p.key("1")
    p.key("2")
    p.key("r")
    assert all(label in p.scene.title for label in labels[2:])
    assert labels[0] not in p.scene.title
    p.key("enter")
    assert isinstance(p.scene, ProposeScene)
    p.key("r")
    p.press("answer-go")
    assert isinstance(p.scene, RevealScene)
    assert len(first(table).missing) == 3


def test_missing_seats_are_marked_absent(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    for key in ("1", "2", "3"):
        p.key(key)
    p.key("r")
    p.press("answer-absent")
    assert isinstance(p.scene, RevealScene)
    assert len(table.session.absent) == 2
    assert first(table).missing == ()


def test_undo_takes_the_last_tap_back(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.HANDS)
    p.key("1")
    p.key("2")
    p.key("ctrl+z")
    assert votes(table)[:2] == [Place.PERSONAL, None]


# the second round


def test_second_round_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.SECOND, tmp_path, Sealing.HANDS)
    before = votes(table)
    assert None not in before
    p.key("enter")
    p.key("enter")  # past the count
    p.key("down")
    p.key("1")  # the second seat, then on to the third
    p.key("enter")
    assert isinstance(p.scene, CountdownScene)
    p.key("enter")
    p.key("2")
    p.key("up")
    p.key("shift+3")
    p.key("shift+0")
    p.key("shift+0")
    p.key("enter")
    assert isinstance(p.scene, RevealScene)
    shown = second(table)
    seats = shown.present
    assert shown.vote_of(seats[1]) is Place.PERSONAL
    assert shown.ballots[0].vote is Place.COMMUNAL
    assert shown.ballots[0].live_with == (Place.INSTITUTIONAL,)
    assert [shown.vote_of(seat) for seat in seats[2:]] == before[2:]


def test_second_round_by_pointer(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.SECOND, tmp_path, Sealing.HANDS)
    seats = [seat.id for seat in table.session.present]
    p.press(f"seat-{seats[3]}")
    p.press("place-personal")
    p.press(f"seat-{seats[3]}")
    p.press("live-communal")
    p.press("live-outside")
    p.press("live-communal")
    assert not p.widget("live-personal").enabled
    p.press("reveal")
    shown = second(table)
    ballot = next(b for b in shown.ballots if b.seat == seats[3])
    assert (ballot.vote, ballot.live_with) == (Place.PERSONAL, (Place.OUTSIDE,))


def test_a_new_place_is_no_longer_one_to_live_with(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.SECOND, tmp_path, Sealing.HANDS)
    p.key("1")
    p.key("up")
    p.key("shift+2")
    p.key("2")
    card = table.session.current
    assert card is not None
    ballot = next(b for b in card.seals if b.seat == table.session.present[0].id)
    assert (ballot.vote, ballot.live_with) == (Place.COMMUNAL, ())


def test_living_with_something_needs_a_place(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.SECOND, tmp_path, Sealing.HANDS)
    p.key("u")
    p.key("up")
    steps = len(table.steps)
    p.key("shift+2")
    assert len(table.steps) == steps
    assert p.scene.said


# on the covered screen


def test_covered_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.VEIL)
    p.key("enter")
    for key in KEYS:
        assert isinstance(p.scene, VeilScene)
        p.key("enter")
        p.key(key)
    assert isinstance(p.scene, ProposeScene)
    assert votes(table) == list(CHOICES)
    p.key("enter")
    assert isinstance(p.scene, RevealScene)


def test_covered_by_pointer(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.VEIL)
    seats = [seat.id for seat in table.session.present]
    p.press("main")
    for vote in CHOICES:
        p.press("ready")
        p.press(f"option-{vote}")
    assert votes(table) == list(CHOICES)
    p.press(f"seat-{seats[0]}")
    p.press("ready")
    p.press("option-outside")
    assert votes(table)[0] is Place.OUTSIDE
    p.press("reveal")
    assert isinstance(p.scene, RevealScene)


def test_nothing_on_the_covered_screen_tells_what_was_chosen(pilot: Open, tmp_path: Path) -> None:
    shots = set()
    for name, key in zip("ab", ("1", "3"), strict=True):
        folder = tmp_path / name
        folder.mkdir()
        p, _table = begin(pilot, Phase.PROPOSE, folder, Sealing.VEIL)
        p.key("enter")
        p.key("enter")
        p.key(key)
        p.shot(folder / "called.png")
        shots.add((folder / "called.png").read_bytes())
        p.key("escape")
        p.shot(folder / "table.png")
        shots.add((folder / "table.png").read_bytes())
    assert len(shots) == 2


def test_the_covered_choices_are_shuffled(pilot: Open, tmp_path: Path) -> None:
    p, _table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.VEIL)
    orders = set()
    for _turn in range(12):
        p.key("enter")
        p.key("enter")
        places = [widget for widget in p.scene.all_widgets() if widget.name.startswith("option")]
        orders.add(tuple(widget.name for widget in places))
        p.key("escape")
    assert len(orders) > 1


def test_a_place_is_not_chosen_on_the_open_table(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.VEIL)
    p.key("2")
    assert votes(table) == [None] * 5
    assert p.scene.said


def test_second_round_on_the_covered_screen(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.SECOND, tmp_path, Sealing.VEIL)
    p.key("enter")
    p.key("enter")
    p.key("2")
    p.key("1")
    p.key("2")  # its own place: left out
    p.key("enter")
    me = table.session.present[0].id
    assert chosen_again(table.steps) == {me}
    card = table.session.current
    assert card is not None
    ballot = next(b for b in card.seals if b.seat == me)
    assert (ballot.vote, ballot.live_with) == (Place.COMMUNAL, (Place.PERSONAL,))
    p.press("ready")
    p.press("option-personal")
    p.press("option-outside")
    p.press("done")
    assert len(chosen_again(table.steps)) == 2
    p.key("escape")
    p.key("r")
    assert isinstance(p.scene, RevealScene)


# in the open


def test_open_by_keyboard_in_turn(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.OPEN)
    order = [seat.id for seat in turn_order(table.session)]
    for key in KEYS:
        p.key(key)
    p.key("enter")
    assert isinstance(p.scene, RevealScene)
    assert [first(table).vote_of(seat) for seat in order] == list(CHOICES)


def test_open_by_pointer_and_out_of_turn(pilot: Open, tmp_path: Path) -> None:
    p, table = begin(pilot, Phase.PROPOSE, tmp_path, Sealing.OPEN)
    order = [seat.id for seat in turn_order(table.session)]
    p.press(f"seat-{order[2]}")
    p.press("place-personal")
    assert votes(table) == [None] * 5
    assert p.scene.said
    p.press(f"seat-{order[0]}")
    for name in NAMES:
        p.press(name)
    p.press("reveal")
    assert [first(table).vote_of(seat) for seat in order] == list(CHOICES)


# parts, and many seats


def test_every_part_gets_its_round(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.SECOND, tmp_path)
    table.play(i.Split(("Ontmoeten", "Repareren")))
    p = pilot(route.scene(venue, table), (1280, 720), motion=False)
    for part in ("Deel 1 van 2: Ontmoeten", "Deel 2 van 2: Repareren"):
        assert isinstance(p.scene, ProposeScene)
        assert p.widget("question").label.startswith(part)
        bar = p.widget("bar")
        assert isinstance(bar, TopBar)
        assert bar.current == 3
        assert bar.steps[3] == part.partition(":")[0]
        for _seat in table.session.present:
            p.key("2")
        p.key("enter")
        assert isinstance(p.scene, RevealScene)
        assert part in p.widget("card").label
        bar = p.widget("bar")
        assert isinstance(bar, TopBar)
        assert bar.current == 3
        assert bar.steps[3] == part.partition(":")[0]
        p.key("enter")
    assert table.session.phase is Phase.SETTLE
    bar = p.widget("bar")
    assert isinstance(bar, TopBar)
    assert bar.steps[3] == "Delen"


@pytest.mark.parametrize("sealing", [Sealing.HANDS, Sealing.VEIL, Sealing.OPEN])
@pytest.mark.parametrize("phase", [Phase.PROPOSE, Phase.SECOND])
def test_twelve_seats_fit_in_a_small_window_with_large_text(
    tmp_path: Path, phase: Phase, sealing: Sealing
) -> None:
    venue, table = table_at(phase, tmp_path, seats=12, sealing=sealing)
    assert phase in SEALING_PHASES
    look = Look((1024, 640), 160)
    scene = route.scene(venue, table)
    render(scene, look)
    window = look.rect(0, 0, 1920, 1080)
    pressed = [widget for widget in scene.all_widgets() if widget.focusable]
    assert sum(widget.name.startswith("seat-") for widget in pressed) == 12
    for n, widget in enumerate(pressed):
        assert window.contains(widget.rect), widget.name
        assert widget.rect.height >= look.target() - 1, widget.name
        for other in pressed[n + 1 :]:
            assert not widget.rect.colliderect(other.rect), (widget.name, other.name)
