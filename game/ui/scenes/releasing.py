"""A text that the public record holds back, with a box to let it in."""

import pygame

from game.i18n import _
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.pressable import Pressable

_TITLE, _TEXT = 21, 24


class ReleaseView(Pressable):
    """One text in full: pressed, it goes into the public record, or out of it again."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        title: str,
        text: str,
        *,
        released: bool,
        on_press: Action,
    ) -> None:
        state = _("goes in") if released else _("stays out")
        super().__init__(name, rect, label=f"{title}: {state}", on_press=on_press)
        self.title, self.text, self.released, self.state = title, text, released, state
        self.radius = 20
        self.margin = 10

    def _inner(self, look: Look, width: int) -> int:
        return width - look.px(44) - look.font_px(34) - look.px(18)

    def needed(self, look: Look, width: int) -> int:
        """Tell the height that it needs at this width, in pixels."""
        inner = self._inner(look, width)
        head = look.height(self._head(), _TITLE, inner, bold=True)
        high = head + look.height(self.text, _TEXT, inner) + look.px(26)
        return max(look.target(), high)

    def _head(self) -> str:
        return f"{self.title} · {self.state}"

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        edge = theme.good if self.released else None if theme.shadow else theme.edge
        paint.panel(
            surface,
            self.rect,
            theme.hover if hover else theme.panel,
            radius=look.px(20),
            border=edge,
            border_width=look.px(4),
            shadow=theme.shadow,
            depth=look.px(8),
        )
        side = look.font_px(34)
        colour = theme.good if self.released else theme.muted
        image = icon("square-check-big" if self.released else "square", side, colour)
        x = self.rect.x + look.px(22)
        surface.blit(image, (x, self.rect.y + look.px(14)))
        inner = self._inner(look, self.rect.width)
        head = pygame.Rect(x + side + look.px(18), self.rect.y + look.px(11), inner, 0)
        head.height = look.height(self._head(), _TITLE, inner, bold=True)
        look.draw_text(surface, self._head(), _TITLE, colour, head, bold=True)
        room = pygame.Rect(head.x, head.bottom, inner, self.rect.bottom - look.px(6) - head.bottom)
        look.draw_text(surface, self.text, _TEXT, theme.ink, room)
