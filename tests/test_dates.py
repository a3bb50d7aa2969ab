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
