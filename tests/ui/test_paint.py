"""What is drawn is even: the same at the left and the right, and nothing sticks out."""

import pygame
import pytest

from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.drop_zone import DropZone

WHITE, INK, TINT = (255, 255, 255), (20, 90, 80), (214, 235, 230)


def canvas(width: int, height: int) -> pygame.Surface:
    surface = pygame.Surface((width, height))
    surface.fill(WHITE)
    return surface


def rows(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("radius", [1, 2, 9, 28, 60, 92, 141])
def test_a_disc_is_the_same_from_every_side(radius: int) -> None:
    side = 2 * radius + 4
    surface = canvas(side, side)
    paint.disc(surface, (side // 2, side // 2), radius, INK)
    for turned in (
        pygame.transform.flip(surface, True, False),
        pygame.transform.flip(surface, False, True),
    ):
        assert rows(turned) == rows(surface)


@pytest.mark.parametrize("width", [240, 241])
@pytest.mark.parametrize("radius", [30, 60, 92, 120])
def test_the_side_of_an_arch_runs_on_where_it_bends(width: int, radius: int) -> None:
    surface = canvas(width, 300)
    paint.arch(surface, surface.get_rect(), TINT, INK, 3, top=radius, bottom=12)
    assert rows(pygame.transform.flip(surface, True, False)) == rows(surface)
    for x in range(width - 5, width):
        above, below = surface.get_at((x, radius - 1)), surface.get_at((x, radius))
        assert all(abs(a - b) < 8 for a, b in zip(above, below, strict=True))


def test_a_drop_zone_lights_up_inside_its_edge() -> None:
    look = Look((640, 360))
    zone = DropZone("table", pygame.Rect(10, 10, 400, 80), "hier")
    zone.aimed = True
    lit = canvas(420, 100)
    zone.draw(lit, look, focused=False, hover=False)
    reach = canvas(420, 100)
    paint.pill(reach, zone.rect, INK)
    outside = [(x, y) for x in range(420) for y in range(100) if reach.get_at((x, y))[:3] == WHITE]
    assert all(lit.get_at(spot)[:3] == WHITE for spot in outside)
    assert lit.get_at((50, 14))[:3] == look.theme.accent
