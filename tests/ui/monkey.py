"""A monkey at the table: thousands of events that mean nothing, and what must stay true after each.

`python -m tests.ui.monkey FIRST LAST EVENTS` lets it play from every start with every seed from the
first to the last, so many events each, and tells where the game broke.
"""

import os
import sys
import tempfile
from collections import Counter
from itertools import product
from pathlib import Path
from random import Random

import pygame

from game import i18n
from game.app import _apply
from game.core.evolve import replay
from game.core.session import Phase
from game.core.setup import Sealing
from game.store.journal import read
from game.table import Table
from game.ui.scene import Scene
from game.ui.scenes import route
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.title import TitleScene
from game.ui.window import Window
from game.venue import Venue
from tests.ui.conftest import Clock, Pilot
from tests.ui.tables import table_at, venue_in

KEYS = (
    "enter", "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "space", "home",
    "end", "pageup", "pagedown", "backspace", "delete", "ctrl+a", "ctrl+x", "ctrl+c", "ctrl+y",
    "ctrl+enter", "f1", "p", "s", "x", "m", "r", "c", "k", "w", "n", "t", "u", "o", "+", "-", "=",
    "0", "1", "2", "3", "4", "shift+1", "shift+2", "shift+3", "shift+0", "ctrl+z", "ctrl+shift+z",
)  # fmt: skip
TEXTS = (
    "omdat", "Buurtmaaltijd", "30-6-2027", "99-99-9999", "~", "~wie", ".", "..", "\x07\x1b",
    "\u202eomgekeerd", "\u05e9\u05dc\u05d5\u05dd", "\U0001f469\u200d\U0001f467\ufe0f", "e\u0301",
    "{naam} %s %d", "<b>&amp;", "\ufeff\u200b\u200d", "\u3000", "\u00b2", "\u0663", "\n\n", "\t",
    "=1+1", "x" * 70,
)  # fmt: skip
SIZES = ((1024, 640), (1280, 720), (1366, 768), (1920, 1080), (700, 1600), (3840, 2160), (200, 100))
DEEPEST = 8
"""Screens on top of each other, and what is open in them, with one Escape each."""
LARGE = 2_500_000
"""Pixels from which on drawing is slow; a monkey does not stay there."""
LONG = "Wij zeggen dit heel vaak.\n" * 4000
STARTS = (
    "title", "hand", "read", "propose", "veil", "open", "two", "reword", "fast", "argue", "second",
    "settle", "closing", "finished", "unsaved", "looking",
)  # fmt: skip


def seated(start: str, folder: Path) -> tuple[Venue, Table | None]:
    """Bring a table to where a monkey starts; there is none on the first screen."""
    if start == "title":
        return venue_in(folder), None
    if start in ("veil", "open"):
        return table_at(Phase.PROPOSE, folder, sealing=Sealing(start))
    if start == "unsaved":
        folder.write_text("")  # a file, so no session can be written in it
        return table_at(Phase.ARGUE, folder, cards=6)
    if start == "looking":
        venue, table = table_at(Phase.ARGUE, folder, cards=6)
        table.close()
        return venue, Table.open(table.path, read_only=True).table
    if start == "two":
        return table_at(Phase.PROPOSE, folder, seats=2, cards=6)
    return table_at(Phase(start), folder, cards=6)


PHASED = frozenset(route.scene_class(phase) for phase in Phase)


class Wrong(Exception):
    """Something that may never be so."""


