"""A seat that left during a card: seen as away, and what it said can still be written down."""

from collections.abc import Callable
from pathlib import Path

from game.core import intents as i
from game.core.session import Phase
from game.table import Table
from game.ui.scenes.argue import ArgueScene
from game.ui.widgets.pawn import Pawn, SeatRow
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def _left(pilot: Open, folder: Path) -> tuple[Pilot, Table, tuple[str, ...]]:
    """Argue a card of which everybody in the first position left the table."""
    venue, table = table_at(Phase.ARGUE, folder)
    card = table.view.current
    assert card is not None
    assert card.first is not None
    gone = card.first.holders(card.first.order[0])
    for seat in gone:
        table.play(i.Leave(seat))
    return pilot(ArgueScene(venue, table), motion=False), table, gone


def test_who_left_is_grey_with_its_own_letters(pilot: Open, tmp_path: Path) -> None:
    page, table, gone = _left(pilot, tmp_path)
    card = table.view.current
    assert card is not None
    assert card.first is not None
    pawn = page.widget(f"{card.first.order[0]}-pawns-{gone[0]}")
    assert isinstance(pawn, Pawn)
    assert pawn.face.away
    assert isinstance(page.scene, ArgueScene)
    assert pawn.face == page.scene.face(gone[0])
    assert "is weg" in page.widget("turn-title").label
    assert page.widget("turn-sub").label == "Zij zijn weg. Schrijf op wat zij zeiden."


def test_what_they_said_is_written_down(pilot: Open, tmp_path: Path) -> None:
    page, table, gone = _left(pilot, tmp_path)
    page.key("c")
    page.key("enter")
    page.key("+")
    page.type("zo deden wij dat")
    page.press("form-play")
    card = table.view.current
    assert card is not None
    assert card.arguments[-1].seat in gone
    assert card.arguments[-1].text == "zo deden wij dat"


def test_the_panel_of_seats_names_it(pilot: Open, tmp_path: Path) -> None:
    page, _table, gone = _left(pilot, tmp_path)
    page.key("escape")
    page.press("seats")
    row = page.widget(f"seat-{gone[0]}")
    assert isinstance(row, SeatRow)
    assert row.state == "open"
    assert row.face.away
    assert row.status.startswith("weg")
