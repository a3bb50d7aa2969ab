"""Changes to a draft: cards added, changed, dropped and put back, seen against the deck below it.

Each change gives a new draft, so that the ones before it are there to go back to. Without a deck
below, every card is the draft's own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from game.core.cards import (
    TITLE_LENGTH,
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Deck,
    Place,
    Sphere,
)
from game.decks.draft import Draft, make_id

Card = TypeVar("Card", bound=ActivityCard | CriterionCard | ClosingQuestion)


class State(StrEnum):
    """How a card stands to the deck below."""

    OWN = "own"
    """Added here."""
    TAKEN = "taken"
    """Taken over as it is."""
    CHANGED = "changed"
    """In the deck below too, but worded otherwise there."""
    DROPPED = "dropped"
    """In the deck below, left out here."""


@dataclass(frozen=True, slots=True)
class Part(Generic[Card]):
    """One of a deck's three lists; see ACTIVITIES, CRITERIA and CLOSING."""

    name: str
    in_draft: Callable[[Draft], tuple[Card, ...] | None]
    in_deck: Callable[[Deck], tuple[Card, ...]]
    put: Callable[[Draft, tuple[Card, ...] | None], Draft]
    words: Callable[[Card], str]
    """The text that an id is made of."""
    blank: Card
    """A card with nothing on it."""
    merged: bool = False
    """Whether the draft's cards are laid over those below, instead of being the whole list."""


ACTIVITIES: Part[ActivityCard] = Part(
    "activities",
    lambda draft: draft.activities,
    lambda deck: deck.activities,
    lambda draft, cards: replace(draft, activities=cards or ()),
    lambda card: card.title,
    ActivityCard("", ""),
    merged=True,
)
CRITERIA: Part[CriterionCard] = Part(
    "criteria",
    lambda draft: draft.criteria,
    lambda deck: deck.criteria,
    lambda draft, cards: replace(draft, criteria=cards),
    lambda card: card.title,
    CriterionCard("", CriterionKind.PROPERTY, "", ""),
)
CLOSING: Part[ClosingQuestion] = Part(
    "closing",
    lambda draft: draft.closing,
    lambda deck: deck.closing,
    lambda draft, cards: replace(draft, closing=cards),
    lambda card: card.question,
    ClosingQuestion("", ""),
)


@dataclass(frozen=True, slots=True)
class Row(Generic[Card]):
    """A card with its state; of a dropped one, as the deck below has it."""

    state: State
    card: Card
    below: Card | None = None
    """The same card in the deck below."""


@dataclass(frozen=True, slots=True)
class SphereRow:
    """The wording of a place; None where neither the draft nor the deck below words it."""

    state: State
    place: Place
    sphere: Sphere | None
    below: Sphere | None = None


# What there is.


def rows(draft: Draft, base: Deck | None, part: Part[Card]) -> tuple[Row[Card], ...]:
    """List the cards in the order of play, with those that were dropped at their old place."""
    below = part.in_deck(base) if base else ()
    own = part.in_draft(draft)
    if base and (part.merged or own is None):
        return _merged_rows(own or (), below, frozenset(draft.drop))
    return _listed_rows(own or (), below)


def row(draft: Draft, base: Deck | None, part: Part[Card], card_id: str) -> Row[Card]:
    """Find the row of a card.

    Raises:
        KeyError: there is no such card.
    """
    found = [one for one in rows(draft, base, part) if one.card.id == card_id]
    if not found:
        raise KeyError(card_id)
    return found[-1]


def cards(draft: Draft, base: Deck | None, part: Part[Card]) -> tuple[Card, ...]:
    """List the cards that are played with."""
    return tuple(one.card for one in rows(draft, base, part) if one.state is not State.DROPPED)


def places_for(draft: Draft, base: Deck | None, part: Part[Card], card_id: str) -> range:
    """Tell to which places among the rows a card can be moved.

    The activities of a deck below keep their order, with the draft's own ones behind them.
    """
    all_rows = rows(draft, base, part)
    here = next(at for at, one in enumerate(all_rows) if one.card.id == card_id)
    if not (base and part.merged):
        return range(len(all_rows))
    if all_rows[here].below:
        return range(here, here + 1)
    return range(next(at for at, one in enumerate(all_rows) if not one.below), len(all_rows))


# Changes.


def add(draft: Draft, base: Deck | None, part: Part[Card], card: Card, *, after: str = "") -> Draft:
    """Add a card, behind another or at the end; without an id it gets one made of its words."""
    known = _ids(draft, base, part)
    if not card.id or card.id in known:
        card = replace(card, id=make_id(part.words(card), known, instead=_INSTEAD[part.name]))
    own = list(_own(draft, base, part))
    before = [one.id for one in own]
    own.insert(before.index(after) + 1 if after in before else len(own), card)
    return _put(draft, base, part, tuple(own))


