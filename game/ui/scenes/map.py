"""The map: every card where the table laid it, and one sphere of it full-screen."""

from functools import partial

import pygame

from game import words
from game.core.cards import Place
from game.i18n import _, ngettext
from game.table import Table
from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene
from game.ui.scenes.tiles import Arch, Lying, Outer, TileGrid, aside, card_of, grid, lying, tiles_at
from game.ui.theme import outcome_icon
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.venue import Venue

REOPENED = "reopened"
"""What a screen over the session gives back after a card was put on the table again."""
SPHERES = (Place.PERSONAL, Place.COMMUNAL, Place.INSTITUTIONAL)
_NUMBER_KEYS = {"1": SPHERES[0], "2": SPHERES[1], "3": SPHERES[2], "0": Place.OUTSIDE}


class Looking(Scene):
    """A screen over the session from which cards can be looked into."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__()
        self.venue = venue
        self.table = table

    def resumed(self, result: object) -> Change | None:
        """Go down to the table when a card was opened again."""
        if result == REOPENED:
            return Pop(REOPENED)
        self.relayout()
        return None

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Close by the key that opened it."""
        del event
        return Pop() if name == "m" else None

    def main_action(self) -> Change | None:
        """Go back."""
        return Pop()

    def look_into(self, key: str) -> Change | None:
        """Show everything that was said of a card."""
        from game.ui.scenes.history import HistoryScene

        return Push(HistoryScene(self.venue, self.table, card_of(key)))


class MapScene(Looking):
    """Every card that the table laid down: the spheres, outside, and what lies aside."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.title = _("Our map")

    def layout(self, look: Look) -> None:
        """Lay out the arches, the bar outside them and the strip of what lies aside."""
        session = self.table.view
        margin, gap = look.px(36), look.px(20)
        width = look.width_px - 2 * margin
        bar = max(look.target(), look.px(64))
        top = look.px(26)
        self._head(look, pygame.Rect(margin, top, width, bar))
        tile = max(look.px(60), 2 * look.line_height(23) + look.px(18))
        outside = tiles_at(session, Place.OUTSIDE)
        many = 2 * tile + look.line_height(23) + look.px(34)
        rows = many if len(outside) > 3 else tile + look.px(48)
        most = look.height_px * 22 // 100
        foot = min(max(rows, tile + look.line_height(22) + look.px(28)), most)
        arches_top = top + bar + gap
        bottom = look.height_px - look.px(28)
        high = bottom - foot - gap - arches_top
        each = (width - 2 * gap) // 3
        for n, place in enumerate(SPHERES):
            self.add(
                Arch(
                    place,
                    pygame.Rect(margin + n * (each + gap), arches_top, each, high),
                    place,
                    title=words.place(place, session.deck),
                    explanation=words.place_explained(place, session.deck),
                    slot=False,
                    tiles=tiles_at(session, place),
                    on_press=partial(self._open, place),
                    on_tile=self.look_into,
                )
            )
        waiting = aside(session)
        wide = each * 2 + gap if waiting else width
        self.add(
            Outer(
                Place.OUTSIDE,
                pygame.Rect(margin, bottom - foot, wide, foot),
                Place.OUTSIDE,
                title=words.place(Place.OUTSIDE, session.deck),
                slot=False,
                tiles=outside,
                on_press=partial(self._open, Place.OUTSIDE),
                on_tile=self.look_into,
            )
        )
        if waiting:
            box = pygame.Rect(margin + wide + gap, bottom - foot, each, foot)
            self._aside(look, box, waiting)

    def _head(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(16)
        back = min(look.px(300), rect.width * 20 // 100)
        other = min(look.px(360), rect.width * 24 // 100)
        right = pygame.Rect(rect.right - back, rect.y, back, rect.h)
        middle = pygame.Rect(right.x - gap - other, rect.y, other, rect.h)
        left = pygame.Rect(rect.x, rect.y, middle.x - gap - rect.x, rect.h)
        count = len(lying(self.table.view))
        title = _("This is how we laid the cards") if count else _("No card lies here yet")
        self.add(Label("heading", left, title, units=44, bold=True))
        self.add(
            Button("shelves", middle, _("What we earned"), icon="library", units=28,
                   on_press=self._shelves)
        )  # fmt: skip
        self.add(
            Button("back", right, _("Back (M)"), icon="arrow-left", kind="primary", units=28,
                   on_press=Pop)
        )  # fmt: skip

    def _aside(self, look: Look, rect: pygame.Rect, waiting: tuple[Lying, ...]) -> None:
        theme = look.theme
        self.add(Panel("aside", rect, fill=theme.sand, radius=40, shadow=False))
        inner = rect.inflate(-2 * look.px(22), -2 * look.px(10))
        head = pygame.Rect(inner.x, inner.y, inner.w, look.line_height(22))
        self.add(Label("aside-heading", head, _("Not placed"), units=22, colour=theme.muted,
                       bold=True))  # fmt: skip
        room = pygame.Rect(inner.x, head.bottom + look.px(4), inner.w, 0)
        room.height = inner.bottom - room.top
        tiles = tuple(each.tile for each in waiting)
        self.add(grid(look, "aside", room, tiles, on_tile=self.look_into))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Open a sphere by its number."""
        if name in _NUMBER_KEYS:
            return self._open(_NUMBER_KEYS[name])
        return super().key(name, event)

    def _open(self, place: Place) -> Change | None:
        return Push(SphereScene(self.venue, self.table, place))

    def _shelves(self) -> Change | None:
        from game.ui.scenes.shelves import ShelvesScene

        return Push(ShelvesScene(self.venue, self.table))


