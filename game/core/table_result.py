"""What one table leaves for a comparison with others, small enough to be read by thousands."""

from collections.abc import Iterable

from game.core.cards import Abstention, Deck, Meets, Place, Vote
from game.core.entries import Audience, CardEntry, Kind, Record
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.core.publish import SMALLEST_GROUP
from game.core.setup import Sealing

VOTES: tuple[Vote, ...] = (*Place, *Abstention)
"""The order in which votes are counted."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A card as a deck prints it; two that differ in this are not the same card."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class DeckUsed:
    """A deck that was played, with the text of its cards."""

    id: str
    version: str
    sha256: str
    title: str
    cards: tuple[Printed, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells one version of a deck from another."""
        return self.id, self.version, self.sha256


@dataclass(frozen=True, slots=True)
class Said:
    """An argument, or a reason that the table gave in the end."""

    place: Place
    """What it speaks for."""
    criterion: str
    """Title of the criterion card; empty without one."""
    meets: Meets | None
    text: str
    by: str
    """Label of the seat; empty for the table as a whole, and in what is made public."""


@dataclass(frozen=True, slots=True)
class CardResult:
    """What became of a card at one table."""

    printed: Printed
    added: bool
    """Written at the table."""
    local: bool
    """The table gave it a wording of its own, so it is not the card that others had."""
    wording: str
    """That wording; empty where it is held back."""
    outcome: Outcome
    places: tuple[Place, ...]
    first: tuple[int, ...] | None
    """Seats per vote in the sealed first round, as VOTES orders them; None if there is none."""
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class TableResult:
    """What one table leaves for a comparison."""

    session_id: str
    gemeente: str
    wijk: str
    date: str
    table: str
    people: int
    finished: bool
    totals_only: bool
    """So few people sat there that nothing of their cards is made public."""
    deck: DeckUsed
    cards: tuple[CardResult, ...]
    """Those that count, ordered by id."""


def deck_used(deck: Deck) -> DeckUsed:
    """Take from a deck what a comparison needs."""
    cards = tuple(Printed(card.id, card.title, card.text) for card in deck.activities)
    return DeckUsed(deck.id, deck.version, deck.sha256, deck.title, cards)


def result_of(record: Record, deck: Deck) -> TableResult:
    """Take from a record what a comparison needs; from a public one only what is public."""
    setup = record.setup
    versions: dict[str, list[CardEntry]] = {}
    for card in record.cards:
        versions.setdefault(card.id, []).append(card)
    return TableResult(
        session_id=record.session_id,
        gemeente=setup.gemeente,
        wijk=setup.wijk,
        date=setup.date,
        table=setup.table,
        people=record.people,
        finished=record.finished,
        totals_only=record.totals_only,
        deck=deck_used(deck),
        cards=tuple(_card(record, versions[card_id]) for card_id in sorted(versions)),
    )


def _card(record: Record, versions: list[CardEntry]) -> CardResult:
    card = next(card for card in versions if card.latest)
    held = {Kind.WORDING, Kind.REWORDING} & set(card.withheld)
    wording = card.reworded or card.wording
    return CardResult(
        printed=Printed(card.id, card.title, card.text),
        added=card.added,
        local=bool(wording or held),
        wording=wording,
        outcome=card.outcome,
        places=card.places,
        first=_first(versions),
        said=tuple(said for version in versions for said in _said(record, version)),
    )


def _first(versions: list[CardEntry]) -> tuple[int, ...] | None:
    """Count the first round of the first version, where it was sealed."""
    shown = [card.first for card in versions if card.version == 1][-1]
    if shown is None or shown.hidden or shown.sealing is Sealing.OPEN:
        return None
    counted = dict(shown.counts)
    return tuple(counted.get(vote, 0) for vote in VOTES)


def _said(record: Record, card: CardEntry) -> Iterable[Said]:
    public = record.audience is Audience.PUBLIC
    labels = {} if public else {seat.id: seat.label for seat in record.seats}
    titles = {criterion.id: criterion.title for criterion in record.criteria}
    told = [(a.place, a.text) for a in card.arguments]
    for a in card.arguments:
        title, label = titles.get(a.criterion, ""), labels.get(a.seat, "")
        yield Said(a.place, title, a.meets, a.text, label)
    reasons = card.reasons or tuple((place, card.reason) for place in card.places[:1])
    for place, text in reasons:
        if not repeats(text, told, place):
            yield Said(place, "", None, text, "")


def repeats(text: str, told: Iterable[tuple[Place, str]], place: Place) -> bool:
    """Tell whether a reason says nothing that was not said for the place in an argument."""
    lines = {
        part.strip() for said_for, said in told if said_for is place for part in said.split("\n")
    }
    return all(part.strip() in lines or not part.strip() for part in text.split("\n"))


def too_few(people: int) -> bool:
    """Tell whether so few people cannot be shown as a group."""
    return people < SMALLEST_GROUP
