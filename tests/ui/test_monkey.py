"""A monkey plays from every kind of moment, and nothing breaks."""

from pathlib import Path

import pytest

from tests.ui.monkey import STARTS, Monkey

SEED = 3
EVENTS = 100


@pytest.mark.parametrize("start", STARTS)
def test_nothing_breaks(start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkey = Monkey(SEED, start, tmp_path / "gesprekken")
    try:
        monkey.play(EVENTS)
    finally:
        print(*monkey.told[-20:], sep="\n")
