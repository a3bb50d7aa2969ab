"""A panel in the middle of the window, over the screen that it was opened from."""

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.scene import Scene

RADIUS = 36


class Sheet(Scene):
    """What menus, settings and other panels share; a subclass says how large it is."""

    overlay = True
    sheet = (1180, 940)
    """Width and height, in units."""
    white = False
    """Whether it is white, for text; else it is the sand on which white things lie."""

    def panel_rect(self, look: Look) -> pygame.Rect:
        """Give the place of the panel."""
        rect = look.rect(0, 0, *self.sheet)
        rect.center = (look.width_px // 2, look.height_px // 2)
        return rect

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Draw the panel."""
        del clip
        look, theme = self.look, self.look.theme
        fill = theme.panel if self.white else theme.background
        # Without shadows, in high contrast, an edge says where the panel ends.
        edge = None if theme.shadow else theme.edge
        paint.panel(
            surface,
            self.panel_rect(look),
            fill,
            radius=look.px(RADIUS),
            shadow=theme.shadow,
            depth=look.px(18),
            border=edge,
            border_width=look.px(theme.border),
        )
