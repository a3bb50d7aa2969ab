"""A save told step by step, for people and for scripts; what nobody may see is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from game import words
from game.core import events as e
from game.core.cards import Deck
from game.core.evolve import advance, retracted
from game.core.scoring import totals
from game.core.session import Session, Step
from game.i18n import _
from game.store.codec import wire_name


@dataclass(frozen=True, slots=True)
class Told:
    """One step of play, and the score after it."""

    step: int
    """Its number in the file, from 0."""
    at: str
    kind: str
    card: str
    """The card in play, by id; empty between cards."""
    title: str
    what: str
    """In the language of the screen."""
    points: int
    maximum: int


def tell(deck: Deck, steps: tuple[Step, ...]) -> Iterator[Told]:
    """Tell the steps that count: no retracted ones, and no seals that were never turned over."""
    gone = retracted(steps)
    shown = _shown_seals(deck, steps, gone)
    session = Session(deck)
    for number, step in enumerate(steps):
        if number in gone or any(isinstance(event, e.StepRetracted) for event in step.events):
            continue
        before, session = session, advance(session, step)
        first = step.events[0]
        if isinstance(first, e.VoteUnsealed) or (
            isinstance(first, e.VoteSealed) and number not in shown
        ):
            continue
        played = session.current or before.current
        card = played.card if played else ""
        known = session.card(card)
        score = totals(session)
        yield Told(
            number,
            step.at,
            wire_name(first),
            card,
            known.title if known else "",
            what(first, session),
            score.points,
            score.maximum,
        )


def _shown_seals(deck: Deck, steps: tuple[Step, ...], gone: frozenset[int]) -> frozenset[int]:
    """Number the steps whose seal was turned over, and not replaced or taken back before."""
    shown: set[int] = set()
    sealed: dict[str, int] = {}
    session = Session(deck)
    for number, step in enumerate(steps):
        if number in gone or any(isinstance(event, e.StepRetracted) for event in step.events):
            continue
        for event in step.events:
            match event:
                case e.VoteSealed():
                    sealed[event.seat] = number
                case e.Revealed():
                    shown |= {n for seat, n in sealed.items() if seat in event.present}
                case _:
                    pass
        session = advance(session, step)
        there = {ballot.seat for ballot in session.current.seals} if session.current else set()
        sealed = {seat: n for seat, n in sealed.items() if seat in there}
    return frozenset(shown)


def what(event: e.Event, session: Session) -> str:
    """Say what happened, with the words that were typed; a seal tells who, never what."""
    deck = session.deck
    match event:
        case e.CardPlayed() if session.paper:
            return _("on the table")  # A sheet does not say who put it there.
        case e.WordingNoted():
            return _("wording: {text}").format(text=event.text)
        case e.Revealed():
            latest = session.current.latest if session.current else None
            votes = [
                f"{words.seat(ballot.seat, session)} {words.vote(ballot.vote, deck)}"
                for ballot in (latest.ballots if latest else ())
                if ballot.vote is not None
            ]
            return _("reveal: {votes}").format(votes=", ".join(votes) or "-")
        case e.VoteCorrected():
            return _("correction: {seat} {vote}").format(
                seat=words.seat(event.seat, session), vote=words.vote(event.vote, deck)
            )
        case e.CardReworded():
            return _("reworded: {text}").format(text=event.text)
        case e.ArgumentPlayed():
            return _("{seat} for {place}: {said}").format(
                seat=words.seat(event.seat, session),
                place=words.place(event.place, deck),
                said=_said(event, deck),
            )
        case e.ArgumentEdited():
            return _("argument reworded: {text}").format(text=event.text)
        case e.BoundaryNoted():
            return _("boundary: {text}").format(text=event.text)
        case e.OutcomeRecorded() if event.places:
            places = ", ".join(words.place(place, deck) for place in event.places)
            return f"{words.outcome(event.outcome)}: {places}"
        case e.CardParked() if event.question:
            return _("parked: {question}").format(question=event.question)
        case e.CardSkipped() if event.reason:
            return _("skipped: {reason}").format(reason=event.reason)
        case e.NoteAdded():
            return _("remark: {text}").format(text=event.text)
        case e.ClosingAnswered():
            asked = {question.id: question.question for question in deck.closing}
            return _("answer to “{question}”: {text}").format(
                question=asked.get(event.question, event.question), text=event.text
            )
        case _:
            return words.happened(event, session)


def _said(event: e.ArgumentPlayed, deck: Deck) -> str:
    criterion = deck.criterion(event.criterion)
    judged = f"{criterion.title} ({words.meets(event.meets)})" if criterion and event.meets else ""
    return ": ".join(part for part in (judged, event.text) if part)
