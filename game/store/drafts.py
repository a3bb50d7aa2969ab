"""What is half typed, in a side file of the save, so that a crash loses two seconds of it."""

import json
from pathlib import Path

from game.store.files import beside, forget, write_whole

DRAFTS = ".drafts"
"""Ending of the side file."""


def read(save: Path) -> dict[str, str]:
    """Read the half-typed texts of a save by field name; none if they cannot be read."""
    try:
        data = json.loads(beside(save, DRAFTS).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {name: text for name, text in data.items() if isinstance(text, str)}


def write(save: Path, texts: dict[str, str]) -> None:
    """Keep the half-typed texts of a save.

    Raises:
        OSError: they could not be written.
    """
    path = beside(save, DRAFTS)
    if texts:
        write_whole(path, json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace"))
    else:
        forget(path)
