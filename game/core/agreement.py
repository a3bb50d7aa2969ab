"""How far a table agrees, in figures; imports nothing of the game, so that it can be used alone."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import zip_longest
from random import Random
from typing import NamedTuple

RESAMPLES = 2000
LOW, HIGH = 0.025, 0.975

Rating = Hashable | None
"""A place; None where nothing was chosen."""
Rows = Sequence[Sequence[Rating]]
"""rows[seat][card]."""


class Interval(NamedTuple):
    """A bootstrap interval; its ends are None when every resample was undefined."""

    low: float | None
    high: float | None
    undefined: int
    """How many resamples had no value, and were left out."""


class Movement(NamedTuple):
    """How often a seat kept to its choice in the second round, and how often it changed."""

    stayed: int
    moved: int


def observed_agreement(counts: Sequence[int]) -> float | None:
    """Say what share of the pairs of seats agrees on one card; None without a pair."""
    total = sum(counts)
    if total < 2:
        return None
    return sum(count * (count - 1) for count in counts) / (total * (total - 1))


def fleiss_kappa(counts: Sequence[Sequence[int]]) -> float | None:
    """Compute Fleiss' kappa from counts[card][place].

    None where it is undefined: without cards, with fewer than two seats, with a different
    number of seats between cards, or when everybody chose the same place throughout.
    """
    seats = sum(counts[0]) if counts else 0
    if seats < 2 or any(sum(row) != seats for row in counts):
        return None
    total = len(counts) * seats
    columns: list[int] = [sum(column) for column in zip_longest(*counts, fillvalue=0)]
    if max(columns) == total:
        return None
    pairs = sum(count * (count - 1) for row in counts for count in row)
    observed = pairs / (total * (seats - 1))
    expected = sum(column * column for column in columns) / (total * total)
    return (observed - expected) / (1 - expected)


def krippendorff_alpha(rows: Rows) -> float | None:
    """Compute Krippendorff's nominal alpha from rows[seat][card], None where not rated.

    None where it is undefined: no card with two ratings, or everybody chose the same throughout.
    """
    return _alpha(_units(rows))


def _units(rows: Rows) -> list[Counter[Hashable]]:
    """Count the ratings of each card; a seat that stops early is not rated from there on."""
    cards = max((len(row) for row in rows), default=0)
    return [
        Counter(row[card] for row in rows if card < len(row) and row[card] is not None)
        for card in range(cards)
    ]


def _alpha(units: Sequence[Counter[Hashable]]) -> float | None:
    rated = [(unit, unit.total()) for unit in units if unit.total() > 1]
    total = sum(ratings for _, ratings in rated)
    columns: Counter[Hashable] = Counter()
    for unit, _ in rated:
        columns.update(unit)
    expected = total * total - sum(count * count for count in columns.values())
    if expected == 0:
        return None
    observed = sum(
        (ratings * ratings - sum(count * count for count in unit.values())) / (ratings - 1)
        for unit, ratings in rated
    )
    return 1 - (total - 1) * observed / expected


def _kappa(units: Sequence[Counter[Hashable]]) -> float | None:
    places = list(dict.fromkeys(place for unit in units for place in unit))
    return fleiss_kappa([[unit[place] for place in places] for unit in units])


def kappa_of(rows: Rows) -> float | None:
    """Compute Fleiss' kappa from rows[seat][card]."""
    return _kappa(_units(rows))


def bootstrap_interval(
    rows: Rows, seed: int, resamples: int = RESAMPLES, *, kappa: bool = False
) -> Interval:
    """Resample the cards, and read the 2.5 and 97.5 percentile of alpha (or of kappa)."""
    statistic: Callable[[Sequence[Counter[Hashable]]], float | None] = _kappa if kappa else _alpha
    units = _units(rows)
    chance = Random(seed)
    drawn = (chance.choices(units, k=len(units)) for _ in range(resamples if units else 0))
    values = sorted(value for value in map(statistic, drawn) if value is not None)
    undefined = resamples - len(values)
    if not values:
        return Interval(None, None, undefined)
    return Interval(_percentile(values, LOW), _percentile(values, HIGH), undefined)


def _percentile(values: Sequence[float], share: float) -> float:
    """Interpolate between the two nearest of the sorted values."""
    at = share * (len(values) - 1)
    below = int(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (at - below) * (values[above] - values[below])


def movement(first: Sequence[Rating], second: Sequence[Rating]) -> Movement:
    """Compare the two rounds of one seat, card by card; None in either counts as neither."""
    both = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    stayed = sum(a == b for a, b in both)
    return Movement(stayed, len(both) - stayed)
