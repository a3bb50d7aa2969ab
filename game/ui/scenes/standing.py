"""Who stands where: pawns that can be pressed, in rows and on the spheres."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Unpack

import pygame

from game.core.cards import Place
from game.ui import paint
from game.ui.changes import Action, Change
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scenes.options import draw_inside
from game.ui.scenes.tiles import Arch, grid
from game.ui.theme import Colour
from game.ui.widgets.pawn import Pawn, PawnFace
from game.ui.widgets.sphere_view import OutsideView, PlaceOptions, PlaceView
from game.ui.widgets.widget import Host, Widget

Standing = tuple[str, PawnFace]
"""The id of a seat, and its pawn."""
PawnPress = Callable[[str], Change | None]

RADIUS = 27
MOST_ROWS = 3


class PawnRow(Widget):
    """Pawns beside each other, on more lines when there are many; one may be the chosen one."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        pawns: Sequence[Standing],
        *,
        on_pawn: PawnPress | None = None,
        chosen: str = "",
        centred: bool = False,
        radius: int = RADIUS,
        spaced: bool = False,
    ) -> None:
        super().__init__(name, rect)
        self.spaced = spaced
        """Whether a ring around one of them stays clear of the others."""
        self.pawns, self.on_pawn, self.chosen, self.centred = tuple(pawns), on_pawn, chosen, centred
        self.units = radius
        self.margin = 8

    def _step(self, look: Look) -> int:
        step = round(look.px(self.units) * (2.9 if self.spaced else 2.3))
        return max(step, look.target()) if self.on_pawn is not None else step

    def _grid(self, look: Look, width: int) -> tuple[int, int]:
        """Give the number on a line, and the number of lines."""
        count = max(1, len(self.pawns))
        line = max(1, width // self._step(look))
        lines = min(MOST_ROWS, -(-count // line))
        return -(-count // lines), lines

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        return self._grid(look, width)[1] * self._step(look)

    def attach(self, host: Host) -> None:
        """Join a scene and put the pawns in their places."""
        self.children = tuple(self._pawn(seat, face) for seat, face in self.pawns)
        self._arrange(host.look)
        super().attach(host)

    def _pawn(self, seat: str, face: PawnFace) -> Pawn:
        press: Action | None = None
        if self.on_pawn is not None:
            press = partial(self.on_pawn, seat)
        spot = pygame.Rect(0, 0, 10, 10)
        name = f"{self.name}-{seat}"
        return Pawn(
            name, spot, face.letters, face.seat, label=face.label, away=face.away, on_press=press
        )

    def _arrange(self, look: Look) -> None:
        line, lines = self._grid(look, self.rect.width)
        across = min(self._step(look), self.rect.width // line)
        down = min(self._step(look), self.rect.height // lines)
        radius = max(8, min(look.px(self.units), down // 2))
        top = self.rect.centery - down * lines // 2
        for n, child in enumerate(self.children):
            row, column = divmod(n, line)
            here = min(line, len(self.children) - row * line)
            left = self.rect.left
            if self.centred:
                left = self.rect.centerx - across * here // 2
            child.rect = pygame.Rect(0, 0, 2 * radius, 2 * radius)
            x = left + across * column + across // 2
            child.rect.center = (x, top + down * row + down // 2)

    def move_to(self, x: int, y: int) -> None:
        """Move it; its width may have changed before."""
        self.rect.topleft = (x, y)
        if self.host is not None:
            self._arrange(self.host.look)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        for (seat, _face), pawn in zip(self.pawns, self.children, strict=True):
            if seat == self.chosen:
                edge = max(3, look.px(5))
                paint.disc(
                    surface, pawn.rect.center, pawn.rect.width // 2 + 2 * edge, look.theme.ink
                )
                paint.disc(
                    surface, pawn.rect.center, pawn.rect.width // 2 + edge, look.theme.accent
                )
        draw_inside(self, surface, look)


class PositionRow(Widget):
    """A position: the pictogram and name of its place, with the pawns that stand there."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        title: str,
        pawns: Sequence[Standing],
        *,
        place: str | None = None,
        picture: str = "circle-question-mark",
        on_pawn: PawnPress | None = None,
    ) -> None:
        super().__init__(name, rect, label=title)
        self.place, self.picture = place, picture
        self.row = PawnRow(f"{name}-pawns", rect.copy(), pawns, on_pawn=on_pawn, radius=25)
        self.children = (self.row,)
        self.margin = 4

    def _colours(self, look: Look) -> tuple[Colour, Colour]:
        if self.place is None:
            return look.theme.sand, look.theme.muted
        shown = look.theme.place(self.place)
        return shown.tint, shown.colour

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        pawns = self.row.height_for(look, width - look.px(28)) or 0
        return look.line_height(23) + pawns + look.px(20)

    def _arrange(self, look: Look) -> None:
        box = self.rect.inflate(-look.px(28), 0)
        box.top += look.px(8) + look.line_height(23)
        box.height = self.rect.bottom - look.px(8) - box.top
        self.row.rect = box
        self.row.move_to(*box.topleft)

    def attach(self, host: Host) -> None:
        """Join a scene and put the pawns in their places."""
        super().attach(host)
        self._arrange(host.look)

    def move_to(self, x: int, y: int) -> None:
        """Move it; its width may have changed before."""
        self.rect.topleft = (x, y)
        if self.host is not None:
            self._arrange(self.host.look)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        fill, colour = self._colours(look)
        paint.panel(surface, self.rect, fill, radius=look.px(20))
        side = look.font_px(27)
        name = look.theme.place(self.place).icon if self.place is not None else self.picture
        line = pygame.Rect(
            self.rect.left + look.px(16),
            self.rect.top + look.px(6),
            self.rect.width - look.px(30),
            look.line_height(23),
        )
        surface.blit(icon(name, side, colour), (line.left, line.centery - side // 2))
        line.left += side + look.px(10)
        line.width -= side + look.px(10)
        units = look.snug(self.label, 23, line.width, True)
        text = look.cut(self.label, units, line.width, True)
        look.draw_lines(surface, (text,), units, colour, line, bold=True, valign="middle")
        draw_inside(self, surface, look)


class _Position(PlaceView):
    """A place with the pawns of a position, which can be pressed."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        place: str,
        *,
        standing: Sequence[Standing] = (),
        on_pawn: PawnPress | None = None,
        **options: Unpack[PlaceOptions],
    ) -> None:
        super().__init__(name, rect, place, **options)
        spot = pygame.Rect(0, 0, 10, 10)
        self.row = PawnRow(f"{name}-pawns", spot, standing, on_pawn=on_pawn, centred=True)

    def _draw_slot(self, surface: pygame.Surface, look: Look) -> None:
        slot = self._slot(look)
        colour = look.theme.place(self.place).colour
        if slot.height <= 2 * look.target():
            paint.dashed_pill(surface, slot, colour, look.px(3))
        else:
            # The round ends of a high pill would cut through the pawns in its corners.
            paint.ring(surface, slot, look.px(36), colour, look.px(3))


class PositionArch(_Position, Arch):
    """A sphere with the pawns of a position, which can be pressed, and the tiles under them."""

    def _slot(self, look: Look) -> pygame.Rect:
        box = super()._slot(look)
        wanted = self.row.height_for(look, box.width - look.px(20)) or 0
        box.height = max(box.height, wanted + look.px(6))
        return box

    def attach(self, host: Host) -> None:
        """Join a scene and lay pawns and tiles out."""
        super().attach(host)
        self.row.rect = self._slot(host.look).inflate(-host.look.px(20), 0)
        self.children = (self.row, *self.children)
        self.row.attach(host)


class PositionOuter(_Position, OutsideView):
    """The place outside with the pawns of a position, and the tiles beside them."""

    def _words(self, look: Look) -> pygame.Rect:
        words = super()._words(look)
        title = look.width(self.title, 26, True) + look.px(24)
        words.width = min(words.width, max(title, look.px(90)))
        return words

    def _slot(self, look: Look) -> pygame.Rect:
        words = self._words(look)
        step = max(look.px(62), look.target())
        lines = max(1, min(MOST_ROWS, (self.rect.height - look.px(16)) // step))
        across = max(2, -(-len(self.row.pawns) // lines))
        wide = min(step * across + look.px(24), self.rect.width // 2)
        return pygame.Rect(
            words.right, self.rect.top + look.px(8), wide, self.rect.height - look.px(16)
        )

    def attach(self, host: Host) -> None:
        """Join a scene and lay pawns and tiles out; many tiles scroll."""
        look = host.look
        tiles, self.tiles = self.tiles, ()
        super().attach(host)
        self.tiles = tiles
        slot = self._slot(look)
        self.row.rect = slot.inflate(-look.px(20), 0)
        self.children = (self.row,)
        self.row.attach(host)
        if not tiles:
            return
        left = slot.right + look.px(14)
        area = pygame.Rect(left, self.rect.top + look.px(10), 0, self.rect.height - look.px(20))
        area.width = self.rect.right - look.px(24) - left
        view = grid(look, self.name, area, tiles, place=Place(self.place), on_tile=self.on_tile)
        for tile in view.children:
            tile.rect.height = min(tile.rect.height, area.height)
        used = view.whole(look, area.height)
        view.rect = pygame.Rect(left, area.centery - used // 2, area.width, used)
        self.children = (self.row, view)
        view.attach(host)
