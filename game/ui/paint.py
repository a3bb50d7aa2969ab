"""Rounded panels with soft shadows, arches, discs and pills, drawn from small cached parts."""

import math
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.theme import Colour

Radius = int | tuple[int, int]
"""One radius, or one for the top corners and one for the bottom corners; in pixels."""
SOFT = 10
"""From this depth on a shadow is soft enough to be made at half its size, in pixels."""


@lru_cache(64)
def _round(radius: int) -> pygame.Surface:
    """Draw a white disc, of which those in colour are made."""
    # Two sub-pixels a pixel: aacircle alone is a little thin at the four poles.
    big = pygame.Surface((radius * 4, radius * 4), pygame.SRCALPHA)
    big.fill((255, 255, 255, 0))
    pygame.draw.aacircle(big, (255, 255, 255), (radius * 2 - 0.5, radius * 2 - 0.5), radius * 2 - 1)
    small = pygame.transform.smoothscale(big, (radius * 2, radius * 2))
    # At the right and below it falls half a pixel short, and straight edges would stick out there.
    quarter = small.subsurface((0, 0, radius, radius))
    image = pygame.Surface(small.get_size(), pygame.SRCALPHA)
    image.fill((255, 255, 255, 0))
    for right in (False, True):
        for below in (False, True):
            part = pygame.transform.flip(quarter, right, below)
            image.blit(part, (right * radius, below * radius))
    return image


