"""Where a long word may break, in the language of the screen: a dictionary knows."""

from functools import lru_cache
from importlib import import_module
from typing import Protocol

from game import i18n

_TREMAS = {"ä": "a", "ë": "e", "ï": "i", "ö": "o", "ü": "u"}
_GLUE_BREAKS = "-/–—"
_LEAST = 2
"""Letters that stay before a word's own hyphen: 's-Hertogenbosch is never cut after its s."""


class _Hyphenator(Protocol):
    def positions(self, word: str) -> list[int]: ...


@lru_cache(2)
def _hyphenator(language: str) -> _Hyphenator:
    # Loading a dictionary takes a tenth of a second, so only a word that is too long asks for it.
    pyphen = import_module("pyphen")
    found: _Hyphenator = pyphen.Pyphen(lang={"en": "en_GB"}.get(language, "nl_NL"))
    return found


@lru_cache(1024)
def hyphenate(word: str, language: str) -> tuple[tuple[str, str], ...]:
    """List every way to break a word, as what ends one line and what begins the next.

    A Dutch trema that only kept two vowels apart is dropped behind the hyphen.
    """
    ways = []
    for at in _hyphenator(language).positions(word):
        head, tail = word[:at], word[at:]
        if language == "nl" and tail[0] in _TREMAS and head[-1:].lower() in "aeiou":
            tail = _TREMAS[tail[0]] + tail[1:]
        ways.append((head + "-", tail))
    return tuple(ways)


def ways(word: str) -> list[tuple[str, str]]:
    """List the break points of a word in order: its own hyphens, else the dictionary's."""
    own = [
        (word[: at + 1], word[at + 1 :])
        for at in range(1, len(word) - 1)
        if word[at] in _GLUE_BREAKS and sum(map(str.isalnum, word[:at])) >= _LEAST
    ]
    core = word.strip(".,;:!?()[]\"'“”‘’„…")
    if not core.isalpha() and not own:
        return _behind_prefix(word)
    start = word.find(core)
    by_book = [
        (word[:start] + head, tail + word[start + len(core) :])
        for head, tail in (hyphenate(core, i18n.language()) if len(core) <= 200 else ())
    ]
    return sorted([*own, *by_book], key=lambda way: len(way[0]))


def _behind_prefix(word: str) -> list[tuple[str, str]]:
    """Break the name in 's-Hertogenbosch, behind the part that belongs to it."""
    prefix, hyphen, name = word.partition("-")
    if not hyphen or not name.isalpha() or len(name) > 200:
        return []
    return [(prefix + hyphen + head, tail) for head, tail in hyphenate(name, i18n.language())]
