"""The public record: no group of fewer than three people can be told apart in it."""

import re
from collections import Counter
from collections.abc import Iterable

from game.core.cards import Abstention, Place, Vote
from game.core.entries import (
    Audience,
    CardEntry,
    Figures,
    Kind,
    MovementEntry,
    NoFigure,
    NoteEntry,
    Record,
    RoundEntry,
    SeatEntry,
    VoteEntry,
)
from game.core.frozen import dataclass, replace
from game.core.setup import Sealing, Seat

SMALLEST_GROUP = 3
OTHERS = "overig"
"""Id and label of the seat that the small seats become."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A typed text with its key: held back until released, or staying until taken out."""

    key: str
    card: str
    """The card's title; empty for what belongs to no card."""
    kind: Kind
    text: str


def withheld(record: Record) -> tuple[Withheld, ...]:
    """List the texts that the public version of an internal record holds back."""
    if record.people < SMALLEST_GROUP or record.audience is Audience.PUBLIC:
        return ()
    names = small_names(record)
    held = [text for card in record.cards for text in _card_texts(_told(record, card), names)]
    held += [
        Withheld(f"session/remark/{n}", "", Kind.REMARK, text)
        for n, text in enumerate(record.notes)
    ]
    held += _only_named(_closing_texts(record), names)
    return tuple(text for text in held if text.text)


def staying(record: Record) -> tuple[Withheld, ...]:
    """List the typed texts that stay in the public version, unless they are taken out of it."""
    if record.people < SMALLEST_GROUP or record.audience is Audience.PUBLIC:
        return ()
    held = {text.key for text in withheld(record)}
    typed = [text for card in record.cards for text in _open_texts(card)]
    typed += _closing_texts(record)
    return tuple(text for text in typed if text.text and text.key not in held)


def public(
    record: Record,
    released: frozenset[str] = frozenset(),
    taken_out: frozenset[str] = frozenset(),
) -> Record:
    """Make the public version of a record.

    Args:
        record: the internal one.
        released: keys of withheld texts that go in.
        taken_out: keys of staying texts that go out.
    """
    if record.audience is Audience.PUBLIC:
        return record
    if record.people < SMALLEST_GROUP:
        return _totals_only(record)
    merged = merged_seats(record.seats)
    held = [text for text in withheld(record) if text.key not in released]
    held += [text for text in staying(record) if text.key in taken_out]
    keys = frozenset(text.key for text in held)
    shown = _Shown(record, merged, keys)
    cards = sorted(
        (shown.card(card) for card in record.cards),
        key=lambda c: (c.title.casefold(), c.id, c.version, c.key),
    )
    left = sorted(record.not_reached, key=lambda card: (card.title.casefold(), card.id))
    own = [text for text in held if text.key.startswith("session/")]
    missing = "" if "session/missing" in keys else record.setup.missing
    return replace(
        record,
        audience=Audience.PUBLIC,
        setup=replace(record.setup, missing=missing),
        seats=shown.seats(),
        changes=tuple(
            replace(c, card="", played=None)
            for c in record.changes
            if not c.seat or c.seat not in merged
        ),
        cards=tuple(cards),
        notes=tuple(
            text for n, text in enumerate(record.notes) if f"session/remark/{n}" not in keys
        ),
        closing=tuple(
            replace(a, text="" if f"session/closing/{a.id}" in keys else a.text)
            for a in record.closing
        ),
        figures=shown.figures(),
        not_reached=tuple(left),
        withheld=tuple(text.kind for text in own),
    )


def _withheld_figures(figures: Figures) -> Figures:
    """Drop what would tell the choices of fewer than three people, by subtraction."""
    return replace(
        figures,
        measure=None,
        value=None,
        low=None,
        high=None,
        resamples=0,
        undefined=0,
        absent=NoFigure.WITHHELD,
        observed=None,
    )


def _totals_only(record: Record) -> Record:
    figures = replace(_withheld_figures(record.figures), movement=())
    return replace(
        record,
        audience=Audience.PUBLIC,
        setup=replace(record.setup, missing=""),
        seats=(),
        changes=(),
        cards=(),
        notes=(),
        closing=(),
        criteria=(),
        figures=figures,
        not_reached=(),
    )


def merged_seats(seats: Iterable[SeatEntry | Seat]) -> frozenset[str]:
    """Name the seats that become one: the small ones, and the next smallest until it holds."""
    rest = sorted(seats, key=lambda seat: seat.size)
    small = [seat for seat in rest if seat.size < SMALLEST_GROUP or _is_others(seat)]
    if not small:
        return frozenset()
    rest = [seat for seat in rest if seat not in small]
    while rest and sum(seat.size for seat in small) < SMALLEST_GROUP:
        small.append(rest.pop(0))
    return frozenset(seat.id for seat in small)


