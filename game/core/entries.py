"""What a discussion record is made of: plain entries, and the views that its parts need."""

from collections.abc import Iterator
from enum import StrEnum

from game.core.cards import CriterionKind, Crux, Meets, Place, Sphere, Vote
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.core.scoring import Score, Totals
from game.core.setup import Sealing, Setup


class Audience(StrEnum):
    """Who a record is for."""

    INTERNAL = "internal"
    PUBLIC = "public"


class ChangeKind(StrEnum):
    """What the table changed on the way."""

    SEALING = "sealing"
    TIMERS = "timers"
    MINUTES = "minutes"
    LEFT = "left"
    JOINED = "joined"


class Measure(StrEnum):
    """How agreement over the session was measured."""

    KAPPA = "kappa"
    ALPHA = "alpha"


class NoFigure(StrEnum):
    """Why there is no figure of agreement."""

    TOO_FEW = "too_few"
    """Fewer than ten sealed first rounds, or fewer than three seats."""
    SAME = "same"
    """Everybody chose the same throughout, so that chance cannot be told from agreement."""
    WITHHELD = "withheld"
    """Public only: it would tell how fewer than three people chose."""


class Kind(StrEnum):
    """The kinds of text that a public record holds back, or from which they can be taken."""

    REASON = "reason"
    ARGUMENT = "argument"
    NOTE = "note"
    REMARK = "remark"
    BOUNDARY = "boundary"
    TOGETHER = "together"
    OWNER = "owner"
    WORDING = "wording"
    REWORDING = "rewording"
    SKIP = "skip"
    SETTLE = "settle"
    QUESTION = "question"
    CLOSING = "closing"
    MISSING = "missing"
    NAMED = "named"
    """Any other text in which the name of a merged seat stands."""


@dataclass(frozen=True, slots=True)
class DeckEntry:
    """Which deck was played."""

    id: str
    version: str
    sha256: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A seat; in a public record the small ones are one seat."""

    id: str
    label: str
    role: str
    size: int
    at_start: bool = True
    at_end: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """A deviation from the set-up."""

    kind: ChangeKind
    before: str = ""
    after: str = ""
    seat: str = ""
    card: str = ""
    """Id of the card that was in play, if one was."""
    played: int | None = 0
    """How many cards had come to the table; None where the order of play is not told."""


@dataclass(frozen=True, slots=True)
class VoteEntry:
    """What a seat chose; for merged seats how many of them chose it."""

    seat: str
    vote: Vote
    live_with: tuple[Place, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class RoundEntry:
    """One reveal; without votes where only its counts may be told, without counts where none."""

    sealing: Sealing
    present: tuple[str, ...]
    votes: tuple[VoteEntry, ...]
    missing: tuple[str, ...]
    """Present seats that sealed nothing."""
    counts: tuple[tuple[Vote, int], ...]
    """Seats per place or abstention, only what was chosen."""
    live_with: tuple[tuple[Place, int], ...]
    """Seats that can live with a place that they did not choose."""
    agreement: float | None
    """Share of the pairs of seats that agree, 0 to 1; None where unknown or not sealed."""
    hidden: bool = False
    """Fewer people than three took part, so a public record tells nothing of it."""

    def holders(self, place: Place) -> tuple[str, ...]:
        """List the seats that chose a place."""
        return tuple(vote.seat for vote in self.votes if vote.vote is place)


@dataclass(frozen=True, slots=True)
class ArgumentEntry:
    """What a seat said for a place."""

    seat: str
    place: Place
    criterion: str
    meets: Meets | None
    text: str
    restated: str = ""
    """Of its position: "yes", "waived" or nothing."""


@dataclass(frozen=True, slots=True)
class RestatedEntry:
    """A position that was said back, or waived."""

    place: Place
    by: str
    waived: bool


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A dissenting seat's own words."""

    seat: str
    place: Place | None
    text: str


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A wrong tap that was put right."""

    round: int
    """1 the first, 2 the second, 3 and up an aspect."""
    seat: str


@dataclass(frozen=True, slots=True)
class AspectEntry:
    """A part of a split card."""

    name: str
    outcome: Outcome
    places: tuple[Place, ...]
    round: RoundEntry | None
    reason: str


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One version of a card, from its wording to its score."""

    key: str
    """Id and version, such as "repaircafe/1"; told apart from all others in the record."""
    id: str
    version: int
    latest: bool
    """Whether this version is the one that counts."""
    title: str
    text: str
    """As the deck has it."""
    icon: str
    picture: str
    added: bool
    """Written at the table."""
    seat: str
    """Who put it on the table; empty where that is not known."""
    returned: bool
    reopened: bool
    wording: str
    reworded: str
    fast_lane: bool
    earlier: tuple[RoundEntry, ...]
    """First rounds from before a rewording."""
    first: RoundEntry | None
    second: RoundEntry | None
    arguments: tuple[ArgumentEntry, ...]
    restated: tuple[RestatedEntry, ...]
    outcome: Outcome
    places: tuple[Place, ...]
    reason: str
    boundary: str
    together: str
    reasons: tuple[tuple[Place, str], ...]
    notes: tuple[NoteEntry, ...]
    crux: Crux | None
    settle: str
    aspects: tuple[AspectEntry, ...]
    question: str
    owner: str
    date: str
    skip_reason: str
    stopped: bool
    remarks: tuple[str, ...]
    corrections: tuple[CorrectionEntry, ...]
    missing: tuple[str, ...]
    """Fields that it lacks to be complete, as settling.missing names them."""
    score: Score
    withheld: tuple[Kind, ...] = ()
    """What a public record holds back of it, a kind for each text."""

    @property
    def last(self) -> RoundEntry | None:
        """The round that the outcome follows from."""
        return self.second or self.first


