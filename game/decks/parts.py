"""The parts that a deck can be printed in, known without what it takes to print them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from game.i18n import _

SEATS, MOST_SEATS = 6, 12
"""For how many seats there are hand cards, if nobody says so, and at most."""


class Part(StrEnum):
    """A part of what can be printed, by its token on the command line."""

    CARDS = "cards"
    CRITERIA = "criteria"
    HANDS = "hands"
    GUIDE = "guide"
    FORM = "form"
    POSTER = "poster"


def part_name(part: Part) -> str:
    """Name a part on the screen."""
    match part:
        case Part.CARDS:
            return _("Activity cards")
        case Part.CRITERIA:
            return _("Criteria cards")
        case Part.HANDS:
            return _("Hand cards")
        case Part.POSTER:
            return _("Poster of the spheres (A3)")
        case Part.GUIDE:
            return _("Rules for the facilitator")
        case Part.FORM:
            return _("Form for the outcomes")
        case _:
            assert_never(part)


def chosen(names: Iterable[str]) -> tuple[Part, ...]:
    """Read the parts that were asked for, each once, in the order in which they are printed.

    Raises:
        ValueError: there is no such part.
    """
    wanted = {Part(name) for name in names}
    return tuple(part for part in Part if part in wanted)
