"""The lines of pictograms, for drawings and pages that must stand on their own."""

import sqlite3
from contextlib import closing
from functools import lru_cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

_QUERIES = (
    "SELECT svg FROM icons WHERE name = ?",
    "SELECT svg FROM icons JOIN icon_aliases USING (name) WHERE icon_aliases.alias = ?",
)


@lru_cache(256)
def strokes(name: str) -> str:
    """Read what a Lucide pictogram is drawn with, in a square of 24; an unknown one has nothing."""
    svg = _svg(name) if name else ""
    if not svg:
        return ""
    return "".join(
        f"<{child.tag.rpartition('}')[2]} "
        + " ".join(f'{key}="{escape(value)}"' for key, value in child.attrib.items())
        + "/>"
        for child in ElementTree.fromstring(svg)
    )


def _svg(name: str) -> str:
    # Only one row is needed: the package itself would complain of each name that is not its own.
    spec = find_spec("lucide")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        database = Path(folder, "data", "lucide-icons.db")
        try:
            with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
                for query in _QUERIES:
                    row = connection.execute(query, (name,)).fetchone()
                    if row:
                        return str(row[0])
        except sqlite3.Error:
            return ""
    return ""


def pictogram(name: str, x: float, y: float, *, size: int, colour: str, css: str) -> str:
    """Draw a pictogram at a point inside a drawing; an unknown one draws nothing."""
    inner = strokes(name)
    if not inner:
        return ""
    return (
        f'<g transform="translate({x:g} {y:g}) scale({size / 24:g})" fill="none" '
        f'stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        f'class="{css}" aria-hidden="true">{inner}</g>'
    )
