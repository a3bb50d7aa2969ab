"""Bringing a deck in from a file: reading it, what is wrong with it, and what it would replace."""

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.decks.findings import DeckError, Progress
from game.decks.making import IMPORTS, Arrival
from game.decks.shelf import Shelved
from game.i18n import _, ngettext
from game.ui.scene import Change, Push, Stay
from game.ui.scenes.deck_findings import FindingsSheet
from game.ui.widgets.dialog import Answer, ask

if TYPE_CHECKING:
    from game.ui.scenes.decks import DecksScene

T = TypeVar("T")
MUCH = 400_000
"""How many bytes there are to read when people are told that it takes a while."""
Settled = tuple[Path, tuple[Shelved, ...]]


class Arriving:
    """What comes in, for the screen with the decks."""

    def __init__(self, scene: "DecksScene") -> None:
        self.scene = scene

    def choose(self) -> Change | None:
        """Choose a file."""
        from game.ui.scenes.files import FilesScene

        title = _("Which file?")
        return Push(FilesScene(title, self.scene.venue.own_folder, IMPORTS, self.take))

    def take(self, file: Path) -> Change | None:
        """Read a file, which may take a while."""
        self.scene.venue.visited(file.parent)
        return busy(
            size_of((file,)),
            _("The file is being read"),
            lambda tell: self.scene.venue.arrive(file, tell),
            lambda arrival: self._judged(arrival) if arrival else None,
        )

    def _judged(self, arrival: Arrival) -> Change | None:
        """Put a deck among the own ones, if nothing stands in the way."""
        if not arrival.welcome:
            text = _("Nothing was brought in. Mend this in the file, and bring it in once more.")
            return Push(FindingsSheet(arrival.file.name, text, arrival.remarks))
        if arrival.there is None:
            return self._settle(arrival, beside=False)
        answers = [
            Answer("beside", _("Put it beside"), "primary"),
            Answer("back", _("Cancel")),
        ]
        text = _("There is a deck with the same id already. This one can stand beside it.")
        if self.scene.venue.owns(arrival.there):
            answers.insert(1, Answer("instead", _("Replace"), "danger"))
            text = _("There is a deck with the same id already. When replaced, it goes to the bin.")

        def chosen(key: str | None) -> Change | None:
            known = key in ("beside", "instead")
            return self._settle(arrival, beside=key == "beside") if known else None

        question = _("Bring in “{title}”?").format(title=arrival.draft.title)
        return ask(question, text, answers, chosen)

    def _settle(self, arrival: Arrival, *, beside: bool) -> Change | None:
        def job(tell: Progress) -> Settled | DeckError | OSError:
            try:
                path = self.scene.venue.settle_in(arrival, beside=beside)
            except (DeckError, OSError) as error:
                return error
            return path, self.scene.venue.shelf(tell)

        def then(made: Settled | DeckError | OSError | None) -> Change | None:
            if isinstance(made, DeckError | OSError):
                return self.scene.wrong(made)
            self.scene.read_again(*(made or ()))
            return self._settled(arrival)

        return busy(size_of((arrival.file,)), _("The deck is put among your own"), job, then)

    def _settled(self, arrival: Arrival) -> Change | None:
        said = list(arrival.remarks)
        count = len(arrival.draft.activities)
        cards = ngettext("{count} card", "{count} cards", count).format(count=count)
        told = _("“{title}” is brought in: {cards}.").format(title=arrival.draft.title, cards=cards)
        if arrival.criteria_from:
            text = _("The criteria and closing questions are those of {deck}.")
            told += "\n" + text.format(deck=arrival.criteria_from)
        if said or arrival.criteria_from:
            return Push(FindingsSheet(arrival.draft.title, told, tuple(said)))
        self.scene.say(told)
        return Stay()


def busy(
    size: int,
    title: str,
    job: Callable[[Progress], T],
    then: Callable[[T | None], Change | None],
) -> Change | None:
    """Do something at once, or beside a bar when there is so much to read that people wait."""
    if size < MUCH:
        return then(job(_untold))
    from game.ui.scenes.working import WorkingScene

    return Push(WorkingScene(title, _("{done} of {all}"), job, then))


def _untold(done: int, whole: int) -> None:
    del done, whole


def size_of(files: Iterable[Path]) -> int:
    """Add up how many bytes are to be read."""
    found = 0
    for file in files:
        with contextlib.suppress(OSError):
            found += file.stat().st_size
    return found
