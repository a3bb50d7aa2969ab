"""The map of a session: which card lies where, and the arches and rows that show it."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.core.cards import ActivityCard, Place
from game.core.outcome import Outcome
from game.core.session import CardInPlay, Session
from game.core.settling import aspect_outcome
from game.ui.changes import Change
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


class TileGrid(ScrollList):
    """Tiles in rows of a few, scrolled when there are more than fit."""

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

    @property
    def total(self) -> int:
        """Tell the height of everything in it, in pixels."""
        return self.needed(self.look)

    def _place(self) -> None:
        assert self.host is not None
        offset = max(0, min(self.overflow, self.offset))
        self.host.offsets[self.name] = offset
        gap = self.look.px(self.gap)
        width = self.rect.width - (self.look.px(18) if self.overflow else 0)
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
        width = (area.width - look.px(18) - gap * (columns - 1)) // columns
        return [TileView.needed(look, tile.title, width) for tile in tiles]

    def total(columns: int) -> int:
        every = heights(columns)
        rows = [max(every[n : n + columns]) for n in range(0, len(every), columns)]
        return sum(rows) + gap * max(0, len(rows) - 1)

    narrowest = look.font_px(23) * 8 + look.px(80)
    most = max(1, min(MAX_COLUMNS, (area.width + gap) // (narrowest + gap)))
    columns = next((n for n in range(1, most + 1) if total(n) <= area.height), most)

    def view(tile: Tile, high: int) -> TileView:
        press = (lambda: on_tile(tile.key)) if on_tile is not None else None
        rect = pygame.Rect(0, 0, area.width, high)
        return TileView(f"{name}-tile-{tile.key}", rect, tile, place=place, on_press=press)

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
        top, side = self._tiles_top(look), look.px(18)
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
        used = min(area.height, tiles_view.needed(look))
        tiles_view.rect = pygame.Rect(left, area.centery - used // 2, area.width, used)
        self.children = (tiles_view,)
        tiles_view.attach(host)
