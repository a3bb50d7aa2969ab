"""The moment after a card is recorded: it flies to its place, and the table sees what it earned."""

import pygame

from game import words
from game.core.cards import Place
from game.core.frozen import replace
from game.core.outcome import Outcome
from game.core.scoring import CARD_MAXIMUM, score
from game.core.session import CardInPlay
from game.core.settling import missing
from game.i18n import _
from game.table import Table
from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scene import Change, Flight, Pointer, Stage, Stay
from game.ui.scenes.column_card import ColumnCard
from game.ui.scenes.map import SPHERES
from game.ui.scenes.play import PlayScene
from game.ui.scenes.points import PIP_SECONDS, PointsView
from game.ui.scenes.tiles import Arch, Outer, card_of, lying, tiles_at
from game.ui.theme import outcome_icon
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView, Tile, TileView
from game.ui.widgets.label import Paragraph
from game.ui.widgets.widget import Widget
from game.venue import Venue

FLIGHT_SECONDS = 0.9
READ_SECONDS = 3.0
"""How long a card is shown after its last point lit up, before the table goes on by itself."""
LEFT, GAP = 520, 28
"""Width of the column with the points, in units of 1920."""


def said(card: CardInPlay) -> str:
    """Celebrate a completed card, of either kind; of another one no more is said than is so."""
    if missing(card):
        return _("It is recorded. Not everything is filled in, and that is fine.")
    match card.outcome:
        case Outcome.AGREED:
            return _("This you share.")
        case Outcome.CARRIED:
            return _("This you carry, and who sees it otherwise is heard.")
        case Outcome.DIFFERED:
            return _("Your difference is clear.")
        case _:
            return _("Every part of it has its place.")


