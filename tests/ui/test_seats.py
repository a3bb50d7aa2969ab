"""Who is at the table: leaving, coming back, and somebody new."""

from collections.abc import Callable
from pathlib import Path

from game.core.session import Phase
from game.core.setup import MAX_SEATS
from game.table import Table
from game.ui.scene import Push
from game.ui.scenes.hand import HandScene
from game.ui.scenes.seats import SeatsScene
from game.ui.widgets.dialog import Dialog
from game.venue import Venue
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def over_the_hand(pilot: Open, venue: Venue, table: Table) -> Pilot:
    """Open the panel over the screen of the hand."""
    screen = pilot(HandScene(venue, table))
    screen.window.change(Push(SeatsScene(venue, table)))
    return screen


def test_a_seat_leaves_and_comes_back(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = over_the_hand(pilot, venue, table)
    seat = table.view.seats[0]
    screen.press(f"seat-{seat.id}")
    assert table.view.absent == (seat.id,)
    assert isinstance(screen.scene, SeatsScene)
    screen.press(f"seat-{seat.id}")
    assert not table.view.absent
    screen.press(f"seat-{seat.id}")
    screen.press("done")
    assert isinstance(screen.scene, HandScene)
    turn = table.view.on_turn
    assert turn is not None
    assert turn.label in screen.widget("heading").label


def test_by_keyboard(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = over_the_hand(pilot, venue, table)
    seat = table.view.seats[1]
    while screen.scene.focus != f"seat-{seat.id}":
        screen.key("tab")
    screen.key("space")
    assert table.view.absent == (seat.id,)
    screen.key("escape")
    assert isinstance(screen.scene, HandScene)


def test_the_last_seat_stays(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path, seats=2)
    screen = over_the_hand(pilot, venue, table)
    first, last = table.view.seats
    screen.press(f"seat-{first.id}")
    screen.press(f"seat-{last.id}")
    assert table.view.absent == (first.id,)
    assert screen.scene.said


def test_a_newcomer_gets_a_colour_of_its_own(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = over_the_hand(pilot, venue, table)
    taken = {seat.colour for seat in table.view.seats}
    screen.press("join")
    screen.type("Bakker")
    screen.key("enter")
    screen.key("enter")
    newcomer = table.view.seats[-1]
    assert (newcomer.label, newcomer.size) == ("Bakker", 1)
    assert newcomer.colour not in taken
    assert f"seat-{newcomer.id}" in screen.names()


def test_a_name_that_is_taken_is_asked_again(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    screen = over_the_hand(pilot, venue, table)
    known = table.view.seats[0].label
    screen.press("join")
    screen.type(known)
    screen.key("enter")
    screen.key("enter")
    assert isinstance(screen.scene, Dialog)
    assert known in screen.scene.text
    assert screen.scene.value("label") == known
    screen.type(" twee")
    screen.press("field-size")
    screen.key("backspace")
    screen.type("9")
    screen.press("ok")
    assert isinstance(screen.scene, Dialog)
    screen.press("field-size")
    screen.key("backspace")
    screen.type("4")
    screen.press("ok")
    assert table.view.seats[-1].size == 4
    assert table.view.seats[-1].label == f"{known} twee"


def test_a_full_table_says_so(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path, seats=MAX_SEATS)
    screen = over_the_hand(pilot, venue, table)
    assert sum(name.startswith("seat-") for name in screen.names()) == MAX_SEATS
    join = screen.widget("join")
    assert not join.enabled
    assert str(MAX_SEATS) in join.reason


def test_a_session_that_is_open_elsewhere_seats_nobody(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.HAND, tmp_path)
    looking = Table.open(table.path, read_only=True).table
    screen = over_the_hand(pilot, venue, looking)
    screen.press("join")
    screen.press(f"seat-{looking.view.seats[0].id}")
    assert screen.scene.said
    assert not looking.view.absent