@lru_cache(256)
def _disc(radius: int, colour: Colour, alpha: int = 255) -> pygame.Surface:
    surface = _round(radius).copy()
    surface.fill((*colour, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    return surface


def disc(
    surface: pygame.Surface,
    centre: tuple[int, int],
    radius: int,
    colour: Colour,
    alpha: int = 255,
) -> pygame.Rect:
    """Draw a filled circle with smooth edges."""
    image = _disc(max(1, radius), colour, alpha)
    return surface.blit(image, (centre[0] - radius, centre[1] - radius))


@lru_cache(256)
def _corner(radius: int, fill: Colour, border: Colour | None, width: int) -> pygame.Surface:
    """Draw a disc with a border, of which panels take the quarters."""
    if border is None or width <= 0:
        return _disc(radius, fill)
    image = _disc(radius, border).copy()
    if radius > width:
        image.blit(_disc(radius - width, fill), (width, width))
    return image


def _limits(rect: pygame.Rect, radius: Radius) -> tuple[int, int]:
    top, bottom = radius if isinstance(radius, tuple) else (radius, radius)
    most = rect.width // 2
    top, bottom = min(top, most), min(bottom, most)
    if top + bottom > rect.height:
        shrink = rect.height / (top + bottom)
        top, bottom = int(top * shrink), int(bottom * shrink)
    return max(0, top), max(0, bottom)


def panel(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour,
    *,
    radius: Radius = 28,
    border: Colour | None = None,
    border_width: int = 0,
    shadow: int = 0,
    depth: int = 18,
) -> None:
    """Draw a rounded rectangle; shadow is the opacity (0-255) of a shadow `depth` px soft."""
    top, bottom = _limits(rect, radius)
    if shadow:
        _shadow(surface, rect, max(top, bottom), shadow, depth)
    width = border_width if border is not None else 0
    left, right = rect.left, rect.right
    inside = pygame.Rect(left, rect.top + top, rect.width, rect.height - top - bottom)
    surface.fill(fill, inside)
    surface.fill(fill, (left + top, rect.top, rect.width - 2 * top, top))
    surface.fill(fill, (left + bottom, rect.bottom - bottom, rect.width - 2 * bottom, bottom))
    if border is not None and width:
        surface.fill(border, (left, inside.top, width, inside.height))
        surface.fill(border, (right - width, inside.top, width, inside.height))
        surface.fill(border, (left + top, rect.top, rect.width - 2 * top, width))
        under = (left + bottom, rect.bottom - width, rect.width - 2 * bottom, width)
        surface.fill(border, under)
    if top:
        part = _corner(top, fill, border, width)
        surface.blit(part, (left, rect.top), (0, 0, top, top))
        surface.blit(part, (right - top, rect.top), (top, 0, top, top))
    if bottom:
        part = _corner(bottom, fill, border, width)
        low = rect.bottom - bottom
        surface.blit(part, (left, low), (0, bottom, bottom, bottom))
        surface.blit(part, (right - bottom, low), (bottom, bottom, bottom, bottom))


@lru_cache(24)
def _shadow_tile(radius: int, opacity: int, depth: int) -> pygame.Surface:
    """Blur the shadow of a small square, of which the parts are stretched."""
    side = 2 * (radius + depth) + 2
    whole = side + 2 * depth
    # Nobody sees that a soft shadow was made at half its size, and it takes a sixth of the time;
    # a small one, of a pawn, would get corners.
    part = 2 if depth >= SOFT else 1
    tile = pygame.Surface((whole // part, whole // part), pygame.SRCALPHA)
    body = pygame.Rect(depth // part, depth // part, side // part, side // part)
    pygame.draw.rect(tile, (0, 0, 0, opacity), body, border_radius=radius // part)
    tile = pygame.transform.gaussian_blur(tile, max(1, depth // (2 * part)))
    return tile if part == 1 else pygame.transform.smoothscale(tile, (whole, whole))


@lru_cache(96)
def _shadow_edge(
    radius: int, opacity: int, depth: int, part: tuple[int, int, int, int], size: tuple[int, int]
) -> pygame.Surface:
    return pygame.transform.scale(_shadow_tile(radius, opacity, depth).subsurface(part), size)


def _shadow(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, opacity: int, depth: int
) -> None:
    depth = max(2, min(depth, rect.height // 3, rect.width // 3))
    straight = min(radius, rect.width // 2 - depth, rect.height // 2 - depth)
    corner = 2 * depth + max(0, straight)
    radius = corner - 2 * depth
    tile = _shadow_tile(radius, opacity, depth)
    side = tile.get_width()
    area = rect.inflate(2 * depth, 2 * depth).move(0, depth // 2)
    far = side - corner
    middle = pygame.Rect(
        area.left + corner, area.top + corner, area.width - 2 * corner, area.height - 2 * corner
    )
    for sx, x in ((0, area.left), (far, area.right - corner)):
        for sy, y in ((0, area.top), (far, area.bottom - corner)):
            surface.blit(tile, (x, y), (sx, sy, corner, corner))
    if middle.width > 0:
        for sy, y in ((0, area.top), (far, area.bottom - corner)):
            edge = _shadow_edge(
                radius, opacity, depth, (corner, sy, 1, corner), (middle.width, corner)
            )
            surface.blit(edge, (middle.left, y))
    if middle.height > 0:
        for sx, x in ((0, area.left), (far, area.right - corner)):
            edge = _shadow_edge(
                radius, opacity, depth, (sx, corner, corner, 1), (corner, middle.height)
            )
            surface.blit(edge, (x, middle.top))


def ring(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, colour: Colour, width: int
) -> None:
    """Draw the edge of a rounded rectangle and leave what is inside."""
    top, _ = _limits(rect, radius)
    surface.fill(colour, (rect.left + top, rect.top, rect.width - 2 * top, width))
    surface.fill(colour, (rect.left + top, rect.bottom - width, rect.width - 2 * top, width))
    surface.fill(colour, (rect.left, rect.top + top, width, rect.height - 2 * top))
    surface.fill(colour, (rect.right - width, rect.top + top, width, rect.height - 2 * top))
    if top:
        part = _hollow(top, colour, width)
        far = rect.bottom - top
        surface.blit(part, (rect.left, rect.top), (0, 0, top, top))
        surface.blit(part, (rect.right - top, rect.top), (top, 0, top, top))
        surface.blit(part, (rect.left, far), (0, top, top, top))
        surface.blit(part, (rect.right - top, far), (top, top, top, top))


@lru_cache(64)
def _hollow(radius: int, colour: Colour, width: int) -> pygame.Surface:
    image = _disc(radius, colour).copy()
    if radius > width:
        hole = _disc(radius - width, (0, 0, 0))
        image.blit(hole, (width, width), special_flags=pygame.BLEND_RGBA_SUB)
    return image


def arch(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour,
    border: Colour,
    border_width: int,
    *,
    top: int,
    bottom: int,
) -> None:
    """Draw the shape of a sphere: straight sides under a large round top."""
    panel(
        surface,
        rect,
        fill,
        radius=(top, bottom),
        border=border,
        border_width=border_width,
    )


def pill(surface: pygame.Surface, rect: pygame.Rect, fill: Colour) -> None:
    """Draw a bar with round ends."""
    panel(surface, rect, fill, radius=rect.height // 2)


def strip_panel(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour,
    strip: Colour,
    radius: int,
    *,
    strip_width: int = 10,
    shadow: int = 0,
    depth: int = 12,
) -> None:
    """Draw a panel with a coloured left edge."""
    inner = pygame.Rect(rect.left + strip_width, rect.top, rect.width - strip_width, rect.height)
    old = surface.get_clip()
    # The strip is only drawn at its own side, or its colour would fringe the other corners.
    edge = inner.left + radius
    left = pygame.Rect(old.left, old.top, max(0, edge - old.left), old.height).clip(old)
    right = pygame.Rect(max(edge, old.left), old.top, max(0, old.right - edge), old.height)
    surface.set_clip(left)
    panel(surface, rect, strip, radius=radius, shadow=shadow, depth=depth)
    panel(surface, inner, fill, radius=radius)
    surface.set_clip(right.clip(old))
    panel(surface, rect, fill, radius=radius, shadow=shadow, depth=depth)
    surface.set_clip(old)


def dashed_pill(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, width: int) -> None:
    """Draw the dashed outline of a bar with round ends."""
    surface.blit(_dashed(rect.size, colour, width), rect)


@lru_cache(24)
def _dashed(size: tuple[int, int], colour: Colour, width: int) -> pygame.Surface:
    times = 3
    outline = _Pill(size[0] * times, size[1] * times, width * times / 2)
    dashes = _dashes(outline, width * times)
    image = pygame.Surface(size, pygame.SRCALPHA)
    image.fill((*colour, 0))
    # Drawn large and made small again, but only where the outline runs: the inside is empty.
    for part in _along_edges(pygame.Rect((0, 0), size), width):
        big = pygame.Surface((part.width * times, part.height * times), pygame.SRCALPHA)
        big.fill((*colour, 0))
        left, top = part.left * times, part.top * times
        near = pygame.Rect((left, top), big.size).inflate(width * times * 6, width * times * 6)
        for dash in dashes:
            if near.collidepoint(dash[0]):
                _draw_dash(big, colour, [(x - left, y - top) for x, y in dash], width * times)
        image.blit(pygame.transform.smoothscale(big, part.size), part)
    return image


def _along_edges(rect: pygame.Rect, width: int) -> list[pygame.Rect]:
    """Give the two round ends of a bar and the two edges between them."""
    end = min(rect.height // 2 + width, rect.width // 2)
    between = rect.width - 2 * end
    return [
        pygame.Rect(0, 0, end, rect.height),
        pygame.Rect(rect.width - end, 0, end, rect.height),
        pygame.Rect(end, 0, between, width),
        pygame.Rect(end, rect.height - width, between, width),
    ]


def _dashes(outline: "_Pill", width: int) -> list[list[tuple[float, float]]]:
    """List the points that each dash runs through: many where it bends, else its two ends."""
    dash = width * 3.2
    count = max(4, round(outline.length / (dash * 1.7)))
    bent = math.ceil(dash / (width * 0.4))
    dashes = []
    for start in (number * outline.length / count for number in range(count)):
        pieces = 1 if outline.is_straight(start, dash) else bent
        dashes.append([outline.at(start + dash * dot / pieces) for dot in range(pieces + 1)])
    return dashes


def _draw_dash(
    surface: pygame.Surface, colour: Colour, points: list[tuple[float, float]], width: int
) -> None:
    for point in points:
        pygame.draw.circle(surface, colour, point, width * 0.49)
    for a, b in pairwise(points):
        pygame.draw.line(surface, colour, a, b, width)


class _Pill:
    """The outline of a bar with round ends, to walk along clockwise from its upper left."""

    def __init__(self, width: float, height: float, inset: float) -> None:
        self._left, self._right = height / 2, width - height / 2
        self._middle, self._radius = height / 2, height / 2 - inset
        self._across, self._around = self._right - self._left, math.pi * self._radius
        self.length = 2 * (self._across + self._around)

    def is_straight(self, along: float, length: float) -> bool:
        """Tell whether a piece of the outline does not bend."""
        return along % (self.length / 2) + length <= self._across

    def at(self, along: float) -> tuple[float, float]:
        """Give the point that lies so far along the outline, in pixels."""
        along %= self.length
        below = along >= self.length / 2
        along %= self.length / 2
        if along <= self._across:
            x, y = self._left + along, self._middle - self._radius
        else:
            turn = (along - self._across) / self._radius - math.pi / 2
            x = self._right + self._radius * math.cos(turn)
            y = self._middle + self._radius * math.sin(turn)
        # The lower half is the upper one turned around.
        return (self._left + self._right - x, 2 * self._middle - y) if below else (x, y)


def logo(surface: pygame.Surface, rect: pygame.Rect, colours: tuple[Colour, ...]) -> None:
    """Draw the three overlapping circles."""
    radius = round(rect.height * 0.36)
    y = rect.bottom - radius
    disc(surface, (rect.left + radius, y), radius, colours[0], 235)
    disc(surface, (rect.centerx, rect.top + radius), radius, colours[1], 235)
    disc(surface, (rect.right - radius, y), radius, colours[2], 235)


def dim(surface: pygame.Surface, clip: pygame.Rect) -> None:
    """Darken what lies below a dialog."""
    surface.fill((118, 120, 126), clip, special_flags=pygame.BLEND_RGB_MULT)
