"""A list of widgets that scrolls by wheel, finger and keyboard."""

from collections.abc import Sequence

import pygame

from game.ui import paint
from game.ui.changes import Change, Stay
from game.ui.events import Event, Pointer, key_name
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.widget import Host, Widget


class ScrollList(Widget):
    """Widgets below each other, each with its own height, at the width of the list."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        children: Sequence[Widget],
        *,
        gap: int = 12,
        label: str = "",
        pad: int = 0,
        arrow: bool = False,
    ) -> None:
        """Make a list.

        Args:
            name: of the widget.
            rect: where it is.
            children: from the top down.
            gap: between them, in units.
            label: for who cannot see it.
            pad: above and below them, in units.
            arrow: shows at the bottom that there is more, where that is easily missed.
        """
        super().__init__(name, rect, label=label)
        self.arrow = arrow
        self.children = tuple(children)
        self.gap, self.pad = gap, pad
        self.margin = 2
        self._grip: tuple[int, int] | None = None
        self._on_bar = False

    def attach(self, host: Host) -> None:
        """Join a scene and lay the children out."""
        super().attach(host)
        self._place()

    @property
    def offset(self) -> int:
        """Tell how far it is scrolled, in pixels."""
        return self.host.offsets.get(self.name, 0) if self.host else 0

    @property
    def total(self) -> int:
        """Tell the height of everything in it, in pixels."""
        gap = self.look.px(self.gap)
        heights = sum(child.rect.height + gap for child in self.children)
        return max(0, heights - gap) + 2 * self.look.px(self.pad)

    @property
    def overflow(self) -> int:
        """Tell how far it can be scrolled, in pixels."""
        return max(0, self.total - self.rect.height)

    def viewport(self) -> pygame.Rect | None:
        """Tell where its children can be seen."""
        return self.rect

    def _place(self) -> None:
        look = self.look
        pad = look.px(self.pad)
        width = self.rect.width - 2 * pad
        self._size(width)
        if self.overflow:
            width -= look.px(18)
            self._size(width)
        offset = max(0, min(self.overflow, self.offset))
        assert self.host is not None
        self.host.offsets[self.name] = offset
        y = self.rect.top + pad - offset
        for child in self.children:
            child.move_to(self.rect.left + pad, y)
            y += child.rect.height + look.px(self.gap)

    def _size(self, width: int) -> None:
        for child in self.children:
            child.rect.width = width
            child.rect.height = child.height_for(self.look, width) or child.rect.height

    def scroll_to(self, offset: int) -> None:
        """Scroll so that this many pixels lie above the top."""
        assert self.host is not None
        before = self.offset
        self.host.offsets[self.name] = offset
        self._place()
        if self.offset != before:
            self.changed()

    def reveal(self, child: Widget) -> None:
        """Scroll so that a child can be seen."""
        edge = self.look.px(10)
        if child.rect.top < self.rect.top + edge:
            self.scroll_to(self.offset + child.rect.top - self.rect.top - edge)
        elif child.rect.bottom > self.rect.bottom - edge:
            self.scroll_to(self.offset + child.rect.bottom - self.rect.bottom + edge)

    def handle(self, event: Event) -> Change | None:
        """Scroll by wheel, by dragging, or by PageUp, PageDown, Home and End."""
        if not self.overflow:
            return None
        if isinstance(event, Pointer):
            return self._point(event)
        return None

    def scroll_key(self, event: pygame.event.Event) -> Change | None:
        """Scroll by a key, for a scene whose focus is elsewhere."""
        page = self.rect.height * 4 // 5
        steps = {"pagedown": page, "pageup": -page, "home": -self.total, "end": self.total}
        name = key_name(event)
        if name not in steps or not self.overflow:
            return None
        self.scroll_to(self.offset + steps[name])
        return Stay()

    def _point(self, event: Pointer) -> Change | None:
        if event.kind == "wheel":
            self.scroll_to(self.offset - round(event.wheel * self.look.px(90)))
        elif event.kind == "down":
            self._on_bar = event.pos[0] > self.rect.right - self.look.px(24)
            self._grip = (event.pos[1], self.offset)
        elif event.kind == "move" and self._grip is not None:
            moved = event.pos[1] - self._grip[0]
            if self._on_bar:
                moved = -round(moved * self.total / max(1, self.rect.height))
            self.scroll_to(self._grip[1] - moved)
        elif event.kind == "up":
            self._grip = None
        else:
            return None
        return Stay()

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw what can be seen of its children, and the bar."""
        del focused, hover
        old = surface.get_clip()
        # A little air at the sides keeps the shadows of what lies in it.
        air = look.px(14)
        seen_part = self.viewport() or self.rect
        window = old.clip(seen_part.inflate(2 * air, 0 if self.overflow else 2 * air))
        surface.set_clip(window)
        for child in self.children:
            if child.visible and child.reach().colliderect(window):
                seen = self.host
                assert seen is not None
                child.draw(surface, look, seen.focus == child.name, _hovers(seen, child))
        surface.set_clip(old)
        if self.overflow:
            self._draw_bar(surface, look)
        if self.arrow and self.offset < self.overflow:
            # At the foot of the bar, where the words of a row do not reach.
            radius = look.px(17)
            centre = (self.rect.right - radius, self.rect.bottom - radius)
            paint.disc(surface, centre, radius, look.theme.bar)
            image = icon("chevron-down", 2 * radius - look.px(6), look.theme.bar_text, 2.6)
            surface.blit(image, image.get_rect(center=centre))

    def _draw_bar(self, surface: pygame.Surface, look: Look) -> None:
        width = max(6, look.px(8))
        share = self.rect.height / self.total
        size = max(look.px(40), round(self.rect.height * share))
        top = self.rect.top + round((self.rect.height - size) * self.offset / self.overflow)
        bar = pygame.Rect(self.rect.right - width, top, width, size)
        paint.pill(surface, bar, look.theme.muted)


def _hovers(host: Host, child: Widget) -> bool:
    return getattr(host, "hovered", None) == child.name
