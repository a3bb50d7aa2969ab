"""What a session comes to, folded straight from the events of its save, for reading thousands.

It says the same as the record of the session; a test holds the two against each other.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from game.core.cards import Abstention, Meets, Place
from game.core.outcome import Outcome
from game.core.table_result import (
    VOTES,
    CardResult,
    DeckUsed,
    Printed,
    Said,
    TableResult,
    repeats,
    too_few,
)
from game.store.codec import EVENTS

Data = dict[str, Any]

_PLACES = {place.value: place for place in Place}
_MEETS: dict[str | None, Meets | None] = {None: None, **{each.value: each for each in Meets}}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_VOTES = {vote.value: number for number, vote in enumerate(VOTES)}
_SEALINGS = frozenset({"hands", "veil", "open", "paper"})
assert len(_VOTES) == len(Place) + len(Abstention)


class _Card:
    """A card at the table, and then in the history."""

    __slots__ = (
        "arguments",
        "aspects",
        "few",
        "first",
        "first_few",
        "first_open",
        "first_present",
        "id",
        "outcome",
        "places",
        "reasons",
        "reworded",
        "seals",
        "second",
        "second_started",
        "seen",
        "split",
        "version",
        "wording",
    )

    def __init__(self, card: str, version: int) -> None:
        self.id = card
        self.version = version
        self.wording = self.reworded = ""
        self.seals: dict[str, str] = {}
        self.first: dict[str, str] | None = None
        self.first_present: list[str] = []
        self.first_open = self.first_few = self.few = False
        self.second_started = self.second = False
        self.seen = False
        """Whether it came to a reveal, also when that was reworded away."""
        self.split = self.aspects = 0
        """How many parts it was split in, and how many of those were revealed."""
        self.arguments: list[Data] = []
        self.outcome = Outcome.SKIPPED
        self.places: tuple[Place, ...] = ()
        self.reasons: tuple[tuple[Place, str], ...] = ()


class Fold:
    """Takes the events of one session in their order."""

    def __init__(self) -> None:
        self.setup: Data = {}
        self.seats: dict[str, Data] = {}
        self.blanks: dict[str, Printed] = {}
        self.sealing = ""
        self.current: _Card | None = None
        self.history: dict[str, list[_Card]] = {}
        self.finished = False

    def take(self, events: Iterable[Data]) -> None:
        """Take the events of a step.

        Raises:
            UNPLAYABLE: they are no events of a session.
        """
        for event in events:
            handle = _OF_SESSION.get(event["kind"])
            if handle:
                handle(self, event)
            elif self.current is not None:
                on_card = _OF_CARD.get(event["kind"])
                if on_card:
                    on_card(self, self.current, event)

    def started(self, event: Data) -> None:
        """Open the session."""
        self.setup = event["setup"]
        self.sealing = _sealing(self.setup)
        for seat in event["seats"]:
            self.seats[seat["id"]] = seat

    def options(self, event: Data) -> None:
        """Change how the table seals; what was sealed otherwise stays unseen."""
        sealing = _sealing(event)
        if self.current and sealing != self.sealing:
            self.current.seals = {}
        self.sealing = sealing

    def blank(self, event: Data) -> None:
        """Know a card that the table wrote."""
        card = event["card"]
        self.blanks[card["id"]] = Printed(card["id"], card["title"], card.get("text", ""))

    def played(self, event: Data) -> None:
        """Put a card on the table."""
        card = self.current = _Card(event["card"], 1)
        for earlier in self.history.get(card.id, [])[-1:]:
            # One that never came to a reveal is played over under its own number.
            card.version = earlier.version + earlier.seen
            card.wording, card.reworded = earlier.wording, earlier.reworded

    def reopened(self, event: Data) -> None:
        """Put a recorded card on the table again."""
        before = self.history[event["card"]][-1]
        card = self.current = _Card(before.id, before.version + 1)
        card.wording, card.reworded = before.wording, before.reworded

    def recorded(self, event: Data) -> None:
        """Take a card off the table with its outcome."""
        card = self.current
        if card is None:
            return
        match event["kind"]:
            case "outcome.recorded":
                card.outcome = _OUTCOMES[event["outcome"]]
                card.places = tuple(_PLACES[place] for place in event["places"])
                words = event["settlement"]
                reasons = tuple((_PLACES[p], t) for p, t in words.get("reasons", ()))
                card.reasons = reasons or tuple(
                    (place, words.get("reason", "")) for place in card.places[:1]
                )
            case "card.parked":
                card.outcome = Outcome.PARKED
        self.history.setdefault(card.id, []).append(card)
        self.current = None

    def left(self, event: Data) -> None:
        """Drop the seal of a seat that left."""
        if self.current:
            self.current.seals.pop(event["seat"], None)

    def joined(self, event: Data) -> None:
        """Know a seat that came later."""
        self.seats.setdefault(event["seat"]["id"], event["seat"])

    def ended(self, _event: Data) -> None:
        """End the session."""
        self.finished = True

    def revealed(self, card: _Card, event: Data) -> None:
        """Turn the seals over."""
        present = event["present"]
        few = too_few(sum(self.size(seat) for seat in present))
        card.few |= few
        seals, card.seals = card.seals, {}
        if card.aspects < card.split:
            card.aspects += 1
        elif card.second_started:
            card.second = True
        else:
            card.first = {seat: seals[seat] for seat in present if seat in seals}
            card.first_present, card.first_few = present, few
            card.first_open = self.sealing == "open"
            card.seen = True

    def size(self, seat: str) -> int:
        """Count the people of a seat."""
        size: int = self.seats[seat].get("size", 1)
        return size

    def corrected(self, card: _Card, event: Data) -> None:
        """Put a wrong tap right; only one of the first round matters here."""
        seat = event["seat"]
        if card.first is None or card.aspects or card.second or seat not in card.first_present:
            return
        card.first[seat] = event["vote"]

    def result(self, session_id: str, deck: "DeckInFile", *, public: bool) -> TableResult:
        """Say what the session came to.

        Raises:
            UNPLAYABLE: it is not the result of a session.
        """
        people = sum(self.size(seat) for seat in self.seats)
        hidden = public and too_few(people)
        cards = (
            ()
            if hidden
            else tuple(
                self._card(self.history[card_id], deck, public=public)
                for card_id in sorted(self.history)
            )
        )
        setup = self.setup
        return TableResult(
            session_id=session_id,
            gemeente=_text(setup.get("gemeente", "")),
            wijk=_text(setup.get("wijk", "")),
            date=_text(setup.get("date", "")),
            table=_text(setup.get("table", "")),
            people=people,
            finished=self.finished,
            totals_only=hidden,
            deck=deck.used,
            cards=cards,
        )

    def _card(self, versions: list[_Card], deck: "DeckInFile", *, public: bool) -> CardResult:
        card = versions[-1]
        first = [version for version in versions if version.version == 1][-1]
        hidden = first.first_open or (public and first.first_few)
        printed = deck.printed.get(card.id)
        wording = _text(card.reworded or card.wording)
        return CardResult(
            printed=printed or self.blanks[card.id],
            added=printed is None,
            local=bool(wording),
            wording="" if public else wording,
            outcome=card.outcome,
            places=card.places,
            first=None if first.first is None or hidden else _counted(first.first),
            said=tuple(s for each in versions for s in self._said(each, deck, public=public)),
        )

    def _said(self, card: _Card, deck: "DeckInFile", *, public: bool) -> Iterable[Said]:
        if public and card.few:
            return
        told: list[tuple[Place, str]] = []
        for a in card.arguments:
            place, meets = _PLACES[a["place"]], _MEETS[a["meets"]]
            title = deck.criteria.get(a["criterion"], "")
            if public:
                yield Said(place, title, meets, "", "")
                continue
            text = _text(a["text"])
            told.append((place, text))
            yield Said(place, title, meets, text, _text(self.seats[a["seat"]]["label"]))
        if not public:
            for place, text in card.reasons:
                if not repeats(text, told, place):
                    yield Said(place, "", None, _text(text), "")


class DeckInFile:
    """A deck as the header of a save holds it."""

    def __init__(self, data: Any) -> None:
        self.used = DeckUsed(
            _text(data["id"]),
            _text(data["version"]),
            _text(data.get("sha256", "")),
            _text(data["title"]),
            tuple(
                Printed(_text(card["id"]), _text(card["title"]), _text(card.get("text", "")))
                for card in data["activities"]
            ),
        )
        self.printed = {card.id: card for card in self.used.cards}
        self.criteria = {_text(c["id"]): _text(c["title"]) for c in data["criteria"]}


def _text(value: object) -> str:
    """Take a text, of which every file can hold every letter."""
    if not isinstance(value, str):
        raise TypeError("a text is needed")
    value.encode()
    return value


def _sealing(data: Data) -> str:
    sealing: str = data.get("sealing", "hands")
    if sealing not in _SEALINGS:
        raise ValueError("no way to seal")
    return sealing


def _counted(votes: dict[str, str]) -> tuple[int, ...]:
    counts = [0] * len(VOTES)
    for vote in votes.values():
        counts[_VOTES[vote]] += 1
    return tuple(counts)


def _wording(_fold: Fold, card: _Card, event: Data) -> None:
    card.wording = event["text"]


def _sealed(_fold: Fold, card: _Card, event: Data) -> None:
    card.seals[event["seat"]] = event["vote"]


def _unsealed(_fold: Fold, card: _Card, event: Data) -> None:
    card.seals.pop(event["seat"], None)


def _reworded(_fold: Fold, card: _Card, event: Data) -> None:
    card.reworded = event["text"]
    card.first = None


def _argued(_fold: Fold, card: _Card, event: Data) -> None:
    card.arguments.append(event)


def _edited(_fold: Fold, card: _Card, event: Data) -> None:
    number = event["argument"]
    card.arguments[number] = {**card.arguments[number], "text": event["text"]}


def _second(_fold: Fold, card: _Card, _event: Data) -> None:
    card.second_started = True


def _split(_fold: Fold, card: _Card, event: Data) -> None:
    card.split, card.aspects, card.seals = len(event["aspects"]), 0, {}


_OF_SESSION: dict[str, Callable[[Fold, Data], None]] = {
    "session.started": Fold.started,
    "session.finished": Fold.ended,
    "options.changed": Fold.options,
    "blank.added": Fold.blank,
    "card.played": Fold.played,
    "card.reopened": Fold.reopened,
    "outcome.recorded": Fold.recorded,
    "card.parked": Fold.recorded,
    "card.skipped": Fold.recorded,
    "seat.left": Fold.left,
    "seat.joined": Fold.joined,
}
_OF_CARD: dict[str, Callable[[Fold, _Card, Data], None]] = {
    "wording.noted": _wording,
    "vote.sealed": _sealed,
    "vote.unsealed": _unsealed,
    "vote.corrected": Fold.corrected,
    "round.revealed": Fold.revealed,
    "card.reworded": _reworded,
    "card.split": _split,
    "argument.played": _argued,
    "argument.edited": _edited,
    "second-round.started": _second,
}
"""What is done to the card in play; a card that was retracted takes it along."""


UNPLAYABLE = (LookupError, TypeError, ValueError, AttributeError)
"""What folding raises when a step is none of a session."""


class StrayStepError(ValueError):
    """A step that cannot be.

    Args:
        number: of the step, from 0.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def fold(steps: Sequence[Data]) -> Fold:
    """Fold the steps of a save, leaving out what was retracted.

    Raises:
        StrayStepError: one of them is not a step of a session.
    """
    told = Fold()
    gone: set[int] = set()
    number = 0
    try:
        for number, step in enumerate(steps):
            for event in step["events"]:
                if event["kind"] == "step.retracted":
                    gone |= {event["step"], number}
                elif event["kind"] not in EVENTS:
                    raise ValueError("unknown kind of event")
        for number, step in enumerate(steps):
            if number not in gone:
                told.take(step["events"])
    except UNPLAYABLE:
        raise StrayStepError(number) from None
    return told
