"""What came of it: figures in large, text to reuse, score, shelves and agreement."""

from typing import assert_never

from game import words
from game.core.cards import Place
from game.core.entries import CardEntry, Measure, NoFigure, Record
from game.core.outcome import DISCUSSED, Outcome
from game.export import phrases
from game.export.blocks import (
    Block,
    Cell,
    Definitions,
    Heading,
    Paragraph,
    Remark,
    Table,
    line,
)
from game.export.phrases import NOTHING
from game.i18n import _, ngettext
from game.words import tallies

SHARED = (Outcome.AGREED, Outcome.CARRIED)


def tiles(record: Record) -> Definitions:
    """Give the four figures to read first."""
    counted = dict(record.outcomes)
    shared = counted[Outcome.AGREED] + counted[Outcome.CARRIED]
    named = counted[Outcome.DIFFERED] + counted[Outcome.SPLIT]
    parts = sum(bool(placed.aspect) and placed.outcome in SHARED for placed in record.placed)
    return Definitions(
        (
            (words.completeness(), percent(record)),
            (tallies.shared(counted, parts=parts), str(shared)),
            (tallies.named(counted), str(named)),
            (tallies.aside(counted), str(counted[Outcome.PARKED])),
        ),
        tiles=True,
    )


def percent(record: Record) -> str:
    """Write the completeness of the conversation."""
    value = record.totals.percent
    return words.percent(value) if value is not None else _("nothing yet")


def reusable(record: Record) -> list[Block]:
    """Give a paragraph for every sphere, that claims no more than this table said."""
    intro = _("These paragraphs can be taken over as they are. They say what this table said.")
    blocks: list[Block] = [Heading(2, _("Text to reuse"), "reuse"), Paragraph(intro)]
    for sphere in record.spheres:
        blocks.append(Heading(3, phrases.place(record, sphere.place), f"reuse-{sphere.place}"))
        blocks.append(Paragraph(_sphere(record, sphere.place)))
    return blocks


def _sphere(record: Record, place: Place) -> str:
    lying = record.lying_at(place)
    name = phrases.place(record, place)

    def titles(*outcomes: Outcome) -> str:
        found = (p for p in lying if p.outcome in outcomes)
        return words.listing(tuple(f"“{line(p.title)}”" for p in found))

    agreed, carried = titles(Outcome.AGREED), titles(Outcome.CARRIED)
    differed = titles(Outcome.DIFFERED)
    people = ngettext("{count} participant", "{count} participants", record.people).format(
        count=record.people
    )
    if agreed:
        told = [
            _("At this table, with {people}, everyone who chose put this in “{place}”: {cards}.")
        ]
    elif lying:
        told = [_("At this table, with {people}, nothing was put in “{place}” unanimously.")]
    else:
        told = [_("At this table, with {people}, no card was put in “{place}”.")]
    sentences = [told[0].format(people=people, place=name, cards=agreed)]
    if carried:
        sentences.append(_("With a note of who sees it otherwise: {cards}.").format(cards=carried))
    if differed:
        sentences.append(
            _("The table differs about: {cards}. Part of it puts that here.").format(cards=differed)
        )
    return " ".join(sentences)


def score(record: Record) -> list[Block]:
    """Give score, shelves and figures."""
    totals = record.totals
    points = _("{points} of {most} points").format(points=totals.points, most=totals.maximum)
    facts = (
        (words.completeness(), f"{percent(record)} ({points})"),
        (_("Shelf “Shared”"), _earned(totals.shared)),
        (_("Shelf “Difference named”"), _earned(totals.differences)),
        *((words.outcome(outcome), str(count)) for outcome, count in record.outcomes),
    )
    blocks: list[Block] = [
        Heading(2, _("Score and figures"), "score"),
        Paragraph(
            _(
                "The points say how complete the conversation was, not who is right. "
                "An argued difference is worth as much as agreement."
            )
        ),
        Definitions(facts),
    ]
    scored = [card for card in record.latest if card.outcome in DISCUSSED]
    if scored:
        header = (_("Card"), *(words.part(name) for name in words.PARTS), _("Together"))
        rows = tuple(_score_row(card) for card in scored)
        blocks.append(Table(_("Points by card"), header, rows))
    blocks += _figures(record)
    return blocks


