"""The round that is being sealed, as its screens see it: keys, seats, and who is done."""

from game.core import events as e
from game.core.cards import Abstention, Place, Vote
from game.core.evolve import retracted
from game.core.outcome import Ballot
from game.core.sealing import turn_order
from game.core.session import CardInPlay, Phase, Session, Step
from game.core.setup import Sealing, Seat
from game.i18n import _

PLACE_KEYS = {
    "1": Place.PERSONAL,
    "2": Place.COMMUNAL,
    "3": Place.INSTITUTIONAL,
    "0": Place.OUTSIDE,
}
ABSTENTION_KEYS = {
    "u": Abstention.UNSURE,
    "o": Abstention.UNCLEAR,
    "t": Abstention.NOT_MINE,
}
VOTE_KEYS: dict[str, Vote] = {**PLACE_KEYS, **ABSTENTION_KEYS}
ABSTENTION_ICONS = {
    Abstention.UNSURE: "circle-question-mark",
    Abstention.UNCLEAR: "message-circle-question-mark",
    Abstention.NOT_MINE: "map-pin-off",
}


def live_key(name: str) -> Place | None:
    """Read which place a seat can live with from a key with Shift."""
    return PLACE_KEYS.get(name.removeprefix("shift+")) if name.startswith("shift+") else None


def voters(session: Session) -> tuple[Seat, ...]:
    """List the seats that choose in this round, in the order in which they do."""
    return turn_order(session) if session.sealing is Sealing.OPEN else session.present


def ballot_of(card: CardInPlay, seat: str) -> Ballot | None:
    """Find what a seat sealed; without its choice where that may not be seen."""
    return next((ballot for ballot in card.seals if ballot.seat == seat), None)


def first_choice(session: Session, seat: str) -> Vote | None:
    """Read what a seat chose in the first round, during the second."""
    card = session.current
    if card is None or card.first is None or session.phase is not Phase.SECOND:
        return None
    return card.first.vote_of(seat)


def chosen_again(steps: tuple[Step, ...]) -> frozenset[str]:
    """List the seats that sealed something since the second round began, never what."""
    gone = retracted(steps)
    found: set[str] = set()
    for number in range(len(steps) - 1, -1, -1):
        for event in steps[number].events:
            if number in gone:
                continue
            if isinstance(event, e.SecondRoundStarted):
                return frozenset(found)
            if isinstance(event, e.VoteSealed):
                found.add(event.seat)
    return frozenset(found)


def waiting(session: Session, steps: tuple[Step, ...]) -> tuple[Seat, ...]:
    """List the seats that did nothing yet in this round, the next one first."""
    card = session.current
    if card is None:
        return ()
    done = {ballot.seat for ballot in card.seals}
    if session.phase is Phase.SECOND and session.sealing is Sealing.VEIL:
        done = set(chosen_again(steps))
    return tuple(seat for seat in voters(session) if seat.id not in done)


def part(card: CardInPlay, number: int) -> str:
    """Name a part of a split card, which counts from 0."""
    return _("Part {number} of {count}: {name}").format(
        number=number + 1, count=len(card.aspects), name=card.aspects[number].name
    )


def question(session: Session) -> str:
    """Ask the question of this round."""
    card = session.current
    if session.phase is Phase.SECOND:
        return _("Where does this card belong now?")
    if card is not None and card.open_aspect is not None:
        return f"{part(card, card.open_aspect)}. " + _("Where does this part belong?")
    return _("Where does this card belong?")
