"""The two shelves: what the table shares and what it differs about, and what that earned."""

from functools import partial

import pygame

from game import words
from game.core.frozen import dataclass
from game.core.outcome import Outcome
from game.core.scoring import Totals, score, totals
from game.core.session import Session
from game.i18n import _, ngettext
from game.table import Table
from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scene import Action, Pop
from game.ui.scenes.map import Looking
from game.ui.scenes.tiles import GAP, TileGrid
from game.ui.theme import outcome_icon
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.pressable import Pressable
from game.venue import Venue

SHARED, DIFFERENCES = "shared", "differences"
_ON_BOTH = 2
ASIDE = 34
"""Size of the line about parked cards."""
PART_ICONS = {
    "contribution": "hand",
    "reasoning": "scale",
    "understanding": "ear",
    "outcome": "flag",
}
MOST = {"contribution": 1, "reasoning": 2, "understanding": 1, "outcome": 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """A card on a shelf, with the points that it stands for there."""

    card: str
    title: str
    outcome: Outcome
    points: float


def standing(session: Session, shelf: str) -> tuple[Standing, ...]:
    """List what stands on a shelf; a carried card stands on both, with half its points."""
    found: list[Standing] = []
    for card in session.discussed:
        shown = session.card(card.card)
        title = shown.title if shown else card.card
        points = float(score(card).total)
        match card.outcome:
            case Outcome.AGREED if shelf == SHARED:
                found.append(Standing(card.card, title, Outcome.AGREED, points))
            case Outcome.CARRIED:
                found.append(Standing(card.card, title, Outcome.CARRIED, points / _ON_BOTH))
            case Outcome.DIFFERED | Outcome.SPLIT if shelf == DIFFERENCES:
                found.append(Standing(card.card, title, card.outcome, points))
            case _:
                pass
    return tuple(found)


class Book(Pressable):
    """A card that stands on a shelf: its outcome, its title and its points."""

    def __init__(self, name: str, rect: pygame.Rect, each: Standing, on_press: Action) -> None:
        super().__init__(name, rect, label=each.title, on_press=on_press)
        self.each = each
        self.radius = 18
        self.margin = 8

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        fill = theme.hover if hover and self.focusable else theme.panel
        paint.panel(
            surface,
            self.rect,
            fill,
            radius=min(look.px(18), self.rect.height // 2),
            border=None if theme.shadow else theme.edge,
            border_width=look.px(theme.border),
            shadow=theme.shadow,
            depth=look.px(6),
        )
        room = self.rect.inflate(-look.px(28), 0)
        sizes = (42, 30) if self.rect.height >= look.px(120) else (30,)
        big = next((n for n in sizes if self.rect.height >= look.line_height(n) + look.px(18)), 23)
        side = look.font_px(big * 1.15)
        amber = self.each.outcome in (Outcome.DIFFERED, Outcome.SPLIT)
        colour = theme.warn if amber else theme.good
        image = icon(outcome_icon(self.each.outcome), side, colour, 2.4)
        surface.blit(image, (room.x, room.centery - side // 2))
        points = _points(self.each.points)
        small = min(28.0, look.snug(points, big, room.width * 40 // 100))
        wide = look.width(points, small) + look.px(16)
        look.draw_lines(surface, (points,), small, theme.ink, room, align="right", valign="middle")
        text = pygame.Rect(room.x + side + look.px(12), room.y, 0, room.height)
        text.width = room.right - wide - text.x
        units, lines = look.fit(self.label, big, text.width, text.height, bold=True, smallest=18)
        look.draw_lines(surface, lines, units, theme.ink, text, bold=True, valign="middle")


class ShelvesScene(Looking):
    """What the table earned so far, of both kinds alike."""

    def __init__(self, venue: Venue, table: Table, *, halfway: bool = False) -> None:
        super().__init__(venue, table)
        self.halfway = halfway
        """Whether it came by itself, in the middle of the session."""
        self.title = _("Halfway: this is where we stand") if halfway else _("What we earned")

    # places

    def _shelf_rects(self, look: Look) -> tuple[pygame.Rect, pygame.Rect]:
        margin, gap = look.px(48), look.px(36)
        top = self._head(look).bottom + look.px(24)
        bottom = (self._aside(look) or self._parts(look)).top - look.px(34)
        width = (look.width_px - 2 * margin - gap) // 2
        left = pygame.Rect(margin, top, width, bottom - top)
        return left, left.move(width + gap, 0)

    def _head(self, look: Look) -> pygame.Rect:
        margin = look.px(48)
        lines = (2 if self.halfway else 1) * look.line_height(26)
        high = max(look.px(170), look.line_height(64) + lines + look.px(8))
        return pygame.Rect(margin, look.px(26), look.width_px - 2 * margin, high)

    def _parts(self, look: Look) -> pygame.Rect:
        margin = look.px(48)
        high = max(look.px(150), look.line_height(24) + 3 * look.line_height(18) + look.px(24))
        top = look.height_px - look.px(30) - high
        return pygame.Rect(margin, top, look.width_px - 2 * margin, high)

    def _aside(self, look: Look) -> pygame.Rect | None:
        """Give the line for the parked cards, where there are any."""
        if not self._parked():
            return None
        below = self._parts(look)
        high = look.line_height(ASIDE) + look.px(6)
        return pygame.Rect(below.x, below.top - high - look.px(16), below.w, high)

    def _parked(self) -> tuple[str, ...]:
        """Name the parked cards."""
        session = self.table.view
        cards = [card.card for card in session.latest if card.outcome is Outcome.PARKED]
        found = [(card, session.card(card)) for card in cards]
        return tuple(shown.title if shown else card for card, shown in found)

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Draw the wall and the two planks."""
        look, theme = self.look, self.look.theme
        surface.fill(theme.background, clip)
        for rect in self._shelf_rects(look):
            edge = None if theme.shadow else theme.edge
            paint.panel(
                surface, rect, theme.sand, radius=look.px(28), border=edge,
                border_width=look.px(theme.border),
            )  # fmt: skip
            plank = pygame.Rect(rect.x - look.px(10), rect.bottom - look.px(18), 0, look.px(20))
            plank.width = rect.width + look.px(20)
            paint.panel(surface, plank, theme.accent, radius=look.px(10), shadow=theme.shadow,
                        depth=look.px(16))  # fmt: skip

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the headline, the shelves and what earns points."""
        session = self.table.view
        counted = totals(session)
        self._headline(look, counted)
        left, right = self._shelf_rects(look)
        self._shelf(look, left, SHARED, _("Shared"), counted.shared)
        self._shelf(look, right, DIFFERENCES, _("Difference named"), counted.differences)
        aside, parked = self._aside(look), self._parked()
        if aside is not None:
            count = ngettext("{count} card", "{count} cards", len(parked)).format(count=len(parked))
            text = _("Parked: {count} · {cards}").format(count=count, cards=words.listing(parked))
            self.add(Label("parked", aside, text, units=ASIDE, bold=True, icon="circle-parking",
                           colour=look.theme.muted))  # fmt: skip
        self._explain(look, session)

    def _headline(self, look: Look, counted: Totals) -> None:
        theme = look.theme
        head = self._head(look)
        back = min(look.px(260), head.w * 18 // 100)
        bar = max(look.target(), look.px(76))
        box = pygame.Rect(head.right - back, head.y, back, bar)
        self.add(
            Button("back", box, _("Continue"), icon="arrow-right", kind="primary", units=28,
                   on_press=Pop)
        )  # fmt: skip
        room = pygame.Rect(head.x, head.y, head.w - back - look.px(24), look.line_height(64))
        text = self.title if self.halfway else _earned(counted)
        self.add(Label("points", room, text, units=64, bold=True))
        about = self._about(counted)
        if self.halfway:
            told = _("Look back together: what do you share, where do you differ? Then go on.")
            about = f"{told}\n{about}"
        below = pygame.Rect(head.x, room.bottom, room.w, head.bottom - room.bottom)
        colour = theme.ink if self.halfway else theme.muted
        self.add(Paragraph("about", below, about, units=26, colour=colour, smallest=16))

    def _about(self, counted: Totals) -> str:
        beside = (
            (counted.skipped, _("{count} skipped")),
            (counted.undecided, _("{count} with not enough to go on")),
        )
        told = [sentence.format(count=number) for number, sentence in beside if number]
        if counted.maximum:
            points = _("{name}: {points} of {most} points").format(
                name=words.completeness().capitalize(),
                points=counted.points,
                most=counted.maximum,
            )
            told.insert(0, points)
        return " · ".join(told) or _("Your first card earns the first points.")

    def _shelf(self, look: Look, rect: pygame.Rect, shelf: str, title: str, points: float) -> None:
        theme = look.theme
        pad = look.px(28)
        high = max(look.px(64), look.line_height(38))
        head = pygame.Rect(rect.x + pad, rect.y + look.px(10), rect.w - 2 * pad, high)
        books = standing(self.table.view, shelf)
        count = ngettext("{count} card", "{count} cards", len(books)).format(count=len(books))
        told = f"{count} · {_points(points)}"
        wide = head.w * 52 // 100
        picture, colour = ("check", theme.good) if shelf == SHARED else ("split", theme.warn)
        name = pygame.Rect(head.x, head.y, head.w - wide, head.h)
        # Neither of the two looks weightier.
        wide = name.width - look.font_px(38 * 1.35) - look.px(12)
        units = min(
            look.snug(each, 38, wide, True) for each in (_("Shared"), _("Difference named"))
        )
        self.add(Label(f"{shelf}-title", name, title, units=units, bold=True, icon=picture,
                       colour=colour))  # fmt: skip
        number = pygame.Rect(head.right - wide, head.y, wide, head.h)
        self.add(Paragraph(f"{shelf}-points", number, told, units=32, bold=True, align="right",
                           valign="middle", smallest=18))  # fmt: skip
        area = pygame.Rect(rect.x + pad, head.bottom + look.px(8), rect.w - 2 * pad, 0)
        area.height = rect.bottom - look.px(28) - area.top
        if not books:
            empty = (
                _("Cards on which you all chose the same place come here.")
                if shelf == SHARED
                else _("Cards on which you differ, and say why, come here.")
            )
            self.add(Paragraph(f"{shelf}-empty", area, empty, units=28, colour=theme.muted,
                               smallest=18))  # fmt: skip
            return
        self.add(self._books(look, area, shelf, books))

    def _books(
        self, look: Look, area: pygame.Rect, shelf: str, books: tuple[Standing, ...]
    ) -> TileGrid:
        """Stand the books on the plank: large while they are few, in two rows when many."""
        gap = look.px(GAP)
        each = max(look.target(), look.px(80), look.line_height(30) + look.px(18))
        each = max(each, min(look.px(150), (area.h - (len(books) - 1) * gap) // len(books)))
        columns = 1
        if len(books) * (each + gap) - gap > area.h:
            columns = max(1, min(2, area.w // (look.font_px(23) * 14)))
            each = max(look.target(), look.px(56), look.line_height(23) + look.px(16))
        widgets = tuple(
            Book(
                f"{shelf}-{book.card}",
                pygame.Rect(0, 0, area.w, each),
                book,
                partial(self.look_into, book.card),
            )
            for book in books
        )
        tiles = TileGrid(f"{shelf}-books", area, widgets, columns)
        used = min(area.h, tiles.needed(look))
        tiles.rect = pygame.Rect(area.x, area.bottom - used, area.w, used)
        return tiles

    def _explain(self, look: Look, session: Session) -> None:
        theme = look.theme
        rect = self._parts(look)
        gap = look.px(20)
        each = (rect.w - gap * (len(words.PARTS) - 1)) // len(words.PARTS)
        cards = session.discussed
        for n, part in enumerate(words.PARTS):
            box = pygame.Rect(rect.x + n * (each + gap), rect.y, each, rect.h)
            earned = sum(getattr(score(card), part) for card in cards)
            most = MOST[part] * len(cards)
            title = words.part(part)
            if cards:
                title = _("{part}: {earned} of {most}").format(part=title, earned=earned, most=most)
            high = look.line_height(26)
            head = pygame.Rect(box.x, box.y, box.w, high)
            self.add(Label(f"{part}-title", head, title, units=26, bold=True,
                           icon=PART_ICONS[part]))  # fmt: skip
            text = pygame.Rect(box.x, head.bottom + look.px(4), box.w, 0)
            text.height = box.bottom - text.top
            self.add(Paragraph(f"{part}-text", text, words.part_explained(part), units=22,
                               colour=theme.muted, smallest=14))  # fmt: skip


def _points(points: float) -> str:
    """Say points in words: a number alone could be a number of cards."""
    told = ngettext("{points} point", "{points} points", 1 if points == 1 else 2)
    return told.format(points=words.number(points))


def _earned(counted: Totals) -> str:
    if counted.percent is None:
        return _("nothing yet")
    points = ngettext("{points} point", "{points} points", counted.points).format(
        points=counted.points
    )
    return f"{points} · {words.percent(counted.percent)}"
