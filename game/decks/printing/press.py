"""Printing beside the screen: pictures of the pages and the PDF, made in a thread of their own."""

import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from game import words
from game.core.cards import Deck
from game.decks.parts import Part
from game.decks.printing.pages import Pictures, Printed, Progress, preview, print_deck
from game.i18n import _, ngettext
from game.office.typeset import TypesetError

MOST_LETTERS = 20
"""How many letters that no font has are named."""
Key = tuple[Part, int]


class Press:
    """One deck on the press; whoever asks never waits.

    Args:
        deck: what is printed.
        pictures: finds the file of a card's picture.
        dots: how fine the pictures of the pages are, in dots an inch.
    """

    def __init__(self, deck: Deck, pictures: Pictures, dots: float) -> None:
        self.deck, self._pictures, self._dots = deck, pictures, dots
        self.trouble = ""
        """Why it could not be done, in a sentence."""
        self._pages: dict[Key, tuple[bytes, ...]] = {}
        self._asked: set[Key] = set()
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._working = False

    def pages(self, part: Part, seats: int) -> tuple[bytes, ...] | None:
        """Give pictures of the pages of a part; None as long as they are being made."""
        # Only these two say anything of the seats.
        key = (part, seats if part in (Part.HANDS, Part.FORM) else 0)
        if key not in self._asked:
            self._asked.add(key)
            self._do(lambda: self._look(key, seats))
        return self._pages.get(key)

    def print(
        self, path: Path, parts: tuple[Part, ...], seats: int, progress: Progress
    ) -> Printed | str:
        """Print into a PDF, in the thread that asks; a sentence where that cannot be done."""
        try:
            return print_deck(
                self.deck, self._pictures, path, parts=parts, seats=seats, progress=progress
            )
        except TypesetError as error:
            return str(error)
        except OSError as error:
            text = _("{name} cannot be read or written: {reason}.")
            reason = words.said_by_system(error.strerror or str(error))
            return text.format(name=error.filename or path, reason=reason)

    @property
    def ready(self) -> int:
        """Count the parts of which there are pictures, to notice a new one."""
        return len(self._pages)

    def _do(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)
        if not self._working:
            self._working = True
            threading.Thread(target=self._work, name="press", daemon=True).start()

    def _work(self) -> None:
        while True:
            self._jobs.get()()

    def _look(self, key: Key, seats: int) -> None:
        try:
            made = preview(self.deck, self._pictures, parts=(key[0],), seats=seats, dots=self._dots)
        except TypesetError as error:
            self.trouble = str(error)
            made = []
        self._pages[key] = tuple(made)


def shortcomings(printed: Printed) -> tuple[tuple[str, str], ...]:
    """Say what did not come out as it is in the deck: the id of a card, if any, and what."""
    too_long = _("The text does not fit, not even in the smallest letters. Make it shorter.")
    broken = _("The picture is not there or cannot be drawn. A pictogram stands there instead.")
    said = [(card, too_long) for card in printed.too_long]
    said += [(card, broken) for card in printed.broken]
    if printed.missing:
        letters = ngettext(
            "No font has this letter: {letters}. A box stands in its place.",
            "No font has these letters: {letters}. A box stands in their place.",
            len(printed.missing),
        )
        said.append(("", letters.format(letters=" ".join(printed.missing[:MOST_LETTERS]))))
    return tuple(said)
