"""Parts of the screen that have to be sent to it."""

from functools import lru_cache

import pygame


def merged(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """Join rectangles where one around both is no larger than the two."""
    result: list[pygame.Rect] = []
    for rect in rects:
        grown = rect.copy()
        if not grown.width or not grown.height:
            continue
        again = True
        while again:
            again = False
            for other in result:
                joined = grown.union(other)
                both = grown.width * grown.height + other.width * other.height
                if joined.width * joined.height <= both:
                    result.remove(other)
                    grown, again = joined, True
                    break
        result.append(grown)
    return result


def outside(rect: pygame.Rect, hole: pygame.Rect) -> list[pygame.Rect]:
    """Cut a rectangle into what lies outside another one."""
    hole = hole.clip(rect)
    if not hole:
        return [rect]
    parts = (
        pygame.Rect(rect.left, rect.top, rect.width, hole.top - rect.top),
        pygame.Rect(rect.left, hole.bottom, rect.width, rect.bottom - hole.bottom),
        pygame.Rect(rect.left, hole.top, hole.left - rect.left, hole.height),
        pygame.Rect(hole.right, hole.top, rect.right - hole.right, hole.height),
    )
    return [part for part in parts if part.width and part.height]


@lru_cache(4)
def solid(surface: pygame.Surface) -> pygame.Rect:
    """Find the largest part around the middle of a surface that nothing shines through."""
    mask = pygame.mask.from_surface(surface, 254)
    part = surface.get_rect()
    while part.width > 0 and part.height > 0:
        full = pygame.mask.Mask(part.size, fill=True)
        if mask.overlap_area(full, part.topleft) == part.width * part.height:
            return part
        part = part.inflate(-8, -8)
    return pygame.Rect(0, 0, 0, 0)
