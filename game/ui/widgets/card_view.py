"""Activity cards: in the spotlight, medium, small and face down; and tiles on the board."""

from pathlib import Path

import pygame

from game.core.frozen import dataclass
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon, picture
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.card_words import (
    CardWords,
    Sizes,
    Words,
    draw_words,
    note_height,
    note_side,
)
from game.ui.widgets.pressable import Pressable

DRAGGED = 0.4
"""How much of its size a large card keeps while it is dragged."""


@dataclass(frozen=True, slots=True)
class _Size:
    words: Sizes
    head: float
    """Part of the height that the pictogram takes."""
    pad: int


_SIZES = {
    "spotlight": _Size(Sizes(76, 44, 24), 0.355, 48),
    "medium": _Size(Sizes(50, 31, 20), 0.29, 28),
    "small": _Size(Sizes(32, 24, 18), 0.32, 20),
}


class CardView(Pressable):
    """An activity card."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        picture: Path | str | bytes | None = None,
        size: str = "spotlight",
        note: str = "",
        note_icon: str = "",
        badge: str = "",
        selected: bool = False,
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
        draggable: bool = False,
    ) -> None:
        super().__init__(name, rect, label=title, enabled=enabled, reason=reason, on_press=on_press)
        self.text, self.icon, self.picture, self.size = text, icon, picture, size
        self.note, self.note_icon, self.badge = note, note_icon, badge
        self.selected, self.draggable = selected, draggable
        self.swallows_pointer = self.swallows_pointer or draggable
        self.radius = 44 if size in ("spotlight", "back") else 32
        self.margin = 36

    def surface(self, look: Look) -> pygame.Surface:
        """Draw the card on a surface of its own, for a Flight."""
        image = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        self._paint(image, look, image.get_rect(), 0, False)
        return image

    def drag_surface(self) -> pygame.Surface:
        """Draw what floats along while it is dragged."""
        image = self.surface(self.look)
        if self.size != "spotlight":
            return image
        # The large card would hide what it can be dropped on.
        return pygame.transform.smoothscale_by(image, DRAGGED)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        if self.lifted:
            colour = look.theme.muted
            paint.ring(surface, self.rect, look.px(self.radius), colour, look.px(3))
            return
        self._paint(surface, look, self.rect, look.theme.shadow, hover and self.focusable)

    def _paint(
        self, surface: pygame.Surface, look: Look, rect: pygame.Rect, shadow: int, hover: bool
    ) -> None:
        theme = look.theme
        radius = look.px(self.radius)
        if self.size == "back":
            _paint_back(surface, look, rect, radius, shadow)
            return
        size = _SIZES[self.size]
        edge = theme.accent if self.selected or hover else None
        if edge is None and not theme.shadow:
            edge = theme.edge
        width = look.px(6 if self.selected else 4)
        paint.panel(
            surface,
            rect,
            theme.panel,
            radius=radius,
            border=edge,
            border_width=width,
            shadow=shadow,
            depth=look.px(26),
        )
        body = rect.inflate(-2 * width, -2 * width) if edge else rect
        share = size.head
        if self.picture is None and self.size != "spotlight":
            # A pictogram gives its room to larger letters.
            share *= 100 / max(100, look.text_size)
        head = pygame.Rect(body.left, body.top, body.width, round(rect.height * share))
        pad = look.px(size.pad)
        inside = pygame.Rect(
            rect.left + pad, head.bottom + round(pad * 0.75), rect.width - 2 * pad, 0
        )
        inside.height = rect.bottom - round(pad * 0.8) - inside.top
        gap = look.px(size.pad * 0.3)
        words = self._fitted(look, inside, size.words, gap)
        if self._whole:
            grown = self._grown(look, head, inside, words, gap)
            inside.top += grown
            inside.height -= grown
            head.height += grown
        self._paint_head(surface, look, head, radius - (width if edge else 0))
        self._draw_words(surface, look, inside, words, gap)

    @property
    def _whole(self) -> bool:
        """Whether its picture is shown uncropped: on the large cards, that are read from."""
        return self.picture is not None and self.size == "spotlight"

    def _grown(
        self, look: Look, head: pygame.Rect, inside: pygame.Rect, words: Words, gap: int
    ) -> int:
        """Tell how much of the room that the words leave the picture takes, in pixels."""
        taken = words.height(look, gap) + (note_height(look, words.note) if self.note else 0)
        most = head.height + max(0, inside.height - taken - 2 * gap)
        image = picture(self.picture, (head.width, most), whole=True)
        return 0 if image is None else max(0, image.get_height() - head.height)

    def _fitted(self, look: Look, inside: pygame.Rect, sizes: Sizes, gap: int) -> Words:
        card = CardWords(self.label, self.text, self.note, bool(self.note_icon), inside.size, gap)
        return card.fitted(look, sizes, 24 if self.size == "spotlight" else 22)

    def _draw_words(
        self, surface: pygame.Surface, look: Look, inside: pygame.Rect, words: Words, gap: int
    ) -> None:
        """Draw title, text and note."""
        if self.note:
            inside = inside.copy()
            self._paint_note(surface, look, inside, words.note)
            inside.height -= note_height(look, words.note)
        draw_words(surface, look, words, inside, gap)

    def _paint_head(
        self, surface: pygame.Surface, look: Look, head: pygame.Rect, radius: int
    ) -> None:
        theme = look.theme
        image = picture(self.picture, head.size, whole=self._whole)
        if image is None:
            paint.panel(surface, head, theme.accent, radius=(radius, 0))
        else:
            surface.blit(_rounded_top(image, head.size, theme.sand, radius), head)
        if image is None and self.icon:
            side = round(head.height * 0.62)
            surface.blit(
                icon(self.icon, side, theme.ink, 1.8),
                (head.centerx - side // 2, head.centery - side // 2),
            )
        if self.badge:
            width = look.width(self.badge, 20, True) + look.px(28)
            box = pygame.Rect(0, 0, width, look.line_height(20) + look.px(10))
            box.topright = (head.right - look.px(18), head.top + look.px(18))
            paint.pill(surface, box, theme.bar)
            look.draw_lines(
                surface,
                (self.badge,),
                20,
                theme.bar_text,
                box,
                bold=True,
                align="center",
                valign="middle",
            )

    def _paint_note(
        self, surface: pygame.Surface, look: Look, inside: pygame.Rect, units: float
    ) -> None:
        high = look.line_height(units)
        line = pygame.Rect(inside.left, inside.bottom - high, inside.width, high)
        colour = look.theme.muted
        if self.note_icon:
            side = look.font_px(units * 1.2)
            surface.blit(icon(self.note_icon, side, colour), (line.left, line.centery - side // 2))
            taken = note_side(look, units, True)
            line.left += taken
            line.width -= taken
        text = look.cut(self.note, units, line.width)
        look.draw_lines(surface, (text,), units, colour, line, valign="middle")


def _rounded_top(
    image: pygame.Surface, size: tuple[int, int], behind: Colour, radius: int
) -> pygame.Surface:
    """Lay a picture in the middle of a calm background with round corners at the top."""
    head = pygame.Surface(size, pygame.SRCALPHA)
    head.fill(behind)
    head.blit(image, image.get_rect(center=head.get_rect().center))
    mask = pygame.Surface(size, pygame.SRCALPHA)
    paint.panel(mask, mask.get_rect(), (255, 255, 255), radius=(radius, 0))
    head.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return head


def _paint_back(
    surface: pygame.Surface, look: Look, rect: pygame.Rect, radius: int, shadow: int
) -> None:
    theme = look.theme
    paint.panel(surface, rect, theme.bar, radius=radius, shadow=shadow, depth=look.px(26))
    inset = look.px(14)
    paint.ring(
        surface, rect.inflate(-2 * inset, -2 * inset), radius - inset, theme.accent, look.px(3)
    )
    side = min(rect.width // 2, rect.height // 3)
    box = pygame.Rect(0, 0, side, round(side * 0.8))
    box.center = rect.center
    paint.logo(surface, box, theme.logo)


@dataclass(frozen=True, slots=True)
class Tile:
    """A card that lies on the board: title, pictogram, and the pictogram of its outcome."""

    key: str
    title: str
    icon: str = ""
    mark: str = ""
    strong: bool = False
    """Whether it is the card being talked about."""


class TileView(Pressable):
    """One tile."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        tile: Tile,
        *,
        place: str | None = None,
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(
            name, rect, label=tile.title, enabled=enabled, reason=reason, on_press=on_press
        )
        self.tile, self.place = tile, place
        self.radius = 22
        self.margin = 8

    @staticmethod
    def needed(look: Look, title: str, width: int) -> int:
        """Tell the height of a tile of this width, in pixels."""
        taken = look.font_px(34) + look.px(14) + look.font_px(28) + look.px(8)
        room = width - look.px(32) - taken
        lines = look.wrap(title, 23, max(look.px(40), room), bold=True, max_lines=2)
        words = look.line_height(23) * len(lines) + look.px(18)
        # With the gap between two of them, each can be pressed without hitting its neighbour.
        return max(look.px(60), words, look.target() - look.px(10))

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        colour = theme.place(self.place).colour if self.place else theme.ink
        edge = colour if self.tile.strong or (hover and self.focusable) else None
        paint.panel(
            surface,
            self.rect,
            theme.panel,
            radius=min(look.px(self.radius), self.rect.height // 2),
            border=edge,
            border_width=look.px(4),
            shadow=theme.shadow,
            depth=look.px(6),
        )
        room = self.rect.inflate(-look.px(32), 0)
        side = min(look.font_px(34), room.height)
        if self.tile.icon:
            image = icon(self.tile.icon, side, colour)
            surface.blit(image, (room.left, room.centery - side // 2))
            room.left += side + look.px(14)
            room.width -= side + look.px(14)
        if self.tile.mark:
            # Only what was not shared stands out; its pictogram says which.
            amber = self.tile.mark in ("split", "scissors")
            shade = theme.warn if amber else colour
            small = min(look.font_px(28), room.height)
            image = icon(self.tile.mark, small, shade, 2.4)
            surface.blit(image, (room.right - small, room.centery - small // 2))
            room.width -= small + look.px(8)
        units, lines = look.fit(
            self.tile.title, 23, room.width, room.height, bold=True, smallest=19
        )
        look.draw_lines(surface, lines, units, theme.ink, room, bold=True, valign="middle")
