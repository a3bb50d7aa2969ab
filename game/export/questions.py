"""What a conversation leaves to find out or decide: parked cards and differences, as questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from game import words
from game.core.cards import Crux
from game.core.entries import CardEntry, Placed, Record
from game.core.outcome import Outcome
from game.export import phrases
from game.export.blocks import line, said
from game.i18n import _


@dataclass(frozen=True, slots=True)
class Question:
    """Something that goes on after the session."""

    text: str
    kind: str
    """What it asks for: to find out, to decide."""
    crux: Crux | None
    card: str
    outcome: str
    owner: str
    date: str
    """ISO 8601, or empty."""
    positions: str
    """Who sees it how."""


def questions(record: Record) -> tuple[Question, ...]:
    """List the parked cards, then every difference as a question, ordered by what it turns on."""
    parked = (card for card in record.latest if card.outcome is Outcome.PARKED)
    asked = [
        _question(record, card, said(card.question) or _drafted(record, card, ()))
        for card in parked
    ]
    return (*asked, *differences(record))


def differences(record: Record) -> tuple[Question, ...]:
    """List every difference as a question; without the table's own, with one that is drafted."""
    return tuple(_open(record))


def _open(record: Record) -> Iterable[Question]:
    for placed in record.differences:
        card = placed.card
        if placed.outcome is Outcome.DIFFERED:
            own = "" if placed.aspect else said(card.settle)
            yield _question(record, card, own or _drafted(record, placed, placed.places), placed)
        elif card.settle and not placed.aspect:
            yield _question(record, card, said(card.settle), placed)


def _question(record: Record, card: CardEntry, text: str, placed: Placed | None = None) -> Question:
    last = placed.aspect.round if placed and placed.aspect else card.last
    positions = phrases.positions(record, last)
    outcome = placed.outcome if placed else card.outcome
    return Question(
        text,
        words.outcome(outcome) if outcome is Outcome.PARKED else leads_to(card.crux),
        card.crux,
        line(placed.title if placed else card.title),
        words.outcome(outcome),
        said(card.owner),
        card.date,
        "" if positions == phrases.NOTHING else positions,
    )


def leads_to(crux: Crux | None) -> str:
    """Say what a difference asks for, by what it turns on."""
    match crux:
        case Crux.FACT:
            return _("Research question")
        case Crux.VALUE | Crux.ROLE:
            return _("Choice for the council")
        case _:
            return _("To talk about together")


def _drafted(record: Record, about: Placed | CardEntry, places: tuple[object, ...]) -> str:
    """Word a question where the table did not."""
    card = about.card if isinstance(about, Placed) else about
    where = phrases.choice(record, about.places) if places else ""
    match card.crux if where else None:
        case Crux.FACT:
            text = _("What do we have to find out to know where “{card}” belongs: {places}?")
        case Crux.VALUE | Crux.ROLE:
            text = _("Which choice do we make about “{card}”: {places}?")
        case Crux.MEANING:
            text = _("What do we mean by “{card}”, and does it belong to: {places}?")
        case Crux.LOCAL:
            text = _("How is it with “{card}” here, and does it belong to: {places}?")
        case None if where:
            text = _("What helps us to choose where “{card}” belongs: {places}?")
        case _:
            text = _("What do we do with “{card}”?")
    return text.format(card=line(about.title), places=where)
