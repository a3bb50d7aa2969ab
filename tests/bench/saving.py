"""What it takes to decide a step and have it on the disk, beside writing the same bytes barely."""

import os
import time
from pathlib import Path

from game.core import intents as i
from game.table import Table
from tests.bench import sample

ROUNDS = 60
NOTE = "De tafel vindt dat dit over de hele wijk gaat, en niet alleen over deze straat."


def measure(folder: Path) -> list[tuple[float, float]]:
    """Add notes to a session of 24 cards, each time beside the floor."""
    path = sample.before("argument.played", folder, "saving")
    found = []
    bare = os.open(folder / "bare", os.O_RDWR | os.O_CREAT | os.O_APPEND)
    with Table.open(path).table as table:
        for number in range(ROUNDS):
            size = path.stat().st_size
            began = time.perf_counter()
            table.play(i.AddNote(f"{NOTE} ({number})"))
            ours = time.perf_counter() - began
            with path.open("rb") as file:
                file.seek(size)
                data = file.read()
            began = time.perf_counter()
            os.write(bare, data)
            os.fsync(bare)
            found.append((ours, time.perf_counter() - began))
        assert table.trouble is None
    os.close(bare)
    return found
