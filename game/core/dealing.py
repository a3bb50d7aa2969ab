"""Rules around the cards: the set-up, the deal, whose turn it is, who comes and goes, the end."""

from random import Random

from game.core import events as e
from game.core import intents as i
from game.core.cards import TEXT_LENGTH, TITLE_LENGTH, ActivityCard
from game.core.checks import (
    MAX_MINUTES,
    check_new_seat,
    check_number,
    checked_date,
    checked_text,
    need_no_card,
    need_phase,
    present_seat,
    same_name,
)
from game.core.refusals import Reason, Refused
from game.core.session import Phase, Session
from game.core.setup import (
    MAX_SEATS,
    MAX_THRESHOLD,
    MIN_SEATS,
    MIN_THRESHOLD,
    Sealing,
    Seat,
    Setup,
)

MAX_CARDS = 200
MAX_HAND = 10


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
        check_new_seat(seat, seen)
        seen.add(same_name(seat))
    if len({seat.id for seat in seats}) < len(seats):
        raise Refused(Reason.SAME_NAME)
    if not MIN_THRESHOLD <= setup.threshold <= MAX_THRESHOLD:
        raise Refused(Reason.THRESHOLD, text=str(setup.threshold))
    check_number(setup.argue_minutes, 1, MAX_MINUTES)
    check_number(setup.hand, 0, MAX_HAND)
    texts = (setup.gemeente, setup.wijk, setup.question, setup.table, setup.missing)
    for text in texts:
        checked_text(text)
    checked_date(setup.date)
    checked_date(setup.kept_until)
    known = {card.id for card in session.deck.activities}
    for card_id in setup.selection:
        if card_id not in known:
            raise Refused(Reason.UNKNOWN_SELECTION, text=card_id)
    chosen = len(set(setup.selection)) or len(known)
    if setup.cards < 1:
        raise Refused(Reason.NO_CARDS)
    check_number(setup.cards, 1, MAX_CARDS)
    if chosen < setup.cards:
        raise Refused(Reason.TOO_FEW_CARDS, text=str(chosen))


def start(session: Session, intent: i.Start) -> tuple[e.Event, ...]:
    """Shuffle the selection by the seed, and deal."""
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


def change_options(session: Session, intent: i.ChangeOptions) -> tuple[e.Event, ...]:
    """Change how the table plays."""
    if intent.sealing is not session.sealing:
        need_no_card(session)
    if (intent.sealing is Sealing.PAPER) is not session.paper:
        raise Refused(Reason.WRONG_PHASE)
    check_number(intent.argue_minutes, 1, MAX_MINUTES)
    return (e.OptionsChanged(intent.sealing, intent.timers, intent.argue_minutes),)


def play(session: Session, intent: i.PlayCard) -> tuple[e.Event, ...]:
    """Put a card on the table, and draw the next one."""
    need_no_card(session)
    if session.card(intent.card) is None:
        raise Refused(Reason.UNKNOWN_CARD, text=intent.card)
    need_phase(session, Phase.HAND)
    seat = session.on_turn
    if seat is None or intent.card not in session.playable:
        raise Refused(Reason.NOT_IN_HAND, text=intent.card)
    played = e.CardPlayed(seat.id, intent.card)
    if session.enough or session.paper or not session.pile:
        return (played,)
    return (played, e.CardDealt(seat.id, session.pile[0]))


def draw(session: Session) -> tuple[e.Event, ...]:
    """Take one from the pile, with an empty hand."""
    need_no_card(session)
    need_phase(session, Phase.HAND)
    seat = session.on_turn
    if session.enough:
        raise Refused(Reason.ENOUGH_PLAYED)
    if seat is None or session.hand(seat.id):
        raise Refused(Reason.HAND_NOT_EMPTY)
    if not session.pile:
        raise Refused(Reason.PILE_EMPTY)
    return (e.CardDealt(seat.id, session.pile[0]),)


def add_blank(session: Session, intent: i.AddBlank) -> tuple[e.Event, ...]:
    """Take in a card that the table wrote."""
    if session.closing:
        raise Refused(Reason.IS_CLOSING)
    current = session.current
    # A card that was reopened takes no turn.
    played = session.seat(current.seat) if current and not current.reopened else None
    seat = played or session.on_turn
    if seat is None:
        raise Refused(Reason.UNKNOWN_SEAT)
    title = checked_text(intent.title, TITLE_LENGTH, needed=True)
    taken = {card.id for card in session.deck.activities}
    number = len(session.blanks) + 1
    while f"blank-{number}" in taken:
        number += 1
    card = ActivityCard(
        f"blank-{number}", title, checked_text(intent.text, TEXT_LENGTH), "pencil-line"
    )
    return (e.BlankAdded(seat.id, card),)


def reopen(session: Session, intent: i.Reopen) -> tuple[e.Event, ...]:
    """Bring a recorded card back to Propose."""
    need_no_card(session)
    card = next((card for card in session.latest if card.card == intent.card), None)
    if card is None:
        raise Refused(Reason.NOT_RECORDED, text=intent.card)
    return (e.CardReopened(intent.card, card.seat),)


def leave(session: Session, intent: i.Leave) -> tuple[e.Event, ...]:
    """Mark a seat absent."""
    seat = present_seat(session, intent.seat)
    if len(session.present) == 1:
        raise Refused(Reason.LAST_SEAT, seats=(seat.id,))
    return (e.SeatLeft(seat.id),)


def join(session: Session, intent: i.Join) -> tuple[e.Event, ...]:
    """Seat a newcomer, or one that comes back, and deal."""
    known = session.seat(intent.seat.id)
    if known is None:
        if len(session.seats) >= MAX_SEATS:
            raise Refused(Reason.TOO_MANY_SEATS, text=str(MAX_SEATS))
        check_new_seat(intent.seat, {same_name(seat) for seat in session.seats})
    elif known.id not in session.absent:
        raise Refused(Reason.SEAT_PRESENT, seats=(known.id,))
    each = 0 if session.paper or session.closing else min(session.setup.hand, len(session.pile))
    deals = (e.CardDealt(intent.seat.id, card) for card in session.pile[:each])
    return (e.SeatJoined(known or intent.seat), *deals)


def start_closing(session: Session) -> tuple[e.Event, ...]:
    """Begin the closing round; a card in play is left undiscussed."""
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


def answer(session: Session, intent: i.Answer) -> tuple[e.Event, ...]:
    """Answer a closing question."""
    if not session.closing:
        raise Refused(Reason.WRONG_PHASE)
    if all(question.id != intent.question for question in session.deck.closing):
        raise Refused(Reason.UNKNOWN_QUESTION, text=intent.question)
    return (e.ClosingAnswered(intent.question, checked_text(intent.text)),)
