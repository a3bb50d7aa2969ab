"""The text field: a model that never breaks, and the keys that drive it."""

from collections.abc import Callable

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.widgets.text_field import TextField
from game.ui.widgets.text_lines import Lines
from game.ui.widgets.text_state import TextState, typed
from tests.ui.conftest import Pilot
from tests.ui.sample import Sample

Fly = Callable[..., Pilot]

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.text(max_size=8)),
        st.tuples(
            st.sampled_from(
                ["backspace", "delete", "undo", "redo", "cut", "select_all", "word_back"]
            ),
            st.just(""),
        ),
        st.tuples(st.just("move"), st.integers(-3, 60).map(str)),
        st.tuples(st.just("select"), st.integers(-3, 60).map(str)),
    ),
    max_size=40,
)


def _do(state: TextState, step: tuple[str, str]) -> None:
    match step:
        case ("insert", text):
            state.insert(text)
        case ("move" | "select" as how, to):
            state.move(int(to), select=how == "select")
        case ("word_back", _):
            state.backspace(word=True)
        case (name, _):
            getattr(state, name)()


@given(STEPS, st.booleans())
def test_the_model_stays_whole(steps: list[tuple[str, str]], multiline: bool) -> None:
    state = TextState(limit=40, multiline=multiline)
    for step in steps:
        _do(state, step)
        assert 0 <= state.caret <= len(state.text)
        assert 0 <= state.anchor <= len(state.text)
        assert len(state.text) <= 40
        assert multiline or "\n" not in state.text
        assert not any(ord(c) < 32 and c != "\n" for c in state.text)


@given(STEPS)
def test_undo_goes_all_the_way_back_and_redo_forward(steps: list[tuple[str, str]]) -> None:
    state = TextState("begin", limit=40)
    for step in steps:
        if step[0] not in ("undo", "redo"):
            _do(state, step)
    end = state.text
    while state.undo():
        pass
    assert state.text == "begin"
    while state.redo():
        pass
    assert state.text == end


@given(st.text(max_size=30), st.booleans())
def test_typed_text_is_stable(text: str, multiline: bool) -> None:
    once = typed(text, multiline)
    assert typed(once, multiline) == once


@given(st.text(alphabet="ab c\n", max_size=60), st.integers(1, 12))
def test_lines_keep_every_letter(text: str, width: int) -> None:
    spans = Lines(width, len).spans(text, True)
    covered = "".join(text[begin:end] for begin, end in spans)
    assert covered == text.replace("\n", "")
    assert all(len(text[begin:end].rstrip(" ")) <= width for begin, end in spans)


def test_letters_typed_in_one_go_are_undone_in_one_go() -> None:
    state = TextState()
    for letter in "een twee":
        state.insert(letter)
    state.undo()
    assert state.text == "een "


@pytest.mark.parametrize("name", ["name", "note"])
def test_undo_brings_back_what_was_typed_over(pilot: Fly, name: str) -> None:
    flown = pilot(Sample())
    flown.press(name)
    flown.type("Wijkteam Noord")
    flown.key("ctrl+a")
    flown.type("Zuid")
    flown.key("ctrl+z")
    assert _field(flown, name).text == "Wijkteam Noord"
    flown.key("ctrl+y")
    assert _field(flown, name).text == "Zuid"
    flown.key("ctrl+z")
    for wiped in ("delete", "backspace", "ctrl+x"):
        flown.key("ctrl+a")
        flown.key(wiped)
        assert _field(flown, name).text == ""
        flown.key("ctrl+z")
        assert _field(flown, name).text == "Wijkteam Noord"


def test_a_joined_emoji_is_one_step() -> None:
    state = TextState("a\u2764\ufe0f")
    assert state.left(3) == 1
    assert state.right(1) == 3


def _field(flown: Pilot, name: str = "name") -> TextState:
    widget = flown.widget(name)
    assert isinstance(widget, TextField)
    return widget.state


def test_selecting_copying_and_pasting(pilot: Fly, monkeypatch: pytest.MonkeyPatch) -> None:
    board = {"text": ""}
    monkeypatch.setattr(pygame.scrap, "put_text", lambda text: board.update(text=text))
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: board["text"])
    flown = pilot(Sample())
    flown.press("name")
    flown.type("Wijkteam Noord")
    flown.key("ctrl+shift+left")
    flown.key("ctrl+x")
    assert (_field(flown).text, board["text"]) == ("Wijkteam ", "Noord")
    flown.key("ctrl+v")
    flown.key("ctrl+a")
    flown.key("ctrl+c")
    assert board["text"] == "Wijkteam Noord"
    flown.key("end")
    board["text"] = "\r\nregel\x07 twee" + "x" * 90
    flown.key("ctrl+v")
    assert _field(flown).text.startswith("Wijkteam Noord regel twee")
    assert len(_field(flown).text) == 60
    assert "60" in flown.scene.said
    flown.key("ctrl+z")
    assert _field(flown).text == "Wijkteam Noord"
    flown.key("ctrl+y")
    assert len(_field(flown).text) == 60


def test_moving_through_lines(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("note")
    flown.type("een twee drie")
    flown.key("enter")
    flown.type("vier")
    flown.key("up")
    flown.key("home")
    assert _field(flown, "note").caret == 0
    flown.key("ctrl+end")
    assert _field(flown, "note").caret == 18
    flown.key("shift+home")
    assert _field(flown, "note").selected == "vier"
    flown.key("backspace")
    assert _field(flown, "note").text == "een twee drie\n"


def test_a_pointer_sets_the_caret_and_selects(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("name")
    flown.type("Wijkteam Noord")
    rect = flown.widget("name").ring_rect()
    spot = (rect.left + 40, rect.centery)
    flown.point(pygame.MOUSEBUTTONDOWN, spot)
    flown.point(pygame.MOUSEBUTTONUP, spot)
    assert 0 < _field(flown).caret < 8
    flown.point(pygame.MOUSEBUTTONDOWN, spot)
    flown.point(pygame.MOUSEBUTTONUP, spot)
    assert _field(flown).selected == "Wijkteam"
    flown.step(1, 2)
    flown.point(pygame.MOUSEBUTTONDOWN, (rect.left + 5, rect.centery))
    flown.point(pygame.MOUSEMOTION, (rect.right - 5, rect.centery))
    assert _field(flown).selected == "Wijkteam Noord"


def test_composed_letters_are_shown_and_not_kept(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("name")
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text="´", start=0, length=1))
    flown.step()
    assert _field(flown).text == ""
    flown.type("é")
    assert _field(flown).text == "é"


def test_enter_submits_one_line(pilot: Fly) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.press("name")
    flown.key("enter")
    assert sample.log == ["submit"]


def test_a_long_text_scrolls_to_the_caret(pilot: Fly) -> None:
    flown = pilot(Sample())
    flown.press("note")
    flown.type("regel ")
    state = _field(flown, "note")
    state.insert("woord\n" * 40)
    flown.type("x")
    assert state.scroll > 0
    flown.key("ctrl+home")
    assert state.scroll == 0


@pytest.mark.parametrize("letter", ["\U0001f600", "\u05d0", "\u0639", "\u65e5"])
def test_a_letter_that_cannot_be_drawn_is_kept_and_that_is_said(pilot: Fly, letter: str) -> None:
    sample = Sample()
    flown = pilot(sample)
    flown.press("name")
    flown.type("e\u0301\u20ac")
    assert not sample.said
    flown.type(letter)
    assert "vakje" in sample.said
    field = flown.widget("name")
    assert isinstance(field, TextField)
    assert field.state.text.endswith(letter)