def _is_others(seat: SeatEntry | Seat) -> bool:
    return OTHERS in (seat.id.casefold(), seat.label.strip().casefold())


def small_names(record: Record) -> tuple[str, ...]:
    """List the labels of merged seats that are names, not the role that they stand for."""
    merged = merged_seats(record.seats)
    return tuple(
        seat.label.strip()
        for seat in record.seats
        if seat.id in merged and seat.label.strip().casefold() != seat.role.strip().casefold()
    )


def named(text: str, names: Iterable[str]) -> bool:
    """Tell whether one of these names stands in a text, as a word of its own."""
    lower = text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", lower) for name in names)


def _people(record: Record, seats: Iterable[str]) -> int:
    size = {seat.id: seat.size for seat in record.seats}
    return sum(size.get(seat, 0) for seat in seats)


def _told(record: Record, card: CardEntry) -> CardEntry:
    """Leave out what fewer than three people said, also of what could be released."""
    if all(_people(record, shown.present) >= SMALLEST_GROUP for shown in rounds_of(card)):
        return card
    return replace(
        card, arguments=(), restated=(), reasons=(), notes=(), corrections=(), missing=()
    )


def _card_texts(card: CardEntry, names: tuple[str, ...]) -> Iterable[Withheld]:
    single = (
        ("wording", Kind.WORDING, card.wording),
        ("rewording", Kind.REWORDING, card.reworded),
        ("reason", Kind.REASON, card.reason),
        ("boundary", Kind.BOUNDARY, card.boundary),
        ("together", Kind.TOGETHER, card.together),
        ("owner", Kind.OWNER, card.owner),
        ("skip", Kind.SKIP, card.skip_reason),
    )
    for name, kind, text in single:
        yield Withheld(f"{card.key}/{name}", card.title, kind, text)
    for place, text in card.reasons:
        yield Withheld(f"{card.key}/reason/{place}", card.title, Kind.REASON, text)
    for n, aspect in enumerate(card.aspects):
        yield Withheld(f"{card.key}/aspect/{n}", card.title, Kind.REASON, aspect.reason)
    for n, argument in enumerate(card.arguments):
        yield Withheld(f"{card.key}/argument/{n}", card.title, Kind.ARGUMENT, argument.text)
    for note in card.notes:
        yield Withheld(f"{card.key}/note/{note.seat}", card.title, Kind.NOTE, note.text)
    for n, text in enumerate(card.remarks):
        yield Withheld(f"{card.key}/remark/{n}", card.title, Kind.REMARK, text)
    yield from _only_named(_open_texts(card), names)


def _open_texts(card: CardEntry) -> Iterable[Withheld]:
    """List what of a card goes into a public record, if no small seat is named in it."""
    yield Withheld(f"{card.key}/settle", card.title, Kind.SETTLE, card.settle)
    yield Withheld(f"{card.key}/question", card.title, Kind.QUESTION, card.question)


def _closing_texts(record: Record) -> Iterable[Withheld]:
    """List what of the session goes into a public record, if no small seat is named in it."""
    for answer in record.closing:
        yield Withheld(f"session/closing/{answer.id}", "", Kind.CLOSING, answer.text)
    yield Withheld("session/missing", "", Kind.MISSING, record.setup.missing)


