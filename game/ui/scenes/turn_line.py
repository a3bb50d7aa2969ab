"""The line above the board: which position is to speak, and what is asked of it."""

from typing import TYPE_CHECKING

import pygame

from game.core import intents as i
from game.core.cards import Place
from game.i18n import _
from game.ui.look import Look
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from game.ui.scenes.argue import ArgueScene


class TurnLine:
    """The position on turn in its colour, with the buttons that move the talk on."""

    def __init__(self, scene: "ArgueScene", position: Place | None, title: str, sub: str) -> None:
        self.scene, self.position, self.title, self.sub = scene, position, title, sub

    def _buttons(self, rect: pygame.Rect) -> tuple[Button, ...]:
        scene, position = self.scene, self.position
        buttons = []
        if position is not None and scene.first.contested:
            why = scene.why_not(i.Restate(position))
            buttons.append(
                Button("confirm", rect.copy(), _("Right"), key="K", units=24, enabled=not why,
                       reason=why, on_press=scene.confirm)
            )  # fmt: skip
            why = scene.why_not(i.Waive(position))
            buttons.append(
                Button("waive", rect.copy(), _("Not needed"), key="W", units=24, enabled=not why,
                       reason=why, on_press=scene.waive)
            )  # fmt: skip
        buttons.append(
            Button("next", rect.copy(), _("Next"), key="N", units=24, on_press=scene.next_position)
        )
        return tuple(buttons)

    def lay(self, look: Look, room: pygame.Rect) -> pygame.Rect:
        """Add the line at the top of the room; return what it takes."""
        pad, gap = look.px(22), look.px(12)
        row = max(look.target(), look.px(60), look.line_height(24) + look.px(12))
        words = look.line_height(34) + look.line_height(23)
        buttons = self._buttons(pygame.Rect(0, 0, 10, row))
        for button in buttons:
            wide = look.width(button.label, 24, True) + min(look.px(56), row) + look.px(64)
            button.rect.width = wide
        taken = sum(button.rect.width + gap for button in buttons)
        apart = room.width - 2 * pad - taken < look.width(self.title, 34, True)
        high = max(row, words) + 2 * look.px(12) + (row + gap if apart else 0)
        rect = pygame.Rect(room.x, room.y, room.w, high)
        shown = look.theme.place(self.position) if self.position else None
        fill = shown.tint if shown else look.theme.sand
        colour = shown.colour if shown else look.theme.ink
        self.scene.add(Panel("turn", rect, fill=fill, strip=colour, radius=26))
        inner = rect.inflate(-2 * pad, -2 * look.px(12))
        inner.left += look.px(10)
        inner.width -= look.px(10)
        text = pygame.Rect(inner.x, inner.y, inner.w - (0 if apart else taken), 0)
        text.height = inner.height - (row + gap if apart else 0)
        top = text.centery - words // 2
        title = pygame.Rect(text.x, top, text.w, look.line_height(34))
        self.scene.add(
            Label("turn-title", title, self.title, units=34, bold=True, colour=colour,
                  icon=shown.icon if shown else "messages-square")
        )  # fmt: skip
        sub = pygame.Rect(text.x, title.bottom, text.w, look.line_height(23))
        self.scene.add(Label("turn-sub", sub, self.sub, units=23))
        x = inner.right
        y = inner.bottom - row if apart else inner.centery - row // 2
        if apart:
            each = (inner.width - gap * (len(buttons) - 1)) // len(buttons)
            for n, button in enumerate(buttons):
                button.rect = pygame.Rect(inner.x + n * (each + gap), y, each, row)
                self.scene.add(button)
            return rect
        x -= taken - gap
        for button in buttons:
            button.rect.topleft = (x, y)
            x += button.rect.width + gap
            self.scene.add(button)
        return rect
