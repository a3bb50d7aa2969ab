"""The scripted table plays whole sessions by the rules, the same for the same seed."""

from datetime import timedelta
from pathlib import Path

import pytest

from game.core import intents as i
from game.core.cards import Deck
from game.core.evolve import advance, replay
from game.core.outcome import Outcome
from game.core.rules import decide
from game.core.scoring import totals
from game.core.session import Session, Step
from game.decks.library import Library
from game.demo.playing import EVENING, Clock, Demo
from game.demo.talk import load_script
from game.store.paths import resources

DECKS = Library((resources() / "decks",))
SHIPPED = ("sociale-basis", "wijkteam", "sociale-kwaliteit", "proefronde", "social-base-en")


def play(demo: Demo) -> tuple[Session, tuple[Step, ...]]:
    session = Session(demo.deck)
    steps: list[Step] = []
    clock = Clock()

    def do(intent: i.Intent) -> None:
        nonlocal session
        clock.forward(intent)
        step = Step(clock().isoformat(timespec="milliseconds"), decide(session, intent))
        session = advance(session, step)
        steps.append(step)

    do(i.Start(demo.setup, demo.seats, demo.seed))
    for intent in demo.intents(lambda: session):
        do(intent)
        assert len(steps) < 2000
    return session, tuple(steps)


def deck(name: str = "sociale-basis") -> Deck:
    return DECKS.load(name)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", [0, 1, 99])
def test_any_deck_is_played_to_the_end(name: str, seed: int) -> None:
    chosen = deck(name)
    cards = min(12, len(chosen.activities))
    session, steps = play(Demo(chosen, seed=seed, cards=cards))
    assert session.finished
    assert session.played == cards
    assert replay(chosen, steps) == session
    found = totals(session)
    assert found.percent is not None
    assert found.percent >= 80


def test_the_same_seed_plays_the_same_session() -> None:
    assert play(Demo(deck()))[1] == play(Demo(deck()))[1]
    assert play(Demo(deck(), seed=1))[1] != play(Demo(deck(), seed=2))[1]


@pytest.mark.parametrize("cards", [1, 2, 5, 15, 30, 72])
def test_as_many_cards_as_asked(cards: int) -> None:
    assert play(Demo(deck(), cards=cards))[0].played == cards


def test_the_example_shows_every_kind_of_outcome() -> None:
    session, steps = play(Demo(deck()))
    outcomes = {card.outcome for card in session.latest}
    assert outcomes >= {
        Outcome.AGREED,
        Outcome.CARRIED,
        Outcome.DIFFERED,
        Outcome.SPLIT,
        Outcome.PARKED,
    }
    for card in session.latest:
        match card.outcome:
            case Outcome.DIFFERED:
                assert card.settlement.crux
                assert card.settlement.settle
            case Outcome.CARRIED:
                assert card.settlement.notes
            case Outcome.PARKED:
                assert card.parking.question
                assert card.parking.owner
                assert card.parking.date > session.setup.date
            case _:
                pass
    first, second = session.latest[:2]
    assert first.fast_lane
    assert second.fast_lane
    assert len(session.answers) == len(session.deck.closing)
    took = (EVENING.fromisoformat(steps[-1].at) - EVENING) / timedelta(minutes=1)
    assert 45 <= took <= 150


def test_every_written_conversation_is_one_that_the_rules_allow() -> None:
    script = load_script(deck())
    assert len(script.talks) >= 16
    assert set(script.must) | set(script.opening) <= set(script.talks)
    session, _ = play(Demo(deck(), cards=len(script.talks)))
    told = [card for card in session.latest if card.card in script.talks]
    assert len(told) == len(script.talks)
    for card in told:
        said = {argument.text for argument in card.arguments}
        assert said >= {s.text for s in script.talks[card.card].said}, card.card


def test_the_next_move_follows_from_the_session_alone() -> None:
    demo = Demo(deck())
    session = Session(demo.deck)
    start = i.Start(demo.setup, demo.seats, demo.seed)
    session = advance(session, Step("", decide(session, start)))
    assert demo.next(session) == demo.next(session)
    assert demo.next(Session(demo.deck)) is None


def test_an_unknown_deck_has_a_general_conversation(tmp_path: Path) -> None:
    (tmp_path / "klein.yaml").write_text(
        "format: 1\nid: klein\ntitle: Klein\nlanguage: nl\nactivities:\n"
        + "".join(f"  - {{id: a{n}, title: Kaart {n}}}\n" for n in range(6))
        + "criteria:\n  - {id: c, kind: property, title: Goed, question: Is het goed?}\n",
        encoding="utf-8",
    )
    session, _ = play(Demo(Library((tmp_path,)).load("klein"), cards=6))
    assert session.finished
