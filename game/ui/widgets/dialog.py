"""Dialogs: a question, a message, or a few fields, over the scene that asked."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import pygame

from game.core.frozen import dataclass
from game.i18n import _
from game.ui.changes import Change, Pop, Push, Stay
from game.ui.look import Look
from game.ui.scene import Scene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a dialog."""

    key: str
    label: str
    kind: str = "secondary"
    icon: str = ""
    enabled: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A text field of a dialog."""

    name: str
    label: str
    initial: str = ""
    multiline: bool = False
    limit: int = 400
    placeholder: str = ""


class Keeper(Protocol):
    """Where a dialog leaves what is half typed in it."""

    def keep(self, field: str, text: str) -> None: ...
    def tick(self, now: float) -> None: ...
    def closed(self, key: str | None) -> None: ...


Then = Callable[[str | None], Change | None]
ThenFields = Callable[[dict[str, str] | None], Change | None]


class Dialog(Scene):
    """A panel in the middle of the screen with a title, text, fields and buttons."""

    overlay = True

    def __init__(
        self,
        title: str,
        text: str,
        answers: Sequence[Answer],
        chosen: Callable[["Dialog", str | None], Change | None],
        *,
        fields: Sequence[Field] = (),
        wide: bool = False,
        focus: str = "",
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__()
        self.title, self.text = title, text
        self.answers, self.fields = tuple(answers), tuple(fields)
        self.wide = wide
        self._chosen = chosen
        self._begun = False
        self._first = focus or (self.fields[0].name if self.fields else "")
        self._keeper = keeper
        self.ticks = keeper is not None

    def tick(self, now: float) -> None:
        """Have what is half typed written now and then."""
        if self._keeper is not None:
            self._keeper.tick(now)

    def value(self, name: str) -> str:
        """Give what is typed in a field."""
        return self.texts[name].text if name in self.texts else ""

    def layout(self, look: Look) -> None:
        """Lay out the panel as high as it needs to be."""
        pad = look.px(48)
        width = min(look.px(1200 if self.wide or self.fields else 980), look.width_px - 2 * pad)
        inside = width - 2 * pad
        title_units, title_lines = look.fit(
            self.title, 42, inside, look.line_height(42) * 3, bold=True, smallest=26
        )
        title_high = look.line_height(title_units) * len(title_lines)
        most = look.height_px - look.px(80)
        rows = self._rows(look, inside)
        button_high = max(52, look.px(76), look.line_height(26) + look.px(20))
        fixed = 2 * pad + title_high + len(rows) * (button_high + look.px(16))
        tall = [3 if field.multiline else 1 for field in self.fields]
        heights = [TextField.needed(look, lines=lines) for lines in tall]
        fixed += sum(high + look.px(18) for high in heights) + look.px(24)
        room = max(look.line_height(20), most - fixed)
        text_units: float = 28
        text_lines: tuple[str, ...] = ()
        if self.text:
            text_units, text_lines = look.fit(self.text, 28, inside, room, smallest=18)
        text_high = look.line_height(text_units) * len(text_lines)
        height = min(most, fixed + text_high + (look.px(16) if self.text else 0))
        box = pygame.Rect(0, 0, width, height)
        box.center = (look.width_px // 2, look.height_px // 2)
        self.add(Panel("panel", box, radius=40))
        y = box.top + pad
        left = box.left + pad
        self.add(
            Paragraph(
                "title",
                pygame.Rect(left, y, inside, title_high),
                self.title,
                units=title_units,
                bold=True,
            )
        )
        y += title_high + look.px(16)
        if self.text:
            self.add(
                Paragraph(
                    "text", pygame.Rect(left, y, inside, text_high), self.text, units=text_units
                )
            )
            y += text_high + look.px(16)
        for n, (field, high) in enumerate(zip(self.fields, heights, strict=True)):
            state = self.text_state(
                field.name, field.initial, limit=field.limit, multiline=field.multiline
            )
            self.add(
                TextField(
                    f"field-{field.name}",
                    pygame.Rect(left, y, inside, high),
                    state,
                    label=field.label,
                    placeholder=field.placeholder,
                    on_change=partial(self._keeper.keep, field.name) if self._keeper else None,
                    on_submit=partial(self._submitted, n),
                    on_confirm=self.main_action,
                    show_label=bool(field.label),
                )
            )
            y += high + look.px(18)
        self._buttons(look, rows, box, pad, button_high)
        self._begin()

    def _buttons(
        self,
        look: Look,
        rows: list[list[tuple[Answer, int]]],
        box: pygame.Rect,
        pad: int,
        high: int,
    ) -> None:
        y = box.bottom - pad - len(rows) * (high + look.px(16)) + look.px(16)
        buttons: list[Button] = []
        for row in rows:
            x = box.right - pad - sum(wide for _a, wide in row) - look.px(16) * (len(row) - 1)
            for answer, wide in row:
                buttons.append(
                    Button(
                        self._button_name(answer),
                        pygame.Rect(x, y, wide, high),
                        answer.label,
                        icon=answer.icon,
                        kind=answer.kind,
                        enabled=answer.enabled,
                        reason=answer.reason,
                        on_press=partial(self._chosen, self, answer.key),
                    )
                )
                x += wide + look.px(16)
            y += high + look.px(16)
        # Whoever goes on with Tab after typing comes to the main button first.
        for button in sorted(buttons, key=lambda button: button.kind != "primary"):
            self.add(button)

    def _submitted(self, number: int) -> Change | None:
        """Go to the next field; from the last one, do what the primary button does."""
        if number + 1 < len(self.fields):
            self.focus_on(f"field-{self.fields[number + 1].name}")
            return Stay()
        return self.main_action()

    def _button_name(self, answer: Answer) -> str:
        return answer.key if answer.key in ("ok", "cancel") else f"answer-{answer.key}"

    def _rows(self, look: Look, inside: int) -> list[list[tuple[Answer, int]]]:
        """Spread the buttons over rows."""
        rows: list[list[tuple[Answer, int]]] = [[]]
        for answer in self.answers:
            wide = look.width(answer.label, 26, True) + look.px(76)
            wide += look.font_px(39) + look.px(14) if answer.icon else 0
            wide = min(inside, max(look.px(180), wide))
            used = sum(other + look.px(16) for _a, other in rows[-1])
            if rows[-1] and used + wide > inside:
                rows.append([])
            rows[-1].append((answer, wide))
        return rows

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            if self.fields:
                self.focus = f"field-{self._first}"
            else:
                ready = [a for a in self.answers if a.enabled]
                first = next((a for a in ready if a.kind == "primary"), ready[0] if ready else None)
                self.focus = self._button_name(first) if first is not None else None
            self.by_keyboard = True

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Leave the dimmed scene below as it is."""
        del surface, clip

    def main_action(self) -> Change | None:
        """Do what the first primary button does."""
        for answer in self.answers:
            if answer.kind == "primary" and answer.enabled:
                return self._chosen(self, answer.key)
        return None

    def escape(self) -> Change | None:
        """Leave without an answer."""
        return self._chosen(self, None)


