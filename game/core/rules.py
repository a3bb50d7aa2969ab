"""What the rules allow: an intent becomes events, or is refused with a reason."""

from datetime import date
from random import Random
from typing import assert_never

from game.core import events as e
from game.core import intents as i
from game.core import settling
from game.core.cards import TEXT_LENGTH, TITLE_LENGTH, ActivityCard, Place, Vote
from game.core.outcome import Ballot, Outcome, Round
from game.core.refusals import Reason, Refused
from game.core.session import SEALING_PHASES, CardInPlay, Phase, Session
from game.core.setup import (
    MAX_LETTERS,
    MAX_SEATS,
    MAX_TEAM,
    MAX_THRESHOLD,
    MIN_SEATS,
    MIN_TEAM,
    MIN_THRESHOLD,
    Sealing,
    Seat,
    Setup,
)

MAX_MINUTES = 60
MAX_CARDS = 200
MAX_HAND = 10
MAX_ASPECTS = 3


def decide(session: Session, intent: i.Intent) -> tuple[e.Event, ...]:
    """Turn an intent into the events it causes.

    Raises:
        Refused: the rules do not allow it now.
    """
    _running(session, intent)
    match intent:
        case i.Start():
            return _start(session, intent)
        case i.ChangeOptions():
            return _change_options(session, intent)
        case i.PlayCard():
            return _play(session, intent)
        case i.DrawCard():
            return _draw(session)
        case i.AddBlank():
            return _blank(session, intent)
        case i.NoteWording():
            _in_play(session)
            return (e.WordingNoted(_text(intent.text)),)
        case i.StartProposing():
            _phase(session, Phase.READ)
            return (e.ProposingStarted(),)
        case i.Seal():
            return _seal(session, intent)
        case i.Unseal():
            return _unseal(session, intent)
        case i.Reveal():
            return _reveal(session, intent)
        case i.CorrectVote():
            return _correct(session, intent)
        case i.Reword():
            _phase(session, Phase.REWORD)
            return (e.CardReworded(_text(intent.text, TEXT_LENGTH, needed=True)),)
        case i.KeepWording():
            _phase(session, Phase.REWORD)
            return (e.WordingKept(),)
        case i.AskDiscussion():
            _phase(session, Phase.FAST)
            return (e.DiscussionAsked(),)
        case i.Argue():
            return _argue(session, intent)
        case i.EditArgument():
            return _edit_argument(session, intent)
        case i.Restate():
            return _restate(session, intent)
        case i.Waive():
            return _waive(session, intent)
        case i.NoteBoundary():
            card = _in_play(session)
            if card.first is None:
                raise Refused(Reason.NOT_REVEALED)
            return (e.BoundaryNoted(_text(intent.text)),)
        case i.StartSecondRound():
            _phase(session, Phase.ARGUE)
            return (e.SecondRoundStarted(),)
        case i.StartSettling():
            _phase(session, Phase.FAST)
            return (e.SettlingStarted(),)
        case i.Split():
            return _split(session, intent)
        case i.Confirm():
            return _confirm(session, intent)
        case i.Park():
            _in_play(session)
            return (e.CardParked(_text(intent.question), _text(intent.owner), _date(intent.date)),)
        case i.Skip():
            _in_play(session)
            return (e.CardSkipped(_text(intent.reason)),)
        case i.Reopen():
            return _reopen(session, intent)
        case i.AddNote():
            card_id = session.current.card if session.current else ""
            return (e.NoteAdded(_text(intent.text, needed=True), card_id),)
        case i.Leave():
            return _leave(session, intent)
        case i.Join():
            return _join(session, intent)
        case i.Pause():
            if session.paused:
                raise Refused(Reason.IS_PAUSED)
            return (e.Paused(),)
        case i.Resume():
            if not session.paused:
                raise Refused(Reason.NOT_PAUSED)
            return (e.Resumed(),)
        case i.ExtendTimer():
            _phase(session, Phase.ARGUE, Phase.FAST)
            _number(intent.minutes, 1, MAX_MINUTES)
            return (e.TimerExtended(intent.minutes),)
        case i.StartClosing():
            return _closing(session)
        case i.Answer():
            return _answer(session, intent)
        case i.Finish():
            _phase(session, Phase.CLOSING)
            return (e.SessionFinished(),)
        case i.Undo():
            if not session.undoable:
                raise Refused(Reason.NOTHING_TO_UNDO)
            return (e.StepRetracted(session.undoable[-1]),)
        case _:
            assert_never(intent)


