"""What many rules ask first: the phase, the card in play, a seat, a text, a number."""

import unicodedata
from datetime import date

from game.core import intents as i
from game.core.cards import TITLE_LENGTH
from game.core.refusals import Reason, Refused
from game.core.session import CardInPlay, Phase, Session
from game.core.setup import (
    MAX_LETTERS,
    MAX_TEAM,
    MIN_TEAM,
    Seat,
)

MAX_MINUTES = 60


def check_running(session: Session, intent: i.Intent) -> None:
    """Hold back what a session that has not begun, or has ended, cannot do."""
    if isinstance(intent, i.Start):
        if session.started:
            raise Refused(Reason.ALREADY_STARTED)
        return
    if not session.started:
        raise Refused(Reason.NOT_STARTED)
    if session.finished and not isinstance(intent, i.Undo | i.Answer | i.AddNote):
        raise Refused(Reason.IS_FINISHED)


def need_phase(session: Session, *phases: Phase) -> None:
    """Refuse what does not belong to the phase of the session."""
    if session.phase not in phases:
        raise Refused(Reason.WRONG_PHASE)


def card_in_play(session: Session) -> CardInPlay:
    """Give the card in play, or refuse."""
    if session.current is None:
        raise Refused(Reason.NO_CARD_IN_PLAY)
    return session.current


def need_no_card(session: Session) -> None:
    """Refuse while a card is in play."""
    if session.current is not None:
        raise Refused(Reason.CARD_IN_PLAY)


def checked_text(text: str, limit: int = MAX_LETTERS, *, needed: bool = False) -> str:
    """Strip a text, and refuse one that is too long, or empty where it is needed."""
    text = text.strip()
    if len(text) > limit:
        raise Refused(Reason.TOO_LONG, text=str(limit))
    if needed and not text:
        raise Refused(Reason.EMPTY_TEXT)
    return text


def checked_date(text: str) -> str:
    """Strip a date, and refuse one that is not ISO 8601; empty is fine."""
    text = text.strip()
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise Refused(Reason.BAD_DATE, text=text[:40]) from None
    return text


def check_number(number: int, least: int, most: int) -> None:
    """Refuse a number outside its range."""
    if not least <= number <= most:
        raise Refused(Reason.BAD_NUMBER, text=f"{least}-{most}")


def same_name(seat: Seat) -> str:
    """Fold a seat's name, so that two that look alike are equal; empty if there is none to see."""
    seen = (letter for letter in seat.label if unicodedata.category(letter) != "Cf")
    return " ".join("".join(seen).split()).casefold()


def check_new_seat(seat: Seat, taken: set[str]) -> None:
    """Refuse a seat that cannot sit down."""
    if not same_name(seat):
        raise Refused(Reason.EMPTY_NAME)
    checked_text(seat.label, TITLE_LENGTH)
    checked_text(seat.role, TITLE_LENGTH)
    if same_name(seat) in taken:
        raise Refused(Reason.SAME_NAME, text=seat.label.strip())
    if not MIN_TEAM <= seat.size <= MAX_TEAM:
        raise Refused(Reason.TEAM_SIZE, text=seat.label.strip())


def present_seat(session: Session, seat_id: str) -> Seat:
    """Find a seat that is at the table now, or refuse."""
    seat = session.seat(seat_id)
    if seat is None:
        raise Refused(Reason.UNKNOWN_SEAT, text=seat_id)
    if seat_id in session.absent:
        raise Refused(Reason.SEAT_ABSENT, seats=(seat_id,))
    return seat
