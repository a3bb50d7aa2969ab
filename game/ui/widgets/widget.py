"""What every widget is: a named rectangle that draws itself and handles events."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import pygame

from game.ui.changes import Change
from game.ui.events import Event
from game.ui.look import Look


class Host(Protocol):
    """What a widget asks of the scene it is in."""

    look: Look
    focus: str | None
    offsets: dict[str, int]

    def dirty(self, rect: pygame.Rect) -> None: ...
    def now(self) -> float: ...
    def say(self, text: str, seconds: float = 4.0) -> None: ...
    def focus_on(self, name: str | None) -> None: ...


class Widget:
    """A named part of a scene."""

    focusable = False
    wants_text = False
    """Whether it takes typed text while it has the focus."""
    swallows_pointer = True
    """Whether a press on it stops there; False for what is only drawn."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        label: str = "",
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        self.name = name
        self.rect = rect
        self.label = label
        self.enabled = enabled
        self.reason = reason
        self.visible = True
        self.draggable = False
        self.accepts = False
        self.lifted = False
        self.aimed = False
        self.ticking = False
        self.radius = 14
        self.margin = 24
        """How far its shadow and focus ring reach outside, in units."""
        self.children: tuple[Widget, ...] = ()
        self.host: Host | None = None

    # set by the scene

    def attach(self, host: Host) -> None:
        """Join a scene."""
        self.host = host
        for child in self.children:
            child.attach(host)

    @property
    def look(self) -> Look:
        """Give the look of the scene."""
        assert self.host is not None, f"{self.name} is in no scene yet"
        return self.host.look

    def changed(self) -> None:
        """Ask to be drawn again."""
        if self.host is not None:
            self.host.dirty(self.reach())

    def reach(self) -> pygame.Rect:
        """Tell everything it draws on, shadow and focus ring included."""
        if self.host is None:
            return self.rect.inflate(96, 96)
        margin = max(10, self.host.look.px(self.margin))
        return self.rect.inflate(2 * margin, 2 * margin)

    def viewport(self) -> pygame.Rect | None:
        """Tell where its children can be seen; None is everywhere."""
        return None

    def toast_room(self) -> pygame.Rect | None:
        """Tell where a passing sentence may lie over it; None is nowhere."""
        return None

    def reveal(self, child: "Widget") -> None:
        """Scroll so that a child can be seen."""

    def move_to(self, x: int, y: int) -> None:
        """Move it with its children."""
        dx, dy = x - self.rect.left, y - self.rect.top
        self.rect = self.rect.move(dx, dy)
        for child in self.children:
            child.move_to(child.rect.left + dx, child.rect.top + dy)

    def walk(self) -> Iterator["Widget"]:
        """List itself and everything in it, in the order of Tab."""
        if self.visible:
            yield self
            for child in self.children:
                yield from child.walk()

    def hit(self, pos: tuple[int, int]) -> bool:
        """Tell whether a point is on it; small ones are wider than they look."""
        rect = self.rect
        if self.focusable:
            short = max(0, 44 - rect.width), max(0, 44 - rect.height)
            rect = rect.inflate(*short)
        return rect.collidepoint(pos)

    def ring_rect(self) -> pygame.Rect:
        """Tell what the focus ring goes around."""
        return self.rect

    # for a widget to fill in

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it; what has no look of its own shows what is in it."""
        del focused, hover
        host = self.host
        for child in self.children:
            if child.visible:
                hovers = getattr(host, "hovered", None) == child.name
                child.draw(surface, look, host is not None and host.focus == child.name, hovers)

    def handle(self, event: Event) -> Change | None:
        """Handle an event; None when it is not for this widget."""
        del event
        return None

    def update(self, now: float) -> None:
        """Let time pass; only called while `ticking`."""

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width, in pixels; None keeps the height it has."""
        del look, width
        return None

    def focused(self, has_focus: bool) -> None:
        """Learn that the focus came or went."""

    def drag_surface(self) -> pygame.Surface:
        """Draw what floats along while it is dragged."""
        surface = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        at, self.rect = self.rect, self.rect.move(-self.rect.left, -self.rect.top)
        self.draw(surface, self.look, False, False)
        self.rect = at
        return surface


def in_sight(widgets: Sequence[Widget]) -> Iterator[tuple[Widget, pygame.Rect]]:
    """List widgets and what is in them, each with the part of it that can be seen."""
    for widget in widgets:
        if widget.visible:
            yield widget, widget.rect
            port = widget.viewport()
            for child, seen in in_sight(widget.children):
                yield child, seen if port is None else seen.clip(port)
