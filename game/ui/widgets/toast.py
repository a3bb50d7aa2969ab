"""A short sentence on the screen, where nothing lies that matters; it goes away by itself."""

from collections.abc import Iterator, Sequence

import pygame

from game.ui import paint
from game.ui.look import Look

UNITS, SMALLEST = 26, 16
WIDTHS = (1100, 1700, 760, 520, 340)
"""How wide it may be, in units; what is narrow fits where what is wide does not."""
STEP = 12
"""Units between two places that are tried."""


class Toast:
    """What `Scene.say` shows; it takes no events."""

    def __init__(self) -> None:
        self.text = ""
        self.until = 0.0
        self.lasting = False
        """Whether it stays when somebody does something."""
        self.box = pygame.Rect(0, 0, 0, 0)
        self.lines: tuple[str, ...] = ()
        self._units: float = UNITS
        self._in_bar = False

    def show(self, text: str, until: float, *, lasting: bool = False) -> None:
        """Show a sentence until this time."""
        self.text, self.until, self.lasting = text, until, lasting

    def rect(self, look: Look) -> pygame.Rect:
        """Tell what it covers, shadow included."""
        if not self.text:
            return pygame.Rect(0, 0, 0, 0)
        return self.box.inflate(look.px(60), look.px(60))

    def settle(
        self,
        look: Look,
        bar: pygame.Rect | None,
        pressed: Sequence[pygame.Rect],
        read: Sequence[pygame.Rect],
    ) -> None:
        """Choose a place: in the bar, or where nothing is pressed and little is read.

        Args:
            look: how big things are.
            bar: what is free in the bar at the top, if there is one.
            pressed: what it may never cover.
            read: what it covers only where there is no other place.
        """
        if not self.text:
            return
        self._in_bar = bar is not None and bar.collidelist(pressed) < 0
        if bar is not None and self._in_bar:
            self._lay_in(look, bar)
            return
        best: tuple[int, pygame.Rect, float, tuple[str, ...]] | None = None
        for units, lines, box in self._places(look):
            if box.collidelist(pressed) >= 0:
                continue
            shared = (box.clip(other) for other in read)
            cost = sum(part.w * part.h for part in shared)
            if best is None or cost < best[0]:
                best = (cost, box, units, lines)
            if not cost:
                break
        if best is None:
            units, lines, box = next(self._places(look))
            best = (0, box, units, lines)
        _cost, self.box, self._units, self.lines = best

    def _lay_in(self, look: Look, bar: pygame.Rect) -> None:
        most, inside = bar.width - look.px(72), bar.height - look.px(16)
        self._units, self.lines = look.fit(self.text, 30, most, inside, smallest=SMALLEST)
        width = max(look.width(line, self._units) for line in self.lines) + look.px(72)
        self.box = pygame.Rect(bar.left, bar.top, min(bar.width, width), bar.height)

    def _places(self, look: Look) -> Iterator[tuple[float, tuple[str, ...], pygame.Rect]]:
        """Try the bottom first, then higher and higher; then in another shape, then smaller."""
        margin = look.px(28)
        for units in (UNITS, 20, SMALLEST, SMALLEST * 100 / look.text_size):
            for wide in WIDTHS:
                most = min(look.width_px - look.px(160), look.px(wide))
                lines = look.wrap(self.text, units, most)
                width = max(look.width(line, units) for line in lines) + look.px(72)
                height = len(lines) * look.line_height(units) + look.px(30)
                lefts = ((look.width_px - width) // 2, margin, look.width_px - margin - width)
                for top in range(look.height_px - margin - height, 0, -look.px(STEP)):
                    for left in lefts:
                        yield units, lines, pygame.Rect(left, top, width, height)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw it, when there is anything to say."""
        if not self.text:
            return
        theme = look.theme
        paint.panel(
            surface,
            self.box,
            theme.panel if self._in_bar else theme.bar,
            radius=min(self.box.height // 2, look.px(30)),
            border=theme.accent,
            border_width=look.px(3),
            shadow=theme.shadow * 2,
            depth=look.px(18),
        )
        colour = theme.ink if self._in_bar else theme.bar_text
        look.draw_lines(
            surface, self.lines, self._units, colour, self.box, align="center", valign="middle"
        )
