"""The form for sessions on paper, filled in as people do: Excel and ODS, many tables, own cards."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game import i18n
from game.cli import main
from game.core.cards import ClosingQuestion, Deck, Place, Sphere
from game.core.outcome import Outcome
from game.decks.library import Library
from game.office.books import Column, SheetToWrite, write_sheets
from game.office.sheets import read_sheets
from game.store.journal import read
from game.store.paper import PaperError, PaperSession, read_papers, terms
from game.store.paper.explained import explained
from game.store.paper.saving import save_paper
from game.store.paper.template import csv_template, header, template, worked
from tests.effort import grows_straight
from tests.test_paper import deck, play, problems, sheet

DECKS = Path(__file__).parents[1] / "decks"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use(i18n.DEFAULT)


def base() -> Deck:
    return Library((DECKS,)).load("sociale-basis")


def one(path: Path, cards: Deck) -> PaperSession:
    (paper,) = read_papers(path, cards)
    return paper


def book(path: Path, *sheets: tuple[str, str]) -> Path:
    """Write sheets out of lines with commas, the header first."""
    made = []
    for name, content in sheets:
        head, *rows = (tuple(line.split(",")) for line in content.strip().splitlines())
        made.append(SheetToWrite(name, tuple(map(Column, head)), tuple(rows)))
    write_sheets(path, tuple(made), title="Proef")
    return path


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_worked_example_is_a_session(tmp_path: Path, language: str) -> None:
    i18n.use(language)
    cards = base()
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(cards, tables=3))
    grids = read_sheets(path)
    assert len(grids) == 5
    assert [len(grid.rows) for grid in grids[:3]] == [1, 1, 1]
    with pytest.raises(PaperError):
        read_papers(path, cards)
    example = SheetToWrite("Tafel", tuple(Column(header(name)) for name in terms.COLUMNS))
    rows = tuple(tuple(row.get(name, "") for name in terms.COLUMNS) for row in worked(cards))
    write_sheets(path, (replace(example, rows=rows),), title="Proef")
    session = play(one(path, cards), cards)
    outcomes = [card.outcome for card in session.latest]
    assert outcomes == [Outcome.AGREED, Outcome.DIFFERED, Outcome.PARKED, Outcome.AGREED]
    assert session.blanks
    assert session.answers


def test_the_form_explains_every_column() -> None:
    assert tuple(explained()) == tuple(terms.COLUMNS)
    i18n.use("nl")
    names = csv_template().decode("utf-8-sig").strip().split(";")
    assert [terms.column(name) for name in names] == list(terms.COLUMNS)


TABLE = "kaart,stoel,eerste,grens\nkoor,A,buiten,x\nkoor,B,buiten,\n"


def test_every_table_of_a_workbook_is_a_session(tmp_path: Path) -> None:
    other = TABLE.replace("buiten", "communal")
    sheets = (("Tafel 1", TABLE), ("Voorbeeld", "kaart,stoel,eerste\nx,y,z"), ("Tafel 2", other))
    papers = read_papers(book(tmp_path / "a.xlsx", *sheets), deck("koor"))
    assert [paper.name for paper in papers] == ["Tafel 1", "Tafel 2"]
    placed = [play(paper, deck("koor")).latest[0].places[0] for paper in papers]
    assert placed == ["outside", "communal"]


def test_every_cell_of_every_sheet_is_named(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ("Tafel 1", TABLE.replace("koor,B,buiten", "koor,B,buitn")),
        ("Tafel 2", TABLE.replace("koor,A", "kor,A")),
        ("Uitleg", "wat\nniets"),
    )
    with pytest.raises(PaperError) as caught:
        read_papers(path, deck("koor"))
    found = [str(problem) for problem in caught.value.problems]
    assert found[0].startswith("Sheet Tafel 1, row 3, column eerste: “buitn” is not known")
    assert any(line.startswith("Sheet Tafel 2, row 2, column kaart: There is no") for line in found)
    path = book(tmp_path / "b.xlsx", ("1", TABLE), ("2", TABLE.replace("eerste", "eerst")))
    with pytest.raises(PaperError) as caught:
        read_papers(path, deck("koor"))
    assert str(caught.value.problems[0]).startswith("Sheet 2, row 1: These columns are missing")


def test_numbers_and_dates_of_excel_are_read_as_typed(tmp_path: Path) -> None:
    from datetime import date

    from openpyxl import Workbook

    page = (made := Workbook()).active
    assert page is not None
    page.append(["kaart", "stoel", "eerste", "datum", "drempel", "grootte", "parkeer_datum"])
    page.append(["koor", 1, "buiten", date(2026, 11, 5), 0.8, 3.0, date(2027, 1, 1)])
    page.append(["koor", 2, "buiten"])
    page["E2"].number_format = "0%"
    made.save(tmp_path / "a.xlsx")
    paper = one(tmp_path / "a.xlsx", deck("koor"))
    assert (paper.setup.date, paper.setup.threshold) == ("2026-11-05", 80)
    assert [(seat.label, seat.size) for seat in paper.seats] == [("1", 3), ("2", 1)]


TIE = (
    "card,seat,first,second,live_with,place_named\n"
    "koor,A,communal,communal,outside,{named}\nkoor,B,outside,outside,communal,\n"
)


def test_the_table_names_a_place_at_a_tie(tmp_path: Path) -> None:
    cards = deck("koor")
    card = play(one(sheet(tmp_path, TIE.format(named="buiten")), cards), cards).latest[0]
    assert (card.outcome, card.places) == (Outcome.CARRIED, ("outside",))
    card = play(one(sheet(tmp_path, TIE.format(named="")), cards), cards).latest[0]
    assert card.outcome is Outcome.DIFFERED
    found = problems(sheet(tmp_path, TIE.format(named="personal")), cards)
    assert [(row, column) for row, column, _ in found] == [(2, "place_named")]
    found = problems(sheet(tmp_path, TIE.format(named="maan")), cards)
    assert (2, "place_named") in [(row, column) for row, column, _ in found]
    assert "not known here" in found[0][2]


def test_cards_of_the_tables_own(tmp_path: Path) -> None:
    content = (
        "card,seat,first,boundary,own_card,own_text\n"
        "koor,A,outside,x,,\nkoor,B,outside,,,\n"
        "Onze tuin,A,communal,x,ja,Samen groente\nOnze tuin,B,communal,,,\n"
        "iftar,A,outside,x,,\niftar,B,outside,,,\n"
        "onze tuin,A,outside,x,,\nonze tuin,B,outside,,,\n"
    )
    cards = deck("koor", "iftar")
    session = play(one(sheet(tmp_path, content), cards), cards)
    assert [card.title for card in session.blanks] == ["Onze tuin"]
    assert session.blanks[0].text == "Samen groente"
    assert [card.card for card in session.latest] == ["koor", "blank-1", "iftar"]
    assert session.latest[1].version == 2
    wrong = content.replace("iftar,A,outside,x,,", "iftar,A,outside,x,ja,")
    assert [(row, column) for row, column, _ in problems(sheet(tmp_path, wrong), cards)] == [
        (6, "own_card")
    ]
    long = content.replace("Onze tuin", "T" * 61).replace("onze tuin", "T" * 61)
    assert (4, "card") in [
        (row, column) for row, column, _ in problems(sheet(tmp_path, long), cards)
    ]


def test_answers_of_the_closing_round(tmp_path: Path) -> None:
    cards = replace(deck("koor"), closing=(ClosingQuestion("basis", "Wat is de basis?"),))
    content = "card,seat,first,boundary,question,answer\nkoor,A,outside,x,,\nkoor,B,outside,,,\n"
    good = content + ",,,,wat is de basis?,Wij samen.\n"
    assert play(one(sheet(tmp_path, good), cards), cards).answers == (("basis", "Wij samen."),)
    bad = good + ",,,,Basis,Nog een keer\n,,,,Wie?,Iedereen\n,,,,,Zomaar\n"
    assert [(row, column) for row, column, _ in problems(sheet(tmp_path, bad), cards)] == [
        (5, "answer"),
        (6, "question"),
        (7, "question"),
    ]


def test_a_longer_sheet_costs_no_more_a_row(tmp_path: Path) -> None:
    cards = deck(*(f"k{n}" for n in range(60)))

    def import_one(number: int) -> None:
        rows = ["card,seat,first,second,criterion,meets,reason"]
        for card in range(5):
            places = ["outside" if n % 2 else "communal" for n in range(12)]
            rows += [f"k{card},S{n},{place},outside,,," for n, place in enumerate(places)]
            reasons = [f"k{card},S{n % 12},,,samen-geregeld,yes,reden {n}" for n in range(number)]
            rows += reasons
        path = sheet(tmp_path, "\n".join(rows))
        save = tmp_path / f"{number}.jsonl"
        save.unlink(missing_ok=True)
        save_paper(one(path, cards), cards, save)
        assert read(save).session.finished

    assert grows_straight(import_one, 60)


def test_an_odd_sheet_costs_no_more_a_row(tmp_path: Path) -> None:
    head = "card,seat,first,reason\n"

    def argue(number: int) -> None:
        many = [f"k0,{'AB'[n % 2]},{'outside' if n < 2 else ''},reden {n}" for n in range(number)]
        card = play(one(sheet(tmp_path, head + "\n".join(many)), deck("k0")), deck("k0")).latest[0]
        assert len(card.arguments) == number

    def turn(number: int) -> None:
        turns = [f"k{n // 2 % 2},{'AB'[n % 2]},outside," for n in range(number)]
        found = problems(sheet(tmp_path, head + "\n".join(turns)), deck("k0", "k1"))
        assert ["too many places" in text for _, _, text in found] == [True, True]

    assert grows_straight(argue, 250)
    assert grows_straight(turn, 1000)


def test_all_sessions_are_saved_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards = base().activities[0].title
    rows = f"kaart,stoel,eerste,grens\n{cards},A,buiten,x\n{cards},B,buiten,"
    path = book(tmp_path / "wijk.xlsx", ("Tafel 1", rows), ("Tafel 2", rows))
    words = ["record", "import", str(path), "--deck", "sociale-basis", "-o"]
    out = tmp_path / "uit"
    assert main([*words, str(tmp_path / "a.jsonl")]) == 1
    assert "2 gesprekken" in capsys.readouterr().err
    assert main([*words, str(out)]) == 0
    made = [out / "wijk-tafel-1.jsonl", out / "wijk-tafel-2.jsonl"]
    assert capsys.readouterr().out.split() == [str(one) for one in made]
    assert sorted(out.iterdir()) == made
    made[0].unlink()
    assert main([*words, str(out)]) == 1
    assert sorted(out.iterdir()) == made[1:]
    assert main([*words, str(tmp_path / "een.jsonl"), "--session", "tafel 2"]) == 0
    form = tmp_path / "form.xlsx"
    assert main(["record", "template", "sociale-basis", "-o", str(form), "--tables", "2"]) == 0
    assert main(["record", "import", str(form), "--deck", "sociale-basis", "-o", str(out)]) == 1
    assert "geen rijen" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_form_calls_the_places_as_the_deck_does(tmp_path: Path, language: str) -> None:
    i18n.use(language)
    named = Sphere(Place.PERSONAL, "Thuis en dichtbij")
    cards = replace(base(), spheres=(named,))
    rows = worked(cards)
    assert named.title in {row.get("first") for row in rows}
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(cards))
    with zipfile.ZipFile(path) as book:
        lists = b"".join(book.read(name) for name in book.namelist())
    assert named.title.encode() in lists
    filled = tmp_path / "filled.xlsx"
    head = tuple(Column(header(name)) for name in terms.COLUMNS)
    lines = tuple(tuple(row.get(name, "") for name in terms.COLUMNS) for row in rows)
    write_sheets(filled, (SheetToWrite("A", head, lines),), title="Proef")
    assert one(filled, cards).intents