@dataclass(frozen=True, slots=True)
class ClosingEntry:
    """A closing question and what the table answered."""

    id: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class CriterionEntry:
    """How often a criterion was played."""

    id: str
    kind: CriterionKind
    title: str
    question: str
    count: int


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A card that was not reached."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class MovementEntry:
    """How a seat moved between the rounds; the seat is empty for the table as a whole."""

    seat: str
    stayed: int
    moved: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Agreement over the session; agreement is not correctness, a table is not a sample."""

    cards: int
    """Sealed first rounds that count."""
    seats: int
    measure: Measure | None
    value: float | None
    low: float | None
    high: float | None
    resamples: int
    undefined: int
    """Resamples that had no value."""
    absent: NoFigure | None
    """Why there is no value."""
    observed: float | None
    """Mean share of agreeing pairs."""
    movement: tuple[MovementEntry, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A card, or an aspect of a split one, where it lies on the map."""

    card: CardEntry
    aspect: AspectEntry | None
    outcome: Outcome
    places: tuple[Place, ...]

    @property
    def title(self) -> str:
        """The card's title, with the aspect behind it."""
        return f"{self.card.title}: {self.aspect.name}" if self.aspect else self.card.title


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A question that goes on after the session."""

    card: CardEntry
    question: str
    owner: str
    date: str
    crux: Crux | None = None

    @property
    def parked(self) -> bool:
        """Whether the whole card was parked; otherwise it would settle a difference."""
        return self.card.outcome is Outcome.PARKED


@dataclass(frozen=True, slots=True)
class Record:
    """The discussion record, derived from deck and steps."""

    audience: Audience
    session_id: str
    app_version: str
    deck: DeckEntry
    setup: Setup
    duration: int | None
    """Seconds without the pauses; None where the times are not known."""
    finished: bool
    seats: tuple[SeatEntry, ...]
    people: int
    sealings: tuple[Sealing, ...]
    """How the rounds were sealed, each way once."""
    changes: tuple[Change, ...]
    spheres: tuple[Sphere, ...]
    """The deck's own wording of the places."""
    cards: tuple[CardEntry, ...]
    """Every version of every card, in the order of play."""
    notes: tuple[str, ...]
    """Remarks that belong to no card."""
    closing: tuple[ClosingEntry, ...]
    totals: Totals
    outcomes: tuple[tuple[Outcome, int], ...]
    """How many cards had each outcome."""
    criteria: tuple[CriterionEntry, ...]
    figures: Figures
    not_reached: tuple[LeftOver, ...]
    withheld: tuple[Kind, ...] = ()
    """What a public record holds back beside the cards."""
    by_role: bool = False
    """Seats are called by their roles, not by the names that the table typed."""

    @property
    def totals_only(self) -> bool:
        """Whether the table is so small that a public record has only its totals."""
        return self.audience is Audience.PUBLIC and not self.seats

    @property
    def latest(self) -> tuple[CardEntry, ...]:
        """The version of each card that counts."""
        return tuple(card for card in self.cards if card.latest)

    def _outcomes(self) -> Iterator[Placed]:
        for card in self.latest:
            if card.outcome is Outcome.SPLIT:
                yield from (Placed(card, a, a.outcome, a.places) for a in card.aspects)
            else:
                yield Placed(card, None, card.outcome, card.places)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The cards that lie on the map, split ones by their aspects."""
        return tuple(each for each in self._outcomes() if each.places)

    @property
    def unplaced(self) -> tuple[Placed, ...]:
        """The cards that got no place, split ones by their aspects."""
        return tuple(each for each in self._outcomes() if not each.places)

    def lying_at(self, place: Place) -> tuple[Placed, ...]:
        """List what lies at a place; a difference lies at each of its places."""
        return tuple(placed for placed in self.placed if place in placed.places)

    @property
    def differences(self) -> tuple[Placed, ...]:
        """Every difference and every card with notes, ordered by crux, those without one last."""
        order = list(Crux)
        found = [p for p in self.placed if p.outcome in (Outcome.DIFFERED, Outcome.CARRIED)]
        return tuple(
            sorted(found, key=lambda p: order.index(p.card.crux) if p.card.crux else len(order))
        )

    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """The parked cards, then the questions that would settle a difference."""
        parked = [
            AgendaItem(card, card.question, card.owner, card.date)
            for card in self.latest
            if card.outcome is Outcome.PARKED
        ]
        asked = [
            AgendaItem(card, card.settle, card.owner, card.date, card.crux)
            for card in self.latest
            if card.outcome is not Outcome.PARKED and card.settle
        ]
        return (*parked, *asked)

    @property
    def criteria_often(self) -> tuple[CriterionEntry, ...]:
        """The criteria that were played twice or more, the most played first."""
        often = [criterion for criterion in self.criteria if criterion.count > 1]
        return tuple(sorted(often, key=lambda criterion: -criterion.count))

    @property
    def criteria_never(self) -> tuple[CriterionEntry, ...]:
        """The criteria that nobody played."""
        return tuple(criterion for criterion in self.criteria if not criterion.count)

    def card(self, key: str) -> CardEntry | None:
        """Find a version by its key."""
        return next((card for card in self.cards if card.key == key), None)

    def seat(self, seat_id: str) -> SeatEntry | None:
        """Find a seat."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    def criterion(self, criterion_id: str) -> CriterionEntry | None:
        """Find a criterion."""
        return next((c for c in self.criteria if c.id == criterion_id), None)
