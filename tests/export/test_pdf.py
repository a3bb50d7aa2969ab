"""The record as a PDF tells what the web page tells, to the eye and to who has it read aloud."""

from collections.abc import Iterator

import pytest

from game import i18n
from game.core.entries import Record
from game.core.publish import public
from game.export.blocks import Cell, Document, Heading, Paragraph, Picture, Table, said
from game.export.pdf import to_pdf, typeset
from game.export.sections import document
from game.office.letters import Cleaner, coverage
from tests.export import talk
from tests.export.test_document import facts
from tests.office.pdf import bookmarks, pdf_pages, pdf_text, squeezed, standards, tags, unembedded

LONG_NOTE = 100_000


@pytest.fixture(autouse=True, params=i18n.LANGUAGES)
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use(request.param)
    yield request.param
    i18n.use(i18n.DEFAULT)


def read(content: bytes) -> str:
    """Read what can be read, without where lines and words were broken."""
    return squeezed(pdf_text(content))


def printed(text: str) -> str:
    """Give what a text looks like on paper."""
    return squeezed(Cleaner(tuple(coverage().values())).text(said(text)))


@pytest.mark.parametrize("spread", [False, True], ids=["internal", "public"])
def test_every_fact_is_in_it(spread: bool) -> None:
    record = public(talk.played()) if spread else talk.played()
    text = read(to_pdf(record))
    for fact in facts(record):
        assert printed(fact) in text


@pytest.mark.parametrize("spread", [False, True], ids=["internal", "public"])
def test_hostile_words_come_out_as_words(spread: bool) -> None:
    record = public(talk.played(True)) if spread else talk.played(True)
    content = to_pdf(record)
    text = read(content)
    assert standards(content) == (True, True)
    for fact in facts(record):
        words = printed(fact)
        # What runs from right to left is read back in another order, and a page may end inside.
        if words.isascii():
            assert words[:40] in text
            assert words[-20:] in text


def records() -> list[Record]:
    return [talk.played(), talk.barely_begun(), talk.for_two(), public(talk.for_two())]


def test_it_can_be_read_aloud() -> None:
    for record in records():
        content, told = to_pdf(record), document(record)
        kinds = tags(content)
        headings = [block for block in told.blocks if isinstance(block, Heading)]
        assert [kind for kind in kinds if kind[0] == "H"] == [f"H{one.level}" for one in headings]
        tables = [block for block in told.blocks if isinstance(block, Table)]
        assert kinds.count("Table") == kinds.count("THead") == len(tables)
        assert kinds.count("TH") == sum(len(table.header) for table in tables)
        pictures = [block for block in told.blocks if isinstance(block, Picture)]
        assert kinds.count("Figure") == len(pictures)
        assert [squeezed(one) for one in bookmarks(content)] == [
            squeezed(one.text) for one in headings
        ]
        assert standards(content) == (True, True)
        assert unembedded(content) == set()


def test_a_note_of_a_hundred_thousand_letters_runs_on_over_pages() -> None:
    note = ("Een lange kanttekening. " * LONG_NOTE)[:LONG_NOTE]
    cells = (Cell("Bewoners"), Cell(note))
    told = Document(
        "nl",
        "Lang",
        "",
        (
            Heading(1, "Lang"),
            Paragraph(note),
            Table("Tabel", ("Stoel", "Kanttekening"), (cells,)),
            Paragraph("w" * 400),
        ),
    )
    pages = pdf_pages(typeset(told))
    assert len(pages) > 30
    text = squeezed("".join(pages))
    assert text.count("Eenlangekanttekening.") >= 2 * (LONG_NOTE // 24) - len(pages)
    assert text.count("w") >= 400


def test_the_same_record_gives_the_same_bytes() -> None:
    assert to_pdf(talk.played()) == to_pdf(talk.played())
