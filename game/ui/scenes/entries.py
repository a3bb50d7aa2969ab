"""A saved conversation in a list: its name, a line about it, and its pictogram."""

from collections import Counter
from collections.abc import Sequence

from game import words
from game.i18n import _, ngettext
from game.store.saves import SaveEntry


def name(entry: SaveEntry) -> str:
    """Name it by where it was, else by its file."""
    parts = [part for part in (entry.gemeente, entry.wijk, entry.table) if part.strip()]
    return " · ".join(parts) or entry.path.stem


def names(entries: Sequence[SaveEntry]) -> tuple[str, ...]:
    """Name them all; those of one name and one day with their file."""
    alike = Counter((name(entry), entry.date) for entry in entries)
    return tuple(
        f"{name(entry)} ({entry.name})" if alike[name(entry), entry.date] > 1 else name(entry)
        for entry in entries
    )


def about(entry: SaveEntry) -> str:
    """Say in a line when it was, with which deck, and how far it is."""
    if entry.damaged:
        return _("cannot be read")
    state = _("finished") if entry.finished else _progress(entry)
    day = words.date(entry.date) if entry.date else ""
    return " · ".join(part for part in (day, entry.deck_title, state) if part)


def _progress(entry: SaveEntry) -> str:
    return _("{played} of {total} cards").format(played=entry.played, total=entry.cards)


def facts(entry: SaveEntry) -> str:
    """Say it line by line, with the name of the file."""
    played = ngettext("{count} card played", "{count} cards played", entry.played)
    lines = [
        words.date(entry.date) if entry.date else "",
        entry.deck_title,
        played.format(count=entry.played) if not entry.damaged else _("cannot be read"),
        entry.path.name,
    ]
    return "\n".join(line for line in lines if line)


def picture(entry: SaveEntry) -> str:
    """Choose the pictogram for what state it is in."""
    if entry.damaged:
        return "triangle-alert"
    return "circle-check" if entry.finished else "history"
