"""The score: what each card earned, and what the session could have earned."""

from game.core.cards import Place
from game.core.frozen import dataclass
from game.core.outcome import DISCUSSED, Outcome
from game.core.session import Argument, CardInPlay, Session
from game.core.settlement import filled
from game.core.settling import missing

CARD_MAXIMUM = 6


@dataclass(frozen=True, slots=True)
class Score:
    """The points of one card, part by part."""

    contribution: int = 0
    reasoning: int = 0
    understanding: int = 0
    outcome: int = 0

    @property
    def total(self) -> int:
        """The points of the card, 0 to 6."""
        return self.contribution + self.reasoning + self.understanding + self.outcome


@dataclass(frozen=True, slots=True)
class Totals:
    """The points of the table."""

    points: int
    maximum: int
    shared: float
    """Points earned with what the table shares; halves occur."""
    differences: float
    """Points earned with differences that were spelled out."""
    discussed: int
    parked: int
    skipped: int
    undecided: int

    @property
    def percent(self) -> int | None:
        """How complete the conversation was; None when nothing could be earned yet."""
        return round(100 * self.points / self.maximum) if self.maximum else None


def score(card: CardInPlay) -> Score:
    """Score a recorded card: only a discussed one earns points."""
    if card.outcome not in DISCUSSED:
        return Score()
    return Score(
        contribution=int(card.first is not None and not card.first.missing),
        reasoning=_reasoning(card),
        understanding=_understanding(card),
        outcome=1 if missing(card) else 2,
    )


def _reasoning(card: CardInPlay) -> int:
    positions = card.first.positions if card.first else ()
    if not positions:
        return 0
    said = [_said(card, place) for place in positions]
    if not all(any(argument.criterion for argument in held) for held in said):
        return 0
    return 1 + all(any(filled(argument.text) for argument in held) for held in said)


def _said(card: CardInPlay, place: Place) -> tuple[Argument, ...]:
    """List what the seats that held a position in the first round said for it."""
    holders = card.first.holders(place) if card.first else ()
    return tuple(a for a in card.arguments_for(place) if a.seat in holders)


def _understanding(card: CardInPlay) -> int:
    if card.first is not None and card.first.contested:
        return int(all(card.is_restated(place) for place in card.first.positions))
    return int(filled(card.settlement.boundary) or filled(card.boundary))


def totals(session: Session) -> Totals:
    """Add up the latest version of every card."""
    shared = differences = 0.0
    points = 0
    count = dict.fromkeys(Outcome, 0)
    parked_incomplete = 0
    for card in session.latest:
        if card.outcome is None:
            continue
        count[card.outcome] += 1
        earned = score(card).total
        points += earned
        match card.outcome:
            case Outcome.AGREED:
                shared += earned
            case Outcome.CARRIED:
                shared += earned / 2
                differences += earned / 2
            case Outcome.DIFFERED | Outcome.SPLIT:
                differences += earned
            case Outcome.PARKED:
                parked_incomplete += bool(missing(card))
            case _:
                pass
    discussed = sum(count[outcome] for outcome in DISCUSSED)
    parked_complete = count[Outcome.PARKED] - parked_incomplete
    return Totals(
        points=points,
        maximum=maximum(discussed, parked_complete, parked_incomplete),
        shared=shared,
        differences=differences,
        discussed=discussed,
        parked=count[Outcome.PARKED],
        skipped=count[Outcome.SKIPPED],
        undecided=count[Outcome.UNDECIDED],
    )


def maximum(discussed: int, parked_complete: int, parked_incomplete: int) -> int:
    """Say what could be earned; the first few well-parked cards cost nothing (rules, Score)."""
    free = max(1, discussed // 5)
    return CARD_MAXIMUM * (discussed + parked_incomplete + max(0, parked_complete - free))
