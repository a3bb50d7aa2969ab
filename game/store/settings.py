"""What a facilitator chose for good: language, text size, movement, and the last set-up."""

import json
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.core.frozen import dataclass
from game.store.errors import Problem, refused_by_system
from game.store.files import write_whole

if TYPE_CHECKING:
    from game.store.prepared import Prepared

LANGUAGES = ("nl", "en")
MIN_TEXT_SIZE, MAX_TEXT_SIZE = 100, 160
"""Percent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; every one has a default."""

    language: str = "nl"
    text_size: int = 100
    """Percent, 100 to 160."""
    full_screen: bool = False
    motion: bool = True
    """Cards fly and pawns turn over."""
    sound: bool = False
    timers: bool = True
    contrast: bool = False
    last_setup: "Prepared | None" = None


def load(path: Path) -> Settings:
    """Read the settings; what is missing or wrong gets its default."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    chosen: dict[str, Any] = {}
    for field in fields(Settings):
        value = data.get(field.name)
        if type(value) is type(field.default) and _allowed(field.name, value):
            chosen[field.name] = value
    if data.get("last_setup") is not None:
        from game.store.prepared import from_dict

        try:
            chosen["last_setup"] = from_dict(data["last_setup"])
        except ValueError:
            return Settings(**chosen)
    return Settings(**chosen)


def _allowed(name: str, value: object) -> bool:
    match name, value:
        case "language", str():
            return value in LANGUAGES
        case "text_size", int():
            return MIN_TEXT_SIZE <= value <= MAX_TEXT_SIZE
        case _:
            return True


def save(settings: Settings, path: Path) -> None:
    """Write the settings; the old ones stand until the new are whole.

    Raises:
        SaveError: they could not be written.
    """
    data = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    if settings.last_setup:
        from game.store.prepared import to_dict

        data["last_setup"] = to_dict(settings.last_setup)
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    try:
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise refused_by_system(Problem.NOT_WRITTEN, path, error) from error
