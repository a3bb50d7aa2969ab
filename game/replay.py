"""A save told step by step, for people and for scripts; what nobody may see is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from game import words
from game.core import events as e
from game.core.cards import Deck
from game.core.evolve import advance, retracted
from game.core.scoring import totals
from game.core.session import Session, Step
from game.i18n import _, ngettext
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
    """Say in a few words what happened; a seal tells who, never what."""
    deck = session.deck

    def label(seat: str) -> str:
        return words.seat(seat, session)

    match event:
        case e.SessionStarted():
            count = len(event.seats)
            return ngettext("start with {count} seat", "start with {count} seats", count).format(
                count=count
            )
        case e.CardDealt():
            return _("{seat} draws a card").format(seat=label(event.seat))
        case e.OptionsChanged():
            return _("options changed")
        case e.CardPlayed():
            if session.paper:
                return _("on the table")  # A sheet does not say who put it there.
            return _("{seat} plays").format(seat=label(event.seat))
        case e.BlankAdded():
            return _("own card: {title}").format(title=event.card.title)
        case e.WordingNoted():
            return _("wording: {text}").format(text=event.text)
        case e.ProposingStarted():
            return _("propose")
        case e.VoteSealed():
            return _("{seat} seals").format(seat=label(event.seat))
        case e.VoteUnsealed():
            return _("{seat} takes a seal back").format(seat=label(event.seat))
        case e.Revealed():
            latest = session.current.latest if session.current else None
            votes = [
                f"{label(ballot.seat)} {words.vote(ballot.vote, deck)}"
                for ballot in (latest.ballots if latest else ())
                if ballot.vote is not None
            ]
            return _("reveal: {votes}").format(votes=", ".join(votes) or "-")
        case e.VoteCorrected():
            return _("correction: {seat} {vote}").format(
                seat=label(event.seat), vote=words.vote(event.vote, deck)
            )
        case e.CardReworded():
            return _("reworded: {text}").format(text=event.text)
        case e.WordingKept():
            return _("wording kept")
        case e.DiscussionAsked():
            return _("full discussion asked")
        case e.ArgumentPlayed():
            place = words.place(event.place, deck)
            criterion = deck.criterion(event.criterion)
            judged = (
                f"{criterion.title} ({words.meets(event.meets)})"
                if (criterion and event.meets)
                else ""
            )
            said = ": ".join(part for part in (judged, event.text) if part)
            return _("{seat} for {place}: {said}").format(
                seat=label(event.seat), place=place, said=said
            )
        case e.ArgumentEdited():
            return _("argument reworded: {text}").format(text=event.text)
        case e.PositionRestated():
            place = words.place(event.place, deck)
            if event.waived:
                return _("restating waived: {place}").format(place=place)
            return _("restated: {place}").format(place=place)
        case e.BoundaryNoted():
            return _("boundary: {text}").format(text=event.text)
        case e.SecondRoundStarted():
            return _("second round")
        case e.SettlingStarted():
            return _("recording")
        case e.CardSplit():
            return _("split: {aspects}").format(aspects=", ".join(event.aspects))
        case e.OutcomeRecorded():
            places = ", ".join(words.place(place, deck) for place in event.places)
            outcome = words.outcome(event.outcome)
            return f"{outcome}: {places}" if places else outcome
        case e.CardParked():
            if not event.question:
                return _("parked")
            return _("parked: {question}").format(question=event.question)
        case e.CardSkipped():
            if event.stopped:
                return _("stopped in the middle")
            if not event.reason:
                return _("skipped")
            return _("skipped: {reason}").format(reason=event.reason)
        case e.CardReopened():
            return _("reopened")
        case e.NoteAdded():
            return _("note: {text}").format(text=event.text)
        case e.SeatLeft():
            return _("{seat} leaves").format(seat=label(event.seat))
        case e.SeatJoined():
            return _("{seat} joins").format(seat=event.seat.label)
        case e.Paused():
            return _("pause")
        case e.Resumed():
            return _("on again")
        case e.TimerExtended():
            return ngettext("{count} minute more", "{count} minutes more", event.minutes).format(
                count=event.minutes
            )
        case e.ClosingStarted():
            return _("closing round")
        case e.ClosingAnswered():
            return _("answer to {question}: {text}").format(
                question=event.question, text=event.text
            )
        case e.SessionFinished():
            return _("the end")
        case e.StepRetracted():
            return _("undone")
        case _:
            assert_never(event)
