"""The letters that can be printed: which fonts have them, and what stands in for the others."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

STAND_IN = "□"
"""Printed where no font has the letter."""
LONG, PIECE = 30, 12
"""Letters from which a word may break, and in pieces of how many."""

_MAY_BREAK = "\u200b"
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\u2066\u2067\u2068\u2069")
"""Letters without a shape of their own, which need no font."""
_DROPPED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")
"""What turns a text around or picks a colour for an emoji: of no use on paper."""
_ALPHABETS = re.compile(
    "[\u0391-\u03a9\u03b1-\u03c9\u0410-\u044f\u05d0-\u05ea\u0627-\u063a\u0641-\u064a]"
)
"""Greek, Cyrillic, Hebrew and Arabic."""
_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


@dataclass(slots=True)
class Cleaner:
    """Makes texts printable with some fonts, and remembers which letters they lack."""

    fonts: tuple[frozenset[int], ...]
    """The letters of each font, as code points; the first font is asked first."""
    missing: set[str] = field(default_factory=set)

    def text(self, text: str) -> str:
        """Clean a text, and let its endless words break."""
        return _with_breaks(self.covered(text))

    def covered(self, text: str) -> str:
        """Leave out what cannot be printed, and put a box where a letter should be."""
        if text.isascii() and text.isprintable():
            return text
        plain = unicodedata.normalize("NFC", _BREAKS.sub("\n", _DROPPED.sub("", text)))
        return "".join(self._cluster(cluster) for cluster in _clusters(plain))

    def drawn(self, text: str) -> str:
        """Clean the text between the tags of an SVG document.

        In it, other fonts step in for whole alphabets alone.
        """
        return "".join(
            part if part.startswith("<") else "".join(map(self._drawn, self.covered(part)))
            for part in re.split("(<[^>]*>)", text)
        )

    def _drawn(self, letter: str) -> str:
        if letter.isascii() or letter in _UNSEEN:
            return letter
        if unicodedata.category(letter).startswith("M"):
            return ""
        plain = unicodedata.normalize("NFKD", letter)[0]
        for found in (letter, plain if plain.isalnum() else letter):
            if ord(found) in self.fonts[0] or _ALPHABETS.match(found):
                return found
        return STAND_IN

    def _cluster(self, cluster: str) -> str:
        """Keep a letter with its accents only if one font has all of them."""
        if cluster in ("\n", " ") or cluster in _UNSEEN:
            return cluster
        if cluster == "\t":
            return " "
        if unicodedata.category(cluster[0]) in ("Cc", "Cs", "Co", "Cn"):
            if ord(cluster[0]) >= 0xE000 and not _is_no_letter(cluster[0]):
                self.missing.add(cluster[0])
                return STAND_IN
            return ""
        codes = [ord(letter) for letter in cluster if letter not in _UNSEEN]
        if any(all(code in font for code in codes) for font in self.fonts):
            return cluster
        if any(codes[0] in font for font in self.fonts):
            self.missing.update(cluster[1:])
            return cluster[0]
        self.missing.add(cluster[0])
        # A face with a colour of skin is one picture, so one box.
        return "" if _TONES.match(cluster) else STAND_IN


def _is_no_letter(letter: str) -> bool:
    code = ord(letter)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _clusters(text: str) -> list[str]:
    """Take letters apart, each with the accents that stand on it."""
    clusters: list[str] = []
    for letter in text:
        if clusters and unicodedata.category(letter) in ("Mn", "Me", "Mc") and clusters[-1].strip():
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _with_breaks(text: str) -> str:
    return re.sub(rf"\S{{{LONG},}}", _broken, text) if len(text) >= LONG else text


def _broken(word: re.Match[str]) -> str:
    letters, since = [], 0
    for letter in word[0]:
        if since >= PIECE and not unicodedata.category(letter).startswith("M"):
            letters.append(_MAY_BREAK)
            since = 0
        letters.append(letter)
        since += 1
    return "".join(letters)


@lru_cache(1)
def coverage() -> dict[str, frozenset[int]]:
    """Read which letters each font has, upright and bold, by the name of the font."""
    table = files("game.office").joinpath("coverage.txt").read_text(encoding="ascii")
    return {
        name: frozenset(
            code
            for part in ranges.split()
            for first, _dash, last in [part.partition("-")]
            for code in range(int(first, 16), int(last or first, 16) + 1)
        )
        for name, _colon, ranges in (line.partition(":") for line in table.splitlines())
    }
