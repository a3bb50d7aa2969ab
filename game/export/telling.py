"""What the formats without colours and pictograms say in words, all in the same way."""

import re

from game.export.blocks import Definitions, Heading, Speech
from game.words import outcome as outcome_name

INK, MUTED, WARN = "1B2430", "4B535E", "8A5A00"
"""The colours of a page to work on, as six hexadecimal digits."""
FONT = "Arial"
"""There is one like it on every computer, and it stays readable."""
HEADINGS = {1: 24.0, 2: 17.0, 3: 13.5, 4: 12.0, 5: 11.0, 6: 11.0}
"""Sizes of the levels, in points."""
REGIONS = {"nl": "NL", "en": "GB"}
WIDTH_MM, HEIGHT_MM = 166.0, 225.0
"""Within the margins of a page, and what a picture leaves for the words under it."""
LONG_ROW = 1500
"""Letters from which a row of a table may go on over the page."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Take out what no XML can hold."""
    return _FORBIDDEN.sub("", text)


def headline(heading: Heading) -> str:
    """Give a heading on one line, with the outcome that is its badge elsewhere."""
    mark = f" ({outcome_name(heading.outcome)})" if heading.outcome else ""
    return " ".join((heading.text + mark).split()) or "–"


def term(text: str) -> str:
    """Write a term before what it is."""
    return text if text.endswith("?") else f"{text.rstrip(':')}:"


def pairs(definitions: Definitions) -> tuple[tuple[str, str], ...]:
    """Give each term with what it is; of figures in large, the figure is read first."""
    if definitions.tiles:
        return tuple((figure, name) for name, figure in definitions.items)
    return tuple((term(name), text) for name, text in definitions.items)


def speaker(speech: Speech) -> str:
    """Say what somebody speaks for, and who."""
    return f"{speech.title} ({speech.by})" if speech.by else speech.title


def fitted(width: float, height: float) -> tuple[float, float]:
    """Shrink a picture of so many millimetres until it fits on a page."""
    scale = min(1.0, WIDTH_MM / width, HEIGHT_MM / height)
    return width * scale, height * scale
