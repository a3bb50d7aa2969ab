"""Three, two, one: huge digits over everything, so that all hands go up together."""

from collections.abc import Callable

import pygame

from game.core.cards import Deck
from game.i18n import _
from game.ui import paint
from game.ui.events import Pointer
from game.ui.look import Look
from game.ui.scene import Change, Flip, Pop, Scene, Stay
from game.ui.scenes.ballots import PLACE_KEYS
from game.ui.scenes.choosing import sign_of
from game.ui.widgets.label import Paragraph
from game.ui.widgets.widget import Widget

FROM = 3
SHOWN = 1.6
"""How long the hands are asked for at the end, in seconds."""
SHOWN_LIVING = 5.0
"""The same where everyone may show several signs, one after another."""
TURN = 0.28
"""How long a digit takes to turn into the next, in seconds."""


class Digit(Widget):
    """One number on a disc."""

    swallows_pointer = False

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        face = digit_surface(look, self.label, self.rect.w)
        surface.blit(face, self.rect)


def digit_surface(look: Look, digit: str, side: int) -> pygame.Surface:
    """Draw a number on a disc, on a surface of its own."""
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    paint.disc(surface, (side // 2, side // 2), side // 2, look.theme.accent)
    units = side * 0.58 / look.scale * 100 / look.text_size
    look.draw_lines(
        surface, (digit,), units, look.theme.ink, surface.get_rect(), bold=True, align="center",
        valign="middle",
    )  # fmt: skip
    return surface


class CountdownScene(Scene):
    """Counts down, asks for the hands, and goes away by itself; Enter goes on at once."""

    ticks = True

    def __init__(
        self,
        title: str,
        deck: Deck,
        then: Callable[[], Change | None],
        *,
        card: str = "",
        living: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.card = card
        """Which card it is about; not where the question names it."""
        self.deck = deck
        self._then = then
        self.living = living
        """Whether every place that can be lived with is shown, not the place of a seat."""
        self._began: float | None = None
        self._number = FROM

    @property
    def number(self) -> int:
        """The number that is shown; 0 asks for the hands."""
        return self._number

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Make everything dark."""
        surface.fill(self.look.theme.bar, clip)

    def layout(self, look: Look) -> None:
        """Lay out the question, the number, and what every sign means."""
        theme = look.theme
        wide, high = look.width_px, look.height_px
        head = pygame.Rect(look.px(80), high * 5 // 100, wide - look.px(160), high * 12 // 100)
        if self.card:
            name = pygame.Rect(head.x, high * 3 // 100, head.w, high * 9 // 100)
            self.add(
                Paragraph("card", name, self.card, units=64, bold=True, align="center",
                          valign="middle", colour=theme.accent, smallest=26)
            )  # fmt: skip
            head.top, head.height = name.bottom, high * 8 // 100
        self.add(
            Paragraph("question", head, self.title, units=60, bold=True, align="center",
                      valign="middle", colour=theme.bar_text, smallest=26)
        )  # fmt: skip
        side = min(high * 50 // 100, wide * 40 // 100)
        box = pygame.Rect((wide - side) // 2, head.bottom + high * 3 // 100, side, side)
        if self._number and not self.animations:
            self.add(Digit("digit", box, label=str(self._number)))
        elif not self._number:
            now = pygame.Rect(look.px(80), box.y, wide - look.px(160), box.h)
            self.add(
                Paragraph("now", now, _("Show it!"), units=220, bold=True, align="center",
                          valign="middle", colour=theme.accent, smallest=60)
            )  # fmt: skip
        self._signs(look, pygame.Rect(0, box.bottom + high * 4 // 100, wide, high * 15 // 100))

    def _signs(self, look: Look, rect: pygame.Rect) -> None:
        signs = (_("1 finger"), _("2 fingers"), _("3 fingers"), _("a fist"))
        gap = look.px(20)
        margin = look.px(60)
        width = (rect.w - 2 * margin - 3 * gap) // 4
        height = min(rect.h * 66 // 100, look.px(120))
        for n, (sign, (key, place)) in enumerate(zip(signs, PLACE_KEYS.items(), strict=True)):
            box = pygame.Rect(rect.x + margin + n * (width + gap), rect.y, width, height)
            self.add(sign_of(look, box, place, self.deck, key=key, sub=sign))
        line = pygame.Rect(margin, rect.y + height + look.px(8), rect.w - 2 * margin, 0)
        line.h = rect.bottom - line.y
        told = _("A flat hand: you do not choose. Enter goes on.")
        if self.living:
            told = _("Several places? Show the signs one by one. No other place? Show nothing.")
        colour = look.theme.bar_text if self.living else look.theme.bar_muted
        self.add(Paragraph("flat", line, told, units=32 if self.living else 26, align="center",
                           valign="middle", colour=colour, smallest=16))  # fmt: skip

    def update(self, now: float) -> Change | None:
        """Count."""
        if self._began is None:
            self._began = now
        passed = now - self._began
        number = max(0, FROM - int(passed))
        if number != self._number:
            self._turn(number)
        if passed >= FROM + (SHOWN_LIVING if self.living else SHOWN):
            return self._over()
        return super().update(now)

    def _turn(self, number: int) -> None:
        """Turn the number over into the next."""
        digit = self.find("digit")
        old, self._number = self._number, number
        if number and self.motion and digit is not None:
            side = digit.rect.w
            back = digit_surface(self.look, str(old), side)
            front = digit_surface(self.look, str(number), side)
            self.animate(Flip(digit.rect.center, back, front, TURN, self._turned))
        self.relayout()

    def _turned(self) -> None:
        self.relayout()

    def _over(self) -> Change:
        return Pop(None, self._then)

    def main_action(self) -> Change | None:
        """Go on at once."""
        return self._over()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Go on by the space bar too; nothing else does anything now."""
        del event
        return self._over() if name == "space" else None

    def escape(self) -> Change | None:
        """Go back without having counted."""
        return Pop(None, lambda: None)

    def pointer(self, event: Pointer) -> Change | None:
        """Go on at a press anywhere."""
        return self._over() if event.kind == "down" else Stay()
