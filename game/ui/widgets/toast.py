"""A short sentence at the bottom of the screen that goes away by itself."""

import pygame

from game.ui import paint
from game.ui.look import Look


class Toast:
    """What `Scene.say` shows; it takes no events."""

    def __init__(self) -> None:
        self.text = ""
        self.until = 0.0
        self._lines: tuple[str, ...] = ()

    def show(self, text: str, until: float) -> None:
        """Show a sentence until this time."""
        self.text, self.until = text, until

    def rect(self, look: Look) -> pygame.Rect:
        """Tell what it covers, shadow included."""
        if not self.text:
            return pygame.Rect(0, 0, 0, 0)
        return self._box(look).inflate(look.px(60), look.px(60))

    def _box(self, look: Look) -> pygame.Rect:
        widest = min(look.width_px - look.px(160), look.px(1100))
        self._lines = look.wrap(self.text, 26, widest, max_lines=3)
        width = max(look.width(line, 26) for line in self._lines) + look.px(72)
        height = len(self._lines) * look.line_height(26) + look.px(30)
        box = pygame.Rect(0, 0, width, height)
        box.midbottom = (look.width_px // 2, look.height_px - look.px(28))
        return box

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw it, when there is anything to say."""
        if not self.text:
            return
        box = self._box(look)
        theme = look.theme
        paint.panel(
            surface,
            box,
            theme.bar,
            radius=min(box.height // 2, look.px(30)),
            border=theme.accent,
            border_width=look.px(3),
            shadow=theme.shadow * 2,
            depth=look.px(18),
        )
        look.draw_lines(
            surface, self._lines, 26, theme.bar_text, box, align="center", valign="middle"
        )
