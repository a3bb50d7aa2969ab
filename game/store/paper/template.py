"""The form for a session on paper: a workbook to fill in, with an example and an explanation."""

from datetime import datetime

from game.core.cards import Deck
from game.i18n import _, language
from game.office.books import Column, SheetToWrite, sheets_bytes
from game.office.csv_files import csv_bytes
from game.office.grid import key
from game.store.paper import terms
from game.store.paper.explained import explained

ROWS = 400
"""How many rows a form is made ready for: a full session of twelve seats takes about 300."""
WIDTHS = {
    "card": 26,
    "seat": 18,
    "first": 19,
    "second": 19,
    "live_with": 24,
    "criterion": 26,
    "reason": 40,
    "boundary": 32,
    "together": 32,
    "outcome_reason": 36,
    "note": 32,
    "settle": 32,
    "park_question": 32,
    "own_text": 32,
    "question": 36,
    "answer": 40,
}
MOST_TABLES = 40


def header(column: str) -> str:
    """Name a column as the form prints it."""
    name = terms.COLUMNS[column] if language() == "nl" else column
    return name.replace("_", " ").capitalize()


def template(deck: Deck, *, tables: int = 1, created: datetime | None = None) -> bytes:
    """Make the workbook in which the sessions of a deck are typed.

    Args:
        deck: its cards, criteria and closing questions can be chosen from lists.
        tables: how many tables get a sheet of their own.
        created: the moment in its properties; now if None.
    """
    columns = _columns(deck)
    names = [_("Session")]
    if tables > 1:
        names = [_("Table {number}").format(number=n + 1) for n in range(tables)]
    sheets = [SheetToWrite(name, columns, to_fill=ROWS) for name in names]
    example = tuple(tuple(row.get(name, "") for name in terms.COLUMNS) for row in worked(deck))
    sheets.append(SheetToWrite(_("Example"), columns, example))
    told = tuple((header(name), text) for name, text in explained().items())
    about = (Column(_("Column"), 22), Column(_("What goes in it"), 90))
    sheets.append(SheetToWrite(_("Explanation"), about, told))
    title = _("Form for a session on paper: {deck}").format(deck=deck.title)
    return sheets_bytes(tuple(sheets), title=title, language=language(), created=created)


def csv_template() -> bytes:
    """Make the form as CSV: the header alone, since what stands under it is read."""
    return csv_bytes([[header(name) for name in terms.COLUMNS]])


def _columns(deck: Deck) -> tuple[Column, ...]:
    votes = (*terms.shown(terms.VOTES, deck), terms.ABSENT)
    choices: dict[str, tuple[str, ...]] = {
        "card": tuple(card.title for card in deck.activities),
        "first": votes,
        "second": votes,
        "criterion": tuple(card.title for card in deck.criteria),
        "meets": terms.shown(terms.MEETS, deck),
        "restated": terms.shown(terms.RESTATED, deck),
        "crux": terms.shown(terms.CRUXES, deck),
        "place_named": terms.shown(terms.PLACES, deck),
        "own_card": terms.shown(terms.OWN, deck),
        "question": tuple(one.question for one in deck.closing),
        "size": ("1", "2", "3", "4", "5"),
    }
    # A card of the table's own is not in the list, so only tokens are strict.
    free = {"card", "criterion", "question"}
    told = explained()
    return tuple(
        Column(
            header(name),
            WIDTHS.get(name, 14),
            choices.get(name, ()),
            strict=name in choices and name not in free,
            hint=told[name],
        )
        for name in terms.COLUMNS
    )


def worked(deck: Deck) -> tuple[dict[str, str], ...]:
    """Make the rows of a short session with this deck, as an example."""
    personal, communal, institutional, _outside = terms.shown(terms.PLACES, deck)
    yes, _no, partly = terms.shown(terms.MEETS, deck)
    restated = terms.shown(terms.RESTATED, deck)[0]
    value = terms.shown(terms.CRUXES, deck)[2]
    cards = [card.title for card in deck.activities[:3]]
    criteria = [card.title for card in deck.criteria[:3]] or [""]
    us, team, club = _("Residents"), _("District team"), _("Sports club")
    sizes = {us: "3", team: "2", club: "2"}
    rows: list[dict[str, str]] = []

    def seats(card: str, first: tuple[str, str, str]) -> list[dict[str, str]]:
        added = [
            {"card": card, "seat": seat, "first": place}
            for seat, place in zip((us, team, club), first, strict=True)
        ]
        rows.extend(added)
        return added

    def argue(row: dict[str, str], criterion: int, meets: str, reason: str) -> None:
        named = criteria[min(criterion, len(criteria) - 1)]
        row |= {"reason": reason} | ({"criterion": named, "meets": meets} if named else {})

    shared = seats(cards[0], (communal, communal, communal))
    for row in shared:
        row["size"] = sizes[row["seat"]]
    shared[0] |= {"session": _("Table 1"), "gemeente": _("Exampletown"), "date": "2026-11-05"}
    shared[0]["boundary"] = _("If the gemeente pays somebody to run it.")
    argue(shared[0], 0, yes, _("The neighbours run it together."))
    if len(cards) > 1:
        differ = seats(cards[1], (personal, communal, communal))
        for row, second in zip(differ, (personal, communal, institutional), strict=True):
            row |= {"second": second, "outcome_reason": _("That is how it goes in our street.")}
        for row in differ[:2]:
            row["restated"] = restated
        differ[0]["live_with"] = communal
        argue(differ[0], 1, yes, _("Somebody does this for a person they know."))
        argue(differ[1], 2, partly, _("Everybody can join in, also without knowing anyone."))
        differ[0] |= {"crux": value, "settle": _("A talk about whom it is for.")}
        more = {"card": cards[1], "seat": club}
        argue(more, 0, partly, _("A second argument gets a row of its own."))
        rows.append(more)
    if len(cards) > 2:
        parked = {"park_question": _("Who pays for this?"), "park_owner": team}
        rows.append({"card": cards[2], **parked, "park_date": "2026-12-01"})
    titles = {key(name) for card in deck.activities for name in (card.id, card.title)}
    own = _("Garden in our street")
    while key(own) in titles:
        own += "'"
    ours = seats(own, (communal, communal, communal))
    ours[0] |= {"own_card": terms.shown(terms.OWN, deck)[0]}
    ours[0] |= {"own_text": _("Neighbours grow vegetables together.")}
    ours[0]["boundary"] = _("If you have to pay to join.")
    argue(ours[0], 0, yes, _("Nobody is the boss."))
    if deck.closing:
        answer = _("What people do for each other because they want to.")
        rows.append({"question": deck.closing[0].question, "answer": answer})
    return tuple(rows)
