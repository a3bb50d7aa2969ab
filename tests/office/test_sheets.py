"""Sheets are read whichever way they were saved, and a file made to do harm is refused in time."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from game import i18n
from game.office import zips
from game.office.books import Column, SheetToWrite, sheets_bytes, write_sheets
from game.office.csv_files import Cell, csv_bytes
from game.office.grid import MAX_COLUMNS, MAX_ROWS, SheetError, address, as_typed, letter
from game.office.sheets import read_sheets


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use(i18n.DEFAULT)


ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>"
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


def ods(body: str, head: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("content.xml", f'<?xml version="1.0"?>{head}{ODS_HEAD}{body}{ODS_TAIL}')
    return out.getvalue()


def xlsx(rows: list[list[object]], name: str = "Kaarten") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Change one part of a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", 8) as target:
        for part in source.namelist():
            data = source.read(part)
            target.writestr(part, data.replace(old, new, 1) if part == name else data)
    return out.getvalue()


def saved(tmp_path: Path, content: bytes, name: str = "blad.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def cells(path: Path) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in read_sheets(path)[0].rows]


def refused(path: Path, seconds: float = 20) -> str:
    with pytest.raises(SheetError) as caught:
        read_sheets(path, seconds=seconds)
    assert str(caught.value) == f"{path.name}: {caught.value.text}"
    return caught.value.text


TYPED = [
    (12, "12"),
    (12.0, "12"),
    (0.1 + 0.2, "0.3"),
    (1e17, "100000000000000000"),
    (date(2026, 3, 31), "2026-03-31"),
    (datetime(2026, 3, 31, 14, 30), "2026-03-31 14:30"),
    (time(9, 5), "09:05"),
    (timedelta(hours=30, minutes=2), "30:02"),
    (True, "TRUE"),
    (None, ""),
    (" 't Trefpunt ", "'t Trefpunt"),
    ("'=1+1", "=1+1"),
    ("''=1+1", "'=1+1"),
    ("een\r\ntwee\x07", "een\ntwee"),
]


@pytest.mark.parametrize(("value", "typed"), TYPED)
def test_a_value_reads_as_it_was_typed(value: object, typed: str) -> None:
    assert as_typed(value) == typed


def test_percentages_and_addresses() -> None:
    assert as_typed(0.75, percent=True) == "75%"
    assert [letter(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert address(12, 3) == "C12"


def test_an_excel_file(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["C1"], page["B4"] = "id", "titel", 75
    page["D4"] = 0.75
    page["D4"].number_format = "0%"
    page["E4"] = date(2026, 3, 31)
    hidden = book.create_sheet("Lijsten")
    hidden.sheet_state = "hidden"
    path = tmp_path / "blad.xlsx"
    book.save(path)
    assert cells(path) == [(1, ("id", "", "titel")), (4, ("", "75", "", "75%", "2026-03-31"))]
    assert [grid.name for grid in read_sheets(path)] == ["Sheet"]


def test_a_formula_gives_its_kept_value(tmp_path: Path) -> None:
    content = repacked(
        xlsx([["=HYPERLINK(1)"]]), "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>5</v>"
    )
    content = repacked(content, "xl/worksheets/sheet1.xml", b"<v />", b"<v>5</v>")
    assert cells(saved(tmp_path, content)) == [(1, ("5",))]


def test_a_formula_without_a_value_is_named_and_not_passed_over(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx([["titel", "tekst"], ["a", "=1+1"], ["=B2", "b"]]))
    with pytest.raises(SheetError) as refused:
        read_sheets(path)
    assert "Kaarten" in refused.value.text
    assert "B2, A3" in refused.value.text
    # A formula that gives an empty text has a value: that text.
    empty = repacked(
        xlsx([["a", "=1"]]), "xl/worksheets/sheet1.xml", b'<c r="B1"', b'<c r="B1" t="str"'
    )
    assert cells(saved(tmp_path, empty)) == [(1, ("a",))]


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(tmp_path: Path, coding: str) -> None:
    assert cells(saved(tmp_path, "titel;tekst\né;€".encode(coding))) == [
        (1, ("titel", "tekst")),
        (2, ("é", "€")),
    ]


def test_a_quote_that_is_never_closed_is_told_by_its_row(tmp_path: Path) -> None:
    path = saved(tmp_path, b'titel;tekst\n"a";"b\nc"\nd;"e\nf;g\n')
    with pytest.raises(SheetError, match="row 3"):
        read_sheets(path)
    assert cells(saved(tmp_path, b'titel\n"a"\n')) == [(1, ("titel",)), (2, ("a",))]


def test_the_separator_is_told_by_the_header_wherever_it_stands(tmp_path: Path) -> None:
    path = saved(tmp_path, b"Onze kaarten; een lijst\n\ntitel,tekst\na,b\n")
    (grid,) = read_sheets(path, knows=lambda name: name in ("titel", "tekst"))
    assert grid.rows[-1].cells == ("a", "b")


def test_an_opendocument_sheet(tmp_path: Path) -> None:
    body = (
        '<table:table table:name="Kaarten"><table:table-header-rows><table:table-row>'
        "<table:table-cell><text:p>id</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell><text:p>a<text:s text:c="2"/>b<text:line-break/>c</text:p>'
        "<text:p>d<text:span>e</text:span></text:p>"
        "<office:annotation><text:p>weg</text:p></office:annotation></table:table-cell>"
        "</table:table-row></table:table-header-rows>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        "<table:table-row>"
        '<table:table-cell office:value-type="float" office:value="12"><text:p>12,00</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="percentage" office:value="0.75"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-03-31"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        "</table:table-row></table:table>"
    )
    assert cells(saved(tmp_path, ods(body), "blad.ods")) == [
        (1, ("id", "", "", "a  b\nc\nde")),
        (4, ("12", "75%", "2026-03-31", "TRUE")),
        (5, ("x", "x")),
        (6, ("x", "x")),
    ]


@pytest.mark.parametrize("name", ["blad.csv", "blad.txt", "wat-dan-ook"])
def test_what_is_in_a_file_counts_not_its_ending(tmp_path: Path, name: str) -> None:
    assert cells(saved(tmp_path, b"id;titel\n\n1;\xc9\xe9n\n", name)) == [
        (1, ("id", "titel")),
        (3, ("1", "Één")),
    ]
    assert cells(saved(tmp_path, xlsx([["id"]]), name)) == [(1, ("id",))]


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _table(row: str) -> str:
    return f'<table:table table:name="A"><table:table-row{row}</table:table-row></table:table>'


def test_files_made_to_do_harm(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    for body, words in (
        (_table(f' table:number-rows-repeated="99999">{cell}'), "rows"),
        (_table(f' table:number-rows-repeated="{"9" * 5000}">{cell}'), "rows"),
        (
            _table(
                ">"
                + cell.replace("<t", "<t", 1).replace(
                    "-cell>", '-cell table:number-columns-repeated="1048576">', 1
                )
            ),
            "columns",
        ),
        (_table(">" + "<text:span>" * 5000 + "</text:span>" * 5000), "damaged"),
        ("<table:table/>" * 60, "sheets"),
        ("<table:table>", "damaged"),
    ):
        assert words in refused(saved(tmp_path, ods(body), "blad.ods"))
    assert "definitions" in refused(saved(tmp_path, ods(_table(">&b;"), ENTITY), "blad.ods"))
    sheet = "xl/worksheets/sheet1.xml"
    good = xlsx([["id"]])
    for old, new, words in (
        (b"<worksheet", ENTITY.encode() + b"<worksheet", "definitions"),
        (b'r="A1"', b'r="XFD1"', "columns"),
        (b'<row r="1"', b'<row r="1048576"', "rows"),
        (b"</row>", b"<row>" * 3 + b"<<", "damaged"),
    ):
        assert words in refused(saved(tmp_path, repacked(good, sheet, old, new))), new
    wide = "\ufeff" + "<?xml version='1.0' encoding='utf-16'?>" + ENTITY + "<a/>"
    tricked = io.BytesIO(good)
    with zipfile.ZipFile(tricked, "a") as archive:
        archive.writestr("xl/anders.xml", wide.encode("utf-16-le"))
    assert "definitions" in refused(saved(tmp_path, tricked.getvalue()))


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    good = xlsx([["id"]])
    for name, size in (("xl/worksheets/sheet9.xml", 30), ("xl/styles9.xml", 6), ("x.bin", 101)):
        bomb = io.BytesIO(good)
        with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{name}", b" " * size * 1_000_000)
        assert "unpacks" in refused(saved(tmp_path, bomb.getvalue()))


def test_time_is_up(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", "b"]] * 2000
    for content, name in ((xlsx(rows), "a.xlsx"), (b"a;b\n" * 2000, "a.csv")):
        assert "too long" in refused(saved(tmp_path, content, name), seconds=0)


def test_files_that_are_no_sheet(tmp_path: Path) -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "a")
    for content, words in (
        (empty.getvalue(), "no sheet"),
        (b"PK\x03\x04rommel", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Excel"),
        (b"\x89PNG\r\n\x1a\n\0", "not a text file"),
        (b"a;" * (MAX_COLUMNS + 1) + b"b\n", "columns"),
        (b"a;b\n" * (MAX_ROWS + 2), "rows"),
        (b"x" * 5_000_001, "5 MB"),
    ):
        assert words in refused(saved(tmp_path, content, "blad.csv"))
    assert "no such file" in refused(tmp_path / "nee.xlsx")
    assert refused(tmp_path)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    cell = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    good = (
        xlsx([["id", "titel"], [1, date(2026, 1, 1)]])
        if kind == "xlsx"
        else ods(_table(">" + cell))
    )
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    random = Random(7)
    for _turn in range(150):
        if random.random() < 0.3:
            content = bytearray(good)
            content[random.randrange(len(content))] = random.randrange(256)
        else:
            # Inside the packing, where a changed byte is not caught by a checksum.
            name = random.choice([name for name in parts if name.endswith(("xml", "rels"))])
            data = bytearray(parts[name])
            for _byte in range(random.randint(1, 4)):
                data[random.randrange(len(data))] = random.choice(b'<>"0123456789/aZ\xff')
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", 8) as archive:
                for part, was in parts.items():
                    archive.writestr(part, bytes(data) if part == name else was)
            content = bytearray(out.getvalue())
        # Any other error is a fault of ours.
        with suppress(SheetError):
            read_sheets(saved(tmp_path, bytes(content), f"blad.{kind}"))


TEXTS = st.text(max_size=40).map(lambda text: as_typed(text.replace("_x", "-x")))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=6))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("heen")
    columns = (Column("een"), Column("twee"), Column("drie"))
    want: list[tuple[int, tuple[str, ...]]] = [(1, ("een", "twee", "drie"))]
    for number, row in enumerate(rows, 2):
        filled = list(row)
        while filled and not filled[-1]:
            filled.pop()
        if filled:
            want.append((number, tuple(filled)))
    write_sheets(folder / "a.xlsx", (SheetToWrite("A", columns, tuple(rows)),), title="Proef")
    assert cells(folder / "a.xlsx") == want
    for machines in (False, True):
        content = csv_bytes([("een", "twee", "drie"), *rows], for_machines=machines)
        assert cells(saved(folder, content, "a.csv")) == want


def test_csv_is_safe_and_dutch() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("a", "b"),
        ("=1+1", -5.5),
        ("-5,0", "-x"),
        ("'=x", None),
        ("\t=x", "@x"),
    ]
    assert csv_bytes(rows).decode("utf-8") == (
        "\ufeffa;b\r\n'=1+1;-5,5\r\n-5,0;'-x\r\n''=x;\r\n'\t=x;'@x\r\n"
    )
    assert csv_bytes(rows[:2], for_machines=True) == b"a,b\r\n'=1+1,-5.5\r\n"


def test_a_workbook_holds_no_formula_and_no_link(tmp_path: Path) -> None:
    long = tuple(f"keuze nummer {n}" for n in range(40))
    columns = (
        Column("Titel", choices=("ja", "nee"), hint="Kies."),
        Column("titel", choices=long),
        Column("Getal", form="0.00"),
    )
    rows = (("=1+1", "https://example.org", 5.5), ("x" * 40_000, "\x00\x0b", float("nan")))
    sheets = (SheetToWrite("A/B:*", columns, rows, to_fill=20), SheetToWrite("a b", columns))
    path = tmp_path / "a.xlsx"
    write_sheets(path, sheets, title="Proef")
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml").replace(b"<formula", b"")
    assert b"External" not in whole
    grids = read_sheets(path)
    assert [grid.name for grid in grids] == ["A B", "a b 2"]
    assert grids[0].rows[1].cells[:2] == ("=1+1", "https://example.org")
    assert sheets_bytes(sheets, title="P", created=datetime(2026, 1, 1)) == sheets_bytes(
        sheets, title="P", created=datetime(2026, 1, 1)
    )


def test_limits_fit_a_real_sheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [["repaircafe", "Bewoners", "gemeenschappelijk"] * 3] * 5000
    assert len(cells(saved(tmp_path, xlsx(rows)))) == 5000
    assert zips.MAX_RATIO >= 200