def change(draft: Draft, base: Deck | None, part: Part[Card], card_id: str, card: Card) -> Draft:
    """Put a card in the place of another; only a card of its own may get another id.

    Raises:
        KeyError: there is no such card in play.
        ValueError: the id is another card's, or may not change.
    """
    old = row(draft, base, part, card_id)
    if old.state is State.DROPPED:
        raise KeyError(card_id)
    if card.id != card_id and (old.below or card.id in _ids(draft, base, part)):
        raise ValueError(card.id)
    own = list(_own(draft, base, part))
    at = next((n for n, one in enumerate(own) if one.id == card_id), None)
    if at is None:
        own.append(card)
    else:
        own[at] = card
    return _put(draft, base, part, tuple(own))


def duplicate(draft: Draft, base: Deck | None, part: Part[Card], card_id: str) -> tuple[Draft, str]:
    """Add a copy behind a card, and give the copy's id."""
    card = row(draft, base, part, card_id).card
    known = _ids(draft, base, part)
    copy_id = make_id(part.words(card), known, instead=_INSTEAD[part.name])
    copied = replace(card, id=copy_id)
    if not isinstance(copied, ClosingQuestion):
        number = copy_id.rpartition("-")[2]
        tail = f" {number}" if number.isdigit() else " 2"
        copied = replace(copied, title=copied.title[: TITLE_LENGTH - len(tail)] + tail)
    return add(draft, base, part, copied, after=card_id), copy_id


def move(draft: Draft, base: Deck | None, part: Part[Card], card_id: str, to: int) -> Draft:
    """Move a card to a place among the rows, as far as `places_for` lets it."""
    free = places_for(draft, base, part, card_id)
    to = min(max(to, free[0]), free[-1])
    order = [one for one in rows(draft, base, part) if one.card.id != card_id]
    order.insert(to, row(draft, base, part, card_id))
    number = {one.card.id: at for at, one in enumerate(order) if one.state is not State.DROPPED}
    own = _own(draft, base, part)
    if base and part.merged:
        kept = {one.id for one in part.in_deck(base)}
        laid_over = tuple(one for one in own if one.id in kept)
        added = sorted((one for one in own if one.id not in kept), key=lambda one: number[one.id])
        return part.put(draft, (*laid_over, *added))
    return _put(draft, base, part, tuple(sorted(own, key=lambda one: number[one.id])))


def drop(draft: Draft, base: Deck | None, part: Part[Card], card_id: str) -> Draft:
    """Take a card out; one of the deck below stays among the rows, to be put back."""
    old = row(draft, base, part, card_id)
    own = part.in_draft(draft)
    if old.state is State.DROPPED:
        return draft
    if not old.below or not (part.merged or own is None):
        mine = _own(draft, base, part)
        return _put(draft, base, part, tuple(one for one in mine if one.id != card_id))
    if base and not part.merged and _is_an_activity(base, card_id):
        mine = _own(draft, base, part)
        return part.put(draft, tuple(one for one in mine if one.id != card_id))
    draft = _keep_elsewhere(draft, base, part, card_id)
    if own:
        draft = part.put(draft, tuple(one for one in own if one.id != card_id))
    if card_id not in draft.drop:
        draft = replace(draft, drop=(*draft.drop, card_id))
    return draft


def restore(draft: Draft, base: Deck | None, part: Part[Card], card_id: str) -> Draft:
    """Put a changed or dropped card back as the deck below has it; others stay as they are."""
    old = row(draft, base, part, card_id)
    if base is None or old.below is None or old.state is State.TAKEN:
        return draft
    own = part.in_draft(draft)
    if part.merged or (own is None and not _is_an_activity(base, card_id)):
        kept = tuple(one for one in own or () if one.id != card_id)
        draft = _undrop(_keep_elsewhere(draft, base, part, card_id), {card_id})
        return part.put(draft, kept if part.merged else None)
    own = _own(draft, base, part)
    mine = {one.id: one for one in own} | {card_id: old.below}
    wanted = [one.id for one in own]
    if old.state is State.DROPPED:
        wanted = [
            one.card.id
            for one in rows(draft, base, part)
            if one.state is not State.DROPPED or one.card.id == card_id
        ]
    return _put(draft, base, part, tuple(mine[name] for name in wanted))


def restore_all(draft: Draft, base: Deck, part: Part[Card]) -> Draft:
    """Take a list over from the deck below again; activities that were added stay."""
    below = part.in_deck(base)
    names = {one.id for one in below}
    if part.merged:
        for name in names:
            draft = _keep_elsewhere(draft, base, part, name)
        added = (one for one in part.in_draft(draft) or () if one.id not in names)
        return part.put(_undrop(draft, names), tuple(added))
    free = {name for name in names if not _is_an_activity(base, name)}
    return _put(_undrop(draft, free), base, part, below)


