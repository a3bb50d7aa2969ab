"""Paper sessions: the game's own outcomes and scores, and every broken cell named at once."""

from collections.abc import Iterator
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import i18n
from game.core import intents as i
from game.core.cards import ActivityCard, CriterionCard, CriterionKind, Deck, Place, Sphere
from game.core.evolve import advance
from game.core.outcome import Outcome
from game.core.rules import decide
from game.core.scoring import score, totals
from game.core.session import CardInPlay, Session, Step
from game.office.csv_files import MAX_BYTES
from game.office.grid import MAX_ROWS
from game.store.paper import PaperError, PaperSession, Problem, read_papers, terms

SHEETS = Path(__file__).parent / "paper"
CRITERIA = {
    "samen-geregeld": "Samen geregeld",
    "draait-op-vrijwilligers": "Draait op vrijwilligers",
    "plek-of-kracht": "Plek of betaalde kracht",
    "eigen-band": "Door een eigen band",
    "iedereen-welkom": "Iedereen is welkom",
}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use(i18n.DEFAULT)


def deck(*cards: str) -> Deck:
    made = tuple(ActivityCard(card, card.replace("-", " ").capitalize()) for card in cards)
    criteria = tuple(
        CriterionCard(criterion, CriterionKind.PROPERTY, title, "?")
        for criterion, title in CRITERIA.items()
    )
    return Deck("proef", "Proef", "nl", "1", made, criteria)


def read_paper(path: Path, cards: Deck, session: str = "") -> PaperSession:
    (paper,) = read_papers(path, cards, session)
    return paper


def play(paper: PaperSession, cards: Deck) -> Session:
    session = Session(cards)
    for intent in (i.Start(paper.setup, paper.seats, 0), *paper.intents):
        session = advance(session, Step("", decide(session, intent)))
    return session


def recorded(sheet: str, cards: Deck) -> dict[str, CardInPlay]:
    session = play(read_paper(SHEETS / sheet, cards), cards)
    assert session.finished
    return {card.card: card for card in session.latest}


def letters(card: CardInPlay) -> str:
    return "".join(place[0] for place in card.places)


OUTCOMES = {
    "fast": ("agreed", "c"),
    "fast-abstained": ("agreed", "c"),
    "asked-discussion": ("agreed", "c"),
    "came-together": ("agreed", "i"),
    "became-disputed": ("differed", "ci"),
    "agreed-of-three": ("agreed", "c"),
    "one-voice": ("undecided", ""),
    "one-voice-no-seal": ("undecided", ""),
    "half-abstained": ("undecided", ""),
    "under-half-abstained": ("agreed", "i"),
    "half-is-no-fast-lane": ("agreed", "c"),
    "all-unsure": ("undecided", ""),
    "threshold-met": ("carried", "c"),
    "threshold-met-of-five": ("carried", "i"),
    "too-few-for-threshold": ("differed", "ci"),
    "live-with-of-three": ("carried", "c"),
    "live-with-of-five": ("carried", "c"),
    "one-cannot-live-with": ("differed", "cio"),
    "live-with-less-than-half": ("differed", "pcio"),
    "tie": ("differed", "ci"),
    "tie-one-liveable": ("carried", "c"),
    "tie-both-liveable": ("differed", "ci"),
    "one-one-both-liveable": ("differed", "ci"),
    "turned-into-difference": ("differed", "ci"),
    "outside-agreed": ("agreed", "o"),
    "unclear-kept": ("agreed", "c"),
    "split": ("split", ""),
    "parked": ("parked", ""),
    "parked-unopened": ("parked", ""),
    "skipped-once": ("agreed", "p"),
    "fast-again": ("agreed", "i"),
    "fast-again-not": ("agreed", "p"),
}


