"""A deck file as it stands, before the deck it is based on is brought in."""

from dataclasses import dataclass

from game.core.cards import ActivityCard, ClosingQuestion, CriterionCard, Sphere
from game.decks.findings import Spot


@dataclass(frozen=True, slots=True)
class Mention:
    """An id of something elsewhere, and where it is written."""

    id: str
    spot: Spot
    index: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """What one file says itself; None for a list that it does not give."""

    id: str = ""
    title: str = ""
    language: str = ""
    version: str = ""
    about: str = ""
    based_on: Mention | None = None
    drop: tuple[Mention, ...] = ()
    spheres: tuple[Sphere, ...] | None = None
    activities: tuple[ActivityCard, ...] = ()
    criteria: tuple[CriterionCard, ...] | None = None
    closing: tuple[ClosingQuestion, ...] | None = None
    written: int = 0
    """How many activity cards stand in the file, broken ones included."""
    spot: Spot = Spot()
    """Where a finding about the cards as a whole belongs."""
    pictures: tuple[tuple[Mention, str], ...] = ()
    """The pictures of its cards: the card's id, where the name is written, and the name."""
