"""Many seats at one place: each is seen by its letters, and every name can be reached."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Place
from game.core.session import Phase
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Stage
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.turned import TurnedSeat
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.label import Paragraph
from game.venue import Venue
from tests.ui.conftest import Pilot
from tests.ui.spy import no_paint, spied
from tests.ui.tables import table_at

Open = Callable[..., Pilot]
WINDOWS = [(1024, 640), (1280, 720), (1920, 1080)]


def _crowded(folder: Path, seats: int = 12, phase: Phase = Phase.PROPOSE) -> tuple[Venue, Table]:
    venue, table = table_at(phase, folder, seats=seats)
    for number, seat in enumerate(table.view.present):
        place = Place.COMMUNAL if number < seats - 2 else Place.PERSONAL
        living = (Place.INSTITUTIONAL, Place.OUTSIDE) if phase is Phase.SECOND else ()
        table.play(i.Seal(seat.id, place, living))
    table.play(i.Reveal())
    return venue, table


@pytest.mark.parametrize("phase", [Phase.PROPOSE, Phase.SECOND])
@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("text_size", [100, 160])
def test_every_seat_is_seen_and_named(
    tmp_path: Path, size: tuple[int, int], text_size: int, phase: Phase
) -> None:
    venue, table = _crowded(tmp_path, phase=phase)
    scene = RevealScene(venue, table)
    with no_paint():
        look = spied(scene, size, text_size)
    drawn = {line.text for line in look.lines}
    window = look.rect(0, 0, 1920, 1080)
    for seat in table.view.present:
        widget = scene.widget(f"seat-{seat.id}")
        assert isinstance(widget, TurnedSeat)
        assert window.contains(widget.rect)
        assert scene.face(seat.id).letters in drawn
        assert seat.label not in look.shortened.values()
    hidden = scene.find("more-communal")
    named = scene.find("names-communal")
    if isinstance(named, Paragraph) and hidden is None:
        for seat in table.view.present[:10]:
            assert seat.label in named.label


def test_the_names_that_do_not_fit_are_one_press_away(pilot: Open, tmp_path: Path) -> None:
    venue, table = _crowded(tmp_path)
    page = pilot(RevealScene(venue, table), (1024, 640), motion=False, text_size=160)
    page.settle()
    if page.scene.find("more-communal") is None:
        page.scene.attach(Stage(Look((1024, 500), 160)))
    page.press("more-communal")
    assert isinstance(page.scene, Dialog)
    for seat in table.view.present[:10]:
        assert seat.label in page.scene.text
