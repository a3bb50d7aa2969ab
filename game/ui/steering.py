"""How keys and the pointer find their way through a scene: focus, hover, press and drag."""

from typing import TYPE_CHECKING

import pygame

from game.ui.changes import Change, Stay
from game.ui.events import Pointer
from game.ui.motion import Sprite
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.scene import Scene

_FAR = 10
"""How far a pointer moves before a press becomes a drag, in pixels."""
_ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Steering:
    """The focus and the pointer of one scene."""

    def __init__(self, scene: "Scene") -> None:
        self.scene = scene
        self._pressed: tuple[str, tuple[int, int]] | None = None
        self._dragged: tuple[str, tuple[int, int]] | None = None

    def navigate(self, name: str, widget: Widget | None) -> Change | None:
        if name in ("tab", "shift+tab"):
            self.tab(1 if name == "tab" else -1)
            return Stay()
        if name in _ARROWS:
            return Stay() if self.move_focus(_ARROWS[name]) else None
        if name in ("enter", "space") and widget is not None and not widget.enabled:
            self.scene.say(widget.reason)
            return Stay()
        if name == "enter" and widget is None:
            return self.scene.main_action()
        return self.scene.escape() if name == "escape" else None

    def at(self, pos: tuple[int, int], *, wheel: bool = False) -> list[Widget]:
        """List the widgets under a point, the top one first."""
        found: list[Widget] = []

        def look_in(widgets: list[Widget] | tuple[Widget, ...]) -> None:
            for widget in reversed(widgets):
                if not widget.visible:
                    continue
                window = widget.viewport()
                if window is None or window.collidepoint(pos):
                    look_in(widget.children)
                if (widget.swallows_pointer or wheel) and widget.hit(pos):
                    found.append(widget)

        look_in(self.scene.widgets)
        return found

    def point(self, event: Pointer) -> Change | None:
        if self._dragged is not None:
            return self._drag(event)
        under = self.at(event.pos, wheel=event.kind == "wheel")
        if event.kind == "move":
            self._hover(under[0] if under else None)
            return self._held_moves(event)
        if event.kind == "wheel":
            for widget in under:
                change = widget.handle(event)
                if change is not None:
                    return change
            return self.scene.pointer(event)
        if event.kind == "up":
            pressed, self._pressed = self._pressed, None
            held = self.scene.find(pressed[0]) if pressed else None
            return held.handle(event) if held is not None else self.scene.pointer(event)
        return self._down(event, under)

    def _down(self, event: Pointer, under: list[Widget]) -> Change | None:
        ring = self.scene.find(self.scene.focus) if self.scene.by_keyboard else None
        self.scene.by_keyboard = False
        if ring is not None:
            ring.changed()
        for widget in under:
            if not widget.enabled:
                if widget.focusable:
                    self.scene.focus_on(widget.name)
                if widget.reason:
                    self.scene.say(widget.reason)
                return Stay()
            change = widget.handle(event)
            if change is not None or widget.draggable:
                self._pressed = (widget.name, event.pos)
                if widget.focusable:
                    self.scene.focus_on(widget.name)
                return change or Stay()
        self.scene.focus_on(None)
        return self.scene.pointer(event)

    def _held_moves(self, event: Pointer) -> Change | None:
        if self._pressed is None:
            return self.scene.pointer(event)
        name, start = self._pressed
        widget = self.scene.find(name)
        if widget is None:
            return None
        far = abs(event.pos[0] - start[0]) + abs(event.pos[1] - start[1]) > _FAR
        if widget.draggable and far:
            surface = widget.drag_surface()
            # What floats along may be smaller than what was taken up.
            across = surface.get_width() / widget.rect.width
            down = surface.get_height() / widget.rect.height
            grip = (round((start[0] - widget.rect.left) * across),
                    round((start[1] - widget.rect.top) * down))  # fmt: skip
            self._dragged, self._pressed = (name, grip), None
            widget.lifted = True
            widget.handle(Pointer("up", (-9999, -9999)))
            widget.changed()
            self.scene.sprites = (Sprite(surface, widget.rect.topleft),)
            return self._drag(event)
        # A list under the finger takes over when what was pressed does not drag itself.
        if far and not widget.wants_text:
            for parent in self.scene.all_widgets():
                if parent.viewport() is not None and widget in parent.children:
                    widget.handle(Pointer("up", (-9999, -9999)))
                    parent.handle(Pointer("down", start))
                    self._pressed = (parent.name, start)
                    return parent.handle(event)
        return widget.handle(event)

    def _drag(self, event: Pointer) -> Change | None:
        assert self._dragged is not None
        name, grip = self._dragged
        target = next((w for w in self.at(event.pos) if w.accepts and w.name != name), None)
        for widget in self.scene.all_widgets():
            if widget.accepts and widget.aimed != (widget is target):
                widget.aimed = widget is target
                widget.changed()
        if event.kind == "move":
            x, y = event.pos
            self.scene.sprites = (
                Sprite(self.scene.sprites[0].surface, (x - grip[0], y - grip[1])),
            )
        if event.kind != "up":
            return Stay()
        self._dragged, self.scene.sprites = None, ()
        dragged = self.scene.find(name)
        if target is not None:
            target.aimed = False
            target.changed()
        if dragged is None:
            return Stay()
        dragged.lifted = False
        dragged.changed()
        return self.scene.dropped(dragged, target) or Stay()

    def _hover(self, widget: Widget | None) -> None:
        name = widget.name if widget is not None else None
        if name == self.scene.hovered:
            return
        old, self.scene.hovered = self.scene.find(self.scene.hovered), name
        if old is not None:
            old.changed()
        if widget is not None:
            widget.changed()
            if not widget.enabled and widget.reason:
                self.scene.say(widget.reason)

    def tab(self, step: int) -> None:
        """Move the focus to the next or the previous widget."""
        names = [w.name for w in self.scene.all_widgets() if w.focusable]
        self.scene.by_keyboard = True
        if names:
            at = (
                names.index(self.scene.focus)
                if self.scene.focus in names
                else (-1 if step > 0 else 0)
            )
            self.scene.focus_on(names[(at + step) % len(names)])

    def move_focus(self, way: tuple[int, int]) -> bool:
        """Move the focus to the nearest widget in a direction; tell whether there was one."""
        dx, dy = way
        here = self.scene.find(self.scene.focus)
        if here is None:
            self.tab(1)
            return True
        x, y = here.rect.center
        best: tuple[float, str] | None = None
        for widget in self.scene.all_widgets():
            if not widget.focusable or widget is here:
                continue
            if here in list(widget.walk()) or widget in list(here.walk()):
                continue
            ahead, aside = _steps(here.rect, widget.rect, (dx, dy))
            if ahead <= 0:
                continue
            off = abs(widget.rect.centerx - x) * abs(dy) + abs(widget.rect.centery - y) * abs(dx)
            cost = ahead + aside * 3 + off * 0.05
            if best is None or cost < best[0]:
                best = (cost, widget.name)
        if best is not None:
            self.scene.by_keyboard = True
            self.scene.focus_on(best[1])
        return best is not None


def _steps(here: pygame.Rect, there: pygame.Rect, way: tuple[int, int]) -> tuple[float, float]:
    """Measure how far another rectangle lies ahead and how far aside."""
    dx, dy = way
    if dx:
        ahead = (there.centerx - here.centerx) * dx
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
        clear = (there.left - here.right if dx > 0 else here.left - there.right) >= -4
    else:
        ahead = (there.centery - here.centery) * dy
        aside = max(0, there.left - here.right, here.left - there.right)
        clear = (there.top - here.bottom if dy > 0 else here.top - there.bottom) >= -4
    return (ahead if clear else -1), aside
