"""The soft timer: minutes and seconds, amber at the end, never closing anything."""

from collections.abc import Callable

import pygame

from game.i18n import _
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.widget import Host, Widget


def clock_text(seconds: float) -> str:
    """Write seconds as m:ss; time that was exceeded gets a plus."""
    whole = int(-(-seconds // 1)) if seconds > 0 else int(-seconds)
    return f"{'+' if seconds < 0 and whole else ''}{whole // 60}:{whole % 60:02d}"


class TimerView(Widget):
    """A clock that counts down; `time_left` gives seconds, or None while it does not run."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        time_left: Callable[[], float | None],
        *,
        dark: bool = False,
        units: float = 34,
        paused: bool = False,
        align: str = "left",
    ) -> None:
        super().__init__(name, rect)
        self.time_left, self.dark, self.units = time_left, dark, units
        self.paused, self.align = paused, align
        self.margin = 2
        self._shown = ""

    def attach(self, host: Host) -> None:
        """Join a scene and start to follow the clock."""
        super().attach(host)
        self.ticking = True
        self._shown = self._text()

    def _text(self) -> str:
        left = self.time_left()
        return clock_text(left) if left is not None else ""

    def update(self, now: float) -> None:
        """Draw again when another second is to be shown."""
        del now
        text = self._text()
        if text != self._shown:
            self._shown = text
            self.changed()

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        text = self._text()
        self.label = _("Time left: {time}").format(time=text) if text else ""
        if not text:
            return
        theme = look.theme
        left = self.time_left()
        late = left is not None and left <= 0
        colour = theme.bar_text if self.dark else theme.ink
        mark = theme.accent if self.dark else theme.warn
        if late:
            colour = mark
        side = look.font_px(self.units * 1.05)
        gap = look.px(14)
        wide = side + gap + look.digits_width(text, self.units, True)
        x = self.rect.left if self.align == "left" else self.rect.right - wide
        y = self.rect.centery
        name = "circle-pause" if self.paused else "hourglass" if late else "timer"
        surface.blit(icon(name, side, mark), (x, y - side // 2))
        high = look.text("0", self.units, colour, bold=True).get_height()
        look.draw_digits(
            surface, text, self.units, colour, (x + side + gap, y - high // 2), bold=True
        )
