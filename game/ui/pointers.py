"""Mouse, touch and pen as one pointer."""

from collections.abc import Callable

import pygame

from game.ui.events import Pointer


class Pointers:
    """Reads pygame's events; remembers the finger that is down and the last click."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._finger: tuple[int, int] | None = None
        self._clicked = (0.0, (0, 0), 0)

    def read(self, event: pygame.event.Event, size: tuple[int, int]) -> Pointer | None:
        """Read an event; None when it is not of a pointer, or of a second finger."""
        w, h = size
        match event.type:
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP | pygame.MOUSEMOTION if getattr(
                event, "touch", False
            ):
                return None
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return Pointer("down", event.pos, 1, self._clicks(event.pos))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return Pointer("up", event.pos)
            case pygame.MOUSEMOTION:
                return Pointer("move", event.pos, 1 if event.buttons[0] else 0)
            case pygame.MOUSEWHEEL:
                pos = getattr(event, "pos", None) or pygame.mouse.get_pos()
                return Pointer("wheel", pos, wheel=getattr(event, "precise_y", 0) or event.y)
            case pygame.FINGERDOWN if self._finger is None:
                self._finger = (event.touch_id, event.finger_id)
                pos = (int(event.x * w), int(event.y * h))
                return Pointer("down", pos, 1, self._clicks(pos))
            case pygame.FINGERMOTION if self._finger == (event.touch_id, event.finger_id):
                return Pointer("move", (int(event.x * w), int(event.y * h)))
            case pygame.FINGERUP if self._finger == (event.touch_id, event.finger_id):
                self._finger = None
                return Pointer("up", (int(event.x * w), int(event.y * h)))
        return None

    def _clicks(self, pos: tuple[int, int]) -> int:
        when, where, count = self._clicked
        near = abs(pos[0] - where[0]) + abs(pos[1] - where[1]) < 12
        count = count + 1 if near and self._clock() - when < 0.45 else 1
        self._clicked = (self._clock(), pos, count)
        return count
