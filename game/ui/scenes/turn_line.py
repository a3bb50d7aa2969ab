"""The line above the board: which position is to speak, and what is asked of it."""

from typing import TYPE_CHECKING

import pygame

from game.core import intents as i
from game.core.cards import Place
from game.i18n import _
from game.ui.changes import Action
from game.ui.look import Look
from game.ui.scene import Scene
from game.ui.scenes.lead import Lead, headline, hint
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from game.ui.scenes.argue import ArgueScene

TITLE, SUB, BUTTON = 34, 26, 24


def lay_turn(scene: "ArgueScene", look: Look, room: pygame.Rect) -> pygame.Rect:
    """Add the position on turn with the buttons that move the talk on; return what it takes."""
    now = scene.lead()
    gap = look.px(12)
    row = max(look.target(), look.px(60), look.line_height(BUTTON) + look.px(12))
    words = look.line_height(TITLE) + look.line_height(SUB)
    buttons = _buttons(scene, look, now, row)
    taken = sum(button.rect.width + gap for button in buttons)
    side = look.px(30)
    inside = room.width - 2 * side
    mark = look.font_px(TITLE * 1.35) + gap
    title, sub = headline(scene.view, scene.card, now), hint(scene.view, scene.card, now)
    if look.width(title, TITLE * 0.8, True) + mark > inside:
        title = headline(scene.view, scene.card, now, short=True)
    wanted = max(look.width(title, TITLE, True) + mark, look.width(sub, SUB))
    apart = inside - taken < wanted * 85 // 100
    high = max(row if not apart else 0, words) + 2 * look.px(12) + (row + gap if apart else 0)
    rect = pygame.Rect(room.x, room.y, room.w, high)
    inner = rect.inflate(-2 * side, -2 * look.px(12))
    _panel(scene, look, rect, now.place)
    text = pygame.Rect(inner.x, inner.y, inner.w - (0 if apart else taken), inner.h)
    text.height -= row + gap if apart else 0
    shown = look.theme.place(now.place) if now.place else None
    line = pygame.Rect(text.x, text.centery - words // 2, text.w, look.line_height(TITLE))
    scene.add(
        Label("turn-title", line, title, units=TITLE, bold=True,
              colour=shown.colour if shown else look.theme.ink,
              icon=shown.icon if shown else "messages-square")
    )  # fmt: skip
    below = pygame.Rect(text.x, line.bottom, text.w, look.line_height(SUB))
    scene.add(Label("turn-sub", below, sub, units=SUB))
    x, y = inner.right - taken + gap, inner.centery - row // 2
    if apart:
        x, y = inner.x, inner.bottom - row
        spare = (inner.width - taken + gap) // len(buttons)
        for button in buttons:
            button.rect.width += spare
    for button in buttons:
        button.rect.topleft = (x, y)
        x = button.rect.right + gap
        scene.add(button)
    return rect


def lay_heading(
    scene: Scene, look: Look, room: pygame.Rect, place: Place, title: str
) -> pygame.Rect:
    """Add a line in the colour of a place; return what it takes."""
    rect = pygame.Rect(room.x, room.y, room.w, look.line_height(TITLE) + look.px(20))
    _panel(scene, look, rect, place)
    shown = look.theme.place(place)
    inner = rect.inflate(-2 * look.px(30), 0)
    scene.add(
        Label("form-heading", inner, title, units=TITLE, bold=True, colour=shown.colour,
              icon=shown.icon)
    )  # fmt: skip
    return rect


def _panel(scene: Scene, look: Look, rect: pygame.Rect, place: Place | None) -> None:
    shown = look.theme.place(place) if place else None
    fill = shown.tint if shown else look.theme.sand
    strip = shown.colour if shown else look.theme.ink
    scene.add(Panel("turn", rect, fill=fill, strip=strip, radius=26))


def _buttons(scene: "ArgueScene", look: Look, now: Lead, row: int) -> list[Button]:
    buttons: list[Button] = []

    def add(name: str, label: str, key: str, why: str, press: Action) -> None:
        wide = look.width(label, BUTTON, True) + min(look.px(56), row - look.px(12)) + look.px(64)
        buttons.append(
            Button(name, pygame.Rect(0, 0, wide, row), label, key=key, units=BUTTON,
                   enabled=not why, reason=why, on_press=press)
        )  # fmt: skip

    if now.place is not None and scene.first.contested:
        add("confirm", _("Right"), "K", scene.why_not(i.Restate(now.place)), scene.confirm)
        add("waive", _("Not needed"), "W", scene.why_not(i.Waive(now.place)), scene.waive)
    add("next", _("Next"), "N", "", scene.next_position)
    return buttons
