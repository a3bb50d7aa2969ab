"""The guide for trainers: its decks load, its commands are there, and it quotes what is said."""

import re
from pathlib import Path

import pytest

from game import arguments
from game.core.cards import TITLE_LENGTH
from game.decks.findings import Fault, Problem
from game.decks.library import Library
from game.decks.read import read_deck
from game.decks.sentences import describe, sentence
from tests.decks.example import write

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "decks.md").read_text(encoding="utf-8")
DECKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
LIBRARY = Library((ROOT / "decks",))


@pytest.mark.parametrize("text", DECKS)
def test_a_deck_of_the_guide_has_nothing_wrong(tmp_path: Path, text: str) -> None:
    loaded = read_deck(write(tmp_path, text), bases=LIBRARY.find)
    assert [sentence(one) for one in loaded.findings] == []


def test_the_deck_of_the_example_does_what_the_guide_says(tmp_path: Path) -> None:
    deck = read_deck(write(tmp_path, DECKS[0]), bases=LIBRARY.find).deck
    base = LIBRARY.load("sociale-basis")
    assert deck is not None
    assert len(deck.activities) == len(base.activities) - 3 + 2
    assert deck.activities[0].title == "Fietsen maken in de hal"


@pytest.mark.parametrize("command", re.findall(r"^sferenspel (.*)$", GUIDE, re.MULTILINE))
def test_a_command_of_the_guide_is_one(command: str) -> None:
    arguments.read(re.sub(r'"[^"]*"', "x", command).split())


@pytest.mark.parametrize(
    "problem",
    [
        Problem(Fault.COLON),
        Problem(Fault.NEEDS_QUOTES, "12:30"),
        Problem(Fault.TAB),
        Problem(Fault.INDENT),
        Problem(Fault.UNKNOWN_KEY, "titel", ("title",)),
        Problem(Fault.DOUBLE_KEY, "text"),
        Problem(Fault.DOUBLE_ID, "koor"),
        Problem(Fault.BAD_ID, "Eindhoven Jeugd"),
        Problem(Fault.TOO_LONG, number=72, limit=TITLE_LENGTH),
        Problem(Fault.UNKNOWN_ICON, "koffie", ("coffee",)),
        Problem(Fault.PICTURE_MISSING, "fotos/hal.png"),
        Problem(Fault.NEAR_QUESTION, number=24),
        Problem(Fault.FEW_CARDS, number=4, limit=6),
        Problem(Fault.BASE_NOT_FOUND, "sociale-bais", ("sociale-basis",)),
    ],
    ids=lambda problem: str(problem.fault),
)
def test_the_guide_quotes_what_checking_says(problem: Problem) -> None:
    quoted = re.findall(r"^\| (.*?) \|", GUIDE, re.MULTILINE)
    assert any(describe(problem).startswith(one) for one in quoted), describe(problem)
