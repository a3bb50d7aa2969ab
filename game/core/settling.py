"""Recording an outcome: what the rule proposes, what a draft holds, and what is complete."""

from collections.abc import Iterable

from game.core.cards import Place
from game.core.frozen import replace
from game.core.outcome import Outcome, Proposal, propose
from game.core.session import CardInPlay
from game.core.settlement import AspectText, Settlement, filled
from game.core.setup import MAX_LETTERS


def proposal(card: CardInPlay, threshold: int) -> Proposal:
    """Propose the outcome of a card; a split one stands by its aspects."""
    if card.aspects:
        return Proposal(Outcome.SPLIT)
    return propose(card.last, threshold) if card.last else Proposal(Outcome.UNDECIDED)


def aspect_proposal(card: CardInPlay, aspect: int, threshold: int) -> Proposal:
    """Propose the outcome of one aspect of a split card."""
    shown = card.aspects[aspect].round
    return propose(shown, threshold) if shown else Proposal(Outcome.UNDECIDED)


def aspect_outcome(card: CardInPlay, aspect: int, threshold: int) -> Proposal:
    """Read the outcome of one aspect as the table recorded it."""
    ruled = aspect_proposal(card, aspect, threshold)
    words = card.settlement.aspects
    shown = card.aspects[aspect].round
    if aspect < len(words) and words[aspect].differed and shown:
        return Proposal(Outcome.DIFFERED, shown.positions)
    return ruled


def dissenters(card: CardInPlay, places: tuple[Place, ...]) -> tuple[str, ...]:
    """List the seats that chose another place in the last round than the card got."""
    if card.last is None:
        return ()
    return tuple(ballot.seat for ballot in card.last.choosing if ballot.vote not in places)


def draft(card: CardInPlay, proposed: Proposal) -> Settlement:
    """Gather what the table already said into the words of an outcome; nothing is asked twice."""
    words = Settlement(boundary=card.boundary)
    match proposed.outcome:
        case Outcome.AGREED | Outcome.CARRIED:
            words = replace(words, reason=said_for(card, proposed.places[0]))
        case Outcome.DIFFERED:
            reasons = tuple((place, said_for(card, place)) for place in proposed.places)
            words = replace(words, reasons=reasons)
        case Outcome.SPLIT:
            parts = (aspect.round.positions if aspect.round else () for aspect in card.aspects)
            said = (_joined(said_for(card, place) for place in places) for places in parts)
            words = replace(words, aspects=tuple(map(AspectText, said)))
        case _:
            pass
    notes = tuple((s, said_by(card, s)) for s in dissenters(card, proposed.places))
    if proposed.outcome is Outcome.CARRIED:
        words = replace(words, notes=notes)
    return words


def said_for(card: CardInPlay, place: Place) -> str:
    """Join the reasons that were given for a place."""
    return _joined(argument.text for argument in card.arguments_for(place))


def said_by(card: CardInPlay, seat: str) -> str:
    """Join the reasons that a seat gave for the place that it chose last."""
    vote = card.last.vote_of(seat) if card.last else None
    return _joined(a.text for a in card.arguments if a.seat == seat and a.place is vote)


def _joined(said: Iterable[str]) -> str:
    """Put different reasons under each other, as many whole ones as a field can hold."""
    joined = ""
    for text in dict.fromkeys(text.strip() for text in said if text.strip()):
        longer = f"{joined}\n{text}" if joined else text
        joined = longer if len(longer) <= MAX_LETTERS else joined
    return joined


def reasoned(card: CardInPlay) -> bool:
    """Tell whether a recorded difference has a reason in words."""
    given = [text for _, text in card.settlement.reasons]
    if card.outcome is Outcome.SPLIT:
        given = [aspect.reason for aspect in card.settlement.aspects]
    return card.outcome in (Outcome.DIFFERED, Outcome.SPLIT) and any(map(filled, given))


def texts(words: Settlement) -> tuple[str, ...]:
    """List every text of a settlement."""
    return (
        words.reason,
        words.boundary,
        words.together,
        words.settle,
        *(text for _, text in words.reasons),
        *(text for _, text in words.notes),
        *(aspect.reason for aspect in words.aspects),
    )


def tidy(words: Settlement) -> Settlement:
    """Strip every text, and leave the empty ones out."""
    return Settlement(
        reason=words.reason.strip(),
        boundary=words.boundary.strip(),
        together=words.together.strip(),
        reasons=tuple((place, text.strip()) for place, text in words.reasons if text.strip()),
        notes=tuple((seat, text.strip()) for seat, text in words.notes if text.strip()),
        crux=words.crux,
        settle=words.settle.strip(),
        aspects=tuple(replace(aspect, reason=aspect.reason.strip()) for aspect in words.aspects),
    )


def missing(card: CardInPlay) -> tuple[str, ...]:
    """Name the fields that a recorded card still lacks; none means complete.

    The names are those of the settlement, with the seat, place or aspect behind a colon.
    """
    words = card.settlement
    lacks: list[str] = []
    match card.outcome:
        case Outcome.AGREED:
            lacks += [] if filled(words.reason) else ["reason"]
            contested = card.first is not None and card.first.contested
            bounded = filled(words.boundary) or filled(card.boundary)
            if not bounded and not (contested and filled(words.together)):
                lacks.append("together" if contested else "boundary")
        case Outcome.CARRIED:
            lacks += [] if filled(words.reason) else ["reason"]
            absent = [s for s in dissenters(card, card.places) if not filled(words.note_of(s))]
            lacks += [f"note:{seat}" for seat in absent]
        case Outcome.DIFFERED:
            positions = card.last.positions if card.last else ()
            lacks += [f"reason:{p}" for p in positions if not filled(words.reason_for(p))]
            lacks += [] if words.crux else ["crux"]
            lacks += [] if filled(words.settle) else ["settle"]
        case Outcome.SPLIT:
            given = [aspect.reason for aspect in words.aspects] or [""] * len(card.aspects)
            lacks += [f"aspect:{n}" for n, text in enumerate(given) if not filled(text)]
        case Outcome.PARKED:
            parking = card.parking
            pairs = (
                ("question", parking.question),
                ("owner", parking.owner),
                ("date", parking.date),
            )
            lacks += [name for name, text in pairs if not filled(text)]
        case _:
            pass
    return tuple(lacks)
