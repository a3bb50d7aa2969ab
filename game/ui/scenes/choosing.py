"""What screens share on which a seat chooses: keys, buttons of places, heights that give."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game import words
from game.core.cards import Abstention, Deck, Place, Vote
from game.core.outcome import Ballot
from game.i18n import _
from game.ui import paint
from game.ui.changes import Action, Change
from game.ui.look import Look
from game.ui.scene import Scene
from game.ui.scenes.ballots import ABSTENTION_ICONS, PLACE_KEYS
from game.ui.widgets.button import Button
from game.ui.widgets.label import Paragraph

GAP = 16


Heights = Callable[[Look], Sequence[tuple[int, int]]]
"""The wanted and the smallest height of each part, in pixels."""


def spread_from(look: Look, room: int, heights: Heights) -> list[int]:
    """Give each part its height: first what it has at 100 %, then what larger letters want."""
    plain = spread(room, heights(look.plain))
    if look.plain is look:
        return plain
    wanted = [max(high, low) for high, low in heights(look)]
    return spread(
        room, tuple((max(high, least), least) for high, least in zip(wanted, plain, strict=True))
    )


def spread(room: int, heights: Sequence[tuple[int, int]]) -> list[int]:
    """Give each part its height, as near to what it wants as the room allows.

    Args:
        room: in pixels.
        heights: of each part the wanted and the smallest height, in pixels.
    """
    heights = [(max(high, low), low) for high, low in heights]
    wanted, least = sum(high for high, _low in heights), sum(low for _high, low in heights)
    share = 1.0 if wanted <= least else min(1.0, max(0.0, (room - least) / (wanted - least)))
    return [low + int((high - low) * share) for high, low in heights]


class ChoiceButton(Button):
    """A place or an abstention to press, or to drop a seat on."""

    def __init__(
        self,
        name: str,
        rect: pygame.Rect,
        label: str,
        *,
        icon: str = "",
        place: Place | None = None,
        key: str = "",
        selected: bool = False,
        units: float = 32,
        align: str = "",
        enabled: bool = True,
        reason: str = "",
        on_press: Action | None = None,
    ) -> None:
        super().__init__(
            name,
            rect,
            label,
            icon=icon,
            kind="choice" if place is not None else "secondary",
            place=place,
            key=key,
            selected=selected,
            units=units,
            align=align,
            enabled=enabled,
            reason=reason,
            on_press=on_press,
        )
        # Without something to do it only shows what can be chosen.
        self.focusable = self.swallows_pointer = on_press is not None or not enabled
        self.accepts = on_press is not None and enabled

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it, marked while a seat hangs above it."""
        super().draw(surface, look, focused, hover and self.focusable)
        if self.aimed:
            radius = min(look.px(self.radius), self.rect.height // 2)
            paint.ring(surface, self.rect, radius, look.theme.accent, max(4, look.px(8)))


Choose = Callable[[Vote], Change | None]
LiveWith = Callable[[Place], Change | None]


def add_places(
    scene: Scene,
    rect: pygame.Rect,
    deck: Deck,
    vote: Vote | None,
    choose: Choose | None,
) -> None:
    """Add the four places in two rows; without anything to do they only tell the keys."""
    look = scene.look
    gap = look.px(GAP)
    width, height = (rect.w - gap) // 2, (rect.h - min(gap, rect.h // 10)) // 2
    for n, (key, place) in enumerate(PLACE_KEYS.items()):
        box = pygame.Rect(rect.x, rect.y, width, height)
        box.move_ip((n % 2) * (rect.w - width), (n // 2) * (rect.h - height))
        scene.add(
            ChoiceButton(
                f"place-{place}",
                box,
                words.place_short(place, deck),
                icon=look.theme.place(place).icon,
                place=place,
                key=key,
                selected=vote is place,
                units=33,
                on_press=partial(choose, place) if choose is not None else None,
            )
        )


def add_abstentions(scene: Scene, rect: pygame.Rect, vote: Vote | None, choose: Choose) -> None:
    """Add the three ways to choose no place, beside each other."""
    gap = scene.look.px(GAP)
    width = (rect.w - 2 * gap) // 3
    for n, kind in enumerate(Abstention):
        box = pygame.Rect(rect.x + n * (width + gap), rect.y, width, rect.h)
        scene.add(
            ChoiceButton(
                f"abstain-{kind}",
                box,
                words.abstention(kind),
                icon=ABSTENTION_ICONS[kind],
                selected=vote is kind,
                units=24,
                on_press=partial(choose, kind),
            )
        )


def add_living(
    scene: Scene, rect: pygame.Rect, deck: Deck, ballot: Ballot | None, live_with: LiveWith
) -> None:
    """Add the places that the chosen seat can live with."""
    gap = scene.look.px(GAP)
    label = pygame.Rect(rect.x, rect.y, rect.w * 22 // 100, rect.h)
    scene.add(
        Paragraph("living", label, _("can also live with"), units=24, bold=True,
                  valign="middle", smallest=16)
    )  # fmt: skip
    left = label.right + gap
    vote = ballot.vote if ballot is not None else None
    # Four names, or four keys where one of the names would not fit.
    plain = scene.look.plain
    names = {place: words.place_short(place, deck) for place in Place}
    needs = {place: plain.width(names[place], 20, True) + plain.px(44) for place in Place}
    room = rect.right - left - 3 * gap
    short = sum(needs.values()) > room
    if short:
        needs = dict.fromkeys(Place, 1)
    spare = room / sum(needs.values())
    right = left - gap
    for key, place in PLACE_KEYS.items():
        box = pygame.Rect(right + gap, rect.y, int(needs[place] * spare), rect.h)
        right = box.right
        reason = ""
        if vote is place:
            reason = _("That is its own place already.")
        elif not isinstance(vote, Place):
            reason = _("First choose a place for this seat.")
        scene.add(
            ChoiceButton(
                f"live-{place}",
                box,
                key if short else names[place],
                icon=scene.look.theme.place(place).icon if short else "",
                place=place,
                selected=ballot is not None and place in ballot.live_with,
                units=22,
                align="center",
                enabled=not reason,
                reason=reason,
                on_press=partial(live_with, place),
            )
        )


def sign_of(
    look: Look, rect: pygame.Rect, place: Place, deck: Deck, *, key: str, sub: str = ""
) -> Button:
    """Show a place with its key, only to look at."""
    sign = Button(
        f"sign-{place}",
        rect,
        words.place_short(place, deck),
        icon=look.theme.place(place).icon,
        kind="choice",
        place=place,
        key=key,
        sub=sub,
        units=28,
    )
    sign.focusable = sign.swallows_pointer = False
    return sign
