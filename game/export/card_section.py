"""What the document tells of one card: wording, rounds, arguments, outcome and notes."""

from game import words
from game.core.cards import Abstention, Place
from game.core.entries import ArgumentEntry, CardEntry, Kind, Record, RoundEntry
from game.core.outcome import DISCUSSED, Outcome
from game.core.scoring import CARD_MAXIMUM
from game.core.setup import Sealing
from game.export import phrases
from game.export.blocks import (
    Block,
    Cell,
    Definitions,
    Heading,
    Paragraph,
    Remark,
    Speech,
    Table,
    line,
    said,
)
from game.export.phrases import NOTHING
from game.i18n import _


def card_blocks(record: Record, card: CardEntry, number: int) -> list[Block]:
    """Tell everything of one version of a card; the number makes its link."""
    title = phrases.card_title(card)
    blocks: list[Block] = [
        Heading(3, title, f"card-{number}", icon=card.icon, outcome=card.outcome, card=True)
    ]
    if card.text:
        blocks.append(Paragraph(said(card.text), lead=True))
    facts = _facts(record, card)
    blocks += [Definitions(facts)] if facts else []
    if not card.latest:
        blocks.append(Remark(_("An earlier version. The latest one counts.")))
    blocks += _rounds(record, card, title)
    if card.arguments:
        blocks.append(_arguments(record, card, title))
    blocks += _voices(record, card)
    if card.aspects:
        blocks.append(_aspects(record, card, title))
    blocks += [Speech(_("Remark"), said(text)) for text in card.remarks if text]
    blocks += [Remark(phrases.withheld(card.withheld))] if card.withheld else []
    return blocks


def _facts(record: Record, card: CardEntry) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str]] = []
    if card.places:
        facts.append((_("Place"), phrases.places(record, card.places)))
    facts += _history(record, card)
    texts = (
        (_("What do we mean here?"), card.wording),
        (_("New wording"), card.reworded),
        (_("Reason"), card.reason),
        (_("What brought us together"), card.together),
        (_("Boundary: when would this card lie elsewhere?"), card.boundary),
        (_("What it turns on"), words.crux(card.crux) if card.crux else ""),
        (_("What would settle it?"), card.settle),
        (_("Question"), card.question),
        (_("Who finds it out"), card.owner),
        (_("By when"), words.date(card.date) if card.date else ""),
        (_("Not finished"), _("The table stopped at this card.") if card.stopped else ""),
        (_("Why it was skipped"), card.skip_reason),
    )
    facts += [(term, said(text)) for term, text in texts if text.strip()]
    if card.missing:
        lacks = tuple(phrases.lack(record, field) for field in card.missing)
        facts.append((_("Not filled in"), words.listing(lacks)))
    if card.outcome in DISCUSSED:
        facts.append((_("Points"), _points(card)))
        lost = _lost(card)
        if lost:
            facts.append((_("Why not all points"), "\n".join(lost)))
    return tuple(facts)


def _lost(card: CardEntry) -> list[str]:
    """Say which parts lack points and why; what is not filled in is told apart."""
    if card.first and card.first.hidden:
        return []
    places = [c for c, count in card.first.counts if isinstance(c, Place)] if card.first else []
    why = (
        (not card.score.contribution, _("Not every seat that was there chose in the first round.")),
        (not card.score.reasoning and not places, _("Nobody chose a place in the first round.")),
        (
            not card.score.reasoning and places,
            _("Not every chosen place has an argument with a criterion."),
        ),
        (card.score.reasoning == 1, _("Not every chosen place has a reason in words.")),
        (
            not card.score.understanding and len(places) > 1,
            _("Not every chosen place was said back."),
        ),
        (not card.score.understanding and len(places) < 2, _("No boundary was written down.")),
    )
    return [text for lost, text in why if lost]


