"""A machine with decks of its own: a good one, a half-made one, and one that is broken."""

import time
from collections.abc import Callable
from pathlib import Path

from game.core.cards import TITLE_LENGTH, ActivityCard
from game.decks import unfinished
from game.decks.draft import FIRST_VERSION, Draft
from game.decks.library import Library
from game.office.csv_files import csv_bytes
from game.store.paths import resources
from game.ui.scene import Scene
from game.ui.scenes.deck_print import DeckPrintScene
from game.ui.scenes.decks import DecksScene
from game.venue import Venue
from tests.decks.example import DECK
from tests.ui.conftest import Pilot
from tests.ui.golden.evening import Evening

OWN = Path("kaartensets")
TITLE, ABOUT = "Voorbeeldstad, jeugd, voorjaar", "Voor de tafels van mei, met kaarten uit de wijk."
BASED = f"""\
format: 1
id: voorjaar
title: {TITLE}
language: nl
version: "1.2"
about: {ABOUT}
based_on: sociale-basis
drop: [fanfare]
activities:
  - id: skatebaan
    title: Skatebaan
    text: Jongeren houden de baan zelf bij.
    icon: wippe
"""
BROKEN = (
    DECK.replace("id: proef\n", "id: noord\n")
    .replace("title: Proef\n", "title: Jeugd in Noord\n")
    .replace("    title: Speeltuin", "    titel: Speeltuin")
    .replace("    icon: wrench", "    icon: wrensh")
    .replace("    title: Fanfare", "    title: Fanfare\n    text: no")
)


def own_decks(venue: Venue, folder: Path = OWN, card: ActivityCard | None = None) -> Venue:
    """Give a machine decks of its own; their words are those of a card where one is given."""
    folder.mkdir(exist_ok=True)
    based = BASED
    if card is not None:
        based = based.replace(TITLE, card.title).replace(ABOUT, card.text)
    (folder / "voorjaar.yaml").write_text(based, encoding="utf-8")
    (folder / "noord.yaml").write_text(BROKEN, encoding="utf-8")
    begun = Draft("ouderen-in-zuid", "Ouderen in Zuid", "nl", FIRST_VERSION, criteria=())
    unfinished.keep(folder / "ouderen", begun)
    venue.library = Library((resources() / "decks", folder))
    return venue


def decks(evening: Evening) -> Scene:
    """Show the decks of a machine."""
    card = evening.deck().activities[0]
    longest = len(card.title) == TITLE_LENGTH
    return DecksScene(own_decks(evening.home(), card=card if longest else None))


def spoilt(pilot: Pilot) -> None:
    """Bring in a table with more than one thing wrong with it."""
    rows = [("Titel", "Tekst", "Pictogram"), ("", "Zonder titel.", "coffee"), ("Buurtbus", "", "")]
    rows += [("Eettafel", "Samen eten.", "soep"), ("Wijkkrant " * 9, "Wordt rondgebracht.", "")]
    file = Path("kaarten uit de wijk.csv")
    file.write_bytes(csv_bytes(rows))
    pilot.window.change(pilot.scene.file_dropped(file))
    pilot.step()


def printed(pilot: Pilot) -> None:
    """Wait until every page can be looked at."""
    pilot.press("print")
    scene = pilot.scene
    assert isinstance(scene, DeckPrintScene)
    until = time.monotonic() + 60
    while not scene.pages()[1] and time.monotonic() < until:
        time.sleep(0.05)
    scene.relayout()
    pilot.step()


def chosen(deck_id: str) -> Callable[[Pilot], None]:
    """Choose a deck by its id."""

    def choose(pilot: Pilot) -> None:
        scene = pilot.scene
        assert isinstance(scene, DecksScene)
        at = [one.id for one in scene.decks].index(deck_id)
        if scene.decks[at].path != scene.chosen:
            pilot.press(f"deck-{at}")

    return choose
