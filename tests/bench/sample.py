"""A session of 24 cards that waits for its last card, and the machine that it is on."""

from pathlib import Path

from game.decks.library import Library
from game.demo import playing
from game.store.paths import resources
from game.store.settings import Settings
from game.venue import Venue

CARDS = 24


def venue(folder: Path) -> Venue:
    """Make a machine with the shipped decks, and sessions in a folder."""
    library = Library((resources() / "decks",))
    return Venue(settings=Settings(), settings_file=None, saves=folder, library=library)


def before(kind: str, folder: Path, name: str) -> Path:
    """Write a session that stops before the last step of a kind, such as "card.played"."""
    whole = folder / "whole.rec"
    if not whole.exists():
        folder.mkdir(parents=True, exist_ok=True)
        deck = venue(folder).deck(playing.DECK)
        playing.record(deck, whole, cards=CARDS)
    lines = whole.read_bytes().splitlines(keepends=True)
    wanted = f'"kind":"{kind}"'.encode()
    last = max(number for number, line in enumerate(lines) if wanted in line)
    path = folder / f"{name}.jsonl"
    path.write_bytes(b"".join(lines[:last]))
    return path