@pytest.mark.parametrize("sheet", ["outcomes.csv", "uitkomsten-excel.csv"])
def test_every_row_of_the_outcome_table(sheet: str) -> None:
    found = recorded(sheet, deck(*OUTCOMES))
    got = {card: (str(played.outcome), letters(played)) for card, played in found.items()}
    assert got == OUTCOMES
    assert found["fast"].fast_lane
    assert found["asked-discussion"].full_discussion
    assert found["fast-again"].version == 2
    assert found["skipped-once"].returned
    assert [aspect.name for aspect in found["split"].aspects] == [
        "De koffie",
        "Het werk",
        "Het geld",
    ]


def test_both_languages_tell_the_same_session() -> None:
    cards = deck(*OUTCOMES)
    english = read_paper(SHEETS / "outcomes.csv", cards)
    assert read_paper(SHEETS / "uitkomsten-excel.csv", cards) == english
    assert (english.setup.gemeente, english.setup.wijk) == ("Voorbeeldstad", "Noord")
    assert (english.setup.date, english.setup.table) == ("2026-11-05", "Tafel 3")
    assert [(seat.label, seat.size) for seat in english.seats] == [
        ("Bewoners", 3),
        ("Wijkteam", 2),
        ("Sportclub", 2),
        ("Welzijn", 3),
        ("Gemeente", 2),
    ]


def test_the_threshold_of_the_sheet_counts() -> None:
    cards = ("at-threshold", "below-threshold", "needs-four")
    found = recorded("threshold.csv", deck(*cards))
    assert [str(found[card].outcome) for card in cards] == ["carried", "differed", "differed"]


SCORES = {
    # contribution, reasoning, understanding, outcome
    "full-agreed": (1, 2, 1, 2),
    "full-differed": (1, 2, 1, 2),
    "full-carried": (1, 2, 1, 2),
    "full-split": (1, 2, 1, 2),
    "full-fast": (1, 2, 1, 2),
    "seal-missing": (0, 2, 1, 2),
    "absent-costs-nothing": (1, 2, 1, 2),
    "abstention-counts": (1, 2, 1, 2),
    "abstained-card": (1, 2, 1, 2),
    "no-criterion": (1, 0, 1, 2),
    "criterion-no-words": (1, 1, 1, 2),
    "criteria-both-no-words": (1, 1, 1, 2),
    "given-up-later": (1, 2, 1, 2),
    "words-from-another-row": (1, 2, 1, 2),
    "not-restated": (1, 2, 0, 2),
    "waived-alone": (1, 2, 1, 2),
    "boundary-missing": (1, 2, 0, 1),
    "fast-no-reason": (1, 0, 1, 1),
    "agreed-not-told": (1, 2, 1, 1),
    "agreed-no-reason": (1, 2, 1, 1),
    "agreed-own-reason": (1, 2, 1, 2),
    "carried-no-note": (1, 2, 1, 1),
    "differed-no-crux": (1, 2, 1, 1),
    "differed-no-settle": (1, 2, 1, 1),
    "differed-no-reason": (1, 2, 1, 1),
    "differed-new-reason": (1, 2, 1, 2),
    "split-no-reason": (1, 2, 1, 1),
    "undecided": (0, 0, 0, 0),
    "parked": (0, 0, 0, 0),
    "parked-incomplete": (0, 0, 0, 0),
    "skipped": (0, 0, 0, 0),
    "latecomer": (1, 2, 1, 2),
    "left-early": (1, 2, 1, 2),
}


def test_every_row_of_the_score_table() -> None:
    cards = deck(*SCORES)
    session = play(read_paper(SHEETS / "scores.csv", cards), cards)
    found = {card.card: astuple(score(card)) for card in session.latest}
    assert found == SCORES
    # 29 discussed cards, a parked one that lacks an owner, and one for which nothing is asked.
    assert totals(session).maximum == 6 * (29 + 1)
    assert totals(session).points == sum(map(sum, SCORES.values()))


def test_presence_follows_the_rows() -> None:
    found = recorded("scores.csv", deck(*SCORES))
    late, early = found["latecomer"], found["left-early"]
    assert late.first
    assert late.second
    assert "s1" not in late.first.present
    assert "s1" in late.second.present
    assert early.second
    assert "s5" not in early.second.present
    assert any(argument.seat == "s5" for argument in early.arguments)
    assert found["seal-missing"].first
    assert found["seal-missing"].first.missing == ("s5",)


