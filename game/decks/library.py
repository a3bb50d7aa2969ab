"""The decks in a few folders: what there is, by id, and the deck itself when it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.core.frozen import dataclass, replace

# The first screen needs no deck, and reading YAML takes longer to import than a window to open.
if TYPE_CHECKING:
    from game.core.cards import Deck
    from game.decks.findings import Finding, Progress
    from game.decks.read import Loaded

SUFFIXES = (".yaml", ".yml", ".sferendeck")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line in the list of decks; of a broken one, as much as is known."""

    id: str
    title: str
    language: str
    version: str
    cards: int
    path: Path
    findings: "tuple[Finding, ...]" = ()

    @property
    def errors(self) -> int:
        """Count what keeps it from the table."""
        from game.decks.findings import errors

        return len(errors(self.findings))

    @property
    def warnings(self) -> int:
        """Count what it can be played with."""
        from game.decks.findings import warnings

        return len(warnings(self.findings))


class Library:
    """The decks in these folders; of two with one id, the one in the earlier folder counts.

    Nothing is read before it is asked for, and nothing is read twice while its file stays as it is.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Remember the folders; they need not exist."""
        self.folders = folders
        self._loaded: dict[Path, tuple[tuple[int, int], Loaded]] = {}
        self._ids: dict[Path, tuple[tuple[int, int], str]] = {}

    def files(self) -> tuple[Path, ...]:
        """List the deck files, by folder and then by name."""
        return tuple(path for folder in self.folders for path in _deck_files(folder))

    def entries(self) -> tuple[Entry, ...]:
        """Read and check every deck, broken ones included."""
        return tuple(self._entry(path) for path in self.files())

    def find(self, deck_id: str) -> Path | None:
        """Find the file of a deck by its id."""
        return next((path for path in self.files() if self._id(path) == deck_id), None)

    def read(self, path: Path, progress: "Progress | None" = None) -> "Loaded":
        """Read and check one deck file or folder, here or elsewhere."""
        from game.decks.read import deck_file, read_deck

        file = deck_file(path)
        stamp = _stamp(file)
        known = self._loaded.get(file)
        # A deck on another one changes with it, so only a deck on its own is kept.
        if known and known[0] == stamp and stamp != _ABSENT:
            return known[1]
        loaded = read_deck(file, bases=self.find, progress=progress)
        loaded = replace(loaded, findings=tuple(map(self._with_nearest, loaded.findings)))
        if loaded.deck and not loaded.deck.based_on and not loaded.findings:
            self._loaded[file] = (stamp, loaded)
        return loaded

    def path(self, id_or_path: str | Path) -> Path:
        """Find a deck by its id or its path; a path need not be there.

        Raises:
            DeckError: no deck has this id; the finding names those that look like it.
        """
        from game.decks.findings import DeckError

        path = id_or_path if isinstance(id_or_path, Path) else self.find(id_or_path)
        if path is None and _looks_like_path(str(id_or_path)):
            path = Path(id_or_path)
        if path is None:
            raise DeckError((self._not_found(str(id_or_path)),))
        return path

    def load(self, id_or_path: str | Path) -> "Deck":
        """Load a deck that can be played, by its id or its path.

        Raises:
            DeckError: with all findings, when it has errors or is not there.
        """
        from game.decks.findings import DeckError

        loaded = self.read(self.path(id_or_path))
        if loaded.deck is None:
            raise DeckError(loaded.findings)
        return loaded.deck

    def picture(self, deck: "Deck", name: str) -> Path | None:
        """Find the file of a card's picture, if there is one that is safe to draw.

        A deck out of a save knows no folder; it is then looked up by its id.
        """
        from game.decks.pictures import find_picture

        folders = [Path(deck.folder)] if deck.folder else []
        own = None if deck.folder else self.find(deck.id)
        below = self.find(deck.based_on) if deck.based_on else None
        for path in (own, below):
            if path is not None:
                folders += self.read(path).folders
        return find_picture(name, folders).path if name else None

    def _entry(self, path: Path) -> Entry:
        from game.decks.read import DECK_FILE

        loaded = self.read(path)
        deck = loaded.deck
        if deck is None:
            name = path.parent.name if path.name == DECK_FILE else path.stem
            return Entry(self._id(path) or name, name, "", "", 0, path, loaded.findings)
        cards = len(deck.activities)
        return Entry(deck.id, deck.title, deck.language, deck.version, cards, path, loaded.findings)

    def _id(self, path: Path) -> str:
        stamp = _stamp(path)
        known = self._ids.get(path)
        if known and known[0] == stamp:
            return known[1]
        from game.decks.findings import Report
        from game.decks.read import read_tree
        from game.decks.tree import Mapping, Text

        root = read_tree(path, Report(str(path)))
        pairs = root.pairs if isinstance(root, Mapping) else ()
        found = next(
            (
                value.value
                for key, value in pairs
                if isinstance(key, Text) and key.value == "id" and isinstance(value, Text)
            ),
            "",
        )
        self._ids[path] = (stamp, found)
        return found

    def _with_nearest(self, finding: "Finding") -> "Finding":
        """Add which deck may have been meant, which only the decks together can tell."""
        from game.decks.findings import Fault

        problem = finding.problem
        if problem.fault is not Fault.BASE_NOT_FOUND or problem.nearest:
            return finding
        return replace(finding, problem=replace(problem, nearest=self._nearest(problem.value)))

    def _not_found(self, deck_id: str) -> "Finding":
        from game.decks.findings import Fault, Finding, Problem, Where

        problem = Problem(Fault.NOT_FOUND, deck_id, self._nearest(deck_id))
        return Finding(deck_id, 1, 1, Where(), problem)

    def _nearest(self, deck_id: str) -> tuple[str, ...]:
        import difflib

        ids = dict.fromkeys(self._id(path) for path in self.files())
        return tuple(difflib.get_close_matches(deck_id[:60], ids, 3, 0.6))


_ABSENT = (0, 0)


def _deck_files(folder: Path) -> list[Path]:
    from game.decks.read import DECK_FILE, deck_file

    try:
        # What begins with a dot is the bin, or a deck that is being unpacked.
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        return [
            deck_file(path)
            for path in inside
            if (path.is_dir() and (path / DECK_FILE).is_file())
            or (path.suffix.lower() in SUFFIXES and path.is_file())
        ]
    except OSError:
        return []


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return _ABSENT
    return stat.st_mtime_ns, stat.st_size


def _looks_like_path(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) or "/" in name or "\\" in name or Path(name).exists()
