"""Beginning with a saved session: at once where it stopped, or first a plain sentence."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.session import Phase
from game.store.errors import Problem, SaveError
from game.ui.scenes.opening import first
from game.ui.scenes.play import PlayScene
from game.ui.scenes.title import TitleScene
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


def test_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    table.close()
    scene, over = first(venue, table.path)
    assert isinstance(scene, PlayScene)
    assert over is None
    assert scene.view.phase is Phase.ARGUE
    assert not scene.table.read_only


def test_a_session_that_is_open_elsewhere_says_first_that_it_can_only_be_read(
    pilot: Open, tmp_path: Path
) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    scene, over = first(venue, table.path)
    assert isinstance(scene, TitleScene)
    screen = pilot(scene)
    screen.window.change(over)
    assert screen.scene.title == "Voordat je verder gaat"
    screen.key("enter")
    assert isinstance(screen.scene, PlayScene)
    assert screen.scene.table.read_only
    table.close()


def test_a_damaged_session_offers_what_is_whole(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    table.close()
    lines = table.path.read_bytes().splitlines(keepends=True)
    lines[8] = b"x" + lines[8]
    table.path.write_bytes(b"".join(lines))
    scene, over = first(venue, table.path)
    screen = pilot(scene)
    screen.window.change(over)
    screen.press("answer-open")
    screen.key("enter")
    assert isinstance(screen.scene, PlayScene)
    assert len(screen.scene.table.steps) == 7


def test_what_is_no_session_is_an_error(tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    table.close()
    other = tmp_path / "anders.jsonl"
    shutil.copy(table.path, other)
    other.write_bytes(b"{}" + other.read_bytes())
    with pytest.raises(SaveError) as caught:
        first(venue, other)
    assert caught.value.problem is Problem.BROKEN_HEADER
