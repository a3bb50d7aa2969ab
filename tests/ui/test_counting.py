"""What the real screens draw: counts of flips, texts and pixels, whatever the machine's speed."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.core.session import Phase
from game.ui.scene import Scene, Widget
from game.ui.scenes import route
from game.ui.scenes.title import TitleScene
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at, venue_in

Fly = Callable[..., Pilot]
LARGE = (1920, 1080)


def screen(phase: Phase | None, folder: Path) -> Scene:
    """Make the screen of a phase, or the first screen of all."""
    if phase is None:
        return TitleScene(venue_in(folder))
    return route.scene(*table_at(phase, folder))


@pytest.mark.parametrize("phase", [None, Phase.HAND, Phase.PROPOSE, Phase.SETTLE])
def test_a_screen_at_rest_draws_nothing(pilot: Fly, tmp_path: Path, phase: Phase | None) -> None:
    flown = pilot(screen(phase, tmp_path), LARGE)
    flown.step(20, 0.1)
    flips, rendered = flown.window.flips, flown.window.look.rendered
    flown.step(60, 1 / 30)
    assert (flown.window.flips, flown.window.look.rendered) == (flips, rendered)


@pytest.mark.parametrize("phase", [Phase.HAND, Phase.ARGUE])
def test_a_drag_renders_no_text_and_updates_little(
    pilot: Fly, tmp_path: Path, phase: Phase
) -> None:
    flown = pilot(screen(phase, tmp_path), LARGE)
    flown.settle()
    card = next(widget for widget in flown.scene.all_widgets() if widget.draggable)
    x, y = card.rect.center
    flown.point(pygame.MOUSEBUTTONDOWN, (x, y))
    for step in range(1, 6):
        flown.point(pygame.MOUSEMOTION, (x + 8 * step, y))
    area = surface_area(flown)
    rendered = flown.window.look.rendered
    aimed = {widget.name: widget.aimed for widget in flown.scene.all_widgets()}
    for step in range(40):
        flown.point(pygame.MOUSEMOTION, (x + 40 + step * 6, y + step * 3))
        assert flown.window.look.rendered == rendered
        now = {widget.name: widget.aimed for widget in flown.scene.all_widgets()}
        # Only a place that lights up, or goes out, costs more than the card.
        if now == aimed:
            assert flown.window.updated_pixels <= 2.2 * area
        aimed = now
    flown.point(pygame.MOUSEBUTTONUP, (x, y))


def surface_area(flown: Pilot) -> int:
    """Measure the card that floats under the pointer."""
    (sprite,) = flown.scene.sprites
    return sprite.rect.width * sprite.rect.height


def test_a_typed_letter_renders_one_line(pilot: Fly, tmp_path: Path) -> None:
    flown = pilot(screen(Phase.ARGUE, tmp_path), LARGE)
    flown.key("c")
    flown.key("enter")
    flown.scene.focus_on("reason")
    flown.step(2, 0.1)
    field: Widget = flown.widget("reason")
    for letter in "Zonder de buren gaat dit hier niet, zegt de hele tafel. Toch?":
        rendered = flown.window.look.rendered
        flown.type(letter)
        assert flown.window.look.rendered <= rendered + 1
        assert flown.window.updated_pixels <= field.rect.width * field.rect.height
    assert flown.scene.texts["reason"].text.endswith("Toch?")


def test_what_typing_leaves_alone_was_right(pilot: Fly, tmp_path: Path) -> None:
    flown = pilot(screen(Phase.ARGUE, tmp_path))
    flown.key("c")
    flown.key("enter")
    flown.scene.focus_on("reason")
    words = "Zonder de buren en de vrijwilligersondersteuningsorganisatie gaat dit hier niet. "
    keys = ("enter", "x", "up", "up", "home", "backspace", "shift+end", "y", "ctrl+z", "delete",
            "ctrl+home", "ctrl+delete", "ctrl+a", "left", "ctrl+end", "enter", "enter", "enter",
            "enter", "enter", "enter", "z", "ctrl+home", "ctrl+a", "backspace", "q")  # fmt: skip
    for typed in (*words * 3, *keys):
        flown.type(typed) if len(typed) == 1 else flown.key(typed)
        part = pygame.image.tobytes(flown.window.screen, "RGB")
        flown.scene.dirty_all()
        flown.step()
        assert part == pygame.image.tobytes(flown.window.screen, "RGB"), typed
