"""The record as a workbook: cards, positions, arguments, agenda, figures, and the rest to read."""

from collections.abc import Iterable, Sequence

from game import words
from game.core.cards import Place
from game.core.entries import CardEntry, Record, RoundEntry
from game.export import phrases, questions
from game.export.blocks import (
    ISOLATE,
    RELEASE,
    Block,
    Bullets,
    Definitions,
    Heading,
    Paragraph,
    Remark,
    Speech,
)
from game.export.card_section import round_name
from game.export.fields import (
    Field,
    Spot,
    card_fields,
    choice,
    name_fields,
    plain,
    short,
)
from game.export.figures import figures
from game.export.sections import document, title
from game.i18n import _, language
from game.office.books import Cell, Column, SheetToWrite

CELL, PIECE = 32_000, 30_000
"""Letters that a cell takes, and in what pieces a longer text goes on a sheet of its own."""
TOLD_ELSEWHERE = ("differences", "cards", "agenda", "score")
"""Parts of the document that are sheets of their own here."""


def to_xlsx(record: Record) -> bytes:
    """Write the workbook, in the language that is spoken now."""
    from datetime import UTC, datetime

    from game.office.books import sheets_bytes

    # The same record gives the same file.
    made = datetime(2000, 1, 1, tzinfo=UTC)
    return sheets_bytes(sheets(record), title=title(record), language=language(), created=made)


def sheets(record: Record) -> tuple[SheetToWrite, ...]:
    """Make the sheets, with what no cell can hold on a last one."""
    return _with_long_texts(
        (
            _cards(record),
            _positions(record),
            _arguments(record),
            _agenda(record),
            _figures(record),
            _criteria(record),
            _seats(record),
            _report(record),
        )
    )


def _cards(record: Record) -> SheetToWrite:
    fields = (*name_fields(), *card_fields())
    rows = tuple(
        tuple(field.shown(Spot(record, card)) for field in fields) for card in record.cards
    )
    return SheetToWrite(_("Cards"), _columns(fields), rows)


def _columns(fields: Sequence[Field]) -> tuple[Column, ...]:
    return tuple(Column(field.title, field.width, form=field.form) for field in fields)


def _named(record: Record, card: CardEntry) -> tuple[Cell, ...]:
    return tuple(field.shown(Spot(record, card)) for field in name_fields())


def _positions(record: Record) -> SheetToWrite:
    """Give a row for each choice that a seat made in a round."""
    columns = (
        *_columns(name_fields()),
        Column(_("Round"), 22),
        Column(_("How proposals were sealed"), 16),
        *_who(),
        Column(_("Chose"), 24),
        Column(_("can live with"), 24),
        Column(_("How many seats"), 11),
    )
    rows = (
        (*_named(record, card), name, words.sealing(shown.sealing), *row)
        for card in record.cards
        for name, shown in _rounds(card)
        for row in _choices(record, shown)
    )
    return SheetToWrite(_("Positions"), columns, tuple(rows))


def _who() -> tuple[Column, ...]:
    return (Column(_("Seat"), 20), Column(_("Role"), 20))


def _seat(record: Record, seat: str) -> tuple[str, str]:
    found = record.seat(seat)
    name = short(phrases.seat(record, seat)) if seat else ""
    return name, short(found.role) if found else ""


def _rounds(card: CardEntry) -> Iterable[tuple[str, RoundEntry]]:
    yield from ((_("Before the new wording"), shown) for shown in card.earlier)
    if card.first:
        yield _("First round"), card.first
    if card.second:
        yield _("Second round"), card.second
    for number, aspect in enumerate(card.aspects, 3):
        if aspect.round:
            yield f"{round_name(number)}: {short(aspect.name)}", aspect.round


def _choices(record: Record, shown: RoundEntry) -> Iterable[tuple[Cell, ...]]:
    for vote in shown.votes:
        liveable = words.listing(tuple(phrases.place(record, p) for p in vote.live_with))
        yield (*_seat(record, vote.seat), choice(record, vote.vote), liveable, vote.count)
    for seat in shown.missing:
        yield (*_seat(record, seat), _("chose nothing"), "", 1)
    if not shown.votes:
        for vote_, count in shown.counts:
            yield "", "", choice(record, vote_), "", count


def _arguments(record: Record) -> SheetToWrite:
    """Give a row for each argument, reason and note."""
    columns = (
        *_columns(name_fields()),
        Column(_("What it is"), 16),
        Column(_("Speaks for"), 22),
        *_who(),
        Column(_("Criterion"), 28),
        Column(_("Meets it"), 12),
        Column(_("In their own words"), 70),
        Column(_("Said back"), 24),
    )
    rows = ((*_named(record, card), *row) for card in record.cards for row in _spoken(record, card))
    return SheetToWrite(_("Arguments"), columns, tuple(rows))


