"""How a session is set up: the table's choices, the seats, and their limits."""

from enum import StrEnum

from game.core.frozen import dataclass

MIN_SEATS, MAX_SEATS = 2, 12
MIN_TEAM, MAX_TEAM = 1, 5
MIN_THRESHOLD, MAX_THRESHOLD = 51, 100
MAX_LETTERS = 2000
UNANIMOUS_MINUTES, CONTESTED_MINUTES = 2, 8
"""What a card takes when nobody disputes it, and when the table differs."""


class Sealing(StrEnum):
    """How proposals stay hidden until the reveal."""

    HANDS = "hands"
    VEIL = "veil"
    OPEN = "open"
    PAPER = "paper"
    """Played on paper: how it was sealed is not known."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant or a team of one to five people."""

    id: str
    label: str
    role: str = ""
    colour: int = 0
    """Index into the twelve seat colours."""
    size: int = 1


@dataclass(frozen=True, slots=True)
class Setup:
    """What the table chose before the first card."""

    gemeente: str = ""
    wijk: str = ""
    question: str = ""
    date: str = ""
    """ISO 8601, as the facilitator set it."""
    table: str = ""
    missing: str = ""
    """Who is not at the table but should be."""
    kept_until: str = ""
    """ISO 8601: until when the record is kept."""
    cards: int = 12
    threshold: int = 75
    """Percent of the choosing seats."""
    sealing: Sealing = Sealing.HANDS
    timers: bool = True
    argue_minutes: int = 3
    hand: int = 3
    facilitator_holds_seat: bool = False
    selection: tuple[str, ...] = ()
    """Ids of the cards chosen from the deck; empty means the whole deck."""


def expected_minutes(cards: int) -> tuple[int, int]:
    """Say how many minutes a session takes at least and at most."""
    return cards * UNANIMOUS_MINUTES, cards * CONTESTED_MINUTES


def initials(label: str, taken: frozenset[str] = frozenset()) -> str:
    """Make two letters for a seat that no other seat at the table has, where that can be."""
    words = [word for word in label.split() if word[0].isalnum()]
    letters = [c for c in label if c.isalnum()]
    if not letters:
        return "?"
    pairs = [words[0][0] + words[1][0]] if len(words) > 1 else []
    pairs += [letters[0] + other for other in letters[1:]]
    choices = [pair.upper() for pair in pairs] or [letters[0].upper()]
    return next((pair for pair in choices if pair not in taken), choices[0])