def refusal(session: Session, intent: i.Intent) -> Refused | None:
    """Say why an intent would be refused now, or that it would not."""
    try:
        decide(session, intent)
    except Refused as refused:
        return refused
    return None


def check_setup(session: Session, setup: Setup, seats: tuple[Seat, ...]) -> None:
    """Hold a set-up and its seats against the rules.

    Raises:
        Refused: the first thing that is wrong with them.
    """
    if len(seats) < MIN_SEATS:
        raise Refused(Reason.TOO_FEW_SEATS, text=str(MIN_SEATS))
    if len(seats) > MAX_SEATS:
        raise Refused(Reason.TOO_MANY_SEATS, text=str(MAX_SEATS))
    seen: set[str] = set()
    for seat in seats:
        _new_seat(seat, seen)
        seen.add(_name(seat))
    if len({seat.id for seat in seats}) < len(seats):
        raise Refused(Reason.SAME_NAME)
    if not MIN_THRESHOLD <= setup.threshold <= MAX_THRESHOLD:
        raise Refused(Reason.THRESHOLD, text=str(setup.threshold))
    _number(setup.argue_minutes, 1, MAX_MINUTES)
    _number(setup.hand, 0, MAX_HAND)
    texts = (setup.gemeente, setup.wijk, setup.question, setup.table, setup.missing)
    for text in texts:
        _text(text)
    _date(setup.date)
    _date(setup.kept_until)
    known = {card.id for card in session.deck.activities}
    for card_id in setup.selection:
        if card_id not in known:
            raise Refused(Reason.UNKNOWN_SELECTION, text=card_id)
    chosen = len(set(setup.selection)) or len(known)
    if setup.cards < 1:
        raise Refused(Reason.NO_CARDS)
    _number(setup.cards, 1, MAX_CARDS)
    if chosen < setup.cards:
        raise Refused(Reason.TOO_FEW_CARDS, text=str(chosen))


def _running(session: Session, intent: i.Intent) -> None:
    if isinstance(intent, i.Start):
        if session.started:
            raise Refused(Reason.ALREADY_STARTED)
        return
    if not session.started:
        raise Refused(Reason.NOT_STARTED)
    if session.finished and not isinstance(intent, i.Undo | i.Answer | i.AddNote):
        raise Refused(Reason.IS_FINISHED)


def _phase(session: Session, *phases: Phase) -> None:
    if session.phase not in phases:
        raise Refused(Reason.WRONG_PHASE)


def _in_play(session: Session) -> CardInPlay:
    if session.current is None:
        raise Refused(Reason.NO_CARD_IN_PLAY)
    return session.current


def _no_card(session: Session) -> None:
    if session.current is not None:
        raise Refused(Reason.CARD_IN_PLAY)


def _text(text: str, limit: int = MAX_LETTERS, *, needed: bool = False) -> str:
    text = text.strip()
    if len(text) > limit:
        raise Refused(Reason.TOO_LONG, text=str(limit))
    if needed and not text:
        raise Refused(Reason.EMPTY_TEXT)
    return text


def _date(text: str) -> str:
    text = text.strip()
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise Refused(Reason.BAD_DATE, text=text[:40]) from None
    return text


