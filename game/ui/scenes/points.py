"""The points of one card: what it earns as it stands, part by part."""

import pygame

from game import words
from game.core.outcome import DISCUSSED, Outcome
from game.core.scoring import CARD_MAXIMUM, Score
from game.i18n import _
from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.widget import Widget

PIP_SECONDS = 0.22
"""How fast the pips of a recorded card light up."""


def total_text(score: Score) -> str:
    """Say how many points a card has."""
    return _("{points} of {most} points").format(points=score.total, most=CARD_MAXIMUM)


def _none() -> str:
    return _("Such a card counts neither for nor against your points.")


class PointsView(Widget):
    """A panel with the points of a card, its four parts, and what it still lacks."""

    swallows_pointer = False

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        score: Score,
        outcome: Outcome,
        lacks: tuple[str, ...] = (),
        *,
        grows_from: float | None = None,
    ) -> None:
        """Make the panel; `grows_from` is when its pips begin to light up, None for at once."""
        super().__init__(name, rect)
        self.score, self.outcome, self.lacks = score, outcome, lacks
        self.grows_from = grows_from
        self.ticking = grows_from is not None
        self._lit = 0 if self.ticking else CARD_MAXIMUM
        self._tell()

    def _tell(self) -> None:
        self.label = total_text(self.score)

    def show(self, score: Score, lacks: tuple[str, ...]) -> None:
        """Show other points."""
        if (score, lacks) != (self.score, self.lacks):
            self.score, self.lacks = score, lacks
            self._tell()
            self.changed()

    def update(self, now: float) -> None:
        """Light up the next pip."""
        if self.grows_from is None:
            return
        lit = min(self.score.total, int((now - self.grows_from) / PIP_SECONDS))
        if lit != self._lit:
            self._lit = lit
            self.changed()
        if lit == self.score.total:
            self.ticking = False

    @staticmethod
    def least(look: Look) -> int:
        """Tell the height that it needs without what is lacking, in pixels."""
        row = max(look.line_height(22), look.px(34))
        return look.line_height(36) + 4 * row + look.px(52)

    def _open(self) -> str:
        return "\n".join((_("Still open for the last point:"), *self.lacks))

    def _box(self, look: Look) -> pygame.Rect:
        """Tell what the panel covers: no more than what is in it."""
        wide = self.rect.width - look.px(48)
        if self.outcome not in DISCUSSED:
            high = look.height(_none(), 26, wide) + look.px(40)
        else:
            high = self.least(look)
            if self.lacks:
                high += look.height(self._open(), 22, wide) + look.px(24)
        return pygame.Rect(*self.rect.topleft, self.rect.width, min(high, self.rect.height))

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        box = self._box(look)
        paint.panel(
            surface,
            box,
            theme.panel,
            radius=look.px(28),
            shadow=theme.shadow,
            border=None if theme.shadow else theme.edge,
            border_width=look.px(theme.border),
            depth=look.px(14),
        )
        body = box.inflate(-look.px(48), -look.px(32))
        if self.outcome not in DISCUSSED:
            look.draw_text(surface, _none(), 26, theme.ink, body)
            return
        head = pygame.Rect(body.x, body.y, body.w, look.line_height(36))
        units = look.snug(self.label, 36, head.width, True)
        line = look.cut(self.label, units, head.width, True)
        look.draw_lines(surface, (line,), units, theme.ink, head, bold=True, valign="middle")
        y = head.bottom + look.px(10)
        row = max(look.line_height(22), look.px(34))
        before = 0
        for title, earned, most in words.parts(self.score):
            shown = max(0, min(earned, self._lit - before))
            before += earned
            self._draw_part(
                surface, look, pygame.Rect(body.x, y, body.w, row), (title, shown, most)
            )
            y += row
        self._draw_lacks(surface, look, pygame.Rect(body.x, y + look.px(10), body.w, 0), body)

    def _draw_part(
        self,
        surface: pygame.Surface,
        look: Look,
        rect: pygame.Rect,
        part: tuple[str, int, int],
    ) -> None:
        title, earned, most = part
        theme = look.theme
        radius = min(look.px(13), rect.height // 2 - 1)
        x = rect.right - radius
        for n in reversed(range(most)):
            if n < earned:
                paint.disc(surface, (x, rect.centery), radius, theme.good)
            else:
                paint.disc(surface, (x, rect.centery), radius, theme.muted)
                paint.disc(surface, (x, rect.centery), radius - max(2, look.px(3)), theme.panel)
            x -= 2 * radius + look.px(8)
        room = pygame.Rect(rect.x, rect.y, x - rect.x, rect.height)
        units = look.snug(title, 24, room.width)
        line = look.cut(title, units, room.width)
        look.draw_lines(surface, (line,), units, theme.ink, room, valign="middle")

    def _draw_lacks(
        self, surface: pygame.Surface, look: Look, rect: pygame.Rect, body: pygame.Rect
    ) -> None:
        rect.height = body.bottom - rect.top
        if not self.lacks or rect.height < look.line_height(16):
            return
        theme = look.theme
        head = _("Still open for the last point:")
        units, lines = look.fit(self._open(), 22, rect.width, rect.height, smallest=16)
        count = len(look.wrap(head, units, rect.width))
        covered = look.draw_lines(surface, lines[:count], units, theme.warn, rect, bold=False)
        rest = pygame.Rect(rect.x, covered.bottom, rect.w, rect.bottom - covered.bottom)
        look.draw_lines(surface, lines[count:], units, theme.ink, rest)
