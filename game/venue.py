"""Where the game is played: the settings, decks and saves of this machine, for every screen."""

import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.frozen import replace
from game.decks.library import Entry, Library
from game.store import paths
from game.store import saves as sessions
from game.store import settings as kept
from game.store.errors import SaveError
from game.store.saves import SaveEntry
from game.store.settings import Settings

# The first screen plays nothing yet: the rules are imported when a session begins.
if TYPE_CHECKING:
    from game.core.cards import Deck
    from game.core.setup import Seat, Setup
    from game.decks.findings import Progress
    from game.decks.making import Arrival
    from game.decks.shelf import Shelved
    from game.store.prepared import Prepared
    from game.table import Opened, Table

EXAMPLE = "voorbeeld.jsonl"
STANDARD = "sociale-basis"
PRACTICE = "proefronde"
CRITERIA_OF = {"nl": STANDARD, "en": "social-base-en"}
"""By language: the deck whose criteria and closing questions a new deck begins with."""
SHIPPED = frozenset(
    f"{name}.yaml" for name in (PRACTICE, *CRITERIA_OF.values(), "sociale-kwaliteit", "wijkteam")
)
"""Files of the decks that came with the game; nobody changes those."""


def _silent(sound: str) -> None:
    del sound


def _unchanged(settings: Settings) -> None:
    del settings


