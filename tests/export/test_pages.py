"""No page ends with a heading, or with words that only lead to what follows."""

import io
import re
from collections.abc import Iterator

import pytest

from game import i18n
from game.core import intents as i
from game.core.cards import Crux
from game.core.entries import Record
from game.core.outcome import Outcome
from game.core.settlement import Settlement
from game.export.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Heading,
    Paragraph,
    Speech,
    Table,
    leading,
)
from game.export.formats import Format, written
from game.export.open_document import written as open_document
from game.export.pdf import to_pdf, typeset
from game.export.sections import document
from game.export.word import written as word
from tests.core.play import COM, INS, put, seal
from tests.export.talk import Talk, played, recorded
from tests.office.pdf import pdf_pages, squeezed


@pytest.fixture(autouse=True)
def tongue() -> Iterator[None]:
    i18n.use("nl")
    yield
    i18n.use(i18n.DEFAULT)


def divided(long: int) -> Record:
    """Play a conversation with a difference over every crux, with reasons of this many words."""
    talk = Talk()
    for number, crux in enumerate([*Crux, *Crux]):
        talk.start("ccicc")
        talk.argue("s3", INS, "Zonder zaal stopt het.")
        talk.argue("s1", COM, "Wij runnen het zelf.")
        talk.do(i.Restate(INS, "s1"), i.Restate(COM, "s3"), i.StartSecondRound())
        talk.do(*seal("ccici"), i.Reveal())
        reasons = ((COM, "samen " * (number + long)), (INS, "zaal " * long))
        talk.do(i.Confirm(Outcome.DIFFERED, Settlement(reasons=reasons, crux=crux, settle="Wie?")))
    talk.do(*put(talk.log.session), i.Skip("Te weinig tijd."))
    return recorded(talk.log)


def ends(content: bytes, told: Document) -> list[str]:
    """List what leads to something and stands at the foot of a page, above its footer."""
    subtitle = f" · {told.subtitle}" if told.subtitle else ""
    bodies = [squeezed(text) for text in pdf_pages(content)]
    footer = squeezed(told.title + subtitle)
    feet = [body[: body.rindex(footer)] for body in bodies]
    found = zip(told.blocks, leading(told.blocks), strict=True)
    leads = [b.text for b, one in found if one and isinstance(b, (Heading, Paragraph))]
    leads += [block.caption for block in told.blocks if isinstance(block, Table)]
    return [text for text in leads for foot in feet if foot.endswith(squeezed(text))]


@pytest.mark.parametrize("long", [12, 55, 130])
def test_no_page_of_a_record_ends_with_a_heading(long: int) -> None:
    record = divided(long)
    assert ends(to_pdf(record), document(record)) == []


def test_a_heading_stays_with_what_it_is_about_wherever_a_page_ends() -> None:
    rows = tuple((Cell(f"regel {n}"), Cell("woorden " * 40)) for n in range(9))
    blocks: list[Block] = [Heading(1, "Verslag"), Heading(2, "Deel")]
    for n in range(70):
        blocks += [
            Paragraph("vulling " * (17 * n % 90) + f"tot nummer {n} eind"),
            Heading(3, f"Verschillen om nummer {n} eind"),
            Paragraph(f"Inleiding nummer {n} eind"),
            Heading(4, f"Kaart nummer {n} eind", card=bool(n % 3), outcome=Outcome.DIFFERED),
        ]
        follows: tuple[Block, ...] = (
            Speech("Bewoners", "Een reden. " * (1 + n * 7 % 100)),
            Table(f"Tabel nummer {n} eind", ("Stoel", "Woorden"), rows[: 1 + n % 9]),
            Bullets(("een", "twee")),
        )
        blocks += [follows[n % 2], Heading(2, f"Deel {n} eind"), follows[2]]
    told = Document("nl", "Verslag", "Tafel", tuple(blocks))
    assert ends(typeset(told), told) == []


def test_word_and_opendocument_keep_them_with_what_follows() -> None:
    import docx
    from odfdo import Document as OpenDocument

    told = document(played())
    found = zip(told.blocks, leading(told.blocks), strict=True)
    leads = [b.text for b, one in found if one and isinstance(b, Paragraph)]
    assert len(leads) > 4
    made = docx.Document(io.BytesIO(word(told)))
    kept = [p for p in made.paragraphs if p.paragraph_format.keep_with_next]
    assert {p.text for p in kept} >= set(leads)
    levels = {f"Heading {block.level}" for block in told.blocks if isinstance(block, Heading)}
    for style in made.styles:
        if style.name in levels:
            assert style.paragraph_format.keep_with_next
    for table in made.tables:
        assert table.cell(0, 0).paragraphs[0].paragraph_format.keep_with_next
    opened = OpenDocument(io.BytesIO(open_document(told)))
    styled = {p.text_recursive for p in opened.body.get_paragraphs("Lead")}
    assert styled >= set(leads)


def test_the_web_page_keeps_them_on_paper() -> None:
    page = written(played(), Format.HTML).decode()
    paper = page[page.index("@media print") :]
    assert "h2, h3, h4, caption, .leads { break-after: avoid; }" in paper
    told = document(played())
    leads = [
        b
        for b, one in zip(told.blocks, leading(told.blocks), strict=True)
        if one and isinstance(b, Paragraph)
    ]
    assert len(re.findall('<p class="(?:lead )?leads">', page)) == len(leads)


def test_a_short_table_for_word_stays_whole_and_a_long_one_keeps_its_head() -> None:
    import docx

    rows = tuple((Cell(f"regel {n}"), Cell("שלום en\nverder")) for n in range(60))
    blocks = (Heading(1, "Verslag"), Table("Kort", ("Stoel", "Plek"), rows[:3]))
    told = Document("nl", "Verslag", "", (*blocks, Table("Lang", ("Stoel", "Plek"), rows)))
    short, long = docx.Document(io.BytesIO(word(told))).tables
    kept = [
        [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
        for table in (short, long)
    ]
    assert kept == [[True, True, True, None], [True, *[None] * 60]]
    assert short.cell(1, 1).text == "שלום en\nverder"
    assert [cell.paragraphs[0].runs[0].bold for cell in long.rows[1].cells] == [True, None]


def test_word_numbers_its_pages() -> None:
    import docx

    foot = docx.Document(io.BytesIO(word(document(played())))).sections[0].footer
    assert 'w:instr="PAGE"' in foot.part.blob.decode()
    assert "Eindhoven" in foot.paragraphs[0].text
