"""The map of a session: which card lies where, and the arches and rows that show it."""

from collections.abc import Callable
from itertools import accumulate

import pygame

from game.core.cards import ActivityCard, Place
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.core.session import CardInPlay, Session
from game.core.settling import aspect_outcome
from game.ui import paint
from game.ui.changes import Change, Stay
from game.ui.events import Pointer
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import outcome_icon
from game.ui.widgets.card_view import Tile, TileView
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.sphere_view import OutsideView, SphereView
from game.ui.widgets.widget import Host, Widget

GAP = 10
MAX_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Lying:
    """A card, or one aspect of a split card, with what became of it."""

    key: str
    """The card's id, for an aspect with its number behind a slash."""
    card: CardInPlay
    title: str
    icon: str
    outcome: Outcome
    places: tuple[Place, ...]

    @property
    def tile(self) -> Tile:
        """Make the tile that stands for it."""
        return Tile(self.key, self.title, self.icon, outcome_icon(self.outcome))


def card_of(key: str) -> str:
    """Give the id of the card that a key of the map belongs to."""
    return key.partition("/")[0]


def lying(session: Session) -> tuple[Lying, ...]:
    """List the latest version of every recorded card, split ones by aspect."""
    found: list[Lying] = []
    for card in session.latest:
        shown = session.card(card.card) or ActivityCard(card.card, card.card)
        if card.outcome is Outcome.SPLIT:
            for n, aspect in enumerate(card.aspects):
                ruled = aspect_outcome(card, n, session.setup.threshold)
                title = f"{shown.title}: {aspect.name}"
                key = f"{card.card}/{n}"
                found.append(Lying(key, card, title, shown.icon, ruled.outcome, ruled.places))
        elif card.outcome is not None:
            found.append(Lying(card.card, card, shown.title, shown.icon, card.outcome, card.places))
    return tuple(found)


def tiles_at(session: Session, place: Place) -> tuple[Tile, ...]:
    """List the tiles of a place; a difference lies at each of its places."""
    return tuple(each.tile for each in lying(session) if place in each.places)


def aside(session: Session) -> tuple[Lying, ...]:
    """List what lies at no place: parked, skipped and undecided."""
    return tuple(each for each in lying(session) if not each.places)