class Venue:
    """What the screens may ask of this machine, besides the session on the table.

    Args:
        settings: as they were read.
        settings_file: where they are kept; None keeps nothing.
        saves: the folder of the sessions.
        library: the decks of this machine.
        example: a finished session that ships with the game, if it was found.
        seed: makes every new session shuffle alike.
    """

    def __init__(
        self,
        *,
        settings: Settings,
        settings_file: Path | None,
        saves: Path,
        library: Library,
        example: Path | None = None,
        seed: int | None = None,
    ) -> None:
        self.settings = settings
        self.saves = saves
        self._visited: Path | None = None
        self.library = library
        self.example = example
        self.seed = seed
        self._settings_file = settings_file
        self._apply: Callable[[Settings], None] = _unchanged
        self._sound: Callable[[str], None] = _silent

    def follow_settings(self, apply: Callable[[Settings], None]) -> None:
        """Have somebody told when the settings change."""
        self._apply = apply

    def sounds_by(self, sound: Callable[[str], None]) -> None:
        """Have somebody make the sounds."""
        self._sound = sound

    def change_settings(self, settings: Settings) -> None:
        """Apply other settings at once, and keep them for the next time."""
        self.settings = settings
        self._apply(self.settings)
        if self._settings_file is not None:
            with contextlib.suppress(SaveError):  # a full disk must not stop the talk
                kept.save(self.settings, self._settings_file)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self.change_settings(replace(self.settings, language=language))

    def sound(self, name: str) -> None:
        """Play a soft sound, if sounds are on."""
        if self.settings.sound:
            self._sound(name)

    def decks(self) -> tuple[Entry, ...]:
        """List the decks of this machine, broken ones too."""
        return self.library.entries()

    def deck(self, deck_id: str) -> "Deck":
        """Load a deck.

        Raises:
            DeckError: it is not there, or has errors.
        """
        return self.library.load(deck_id)

    def picture(self, deck: "Deck", name: str) -> Path | None:
        """Find a card's picture, if it may be drawn."""
        return self.library.picture(deck, name) if name else None

    # the table's own decks

    @property
    def own_decks(self) -> Path:
        """The folder where the table's own decks are: the last that decks are read from."""
        return self.library.folders[-1]

    def shelf(self, progress: "Progress | None" = None) -> "tuple[Shelved, ...]":
        """List the decks of this machine with what is known of each, half-made ones too."""
        from game.decks.shelf import shelf

        return shelf(self.library, self.own_decks, self.owns, progress)

    def owns(self, path: Path) -> bool:
        """Tell whether a deck is the table's own, so that it may be changed and thrown away."""
        return path.is_relative_to(self.own_decks) and path.name not in SHIPPED

    def new_deck(
        self, title: str, language: str, source: "Path | None" = None, *, whole: bool = False
    ) -> Path:
        """Begin a deck among the table's own, and give its folder; one without cards is a draft.

        Args:
            title: its title; its id is made of it.
            language: "nl" or "en".
            source: the deck to base it on; None begins with criteria alone.
            whole: write out all of that deck, so that it stands on no other.

        Raises:
            DeckError: the other deck cannot be read.
            OSError: it cannot be written.
        """
        from game.decks import making, unfinished
        from game.decks.draft import FIRST_VERSION, Draft
        from game.decks.write import save_draft

        deck_id = making.free_id(self.library, self.own_decks, title)
        begun = Draft(deck_id, title.strip(), language, FIRST_VERSION)
        target = self.own_decks / deck_id
        if source is None:
            draft = making.without_cards(self.library, begun, CRITERIA_OF.get(language, STANDARD))
            unfinished.keep(target, draft)
            return target
        if whole:
            draft = making.all_of(self.library, source, begun, target)
        else:
            draft = making.on_deck(self.library, source, begun)
        save_draft(target, replace(draft, language=language), self.library.find)
        return target

    def throw_away_deck(self, path: Path) -> Path:
        """Move one of the table's own decks to the bin, and give where it is now.

        Raises:
            OSError: it cannot be moved.
        """
        from game.decks.bin import throw_away

        return throw_away(path, self.own_decks)

    def put_back_deck(self, thrown: Path) -> Path:
        """Take a deck out of the bin again.

        Raises:
            OSError: it cannot be moved, or there is another in its place by now.
        """
        from game.decks.bin import put_back

        return put_back(thrown)

    def arrive(self, file: Path, progress: "Progress | None" = None) -> "Arrival":
        """Read a deck from a file of any kind; nothing is written yet."""
        from game.decks.making import arrive

        return arrive(self.library, self.own_decks, file, progress)

    def settle_in(self, arrival: "Arrival", *, beside: bool = False) -> Path:
        """Put a deck that arrived among the table's own, beside or in the place of the other.

        Raises:
            DeckError: it does not load after all.
            OSError: it cannot be written.
        """
        from game.decks.making import settle_in

        return settle_in(self.library, self.own_decks, arrival, beside=beside)

    def unpack_deck(self, package: Path) -> Path:
        """Make a folder of a deck in one file, to change it; the file goes to the bin.

        Raises:
            DeckError: it is not safe, or does not load.
            OSError: it cannot be written.
        """
        arrival = self.arrive(package)
        return self.settle_in(arrival)

    def export_deck(self, path: Path, target: Path) -> tuple[str, ...]:
        """Write a deck to a file of the kind that its ending says; name the missing pictures.

        Raises:
            DeckError: it has errors.
            OSError: it cannot be written.
        """
        from game.decks.making import export

        return export(self.library, path, target)

    @property
    def own_folder(self) -> Path:
        """The folder that a file dialog starts in: people look for their things there."""
        usual = Path.home() if paths.installed() else self.saves
        return self._visited or paths.documents_folder() or usual

    def visited(self, folder: Path) -> None:
        """Start the next file dialog in this folder, until the game is closed."""
        self._visited = folder

    def sessions(self) -> tuple[SaveEntry, ...]:
        """List the sessions of this machine, the newest first."""
        return sessions.list_saves(self.saves)

    def waiting(self) -> SaveEntry | None:
        """Find the newest session that can be gone on with."""
        return sessions.waiting(self.saves)

    def session_count(self) -> int:
        """Count the sessions of this machine."""
        return sessions.count(self.saves)

    def prepare(self, prepared: "Prepared", path: Path) -> None:
        """Write a set-up to a file, to play it elsewhere.

        Raises:
            SaveError: it cannot be written.
        """
        from game.store import prepared as setups

        setups.write(prepared, path)

    def prepared(self, path: Path) -> "Prepared":
        """Read a set-up from a file.

        Raises:
            SaveError: it cannot be read.
        """
        from game.store import prepared as setups

        return setups.read(path)

    def rename(self, path: Path, name: str) -> Path:
        """Give a saved session another file name.

        Raises:
            SaveError: that name cannot be used, or a window has it open.
        """
        return sessions.rename(path, name)

    def duplicate(self, path: Path) -> Path:
        """Copy a saved session.

        Raises:
            SaveError: it cannot be written.
        """
        return sessions.duplicate(path)

    def delete(self, path: Path) -> Path:
        """Move a saved session to the bin folder.

        Raises:
            SaveError: it cannot be moved, or a window has it open.
        """
        return sessions.delete(path)

    def begin(
        self, deck: "Deck", setup: "Setup", seats: "tuple[Seat, ...]", *, seed: int | None = None
    ) -> "Table":
        """Start a session.

        Raises:
            Refused: the rules do not allow this set-up.
        """
        from game.table import Table

        chosen = self.seed if seed is None else seed
        return Table.new(deck, setup, seats, folder=self.saves, seed=chosen)

    def practise(self, labels: tuple[str, ...]) -> "Table":
        """Deal the practice cards to a few teams; such a session stays out of the list.

        Raises:
            DeckError: the practice deck did not come with this copy.
        """
        from game.core.setup import Seat, Setup
        from game.table import Table

        deck = self.deck(PRACTICE)
        setup = Setup(cards=len(deck.activities), date=date.today().isoformat())
        seats = tuple(Seat(f"s{n + 1}", label, "", n) for n, label in enumerate(labels))
        return Table.new(deck, setup, seats, folder=self.saves / PRACTICE)

    def practising(self, table: "Table") -> bool:
        """Tell whether a session is one to learn with."""
        return table.path.parent == self.saves / PRACTICE

    def resume(
        self, path: Path, *, read_only: bool = False, up_to_damage: bool = False
    ) -> "Opened":
        """Open a session where it stopped.

        Raises:
            SaveError: the file cannot be read.
        """
        from game.table import Table

        return Table.open(path, read_only=read_only, up_to_damage=up_to_damage)


def example() -> Path | None:
    """Find the finished session that ships with the game."""
    path = paths.resources() / "saves" / EXAMPLE
    return path if path.exists() else None
