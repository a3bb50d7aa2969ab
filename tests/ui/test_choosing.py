"""What a seat chooses from: the card that is dropped, the signs, and what it can live with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.cards import Abstention, Place
from game.core.sealing import turn_order
from game.core.session import Phase
from game.core.setup import Sealing
from game.ui.look import Look
from game.ui.scene import render
from game.ui.scenes import route
from game.ui.scenes.countdown import CountdownScene
from game.ui.theme import CONTRAST, LIGHT, Theme, contrast
from game.ui.widgets.button import Button
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def test_the_card_is_dropped_for_the_seat_on_turn(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.PROPOSE, tmp_path, sealing=Sealing.OPEN)
    p = pilot(route.scene(venue, table), motion=False)
    order = [seat.id for seat in turn_order(table.session)]
    p.drag("card", "place-communal")
    p.drag("card", "abstain-unsure")
    p.drag("card", (5, 715))
    card = table.session.current
    assert card is not None
    sealed = {ballot.seat: ballot.vote for ballot in card.seals}
    assert sealed == {order[0]: Place.COMMUNAL, order[1]: Abstention.UNSURE}


def test_the_second_count_asks_for_signs_one_by_one(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.SECOND, tmp_path)
    p = pilot(route.scene(venue, table), motion=False)
    p.key("enter")
    assert "vlakke hand" in p.widget("flat").label
    p.key("enter")
    p.key("enter")
    assert isinstance(p.scene, CountdownScene)
    assert p.scene.living
    assert p.widget("flat").label.startswith("Meer plekken? Laat de tekens na elkaar zien.")
    p.key("enter")
    assert p.widget("hint").label.startswith("Elk teken is een plek.")


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 160])
def test_what_can_be_lived_with_is_told_in_one_form(
    tmp_path: Path, size: tuple[int, int], text_size: int
) -> None:
    venue, table = table_at(Phase.SECOND, tmp_path)
    scene = route.scene(venue, table)
    render(scene, Look(size, text_size))
    chips = [scene.widget(f"live-{place}") for place in Place]
    named = [isinstance(chip, Button) and not chip.icon and len(chip.label) > 1 for chip in chips]
    assert all(named) or not any(named)
    assert len({(chip.rect.y, chip.rect.h) for chip in chips}) == 1


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=["light", "contrast"])
@pytest.mark.parametrize("place", list(Place))
def test_the_sign_of_a_place_can_be_read(theme: Theme, place: Place) -> None:
    shown = theme.place(place)
    assert contrast(shown.colour, shown.tint) >= 4.5
