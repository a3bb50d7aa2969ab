"""What came of it: figures in large, text to reuse, score, shelves and agreement."""

from game import words
from game.core.cards import Crux, Place
from game.core.entries import CardEntry, Kind, Record
from game.core.outcome import DISCUSSED, Outcome
from game.export import charts, phrases, questions
from game.export.blocks import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Heading,
    Paragraph,
    Remark,
    Table,
    line,
)
from game.export.figures import figures
from game.i18n import _, ngettext
from game.words import tallies

SHARED = (Outcome.AGREED, Outcome.CARRIED)


def tiles(record: Record) -> Definitions:
    """Give the four figures to read first."""
    counted = dict(record.outcomes)
    shared = counted[Outcome.AGREED] + counted[Outcome.CARRIED]
    named = counted[Outcome.DIFFERED] + counted[Outcome.SPLIT]
    reasons = sum(_reasoned(card) for card in record.latest)
    parts = sum(bool(placed.aspect) and placed.outcome in SHARED for placed in record.placed)
    return Definitions(
        (
            (words.completeness(), percent(record)),
            (tallies.shared(counted, parts=parts), str(shared)),
            (tallies.differences(counted, reasons=reasons), str(named)),
            (tallies.aside(counted), str(counted[Outcome.PARKED])),
        ),
        tiles=True,
    )


def _reasoned(card: CardEntry) -> bool:
    """Tell whether a difference has a reason in words, also where those are held back."""
    if card.outcome is Outcome.SPLIT:
        return Kind.REASON in card.withheld or any(aspect.reason for aspect in card.aspects)
    return card.outcome is Outcome.DIFFERED and bool(card.reasons)


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
    return [*blocks, *_open_questions(record)]


def _open_questions(record: Record) -> list[Block]:
    """Give the differences as questions: to find out, to decide, and the others."""
    found = questions.differences(record)
    groups = (
        (_("To find out"), words.crux_explained(Crux.FACT), (Crux.FACT,)),
        (_("To decide"), _("These are choices, not facts."), (Crux.VALUE, Crux.ROLE)),
        (_("Other questions"), "", (Crux.MEANING, Crux.LOCAL, None)),
    )
    blocks: list[Block] = []
    for name, about, cruxes in groups:
        asked = tuple(_asked(one) for one in found if one.crux in cruxes)
        if asked:
            blocks += [Heading(3, name), *([Paragraph(about)] if about else []), Bullets(asked)]
    return blocks


def _asked(question: questions.Question) -> str:
    about = question.positions.replace("\n", "; ")
    told = f"{question.text} ({question.card})"
    return f"{told}\n{about}" if about else told


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
    """Give score and shelves, then the figures: plain counts first."""
    totals, name = record.totals, words.completeness()
    points = _("{points} of {most} points").format(points=totals.points, most=totals.maximum)
    facts = (
        (name[:1].upper() + name[1:], f"{percent(record)} ({points})"),
        (_("Shelf “Shared”"), _earned(totals.shared)),
        (_("Shelf “Difference named”"), _earned(totals.differences)),
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
    return [*blocks, *_figures(record)]


def _earned(points: float) -> str:
    one = 1 if points == 1 else 2
    return ngettext("{points} point", "{points} points", one).format(points=words.number(points))


def _score_row(card: CardEntry) -> tuple[Cell, ...]:
    got = card.score
    numbers = (got.contribution, got.reasoning, got.understanding, got.outcome, got.total)
    title = line(card.title)
    return (Cell(title), *(Cell(str(number)) for number in numbers))


def _figures(record: Record) -> list[Block]:
    header = (_("Figure"), _("Number"), _("What it means"))
    rows = tuple((Cell(f.name), Cell(f.told), Cell(f.meaning)) for f in figures(record))
    blocks: list[Block] = [
        Heading(3, _("Figures"), "agreement"),
        Table(_("The figures, with what each means"), header, rows, last_wide=True),
        *charts.movement(record),
    ]
    if record.figures.movement:
        moved = tuple(
            (
                Cell(phrases.seat(record, m.seat) if m.seat else _("the whole table")),
                Cell(str(m.stayed)),
                Cell(str(m.moved)),
            )
            for m in record.figures.movement
        )
        header = (_("Seat"), _("same choice"), _("other choice"))
        blocks.append(Table(_("Movement from the first to the second round"), header, moved))
    shown = tuple(
        (Cell(line(card.title)), *(Cell(phrases.agreement(r)) for r in (card.first, card.second)))
        for card in record.latest
        if card.first
    )
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
