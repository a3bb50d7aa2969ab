"""What each outcome lacks to be complete."""

import pytest

from game.core import intents as i
from game.core.cards import Crux
from game.core.outcome import Outcome
from game.core.settlement import AspectText, Settlement
from game.core.settling import missing
from tests.core.play import COM, PER, put, run, seal, settled, shown, table

BLANK = Settlement()


def lacks(first: str, outcome: Outcome, words: Settlement, second: str = "") -> tuple[str, ...]:
    session = settled(table(len(first)), first, second)
    session = run(session, i.Confirm(outcome, words))
    return missing(session.history[0])


@pytest.mark.parametrize(
    ("first", "words", "expected"),
    [
        ("ppp", BLANK, ("reason", "boundary")),
        ("ppp", Settlement(reason="r"), ("boundary",)),
        ("ppp", Settlement(reason=" ", boundary="b"), ("reason",)),
        ("ppp", Settlement(reason="r", together="t"), ("boundary",)),
        ("ppp", Settlement(reason="r", boundary="b"), ()),
        ("ppc", BLANK, ("reason", "together")),
        ("ppc", Settlement(reason="r", together="t"), ()),
        ("ppc", Settlement(reason="r", boundary="b"), ()),
    ],
)
def test_agreed(first: str, words: Settlement, expected: tuple[str, ...]) -> None:
    assert lacks(first, Outcome.AGREED, words, "ppp") == expected


def test_a_boundary_noted_before_is_not_asked_again() -> None:
    session = run(shown(table(), "ppp"), i.NoteBoundary("met geld"), i.StartSettling())
    session = run(session, i.Confirm(Outcome.AGREED, Settlement(reason="r")))
    assert missing(session.history[0]) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (BLANK, ("reason", "note:s4")),
        (Settlement(reason="r"), ("note:s4",)),
        (Settlement(reason="r", notes=(("s1", "nee"),)), ("note:s4",)),
        (Settlement(reason="r", notes=(("s4", " "),)), ("note:s4",)),
        (Settlement(reason="r", notes=(("s4", "toch niet"),)), ()),
    ],
)
def test_carried(words: Settlement, expected: tuple[str, ...]) -> None:
    assert lacks("pppc", Outcome.CARRIED, words) == expected


def test_carried_asks_a_note_of_each_dissenter() -> None:
    assert lacks("ppppppci", Outcome.CARRIED, Settlement(reason="r")) == ("note:s7", "note:s8")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (BLANK, ("reason:personal", "reason:communal", "crux", "settle")),
        (
            Settlement(reasons=((PER, "a"), (COM, "b")), settle="s"),
            ("crux",),
        ),
        (
            Settlement(reasons=((PER, "a"),), crux=Crux.FACT, settle="s"),
            ("reason:communal",),
        ),
        (Settlement(reasons=((PER, "a"), (COM, "b")), crux=Crux.FACT), ("settle",)),
        (Settlement(reasons=((PER, "a"), (COM, "b")), crux=Crux.LOCAL, settle="s"), ()),
    ],
)
def test_differed(words: Settlement, expected: tuple[str, ...]) -> None:
    assert lacks("ppc", Outcome.DIFFERED, words) == expected


def test_differed_asks_for_the_positions_of_the_last_round() -> None:
    words = Settlement(reasons=((COM, "a"), (PER, "b")), crux=Crux.ROLE, settle="s")
    assert lacks("pci", Outcome.DIFFERED, words, "pcc") == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ("aspect:0", "aspect:1")),
        ((AspectText("r"), AspectText()), ("aspect:1",)),
        ((AspectText("r"), AspectText("r")), ()),
    ],
)
def test_split(words: tuple[AspectText, ...], expected: tuple[str, ...]) -> None:
    session = run(shown(table(), "ppc"), i.Split(("a", "b")))
    session = run(session, *seal("ppp"), i.Reveal(), *seal("ccc"), i.Reveal())
    session = run(session, i.Confirm(Outcome.SPLIT, Settlement(aspects=words)))
    assert missing(session.history[0]) == expected


@pytest.mark.parametrize(
    ("park", "expected"),
    [
        (i.Park(), ("question", "owner", "date")),
        (i.Park("Wie betaalt?", "", "2027-01-15"), ("owner",)),
        (i.Park("Wie betaalt?", "gemeente", "2027-01-15"), ()),
    ],
)
def test_parked(park: i.Park, expected: tuple[str, ...]) -> None:
    session = run(table(), *put(table()), park)
    assert missing(session.history[0]) == expected


def test_undecided_and_skipped_lack_nothing() -> None:
    assert lacks("uup", Outcome.UNDECIDED, BLANK) == ()
    session = run(table(), *put(table()), i.Skip())
    assert missing(session.history[0]) == ()