class MapTile(TileView):
    """A tile that gives its title all the room it has, for narrow arches."""

    @staticmethod
    def _sizes(look: Look, width: int) -> tuple[int, int, int, int]:
        """Give the padding, the sides of pictogram and mark, and the room for the title."""
        narrow = width < look.font_px(23) * 13
        pad = look.px(11 if narrow else 18)
        picture, mark = look.font_px(26 if narrow else 32), look.font_px(23 if narrow else 28)
        if width < look.font_px(23) * 8:
            # With large letters the title needs the room of its pictogram.
            picture = 0
        return pad, picture, mark, width - 2 * pad - picture - mark - look.px(16)

    @classmethod
    def height(cls, look: Look, title: str, width: int) -> int:
        """Tell the height of a tile of this width, in pixels."""
        room = max(look.px(40), cls._sizes(look, width)[3])
        units: float = 23
        while units > 19 and any(look.width(word, units, True) > room for word in title.split()):
            units -= 1
        lines = look.wrap(title, units, room, bold=True, max_lines=3)
        # With the gap between two of them, each can be pressed without hitting its neighbour.
        least = max(look.px(58), look.target() - look.px(GAP))
        return max(least, look.line_height(units) * len(lines) + look.px(16))

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        colour = theme.place(self.place).colour if self.place else theme.ink
        edge = colour if hover and self.focusable else None if theme.shadow else theme.edge
        paint.panel(
            surface,
            self.rect,
            theme.panel,
            radius=min(look.px(20), self.rect.height // 2),
            border=edge,
            border_width=look.px(3),
            shadow=theme.shadow,
            depth=look.px(6),
        )
        pad, side, mark, wide = self._sizes(look, self.rect.width)
        middle = self.rect.centery
        if self.tile.icon and side:
            image = icon(self.tile.icon, side, colour)
            surface.blit(image, (self.rect.x + pad, middle - side // 2))
        if self.tile.mark:
            amber = self.tile.mark in ("split", "scissors")
            image = icon(self.tile.mark, mark, theme.warn if amber else colour, 2.4)
            surface.blit(image, (self.rect.right - pad - mark, middle - mark // 2))
        left = self.rect.x + pad + (side + look.px(9) if side else 0)
        room = pygame.Rect(left, self.rect.y, wide, self.rect.height)
        units, lines = look.fit(
            self.tile.title, 23, wide, room.height - look.px(6), bold=True, smallest=18
        )
        look.draw_lines(surface, lines, units, theme.ink, room, bold=True, valign="middle")


class TileGrid(ScrollList):
    """Tiles in rows of a few, scrolled by whole rows when there are more than fit."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        tiles: tuple[Widget, ...],
        columns: int,
        *,
        gap: int = GAP,
    ) -> None:
        super().__init__(name, rect, tiles, gap=gap)
        self.columns = columns

    def _row_heights(self) -> list[int]:
        heights = [tile.rect.height for tile in self.children]
        return [max(heights[n : n + self.columns]) for n in range(0, len(heights), self.columns)]

    def needed(self, look: Look) -> int:
        """Tell the height that shows all of it, in pixels."""
        rows = self._row_heights()
        return sum(rows) + look.px(self.gap) * max(0, len(rows) - 1)

    def whole(self, look: Look, most: int) -> int:
        """Tell the height of as many whole rows as fit, in pixels; at least of one."""
        gap = look.px(self.gap)
        ends = [end - gap for end in accumulate(high + gap for high in self._row_heights())]
        return max((end for end in ends if end <= most), default=min(most, ends[0] if ends else 0))

    @property
    def total(self) -> int:
        """Tell the height of everything in it, in pixels."""
        return self.needed(self.look)

    def _tops(self) -> list[int]:
        """Tell how far each row lies below the first, in pixels."""
        gap = self.look.px(self.gap)
        return [0, *accumulate(high + gap for high in self._row_heights())][:-1] or [0]

    @property
    def overflow(self) -> int:
        """Tell how far it can be scrolled, in pixels: to a row with all the last ones below it."""
        most = self.total - self.rect.height
        return next((top for top in self._tops() if top >= most), 0) if most > 0 else 0

    def viewport(self) -> pygame.Rect | None:
        """Tell where its tiles can be seen: no row is cut through."""
        if not self.children:
            return self.rect
        ends = [self.rect.top - self.offset + top + high
                for top, high in zip(self._tops(), self._row_heights(), strict=True)]  # fmt: skip
        last = max((end for end in ends if self.rect.top < end <= self.rect.bottom), default=0)
        seen = self.rect.copy()
        seen.height = last - seen.top if last else seen.height
        return seen

    def scroll_to(self, offset: int) -> None:
        """Scroll to the row that is nearest."""
        super().scroll_to(min(self._tops(), key=lambda top: abs(top - offset)))

    def reveal(self, child: Widget) -> None:
        """Scroll so that the row of a tile can be seen."""
        row = self.children.index(child) // self.columns if child in self.children else 0
        top, high = self._tops()[row], self._row_heights()[row]
        if top < self.offset:
            self.scroll_to(top)
        elif top + high - self.offset > self.rect.height:
            below = (each for each in self._tops() if top + high - each <= self.rect.height)
            self.scroll_to(next(below, top))

    def _point(self, event: Pointer) -> Change | None:
        if event.kind != "wheel":
            return super()._point(event)
        tops = self._tops()
        at = min(range(len(tops)), key=lambda row: abs(tops[row] - self.offset))
        rows = round(event.wheel) or (1 if event.wheel > 0 else -1)
        self.scroll_to(tops[max(0, min(len(tops) - 1, at - rows))])
        return Stay()

    def _place(self) -> None:
        assert self.host is not None
        offset = max(0, min(self.overflow, self.offset))
        self.host.offsets[self.name] = offset
        gap = self.look.px(self.gap)
        width = self.rect.width - (self.look.px(15) if self.overflow else 0)
        each = (width - gap * (self.columns - 1)) // self.columns
        y = self.rect.top - offset
        for row, high in enumerate(self._row_heights()):
            for n, tile in enumerate(self.children[row * self.columns : (row + 1) * self.columns]):
                tile.rect.size = (each, high)
                tile.move_to(self.rect.left + n * (each + gap), y)
            y += high + gap


def grid(
    look: Look,
    name: str,
    area: pygame.Rect,
    tiles: tuple[Tile, ...],
    *,
    place: Place | None = None,
    on_tile: Callable[[str], Change | None] | None = None,
) -> TileGrid:
    """Lay tiles out in one column if they fit so, else in as many as stay readable."""
    gap = look.px(GAP)

    def heights(columns: int) -> list[int]:
        width = (area.width - look.px(15) - gap * (columns - 1)) // columns
        return [MapTile.height(look, tile.title, width) for tile in tiles]

    def total(columns: int) -> int:
        every = heights(columns)
        rows = [max(every[n : n + columns]) for n in range(0, len(every), columns)]
        return sum(rows) + gap * max(0, len(rows) - 1)

    narrowest = look.font_px(23) * 8 + look.px(80)
    most = max(1, min(MAX_COLUMNS, (area.width + gap) // (narrowest + gap)))
    columns = next((n for n in range(1, most + 1) if total(n) <= area.height), most)

    def view(tile: Tile, high: int) -> MapTile:
        press = (lambda: on_tile(tile.key)) if on_tile is not None else None
        rect = pygame.Rect(0, 0, area.width, high)
        return MapTile(f"{name}-tile-{tile.key}", rect, tile, place=place, on_press=press)

    views = tuple(view(*pair) for pair in zip(tiles, heights(columns), strict=True))
    return TileGrid(f"{name}-tiles", area, views, columns)


class Arch(SphereView):
    """A sphere without a slot for pawns, whose tiles go into columns when they are many."""

    def attach(self, host: Host) -> None:
        """Join a scene and lay the tiles out."""
        tiles, self.tiles = self.tiles, ()
        super().attach(host)
        self.tiles = tiles
        if not tiles:
            return
        look = host.look
        top = self._tiles_top(look)
        side = look.px(18 if self.rect.width > look.px(400) else 12)
        area = pygame.Rect(self.rect.left + side, top, self.rect.width - 2 * side, 0)
        area.height = max(look.px(60), self.rect.bottom - look.px(22) - top)
        place = Place(self.place)
        tiles_view = grid(look, self.name, area, tiles, place=place, on_tile=self.on_tile)
        self.children = (tiles_view,)
        tiles_view.attach(host)


class Outer(OutsideView):
    """The flat place outside, whose tiles lie in rows."""

    def attach(self, host: Host) -> None:
        """Join a scene and lay the tiles out."""
        tiles, self.tiles = self.tiles, ()
        super().attach(host)
        self.tiles = tiles
        if not tiles:
            return
        look = host.look
        left = self._words(look).right
        area = pygame.Rect(left, self.rect.top + look.px(10), 0, self.rect.height - look.px(20))
        area.width = self.rect.right - look.px(26) - left
        place = Place(self.place)
        tiles_view = grid(look, self.name, area, tiles, place=place, on_tile=self.on_tile)
        used = tiles_view.whole(look, area.height)
        tiles_view.rect = pygame.Rect(left, area.centery - used // 2, area.width, used)
        self.children = (tiles_view,)
        tiles_view.attach(host)
