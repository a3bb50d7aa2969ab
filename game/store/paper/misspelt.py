"""Rows whose card is misspelt: which cards lack them, so that nothing is said to follow from it."""

from collections.abc import Callable, Collection

from game.office.grid import key
from game.store.paper.sheet import Row

Group = tuple[str, list[Row]]
"""A card and its rows as they stand together."""


def seats_in(rows: list[Row]) -> set[str]:
    """List the seats that rows are about."""
    return {key(row.text("seat")) for row in rows if row.text("seat")}


def whole(
    groups: list[Group], known: Collection[str], nearest: Callable[[str], str]
) -> tuple[list[Group], set[str]]:
    """Join the rows of a card that a misspelt one parts, and name the cards that lack a row.

    Args:
        groups: in the order of the sheet.
        known: the names of cards that there are.
        nearest: finds the name that a misspelt one comes closest to, or nothing.
    """
    lacking: set[str] = set()
    for n, (name, rows) in enumerate(groups):
        if name in known:
            continue
        beside = [groups[at] for at in (n - 1, n + 1) if 0 <= at < len(groups)]
        parted = len(beside) == 2 and beside[0][0] == beside[1][0]
        close = nearest(name)
        for other, theirs in beside:
            strange = not close and not seats_in(rows) & seats_in(theirs)
            if parted or other == close or strange:
                lacking.add(other)
    joined: list[Group] = []
    for n, (name, rows) in enumerate(groups):
        follows = n > 1 and groups[n - 2][0] == name and groups[n - 1][0] not in known
        if follows and name in lacking:
            next(mine for other, mine in reversed(joined) if other == name).extend(rows)
        else:
            joined.append((name, rows))
    return joined, lacking
