"""Names and short phrases that every part of the document uses."""

from typing import assert_never

from game import words
from game.core.cards import Place, Vote
from game.core.entries import Audience, CardEntry, Kind, Record, RoundEntry, VoteEntry
from game.core.publish import OTHERS
from game.core.setup import Sealing
from game.export.blocks import line
from game.i18n import _
from game.words.numerals import NO_BREAK

NOTHING = "–"
"""Stands in a field of a table that has nothing in it."""


def place(record: Record, place: Place, *, short: bool = False) -> str:
    """Name a place in the deck's own words, where it has them."""
    local = next((s.title for s in record.spheres if s.place is place), "")
    usual = words.place_short(place) if short else words.place(place)
    return line(words.worded(local, place)) or usual


def places(record: Record, places: tuple[Place, ...]) -> str:
    """Name some places in a row."""
    return words.listing(tuple(place(record, each) for each in places))


def choice(record: Record, places: tuple[Place, ...]) -> str:
    """Name some places to choose from."""
    return words.choice(tuple(place(record, each) for each in places))


def seat(record: Record, seat_id: str) -> str:
    """Name a seat by its label; the merged seats are "others", a hidden one is nobody."""
    if seat_id == OTHERS and record.audience is Audience.PUBLIC:
        return _("others")
    found = record.seat(seat_id)
    return line(found.label if found else seat_id)


def chosen(record: Record, vote: VoteEntry) -> str:
    """Name what a seat chose; merged seats with how many of them did."""
    name = place(record, vote.vote) if isinstance(vote.vote, Place) else words.vote(vote.vote)
    return f"{name}{NO_BREAK}({vote.count})" if vote.seat == OTHERS else name


def votes_of(record: Record, shown: RoundEntry, seat_id: str) -> str:
    """Say what a seat chose in a round, or why that is not known."""
    found = tuple(chosen(record, v) for v in shown.votes if v.seat == seat_id)
    if found:
        return words.listing(found)
    if seat_id in shown.missing:
        return _("chose nothing")
    return _("absent") if seat_id not in shown.present else NOTHING


def positions(record: Record, shown: RoundEntry | None) -> str:
    """Say who chose what in a round, by seat or else by number."""
    if shown is None or shown.hidden:
        return NOTHING
    if not shown.votes:
        return counts(record, shown)
    told = []
    for choice, number in shown.counts:
        name = place(record, choice) if isinstance(choice, Place) else words.vote(choice)
        told.append(f"{name}: {holders(record, shown, choice) or number}")
    return "\n".join(told)


def holders(record: Record, shown: RoundEntry | None, choice: Vote) -> str:
    """Name the seats that chose something; merged seats with how many of them did."""
    return words.listing(
        tuple(
            f"{seat(record, v.seat)}{NO_BREAK}({v.count})"
            if v.seat == OTHERS
            else seat(record, v.seat)
            for v in (shown.votes if shown else ())
            if v.vote == choice
        )
    )


def counts(record: Record, shown: RoundEntry) -> str:
    """Say how many seats chose what."""
    told = [
        f"{place(record, c) if isinstance(c, Place) else words.vote(c)}: {number}"
        for c, number in shown.counts
    ]
    return "\n".join(told) or NOTHING


def card_title(card: CardEntry) -> str:
    """Name a card, with its version where it has more."""
    title = line(card.title) or card.id
    if card.version > 1:
        return _("{title} (version {number})").format(title=title, number=card.version)
    return title


def kind(kind: Kind) -> str:
    """Name a kind of text that a public record holds back."""
    match kind:
        case Kind.REASON:
            return _("reason")
        case Kind.ARGUMENT:
            return _("argument")
        case Kind.NOTE:
            return _("note of who differs")
        case Kind.REMARK:
            return _("remark")
        case Kind.BOUNDARY:
            return _("boundary")
        case Kind.TOGETHER:
            return _("what brought us together")
        case Kind.OWNER:
            return _("owner")
        case Kind.WORDING:
            return _("local wording")
        case Kind.REWORDING:
            return _("new wording")
        case Kind.SKIP:
            return _("reason to skip")
        case Kind.SETTLE:
            return _("what would settle it")
        case Kind.QUESTION:
            return _("parked question")
        case Kind.CLOSING:
            return _("answer in the closing round")
        case Kind.MISSING:
            return _("who is missing")
        case Kind.NAMED:
            return _("text with a name in it")
        case _:
            assert_never(kind)


def withheld(kinds: tuple[Kind, ...]) -> str:
    """Say what a public record holds back, with how many of each."""
    told = [
        f"{kind(each)} ({kinds.count(each)})" if kinds.count(each) > 1 else kind(each)
        for each in dict.fromkeys(kinds)
    ]
    return _("Held back in this public version: {what}.").format(what=words.listing(tuple(told)))


def lack(record: Record, field: str) -> str:
    """Name a field that a card lacks to be complete."""
    name, _colon, about = field.partition(":")
    match name:
        case "reason" if about:
            return _("a reason for {place}").format(place=place(record, Place(about)))
        case "reason":
            return _("a reason")
        case "boundary":
            return _("a boundary")
        case "together":
            return _("a boundary, or what brought us together")
        case "note" if about:
            return _("the note of {seat}").format(seat=seat(record, about))
        case "note":
            return _("a note of who differs")
        case "crux":
            return _("what the difference turns on")
        case "settle":
            return _("what would settle it")
        case "aspect":
            return _("a reason for part {number}").format(number=int(about) + 1)
        case "question":
            return _("the question")
        case "owner":
            return _("who finds it out")
        case "date":
            return _("by when")
        case _:
            return field


def said_back(record: Record, card: CardEntry, place: Place) -> str:
    """Say whether a position was said back, and by whom; nothing where it was not."""
    told = ""
    for restated in card.restated:
        if restated.place is place:
            told = _("waived") if restated.waived else _("confirmed")
            if restated.by:
                told = _("confirmed, said back by {seat}").format(seat=seat(record, restated.by))
    return told


def agreement(shown: RoundEntry | None) -> str:
    """Write the share of agreeing pairs of seats in a round, or why there is none."""
    if shown is None or shown.hidden:
        return NOTHING
    if shown.sealing is Sealing.OPEN:
        return _("not sealed")
    if shown.agreement is None:
        return undefined(_("fewer than two seats chose a place"))
    return share(shown.agreement)


def undefined(reason: str) -> str:
    """Say that a figure has no value, and why."""
    return f"{words.undefined()}: {reason}"


def share(value: float) -> str:
    """Write a share of 0 to 1 as a percentage."""
    return words.percent(round(100 * value))
