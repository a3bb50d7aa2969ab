"""Read a deck file whole: its text, its shape, its pictures and the deck it is based on."""

import difflib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game.core.cards import TITLE_LENGTH, Deck
from game.decks.canonical import with_hash
from game.decks.draft import Draft, Mention
from game.decks.findings import (
    DeckError,
    Fault,
    Finding,
    Report,
    Spot,
    Where,
    errors,
)
from game.decks.pictures import find_picture
from game.decks.shape import ID, read_shape
from game.decks.tree import MAX_BYTES, Node, decode, parse

DECK_FILE = "deck.yaml"
"""The name of the deck inside a folder that also has its pictures."""

FEW_CARDS = 6
"""A deck with fewer activity cards makes a thin session."""

MAX_BASES = 10
"""How many decks may stand on each other."""

Bases = Callable[[str], Path | None]
"""Finds the deck file of an id."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a deck file: a deck unless there are errors, and all findings."""

    deck: Deck | None
    findings: tuple[Finding, ...]
    folders: tuple[Path, ...] = ()
    """Where its pictures may be: its own folder, then those of the decks it is based on."""


def no_bases(_deck_id: str) -> Path | None:
    """Find no deck at all: for a file that is read on its own."""
    return None


def deck_file(path: Path) -> Path:
    """Find the YAML file of a deck that is a file or a folder."""
    return path / DECK_FILE if path.is_dir() else path


def read_deck(path: Path, *, bases: Bases = no_bases) -> Loaded:
    """Read and check a deck, with every error and warning at once; nothing is raised."""
    return _read(deck_file(path), bases, ())


def load_deck(path: Path, *, bases: Bases = no_bases) -> Deck:
    """Read a deck that can be played.

    Raises:
        DeckError: with all findings, when there is any error among them.
    """
    loaded = read_deck(path, bases=bases)
    if loaded.deck is None:
        raise DeckError(loaded.findings)
    return loaded.deck


def read_tree(path: Path, report: Report) -> Node | None:
    """Read a file into its tree of values; None if that cannot be done."""
    try:
        if not path.exists():
            report.add(Spot(), Where(), Fault.NOT_FOUND)
            return None
        if not path.is_file():
            report.add(Spot(), Where(), Fault.UNREADABLE)
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        report.add(Spot(), Where(), Fault.UNREADABLE)
        return None
    if len(data) > MAX_BYTES:
        report.add(Spot(), Where(), Fault.FILE_TOO_LARGE, limit=MAX_BYTES)
        return None
    text = decode(data, report)
    return parse(text, report) if text is not None else None


def _read(path: Path, bases: Bases, above: tuple[Path, ...]) -> Loaded:
    report = Report(str(path))
    root = read_tree(path, report)
    if root is None:
        return Loaded(None, report.in_order())
    draft = read_shape(root, report)
    base = _read_base(draft, path, bases, above, report)
    folders = (path.parent, *(base.folders if base else ()))
    _check_pictures(draft, folders, report)
    deck = _resolve(draft, base.deck if base else None, report)
    _check_cards(draft, deck, report)
    findings = report.in_order() + (errors(base.findings) if base else ())
    if errors(findings):
        return Loaded(None, findings, folders)
    return Loaded(with_hash(replace(deck, folder=str(path.parent))), findings, folders)


def _read_base(
    draft: Draft, path: Path, bases: Bases, above: tuple[Path, ...], report: Report
) -> Loaded | None:
    """Read the deck below this one, if it names one."""
    if draft.based_on is None or not ID.fullmatch(draft.based_on.id):
        return None
    name, spot, where = draft.based_on.id, draft.based_on.spot, Where("based_on")
    found = bases(name)
    if found is None:
        report.add(spot, where, Fault.BASE_NOT_FOUND, name)
        return None
    below = deck_file(found)
    above = (*above, path.resolve())
    if below.resolve() in above or len(above) > MAX_BASES:
        report.add(spot, where, Fault.BASE_LOOP, name)
        return None
    base = _read(below, bases, above)
    wrong = errors(base.findings)
    if wrong:
        report.add(spot, where, Fault.BASE_WRONG, name, number=len(wrong))
    return base


def _check_pictures(draft: Draft, folders: tuple[Path, ...], report: Report) -> None:
    for card, name in draft.pictures:
        verdict = find_picture(name, folders)
        if verdict.fault:
            where = Where("activities", card.index, card.id, "picture")
            report.add(
                card.spot, where, verdict.fault, name, number=verdict.number, limit=verdict.limit
            )


def _resolve(draft: Draft, base: Deck | None, report: Report) -> Deck:
    """Lay a draft over the deck it is based on."""
    deck = Deck(
        id=draft.id,
        title=draft.title,
        language=draft.language,
        version=draft.version,
        about=draft.about,
        based_on=draft.based_on.id if draft.based_on else "",
        activities=draft.activities,
        criteria=draft.criteria or (),
        closing=draft.closing or (),
        spheres=draft.spheres or (),
    )
    if base is None:
        return deck
    _check_drop(draft.drop, base, report)
    gone = {mention.id for mention in draft.drop}
    own = {card.id: card for card in draft.activities}
    kept = [own.pop(card.id, card) for card in base.activities if card.id not in gone]
    criteria, closing, spheres = draft.criteria, draft.closing, draft.spheres
    if criteria is None:
        criteria = tuple(card for card in base.criteria if card.id not in gone)
    if closing is None:
        closing = tuple(one for one in base.closing if one.id not in gone)
    return replace(
        deck,
        activities=(*kept, *own.values()),
        criteria=criteria,
        closing=closing,
        spheres=base.spheres if spheres is None else spheres,
    )


def _check_drop(drop: tuple[Mention, ...], base: Deck, report: Report) -> None:
    known = {card.id for card in base.activities} | {card.id for card in base.criteria}
    known |= {question.id for question in base.closing}
    for mention in drop:
        if mention.id not in known:
            where = Where("drop", mention.index)
            guess = report.may_suggest() and len(mention.id) <= TITLE_LENGTH
            near = difflib.get_close_matches(mention.id, sorted(known), 1, 0.6) if guess else []
            report.add(mention.spot, where, Fault.DROP_UNKNOWN, mention.id, nearest=tuple(near))


def _check_cards(draft: Draft, deck: Deck, report: Report) -> None:
    """Count the cards, unless the deck below is broken and nobody knows how many there are."""
    if draft.based_on and report.has_errors():
        return
    if draft.based_on and not (deck.activities and deck.criteria):
        section = "criteria" if deck.activities else "activities"
        report.add(draft.spot, Where(section), Fault.NO_CARDS)
        return
    number = max(len(deck.activities), draft.written)
    if 0 < number < FEW_CARDS:
        where = Where("activities")
        report.add(draft.spot, where, Fault.FEW_CARDS, number=number, limit=FEW_CARDS)
