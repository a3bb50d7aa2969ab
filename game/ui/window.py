"""The window: pygame's display, the stack of scenes and the loop that only draws what changed."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pygame

from game.ui import paint
from game.ui.changes import Change, Pop, Push, Quit, Replace, Reset, Stay
from game.ui.display import NoScreen, open_display
from game.ui.events import Event, Pointer, key_name
from game.ui.look import Look
from game.ui.motion import Sprite
from game.ui.pointers import Pointers
from game.ui.regions import merged, outside, solid
from game.ui.scene import Scene, Stage
from game.ui.theme import CONTRAST, LIGHT

SMALLEST = (1024, 640)
"""What a window is given when somebody makes it smaller."""
LEAST = (480, 300)
"""What is drawn when the system makes it smaller all the same; some of that falls off."""
TEXT_SIZES = (100, 160)
_AWAKE = 2.0
"""Seconds after the last input in which the next one is answered at once."""
_NAP = 0.05
"""Seconds between two looks at what came in, when nobody has touched anything for a while."""
_TICK = 0.1
"""Seconds between two turns in which nothing but time happens."""
_FULL = 0.6
"""Part of the screen above which one full flip is cheaper than rectangles."""


class _Stage(Stage):
    def __init__(self, look: Look, clock: Callable[[], float], scenes: list[Scene]) -> None:
        super().__init__(look)
        self._clock = clock
        self._scenes = scenes

    def now(self) -> float:
        return self._clock()

    def text_input(self, rect: pygame.Rect | None) -> None:
        if rect is None:
            pygame.key.stop_text_input()
        else:
            pygame.key.start_text_input()
            pygame.key.set_text_input_rect(rect)

    def shows(self, scene: Scene) -> bool:
        return self._scenes[-1] is scene


class Window:
    """The game's window and its loop."""

    def __init__(
        self,
        size: tuple[int, int] | None = None,
        *,
        title: str = "Sferenspel",
        fullscreen: bool = False,
        text_size: int = 100,
        motion: bool = True,
        contrast: bool = False,
        clock: Callable[[], float] = time.monotonic,
        on_first_frame: Callable[[], None] | None = None,
        on_scene: Callable[[Scene], None] | None = None,
        on_setting: Callable[[str, int | bool], None] | None = None,
    ) -> None:
        self.clock = clock
        self.on_first_frame = on_first_frame
        self.on_scene = on_scene
        self.on_setting = on_setting
        self.text_size = min(TEXT_SIZES[1], max(TEXT_SIZES[0], text_size))
        self.contrast = contrast
        self.fullscreen = fullscreen
        self.scenes: list[Scene] = []
        self.running = False
        self.session: object | None = None
        self.flips = 0
        self.updated_pixels = 0
        """Pixels sent to the screen by the last update."""
        self._shown: Scene | None = None
        self._floating: tuple[Sprite, ...] = ()
        self._frame: pygame.Surface | None = None
        self._last_input = clock()
        self._turned = 0.0
        self._pointers = Pointers(clock)
        self._frames = pygame.time.Clock()
        open_display()
        desktop = pygame.display.get_desktop_sizes()[0]
        self._windowed = size or (min(1600, desktop[0] * 9 // 10), min(900, desktop[1] * 9 // 10))
        self.screen = self._set_mode()
        pygame.display.set_caption(title)
        pygame.key.set_repeat(400, 35)
        pygame.key.stop_text_input()
        self.stage = _Stage(self._make_look(), clock, self.scenes)
        self.stage.motion = motion

    def _set_mode(self) -> pygame.Surface:
        size, flags = self._windowed, pygame.RESIZABLE
        if self.fullscreen:
            size, flags = pygame.display.get_desktop_sizes()[0], pygame.FULLSCREEN
        try:
            return pygame.display.set_mode(size, flags)
        except pygame.error as error:
            # Not every X server gives SDL a native framebuffer; then it draws its own way.
            if os.environ.pop("SDL_FRAMEBUFFER_ACCELERATION", None) is None:
                raise NoScreen(str(error)) from error
            pygame.display.quit()
            open_display(native=False)
            try:
                return pygame.display.set_mode(size, flags)
            except pygame.error as again:
                raise NoScreen(str(again)) from again

    def _make_look(self) -> Look:
        wide, high = self.screen.get_size()
        size = (max(LEAST[0], wide), max(LEAST[1], high))
        return Look(size, self.text_size, CONTRAST if self.contrast else LIGHT)

    @property
    def look(self) -> Look:
        """Give how big things are now."""
        return self.stage.look

    @property
    def scene(self) -> Scene:
        """Give the scene on top."""
        return self.scenes[-1]

    # scenes

    def start(self, scene: Scene) -> None:
        """Show the first scene, without entering the loop."""
        self.running = True
        self.change(Reset(scene))
        self._refresh(self.clock())

    def run(self, scene: Scene, between: Callable[[], Change | None] | None = None) -> None:
        """Show a scene and stay in the loop until the game is left.

        Args:
            scene: the first one.
            between: asked every turn what should happen besides, by a table that plays by itself.
        """
        self.start(scene)
        while self.running:
            events = self._wait()
            if events or not self._at_rest():
                self._turn(events)
            if between is not None and self.running:
                self.change(between())

    def _at_rest(self) -> bool:
        """Tell whether nothing moves, and no time has passed that a screen would count."""
        return not self.scene.animations and self.clock() - self._turned < _TICK

    def step(self, timeout: float = 0.0) -> None:
        """Take one turn of the loop; used by tests."""
        if timeout:
            time.sleep(timeout)
        self._turn(pygame.event.get())

    def change(self, change: Change | None) -> None:
        """Carry out what a scene asked for."""
        if change is not None:
            self._turned = 0.0  # What it changed is drawn in the next turn.
        while change is not None:
            following: Change | None = None
            match change:
                case Stay():
                    return
                case Quit():
                    self.close()
                    return
                case Push(scene):
                    self._lay(scene)
                case Replace(scene):
                    self._lift()
                    self._lay(scene)
                case Reset(scene):
                    while self.scenes:
                        self._lift()
                    self._lay(scene)
                case Pop(result, then):
                    following = self._pop(result, then)
            change = following

    def _pop(self, result: object, then: Callable[[], Change | None] | None) -> Change | None:
        if len(self.scenes) < 2:
            self.close()
            return None
        self._lift()
        self.scene.dirty_all()
        self._focus_text()
        return then() if then is not None else self.scene.resumed(result)

    def _lay(self, scene: Scene) -> None:
        scene.is_bottom = not self.scenes
        if scene.session is None:
            scene.session = self.session
        if self.scenes:
            self.scene.hush()
        self.scenes.append(scene)
        scene.attach(self.stage)
        self._drop_sprites()

    def _lift(self) -> None:
        scene = self.scenes.pop()
        scene.sprites, scene.animations = (), []
        self._drop_sprites()
        self.stage.text_input(None)

    def _focus_text(self) -> None:
        widget = self.scene.find(self.scene.focus)
        if widget is not None and widget.wants_text:
            self.stage.text_input(widget.rect)

    def show(self, session: object) -> None:
        """Hand a new session to every scene."""
        self.session = session
        for scene in tuple(self.scenes):
            scene.show(session)

    def relayout(self) -> None:
        """Lay every scene out again, after another language or size."""
        for scene in self.scenes:
            scene.attach(self.stage)
        self._drop_sprites()

    def configure(
        self,
        *,
        text_size: int | None = None,
        motion: bool | None = None,
        contrast: bool | None = None,
        fullscreen: bool | None = None,
    ) -> None:
        """Change settings of the screen while it is shown."""
        if text_size is not None:
            self.text_size = min(TEXT_SIZES[1], max(TEXT_SIZES[0], text_size))
        if contrast is not None:
            self.contrast = contrast
        if motion is not None:
            self.stage.motion = motion
        if fullscreen is not None and fullscreen != self.fullscreen:
            self.fullscreen = fullscreen
            self.screen = self._set_mode()
        self._new_look()

    def _new_look(self) -> None:
        self.stage.look = self._make_look()
        self._frame = None
        self.relayout()

    def leave(self) -> None:
        """Close the window, unless a scene has something to ask first."""
        changes = (scene.before_closing() for scene in reversed(self.scenes))
        self.change(next((change for change in changes if change), Quit()))

    def close(self) -> None:
        """Let the scenes save what they have and leave the loop."""
        if self.running:
            self.running = False
            for scene in reversed(self.scenes):
                scene.closing()

    # the loop

    def _wait(self) -> list[pygame.event.Event]:
        """Wait as long as what goes on allows."""
        if self.scene.animations:
            self._frames.tick(60)
            return pygame.event.get()
        if self.clock() - self._last_input < _AWAKE:
            first = pygame.event.wait(50)
            rest = pygame.event.get()
            return rest if first.type == pygame.NOEVENT else [first, *rest]
        time.sleep(_NAP)
        return pygame.event.get()

    def _turn(self, events: list[pygame.event.Event]) -> None:
        now = self._turned = self.clock()
        for event in self._translate(events):
            if not self.running:
                return
            self._last_input = now
            self.stage.pointed = isinstance(event, Pointer)
            if isinstance(event, Pointer):
                self.change(self.scene.handle(event))
            elif not self._own_key(event):
                self.change(self.scene.handle(event) or self._help(event))
        if self.running:
            for below in self._visible()[:-1]:
                below.pass_time(now)
            self.change(self.scene.update(self.clock()))
        if self.running:
            self._refresh(self.clock())

    def _translate(self, events: Iterable[pygame.event.Event]) -> list[Event]:
        """Make one pointer of mouse, touch and pen; of many moves only the last."""
        result: list[Event] = []
        for event in events:
            point = self._pointers.read(event, self.screen.get_size())
            if point is not None:
                if point.kind == "move" and result:
                    last = result[-1]
                    if isinstance(last, Pointer) and last.kind == "move":
                        result.pop()
                result.append(point)
            elif event.type in (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.TEXTEDITING):
                result.append(event)
            else:
                self._window_event(event)
        return result

    def _window_event(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.leave()
        elif event.type == pygame.VIDEORESIZE:
            self._resized((event.w, event.h))
        elif event.type == pygame.DROPFILE and self.scenes:
            self.change(self.scene.file_dropped(Path(event.file)))
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED) and self.scenes:
            self.scene.dirty_all()

    def _resized(self, size: tuple[int, int]) -> None:
        wanted = (max(SMALLEST[0], size[0]), max(SMALLEST[1], size[1]))
        if not self.fullscreen:
            self._windowed = wanted
            if wanted != size:
                self.screen = pygame.display.set_mode(wanted, pygame.RESIZABLE)
        self.screen = pygame.display.get_surface() or self.screen
        if self.screen.get_size() != self.look.size:
            self._new_look()

    def _own_key(self, event: pygame.event.Event) -> bool:
        """Handle the keys that work everywhere."""
        if event.type != pygame.KEYDOWN:
            return False
        name = key_name(event)
        if name in ("f11", "alt+enter"):
            self.configure(fullscreen=not self.fullscreen)
            self._tell("fullscreen", self.fullscreen)
        elif name in ("ctrl++", "ctrl+=", "ctrl+shift+=", "ctrl+shift++", "ctrl+-"):
            step = -10 if name == "ctrl+-" else 10
            self.configure(text_size=self.text_size + step)
            self._tell("text_size", self.text_size)
        else:
            return False
        return True

    def _help(self, event: pygame.event.Event) -> Change | None:
        if event.type != pygame.KEYDOWN or key_name(event) != "f1":
            return None
        changes = (scene.open_help() for scene in reversed(self.scenes))
        return next((change for change in changes if change), None)

    def _tell(self, name: str, value: int | bool) -> None:
        if self.on_setting is not None:
            self.on_setting(name, value)

    # drawing

    def _refresh(self, now: float) -> None:
        """Draw what changed and send only that to the screen."""
        visible = self._visible()
        dirty: list[pygame.Rect] | None = []
        for scene in visible:
            part = scene.take_dirty()
            dirty = None if part is None or dirty is None else dirty + part
        sprites = self.scene.floating(now)
        bounds = self.screen.get_rect()
        if dirty is None:
            dirty = [bounds]
        if not dirty and sprites == self._floating:
            return
        shown: list[pygame.Rect] = []
        if self._frame is not None:
            for rect in self._uncovered(sprites):
                self.screen.blit(self._frame, rect, rect)
        for rect in merged([rect.clip(bounds) for rect in dirty]):
            self._draw(visible, rect)
            if self._frame is not None:
                self._frame.blit(self.screen, rect, rect)
            shown.append(rect)
        if sprites and self._frame is None:
            # With alpha, though all of it is opaque: SDL is quicker at mixing than at copying.
            self._frame = self.screen.convert_alpha()
        old = [sprite.rect for sprite in self._floating]
        for sprite in sprites:
            self.screen.blit(sprite.surface, sprite.pos)
        moved = old + [sprite.rect for sprite in sprites]
        shown.extend(rect.clip(bounds) for rect in moved)
        self._floating = sprites
        if not sprites:
            self._frame = None
        self._send(merged(shown))

    def _uncovered(self, sprites: tuple[Sprite, ...]) -> list[pygame.Rect]:
        """List what the sprites on the screen leave behind when these take their place."""
        if len(sprites) == len(self._floating) == 1 and sprites[0].surface is (
            self._floating[0].surface
        ):
            new = sprites[0]
            return outside(self._floating[0].rect, solid(new.surface).move(new.pos))
        return [sprite.rect for sprite in self._floating]

    def _visible(self) -> list[Scene]:
        """List the scene on top and those that can be seen below it."""
        first = len(self.scenes) - 1
        while first > 0 and self.scenes[first].overlay:
            first -= 1
        return self.scenes[first:]

    def _draw(self, scenes: list[Scene], rect: pygame.Rect) -> None:
        for scene in scenes:
            if scene.overlay:
                paint.dim(self.screen, rect)
            scene.draw(self.screen, rect)

    def _send(self, rects: list[pygame.Rect]) -> None:
        area = sum(rect.width * rect.height for rect in rects)
        if not area:
            return
        whole = self.screen.get_width() * self.screen.get_height()
        if area > _FULL * whole:
            pygame.display.flip()
            self.updated_pixels = whole
        else:
            pygame.display.update(rects)
            self.updated_pixels = area
        self.flips += 1
        if self.on_first_frame is not None:
            first, self.on_first_frame = self.on_first_frame, None
            first()
        if self.on_scene is not None and self._shown is not self.scene:
            self._shown = self.scene
            self.on_scene(self.scene)

    def _drop_sprites(self) -> None:
        self._floating = ()
        self._frame = None
        for scene in self.scenes:
            scene.dirty_all()