def _earned(points: float) -> str:
    one = 1 if points == 1 else 2
    return ngettext("{points} point", "{points} points", one).format(points=words.number(points))


def _score_row(card: CardEntry) -> tuple[Cell, ...]:
    got = card.score
    numbers = (got.contribution, got.reasoning, got.understanding, got.outcome, got.total)
    title = line(card.title)
    return (Cell(title), *(Cell(str(number)) for number in numbers))


def _figures(record: Record) -> list[Block]:
    figures = record.figures
    blocks: list[Block] = [Heading(3, _("Figures of agreement"), "agreement")]
    what = ngettext(
        "{count} card with a sealed first round, {seats} seats",
        "{count} cards with a sealed first round, {seats} seats",
        figures.cards,
    ).format(count=figures.cards, seats=figures.seats)
    facts = [(_("Based on"), what)]
    if figures.absent is not NoFigure.WITHHELD:
        facts.append((_("Agreeing pairs of seats, on average"), phrases.share(figures.observed)))
    facts.append((_measure(figures.measure), _value(record)))
    if figures.low is not None and figures.high is not None:
        interval = _("{low} to {high}, from {count} resamples of the cards").format(
            low=words.number(figures.low, 2),
            high=words.number(figures.high, 2),
            count=figures.resamples - figures.undefined,
        )
        if figures.undefined:
            interval += "; " + _("{count} were left out: {reason}").format(
                count=figures.undefined, reason=words.undefined()
            )
        facts.append((_("Margin of that number (95%, bootstrap)"), interval))
    blocks.append(Definitions(tuple(facts)))
    if figures.absent is None:
        blocks.append(
            Paragraph(
                _(
                    "Apart from chance: 1 means that everybody always chose the same. "
                    "0 means that you agreed no more often than if everybody had guessed."
                )
            )
        )
    if figures.movement:
        rows = tuple(
            (
                Cell(phrases.seat(record, m.seat) if m.seat else _("the whole table")),
                Cell(str(m.stayed)),
                Cell(str(m.moved)),
            )
            for m in figures.movement
        )
        header = (_("Seat"), _("same choice"), _("other choice"))
        blocks.append(Table(_("Movement from the first to the second round"), header, rows))
    shown = tuple(_agreement_row(card) for card in record.latest if card.first)
    if shown:
        header = (_("Card"), _("First round"), _("Second round"))
        blocks.append(Table(_("Agreeing pairs of seats by card"), header, shown))
    blocks.append(
        Remark(
            _(
                "Agreement is not correctness: a table can be unanimous and wrong. "
                "A table is not a sample: other people would give other figures."
            )
        )
    )
    return blocks


def _agreement_row(card: CardEntry) -> tuple[Cell, ...]:
    def told(shown: bool, value: float | None) -> str:
        return phrases.share(value) if shown else NOTHING

    first, second = card.first, card.second
    return (
        Cell(line(card.title)),
        Cell(told(first is not None, first.agreement if first else None)),
        Cell(told(second is not None, second.agreement if second else None)),
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


def _value(record: Record) -> str:
    figures = record.figures
    match figures.absent:
        case NoFigure.TOO_FEW:
            reason = _("from 10 cards and 3 seats on")
            return f"{words.too_little_data()} ({reason})"
        case NoFigure.SAME:
            reason = _("everybody chose the same throughout")
            return f"{words.undefined()} ({reason})"
        case NoFigure.WITHHELD:
            return _("left out, so that nobody's choices can be worked out")
        case None:
            return words.number(figures.value or 0.0, 2)
        case _:
            assert_never(figures.absent)
