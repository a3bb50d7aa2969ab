"""The steps of a session in words, for the list of what happened."""

from datetime import datetime

from game import words
from game.core import events as e
from game.core.evolve import advance, retracted
from game.core.session import Argument, Session, Step
from game.i18n import _


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
    """Tell an event with the words that the table gave to it; small steps are passed over."""
    card = after.card(before.current.card) if before.current else None
    title = card.title if card else ""
    match event:
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
        ):
            return ""
        case e.WordingNoted():
            return _("What we mean by it here: {text}").format(text=event.text)
        case e.CardReworded():
            return _("The card got new words: {text}").format(text=event.text)
        case e.BoundaryNoted():
            return _("Boundary: {text}").format(text=event.text)
        case e.NoteAdded():
            return _("Remark: {text}").format(text=event.text)
        case e.OutcomeRecorded():
            places = tuple(words.place(place, after.deck) for place in event.places)
            told_ = words.outcome(event.outcome)
            line = _("“{card}”: {outcome}").format(card=title, outcome=told_)
            return f"{line} ({words.listing(places)})" if places else line
        case e.CardParked():
            return _("“{card}” was parked.").format(card=title)
        case e.CardSkipped():
            return _("“{card}” was left aside.").format(card=title)
        case e.ClosingAnswered():
            questions = {each.id: each.question for each in after.deck.closing}
            return f"{questions.get(event.question, '')} {event.text}".strip()
        case _:
            said = words.happened(event, after)
            return f"{said[:1].upper()}{said[1:]}."
