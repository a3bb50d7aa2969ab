"""The figures of agreement, held against published tables and values from other libraries."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import agreement

FLEISS_1971 = [
    [0, 0, 0, 6, 0],
    [0, 3, 0, 0, 3],
    [0, 1, 4, 0, 1],
    [0, 0, 0, 0, 6],
    [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2],
    [2, 0, 3, 1, 0],
    [2, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0],
    [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0],
    [1, 0, 0, 5, 0],
    [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1],
    [3, 0, 0, 1, 2],
    [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0],
    [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6],
    [0, 1, 0, 5, 0],
    [0, 2, 0, 1, 3],
    [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0],
    [4, 0, 0, 0, 2],
    [0, 2, 0, 4, 0],
    [1, 0, 5, 0, 0],
    [0, 0, 0, 0, 6],
]
"""30 patients, 6 raters, 5 diagnoses."""
WIKIPEDIA = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
FOUR_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
THREE_CODERS = (
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
NOMINAL = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")


def rows(lines: Sequence[str]) -> list[list[str | None]]:
    return [[None if token == "." else token for token in line.split()] for line in lines]


def by_seat(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give every count to seats, so that the same table can be put to alpha."""
    cards = [[place for place, n in enumerate(row) for _ in range(n)] for row in counts]
    return [list(seat) for seat in zip(*cards, strict=True)]


@pytest.mark.parametrize(
    ("counts", "columns", "kappa", "alpha", "pairs"),
    [
        (
            FLEISS_1971,
            [26, 26, 30, 55, 43],
            0.43024452006014,
            0.43340982828203,
            0.5555555555555556,
        ),
        (
            WIKIPEDIA,
            [20, 28, 39, 21, 32],
            0.20993070442196,
            0.21557405653323,
            0.378021978021978,
        ),
    ],
)
def test_complete_tables_match_the_literature(
    counts: list[list[int]], columns: list[int], kappa: float, alpha: float, pairs: float
) -> None:
    assert [sum(column) for column in zip(*counts, strict=True)] == columns
    assert agreement.fleiss_kappa(counts) == pytest.approx(kappa, abs=1e-9)
    assert agreement.kappa_of(by_seat(counts)) == pytest.approx(kappa, abs=1e-9)
    assert agreement.krippendorff_alpha(by_seat(counts)) == pytest.approx(alpha, abs=1e-9)
    shares = [agreement.observed_agreement(row) or 0.0 for row in counts]
    assert sum(shares) / len(shares) == pytest.approx(pairs, abs=1e-9)


@pytest.mark.parametrize(
    ("lines", "alpha"),
    [
        (FOUR_OBSERVERS, 0.743421052631579),
        (THREE_CODERS, 0.691358024691358),
        (BINARY, 0.0952380952380953),
        (NOMINAL, 0.691964285714286),
    ],
)
def test_alpha_matches_the_literature(lines: tuple[str, ...], alpha: float) -> None:
    assert agreement.krippendorff_alpha(rows(lines)) == pytest.approx(alpha, abs=1e-9)


@pytest.mark.parametrize(
    "counts",
    [[], [[]], [[1]], [[0, 1], [1, 0]], [[3, 0], [3, 0]], [[3, 0], [1, 1]], [[0, 0]]],
    ids=["no cards", "no places", "one seat", "one seat twice", "all the same", "uneven", "none"],
)
def test_kappa_is_undefined(counts: list[list[int]]) -> None:
    assert agreement.fleiss_kappa(counts) is None


@pytest.mark.parametrize(
    "lines", [(), ("",), ("1 2",), ("1 .", ". 1"), ("1 1", "1 1"), (". .", ". .")]
)
def test_alpha_is_undefined(lines: tuple[str, ...]) -> None:
    assert agreement.krippendorff_alpha(rows(lines)) is None


def test_a_place_that_a_card_stops_before_is_not_chosen() -> None:
    short, whole = [[1, 2], [3]], [[1, 2], [3, 0]]
    assert agreement.fleiss_kappa(short) == agreement.fleiss_kappa(whole) is not None
    assert agreement.fleiss_kappa([[3], [3, 0]]) is None


def test_observed_agreement_counts_pairs() -> None:
    assert agreement.observed_agreement([3, 0]) == 1
    assert agreement.observed_agreement([2, 1]) == pytest.approx(1 / 3)
    assert agreement.observed_agreement([1, 1, 1]) == 0
    assert agreement.observed_agreement([1]) is None
    assert agreement.observed_agreement([]) is None


def test_movement_counts_only_who_chose_twice() -> None:
    assert agreement.movement(["a", "a", None, "a"], ["a", "b", "c", None]) == (1, 1)


def test_the_interval_holds_the_value_and_follows_the_seed() -> None:
    table = rows(FOUR_OBSERVERS)
    once = agreement.bootstrap_interval(table, 7)
    assert once == agreement.bootstrap_interval(table, 7)
    assert once != agreement.bootstrap_interval(table, 8)
    assert once.low is not None
    assert once.high is not None
    assert once.low < 0.743421052631579 < once.high <= 1


def test_undefined_resamples_are_counted() -> None:
    one_differs = [["a", "a"], ["a", "b"]]
    interval = agreement.bootstrap_interval(one_differs, 1, 400)
    assert 50 < interval.undefined < 150  # a quarter draws the agreeing card twice
    assert agreement.bootstrap_interval([["a"], ["a"]], 1, 50) == (None, None, 50)
    assert agreement.bootstrap_interval([], 1, 50) == (None, None, 50)


def test_it_works_alone() -> None:
    path = Path(agreement.__file__)
    spec = importlib.util.spec_from_file_location("agreement_alone", path)
    assert spec is not None
    assert spec.loader is not None
    alone = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(alone)
    assert alone.fleiss_kappa(WIKIPEDIA) == pytest.approx(0.20993070442196, abs=1e-9)
    assert "from game" not in path.read_text(encoding="utf-8")


tables = st.integers(2, 5).flatmap(
    lambda seats: st.lists(
        st.lists(st.sampled_from("abc"), min_size=seats, max_size=seats), min_size=1, max_size=8
    )
)


@given(tables)
def test_figures_never_pass_one_and_ignore_names(cards: list[list[str]]) -> None:
    seats = [list(seat) for seat in zip(*cards, strict=True)]
    for figure in (agreement.kappa_of, agreement.krippendorff_alpha):
        value = figure(seats)
        renamed = figure([[place.replace("a", "z") for place in row] for row in seats])
        assert value == renamed or value == pytest.approx(renamed)
        if value is not None:
            assert value <= 1 + 1e-12
            everyone_agrees = all(len(set(card)) == 1 for card in cards)
            assert (value == pytest.approx(1)) == everyone_agrees
