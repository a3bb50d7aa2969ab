"""The deck on the workbench: the draft and its past, what is wrong with it, where it is kept."""

import time
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.core.cards import Deck
from game.core.frozen import replace
from game.decks import edit, unfinished
from game.decks.draft import ID, Draft, make_id, tidy
from game.decks.edit import Card, Part
from game.decks.findings import DeckError, Finding, errors
from game.decks.pictures import find_picture, take_picture
from game.decks.read import DECK_FILE, deck_file, read_draft
from game.decks.write import (
    SUFFIXES,
    check_draft,
    file_of,
    loses_notes,
    noted_file,
    save_draft,
)

if TYPE_CHECKING:
    from game.venue import Venue

STEPS = 300
"""How far back can be gone."""
KEEP_EVERY = 3.0
"""Seconds of change after which the draft is kept, ready or not."""
SETTLE = 0.35
"""Seconds without a key after which the draft is checked."""


class Bench:
    """One deck that is being made.

    Args:
        venue: its library has the deck below, and the pictures.
        path: the deck's file or folder; it need not be there yet.
        draft: to begin with, not saved yet; None reads the file.
    """

    def __init__(self, venue: "Venue", path: Path, draft: Draft | None = None) -> None:
        self.venue, self.path = venue, path
        self.former: Path | None = None
        """The single file that this deck was before it became a folder."""
        self.trouble: tuple[Finding, ...] = ()
        """What could not be read in its file."""
        self.saved: Draft | None = None
        self.draft = draft or Draft()
        if draft is None and file_of(path).is_file():
            self.saved, self.trouble = read_draft(path)
            self.draft = named(self.saved, path)
        elif draft is None:
            self.draft = named(unfinished.kept(path) or self.draft, path)
        self._listed: dict[str, dict[str, Any]] = {}
        self._listed_of = self.draft
        self.past: list[Draft] = []
        self.future: list[Draft] = []
        self.fresh: set[str] = set()
        """Ids of cards that were added and have no title of their own yet."""
        self.base = self._load_base()
        if self.saved is None:
            self.former = self._single_file()
        self.findings: tuple[Finding, ...] = ()
        self.note = ""
        """What the screen below must say of what was done on the one above it."""
        self._run = ""
        self._changed_at = 0.0
        self._checked: Draft | None = None
        self._kept: Draft | None = self.draft
        self._kept_at = 0.0
        self._cost = 0.0
        self.check()

    # the deck

    @property
    def noted(self) -> Path | None:
        """Tell where the file is kept at the next save, because it has notes; None if not."""
        file = file_of(self.path)
        try:
            lost = self.saved is not None and loses_notes(file, self.saved)
        except OSError:
            return None
        return noted_file(file) if lost else None

    def _single_file(self) -> Path | None:
        """Find the file that a folder replaces, when that was never finished."""
        if self.path.suffix.lower() in SUFFIXES or file_of(self.path).is_file():
            return None
        beside = (self.path.with_name(self.path.name + suffix) for suffix in SUFFIXES)
        found = (one for one in beside if one.is_file() and read_draft(one)[0].id == self.draft.id)
        return next(found, None)

    def _load_base(self) -> Deck | None:
        if not self.draft.based_on:
            return None
        try:
            return self.venue.library.load(self.draft.based_on)
        except DeckError:
            return None

    @property
    def dirty(self) -> bool:
        """Tell whether there is something that is not in the file."""
        if self.saved is None or self.draft is self.saved:
            return self.saved is None
        return _differ(self.draft, self.saved)

    @property
    def folders(self) -> tuple[Path, ...]:
        """List where its pictures may be."""
        found = [file_of(self.path).parent]
        if self.former is not None:
            found.append(self.former.parent)
        below = self.venue.library.find(self.draft.based_on) if self.draft.based_on else None
        if below is not None:
            found += self.venue.library.read(below).folders
        return tuple(found)

    def picture(self, name: str) -> Path | None:
        """Find the file of a picture, if it may be drawn."""
        return find_picture(name, self.folders).path if name else None

    # changing

    def change(self, draft: Draft, *, run: str = "", now: float = 0.0) -> None:
        """Put a changed draft in its place; changes of one run are undone in one go."""
        if draft == self.draft:
            return
        if not run or run != self._run:
            self.past.append(self.draft)
            del self.past[:-STEPS]
        self._run = run
        self.future.clear()
        self.draft = draft
        self._changed_at = now

    def rest(self) -> None:
        """Have the next change undone by itself."""
        self._run = ""

    def undo(self) -> bool:
        """Go back to the draft before the last change."""
        return self._swap(self.past, self.future)

    def redo(self) -> bool:
        """Go forward again."""
        return self._swap(self.future, self.past)

    def _swap(self, source: list[Draft], target: list[Draft]) -> bool:
        if not source:
            return False
        target.append(self.draft)
        self.draft = source.pop()
        self._run = ""
        self.check()
        return True

    def begin_again(self, draft: Draft) -> None:
        """Go on with another draft of the same deck."""
        self.past, self.future, self._run = [], [], ""
        self.draft = named(draft, self.path)
        self.base = self._load_base()
        self._listed.clear()
        self.check()

    def rows(self, part: Part[Card]) -> tuple[edit.Row[Card], ...]:
        """List the cards of a part with their states."""
        return tuple(self._by_id(part).values())

    def row(self, part: Part[Card], card_id: str) -> edit.Row[Card] | None:
        """Find a card with its state; None when it is gone."""
        return self._by_id(part).get(card_id)

    def _by_id(self, part: Part[Card]) -> dict[str, edit.Row[Card]]:
        """List the rows of a part, once for every draft."""
        if self._listed_of is not self.draft:
            self._listed_of = self.draft
            self._listed.clear()
        if part.name not in self._listed:
            found = edit.rows(self.draft, self.base, part)
            self._listed[part.name] = {row.card.id: row for row in found}
        return self._listed[part.name]

    def add(self, part: Part[Card], card: Card, *, after: str = "") -> str:
        """Add a card, and give the id that it got."""
        before = {row.card.id for row in self.rows(part)}
        self.change(edit.add(self.draft, self.base, part, card, after=after))
        made = next(row.card.id for row in self.rows(part) if row.card.id not in before)
        self.fresh.add(made)
        return made

    def settle_id(self, part: Part[Card], card_id: str) -> str:
        """Name a card that was just added after the title that it has now."""
        row = self.row(part, card_id)
        if card_id not in self.fresh or row is None or not part.words(row.card).strip():
            return card_id
        taken = {one.card.id for one in self.rows(part)} - {card_id}
        made = make_id(part.words(row.card), taken, instead=card_id)
        self.fresh.discard(card_id)
        if made != card_id:
            card = replace(row.card, id=made)
            # The id is nothing that anybody typed: it is not undone by itself.
            self.draft = edit.change(self.draft, self.base, part, card_id, card)
            self._run = ""
        return made

    def may_move(self, part: Part[Card], card_id: str, step: int) -> bool:
        """Tell whether a card can go up or down among the rows."""
        places = edit.places_for(self.draft, self.base, part, card_id)
        here = self.place(part, card_id)
        return places[0] <= here + step <= places[-1]

    def place(self, part: Part[Card], card_id: str) -> int:
        """Tell which row a card is."""
        return [row.card.id for row in self.rows(part)].index(card_id)

    # checking

    def check(self) -> None:
        """Look for everything that is wrong with it now."""
        began = time.perf_counter()
        self.findings = check_draft(self.path, self.draft, self.venue.library.find).findings
        self._checked = self.draft
        self._cost = time.perf_counter() - began

    def tick(self, now: float, say: Callable[[OSError], None]) -> bool:
        """Check and keep it now and then; tell whether the findings may have changed."""
        if now < self._changed_at or now < self._kept_at:
            self._changed_at = self._kept_at = now
        checked = False
        # A deck of thousands of cards is not checked at every letter.
        if self._checked is not self.draft and now - self._changed_at >= SETTLE + 4 * self._cost:
            self.check()
            checked = True
        if self.draft is not self._kept and now - self._kept_at >= KEEP_EVERY:
            self._kept_at = now
            try:
                self.keep()
            except OSError as error:
                self._kept = self.draft
                say(error)
        return checked

    def about(self, section: str, card_id: str = "") -> tuple[Finding, ...]:
        """List what is wrong with a part of the deck, or with one card of it."""
        return tuple(
            one
            for one in self.findings
            if one.where.section == section
            and (not card_id or one.where.card == card_id)
            and not self.empty(section, one.where.card)
        )

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """List what is wrong, but for new cards on which nothing was typed yet."""
        return tuple(
            one for one in self.findings if not self.empty(one.where.section, one.where.card)
        )

    def empty(self, section: str, card_id: str) -> bool:
        """Tell whether a card was added just now and has nothing on it."""
        if card_id not in self.fresh:
            return False
        return {
            edit.ACTIVITIES.name: self._empty(edit.ACTIVITIES, card_id),
            edit.CRITERIA.name: self._empty(edit.CRITERIA, card_id),
            edit.CLOSING.name: self._empty(edit.CLOSING, card_id),
        }.get(section, False)

    def _empty(self, part: Part[Card], card_id: str) -> bool:
        row = self.row(part, card_id)
        return row is not None and replace(row.card, id="") == part.blank

    def name_of(self, finding: Finding) -> str:
        """Name the card that a finding is about, by its title; empty when it is about none."""
        where = finding.where
        words = {
            edit.ACTIVITIES.name: self._words(edit.ACTIVITIES, where.card),
            edit.CRITERIA.name: self._words(edit.CRITERIA, where.card),
            edit.CLOSING.name: self._words(edit.CLOSING, where.card),
        }
        return words.get(where.section, "") or where.card

    def _words(self, part: Part[Card], card_id: str) -> str:
        row = self.row(part, card_id)
        return part.words(row.card) if row else ""

    @property
    def broken(self) -> bool:
        """Tell whether it cannot be played like this."""
        return bool(errors(self.findings))

    # keeping

    def keep(self) -> None:
        """Keep the draft beside the deck, if it differs from what is saved.

        Raises:
            OSError: it cannot be written.
        """
        self._kept = self.draft
        if self.dirty:
            unfinished.keep(self.path, self.draft)
        else:
            unfinished.forget(self.path)

    def save(self) -> None:
        """Write the deck's file.

        Raises:
            DeckError: it would not load; it is kept as unfinished.
            OSError: it cannot be written.
        """
        try:
            save_draft(self.path, self.draft, self.venue.library.find)
        except DeckError as error:
            self.findings = error.findings
            self._checked = self.draft
            self.keep()
            raise
        self.saved = self._kept = self.draft
        self.trouble = ()
        if self.former is not None:
            self._leave_former()
        self.check()

    def throw_away(self) -> None:
        """Drop what was changed since the deck was saved.

        Raises:
            OSError: the draft beside it cannot be removed.
        """
        unfinished.forget(self.path)
        if self.former is not None:
            unfinished.forget(self.former)
        if self.saved is not None:
            self.draft = self.saved
        self._kept = self.draft

    # pictures

    def take(self, source: Path) -> str:
        """Copy a picture into the deck's folder, and give its name there.

        A deck in one file becomes a folder for it, at the next save.

        Raises:
            DeckError: it cannot be a deck's picture.
            OSError: it cannot be copied.
        """
        if self.path.suffix.lower() in SUFFIXES and not self.path.is_dir():
            folder = self._new_folder()
            name = take_picture(source, folder)
            self._become(folder)
            return name
        return take_picture(source, self.path)

    def try_to_take(self, source: Path) -> tuple[str, DeckError | OSError | None]:
        """Copy a picture, or give what keeps it from being one."""
        try:
            return self.take(source), None
        except (DeckError, OSError) as error:
            return "", error

    def _new_folder(self) -> Path:
        folder = self.path.with_suffix("")
        names = (folder, *(folder.with_name(f"{folder.name}-{n}") for n in range(2, 1000)))
        return next(path for path in names if not path.exists())

    def _become(self, folder: Path) -> None:
        """Go on as a folder; the single file stays until this is saved."""
        from game.decks.package import bring_pictures

        unfinished.forget(self.path)
        had = self.path.parent
        self.former, self.path = self.path, folder
        brought = bring_pictures(self.draft, (had,), folder)
        self.draft = brought
        self.saved = None
        self._kept = None

    def _leave_former(self) -> None:
        from game.decks.bin import throw_away

        former, self.former = self.former, None
        if former is not None and deck_file(former).is_file():
            throw_away(former, former.parent)


