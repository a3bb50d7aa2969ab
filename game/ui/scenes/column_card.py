"""The card in play beside the board: as large as its words let it be, to be read from afar."""

import pygame

from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.card_view import CardView
from game.ui.widgets.card_words import Sizes, Words, note_height

TITLE, TEXT = 58, 44
GAP = 8
"""Between title and text, in units."""
SLIMMER = (82, 86, 90, 95)
"""Parts of its height that are tried for a slim card, in percent."""
SIZES = Sizes(TITLE, TEXT, 24, share=38)


class ColumnCard(CardView):
    """A card in a narrow column, with its pictogram small so that its words can be large."""

    slim = False
    """Whether what stands above the words takes as little as it can."""

    def _head(self, look: Look, height: int) -> int:
        share = 30 if self.picture is not None else 11 if self.slim else 17
        return min(look.px(280 if self.picture is not None else 130), height * share // 100)

    def height_for(self, look: Look, width: int) -> int:
        """Tell the height at which its words have their full size."""
        inner = width - 2 * look.px(28)
        high = look.px(130) + look.px(50)
        high += look.height(self.label, TITLE, inner, bold=True)
        high += look.height(self.text, TEXT, inner) if self.text else 0
        return high + (look.line_height(22) + look.px(12) if self.note else 0)

    def slimmed(self, look: Look, width: int, most: int) -> int:
        """Make it slim, and tell a low height at which its text is as large as it was."""
        usual, _spare = self.words_in(look, width, most)
        plain, _spare = self.words_in(look.plain, width, most)
        title = look.plain.font_px(plain.title)
        self.slim = True
        for percent in SLIMMER:
            high = most * percent // 100
            # A lower card gives its title less, so that is not taken for granted.
            for tried in (high - self.words_in(look, width, high)[1], high):
                words, _spare = self.words_in(look, width, tried)
                # A title may become smaller, but not than it is where letters are not large.
                large = words.text >= usual.text and look.font_px(words.title) >= title
                if large and words.whole:
                    return tried
        return most

    def words_in(self, look: Look, width: int, high: int) -> tuple[Words, int]:
        """Give the words at this height, and the room that they leave."""
        inside = self._inside(look, pygame.Rect(0, 0, width, high))
        words = self._fitted(look, inside, SIZES, look.px(GAP))
        taken = words.height(look, look.px(GAP))
        taken += note_height(look, words.note) if self.note else 0
        return words, max(0, inside.height - taken)

    def _inside(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        """Give the room for the words."""
        pad = look.px(28)
        top = rect.top + self._head(look, rect.height) + look.px(16)
        return pygame.Rect(
            rect.left + pad, top, rect.width - 2 * pad, rect.bottom - look.px(18) - top
        )

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
        inside = self._inside(look, rect)
        words = self._fitted(look, inside, SIZES, look.px(GAP))
        self._draw_words(surface, look, inside, words, look.px(GAP))