def _history(record: Record, card: CardEntry) -> list[tuple[str, str]]:
    told = []
    if card.seat:
        told.append(_("put on the table by {seat}").format(seat=phrases.seat(record, card.seat)))
    if card.added:
        told.append(_("written at the table"))
    if card.returned:
        told.append(_("came back after it was skipped"))
    if card.reopened:
        told.append(_("reopened"))
    if card.fast_lane:
        told.append(_("nobody disputed it: fast lane"))
    for correction in card.corrections:
        told.append(_correction(record, correction.round, correction.seat))
    return [(_("How it went"), "\n".join(told))] if told else []


def _correction(record: Record, number: int, seat: str) -> str:
    which = round_name(number)
    if not seat:
        return _("a wrong tap was put right: {round}").format(round=which)
    return _("a wrong tap was put right: {round}, {seat}").format(
        round=which, seat=phrases.seat(record, seat)
    )


def round_name(number: int) -> str:
    """Name a round by its number: 1 and 2, and from 3 on that of a part."""
    if number == 1:
        return _("first round")
    if number == 2:
        return _("second round")
    return _("round of part {number}").format(number=number - 2)


def _points(card: CardEntry) -> str:
    parts = [
        _("{part}: {points} of {most}").format(part=name, points=points, most=most)
        for name, points, most in words.parts(card.score)
    ]
    total = _("{points} of {most}").format(points=card.score.total, most=CARD_MAXIMUM)
    return f"{total} ({', '.join(parts)})"


def _rounds(record: Record, card: CardEntry, title: str) -> list[Block]:
    named = [
        *((_("Before the new wording"), shown) for shown in card.earlier),
        *([(_("First round"), card.first)] if card.first else []),
        *([(_("Second round"), card.second)] if card.second else []),
    ]
    if not named:
        return []
    shown = [(name, entry) for name, entry in named if not entry.hidden]
    blocks: list[Block] = []
    if len(shown) < len(named):
        blocks.append(Remark(_("Fewer than three people took part, so choices are not shown.")))
    if not shown:
        return blocks
    by_seat = all(entry.votes or not entry.counts for _name, entry in shown)
    blocks.append(
        _seat_table(record, title, shown) if by_seat else _count_table(record, title, shown)
    )
    if any(entry.sealing is Sealing.OPEN for _name, entry in shown):
        blocks.append(Remark(_("These proposals were open, not sealed.")))
    return blocks


def _seat_table(record: Record, title: str, shown: list[tuple[str, RoundEntry]]) -> Table:
    liveable = any(vote.live_with for _name, entry in shown for vote in entry.votes)
    ids = dict.fromkeys(
        [seat for _name, entry in shown for seat in entry.present]
        + [vote.seat for _name, entry in shown for vote in entry.votes]
    )
    rows = []
    for seat in ids:
        cells = [Cell(phrases.seat(record, seat))]
        for _name, entry in shown:
            mine = [vote for vote in entry.votes if vote.seat == seat]
            one = mine[0].vote if len(mine) == 1 else None
            cells.append(
                Cell(
                    phrases.votes_of(record, entry, seat),
                    place=one if isinstance(one, Place) else None,
                )
            )
        if liveable:
            last = shown[-1][1]
            others = [p for v in last.votes if v.seat == seat for p in v.live_with]
            cells.append(Cell(phrases.places(record, tuple(others)) or NOTHING))
        rows.append(tuple(cells))
    if len(shown[-1][1].counts):
        agreements = tuple(Cell(phrases.agreement(entry)) for _name, entry in shown)
        rows.append((Cell(_("Agreement")), *agreements, *([Cell(NOTHING)] if liveable else [])))
    header = (_("Seat"), *(name for name, _entry in shown))
    return Table(
        _("{card}: who chose what").format(card=title),
        (*header, _("can live with")) if liveable else header,
        tuple(rows),
    )


def _count_table(record: Record, title: str, shown: list[tuple[str, RoundEntry]]) -> Table:
    rows = []
    for choice in (*Place, *Abstention):
        numbers = [dict(entry.counts).get(choice, 0) for _name, entry in shown]
        if any(numbers) or isinstance(choice, Place):
            place = choice if isinstance(choice, Place) else None
            name = phrases.place(record, place) if place else words.vote(choice)
            rows.append((Cell(name, place=place), *(Cell(str(number)) for number in numbers)))
    rows.append((Cell(_("Agreement")), *(Cell(phrases.agreement(entry)) for _name, entry in shown)))
    return Table(
        _("{card}: how many seats chose what").format(card=title),
        (_("Choice"), *(name for name, _entry in shown)),
        tuple(rows),
    )


