"""A paper session as it was written down: its cards, and what each seat put in its rows."""

from collections.abc import Mapping
from enum import Enum

from game.core.cards import Meets, Place, Vote
from game.core.frozen import dataclass
from game.core.setup import Seat, Setup
from game.store.paper import terms
from game.store.paper.sheet import Problem, Row


class Away(Enum):
    """Not at the table in a round."""

    AWAY = terms.ABSENT


Cast = Vote | Away | None
"""What a cell of a round says; None where it is empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of one seat, its cells read."""

    row: Row
    seat: str
    """The seat's id; empty on a row that is about the whole card."""
    first: Cast
    second: Cast
    live_with: tuple[Place, ...]
    criterion: str
    meets: Meets | None
    waived: bool | None
    """None where nothing was said back."""
    again: bool
    """A further row of the same seat, with an argument alone."""
    aspect: str


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card that the table wrote itself."""

    title: str
    text: str
    row: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the table answered to a closing question."""

    question: str
    """Its id."""
    text: str
    row: int


@dataclass(frozen=True, slots=True)
class PaperCard:
    """The rows of one card, as it was played once."""

    card: str
    """Its id, or its title where the table wrote it; empty when the deck does not have it."""
    lines: tuple[Line, ...]
    fields: Mapping[str, tuple[str, int]]
    """Each field of the card, with the row that it stands on."""
    sound: bool
    """Whether every vote could be read, so that the card can be played."""
    own: OwnCard | None = None

    @property
    def whole(self) -> tuple[Line, ...]:
        """The rows that are about the card itself, not about an aspect."""
        return tuple(line for line in self.lines if not line.aspect)

    @property
    def aspects(self) -> tuple[tuple[Line, ...], ...]:
        """The rows of each aspect, in order."""
        grouped: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.aspect:
                grouped.setdefault(line.aspect.casefold(), []).append(line)
        return tuple(tuple(lines) for lines in grouped.values())

    def text(self, column: str) -> str:
        """Read a field of the card."""
        return self.fields.get(column, ("", 0))[0]

    def row(self, *columns: str) -> int:
        """Find the row of the first of these fields that is filled, else the card's first row."""
        rows = (self.fields[column][1] for column in columns if column in self.fields)
        return next(rows, self.lines[0].row.number)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole session as it was written down."""

    setup: Setup
    seats: tuple[Seat, ...]
    cards: tuple[PaperCard, ...]
    problems: tuple[Problem, ...]
    playable: bool
    """Whether there is a table to play it with."""
    answers: tuple[Answer, ...] = ()
