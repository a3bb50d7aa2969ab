"""What became of a card: a round of votes, and the rule that proposes the outcome."""

from enum import StrEnum

from game.core.cards import Abstention, Place, Vote
from game.core.frozen import dataclass
from game.core.setup import Sealing

CARRIED_NEEDS = 4
"""A threshold means little in a group of fewer than four voices."""


class Outcome(StrEnum):
    """What became of a card."""

    AGREED = "agreed"
    CARRIED = "carried"
    DIFFERED = "differed"
    UNDECIDED = "undecided"
    SPLIT = "split"
    PARKED = "parked"
    SKIPPED = "skipped"


DISCUSSED = frozenset({Outcome.AGREED, Outcome.CARRIED, Outcome.DIFFERED, Outcome.SPLIT})
"""The outcomes that score."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one seat sealed; the vote is None where it may not be seen."""

    seat: str
    vote: Vote | None
    live_with: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """What was on the table after a reveal."""

    present: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    order: tuple[Place, ...]
    """The positions in the order in which they argue."""
    sealing: Sealing

    def vote_of(self, seat: str) -> Vote | None:
        """Read what a seat chose, if it chose anything."""
        return next((b.vote for b in self.ballots if b.seat == seat), None)

    def holders(self, place: Place) -> tuple[str, ...]:
        """List the seats that chose a place."""
        return tuple(b.seat for b in self.ballots if b.vote is place)

    @property
    def positions(self) -> tuple[Place, ...]:
        """The places that at least one seat chose, in the fixed order of places."""
        return tuple(place for place in Place if self.holders(place))

    @property
    def contested(self) -> bool:
        """Whether there are two or more positions."""
        return len(self.positions) > 1

    @property
    def choosing(self) -> tuple[Ballot, ...]:
        """The ballots that name a place."""
        return tuple(b for b in self.ballots if isinstance(b.vote, Place))

    @property
    def abstained(self) -> tuple[str, ...]:
        """The seats that abstained."""
        return tuple(b.seat for b in self.ballots if isinstance(b.vote, Abstention))

    @property
    def missing(self) -> tuple[str, ...]:
        """The present seats that sealed nothing."""
        sealed = {b.seat for b in self.ballots}
        return tuple(seat for seat in self.present if seat not in sealed)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The outcome that the rule proposes for a round."""

    outcome: Outcome
    places: tuple[Place, ...] = ()
    nameable: tuple[Place, ...] = ()
    """Places of which the table may name one, which makes the card carried."""


def propose(last: Round, threshold: int) -> Proposal:
    """Apply the outcome rule to the last round; the threshold is in percent."""
    count = len(last.choosing)
    if count < 2 or 2 * len(last.abstained) >= len(last.present):
        return Proposal(Outcome.UNDECIDED)
    positions = last.positions
    if len(positions) == 1:
        return Proposal(Outcome.AGREED, positions)
    if count >= CARRIED_NEEDS:
        for place in positions:
            if 100 * len(last.holders(place)) >= threshold * count:
                return Proposal(Outcome.CARRIED, (place,))
    liveable = tuple(place for place in positions if _liveable(last, place))
    if len(liveable) == 1:
        return Proposal(Outcome.CARRIED, liveable)
    return Proposal(Outcome.DIFFERED, positions, liveable)


def _liveable(last: Round, place: Place) -> bool:
    others = [b for b in last.choosing if b.vote is not place]
    at_least_half = 2 * len(last.holders(place)) >= len(last.choosing)
    return at_least_half and all(place in b.live_with for b in others)
