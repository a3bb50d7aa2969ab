"""A drawing as a picture of dots, for the formats that take no SVG."""

import struct

from game.office.typeset import Drawing, Job

DOTS = 200.0
"""Dots an inch: sharp on paper."""


def drawn(svg: str) -> tuple[bytes, tuple[int, int]]:
    """Draw an SVG as PNG, and give its width and height in dots.

    Raises:
        TypesetError: it cannot be made here.
    """
    (page,) = Job("game.export", "drawing.typ", {"svg": Drawing(svg)}).pages(DOTS).pictures
    width, height = struct.unpack(">II", page[16:24])
    return page, (width, height)
