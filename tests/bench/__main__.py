"""`python -m tests.bench [--json] [--rounds N]`: measure everything and print a table."""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench import frames, processes, sample, saving
from tests.e2e.display import NoDisplay, plain_environment, virtual_display

Pairs = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: ours and the floor in the unit, and how they compare."""

    name: str
    unit: str
    measured: float
    floor: float
    ratio: float
    goal: float
    """For the ratio; where there is no floor, for what was measured."""

    @property
    def reached(self) -> bool:
        """Whether the goal was reached."""
        return (self.ratio if self.floor else self.measured) <= self.goal


def row(name: str, unit: str, pairs: Pairs, goal: float, scale: float = 1.0) -> Row:
    """Sum up pairs of ours and the floor: the median of the ratios, not the ratio of medians."""
    return Row(
        name,
        unit,
        statistics.median(ours for ours, _ in pairs) * scale,
        statistics.median(floor for _, floor in pairs) * scale,
        statistics.median(ours / floor for ours, floor in pairs),
        goal,
    )


def in_turn(ours: Callable[[], float], floor: Callable[[], float], rounds: int) -> Pairs:
    """Measure two things in alternating pairs, after one of each that does not count."""
    floor()
    ours()
    return [(ours(), floor()) for _ in range(rounds)]


def measure(folder: Path, display: dict[str, str], rounds: int) -> Iterator[Row]:
    """Measure everything, a row at a time."""
    environment = processes.environment_for(display, folder)
    resumed = sample.before("card.played", folder, "resumed")
    title, resume = processes.game(), processes.game("play", str(resumed))
    floor = processes.floor()

    def start(command: list[str]) -> Callable[[], float]:
        return lambda: processes.first_frame(command, environment)

    def peak(command: list[str]) -> Callable[[], float]:
        return lambda: processes.peak_memory(command, environment)

    yield row("first frame, title", "ms", in_turn(start(title), start(floor), rounds), 1.6, 1e3)
    pairs = in_turn(start(resume), start(floor), rounds)
    yield row(f"first frame, session of {sample.CARDS} cards", "ms", pairs, 2.0, 1e3)
    ended = subprocess.run(
        [sys.executable, "-m", frames.__name__, str(folder)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    drawn = json.loads(ended.stdout.splitlines()[-1])
    yield row("a frame of a drag", "ms", drawn["drag"], 1.5, 1e3)
    yield row("a typed letter", "ms", drawn["letter"], 2.5, 1e3)
    yield row("a step, decided and saved", "ms", saving.measure(folder), 2.0, 1e3)
    yield row("peak memory", "MB", in_turn(peak(resume), peak(floor), 2), 1.6)
    for name, command in (("title", title), ("session", resume)):
        share = statistics.median(processes.idle(command, environment) for _ in range(3))
        yield Row(f"idle, {name}", "% of a core", share * 100, 0.0, 0.0, 0.5)


@contextmanager
def _display() -> Iterator[dict[str, str]]:
    # Another display would have its own speed, and its own window manager.
    with virtual_display((1920, 1080)) as name:
        yield plain_environment(name)


def table(rows: Sequence[Row]) -> str:
    """Write the rows as a table in plain text."""
    head = f"{'':38}{'measured':>10}{'floor':>10}{'ratio':>8}{'goal':>8}\n"
    lines = []
    for each in rows:
        floor = f"{each.floor:10.2f}{each.ratio:7.2f}x" if each.floor else " " * 18
        goal = f"{each.goal:g}{'x' if each.floor else ''}"
        reached = "reached" if each.reached else "NOT REACHED"
        name = f"{each.name} ({each.unit})"
        lines.append(f"{name:38}{each.measured:10.2f}{floor}{goal:>8}  {reached}")
    return head + "\n".join(lines)


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object a row")
    parser.add_argument("--rounds", type=int, default=11, help="pairs of starts (11)")
    asked = parser.parse_args()
    rows = []
    try:
        with tempfile.TemporaryDirectory() as folder, _display() as display:
            for each in measure(Path(folder), display, asked.rounds):
                rows.append(each)
                if asked.json:
                    print(json.dumps({**asdict(each), "reached": each.reached}), flush=True)
    except NoDisplay as error:
        print(error, file=sys.stderr)
        return 1
    if not asked.json:
        print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
