"""Effort counted instead of timed: a busy machine makes nothing slower here."""

import sys
from collections.abc import Callable
from types import FrameType


def calls(act: Callable[[], object]) -> int:
    """Count the calls of functions that an act makes, those written in C included."""
    made = 0

    def count(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return made


def grows_straight(act: Callable[[int], object], small: int) -> bool:
    """Say whether four times as much takes about four times the calls, and not sixteen."""
    act(small)
    return calls(lambda: act(4 * small)) < 6 * calls(lambda: act(small))
