"""The names of the pictograms, read without the screen's libraries."""

import difflib
import importlib.util
import sqlite3
from functools import lru_cache
from pathlib import Path

_LONGEST_NAME = 60


@lru_cache(maxsize=1)
def icon_names() -> frozenset[str]:
    """Give every Lucide name and alias; none when the pictograms are not installed."""
    # Only the list is needed: importing the package itself costs some tens of milliseconds.
    spec = importlib.util.find_spec("lucide")
    names: set[str] = set()
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        database = Path(folder, "data", "lucide-icons.db")
        if not database.is_file():
            continue
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        try:
            rows = connection.execute("SELECT name FROM icons UNION SELECT alias FROM icon_aliases")
            names.update(str(name) for (name,) in rows)
        finally:
            connection.close()
    return frozenset(names)


def known_icon(name: str) -> bool:
    """Tell whether a pictogram can be drawn; every one can while the list is unknown."""
    names = icon_names()
    return not names or name in names


@lru_cache(maxsize=200)
def nearest_icons(name: str) -> tuple[str, ...]:
    """Find up to three pictograms whose names look like this one."""
    if len(name) > _LONGEST_NAME:
        return ()
    close = difflib.get_close_matches(name.lower(), sorted(icon_names()), 3, 0.6)
    return tuple(close)
