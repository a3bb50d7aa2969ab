"""The columns that tell of a card and of a seat at it, in words to read and in tokens to compute.

The tokens are those of the record as JSON and of the sheet for sessions on paper.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game import words
from game.core.cards import Abstention, Place, Vote
from game.core.entries import CardEntry, Record, RoundEntry
from game.core.setup import Sealing
from game.export import phrases
from game.export.blocks import ISOLATE, RELEASE, line, said
from game.i18n import _
from game.office.books import Cell

CHOICES: tuple[Vote, ...] = (*Place, *Abstention)


@dataclass(frozen=True, slots=True)
class Spot:
    """A card in a record, and a seat at it; the seat is empty for the card as a whole."""

    record: Record
    card: CardEntry
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its key for programs, its name for people, and what stands in it for both."""

    key: str
    title: str
    shown: Callable[[Spot], Cell]
    token: Callable[[Spot], Cell] | None = None
    """None where both read the same."""
    width: float = 16
    form: str = ""

    def machine(self, spot: Spot) -> Cell:
        """Give what a program reads."""
        return (self.token or self.shown)(spot)


def plain(text: str) -> str:
    """Clean what people typed for a cell, in which no reading direction has to be set apart."""
    return said(text).replace(ISOLATE, "").replace(RELEASE, "")


def short(text: str) -> str:
    """Clean a name for a cell."""
    return line(text).replace(ISOLATE, "").replace(RELEASE, "")


def name_fields() -> tuple[Field, ...]:
    """Say which card it is."""
    return (
        Field("card", _("Card"), lambda at: short(at.card.title) or at.card.id, width=28),
        Field("card_id", _("Id of the card"), lambda at: at.card.id),
        Field("card_version", _("Version"), lambda at: at.card.version, width=9),
        Field(
            "counts",
            _("Counts"),
            lambda at: _yes(at.card.latest),
            lambda at: "yes" if at.card.latest else "no",
            9,
        ),
    )


def card_fields() -> tuple[Field, ...]:
    """Tell what became of a card."""
    return (
        Field("text", _("Text on the card"), lambda at: plain(at.card.text), width=40),
        _typed("wording", _("What do we mean here?"), lambda card: card.wording),
        _typed("reworded", _("New wording"), lambda card: card.reworded),
        Field(
            "outcome",
            _("Outcome"),
            lambda at: words.outcome(at.card.outcome),
            lambda at: at.card.outcome.value,
            20,
        ),
        Field(
            "places",
            _("Place"),
            lambda at: _joined(phrases.place(at.record, place) for place in at.card.places),
            lambda at: " ".join(at.card.places),
            22,
        ),
        *_round_fields("first", _("First round"), lambda card: card.first),
        *_round_fields("second", _("Second round"), lambda card: card.second),
        _typed("outcome_reason", _("Reason"), lambda card: card.reason),
        *(_reason_of(place) for place in Place),
        _typed("boundary", _("Boundary"), lambda card: card.boundary),
        _typed("together", _("What brought us together"), lambda card: card.together),
        Field(
            "crux",
            _("What it turns on"),
            lambda at: words.crux(at.card.crux) if at.card.crux else "",
            lambda at: at.card.crux.value if at.card.crux else "",
        ),
        _typed("settle", _("What would settle it?"), lambda card: card.settle),
        Field(
            "aspects",
            _("Parts"),
            lambda at: "\n".join(_aspects(at, shown=True)),
            lambda at: "\n".join(_aspects(at, shown=False)),
            40,
        ),
        _typed("park_question", _("Question"), lambda card: card.question),
        _typed("park_owner", _("Who finds it out"), lambda card: card.owner, 20),
        Field("park_date", _("By when"), lambda at: at.card.date),
        _typed("skip_reason", _("Why it was skipped"), lambda card: card.skip_reason),
        _typed("remarks", _("Remarks"), lambda card: "\n".join(card.remarks)),
        Field(
            "missing",
            _("Not filled in"),
            lambda at: _joined(phrases.lack(at.record, name) for name in at.card.missing),
            lambda at: " ".join(at.card.missing),
            24,
        ),
        Field(
            "withheld",
            _("Held back"),
            lambda at: _joined(map(phrases.kind, dict.fromkeys(at.card.withheld))),
            lambda at: " ".join(dict.fromkeys(at.card.withheld)),
            24,
        ),
        *map(_points, range(len(words.PARTS))),
        Field("points", _("Points"), lambda at: at.card.score.total, width=9),
    )


def seat_fields() -> tuple[Field, ...]:
    """Tell who a seat is."""
    return (
        Field("seat", _("Seat"), _seat, width=20),
        Field("seat_id", _("Id of the seat"), lambda at: at.seat, width=12),
        Field("role", _("Role"), lambda at: _of_seat(at, "role"), width=20),
        Field("size", _("People"), lambda at: _of_seat(at, "size"), width=9),
    )


def choice_fields() -> tuple[Field, ...]:
    """Tell what a seat chose and said at a card."""
    return (
        _chosen("earlier", _("Before the new wording"), lambda card: card.earlier),
        _chosen("first", _("First round"), lambda card: (card.first,)),
        _chosen("second", _("Second round"), lambda card: (card.second,)),
        Field(
            "live_with",
            _("can live with"),
            lambda at: _joined(phrases.place(at.record, place) for place in _liveable(at)),
            lambda at: " ".join(_liveable(at)),
            22,
        ),
        _chosen("aspect_choices", _("Choices for the parts"), _aspect_rounds),
        Field(
            "arguments",
            _("Arguments"),
            lambda at: "\n".join(_arguments(at, shown=True)),
            lambda at: "\n".join(_arguments(at, shown=False)),
            50,
        ),
        Field(
            "note",
            _("Note"),
            lambda at: "\n".join(
                plain(note.text) for note in at.card.notes if note.seat == at.seat and note.text
            ),
            width=40,
        ),
    )


