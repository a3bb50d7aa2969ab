"""The longest title that a sphere may have: two lines at most, and the board keeps its size."""

from dataclasses import replace

import pytest

from game.core.cards import TITLE_LENGTH, Deck, Place, Sphere
from game.table import Table
from game.ui.scene import Scene
from game.ui.scenes import route
from game.ui.scenes.map import MapScene, SphereScene
from game.ui.widgets.sphere_view import SphereView
from game.venue import Venue
from tests.ui.golden.evening import argued
from tests.ui.spy import spied
from tests.ui.tables import table_when

TITLES = {
    Place.PERSONAL: "Inwoners zelf, met hun familie, vrienden, buren en kennissen",
    Place.COMMUNAL: "Verenigingen, clubs, kerken, moskeeën en groepen in de buurt",
    Place.INSTITUTIONAL: "Organisaties met betaalde krachten: welzijn, zorg en scholen",
    Place.OUTSIDE: "Alles wat niet bij de sociale basis van deze gemeente hoort.",
}
WINDOWS = [((1920, 1080), 100), ((1280, 720), 100), ((1024, 640), 160)]
Window = tuple[tuple[int, int], int]


def long_titles(deck: Deck) -> Deck:
    """Give the places the longest titles that the format allows."""
    assert all(len(title) == TITLE_LENGTH for title in TITLES.values())
    return replace(deck, spheres=tuple(Sphere(place, text) for place, text in TITLES.items()))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Venue, Table], ...]:
    """Play to an argument, with the words of the game and with the longest."""
    folder = tmp_path_factory.mktemp("tafels")
    plain = table_when(argued(3, played=2), folder)
    return plain, table_when(argued(3, played=2), folder, deck_of=long_titles)


def shown(at: tuple[Venue, Table], screen: str) -> Scene:
    return MapScene(*at) if screen == "map" else route.scene(*at)


def arches(scene: Scene) -> list[SphereView]:
    return [widget for widget in scene.all_widgets() if isinstance(widget, SphereView)]


@pytest.mark.parametrize("screen", ["map", "argue"])
@pytest.mark.parametrize("window", WINDOWS)
def test_a_long_title_takes_two_lines_and_the_board_keeps_its_size(
    tables: tuple[tuple[Venue, Table], ...], window: Window, screen: str
) -> None:
    usual, scene = (shown(at, screen) for at in tables)
    spied(usual, *window)
    look = spied(scene, *window)
    for before, arch in zip(arches(usual), arches(scene), strict=True):
        assert arch.rect == before.rect
        badge, title, note = arch._head(look)
        lines = [line for line in look.lines if line.box == title]
        assert 1 <= len(lines) <= 2, [line.text for line in lines]
        assert all(badge.bottom <= line.rect.top for line in lines)
        assert all(line.rect.bottom <= note.top for line in lines)
        assert title.height <= before._head(look)[1].height + look.line_height(20)
        room, had = (one._tiles_top(look) for one in (arch, before))
        assert arch.rect.bottom - room >= (arch.rect.bottom - had) * 0.8


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("place", list(Place))
def test_a_sphere_in_full_has_its_whole_title(
    tables: tuple[tuple[Venue, Table], ...], window: Window, place: Place
) -> None:
    scene = SphereScene(*tables[1], place)
    look = spied(scene, *window)
    heading = scene.find("heading")
    assert heading is not None
    said = " ".join(line.text for line in look.lines if heading.rect.contains(line.rect))
    assert said == TITLES[place]
