"""The spheres: arches with their pawns and tiles, and the flat place outside."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Required, TypedDict

import pygame

from game.i18n import _
from game.ui import paint
from game.ui.changes import Action, Change
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.card_view import Tile, TileView
from game.ui.widgets.pawn import PawnFace, draw_pawn
from game.ui.widgets.pressable import Pressable
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Host

ON_TWO = 20
"""Size, in units, at which a title that does not fit on one line gets two, and no more."""


class PlaceOptions(TypedDict, total=False):
    """What can be said of a place, for views that add something of their own."""

    title: Required[str]
    explanation: str
    tiles: Sequence[Tile]
    on_press: Action | None
    on_tile: Callable[[str], Change | None] | None
    highlighted: bool
    accepts: bool


class PlaceView(Pressable, ABC):
    """What an arch and the flat place share."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        place: str,
        *,
        title: str,
        explanation: str = "",
        pawns: Sequence[PawnFace] = (),
        slot: bool = True,
        tiles: Sequence[Tile] = (),
        on_press: Action | None = None,
        on_tile: Callable[[str], Change | None] | None = None,
        highlighted: bool = False,
        accepts: bool = False,
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(name, rect, label=title, enabled=enabled, reason=reason, on_press=on_press)
        self.place, self.title, self.explanation = place, title, explanation
        self.pawns, self.slot, self.tiles = tuple(pawns), slot, tuple(tiles)
        self.on_tile, self.highlighted, self.accepts = on_tile, highlighted, accepts
        self.swallows_pointer = self.swallows_pointer or accepts
        self.radius = 28

    def _tile(self, tile: Tile, rect: pygame.Rect) -> TileView:
        tell = self.on_tile
        press = (lambda: tell(tile.key)) if tell is not None else None
        return TileView(
            f"{self.name}-tile-{tile.key}", rect, tile, place=self.place, on_press=press
        )

    def pawn_centres(self, look: Look) -> tuple[tuple[int, int], ...]:
        """Tell where the centres of its pawns lie, for animations."""
        box, radius = self._slot(look), self._pawn_radius(look)
        count = len(self.pawns)
        if not count:
            return ()
        step = min(round(radius * 2.3), (box.width - 2 * radius - look.px(12)) // max(1, count - 1))
        left = box.centerx - step * (count - 1) // 2
        return tuple((left + step * at, box.centery) for at in range(count))

    @abstractmethod
    def _slot(self, look: Look) -> pygame.Rect:
        """Give the place of its pawns."""

    def _pawn_radius(self, look: Look) -> int:
        return min(look.px(27), self._slot(look).height // 2 - 1)

    def _draw_slot(self, surface: pygame.Surface, look: Look) -> None:
        if not self.slot:
            return
        colour = look.theme.place(self.place).colour
        paint.dashed_pill(surface, self._slot(look), colour, look.px(3))
        radius = self._pawn_radius(look)
        for face, centre in zip(self.pawns, self.pawn_centres(look), strict=True):
            draw_pawn(surface, look, centre, radius, face)

    def _draw_badge(
        self, surface: pygame.Surface, look: Look, centre: tuple[int, int], radius: int
    ) -> None:
        shown = look.theme.place(self.place)
        paint.disc(surface, centre, radius, shown.colour)
        side = round(radius * 1.18)
        image = icon(shown.icon, side, look.theme.panel)
        surface.blit(image, (centre[0] - side // 2, centre[1] - side // 2))

    def _draw_children(self, surface: pygame.Surface, look: Look) -> None:
        host = self.host
        for child in self.children:
            hovers = host is not None and getattr(host, "hovered", None) == child.name
            focus = host is not None and host.focus == child.name
            child.draw(surface, look, focus, hovers)


class SphereView(PlaceView):
    """A sphere: an arch with pictogram, title, explanation, pawns and tiles."""

    most: float = 28
    """Largest size of its title, in units; the others may need a smaller one."""

    def attach(self, host: Host) -> None:
        """Join a scene and lay the tiles out."""
        look = host.look
        self.children = ()
        if self.tiles:
            top = self._tiles_top(look)
            side = look.px(20)
            area = pygame.Rect(
                self.rect.left + side,
                top,
                self.rect.width - 2 * side,
                max(look.px(40), self.rect.bottom - look.px(24) - top),
            )
            tiles = []
            width = area.width
            heights = [TileView.needed(look, tile.title, width) for tile in self.tiles]
            if sum(heights) + look.px(10) * (len(heights) - 1) > area.height:
                width -= look.px(18)
                heights = [TileView.needed(look, tile.title, width) for tile in self.tiles]
            for tile, high in zip(self.tiles, heights, strict=True):
                tiles.append(self._tile(tile, pygame.Rect(0, 0, area.width, high)))
            self.children = (ScrollList(f"{self.name}-tiles", area, tiles, gap=10),)
        super().attach(host)

    def letters(self, look: Look) -> float:
        """Tell the size at which its title fits, in units."""
        return self._fitted(look)[1]

    def _fitted(self, look: Look) -> tuple[int, float, int]:
        """Give the width of its title, the size at which that fits, and its number of lines."""
        room = self.rect.width - look.px(16) - look.px(8)
        high = look.line_height(28)
        # Where the title begins, the arch is not at its widest yet.
        narrow = room - 2 * look.px(14)
        if " " in self.title.strip() and look.width(self.title, ON_TWO, True) > narrow:
            room, high = narrow, max(high, 2 * look.line_height(ON_TWO))
        units, lines = look.fit(self.title, 28, room, high, bold=True, smallest=18)
        return room, units, len(lines)

    def _head(self, look: Look) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
        """Give the boxes of pictogram, title and explanation."""
        tight = self.rect.height < look.px(420)
        radius = look.px(26 if tight else 36)
        badge = pygame.Rect(0, 0, 2 * radius, 2 * radius)
        badge.midtop = (self.rect.centerx, self.rect.top + look.px(12 if tight else 22))
        wide = self.rect.width - look.px(16)
        _room, units, count = self._fitted(look)
        high = max(look.line_height(28), count * look.line_height(units))
        title = pygame.Rect(self.rect.left + look.px(8), badge.bottom + look.px(4), wide, high)
        lines = 0
        if self.explanation:
            lines = len(look.wrap(self.explanation, 20, wide - look.px(24), max_lines=2))
        note = pygame.Rect(
            title.left + look.px(12), title.bottom, wide - look.px(24), lines * look.line_height(20)
        )
        return badge, title, note

    def _slot(self, look: Look) -> pygame.Rect:
        note = self._head(look)[2]
        side = look.px(22)
        return pygame.Rect(
            self.rect.left + side,
            note.bottom + look.px(10),
            self.rect.width - 2 * side,
            look.px(64),
        )

    def _tiles_top(self, look: Look) -> int:
        if self.slot:
            return self._slot(look).bottom + look.px(14)
        return self._head(look)[2].bottom + look.px(12)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        shown = theme.place(self.place)
        strong = self.highlighted or self.aimed or (hover and self.focusable)
        paint.arch(
            surface,
            self.rect,
            shown.tint,
            shown.colour,
            look.px(theme.border * 2.4) if strong else look.px(theme.border),
            top=min(look.px(150), self.rect.width // 2),
            bottom=look.px(30),
        )
        badge, title, note = self._head(look)
        self._draw_badge(surface, look, badge.center, badge.width // 2)
        units = min(self.letters(look), self.most)
        room, _units, most = self._fitted(look)
        lines = look.wrap(self.title, units, room, bold=True, max_lines=most)
        look.draw_lines(
            surface, lines, units, shown.colour, title, bold=True, align="center", valign="middle"
        )
        if note.height:
            look.draw_text(surface, self.explanation, 20, theme.ink, note, align="center")
        self._draw_slot(surface, look)
        self._draw_children(surface, look)


class OutsideView(PlaceView):
    """The place outside the social base: a flat bar below the arches."""

    def attach(self, host: Host) -> None:
        """Join a scene and lay the tiles out in a row."""
        look = host.look
        left = self._slot(look).right + look.px(16) if self.slot else self._words(look).right
        right = self.rect.right - look.px(22)
        high = min(look.px(62), self.rect.height - look.px(16))
        shown: list[TileView] = []
        for at, tile in enumerate(self.tiles):
            wide = look.width(tile.title, 23, True) + 2 * look.font_px(34) + look.px(62)
            last = at == len(self.tiles) - 1
            room = right - left - (0 if last else look.px(90))
            if wide > room and room < look.px(200):
                break
            box = pygame.Rect(left, self.rect.centery - high // 2, min(wide, room), high)
            shown.append(self._tile(tile, box))
            left = box.right + look.px(14)
        self.children = tuple(shown)
        self.hidden = len(self.tiles) - len(shown)
        self._more_left = left
        super().attach(host)

    def _words(self, look: Look) -> pygame.Rect:
        left = self.rect.left + look.px(36) + 2 * self._badge_radius(look)
        wide = min(look.px(200), self.rect.width // 4)
        return pygame.Rect(left, self.rect.top, wide, self.rect.height)

    def _badge_radius(self, look: Look) -> int:
        return min(look.px(30), self.rect.height // 2 - look.px(6))

    def _slot(self, look: Look) -> pygame.Rect:
        words = self._words(look)
        wide = max(look.px(150), round(len(self.pawns) * look.px(60)) + look.px(20))
        wide = min(wide, self.rect.width // 3)
        high = min(look.px(64), self.rect.height - look.px(16))
        return pygame.Rect(words.right, self.rect.centery - high // 2, wide, high)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        shown = theme.place(self.place)
        strong = self.highlighted or self.aimed or (hover and self.focusable)
        paint.panel(
            surface,
            self.rect,
            shown.tint,
            radius=min(look.px(44), self.rect.height // 2),
            border=shown.colour,
            border_width=look.px(theme.border * 2.4) if strong else look.px(theme.border),
        )
        radius = self._badge_radius(look)
        self._draw_badge(
            surface, look, (self.rect.left + look.px(22) + radius, self.rect.centery), radius
        )
        words = self._words(look)
        words.width -= look.px(10)
        units, lines = look.fit(
            self.title, 26, words.width, words.height - look.px(10), bold=True, smallest=18
        )
        look.draw_lines(surface, lines, units, shown.colour, words, bold=True, valign="middle")
        self._draw_slot(surface, look)
        self._draw_children(surface, look)
        if self.hidden:
            more = pygame.Rect(self._more_left, self.rect.top, look.px(90), self.rect.height)
            text = _("+ {count} more").format(count=self.hidden)
            look.draw_lines(surface, (text,), 22, shown.colour, more, valign="middle")