def ask(title: str, text: str, answers: Sequence[Answer], then: Then) -> Push:
    """Ask a question; `then` gets the key of the answer, or None on Escape."""

    def chosen(_dialog: Dialog, key: str | None) -> Change | None:
        return Pop(key, lambda: then(key))

    return Push(Dialog(title, text, answers, chosen))


def tell(title: str, text: str, then: Callable[[], Change | None] | None = None) -> Push:
    """Show a message that has to be read."""

    def chosen(_dialog: Dialog, key: str | None) -> Change | None:
        return Pop(key, then or (lambda: None))

    return Push(Dialog(title, text, (Answer("ok", _("Continue"), "primary"),), chosen))


def form(
    title: str,
    text: str,
    fields: Sequence[Field],
    then: ThenFields,
    *,
    ok: str | None = None,
    focus: str = "",
    keeper: Keeper | None = None,
) -> Push:
    """Ask for a few texts; `then` gets them by name, or None when it was cancelled.

    Args:
        title: above it.
        text: under the title.
        fields: what is asked.
        then: what happens next.
        ok: what the main button says.
        focus: the field that is to be typed in first, if it is not the first one.
        keeper: keeps what is half typed.
    """
    names = tuple(field.name for field in fields)

    def chosen(dialog: Dialog, key: str | None) -> Change | None:
        values = {name: dialog.value(name) for name in names} if key == "ok" else None
        if keeper is not None:
            keeper.closed(key)
        elif key != "ok" and any(dialog.value(f.name).strip() != f.initial.strip() for f in fields):
            return _throw_away(lambda: Pop(None, lambda: then(None)))
        return Pop(values, lambda: then(values))

    answers = (Answer("cancel", _("Cancel")), Answer("ok", ok or _("Save"), "primary"))
    return Push(Dialog(title, text, answers, chosen, fields=fields, focus=focus, keeper=keeper))


def _throw_away(away: Callable[[], Change]) -> Push:
    """Ask whether what was typed may be lost; else go on typing."""
    answers = (
        Answer("back", _("Go on typing"), "primary"),
        Answer("away", _("Throw away"), "danger"),
    )
    text = _("What you typed is not kept then.")
    return ask(_("Throw away what you typed?"), text, answers,
               lambda key: away() if key == "away" else None)  # fmt: skip


def ask_text(
    title: str,
    text: str,
    then: Then,
    *,
    label: str = "",
    initial: str = "",
    multiline: bool = False,
    limit: int = 400,
    ok: str | None = None,
    keeper: Keeper | None = None,
) -> Push:
    """Ask for one text; `then` gets it, or None when it was cancelled."""
    field = Field("text", label, initial, multiline, limit)

    def done(values: dict[str, str] | None) -> Change | None:
        return then(values["text"] if values is not None else None)

    return form(title, text, (field,), done, ok=ok, keeper=keeper)
