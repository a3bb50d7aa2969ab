"""The steps of a session in words, for the list of what happened."""

from datetime import datetime
from typing import assert_never

from game import words
from game.core import events as e
from game.core.evolve import advance, retracted
from game.core.session import Argument, Session, Step
from game.i18n import _, ngettext


def told(table_session: Session, steps: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    """Tell what happened, the oldest first: the time, and a sentence.

    What was sealed is told at its reveal only, and what was undone is not told at all.
    """
    gone = retracted(steps)
    session = Session(table_session.deck)
    lines: list[tuple[str, str]] = []
    arguments: list[int] = []
    for number, step in enumerate(steps):
        undoing = any(isinstance(event, e.StepRetracted) for event in step.events)
        if number in gone or undoing:
            if undoing:
                lines.append((_clock(step.at), _("A step was undone.")))
            continue
        before, session = session, advance(session, step)
        for event in step.events:
            card = session.current
            match event:
                case e.CardPlayed() | e.CardReopened():
                    arguments = []
                case e.ArgumentPlayed() if card:
                    arguments.append(len(lines))
                    lines.append((_clock(step.at), _argued(card.arguments[-1], session)))
                case e.ArgumentEdited() if card:
                    # An argument that was reworded is told in its last words only.
                    line = arguments[event.argument]
                    lines[line] = (lines[line][0], _argued(card.arguments[event.argument], session))
                case _:
                    pass
            sentence = _sentence(event, before, session)
            if sentence:
                lines.append((_clock(step.at), sentence))
    return tuple(lines)


def _clock(at: str) -> str:
    """Write the time of a step as the clock on the wall showed it."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%H:%M")
    except ValueError:
        return ""


def _argued(argument: Argument, session: Session) -> str:
    criterion = session.deck.criterion(argument.criterion)
    return _("{seat}, for {place}: {text}").format(
        seat=words.seat(argument.seat, session),
        place=words.place(argument.place, session.deck),
        text=argument.text or (criterion.title if criterion else "…"),
    )


def _sentence(event: e.Event, before: Session, after: Session) -> str:
    deck = after.deck

    def title(card_id: str) -> str:
        card = after.card(card_id)
        return card.title if card else card_id

    def seat(seat_id: str) -> str:
        return words.seat(seat_id, after)

    match event:
        case e.SessionStarted():
            count = len(event.seats)
            return ngettext(
                "The conversation began, with {count} seat.",
                "The conversation began, with {count} seats.",
                count,
            ).format(count=count)
        case e.CardPlayed():
            return _("{seat} put “{card}” on the table.").format(
                seat=seat(event.seat), card=title(event.card)
            )
        case e.BlankAdded():
            return _("A card of our own: “{card}”.").format(card=event.card.title)
        case e.WordingNoted():
            return _("What we mean by it here: {text}").format(text=event.text)
        case e.Revealed():
            # Who chose what stands with the card, as it was after corrections.
            second = before.current is not None and before.current.second_started
            return _("The second round was revealed.") if second else _("The votes were revealed.")
        case e.VoteCorrected():
            return _("A wrong tap of {seat} was put right.").format(seat=seat(event.seat))
        case e.CardReworded():
            return _("The card got new words: {text}").format(text=event.text)
        case e.DiscussionAsked():
            return _("Somebody asked for the full discussion.")
        case e.PositionRestated():
            place = words.place(event.place, deck)
            if event.waived:
                return _("{place}: restating was waived.").format(place=place)
            return _("{place} was said back and confirmed.").format(place=place)
        case e.BoundaryNoted():
            return _("Boundary: {text}").format(text=event.text)
        case e.CardSplit():
            return _("The card was split into {parts}.").format(parts=words.listing(event.aspects))
        case e.OutcomeRecorded():
            places = words.listing(tuple(words.place(place, deck) for place in event.places))
            told_ = words.outcome(event.outcome)
            card = title(before.current.card) if before.current else ""
            line = _("“{card}”: {outcome}").format(card=card, outcome=told_)
            return f"{line} ({places})" if places else line
        case e.CardParked():
            card = title(before.current.card) if before.current else ""
            return _("“{card}” was parked.").format(card=card)
        case e.CardSkipped():
            card = title(before.current.card) if before.current else ""
            return _("“{card}” was left aside.").format(card=card)
        case e.CardReopened():
            return _("“{card}” came back on the table.").format(card=title(event.card))
        case e.NoteAdded():
            return _("Note: {text}").format(text=event.text)
        case e.SeatLeft():
            return _("{seat} left the table.").format(seat=seat(event.seat))
        case e.SeatJoined():
            return _("{seat} joined the table.").format(seat=seat(event.seat.id))
        case e.OptionsChanged():
            return _("The way of playing changed.")
        case e.Paused():
            return _("A break began.")
        case e.Resumed():
            return _("The break was over.")
        case e.ClosingStarted():
            return _("The closing round began.")
        case e.ClosingAnswered():
            question = next((q.question for q in deck.closing if q.id == event.question), "")
            return f"{question} {event.text}".strip()
        case e.SessionFinished():
            return _("The conversation was finished.")
        case (
            e.CardDealt()
            | e.ProposingStarted()
            | e.VoteSealed()
            | e.VoteUnsealed()
            | e.WordingKept()
            | e.ArgumentPlayed()
            | e.ArgumentEdited()
            | e.SecondRoundStarted()
            | e.SettlingStarted()
            | e.TimerExtended()
            | e.StepRetracted()
        ):
            return ""
        case _:
            assert_never(event)
