"""Checking large decks and small differences: not too long, told how far, and not too keen."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.cards import ActivityCard, CriterionCard, CriterionKind
from game.decks.draft import Draft
from game.decks.read import read_deck
from game.decks.sentences import sentence
from game.decks.write import to_yaml
from tests.decks.example import changed, found, read, write
from tests.effort import grows_straight

MANY = 10_000
LARGE = Draft(
    "groot",
    "Groot",
    "nl",
    activities=tuple(
        ActivityCard(f"kaart-{n}", f"Kaart {n}", "Samen koffie drinken. " * 14, tags=("a", "b"))
        for n in range(MANY)
    ),
    criteria=(CriterionCard("c", CriterionKind.PURPOSE, "Nodig", "Is het nodig?"),),
)


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """Begin with the collector on, which a window that was opened before leaves off."""
    gc.enable()
    yield
    gc.enable()


def test_it_is_told_how_far_ten_thousand_cards_are_checked(tmp_path: Path) -> None:
    path = write(tmp_path, to_yaml(LARGE))
    told: list[tuple[int, int]] = []
    loaded = read_deck(path, progress=lambda done, whole: told.append((done, whole)))
    assert loaded.findings == ()
    assert loaded.deck is not None
    assert len(loaded.deck.activities) == MANY
    shares = [done for done, _whole in told]
    assert shares == sorted(shares)
    assert len(set(shares)) > 40
    assert shares[0] < 10
    assert 95 < shares[-1] <= 100
    assert {whole for _done, whole in told} == {100}
    assert gc.isenabled()


def test_garbage_is_collected_again_whatever_the_file_was(tmp_path: Path) -> None:
    read(tmp_path, "[" * 400_000)
    assert gc.isenabled()
    gc.disable()
    try:
        read(tmp_path, "x")
        assert not gc.isenabled()
    finally:
        gc.enable()


def asking(title: str, question: str) -> str:
    more = f"  - id: ook\n    kind: sphere\n    title: {title}\n    question: {question}\n"
    return changed("closing:\n", f"{more}closing:\n")


@pytest.mark.parametrize(
    ("title", "question", "fault"),
    [
        ("Ook", "Mag iedereen meedoen?", "same_question"),
        ("Ook", "MAG IEDEREEN, meedoen", "same_question"),
        ("Ook", "Mag iedereen mee doen?", "near_question"),
        ("Ook", "Mag iederen meedoen?", "near_question"),
        ("iedereen is  WELKOM!", "Van wie is het?", "same_title"),
        ("Iedereen is welkom", "Mag iedereen meedoen?", "same_question"),
        ("Ook", "Kan iedereen het betalen?", None),
        ("Ook", "Mag niet iedereen meedoen?", None),
    ],
)
def test_a_criterion_that_nobody_can_tell_apart_is_pointed_at(
    tmp_path: Path, title: str, question: str, fault: str | None
) -> None:
    loaded = read(tmp_path, asking(title, question))
    assert [one[0] for one in found(loaded)] == ([fault] if fault else [])
    assert loaded.deck is not None
    if fault:
        assert loaded.findings[0].problem.number in (25, 26)


def test_many_criteria_are_compared_at_no_more_than_their_price(tmp_path: Path) -> None:
    def check(number: int) -> None:
        criteria = tuple(
            CriterionCard(
                f"c{n}", CriterionKind.PURPOSE, f"Nodig {n}", f"Is nummer {n} nodig hier?" * 9
            )
            for n in range(number)
        )
        deck = replace(LARGE, activities=LARGE.activities[:9], criteria=criteria)
        assert read(tmp_path, to_yaml(deck)).deck is not None

    assert grows_straight(check, 150)


ADVICE = [
    ("title: Fanfare", "title: no", "aanhalingstekens"),
    ("title: Fanfare", "title: 012", "aanhalingstekens"),
    ("title: Fanfare", "title: 12:30", "aanhalingstekens"),
    ("icon: wrench", "icon: coffe", "'coffee'"),
]


@pytest.mark.parametrize(("old", "new", "advice"), ADVICE)
def test_what_to_do_is_said(tmp_path: Path, old: str, new: str, advice: str) -> None:
    (finding,) = read(tmp_path, changed(old, new)).findings
    assert advice in sentence(finding)
