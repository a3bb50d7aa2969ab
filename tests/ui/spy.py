"""A look that draws nothing, and remembers every text: where, how large, and what was cut."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

import pygame

from game.ui import paint
from game.ui.look import Look, _font, clean
from game.ui.scene import Scene, Stage
from game.ui.theme import Colour
from game.ui.widgets.widget import Widget

ELLIPSIS = "…"
_PAINT = ("panel", "arch", "disc", "pill", "dashed_pill", "ring", "strip_panel", "logo", "dim")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on the screen."""

    text: str
    size: int
    """Of the letters, in pixels."""
    rect: pygame.Rect
    """What the letters cover."""
    box: pygame.Rect
    """The room that was given for it."""
    clip: pygame.Rect

    @property
    def seen(self) -> pygame.Rect:
        """Give the part of it that can be seen."""
        return self.rect.clip(self.clip)


class SpyLook(Look):
    """Measures like any other look, and remembers instead of drawing."""

    def __init__(self, size: tuple[int, int], text_size: int) -> None:
        super().__init__(size, text_size)
        self.lines: list[Line] = []
        self.texts: set[tuple[str, int]] = set()
        self.shortened: dict[str, str] = {}
        """What was tried as a line, and what it was cut from."""

    def text(
        self, text: str, units: float, colour: Colour, *, bold: bool = False
    ) -> pygame.Surface:
        """Remember the text and its size; the picture of it stays empty."""
        del colour
        size = self.font_px(units)
        self.texts.add((text, size))
        return pygame.Surface(_font(bold, size).size(clean(text)), pygame.SRCALPHA)

    def cut(self, text: str, units: float, width: int, bold: bool = False) -> str:
        """Remember what did not fit on its line."""
        line = super().cut(text, units, width, bold)
        self._short(text, line)
        return line

    def wrap(
        self,
        text: str,
        units: float,
        width: int,
        *,
        bold: bool = False,
        max_lines: int | None = None,
    ) -> tuple[str, ...]:
        """Remember what did not fit in its lines."""
        lines = super().wrap(text, units, width, bold=bold, max_lines=max_lines)
        if max_lines is not None and lines:
            self._short(text, lines[-1])
        return lines

    def _short(self, text: str, line: str) -> None:
        if line.endswith(ELLIPSIS) and not text.rstrip().endswith((ELLIPSIS, "...")):
            self.shortened[line] = text

    def draw_lines(
        self,
        surface: pygame.Surface,
        lines: tuple[str, ...],
        units: float,
        colour: Colour,
        rect: pygame.Rect,
        *,
        bold: bool = False,
        align: str = "left",
        valign: str = "top",
    ) -> pygame.Rect:
        """Remember each line with the room that its letters take."""
        del colour
        step = self.line_height(units)
        total = step * len(lines)
        top = {"top": rect.top, "middle": rect.centery - total // 2, "bottom": rect.bottom - total}
        covered = pygame.Rect(rect.left, top[valign], 0, total)
        high = _font(bold, self.font_px(units)).get_ascent()
        for n, line in enumerate(lines):
            wide = self.width(line, units, bold)
            left = {
                "left": rect.left,
                "center": rect.centerx - wide // 2,
                "right": rect.right - wide,
            }
            y = top[valign] + n * step
            self.texts.add((line, self.font_px(units)))
            letters = pygame.Rect(left[align], y + (step - high) // 2, wide, high)
            if line.strip():
                clip = surface.get_clip()
                self.lines.append(Line(line, self.font_px(units), letters, rect.copy(), clip))
            covered.union_ip(pygame.Rect(left[align], y, max(1, wide), step))
        return covered


def _nothing(*_given: object, **_named: object) -> None:
    """Draw nothing."""


@contextmanager
def no_paint() -> Iterator[None]:
    """Leave out everything that is painted, which is what takes the time."""
    with ExitStack() as stack:
        for name in _PAINT:
            stack.enter_context(patch.object(paint, name, _nothing))
        yield


def spied(scene: Scene, size: tuple[int, int], text_size: int) -> SpyLook:
    """Lay a scene out and go through the motions of drawing it."""
    look = SpyLook(size, text_size)
    scene.attach(Stage(look))
    surface = pygame.Surface(size)
    scene.draw(surface, surface.get_rect())
    return look


def visible(scene: Scene) -> list[tuple[Widget, pygame.Rect, tuple[Widget, ...]]]:
    """List each widget with the part of it that can be seen, and what it lies in."""
    found: list[tuple[Widget, pygame.Rect, tuple[Widget, ...]]] = []

    def walk(widget: Widget, window: pygame.Rect, within: tuple[Widget, ...]) -> None:
        if not widget.visible:
            return
        found.append((widget, widget.rect.clip(window), within))
        port = widget.viewport()
        inside = window.clip(port) if port is not None else window
        for child in widget.children:
            walk(child, inside, (*within, widget))

    everything = pygame.Rect(-(10**6), -(10**6), 2 * 10**6, 2 * 10**6)
    for widget in scene.widgets:
        walk(widget, everything, ())
    return found
