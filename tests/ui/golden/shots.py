"""Which screens are looked at, and how each of them is reached."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from unittest.mock import patch

import pygame

from game import i18n
from game.core.cards import Place
from game.core.outcome import Outcome
from game.core.session import Phase
from game.core.setup import Sealing, Seat, Setup
from game.store.prepared import Prepared
from game.table import Table
from game.ui.scene import Scene
from game.ui.scenes import route
from game.ui.window import Window
from game.venue import STANDARD, Venue
from tests.ui import shelved
from tests.ui.conftest import Clock, Pilot, worked
from tests.ui.edited import editor
from tests.ui.golden import records_shots
from tests.ui.golden.evening import (
    ENGLISH,
    Evening,
    Reached,
    all_sealed,
    argued,
    at,
    nobody_knows,
    recording,
)

SIZE = (1280, 720)
Then = Callable[[Pilot], None]


def _nothing(pilot: Pilot) -> None:
    del pilot


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen, made in the folder that the test is in."""

    name: str
    make: Callable[[Evening], Scene]
    then: Then = _nothing
    """What is pressed before the picture is taken."""
    language: str = "nl"
    text_size: int = 100
    contrast: bool = False


def keys(*names: str) -> Then:
    """Press keys."""

    def press(pilot: Pilot) -> None:
        for name in names:
            pilot.key(name)

    return press


def press(*names: str) -> Then:
    """Press widgets."""

    def pressed(pilot: Pilot) -> None:
        for name in names:
            pilot.press(name)

    return pressed


def turn(*names: str) -> Then:
    """Give rows their next value."""

    def turned(pilot: Pilot) -> None:
        for name in names:
            pilot.scene.focus_on(name)
            pilot.key("right")

    return turned


def steps(*thens: Then) -> Then:
    """Do one after the other."""

    def done(pilot: Pilot) -> None:
        for then in thens:
            then(pilot)

    return done


@contextlib.contextmanager
def opened(
    shot: Shot, folder: Path, size: tuple[int, int] = SIZE, evening: Evening | None = None
) -> Iterator[Pilot]:
    """Open a window with a screen as it is looked at."""
    before = i18n.language()
    i18n.use(shot.language)
    clock = Clock()
    with contextlib.chdir(folder):
        window = Window(
            size, clock=clock, motion=False, text_size=shot.text_size, contrast=shot.contrast
        )
        pygame.event.clear()
        try:
            window.start(shot.make(evening or Evening()))
            pilot = Pilot(window, clock)
            shot.then(pilot)
            pilot.settle()
            yield pilot
        finally:
            i18n.use(before)


def taken(shot: Shot, folder: Path, size: tuple[int, int] = SIZE) -> pygame.Surface:
    """Take the picture of a screen."""
    with opened(shot, folder, size) as pilot:
        return pilot.window.screen.copy()


# before the first card


def _title(evening: Evening) -> Scene:
    from game.ui.scenes.title import TitleScene

    evening.table(at(Phase.PROPOSE, played=4))[1].close()
    return TitleScene(evening.home())


def _sessions(evening: Evening) -> Scene:
    from game.ui.scenes.sessions import SessionsScene

    evening.table(at(Phase.PROPOSE, played=4))[1].close()
    return SessionsScene(evening.home())


def _setup(evening: Evening) -> Scene:
    from game.ui.scenes.setup import SetupScene

    seats = tuple(
        Seat(f"s{n}", label, colour=n, size=1 + n % 3) for n, label in enumerate(evening.labels())
    )
    setup = Setup(
        gemeente="Voorbeeldstad",
        wijk="Noord",
        question="Wat hoort bij onze sociale basis, en wie doet wat?",
        date="2026-11-12",
        table="Tafel 3",
        missing="De huisarts",
        kept_until="2027-11-12",
    )
    return SetupScene(evening.home(), Prepared(setup, seats, STANDARD))


def _pick(evening: Evening) -> Scene:
    from game.ui.scenes.pick import PickScene

    return PickScene(evening.deck(), (), lambda _selection: None)


def _practice(evening: Evening) -> Scene:
    from game.ui.scenes.practice import PracticeScene

    return PracticeScene(evening.home())


BEFORE = (
    Shot("title", _title),
    Shot("sessions", _sessions),
    Shot("setup-seats", _setup),
    Shot("setup-talk", _setup, press("tab-1")),
    Shot("setup-cards", _setup, press("tab-2")),
    Shot("setup-rules", _setup, press("tab-3")),
    Shot("pick", _pick),
    Shot("settings", _title, press("settings")),
    Shot("practice", _practice),
    Shot("help-game", _title, keys("f1")),
    Shot("help-points", _title, keys("f1", "2")),
    Shot("help-keys", _title, keys("f1", "3")),
    Shot("help-about", _title, keys("f1", "4")),
    Shot("dialog-quit", _title, keys("escape")),
    Shot("dialog-keep", _setup, press("prepare")),
)


