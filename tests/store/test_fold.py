"""The fold of a save says the same as the record of its session, whatever was played."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.core.cards import Deck
from game.core.record import make_record, public
from game.core.session import Step
from game.core.table_result import result_of
from game.decks.library import Library
from game.demo import playing
from game.store import journal
from game.store.fold import DeckInFile, StrayStepError, fold
from game.store.journal import Header, header_line, step_line
from game.store.paths import resources
from tests.core.wandering import Wanderer
from tests.store.story import new, play_all

SESSIONS = 200


def lines(steps: tuple[Step, ...]) -> list[dict[str, Any]]:
    """Give the steps as a save holds them."""
    told: list[dict[str, Any]] = json.loads(
        json.dumps([step_line(number, step) for number, step in enumerate(steps)])
    )
    return told


def in_file(deck: Deck) -> DeckInFile:
    """Give a deck as a save holds it."""
    return DeckInFile(json.loads(json.dumps(header_line(Header("0", "", "x", deck))))["deck"])


def agrees(deck: Deck, steps: tuple[Step, ...]) -> None:
    """Hold the fold against the record, of everything and of what is public."""
    record = make_record(deck, steps, session_id="x", app_version="0")
    told, same_deck = fold(lines(steps)), in_file(deck)
    assert told.result("x", same_deck, public=False) == result_of(record, deck)
    assert told.result("x", same_deck, public=True) == result_of(public(record), deck)


@pytest.mark.parametrize("tens", range(SESSIONS // 10))
def test_of_any_session(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        log = Wanderer(seed).log
        agrees(log.deck, log.steps)


def test_of_a_table_where_everything_happens(tmp_path: Path) -> None:
    with new(tmp_path) as table:
        play_all(table)
    saved = journal.read(table.path)
    agrees(saved.header.deck, saved.steps)


def test_of_the_example_session(tmp_path: Path) -> None:
    deck = Library((resources() / "decks",)).load(playing.DECK)
    path = tmp_path / "demo.jsonl"
    playing.record(deck, path, cards=20, seed=9)
    saved = journal.read(path)
    agrees(saved.header.deck, saved.steps)


def test_says_which_step_is_none(tmp_path: Path) -> None:
    with new(tmp_path) as table:
        play_all(table)
    steps = lines(journal.read(table.path).steps)
    unknown = {"events": [{"kind": "card.eaten"}]}
    played = {"events": [{"kind": "card.played"}]}
    for broken in ({}, unknown, played, {"events": [3]}, {"events": None}):
        with pytest.raises(StrayStepError) as error:
            fold([*steps[:5], broken, *steps[5:]])
        assert error.value.number == 5
