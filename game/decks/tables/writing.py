"""A deck as sheets: a row a card, with headers and lists to choose from."""

from datetime import datetime

from game.decks.draft import Draft
from game.decks.tables import terms
from game.decks.tables.cells import in_one_cell
from game.i18n import _
from game.office.books import Cell, Column, SheetToWrite, sheets_bytes
from game.office.csv_files import csv_bytes

TO_FILL = 100
"""How many rows below the last card are made ready for more."""
WIDTHS = {
    "id": 22,
    "title": 30,
    "text": 60,
    "icon": 18,
    "picture": 24,
    "tags": 26,
    "question": 60,
    "explanation": 60,
    "fact": 18,
    "value": 60,
}
Rows = tuple[tuple[Cell, ...], ...]


def to_workbook(draft: Draft, *, created: datetime | None = None) -> bytes:
    """Make an Excel file of what a deck file says itself."""
    sheets = [_sheet("activities", _activities(draft))]
    if draft.criteria is not None:
        cards = draft.criteria
        kinds = {card.kind: terms.shown(terms.KINDS, card.kind.value) for card in cards}
        rows = ((c.id, kinds[c.kind], c.title, c.question, c.icon) for c in cards)
        sheets.append(_sheet("criteria", tuple(rows)))
    if draft.closing is not None:
        sheets.append(_sheet("closing", tuple((one.id, one.question) for one in draft.closing)))
    if draft.spheres is not None:
        spheres = (
            (terms.shown(terms.PLACES, one.place.value), one.title, one.explanation)
            for one in draft.spheres
        )
        sheets.append(_sheet("spheres", tuple(spheres)))
    sheets.append(_sheet("deck", _facts(draft)))
    return sheets_bytes(
        tuple(sheets), title=draft.title or draft.id, language=draft.language, created=created
    )


def to_csv(draft: Draft) -> bytes:
    """Make a CSV file of the activity cards that a deck file has itself."""
    header = tuple(column.title for column in _columns("activities"))
    return csv_bytes((header, *_activities(draft)))


def _sheet(section: str, rows: Rows) -> SheetToWrite:
    name = terms.shown(terms.SHEETS, section).capitalize()
    spare = 0 if section == "deck" else TO_FILL
    return SheetToWrite(name, _columns(section), rows, spare)


def _columns(section: str) -> tuple[Column, ...]:
    choices = {
        "kind": tuple(terms.shown(terms.KINDS, kind) for kind in terms.KINDS),
        "place": tuple(terms.shown(terms.PLACES, place) for place in terms.PLACES),
    }
    names = terms.COLUMNS[section]
    return tuple(
        Column(
            terms.shown(names, name).capitalize(),
            WIDTHS.get(name, 16),
            choices.get(name, ()),
            strict=name in choices,
            hint=_hint(section, name),
        )
        for name in names
    )


def _hint(section: str, name: str) -> str:
    if section == "deck":
        return ""
    return {
        "id": _("Lower case, digits and hyphens. Empty: it is made of the title."),
        "icon": _("The name of a pictogram of Lucide, such as: coffee."),
        "picture": _("A PNG, JPEG or SVG file in the folder of the deck."),
        "tags": _("With a comma between them."),
    }.get(name, "")


def _activities(draft: Draft) -> Rows:
    return tuple(
        (card.id, card.title, card.text, card.icon, card.picture, in_one_cell(card.tags))
        for card in draft.activities
    )


def _facts(draft: Draft) -> Rows:
    values = {
        "id": draft.id,
        "title": draft.title,
        "language": draft.language,
        "version": draft.version,
        "about": draft.about,
        "based_on": draft.based_on,
        "drop": in_one_cell(draft.drop),
    }
    return tuple(
        (terms.shown(terms.FACTS, name).capitalize(), value) for name, value in values.items()
    )
