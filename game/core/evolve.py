"""How an event changes the session; whether it was allowed is not asked again."""

from typing import assert_never

from game.core import events as e
from game.core.cards import Deck
from game.core.frozen import replace
from game.core.outcome import Ballot, Outcome, Round
from game.core.session import (
    Argument,
    Aspect,
    CardInPlay,
    Correction,
    Hand,
    Note,
    Parking,
    Restatement,
    Session,
    Step,
)
from game.core.setup import Sealing


def evolve(session: Session, event: e.Event) -> Session:
    """Change the session by one event; whether it was allowed is not asked again."""
    match event:
        case e.SessionStarted():
            return _started(session, event)
        case e.CardDealt():
            return _dealt(session, event)
        case e.OptionsChanged():
            return _changed(session, event)
        case e.CardPlayed():
            return _played(session, event)
        case e.BlankAdded():
            return _blank(session, event)
        case e.CardReopened():
            before = next(c for c in session.latest if c.card == event.card)
            version = before.version + 1
            card = CardInPlay(
                event.card, event.seat, version=version, reopened=True, proposing=True
            )
            return replace(session, current=_as_it_was(card, before))
        case e.OutcomeRecorded() | e.CardParked() | e.CardSkipped():
            return _recorded(session, event)
        case e.NoteAdded():
            return replace(session, notes=(*session.notes, Note(event.text, event.card)))
        case e.SeatLeft():
            return _left(session, event)
        case e.SeatJoined():
            return _joined(session, event)
        case e.Paused():
            return replace(session, paused=True)
        case e.Resumed():
            return replace(session, paused=False)
        case e.ClosingStarted():
            return replace(session, closing=True, not_reached=event.not_reached)
        case e.ClosingAnswered():
            answers = {**dict(session.answers), event.question: event.text}
            return replace(session, answers=tuple(answers.items()))
        case e.SessionFinished():
            return replace(session, finished=True)
        case e.StepRetracted():
            return session  # replay leaves the retracted step out; nothing else is known of it here
        case _:
            if session.current is None:
                # A card that was retracted takes with it what was done to it in passing.
                return session
            return replace(session, current=_evolve_card(session, session.current, event))


CardEvent = (
    e.WordingNoted
    | e.ProposingStarted
    | e.VoteSealed
    | e.VoteUnsealed
    | e.Revealed
    | e.VoteCorrected
    | e.CardReworded
    | e.WordingKept
    | e.DiscussionAsked
    | e.ArgumentPlayed
    | e.ArgumentEdited
    | e.PositionRestated
    | e.BoundaryNoted
    | e.SecondRoundStarted
    | e.SettlingStarted
    | e.CardSplit
    | e.TimerExtended
)


def _evolve_card(session: Session, card: CardInPlay, event: CardEvent) -> CardInPlay:
    match event:
        case e.WordingNoted():
            return replace(card, wording=event.text)
        case e.ProposingStarted():
            return replace(card, proposing=True)
        case e.VoteSealed():
            ballot = Ballot(event.seat, event.vote, event.live_with)
            return replace(card, seals=(*_without(card.seals, event.seat), ballot))
        case e.VoteUnsealed():
            return replace(card, seals=_without(card.seals, event.seat))
        case e.Revealed():
            return _revealed(session, card, event)
        case e.VoteCorrected():
            return _corrected(card, event)
        case e.CardReworded():
            earlier = (*card.earlier, card.first) if card.first else card.earlier
            return replace(
                card, reworded=event.text, reword_pending=False, earlier=earlier, first=None
            )
        case e.WordingKept():
            return replace(card, reword_pending=False)
        case e.DiscussionAsked():
            return replace(card, full_discussion=True)
        case e.ArgumentPlayed():
            argument = Argument(event.seat, event.place, event.text, event.criterion, event.meets)
            return replace(card, arguments=(*card.arguments, argument))
        case e.ArgumentEdited():
            arguments = list(card.arguments)
            arguments[event.argument] = replace(arguments[event.argument], text=event.text)
            return replace(card, arguments=tuple(arguments))
        case e.PositionRestated():
            restatement = Restatement(event.place, event.by, event.waived)
            return replace(card, restated=(*card.restated, restatement))
        case e.BoundaryNoted():
            return replace(card, boundary=event.text)
        case e.SecondRoundStarted():
            return replace(card, second_started=True, seals=_first_taps(session, card))
        case e.SettlingStarted():
            return replace(card, settling=True)
        case e.CardSplit():
            aspects = tuple(Aspect(name) for name in event.aspects)
            return replace(card, aspects=aspects, seals=(), reword_pending=False)
        case e.TimerExtended():
            return replace(card, extended=card.extended + event.minutes)
        case _:
            assert_never(event)


