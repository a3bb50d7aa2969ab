"""The figures of a conversation, each with a sentence on what it means: plain counts first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from game import words
from game.core.entries import Measure, NoFigure, Record
from game.core.outcome import Outcome
from game.export import phrases
from game.i18n import _


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; without a number where it has none, and the words then say why."""

    name: str
    number: float | int | None
    told: str
    meaning: str


def figures(record: Record) -> tuple[Figure, ...]:
    """List the figures, in the language that is spoken now."""
    return (*_counts(record), *_moved(record), *_agreement(record))


def _plain(name: str, number: int, meaning: str) -> Figure:
    return Figure(name, number, str(number), meaning)


def _counts(record: Record) -> Iterable[Figure]:
    counted = dict(record.outcomes)
    yield _plain(
        _("Cards on the table"),
        sum(counted.values()),
        _("Every card counts once, as it was in the end."),
    )
    for outcome in Outcome:
        yield _plain(words.outcome(outcome), counted[outcome], words.outcome_explained(outcome))
    yield _plain(_("Participants"), record.people, _("The people on all seats together."))
    figures = record.figures
    yield _plain(
        _("Cards with a sealed first round"),
        figures.cards,
        _("Nobody saw what others chose. Only these cards count in what follows."),
    )
    if record.figures.absent is not NoFigure.WITHHELD:
        firsts = {card.id: card.first for card in record.cards if card.version == 1}
        yield _plain(
            _("Of one mind at once"),
            sum(first is not None and first.agreement == 1 for first in firsts.values()),
            _("On so many of them, all who chose a place chose the same one before any talk."),
        )


def _moved(record: Record) -> Iterable[Figure]:
    movement = record.figures.movement
    stayed, moved = sum(m.stayed for m in movement), sum(m.moved for m in movement)
    if movement and stayed + moved:
        yield _plain(
            _("Choices that changed"),
            moved,
            _(
                "So many times a seat chose otherwise in the second round than in the first. "
                "There were {count} choices in both rounds."
            ).format(count=stayed + moved),
        )


def _agreement(record: Record) -> Iterable[Figure]:
    found = record.figures
    if found.absent is not NoFigure.WITHHELD:
        name = _("Agreeing pairs of seats, on average")
        about = _("Take any two seats. So often did they choose the same place before the talk.")
        if found.observed is None:
            reason = _("no card has two sealed choices of a place")
            yield Figure(name, None, phrases.undefined(reason), about)
        else:
            yield Figure(name, round(found.observed, 4), phrases.share(found.observed), about)
    yield Figure(_measure(found.measure), *_value(record), _apart_from_chance())
    if found.low is None or found.high is None:
        return
    told = _("{low} to {high}, from {count} resamples of the cards").format(
        low=words.number(found.low, 2),
        high=words.number(found.high, 2),
        count=found.resamples - found.undefined,
    )
    if found.undefined:
        told += "; " + _("{count} were left out: {reason}").format(
            count=found.undefined,
            reason=phrases.undefined(_("everybody chose the same throughout")),
        )
    yield Figure(
        _("Margin of that number (95%, bootstrap)"),
        None,
        told,
        _(
            "With other cards the number could have been anywhere in between. "
            "A wide margin means: do not build on it."
        ),
    )


def _apart_from_chance() -> str:
    return _(
        "1 means that everybody always chose the same. "
        "0 means that you agreed no more often than if everybody had guessed."
    )


def _measure(measure: Measure | None) -> str:
    match measure:
        case Measure.KAPPA:
            return _("Agreement, apart from chance (Fleiss' kappa)")
        case Measure.ALPHA:
            return _("Agreement, apart from chance (Krippendorff's alpha, nominal)")
        case None:
            return _("Agreement, apart from chance")
        case _:
            assert_never(measure)


def _value(record: Record) -> tuple[float | None, str]:
    found = record.figures
    match found.absent:
        case NoFigure.TOO_FEW:
            reason = _("from 10 cards and 3 seats on")
            return None, f"{words.too_little_data()} ({reason})"
        case NoFigure.SAME:
            return None, phrases.undefined(_("everybody chose the same throughout"))
        case NoFigure.WITHHELD:
            return None, _("left out, so that nobody's choices can be worked out")
        case None:
            value = found.value or 0.0
            return round(value, 4), words.number(value, 2)
        case _:
            assert_never(found.absent)