def test_notes_are_never_drafted_on_paper() -> None:
    found = recorded("scores.csv", deck(*SCORES))
    assert found["carried-no-note"].settlement.notes == ()
    assert found["carried-no-note"].settlement.reason == "Wij doen het samen."


BAD_DECK = ("repaircafé", "voedselbank", "straatfeest", "koor", "iftar", "scouting")
BAD = [
    (1, "colour", "no such column"),
    (2, "date", "“31 maart” is not a date"),
    (2, "threshold", "“40” is not a number from 51 to 100"),
    (2, "size", "“9” is not a number from 1 to 5"),
    (2, "criterion", "no criterion “samen” in this deck. Do you mean “Samen geregeld”"),
    (3, "first", "“comunal” is not known here. Use one of: personal, communal"),
    (3, "meets", "Say whether the card meets the criterion: yes, no, partly"),
    (3, "boundary", "differs from row 2, where “Als het stopt.” stands"),
    (4, "live_with", "own place"),
    (4, "meets", "no criterion on this row"),
    (5, "card", "no card “Repaircafe” in this deck. Do you mean “Repaircafé”"),
    (5, "live_with", "goes with a place in “second”"),
    (6, "size", "differs"),
    (6, "second", "a second round is needed"),
    (7, "restated", "“perhaps” is not known here"),
    (8, "crux", "“wrong” is not known here"),
    (10, "first", "This seat has row 9 for that"),
    (11, "restated", "table of two"),
    (11, "crux", "belongs to a difference"),
    (13, "seat", "which seat"),
    (14, "park_date", "“30-02-2026” is not a date"),
    (14, "skip_reason", "not both"),
    (15, "aspect", "two or three"),
    (16, "second", "An aspect has one round"),
    (18, "first", "Nobody chose anything"),
    (20, "card", "which card"),
    (21, "criterion", "Bewoners chose no place"),
    (22, "restated", "nothing to restate"),
    (22, "X", "no column name"),
]


def problems(path: Path, cards: Deck, session: str = "") -> list[tuple[int, str, str]]:
    with pytest.raises(PaperError) as caught:
        read_paper(path, cards, session)
    return [(problem.row, problem.column, problem.text) for problem in caught.value.problems]


def test_every_bad_cell_is_named_at_once() -> None:
    found = problems(SHEETS / "bad.csv", deck(*BAD_DECK, "vriendschap", "huisarts"))
    listed = "\n".join(map(str, found))
    for row, column, words in BAD:
        said = [text for r, c, text in found if (r, c) == (row, column)]
        assert any(words in text for text in said), f"{row} {column} {words}\n{listed}"
    for row, column, text in found:
        assert (row, column) in {(r, c) for r, c, _ in BAD}, text


def test_problems_speak_the_language_of_the_screen() -> None:
    i18n.use("nl")
    found = problems(SHEETS / "bad.csv", deck(*BAD_DECK))
    assert any("persoonlijk, gemeenschappelijk" in text for _, _, text in found)


