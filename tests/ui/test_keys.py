"""Everything can be reached and used by keyboard alone."""

from collections.abc import Callable

import pygame

from game.ui.events import key_name
from tests.ui.conftest import Pilot
from tests.ui.sample import Sample

Fly = Callable[..., Pilot]


def test_tab_visits_everything_once_in_order(pilot: Fly) -> None:
    flown = pilot(Sample())
    wanted = [w.name for w in flown.scene.all_widgets() if w.focusable]
    seen = []
    for _name in wanted:
        flown.key("tab")
        seen.append(flown.scene.focus)
    assert seen == wanted
    flown.key("tab")
    assert flown.scene.focus == wanted[0]
    flown.key("shift+tab")
    assert flown.scene.focus == wanted[-1]


def test_enter_and_space_press(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.scene.focus_on("go")
    flown.key("enter")
    flown.key("space")
    assert sample.log == ["go", "go"]


def test_enter_on_nothing_is_the_main_action(pilot: Fly) -> None:
    sample = Sample()
    pilot(sample).key("enter")
    assert sample.log == ["main"]


def test_keys_of_the_scene(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    for name in ("r", "shift+1", "+", "q"):
        flown.key(name)
    assert sample.log == ["key r", "key shift+1", "key +"]


def test_no_letter_acts_while_typing(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.press("name")
    flown.type("r+")
    assert sample.log == ["=r", "=r+"]


def test_arrows_move_to_the_nearest(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.scene.focus_on("go")
    flown.key("down")
    assert flown.scene.focus == "closed"
    flown.key("up")
    assert flown.scene.focus == "go"


def test_a_closed_button_says_why(pilot: Fly) -> None:
    for way in ("press", "focus", "hover"):
        flown = pilot(Sample())
        if way == "press":
            flown.press("closed")
        elif way == "focus":
            flown.scene.focus_on("closed")
        else:
            flown.point(pygame.MOUSEMOTION, flown.widget("closed").rect.center)
        assert flown.scene.said == "Er is nog geen argument.", way
        flown.step(1, 5)
        assert flown.scene.said == ""


def test_focus_survives_a_new_layout(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.scene.focus_on("toggle")
    flown.scene.show("another session")
    assert flown.scene.focus == "toggle"


def test_focus_scrolls_a_list(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.scene.focus_on("argument-8")
    window = flown.widget("list").rect
    assert window.contains(flown.widget("argument-8").rect)


def test_the_wheel_scrolls(pilot: Fly) -> None:
    flown = pilot(Sample())
    pos = flown.widget("list").rect.center
    top = flown.widget("argument-0").rect.top
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, pos=pos, y=-2, precise_y=-2.0))
    flown.step()
    assert flown.widget("argument-0").rect.top < top


def test_a_finger_drags_a_list(pilot: Fly) -> None:
    flown = pilot(Sample())
    x, y = flown.widget("list").rect.center
    top = flown.widget("argument-0").rect.top
    flown.point(pygame.MOUSEBUTTONDOWN, (x, y))
    flown.point(pygame.MOUSEMOTION, (x, y - 40))
    flown.point(pygame.MOUSEMOTION, (x, y - 80))
    flown.point(pygame.MOUSEBUTTONUP, (x, y - 80))
    assert flown.widget("argument-0").rect.top == top - 80
    assert not [entry for entry in flown.scene.__dict__["log"] if entry.startswith("a")]


def test_settings_change_by_arrows(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    for name, key in (("choice", "right"), ("toggle", "space"), ("stepper", "right")):
        flown.scene.focus_on(name)
        flown.key(key)
    flown.key("right")
    assert sample.log == ["b", "False", "13"]


def test_a_dialog_by_keyboard(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.press("menu")
    assert flown.scene.title == "Stoppen?"
    flown.key("tab")
    flown.key("enter")
    flown.press("menu")
    flown.key("escape")
    flown.press("menu")
    flown.key("enter")
    assert [entry for entry in sample.log if entry.startswith("got")] == [
        "got no",
        "got None",
        "got yes",
    ]


def test_a_dialog_asks_for_text(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.press("argument-1")
    flown.type("Omdat")
    flown.key("enter")
    flown.press("argument-2")
    flown.type("Wat?")
    flown.key("tab")
    flown.type("Wijkteam")
    flown.press("ok")
    flown.press("argument-2")
    flown.press("cancel")
    flown.press("argument-3")
    flown.key("enter")
    assert "text Omdat" in sample.log
    assert "form {'q': 'Wat?', 'o': 'Wijkteam'}" in sample.log
    assert "form None" in sample.log
    assert flown.scene is sample


def test_names_of_keys() -> None:
    def name(code: int, mod: int = 0, letter: str = "") -> str:
        return key_name(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=letter))

    assert name(pygame.K_1, pygame.KMOD_SHIFT, "!") == "shift+1"
    assert name(pygame.K_KP3, 0, "3") == "3"
    assert name(pygame.K_EQUALS, pygame.KMOD_SHIFT, "+") == "+"
    assert name(pygame.K_EQUALS, pygame.KMOD_SHIFT, "=") == "+"
    assert name(pygame.K_EQUALS, 0, "=") == "="
    assert name(pygame.K_z, pygame.KMOD_CTRL | pygame.KMOD_SHIFT) == "ctrl+shift+z"
    assert name(pygame.K_F1) == "f1"
    assert name(pygame.K_TAB, pygame.KMOD_SHIFT) == "shift+tab"
    assert name(pygame.K_LSHIFT, pygame.KMOD_SHIFT) == ""


def test_enter_does_not_press_again_what_the_pointer_pressed(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.press("go")
    flown.key("enter")
    flown.key("space")
    assert sample.log == ["go", "main"]
    flown.key("tab")
    names = [widget.name for widget in sample.all_widgets() if widget.focusable]
    assert sample.focus == names[names.index("go") + 1]
    flown.key("shift+tab")
    flown.key("enter")
    assert sample.log == ["go", "main", "go"]
