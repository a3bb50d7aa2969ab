"""Breaking text into lines: words, Dutch hyphenation, ellipsis; knows no fonts."""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Protocol

from game import i18n

Measure = Callable[[str], int]
ELLIPSIS = "…"
_TREMAS = {"ä": "a", "ë": "e", "ï": "i", "ö": "o", "ü": "u"}
_GLUE_BREAKS = "-/–—"


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


def wrap(
    paragraphs: tuple[str, ...], width: int, measure: Measure, max_lines: int | None = None
) -> tuple[str, ...]:
    """Break paragraphs into lines of at most this width."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines.extend(_paragraph(paragraph, width, measure))
        if max_lines is not None and len(lines) > max_lines:
            break
    if max_lines is not None and len(lines) > max_lines:
        last, following = lines[max_lines - 1], lines[max_lines]
        joined = last[:-1] + following if last.endswith("-") else f"{last} {following}"
        lines = [*lines[: max_lines - 1], cut(joined, width, measure, more=True)]
    return tuple(lines)


def cut(text: str, width: int, measure: Measure, *, more: bool = False) -> str:
    """Cut one line with an ellipsis where it is too wide, or where more would follow."""
    if not more and measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip(" -,.;:…") + ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" -,.;:…") + ELLIPSIS


def _paragraph(text: str, width: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if not word:
            continue
        candidate = f"{line} {word}" if line else word
        if measure(candidate) <= width:
            line = candidate
        elif measure(word) <= width:
            lines.append(line)
            line = word
        else:
            line = _long_word(line, word, width, measure, lines)
    if line or not lines:
        lines.append(line)
    return lines


def _long_word(line: str, word: str, width: int, measure: Measure, lines: list[str]) -> str:
    """Spread a word that is wider than a line; return what is left for the last line."""
    rest = word
    while rest and measure(f"{line} {rest}" if line else rest) > width:
        lead = f"{line} " if line else ""
        fitting = [(head, tail) for head, tail in _ways(rest) if measure(lead + head) <= width]
        if fitting:
            head, rest = fitting[-1]
            lines.append(lead + head)
        elif line:
            lines.append(line)
        else:
            head, rest = _forced(rest, width, measure)
            lines.append(head)
        line = ""
    return f"{line} {rest}" if line else rest


def _ways(word: str) -> list[tuple[str, str]]:
    """List the break points of a word in order: its own hyphens, else the dictionary's."""
    own = [
        (word[: at + 1], word[at + 1 :])
        for at in range(1, len(word) - 1)
        if word[at] in _GLUE_BREAKS
    ]
    core = word.strip(".,;:!?()[]\"'“”‘’„…")
    if not core.isalpha() and not own:
        return []
    start = word.find(core)
    by_book = [
        (word[:start] + head, tail + word[start + len(core) :])
        for head, tail in (hyphenate(core, i18n.language()) if len(core) <= 200 else ())
    ]
    return sorted([*own, *by_book], key=lambda way: len(way[0]))


def _forced(word: str, width: int, measure: Measure) -> tuple[str, str]:
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle] + "-") <= width:
            low = middle
        else:
            high = middle - 1
    return word[:low] + "-", word[low:]
