"""Printing a deck: cards, hand cards, poster, rules and form, in one PDF or as pictures of it."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from game import i18n
from game.core.cards import Deck
from game.decks.parts import SEATS, Part
from game.decks.printing.parts import pages_of, part_data
from game.office.files import replace_file
from game.office.typeset import Job, Pages, TypesetError

ALL = tuple(Part)
PREVIEW_DOTS = 72.0

Pictures = Callable[[Deck, str], Path | None]
"""Finds the file of a card's picture: `Library.picture`."""
Progress = Callable[[int, int], None]
"""Told how many pages are done, about, and how many there will be, about."""

_PAGE_TIME, _START_TIME = 0.05, 0.2
"""Seconds for a page and for the fonts, measured on a slow laptop; only the progress needs them."""
_TOLD_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed, and what did not come out as the deck has it."""

    path: Path
    pages: int
    too_long: tuple[str, ...] = ()
    """Ids of cards whose text does not fit in the smallest letters."""
    missing: tuple[str, ...] = ()
    """Letters that no font has; a box stands in their place."""
    broken: tuple[str, ...] = ()
    """Ids of cards whose picture is not there or cannot be drawn; a pictogram is there instead."""


def print_deck(
    deck: Deck,
    pictures: Pictures,
    path: Path,
    *,
    parts: tuple[Part, ...] = ALL,
    seats: int = SEATS,
    progress: Progress | None = None,
) -> Printed:
    """Write a deck to a PDF, in the deck's own language; PDF/UA-1 and PDF/A-2a.

    Raises:
        TypesetError: it cannot be made here.
        OSError: it cannot be written; what stood there before still does.
    """
    job, owners = _job(deck, pictures, parts, seats)
    pages = sum(pages_of(part, deck, seats) for part in parts)
    made = _told(job, pages, progress) if progress else job.pdf()
    replace_file(path, made.pdf)
    counted = max((note["number"] for note in made.notes if note["kind"] == "pages"), default=0)
    if progress:
        progress(counted, counted)
    drawn = {card_id for name, card_id in owners.items() if name not in made.broken}
    wanted = [one.id for one in deck.activities if one.picture] if Part.CARDS in parts else []
    return Printed(
        path,
        counted,
        tuple(dict.fromkeys(note["id"] for note in made.notes if note["kind"] == "too-long")),
        made.missing,
        tuple(card_id for card_id in wanted if card_id not in drawn),
    )


def preview(
    deck: Deck,
    pictures: Pictures,
    *,
    parts: tuple[Part, ...] = ALL,
    seats: int = SEATS,
    dots: float = PREVIEW_DOTS,
) -> list[bytes]:
    """Give a picture of every page, as PNG, with so many dots an inch.

    Raises:
        TypesetError: it cannot be made here.
    """
    job, _owners = _job(deck, pictures, parts, seats)
    return list(job.pages(dots).pictures)


def _job(
    deck: Deck, pictures: Pictures, parts: tuple[Part, ...], seats: int
) -> tuple[Job, Mapping[str, str]]:
    """Gather what is printed; with each picture file, the card that it is on."""
    files: dict[str, Path] = {}
    names: dict[str, str] = {}
    if Part.CARDS in parts:
        for number, card in enumerate(deck.activities):
            found = pictures(deck, card.picture) if card.picture else None
            if found:
                names[card.id] = f"picture-{number}{found.suffix.lower()}"
                files[names[card.id]] = found
    with ExitStack() as stack:
        if deck.language in i18n.LANGUAGES:
            stack.enter_context(i18n.speaking(deck.language))
        data = {
            "language": i18n.language(),
            "title": deck.title.strip() or deck.id,
            "deck": deck.title.strip() or deck.id,
            "parts": [part_data(part, deck, seats, names) for part in parts],
        }
    owners = {name: card_id for card_id, name in names.items()}
    return Job("game.decks.printing", "pages.typ", data, files), owners


def _told(job: Job, pages: int, progress: Progress) -> Pages:
    """Typeset beside this thread, which tells meanwhile how far it will be by now."""
    made: Future[Pages] = Future()

    def make() -> None:
        try:
            made.set_result(job.pdf())
        except (TypesetError, OSError) as error:
            made.set_exception(error)
        finally:
            if not made.done():
                made.cancel()

    progress(0, pages)
    # Nobody who stops the printing should have to wait for pages that are not wanted any more.
    Thread(target=make, daemon=True).start()
    began = time.monotonic()
    while wait((made,), _TOLD_EVERY).not_done:
        done = int((time.monotonic() - began - _START_TIME) / _PAGE_TIME)
        progress(max(0, min(done, pages - 1)), pages)
    return made.result()
