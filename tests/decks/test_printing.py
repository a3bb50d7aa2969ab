"""A printed deck: its parts, its two sides, what does not fit, and a form that can be read in."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from game import i18n
from game.cli import main
from game.core.cards import ActivityCard, Deck
from game.decks.library import Library
from game.decks.parts import Part, chosen
from game.decks.printing.form import COLUMNS
from game.decks.printing.pages import Printed, preview, print_deck
from game.decks.printing.parts import SIGNS, pages_of
from game.store.paper import terms
from tests.export.talk import EVIL
from tests.office.pdf import bookmarks, pdf_pages, pdf_text, squeezed, standards, tags, unembedded

ROOT = Path(__file__).parents[2]
A4, A3 = {(595, 842), (842, 595)}, {(1191, 842)}
MM = 72 / 25.4
"""Points in a millimetre."""


def nothing(_deck: Deck, _name: str) -> Path | None:
    return None


@pytest.fixture(scope="module")
def deck() -> Deck:
    return Library((ROOT / "decks",)).load("sociale-basis")


def printed(deck: Deck, path: Path, *parts: Part, seats: int = 6) -> tuple[Printed, bytes]:
    made = print_deck(deck, nothing, path, parts=parts or tuple(Part), seats=seats)
    return made, path.read_bytes()


def png(red: int) -> bytes:
    """Make a whole picture of one pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes([0, red, 9, 9])))
    ) + chunk(b"IEND", b"")


def test_all_of_a_deck_is_one_file_that_can_be_read_aloud(deck: Deck, tmp_path: Path) -> None:
    made, content = printed(deck, tmp_path / "set.pdf")
    text = squeezed(pdf_text(content))
    for card in deck.activities:
        assert squeezed(card.title) in text
        assert squeezed(card.text) in text
    for criterion in deck.criteria:
        assert squeezed(criterion.title) in text
        assert squeezed(criterion.question) in text
    assert (made.too_long, made.missing, made.broken) == ((), (), ())
    assert made.pages == len(pdf_pages(content)) == sum(pages_of(p, deck, 6) for p in Part)
    assert standards(content) == (True, True)
    assert unembedded(content) == set()
    kinds = [kind for kind in tags(content) if kind.startswith("H")]
    assert set(kinds) == {"H1", "H2"}
    assert kinds[0] == "H1"
    assert "Activiteitenkaarten" in bookmarks(content)
    sizes = [
        tuple(round(float(side)) for side in page.mediabox[2:])
        for page in PdfReader(BytesIO(content)).pages
    ]
    assert set(sizes[:-1]) <= A4
    assert set(sizes[-1:]) <= A3


