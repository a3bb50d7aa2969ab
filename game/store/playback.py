"""Playing a log back with suspicion: how far its steps follow from one another."""

from bisect import bisect_left

from game.core import events as e
from game.core.cards import Deck
from game.core.evolve import replay
from game.core.session import Session, Step

_UNPLAYABLE = (ValueError, LookupError, StopIteration, TypeError, AttributeError)
"""What replaying raises when a step does not follow from the ones before it."""


def play_back(deck: Deck, steps: tuple[Step, ...]) -> tuple[Session, int]:
    """Build the session of a log up to the first step that cannot be; say how many were played."""
    steps = steps[: _first_stray(deck, steps)]
    try:
        return replay(deck, steps), len(steps)
    except _UNPLAYABLE:
        counts = range(1, len(steps) + 1)
        good = bisect_left(counts, True, key=lambda count: _fails(deck, steps[:count]))
        return replay(deck, steps[:good]), good


def _fails(deck: Deck, steps: tuple[Step, ...]) -> bool:
    try:
        replay(deck, steps)
    except _UNPLAYABLE:
        return True
    return False


def _first_stray(deck: Deck, steps: tuple[Step, ...]) -> int:
    """Find the first step that names a seat, a card or a step that is not there."""
    cards = {card.id for card in deck.activities}
    seats: set[str] = set()
    for number, step in enumerate(steps):
        if (number == 0) is not isinstance(next(iter(step.events), None), e.SessionStarted):
            return number
        for event in step.events:
            match event:
                case e.SessionStarted():
                    seats.update(seat.id for seat in event.seats)
                case e.SeatJoined():
                    seats.add(event.seat.id)
                case e.BlankAdded():
                    cards.add(event.card.id)
                case e.StepRetracted():
                    if not 0 < event.step < number:
                        return number
                case _:
                    pass
            seats_named, cards_named = _named(event)
            if not (seats >= seats_named and cards >= cards_named):
                return number
    return len(steps)


def _named(event: e.Event) -> tuple[set[str], set[str]]:
    """List the seats and the cards that an event names."""
    match event:
        case e.SessionStarted():
            return set(), set(event.order)
        case e.Revealed():
            return set(event.present), set()
        case e.CardDealt() | e.CardPlayed() | e.CardReopened():
            return {event.seat}, {event.card}
        case (
            e.BlankAdded()
            | e.VoteSealed()
            | e.VoteUnsealed()
            | e.VoteCorrected()
            | e.ArgumentPlayed()
            | e.SeatLeft()
        ):
            return {event.seat}, set()
        case _:
            return set(), set()
