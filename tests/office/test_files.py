"""Files are written whole or not at all, and what is no file is neither written nor read."""

import os
from pathlib import Path

import pytest

from game import i18n
from game.office.files import replace_file
from game.office.grid import SheetError
from game.office.sheets import read_sheets


def test_what_cannot_be_written_is_named_by_its_own_name(tmp_path: Path) -> None:
    target = tmp_path / "weg" / "deck.yaml"
    with pytest.raises(FileNotFoundError) as refused:
        replace_file(target, b"x")
    assert refused.value.filename == str(target)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_no_device_or_pipe_is_replaced_by_a_file_or_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.csv"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="argument"):
        replace_file(pipe, b"x")
    assert pipe.is_fifo()
    with i18n.speaking("en"), pytest.raises(SheetError, match="not a file that can be read"):
        read_sheets(pipe)
    assert [one.name for one in tmp_path.iterdir()] == ["pijp.csv"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_a_link_to_an_endless_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "nul.csv").symlink_to("/dev/zero")
    with pytest.raises(SheetError):
        read_sheets(tmp_path / "nul.csv")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path, b"x")
