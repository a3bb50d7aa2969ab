"""`python -m tests.bench.compare [--folder DIR]`: compare a country beside a bare json.loads."""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from game.store.many import compare, find
from tests.bench import country

FEW, MANY = 1_000, 10_000
ROUNDS = 3
GOAL = 3.0
GROWTH = 1.35
"""How much more memory ten times as many saves may take: the names of the files grow, a kilobyte
each, and what is seldom chosen comes to its full selection of arguments only then."""
PEAK = """
import json, resource, sys
from pathlib import Path
from game.store.many import compare, find
if __name__ == "__main__":
    found = compare(find([Path(sys.argv[1])]))
    peak = [resource.getrusage(who).ru_maxrss / 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([found.comparison.tables, *peak]))
"""
"""The memory of a process that does nothing else, and of the biggest one that it starts."""


def load(paths: Sequence[Path]) -> tuple[float, float]:
    """Say what json.loads takes for every line of some files, which are in memory by then.

    By the clock, and of the processor, which other programs do not touch.
    """
    seconds = processor = 0.0
    for path in paths:
        with path.open("rb") as file:
            lines = list(file)
        began, worked = time.perf_counter(), time.process_time()
        for line in lines:
            json.loads(line)
        seconds += time.perf_counter() - began
        processor += time.process_time() - worked
    return seconds, processor


def bare(paths: Sequence[Path], cores: int) -> tuple[float, float]:
    """Say what it takes on every core at once, as if reading the files took nothing."""
    parts = [paths[n::cores] for n in range(cores)]
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        done = list(pool.map(load, parts))
    return max(seconds for seconds, _ in done), sum(processor for _, processor in done)


def ours(folder: Path, cores: int) -> tuple[float, float]:
    """Say what comparing takes, from finding the files to the last figure."""
    began, worked = time.perf_counter(), _processor()
    found = compare(find([folder]), workers=cores)
    assert not found.skipped
    return time.perf_counter() - began, _processor() - worked


def _processor() -> float:
    """Read how long processors worked for this process and for those that it started."""
    own, started = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


def peak(folder: Path) -> tuple[float, float]:
    """Say how much memory comparing takes at most, in MB: the process, and those that it starts."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as script:
        script.write(PEAK)
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    command = [sys.executable, script.name, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    Path(script.name).unlink()
    _tables, own, other = json.loads(done.stdout)
    return own, other


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.compare", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the saves are made, and kept (1.1 GB)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        played = country.bases(folder)
        few, many = (country.write(folder, count, played) for count in (FEW, MANY))
        cores, paths = os.cpu_count() or 1, find([many])
        pairs = []
        for _ in range(ROUNDS):
            pairs.append((ours(many, cores), bare(paths, cores)))
            (seconds, worked), (floor, bare_worked) = pairs[-1]
            print(
                f"{MANY} saves: {seconds:.1f} s, json.loads {floor:.1f} s; "
                f"of the processors {worked:.1f} s, json.loads {bare_worked:.1f} s",
                flush=True,
            )
        ratio, of_processor = (
            statistics.median(measured[n] / floor[n] for measured, floor in pairs) for n in (0, 1)
        )
        print(f"ratio on {cores} cores: {ratio:.2f}, of the processors {of_processor:.2f}", end=" ")
        print(f"(goal {GOAL})")
        peaks = {count: peak(where) for count, where in ((FEW, few), (MANY, many))}
        for count, (own, other) in peaks.items():
            print(f"peak at {count}: {own:.0f} MB, and {other:.0f} MB in each process beside it")
        grown = max(b / a for a, b in zip(peaks[FEW], peaks[MANY], strict=True))
        print(f"grown {grown:.2f} times (goal {GROWTH})")
    return 0 if ratio <= GOAL and grown <= GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