# making a deck


def _first(tab: int) -> Then:
    """Open the first card of a tab."""

    def pressed(pilot: Pilot) -> None:
        pilot.press(f"tab-{tab}")
        pilot.press(next(name for name in pilot.names() if name.startswith("card-")))

    return pressed


def _wrong(pilot: Pilot) -> None:
    """Empty the title of the first card, and have that found."""
    _first(0)(pilot)
    pilot.press("title")
    pilot.key("ctrl+a")
    pilot.key("delete")
    pilot.step(10, 0.2)
    pilot.key("escape")
    pilot.press("findings")


MAKING = (
    Shot("editor-cards", editor),
    Shot("editor-card", editor, _first(0)),
    Shot("editor-criteria", editor, press("tab-1")),
    Shot("editor-criterion", editor, _first(1)),
    Shot("editor-question", editor, _first(2)),
    Shot("editor-spheres", editor, press("tab-3")),
    Shot("editor-about", editor, press("tab-4")),
    Shot("editor-pictograms", editor, steps(_first(0), press("icon"))),
    Shot("editor-findings", editor, _wrong),
    Shot("dialog-unsaved", editor, keys("escape")),
)


# the decks

SPRING = shelved.chosen("voorjaar")
SHELF = (
    Shot("decks", shelved.decks, SPRING),
    Shot("decks-bin", shelved.decks, keys("delete")),
    Shot("deck-findings", shelved.decks, press("findings")),
    Shot("deck-import-errors", shelved.decks, shelved.spoilt),
    Shot("deck-new", shelved.decks, keys("n")),
    Shot("deck-copy", shelved.decks, steps(SPRING, press("copy"))),
    Shot("deck-export", shelved.decks, steps(SPRING, press("export"))),
    Shot("deck-print", shelved.decks, steps(shelved.chosen("wijkteam"), shelved.printed)),
)


# a card


def play(
    reached: Reached,
    *,
    sealing: Sealing = Sealing.HANDS,
    deck: str = STANDARD,
    unclear: bool = False,
) -> Callable[[Evening], Scene]:
    """Show the phase at which the evening stops."""

    def make(evening: Evening) -> Scene:
        return route.scene(*evening.table(reached, sealing=sealing, deck=deck, unclear=unclear))

    return make


def _undecided(evening: Evening) -> Scene:
    venue, table = evening.table(at(Phase.PROPOSE, played=1))
    nobody_knows(table)
    return route.scene(venue, table)


def _covered(pilot: Pilot) -> None:
    """Open the covered screen, with its answers in the same order every time."""
    with patch("game.ui.scenes.veil.Random", partial(Random, 1)):
        pilot.key("enter")


HAND = at(Phase.HAND, played=3)
PROPOSE = at(Phase.PROPOSE, played=2, sealed=3)
SEALED = all_sealed(2)

CARD = (
    Shot("hand", play(HAND)),
    Shot("halfway", play(at(Phase.HAND, played=6))),
    Shot("hand-last", play(at(Phase.LAST))),
    Shot("dialog-blank", play(HAND), press("blank")),
    Shot("seats", play(HAND), press("seats")),
    Shot("read", play(at(Phase.READ, played=2))),
    Shot("propose-hands", play(PROPOSE)),
    Shot("propose-veil", play(PROPOSE, sealing=Sealing.VEIL)),
    Shot("propose-open", play(PROPOSE, sealing=Sealing.OPEN)),
    Shot("veil-call", play(PROPOSE, sealing=Sealing.VEIL), keys("enter")),
    Shot("veil-choose", play(PROPOSE, sealing=Sealing.VEIL), steps(_covered, keys("enter"))),
    Shot("countdown", play(at(Phase.PROPOSE, played=2)), keys("enter")),
    Shot("reveal", play(SEALED), keys("r")),
    Shot("dialog-missing", play(PROPOSE), keys("r")),
    Shot("reword", play(at(Phase.REWORD), unclear=True)),
    Shot("fast", play(at(Phase.FAST))),
    Shot("argue", play(argued(3))),
    Shot("argue-first", play(at(Phase.ARGUE))),
    Shot("argue-criteria", play(argued(1)), keys("c")),
    Shot("argue-form", play(argued(1)), keys("c", "enter", "+")),
    Shot("dialog-pawn", play(SEALED), steps(keys("r"), press("seat-bewoners"))),
    Shot("second", play(at(Phase.SECOND, sealed=3))),
    Shot("aspect", play(at(Phase.ASPECT, sealed=2))),
    Shot("settle-agreed", play(recording(Outcome.AGREED))),
    Shot("settle-carried", play(recording(Outcome.CARRIED))),
    Shot("settle-differed", play(recording(Outcome.DIFFERED))),
    Shot("settle-split", play(recording(Outcome.SPLIT))),
    Shot("settle-undecided", _undecided),
    Shot("landing-agreed", play(recording(Outcome.AGREED)), keys("ctrl+enter")),
    Shot("landing-differed", play(recording(Outcome.DIFFERED)), keys("ctrl+enter")),
    Shot("menu", play(argued(3)), keys("escape")),
    Shot("dialog-park", play(argued(3)), keys("p")),
    Shot("dialog-split", play(argued(3)), keys("s")),
    Shot("dialog-skip", play(argued(3)), keys("x")),
    Shot("help-step", play(argued(3)), keys("f1")),
)