def _first_taps(session: Session, card: CardInPlay) -> tuple[Ballot, ...]:
    """Give the taps of the first round, so that in the second only changes are tapped."""
    first = card.first.ballots if card.first else ()
    here = {seat.id for seat in session.present}
    return tuple(Ballot(b.seat, b.vote) for b in first if b.seat in here)


def _without(ballots: tuple[Ballot, ...], seat: str) -> tuple[Ballot, ...]:
    return tuple(ballot for ballot in ballots if ballot.seat != seat)


def _without_card(session: Session, card: str) -> Session:
    hands = tuple(
        Hand(hand.seat, tuple(held for held in hand.cards if held != card))
        for hand in session.hands
    )
    pile = tuple(piled for piled in session.pile if piled != card)
    return replace(session, hands=hands, pile=pile)


def _into_hand(session: Session, seat: str, card: str) -> Session:
    if all(hand.seat != seat for hand in session.hands):
        session = replace(session, hands=(*session.hands, Hand(seat)))
    hands = tuple(
        Hand(hand.seat, (*hand.cards, card)) if hand.seat == seat else hand
        for hand in session.hands
    )
    return replace(session, hands=hands)


def _started(session: Session, event: e.SessionStarted) -> Session:
    return replace(
        session,
        setup=event.setup,
        started=True,
        seed=event.seed,
        seats=event.seats,
        hands=tuple(Hand(seat.id) for seat in event.seats),
        pile=event.order,
        sealing=event.setup.sealing,
        timers=event.setup.timers,
        argue_minutes=event.setup.argue_minutes,
    )


def _changed(session: Session, event: e.OptionsChanged) -> Session:
    current = session.current
    if current and event.sealing is not session.sealing:
        # Leaving a card was undone after the change: what was veiled then stays unseen now.
        second = current.second_started and not current.aspects
        current = replace(current, seals=_first_taps(session, current) if second else ())
    return replace(
        session,
        sealing=event.sealing,
        timers=event.timers,
        argue_minutes=event.argue_minutes,
        current=current,
    )


def _dealt(session: Session, event: e.CardDealt) -> Session:
    if event.card not in session.pile:
        # A card that the table wrote was retracted, after it had been dealt to a newcomer.
        return session
    return _into_hand(_without_card(session, event.card), event.seat, event.card)


def _as_it_was(card: CardInPlay, before: CardInPlay) -> CardInPlay:
    """Keep what the table made of the words of a card; to word it anew is offered once."""
    return replace(
        card,
        wording=before.wording,
        reworded=before.reworded,
        reword_offered=before.reword_offered,
    )


def _played(session: Session, event: e.CardPlayed) -> Session:
    before = next((c for c in reversed(session.history) if c.card == event.card), None)
    card = CardInPlay(event.card, event.seat, returned=before is not None)
    if before is not None:
        # One that never came to a reveal is played over under its own number.
        version = before.version + bool(before.first or before.earlier)
        card = _as_it_was(replace(card, version=version), before)
    return replace(_without_card(session, event.card), current=card)


def _blank(session: Session, event: e.BlankAdded) -> Session:
    session = replace(session, blanks=(*session.blanks, event.card))
    if session.paper or event.seat in session.absent:
        return replace(session, pile=(*session.pile, event.card.id))
    return _into_hand(session, event.seat, event.card.id)


def _revealed(session: Session, card: CardInPlay, event: e.Revealed) -> CardInPlay:
    ballots = tuple(b for seat in event.present for b in card.seals if b.seat == seat)
    shown = Round(event.present, ballots, event.order, session.sealing)
    card = replace(card, seals=())
    aspect = card.open_aspect
    if aspect is not None:
        aspects = list(card.aspects)
        aspects[aspect] = replace(aspects[aspect], round=shown)
        return replace(card, aspects=tuple(aspects))
    if card.second_started:
        return replace(card, second=shown)
    return replace(
        card,
        first=shown,
        reword_pending=event.reword_offered,
        reword_offered=card.reword_offered or event.reword_offered,
    )


