"""What a deck file says itself, and where in the file that stands."""

from dataclasses import dataclass

from game.decks.draft import Draft
from game.decks.findings import Spot


@dataclass(frozen=True, slots=True)
class Mention:
    """An id of something elsewhere, and where it is written."""

    id: str
    spot: Spot
    index: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A draft out of a file, with the places that later findings point at."""

    draft: Draft = Draft()
    based_on: Mention | None = None
    drop: tuple[Mention, ...] = ()
    written: int = 0
    """How many activity cards stand in the file, broken ones included."""
    spot: Spot = Spot()
    """Where a finding about the cards as a whole belongs."""
    pictures: tuple[tuple[Mention, str], ...] = ()
    """The pictures of its cards: the card's id, where the name is written, and the name."""
