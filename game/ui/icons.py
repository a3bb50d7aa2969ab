"""Pictograms by Lucide name, and the pictures on cards."""

import io
import sqlite3
from collections import OrderedDict
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pygame

from game.ui.theme import Colour

PLACEHOLDER = "circle-question-mark"
_PICTURE_BYTES = 16_000_000
_LOGICAL = 24
_SVG_START = 65_536
_SVG_TIMES = 2
"""How much larger than its place an SVG is drawn, for what its shape leaves out of sight."""
_pictures: OrderedDict[tuple[object, bool, tuple[int, int]], pygame.Surface] = OrderedDict()


@lru_cache(1)
def _database() -> sqlite3.Connection:
    # The package itself is not imported: that takes a tenth of a second, one query takes none.
    spec = find_spec("lucide")
    folder = spec.submodule_search_locations if spec else None
    if not folder:
        return sqlite3.connect(":memory:", check_same_thread=False)
    path = Path(folder[0]) / "data" / "lucide-icons.db"
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


@lru_cache(512)
def _svg(name: str) -> str | None:
    try:
        query = "SELECT svg FROM icons WHERE name = ?"
        row = _database().execute(query, (name,)).fetchone()
        if row is None:
            query = (
                "SELECT svg FROM icons JOIN icon_aliases USING (name) WHERE icon_aliases.alias = ?"
            )
            row = _database().execute(query, (name,)).fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def known(name: str) -> bool:
    """Tell whether there is a pictogram with this name."""
    return _svg(name) is not None


@lru_cache(400)
def icon(name: str, px: int, colour: Colour, stroke: float = 2.0) -> pygame.Surface:
    """Draw a pictogram of px by px; an unknown name gives a question mark."""
    svg = _svg(name) or _svg(PLACEHOLDER)
    if svg is None:
        empty = pygame.Surface((px, px), pygame.SRCALPHA)
        pygame.draw.circle(empty, colour, (px // 2, px // 2), px // 3, max(1, px // 12))
        return empty
    drawn = svg.replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour))
    drawn = drawn.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return pygame.image.load_sized_svg(io.BytesIO(drawn.encode()), (px, px))


def picture(
    source: Path | str | bytes | None, size: tuple[int, int], *, whole: bool = False
) -> pygame.Surface | None:
    """Scale and crop a picture to cover this size, or scale it to fit in there as a whole.

    None when there is none that can be read.
    """
    if source is None or not source:
        return None
    key = (hash(source) if isinstance(source, bytes) else str(source), whole, size)
    if key in _pictures:
        _pictures.move_to_end(key)
        return _pictures[key]
    try:
        raw = (
            io.BytesIO(source)
            if isinstance(source, bytes)
            else io.BytesIO(Path(source).read_bytes())
        )
        loaded = _loaded(raw, size)
    except (OSError, pygame.error):
        return None
    _pictures[key] = _whole(loaded, size) if whole else _cover(loaded, size)
    while len(_pictures) > 1 and sum(w * h * 4 for *_, (w, h) in _pictures) > _PICTURE_BYTES:
        _pictures.popitem(last=False)
    return _pictures[key]


def _loaded(raw: io.BytesIO, size: tuple[int, int]) -> pygame.Surface:
    """Load a picture; SVG only as large as is needed, whatever size it says it has itself."""
    start = raw.getvalue()[:_SVG_START]
    if b"<svg" not in start or start.startswith((b"\x89PNG", b"\xff\xd8")):
        return pygame.image.load(raw)
    side = _SVG_TIMES * max(size)
    drawn = pygame.image.load_sized_svg(raw, (side, side))
    if not all(drawn.get_size()):
        raise pygame.error("nothing to see")
    return drawn


def _cover(image: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    width, height = size
    scale = max(width / image.get_width(), height / image.get_height())
    part = pygame.Rect(0, 0, max(1, round(width / scale)), max(1, round(height / scale)))
    part.clamp_ip(image.get_rect())
    part.center = image.get_rect().center
    part = part.clip(image.get_rect())
    cropped = pygame.Surface(part.size, pygame.SRCALPHA)
    cropped.blit(image, (0, 0), part)
    return pygame.transform.smoothscale(cropped, size)


def _whole(image: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    width, height = image.get_size()
    scale = min(size[0] / width, size[1] / height)
    fitted = (max(1, round(width * scale)), max(1, round(height * scale)))
    # Pictures with a palette cannot be scaled smoothly.
    plain = pygame.Surface(image.get_size(), pygame.SRCALPHA)
    plain.blit(image, (0, 0))
    return pygame.transform.smoothscale(plain, fitted)