# The places' wording, which is taken over as a whole or not at all.


def sphere_rows(draft: Draft, base: Deck | None) -> tuple[SphereRow, ...]:
    """List the wording of the four places."""
    below = {one.place: one for one in (base.spheres if base else ())}
    if draft.spheres is None and base:
        return tuple(
            SphereRow(State.TAKEN, place, below.get(place), below.get(place)) for place in Place
        )
    own = {one.place: one for one in draft.spheres or ()}
    found = []
    for place in Place:
        mine, theirs = own.get(place), below.get(place)
        state = State.OWN if theirs is None else State.CHANGED
        if mine == theirs and base:
            state = State.TAKEN
        elif mine is None and theirs:
            state = State.DROPPED
        found.append(SphereRow(state, place, mine or theirs, theirs))
    return tuple(found)


def change_sphere(draft: Draft, base: Deck | None, sphere: Sphere) -> Draft:
    """Word a place; an empty title and explanation take the wording out."""
    own = draft.spheres
    if own is None:
        own = base.spheres if base else ()
    found = {one.place: one for one in own}
    if sphere.title or sphere.explanation:
        found[sphere.place] = sphere
    else:
        found.pop(sphere.place, None)
    ordered = tuple(found[place] for place in Place if place in found)
    taken = ordered == base.spheres if base else not ordered
    return replace(draft, spheres=None if taken else ordered)


def restore_spheres(draft: Draft) -> Draft:
    """Take the wording over from the deck below again."""
    return replace(draft, spheres=None)


# How.

_INSTEAD = {"activities": "kaart", "criteria": "criterium", "closing": "vraag"}


def _merged_rows(
    own: tuple[Card, ...], below: tuple[Card, ...], gone: frozenset[str]
) -> tuple[Row[Card], ...]:
    left = {card.id: card for card in own}
    found: list[Row[Card]] = []
    for card in below:
        if card.id not in gone:
            mine = left.pop(card.id, None)
            found.append(Row(State.CHANGED if mine else State.TAKEN, mine or card, card))
        elif card.id not in left:
            found.append(Row(State.DROPPED, card, card))
    # A file may drop a card and give another with its id; that one then lies at the end.
    return (*found, *(Row(State.OWN, card) for card in left.values()))


def _listed_rows(own: tuple[Card, ...], below: tuple[Card, ...]) -> tuple[Row[Card], ...]:
    theirs = {card.id: card for card in below}
    found: list[Row[Card]] = []
    for card in own:
        old = theirs.get(card.id)
        state = State.OWN if old is None else State.TAKEN if old == card else State.CHANGED
        found.append(Row(state, card, old))
    for number, card in enumerate(below):
        if any(one.card.id == card.id for one in found):
            continue
        before = {one.id for one in below[:number]}
        at = max((n + 1 for n, one in enumerate(found) if one.card.id in before), default=0)
        found.insert(at, Row(State.DROPPED, card, card))
    return tuple(found)


def _own(draft: Draft, base: Deck | None, part: Part[Card]) -> tuple[Card, ...]:
    """Give the list to change: the draft's own, or that of the deck below made its own."""
    own = part.in_draft(draft)
    return own if own is not None else cards(draft, base, part)


def _put(draft: Draft, base: Deck | None, part: Part[Card], own: tuple[Card, ...]) -> Draft:
    """Put a changed list in, or none where it became that of the deck below again."""
    if base is None:
        return part.put(draft, own)
    if part.merged:
        theirs = set(part.in_deck(base))
        gone = set(draft.drop)
        return part.put(draft, tuple(one for one in own if one not in theirs or one.id in gone))
    taken = part.put(draft, None)
    return taken if cards(taken, base, part) == own else part.put(draft, own)


def _ids(draft: Draft, base: Deck | None, part: Part[Card]) -> set[str]:
    return {one.card.id for one in rows(draft, base, part)}


def _undrop(draft: Draft, names: set[str]) -> Draft:
    return replace(draft, drop=tuple(name for name in draft.drop if name not in names))


def _is_an_activity(base: Deck, card_id: str) -> bool:
    """Tell whether dropping this id would take an activity out as well."""
    return base.activity(card_id) is not None


def _keep_elsewhere(draft: Draft, base: Deck | None, part: Part[Card], card_id: str) -> Draft:
    """Write out the other lists that have this id too, before `drop` gains or loses it."""
    if base is None:
        return draft
    if part.name != CRITERIA.name and draft.criteria is None and base.criterion(card_id):
        draft = CRITERIA.put(draft, cards(draft, base, CRITERIA))
    questions = {one.id for one in base.closing}
    if part.name != CLOSING.name and draft.closing is None and card_id in questions:
        draft = CLOSING.put(draft, cards(draft, base, CLOSING))
    return draft
