"""Where the game is played: the settings, decks and saves of this machine, for every screen."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from game.core.cards import Deck
from game.core.setup import Seat, Setup
from game.decks.library import Entry, Library
from game.store import paths
from game.store import prepared as setups
from game.store import saves as sessions
from game.store import settings as kept
from game.store.errors import SaveError
from game.store.prepared import Prepared
from game.store.saves import SaveEntry
from game.store.settings import Settings
from game.table import Opened, Table

EXAMPLE = "voorbeeld.jsonl"
PRACTICE = "proefronde"


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

    def sound(self, name: str) -> None:
        """Play a soft sound, if sounds are on."""
        if self.settings.sound:
            self._sound(name)

    def decks(self) -> tuple[Entry, ...]:
        """List the decks of this machine, broken ones too."""
        return self.library.entries()

    def deck(self, deck_id: str) -> Deck:
        """Load a deck.

        Raises:
            DeckError: it is not there, or has errors.
        """
        return self.library.load(deck_id)

    def picture(self, deck: Deck, name: str) -> Path | None:
        """Find a card's picture, if it may be drawn."""
        return self.library.picture(deck, name) if name else None

    def sessions(self) -> tuple[SaveEntry, ...]:
        """List the sessions of this machine, the newest first."""
        return sessions.list_saves(self.saves)

    def prepare(self, prepared: Prepared, path: Path) -> None:
        """Write a set-up to a file, to play it elsewhere.

        Raises:
            SaveError: it cannot be written.
        """
        setups.write(prepared, path)

    def begin(self, deck: Deck, setup: Setup, seats: tuple[Seat, ...]) -> Table:
        """Start a session.

        Raises:
            Refused: the rules do not allow this set-up.
        """
        return Table.new(deck, setup, seats, folder=self.saves, seed=self.seed)

    def resume(self, path: Path, *, up_to_damage: bool = False) -> Opened:
        """Open a session where it stopped.

        Raises:
            SaveError: the file cannot be read.
        """
        return Table.open(path, up_to_damage=up_to_damage)


def example() -> Path | None:
    """Find the finished session that ships with the game."""
    path = paths.resources() / "saves" / EXAMPLE
    return path if path.exists() else None
