"""Pictures of strangers on cards: none is ever drawn larger than its place asks for."""

from pathlib import Path

import pytest

from game.ui import icons

SIZE = (200, 100)
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
    import pygame

    path = tmp_path / "smal.png"
    pygame.image.save(pygame.Surface((1, 5000)), path)
    drawn = icons.picture(path, SIZE)
    assert drawn is not None
    assert drawn.get_size() == SIZE
