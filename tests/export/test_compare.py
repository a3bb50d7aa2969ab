"""A comparison in every format: the same numbers, links that lead somewhere, nobody given away."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from game import i18n
from game.core.comparison import Comparison
from game.core.table_result import Said, TableResult
from game.core.tally import Tally
from game.export import compare_document, compare_sheets
from game.export.blocks import Cell, Definitions, Heading, Table
from game.export.compare_files import CompareFormat, export, file_name, written
from game.export.html import page
from game.office.sheets import read_sheets
from tests.core.play import COM, INS
from tests.core.test_comparison import CHESS, CHOIR, DECK, OTHER, card, many, table, together
from tests.export.talk import EVIL


@pytest.fixture(autouse=True)
def _dutch() -> None:
    i18n.use("nl")


def three(*, evil: bool = False) -> tuple[TableResult, ...]:
    """Make three tables, one with words of its own and one that wrote nothing down."""
    text = "\n".join(EVIL) if evil else "Zo is het."
    said = (Said(COM, text[:60], None, text, text[:40]), Said(INS, "", None, text, ""))
    found = (
        table("Tafel 1", card("c", said=said, first="cci"), card("ci", CHOIR, said=said)),
        table("Tafel 2", card("i", first="ii"), card("ci", CHOIR), card("s", CHESS)),
        table("Tafel 3", card("p", wording=text or "Thuis", said=said)),
    )
    if not evil:
        return found
    return tuple(replace(t, gemeente=text, table=f"{t.table} {text}") for t in found)


def compared(*, evil: bool = False) -> Comparison:
    """Compare the three."""
    return together(*three(evil=evil))


@pytest.mark.parametrize("evil", [False, True])
def test_every_number_leads_to_a_heading_of_its_own(evil: bool) -> None:
    document = compare_document.document(compared(evil=evil))
    ids = [block.id for block in document.blocks if isinstance(block, Heading) and block.id]
    assert len(set(ids)) == len(ids)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    cells = [cell for each in tables for row in each.rows for cell in row]
    assert {cell.link for cell in cells if cell.link} <= set(ids)
    counted = tables[0]
    for row in counted.rows:
        for cell in row[1:-1]:
            assert bool(cell.link) == (cell.text != "0"), cell


def test_the_page_links_to_what_is_on_it() -> None:
    written_page = page(compare_document.document(compared()))
    targets = set(re.findall(r' id="([^"]+)"', written_page))
    links = re.findall(r'<a href="#([^"]+)"', written_page)
    assert len(links) > 10
    assert set(links) <= targets


def test_each_group_of_cards_stands_apart() -> None:
    document = compare_document.document(compared())
    parts = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    wanted = ["De tafels verschillen van elkaar", "De tafels zijn zelf verdeeld"]
    assert [part for part in parts if part in wanted] == wanted
    assert "De tafels zijn het eens" in parts
    assert "Tafels met eigen woorden" in parts


def test_a_card_says_that_tables_had_words_of_their_own() -> None:
    document = compare_document.document(compared())
    facts = [pair for b in document.blocks if isinstance(b, Definitions) for pair in b.items]
    assert facts.count(("Apart, met eigen woorden", "1 tafel")) == 1


def test_few_tables_stand_beside_each_other() -> None:
    document = compare_document.document(compared())
    beside = next(
        b for b in document.blocks if isinstance(b, Table) and b.header[1:2] == ("Tafel 1",)
    )
    assert beside.header == ("Kaart", "Tafel 1", "Tafel 2", "Tafel 3")
    assert beside.rows[0][1:] != (Cell("–"),) * 3
    many_tables = compare_document.document(together(*many(20)))
    ids = [block.id for block in many_tables.blocks if isinstance(block, Heading)]
    assert "beside" not in ids


def test_says_that_not_every_argument_is_shown() -> None:
    comparison = together(*many(400))
    document = compare_document.document(comparison)
    shown = [str(getattr(block, "text", "")) for block in document.blocks]
    assert any(re.search(r"Hier staan er 60 van de \d+", text) for text in shown)
    fewer = compare_document.document(comparison, quotes=6)
    tables = [
        b for b in fewer.blocks if isinstance(b, Table) and b.caption.startswith("Argumenten")
    ]
    assert tables
    assert all(len(each.rows) <= 6 for each in tables)
    assert len({row[0].text for each in tables for row in each.rows}) == 4


@pytest.mark.parametrize("evil", [False, True])
def test_sheets_hold_the_same_numbers(tmp_path: Path, evil: bool) -> None:
    comparison = compared(evil=evil)
    path = tmp_path / "vergelijking.xlsx"
    path.write_bytes(written(comparison, CompareFormat.XLSX)[""])
    grids = {grid.name: grid.rows for grid in read_sheets(path, knows=lambda _header: True)}
    cards = compare_sheets.cards(comparison)
    assert len(grids["Kaarten"]) == len(comparison.rows) + 1
    plain = next(n for n, row in enumerate(comparison.rows, 1) if row.card.id == "choir")
    told = dict(zip((c.title for c in cards.columns), grids["Kaarten"][plain].cells, strict=False))
    assert (told["Tafels"], told["Verschil binnen de tafel"]) == ("2", "2")
    said = sum(len(cell.quotes) for row in comparison.rows for _, cell in row.cells)
    assert len(grids["Argumenten"]) == said + 1
    assert any("Zelfde plek" in row.cells for row in grids["Uitleg"])


def test_a_row_says_what_its_name_alone_hides() -> None:
    cards = compare_sheets.cards(
        together(
            *(table(f"t{n}", card("c"), card("s", CHOIR)) for n in range(3)),
            table("t4", card("i"), card("-", CHOIR), deck=replace(DECK, version="2")),
            table("t5", card("c"), deck=OTHER),
        )
    )
    told = {row[0]: row[2] for row in cards.rows}
    assert told == {
        "Repair": "De meeste tafels zijn het eens: 4 van 5 tafels kozen dezelfde plek",
        "Choir": "Niet te vergelijken: gesplitst (3) en niet besproken (1)",
    }
    assert {row[0]: row[-1] for row in cards.rows} == {"Repair": "ja", "Choir": "nee"}


def test_tables_of_one_name_and_files_without_their_folder(tmp_path: Path) -> None:
    tally = Tally(public=False)
    for file in ("een", "twee"):
        tally.add(replace(table(file, card("c")), table="Tafel 1"), f"{tmp_path}/{file}.jsonl")
    comparison = tally.comparison()
    assert str(tmp_path) not in str(compare_sheets.sheets(comparison))
    blocks = compare_document.document(comparison).blocks
    beside = next(b for b in blocks if isinstance(b, Table) and b.caption.startswith("Wat elke"))
    assert beside.header == ("Kaart", "Tafel 1 (een)", "Tafel 1 (twee)")


def test_one_table_is_nothing_to_compare_with() -> None:
    alone = together(table("t1", card("c")))
    assert file_name(alone, CompareFormat.PDF) == "vergelijking-1-tafel.pdf"
    assert "Er is maar één tafel" in page(compare_document.document(alone))


def test_csv_is_two_files(tmp_path: Path) -> None:
    comparison = compared()
    target = tmp_path / file_name(comparison, CompareFormat.CSV)
    paths = export(comparison, CompareFormat.CSV, target)
    assert [path.name for path in paths] == [
        "vergelijking-3-tafels.csv",
        "vergelijking-3-tafels-argumenten.csv",
    ]
    for path in paths:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
        assert len({len(row) for row in rows}) == 1
        assert len(rows) > 3


def test_a_public_comparison_gives_nobody_away() -> None:
    tally = Tally(public=True)
    for each in three():
        public = tuple(
            replace(c, wording="", said=tuple(replace(s, text="", by="") for s in c.said))
            for c in each.cards
        )
        tally.add(replace(each, cards=public), "geheime-naam.jsonl")
    tally.add(replace(three()[0], totals_only=True, people=2, cards=()), "klein.jsonl")
    comparison = tally.comparison()
    left_out = ("geheime-naam.jsonl is damaged",)
    told = page(compare_document.document(comparison, left_out=left_out))
    assert "geheime-naam" not in told
    assert "klein.jsonl" not in told
    assert "minder dan drie mensen" in told
    assert "1 bestand telt niet mee." in told
    sheets = compare_sheets.sheets(comparison, left_out)
    assert "geheime-naam" not in str(sheets)
    assert file_name(comparison, CompareFormat.XLSX) == "vergelijking-4-tafels-openbaar.xlsx"


def test_what_cannot_be_calculated_is_never_nan() -> None:
    told = page(compare_document.document(compared()))
    assert "niet te berekenen" in told
    assert not re.search(r"\bnan\b", told, re.IGNORECASE)


def test_pages_to_print() -> None:
    assert written(compared(), CompareFormat.PDF)[""].startswith(b"%PDF-")