def _spoken(record: Record, card: CardEntry) -> Iterable[tuple[Cell, ...]]:
    for argument in card.arguments:
        found = record.criterion(argument.criterion)
        yield (
            _("argument"),
            phrases.place(record, argument.place),
            *_seat(record, argument.seat),
            short(found.title if found else argument.criterion),
            words.meets(argument.meets) if argument.meets else "",
            plain(argument.text),
            phrases.said_back(record, card, argument.place),
        )
    for place, text in card.reasons:
        if text:
            yield _("reason"), phrases.place(record, place), "", "", "", "", plain(text), ""
    for note in card.notes:
        if note.text:
            place_ = phrases.place(record, note.place) if note.place else ""
            who = _seat(record, note.seat)
            yield _("note of who differs"), place_, *who, "", "", plain(note.text), ""


def _agenda(record: Record) -> SheetToWrite:
    columns = (
        Column(_("Question"), 60),
        Column(_("What it asks for"), 24),
        Column(_("Card"), 28),
        Column(_("Outcome"), 22),
        Column(_("Who finds it out"), 20),
        Column(_("By when"), 14),
        Column(_("Who sees it how"), 50),
    )
    rows = tuple(
        (
            _bare(asked.text),
            asked.kind,
            _bare(asked.card),
            asked.outcome,
            _bare(asked.owner),
            asked.date,
            _bare(asked.positions),
        )
        for asked in questions.questions(record)
    )
    return SheetToWrite(_("Agenda"), columns, rows)


def _figures(record: Record) -> SheetToWrite:
    columns = (
        Column(_("Figure"), 46),
        Column(_("Number"), 12),
        Column(_("In words"), 34),
        Column(_("What it means"), 80),
    )
    rows = tuple(
        (one.name, one.number, "" if one.told == str(one.number) else one.told, one.meaning)
        for one in figures(record)
    )
    return SheetToWrite(_("Figures"), columns, rows)


def _criteria(record: Record) -> SheetToWrite:
    columns = (
        Column(_("Criterion"), 34),
        Column(_("Kind"), 16),
        Column(_("Question"), 60),
        Column(_("How often used"), 12),
        *(Column(_("For {place}").format(place=words.place_short(place)), 14) for place in Place),
    )
    played = [argument for card in record.cards for argument in card.arguments]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            short(one.title),
            words.criterion_kind(one.kind),
            plain(one.question),
            one.count,
            *(sum(a.criterion == one.id and a.place is place for a in played) for place in Place),
        )
        for one in record.criteria
    )
    return SheetToWrite(_("Criteria"), columns, rows)


def _seats(record: Record) -> SheetToWrite:
    columns = (
        *_who(),
        Column(_("People"), 10),
        Column(_("same choice"), 14),
        Column(_("other choice"), 14),
    )
    moved = {movement.seat: movement for movement in record.figures.movement}
    rows: list[tuple[Cell, ...]] = []
    for seat in record.seats:
        found = moved.get(seat.id)
        stayed, changed = (found.stayed, found.moved) if found else (None, None)
        rows.append((*_seat(record, seat.id), seat.size, stayed, changed))
    return SheetToWrite(_("Seats"), columns, tuple(rows))


def _report(record: Record) -> SheetToWrite:
    """Give the parts of the document that are no table, each text in its row."""
    columns = (Column(_("Part"), 30), Column(_("What"), 40), Column(_("Text"), 100))
    rows: list[tuple[Cell, ...]] = []
    part, under, told = "", "", True
    for block in document(record).blocks:
        if isinstance(block, Heading):
            if block.level < 3:
                part, under, told = _bare(block.text), "", block.id not in TOLD_ELSEWHERE
            else:
                under = _bare(block.text)
        elif told:
            rows += ((part, what or under, text) for what, text in _texts(block))
    return SheetToWrite(_("Report"), columns, tuple(rows))


def _texts(block: Block) -> Iterable[tuple[str, str]]:
    match block:
        case Paragraph() | Remark():
            yield "", _bare(block.text)
        case Definitions():
            yield from ((_bare(term), _bare(text)) for term, text in block.items)
        case Bullets():
            yield from (("", _bare(item)) for item in block.items)
        case Speech():
            yield _bare(block.title), _bare(block.text)
        case _:
            pass


def _bare(text: str) -> str:
    return text.replace(ISOLATE, "").replace(RELEASE, "")


def _with_long_texts(made: tuple[SheetToWrite, ...]) -> tuple[SheetToWrite, ...]:
    """Put the rest of a text that no cell has room for on a sheet of its own, in pieces."""
    pieces: list[tuple[Cell, ...]] = []
    sheets = []
    for sheet in made:
        rows = []
        for number, row in enumerate(sheet.rows, 2):
            cells = list(row)
            for at, cell in enumerate(row):
                if isinstance(cell, str) and len(cell) > CELL:
                    cells[at] = cell[:PIECE] + _("… (goes on on the sheet “Long texts”)")
                    where = (sheet.name, number, sheet.columns[at].title)
                    rest = range(PIECE, len(cell), PIECE)
                    pieces += ((*where, cell[start : start + PIECE]) for start in rest)
            rows.append(tuple(cells))
        sheets.append(SheetToWrite(sheet.name, sheet.columns, tuple(rows), sheet.to_fill))
    if pieces:
        columns = (
            Column(_("Sheet"), 16),
            Column(_("Row"), 8),
            Column(_("Column"), 24),
            Column(_("Text"), 100),
        )
        sheets.append(SheetToWrite(_("Long texts"), columns, tuple(pieces)))
    return tuple(sheets)