def _arguments(record: Record, card: CardEntry, title: str) -> Table:
    order = {criterion.id: n for n, criterion in enumerate(record.criteria)}
    sorted_ = sorted(card.arguments, key=lambda a: order.get(a.criterion, len(order)))
    rows = [_argument(record, card, argument) for argument in sorted_]
    return Table(
        _("{card}: arguments by criterion").format(card=title),
        (_("Criterion"), _("Argument for"), _("Seat"), _("In their own words"), _("Said back")),
        tuple(rows),
    )


def _argument(record: Record, card: CardEntry, argument: ArgumentEntry) -> tuple[Cell, ...]:
    criterion = record.criterion(argument.criterion)
    name = line(criterion.title if criterion else argument.criterion) or _("without a criterion")
    if argument.meets:
        name = f"{name}: {words.meets(argument.meets)}"
    return (
        Cell(name),
        Cell(phrases.place(record, argument.place), place=argument.place),
        Cell(phrases.seat(record, argument.seat) if argument.seat else NOTHING),
        Cell(said(argument.text) or NOTHING),
        Cell(phrases.said_back(record, card, argument.place) or NOTHING),
    )


def _voices(record: Record, card: CardEntry) -> list[Block]:
    """Give the reason of each position, and the notes in the dissenters' own words."""
    voices: list[Block] = []
    last = card.last
    for place, text in card.reasons:
        if text:
            voices.append(
                Speech(
                    phrases.place(record, place),
                    said(text),
                    phrases.holders(record, last, place),
                    place,
                )
            )
    return [*voices, *_notes(record, card)]


def _notes(record: Record, card: CardEntry) -> list[Block]:
    return [
        Speech(
            _("Note"),
            said(note.text),
            phrases.seat(record, note.seat) if note.seat else "",
            note.place,
        )
        for note in card.notes
        if note.text
    ]


def _aspects(record: Record, card: CardEntry, title: str) -> Table:
    rows = [
        (
            Cell(line(aspect.name)),
            Cell(words.outcome(aspect.outcome), outcome=aspect.outcome),
            Cell(
                phrases.places(record, aspect.places) or NOTHING,
                place=aspect.places[0] if len(aspect.places) == 1 else None,
            ),
            Cell(phrases.positions(record, aspect.round)),
            Cell(said(aspect.reason) or NOTHING),
        )
        for aspect in card.aspects
    ]
    return Table(
        _("{card}: outcome by part").format(card=title),
        (_("Part"), _("Outcome"), _("Place"), _("Who chose what"), _("Reason")),
        tuple(rows),
    )


def difference_blocks(record: Record, card: CardEntry) -> list[Block]:
    """Give every position on a card that the table sees differently, and every note."""
    last = card.last
    given = dict(card.reasons)
    if card.outcome is Outcome.CARRIED and card.places:
        given[card.places[0]] = card.reason
    noted = {note.place for note in card.notes if note.text}
    chosen = [c for c, _count in last.counts if isinstance(c, Place)] if last else []
    voices: list[Block] = []
    silenced: list[tuple[str, str]] = []
    for place in dict.fromkeys([*card.places, *chosen]):
        text = said(given.get(place, ""))
        if text or place not in noted:
            if not text and _held(card, place):
                holders = phrases.holders(record, last, place) or NOTHING
                silenced.append((phrases.place(record, place), holders))
                continue
            voices.append(
                Speech(
                    phrases.place(record, place),
                    text or _("No reason noted here."),
                    phrases.holders(record, last, place),
                    place,
                )
            )
    if silenced:
        voices.append(Definitions(tuple(silenced)))
    return [*voices, *_notes(record, card)]


def _held(card: CardEntry, place: Place) -> bool:
    """Tell whether what was said for a place is kept out of the public version."""
    return (Kind.REASON if place in card.places else Kind.NOTE) in card.withheld
