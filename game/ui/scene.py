"""A scene: widgets, focus, keyboard and pointer, and what has to be drawn again."""

from typing import TypeVar

import pygame

from game.ui import paint
from game.ui.changes import Action, Change, Pop, Push, Quit, Replace, Reset, Stay
from game.ui.events import Event, Pointer, key_name
from game.ui.look import Look
from game.ui.motion import Animation, Flight, Flip, Sprite
from game.ui.widgets.text_state import TextState
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Widget

__all__ = [
    "Action", "Change", "Event", "Flight", "Flip", "Pointer", "Pop", "Push", "Quit", "Replace",
    "Reset", "Scene", "Sprite", "Stay", "Widget", "render",
]  # fmt: skip

W = TypeVar("W", bound=Widget)
_FAR = 10
"""How far a pointer moves before a press becomes a drag, in pixels."""
_ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Stage:
    """What the window lends to its scenes: the look, the clock and text input."""

    motion = True

    def __init__(self, look: Look) -> None:
        self.look = look

    def now(self) -> float:
        """Tell the time in seconds."""
        return 0.0

    def text_input(self, rect: pygame.Rect | None) -> None:
        """Start or stop typing at this place."""
        del rect


class Scene:
    """One screen; subclasses fill in `layout` and the hooks below it."""

    title = ""
    overlay = False
    ticks = False

    def __init__(self) -> None:
        self.look = Look()
        self.stage = Stage(self.look)
        self.session: object | None = None
        self.widgets: list[Widget] = []
        self.focus: str | None = None
        self.by_keyboard = False
        self.hovered: str | None = None
        self.texts: dict[str, TextState] = {}
        self.offsets: dict[str, int] = {}
        self.sprites: tuple[Sprite, ...] = ()
        self.animations: list[tuple[Animation, float]] = []
        self.is_bottom = True
        self._dirty: list[pygame.Rect] = []
        self._all_dirty = True
        self._toast = Toast()
        self._pressed: tuple[str, tuple[int, int]] | None = None
        self._dragged: tuple[str, tuple[int, int]] | None = None
        self._ticked = 0.0

    # hooks for subclasses

    def layout(self, look: Look) -> None:
        """Add every widget for this look."""

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Draw what lies under the widgets."""
        if not self.overlay:
            surface.fill(self.look.theme.background, clip)

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Handle a key of this scene, after the focused widget."""
        del name, event
        return None

    def main_action(self) -> Change | None:
        """Do what Enter does when nothing has the focus."""
        return None

    def escape(self) -> Change | None:
        """Go back."""
        return None if self.is_bottom else Pop()

    def pointer(self, event: Pointer) -> Change | None:
        """Handle a pointer that no widget took."""
        del event
        return None

    def tick(self, now: float) -> None:
        """Let time pass; called ten times a second while `ticks`."""

    def resumed(self, result: object) -> Change | None:
        """Take the result of the scene that lay on top."""
        del result
        return None

    def closing(self) -> None:
        """Save what would be lost when the window closes."""

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Handle a widget that was dragged onto another, or onto nothing."""
        del what, onto
        return None

    # what subclasses call

    def add(self, widget: W) -> W:
        """Add a widget; names must differ."""
        widget.attach(self)
        self.widgets.append(widget)
        return widget

    def widget(self, name: str) -> Widget:
        """Find a widget by name.

        Raises:
            KeyError: there is none.
        """
        for widget in self.all_widgets():
            if widget.name == name:
                return widget
        raise KeyError(name)

    def find(self, name: str | None) -> Widget | None:
        """Find a widget by name, or nothing."""
        return next((widget for widget in self.all_widgets() if widget.name == name), None)

    def all_widgets(self) -> list[Widget]:
        """List visible widgets and what is in them, in the order of Tab."""
        return [part for widget in self.widgets for part in widget.walk()]

    def show(self, session: object) -> None:
        """Take a new session and lay everything out again."""
        self.session = session
        self.relayout()

    def relayout(self) -> None:
        """Lay everything out again; focus, typed text and scrolling stay."""
        self.widgets = []
        self.layout(self.look)
        widget = self.find(self.focus)
        if self.focus is not None and widget is None:
            self.focus = None
            self.stage.text_input(None)
        elif widget is not None:
            widget.focused(True)
            if widget.wants_text:
                self.stage.text_input(widget.rect)
        self.dirty_all()

    def attach(self, stage: Stage) -> None:
        """Join a window, or something that stands in for one."""
        self.stage = stage
        self.look = stage.look
        self.relayout()

    def text_state(
        self, name: str, initial: str = "", *, limit: int = 2000, multiline: bool = False
    ) -> TextState:
        """Give the text typed in a field; it survives a new layout."""
        if name not in self.texts:
            self.texts[name] = TextState(initial, limit=limit, multiline=multiline)
        return self.texts[name]

    def dirty(self, rect: pygame.Rect) -> None:
        """Have this part drawn again."""
        if not self._all_dirty:
            self._dirty.append(pygame.Rect(rect))

    def dirty_all(self) -> None:
        """Have everything drawn again."""
        self._all_dirty = True
        self._dirty.clear()

    def take_dirty(self) -> list[pygame.Rect] | None:
        """Hand over what must be drawn again; None is everything."""
        if self._all_dirty:
            self._all_dirty = False
            return None
        taken, self._dirty = self._dirty, []
        return taken

    def say(self, text: str, seconds: float = 4.0) -> None:
        """Show a sentence for a while."""
        self.dirty(self._toast.rect(self.look))
        self._toast.show(text, self.now() + seconds)
        self.dirty(self._toast.rect(self.look))

    @property
    def said(self) -> str:
        """Give the sentence that is shown now."""
        return self._toast.text

    def now(self) -> float:
        """Tell the time in seconds."""
        return self.stage.now()

    @property
    def motion(self) -> bool:
        """Tell whether things may move."""
        return self.stage.motion

    def animate(self, animation: Animation) -> Change | None:
        """Set something in motion; with motion off it is there at once."""
        if self.motion:
            self.animations.append((animation, self.now()))
            return None
        return animation.then() if animation.then else None

    # focus

    def focus_on(self, name: str | None) -> None:
        """Give a widget the focus."""
        if name == self.focus:
            return
        old, new = self.find(self.focus), self.find(name)
        self.focus = name if new is not None else None
        if old is not None:
            old.focused(False)
            old.changed()
        if new is not None:
            for parent in self.all_widgets():
                if parent is not new and new in list(parent.walk()):
                    parent.reveal(new)
            new.focused(True)
            new.changed()
            if not new.enabled and new.reason:
                self.say(new.reason)
        self.stage.text_input(new.rect if new is not None and new.wants_text else None)

    def tab(self, step: int) -> None:
        """Move the focus to the next or the previous widget."""
        names = [w.name for w in self.all_widgets() if w.focusable]
        self.by_keyboard = True
        if names:
            at = names.index(self.focus) if self.focus in names else (-1 if step > 0 else 0)
            self.focus_on(names[(at + step) % len(names)])

    def move_focus(self, dx: int, dy: int) -> bool:
        """Move the focus to the nearest widget in a direction."""
        here = self.find(self.focus)
        if here is None:
            self.tab(1)
            return True
        x, y = here.rect.center
        best: tuple[float, str] | None = None
        for widget in self.all_widgets():
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
            self.by_keyboard = True
            self.focus_on(best[1])
        return best is not None

    # events

    def handle(self, event: Event) -> Change | None:
        """Handle an event; None when it meant nothing here."""
        if isinstance(event, Pointer):
            return self._point(event)
        widget = self.find(self.focus)
        if event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return widget.handle(event) if widget is not None and widget.enabled else None
        if event.type != pygame.KEYDOWN:
            return None
        if widget is not None and widget.enabled:
            change = widget.handle(event)
            if change is not None:
                return change
        name = key_name(event)
        change = self.key(name, event)
        return change if change is not None else self._navigate(name, widget)

    def _navigate(self, name: str, widget: Widget | None) -> Change | None:
        if name in ("tab", "shift+tab"):
            self.tab(1 if name == "tab" else -1)
            return Stay()
        if name in _ARROWS:
            return Stay() if self.move_focus(*_ARROWS[name]) else None
        if name in ("enter", "space") and widget is not None and not widget.enabled:
            self.say(widget.reason)
            return Stay()
        if name == "enter" and widget is None:
            return self.main_action()
        return self.escape() if name == "escape" else None

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

        look_in(self.widgets)
        return found

    def _point(self, event: Pointer) -> Change | None:
        if self._dragged is not None:
            return self._drag(event)
        under = self.at(event.pos, wheel=event.kind == "wheel")
        if event.kind == "move":
            self._hover(under[0] if under else None)
            return self._press_moves(event)
        if event.kind == "wheel":
            for widget in under:
                change = widget.handle(event)
                if change is not None:
                    return change
            return self.pointer(event)
        if event.kind == "up":
            pressed, self._pressed = self._pressed, None
            widget = self.find(pressed[0]) if pressed else None
            return widget.handle(event) if widget is not None else self.pointer(event)
        return self._press(event, under)

    def _press(self, event: Pointer, under: list[Widget]) -> Change | None:
        ring = self.find(self.focus) if self.by_keyboard else None
        self.by_keyboard = False
        if ring is not None:
            ring.changed()
        for widget in under:
            if not widget.enabled:
                if widget.reason:
                    self.say(widget.reason)
                return Stay()
            change = widget.handle(event)
            if change is not None or widget.draggable:
                self._pressed = (widget.name, event.pos)
                if widget.focusable:
                    self.focus_on(widget.name)
                return change or Stay()
        self.focus_on(None)
        return self.pointer(event)

    def _press_moves(self, event: Pointer) -> Change | None:
        if self._pressed is None:
            return self.pointer(event)
        name, start = self._pressed
        widget = self.find(name)
        if widget is None:
            return None
        far = abs(event.pos[0] - start[0]) + abs(event.pos[1] - start[1]) > _FAR
        if widget.draggable and far:
            surface = widget.drag_surface()
            grip = (start[0] - widget.rect.left, start[1] - widget.rect.top)
            self._dragged, self._pressed = (name, grip), None
            widget.lifted = True
            widget.handle(Pointer("up", (-9999, -9999)))
            widget.changed()
            self.sprites = (Sprite(surface, widget.rect.topleft),)
            return self._drag(event)
        # A list under the finger takes over when what was pressed does not drag itself.
        if far and not widget.wants_text:
            for parent in self.all_widgets():
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
        for widget in self.all_widgets():
            if widget.accepts and widget.aimed != (widget is target):
                widget.aimed = widget is target
                widget.changed()
        if event.kind == "move":
            x, y = event.pos
            self.sprites = (Sprite(self.sprites[0].surface, (x - grip[0], y - grip[1])),)
        if event.kind != "up":
            return Stay()
        self._dragged, self.sprites = None, ()
        dragged = self.find(name)
        if target is not None:
            target.aimed = False
            target.changed()
        if dragged is None:
            return Stay()
        dragged.lifted = False
        dragged.changed()
        return self.dropped(dragged, target) or Stay()

    def _hover(self, widget: Widget | None) -> None:
        name = widget.name if widget is not None else None
        if name == self.hovered:
            return
        old, self.hovered = self.find(self.hovered), name
        if old is not None:
            old.changed()
        if widget is not None:
            widget.changed()
            if not widget.enabled and widget.reason:
                self.say(widget.reason)

    # time

    def update(self, now: float) -> Change | None:
        """Let time pass for animations, the toast and ticking widgets."""
        if self._toast.text and now >= self._toast.until:
            self.dirty(self._toast.rect(self.look))
            self._toast.show("", 0)
        for widget in self.all_widgets():
            if widget.ticking:
                widget.update(now)
        if self.ticks and now - self._ticked >= 0.1:
            self._ticked = now
            self.tick(now)
        for animation, started in tuple(self.animations):
            if now - started >= animation.seconds:
                self.animations.remove((animation, started))
                if animation.then is not None:
                    change = animation.then()
                    if change is not None:
                        return change
        return None

    def floating(self, now: float) -> tuple[Sprite, ...]:
        """List everything that floats above the picture at this time."""
        moving = tuple(a.at((now - start) / max(0.001, a.seconds)) for a, start in self.animations)
        return self.sprites + moving

    # drawing

    def draw(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Draw everything that meets the clip."""
        old = surface.get_clip()
        surface.set_clip(clip)
        self.draw_background(surface, clip)
        for widget in self.widgets:
            if widget.visible and widget.reach().colliderect(clip):
                draw_widget(surface, self, widget)
        self._draw_ring(surface, clip)
        surface.set_clip(clip)
        if self._toast.text:
            self._toast.draw(surface, self.look)
        surface.set_clip(old)

    def _draw_ring(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        widget = self.find(self.focus)
        if widget is None or not (self.by_keyboard or widget.wants_text):
            return
        gap, width = max(3, self.look.px(4)), max(3, self.look.px(4))
        for parent in self.all_widgets():
            window = parent.viewport()
            if window is not None and parent is not widget and widget in list(parent.walk()):
                clip = clip.clip(window.inflate(2 * (gap + width), 2 * (gap + width)))
        surface.set_clip(clip)
        around = widget.ring_rect().inflate(2 * (gap + width), 2 * (gap + width))
        radius = self.look.px(widget.radius) + gap + width
        # A light line under the dark one keeps the ring visible on the bar and on dark buttons.
        theme = self.look.theme
        paint.ring(surface, around.inflate(4, 4), radius + 2, theme.panel, width + 4)
        paint.ring(surface, around, radius, theme.focus, width)


def draw_widget(surface: pygame.Surface, scene: Scene, widget: Widget) -> None:
    """Draw one widget the way its scene would."""
    focused = widget.name == scene.focus
    widget.draw(surface, scene.look, focused, widget.name == scene.hovered)


def render(scene: Scene, look: Look | None = None) -> pygame.Surface:
    """Draw a scene on a plain surface, without a window."""
    look = look or Look()
    scene.attach(Stage(look))
    surface = pygame.Surface(look.size)
    if scene.overlay:
        surface.fill(look.theme.background)
        paint.dim(surface, surface.get_rect())
    scene.draw(surface, surface.get_rect())
    return surface


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
