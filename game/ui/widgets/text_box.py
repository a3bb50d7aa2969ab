"""The box of a text field: where its lines, letters and caret are, and how it is drawn."""

from typing import NamedTuple

import pygame

from game.ui import paint
from game.ui.look import Look
from game.ui.widgets.text_lines import Lines
from game.ui.widgets.text_state import TextState
from game.ui.widgets.widget import Host, Widget


class Picture(NamedTuple):
    """What a box shows, to see what a letter changes."""

    lines: tuple[str, ...]
    scroll: int
    caret: pygame.Rect
    plain: bool
    """Nothing is selected or being composed, and there is text."""


class TextBox(Widget):
    """A box that shows a TextState."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        state: TextState,
        *,
        label: str,
        placeholder: str = "",
        units: float = 26,
        show_label: bool = True,
        enabled: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(name, rect, label=label, enabled=enabled, reason=reason)
        self.state, self.placeholder = state, placeholder
        self.units, self.show_label = units, show_label
        self.wrong = False
        """Whether what is typed cannot be taken; the edge and the label then say so."""
        self.radius = 16
        self._composed = ""
        self._lit = True
        self._since = 0.0
        self._lines: Lines | None = None
        self._drawn: Picture | None = None

    def attach(self, host: Host) -> None:
        """Join a scene."""
        super().attach(host)
        look = host.look
        units = self.units
        self._lines = Lines(self._inner().width, lambda text: look.width(text, units))

    @staticmethod
    def needed(look: Look, *, lines: int = 1, units: float = 26, show_label: bool = True) -> int:
        """Tell the height that a field of so many lines needs, in pixels."""
        box = look.line_height(units) * lines + look.px(28)
        return max(44, box) + (look.line_height(22) + label_gap(look) if show_label else 0)

    def ring_rect(self) -> pygame.Rect:
        """Tell what the focus ring goes around."""
        return self._box()

    def _box(self) -> pygame.Rect:
        box = self.rect.copy()
        if self.show_label:
            taken = self.look.line_height(22) + label_gap(self.look)
            box.top += taken
            box.height -= taken
        return box

    def _inner(self) -> pygame.Rect:
        look = self.look
        box = self._box()
        inner = box.inflate(-2 * look.px(18), -2 * look.px(10))
        step = look.line_height(self.units)
        if not self.state.multiline:
            inner.top, inner.height = box.centery - step // 2, step
        return inner

    def _shown(self) -> tuple[str, int]:
        """Give the text with composed letters in it, and where the caret is in that."""
        text, caret = self.state.text, self.state.caret
        if not self._composed:
            return text, caret
        return text[:caret] + self._composed + text[caret:], caret + len(self._composed)

    def _spans(self) -> tuple[tuple[int, int], ...]:
        assert self._lines is not None
        return self._lines.spans(self._shown()[0], self.state.multiline)

    def _line_of(self, at: int) -> int:
        spans = self._spans()
        return max(i for i, (begin, _end) in enumerate(spans) if begin <= at or i == 0)

    def _x(self, begin: int, at: int) -> int:
        return self.look.width(self._shown()[0][begin:at], self.units)

    def _at(self, pos: tuple[int, int]) -> int:
        """Find the letter at a point."""
        inner, look = self._inner(), self.look
        spans = self._spans()
        if self.state.multiline:
            row = (pos[1] - inner.top + self.state.scroll) // look.line_height(self.units)
            row = max(0, min(len(spans) - 1, row))
            return self._nearest(spans[row], pos[0] - inner.left)
        return self._nearest(spans[0], pos[0] - inner.left + self.state.scroll)

    def _nearest(self, span: tuple[int, int], x: int) -> int:
        begin, end = span
        text = self._shown()[0]
        if end > begin and end < len(text) and text[end - 1] == " ":
            end -= 1
        low, high = begin, end
        while low < high:
            middle = (low + high) // 2
            if (self._x(begin, middle) + self._x(begin, middle + 1)) / 2 < x:
                low = middle + 1
            else:
                high = middle
        return low

    def _caret_rect(self) -> pygame.Rect:
        inner, look = self._inner(), self.look
        caret = self._shown()[1]
        row = self._line_of(caret)
        x = inner.left + self._x(self._spans()[row][0], caret)
        step = look.line_height(self.units)
        y = inner.top + row * step
        if self.state.multiline:
            y -= self.state.scroll
        else:
            x -= self.state.scroll
        return pygame.Rect(x, y + step // 10, max(2, look.px(3)), step - step // 5)

    def _follow(self) -> None:
        """Scroll so that the caret can be seen, and draw again."""
        inner, caret = self._inner(), self._caret_rect()
        state = self.state
        caret.inflate_ip(0, 2 * (self.look.line_height(self.units) // 10))
        if state.multiline:
            if caret.top < inner.top:
                state.scroll -= inner.top - caret.top
            elif caret.bottom > inner.bottom:
                state.scroll += caret.bottom - inner.bottom
            most = len(self._spans()) * self.look.line_height(self.units) - inner.height
            state.scroll = max(0, min(state.scroll, max(0, most)))
        else:
            if caret.left < inner.left:
                state.scroll -= inner.left - caret.left + inner.width // 4
            elif caret.right > inner.right:
                state.scroll += caret.right - inner.right + 2
            state.scroll = max(0, state.scroll)
        self._lit, self._since = True, self.host.now() if self.host else 0.0
        self.ticking = self.host is not None and self.host.focus == self.name
        if self.host is not None:
            for rect in self._changes():
                self.host.dirty(rect)

    def _picture(self) -> Picture:
        text, _caret = self._shown()
        low, high = self.state.selection
        plain = bool(text) and low == high and not self._composed and not self._nearly_full()
        lines = tuple(text[begin:end] for begin, end in self._spans())
        return Picture(lines, self.state.scroll, self._caret_rect(), plain)

    def _nearly_full(self) -> bool:
        return len(self.state.text) > 0.9 * self.state.limit

    def _changes(self) -> list[pygame.Rect]:
        """List what is not as it was drawn: the lines that differ, and where the caret is."""
        inner, margin = self._inner(), self.look.px(12)
        old, new = self._drawn, self._picture()
        if old is None or not old.plain or not new.plain or old.scroll != new.scroll:
            return [self.rect if self._nearly_full() else inner.inflate(2 * margin, margin)]
        rows = range(max(len(old.lines), len(new.lines)))
        changed = [row for row in rows if old.lines[row : row + 1] != new.lines[row : row + 1]]
        found = [old.caret, new.caret]
        if changed:
            step = self.look.line_height(self.units)
            top = inner.top + changed[0] * step - (new.scroll if self.state.multiline else 0)
            strip = pygame.Rect(inner.left, top, inner.width, (1 + changed[-1] - changed[0]) * step)
            found.append(strip.clip(inner).inflate(2 * margin, 0))
        return found

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        self._drawn = self._picture()
        theme, box, inner = look.theme, self._box(), self._inner()
        if self.show_label:
            line = look.cut(self.label, 22, self.rect.width, True)
            head = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, 0)
            colour = theme.bad if self.wrong else theme.muted
            look.draw_lines(surface, (line,), 22, colour, head, bold=True)
        fill = theme.panel if self.enabled else theme.disabled_fill
        edge = theme.edge if focused or hover else theme.muted
        edge = theme.bad if self.wrong else edge
        paint.panel(
            surface,
            box,
            fill,
            radius=look.px(self.radius),
            border=edge,
            border_width=look.px(theme.border) * (2 if self.wrong else 1),
        )
        old = surface.get_clip()
        window = inner.inflate(look.px(8), 0)
        surface.set_clip(old.clip(window))
        self._draw_text(surface, look, inner, focused)
        surface.set_clip(old)
        if self._nearly_full():
            self._draw_count(surface, look, box)

    def _draw_text(
        self, surface: pygame.Surface, look: Look, inner: pygame.Rect, focused: bool
    ) -> None:
        theme, state = look.theme, self.state
        text, caret = self._shown()
        step = look.line_height(self.units)
        if not text and self.placeholder:
            faint = look.theme.muted
            most = max(1, inner.height // step)
            look.draw_text(
                surface,
                self.placeholder,
                self.units,
                faint,
                inner,
                max_lines=most if state.multiline else 1,
            )
        low, high = state.selection if not self._composed else (caret, caret)
        left = inner.left - (0 if state.multiline else state.scroll)
        y = inner.top - (state.scroll if state.multiline else 0)
        for begin, end in self._spans():
            if y + step > inner.top and y < inner.bottom:
                if focused and low < high and begin <= high and end >= low:
                    first, last = max(begin, low), min(end, high)
                    x = self._x(begin, first)
                    wide = self._x(begin, last) - x
                    if high > end:
                        wide = max(wide, look.px(8))
                    surface.fill(theme.selection, (left + x, y, wide, step))
                line = text[begin:end].rstrip(" ")
                if line:
                    image = look.text(
                        line, self.units, theme.ink if self.enabled else theme.disabled
                    )
                    surface.blit(image, (left, y + (step - image.get_height()) // 2))
                if self._composed and begin <= caret <= end:
                    x = self._x(begin, max(begin, caret - len(self._composed)))
                    wide = self._x(begin, caret) - x
                    surface.fill(theme.ink, (left + x, y + step - 3, wide, 2))
            y += step
        if focused and self._lit:
            surface.fill(theme.ink, self._caret_rect())

    def _draw_count(self, surface: pygame.Surface, look: Look, box: pygame.Rect) -> None:
        text = f"{len(self.state.text)}/{self.state.limit}"
        wide = look.digits_width(text, 18)
        right = box.right - look.px(14)
        top = self.rect.top if self.show_label else box.bottom - look.line_height(18)
        look.draw_digits(surface, text, 18, look.theme.muted, (right - wide, top))


def label_gap(look: Look) -> int:
    """Keep the focus ring clear of the label above it."""
    return max(11, look.px(12))