def _number(number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise Refused(Reason.BAD_NUMBER, text=f"{least}-{most}")


def _name(seat: Seat) -> str:
    return " ".join(seat.label.split()).casefold()


def _new_seat(seat: Seat, taken: set[str]) -> None:
    if not seat.label.strip():
        raise Refused(Reason.EMPTY_NAME)
    _text(seat.label, TITLE_LENGTH)
    _text(seat.role, TITLE_LENGTH)
    if _name(seat) in taken:
        raise Refused(Reason.SAME_NAME, text=seat.label.strip())
    if not MIN_TEAM <= seat.size <= MAX_TEAM:
        raise Refused(Reason.TEAM_SIZE, text=seat.label.strip())


def _seat(session: Session, seat_id: str) -> Seat:
    seat = session.seat(seat_id)
    if seat is None:
        raise Refused(Reason.UNKNOWN_SEAT, text=seat_id)
    if seat_id in session.absent:
        raise Refused(Reason.SEAT_ABSENT, seats=(seat_id,))
    return seat


def _start(session: Session, intent: i.Start) -> tuple[e.Event, ...]:
    setup, seats = intent.setup, intent.seats
    check_setup(session, setup, seats)
    cards = [card.id for card in session.deck.activities]
    if setup.selection:
        cards = [card_id for card_id in cards if card_id in set(setup.selection)]
    started = e.SessionStarted(setup, seats, intent.seed, ())
    if setup.sealing is Sealing.PAPER:
        return (e.SessionStarted(setup, seats, intent.seed, tuple(cards)),)
    Random(intent.seed).shuffle(cards)
    started = e.SessionStarted(setup, seats, intent.seed, tuple(cards))
    each = min(setup.hand, len(cards) // len(seats))
    deals = [
        (seat.id, turn * len(seats) + n) for turn in range(each) for n, seat in enumerate(seats)
    ]
    return (started, *(e.CardDealt(seat, cards[n]) for seat, n in deals))


def _change_options(session: Session, intent: i.ChangeOptions) -> tuple[e.Event, ...]:
    if intent.sealing is not session.sealing:
        _no_card(session)
    if (intent.sealing is Sealing.PAPER) is not session.paper:
        raise Refused(Reason.WRONG_PHASE)
    _number(intent.argue_minutes, 1, MAX_MINUTES)
    return (e.OptionsChanged(intent.sealing, intent.timers, intent.argue_minutes),)


def _play(session: Session, intent: i.PlayCard) -> tuple[e.Event, ...]:
    _no_card(session)
    if session.card(intent.card) is None:
        raise Refused(Reason.UNKNOWN_CARD, text=intent.card)
    _phase(session, Phase.HAND)
    seat = session.on_turn
    if seat is None or intent.card not in session.playable:
        raise Refused(Reason.NOT_IN_HAND, text=intent.card)
    played = e.CardPlayed(seat.id, intent.card)
    if session.enough or session.paper or not session.pile:
        return (played,)
    return (played, e.CardDealt(seat.id, session.pile[0]))


def _draw(session: Session) -> tuple[e.Event, ...]:
    _no_card(session)
    _phase(session, Phase.HAND)
    seat = session.on_turn
    if session.enough:
        raise Refused(Reason.ENOUGH_PLAYED)
    if seat is None or session.hand(seat.id):
        raise Refused(Reason.HAND_NOT_EMPTY)
    if not session.pile:
        raise Refused(Reason.PILE_EMPTY)
    return (e.CardDealt(seat.id, session.pile[0]),)


def _blank(session: Session, intent: i.AddBlank) -> tuple[e.Event, ...]:
    if session.closing:
        raise Refused(Reason.IS_CLOSING)
    seat = session.seat(session.current.seat) if session.current else session.on_turn
    if seat is None:
        raise Refused(Reason.UNKNOWN_SEAT)
    title = _text(intent.title, TITLE_LENGTH, needed=True)
    taken = {card.id for card in session.deck.activities}
    number = len(session.blanks) + 1
    while f"blank-{number}" in taken:
        number += 1
    card = ActivityCard(f"blank-{number}", title, _text(intent.text, TEXT_LENGTH), "pencil-line")
    return (e.BlankAdded(seat.id, card),)


def _ballot(session: Session, seat: str, vote: Vote, live_with: tuple[Place, ...]) -> Ballot:
    """Hold a choice against the round that it belongs to."""
    card = _in_play(session)
    second = card.second_started and not card.aspects
    if live_with and not second:
        raise Refused(Reason.LIVE_WITH_LATER, seats=(seat,))
    if live_with and not isinstance(vote, Place):
        raise Refused(Reason.LIVE_WITH_ABSTAINED, seats=(seat,))
    if vote in live_with:
        raise Refused(Reason.LIVE_WITH_OWN, seats=(seat,))
    return Ballot(seat, vote, tuple(place for place in Place if place in live_with))


def _seal(session: Session, intent: i.Seal) -> tuple[e.Event, ...]:
    card = _in_play(session)
    if session.phase not in SEALING_PHASES:
        raise Refused(Reason.WRONG_PHASE)
    seat = _seat(session, intent.seat)
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


def _unseal(session: Session, intent: i.Unseal) -> tuple[e.Event, ...]:
    card = _in_play(session)
    seat = _seat(session, intent.seat)
    if all(ballot.seat != seat.id for ballot in card.seals):
        raise Refused(Reason.NOT_SEALED, seats=(seat.id,))
    return (e.VoteUnsealed(seat.id),)


def _reveal(session: Session, intent: i.Reveal) -> tuple[e.Event, ...]:
    card = _in_play(session)
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
    """Put the positions in order, the smallest first; the session's seed draws between equals."""
    card = _in_play(session)
    places = list(shown.positions)
    drawn = f"{session.seed}/{card.card}/{card.version}/{len(card.earlier)}/{bool(card.first)}"
    Random(drawn).shuffle(places)
    return tuple(sorted(places, key=lambda place: len(shown.holders(place))))


def _correct(session: Session, intent: i.CorrectVote) -> tuple[e.Event, ...]:
    card = _in_play(session)
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
    changed = Round(shown.present, (*others, ballot), (), shown.sealing)
    order = arguing_order(session, changed)
    return (e.VoteCorrected(intent.seat, intent.vote, ballot.live_with, order),)


def _argue(session: Session, intent: i.Argue) -> tuple[e.Event, ...]:
    card = _in_play(session)
    if card.first is None:
        raise Refused(Reason.NOT_REVEALED)
    seat = _seat(session, intent.seat)
    text = _text(intent.text)
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


def _edit_argument(session: Session, intent: i.EditArgument) -> tuple[e.Event, ...]:
    card = _in_play(session)
    if not 0 <= intent.argument < len(card.arguments):
        raise Refused(Reason.UNKNOWN_ARGUMENT)
    needed = not card.arguments[intent.argument].criterion
    return (e.ArgumentEdited(intent.argument, _text(intent.text, needed=needed)),)


def _position(session: Session, place: Place) -> Round:
    _phase(session, Phase.ARGUE)
    card = _in_play(session)
    first = card.first
    if first is None or not first.contested:
        raise Refused(Reason.NOT_CONTESTED)
    if not first.holders(place):
        raise Refused(Reason.NOT_A_POSITION, text=place)
    if card.is_restated(place):
        raise Refused(Reason.ALREADY_RESTATED)
    return first


def _restate(session: Session, intent: i.Restate) -> tuple[e.Event, ...]:
    first = _position(session, intent.place)
    if intent.by:
        _seat(session, intent.by)
        if (
            first.vote_of(intent.by) not in first.positions
            or first.vote_of(intent.by) is intent.place
        ):
            raise Refused(Reason.SAME_POSITION, seats=(intent.by,))
    return (e.PositionRestated(intent.place, intent.by, waived=False),)


def _waive(session: Session, intent: i.Waive) -> tuple[e.Event, ...]:
    first = _position(session, intent.place)
    if len(first.holders(intent.place)) > 1:
        raise Refused(Reason.HELD_BY_MORE)
    if len(first.present) < 3:
        raise Refused(Reason.TABLE_OF_TWO)
    return (e.PositionRestated(intent.place, "", waived=True),)


def _split(session: Session, intent: i.Split) -> tuple[e.Event, ...]:
    card = _in_play(session)
    if card.first is None:
        raise Refused(Reason.NOT_REVEALED)
    if card.aspects:
        raise Refused(Reason.ALREADY_SPLIT)
    names = tuple(_text(name, TITLE_LENGTH, needed=True) for name in intent.aspects)
    if not 2 <= len(names) <= MAX_ASPECTS:
        raise Refused(Reason.ASPECT_COUNT)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused(Reason.SAME_ASPECT)
    return (e.CardSplit(names),)


def _confirm(session: Session, intent: i.Confirm) -> tuple[e.Event, ...]:
    _phase(session, Phase.SETTLE)
    card = _in_play(session)
    words = intent.settlement
    for text in settling.texts(words):
        _text(text)
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


def _reopen(session: Session, intent: i.Reopen) -> tuple[e.Event, ...]:
    _no_card(session)
    card = next((card for card in session.latest if card.card == intent.card), None)
    if card is None:
        raise Refused(Reason.NOT_RECORDED, text=intent.card)
    return (e.CardReopened(intent.card, card.seat),)


def _leave(session: Session, intent: i.Leave) -> tuple[e.Event, ...]:
    seat = _seat(session, intent.seat)
    if len(session.present) == 1:
        raise Refused(Reason.LAST_SEAT, seats=(seat.id,))
    return (e.SeatLeft(seat.id),)


def _join(session: Session, intent: i.Join) -> tuple[e.Event, ...]:
    known = session.seat(intent.seat.id)
    if known is None:
        if len(session.seats) >= MAX_SEATS:
            raise Refused(Reason.TOO_MANY_SEATS, text=str(MAX_SEATS))
        _new_seat(intent.seat, {_name(seat) for seat in session.seats})
    elif known.id not in session.absent:
        raise Refused(Reason.SEAT_PRESENT, seats=(known.id,))
    each = 0 if session.paper or session.closing else min(session.setup.hand, len(session.pile))
    deals = (e.CardDealt(intent.seat.id, card) for card in session.pile[:each])
    return (e.SeatJoined(known or intent.seat), *deals)


def _closing(session: Session) -> tuple[e.Event, ...]:
    if session.closing:
        raise Refused(Reason.IS_CLOSING)
    left = max(0, session.setup.cards - session.played)
    closing = e.ClosingStarted(() if session.paper else _up_next(session)[:left])
    if session.current:
        return (e.CardSkipped("", stopped=True), closing)
    return (closing,)


def _up_next(session: Session) -> tuple[str, ...]:
    """List the cards that would have been played: the hands, a card at a time, then the pile."""
    ids = [seat.id for seat in session.seats]
    hands = [session.hand(seat) for seat in ids[session.turn :] + ids[: session.turn]]
    deepest = max((len(hand) for hand in hands), default=0)
    dealt = [hand[n] for n in range(deepest) for hand in hands if n < len(hand)]
    return (*dealt, *session.pile)


def _answer(session: Session, intent: i.Answer) -> tuple[e.Event, ...]:
    if not session.closing:
        raise Refused(Reason.WRONG_PHASE)
    if all(question.id != intent.question for question in session.deck.closing):
        raise Refused(Reason.UNKNOWN_QUESTION, text=intent.question)
    return (e.ClosingAnswered(intent.question, _text(intent.text)),)
