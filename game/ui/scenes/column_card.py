"""The card in play beside the board: as large as its words let it be, to be read from afar."""

import pygame

from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.card_view import CardView
from game.ui.widgets.card_words import Sizes

TITLE, TEXT = 58, 44
SIZES = Sizes(TITLE, TEXT, 24, share=38)


class ColumnCard(CardView):
    """A card in a narrow column, with its pictogram small so that its words can be large."""

    def _head(self, look: Look, height: int) -> int:
        share = 30 if self.picture is not None else 17
        return min(look.px(280 if self.picture is not None else 130), height * share // 100)

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height at which its words have their full size."""
        inner = width - 2 * look.px(28)
        high = look.px(130) + look.px(50)
        high += look.height(self.label, TITLE, inner, bold=True)
        high += look.height(self.text, TEXT, inner) if self.text else 0
        return high + (look.line_height(22) + look.px(12) if self.note else 0)

    def _paint(
        self, surface: pygame.Surface, look: Look, rect: pygame.Rect, shadow: int, hover: bool
    ) -> None:
        theme = look.theme
        radius = look.px(32)
        edge = theme.accent if hover else None if theme.shadow else theme.edge
        paint.panel(
            surface,
            rect,
            theme.panel,
            radius=radius,
            border=edge,
            border_width=look.px(4),
            shadow=shadow,
            depth=look.px(22),
        )
        head = pygame.Rect(rect.left, rect.top, rect.width, self._head(look, rect.height))
        if self.picture is not None:
            self._paint_head(surface, look, head, radius)
        else:
            paint.panel(surface, head, theme.accent, radius=(radius, 0))
            side = round(head.height * 0.68)
            if self.icon:
                image = icon(self.icon, side, theme.ink, 1.8)
                surface.blit(image, (head.centerx - side // 2, head.centery - side // 2))
        pad = look.px(28)
        inside = pygame.Rect(rect.left + pad, head.bottom + look.px(16), rect.width - 2 * pad, 0)
        inside.height = rect.bottom - look.px(18) - inside.top
        gap = look.px(8)
        words = self._fitted(look, inside, SIZES, gap)
        self._draw_words(surface, look, inside, words, gap)
