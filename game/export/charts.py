"""What people would rather look at than read: who moved, who chose which place, which criteria."""

from collections.abc import Iterable

from game import words
from game.core.cards import Place
from game.core.entries import CriterionEntry, Record
from game.export import bars, phrases
from game.export.blocks import Block, Cell, Picture, Table, line
from game.export.board import PAINT
from game.i18n import _, ngettext

STAYED, MOVED, USED = ("#1b7466", "#ddefea"), ("#8a5a00", "#fbf1df"), ("#2f539b", "#e0e8f6")
PATTERNS = {Place.PERSONAL: 1, Place.COMMUNAL: 0, Place.INSTITUTIONAL: 3, Place.OUTSIDE: 2}
MOST = 60
"""Bars of a drawing; more is a table."""


def movement(record: Record) -> list[Block]:
    """Draw how often each seat kept to its choice in the second round."""
    found = [m for m in record.figures.movement if m.stayed + m.moved]
    if not found:
        return []
    parts = (
        bars.Series(_("same choice"), *STAYED, 0),
        bars.Series(_("other choice"), *MOVED, 1),
    )
    rows = tuple(
        bars.Bar(
            phrases.seat(record, m.seat) if m.seat else _("the whole table"), (m.stayed, m.moved)
        )
        for m in found
    )
    return [_picture(_("Who chose otherwise after the talk"), rows, parts)]


def places(record: Record) -> list[Block]:
    """Draw and tell how often each seat chose each place in the end."""
    rows = tuple(
        bars.Bar(phrases.seat(record, seat.id), _chosen(record, seat.id)) for seat in record.seats
    )
    rows = tuple(row for row in rows if any(row.counts))
    if not rows:
        return []
    names = [phrases.place(record, place, short=True) for place in Place]
    parts = tuple(
        bars.Series(name, PAINT[place].colour, PAINT[place].tint, PATTERNS[place])
        for name, place in zip(names, Place, strict=True)
    )
    caption = _("Which places each seat chose in its last round")
    table = Table(
        _("The same in numbers"),
        (_("Seat"), _("Role"), *names),
        tuple(
            (
                Cell(phrases.seat(record, seat.id)),
                Cell(line(seat.role) or phrases.NOTHING),
                *(Cell(str(count)) for count in _chosen(record, seat.id)),
            )
            for seat in record.seats
        ),
    )
    return [_picture(caption, rows, parts), table]


def _chosen(record: Record, seat: str) -> tuple[int, ...]:
    votes = [
        vote
        for card in record.latest
        for vote in (card.last.votes if card.last else ())
        if vote.seat == seat
    ]
    return tuple(sum(v.count for v in votes if v.vote is place) for place in Place)


def criteria(record: Record) -> list[Block]:
    """Draw how often each criterion was played, the most played first."""
    used = sorted(record.criteria, key=lambda criterion: -criterion.count)
    if not any(criterion.count for criterion in used):
        return []
    parts = (bars.Series(_("how often used"), *USED, 1),)
    rows = tuple(bars.Bar(_name(criterion), (criterion.count,)) for criterion in used[:MOST])
    return [_picture(_("How often each criterion was used"), rows, parts)]


def _name(criterion: CriterionEntry) -> str:
    return line(criterion.title) or criterion.id


def _picture(caption: str, rows: tuple[bars.Bar, ...], parts: tuple[bars.Series, ...]) -> Picture:
    rows = rows[:MOST]
    about = "; ".join(_told(rows, parts))
    alt = _("Bars: {caption}. {rows}.").format(caption=caption, rows=about)
    return Picture(bars.draw(rows, parts, alt), alt, caption)


def _told(rows: tuple[bars.Bar, ...], parts: tuple[bars.Series, ...]) -> Iterable[str]:
    for row in rows:
        if len(parts) == 1:
            times = ngettext("{count} time", "{count} times", row.counts[0])
            yield f"{row.name}: {times.format(count=row.counts[0])}"
        else:
            counted = (
                f"{part.name} {count}" for part, count in zip(parts, row.counts, strict=True)
            )
            yield f"{row.name}: {words.listing(tuple(counted))}"
