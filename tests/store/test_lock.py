"""Two windows never write in one save, and a window that dies locks nobody out."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.store.errors import NoticeKind, Problem, SaveError
from game.store.lock import Lock
from game.store.saves import delete, rename
from game.table import Table
from tests.store import story

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from pathlib import Path
from game.table import Table
opened = Table.open(Path(sys.argv[1]))
print("read-only" if opened.table.read_only else "open", flush=True)
sys.stdin.read()
opened.table.close()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    """Open a save in another process, and wait until it has it."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


@pytest.fixture
def save(tmp_path: Path) -> Path:
    with story.new(tmp_path) as table:
        return table.path


def test_a_second_window_only_reads(save: Path) -> None:
    before = save.read_bytes()
    with hold(save):
        opened = Table.open(save)
        assert opened.table.read_only
        assert [notice.kind for notice in opened.notices] == [NoticeKind.IN_USE]
        with pytest.raises(SaveError) as caught:
            rename(save, "anders")
        assert caught.value.problem is Problem.IN_USE
        with pytest.raises(SaveError) as caught:
            delete(save)
        assert caught.value.problem is Problem.IN_USE
        opened.table.set_draft("argue.text", "niet hier")
        opened.table.close()
    assert save.read_bytes() == before
    assert [path.name for path in save.parent.iterdir() if path.is_file()] == [save.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_window_that_was_killed_locks_nobody_out(save: Path) -> None:
    with hold(save) as other:
        os.kill(other.pid, signal.SIGKILL)
    opened = Table.open(save)
    assert not opened.table.read_only
    opened.table.close()


def test_a_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    first = Lock(path)
    with pytest.raises(BlockingIOError):
        Lock(path)
    first.release()
    first.release()
    assert not path.exists()
    Lock(path).release()
