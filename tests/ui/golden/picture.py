"""Small pictures of the screen, and how far two of them lie apart."""

import struct
import zlib
from collections import Counter
from pathlib import Path

import pygame

COLOURS = 256
EXACT = 64
"""How many of them are kept as they are."""
CLOSE = 40
"""How far a channel may differ before a pixel counts: rounding, and the palette."""
ALLOWED = 0.0005
"""The part of the pixels that may differ: another processor rounds an edge otherwise."""
MARK = (214, 30, 70)

Colour = tuple[int, int, int]


def write(surface: pygame.Surface, path: Path) -> None:
    """Write a picture of 256 colours, a quarter as large as one of all of them."""
    size = surface.get_size()
    data = pygame.image.tobytes(surface, "RGB")
    pixels: list[Colour] = list(zip(data[0::3], data[1::3], data[2::3], strict=True))
    palette = _palette(Counter(pixels))
    index = {colour: at for at, colour in enumerate(palette)}
    near: dict[Colour, int] = {}
    for colour in sorted(set(pixels) - index.keys()):
        cube = (colour[0] >> 3, colour[1] >> 3, colour[2] >> 3)
        if cube not in near:
            near[cube] = min(range(len(palette)), key=lambda at: _far(palette[at], colour))
        index[colour] = near[cube]
    rows = bytes(index[pixel] for pixel in pixels)
    width, height = size
    raw = b"".join(b"\0" + rows[y * width : (y + 1) * width] for y in range(height))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0))
        + _chunk(b"PLTE", bytes(channel for colour in palette for channel in colour))
        + _chunk(b"IDAT", zlib.compress(raw, 9))
        + _chunk(b"IEND", b"")
    )


def _palette(count: Counter[Colour]) -> list[Colour]:
    """Choose the flat colours exactly, and of the edges one for each little cube of colours."""
    common = [colour for colour, _count in count.most_common()]
    chosen = dict.fromkeys(common[:EXACT])
    cubes = {(red >> 4, green >> 4, blue >> 4) for red, green, blue in chosen}
    for red, green, blue in common[EXACT:]:
        cube = (red >> 4, green >> 4, blue >> 4)
        if cube not in cubes and len(chosen) < COLOURS:
            cubes.add(cube)
            chosen[red, green, blue] = None
    return list(chosen)


def _far(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def read(path: Path) -> pygame.Surface:
    """Read a picture."""
    flat = pygame.Surface((1, 1), 0, 32)
    return pygame.image.load(str(path)).convert(flat)


def difference(got: pygame.Surface, want: pygame.Surface) -> tuple[float, pygame.Surface]:
    """Tell which part of the pixels differ, with a faint picture that marks them."""
    if got.get_size() != want.get_size():
        return 1.0, got.copy()
    shown = want.copy()
    shown.fill((90, 90, 90), special_flags=pygame.BLEND_RGB_ADD)
    threshold = (CLOSE, CLOSE, CLOSE, 255)
    alike = pygame.transform.threshold(shown, got, None, threshold, MARK, 1, want)
    width, height = got.get_size()
    return 1 - alike / (width * height), shown
