"""The decks as a list to choose from: what each is, whose it is, and how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game.decks.findings import Finding, Progress, errors
from game.decks.library import Library
from game.decks.read import DECK_FILE, read_draft
from game.decks.unfinished import kept, kept_in


@dataclass(frozen=True, slots=True)
class Shelved:
    """One deck in the list; of a broken one, as much as can be understood."""

    path: Path
    """Its file, there or not yet."""
    id: str
    title: str
    language: str = ""
    version: str = ""
    about: str = ""
    cards: int = 0
    based_on: str = ""
    """The title of the deck below, or its id where it is not there."""
    findings: tuple[Finding, ...] = ()
    own: bool = False
    """Whether it may be changed and thrown away; what came with the game may not."""
    saved: bool = True
    """Whether there is a deck file; else there is only a draft of it."""
    draft: bool = False
    """Whether a draft is kept beside it that is not in the file yet."""
    hidden: bool = False
    """Whether another deck goes before it, that has the same id."""

    @property
    def playable(self) -> bool:
        """Tell whether a table can play with it."""
        return self.saved and not self.hidden and not errors(self.findings)

    @property
    def place(self) -> Path:
        """Give what an editor opens: the folder of a deck that has one, else its file."""
        return self.path.parent if self.path.name == DECK_FILE else self.path


def shelf(
    library: Library,
    folder: Path,
    owns: Callable[[Path], bool],
    progress: Progress | None = None,
) -> tuple[Shelved, ...]:
    """List every deck, the table's own first, then by title.

    Args:
        library: where the decks are.
        folder: where the table's own decks are.
        owns: tells whether a deck file is the table's own.
        progress: told how many decks are read, of how many.
    """
    unfinished = {path.resolve(): path for path in kept_in(folder)}
    titles: dict[str, str] = {}
    found: list[Shelved] = []
    files = library.files()
    for done, path in enumerate(files):
        if progress:
            progress(done, len(files))
        draft = unfinished.pop(path.resolve(), None) is not None
        found.append(_read(library, path, own=owns(path), draft=draft, hidden=titles))
    found += [_begun(path) for path in unfinished.values()]
    named = [_with_base(one, titles) for one in found]
    return tuple(sorted(named, key=lambda one: (not one.own, one.title.casefold())))


def _read(
    library: Library, path: Path, *, own: bool, draft: bool, hidden: dict[str, str]
) -> Shelved:
    loaded = library.read(path)
    deck = loaded.deck
    if deck is None:
        said, _findings = read_draft(path)
        name = path.parent.name if path.name == DECK_FILE else path.stem
        return Shelved(
            path, said.id, said.title or name, said.language, said.version, said.about,
            len(said.activities), said.based_on, loaded.findings, own, True, draft,
        )  # fmt: skip
    second = deck.id in hidden
    hidden.setdefault(deck.id, deck.title)
    return Shelved(
        path, deck.id, deck.title, deck.language, deck.version, deck.about,
        len(deck.activities), deck.based_on, loaded.findings, own, True, draft, second,
    )  # fmt: skip


def _begun(path: Path) -> Shelved:
    draft = kept(path)
    name = path.parent.name if path.name == DECK_FILE else path.stem
    if draft is None:
        return Shelved(path, name, name, own=True, saved=False, draft=True)
    return Shelved(
        path, draft.id, draft.title or name, draft.language, draft.version, draft.about,
        len(draft.activities), draft.based_on, (), True, False, True,
    )  # fmt: skip


def _with_base(one: Shelved, titles: dict[str, str]) -> Shelved:
    return replace(one, based_on=titles.get(one.based_on, one.based_on))