class SphereScene(Looking):
    """One place full-screen, with tiles that can be read from six metres."""

    def __init__(self, venue: Venue, table: Table, place: Place) -> None:
        super().__init__(venue, table)
        self.place = place
        self.title = words.place(place, table.view.deck)

    def _band(self, look: Look) -> pygame.Rect:
        return pygame.Rect(0, 0, look.width_px, look.px(190))

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Fill the screen with the tint of the place, and a band in its colour."""
        theme = self.look.theme
        shown = theme.place(self.place)
        surface.fill(shown.tint, clip)
        band = self._band(self.look)
        surface.fill(shown.colour, band)
        side = min(self.look.px(104), band.height)
        centre = (self.look.px(110), band.centery)
        paint.disc(surface, centre, self.look.px(72), theme.panel)
        image = icon(shown.icon, side, shown.colour)
        surface.blit(image, (centre[0] - side // 2, centre[1] - side // 2))

    def layout(self, look: Look) -> None:
        """Lay out the name of the place and its cards."""
        session = self.table.view
        theme = look.theme
        band = self._band(look)
        margin = look.px(56)
        back = min(look.px(300), look.width_px * 20 // 100)
        bar = max(look.target(), look.px(76))
        left = look.px(220)
        right = look.width_px - margin - back
        room = pygame.Rect(left, 0, right - left - look.px(24), 0)
        lines = pygame.Rect(left, band.y + look.px(20), room.w, look.px(86))
        title = words.place(self.place, session.deck)
        self.add(Paragraph("heading", lines, title, units=64, bold=True, colour=theme.panel,
                           valign="middle", smallest=28))  # fmt: skip
        note = pygame.Rect(left, lines.bottom, room.w, look.px(68))
        found = [each for each in lying(session) if self.place in each.places]
        count = ngettext("{count} card", "{count} cards", len(found)).format(count=len(found))
        explained = f"{words.place_explained(self.place, session.deck)} · {count}"
        self.add(Paragraph("explanation", note, explained, units=32, colour=theme.panel,
                           smallest=18))  # fmt: skip
        box = pygame.Rect(right, band.centery - bar // 2, back, bar)
        self.add(Button("back", box, _("Back"), icon="arrow-left", units=28, on_press=Pop))
        area = pygame.Rect(margin, band.bottom + look.px(28), look.width_px - 2 * margin, 0)
        area.height = look.height_px - look.px(28) - area.top
        if not found:
            text = _("No card lies here yet.")
            self.add(Paragraph("empty", area, text, units=40, smallest=20))
            return
        self.add(self._tiles(look, area, found))

    def _tiles(self, look: Look, area: pygame.Rect, found: list[Lying]) -> TileGrid:
        columns = max(1, min(3, area.width // (look.font_px(34) * 13)))
        high = max(look.target(), look.line_height(34) * 2 + look.line_height(24) + look.px(24))
        tiles = tuple(
            Button(
                f"tile-{each.key}",
                pygame.Rect(0, 0, area.width, high),
                each.title,
                icon=each.icon or outcome_icon(each.outcome),
                kind="tile",
                sub=self._became(look, each, area.width // columns - look.px(130)),
                units=34,
                on_press=partial(self.look_into, each.key),
            )
            for each in found
        )
        return TileGrid("tiles", area, tiles, columns, gap=20)

    def _became(self, look: Look, each: Lying, room: int) -> str:
        others = tuple(
            words.place_short(place, self.table.view.deck)
            for place in each.places
            if place is not self.place
        )
        told = words.outcome(each.outcome)
        if not others:
            return told
        also = _("also {places}").format(places=words.listing(others))
        long = f"{told} · {also}"
        fits = look.width(long, look.snug(long, 24, room)) <= room
        return long if fits else told
