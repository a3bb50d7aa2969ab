"""What only a whole process shows: the first frame, the memory it took, and the rest after it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

SIZE = (1600, 900)
FLOOR = """
import os, sys, time
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
import pygame
pygame.display.init()
screen = pygame.display.set_mode((int(sys.argv[1]), int(sys.argv[2])), pygame.RESIZABLE)
screen.fill((240, 240, 240))
pygame.display.flip()
print("ready", file=sys.stderr, flush=True)
time.sleep(60)
"""
"""The least that a window in pygame takes, drawn the way the game draws."""
IDLE_AFTER, IDLE_SECONDS = 3.0, 5.0


def floor() -> list[str]:
    """Give the command of the floor."""
    return [sys.executable, "-c", FLOOR, *map(str, SIZE)]


def game(*arguments: str) -> list[str]:
    """Give the command of the installed game."""
    script = Path(sys.executable).with_name("sferenspel")
    start = [str(script)] if script.exists() else [sys.executable, "-m", "game"]
    return [*start, *arguments, "--verbose"]


@contextlib.contextmanager
def _ready(command: Sequence[str], environment: dict[str, str]) -> Iterator[tuple[int, float]]:
    """Run a program up to its first frame, and give its number and how long that took."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as program:
        try:
            assert program.stderr is not None
            said: list[str] = []
            while "ready\n" not in said:
                said.append(program.stderr.readline())
                if not said[-1]:
                    raise RuntimeError(f"{command[0]} ended: {''.join(said)}")
            seconds = time.perf_counter() - began
            yield program.pid, seconds
        finally:
            program.kill()


def first_frame(command: Sequence[str], environment: dict[str, str]) -> float:
    """Measure the seconds from the start of a process to its first frame."""
    with _ready(command, environment) as (_number, seconds):
        return seconds


def peak_memory(command: Sequence[str], environment: dict[str, str]) -> float:
    """Measure the most memory that a process had up to a second after its first frame, in MB."""
    with _ready(command, environment) as (number, _seconds):
        time.sleep(1)
        return _status(number, "VmHWM:") / 1024


def idle(command: Sequence[str], environment: dict[str, str]) -> float:
    """Measure which part of a core a window takes in which nothing happens."""
    with _ready(command, environment) as (number, _seconds):
        time.sleep(IDLE_AFTER)
        before = _on_cpu(number)
        time.sleep(IDLE_SECONDS)
        return (_on_cpu(number) - before) / IDLE_SECONDS


def _status(number: int, field: str) -> int:
    for line in Path(f"/proc/{number}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1])
    raise RuntimeError(f"{field} not in /proc")


def _on_cpu(number: int) -> float:
    """Read the seconds that every thread of a process ran."""
    threads = Path(f"/proc/{number}/task").iterdir()
    return sum(int((one / "schedstat").read_text().split()[0]) for one in threads) / 1e9


def environment_for(display: dict[str, str], folder: Path) -> dict[str, str]:
    """Give an environment with its own saves, settings and compiled modules."""
    # An installed game is compiled once, so a first run does that and is not counted.
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    own = {
        "SFERENSPEL_SAVES": str(folder / "saves"),
        "SFERENSPEL_SETTINGS": str(folder / "settings.json"),
        "SFERENSPEL_DECKS": str(folder / "decks"),
    }
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    return {**display, **compiled, **own, "PYTHONPATH": path}