def named(draft: Draft, path: Path) -> Draft:
    """Give the deck and its cards an id where they have none that can be used, or a double one.

    Ids are not seen in the editor, so nobody could mend them there.
    """
    draft = _with_ids(draft, edit.ACTIVITIES)
    draft = _with_ids(draft, edit.CRITERIA)
    draft = _with_ids(draft, edit.CLOSING)
    if not ID.fullmatch(draft.id):
        name = path.parent.name if path.name == DECK_FILE else path.stem
        draft = replace(draft, id=make_id(name, (), instead="kaartenset"))
    return draft


def _with_ids(draft: Draft, part: Part[Card]) -> Draft:
    cards = part.in_draft(draft) or ()
    known = {one.id for one in cards}
    found: dict[str, Card] = {}
    for card in cards:
        name = card.id
        if not ID.fullmatch(name) or name in found:
            name = make_id(part.words(card), known | set(found))
        found[name] = card if name == card.id else replace(card, id=name)
    named_cards = tuple(found.values())
    return part.put(draft, named_cards) if named_cards != cards else draft


def _differ(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts would be two different files."""
    # While letters are typed, one card of thousands differs, and only that one is put right.
    pairs = zip_longest(one.activities, other.activities)
    unlike = [(a, b) for a, b in pairs if a is not b and a != b]
    left = replace(one, activities=tuple(a for a, _ in unlike if a))
    right = replace(other, activities=tuple(b for _, b in unlike if b))
    return left != right and tidy(left) != tidy(right)
