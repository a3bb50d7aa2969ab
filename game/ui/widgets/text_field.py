"""Text fields: one line or many, with selection, clipboard, undo and composed letters."""

from collections.abc import Callable

import pygame

from game.i18n import _
from game.ui.changes import Action, Change, Stay
from game.ui.events import Event, Pointer, key_name
from game.ui.widgets.text_box import TextBox
from game.ui.widgets.text_state import TextState

_BLINK = 0.53
_AWAKE = 20.0
"""Seconds after the last key in which the caret blinks; then it stays, and nothing is drawn."""


class TextField(TextBox):
    """A box to type in; what was typed is in its TextState, which outlives the box."""

    wants_text = True

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        state: TextState,
        *,
        label: str,
        placeholder: str = "",
        multiline: bool | None = None,
        units: float = 26,
        show_label: bool = True,
        enabled: bool = True,
        reason: str = "",
        on_change: Callable[[str], None] | None = None,
        on_submit: Action | None = None,
        on_confirm: Action | None = None,
        on_notice: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(
            name,
            rect,
            state,
            label=label,
            placeholder=placeholder,
            units=units,
            show_label=show_label,
            enabled=enabled,
            reason=reason,
        )
        self.focusable = True
        if multiline is not None:
            state.multiline = multiline
        self.on_change, self.on_submit, self.on_notice = on_change, on_submit, on_notice
        self.on_confirm = on_confirm or on_submit
        """What Ctrl+Enter does, where that is more than Enter."""
        self._held = False
        self._column: int | None = None

    # events

    def focused(self, has_focus: bool) -> None:
        """Let the caret appear or go."""
        self.ticking = has_focus
        self._composed = ""
        self._lit, self._since = True, self.host.now() if self.host else 0.0
        if not self.state.multiline:
            # A name is known by how it begins; the end is only shown to whoever types there.
            self.state.scroll = 0
            if has_focus and self.host is not None:
                self._follow()

    def show_caret(self) -> None:
        """Scroll to where is typed."""
        self._follow()

    def update(self, now: float) -> None:
        """Let the caret blink, until nobody has typed for a while."""
        lit = int((now - self._since) / _BLINK) % 2 == 0
        if now - self._since > _AWAKE:
            lit, self.ticking = True, False
        if lit != self._lit and self.host is not None:
            self._lit = lit
            self.host.dirty(self._caret_rect())

    def handle(self, event: Event) -> Change | None:
        """Type, select, move, copy and paste."""
        if not self.enabled:
            return None
        if isinstance(event, Pointer):
            return self._point(event)
        if event.type == pygame.TEXTEDITING:
            self._composed = event.text
            self._follow()
            return Stay()
        if event.type == pygame.TEXTINPUT:
            self._composed = ""
            self._edit(lambda: self._insert(event.text))
            return Stay()
        return self._key(event) if event.type == pygame.KEYDOWN else None

    def _point(self, event: Pointer) -> Change | None:
        state = self.state
        if event.kind == "wheel":
            if not state.multiline:
                return None
            before = state.scroll
            step = self.look.line_height(self.units)
            most = len(self._spans()) * step - self._inner().height
            state.scroll = max(0, min(before - round(event.wheel * step * 2), max(0, most)))
            if state.scroll == before:
                return None
            self.changed()
            return Stay()
        if event.kind == "down":
            self._held = True
            at = self._at(event.pos)
            if event.clicks >= 3:
                state.select_all()
            elif event.clicks == 2:
                state.select_word(at)
            else:
                state.move(at, select=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
        elif event.kind == "move" and self._held:
            state.move(self._at(event.pos), select=True)
        elif event.kind == "up":
            self._held = False
            return Stay()
        else:
            return None
        self._column = None
        self._follow()
        return Stay()

    def _key(self, event: pygame.event.Event) -> Change | None:
        if self._composed:
            return Stay()
        name = key_name(event)
        select = "shift+" in name
        plain = name.replace("shift+", "")
        if self._move(plain, select) or self._command(plain, select):
            return Stay()
        if plain in ("enter", "ctrl+enter"):
            return self._enter(plain)
        typed = getattr(event, "unicode", "")
        # Letters arrive as TEXTINPUT; their key must not reach the scene.
        letter = bool(typed) and typed.isprintable() and not name.startswith("ctrl+")
        return Stay() if letter else None

    def _enter(self, name: str) -> Change | None:
        if self.state.multiline and name == "enter":
            self._edit(lambda: self._insert("\n"))
            return Stay()
        action = self.on_confirm if name == "ctrl+enter" else self.on_submit
        return action and (action() or Stay())

    def _move(self, name: str, select: bool) -> bool:
        state = self.state
        spans = self._spans()
        row = self._line_of(state.caret)
        begin, end = spans[row]
        if row < len(spans) - 1 and end > begin and state.text[end - 1] == " ":
            end -= 1
        column = None
        low, high = state.selection
        match name:
            case "left":
                to = low if low != high and not select else state.left(state.caret)
            case "right":
                to = high if low != high and not select else state.right(state.caret)
            case "ctrl+left":
                to = state.word_left(state.caret)
            case "ctrl+right":
                to = state.word_right(state.caret)
            case "home":
                to = begin
            case "end":
                to = end
            case "ctrl+home":
                to = 0
            case "ctrl+end":
                to = len(state.text)
            case "up" | "down" | "pageup" | "pagedown" if state.multiline:
                page = max(1, self._inner().height // self.look.line_height(self.units))
                by = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[name]
                column = self._x(begin, state.caret) if self._column is None else self._column
                target = row + by
                to = 0 if target < 0 else len(state.text)
                if 0 <= target < len(spans):
                    to = self._nearest(spans[target], column)
            case _:
                return False
        state.move(to, select=select)
        self._column = column
        self._follow()
        return True

    def _command(self, name: str, shift: bool) -> bool:
        state = self.state
        match name:
            case "backspace" | "ctrl+backspace":
                self._edit(lambda: state.backspace(name != "backspace"))
            case "delete" if shift:
                self._cut()
            case "delete" | "ctrl+delete":
                self._edit(lambda: state.delete(name != "delete"))
            case "ctrl+a":
                state.select_all()
                self._follow()
            case "ctrl+c" | "ctrl+insert":
                _copy(state.selected)
            case "ctrl+x":
                self._cut()
            case "ctrl+v":
                self._edit(lambda: self._insert(_pasted()))
            case "insert" if shift:
                self._edit(lambda: self._insert(_pasted()))
            case "ctrl+z" if shift:
                self._edit(state.redo)
            case "ctrl+z":
                self._edit(state.undo)
            case "ctrl+y":
                self._edit(state.redo)
            case _:
                return False
        return True

    def _cut(self) -> None:
        if self.state.selected:
            _copy(self.state.selected)
            self._edit(self.state.cut)

    def _insert(self, text: str) -> None:
        if not self.state.insert(text):
            self._notice(limit_sentence(self.state.limit))
        elif not self.look.shows(text):
            self._notice(_("A box stands for a letter that cannot be shown here. It is kept."))

    def _notice(self, sentence: str) -> None:
        if self.on_notice is not None:
            self.on_notice(sentence)
        elif self.host is not None:
            self.host.say(sentence)

    def _edit(self, change: Callable[[], object]) -> None:
        before = self.state.text
        change()
        self._column = None
        self._follow()
        if self.state.text != before and self.on_change is not None:
            self.on_change(self.state.text)


def limit_sentence(limit: int) -> str:
    """Say that a text was cut at its limit."""
    return _("There is room for {count} characters. The rest was left out.").format(count=limit)


def _copy(text: str) -> None:
    if text:
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return


def _pasted() -> str:
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
