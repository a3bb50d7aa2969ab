"""Old formats of a save, brought to the newest one: one function a version, dict to dict."""

from collections.abc import Callable

FORMAT = 1
"""The format that this version writes."""

Upgrade = Callable[[dict[str, object]], dict[str, object]]

UPGRADES: dict[int, Upgrade] = {}
"""From a format, the function that brings a line of it (header or step) to the next format."""


def format_of(header: dict[str, object]) -> int:
    """Read the format number of a header.

    Raises:
        ValueError: there is none.
    """
    number = header.get("format")
    if type(number) is not int or number < 1:
        raise ValueError("a header needs a format number")
    return number


def upgrade(line: dict[str, object], made_as: int) -> dict[str, object]:
    """Bring a header or a step from the format it was made in to the newest."""
    for number in range(made_as, FORMAT):
        line = UPGRADES[number](line)
    return line