class Monkey:
    """Plays with a seed.

    Args:
        seed: of everything it does.
        start: one of STARTS.
        folder: for the saves; it must be empty.
    """

    def __init__(self, seed: int, start: str, folder: Path) -> None:
        self.start = start
        self.random = Random(f"{seed} {start}")
        self.seen: Counter[str] = Counter()
        self.told: list[str] = []
        """What it did, the newest last."""
        self.venue, self.table = seated(start, folder)
        self.clock = Clock()
        first = route.scene(self.venue, self.table) if self.table else TitleScene(self.venue)
        self._open(first)

    def _open(self, scene: Scene) -> None:
        size = self.random.choice(SIZES[:4])
        self.window = Window(
            size, clock=self.clock, motion=self.random.random() < 0.5,
            on_setting=lambda _name, _value: None,
        )  # fmt: skip
        window = self.window

        self.venue.follow_settings(lambda settings: _apply(window, settings))
        pygame.event.clear()
        window.start(scene)
        self.pilot = Pilot(window, self.clock)

    # what it does

    def play(self, events: int) -> None:
        """Do things, and look after each.

        Raises:
            Wrong: something was not as it must be.
        """
        for number in range(events):
            self.act()
            self.look()
            if number % 25 == 24:
                self.check_save()
            if number % 60 == 59:
                self.way_out()
        self.check_save()
        self.leave()

    def act(self) -> None:
        """Do one thing."""
        if not self.window.running:
            self.reopen()
        ways = (
            (self.press, 40), (self.key, 30), (self.type, 8), (self.point, 8), (self.drag, 4),
            (self.wheel, 3), (self.paste, 1), (self.resize, 1), (self.text_size, 0.5),
            (self.language, 0.5), (self.undo_storm, 0.5), (self.wait, 4), (self.leave, 0.3),
        )  # fmt: skip
        way = self.random.choices([w for w, _n in ways], [n for _w, n in ways])[0]
        way()

    def tell(self, what: str) -> None:
        self.told.append(f"{type(self.pilot.scene).__name__}: {what}")

    def press(self) -> None:
        widgets = [w for w in self.pilot.scene.all_widgets() if w.focusable]
        if not widgets:
            return
        name = self.random.choice(widgets).name
        if name == "open-folder":
            return
        self.tell(f"press {name}")
        self.pilot.press(name)

    def key(self) -> None:
        key = self.random.choice(KEYS)
        self.tell(key)
        focus = self.pilot.scene.find(self.pilot.scene.focus)
        if key == "enter" and focus is not None and focus.name == "open-folder":
            return
        self.pilot.key(key)

    def type(self) -> None:
        fields = [w.name for w in self.pilot.scene.all_widgets() if w.wants_text]
        if fields and self.random.random() < 0.7:
            self.pilot.press(self.random.choice(fields))
        text = self.random.choice(TEXTS)
        if self.random.random() < 0.5:
            self.pilot.key("ctrl+a")
        self.tell(f"type {text!r}")
        self._text(text)

    def _text(self, text: str) -> None:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
        self.pilot.step()

    def paste(self) -> None:
        self.tell("paste")
        fields = [w.name for w in self.pilot.scene.all_widgets() if w.wants_text]
        if fields:
            self.pilot.press(self.random.choice(fields))
        self._text(LONG)

    def _anywhere(self) -> tuple[int, int]:
        w, h = self.window.look.size
        return self.random.randrange(-5, w + 5), self.random.randrange(-5, h + 5)

    def point(self) -> None:
        pos = self._anywhere()
        self.tell(f"point {pos}")
        for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.pilot.point(kind, pos)

    def drag(self) -> None:
        widgets = [w for w in self.pilot.scene.all_widgets() if w.focusable or w.draggable]
        if not widgets:
            return
        what, to = self.random.choice(widgets), self.random.choice(widgets).rect.center
        to = to if self.random.random() < 0.6 else self._anywhere()
        self.tell(f"drag {what.name} to {to}")
        self.pilot.point(pygame.MOUSEBUTTONDOWN, what.rect.center)
        self.pilot.point(pygame.MOUSEMOTION, (what.rect.centerx + 12, what.rect.centery + 3))
        self.pilot.point(pygame.MOUSEMOTION, to)
        if self.random.random() < 0.3:
            self.random.choice((self.resize, self.key, self.language))()
        if self.random.random() < 0.95 and self.window.running:
            self.pilot.point(pygame.MOUSEBUTTONUP, to)

    def wheel(self) -> None:
        pos, notches = self._anywhere(), self.random.choice((-40, -1, 1, 40))
        self.tell(f"wheel {notches} at {pos}")
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, precise_y=notches, pos=pos)
        )
        self.pilot.step()

    def resize(self) -> None:
        size = self.random.choice(SIZES)
        self._resize(size)
        if size[0] * size[1] > LARGE:
            self._resize(SIZES[0])

    def _resize(self, size: tuple[int, int]) -> None:
        self.tell(f"resize {size}")
        pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size))
        self.pilot.step()

    def text_size(self) -> None:
        key = self.random.choice(("ctrl++", "ctrl+-", "ctrl+-", "f11"))
        for _again in range(2 if key == "f11" else self.random.randrange(8)):
            self.tell(key)
            self.pilot.key(key)

    def language(self) -> None:
        language = self.random.choice(("nl", "en"))
        self.tell(f"speak {language}")
        self.venue.speak(language)
        self.pilot.step()

    def undo_storm(self) -> None:
        for _again in range(self.random.randrange(30)):
            self.tell("ctrl+z")
            self.pilot.key("ctrl+z")

    def wait(self) -> None:
        seconds = self.random.choice((0.05, 0.2, 1.0, 10.0, 400.0))
        self.tell(f"wait {seconds}")
        self.pilot.step(2, seconds)

    def leave(self) -> None:
        """Close the window, and come back."""
        if self.window.running:
            self.tell("close the window")
            pygame.event.post(pygame.event.Event(pygame.QUIT))
            self.pilot.step()
            if self.window.running and self.pilot.scene.find("answer-leave"):
                self.pilot.press("answer-leave")
            if self.window.running:
                raise Wrong("the window does not close")
        self.reopen()

    def reopen(self) -> None:
        """Start the game again, where it stopped or on the first screen."""
        table, self.table = self.table, None
        if table is not None and not table.read_only and not table.trouble:
            before = table.session
            opened = self.venue.resume(table.path)
            if opened.table.session != before or opened.table.read_only:
                raise Wrong("another session came back")
            if self.random.random() < 0.6:
                self.table = opened.table
                self._open(route.scene(self.venue, opened.table))
                return
            opened.table.close()
        self._open(TitleScene(self.venue))

    # what must be so

    def look(self) -> None:
        """Look at what is on the screen."""
        if not self.window.running:
            return
        scene = self.pilot.scene
        self.seen[type(scene).__name__] += 1
        for each in self.window.scenes:
            if isinstance(each, PlayScene):
                self.table = each.table
        if isinstance(scene, TitleScene):
            self.table = None
        names = Counter(widget.name for widget in scene.all_widgets())
        twice = [name for name, count in names.items() if count > 1]
        if twice:
            raise Wrong(f"two widgets are called {twice}")
        if scene.focus is not None and scene.find(scene.focus) is None:
            raise Wrong(f"the focus is on {scene.focus}, which is not there")
        if type(scene) in PHASED and isinstance(scene, PlayScene):
            shows, phase = type(scene), scene.view.phase
            if shows is not route.scene_class(phase):
                raise Wrong(f"{shows.__name__} shows the phase {phase}")

    def check_save(self) -> None:
        """Compare the session on the table with the one on the disk."""
        if self.table is None or self.table.read_only:
            return
        table = self.table
        if replay(table.deck, table.steps) != table.session:
            raise Wrong("the steps tell another session")
        if table.trouble is not None:
            if self.start != "unsaved":
                raise Wrong(f"not saved: {table.trouble}")
            return
        saved = read(table.path)
        if saved.steps != table.steps or saved.session != table.session or saved.notices:
            raise Wrong("the save tells another session")

    def way_out(self) -> None:
        """Press Escape until the menu or the first screen is there."""
        for _again in range(DEEPEST):
            if not self.window.running:
                return
            if isinstance(self.pilot.scene, MenuScene | TitleScene):
                return
            if self.pilot.scene.find("answer-leave"):
                return  # A question about what is not saved, which Escape answers with no.
            if self.pilot.scene.find("answer-away"):
                # Escape goes back to what is typed in a dialog; only this throws it away.
                self.tell("answer-away")
                self.pilot.press("answer-away")
                self.look()
                continue
            self.tell("escape")
            self.pilot.key("escape")
            self.look()
        raise Wrong(f"no way out of {type(self.pilot.scene).__name__}")


def main(first: int, last: int, events: int, starts: tuple[str, ...] = STARTS) -> None:
    """Let the monkey play; where the game breaks, tell what it did last."""
    os.environ["HOME"] = os.environ["USERPROFILE"] = tempfile.mkdtemp()
    seen = Counter[str]()
    for seed, start in product(range(first, last + 1), starts):
        folder = Path(tempfile.mkdtemp())
        os.chdir(folder)
        i18n.use("nl")
        monkey = Monkey(seed, start, folder / "saves")
        whole = False
        try:
            monkey.play(events)
            whole = True
        finally:
            if not whole:
                print(f"seed {seed}, start {start}:", *monkey.told[-15:], sep="\n")
        seen += monkey.seen
    print(*(f"{count:6} {name}" for name, count in seen.most_common()), sep="\n")


if __name__ == "__main__":
    at, to, count, *where = sys.argv[1:]
    main(int(at), int(to), int(count), tuple(where) or STARTS)
