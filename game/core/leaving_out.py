"""What the public version of a record leaves out or merges, to be told before it is made."""

from enum import StrEnum

from game.core.entries import CardEntry, Record, RoundEntry, SeatEntry
from game.core.frozen import dataclass
from game.core.publish import (
    SMALLEST_GROUP,
    merged_seats,
    named,
    public,
    rounds_of,
    small_names,
)


class Typed(StrEnum):
    """Where a text stands that a public record shows as the table typed it."""

    GEMEENTE = "gemeente"
    WIJK = "wijk"
    TABLE = "table"
    QUESTION = "question"
    TITLE = "title"
    """The title of a card that the table wrote."""
    TEXT = "text"
    """The text of such a card."""
    ASPECT = "aspect"


@dataclass(frozen=True, slots=True)
class NameLeft:
    """A text that stays as it was typed, with the name of a small seat in it."""

    where: Typed
    text: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What goes from a record when it is made public, besides the texts held back."""

    totals_only: bool
    """The table is so small that only its totals are left."""
    merged: tuple[SeatEntry, ...]
    """Seats that become one."""
    hidden: tuple[str, ...]
    """Titles of cards with a round of which nothing is shown."""
    counted: tuple[str, ...]
    """Titles of cards with a round of which only the counts are shown."""
    figures: bool
    """The agreement figures go."""
    changes: int
    """So many changes at the table are not told, because a small seat made them."""
    names: tuple[NameLeft, ...]
    """Where the name of a small seat stays in sight."""


def left_out(record: Record) -> LeftOut:
    """Tell what the public version of an internal record leaves out or merges."""
    if record.people < SMALLEST_GROUP:
        return LeftOut(True, (), (), (), figures=True, changes=len(record.changes), names=())
    shown = public(record)
    merged = merged_seats(record.seats)
    cards = {card.key: card for card in shown.cards}
    pairs = [(card, cards[card.key]) for card in record.cards]
    hidden = [card.title for card, after in pairs if any(r.hidden for r in rounds_of(after))]
    counted = [card.title for card, after in pairs if _only_counts(card, after)]
    lost = record.figures.value is not None and shown.figures.value is None
    return LeftOut(
        totals_only=False,
        merged=tuple(seat for seat in record.seats if seat.id in merged),
        hidden=tuple(dict.fromkeys(hidden)),
        counted=tuple(dict.fromkeys(counted)),
        figures=lost,
        changes=len(record.changes) - len(shown.changes),
        names=_names_left(shown, small_names(record)),
    )


def _only_counts(card: CardEntry, after: CardEntry) -> bool:
    def lost(before: RoundEntry, shown: RoundEntry) -> bool:
        return bool(before.votes) and not shown.votes and not shown.hidden

    return any(map(lost, rounds_of(card), rounds_of(after)))


def _names_left(shown: Record, names: tuple[str, ...]) -> tuple[NameLeft, ...]:
    setup = shown.setup
    texts = [
        (Typed.GEMEENTE, setup.gemeente),
        (Typed.WIJK, setup.wijk),
        (Typed.TABLE, setup.table),
        (Typed.QUESTION, setup.question),
    ]
    for card in shown.cards:
        if card.added:
            texts += [(Typed.TITLE, card.title), (Typed.TEXT, card.text)]
        texts += [(Typed.ASPECT, aspect.name) for aspect in card.aspects]
    found = [
        NameLeft(where, text, tuple(name for name in names if named(text, (name,))))
        for where, text in dict.fromkeys(texts)
    ]
    return tuple(each for each in found if each.names)
