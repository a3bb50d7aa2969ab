"""A passing sentence: where it may lie, and when it goes away."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pygame
import pytest

from game import i18n
from game.core.session import Phase
from game.ui.look import Look
from game.ui.scene import Pop, Push, Scene, Stage
from game.ui.scenes import route
from game.ui.scenes.help_pages import this_step
from game.ui.scenes.landing import LandingScene
from game.ui.widgets.widget import in_sight
from game.venue import PRACTICE
from tests.ui.conftest import Pilot
from tests.ui.golden.evening import Evening
from tests.ui.golden.shots import Shot, opened
from tests.ui.sample import Sample
from tests.ui.stress import Strained
from tests.ui.tables import table_at, venue_in
from tests.ui.test_layout import SCREENS, SIZES, TEXT_SIZES

Fly = Callable[..., Pilot]
SENTENCES = (
    "Er is niets ongedaan te maken.",
    "Lees wat het spel heeft opgeschreven en maak het van jullie zelf. Wat leeg blijft kost"
    " punten, maar doorgaan mag altijd. Zo gaat het met elke kaart die jullie spelen.",
)
WINDOW_AND_TEXT = tuple(product(SIZES, TEXT_SIZES))


@pytest.mark.parametrize("evening", [Evening(), Strained()], ids=["plain", "strained"])
@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: str(shot.name))
def test_a_toast_covers_nothing_that_is_pressed(
    shot: Shot, evening: Evening, tmp_path: Path
) -> None:
    wrong: list[str] = []
    with opened(shot, tmp_path, evening=evening) as pilot:
        scene = pilot.scene
        for size, text_size in WINDOW_AND_TEXT:
            scene.attach(Stage(Look(size, text_size)))
            # Long ones are only said where there is a bar to say them in.
            for sentence in SENTENCES if scene.find("bar") else SENTENCES[:1]:
                scene.say(sentence)
                where = f"{size[0]}x{size[1]} {text_size}%"
                wrong += [f"{where}: {name} under “{sentence[:30]}”" for name in covered(scene)]
    assert not wrong, "\n" + "\n".join(wrong)


def covered(scene: Scene) -> Iterator[str]:
    """Name what can be pressed and lies under the toast, and the window if that is left."""
    box = scene.toast_box
    if not pygame.Rect((0, 0), scene.look.size).contains(box):
        yield f"the edge of the window {box}"
    for widget, seen in in_sight(scene.widgets):
        if widget.focusable and box.colliderect(seen):
            yield widget.name


@pytest.mark.parametrize("phase", Phase)
def test_a_tip_of_the_practice_round_is_whole_in_the_bar(phase: Phase, tmp_path: Path) -> None:
    scene = route.scene(*table_at(Phase.ARGUE, tmp_path))
    for language, (size, text_size) in product(("nl", "en"), WINDOW_AND_TEXT):
        i18n.use(language)
        ((_head, text),) = this_step(phase)
        scene.attach(Stage(Look(size, text_size)))
        scene.say(text)
        assert scene.toast_box.bottom < scene.below_bar(scene.look).top
        assert scene.toast_lines[-1].split()[-1] == text.split()[-1], (size, text_size)


def test_a_toast_goes_at_the_next_action(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.scene.say("Er is niets ongedaan te maken.")
    flown.point(pygame.MOUSEMOTION, (5, 5))
    assert flown.scene.said
    flown.key("f2")
    assert not flown.scene.said
    flown.scene.say("Nog eens.")
    flown.point(pygame.MOUSEBUTTONDOWN, (5, 5))
    assert not flown.scene.said


def test_a_toast_goes_at_the_next_scene_and_in_time(pilot: Fly) -> None:
    flown = pilot(Sample())
    below = flown.scene
    below.say("Er is niets ongedaan te maken.")
    flown.window.change(Push(Sample()))
    flown.window.change(Pop())
    assert flown.scene is below
    assert not below.said
    below.say("Nog eens.")
    flown.step(1, 5)
    assert not below.said


def test_a_lasting_tip_stays_for_its_time(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.scene.say("Lees de kaart voor.", 15, lasting=True)
    flown.key("f2")
    assert flown.scene.said
    flown.step(1, 16)
    assert not flown.scene.said


def test_it_keeps_clear_of_the_button_that_something_is_not_saved(
    pilot: Fly, tmp_path: Path
) -> None:
    blocked = tmp_path / "map"
    blocked.write_text("")
    flown = pilot(route.scene(*table_at(Phase.READ, blocked)))
    flown.step(3, 0.2)
    assert flown.scene.find("elsewhere")
    assert flown.scene.said
    for size, text_size in WINDOW_AND_TEXT:
        flown.scene.attach(Stage(Look(size, text_size)))
        assert not list(covered(flown.scene))


@pytest.mark.parametrize("phase", [Phase.HAND, Phase.ARGUE, Phase.CLOSING, Phase.FINISHED])
def test_who_practises_is_told_what_to_do_on_this_screen(
    pilot: Fly, tmp_path: Path, phase: Phase
) -> None:
    _venue, table = table_at(phase, tmp_path / PRACTICE)
    flown = pilot(route.scene(venue_in(tmp_path), table))
    ((_head, text),) = this_step(phase)
    assert flown.scene.said == text
    flown.key("f2")
    assert flown.scene.said == text


def test_the_landing_says_nothing_of_the_next_card(pilot: Fly, tmp_path: Path) -> None:
    _venue, table = table_at(Phase.SETTLE, tmp_path / PRACTICE)
    flown = pilot(route.scene(venue_in(tmp_path), table), motion=False)
    flown.key("ctrl+enter")
    assert isinstance(flown.scene, LandingScene)
    assert not flown.scene.said
