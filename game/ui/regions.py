"""Parts of the screen that have to be sent to it."""

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
