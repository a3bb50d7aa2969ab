"""Dialogs by keyboard: Tab finds the main button, Ctrl+Enter confirms, and no text is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.session import Phase
from game.ui.changes import Change
from game.ui.scene import Scene
from game.ui.scenes import route
from game.ui.scenes.play import PlayScene
from game.ui.widgets.dialog import Dialog, Field, ask_text, form
from tests.ui.conftest import Pilot
from tests.ui.tables import table_at

Open = Callable[..., Pilot]


class Asks(Scene):
    """A screen below a dialog."""


def answered(told: list[str | None], text: str | None) -> Change | None:
    """Write down what a dialog gave."""
    told.append(text)
    return None


def test_tab_after_typing_comes_to_the_main_button(pilot: Open) -> None:
    told: list[str | None] = []
    opened = pilot(Asks())
    opened.window.change(ask_text("Remark", "", lambda text: answered(told, text), multiline=True))
    opened.type("Mag dat")
    opened.key("tab")
    assert opened.scene.focus == "ok"
    assert opened.widget("cancel").rect.x < opened.widget("ok").rect.x
    opened.key("enter")
    assert told == ["Mag dat"]


@pytest.mark.parametrize("focus", ["field-one", "field-two", "ok", "cancel"])
def test_ctrl_enter_confirms_wherever_the_focus_is(pilot: Open, focus: str) -> None:
    told: list[dict[str, str] | None] = []
    fields = (Field("one", "One", multiline=True), Field("two", "Two"))
    opened = pilot(Asks())
    opened.window.change(form("Both", "", fields, told.append))
    opened.scene.focus_on(focus)
    opened.key("ctrl+enter")
    assert told == [{"one": "", "two": ""}]


@pytest.mark.parametrize("way", ["cancel", "escape"])
def test_typed_text_is_not_thrown_away_without_asking(pilot: Open, way: str) -> None:
    told: list[str | None] = []
    opened = pilot(Asks())
    opened.window.change(ask_text("Name", "", lambda text: answered(told, text)))
    dialog = opened.scene
    opened.type("Kees")
    for answer in ("answer-back", "answer-away"):
        if way == "cancel":
            opened.press("cancel")
        else:
            opened.key("escape")
        assert told == []
        assert opened.scene is not dialog
        opened.press(answer)
        assert (opened.scene is dialog) == (answer == "answer-back")
    assert told == [None]


def test_cancel_keeps_what_was_typed_about_a_card(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))
    assert isinstance(opened.scene, PlayScene)
    opened.window.change(opened.scene.note())
    opened.type("Mag dat")
    opened.press("cancel")
    assert "bewaard" in opened.scene.said
    opened.window.change(opened.scene.note())
    assert isinstance(opened.scene, Dialog)
    assert opened.scene.value("text") == "Mag dat"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("p", {"question": "Wie betaalt dat?", "owner": "De school", "date": "30-6-2027"}),
        ("x", {"text": "Geen tijd"}),
        ("s", {"first": "Binnen", "second": "Buiten", "third": "Ertussen"}),
        ("note", {"text": "Mag dat na vieren?"}),
        ("blank", {"title": "Soep", "text": "Elke week soep."}),
    ],
)
def test_undo_brings_back_what_was_typed(
    pilot: Open, tmp_path: Path, key: str, typed: dict[str, str]
) -> None:
    venue, table = table_at(Phase.HAND if key == "blank" else Phase.ARGUE, tmp_path)
    opened = pilot(route.scene(venue, table))

    def dialog() -> Dialog:
        scene = opened.scene
        assert isinstance(scene, PlayScene)
        if key == "note":
            opened.window.change(scene.note())
        elif key == "blank":
            opened.press("blank")
        else:
            opened.key(key)
        assert isinstance(opened.scene, Dialog)
        return opened.scene

    dialog()
    for name, text in typed.items():
        opened.scene.focus_on(f"field-{name}")
        opened.type(text)
    before = len(table.steps)
    opened.key("ctrl+enter")
    opened.settle()
    assert len(table.steps) == before + 1
    opened.key("ctrl+z")
    opened.settle()
    again = dialog()
    assert {name: again.value(name) for name in typed} == typed