def seats_of(card: CardEntry) -> tuple[str, ...]:
    """List the seats that had a part in a card; an empty one where that is not told."""
    rounds = (*card.earlier, card.first, card.second, *_aspect_rounds(card))
    found = [seat for shown in rounds if shown for seat in shown.present]
    found += [vote.seat for shown in rounds if shown for vote in shown.votes]
    found += [argument.seat for argument in card.arguments]
    found += [note.seat for note in card.notes]
    return tuple(dict.fromkeys(found)) or ("",)


def choice(record: Record, vote: Vote) -> str:
    """Name a place in the deck's own words, or an abstention."""
    return phrases.place(record, vote) if isinstance(vote, Place) else words.vote(vote)


def _yes(true: bool) -> str:
    return _("yes") if true else _("no")


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def _typed(key: str, title: str, of: Callable[[CardEntry], str], width: float = 40) -> Field:
    return Field(key, title, lambda at: plain(of(at.card)), width=width)


def _reason_of(place: Place) -> Field:
    title = _("Reason for {place}").format(place=words.place_short(place))
    return Field(
        f"reason_{place}", title, lambda at: plain(dict(at.card.reasons).get(place, "")), width=40
    )


def _round_fields(
    key: str, title: str, of: Callable[[CardEntry], RoundEntry | None]
) -> Iterable[Field]:
    def sealing(at: Spot) -> Sealing | None:
        shown = of(at.card)
        return shown.sealing if shown else None

    def agreement(at: Spot) -> float | None:
        shown = of(at.card)
        return None if shown is None or shown.agreement is None else round(shown.agreement, 4)

    yield Field(
        f"{key}_sealing",
        _("{round}: how it was sealed").format(round=title),
        lambda at: words.sealing(found) if (found := sealing(at)) else "",
        lambda at: found.value if (found := sealing(at)) else "",
        14,
    )
    yield from (_counted(key, title, vote, of) for vote in CHOICES)
    told = _("{round}: agreeing pairs").format(round=title)
    yield Field(f"{key}_agreement", told, agreement, width=13, form="0%")


def _counted(
    key: str, title: str, vote: Vote, of: Callable[[CardEntry], RoundEntry | None]
) -> Field:
    def count(at: Spot) -> int | None:
        shown = of(at.card)
        return None if shown is None or shown.hidden else dict(shown.counts).get(vote, 0)

    name = words.place_short(vote) if isinstance(vote, Place) else words.vote(vote)
    told = _("{round}: {choice}").format(round=title, choice=name)
    return Field(f"{key}_{vote}", told, count, width=13)


def _chosen(key: str, title: str, of: Callable[[CardEntry], Iterable[RoundEntry | None]]) -> Field:
    def shown(at: Spot) -> str:
        rounds = [round_ for round_ in of(at.card) if round_ and at.seat]
        return "\n".join(phrases.votes_of(at.record, one, at.seat) for one in rounds)

    def token(at: Spot) -> str:
        return "\n".join(_tokens(one, at.seat) for one in of(at.card) if one and at.seat)

    return Field(key, title, shown, token, 24)


def _tokens(shown: RoundEntry, seat: str) -> str:
    votes = [vote for vote in shown.votes if vote.seat == seat]
    if not votes:
        return "" if seat in shown.present else "-"
    return " ".join(f"{v.vote}:{v.count}" if v.count > 1 else v.vote.value for v in votes)


def _aspect_rounds(card: CardEntry) -> tuple[RoundEntry | None, ...]:
    return tuple(aspect.round for aspect in card.aspects)


def _liveable(at: Spot) -> tuple[Place, ...]:
    last = at.card.last
    return tuple(
        place
        for vote in (last.votes if last else ())
        if vote.seat == at.seat
        for place in vote.live_with
    )


def _arguments(at: Spot, *, shown: bool) -> Iterable[str]:
    for argument in at.card.arguments:
        if argument.seat != at.seat:
            continue
        criterion = at.record.criterion(argument.criterion)
        if shown:
            name = short(criterion.title) if criterion else short(argument.criterion)
            meets = words.meets(argument.meets) if argument.meets else ""
            parts = (phrases.place(at.record, argument.place), name, meets)
        else:
            parts = (argument.place.value, argument.criterion, argument.meets or "")
        about = ", ".join(part for part in parts if part)
        yield f"{about}: {plain(argument.text)}" if argument.text else about


def _aspects(at: Spot, *, shown: bool) -> Iterable[str]:
    for aspect in at.card.aspects:
        if shown:
            outcome = words.outcome(aspect.outcome)
            places = _joined(phrases.place(at.record, place) for place in aspect.places)
        else:
            outcome, places = aspect.outcome.value, " ".join(aspect.places)
        told = f"{short(aspect.name)}: {outcome}"
        told += f" ({places})" if places else ""
        yield f"{told}. {plain(aspect.reason)}" if aspect.reason else told


def _points(number: int) -> Field:
    name = words.PARTS[number]
    title = _("Points: {part}").format(part=words.part(name))
    return Field(
        f"points_{name}", title, lambda at: words.parts(at.card.score)[number][1], width=12
    )


def _seat(at: Spot) -> str:
    text = phrases.seat(at.record, at.seat) if at.seat else ""
    return short(text)


def _of_seat(at: Spot, name: str) -> Cell:
    seat = at.record.seat(at.seat)
    if seat is None:
        return ""
    return seat.size if name == "size" else short(seat.role)