def places_of(page: int, content: bytes, words: str) -> Iterator[tuple[int, int, str]]:
    """Find texts on a page: column and row of the card that each is on."""

    found: list[tuple[int, int, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: object) -> None:
        if words in text:
            across = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            up = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            column = int((across - 10.5 * MM) // (63 * MM))
            row = int((297 * MM - up - 16.5 * MM) // (88 * MM))
            found.append((column, row, " ".join(text.split())))

    PdfReader(BytesIO(content)).pages[page].extract_text(visitor_text=visit)
    return iter(sorted(found))


def test_the_back_of_a_card_is_behind_its_front(deck: Deck, tmp_path: Path) -> None:
    _made, content = printed(deck, tmp_path / "hand.pdf", Part.HANDS, seats=5)
    count = len(pdf_pages(content))
    assert count == 6
    for page in range(0, count, 2):
        front = list(places_of(page, content, "Stoel"))
        back = list(places_of(page + 1, content, "Stoel"))
        assert sorted((2 - column, row, seat) for column, row, seat in back) == front
        assert front
    assert len(list(places_of(count - 2, content, "Stoel"))) == 25 - 18


def test_a_text_shrinks_until_it_fits_and_else_it_is_told(deck: Deck, tmp_path: Path) -> None:
    long = ActivityCard("lang", "Lang", "Woord na woord. " * 25)
    endless = ActivityCard("eindeloos", "Eindeloos", "Woord na woord. " * 200)
    wide = ActivityCard("breed", "Arbeidsongeschiktheidsverzekeringsmaatschappij" * 2, "Kort.")
    odd = replace(deck, activities=(long, endless, wide))
    made, content = printed(odd, tmp_path / "set.pdf", Part.CARDS)
    assert made.too_long == ("eindeloos",)
    text = squeezed(pdf_text(content))
    assert squeezed(long.text) in text
    assert wide.title in text


def test_hostile_cards_are_printed_as_words(deck: Deck, tmp_path: Path) -> None:
    cards = tuple(
        ActivityCard(f"kaart-{n}", words[:60], words[:400]) for n, words in enumerate(EVIL)
    )
    hostile = replace(deck, title=EVIL[0], activities=cards)
    made, content = printed(hostile, tmp_path / "set.pdf")
    assert "<script>alert(1)</script>" in squeezed(pdf_text(content))
    assert "\U0001f600" in made.missing
    assert standards(content) == (True, True)


def test_pictures_are_printed_and_broken_ones_are_told(deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "goed.png").write_bytes(png(200))
    (tmp_path / "stuk.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 99)
    cards = tuple(
        replace(card, picture=name)
        for card, name in zip(deck.activities[:3], ("goed.png", "stuk.jpg", "weg.png"), strict=True)
    )

    def found(_deck: Deck, name: str) -> Path | None:
        return tmp_path / name if name != "weg.png" else None

    made = print_deck(
        replace(deck, activities=cards), found, tmp_path / "set.pdf", parts=(Part.CARDS,)
    )
    assert made.broken == (cards[1].id, cards[2].id)
    content = (tmp_path / "set.pdf").read_bytes()
    assert tags(content).count("Figure") == 1
    assert standards(content) == (True, True)


def test_a_deck_is_printed_in_its_own_language(deck: Deck, tmp_path: Path) -> None:
    english = replace(deck, language="en", spheres=())
    _made, content = printed(english, tmp_path / "set.pdf", Part.GUIDE, Part.FORM, Part.POSTER)
    text = pdf_text(content)
    assert "Before you begin" in text
    assert "live with" in text
    assert "Personal" in text
    assert i18n.language() == "nl"
    frisian = replace(deck, language="fy")
    _made, content = printed(frisian, tmp_path / "set.pdf", Part.GUIDE)
    assert "Voor jullie beginnen" in pdf_text(content)


@pytest.mark.parametrize("seats", [1, 6, 12])
def test_rules_and_form_begin_on_a_sheet_of_their_own(
    deck: Deck, tmp_path: Path, seats: int
) -> None:
    both = (Part.GUIDE, Part.FORM)
    made, content = printed(deck, tmp_path / "set.pdf", *both, seats=seats)
    assert made.pages == 2 + 3 == sum(pages_of(part, deck, seats) for part in both)
    # What begins on a sheet of its own can be copied without the page before it.
    assert "Formulier" in pdf_pages(content)[2]


def test_the_form_has_the_columns_that_can_be_read_in(deck: Deck, tmp_path: Path) -> None:
    assert [terms.column(name) for name in COLUMNS] == list(terms.COLUMNS)
    assert [terms.column(name) for name in COLUMNS.values()] == list(terms.COLUMNS)
    _made, content = printed(deck, tmp_path / "set.pdf", Part.FORM)
    text = squeezed(pdf_text(content))
    for name in COLUMNS.values():
        assert squeezed(name) in text


def test_the_numbers_on_the_hand_cards_can_be_read_in() -> None:
    assert {sign: terms.PLACES[sign] for sign in SIGNS.values()} == {
        sign: place for place, sign in SIGNS.items()
    }


def test_it_tells_how_far_it_is(deck: Deck, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = print_deck(deck, nothing, tmp_path / "set.pdf", progress=lambda *now: told.append(now))
    assert told[0][0] == 0
    assert told[-1] == (made.pages, made.pages)
    assert [done for done, _whole in told] == sorted(done for done, _whole in told)


def test_a_preview_shows_every_page(deck: Deck) -> None:
    shown = preview(deck, nothing, parts=(Part.CRITERIA, Part.POSTER), dots=30)
    assert len(shown) == pages_of(Part.CRITERIA, deck, 6) + 1
    assert all(page.startswith(b"\x89PNG") for page in shown)


def test_what_stood_there_stays_when_it_fails(deck: Deck, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="niet"):
        print_deck(deck, nothing, tmp_path / "niet" / "set.pdf", parts=(Part.POSTER,))
    assert list(tmp_path.iterdir()) == []


def test_parts_come_in_their_order_and_once() -> None:
    assert chosen(["poster", "cards", "cards"]) == (Part.CARDS, Part.POSTER)
    with pytest.raises(ValueError, match="kaarten"):
        chosen(["kaarten"])


def test_the_command_prints_and_says_what_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "set.pdf"
    asked = ["deck", "print", "sociale-basis", "--parts", "poster,form", "-o", str(target)]
    assert main(asked) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert target.read_bytes().startswith(b"%PDF")
    assert main(asked) == 1
    assert main([*asked, "--force", "--seats", "12"]) == 0
    assert main([*asked[:-1], str(tmp_path)]) == 0
    assert (tmp_path / "sociale-basis.pdf").is_file()
    for wrong in (["--parts", "kaarten"], ["--seats", "13"], ["--seats", "0"]):
        with pytest.raises(SystemExit, match="2"):
            main([*asked, *wrong])
    assert "cards, criteria" in capsys.readouterr().err


def test_the_command_warns_of_what_does_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crowded(*_asked: object, **_named: object) -> Printed:
        return Printed(tmp_path / "x.pdf", 1, ("vol",), ("\u6f22",), ("foto",))

    monkeypatch.setattr("game.decks.printing.pages.print_deck", crowded)
    assert main(["deck", "print", "sociale-basis", "-o", str(tmp_path / "x.pdf")]) == 0
    warnings = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in warnings[:2]] == ["vol", "foto"]
    assert "\u6f22" in warnings[2]
