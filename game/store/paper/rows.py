"""The rows of a sheet as cards, seats and votes; every cell that cannot be read is named."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from game.core.cards import (
    TEXT_LENGTH,
    TITLE_LENGTH,
    ActivityCard,
    CriterionCard,
    Deck,
    Meets,
    Place,
    Vote,
)
from game.core.setup import (
    MAX_LETTERS,
    MAX_SEATS,
    MAX_TEAM,
    MAX_THRESHOLD,
    MIN_SEATS,
    MIN_TEAM,
    MIN_THRESHOLD,
    Seat,
    Setup,
)
from game.i18n import _
from game.office.grid import key
from game.store.paper import misspelt, terms
from game.store.paper.form import Answer, Away, Cast, Line, OwnCard, Paper, PaperCard
from game.store.paper.misspelt import Group, seats_in
from game.store.paper.sheet import Problem, Row, Sheet, short

OF_CARD = ("boundary", "together", "crux", "settle", "place_named")
PARKING = ("park_question", "park_owner", "park_date")
CARD_FIELDS = (*OF_CARD, *PARKING, "skip_reason")
"""What may stand on any row of a card, once."""
ONCE = ("first", "second", "live_with", "restated", "note")
"""What a seat says once a card; further rows of a seat hold arguments."""
TEXTS = (
    ("reason", MAX_LETTERS),
    ("boundary", MAX_LETTERS),
    ("together", MAX_LETTERS),
    ("outcome_reason", MAX_LETTERS),
    ("note", MAX_LETTERS),
    ("settle", MAX_LETTERS),
    ("park_question", MAX_LETTERS),
    ("park_owner", MAX_LETTERS),
    ("skip_reason", MAX_LETTERS),
    ("aspect", TITLE_LENGTH),
    ("seat", TITLE_LENGTH),
    ("gemeente", MAX_LETTERS),
    ("wijk", MAX_LETTERS),
    ("table", MAX_LETTERS),
    ("own_text", TEXT_LENGTH),
    ("answer", MAX_LETTERS),
)
MOST_VERSIONS = 9
"""How often one card is played in a session; more is a sheet that was sorted."""
MANY = 100
"""After so many problems no nearest names are looked for any more."""
T = TypeVar("T")
Cards = tuple[ActivityCard, ...] | tuple[CriterionCard, ...]


def read_rows(sheet: Sheet, rows: tuple[Row, ...], deck: Deck) -> Paper:
    """Read the rows of one session."""
    return _Reading(sheet, deck).read(rows)


@dataclass(slots=True)
class _Reading:
    sheet: Sheet
    deck: Deck
    problems: list[Problem] = field(default_factory=list)
    seats: dict[str, Seat] = field(default_factory=dict)
    """By the key of the label."""
    own: dict[str, OwnCard] = field(default_factory=dict)
    """By the key of the title."""
    cards: dict[str, str] = field(default_factory=dict)
    criteria: dict[str, str] = field(default_factory=dict)
    """Ids by the key of the id and of the title; one row may hold either."""

    places: dict[str, Place] = field(default_factory=dict)
    votes: dict[str, Vote] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places, self.votes = terms.places(self.deck), terms.votes(self.deck)
        self.cards = _ids(self.deck.activities)
        self.criteria = _ids(self.deck.criteria)

    def read(self, rows: tuple[Row, ...]) -> Paper:
        rows = tuple(self._cut(row) for row in rows)
        threshold = self._number(rows, "threshold", MIN_THRESHOLD, MAX_THRESHOLD)
        day = self._once(rows, "date")
        self._seat_all(rows)
        self._own_cards(rows)
        cards = tuple(self._cards(rows))
        known = {card.card for card in cards if card.card}
        setup = Setup(
            gemeente=self._once(rows, "gemeente")[0],
            wijk=self._once(rows, "wijk")[0],
            table=self._once(rows, "table")[0],
            date=self._date(day, "date"),
            threshold=threshold or Setup().threshold,
            cards=max(1, min(len(known), len(self.deck.activities))),
            timers=False,
        )
        seats = tuple(self.seats.values())
        playable = MIN_SEATS <= len(seats) <= MAX_SEATS
        if not playable:
            text = _("A table has {least} to {most} seats; this file has {count}.").format(
                least=MIN_SEATS, most=MAX_SEATS, count=len(seats)
            )
            self.wrong(rows[0].number, "seat", text)
        answers = tuple(self._answers(rows))
        return Paper(setup, seats, cards, tuple(self.problems), playable, answers)

    def wrong(self, row: int, column: str, text: str) -> None:
        """Note a problem with a cell."""
        self.problems.append(Problem(row, self.sheet.name(column), text, self.sheet.title))

    def _cut(self, row: Row) -> Row:
        """Name the texts that are too long, once, and go on without them."""
        cells = dict(row.cells)
        for column, most in TEXTS:
            if len(cells.get(column, "")) > most:
                text = _("This text is too long: at most {most} characters.").format(most=most)
                self.wrong(row.number, column, text)
                cells[column] = cells[column][:most]
        return Row(row.number, cells)

    def _once(self, rows: tuple[Row, ...], column: str) -> tuple[str, int]:
        """Read what may stand on any row, but only in one way."""
        found, at = "", rows[0].number
        for row in rows:
            said = row.text(column)
            if not said or said == found:
                continue
            if found:
                text = _("This differs from row {row}, where “{text}” stands.").format(
                    row=at, text=short(found)
                )
                self.wrong(row.number, column, text)
                continue
            found, at = said, row.number
        return found, at

    def _number(self, rows: tuple[Row, ...], column: str, least: int, most: int) -> int | None:
        said, at = self._once(rows, column)
        digits = said.removesuffix("%").strip()
        if not said:
            return None
        if not re.fullmatch(r"[0-9]{1,3}", digits) or not least <= int(digits) <= most:
            text = _("“{text}” is not a number from {least} to {most}.").format(
                text=short(said), least=least, most=most
            )
            self.wrong(at, column, text)
            return None
        return int(digits)

    def _date(self, cell: tuple[str, int], column: str) -> str:
        """Read 2026-03-31, and 31-3-2026 as Dutch sheets write it."""
        said, at = cell
        day = said
        dutch = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", said)
        if dutch:
            day = f"{dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}"
        try:
            return date.fromisoformat(day).isoformat() if day else ""
        except ValueError:
            text = _("“{text}” is not a date such as 2026-03-31.").format(text=short(said))
            self.wrong(at, column, text)
            return ""

    def _seat_all(self, rows: tuple[Row, ...]) -> None:
        of_seat: dict[str, list[Row]] = {}
        for row in rows:
            if row.text("seat"):
                of_seat.setdefault(key(row.text("seat")), []).append(row)
        for number, (name, mine) in enumerate(of_seat.items()):
            size = self._number(tuple(mine), "size", MIN_TEAM, MAX_TEAM)
            label = " ".join(mine[0].text("seat").split())
            self.seats[name] = Seat(f"s{number + 1}", label, "", number % 12, size or MIN_TEAM)
        for row in rows:
            if row.text("size") and not row.text("seat"):
                self.wrong(row.number, "seat", _("Say which seat this row is about."))

    def _cards(self, rows: tuple[Row, ...]) -> list[PaperCard]:
        groups: list[Group] = []
        for row in rows:
            said = key(row.text("card"))
            name = said if said in self.own else self.cards.get(said, said)
            if not name:
                if any(column not in _OF_SESSION for column in row.cells):
                    self.wrong(row.number, "card", _("Say which card this row is about."))
                continue
            if not groups or groups[-1][0] != name:
                groups.append((name, []))
            groups[-1][1].append(row)
        groups, lacking = misspelt.whole(groups, {*self.own, *self.cards.values()}, self._close)
        before: dict[str, Row] = {}
        seats: dict[str, set[str]] = {}
        for name, group in groups:
            here = seats_in(group)
            apart = name in seats and here and seats[name] and not here & seats[name]
            if apart and name not in lacking:
                # A card that comes back has the same table; a sorted sheet does not.
                text = _("This card stood on row {row}, with other seats. Keep its rows together.")
                self.wrong(group[0].number, "card", text.format(row=before[name].number))
            before.setdefault(name, group[0])
            seats.setdefault(name, set()).update(here)
        times: dict[str, int] = {}
        kept = []
        for name, group in groups:
            times[name] = times.get(name, 0) + 1
            if times[name] <= MOST_VERSIONS:
                card = self._card(tuple(group))
                kept.append(replace(card, sound=card.sound and name not in lacking))
            elif times[name] == MOST_VERSIONS + 1:
                text = _("This card stands in too many places. Keep its rows together.")
                self.wrong(group[0].number, "card", text)
        return kept

    def _own_cards(self, rows: tuple[Row, ...]) -> None:
        """Find the cards that the table wrote itself."""
        for row in rows:
            marked = self._token(terms.OWN, row.text("own_card"), row.number, "own_card")
            name = key(row.text("card"))
            if not name or not (marked or (row.text("own_text") and marked is not False)):
                continue
            if name in self.cards:
                text = _("This card is in the deck, so the table did not write it.")
                self.wrong(row.number, "own_card" if marked else "own_text", text)
            elif name not in self.own or not self.own[name].text:
                title = " ".join(row.text("card").split())
                self.own[name] = OwnCard(title, row.text("own_text"), row.number)

    def _answers(self, rows: tuple[Row, ...]) -> list[Answer]:
        """Read the closing round: a row a question."""
        known = {key(one.question): one.id for one in self.deck.closing}
        known |= {key(one.id): one.id for one in self.deck.closing}
        found: dict[str, Answer] = {}
        for row in rows:
            said, answer = row.text("question"), row.text("answer")
            asked = known.get(key(said), "")
            if said and not asked:
                listed = ", ".join(one.id for one in self.deck.closing) or "-"
                text = _("This deck has no such closing question. It has: {known}.")
                self.wrong(row.number, "question", text.format(known=listed))
            elif answer and not said:
                self.wrong(row.number, "question", _("Say which question this answers."))
            elif answer and asked in found:
                text = _("Row {row} answers this question already.")
                self.wrong(row.number, "answer", text.format(row=found[asked].row))
            elif answer:
                found[asked] = Answer(asked, answer, row.number)
        return list(found.values())

    def _card(self, rows: tuple[Row, ...]) -> PaperCard:
        own = self.own.get(key(rows[0].text("card")))
        card = own.title if own else self._card_id(rows[0])
        fields = {column: self._once(rows, column) for column in CARD_FIELDS}
        fields = {column: cell for column, cell in fields.items() if cell[0]}
        if "park_date" in fields:
            cell = fields["park_date"]
            fields["park_date"] = (self._date(cell, "park_date"), cell[1])
        if "crux" in fields:
            self._token(terms.CRUXES, *fields["crux"], "crux")
        if "place_named" in fields:
            self._token(self.places, *fields["place_named"], "place_named")
        parked = [column for column in PARKING if column in fields]
        if parked and "skip_reason" in fields:
            text = _("A card is parked or skipped, not both.")
            self.wrong(fields["skip_reason"][1], "skip_reason", text)
        above: dict[tuple[str, str], Line] = {}
        lines: list[Line] = []
        sound = True
        for row in rows:
            before = len(self.problems)
            line = self._line(row, above)
            above.setdefault((line.seat, line.aspect.casefold()), line)
            lines.append(line)
            wrong = {problem.column for problem in self.problems[before:]}
            sound = sound and not wrong & self._deciding(line)
        return PaperCard(card, tuple(lines), fields, sound, own)

    def _deciding(self, line: Line) -> set[str]:
        """Name the columns without which this row's part in a round is not known."""
        columns = {"first"} if line.aspect else {"first", "second", "live_with"}
        if columns & line.row.cells.keys():
            columns.add("seat")
        return {self.sheet.name(column) for column in columns}

    def _card_id(self, row: Row) -> str:
        said = row.text("card")
        found = self.cards.get(key(said), "")
        if not found:
            text = _("There is no card “{name}” in this deck.").format(name=short(said))
            near = self._nearest(said, self.deck.activities)
            if near:
                text = _("There is no card “{name}” in this deck. Do you mean “{nearest}”?").format(
                    name=short(said), nearest=near
                )
            self.wrong(row.number, "card", text)
        return found

    def _close(self, said: str) -> str:
        return self.cards.get(key(self._nearest(said, self.deck.activities)), "")

    def _nearest(self, said: str, cards: Cards) -> str:
        """Find the id or title that a misspelt one comes closest to."""
        if len(self.problems) > MANY:
            return ""
        known = {key(name): name for card in cards for name in (card.id, card.title)}
        close = difflib.get_close_matches(key(said)[:TITLE_LENGTH], known, 1, 0.5)
        return known[close[0]] if close else ""

    def _line(self, row: Row, above: Mapping[tuple[str, str], Line]) -> Line:
        seat = self.seats.get(key(row.text("seat")))
        aspect = " ".join(row.text("aspect").split())
        about_seat = [c for c in row.cells if c in _OF_SEAT]
        if seat is None and about_seat and not (aspect and about_seat == ["outcome_reason"]):
            self.wrong(row.number, "seat", _("Say which seat this row is about."))
        seat_id = seat.id if seat else ""
        same = above.get((seat_id, aspect.casefold())) if seat_id else None
        if same:
            self._repeated(row, same)
        if aspect:
            for column in ("second", "live_with", "restated"):
                if row.text(column):
                    text = _("An aspect has one round: only “{first}” is filled.").format(
                        first=self.sheet.name("first")
                    )
                    self.wrong(row.number, column, text)
        second = self._vote(row, "second")
        return Line(
            row=row,
            seat=seat_id,
            first=self._vote(row, "first"),
            second=second,
            live_with=self._live_with(row, second),
            criterion=self._criterion(row),
            meets=self._meets(row),
            waived=self._token(terms.RESTATED, row.text("restated"), row.number, "restated"),
            again=same is not None,
            aspect=aspect,
        )

    def _repeated(self, row: Row, first: Line) -> None:
        for column in ONCE:
            said = row.text(column)
            if said and key(said) != key(first.row.text(column)):
                text = _("This seat has row {row} for that; here only an argument fits.")
                self.wrong(row.number, column, text.format(row=first.row.number))

    def _vote(self, row: Row, column: str) -> Cast:
        said = row.text(column)
        if said == terms.ABSENT or said in ("–", "—"):
            return Away.AWAY
        return self._token(self.votes, said, row.number, column)

    def _token(self, known: Mapping[str, T], said: str, row: int, column: str) -> T | None:
        if not said:
            return None
        found = known.get(key(said))
        if found is None:
            text = _("“{text}” is not known here. Use one of: {known}.").format(
                text=short(said), known=terms.allowed(known, self.deck)
            )
            self.wrong(row, column, text)
        return found

    def _live_with(self, row: Row, second: Cast) -> tuple[Place, ...]:
        said = _apart(row.text("live_with"), self.places)
        places = [self._token(self.places, word, row.number, "live_with") for word in said]
        found = tuple(dict.fromkeys(place for place in places if place))
        if row.text("second") and second is None:
            return ()  # What cannot be read is named there.
        if said and not isinstance(second, Place):
            text = _("This goes with a place in “{second}”, and there is none.").format(
                second=self.sheet.name("second")
            )
            self.wrong(row.number, "live_with", text)
            return ()
        if second in found:
            text = _("A seat's own place does not stand here, only the others.")
            self.wrong(row.number, "live_with", text)
        return tuple(place for place in found if place is not second)

    def _criterion(self, row: Row) -> str:
        said = row.text("criterion")
        if not said:
            return ""
        found = self.criteria.get(key(said), "")
        if not found:
            text = _("There is no criterion “{name}” in this deck.").format(name=short(said))
            near = self._nearest(said, self.deck.criteria)
            if near:
                text = _(
                    "There is no criterion “{name}” in this deck. Do you mean “{nearest}”?"
                ).format(name=short(said), nearest=near)
            self.wrong(row.number, "criterion", text)
        elif not row.text("meets"):
            text = _("Say whether the card meets the criterion: {known}.").format(
                known=terms.allowed(terms.MEETS, self.deck)
            )
            self.wrong(row.number, "meets", text)
        return found

    def _meets(self, row: Row) -> Meets | None:
        meets = self._token(terms.MEETS, row.text("meets"), row.number, "meets")
        if meets and not row.text("criterion"):
            text = _("There is no criterion on this row that this could be about.")
            self.wrong(row.number, "meets", text)
        return meets


_OF_SESSION = frozenset(
    {"session", "gemeente", "wijk", "date", "table", "threshold", "question", "answer"}
)
_OF_SEAT = frozenset({*ONCE, "criterion", "meets", "reason", "outcome_reason"})


def _ids(cards: Cards) -> dict[str, str]:
    """Find ids by themselves and by their titles; an id goes first."""
    titles = {key(card.title): card.id for card in cards[::-1]}
    return titles | {key(card.id): card.id for card in cards}


def _apart(text: str, known: Mapping[str, Place]) -> list[str]:
    """Tell places apart that stand in one cell; a name may have spaces of its own."""
    found: list[str] = []
    for part in re.split(r"[,;/+\n]+", text):
        said = part.split()
        while said:
            ends = range(len(said), 1, -1)
            end = next((n for n in ends if key(" ".join(said[:n])) in known), 1)
            found.append(" ".join(said[:end]))
            said = said[end:]
    return found
