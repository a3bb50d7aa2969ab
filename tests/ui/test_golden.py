"""Every screen, held against a picture of it that somebody looked at."""

from pathlib import Path

import pygame
import pytest

from tests.ui.golden import picture
from tests.ui.golden.shots import SHOTS, Shot, taken

HERE = Path(__file__).parent / "golden"
MOST = 5_000_000


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: str(shot.name))
def test_a_screen_looks_as_it_did(shot: Shot, tmp_path: Path) -> None:
    got = taken(shot, tmp_path)
    want = HERE / f"{shot.name}.png"
    left = HERE / f"{shot.name}.got.png"
    marked = HERE / f"{shot.name}.diff.png"
    if not want.exists():
        picture.write(got, left)
        pytest.fail(f"{want.name} is missing: look at {left.name}, then run with --write")
    part, shown = picture.difference(got, picture.read(want))
    if part > picture.ALLOWED:
        picture.write(got, left)
        picture.write(shown, marked)
        pytest.fail(f"{part:.2%} of the pixels differ: look at {left.name} and {marked.name}")
    left.unlink(missing_ok=True)
    marked.unlink(missing_ok=True)


def _kept() -> list[Path]:
    return [path for path in HERE.glob("*.png") if path.stem.count(".") == 0]


def test_every_picture_belongs_to_a_screen() -> None:
    assert {path.name for path in _kept()} <= {f"{shot.name}.png" for shot in SHOTS}


def test_the_names_differ() -> None:
    assert len({shot.name for shot in SHOTS}) == len(SHOTS)


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in _kept()) < MOST


def test_a_difference_is_seen(tmp_path: Path) -> None:
    one = pygame.Surface((200, 100))
    one.fill((250, 248, 243))
    other = one.copy()
    other.fill((40, 40, 40), pygame.Rect(20, 20, 12, 3))
    picture.write(one, tmp_path / "one.png")
    part, shown = picture.difference(other, picture.read(tmp_path / "one.png"))
    assert part == pytest.approx(36 / 20_000)
    assert part > picture.ALLOWED
    assert shown.get_at((25, 21))[:3] == picture.MARK
    assert picture.difference(one, picture.read(tmp_path / "one.png"))[0] == 0
    assert picture.difference(pygame.Surface((10, 10)), one)[0] == 1


def test_many_colours_become_the_nearest_ones(tmp_path: Path) -> None:
    many = pygame.Surface((64, 64))
    for x in range(64):
        for y in range(64):
            many.set_at((x, y), (x * 4, y * 4, 128))
    picture.write(many, tmp_path / "many.png")
    assert picture.difference(many, picture.read(tmp_path / "many.png"))[0] < 0.9
