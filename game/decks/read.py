"""Read a deck file whole: its text, its shape, its pictures and the deck it is based on."""

import difflib
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from game.core.cards import TITLE_LENGTH, Deck
from game.decks.canonical import with_hash
from game.decks.draft import ID, Draft
from game.decks.findings import (
    DeckError,
    Fault,
    Finding,
    Progress,
    Report,
    Spot,
    Where,
    errors,
)
from game.decks.pictures import find_picture
from game.decks.shape import read_shape
from game.decks.source import Mention, Source
from game.decks.tree import MAX_BYTES, Node, decode, parse
from game.decks.unpacking import is_package, opened

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


def read_deck(path: Path, *, bases: Bases = no_bases, progress: Progress | None = None) -> Loaded:
    """Read and check a deck, with every error and warning at once; nothing is raised."""
    with _no_collecting():
        return _read(deck_file(path), bases, (), progress=progress)


def load_deck(path: Path, *, bases: Bases = no_bases) -> Deck:
    """Read a deck that can be played.

    Raises:
        DeckError: with all findings, when there is any error among them.
    """
    loaded = read_deck(path, bases=bases)
    if loaded.deck is None:
        raise DeckError(loaded.findings)
    return loaded.deck


def read_draft(path: Path) -> tuple[Draft, tuple[Finding, ...]]:
    """Read what one deck file says itself, as far as it can be understood; nothing is raised."""
    report = Report(str(path))
    data = _bytes(deck_file(path), report)
    return _source(data, report).draft, report.in_order()


def read_text(path: Path, text: str, *, bases: Bases = no_bases) -> Loaded:
    """Read and check a text as if it stood in this deck file; nothing is raised."""
    with _no_collecting():
        return _read(deck_file(path), bases, (), text.encode("utf-8", "replace"))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage: among 10,000 new cards that takes half of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_tree(path: Path, report: Report) -> Node | None:
    """Read a file into its tree of values; None if that cannot be done."""
    return _tree(_bytes(path, report), report)


def _bytes(path: Path, report: Report) -> bytes | None:
    folder = _home(path, report)
    if folder is None:
        return None
    path = folder / DECK_FILE if is_package(path) else path
    try:
        if not path.exists():
            report.add(Spot(), Where(), Fault.NOT_FOUND)
            return None
        if not path.is_file():
            report.add(Spot(), Where(), Fault.UNREADABLE)
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        report.add(Spot(), Where(), Fault.UNREADABLE)
        return None


def _home(path: Path, report: Report) -> Path | None:
    """Find the folder that a deck file's pictures are in; of a package, where it was unpacked."""
    return opened(path, report) if is_package(path) else path.parent


def _tree(data: bytes | None, report: Report) -> Node | None:
    if data is None:
        return None
    if len(data) > MAX_BYTES:
        report.add(Spot(), Where(), Fault.FILE_TOO_LARGE, limit=MAX_BYTES)
        return None
    text = decode(data, report)
    return parse(text, report) if text is not None else None


def _source(data: bytes | None, report: Report) -> Source:
    root = _tree(data, report)
    return read_shape(root, report) if root is not None else Source()


def _read(
    path: Path,
    bases: Bases,
    above: tuple[Path, ...],
    data: bytes | None = None,
    progress: Progress | None = None,
) -> Loaded:
    report = Report(str(path), progress)
    root = _tree(_bytes(path, report) if data is None else data, report)
    if root is None:
        return Loaded(None, report.in_order())
    source = read_shape(root, report)
    base = _read_base(source, path, bases, above, report)
    home = _home(path, report) or path.parent
    folders = (home, *(base.folders if base else ()))
    _check_pictures(source, folders, report)
    deck = resolve(source.draft, base.deck if base else None)
    if base and base.deck:
        _check_drop(source.drop, base.deck, report)
    _check_cards(source, deck, report)
    findings = report.in_order() + (errors(base.findings) if base else ())
    if errors(findings):
        return Loaded(None, findings, folders)
    return Loaded(with_hash(replace(deck, folder=str(home))), findings, folders)


def _read_base(
    source: Source, path: Path, bases: Bases, above: tuple[Path, ...], report: Report
) -> Loaded | None:
    """Read the deck below this one, if it names one."""
    if source.based_on is None or not ID.fullmatch(source.based_on.id):
        return None
    name, spot, where = source.based_on.id, source.based_on.spot, Where("based_on")
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


def _check_pictures(source: Source, folders: tuple[Path, ...], report: Report) -> None:
    for card, name in source.pictures:
        verdict = find_picture(name, folders)
        if verdict.fault:
            where = Where("activities", card.index, card.id, "picture")
            report.add(
                card.spot, where, verdict.fault, name, number=verdict.number, limit=verdict.limit
            )


def resolve(draft: Draft, base: Deck | None) -> Deck:
    """Lay a draft over the deck it is based on."""
    deck = Deck(
        id=draft.id,
        title=draft.title,
        language=draft.language,
        version=draft.version,
        about=draft.about,
        based_on=draft.based_on,
        activities=draft.activities,
        criteria=draft.criteria or (),
        closing=draft.closing or (),
        spheres=draft.spheres or (),
    )
    if base is None:
        return deck
    gone = set(draft.drop)
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


def _check_cards(source: Source, deck: Deck, report: Report) -> None:
    """Count the cards, unless the deck below is broken and nobody knows how many there are."""
    if source.based_on and report.has_errors():
        return
    if source.based_on and not (deck.activities and deck.criteria):
        section = "criteria" if deck.activities else "activities"
        report.add(source.spot, Where(section), Fault.NO_CARDS)
        return
    number = max(len(deck.activities), source.written)
    if 0 < number < FEW_CARDS:
        where = Where("activities")
        report.add(source.spot, where, Fault.FEW_CARDS, number=number, limit=FEW_CARDS)
