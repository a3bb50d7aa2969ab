"""The form on which a table without a screen notes what came of each card."""

from typing import Any

from game.core.cards import Deck
from game.i18n import _, language

COLUMNS = {
    "session": "sessie",
    "gemeente": "gemeente",
    "wijk": "wijk",
    "date": "datum",
    "table": "tafel",
    "threshold": "drempel",
    "card": "kaart",
    "seat": "stoel",
    "size": "grootte",
    "first": "eerste",
    "second": "tweede",
    "live with": "kan leven met",
    "criterion": "criterium",
    "meets": "voldoet",
    "reason": "reden",
    "restated": "teruggezegd",
    "boundary": "grens",
    "together": "samen",
    "outcome reason": "uitkomst reden",
    "note": "kanttekening",
    "crux": "kern",
    "settle": "beslechten",
    "park question": "parkeervraag",
    "park owner": "parkeer eigenaar",
    "park date": "parkeer datum",
    "skip reason": "overslaan reden",
    "aspect": "aspect",
    "place named": "plek genoemd",
    "own card": "eigen kaart",
    "own text": "eigen tekst",
    "question": "slotvraag",
    "answer": "antwoord",
}
"""The columns of a table that can be imported, in English and in Dutch: a file format."""

SIZES = (8.4, 18.0)
"""Least and greatest height of a seat's row, in millimetres."""
_ROOM = 100.0
"""Height for the rows of all seats on a page, in millimetres."""


def form(deck: Deck, seats: int) -> dict[str, Any]:
    """Lay out the form for so many seats, in the language that is spoken now."""

    def fields(**hints: str) -> list[list[str]]:
        return [[column(name.replace("_", " ")), hint] for name, hint in hints.items()]

    seat_columns = ("seat", "first", "second", "live with", "criterion", "meets", "reason")
    return {
        "title": _("Form for the outcomes"),
        "subtitle": _("{deck}: copy the page “Card” of this form: one for each card").format(
            deck=deck.title
        ),
        "session": fields(
            session=_("name of the talk"),
            gemeente="",
            wijk="",
            date="",
            table="",
            threshold=_("percent; empty is 75"),
        ),
        "seats": seats,
        "seats-title": _("Who sits at the table?"),
        "seats-header": [_("no."), column("seat"), column("size")],
        "codes-title": _("What to write"),
        "codes": {
            "widths": (3, 9),
            "header": (_("Column"), _("What goes in it")),
            "rows": _codes(),
        },
        "advice": _(
            "One row for a seat. More arguments? Take a further row. A card that is split takes a "
            "sheet for each part."
        ),
        "closing-title": _("Closing round"),
        "closing-header": [column("question"), column("answer")],
        "closing": [question.question for question in deck.closing],
        "card": _("Card"),
        "copy": _("Copy this page: one for each card"),
        "above": fields(
            card=_("name or code"),
            own_card=_("yes: you wrote it"),
            own_text="",
            aspect=_("part of a split card"),
            skip_reason=_("not discussed"),
        ),
        "header": [column(name) for name in (*seat_columns, "restated", "note")],
        "row": max(SIZES[0], min(SIZES[1], _ROOM / seats)),
        "below": fields(
            outcome_reason=_("with a difference: one for each place"),
            boundary=_("when would it lie elsewhere?"),
            together=_("what brought us together?"),
        ),
        "last": fields(
            crux=_("see page 1"),
            settle=_("what is needed to get out of it?"),
            park_question="",
            park_owner="",
            park_date="",
            place_named=_("where two are as good"),
        ),
    }


def column(name: str) -> str:
    """Name a column in the language that is spoken now."""
    return COLUMNS[name] if language() == "nl" else name


def _codes() -> list[tuple[str, str]]:
    return [
        (
            f"{column('first')}, {column('second')}",
            _("1, 2, 3 or 0, as on the hand cards; else: unsure, unclear or not mine; absent: -"),
        ),
        (column("live with"), _("the numbers of other places, with a space between them")),
        (column("meets"), _("yes, no or partly")),
        (column("restated"), _("yes: said back and right; waived: not needed")),
        (column("crux"), _("fact, meaning, value, role or local")),
        (column("park date"), _("year-month-day, such as 2026-11-22")),
    ]
