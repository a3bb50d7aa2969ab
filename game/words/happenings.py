"""What happened at the table, a sentence an event: for replays and for what was undone."""

from typing import assert_never

from game.core import events as e
from game.core.session import Session, Step
from game.i18n import _, ngettext
from game.words import places, terms
from game.words.numerals import listing


def taken_back(step: Step, session: Session) -> str:
    """Say which step was retracted.

    Args:
        step: that one.
        session: as it was before that.
    """
    event = step.events[0]
    match event:
        # Without a colon of its own, for one stands before it already.
        case e.ArgumentPlayed():
            what = _("argument of {seat}").format(seat=terms.seat(event.seat, session))
        case e.OutcomeRecorded():
            what = _("the outcome {outcome}").format(outcome=terms.outcome(event.outcome))
        case e.PositionRestated():
            place = places.place(event.place, session.deck)
            what = _("that {place} was said back").format(place=place)
        case e.CardSplit():
            what = _("that the card was split")
        case e.BlankAdded():
            what = _("the card “{card}”").format(card=event.card.title)
        case _:
            what = happened(event, session)
    return _("Taken back: {step}").format(step=what)


def happened(event: e.Event, session: Session) -> str:
    """Say in a few words what happened; never what was sealed.

    Args:
        event: what happened.
        session: to look up seats and cards in, before or after it.
    """

    def seat(seat_id: str) -> str:
        return terms.seat(seat_id, session)

    def card(card_id: str) -> str:
        found = session.card(card_id)
        return found.title if found else card_id

    match event:
        case e.SessionStarted():
            return ngettext(
                "the conversation started, with {count} seat",
                "the conversation started, with {count} seats",
                len(event.seats),
            ).format(count=len(event.seats))
        case e.CardDealt():
            return _("{seat} got a card").format(seat=seat(event.seat))
        case e.OptionsChanged():
            return _("the options changed: {sealing}").format(sealing=terms.sealing(event.sealing))
        case e.CardPlayed():
            return _("{seat} put “{card}” on the table").format(
                seat=seat(event.seat), card=card(event.card)
            )
        case e.BlankAdded():
            return _("{seat} wrote a card: “{card}”").format(
                seat=seat(event.seat), card=event.card.title
            )
        case e.WordingNoted():
            return _("a local wording was noted")
        case e.ProposingStarted():
            return _("the card was read")
        case e.VoteSealed():
            return _("{seat} chose").format(seat=seat(event.seat))
        case e.VoteUnsealed():
            return _("{seat} took a choice back").format(seat=seat(event.seat))
        case e.Revealed():
            return ngettext(
                "revealed, with {count} seat present",
                "revealed, with {count} seats present",
                len(event.present),
            ).format(count=len(event.present))
        case e.VoteCorrected():
            return _("a wrong tap of {seat} was put right").format(seat=seat(event.seat))
        case e.CardReworded():
            return _("the card was reworded")
        case e.WordingKept():
            return _("the wording was kept")
        case e.DiscussionAsked():
            return _("the full discussion was asked for")
        case e.ArgumentPlayed():
            return _("{seat} argued for {place}").format(
                seat=seat(event.seat), place=places.place(event.place, session.deck)
            )
        case e.ArgumentEdited():
            return _("an argument was reworded")
        case e.PositionRestated():
            place = places.place(event.place, session.deck)
            if event.waived:
                return _("saying back was waived: {place}").format(place=place)
            return _("said back and confirmed: {place}").format(place=place)
        case e.BoundaryNoted():
            return _("a boundary was noted")
        case e.SecondRoundStarted():
            return _("the second round began")
        case e.SettlingStarted():
            return _("recording began")
        case e.CardSplit():
            return _("the card was split: {parts}").format(parts=listing(event.aspects))
        case e.OutcomeRecorded():
            return _("recorded: {outcome}").format(outcome=terms.outcome(event.outcome))
        case e.CardParked():
            return _("the card was parked")
        case e.CardSkipped():
            return _("stopped at this card") if event.stopped else _("the card was skipped")
        case e.CardReopened():
            return _("“{card}” was reopened").format(card=card(event.card))
        case e.NoteAdded():
            return _("a remark was added")
        case e.SeatLeft():
            return _("{seat} left").format(seat=seat(event.seat))
        case e.SeatJoined():
            return _("{seat} joined").format(seat=event.seat.label)
        case e.Paused():
            return _("paused")
        case e.Resumed():
            return _("went on after a pause")
        case e.TimerExtended():
            return ngettext(
                "{count} minute more to argue", "{count} minutes more to argue", event.minutes
            ).format(count=event.minutes)
        case e.ClosingStarted():
            return _("the closing round began")
        case e.ClosingAnswered():
            return _("a closing question was answered")
        case e.SessionFinished():
            return _("the conversation ended")
        case e.StepRetracted():
            return _("a step was undone")
        case _:
            assert_never(event)
