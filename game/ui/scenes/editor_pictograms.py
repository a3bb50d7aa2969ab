"""Choosing a pictogram: by a Dutch word, by its English name, or by looking around."""

from collections.abc import Callable
from functools import partial

import pygame

from game.decks.pictogram_words import MOST, Pictogram, search
from game.i18n import _, language
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay, Widget
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.grid_list import GridList
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.pressable import Pressable
from game.ui.widgets.text_field import TextField

ICON = "icon-"


class IconTile(Pressable):
    """One pictogram with its word."""

    def __init__(
        self, name: str, icon: str, word: str, *, selected: bool, on_press: Action
    ) -> None:
        super().__init__(name, pygame.Rect(0, 0, 10, 10), label=word, on_press=on_press)
        self.icon, self.selected = icon, selected
        self.radius = 18
        self.margin = 8

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        fill = theme.bar if self.selected else theme.hover if hover else theme.panel
        ink = theme.bar_text if self.selected else theme.ink
        paint.panel(surface, self.rect, fill, radius=look.px(self.radius),
                    border=theme.edge if hover or not theme.shadow else None,
                    border_width=look.px(3))  # fmt: skip
        room = self.rect.inflate(-look.px(14), -look.px(16))
        units, lines = look.fit(self.label, 20, room.width, 2 * look.line_height(20), smallest=14)
        high = len(lines) * look.line_height(units)
        side = max(16, min(look.px(84), room.height - 2 * look.line_height(20), room.width))
        top = room.top + max(0, room.height - side - high - look.px(4)) // 2
        drawn = icon(self.icon, side, theme.accent if self.selected else ink, 1.8)
        surface.blit(drawn, (self.rect.centerx - side // 2, top))
        room.top = top + side + look.px(4)
        look.draw_lines(surface, lines, units, ink, room, align="center")


class PictogramScene(Sheet):
    """A search, and the pictograms that it finds.

    Args:
        chosen: the name of the one that is on the card now.
        done: takes the name of another.
    """

    sheet = (1700, 1000)

    def __init__(self, chosen: str, done: Callable[[str], Change | None]) -> None:
        super().__init__()
        self.chosen, self.done = chosen, done
        self.title = _("Choose a pictogram")
        self.focus = "search"

    def layout(self, look: Look) -> None:
        """Lay out the search and the grid."""
        gap = look.px(20)
        inner = self.panel_rect(look).inflate(-2 * look.px(44), -2 * look.px(34))
        high = max(look.target(), look.px(72))
        close = pygame.Rect(inner.right - look.px(280), inner.y, look.px(280), high)
        self.add(Button("close", close, _("Close (Esc)"), icon="x", units=26, on_press=Pop))
        none = pygame.Rect(close.left - gap - look.px(330), inner.y, look.px(330), high)
        self.add(
            Button("none", none, _("No pictogram"), icon="ban", units=26,
                   on_press=partial(self._take, ""))
        )  # fmt: skip
        head = pygame.Rect(inner.x, inner.y, none.left - inner.x - gap, high)
        self.add(Label("heading", head, self.title, units=40, bold=True))
        field = pygame.Rect(inner.x, head.bottom + gap, inner.w, high)
        self.add(
            TextField(
                "search", field, self.text_state("search", limit=60), label=_("Search"),
                placeholder=_("What does it show? For example: coffee, care, meeting place"),
                show_label=False, units=28, on_change=self._searched, on_submit=self._first,
            )
        )  # fmt: skip
        top = field.bottom + gap
        rect = pygame.Rect(inner.x, top, inner.w, inner.bottom - top)
        found = self.found()
        if not found:
            text = _("There is none for this word. Try another word, a shorter one perhaps.")
            self.add(Paragraph("empty", rect, text, units=32, smallest=16))
            return
        tile = max(look.px(184), look.font_px(20) * 8)
        columns = max(2, rect.w // tile)
        tall = look.line_height(20) * 2 + look.px(104)
        tiles: list[Widget] = [self._tile(one) for one in found]
        self.add(GridList("icons", rect, tiles, columns=columns, high=tall, pad=6))

    def found(self) -> tuple[Pictogram, ...]:
        """List the pictograms that the search finds."""
        found = search(self.text_state("search", limit=60).text)
        return found[: 2 * MOST]

    def _tile(self, one: Pictogram) -> IconTile:
        # On an English screen a pictogram goes by its own name.
        word = one.words[0] if one.words and language() == "nl" else one.name.replace("-", " ")
        return IconTile(f"{ICON}{one.name}", one.name, word, selected=one.name == self.chosen,
                        on_press=partial(self._take, one.name))  # fmt: skip

    def _searched(self, text: str) -> None:
        del text
        self.offsets.pop("icons", None)
        self.relayout()

    def _first(self) -> Change | None:
        """Take the best one that was found."""
        found = self.found()
        if not self.text_state("search").text.strip() or not found:
            self.say(_("Type a word first, or choose one below."))
            return Stay()
        return self._take(found[0].name)

    def _take(self, name: str) -> Change | None:
        return Pop(then=lambda: self.done(name))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll, and go from the search to the grid."""
        grid = self.find("icons")
        if isinstance(grid, GridList):
            if name == "down" and self.focus == "search":
                self.focus_on(grid.children[0].name)
                return Stay()
            return grid.scroll_key(event)
        return None
