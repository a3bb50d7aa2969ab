"""Drawings that need no colour, figures that say what they mean, and questions that go on."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from game import i18n
from game.core.cards import Crux
from game.core.publish import public
from game.core.record import Record
from game.export import bars, charts
from game.export.blocks import Cell, Picture, Table
from game.export.figures import figures
from game.export.questions import differences, questions
from game.export.widths import shares
from tests.export import talk


@pytest.fixture(autouse=True)
def tongue() -> Iterator[None]:
    i18n.use("nl")
    yield
    i18n.use(i18n.DEFAULT)


def drawings(record: Record) -> list[Picture]:
    made = [*charts.movement(record), *charts.places(record), *charts.criteria(record)]
    return [block for block in made if isinstance(block, Picture)]


@pytest.mark.parametrize("evil", [False, True])
def test_a_drawing_and_its_alt_text_say_the_same_numbers(evil: bool) -> None:
    found = drawings(talk.played(evil))
    assert len(found) == 3
    for picture in found:
        root = ET.fromstring(picture.svg)
        assert "url(" not in picture.svg
        assert root.get("aria-label")
        written = [text.text or "" for text in root.iter() if text.tag.endswith("}text")]
        numbers = {text for text in written if text.isdecimal()}
        assert numbers <= set(re.findall(r"\d+", picture.alt)) | {
            text.text for text in root.iter() if text.get("font-weight")
        }


def test_parts_can_be_told_apart_without_colour() -> None:
    assert len(set(charts.PATTERNS.values())) == len(charts.PATTERNS)
    parts = tuple(bars.Series(f"deel {n}", "#000000", "#ffffff", n) for n in range(5))
    svg = bars.draw((bars.Bar("rij", (3, 3, 3, 3, 3)),), parts, "alt")
    strokes = re.findall(r'<path d="(M[^"]+)" stroke="#000000"', svg)
    assert len(set(strokes)) == len(strokes) == 8


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawings(talk.barely_begun()) == []
    assert drawings(public(talk.for_two())) == []


def test_what_is_public_draws_no_small_seat() -> None:
    told = " ".join(picture.svg + picture.alt for picture in drawings(public(talk.played())))
    assert "Wijkteam" not in told
    assert "Bewoners" in told


def test_every_figure_says_what_it_means_and_a_public_one_gives_nobody_away() -> None:
    for record in (talk.played(), talk.barely_begun(), public(talk.for_two())):
        found = figures(record)
        assert found[0].name == "Kaarten op tafel"
        assert all(one.told and one.meaning.endswith(".") for one in found)
    assert "Meteen eens" not in {one.name for one in figures(public(talk.for_two()))}


def test_every_difference_is_a_question() -> None:
    record = talk.played()
    asked = {one.card: one for one in differences(record)}
    kinds = {one.crux: one.kind for one in asked.values()}
    assert kinds[Crux.FACT] == "Onderzoeksvraag"
    assert kinds[Crux.VALUE] == "Keuze voor de raad"
    assert questions(record)[0].text == "Wie betaalt de huur straks?"
    silent = replace(record, cards=tuple(replace(card, settle="") for card in record.cards))
    drafted = [one.text for one in differences(silent)]
    assert all(text.endswith("?") for text in drafted)
    assert any(text.startswith("Wat moeten we uitzoeken") for text in drafted)


def test_columns_share_the_width_by_what_is_in_them() -> None:
    rows = ((Cell("Bewoners"), Cell("een heel lange zin " * 9)),) * 3
    narrow, wide = shares(Table("t", ("Stoel", "Woorden"), rows))
    assert wide > 3 * narrow
    assert narrow + wide == pytest.approx(1)
    empty = shares(Table("t", ("a", "b"), ()))
    assert empty == pytest.approx((0.5, 0.5))
