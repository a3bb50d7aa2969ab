"""A scene: widgets, focus, keyboard and pointer, and what has to be drawn again."""

from pathlib import Path
from typing import TypeVar

import pygame

from game.ui import paint
from game.ui.changes import Action, Change, Pop, Push, Quit, Replace, Reset, Stay
from game.ui.even import even
from game.ui.events import MODIFIERS, Event, Pointer, key_name
from game.ui.look import Look
from game.ui.motion import Animation, Flight, Flip, Sprite
from game.ui.steering import Steering
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_state import TextState
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Widget, in_sight

__all__ = [
    "Action", "Change", "Event", "Flight", "Flip", "Pointer", "Pop", "Push", "Quit", "Replace",
    "Reset", "Scene", "Sprite", "Stay", "Widget", "render",
]  # fmt: skip

W = TypeVar("W", bound=Widget)


class Stage:
    """What the window lends to its scenes: the look, the clock and text input."""

    motion = True
    pointed = False
    """Whether the last thing that somebody did was done with a pointer."""

    def __init__(self, look: Look) -> None:
        self.look = look

    def now(self) -> float:
        """Tell the time in seconds."""
        return 0.0

    def text_input(self, rect: pygame.Rect | None) -> None:
        """Start or stop typing at this place."""
        del rect

    def shows(self, scene: "Scene") -> bool:
        """Tell whether nothing lies on a scene."""
        del scene
        return True


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
        self.by_keyboard = True
        """Whether the focus is worked on with keys, and so has an edge; a pointer takes it away."""
        self.hovered: str | None = None
        self.texts: dict[str, TextState] = {}
        self.offsets: dict[str, int] = {}
        self.sprites: tuple[Sprite, ...] = ()
        self.animations: list[tuple[Animation, float]] = []
        self.is_bottom = True
        self._dirty: list[pygame.Rect] = []
        self._all_dirty = True
        self._toast = Toast()
        self._steering = Steering(self)
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

    def before_closing(self) -> Change | None:
        """Say what must be asked before the window closes; None when it may."""
        return None

    def closing(self) -> None:
        """Save what would be lost when the window closes."""

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Handle a widget that was dragged onto another, or onto nothing."""
        del what, onto
        return None

    def file_dropped(self, path: Path) -> Change | None:
        """Take a file that was dropped on the window."""
        del path
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
        found = self.find(name)
        if found is None:
            raise KeyError(name)
        return found

    def find(self, name: str | None) -> Widget | None:
        """Find a widget by name, or nothing."""
        if name is None:
            return None
        # Without a list of all of them: this is asked several times a frame.
        parts = (part for widget in self.widgets for part in widget.walk())
        return next((part for part in parts if part.name == name), None)

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
        even(self.look, self.widgets)
        widget = self.find(self.focus)
        if self.focus is not None and widget is None:
            self.focus = None
            self.stage.text_input(None)
        elif widget is not None:
            widget.focused(True)
            if widget.wants_text:
                self.stage.text_input(widget.rect)
        self._settle_toast()
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

    def say(self, text: str, seconds: float = 4.0, *, lasting: bool = False) -> None:
        """Show a sentence for a while, till somebody does something unless it is lasting."""
        self.dirty(self._toast.rect(self.look))
        self._toast.show(text, self.now() + seconds, lasting=lasting)
        self._settle_toast()
        self.dirty(self._toast.rect(self.look))

    def hush(self) -> None:
        """Take away the sentence that is shown."""
        if self._toast.text:
            self.say("", 0)

    def _settle_toast(self) -> None:
        """Put the sentence where it covers nothing that matters."""
        if not self._toast.text:
            return
        bar, pressed, read = None, [], []
        for widget, seen in in_sight(self.widgets):
            bar = widget.toast_room() or bar
            if widget.focusable:
                pressed.append(seen)
            elif not widget.children and not isinstance(widget, Panel):
                read.append(seen)
        self._toast.settle(self.look, bar, pressed, read)

    @property
    def toast_box(self) -> pygame.Rect:
        """Tell where the sentence is shown."""
        return self._toast.box

    @property
    def toast_lines(self) -> tuple[str, ...]:
        """Give the lines in which the sentence is shown."""
        return self._toast.lines

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
        self._steering.tab(step)

    def move_focus(self, dx: int, dy: int) -> bool:
        """Move the focus to the nearest widget in a direction; tell whether there was one."""
        return self._steering.move_focus((dx, dy))

    def at(self, pos: tuple[int, int], *, wheel: bool = False) -> list[Widget]:
        """List the widgets under a point, the top one first."""
        return self._steering.at(pos, wheel=wheel)

    # events

    def handle(self, event: Event) -> Change | None:
        """Handle an event; None when it meant nothing here."""
        if isinstance(event, Pointer):
            if event.kind == "down":
                self._acted()
            return self._steering.point(event)
        widget = self.find(self.focus)
        if event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return widget.handle(event) if widget is not None and widget.enabled else None
        if event.type != pygame.KEYDOWN or event.key in MODIFIERS:
            return None
        self._acted()
        focus = self.focus
        change = self._pressed_key(event, widget)
        if self.focus != focus:
            # What a key gave the focus is worked on with keys.
            self.by_keyboard = True
        return change

    def _acted(self) -> None:
        """Take away the sentence that was read by whoever does something now."""
        if not self._toast.lasting:
            self.hush()

    def _pressed_key(self, event: pygame.event.Event, widget: Widget | None) -> Change | None:
        name = key_name(event)
        if widget is not None and not self.by_keyboard and not widget.wants_text:
            # The pointer was here: nobody sees a focus, so the main button is what Enter presses.
            widget = None if name in ("enter", "space") else widget
        if widget is not None and widget.enabled:
            change = widget.handle(event)
            if change is not None:
                return change
        change = self.key(name, event)
        if change is None and name == "ctrl+enter" and self._confirms():
            change = self.main_action()
        return change if change is not None else self._steering.navigate(name, widget)

    def _confirms(self) -> bool:
        """Tell whether Ctrl+Enter does the main action here: in a form and over a screen."""
        return self.overlay or any(widget.wants_text for widget in self.all_widgets())

    def open_help(self) -> Change | None:
        """Show what helps on this screen; None leaves that to the screen below it."""
        return None

    # time

    def pass_time(self, now: float) -> None:
        """Let time pass for ticking widgets, also while something lies over them."""
        if now - self._ticked >= 0.1:
            self._ticked = now
            for widget in self.all_widgets():
                if widget.ticking:
                    widget.update(now)
            if self.ticks:
                self.tick(now)

    def update(self, now: float) -> Change | None:
        """Let time pass for animations, the toast and ticking widgets."""
        if self._toast.text and now >= self._toast.until:
            self.dirty(self._toast.rect(self.look))
            self._toast.show("", 0)
        self.pass_time(now)
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
