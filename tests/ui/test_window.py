"""The window draws only what changed: counts that do not depend on how fast the machine is."""

import os
from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.ui.display import NoScreen
from game.ui.scene import Flight, Flip, Pop, Push, Quit, Reset, Scene, Sprite, Widget
from game.ui.window import LEAST, Window
from tests.ui.conftest import Clock, Pilot
from tests.ui.sample import Sample

Fly = Callable[..., Pilot]


def test_nothing_is_drawn_while_nothing_changes(pilot: Fly) -> None:
    flown = pilot(Sample())
    flips, rendered = flown.window.flips, flown.window.look.rendered
    flown.step(60, 1 / 30)
    assert (flown.window.flips, flown.window.look.rendered) == (flips, rendered)


def test_a_second_full_drawing_renders_no_text(pilot: Fly) -> None:
    flown = pilot(Sample())
    rendered = flown.window.look.rendered
    flown.scene.relayout()
    flown.step()
    assert flown.window.look.rendered == rendered


def test_a_drag_renders_no_text_and_updates_little(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample, (1920, 1080))
    card = flown.widget("card").rect
    flown.point(pygame.MOUSEBUTTONDOWN, card.center)
    flown.point(pygame.MOUSEMOTION, (card.centerx + 30, card.centery))
    flown.point(pygame.MOUSEMOTION, (card.centerx + 40, card.centery + 5))
    rendered = flown.window.look.rendered
    for at in range(40):
        flown.point(pygame.MOUSEMOTION, (card.centerx + 50 + at * 9, card.centery + at * 3))
        assert flown.window.look.rendered == rendered
        aimed = any(w.aimed for w in sample.all_widgets())
        if not aimed:
            assert flown.window.updated_pixels <= 2.2 * card.width * card.height
    flown.point(pygame.MOUSEBUTTONUP, flown.widget("communal").rect.center)
    assert "card on communal" in sample.log
    assert not sample.sprites


