"""Rules of the argument and what comes of it: criteria, restating, splitting, the outcome."""

from game.core import events as e
from game.core import intents as i
from game.core import settling
from game.core.cards import TITLE_LENGTH, Place
from game.core.checks import card_in_play, checked_text, need_phase, present_seat
from game.core.outcome import Outcome, Round
from game.core.refusals import Reason, Refused
from game.core.session import Phase, Session

MAX_ASPECTS = 3


def argue(session: Session, intent: i.Argue) -> tuple[e.Event, ...]:
    """Play an argument."""
    card = card_in_play(session)
    if card.first is None:
        raise Refused(Reason.NOT_REVEALED)
    if card.reword_pending:
        # The first round is the last one before arguing starts, and another may follow here.
        raise Refused(Reason.WRONG_PHASE)
    # Presence is fixed at the reveal: who chose and left was heard, and is written down later.
    voted = intent.seat in card.first.present
    seat = session.seat(intent.seat) if voted else None
    seat = seat or present_seat(session, intent.seat)
    text = checked_text(intent.text)
    if intent.criterion:
        if session.deck.criterion(intent.criterion) is None:
            raise Refused(Reason.UNKNOWN_CRITERION, text=intent.criterion)
        if intent.meets is None:
            raise Refused(Reason.CRITERION_UNJUDGED)
    elif intent.meets is not None:
        raise Refused(Reason.NO_CRITERION)
    elif not text:
        raise Refused(Reason.EMPTY_TEXT)
    return (e.ArgumentPlayed(seat.id, intent.place, text, intent.criterion, intent.meets),)


def edit_argument(session: Session, intent: i.EditArgument) -> tuple[e.Event, ...]:
    """Reword an argument."""
    card = card_in_play(session)
    if not 0 <= intent.argument < len(card.arguments):
        raise Refused(Reason.UNKNOWN_ARGUMENT)
    needed = not card.arguments[intent.argument].criterion
    return (e.ArgumentEdited(intent.argument, checked_text(intent.text, needed=needed)),)


def _position(session: Session, place: Place) -> Round:
    need_phase(session, Phase.ARGUE)
    card = card_in_play(session)
    first = card.first
    if first is None or not first.contested:
        raise Refused(Reason.NOT_CONTESTED)
    if not first.holders(place):
        raise Refused(Reason.NOT_A_POSITION, text=place)
    if card.is_restated(place):
        raise Refused(Reason.ALREADY_RESTATED)
    if not card.arguments_for(place):
        raise Refused(Reason.NOTHING_SAID)
    return first


def restate(session: Session, intent: i.Restate) -> tuple[e.Event, ...]:
    """Confirm that a position was said back."""
    first = _position(session, intent.place)
    if intent.by:
        present_seat(session, intent.by)
        if (
            first.vote_of(intent.by) not in first.positions
            or first.vote_of(intent.by) is intent.place
        ):
            raise Refused(Reason.SAME_POSITION, seats=(intent.by,))
    return (e.PositionRestated(intent.place, intent.by, waived=False),)


def waive(session: Session, intent: i.Waive) -> tuple[e.Event, ...]:
    """Let a lone holder do without."""
    first = _position(session, intent.place)
    if len(first.holders(intent.place)) > 1:
        raise Refused(Reason.HELD_BY_MORE)
    if len(first.present) < 3:
        raise Refused(Reason.TABLE_OF_TWO)
    return (e.PositionRestated(intent.place, "", waived=True),)


def split(session: Session, intent: i.Split) -> tuple[e.Event, ...]:
    """Cut the card into aspects."""
    card = card_in_play(session)
    if card.first is None:
        raise Refused(Reason.NOT_REVEALED)
    if card.aspects:
        raise Refused(Reason.ALREADY_SPLIT)
    names = tuple(checked_text(name, TITLE_LENGTH, needed=True) for name in intent.aspects)
    if not 2 <= len(names) <= MAX_ASPECTS:
        raise Refused(Reason.ASPECT_COUNT)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused(Reason.SAME_ASPECT)
    return (e.CardSplit(names),)


def confirm(session: Session, intent: i.Confirm) -> tuple[e.Event, ...]:
    """Record the outcome that the rule gives, or the one that the table may turn it into."""
    need_phase(session, Phase.SETTLE)
    card = card_in_play(session)
    words = intent.settlement
    for text in settling.texts(words):
        checked_text(text)
    proposal = settling.proposal(card, session.setup.threshold)
    outcome, places = intent.outcome, proposal.places
    if intent.place is not None:
        if intent.place not in proposal.nameable or outcome is not Outcome.CARRIED:
            raise Refused(Reason.PLACE_NOT_NAMEABLE, text=intent.place)
        places = (intent.place,)
    elif proposal.outcome is Outcome.CARRIED and outcome is Outcome.DIFFERED:
        places = card.last.positions if card.last else ()
    elif outcome is not proposal.outcome:
        raise Refused(Reason.OTHER_OUTCOME, text=proposal.outcome)
    if len(words.aspects) not in (0, len(card.aspects)):
        raise Refused(Reason.ASPECT_COUNT)
    for index, aspect in enumerate(words.aspects):
        ruled = settling.aspect_proposal(card, index, session.setup.threshold)
        if aspect.differed and ruled.outcome is not Outcome.CARRIED:
            raise Refused(Reason.OTHER_OUTCOME, text=ruled.outcome)
    return (e.OutcomeRecorded(outcome, places, settling.tidy(words)),)
