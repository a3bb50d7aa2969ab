"""The settings: language, text size, full screen, motion, sound, timers and contrast."""

from collections.abc import Callable
from functools import partial

import pygame

from game.core.frozen import replace
from game.i18n import LANGUAGES, _
from game.store.settings import Settings
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.sheet import Sheet
from game.ui.scenes.title import NAMES
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Stepper, Toggle
from game.ui.widgets.label import Label
from game.venue import Venue

ROWS = 7


class SettingsScene(Sheet):
    """Change how the game looks and sounds; every change shows at once."""

    sheet = (1180, 940)

    def __init__(self, venue: Venue) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("Settings")

    def layout(self, look: Look) -> None:
        """Lay out a row a setting."""
        panel = self.panel_rect(look)
        pad, gap = look.px(56), look.px(14)
        head = pygame.Rect(panel.x + pad, panel.y + look.px(30), panel.w - 2 * pad, look.px(70))
        self.add(Label("heading", head, _("Settings"), units=44, bold=True))
        foot = max(look.target(), look.px(76))
        top = head.bottom + look.px(16)
        room = panel.bottom - pad - foot - look.px(24) - top
        height = (room - gap * (ROWS - 1)) // ROWS
        rects = [
            pygame.Rect(panel.x + pad, top + n * (height + gap), panel.w - 2 * pad, height)
            for n in range(ROWS)
        ]
        now = self.venue.settings
        self.add(
            Choice(
                "language",
                rects[0],
                label=_("Language"),
                options=tuple((code, NAMES[code]) for code in LANGUAGES),
                value=now.language,
                on_change=lambda value: self._set(lambda s: replace(s, language=str(value))),
            )
        )
        self.add(
            Stepper(
                "text_size",
                rects[1],
                label=_("Text size"),
                value=now.text_size,
                low=100,
                high=160,
                step=10,
                show=lambda value: f"{value} %",
                on_change=lambda value: self._set(lambda s: replace(s, text_size=int(value))),
            )
        )
        toggles: tuple[tuple[str, str, bool, Callable[[Settings, bool], Settings]], ...] = (
            ("full_screen", _("Full screen (F11)"), now.full_screen,
             lambda s, on: replace(s, full_screen=on)),
            ("motion", _("Animations"), now.motion, lambda s, on: replace(s, motion=on)),
            ("sound", _("A soft sound when the time is up"), now.sound,
             lambda s, on: replace(s, sound=on)),
            ("timers", _("Timer in new conversations"), now.timers,
             lambda s, on: replace(s, timers=on)),
            ("contrast", _("High contrast"), now.contrast,
             lambda s, on: replace(s, contrast=on)),
        )  # fmt: skip
        for rect, (name, label, value, changed) in zip(rects[2:], toggles, strict=True):
            self.add(
                Toggle(
                    name,
                    rect,
                    label=label,
                    value=value,
                    on_change=partial(self._switch, changed),
                )
            )
        width = look.px(320)
        done = pygame.Rect(panel.right - pad - width, panel.bottom - pad - foot, width, foot)
        self.add(
            Button("done", done, _("Done"), icon="check", kind="primary", units=30, on_press=Pop)
        )

    def _switch(self, changed: Callable[[Settings, bool], Settings], on: bool) -> Change | None:
        return self._set(lambda settings: changed(settings, on))

    def _set(self, changed: Callable[[Settings], Settings]) -> Change | None:
        self.venue.change_settings(changed(self.venue.settings))
        self.title = _("Settings")
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Close the settings."""
        return Pop()
