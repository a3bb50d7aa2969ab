"""Dates: every way in which people type them is read, and one way is asked for."""

import pytest

from game.core.refusals import Reason, Refused
from game.dates import read_date, typed_date
from game.words import refused
from tests.core.test_refusals import proposing


@pytest.mark.parametrize(
    "typed",
    ["22-11-2026", "22/11/26", "22-11-26", "22.11.2026", "2026-11-22", "22 november 2026",
     "22 Nov. 26", " zondag 22 november 2026 ", "22 nov 2026", "2026/11/22"],
)  # fmt: skip
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert read_date(typed) == "2026-11-22"


@pytest.mark.parametrize(
    ("typed", "month"), [("1 mrt 27", "03"), ("1 mei 2027", "05"), ("1 May 2027", "05")]
)
def test_months_go_by_their_names(typed: str, month: str) -> None:
    assert read_date(typed) == f"2027-{month}-01"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1 maart", "2027-03-01"), ("22-11", "2026-11-22"), ("21 nov", "2027-11-21"),
     ("24/12", "2026-12-24"), ("29 feb", "2028-02-29"), ("zondag 6 dec.", "2026-12-06"),
     ("30 februari", None), ("1 okober", None), ("22", None), ("12-1-2025", "2025-01-12")],
)  # fmt: skip
def test_a_day_without_a_year_is_the_next_one(typed: str, read: str | None) -> None:
    assert read_date(typed, after="2026-11-22") == read
    if typed != "12-1-2025":
        assert read_date(typed) is None


@pytest.mark.parametrize("typed", ["gisteren", "30-2-2026", "22-13-2026", "22 okober 2026", "22"])
def test_nonsense_is_no_date(typed: str) -> None:
    assert read_date(typed) is None


def test_what_is_written_is_read_back() -> None:
    assert read_date(typed_date("2026-11-22")) == "2026-11-22"
    assert read_date(" ") == ""


def test_a_bad_date_asks_for_the_form_of_the_field() -> None:
    said = refused(Refused(Reason.BAD_DATE, text="gisteren"), proposing())
    assert "30-6-2027" in said
    assert "jaar-maand" not in said