def sheet(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


PLAIN = "card,seat,first,boundary\nkoor,A,communal,Én €1\nkoor,B,communal,\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.encode("cp1252"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode("utf-16"),
        ("sep=;\r\n" + PLAIN.replace(",", ";")).encode("cp1252"),
        PLAIN.replace("\n", "\r\n").encode(),
        ("\n\n" + PLAIN).encode(),
        PLAIN.replace("card,seat,first,boundary", "Kaart, STOEL ,Eerste,Grens").encode(),
        PLAIN.replace("communal", "Gemeenschappelijk").replace("koor", " KOOR ").encode(),
    ],
)
def test_every_way_a_sheet_is_saved(content: bytes, tmp_path: Path) -> None:
    cards = deck("koor")
    session = play(read_paper(sheet(tmp_path, content), cards), cards)
    assert session.latest[0].boundary == "Én €1"
    assert session.latest[0].outcome is Outcome.AGREED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("card,seat,first\n", "no rows"),
        ("kaart;stoel\nkoor;A\n", "first (eerste)"),
        ("card,seat,first\nkoor,A,commu\0nal\n", "not a text file"),
        ("card,seat,first,card\nkoor,A,communal,koor\nkoor,B,communal,\n", "twice"),
        ("card,seat,first\nkoor,A,communal\n", "2 to 12 seats; this file has 1"),
        ("card,seat,first\n" + "koor,A,communal\n" * (MAX_ROWS + 1), "rows"),
        ("card,seat,first\n" + "x" * MAX_BYTES, "5 MB"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
    ],
)
def test_files_that_are_no_session(content: str | bytes, words: str, tmp_path: Path) -> None:
    found = problems(sheet(tmp_path, content), deck("koor"))
    assert any(words in text for _, _, text in found), found


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert problems(tmp_path / "nee.csv", deck("koor")) == [(0, "", "There is no such file.")]
    assert problems(tmp_path, deck("koor"))[0][0] == 0


def test_every_session_of_a_file_is_read(tmp_path: Path) -> None:
    cards = deck("koor", "iftar")
    path = sheet(
        tmp_path,
        "session,card,seat,first,boundary\n"
        "Ochtend,koor,A,communal,x\n,koor,B,communal,\n"
        "Middag,iftar,C,personal,\nMiddag,iftar,D,personal,\n",
    )
    papers = read_papers(path, cards)
    assert [paper.name for paper in papers] == ["Ochtend", "Middag"]
    morning, afternoon = (play(paper, cards) for paper in papers)
    assert [seat.label for seat in morning.seats] == ["A", "B"]
    assert [card.card for card in afternoon.latest] == ["iftar"]
    assert read_paper(path, cards, "ochtend") == papers[0]
    assert "“Ochtend”, “Middag”" in problems(path, cards, "Avond")[0][2]


def test_a_sheet_sorted_by_seat_is_not_played(tmp_path: Path) -> None:
    content = "card,seat,first\nkoor,A,communal\niftar,A,communal\nkoor,B,communal\n"
    found = problems(sheet(tmp_path, content), deck("koor", "iftar"))
    assert (4, "card") in [(row, column) for row, column, _ in found]


def test_nothing_follows_from_a_card_that_is_misspelt(tmp_path: Path) -> None:
    rows = ("choir,A,communal,communal", "choir,B,institutional,communal",
            "choir,C,communal,communal", "chess,A,communal,", "chess,B,communal,",
            "chess,C,communal,")  # fmt: skip
    for row, instead in ((1, "coir"), (2, "choirr"), (0, "chior"), (3, "ches"), (1, "zzz")):
        typed = [f"{instead},{text.split(',', 1)[1]}" if n == row else text
                 for n, text in enumerate(rows)]  # fmt: skip
        path = sheet(tmp_path, "\n".join(("card,seat,first,second", *typed)))
        found = problems(path, deck("choir", "chess"))
        assert [(at, column) for at, column, _text in found] == [(row + 2, "card")], found


def test_formulas_are_plain_words(tmp_path: Path) -> None:
    content = (
        "card,seat,first,criterion,meets,reason,boundary\n"
        "koor,A,communal,samen-geregeld,yes,'=1+1,=HYPERLINK(x)\nkoor,B,communal,,,,\n"
    )
    cards = deck("koor")
    card = play(read_paper(sheet(tmp_path, content), cards), cards).latest[0]
    assert card.arguments[0].text == "=1+1"
    assert card.boundary == "=HYPERLINK(x)"


def test_why_a_seat_abstained_is_kept_as_a_note(tmp_path: Path) -> None:
    content = (
        "card,seat,first,reason,boundary\n"
        "koor,A,communal,,x\nkoor,B,communal,,\nkoor,C,unsure,Nooit gehoord.,\n"
    )
    cards = deck("koor")
    session = play(read_paper(sheet(tmp_path, content), cards), cards)
    assert [(note.text, note.card) for note in session.notes] == [("C: Nooit gehoord.", "koor")]


