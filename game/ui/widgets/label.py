"""Text on the screen: one line, or a paragraph that wraps."""

from typing import TypedDict, Unpack

import pygame

from game.ui.icons import icon
from game.ui.look import Look
from game.ui.theme import Colour
from game.ui.widgets.widget import Widget


class Style(TypedDict, total=False):
    """How a text looks; the size is in units."""

    units: float
    colour: Colour | None
    bold: bool
    align: str
    valign: str


class _Text(Widget):
    """What a line and a paragraph share."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        *,
        units: float = 24,
        colour: Colour | None = None,
        bold: bool = False,
        align: str = "left",
        valign: str = "top",
    ) -> None:
        super().__init__(name, rect, label=text)
        self.units, self.colour, self.bold = units, colour, bold
        self.align, self.valign = align, valign
        self.margin = 2


ROOM_TO_SAY = 560
"""How wide the room for a passing sentence must be, in units."""


class Label(_Text):
    """One line of text, cut where it does not fit, perhaps with a pictogram before it.

    Args:
        icon: before the text.
        gives_way: whether a passing sentence may lie behind the text, or over it.
    """

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        *,
        icon: str = "",
        gives_way: bool = False,
        **style: Unpack[Style],
    ) -> None:
        style.setdefault("valign", "middle")
        super().__init__(name, rect, text, **style)
        self.icon, self.gives_way = icon, gives_way

    def toast_room(self) -> pygame.Rect | None:
        """Give the room behind the text; all of it where that is too little."""
        if not self.gives_way:
            return None
        look = self.look
        used = look.width(self.label, self.units, self.bold) + look.px(30)
        free = self.rect.copy()
        free.width = self.rect.width - used
        free.left = self.rect.left + used
        return free if free.width >= look.px(ROOM_TO_SAY) else self.rect.copy()

    @property
    def text(self) -> str:
        """Give the text."""
        return self.label

    @text.setter
    def text(self, text: str) -> None:
        if text != self.label:
            self.label = text
            self.changed()

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        colour = self.colour or look.theme.ink
        room = self.rect.copy()
        if self.icon:
            side = min(look.font_px(self.units * 1.35), room.height)
            gap = look.px(12)
            units = look.snug(self.label, self.units, room.width - side - gap, self.bold)
            if units < self.units:
                side = min(side, look.plain.font_px(self.units * 1.35))
                units = look.snug(self.label, self.units, room.width - side - gap, self.bold)
            line = look.cut(self.label, units, room.width - side - gap, self.bold)
            used = side + gap + look.width(line, units, self.bold)
            left = {"center": room.centerx - used // 2, "right": room.right - used}
            room.left = left.get(self.align, room.left)
            image = icon(self.icon, side, colour)
            surface.blit(image, (room.left, room.centery - side // 2))
            room.left += side + gap
            align = "left"
        else:
            units = look.snug(self.label, self.units, room.width, self.bold)
            line = look.cut(self.label, units, room.width, self.bold)
            align = self.align
        look.draw_lines(
            surface,
            (line,),
            units,
            colour,
            room,
            bold=self.bold,
            align=align,
            valign=self.valign,
        )


class Paragraph(_Text):
    """Text that wraps inside its rectangle; given `smallest` it shrinks until it fits."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        *,
        smallest: int | None = None,
        max_lines: int | None = None,
        **style: Unpack[Style],
    ) -> None:
        super().__init__(name, rect, text, **style)
        self.smallest, self.max_lines = smallest, max_lines

    @staticmethod
    def needed(look: Look, text: str, units: float, width: int, *, bold: bool = False) -> int:
        """Tell the height that this text needs at this width, in pixels."""
        return look.height(text, units, width, bold=bold)

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        if self.smallest is not None:
            return None
        return look.height(self.label, self.units, width, bold=self.bold, max_lines=self.max_lines)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        colour = self.colour or look.theme.ink
        if self.smallest is None:
            look.draw_text(
                surface,
                self.label,
                self.units,
                colour,
                self.rect,
                bold=self.bold,
                align=self.align,
                valign=self.valign,
                max_lines=self.max_lines,
            )
            return
        units, lines = look.fit(
            self.label,
            self.units,
            self.rect.width,
            self.rect.height,
            bold=self.bold,
            smallest=self.smallest,
        )
        look.draw_lines(
            surface,
            lines,
            units,
            colour,
            self.rect,
            bold=self.bold,
            align=self.align,
            valign=self.valign,
        )
