"""Things that float above the picture: sprites, flying cards and pawns that turn over."""

from collections.abc import Callable

import pygame

from game.core.frozen import dataclass
from game.ui.changes import Change


@dataclass(frozen=True, slots=True)
class Sprite:
    """A surface at a place."""

    surface: pygame.Surface
    pos: tuple[int, int]

    @property
    def rect(self) -> pygame.Rect:
        """Tell what it covers."""
        return self.surface.get_rect(topleft=self.pos)


def ease(part: float) -> float:
    """Start and stop gently; 0 to 1."""
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)


@dataclass(frozen=True, slots=True)
class Flight:
    """A surface that moves from one top left corner to another."""

    surface: pygame.Surface
    start: tuple[int, int]
    end: tuple[int, int]
    seconds: float = 0.45
    then: Callable[[], Change | None] | None = None

    def at(self, part: float) -> Sprite:
        """Show where it is when this part of the time has passed."""
        done = ease(part)
        x = round(self.start[0] + (self.end[0] - self.start[0]) * done)
        y = round(self.start[1] + (self.end[1] - self.start[1]) * done)
        return Sprite(self.surface, (x, y))


@dataclass(frozen=True, slots=True)
class Flip:
    """A surface that turns over around its centre."""

    centre: tuple[int, int]
    back: pygame.Surface
    front: pygame.Surface
    seconds: float = 0.4
    then: Callable[[], Change | None] | None = None

    def at(self, part: float) -> Sprite:
        """Show how far it has turned when this part of the time has passed."""
        done = ease(part)
        face = self.back if done < 0.5 else self.front
        width = max(1, round(face.get_width() * abs(1 - 2 * done)))
        if width < face.get_width():
            face = pygame.transform.smoothscale(face, (width, face.get_height()))
        x, y = self.centre
        return Sprite(face, (x - face.get_width() // 2, y - face.get_height() // 2))


Animation = Flight | Flip
