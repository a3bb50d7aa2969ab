"""Comparing many saves, on every core, in memory that does not grow with their number."""

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.comparison import Comparison
from game.core.tally import Tally
from game.store.errors import Problem, SaveError
from game.store.glance import Glance, session_id
from game.store.saves import BIN, ENDING

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

    Counted = Synchronized[int]

FEW = 64
"""So many saves are read faster than another process starts."""
TICK = 0.1
"""Seconds between two looks at how far the others are."""
GARBAGE_EVERY = 500

Progress = Callable[[int, int], None]
"""Is told how many sessions were read, and of how many; what it raises stops the comparing."""
Group = tuple[str, ...]
"""The files of one session, the fullest first; texts take a tenth of the room of paths."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A save that could not be compared."""

    path: Path
    problem: Problem
    line: int
    text: str

    @property
    def error(self) -> SaveError:
        """The same as an error, for its sentence."""
        return SaveError(self.problem, self.path, line=self.line, text=self.text)


@dataclass(frozen=True, slots=True)
class Double:
    """A save of a session that another save already stands for."""

    path: Path
    counted: Path


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing, and which files are not in it."""

    comparison: Comparison
    skipped: tuple[Skipped, ...]
    doubles: tuple[Double, ...]
    torn: tuple[Path, ...]
    """Their last step was half saved, and is left out."""


@dataclass(slots=True)
class _Part:
    """What came of some of the saves."""

    tally: Tally
    skipped: list[Skipped]
    doubles: list[Double]
    torn: list[Path]
    done: int = 0

    def merge(self, other: "_Part") -> None:
        self.tally.merge(other.tally)
        self.skipped += other.skipped
        self.doubles += other.doubles
        self.torn += other.torn
        self.done += other.done


def _nothing(public: bool) -> _Part:
    return _Part(Tally(public=public), [], [], [])


def find(given: Iterable[Path]) -> tuple[Path, ...]:
    """List the saves among files and folders, each once; what was deleted is left out."""
    found: dict[str, str] = {}
    for path in given:
        inside = _inside(path) if path.is_dir() else ((str(path.resolve()), str(path)),)
        for real, name in inside:
            found[real] = min(name, found.get(real, name))
    return tuple(map(Path, sorted(found.values())))


def _inside(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the saves in a folder and the folders in it, with where they really are."""
    real = folder.resolve()
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != BIN and not name.startswith("."))
        below = real / Path(here).relative_to(folder)
        yield from (
            (f"{below}{os.sep}{name}", f"{here}{os.sep}{name}")
            for name in names
            if name.endswith(ENDING) and not name.startswith(".")
        )


def compare(
    saves: Sequence[Path],
    *,
    public: bool = False,
    progress: Progress = lambda _done, _all: None,
    workers: int | None = None,
) -> Compared:
    """Compare the sessions in some saves; a bad one is listed and left out.

    Args:
        saves: files, as `find` lists them.
        public: take only what the public version of each record tells.
        progress: is told how far it is.
        workers: how many processes read; as many as there are cores if None.
    """
    groups = _groups(saves)
    workers = workers or os.cpu_count() or 1
    if len(groups) <= FEW or workers == 1:
        whole = _alone(groups, public, progress)
    else:
        whole = _together(groups, public, progress, workers)
    return Compared(
        whole.tally.comparison(),
        tuple(sorted(whole.skipped, key=lambda one: one.path)),
        tuple(sorted(whole.doubles, key=lambda one: one.path)),
        tuple(sorted(whole.torn)),
    )


def _groups(saves: Sequence[Path]) -> list[Group]:
    """Put the files of one session together: copies, also one that was played on in."""
    found: dict[str, list[str]] = {}
    for number, path in enumerate(saves):
        name = str(path)
        found.setdefault(session_id(Path(name)) or f"\0{number}", []).append(name)
    return [
        tuple(sorted(names, key=_fullest_first) if len(names) > 1 else names)
        for names in found.values()
    ]


def _fullest_first(name: str) -> tuple[int, Path]:
    path = Path(name)
    try:
        return -path.stat().st_size, path
    except OSError:
        return 0, path


def _alone(groups: Sequence[Group], public: bool, progress: Progress) -> _Part:
    whole = _nothing(public)
    glance = Glance(public=public)
    for group in groups:
        _take(whole, glance, group)
        progress(whole.done, len(groups))
    return whole


def _take(part: _Part, glance: Glance, group: Group) -> None:
    """Count a session by the first of its files that can be read."""
    counted: Path | None = None
    for path in map(Path, group):
        if counted:
            part.doubles.append(Double(path, counted))
            continue
        try:
            result, torn = glance.read(path)
        except SaveError as error:
            part.skipped.append(Skipped(path, error.problem, error.line, error.text))
            continue
        counted = path
        part.tally.add(result, str(path))
        if torn:
            part.torn.append(path)
    part.done += 1


def _together(groups: Sequence[Group], public: bool, progress: Progress, workers: int) -> _Part:
    """Read with more processes; each hands over what it counted when it has done its share."""
    whole = _nothing(public)
    # A process that is started anew works alike on every system, and beside a window's threads.
    context = get_context("spawn")
    read: Counted = context.Value("q", 0)
    stop: Counted = context.Value("b", 0)
    pool = ProcessPoolExecutor(workers, context, _prepare, (public, read, stop))
    try:
        waiting = {pool.submit(_share, groups[n::workers]) for n in range(workers)}
        while waiting:
            done, waiting = wait(waiting, timeout=TICK, return_when=FIRST_COMPLETED)
            progress(read.value, len(groups))
            for each in done:
                whole.merge(each.result())
    except BrokenExecutor:
        # Where no other process may start, this one does it all.
        return _alone(groups, public, progress)
    finally:
        stop.value = 1
        pool.shutdown(cancel_futures=True)
    return whole


@dataclass(slots=True)
class _Worker:
    """What a process that reads for another has from it."""

    public: bool
    read: "Counted"
    stop: "Counted"


_worker: list[_Worker] = []
"""One in a process that reads for another, else none."""


def _prepare(public: bool, read: "Counted", stop: "Counted") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Looking for circles among the lines of a save, of which there are none, takes a fifth.
    gc.disable()
    _worker[:] = [_Worker(public, read, stop)]


def _share(groups: Sequence[Group]) -> _Part:
    mine = _worker[0]
    glance, part = Glance(public=mine.public), _nothing(mine.public)
    for number, group in enumerate(groups, 1):
        _take(part, glance, group)
        with mine.read.get_lock():
            mine.read.value += 1
        if number % GARBAGE_EVERY == 0:
            gc.collect()
        if mine.stop.value:
            break
    return part
