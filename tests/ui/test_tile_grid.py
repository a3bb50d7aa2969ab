"""A grid of tiles shows whole rows, however it is scrolled."""

from pathlib import Path

import pytest

from game.ui.events import Pointer
from game.ui.look import Look
from game.ui.scene import Scene, render
from game.ui.scenes.tiles import TileGrid
from tests.ui.golden.evening import Evening
from tests.ui.golden.shots import SHOTS, opened

SHOT = next(shot for shot in SHOTS if shot.name == "map-24")


def _grids(scene: Scene) -> list[TileGrid]:
    return [widget for widget in scene.all_widgets() if isinstance(widget, TileGrid)]


def _whole(grid: TileGrid) -> bool:
    seen = grid.viewport()
    assert seen is not None
    touched = [tile for tile in grid.children if tile.rect.colliderect(seen)]
    return bool(touched) and all(seen.contains(tile.rect) for tile in touched)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 160])
def test_no_row_is_cut_through(size: tuple[int, int], text_size: int, tmp_path: Path) -> None:
    with opened(SHOT, tmp_path, evening=Evening()) as pilot:
        scene = pilot.scene
        render(scene, Look(size, text_size))
        for grid in _grids(scene):
            assert _whole(grid), grid.name
            for _turn in range(len(grid.children)):
                grid.handle(Pointer("wheel", grid.rect.center, wheel=-1))
                assert _whole(grid), grid.name
            last = grid.children[-1]
            assert grid.viewport() is not None
            assert last.rect.bottom <= grid.rect.bottom
            grid.reveal(grid.children[0])
            assert grid.offset == 0
            grid.reveal(last)
            assert _whole(grid)
            assert last.rect.bottom <= grid.rect.bottom
