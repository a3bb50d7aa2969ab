"""Anything that is pressed with a pointer, Enter or space."""

import pygame

from game.ui import paint
from game.ui.changes import Action, Change, Stay
from game.ui.events import Event, Pointer, key_name
from game.ui.look import Look
from game.ui.widgets.widget import Widget


class Pressable(Widget):
    """A widget that does one thing when it is pressed."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        label: str = "",
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=label, enabled=enabled, reason=reason)
        self.on_press = on_press
        self.focusable = on_press is not None or not enabled
        self.swallows_pointer = self.focusable
        self.held = False

    def press(self) -> Change:
        """Do what it is for."""
        change = self.on_press() if self.on_press is not None else None
        return change or Stay()

    def handle(self, event: Event) -> Change | None:
        """Press on pointer up, Enter or space."""
        if self.on_press is None:
            return None
        if isinstance(event, Pointer):
            return self._point(event)
        if event.type == pygame.KEYDOWN and key_name(event) in ("enter", "space"):
            return self.press()
        return None

    def draw_card(self, surface: pygame.Surface, look: Look, hover: bool, *, depth: int) -> None:
        """Draw the white card on which it stands; depth is how soft its shadow is, in units."""
        theme = look.theme
        paint.panel(
            surface,
            self.rect,
            theme.hover if hover else theme.panel,
            radius=look.px(self.radius),
            border=None if theme.shadow else theme.edge,
            border_width=look.px(theme.border),
            shadow=theme.shadow,
            depth=look.px(depth),
        )

    def _point(self, event: Pointer) -> Change | None:
        if event.kind == "wheel":
            return None
        if event.kind == "down":
            self.held = True
            self.changed()
            return Stay()
        held = self.held
        inside = self.hit(event.pos)
        if event.kind == "up":
            self.held = False
            if held:
                self.changed()
            return self.press() if held and inside else Stay()
        return Stay() if held else None