def test_a_drag_leaves_no_trace(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.point(pygame.MOUSEMOTION, (2, 700))
    before = flown.window.screen.copy()
    flown.drag("card", (1000, 700))
    flown.point(pygame.MOUSEMOTION, (2, 700))
    after = flown.window.screen
    # The pointer's way leaves hover marks only where it is now: nowhere.
    assert pygame.image.tobytes(before, "RGB") == pygame.image.tobytes(after, "RGB")


def test_a_typed_letter_renders_one_line(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("name")
    for letter in "Bewoners é":
        rendered = flown.window.look.rendered
        flown.type(letter)
        assert flown.window.look.rendered <= rendered + 1
        field = flown.widget("name").rect
        assert flown.window.updated_pixels <= field.width * field.height


def test_the_caret_blinks_without_text_and_comes_to_rest(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("name")
    flips, rendered = flown.window.flips, flown.window.look.rendered
    flown.step(30, 0.1)
    assert flown.window.flips > flips
    assert flown.window.look.rendered == rendered
    flown.step(300, 0.1)
    flips = flown.window.flips
    flown.step(60, 0.1)
    assert flown.window.flips == flips


def test_the_clock_draws_once_a_second(pilot: Fly) -> None:
    sample = Sample()
    sample.timer = True
    flown = pilot(sample)
    flips = flown.window.flips
    flown.step(100, 0.1)
    assert 9 <= flown.window.flips - flips <= 11


def test_partial_drawing_equals_full_drawing(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    for name in ("go", "name", "toggle", "argument-0"):
        flown.key("tab")
        flown.press(name) if name != "argument-0" else flown.scene.focus_on(name)
        flown.type("ab") if name == "name" else None
        flown.step(2, 0.01)
        part = pygame.image.tobytes(flown.window.screen, "RGB")
        sample.dirty_all()
        flown.step()
        assert part == pygame.image.tobytes(flown.window.screen, "RGB"), name


def test_flights_end_and_tell(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    done: list[str] = []
    surface = pygame.Surface((80, 60))
    before = pygame.image.tobytes(flown.window.screen, "RGB")
    sample.animate(Flight(surface, (0, 100), (700, 400), 0.5, lambda: done.append("flight")))
    sample.animate(Flip((300, 300), surface, surface, 0.4, lambda: done.append("flip")))
    rendered = flown.window.look.rendered
    flown.step(4, 0.05)
    assert before != pygame.image.tobytes(flown.window.screen, "RGB")
    flown.settle()
    flown.step()
    assert done == ["flip", "flight"]
    assert flown.window.look.rendered == rendered
    assert before == pygame.image.tobytes(flown.window.screen, "RGB")


def test_with_motion_off_a_flight_is_there_at_once(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample, motion=False)
    done: list[str] = []
    sample.animate(Flight(pygame.Surface((8, 8)), (0, 0), (9, 9), 9, lambda: done.append("x")))
    assert done == ["x"]
    assert flown.window.scene.animations == []


class Below(Scene):
    """A scene that notes what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.back: list[object] = []
        self.closed = 0

    def resumed(self, result: object) -> None:
        self.back.append(result)

    def closing(self) -> None:
        self.closed += 1


def test_the_stack_of_scenes(pilot: Fly) -> None:
    below, above = Below(), Below()
    flown = pilot(below)
    flown.window.change(Push(above))
    assert flown.scene is above
    flown.key("escape")
    assert flown.scene is below
    flown.key("escape")
    assert flown.scene is below
    flown.window.change(Push(above))
    flown.window.change(Pop("done"))
    flown.window.change(Push(above))
    flown.window.change(Pop(1, lambda: Push(above)))
    assert below.back == [None, "done"]
    assert flown.scene is above
    flown.window.change(Reset(above))
    assert flown.window.scenes == [above]
    flown.window.change(Push(below))
    flown.window.change(Quit())
    assert (above.closed, below.closed, flown.window.running) == (1, 1, False)


def test_a_closed_window_lets_scenes_save(pilot: Fly) -> None:
    below = Below()
    flown = pilot(below)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    flown.step()
    assert below.closed == 1


def test_sprites_are_put_back_after_a_change(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    before = pygame.image.tobytes(flown.window.screen, "RGB")
    sample.sprites = (Sprite(pygame.Surface((50, 50)), (200, 200)),)
    flown.step()
    sample.widget("go").changed()
    flown.step()
    assert flown.window.screen.get_at((210, 210))[:3] == (0, 0, 0)
    sample.sprites = ()
    flown.step()
    assert before == pygame.image.tobytes(flown.window.screen, "RGB")


def test_text_size_and_full_screen_are_told(clock: Clock) -> None:
    told: list[tuple[str, int | bool]] = []
    first: list[str] = []
    window = Window(
        (1280, 720),
        clock=clock,
        on_setting=lambda name, value: told.append((name, value)),
        on_first_frame=lambda: first.append("ready"),
    )
    window.start(Sample())
    flown = Pilot(window, clock)
    flown.key("ctrl++")
    flown.key("ctrl+-")
    flown.key("ctrl+-")
    flown.key("f11")
    assert told == [("text_size", 110), ("text_size", 100), ("text_size", 100),
                    ("fullscreen", True)]  # fmt: skip
    assert first == ["ready"]


def test_what_is_typed_survives_a_resize(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("name")
    flown.type("Hallo")
    flown.window.configure(text_size=150)
    flown.type("!")
    assert flown.scene.texts["name"].text == "Hallo!"
    assert flown.scene.focus == "name"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080), (2560, 1080)])
@pytest.mark.parametrize("text_size", [100, 150])
def test_everything_stays_in_the_window(pilot: Fly, size: tuple[int, int], text_size: int) -> None:
    flown = pilot(Sample(), size, text_size=text_size)
    bounds = pygame.Rect((0, 0), size)
    scrolled: set[str] = set()
    for widget in flown.scene.all_widgets():
        if widget.viewport() is not None:
            scrolled |= {child.name for child in widget.children}
    for widget in flown.scene.all_widgets():
        if widget.name not in scrolled:
            assert bounds.contains(widget.rect), widget.name


def test_a_window_of_nearly_nothing_is_drawn_as_if_larger(pilot: Fly) -> None:
    flown = pilot(Sample(), (200, 100))
    assert flown.window.screen.get_size() == (200, 100)
    assert flown.window.look.size == LEAST


def test_no_display_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "nonesuch")
    with pytest.raises(NoScreen):
        Window((1024, 640))
    monkeypatch.setenv("SDL_VIDEODRIVER", os.environ.get("SDL_VIDEODRIVER", "dummy"))


def test_a_touch_is_a_pointer(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    pos = flown.widget("go").rect.center
    spot: dict[str, Any] = {"x": pos[0] / 1280, "y": pos[1] / 720, "touch_id": 1, "finger_id": 7}
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(pygame.event.Event(kind, **spot))
        flown.step()
    assert sample.log == ["go"]


def test_names_are_unique(pilot: Fly) -> None:
    names = pilot(Sample()).names()
    assert len(names) == len(set(names))


def test_everything_that_can_be_pressed_is_large_enough(pilot: Fly) -> None:
    flown = pilot(Sample(), (1024, 640))
    for widget in flown.scene.all_widgets():
        if widget.focusable:
            centre = pygame.Vector2(widget.rect.center)
            assert _reached(widget, centre), widget.name


def _reached(widget: Widget, centre: pygame.Vector2) -> bool:
    offsets = ((-21, 0), (21, 0), (0, -21), (0, 21))
    return all(widget.hit((int(centre.x + x), int(centre.y + y))) for x, y in offsets)


def test_a_screen_that_nobody_sees_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.quit()
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(pygame.display, "init", lambda: None)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "offscreen")
    with pytest.raises(NoScreen):
        Window((1024, 640))


def test_the_window_has_our_own_icon(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    set_mode, set_icon = pygame.display.set_mode, pygame.display.set_icon

    def icon(image: pygame.Surface) -> None:
        assert image.get_at((0, 0)).a == 0
        assert pygame.mask.from_surface(image).count() > image.width * image.height // 2
        done.append("icon")
        set_icon(image)

    def mode(*given: Any) -> pygame.Surface:
        done.append("mode")
        return set_mode(*given)

    monkeypatch.setattr(pygame.display, "set_icon", icon)
    monkeypatch.setattr(pygame.display, "set_mode", mode)
    Window((640, 480)).close()
    assert done == ["icon", "mode"]  # later, the desktop would first have shown another one


def test_the_window_bears_the_name_of_the_game(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEO_X11_WMCLASS", "__main__.py")
    Window((1024, 640))
    assert os.environ["SDL_VIDEO_X11_WMCLASS"] == "sferenspel"
