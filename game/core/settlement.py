"""The words that a table gives to an outcome, and when they are complete."""

from game.core.cards import Crux, Place
from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class AspectText:
    """What the table wrote of one aspect of a split card."""

    reason: str = ""
    differed: bool = False
    """The table turned carried into differed."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The words that go with an outcome; empty where the table wrote nothing."""

    reason: str = ""
    boundary: str = ""
    together: str = ""
    reasons: tuple[tuple[Place, str], ...] = ()
    """Of a difference: a reason for each position."""
    notes: tuple[tuple[str, str], ...] = ()
    """Seat and note, for those who differ."""
    crux: Crux | None = None
    settle: str = ""
    """What would settle the difference."""
    aspects: tuple[AspectText, ...] = ()

    def reason_for(self, place: Place) -> str:
        """Read the reason given for one position of a difference."""
        return dict(self.reasons).get(place, "")

    def note_of(self, seat: str) -> str:
        """Read the note of one dissenting seat."""
        return dict(self.notes).get(seat, "")


def filled(*texts: str) -> bool:
    """Tell whether every text has something in it."""
    return all(text.strip() for text in texts)
