"""Finding a pictogram by a Dutch word or an English name."""

import difflib
import importlib.util
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.decks.icons import known_icon

FILE = Path(__file__).with_name("pictogram-words.txt")
MOST = 240
"""How many are found at once."""
_NEAR = 0.72
"""How much a word must look like what was typed."""


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A pictogram with its words; the first one names it."""

    name: str
    words: tuple[str, ...] = ()


@lru_cache(1)
def worded() -> tuple[Pictogram, ...]:
    """Read the pictograms that have Dutch words, those for a conversation about life first."""
    found = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        name, colon, rest = line.partition(":")
        if colon and not line.startswith("#"):
            names = tuple(word.strip() for word in rest.split(",") if word.strip())
            found.append(Pictogram(name.strip(), names))
    return tuple(one for one in found if known_icon(one.name))


@lru_cache(1)
def others() -> tuple[Pictogram, ...]:
    """List the pictograms that only have an English name, with their English words."""
    known = {one.name for one in worded()}
    spec = importlib.util.find_spec("lucide")
    tags: dict[str, list[str]] = {}
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        database = Path(folder, "data", "lucide-icons.db")
        if not database.is_file():
            continue
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        try:
            for (name,) in connection.execute("SELECT name FROM icons ORDER BY name"):
                tags[str(name)] = []
            for name, tag in connection.execute("SELECT name, tag FROM icon_tags"):
                tags.get(str(name), []).append(str(tag))
            for name, alias in connection.execute("SELECT name, alias FROM icon_aliases"):
                tags.get(str(name), []).append(str(alias))
        finally:
            connection.close()
    return tuple(Pictogram(name, tuple(words)) for name, words in tags.items() if name not in known)


def word_for(name: str) -> str:
    """Give the Dutch word that names a pictogram; empty where it has none."""
    return next((one.words[0] for one in worded() if one.name == name and one.words), "")


def search(sought: str) -> tuple[Pictogram, ...]:
    """Find pictograms by a word, the best first; nothing sought gives those with Dutch words."""
    plain = _plain(sought)
    if not plain:
        return worded()
    scored = [
        (score, order, one)
        for order, one in enumerate((*worded(), *others()))
        if (score := _score(one, plain)) is not None
    ]
    if not scored:
        return _nearest(plain)
    scored.sort(key=lambda found: found[:2])
    return tuple(one for _score_, _order, one in scored[:MOST])


def _score(one: Pictogram, sought: str) -> int | None:
    """Tell how well a pictogram fits: 0 is best; None is not at all."""
    names = [_plain(word) for word in (*one.words, one.name)]
    if sought in names:
        return 0
    parts = [part for name in names for part in name.replace("-", " ").split()]
    if sought in parts:
        return 1
    if any(name.startswith(sought) for name in names + parts):
        return 2
    if len(sought) > 2 and any(sought in name for name in names):
        return 3
    # A Dutch word in the plural, or made longer: "speeltuinen", "koffieochtend".
    if len(sought) > 4 and any(len(part) > 3 and sought.startswith(part) for part in parts):
        return 4
    wanted = sought.split()
    if len(wanted) > 1 and all(any(part.startswith(word) for part in parts) for word in wanted):
        return 2
    return None


def _nearest(sought: str) -> tuple[Pictogram, ...]:
    """Find what looks like what was typed: among the Dutch words first."""
    for among in (worded(), others()):
        by_word: dict[str, list[Pictogram]] = {}
        for one in among:
            for word in (*one.words, one.name):
                by_word.setdefault(_plain(word), []).append(one)
        close = difflib.get_close_matches(sought[:40], by_word, 12, _NEAR)
        if close:
            return tuple(dict.fromkeys(one for word in close for one in by_word[word]))
    return ()


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
