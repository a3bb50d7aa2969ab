"""The menu of a running session, over the screen it was opened from."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.core import intents as i
from game.core.session import Phase
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Reset, Stay
from game.ui.scenes import asking
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

_COLUMNS = 2
_KEYS = {"m": "map", "p": "park", "s": "split", "x": "skip", "ctrl+z": "undo"}
"""The keys that the buttons name."""


class MenuScene(Sheet):
    """Everything that can be done at any moment of a session."""

    sheet = (1180, 930)
    white = True

    def __init__(self, below: "PlayScene") -> None:
        super().__init__()
        self.below = below
        self.title = _("Menu")

    def _items(self) -> list[tuple[str, str, str, Callable[[], Change | None], str]]:
        """List name, label with its key, pictogram, action, and why it is grey."""
        scene = self.below
        kept = scene.view.phase is Phase.FINISHED or scene.table.read_only
        ended = scene.view.phase is Phase.FINISHED
        closing = scene.why_not(i.StartClosing())
        return [
            ("back", _("Back (Esc)") if ended else _("Keep playing (Esc)"),
             "arrow-left" if ended else "play", lambda: None, ""),
            ("map", _("Map (M)"), "map", scene.open_map, ""),
            ("history", _("What happened"), "history", self._history, ""),
            ("undo", _("Undo (Ctrl+Z)"), "undo-2", scene.undo, scene.why_not(i.Undo())),
            ("seats", _("Who is at the table"), "users", self._seats, ""),
            ("note", _("Write a remark"), "notebook-pen", scene.note, ""),
            ("park", _("Park card (P)"), "circle-parking", scene.park, scene.why_not(i.Park())),
            ("split", _("Split card (S)"), "scissors", scene.split,
             scene.why_not(i.Split(("a", "b")))),
            ("skip", _("Skip card (X)"), "skip-forward", scene.skip, scene.why_not(i.Skip())),
            ("pause", _("Break"), "coffee", scene.pause, scene.why_not(i.Pause())),
            ("stop", _("To the closing round"), "flag", scene.stop, closing),
            ("settings", _("Settings"), "settings", self._settings, ""),
            ("help", _("How to play (F1)"), "circle-question-mark", scene.open_help, ""),
            ("leave", _("To the start screen") if kept else _("Save and leave"),
             "log-out", self._leave, ""),
        ]  # fmt: skip

    def layout(self, look: Look) -> None:
        """Lay the items out in two columns."""
        panel = self.panel_rect(look)
        pad, gap = look.px(48), look.px(16)
        head = pygame.Rect(panel.x + pad, panel.y + look.px(28), panel.w - 2 * pad, look.px(72))
        self.add(Label("heading", head, _("Menu"), units=44, bold=True))
        items = self._items()
        rows = -(-len(items) // _COLUMNS)
        top = head.bottom + look.px(12)
        width = (panel.w - 2 * pad - gap) // _COLUMNS
        height = (panel.bottom - pad - top - gap * (rows - 1)) // rows
        for n, (name, label, picture, action, reason) in enumerate(items):
            column, row = divmod(n, rows)
            rect = pygame.Rect(
                panel.x + pad + column * (width + gap), top + row * (height + gap), width, height
            )
            self.add(
                Button(
                    name,
                    rect,
                    label,
                    icon=picture,
                    kind="primary" if name == "back" else "secondary",
                    align="left",
                    units=28,
                    enabled=not reason,
                    reason=reason,
                    on_press=partial(Pop, None, action),
                )
            )

    def main_action(self) -> Change | None:
        """Go on playing."""
        return Pop()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Do what stands on a button behind its key."""
        del event
        button = self.find(_KEYS.get(name))
        if not isinstance(button, Button):
            return None
        if not button.enabled:
            self.say(button.reason)
            return Stay()
        return button.on_press() if button.on_press else None

    def _history(self) -> Change | None:
        from game.ui.scenes.history import HistoryScene

        return Push(HistoryScene(self.below.venue, self.below.table))

    def _seats(self) -> Change | None:
        from game.ui.scenes.seats import SeatsScene

        return Push(SeatsScene(self.below.venue, self.below.table))

    def _settings(self) -> Change | None:
        from game.ui.scenes.settings import SettingsScene

        return Push(SettingsScene(self.below.venue))

    def _leave(self) -> Change | None:
        from game.ui.scenes.title import TitleScene

        def away() -> Change:
            self.below.table.close()
            return Reset(TitleScene(self.below.venue))

        return asking.leave(self.below, away)
