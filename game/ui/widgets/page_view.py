"""A page of paper on the screen, whole, as large as fits."""

import io
from functools import lru_cache

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.widget import Widget


class PageView(Widget):
    """A picture of a page, or a sentence while there is none."""

    swallows_pointer = False

    def __init__(self, name: str, rect: pygame.Rect, page: bytes | None, text: str = "") -> None:
        super().__init__(name, rect, label=text)
        self.page = page

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        image = _fitted(self.page, self.rect.size) if self.page else None
        if image is None:
            paint.panel(surface, self.rect, theme.sand, radius=look.px(24))
            room = self.rect.inflate(-2 * look.px(40), -2 * look.px(40))
            units, lines = look.fit(self.label, 28, room.w, room.h, smallest=14)
            look.draw_lines(surface, lines, units, theme.muted, room, align="center",
                            valign="middle")  # fmt: skip
            return
        place = image.get_rect(center=self.rect.center)
        paint.panel(surface, place, theme.panel, radius=2, shadow=theme.shadow, depth=look.px(14),
                    border=None if theme.shadow else theme.edge, border_width=2)  # fmt: skip
        surface.blit(image, place)


@lru_cache(4)
def _fitted(page: bytes, size: tuple[int, int]) -> pygame.Surface | None:
    """Scale a page to what fits in this size."""
    try:
        image = pygame.image.load(io.BytesIO(page))
    except pygame.error:
        return None
    scale = min(size[0] / image.get_width(), size[1] / image.get_height())
    wide, high = round(image.get_width() * scale), round(image.get_height() * scale)
    return pygame.transform.smoothscale(image.convert_alpha(), (max(1, wide), max(1, high)))
