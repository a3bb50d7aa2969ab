"""A deck as tables: a round trip loses nothing, and every problem is named at its cell, at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from game import i18n
from game.core.cards import (
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Place,
    Sphere,
)
from game.decks.draft import Draft, tidy
from game.decks.library import Library
from game.decks.read import read_draft
from game.decks.tables.reading import check_table, read_table, with_criteria_of
from game.decks.tables.writing import to_csv, to_workbook
from game.decks.write import to_yaml
from game.office.books import Column, SheetToWrite, write_sheets
from game.office.grid import SheetError

DECKS = Path(__file__).parents[2] / "decks"
BASES = Library((DECKS,)).find


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use(i18n.DEFAULT)


def saved(folder: Path, content: bytes, name: str = "deck.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def problems(path: Path, facts: Draft | None = None) -> list[str]:
    table = read_table(path, facts or Draft())
    return [str(one) for one in check_table(table, path.with_suffix(".yaml"), BASES)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("deck", sorted(path.name for path in DECKS.glob("*.yaml")))
def test_the_decks_of_the_game_come_back_whole(tmp_path: Path, deck: str, language: str) -> None:
    i18n.use(language)
    draft, findings = read_draft(DECKS / deck)
    assert not findings
    path = saved(tmp_path, to_workbook(draft))
    assert read_table(path, Draft()).draft == tidy(draft)
    assert problems(path) == []


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="_"), max_size=20)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
TITLES = TEXT.filter(lambda text: bool(tidy(Draft(title=text)).title))
CARDS = st.builds(
    ActivityCard, IDS, TITLES, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple)
)
CRITERIA = st.builds(CriterionCard, IDS, st.sampled_from(CriterionKind), TITLES, TITLES, TEXT)
SPHERES = st.lists(
    st.builds(Sphere, st.sampled_from(Place), TITLES, TEXT), unique_by=lambda one: one.place
)
DRAFTS = st.builds(
    Draft,
    id=IDS,
    title=TITLES,
    language=st.sampled_from(["nl", "en", "fy"]),
    version=TEXT,
    about=TEXT,
    based_on=IDS | st.just(""),
    drop=st.lists(IDS, max_size=3).map(tuple),
    spheres=st.none()
    | SPHERES.map(lambda found: tuple(sorted(found, key=lambda one: list(Place).index(one.place)))),
    activities=st.lists(CARDS, max_size=4).map(tuple),
    criteria=st.none() | st.lists(CRITERIA, max_size=3).map(tuple),
    closing=st.none() | st.lists(st.builds(ClosingQuestion, IDS, TITLES), max_size=3).map(tuple),
)


@settings(max_examples=80, deadline=None)
@given(DRAFTS, st.sampled_from(["nl", "en"]))
def test_a_round_trip_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, draft: Draft, language: str
) -> None:
    i18n.use(language)
    draft = tidy(draft)
    folder = tmp_path_factory.mktemp("deck")
    assert read_table(saved(folder, to_workbook(draft)), Draft()).draft == draft
    from_csv = read_table(saved(folder, to_csv(draft), "deck.csv"), draft).draft
    assert from_csv.activities == draft.activities


CARD = "id;titel;tekst\nkoor;Koor;Zingen\n"


def test_a_csv_file_holds_the_cards_alone(tmp_path: Path) -> None:
    path = saved(tmp_path, CARD.encode("cp1252"), "eindhoven_jeugd.csv")
    draft = read_table(path, Draft()).draft
    assert (draft.id, draft.title, draft.language) == ("eindhoven-jeugd", "Eindhoven jeugd", "nl")
    facts = Draft(title="Jeugd", language="en", based_on="sociale-basis")
    draft = read_table(path, facts).draft
    assert (draft.id, draft.title, draft.language) == ("jeugd", "Jeugd", "en")
    assert draft.based_on == "sociale-basis"
    assert draft.activities == (ActivityCard("koor", "Koor", "Zingen"),)


@pytest.mark.parametrize(
    "content",
    [
        'ID,Title,Tags\n,Repair café,"wonen, duurzaam"\n'.encode(),
        "titel\tlabels\nRepair café\twonen; duurzaam\n".encode("utf-16"),
        "sep=;\nTitel;Trefwoorden\nRepair café;wonen,duurzaam\n".encode("cp1252"),
    ],
)
def test_every_way_a_table_is_saved(tmp_path: Path, content: bytes) -> None:
    draft = read_table(saved(tmp_path, content, "a.csv"), Draft()).draft
    tags = ("wonen", "duurzaam")
    assert draft.activities == (ActivityCard("repair-cafe", "Repair café", tags=tags),)


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    def sheet(name: str, *rows: tuple[str, ...]) -> SheetToWrite:
        return SheetToWrite(name, tuple(map(Column, rows[0])), rows[1:])

    path = tmp_path / "fout.xlsx"
    sheets = (
        sheet(
            "Kaarten",
            ("id", "titel", "tekst", "pictogramm", "foto", "prijs"),
            ("koor", "Koor", "x" * 401, "", "", "5"),
            ("koor", "Nog een koor", "", "", "", ""),
            ("Groot Koor", "Groot koor", "", "", "../weg.png", ""),
            ("leeg", "", "Geen titel", "", "", ""),
        ),
        sheet(
            "Criteria",
            ("soort", "titel", "vraag"),
            ("doel", "Een", "Mag iedereen meedoen?"),
            ("raar", "Twee", "mag iedereen meedoen"),
        ),
        sheet("Sferen", ("plek", "titel"), ("persoonlijk", "Eigen"), ("maan", "Ver")),
        sheet("Deck", ("gegeven", "waarde"), ("titel", "Fout"), ("taal", "Nederlands"), ("x", "y")),
        sheet("Notities", ("a",), ("b",)),
    )
    write_sheets(path, sheets, title="Fout")
    found = problems(path)
    for start, words in (
        ("Sheet Kaarten, row 1, column pictogramm:", "Do you mean “pictogram”"),
        ("Sheet Kaarten, row 1, column prijs:", "left out"),
        ("Sheet Kaarten, row 2, column tekst:", "401 characters, at most 400"),
        ("Sheet Kaarten, row 3, column id:", "stands on row 2"),
        ("Sheet Kaarten, row 4, column id:", "cannot be an id"),
        ("Sheet Kaarten, row 4, column foto:", "weg.png"),
        ("Sheet Kaarten, row 5, column titel:", "nothing is filled in"),
        ("Sheet Criteria, row 3, column soort:", "not a kind of criterion"),
        ("Sheet Criteria, row 3, column vraag:", "row 2"),
        ("Sheet Sferen, row 3, column plek:", "not a place"),
        ("Sheet Deck, row 3, column waarde:", "not a language"),
        ("Sheet Deck, row 4, column gegeven:", "no such fact"),
        ("Sheet Notities:", "left out"),
    ):
        matching = [line for line in found if line.startswith(start)]
        assert any(words.casefold() in line.casefold() for line in matching), (start, found)
    i18n.use("nl")
    assert "Blad Kaarten, rij 3, kolom id: Op rij 2 staat hetzelfde." in " ".join(problems(path))


def test_columns_that_are_missing(tmp_path: Path) -> None:
    found = problems(saved(tmp_path, b"id;tekst\nkoor;Zingen\n", "a.csv"))
    assert "Row 1: The column Title is missing." in found
    assert not [line for line in found if "title" in line.casefold()][1:]
    sheets = (SheetToWrite("A", (Column("a"),)), SheetToWrite("B", (Column("b"),)))
    write_sheets(tmp_path / "b.xlsx", sheets, title="x")
    with pytest.raises(SheetError, match="no sheet with cards"):
        read_table(tmp_path / "b.xlsx", Draft())


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    card = ActivityCard("a", "=1+1", "@SUM(A1)", tags=("-x", '"q", r;s'))
    draft = Draft("a", "A", "nl", "1.0", activities=(card,), criteria=())
    for path in (
        saved(tmp_path, to_workbook(draft)),
        saved(tmp_path, to_csv(draft), "a.csv"),
    ):
        assert read_table(path, Draft()).draft.activities == (card,)
    assert to_yaml(draft)


ROWS = "\n".join(f"Kaart {n};tekst" for n in range(6))


def test_a_title_above_the_header_is_passed_over(tmp_path: Path) -> None:
    path = saved(tmp_path, f"Onze kaarten;;\n\nTitel;Tekst\n{ROWS}".encode(), "a.csv")
    table = read_table(path, Draft())
    assert [card.title for card in table.draft.activities][:2] == ["Kaart 0", "Kaart 1"]
    assert table.problems == ()


def test_an_unseen_letter_in_a_header_does_not_matter(tmp_path: Path) -> None:
    path = saved(tmp_path, f"\u00a0Ti\u00adtel;Tekst\u200b\n{ROWS}".encode(), "a.csv")
    assert read_table(path, Draft()).problems == ()


def test_the_only_sheet_with_something_in_it_has_the_cards(tmp_path: Path) -> None:
    book = Workbook()
    for row in ("Titel", "Koor"):
        book.worksheets[0].append([row])
    for name in ("Blad2", "Blad3"):
        book.create_sheet(name)
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert [card.title for card in read_table(path, Draft()).draft.activities] == ["Koor"]


@pytest.mark.parametrize("text", ["", "\n\n", ";;\n"])
def test_an_empty_table_is_called_empty(tmp_path: Path, text: str) -> None:
    with pytest.raises(SheetError, match="empty"):
        read_table(saved(tmp_path, text.encode(), "a.csv"), Draft())


def test_a_header_alone_says_that_rows_are_missing(tmp_path: Path) -> None:
    base = Library((DECKS,)).load("sociale-basis")
    said = []
    for text in (b"titel;tekst\n", b"Koor\n"):
        table = with_criteria_of(read_table(saved(tmp_path, text, "a.csv"), Draft()), base)
        said.append([str(one) for one in check_table(table, tmp_path / "a.yaml", BASES)])
    rows = "There is no row under the names of the columns. Type one in each row."
    assert said[0] == [rows]
    assert rows not in said[1]
    assert said[1]


def test_what_a_program_made_of_a_cell_is_told(tmp_path: Path) -> None:
    rows = "titel;tekst\n#N/B;a\n2026-03-01;a\nk\ufffdk;a\nb;#DIV/0!\nc;op 2026-03-01\n"
    table = read_table(saved(tmp_path, rows.encode(), "a.csv"), Draft())
    assert [(one.row, one.column, one.error) for one in table.problems] == [
        (2, "titel", True),
        (3, "titel", False),
        (4, "titel", True),
        (5, "tekst", True),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "titel;teks;pictogramm\nKoor;Zingen;cofee\n",
            ("Row 1, column teks:", "Row 1, column pictogramm:", "Row 2, column pictogramm:"),
        ),
        ("titell;pictogram\nKoor;cofee\n", ("Row 1, column titell:", "Row 2, column pictogram:")),
        (
            "Onze kaarten;;\n\ntitell;foto\nKoor;../weg.png\n;koor.png\n",
            (
                "Row 3, column titell:",
                "Row 4, column foto:",
                "Row 5, column titell:",
                "Row 5, column foto:",
            ),
        ),
        (
            "Onze kaarten;;\n\nid;foto\nkoor;../weg.png\n",
            ("Row 3: The column Title is missing.", "Row 4, column foto:"),
        ),
    ],
)
def test_a_mistyped_column_hides_nothing(tmp_path: Path, rows: str, said: tuple[str, ...]) -> None:
    found = problems(saved(tmp_path, rows.encode(), "a.csv"), Draft(based_on="sociale-basis"))
    for start in said:
        assert any(line.startswith(start) for line in found), (start, found)
    assert len(found) == len(said)


def test_a_mistyped_column_takes_nothing_from_the_one_it_is_like(tmp_path: Path) -> None:
    path = saved(tmp_path, b"titell;titel\nFout;Koor\n", "a.csv")
    table = read_table(path, Draft())
    assert [card.title for card in table.draft.activities] == ["Koor"]
    assert [one.column for one in table.problems if one.error] == ["titell"]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (
            "titel;prijs",
            "Rij 1, kolom prijs: Een kaartenset heeft geen kolom met deze naam."
            " Wat erin staat, gaat niet mee.",
        ),
        (
            "prijs;titel;;wie komt;uren",
            "Rij 1: Een kaartenset heeft geen kolommen “prijs” (A), “wie komt” (D) en “uren” (E)."
            " Wat erin staat, gaat niet mee.",
        ),
    ],
)
def test_unknown_columns_are_named_in_one_sentence(tmp_path: Path, header: str, said: str) -> None:
    i18n.use("nl")
    table = read_table(saved(tmp_path, f"{header}\nx;y\n".encode(), "a.csv"), Draft())
    assert [(str(one), one.error) for one in table.problems] == [(said, False)]
