"""A table whose folder does not take the session: nothing is left behind without a question."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.core import intents as i
from game.core.session import Phase
from game.table import Table
from game.ui.scenes import route
from game.ui.scenes.play import PlayScene
from game.ui.scenes.title import TitleScene
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.widget import Widget
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]
NOT_A_FOLDER = "map"


def unsaved(pilot: Open, folder: Path) -> tuple[Pilot, Table]:
    """Open a table that keeps its sessions in what turns out to be a file."""
    blocked = folder / NOT_A_FOLDER
    blocked.write_text("")
    venue, table = table_at(Phase.READ, blocked)
    assert table.trouble
    opened = pilot(route.scene(venue, table))
    opened.step(3, 0.2)
    return opened, table


def close(opened: Pilot) -> None:
    """Press the cross of the window."""
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    opened.step()


def fill(opened: Pilot, text: str) -> None:
    """Type another folder in the dialog that asks for it."""
    opened.scene.text_state("text").replace_all(text)
    opened.key("enter")


def test_the_window_does_not_close_on_what_is_not_saved(pilot: Open, tmp_path: Path) -> None:
    opened, table = unsaved(pilot, tmp_path)
    opened.press("elsewhere")
    opened.key("escape")
    close(opened)
    assert opened.window.running
    assert isinstance(opened.scene, Dialog)
    close(opened)
    assert len([scene for scene in opened.window.scenes if isinstance(scene, Dialog)]) == 1
    opened.press("answer-stay")
    assert isinstance(opened.scene, PlayScene)
    close(opened)
    opened.press("answer-elsewhere")
    fill(opened, str(tmp_path / "anders"))
    assert not opened.window.running
    (kept,) = (tmp_path / "anders").glob("*.jsonl")
    assert Table.open(kept).table.session == table.session


def test_who_wants_to_can_leave_what_is_not_saved(pilot: Open, tmp_path: Path) -> None:
    opened, _table = unsaved(pilot, tmp_path)
    close(opened)
    opened.press("answer-leave")
    assert not opened.window.running


def test_the_menu_does_not_leave_what_is_not_saved(pilot: Open, tmp_path: Path) -> None:
    opened, table = unsaved(pilot, tmp_path)
    opened.key("escape")
    opened.press("leave")
    assert isinstance(opened.scene, Dialog)
    opened.press("answer-elsewhere")
    fill(opened, str(tmp_path / "anders"))
    assert isinstance(opened.scene, TitleScene)
    assert Table.open(table.path).table.session == table.session


def test_what_can_be_saved_again_is_saved_without_a_question(pilot: Open, tmp_path: Path) -> None:
    opened, table = unsaved(pilot, tmp_path)
    (tmp_path / NOT_A_FOLDER).unlink()
    close(opened)
    assert not opened.window.running
    assert Table.open(table.path).table.session == table.session


def test_who_only_looks_is_not_told_of_another_window(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.READ, tmp_path)
    table.close()
    looking = Table.open(table.path, read_only=True).table
    opened = pilot(route.scene(venue, looking))
    opened.press("propose")
    assert opened.scene.said == "Hier kun je dit gesprek alleen bekijken, niet spelen."
    opened.key("escape")
    assert opened.widget("leave").label == "Naar het begin"


@pytest.mark.parametrize("where", ["~niemand-hier/map", "", "   ", "a" * 390])
def test_a_folder_that_cannot_be_is_said_in_words(pilot: Open, tmp_path: Path, where: str) -> None:
    opened, table = unsaved(pilot, tmp_path)
    opened.press("elsewhere")
    fill(opened, where)
    assert table.trouble
    if where.strip():
        assert isinstance(opened.scene, Dialog)
        opened.key("escape")
        assert opened.scene.text_state("text").text == where.strip()[:400]
        opened.key("escape")
    assert isinstance(opened.scene, PlayScene)
    assert isinstance(opened.widget("elsewhere"), Widget)
    opened.press("propose")
    assert table.session.phase is Phase.PROPOSE
    assert table.refusal(i.StartProposing()) is not None
