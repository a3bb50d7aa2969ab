"""The record as CSV: one row a card and seat, in Dutch for Excel or in tokens for programs."""

from collections.abc import Iterable

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


def fields() -> tuple[Field, ...]:
    """List the columns, in the language that is spoken now."""
    return (*_session(), *name_fields(), *seat_fields(), *choice_fields(), *card_fields())


def rows(record: Record, *, for_machines: bool = False) -> Iterable[tuple[Cell, ...]]:
    """Give the header, and then a row a card and seat; a card without a seat has one row."""
    columns = fields()
    yield tuple(field.key if for_machines else field.title for field in columns)
    for card in record.cards:
        for seat in seats_of(card):
            at = Spot(record, card, seat)
            yield tuple(field.machine(at) if for_machines else field.shown(at) for field in columns)


def _session() -> tuple[Field, ...]:
    """Say which conversation it was, so that the rows of many can be put under each other."""
    return (
        Field("session", _("Session"), lambda at: at.record.session_id),
        Field(
            "audience",
            _("For whom"),
            lambda at: (
                _("everyone: public")
                if at.record.audience is Audience.PUBLIC
                else _("the table: internal")
            ),
            lambda at: at.record.audience.value,
        ),
        Field("gemeente", _("Gemeente"), lambda at: short(at.record.setup.gemeente)),
        Field("wijk", _("Wijk"), lambda at: short(at.record.setup.wijk)),
        Field("date", _("Date"), lambda at: at.record.setup.date),
        Field("table", _("Table"), lambda at: short(at.record.setup.table)),
        Field("question", _("Question of the day"), lambda at: plain(at.record.setup.question)),
        Field("absent", _("Who is missing?"), lambda at: plain(at.record.setup.missing)),
        Field("participants", _("Participants"), lambda at: at.record.people),
        Field("threshold", _("Threshold"), lambda at: at.record.setup.threshold),
        Field("deck", _("Deck"), lambda at: at.record.deck.id),
        Field("deck_version", _("Version of the deck"), lambda at: short(at.record.deck.version)),
        Field("deck_sha256", _("Fingerprint of the deck"), lambda at: at.record.deck.sha256),
        Field("app_version", _("Version of the game"), lambda at: at.record.app_version),
    )
