"""The record as CSV: one row a card and seat, in Dutch for Excel or in tokens for programs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.core.entries import Audience, Record
from game.export.fields import (
    Field,
    Spot,
    card_fields,
    choice_fields,
    name_fields,
    plain,
    seat_fields,
    seats_of,
    short,
)
from game.i18n import _
from game.office.books import Cell


def to_csv(record: Record, *, for_machines: bool = False) -> bytes:
    """Write the rows as CSV.

    Args:
        record: what is told.
        for_machines: commas and decimal points, with English names and tokens; otherwise what a
            Dutch Excel opens by a double click, in the language that is spoken now.
    """
    from game.office.csv_files import csv_bytes

    return csv_bytes(rows(record, for_machines=for_machines), for_machines=for_machines)


@dataclass(frozen=True, slots=True)
class _Fact:
    """A column about the conversation as a whole."""

    key: str
    title: str
    shown: Callable[[Record], Cell]
    token: Callable[[Record], Cell] | None = None
    """None where people and programs read the same."""

    def told(self, record: Record, *, for_machines: bool) -> Cell:
        return (self.token if for_machines and self.token else self.shown)(record)


def columns() -> tuple[tuple[str, str], ...]:
    """List the columns: the name for programs, and the title in the language spoken now."""
    session = ((fact.key, fact.title) for fact in _session())
    return (*session, *((field.key, field.title) for field in _of_card()), *_closing())


def rows(record: Record, *, for_machines: bool = False) -> Iterable[tuple[Cell, ...]]:
    """Give the header, a row a card and seat, and a row without a card for a closing question.

    A card without a seat has one row.
    """
    yield tuple(key if for_machines else title for key, title in columns())
    session = tuple(fact.told(record, for_machines=for_machines) for fact in _session())
    fields = _of_card()
    closing = ("",) * len(_closing())
    for card in record.cards:
        for seat in seats_of(card):
            at = Spot(record, card, seat)
            cells = (field.machine(at) if for_machines else field.shown(at) for field in fields)
            yield (*session, *cells, *closing)
    for answer in record.closing:
        yield (*session, *("",) * len(fields), plain(answer.question), plain(answer.text))


def _of_card() -> tuple[Field, ...]:
    return (*name_fields(), *seat_fields(), *choice_fields(), *card_fields())


def _closing() -> tuple[tuple[str, str], ...]:
    """Name the columns of the closing round, which belongs to no card and no seat."""
    return (
        ("closing_question", _("Closing question")),
        ("closing_answer", _("Answer to the closing question")),
    )


def _session() -> tuple[_Fact, ...]:
    """Say which conversation it was, so that the rows of many can be put under each other."""
    return (
        _Fact("session", _("Session"), lambda record: record.session_id),
        _Fact(
            "audience",
            _("For whom"),
            lambda record: (
                _("everyone: public")
                if record.audience is Audience.PUBLIC
                else _("the table: internal")
            ),
            lambda record: record.audience.value,
        ),
        _Fact("gemeente", _("Gemeente"), lambda record: short(record.setup.gemeente)),
        _Fact("wijk", _("Wijk"), lambda record: short(record.setup.wijk)),
        _Fact("date", _("Date"), lambda record: record.setup.date),
        _Fact("table", _("Table"), lambda record: short(record.setup.table)),
        _Fact("question", _("Question of the day"), lambda record: plain(record.setup.question)),
        _Fact("absent", _("Who is missing?"), lambda record: plain(record.setup.missing)),
        _Fact("participants", _("Participants"), lambda record: record.people),
        _Fact("threshold", _("Threshold"), lambda record: record.setup.threshold),
        _Fact("deck", _("Deck"), lambda record: record.deck.id),
        _Fact("deck_version", _("Version of the deck"), lambda record: short(record.deck.version)),
        _Fact("deck_sha256", _("Fingerprint of the deck"), lambda record: record.deck.sha256),
        _Fact("app_version", _("Version of the game"), lambda record: record.app_version),
    )
