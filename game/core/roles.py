"""The record with roles in the place of the names that a table typed for its seats."""

import re
from collections import Counter
from collections.abc import Mapping

from game.core.entries import CardEntry, Record, SeatEntry
from game.core.frozen import replace
from game.core.publish import OTHERS

NAMELESS = "stoel {number}"
"""What a seat without a role is called."""


def with_roles(record: Record, nameless: str = NAMELESS) -> Record:
    """Call every seat by its role, and so every owner who is named after a seat.

    What people typed otherwise stays as it is, so a name may still stand in a text. Make the
    public version first: it holds back the texts in which the name of a small seat stands.

    Args:
        record: in either version.
        nameless: what a seat without a role is called, with {number} in it.
    """
    if record.by_role:
        return record
    labels = _labels(record.seats, nameless)
    names = {
        seat.label.strip().casefold(): labels[seat.id]
        for seat in record.seats
        if seat.label.strip() and seat.id != OTHERS
    }
    return replace(
        record,
        by_role=True,
        seats=tuple(replace(seat, label=labels[seat.id]) for seat in record.seats),
        cards=tuple(_owned(card, names) for card in record.cards),
    )


def _labels(seats: tuple[SeatEntry, ...], nameless: str) -> dict[str, str]:
    """Give each seat its role, with a number where two have the same."""
    roles = {seat.id: seat.role.strip() for seat in seats}
    many = Counter(role.casefold() for role in roles.values())
    seen: Counter[str] = Counter()
    labels = {}
    for number, seat in enumerate(seats, 1):
        role = roles[seat.id]
        key = role.casefold()
        seen[key] += 1
        if seat.id == OTHERS:
            labels[seat.id] = seat.label
        elif not role:
            labels[seat.id] = nameless.format(number=number)
        else:
            labels[seat.id] = f"{role} {seen[key]}" if many[key] > 1 else role
    return labels


def _owned(card: CardEntry, names: Mapping[str, str]) -> CardEntry:
    if not card.owner or not names:
        return card
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    found = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    owner = found.sub(lambda name: names.get(name[0].casefold(), name[0]), card.owner)
    return replace(card, owner=owner)
