"""Rules of a round: sealing, revealing, the order of arguing, and correcting a wrong tap."""

from random import Random

from game.core import events as e
from game.core import intents as i
from game.core.cards import Place, Vote
from game.core.checks import card_in_play, present_seat
from game.core.outcome import Ballot, Round
from game.core.refusals import Reason, Refused
from game.core.session import SEALING_PHASES, Phase, Session
from game.core.setup import (
    Sealing,
    Seat,
)


def _ballot(session: Session, seat: str, vote: Vote, live_with: tuple[Place, ...]) -> Ballot:
    """Hold a choice against the round that it belongs to."""
    card = card_in_play(session)
    second = card.second_started and not card.aspects
    if live_with and not second:
        raise Refused(Reason.LIVE_WITH_LATER, seats=(seat,))
    if live_with and not isinstance(vote, Place):
        raise Refused(Reason.LIVE_WITH_ABSTAINED, seats=(seat,))
    if vote in live_with:
        raise Refused(Reason.LIVE_WITH_OWN, seats=(seat,))
    return Ballot(seat, vote, tuple(place for place in Place if place in live_with))


def seal(session: Session, intent: i.Seal) -> tuple[e.Event, ...]:
    """Seal a choice."""
    card = card_in_play(session)
    if session.phase not in SEALING_PHASES:
        raise Refused(Reason.WRONG_PHASE)
    seat = present_seat(session, intent.seat)
    ballot = _ballot(session, seat.id, intent.vote, intent.live_with)
    sealed = {b.seat for b in card.seals}
    if session.sealing is Sealing.OPEN and seat.id not in sealed:
        following = next((s for s in turn_order(session) if s.id not in sealed), seat)
        if following != seat:
            raise Refused(Reason.NOT_YOUR_TURN, seats=(following.id,))
    return (e.VoteSealed(seat.id, intent.vote, ballot.live_with),)


def turn_order(session: Session) -> tuple[Seat, ...]:
    """List the present seats as they place a card in the open: from the seat that played it."""
    card = session.current
    ids = [seat.id for seat in session.seats]
    first = ids.index(card.seat) if card else session.turn
    around = session.seats[first:] + session.seats[:first]
    return tuple(seat for seat in around if seat.id not in session.absent)


def unseal(session: Session, intent: i.Unseal) -> tuple[e.Event, ...]:
    """Take a seal back."""
    card = card_in_play(session)
    seat = present_seat(session, intent.seat)
    if all(ballot.seat != seat.id for ballot in card.seals):
        raise Refused(Reason.NOT_SEALED, seats=(seat.id,))
    return (e.VoteUnsealed(seat.id),)


def reveal(session: Session, intent: i.Reveal) -> tuple[e.Event, ...]:
    """Turn all seals over."""
    card = card_in_play(session)
    if session.phase not in SEALING_PHASES:
        raise Refused(Reason.WRONG_PHASE)
    present = tuple(seat.id for seat in session.present)
    sealed = {ballot.seat for ballot in card.seals}
    missing = tuple(seat for seat in present if seat not in sealed)
    if missing and not intent.without_missing:
        raise Refused(Reason.MISSING_SEALS, seats=missing)
    shown = Round(present, card.seals, (), session.sealing)
    offered = session.phase is Phase.PROPOSE and not card.reword_offered and _unclear(shown)
    return (e.Revealed(present, arguing_order(session, shown), offered),)


def _unclear(shown: Round) -> bool:
    """Two find the card unclear, or a third of the present seats."""
    count = sum(ballot.vote == "unclear" for ballot in shown.ballots)
    return count >= 2 or (count > 0 and 3 * count >= len(shown.present))


def arguing_order(session: Session, shown: Round) -> tuple[Place, ...]:
    """Put the positions in order, the smallest first.

    Between equals the session's seed draws; after a correction an earlier draw stands.
    """
    card = card_in_play(session)
    places = [place for place in shown.positions if place not in shown.order]
    drawn = f"{session.seed}/{card.card}/{card.version}/{len(card.earlier)}/{bool(card.first)}"
    Random(drawn).shuffle(places)
    places = [*(place for place in shown.order if place in shown.positions), *places]
    return tuple(sorted(places, key=lambda place: len(shown.holders(place))))


def correct(session: Session, intent: i.CorrectVote) -> tuple[e.Event, ...]:
    """Put a wrong tap right."""
    card = card_in_play(session)
    shown = card.latest
    if shown is None:
        raise Refused(Reason.NOT_REVEALED)
    if intent.seat not in shown.present:
        raise Refused(Reason.NOT_IN_ROUND, seats=(intent.seat,))
    if session.phase is Phase.SECOND or (session.phase is Phase.ASPECT and shown is card.last):
        raise Refused(Reason.WRONG_PHASE)
    live_with = intent.live_with
    if shown is not card.second and live_with:
        raise Refused(Reason.LIVE_WITH_LATER, seats=(intent.seat,))
    ballot = _ballot(session, intent.seat, intent.vote, live_with)
    others = tuple(b for b in shown.ballots if b.seat != intent.seat)
    changed = Round(shown.present, (*others, ballot), shown.order, shown.sealing)
    order = arguing_order(session, changed)
    return (e.VoteCorrected(intent.seat, intent.vote, ballot.live_with, order),)
