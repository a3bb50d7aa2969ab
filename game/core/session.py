"""The session and the card in play, and how an event changes them."""

from enum import StrEnum

from game.core import events as e
from game.core.cards import ActivityCard, Deck, Meets, Place
from game.core.frozen import dataclass
from game.core.outcome import DISCUSSED, Ballot, Outcome, Round
from game.core.settlement import Settlement
from game.core.setup import Sealing, Seat, Setup


class Phase(StrEnum):
    """Where the session stands; always derived, never stored."""

    SETUP = "setup"
    HAND = "hand"
    READ = "read"
    PROPOSE = "propose"
    REWORD = "reword"
    FAST = "fast"
    ARGUE = "argue"
    SECOND = "second"
    ASPECT = "aspect"
    SETTLE = "settle"
    LAST = "last"
    """Every card is played; the closing round can begin."""
    CLOSING = "closing"
    FINISHED = "finished"


SEALING_PHASES = frozenset({Phase.PROPOSE, Phase.SECOND, Phase.ASPECT})


@dataclass(frozen=True, slots=True)
class Argument:
    """What a seat said for a place."""

    seat: str
    place: Place
    text: str = ""
    criterion: str = ""
    meets: Meets | None = None


@dataclass(frozen=True, slots=True)
class Restatement:
    """A position that somebody from another one said back, or that a lone holder waived."""

    place: Place
    by: str = ""
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Aspect:
    """A named part of a split card, with its one round."""

    name: str
    round: Round | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A wrong tap that was put right after a reveal."""

    round: int
    """1 the first, 2 the second, 3 and up an aspect."""
    seat: str


@dataclass(frozen=True, slots=True)
class Parking:
    """What it takes to return to a parked card."""

    question: str = ""
    owner: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class CardInPlay:
    """One version of a card at the table, from its first word to its outcome."""

    card: str
    seat: str
    version: int = 1
    returned: bool = False
    """It was skipped before, and came back at the end."""
    reopened: bool = False
    wording: str = ""
    """What the table means by the card here."""
    reworded: str = ""
    """The text that replaced the card's own, after it was unclear."""
    proposing: bool = False
    seals: tuple[Ballot, ...] = ()
    first: Round | None = None
    earlier: tuple[Round, ...] = ()
    """First rounds from before a rewording."""
    reword_pending: bool = False
    reword_offered: bool = False
    full_discussion: bool = False
    arguments: tuple[Argument, ...] = ()
    restated: tuple[Restatement, ...] = ()
    boundary: str = ""
    second_started: bool = False
    second: Round | None = None
    settling: bool = False
    aspects: tuple[Aspect, ...] = ()
    extended: int = 0
    """Minutes added to the timer."""
    corrections: tuple[Correction, ...] = ()
    outcome: Outcome | None = None
    places: tuple[Place, ...] = ()
    settlement: Settlement = Settlement()
    parking: Parking = Parking()
    skip_reason: str = ""
    stopped: bool = False

    @property
    def fast_lane(self) -> bool:
        """Whether nobody disputes the card and more than half of the present seats chose it."""
        first = self.first
        if first is None or self.full_discussion or first.sealing is Sealing.OPEN:
            return False
        return len(first.positions) == 1 and 2 * len(first.choosing) > len(first.present)

    @property
    def last(self) -> Round | None:
        """The round that the outcome follows from."""
        return self.second or self.first

    @property
    def latest(self) -> Round | None:
        """The round that was revealed last, of an aspect too."""
        revealed = [aspect.round for aspect in self.aspects if aspect.round]
        return revealed[-1] if revealed else self.last

    @property
    def open_aspect(self) -> int | None:
        """The aspect that is being sealed, by its index."""
        return next((i for i, aspect in enumerate(self.aspects) if aspect.round is None), None)

    @property
    def phase(self) -> Phase:
        """Which of its screens the card is in."""
        if not self.proposing:
            return Phase.READ
        if self.first is None:
            return Phase.PROPOSE
        if self.reword_pending:
            return Phase.REWORD
        if self.aspects:
            return Phase.SETTLE if self.open_aspect is None else Phase.ASPECT
        if self.second_started:
            return Phase.SETTLE if self.second else Phase.SECOND
        if self.fast_lane:
            return Phase.SETTLE if self.settling else Phase.FAST
        return Phase.ARGUE

    def is_restated(self, place: Place) -> bool:
        """Tell whether a position was restated or waived."""
        return any(restatement.place is place for restatement in self.restated)

    def arguments_for(self, place: Place) -> tuple[Argument, ...]:
        """List what was said for a place."""
        return tuple(argument for argument in self.arguments if argument.place is place)


