"""Over the fields of a card that is recorded: its outcome in large letters, and other endings."""

from collections.abc import Sequence

import pygame

from game import words
from game.core.outcome import Outcome
from game.core.session import Session
from game.i18n import _
from game.ui.look import Look
from game.ui.scenes.settle_fields import Ending
from game.ui.theme import outcome_icon
from game.ui.widgets.label import Label

SMALLEST_TITLE = 38
"""Where the outcome and its place would be smaller on one line, they get two."""
SMALLEST_PICTURED = 20
"""Where the names of the endings would be smaller beside pictograms, they stand alone."""


def title_labels(
    look: Look, head: pygame.Rect, ending: Ending, session: Session
) -> tuple[Label, ...]:
    """Name the outcome, and the place of a card that has one."""
    name = words.outcome(ending.outcome)
    picture = outcome_icon(ending.outcome)
    room = head.width - look.font_px(50 * 1.35) - look.px(16)
    if ending.outcome not in (Outcome.AGREED, Outcome.CARRIED) or not ending.places:
        units = look.fit(name, 50, room, head.height, bold=True, smallest=24)[0]
        return (Label("outcome", head, name, units=units, bold=True, icon=picture),)
    place = words.place_short(ending.places[0], session.deck)
    shown = look.theme.place(ending.places[0])
    both = _("{outcome}: {place}").format(outcome=name, place=place)
    units = look.fit(both, 50, room, head.height, bold=True, smallest=24)[0]
    if units >= SMALLEST_TITLE:
        colour = shown.colour
        label = Label("outcome", head, both, units=units, bold=True, colour=colour, icon=picture)
        return (label,)
    units = look.fit(name, 46, room, head.height, bold=True, smallest=24)[0]
    above = pygame.Rect(head.x, head.y, head.w, look.line_height(units))
    below = pygame.Rect(head.x, above.bottom, head.w, look.line_height(40))
    return (
        Label("outcome", above, name, units=units, bold=True, icon=picture),
        Label(
            "outcome-place",
            below,
            place,
            units=40,
            bold=True,
            colour=shown.colour,
            icon=shown.icon,
        ),
    )


def evenly(
    look: Look, rect: pygame.Rect, names: Sequence[str]
) -> tuple[tuple[pygame.Rect, ...], int, bool]:
    """Give buttons side by side one size of letters: no choice may look weightier than another.

    Returns:
        where the buttons come, the size of their letters, and whether there is room for pictograms.
    """
    gap = look.px(12)
    wide = (rect.width - gap * (len(names) - 1)) // len(names)
    alone = wide - look.px(44)
    room = alone - look.font_px(36) - look.px(16)
    units = _size(look, names, room)
    pictured = units >= SMALLEST_PICTURED
    if not pictured:
        room, units = alone, _size(look, names, alone)
    lines = max(len(look.wrap(name, units, room, bold=True)) for name in names)
    high = max(look.target(), look.px(60), lines * look.line_height(units) + look.px(20))
    places = tuple(
        pygame.Rect(rect.x + n * (wide + gap), rect.y, wide, high) for n in range(len(names))
    )
    return places, units, pictured


def _size(look: Look, names: Sequence[str], width: int) -> int:
    """Find the size at which every word is whole, and every name takes two lines at most."""

    def fits(units: int) -> bool:
        whole = all(look.width(word, units, True) <= width for n in names for word in n.split())
        return whole and all(len(look.wrap(n, units, width, bold=True)) <= 2 for n in names)

    return next((units for units in range(24, 14, -1) if fits(units)), 14)
