"""The document tells every fact of a record, in HTML as in plain text, and HTML is well made."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from game import i18n, words
from game.core.cards import Crux
from game.core.entries import Record
from game.core.outcome import Outcome
from game.core.record import public
from game.decks.pictograms import pictogram, strokes
from game.export.blocks import (
    ISOLATE,
    RELEASE,
    Cell,
    Document,
    Heading,
    Paragraph,
    Remark,
    Table,
    said,
)
from game.export.board import Lane, Tile, draw, wrap
from game.export.html import page, to_html
from game.export.questions import leads_to
from game.export.sections import document
from game.export.text import WIDTH, to_text
from tests.core.play import COM
from tests.export import talk

RECORDS: dict[str, Callable[[], Record]] = {
    "ordinary": talk.played,
    "hostile": lambda: talk.played(True),
    "begun": talk.barely_begun,
    "for two": talk.for_two,
}
VOID = {"meta", "br", "wbr", "path", "circle", "rect", "line", "ellipse", "polyline", "polygon"}


@pytest.fixture(autouse=True, params=i18n.LANGUAGES)
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use(request.param)
    yield request.param
    i18n.use(i18n.DEFAULT)


@pytest.fixture(params=[(name, spread) for name in RECORDS for spread in (False, True)], ids=str)
def record(request: pytest.FixtureRequest) -> Record:
    name, spread = request.param
    made: Record = RECORDS[name]()
    return public(made) if spread else made


class Page(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "br":
            self.words.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.words.append(data)

    @property
    def text(self) -> str:
        """All that can be read, with its spaces evened out."""
        return flat("".join(self.words))


def flat(text: str) -> str:
    """Even out spaces, and leave out what only says where a line may break."""
    return " ".join(re.sub(f"[{ISOLATE}{RELEASE}\u00ad]", "", text).split())


def squeezed(text: str) -> str:
    """Leave out spaces and the marks of quoted lines, where lines were wrapped."""
    return re.sub(r"[\s>;]", "", text.replace(ISOLATE, "").replace(RELEASE, ""))


def facts(record: Record) -> Iterator[str]:
    """List everything that the table typed, chose or earned."""
    setup = record.setup
    yield from (setup.gemeente, setup.wijk, setup.question, setup.table, setup.missing)
    yield from (words.date(setup.date), record.deck.sha256, record.app_version)
    for seat in record.seats:
        if seat.id != "overig":
            yield from (seat.label, seat.role)
    for card in record.cards:
        yield from (card.title, card.text, card.wording, card.reason, card.boundary, card.together)
        yield from (card.settle, card.question, card.owner, card.skip_reason)
        yield words.outcome(card.outcome)
        yield from (text for _place, text in card.reasons)
        yield from (note.text for note in card.notes)
        yield from (argument.text for argument in card.arguments)
        yield from card.remarks
        for aspect in card.aspects:
            yield from (aspect.name, aspect.reason, words.outcome(aspect.outcome))
        if card.crux:
            yield words.crux(card.crux)
    for answer in record.closing:
        yield from (answer.question, answer.text)
    yield from record.notes
    yield from (card.title for card in record.not_reached)


def test_every_fact_can_be_read(record: Record) -> None:
    page, text = Page(to_html(record)).text, squeezed(to_text(record))
    for fact in facts(record):
        assert flat(said(fact)) in page
        assert squeezed(said(fact)) in text


def test_a_page_is_well_made(record: Record, tongue: str) -> None:
    page = Page(to_html(record))
    assert page.open == []
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(page.headings))
    names = [tag for tag, _attrs in page.tags]
    assert names.count("main") == 1
    assert names.count("table") == names.count("caption")
    assert ("html", {"lang": tongue}) in page.tags
    ids = [attrs["id"] for _tag, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for tag, attrs in page.tags:
        assert tag not in ("script", "iframe", "link", "object", "embed", "form", "base")
        assert not any(key.startswith("on") for key in attrs)
        assert "src" not in attrs
        if tag == "th":
            assert attrs["scope"] in ("col", "row")
        if "href" in attrs:
            assert str(attrs["href"]).removeprefix("#") in ids
        assert attrs.get("role") != "region"  # a landmark for every table buries the page
        if attrs.get("role") == "group":
            assert attrs["tabindex"] == "0"
            assert attrs.get("aria-label") or attrs["aria-labelledby"] in ids
        if tag == "svg":
            assert attrs.get("aria-hidden") == "true" or attrs["role"] == "img"


def test_a_page_loads_nothing_and_holds_no_control_characters(record: Record) -> None:
    html = to_html(record)
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", html
    )
    assert "<script" not in html
    assert html.count("<bdi>") == html.count("</bdi>")


def test_a_public_record_for_two_tells_only_totals() -> None:
    made = public(talk.for_two())
    for text in (to_html(made), to_text(made)):
        assert "Geheim" not in text
        assert "geheim" not in text
        assert "Bewoners" not in text
    assert "<svg xmlns" not in to_html(made)


def test_a_public_record_names_no_small_seat() -> None:
    for text in (to_html(public(talk.played())), to_text(public(talk.played()))):
        assert "Wijkteam" not in text
        assert "Vriendschap is geen dienst" not in text
        assert "Bewoners" in text


def test_the_picture_shows_every_card_in_each_of_its_places() -> None:
    record = talk.played()
    html = to_html(record)
    picture = html[html.index("<svg xmlns") : html.index("</svg>", html.index("<svg xmlns"))]
    assert picture.count('class="tile"') == sum(len(placed.places) for placed in record.placed)
    assert "<title" in picture


def test_differences_come_before_the_cards_with_every_position() -> None:
    record = talk.played()
    html = to_html(record)
    start = html.index('<section aria-labelledby="differences"')
    differing = html[start : html.index('<section aria-labelledby="cards"')]
    text = Page(differing).text
    order = [differing.index(f'id="crux-{crux}"') for crux in ("fact", "value")]
    assert order == sorted(order)
    for placed in record.differences:
        assert placed.title in text
        for note in placed.card.notes:
            assert note.text in text
        for _place, reason in placed.card.reasons:
            assert reason in text
        shown = placed.aspect.round if placed.aspect else placed.card.last
        assert shown is not None
        for choice, _count in shown.counts:
            assert words.vote(choice, talk.deck()) in text


def test_the_text_to_reuse_speaks_for_this_table_only(tongue: str) -> None:
    text = flat(to_text(talk.played()))
    assert "de gemeente vindt" not in text
    if tongue == "nl":
        assert text.count("Aan deze tafel, met 12 deelnemers") == 4
        assert "geen steekproef" in text
        assert "Gespreksverslag" in text


def test_a_figure_without_a_value_says_so(tongue: str) -> None:
    text = flat(to_text(talk.for_two()))
    assert words.too_little_data() in text
    empty = flat(to_text(talk.barely_begun()))
    assert words.undefined() in empty
    if tongue == "nl":
        assert "nog niets" in empty


def test_lines_of_plain_text_stay_within_the_screen(record: Record) -> None:
    assert max(len(line) for line in to_text(record).split("\n")) <= WIDTH


def test_said_cleans_and_isolates() -> None:
    assert said("a\x00b\x1bc") == "abc"
    assert said("een\r\ntwee\u2028drie\x85vier") == "een\ntwee\ndrie\nvier"
    assert said("\u202eom\u202c") == "om"
    assert said("שלום") == f"{ISOLATE}שלום{RELEASE}"
    assert said("  \ud800tekst ") == "tekst"


def test_an_unknown_pictogram_is_left_out() -> None:
    assert strokes("bestaat-niet") == ""
    assert strokes("") == ""
    assert strokes("music").startswith("<")
    assert pictogram("bestaat-niet", 0, 0, size=9, colour="#000", css="x") == ""


def test_titles_wrap_inside_their_tile() -> None:
    assert wrap("", 100, 15, most=3) == ()
    lines = wrap("w" * 200, 130, 15.5, most=4)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert wrap("Sleutel bij de buren", 130, 15.5, most=4)[0].startswith("Sleutel")
    if i18n.language() == "nl":
        assert wrap("wijkverpleging", 112, 15.5, most=4) == ("wijkverple-", "ging")
        assert wrap("’s-Hertogenbosch", 112, 15.5, most=4)[0] not in ("’s-", "’s")
    tall = draw((Lane(COM, "Samen", (Tile("x", "", Outcome.AGREED),) * 60),), "alt")
    assert int(re.findall(r'height="(\d+)" role', tall)[0]) > 60 * 40


def test_long_words_break_in_a_page_where_a_reader_expects() -> None:
    i18n.use("nl")
    typed = "wijkverplegingsteam ’s-Hertogenbosch reïntegratietraject"
    endless = "Vrijwilligersondersteuningsorganisatie"
    table = Table("t", (typed, "b", "c"), ((Cell(typed), Cell(endless), Cell("x" * 60)),))
    told = page(Document("nl", "t", "", (Heading(1, typed), table, Paragraph(endless))))
    assert told.count("wijk\u00adver\u00adple\u00adgings\u00adteam") == 2
    assert told.count('<span class="whole">’s-Hertogenbosch</span>') == 3
    assert "re\u00ad" not in told
    assert told.rpartition("<p>")[2].startswith("Vrij\u00adwil\u00adligers\u00adonder")
    assert "<wbr>" in told
    assert not re.search(r"\w-<wbr>|\u00ad<wbr>|<wbr>\u00ad", told)


def test_how_long_the_cards_were_expected_to_take_is_told(tongue: str) -> None:
    told = {
        "nl": "13, naar verwachting 26 tot 104 minuten",
        "en": "13, expected to take 26 to 104 minutes",
    }
    assert told[tongue] in to_text(talk.barely_begun())


def test_the_merged_seats_are_not_said_to_be_there_the_whole_time() -> None:
    i18n.use("nl")
    shown = public(talk.played())
    assert "* overig\n    Rol: –\n    Mensen: 5\n    Aanwezig: –\n" in to_text(shown)
    assert "* Sportclub\n" in to_text(talk.played())


def test_a_remark_says_that_it_is_one_and_settling_keeps_the_words_of_the_table() -> None:
    i18n.use("nl")
    text = to_text(talk.played())
    assert "Opmerking:\n  > Hier ging het snel." in text
    settled = "Wat is nodig om eruit te komen? Is de zaal een recht of een gunst?"
    assert text.count(settled) == 2
    assert "Keuze voor de raad: " not in text


def test_without_tiles_a_figure_is_read_before_what_it_counts() -> None:
    i18n.use("nl")
    text = to_text(talk.played())
    (whole,) = re.findall(r"^- (\d+\s%) volledigheid van het gesprek$", text, re.MULTILINE)
    assert f"- Volledigheid van het gesprek: {whole} (" in text


def test_what_is_left_out_of_a_difference_is_said_once() -> None:
    i18n.use("nl")
    blocks = document(public(talk.played())).blocks
    told = [block.text if isinstance(block, Remark) else "" for block in blocks]
    assert any("Weggelaten" in text for text in told)
    assert not any(text and "weggelaten" in before for before, text in pairwise(told))


def test_a_difference_over_a_word_asks_to_be_talked_about() -> None:
    i18n.use("nl")
    assert leads_to(Crux.MEANING) == leads_to(None) == "Om samen te bespreken"
    assert leads_to(Crux.FACT) == "Onderzoeksvraag"
