"""The dark bar at the top: where we are, how far, how long, and the menu."""

from collections.abc import Callable, Sequence

import pygame

from game.i18n import _
from game.ui import paint
from game.ui.changes import Action
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.widgets.pressable import Pressable
from game.ui.widgets.timer_view import TimerView
from game.ui.widgets.widget import Host, Widget


class _MenuButton(Pressable):
    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        del focused
        theme = look.theme
        side = look.px(44)
        colour = theme.accent if hover or self.held else theme.bar_text
        centre = self.rect.center
        surface.blit(icon("menu", side, colour), (centre[0] - side // 2, centre[1] - side // 2))


class TopBar(Widget):
    """The bar at the top of every screen of play."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        *,
        title: str = "Sferenspel",
        sub: str = "",
        steps: Sequence[str] = (),
        current: int | None = None,
        info: str = "",
        headline: str = "",
        time_left: Callable[[], float | None] | None = None,
        paused: bool = False,
        menu: Action | None = None,
    ) -> None:
        super().__init__(name, rect, label=title)
        self.title, self.sub, self.steps, self.current = title, sub, tuple(steps), current
        self.info, self.headline = info, headline
        self.time_left, self.paused, self.menu = time_left, paused, menu
        self.margin = 2
        self._right = rect.right
        self._timer_left = rect.right

    @staticmethod
    def height(look: Look) -> int:
        """Tell how high the bar is, in pixels."""
        return max(52, look.rect(0, 0, 1920, 88).height)

    def attach(self, host: Host) -> None:
        """Join a scene and lay out menu and timer."""
        look = host.look
        right = self.rect.right - look.px(24)
        children: list[Widget] = []
        if self.menu is not None:
            side = max(44, look.px(56))
            box = pygame.Rect(right - side, self.rect.centery - side // 2, side, side)
            children.append(_MenuButton("menu", box, label=_("Menu"), on_press=self.menu))
            right = box.left - look.px(12)
        self._right = right
        words = max(look.width(self.info, 20), look.width(self.headline, 24, True), look.px(10))
        right -= words + look.px(28)
        self._timer_left = right
        if self.time_left is not None:
            wide = look.font_px(36) + look.px(14) + look.digits_width("+00:00", 32, True)
            box = pygame.Rect(right - wide, self.rect.top + 4, wide, self.rect.height - 8)
            children.append(
                TimerView(
                    "timer",
                    box,
                    self.time_left,
                    dark=True,
                    units=32,
                    paused=self.paused,
                    align="right",
                )
            )
            self._timer_left = box.left
        self.children = tuple(children)
        super().attach(host)

    def toast_room(self) -> pygame.Rect | None:
        """Give the room over the steps; clock, score and menu stay in sight."""
        look = self.look
        left, right = self.rect.left + look.px(20), self._timer_left - look.px(20)
        # The air below the bar is free on every screen.
        return pygame.Rect(left, 4, right - left, self.rect.bottom + look.px(14) - 4)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        surface.fill(theme.bar, self.rect)
        mark = pygame.Rect(0, 0, look.px(60), look.px(42))
        mark.midleft = (self.rect.left + look.px(34), self.rect.centery)
        paint.logo(surface, mark, theme.logo)
        left = mark.right + look.px(30)
        middle = self.rect.centery
        brand = max(look.px(150), look.width(self.title, 26, True))
        steps_left = self._draw_steps(surface, look, left + brand + look.px(44))
        room = pygame.Rect(left, 0, steps_left - left - look.px(20), 0)
        self._two_lines(surface, look, room, (self.title, 26, True), (self.sub, 20, False), "left")
        if self.info or self.headline:
            spot = pygame.Rect(self._timer_left, middle, self._right - self._timer_left, 0)
            self._two_lines(
                surface, look, spot, (self.info, 20, False), (self.headline, 24, True), "right"
            )
        for child in self.children:
            hovers = getattr(self.host, "hovered", None) == child.name
            child.draw(surface, look, False, hovers)

    def _two_lines(
        self,
        surface: pygame.Surface,
        look: Look,
        room: pygame.Rect,
        *lines_and_align: tuple[str, int, bool] | str,
    ) -> None:
        lines = [line for line in lines_and_align if isinstance(line, tuple) and line[0]]
        align = lines_and_align[-1]
        total = sum(round(look.line_height(units) * 0.95) for _text, units, _bold in lines)
        shrink = min(1.0, (self.rect.height - 6) / max(1, total))
        total = round(total * shrink)
        y = self.rect.centery - total // 2
        for text, wanted, bold in lines:
            units = look.snug(text, wanted * shrink, max(10, room.width), bold)
            step = round(look.line_height(units) * 0.95)
            spot = pygame.Rect(room.left, y, max(10, room.width), step)
            colour = look.theme.bar_text if bold else look.theme.bar_muted
            line = look.cut(text, units, spot.width, bold)
            look.draw_lines(
                surface,
                (line,),
                units,
                colour,
                spot,
                bold=bold,
                align="right" if align == "right" else "left",
                valign="middle",
            )
            y += step

    def _draw_steps(self, surface: pygame.Surface, look: Look, leftmost: int) -> int:
        """Draw the steps and return where they begin."""
        if not self.steps:
            return self._timer_left - look.px(20)
        theme = look.theme
        rightmost = self._timer_left - look.px(24)
        words = [f"{at + 1} {step}" for at, step in enumerate(self.steps)]
        for units, full in ((22, True), (20, True), (18, True), (22, False)):
            shown = [
                word if full or at == self.current else str(at + 1) for at, word in enumerate(words)
            ]
            widths = [look.width(word, units, at == self.current) for at, word in enumerate(shown)]
            gap = look.px(28 if full else 22)
            total = sum(widths) + gap * (2 * len(shown)) - gap
            if total <= rightmost - leftmost:
                break
        centre = max(
            leftmost + total // 2, min(self.rect.centerx - look.px(24), rightmost - total // 2)
        )
        x = start = centre - total // 2
        for at, (word, width) in enumerate(zip(shown, widths, strict=True)):
            now = at == self.current
            spot = pygame.Rect(x, self.rect.top, width, self.rect.height)
            if now:
                pill = pygame.Rect(0, 0, width + round(gap * 1.5), look.px(48))
                pill.height = max(pill.height, look.line_height(units) + 4)
                pill.center = spot.center
                paint.pill(surface, pill, theme.accent)
            done = self.current is not None and at < self.current
            colour = theme.ink if now else theme.bar_text if done else theme.bar_muted
            look.draw_lines(surface, (word,), units, colour, spot, bold=now, valign="middle")
            x += width + 2 * gap
        return start