def _corrected(card: CardInPlay, event: e.VoteCorrected) -> CardInPlay:
    def put_right(shown: Round) -> Round:
        ballot = Ballot(event.seat, event.vote, event.live_with)
        cast = {b.seat: b for b in shown.ballots} | {event.seat: ballot}
        ballots = tuple(cast[seat] for seat in shown.present if seat in cast)
        return replace(shown, ballots=ballots, order=event.order)

    revealed = [i for i, aspect in enumerate(card.aspects) if aspect.round]
    number = 3 + revealed[-1] if revealed else 2 if card.second else 1
    card = replace(card, corrections=(*card.corrections, Correction(number, event.seat)))
    if revealed:
        aspects = list(card.aspects)
        shown = aspects[revealed[-1]].round
        if shown:
            aspects[revealed[-1]] = replace(aspects[revealed[-1]], round=put_right(shown))
        return replace(card, aspects=tuple(aspects))
    if card.second:
        return replace(card, second=put_right(card.second))
    return replace(card, first=put_right(card.first)) if card.first else card


def _recorded(session: Session, event: e.OutcomeRecorded | e.CardParked | e.CardSkipped) -> Session:
    card = session.current
    if card is None:
        return session
    card = replace(card, seals=(), reword_pending=False)
    match event:
        case e.OutcomeRecorded():
            card = replace(
                card, outcome=event.outcome, places=event.places, settlement=event.settlement
            )
        case e.CardParked():
            parking = Parking(event.question, event.owner, event.date)
            card = replace(card, outcome=Outcome.PARKED, parking=parking)
        case e.CardSkipped():
            card = replace(
                card, outcome=Outcome.SKIPPED, skip_reason=event.reason, stopped=event.stopped
            )
    turn = session.turn
    if not card.reopened:
        ids = [seat.id for seat in session.seats]
        turn = (ids.index(card.seat) + 1) % len(ids)
    return replace(session, current=None, history=(*session.history, card), turn=turn)


def _left(session: Session, event: e.SeatLeft) -> Session:
    under = session.hand(event.seat)
    hands = tuple(Hand(h.seat) if h.seat == event.seat else h for h in session.hands)
    current = session.current
    if current:
        current = replace(current, seals=_without(current.seals, event.seat))
    return replace(
        session,
        absent=(*session.absent, event.seat),
        hands=hands,
        pile=(*session.pile, *under),
        current=current,
    )


def _joined(session: Session, event: e.SeatJoined) -> Session:
    seats = session.seats
    if session.seat(event.seat.id) is None:
        seats = (*seats, event.seat)
        session = replace(session, hands=(*session.hands, Hand(event.seat.id)))
    absent = tuple(seat for seat in session.absent if seat != event.seat.id)
    return replace(session, seats=seats, absent=absent)


def advance(session: Session, step: Step) -> Session:
    """Apply a step that retracts nothing, and keep count of what can be undone."""
    undoable = _undoable(session.undoable, session.steps, step)
    steps = session.steps + 1
    for event in step.events:
        session = evolve(session, event)
    return replace(session, steps=steps, undoable=undoable)


def _undoable(before: tuple[int, ...], number: int, step: Step) -> tuple[int, ...]:
    if any(isinstance(event, e.Revealed) for event in step.events):
        return ()
    if any(isinstance(event, e.PASSED_OVER) for event in step.events):
        return before
    return (*before, number)


def retracted(steps: tuple[Step, ...]) -> frozenset[int]:
    """Number the steps that a later step retracts."""
    return frozenset(
        event.step for step in steps for event in step.events if isinstance(event, e.StepRetracted)
    )


def replay(deck: Deck, steps: tuple[Step, ...]) -> Session:
    """Build a session from its log, leaving out what was retracted."""
    session = Session(deck)
    undoable: tuple[int, ...] = ()
    gone = retracted(steps)
    for number, step in enumerate(steps):
        undoing = any(isinstance(event, e.StepRetracted) for event in step.events)
        if number in gone or undoing:
            continue
        undoable = _undoable(undoable, number, step)
        for event in step.events:
            session = evolve(session, event)
    return replace(session, steps=len(steps), undoable=undoable)


def visible(session: Session) -> Session:
    """Leave out what a screen may not show: the veiled seals, and the order of the pile."""
    card = session.current
    if card and session.sealing is Sealing.VEIL:
        card = replace(card, seals=tuple(Ballot(ballot.seat, None) for ballot in card.seals))
    return replace(session, current=card, pile=tuple(sorted(session.pile)))
