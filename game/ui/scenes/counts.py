"""A strip that tells between two cards how many lie at each place."""

import pygame

from game.core.cards import Place
from game.core.session import Session
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scene import Scene
from game.ui.scenes.tiles import lying
from game.ui.widgets.pressable import Pressable

UNITS = 28


class PlaceCount(Pressable):
    """The pictogram of a place with a number beside it."""

    def __init__(
        self, name: str, rect: pygame.Rect, place: Place, count: int, on_press: Action
    ) -> None:
        super().__init__(name, rect, label=str(count), on_press=on_press)
        self.place = place
        self.radius = 24

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        shown = theme.place(self.place)
        paint.panel(
            surface,
            self.rect,
            theme.panel if hover else shown.tint,
            radius=min(look.px(self.radius), self.rect.height // 2),
            border=shown.colour,
            border_width=look.px(theme.border),
        )
        inner = self.rect.inflate(-2 * look.px(8), 0)
        gap = look.px(8)
        # The pictogram keeps its size: with large letters the number needs the room.
        side = min(look.plain.font_px(UNITS * 1.3), inner.height - gap)
        units = look.snug(self.label, UNITS, inner.width - side - gap, True)
        used = side + gap + look.width(self.label, units, True)
        left = inner.left + max(0, inner.width - used) // 2
        image = icon(shown.icon, side, theme.ink)
        surface.blit(image, (left, inner.centery - side // 2))
        room = pygame.Rect(left + side + gap, inner.top, 0, inner.height)
        room.width = inner.right - room.left
        look.draw_lines(
            surface, (self.label,), units, shown.colour, room, bold=True, valign="middle"
        )


def add_counts(scene: Scene, rect: pygame.Rect, session: Session, on_press: Action) -> None:
    """Add the strip to a scene once a card lies somewhere; a press leads to the map."""
    found = lying(session)
    if not any(each.places for each in found):
        return
    gap = scene.look.px(12)
    width = (rect.w - gap * (len(Place) - 1)) // len(Place)
    for n, place in enumerate(Place):
        count = sum(place in each.places for each in found)
        box = pygame.Rect(rect.x + n * (width + gap), rect.y, width, rect.h)
        scene.add(PlaceCount(f"count-{place}", box, place, count, on_press))
