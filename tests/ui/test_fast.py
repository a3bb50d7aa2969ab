"""The fast lane: one argument, the boundary, and on to the record."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Meets, Place
from game.core.session import CardInPlay, Phase
from game.table import Table
from game.ui.look import Look
from game.ui.scene import render
from game.ui.scenes.fast import FastScene
from game.ui.scenes.route import scene
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def _play(pilot: Open, folder: Path) -> tuple[Pilot, Table]:
    venue, table = table_at(Phase.FAST, folder)
    return pilot(FastScene(venue, table), motion=False), table


def _card(table: Table) -> CardInPlay:
    card = table.view.current
    assert card is not None
    return card


def test_by_keyboard_only(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.key("c")
    page.key("enter")
    page.key("+")
    page.type("Ze doen het zelf")
    page.key("ctrl+enter")
    page.type("Met subsidie")
    page.key("ctrl+enter")
    card = _card(table)
    assert table.view.phase is Phase.SETTLE
    (said,) = card.arguments
    assert said.text == "Ze doen het zelf"
    assert said.meets is Meets.YES
    assert said.seat == card.seat
    assert card.first is not None
    assert said.place is card.first.positions[0]
    assert card.boundary == "Met subsidie"


def test_the_button_names_where_it_leads(pilot: Open, tmp_path: Path) -> None:
    page, _table = _play(pilot, tmp_path)
    assert page.widget("record").label == "Naar de uitkomst"


def test_by_pointer_only(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    other = next(seat.id for seat in table.view.present if seat.id != _card(table).seat)
    page.press(f"criterion-{table.deck.criteria[0].id}")
    page.press("meets-partly")
    page.press(f"form-seat-{other}")
    page.press("record")
    assert table.view.phase is Phase.SETTLE
    assert _card(table).arguments[0].seat == other
    assert _card(table).boundary == ""


def test_nothing_typed_goes_on_too(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.key("enter")
    assert table.view.phase is Phase.SETTLE
    assert not _card(table).arguments


def test_a_criterion_that_is_not_judged_is_refused_in_words(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.press(f"criterion-{table.deck.criteria[0].id}")
    page.press("record")
    assert page.scene.said
    assert table.view.phase is Phase.FAST
    assert not _card(table).arguments


def test_the_whole_discussion_after_all(pilot: Open, tmp_path: Path) -> None:
    page, table = _play(pilot, tmp_path)
    page.press("reason")
    page.type("Toch even praten")
    page.press("discuss")
    assert table.view.phase is Phase.ARGUE
    page.press("form-play")
    assert _card(table).arguments[0].text == "Toch even praten"


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 640)])
@pytest.mark.parametrize("text_size", [100, 160])
def test_everything_fits(tmp_path: Path, size: tuple[int, int], text_size: int) -> None:
    venue, table = table_at(Phase.FAST, tmp_path)
    look = Look(size, text_size)
    scene = FastScene(venue, table)
    render(scene, look)
    scene.choose(table.deck.criteria[0].id)
    window = look.rect(0, 0, 1920, 1080)
    for name in ("banner", "reason", "form-seat", "boundary", "record", "discuss", "card"):
        assert window.contains(scene.widget(name).rect), name
    names = ("form-criterion", "meets-yes", "reason", "form-seat")
    rects = [scene.widget(name).rect for name in names]
    for one, other in itertools.pairwise(rects):
        assert one.bottom <= other.top
    assert rects[2].height >= 60


def test_who_points_can_type_at_once(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.PROPOSE, tmp_path)
    for seat in table.session.present:
        table.play(i.Seal(seat.id, Place.COMMUNAL))
    screen = pilot(scene(venue, table))
    screen.press("reveal")
    screen.settle()
    screen.press("on")
    assert isinstance(screen.scene, FastScene)
    screen.type("Stap voor stap")
    screen.key("tab")
    screen.type("Tegen betaling")
    assert screen.scene.texts["reason"].text == "Stap voor stap"
    assert screen.scene.texts["boundary"].text == "Tegen betaling"
