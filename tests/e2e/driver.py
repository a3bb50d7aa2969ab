"""The installed game in a real window, driven by the keys and the pointer of an X server."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.core.session import Session
from game.store.errors import SaveError
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Scene, Stage
from game.ui.scenes import route
from tests.e2e.closing import ask_to_close
from tests.e2e.display import plain_environment
from tests.ui.tables import venue_in

SIZE = (1280, 720)
PATIENCE = 10.0
"""Seconds to wait for something that should come within a few frames."""
DEAD = {"é": ("dead_acute", "e"), "ë": ("dead_diaeresis", "e"), "ï": ("dead_diaeresis", "i")}
"""How letters with an accent are typed on an international keyboard."""


class Game:
    """One window of the game, and the session in its newest save.

    Args:
        display: of the X server.
        folder: for saves, settings and what the game says.
    """

    def __init__(self, display: str, folder: Path) -> None:
        self.saves = folder / "saves"
        self._display = display
        self._said = folder / "said.txt"
        self._environment = {
            **plain_environment(display),
            "SFERENSPEL_SAVES": str(self.saves),
            "SFERENSPEL_SETTINGS": str(folder / "settings.json"),
            "SFERENSPEL_DECKS": str(folder / "decks"),
        }
        self._program: subprocess.Popen[bytes] | None = None

    # the program

    def command(self, *arguments: str) -> list[str]:
        """Give the command of the installed game."""
        script = Path(sys.executable).with_name("sferenspel")
        start = [str(script)] if script.exists() else [sys.executable, "-m", "game"]
        return [*start, *arguments]

    def start(self, *arguments: str) -> None:
        """Open the window and wait for its first frame."""
        self._said.write_bytes(b"")
        size = f"{SIZE[0]}x{SIZE[1]}"
        command = self.command(*arguments, "--window", size, "--verbose")
        with self._said.open("ab") as said:
            self._program = subprocess.Popen(command, env=self._environment, stderr=said)
        self.wait(lambda: "ready" in self.said(), "the first frame")
        self.move((SIZE[0] // 2, 6))

    def said(self) -> list[str]:
        """Give what the game printed so far, line by line."""
        return self._said.read_text(encoding="utf-8").splitlines()

    @property
    def scene(self) -> str:
        """Name the scene that is shown."""
        told = [line.removeprefix("scene ") for line in self.said() if line.startswith("scene ")]
        return told[-1] if told else ""

    def kill(self) -> None:
        """End the game as a power cut would."""
        if self._program is not None and self._program.poll() is None:
            self._program.send_signal(signal.SIGKILL)
            self._program.wait()

    def close(self) -> int:
        """Press the cross of the window, and give the exit status."""
        assert self._program is not None
        ask_to_close(self._display, self.window())
        return self._program.wait(PATIENCE)

    def window(self) -> int:
        """Find the window by its class."""
        return int(self._xdotool("search", "--onlyvisible", "--class", "^sferenspel$").split()[0])

    def tell(self, *arguments: str) -> list[dict[str, Any]]:
        """Run a command that prints a JSON object a line."""
        ended = subprocess.run(
            self.command(*arguments), env=self._environment, capture_output=True, check=True
        )
        return [json.loads(line) for line in ended.stdout.splitlines()]

    # what there is

    @property
    def path(self) -> Path:
        """The newest save."""
        return max(self.saves.glob("*.jsonl"), key=lambda path: path.stat().st_mtime)

    def session(self) -> Session:
        """Read the session from its save, as another program would."""
        with Table.open(self.path, read_only=True).table as table:
            return table.session

    def drafts(self) -> dict[str, str]:
        """Read what is half typed."""
        with Table.open(self.path, read_only=True).table as table:
            return table.drafts

    def at(self, name: str) -> tuple[int, int]:
        """Find where a widget of the session's screen lies, by laying that screen out here."""
        with Table.open(self.path, read_only=True).table as table:
            return self.lies(route.scene(venue_in(self.saves), table), name)

    @staticmethod
    def lies(scene: Scene, name: str) -> tuple[int, int]:
        """Find where a widget of a scene lies in a window of our size."""
        scene.attach(Stage(Look(SIZE)))
        return scene.widget(name).rect.center

    def wait(self, reached: Callable[[], object], what: str) -> None:
        """Wait until something is so; a save that is just being written counts as not yet."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                if reached():
                    return
            except (SaveError, ValueError):
                pass
            if self._program is not None and self._program.poll() not in (None, 0):
                break
            time.sleep(0.03)
        raise AssertionError(f"{what} did not come; the game said {self.said()[-12:]}")

    def wait_scene(self, name: str) -> None:
        """Wait until a scene is shown."""
        self.wait(lambda: self.scene == name, f"scene {name}")

    # keys and pointer

    def _xdotool(self, *words: str) -> str:
        # Without a UTF-8 locale xdotool refuses letters with accents.
        environment = {**os.environ, "DISPLAY": self._display, "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, check=True
        ).stdout

    def key(self, *names: str) -> None:
        """Press keys one after another, by their X names."""
        self._xdotool("key", "--delay", "15", *names)

    def type(self, text: str) -> None:
        """Type text; letters with an accent by their dead keys."""
        plain = ""
        for letter in [*text, ""]:
            if letter and letter not in DEAD:
                plain += letter
                continue
            if plain:
                self._xdotool("type", "--delay", "15", plain)
                plain = ""
            if letter:
                self.key(*DEAD[letter])

    def move(self, to: tuple[int, int]) -> None:
        """Move the pointer; the window covers the whole display."""
        self._xdotool("mousemove", str(to[0]), str(to[1]))

    def press(self, at: tuple[int, int]) -> None:
        """Press with the pointer."""
        self.move(at)
        self._xdotool("click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Drag with the pointer."""
        self.move(start)
        self._xdotool("mousedown", "1")
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            self._xdotool("mousemove", str(x), str(y), "sleep", "0.02")
        self._xdotool("mouseup", "1")
