"""What is shown while the game is busy: what it does, how far it is, and a way to stop."""

from collections.abc import Callable
from typing import Generic, TypeVar

import pygame

from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.progress_bar import ProgressBar
from game.ui.work import Progress, Work

T = TypeVar("T")


class WorkingScene(Sheet, Generic[T]):
    """A bar over the screen that asked for the work, until it is done.

    Args:
        title: what is being done.
        told: says how far it is, with {done} and {all} in it; empty where nobody knows.
        job: the work; gets what to tell how far it is.
        then: gets what came of it, or None when it was stopped.
    """

    sheet = (1000, 480)
    white = True

    def __init__(
        self,
        title: str,
        told: str,
        job: Callable[[Progress], T],
        then: Callable[[T | None], Change | None],
    ) -> None:
        super().__init__()
        self.title, self.told, self.then = title, told, then
        self.work = Work(job)

    def layout(self, look: Look) -> None:
        """Lay out the title, the bar and the button."""
        inner = self.panel_rect(look).inflate(-2 * look.px(56), -2 * look.px(44))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, inner.h // 3)
        self.add(
            Paragraph("heading", head, self.title, units=40, bold=True, valign="middle",
                      smallest=20)
        )  # fmt: skip
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        line = look.line_height(28)
        told = pygame.Rect(inner.x, foot.y - look.px(24) - line, inner.w, line)
        self._label = self.add(Label("told", told, self._far(), units=28, colour=look.theme.muted))
        high = max(look.px(28), 12)
        room = pygame.Rect(inner.x, told.y - look.px(16) - high, inner.w, high)
        self.add(ProgressBar("bar", room, lambda: self.work.part, label=self.title))
        wide = min(inner.w, look.px(380))
        stop = pygame.Rect(inner.right - wide, foot.y, wide, bar)
        stopping = self.work.stopping
        self.add(
            Button("stop", stop, _("One moment …") if stopping else _("Stop"), icon="circle-stop",
                   units=28, enabled=not stopping, reason=_("It stops as soon as it can."),
                   on_press=self._stop)
        )  # fmt: skip

    def _far(self) -> str:
        work = self.work
        if not work.whole or not self.told:
            return _("This takes a moment.")
        return self.told.format(done=work.done, all=work.whole)

    def _stop(self) -> Change | None:
        self.work.stop()
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Wait on: only the button and Escape stop it."""
        return Stay()

    def escape(self) -> Change | None:
        """Stop the work."""
        return self._stop()

    def closing(self) -> None:
        """Stop the work when the window closes."""
        self.work.stop()

    def update(self, now: float) -> Change | None:
        """Tell how far it is, and go on when it is over."""
        if self.work.over:
            return Pop(None, lambda: self.then(self.work.result()))
        self._label.text = self._far()
        return super().update(now)
