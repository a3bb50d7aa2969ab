"""The seats in the set-up: how many people share one, and which the public record can show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.setup import MAX_SEATS, Seat, Setup
from game.store.prepared import Prepared
from game.ui.scene import Scene
from game.ui.scenes.setup import SetupScene
from game.venue import STANDARD
from tests.ui.conftest import Pilot
from tests.ui.tables import venue_in

Open = Callable[..., Pilot]


def setting_up(folder: Path, *sizes: int) -> Scene:
    seats = tuple(Seat(f"s{n}", f"Rol {n}", size=size) for n, size in enumerate(sizes, start=1))
    return SetupScene(venue_in(folder), Prepared(Setup(), seats, STANDARD))


def warned(opened: Pilot) -> str:
    return opened.widget("others").label


def test_the_screen_says_which_seats_become_others(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(setting_up(tmp_path, 1, 2, 3))
    assert "“overig”: Rol 1 en Rol 2." in warned(opened)
    opened.press("more-2")
    assert "alle stoelen" not in warned(opened)
    assert "“overig”: Rol 1 en Rol 2." in warned(opened)  # One person takes the next along.
    for _more in range(2):
        opened.press("more-1")
    assert warned(opened) == ""
    assert opened.widget("people-1").label == "3 mensen"


def test_seats_of_one_person_are_all_others(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(setting_up(tmp_path, 1, 1, 1))
    assert "alle stoelen samen “overig”" in warned(opened)
    opened.press("remove-3")
    assert "alleen totalen" in warned(opened)


def test_a_new_name_is_warned_of_while_it_is_typed(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(setting_up(tmp_path, 3, 3))
    assert warned(opened) == ""
    opened.press("seat-3")
    opened.type("Kerk")
    assert "Kerk" in warned(opened)


@pytest.mark.parametrize(("size", "text"), [((1920, 1080), 100), ((1024, 640), 160)])
def test_twelve_seats_fit_with_the_warning(
    pilot: Open, tmp_path: Path, size: tuple[int, int], text: int
) -> None:
    sizes = (*[1] * (MAX_SEATS - 1), 3)
    opened = pilot(setting_up(tmp_path, *sizes), size, text_size=text)
    told = opened.widget("others").rect
    last = opened.widget(f"more-{MAX_SEATS}").rect
    assert last.bottom <= told.top
    assert told.bottom <= opened.widget("role-0").rect.top


def test_a_date_may_be_typed_in_words(pilot: Open, tmp_path: Path) -> None:
    opened = pilot(setting_up(tmp_path, 1, 1))
    opened.press("tab-1")
    scene = opened.scene
    assert isinstance(scene, SetupScene)
    scene.text_state("date").replace_all("22 november 2026")
    assert scene.typed_setup().date == "2026-11-22"
    scene.text_state("date").replace_all("2026-22-11")
    assert "“2026-22-11” is geen datum. Schrijf het zo: 30-6-2027" in scene.problem()
