"""Rows for settings: choose one of a few, on or off, or a number."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

import pygame

from game.i18n import _
from game.ui import paint
from game.ui.changes import Change, Stay
from game.ui.events import Event, Pointer, key_name
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.widget import Widget


class _Row(Widget, ABC):
    """A label at the left and a value between two arrows at the right."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        label: str,
        sub: str = "",
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(name, rect, label=label, enabled=enabled, reason=reason)
        self.focusable = True
        self.sub = sub
        self.radius = 20

    @abstractmethod
    def shown(self) -> str:
        """Give the value in words."""

    @abstractmethod
    def may(self, step: int) -> bool:
        """Tell whether it can change in this direction."""

    @abstractmethod
    def change(self, step: int) -> Change | None:
        """Go to the next or the previous value."""

    def _arrow(self, look: Look, step: int) -> pygame.Rect:
        side = max(44, min(look.px(60), self.rect.height))
        box = pygame.Rect(0, 0, side, side)
        box.centery = self.rect.centery
        box.right = self.rect.right - look.px(6)
        if step < 0:
            box.left = self._value_box(look).left - side
        return box

    def _value_box(self, look: Look) -> pygame.Rect:
        side = max(44, min(look.px(60), self.rect.height))
        wide = min(look.px(360), (self.rect.width - 2 * side) * 55 // 100)
        right = self.rect.right - look.px(6) - side
        return pygame.Rect(right - wide, self.rect.top, wide, self.rect.height)

    def _step(self, step: int) -> Change:
        if not self.may(step):
            return Stay()
        change = self.change(step)
        self.changed()
        return change or Stay()

    def handle(self, event: Event) -> Change | None:
        """Change by left and right, or by pressing an arrow."""
        if not self.enabled:
            return None
        if isinstance(event, Pointer):
            if event.kind == "down":
                if self._arrow(self.look, -1).collidepoint(event.pos):
                    return self._step(-1)
                on_value = event.pos[0] >= self._value_box(self.look).left
                return self._step(1) if on_value else Stay()
            return Stay() if event.kind == "up" else None
        name = key_name(event) if event.type == pygame.KEYDOWN else ""
        if name in ("left", "right"):
            return self._step(-1 if name == "left" else 1)
        return self._step(1) if name in ("enter", "space") else None

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        self._draw_box(surface, look, hover)
        ink = theme.ink if self.enabled else theme.disabled
        self._draw_label(surface, look)
        value = self._value_box(look)
        units, lines = look.fit(
            self.shown(), 26, value.width - 8, value.height, bold=True, smallest=18
        )
        look.draw_lines(
            surface, lines, units, ink, value, bold=True, align="center", valign="middle"
        )
        for step, name in ((-1, "chevron-left"), (1, "chevron-right")):
            if self.enabled and self.may(step):
                box = self._arrow(look, step)
                side = look.px(34)
                image = icon(name, side, ink, 2.6)
                surface.blit(image, (box.centerx - side // 2, box.centery - side // 2))

    def _draw_box(self, surface: pygame.Surface, look: Look, hover: bool) -> None:
        theme = look.theme
        paint.panel(
            surface,
            self.rect,
            theme.hover if hover else theme.panel,
            radius=look.px(self.radius),
            shadow=theme.shadow,
            border=None if theme.shadow else theme.edge,
            border_width=look.px(3),
            depth=look.px(8),
        )

    def _draw_label(self, surface: pygame.Surface, look: Look) -> None:
        theme = look.theme
        ink = theme.ink if self.enabled else theme.disabled
        room = self.rect.copy()
        room.left += look.px(24)
        room.width = self._label_right(look) - room.left - look.px(16)
        high = self.rect.height - look.px(8)
        if self.sub:
            high -= look.line_height(20)
        units, lines = look.fit(self.label, 26, room.width, high, bold=True, smallest=18)
        total = look.line_height(units) * len(lines)
        total += look.line_height(20) if self.sub else 0
        room.top = self.rect.centery - total // 2
        covered = look.draw_lines(surface, lines, units, ink, room, bold=True)
        if self.sub:
            room.top = covered.bottom
            line = look.cut(self.sub, 20, room.width)
            look.draw_lines(surface, (line,), 20, theme.muted, room)

    def _label_right(self, look: Look) -> int:
        return self._arrow(look, -1).left


class Choice(_Row):
    """One of a few options."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        label: str,
        options: Sequence[tuple[object, str]],
        value: object,
        on_change: Callable[[object], Change | None],
        sub: str = "",
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(name, rect, label=label, sub=sub, enabled=enabled, reason=reason)
        self.options, self.value, self.on_change = tuple(options), value, on_change

    def _index(self) -> int:
        values = [value for value, _text in self.options]
        return values.index(self.value) if self.value in values else 0

    def shown(self) -> str:
        """Give the chosen option in words."""
        return self.options[self._index()][1] if self.options else ""

    def may(self, step: int) -> bool:
        """Tell whether there is another option; after the last comes the first."""
        del step
        return len(self.options) > 1

    def change(self, step: int) -> Change | None:
        """Choose the next or the previous option."""
        self.value = self.options[(self._index() + step) % len(self.options)][0]
        return self.on_change(self.value)


class Stepper(_Row):
    """A number between two limits."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        label: str,
        value: int,
        low: int,
        high: int,
        on_change: Callable[[int], Change | None],
        step: int = 1,
        show: Callable[[int], str] = str,
        sub: str = "",
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(name, rect, label=label, sub=sub, enabled=enabled, reason=reason)
        self.value, self.low, self.high, self.by = value, low, high, step
        self.show, self.on_change = show, on_change

    def shown(self) -> str:
        """Give the number in words."""
        return self.show(self.value)

    def may(self, step: int) -> bool:
        """Tell whether the number can go up or down."""
        return self.value < self.high if step > 0 else self.value > self.low

    def change(self, step: int) -> Change | None:
        """Raise or lower the number."""
        self.value = max(self.low, min(self.high, self.value + step * self.by))
        return self.on_change(self.value)


class Toggle(_Row):
    """On or off."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        label: str,
        value: bool,
        on_change: Callable[[bool], Change | None],
        sub: str = "",
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(name, rect, label=label, sub=sub, enabled=enabled, reason=reason)
        self.value, self.on_change = value, on_change

    def shown(self) -> str:
        """Say on or off."""
        return _("on") if self.value else _("off")

    def may(self, step: int) -> bool:
        """Tell whether it can change: always."""
        return step != 0

    def change(self, step: int) -> Change | None:
        """Turn it over."""
        del step
        self.value = not self.value
        return self.on_change(self.value)

    def handle(self, event: Event) -> Change | None:
        """Turn it over by a press anywhere on the row."""
        if self.enabled and isinstance(event, Pointer) and event.kind == "down":
            return self._step(1)
        return super().handle(event)

    def _switch(self, look: Look) -> pygame.Rect:
        box = pygame.Rect(0, 0, look.px(84), look.px(46))
        box.midright = (self.rect.right - look.px(24), self.rect.centery)
        return box

    def _label_right(self, look: Look) -> int:
        return self._switch(look).left - look.px(70)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused
        theme = look.theme
        self._draw_box(surface, look, hover)
        self._draw_label(surface, look)
        box = self._switch(look)
        colour = theme.good if self.value else theme.muted
        if not self.enabled:
            colour = theme.disabled
        paint.pill(surface, box, colour)
        radius = box.height // 2 - look.px(5)
        x = box.right - box.height // 2 if self.value else box.left + box.height // 2
        paint.disc(surface, (x, box.centery), radius, theme.panel)
        word = self.shown()
        spot = pygame.Rect(box.left - look.px(80), box.top, look.px(68), box.height)
        look.draw_lines(surface, (word,), 22, theme.muted, spot, align="right", valign="middle")
