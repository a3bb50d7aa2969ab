"""A form that stays open until what is typed in it can be taken, and says in it what is wrong."""

from collections.abc import Callable, Sequence

import pygame

from game.core.frozen import dataclass
from game.i18n import _
from game.ui.changes import Change, Pop, Stay
from game.ui.look import Look
from game.ui.widgets.dialog import Answer, Dialog, Field, Keeper, ThenFields
from game.ui.widgets.label import Label

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with what was typed, and in which field."""

    field: str
    text: str


Check = Callable[[Values], Wrong | None]


@dataclass(frozen=True, slots=True)
class _Watching:
    """A keeper that also tells when something is typed."""

    keeper: Keeper
    typed: Callable[[], None]

    def keep(self, field: str, text: str) -> None:
        self.keeper.keep(field, text)
        self.typed()

    def tick(self, now: float) -> None:
        self.keeper.tick(now)

    def closed(self, key: str | None) -> None:
        self.keeper.closed(key)


class CheckedForm(Dialog):
    """A dialog with a line for what is wrong, that has its room also while nothing is.

    It stays until what is typed can be taken; `then` gets that, or None when it was cancelled.
    """

    def __init__(
        self,
        title: str,
        text: str,
        fields: Sequence[Field],
        then: ThenFields,
        *,
        check: Check,
        keeper: Keeper,
        ok: str,
        focus: str = "",
    ) -> None:
        names = tuple(field.name for field in fields)

        def chosen(dialog: Dialog, key: str | None) -> Change | None:
            values = {name: dialog.value(name) for name in names} if key == "ok" else None
            wrong = check(values) if values is not None else None
            if wrong:
                self._refuse(wrong)
                return Stay()
            keeper.closed(key)
            return Pop(values, lambda: then(values))

        answers = (Answer("cancel", _("Cancel")), Answer("ok", ok, "primary"))
        super().__init__(
            title,
            f"{text}\n\N{NO-BREAK SPACE}",
            answers,
            chosen,
            fields=fields,
            focus=focus,
            keeper=_Watching(keeper, self._typed),
        )
        self.problem = ""

    def layout(self, look: Look) -> None:
        """Lay out the dialog, with what is wrong in the last line of its text."""
        super().layout(look)
        if self.problem:
            text = self.widget("text").rect
            line = min(look.line_height(28), text.height)
            box = pygame.Rect(text.x, text.bottom - line, text.width, line)
            self.add(
                Label("problem", box, self.problem, units=26, bold=True, icon="triangle-alert",
                      colour=look.theme.bad)
            )  # fmt: skip

    def _refuse(self, wrong: Wrong) -> None:
        self.problem = wrong.text
        self.relayout()
        self.focus_on(f"field-{wrong.field}")

    def _typed(self) -> None:
        if self.problem:
            self.problem = ""
            self.relayout()
