"""Pictures of strangers on cards: how large they are drawn, and which are shown whole."""

from pathlib import Path

import pygame
import pytest

from game.ui import icons
from game.ui.look import Look
from game.ui.widgets.card_view import CardView

SIZE = (200, 100)
RED, BLUE = (230, 20, 20), (20, 20, 230)
SHAPE = '<rect width="90000" height="90000"/></svg>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    "attributes",
    [
        'width="30000" height="30000"',
        'width="1e9" height="1e9"',
        "",
        'width="1" height="90000"',
        'width="90000" height="1"',
        'width="nan" height="inf"',
        'width="1e-30" height="1e-30"',
        'viewBox="0 0 90000 90000"',
    ],
)
def test_an_svg_is_drawn_as_large_as_its_place_whatever_it_says(
    tmp_path: Path, attributes: str
) -> None:
    path = tmp_path / "foto.svg"
    path.write_text(f"{HEAD} {attributes}>{SHAPE}", encoding="utf-8")
    drawn = icons.picture(path, SIZE)
    assert drawn is None or drawn.get_size() == SIZE


def test_an_svg_keeps_its_shape() -> None:
    half = '<rect width="50" height="200" fill="#ff0000"/><rect x="50" width="50" height="200"'
    svg = f'{HEAD} width="100" height="200">{half} fill="#0000ff"/></svg>'.encode()
    drawn = icons.picture(svg, SIZE)
    assert drawn is not None
    assert drawn.get_at((20, 50))[:3] == (255, 0, 0)
    assert drawn.get_at((180, 50))[:3] == (0, 0, 255)


def test_an_svg_without_anything_is_no_picture() -> None:
    assert icons.picture(f'{HEAD} width="0" height="0"></svg>'.encode(), SIZE) is None


def test_a_picture_of_one_pixel_wide_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "smal.png"
    pygame.image.save(pygame.Surface((1, 5000)), path)
    drawn = icons.picture(path, SIZE)
    assert drawn is not None
    assert drawn.get_size() == SIZE


@pytest.mark.parametrize("shape", [(300, 200), (200, 300), (900, 100), (80, 80)])
def test_a_card_that_is_read_shows_its_picture_whole(
    tmp_path: Path, shape: tuple[int, int]
) -> None:
    photo = pygame.Surface(shape)
    photo.fill(BLUE)
    pygame.draw.rect(photo, RED, photo.get_rect(), 10)
    path = tmp_path / "foto.png"
    pygame.image.save(photo, path)
    look = Look((1280, 720))
    rect = pygame.Rect(0, 0, 714, 620)
    text = "Elke maand maken handige mensen gratis kapotte lampen en jassen heel."
    drawn = CardView("card", rect, "Repaircafé", text, picture=path).surface(look)
    red, blue = (_place(drawn, colour) for colour in (RED, BLUE))
    # The red edge is there on all four sides, and as wide as it is high in proportion.
    assert red.contains(blue.inflate(4, 4))
    assert red.w / red.h == pytest.approx(shape[0] / shape[1], rel=0.05)
    assert drawn.get_rect().contains(red)


def test_a_picture_takes_the_room_that_the_words_leave(tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    photo = pygame.Surface((300, 300))
    photo.fill(BLUE)
    pygame.image.save(photo, path)
    look, rect = Look((1280, 720)), pygame.Rect(0, 0, 714, 620)
    short = CardView("card", rect, "Buurtbus", "Kort.", picture=path).surface(look)
    long = CardView("card", rect, "Buurtbus", "Heel veel woorden. " * 20, picture=path)
    assert _place(short, BLUE).h > _place(long.surface(look), BLUE).h > 200


def _place(surface: pygame.Surface, colour: tuple[int, int, int]) -> pygame.Rect:
    mask = pygame.mask.from_threshold(surface, colour, (40, 40, 40, 255))
    boxes = mask.get_bounding_rects()
    assert boxes
    return boxes[0].unionall(boxes[1:])