def test_many_long_arguments_fit_in_one_reason(tmp_path: Path) -> None:
    long = ("Lang. " * 300).strip()
    content = "card,seat,first,second,reason\n" + "".join(
        f"koor,{seat},{place},{place},{n} {long}\n"
        for n, (seat, place) in enumerate(
            [("A", "communal"), ("B", "communal"), ("C", "outside"), ("D", "outside")]
        )
    )
    cards = deck("koor")
    card = play(read_paper(sheet(tmp_path, content), cards), cards).latest[0]
    first = [text for _place, text in card.settlement.reasons]
    assert first == [f"0 {long}", f"2 {long}"]
    assert len(card.arguments) == 4


def test_an_aspect_can_be_turned_into_a_difference(tmp_path: Path) -> None:
    content = "card,seat,first,aspect,outcome_reason,crux\n" + "".join(
        f"koor,{seat},{first},,,\nkoor,{seat},{one},een,{said},\nkoor,{seat},{two},twee,,{crux}\n"
        for seat, first, one, two, said, crux in (
            ("A", "communal", "communal", "personal", "Samen.", "value"),
            ("B", "communal", "communal", "personal", "", ""),
            ("C", "communal", "communal", "personal", "", ""),
            ("D", "outside", "communal", "outside", "", ""),
        )
    )
    cards = deck("koor")
    card = play(read_paper(sheet(tmp_path, content), cards), cards).latest[0]
    assert [aspect.differed for aspect in card.settlement.aspects] == [False, True]
    assert card.settlement.aspects[0].reason == "Samen."


def test_the_form_has_every_column_in_both_languages() -> None:
    assert len(terms.COLUMNS) == 32
    for english, dutch in terms.COLUMNS.items():
        assert terms.column(english) == terms.column(dutch) == english
    assert terms.shown(terms.MEETS, deck()) == ("yes", "no", "partly")
    i18n.use("nl")
    assert terms.shown(terms.MEETS, deck()) == ("wel", "niet", "deels")
    assert terms.shown(terms.PLACES, deck()) == (
        "persoonlijk",
        "gemeenschappelijk",
        "institutioneel",
        "buiten",
    )


def renamed() -> Deck:
    named = (
        Sphere(Place.PERSONAL, "Thuis en dichtbij"),
        Sphere(Place.COMMUNAL, "Gemeenschappelijk"),
        Sphere(Place.INSTITUTIONAL, "Met een loket"),
    )
    return replace(deck("koor", "iftar"), spheres=named)


def test_the_words_of_the_deck_are_read_besides_the_usual_ones(tmp_path: Path) -> None:
    i18n.use("nl")
    path = sheet(
        tmp_path,
        "kaart;stoel;eerste;tweede;kan leven met\n"
        "koor;A;Thuis en dichtbij;thuis EN dichtbij;met een loket, gemeenschappelijk\n"
        "koor;B;persoonlijk;1;Met een loket Gemeenschappelijk 0\n"
        "koor;C;2;Met een loket;buiten, thuis en dichtbij\n",
    )
    (card,) = play(read_paper(path, renamed()), renamed()).latest
    assert card.last is not None
    assert [ballot.vote for ballot in card.last.ballots] == [
        Place.PERSONAL,
        Place.PERSONAL,
        Place.INSTITUTIONAL,
    ]
    assert [set(ballot.live_with) for ballot in card.last.ballots] == [
        {Place.INSTITUTIONAL, Place.COMMUNAL},
        {Place.INSTITUTIONAL, Place.COMMUNAL, Place.OUTSIDE},
        {Place.OUTSIDE, Place.PERSONAL},
    ]


def test_a_word_that_is_not_known_is_answered_with_the_words_of_the_form(tmp_path: Path) -> None:
    i18n.use("nl")
    path = sheet(tmp_path, "kaart;stoel;eerste\nkoor;A;misschien\nkoor;B;1\n")
    (found,) = problems(path, renamed())
    assert found[2].endswith(
        "Thuis en dichtbij, gemeenschappelijk, Met een loket, buiten, weet niet, onduidelijk, "
        "niet mijn terrein, 1, 2, 3, 0, -."
    )


