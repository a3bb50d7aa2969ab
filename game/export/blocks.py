"""The blocks that a document is made of, the same for every format; a format only draws them."""

import unicodedata
from dataclasses import dataclass
from itertools import zip_longest

from game.core.cards import Place
from game.core.outcome import Outcome

ISOLATE, RELEASE = "\u2068", "\u2069"
"""Around players' words that run from right to left, so that they turn nothing else around."""

LEAD = 600
"""Letters up to which words under a heading are kept with what follows."""

_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def said(text: str) -> str:
    """Clean what a person typed: no control characters, and text from right to left isolated."""
    lines = "".join(_clean(c) for c in text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "\n".join(line.rstrip() for line in lines.split("\n")).strip()
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in kept):
        return f"{ISOLATE}{kept}{RELEASE}"
    return kept


def line(text: str) -> str:
    """Clean what a person typed where it must stay on one line, such as a name or a title."""
    return " ".join(said(text).split())


def _clean(letter: str) -> str:
    if letter in _BREAKS:
        return "\n"
    if letter == "\t":
        return " "
    code = ord(letter)
    forbidden = (
        unicodedata.category(letter) in ("Cc", "Cs", "Co")
        or letter in _DIRECTIONS
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )
    return "" if forbidden else letter


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the title of the document."""

    level: int
    text: str
    id: str = ""
    """Letters, digits and hyphens; empty where nothing links to it."""
    icon: str = ""
    """A Lucide name."""
    outcome: Outcome | None = None
    card: bool = False
    """What follows is about one card."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break in it is meant."""

    text: str
    lead: bool = False
    """It sums up what follows."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what it is."""

    items: tuple[tuple[str, str], ...]
    tiles: bool = False
    """The texts are figures, to be shown large."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a table; a place or an outcome gives it a colour beside its words."""

    text: str
    place: Place | None = None
    outcome: Outcome | None = None
    link: str = ""
    """Id of the heading that it leads to, where a format can do that."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first field of a row is its heading."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    last_wide: bool = False
    """The last column holds the longest texts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, as a whole SVG document, with the words that say the same."""

    svg: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of a seat or of the table, with who said them."""

    title: str
    text: str
    by: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A caution that should not be read over."""

    text: str


Block = Heading | Paragraph | Definitions | Bullets | Table | Picture | Speech | Remark


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    language: str
    title: str
    """The first heading says the same."""
    subtitle: str
    blocks: tuple[Block, ...]


def leading(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """Tell of each block whether it only leads to the next, and belongs on the page of that."""
    told = []
    level, letters = 0, 0
    for block, after in zip_longest(blocks, blocks[1:]):
        match block:
            case Heading():
                level, letters = block.level, 0
                told.append(True)
            case Paragraph():
                letters += len(block.text)
                deeper = not isinstance(after, Heading) or after.level > level
                leads = isinstance(after, Bullets) or (level > 0 and after is not None and deeper)
                told.append(leads and letters <= LEAD)
            case _:
                level, letters = 0, 0
                told.append(False)
    return tuple(told)