@dataclass(frozen=True, slots=True)
class Hand:
    """The cards that a seat holds."""

    seat: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that belongs to no outcome."""

    text: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A whole conversation, as it stands now."""

    deck: Deck
    setup: Setup = Setup()
    """As it was at the start; what the table changed since is below."""
    started: bool = False
    seed: int = 0
    seats: tuple[Seat, ...] = ()
    absent: tuple[str, ...] = ()
    hands: tuple[Hand, ...] = ()
    pile: tuple[str, ...] = ()
    blanks: tuple[ActivityCard, ...] = ()
    turn: int = 0
    sealing: Sealing = Sealing.HANDS
    timers: bool = True
    argue_minutes: int = 3
    current: CardInPlay | None = None
    history: tuple[CardInPlay, ...] = ()
    """Every recorded version of every card, in the order of play."""
    notes: tuple[Note, ...] = ()
    paused: bool = False
    closing: bool = False
    answers: tuple[tuple[str, str], ...] = ()
    not_reached: tuple[str, ...] = ()
    finished: bool = False
    steps: int = 0
    undoable: tuple[int, ...] = ()
    """Numbers of the steps that can be retracted, the newest last."""

    @property
    def phase(self) -> Phase:
        """Where the session stands."""
        if not self.started:
            return Phase.SETUP
        if self.finished:
            return Phase.FINISHED
        if self.current:
            return self.current.phase
        if self.closing:
            return Phase.CLOSING
        return Phase.HAND if self.playable or self.can_draw else Phase.LAST

    @property
    def paper(self) -> bool:
        """Whether the session was played on paper and typed in afterwards."""
        return self.setup.sealing is Sealing.PAPER

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats at the table now."""
        return tuple(seat for seat in self.seats if seat.id not in self.absent)

    @property
    def on_turn(self) -> Seat | None:
        """The seat whose turn it is: absent ones, and ones with nothing to play, are passed."""
        ahead = self.seats[self.turn :] + self.seats[: self.turn]
        here = [seat for seat in ahead if seat.id not in self.absent]
        able = [seat for seat in here if self.pile or self.hand(seat.id)]
        return next(iter(able or here), None)

    @property
    def scribe(self) -> Seat | None:
        """The seat that types while the others talk: the neighbour of the one on turn."""
        present = self.present
        current = self.seat(self.current.seat) if self.current else self.on_turn
        if current is None or not present:
            return None
        if current not in present:
            return present[0]
        return present[(present.index(current) + 1) % len(present)]

    @property
    def played(self) -> int:
        """How many different cards came to the table."""
        return len(self.seen)

    @property
    def seen(self) -> tuple[str, ...]:
        """The cards that came to the table, in that order, each once."""
        cards = [card.card for card in self.history]
        return tuple(dict.fromkeys([*cards, self.current.card] if self.current else cards))

    @property
    def latest(self) -> tuple[CardInPlay, ...]:
        """The version of each recorded card that counts, in the order of first play."""
        newest = {card.card: card for card in self.history}
        return tuple(newest[card_id] for card_id in dict.fromkeys(c.card for c in self.history))

    @property
    def enough(self) -> bool:
        """Whether the session's number of cards was played."""
        return self.played >= self.setup.cards

    @property
    def returning(self) -> tuple[str, ...]:
        """The skipped cards that still come back once."""
        back = {card.card for card in self.history if card.returned}
        return tuple(
            card.card
            for card in self.latest
            if card.outcome is Outcome.SKIPPED and card.card not in back and not card.stopped
        )

    @property
    def playable(self) -> tuple[str, ...]:
        """The cards that can be put on the table now, if no card is in play."""
        seat = self.on_turn
        if seat is None:
            return ()
        if self.paper:
            # The sheet tells what was played, and when.
            return (*self.pile, *self.returning)
        if self.enough:
            return self.returning
        mine = self.hand(seat.id)
        return mine or (() if self.pile else self.returning)

    @property
    def can_draw(self) -> bool:
        """Whether the seat on turn takes one from the pile."""
        seat = self.on_turn
        drawable = bool(self.pile) and not self.enough and not self.paper
        return drawable and seat is not None and not self.hand(seat.id)

    def hand(self, seat: str) -> tuple[str, ...]:
        """List the cards that a seat holds."""
        return next((hand.cards for hand in self.hands if hand.seat == seat), ())

    def seat(self, seat_id: str) -> Seat | None:
        """Find a seat, present or not."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    def card(self, card_id: str) -> ActivityCard | None:
        """Find a card of the deck, or one that the table wrote."""
        return self.deck.activity(card_id) or next(
            (card for card in self.blanks if card.id == card_id), None
        )

    @property
    def discussed(self) -> tuple[CardInPlay, ...]:
        """The cards that score."""
        return tuple(card for card in self.latest if card.outcome in DISCUSSED)


@dataclass(frozen=True, slots=True)
class Step:
    """All that one intent caused: the unit of saving, undoing and animating."""

    at: str
    """UTC, ISO 8601 with milliseconds; empty where the time is not known."""
    events: tuple[e.Event, ...]
