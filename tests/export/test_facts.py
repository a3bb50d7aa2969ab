"""Every format holds the same facts of a record, and stays what its readers can open."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game import i18n, words
from game.core.entries import NoteEntry, Record
from game.core.outcome import Outcome
from game.core.publish import public
from game.core.roles import with_roles
from game.export.blocks import ISOLATE, RELEASE, Picture, Table, said
from game.export.formats import Format, written
from game.export.seat_rows import columns
from game.export.sections import document
from tests.export import talk
from tests.export.test_document import facts
from tests.office.pdf import pdf_text

LONG = ("Een lange kanttekening. " * 5000)[:100_000]
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
FIXED = (Format.DOCX, Format.ODT, Format.XLSX, Format.CSV, Format.MACHINE_CSV, Format.MD)


@pytest.fixture(autouse=True)
def tongue() -> Iterator[None]:
    i18n.use("nl")
    yield
    i18n.use(i18n.DEFAULT)


def endless() -> Record:
    """Give the hostile record, with a note of a hundred thousand letters."""
    record = talk.played(True)
    first = record.cards[0]
    first = replace(first, notes=(*first.notes, NoteEntry("s3", None, LONG)), together="w" * 400)
    return replace(record, cards=(first, *record.cards[1:]))


RECORDS: dict[str, Callable[[], Record]] = {
    "ordinary": talk.played,
    "public": lambda: public(talk.played()),
    "by role": lambda: with_roles(talk.played()),
    "hostile": lambda: talk.played(True),
    "begun": talk.barely_begun,
    "for two": lambda: public(talk.for_two()),
}


def docx_text(content: bytes) -> str:
    import docx

    return "".join(
        part.text or "\n"
        for part in docx.Document(io.BytesIO(content)).element.body.iter()
        if part.tag.rpartition("}")[2] in ("t", "br", "p")
    )


def odt_text(content: bytes) -> str:
    from odfdo import Document

    return str(Document(io.BytesIO(content)).get_formatted_text())


def xlsx_text(content: bytes) -> str:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value).removeprefix("'") for cell in cells if cell.value is not None)


def csv_text(content: bytes) -> str:
    separator = ";" if content.startswith(b"\xef\xbb\xbf") else ","
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = csv.reader(text, delimiter=separator, strict=True)
    return "\n".join(cell.removeprefix("'") for row in rows for cell in row)


def md_text(content: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", content.decode())


def json_text(content: bytes) -> str:
    return "\n".join(_strings(json.loads(content)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield said(value)


READERS: dict[Format, Callable[[bytes], str]] = {
    Format.PDF: pdf_text,
    Format.DOCX: docx_text,
    Format.ODT: odt_text,
    Format.XLSX: xlsx_text,
    Format.CSV: csv_text,
    Format.MACHINE_CSV: csv_text,
    Format.MD: md_text,
    Format.JSON: json_text,
}
"""HTML and plain text are read in test_document, and what is hostile in a PDF in test_pdf."""


def bare(text: str) -> str:
    """Leave out what may stand between letters where a line was broken."""
    kept = re.sub(r"[\s;>\\\u00ad\u200b-\u200f\u2066-\u2069-]", "", text)
    return kept.replace(ISOLATE, "").replace(RELEASE, "")


def of_cards(record: Record) -> Iterator[str]:
    """List what is in a table of cards and seats: all but what is left and said in between."""
    whole = {card.title for card in record.not_reached} | set(record.notes)
    rounds = [shown for card in record.cards for shown in (card.first, card.second) if shown]
    seats = {seat for shown in rounds for seat in shown.present}
    idle = {t for seat in record.seats if seat.id not in seats for t in (seat.label, seat.role)}
    if record.cards:
        yield from (fact for fact in facts(record) if fact not in whole | idle)


def expected(record: Record, to: Format) -> Iterator[str]:
    """List the facts that a format holds, as it writes them."""
    dates = {words.date(record.setup.date): record.setup.date}
    tokens = {words.outcome(card.outcome): card.outcome.value for card in record.cards}
    tokens |= {words.outcome(a.outcome): a.outcome.value for c in record.cards for a in c.aspects}
    tokens |= {words.crux(card.crux): card.crux.value for card in record.cards if card.crux}
    found = of_cards(record) if to in (Format.CSV, Format.MACHINE_CSV) else facts(record)
    for fact in found:
        if to in (Format.JSON, Format.MACHINE_CSV):
            yield dates.get(fact, tokens.get(fact, fact))
        else:
            yield dates.get(fact, fact) if to is Format.CSV else fact


PAIRS = [(to, name) for to in READERS for name in RECORDS if (to, name) != (Format.PDF, "hostile")]


@pytest.mark.parametrize(("to", "name"), PAIRS)
def test_every_format_holds_the_same_facts(to: Format, name: str) -> None:
    record = RECORDS[name]()
    told = bare(READERS[to](written(record, to)))
    for fact in expected(record, to):
        assert bare(said(fact)) in told


@pytest.mark.parametrize("to", [Format.DOCX, Format.ODT, Format.XLSX, Format.MACHINE_CSV], ids=str)
def test_a_note_of_a_hundred_thousand_letters_is_whole(to: Format) -> None:
    told = bare(READERS[to](written(endless(), to)))
    assert told.count("Eenlangekanttekening.") >= len(LONG) // 24 - 4
    assert "w" * 400 in told


@pytest.mark.parametrize("to", FIXED, ids=str)
def test_the_same_record_gives_the_same_bytes(to: Format) -> None:
    first, second = (written(talk.played(), to) for _ in range(2))
    assert first == second


def test_figures_are_counted_first_and_say_why_there_is_none() -> None:
    for to in (Format.DOCX, Format.ODT, Format.XLSX, Format.MD):
        told = READERS[to](written(talk.barely_begun(), to))
        reason = "niet te berekenen: geen kaart heeft twee verzegelde keuzes voor een plek"
        assert bare(reason) in bare(told)
        assert "nan" not in told.casefold().split()
        assert told.index("Kaarten op tafel") < told.index("niet te berekenen")


def test_word_and_opendocument_say_what_their_parts_are() -> None:
    record = talk.played()
    told = document(record)
    tables = [block for block in told.blocks if isinstance(block, Table)]
    pictures = [block for block in told.blocks if isinstance(block, Picture)]
    assert len(pictures) == 4
    with zipfile.ZipFile(io.BytesIO(written(record, Format.DOCX))) as file:
        word = ET.fromstring(file.read("word/document.xml"))
    tags = [part.tag.rpartition("}")[2] for part in word.iter()]
    assert tags.count("tblHeader") == tags.count("tblCaption") == len(tables)
    alts = [part.get("descr") for part in word.iter() if part.tag.endswith("}docPr")]
    assert alts == [picture.alt for picture in pictures]
    empty = [
        part
        for part in word.iter()
        if part.tag.endswith("}p")
        and not any(under.tag.rpartition("}")[2] in ("t", "drawing") for under in part.iter())
    ]
    assert not empty
    with zipfile.ZipFile(io.BytesIO(written(record, Format.ODT))) as file:
        assert file.infolist()[0].filename == "mimetype"
        assert file.infolist()[0].compress_type == zipfile.ZIP_STORED
        content = ET.fromstring(file.read("content.xml"))
        assert b'fo:language="nl"' in file.read("styles.xml")
    assert len(list(content.iter(f"{{{ODF}table:1.0}}table-header-rows"))) == len(tables)
    descriptions = [each.text for each in content.iter(f"{{{ODF}svg-compatible:1.0}}desc")]
    assert descriptions == [picture.alt for picture in pictures]


def test_a_workbook_holds_numbers_and_no_formula() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(written(talk.played(True), Format.XLSX)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert [sheet.title for sheet in book][:5] == [
        *("Kaarten", "Standpunten", "Argumenten", "Agenda", "Cijfers")
    ]
    cards = [[cell.value for cell in row] for row in book["Kaarten"].iter_rows()]
    at = cards[0].index("Punten")
    assert sum(int(str(row[at])) for row in cards[1:]) == sum(
        c.score.total for c in talk.played().cards
    )
    assert all(sheet.freeze_panes == "A2" and sheet.tables for sheet in book)


def table(record: Record, to: Format) -> list[dict[str, str]]:
    """Read a CSV, each row under the names for programs."""
    separator = ";" if to is Format.CSV else ","
    text = io.StringIO(written(record, to).decode("utf-8-sig"), newline="")
    header, *rows = csv.reader(text, delimiter=separator, strict=True)
    keys = [key for key, _title in columns()]
    assert header == (keys if to is Format.MACHINE_CSV else [title for _key, title in columns()])
    assert len(set(header)) == len(header)
    return [dict(zip(keys, row, strict=True)) for row in rows]


@pytest.mark.parametrize("to", [Format.CSV, Format.MACHINE_CSV], ids=str)
def test_the_csv_has_a_row_a_card_and_seat_under_documented_names(to: Format) -> None:
    record = talk.played()
    rows = [row for row in table(record, to) if row["card"]]
    ids = [(row["card_id"], row["card_version"], row["seat"]) for row in rows]
    assert len(set(ids)) == len(ids)
    assert {one[0] for one in ids} == {card.id for card in record.cards}
    carried = next(card for card in record.cards if card.outcome is Outcome.CARRIED)
    told = next(row for row in rows if row["card_id"] == carried.id)
    assert told["first_communal"] == "3"
    if to is Format.MACHINE_CSV:
        assert (told["outcome"], told["first_agreement"]) == ("carried", "0.3")


@pytest.mark.parametrize("spread", [False, True], ids=["internal", "public"])
@pytest.mark.parametrize("to", [Format.CSV, Format.MACHINE_CSV], ids=str)
def test_the_csv_tells_the_closing_round_in_rows_without_a_card(to: Format, spread: bool) -> None:
    record = public(talk.played()) if spread else talk.played()
    rows = table(record, to)
    closing = rows[-len(record.closing) :]
    assert [row["closing_question"] for row in closing] == [a.question for a in record.closing]
    assert [row["closing_answer"] for row in closing] == [a.text for a in record.closing]
    of_a_card = [key for key, _title in columns()][14:-2]
    assert not any(row[key] for row in closing for key in of_a_card)
    assert {(row["session"], row["gemeente"]) for row in rows} == {
        (record.session_id, record.setup.gemeente)
    }
    assert not any(row["closing_question"] for row in rows[: -len(record.closing)])


def test_the_guide_names_every_column_of_the_csv() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "verslag.md").read_text(encoding="utf-8")
    for key, title in columns():
        assert f"| {title} | `{key}` |" in guide
    for to in Format:
        assert f"`{to}`" in guide


@pytest.mark.parametrize("to", READERS, ids=str)
def test_no_format_tells_what_the_public_version_holds_back(to: Format) -> None:
    told = bare(READERS[to](written(public(talk.played()), to)))
    for held in ("Wijkteam", "Vriendschap is geen dienst", "beleidsmedewerker sport"):
        assert bare(held).casefold() not in told.casefold()
    small = bare(READERS[to](written(public(talk.for_two()), to)))
    assert "geheim" not in small.casefold()
    assert "Bewoners" not in small
