"""What may be asked of a session: one small value per wish of the table."""

from game.core.cards import Meets, Place, Vote
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.core.settlement import Settlement
from game.core.setup import Sealing, Seat, Setup


@dataclass(frozen=True, slots=True)
class Start:
    """Open the session: the cards are shuffled by the seed, and dealt."""

    setup: Setup
    seats: tuple[Seat, ...]
    seed: int


@dataclass(frozen=True, slots=True)
class ChangeOptions:
    """Change how the table plays, between two cards."""

    sealing: Sealing
    timers: bool
    argue_minutes: int


@dataclass(frozen=True, slots=True)
class PlayCard:
    """Put a card of the seat on turn on the table."""

    card: str


@dataclass(frozen=True, slots=True)
class DrawCard:
    """Take one from the pile, with an empty hand."""


@dataclass(frozen=True, slots=True)
class AddBlank:
    """Write a card of one's own; it joins the hand of the seat on turn."""

    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoteWording:
    """Write what the table means by this card here."""

    text: str


@dataclass(frozen=True, slots=True)
class StartProposing:
    """Go from reading to proposing."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Seal a place or an abstention for a seat; again to change it."""

    seat: str
    vote: Vote
    live_with: tuple[Place, ...] = ()
    """Second round only: the other places that this seat can live with."""


@dataclass(frozen=True, slots=True)
class Unseal:
    """Take a seal back before the reveal."""

    seat: str


@dataclass(frozen=True, slots=True)
class Reveal:
    """Turn all seals over at once."""

    without_missing: bool = False
    """Go on although a present seat sealed nothing."""


@dataclass(frozen=True, slots=True)
class CorrectVote:
    """Put a wrong tap right, after the reveal of the round that is on the table."""

    seat: str
    vote: Vote
    live_with: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Reword:
    """Word the card anew, and seal again."""

    text: str


@dataclass(frozen=True, slots=True)
class KeepWording:
    """Decline the offer to reword."""


@dataclass(frozen=True, slots=True)
class AskDiscussion:
    """Leave the fast lane for the full discussion."""


@dataclass(frozen=True, slots=True)
class Argue:
    """Play an argument for a place, with or without a criterion card."""

    seat: str
    place: Place
    text: str = ""
    criterion: str = ""
    meets: Meets | None = None


@dataclass(frozen=True, slots=True)
class EditArgument:
    """Reword an argument that was played."""

    argument: int
    text: str


@dataclass(frozen=True, slots=True)
class Restate:
    """Confirm that a position was restated by someone from another one."""

    place: Place
    by: str = ""
    """A seat, or empty when the table did not say who."""


@dataclass(frozen=True, slots=True)
class Waive:
    """Let a lone holder do without a restatement."""

    place: Place


@dataclass(frozen=True, slots=True)
class NoteBoundary:
    """Write when this card would lie elsewhere."""

    text: str


@dataclass(frozen=True, slots=True)
class StartSecondRound:
    """Go from arguing to the second round."""


@dataclass(frozen=True, slots=True)
class StartSettling:
    """Go from the fast lane to recording."""


@dataclass(frozen=True, slots=True)
class Split:
    """Cut the card into two or three named aspects."""

    aspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confirm:
    """Record the outcome of the card in play."""

    outcome: Outcome
    settlement: Settlement = Settlement()
    place: Place | None = None
    """Where two places tie and are both liveable: the one that the table names."""


@dataclass(frozen=True, slots=True)
class Park:
    """Put the card aside with a question, an owner and a date."""

    question: str = ""
    owner: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the card undiscussed; it returns once at the end."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Start a recorded card again at Propose, as a new version."""

    card: str


@dataclass(frozen=True, slots=True)
class AddNote:
    """Write a note, with the card in play or with the session."""

    text: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Mark a seat as absent from now on."""

    seat: str


@dataclass(frozen=True, slots=True)
class Join:
    """Seat a newcomer, or a seat that left and comes back."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock run again."""


@dataclass(frozen=True, slots=True)
class ExtendTimer:
    """Give the argument more time."""

    minutes: int


@dataclass(frozen=True, slots=True)
class StartClosing:
    """Begin the closing round, before or after the last card."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer a closing question in the table's words."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Finish:
    """End the session."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Retract the newest step of play that is not yet retracted, down to the last reveal."""


Intent = (
    Start
    | ChangeOptions
    | PlayCard
    | DrawCard
    | AddBlank
    | NoteWording
    | StartProposing
    | Seal
    | Unseal
    | Reveal
    | CorrectVote
    | Reword
    | KeepWording
    | AskDiscussion
    | Argue
    | EditArgument
    | Restate
    | Waive
    | NoteBoundary
    | StartSecondRound
    | StartSettling
    | Split
    | Confirm
    | Park
    | Skip
    | Reopen
    | AddNote
    | Leave
    | Join
    | Pause
    | Resume
    | ExtendTimer
    | StartClosing
    | Answer
    | Finish
    | Undo
)