@pytest.mark.parametrize(("said", "wrong"), [("", 0), ("ja", 2)])
def test_nothing_is_said_back_where_everybody_chose_the_same(
    tmp_path: Path, said: str, wrong: int
) -> None:
    i18n.use("nl")
    rows = f"koor;A;2;{said}\nkoor;B;gemeenschappelijk;{said}\n"
    path = sheet(tmp_path, "kaart;stoel;eerste;teruggezegd\n" + rows)
    if wrong:
        assert len(problems(path, deck("koor"))) == wrong
    else:
        assert read_paper(path, deck("koor")).intents


CELLS = {
    "card": ("koor", "koor", "iftar", "repaircafe", "nee", ""),
    "seat": ("A", "B", "C", "D", ""),
    "first": ("communal", "communal", "outside", "unsure", "unclear", "-", "", "fout"),
    "second": ("", "", "communal", "outside", "personal", "not_mine", "-"),
    "live_with": ("", "", "", "communal", "outside personal"),
    "criterion": ("", "samen-geregeld", "nee"),
    "meets": ("", "yes", "fout"),
    "reason": ("", "Omdat.", "=1"),
    "restated": ("", "", "", "yes", "waived"),
    "boundary": ("", "", "Als."),
    "outcome_reason": ("", "", "Zo."),
    "note": ("", "", "Maar."),
    "crux": ("", "", "", "value", "fout"),
    "settle": ("", "", "Vragen."),
    "park_question": ("", "", "", "", "Wie?"),
    "skip_reason": ("", "", "", "", "Tijd."),
    "aspect": ("", "", "", "", "een", "twee", "drie", "vier"),
    "size": ("", "", "2", "9"),
    "place_named": ("", "", "communal", "fout"),
    "own_card": ("", "", "", "yes"),
    "own_text": ("", "", "", "Samen."),
    "answer": ("", "", "", "Ja."),
}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(*(st.sampled_from(cells) for cells in CELLS.values())), max_size=24))
def test_a_sheet_is_played_or_every_problem_has_a_cell(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    content = "\n".join(",".join(row) for row in (tuple(CELLS), *rows))
    path = sheet(tmp_path_factory.mktemp("sheet"), content)
    cards = deck("koor", "iftar", "repaircafe")
    paper, found = attempt(path, cards)
    assert all(1 <= problem.row <= len(rows) + 1 for problem in found)
    assert all(problem.text for problem in found)
    if paper:
        assert play(paper, cards).finished


VOTES = st.sampled_from((*terms.VOTES, "-", ""))
PLACES = st.sampled_from(("personal", "communal", "institutional", "outside"))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(VOTES, min_size=4, max_size=4).filter(lambda votes: set(votes) - {"", "-"}),
    st.lists(st.tuples(VOTES, PLACES), min_size=4, max_size=4),
)
def test_any_two_rounds_can_be_played(
    tmp_path_factory: pytest.TempPathFactory, first: list[str], second: list[tuple[str, str]]
) -> None:
    rows = [("card", "seat", "first", "second", "live_with")]
    for seat, here, (there, other) in zip("ABCD", first, second, strict=True):
        chosen = terms.VOTES.get(there)
        liveable = chosen in tuple(Place) and chosen != other
        rows.append(("koor", seat, here, there, other if liveable else ""))
    path = sheet(tmp_path_factory.mktemp("sheet"), "\n".join(map(",".join, rows)))
    paper, found = attempt(path, deck("koor"))
    if {there for there, _ in second} - {"", "-"}:
        assert paper
        assert play(paper, deck("koor")).latest[0].second
    else:
        assert paper or [problem.column for problem in found] == ["second"]


def attempt(path: Path, cards: Deck) -> tuple[PaperSession | None, tuple[Problem, ...]]:
    try:
        return read_paper(path, cards), ()
    except PaperError as error:
        return None, error.problems
