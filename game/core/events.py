"""What happened at the table, in the past tense; a save file is a list of these."""

from game.core.cards import ActivityCard, Meets, Place, Vote
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.core.settlement import Settlement
from game.core.setup import Sealing, Seat, Setup


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The session opened, its cards shuffled."""

    setup: Setup
    seats: tuple[Seat, ...]
    seed: int
    order: tuple[str, ...]
    """Every card of the selection, in the order that the seed gave."""


@dataclass(frozen=True, slots=True)
class CardDealt:
    """A card went from the pile to the hand of a seat."""

    seat: str
    card: str


@dataclass(frozen=True, slots=True)
class OptionsChanged:
    """The table changed how it plays."""

    sealing: Sealing
    timers: bool
    argue_minutes: int


@dataclass(frozen=True, slots=True)
class CardPlayed:
    """A seat put a card on the table."""

    seat: str
    card: str


@dataclass(frozen=True, slots=True)
class BlankAdded:
    """The table wrote a card of its own."""

    seat: str
    card: ActivityCard


@dataclass(frozen=True, slots=True)
class WordingNoted:
    """The table wrote what it means by the card."""

    text: str


@dataclass(frozen=True, slots=True)
class ProposingStarted:
    """Reading ended."""


@dataclass(frozen=True, slots=True)
class VoteSealed:
    """A seat sealed its choice."""

    seat: str
    vote: Vote
    live_with: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteUnsealed:
    """A seat took its seal back."""

    seat: str


@dataclass(frozen=True, slots=True)
class Revealed:
    """All seals were turned over; from here there is no way back."""

    present: tuple[str, ...]
    order: tuple[Place, ...]
    """The positions in the order in which they argue: smallest first, equal sizes by a draw."""
    reword_offered: bool = False


@dataclass(frozen=True, slots=True)
class VoteCorrected:
    """A wrong tap was put right after the reveal."""

    seat: str
    vote: Vote
    live_with: tuple[Place, ...]
    order: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CardReworded:
    """The card got new words, and is sealed again."""

    text: str


@dataclass(frozen=True, slots=True)
class WordingKept:
    """The table declined to reword."""


@dataclass(frozen=True, slots=True)
class DiscussionAsked:
    """Somebody wanted the full discussion of a card that nobody disputed."""


@dataclass(frozen=True, slots=True)
class ArgumentPlayed:
    """A seat argued for a place."""

    seat: str
    place: Place
    text: str
    criterion: str
    meets: Meets | None


@dataclass(frozen=True, slots=True)
class ArgumentEdited:
    """An argument was reworded."""

    argument: int
    text: str


@dataclass(frozen=True, slots=True)
class PositionRestated:
    """A position was restated and its holder said "klopt", or a lone holder waived it."""

    place: Place
    by: str
    waived: bool


@dataclass(frozen=True, slots=True)
class BoundaryNoted:
    """The table wrote when the card would lie elsewhere."""

    text: str


@dataclass(frozen=True, slots=True)
class SecondRoundStarted:
    """Arguing ended."""


@dataclass(frozen=True, slots=True)
class SettlingStarted:
    """The fast lane ended."""


@dataclass(frozen=True, slots=True)
class CardSplit:
    """The card was cut into aspects."""

    aspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRecorded:
    """The table recorded what became of the card."""

    outcome: Outcome
    places: tuple[Place, ...]
    settlement: Settlement


@dataclass(frozen=True, slots=True)
class CardParked:
    """The card was put aside with a question."""

    question: str
    owner: str
    date: str


@dataclass(frozen=True, slots=True)
class CardSkipped:
    """The card was left undiscussed."""

    reason: str
    stopped: bool = False
    """The session stopped in the middle of this card."""


@dataclass(frozen=True, slots=True)
class CardReopened:
    """A recorded card came back to Propose."""

    card: str
    seat: str


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """Somebody wrote a note."""

    text: str
    card: str


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """A seat is absent from now on; its hand went under the pile."""

    seat: str


@dataclass(frozen=True, slots=True)
class SeatJoined:
    """A seat is present from now on."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock stopped."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock runs again."""


@dataclass(frozen=True, slots=True)
class TimerExtended:
    """The argument got more time."""

    minutes: int


@dataclass(frozen=True, slots=True)
class ClosingStarted:
    """The closing round began."""

    not_reached: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClosingAnswered:
    """A closing question got an answer."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class SessionFinished:
    """The session ended."""


@dataclass(frozen=True, slots=True)
class StepRetracted:
    """An earlier step was undone; it counts nowhere any more."""

    step: int
    """Its number in the log, from 0."""


Event = (
    SessionStarted
    | CardDealt
    | OptionsChanged
    | CardPlayed
    | BlankAdded
    | WordingNoted
    | ProposingStarted
    | VoteSealed
    | VoteUnsealed
    | Revealed
    | VoteCorrected
    | CardReworded
    | WordingKept
    | DiscussionAsked
    | ArgumentPlayed
    | ArgumentEdited
    | PositionRestated
    | BoundaryNoted
    | SecondRoundStarted
    | SettlingStarted
    | CardSplit
    | OutcomeRecorded
    | CardParked
    | CardSkipped
    | CardReopened
    | NoteAdded
    | SeatLeft
    | SeatJoined
    | Paused
    | Resumed
    | TimerExtended
    | ClosingStarted
    | ClosingAnswered
    | SessionFinished
    | StepRetracted
)

PASSED_OVER = (OptionsChanged, SeatLeft, SeatJoined, Paused, Resumed, TimerExtended, SessionStarted)
"""Undo leaves these alone: seats, presence, timer and set-up."""