# over the session, and after it


def over(
    shown: Callable[[Venue, Table], Scene], reached: Reached, *, cards: int = 12
) -> Callable[[Evening], Scene]:
    """Show a screen about the session as it is then."""

    def make(evening: Evening) -> Scene:
        return shown(*evening.table(reached, cards=cards))

    return make


def _map(venue: Venue, table: Table) -> Scene:
    from game.ui.scenes.map import MapScene

    return MapScene(venue, table)


def _sphere(venue: Venue, table: Table) -> Scene:
    from game.ui.scenes.map import SphereScene

    return SphereScene(venue, table, Place.COMMUNAL)


def _history(card: str | None) -> Callable[[Venue, Table], Scene]:
    def make(venue: Venue, table: Table) -> Scene:
        from game.ui.scenes.history import HistoryScene

        return HistoryScene(venue, table, card)

    return make


def _shelves(venue: Venue, table: Table) -> Scene:
    from game.ui.scenes.shelves import ShelvesScene

    return ShelvesScene(venue, table)


END = at(Phase.FINISHED)

AFTER = (
    Shot("map", over(_map, END)),
    Shot("map-24", over(_map, END, cards=24)),
    Shot("sphere", over(_sphere, END, cards=24)),
    Shot("history", over(_history(None), END)),
    Shot("history-card", over(_history("repaircafe"), END)),
    Shot("shelves", over(_shelves, END)),
    Shot("closing-map", play(at(Phase.CLOSING))),
    Shot("closing-question", play(at(Phase.CLOSING)), press("next")),
    Shot("end", play(END)),
    Shot("export", play(END), press("save")),
    Shot("export-public", play(END), steps(press("save"), turn("version"))),
    Shot(
        "export-saved",
        play(END),
        steps(press("save", "kind-pdf", "kind-docx", "kind-html", "save"), worked),
    ),
    Shot("release", play(END), steps(press("save"), turn("version"), press("held-1"))),
)

RECORDS = (
    Shot("compare-pick", records_shots.pick),
    Shot("compare", records_shots.compare),
    Shot("compare-notices", records_shots.compare, keys("5")),
    Shot("compare-others", records_shots.compare, keys("4")),
    Shot("compare-cell", records_shots.compare, press("row-0-institutional")),
    Shot("compare-card", records_shots.compare, press("row-0-card")),
    Shot("compare-save", records_shots.compare, steps(press("save"), turn("version"))),
    Shot("paper", records_shots.how),
    Shot("paper-problems", records_shots.paper),
)


_NAMED = {shot.name: shot for shot in (*BEFORE, *MAKING, *SHELF, *CARD, *AFTER)}

ALSO = (
    replace(_NAMED["title"], name="title-en", language="en"),
    replace(_NAMED["setup-seats"], name="setup-seats-150", text_size=150),
    replace(_NAMED["propose-hands"], name="propose-hands-contrast", contrast=True),
    replace(_NAMED["argue"], name="argue-150", text_size=150),
    replace(_NAMED["argue"], name="argue-contrast", contrast=True),
    replace(_NAMED["map"], name="map-contrast", contrast=True),
    replace(_NAMED["editor-card"], name="editor-card-150", text_size=150),
    Shot("argue-en", play(argued(3), deck=ENGLISH), language="en"),
    Shot("settle-differed-en", play(recording(Outcome.DIFFERED), deck=ENGLISH), language="en"),
    Shot("end-en", play(END, deck=ENGLISH), language="en"),
)

PICTURES = (
    _NAMED["title"],
    Shot("argue", play(argued(3, played=8))),
    Shot("propose", play(at(Phase.PROPOSE, played=8, sealed=4))),
    _NAMED["end"],
)
"""What the README shows."""

SHOTS = (
    *BEFORE,
    *MAKING,
    *SHELF,
    *CARD,
    *AFTER,
    *RECORDS,
    *ALSO,
)