def _only_named(texts: Iterable[Withheld], names: tuple[str, ...]) -> Iterable[Withheld]:
    return (replace(text, kind=Kind.NAMED) for text in texts if named(text.text, names))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What of a record may be shown, given its merged seats and the texts held back."""

    record: Record
    merged: frozenset[str]
    keys: frozenset[str]

    def seats(self) -> tuple[SeatEntry, ...]:
        """List the seats that stay, then the merged one."""
        kept = tuple(seat for seat in self.record.seats if seat.id not in self.merged)
        people = sum(seat.size for seat in self.record.seats if seat.id in self.merged)
        return (*kept, SeatEntry(OTHERS, OTHERS, "", people)) if self.merged else kept

    def people(self, seats: Iterable[str]) -> int:
        """Count the people of some seats."""
        return _people(self.record, seats)

    def group(self, seat: str) -> str:
        """Name the seat under which a seat is shown."""
        return OTHERS if seat in self.merged else seat

    def grouped(self, seats: Iterable[str]) -> tuple[str, ...]:
        """Name the seats that stay, then the merged one: its place may not tell who is in it."""
        groups = dict.fromkeys(map(self.group, seats))
        return tuple(sorted(groups, key=lambda group: group == OTHERS))

    def whole(self, shown: RoundEntry) -> bool:
        """Tell whether the merged seats that took part hold three people, or none."""
        present = self.people(seat for seat in shown.present if seat in self.merged)
        return present == 0 or present >= SMALLEST_GROUP

    def round(self, shown: RoundEntry) -> RoundEntry:
        """Show a round: by group, as counts only, or not at all."""
        if self.people(shown.present) < SMALLEST_GROUP:
            return replace(
                shown,
                present=(),
                votes=(),
                missing=(),
                counts=(),
                live_with=(),
                agreement=None,
                hidden=True,
            )
        if not self.whole(shown):
            return replace(shown, present=(), votes=(), missing=())
        votes = [vote for vote in shown.votes if vote.seat not in self.merged]
        chosen = Counter(vote.vote for vote in shown.votes if vote.seat in self.merged)
        order: tuple[Vote, ...] = (*Place, *Abstention)
        votes += [VoteEntry(OTHERS, v, (), chosen[v]) for v in order if chosen[v]]
        return replace(
            shown,
            present=self.grouped(shown.present),
            votes=tuple(votes),
            missing=self.grouped(shown.missing),
        )

    def card(self, card: CardEntry) -> CardEntry:
        """Show a card, without the texts that are held back and without who is too few."""
        rounds = rounds_of(card)
        told = all(self.whole(shown) for shown in rounds)
        card = _told(self.record, card)

        def seat(seat_id: str) -> str:
            return self.group(seat_id) if told and seat_id else ""

        def text(name: str, words: str) -> str:
            return "" if f"{card.key}/{name}" in self.keys else words

        names = small_names(self.record)
        texts = {t.key: t for t in (*_open_texts(card), *_card_texts(card, names)) if t.text}
        held = [t.kind for t in texts.values() if t.key in self.keys]
        notes = [
            NoteEntry(seat(n.seat), n.place, text(f"note/{n.seat}", n.text)) for n in card.notes
        ]
        return replace(
            card,
            seat="",
            wording=text("wording", card.wording),
            reworded=text("rewording", card.reworded),
            earlier=tuple(self.round(shown) for shown in card.earlier),
            first=self.round(card.first) if card.first else None,
            second=self.round(card.second) if card.second else None,
            arguments=tuple(
                replace(a, seat=seat(a.seat), text=text(f"argument/{n}", a.text))
                for n, a in enumerate(card.arguments)
            ),
            restated=tuple(
                replace(r, by="" if r.by in self.merged else seat(r.by)) for r in card.restated
            ),
            reason=text("reason", card.reason),
            boundary=text("boundary", card.boundary),
            together=text("together", card.together),
            reasons=tuple((p, text(f"reason/{p}", words)) for p, words in card.reasons),
            notes=tuple(sorted(notes, key=lambda n: (n.seat, n.place or "", n.text))),
            settle=text("settle", card.settle),
            aspects=tuple(
                replace(
                    a,
                    round=self.round(a.round) if a.round else None,
                    reason=text(f"aspect/{n}", a.reason),
                )
                for n, a in enumerate(card.aspects)
            ),
            question=text("question", card.question),
            owner=text("owner", card.owner),
            skip_reason=text("skip", card.skip_reason),
            remarks=tuple(
                words for n, words in enumerate(card.remarks) if text(f"remark/{n}", words)
            ),
            corrections=tuple(
                replace(c, seat="" if c.seat in self.merged else seat(c.seat))
                for c in card.corrections
            ),
            missing=tuple(sorted({self.lack(field, told) for field in card.missing})),
            withheld=tuple(held),
        )

    def figures(self) -> Figures:
        """Show the figures of the table as a whole."""
        record = self.record
        stayed = moved = 0
        for card in record.latest:
            if card.first is None or card.second is None:
                continue
            before = {vote.seat: vote.vote for vote in card.first.votes}
            both = [vote for vote in card.second.votes if vote.seat in before]
            sealed = Sealing.OPEN not in (card.first.sealing, card.second.sealing)
            if sealed and self.people(vote.seat for vote in both) >= SMALLEST_GROUP:
                kept = sum(vote.vote is before[vote.seat] for vote in both)
                stayed, moved = stayed + kept, moved + len(both) - kept
        figures = replace(record.figures, movement=(MovementEntry("", stayed, moved),))
        few = [
            shown
            for card in record.cards
            for shown in rounds_of(card)
            if self.people(shown.present) < SMALLEST_GROUP
        ]
        return _withheld_figures(figures) if few else figures

    def lack(self, field: str, told: bool) -> str:
        """Name a missing field without the seat whose note it is."""
        name, _, seat = field.partition(":")
        if name != "note":
            return field
        return f"note:{self.group(seat)}" if told else "note"


def rounds_of(card: CardEntry) -> tuple[RoundEntry, ...]:
    """List the rounds of a card, those of its aspects too."""
    aspects = (aspect.round for aspect in card.aspects)
    return tuple(r for r in (*card.earlier, card.first, card.second, *aspects) if r is not None)