class Seal(Widget):
    """A round seal with the pictogram of an outcome."""

    swallows_pointer = False

    def __init__(self, name: str, rect: pygame.Rect, picture: str, label: str) -> None:
        super().__init__(name, rect, label=label)
        self.picture = picture

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        radius = min(self.rect.size) // 2
        paint.disc(surface, self.rect.center, radius, theme.bar)
        paint.disc(surface, self.rect.center, radius - max(3, radius // 12), theme.accent)
        side = round(radius * 1.05)
        image = icon(self.picture, side, theme.ink, 2.4)
        x, y = self.rect.center
        surface.blit(image, (x - side // 2, y - side // 2))


class Glow(Widget):
    """A ring around the tile that has just landed; it goes along when its list scrolls."""

    swallows_pointer = False

    def __init__(self, name: str, tile: TileView, window: pygame.Rect) -> None:
        super().__init__(name, window.copy())
        self.tile = tile

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        old = surface.get_clip()
        air = look.px(12)
        surface.set_clip(old.clip(self.rect.inflate(2 * air, 2 * air)))
        edge = max(3, look.px(6))
        around = self.tile.rect.inflate(2 * edge, 2 * edge)
        paint.ring(surface, around, look.px(20) + edge, look.theme.accent, edge)
        paint.ring(surface, self.tile.rect, look.px(20), look.theme.ink, max(2, look.px(3)))
        surface.set_clip(old)


class LandingScene(PlayScene):
    """The recorded card on the map, with its points; it goes on by itself, at once by Enter."""

    hints = False

    def __init__(self, venue: Venue, table: Table, start: pygame.Rect | None = None) -> None:
        super().__init__(venue, table)
        self.recorded = self.view.history[-1]
        self.title = words.outcome(self.recorded.outcome or Outcome.UNDECIDED)
        self._start = start
        self._flew = False
        self._landed: float | None = None
        self._waits = False
        """The table looked at something else from here; now it says itself when to go on."""

    def attach(self, stage: Stage) -> None:
        """Join the window, and let the card fly to its places."""
        super().attach(stage)
        if not self._flew:
            self._flew = True
            self._fly()

    # the flight

    @property
    def _places(self) -> tuple[Place, ...]:
        mine = [each for each in lying(self.view) if each.card.card == self.recorded.card]
        return tuple(place for place in Place if any(place in each.places for each in mine))

    def _fly(self) -> None:
        look, places = self.look, self._places
        if not places:
            self._land()
            return
        activity = self.activity_of(self.recorded.card)
        size = pygame.Rect(0, 0, look.px(330), look.px(210))
        surface = CardView(
            "flying", size, activity.title, icon=activity.icon, size="small"
        ).surface(look)
        start = self._start or pygame.Rect(look.px(36), look.px(120), size.w, size.h)
        for n, place in enumerate(places):
            target = size.copy()
            view = self.find(str(place))
            target.center = (
                view.rect.center if view is not None else look.rect(960, 540, 1, 1).center
            )
            then = self._land if n == len(places) - 1 else None
            self.animate(Flight(surface, start.topleft, target.topleft, FLIGHT_SECONDS, then))

    def _land(self) -> Change | None:
        self._landed = self.now()
        for place in self._places:
            self.offsets[f"{place}-tiles"] = 1_000_000
        self.relayout()
        return None

    # layout

    def _tiles(self, place: Place) -> tuple[Tile, ...]:
        mine = self.recorded.card
        found = tiles_at(self.view, place)
        if self._landed is None:
            return tuple(tile for tile in found if card_of(tile.key) != mine)
        return tuple(replace(tile, strong=card_of(tile.key) == mine) for tile in found)

    def layout(self, look: Look) -> None:
        """Lay out what became of the card at the left, and the map beside it."""
        session = self.view
        bar = self.top_bar(look)
        # The table is still with this card, though the next may begin.
        bar.info = _("card {number} of {total}").format(
            number=min(session.played, session.setup.cards), total=session.setup.cards
        )
        room = self.below_bar(look)
        across = look.width_px / 1920
        left = pygame.Rect(room.x, room.y, round(LEFT * across), room.h)
        gap = round(GAP * across)
        self._lay_map(look, pygame.Rect(left.right + gap, room.y, room.right - left.right - gap,
                                        room.h))  # fmt: skip
        if self._landed is None:
            self._lay_card(look, left)
        else:
            self._lay_outcome(look, left)

    def _lay_card(self, look: Look, rect: pygame.Rect) -> None:
        activity = self.activity_of(self.recorded.card)
        view = ColumnCard(
            "card",
            rect.copy(),
            activity.title,
            self.card_text(self.recorded),
            icon=activity.icon,
            picture=self.venue.picture(self.view.deck, activity.picture),
        )
        wanted = view.height_for(look, rect.width) or rect.height
        view.rect.height = min(wanted, rect.height * 58 // 100)
        self.add(view)

    def _lay_outcome(self, look: Look, rect: pygame.Rect) -> None:
        card = self.recorded
        earned = score(card)
        outcome = card.outcome or Outcome.UNDECIDED
        high = max(look.target(), look.px(92))
        button = pygame.Rect(rect.x, rect.bottom - high, rect.w, high)
        points_high = PointsView.least(look) + look.px(8)
        points = pygame.Rect(rect.x, button.top - look.px(24) - points_high, rect.w, points_high)
        words_room = pygame.Rect(rect.x, rect.y, rect.w, points.top - look.px(20) - rect.y)
        side = min(look.px(170), words_room.height * 32 // 100)
        seal = pygame.Rect(rect.x, rect.y, side, side)
        self.add(Seal("seal", seal, outcome_icon(outcome), words.outcome(outcome)))
        beside = pygame.Rect(seal.right + look.px(24), rect.y, 0, side)
        beside.width = rect.right - beside.left
        title = self.activity_of(card.card).title
        self.add(Paragraph("card-title", beside, title, units=44, bold=True, valign="middle",
                           smallest=20))  # fmt: skip
        rest = pygame.Rect(rect.x, seal.bottom + look.px(16), rect.w, 0)
        rest.height = words_room.bottom - rest.top
        name_high = rest.height * 38 // 100
        name = pygame.Rect(rest.x, rest.y, rest.w, name_high)
        self.add(Paragraph("outcome", name, words.outcome(outcome), units=64, bold=True,
                           valign="middle", smallest=24))  # fmt: skip
        text = said(card)
        if earned.total == CARD_MAXIMUM:
            text += " " + _("This card is complete!")
        below = pygame.Rect(rest.x, name.bottom, rest.w, rest.bottom - name.bottom)
        self.add(Paragraph("praise", below, text, units=34, smallest=18))
        self.add(
            PointsView("points", points, earned, outcome,
                       grows_from=self._landed if self.motion else None)
        )  # fmt: skip
        self.add(Button("next", button, _("Go on"), icon="arrow-right", kind="primary", units=36,
                        on_press=self.main_action))  # fmt: skip

    def _lay_map(self, look: Look, rect: pygame.Rect) -> None:
        session, mine = self.view, self._places
        gap = look.px(18)
        flat = max(look.px(124), look.target() + look.px(24))
        outside = pygame.Rect(rect.x, rect.bottom - flat, rect.w, flat)
        high = outside.top - gap - rect.top
        wide = (rect.width - 2 * gap) // 3
        for n, place in enumerate(SPHERES):
            self.add(
                Arch(
                    place,
                    pygame.Rect(rect.x + n * (wide + gap), rect.y, wide, high),
                    place,
                    title=words.place(place, session.deck),
                    explanation=words.place_explained(place, session.deck),
                    slot=False,
                    tiles=self._tiles(place),
                    highlighted=self._landed is not None and place in mine,
                )
            )
        self.add(
            Outer(
                Place.OUTSIDE,
                outside,
                Place.OUTSIDE,
                title=words.place(Place.OUTSIDE, session.deck),
                slot=False,
                tiles=self._tiles(Place.OUTSIDE),
                highlighted=self._landed is not None and Place.OUTSIDE in mine,
            )
        )

        self._light()

    def _light(self) -> None:
        """Ring the tiles of the card that has just landed."""
        for parent in tuple(self.all_widgets()):
            window = parent.viewport()
            for child in parent.children if window is not None else ():
                if window and isinstance(child, TileView) and child.tile.strong:
                    self.add(Glow(f"glow-{child.name}", child, window))

    # going on

    def resumed(self, result: object) -> Change | None:
        """Stay here after the map or the menu, unless the table went on or back."""
        history = self.view.history
        if self.view.current is None and history and history[-1] == self.recorded:
            self._waits = True
            self.relayout()
            return None
        return super().resumed(result)

    def update(self, now: float) -> Change | None:
        """Go on once everybody could read it; never where things may not move by themselves."""
        change = super().update(now)
        if change is not None or self._landed is None or self._waits or not self.motion:
            return change
        if self.table.trouble is not None:
            return None
        lit = self._landed + PIP_SECONDS * score(self.recorded).total
        return self.follow() if now >= lit + READ_SECONDS else None

    def pointer(self, event: Pointer) -> Change | None:
        """Go on at a press anywhere."""
        return self.main_action() if event.kind == "down" else None

    def main_action(self) -> Change | None:
        """Go on with the next card; while the card flies, let it land first."""
        if self._landed is None:
            self.animations.clear()
            self._land()
            return Stay()
        return self.follow()
