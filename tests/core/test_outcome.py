"""The outcome rule, row by row and at every border."""

import pytest

from game.core.cards import Place
from game.core.outcome import Outcome, Proposal, propose
from tests.core.play import COM, INS, OUT, PER, ballots

Live = dict[str, tuple[Place, ...]]


def proposed(text: str, live: Live | None = None, threshold: int = 75) -> Proposal:
    return propose(ballots(text, dict(live or {})), threshold)


@pytest.mark.parametrize(
    "text",
    ["", "p", "--", "p-", "pu", "ppuu", "pcuu", "ppuun", "ppu??", "puu", "---p", "p---u"],
)
def test_undecided(text: str) -> None:
    assert proposed(text) == Proposal(Outcome.UNDECIDED)


@pytest.mark.parametrize("text", ["pp", "ppp", "ppu", "pppuu", "ppppuun", "pp--", "pp-u", "pp---"])
def test_agreed(text: str) -> None:
    """Fewer than half abstain; a seal that is missing is no abstention."""
    assert proposed(text) == Proposal(Outcome.AGREED, (PER,))


def test_outside_is_a_full_placement() -> None:
    assert proposed("oo") == Proposal(Outcome.AGREED, (OUT,))


@pytest.mark.parametrize(
    ("text", "threshold", "carried"),
    [
        ("pppc", 75, True),
        ("pppc", 76, False),
        ("ppc", 51, False),
        ("ppc", 66, False),
        ("pppcc", 60, True),
        ("pppcc", 61, False),
        ("ppppc", 80, True),
        ("ppppc", 81, False),
        ("ppppccc", 57, True),
        ("ppppccc", 58, False),
        ("ppppppppppc", 90, True),
        ("ppppppppppc", 91, False),
        ("pppci", 51, True),
        ("ppci", 51, False),
        ("pppcu", 75, True),
        ("pppc-", 75, True),
        ("ppcc", 51, False),
        ("pppc", 100, False),
    ],
)
def test_the_threshold_needs_four_voices(text: str, threshold: int, carried: bool) -> None:
    outcome = proposed(text, threshold=threshold)
    if carried:
        assert outcome == Proposal(Outcome.CARRIED, (PER,))
    else:
        assert outcome.outcome is Outcome.DIFFERED


LIVING = [
    ("pc", {}, Outcome.DIFFERED, (PER, COM), ()),
    ("pc", {"s2": (PER,)}, Outcome.CARRIED, (PER,), ()),
    ("pc", {"s1": (COM,)}, Outcome.CARRIED, (COM,), ()),
    ("pc", {"s1": (COM,), "s2": (PER,)}, Outcome.DIFFERED, (PER, COM), (PER, COM)),
    ("pc", {"s1": (INS,), "s2": (INS,)}, Outcome.DIFFERED, (PER, COM), ()),
    ("ppc", {"s3": (PER,)}, Outcome.CARRIED, (PER,), ()),
    ("ppc", {"s1": (COM,), "s2": (COM,)}, Outcome.DIFFERED, (PER, COM), ()),
    ("ppcc", {"s3": (PER,)}, Outcome.DIFFERED, (PER, COM), ()),
    ("ppcc", {"s3": (PER,), "s4": (PER,)}, Outcome.CARRIED, (PER,), ()),
    (
        "ppcc",
        {"s1": (COM,), "s2": (COM,), "s3": (PER,), "s4": (PER,)},
        Outcome.DIFFERED,
        (PER, COM),
        (PER, COM),
    ),
    ("ppci", {"s3": (PER,), "s4": (PER, COM)}, Outcome.CARRIED, (PER,), ()),
    ("ppci", {"s3": (PER,)}, Outcome.DIFFERED, (PER, COM, INS), ()),
    ("ppcci", {"s3": (PER,), "s4": (PER,), "s5": (PER,)}, Outcome.DIFFERED, (PER, COM, INS), ()),
    ("ppcu", {"s3": (PER,)}, Outcome.CARRIED, (PER,), ()),
    ("pppcc", {}, Outcome.DIFFERED, (PER, COM), ()),
    ("pppcc", {"s4": (PER,), "s5": (PER,)}, Outcome.CARRIED, (PER,), ()),
    ("pppcc", {"s4": (PER,)}, Outcome.DIFFERED, (PER, COM), ()),
]


@pytest.mark.parametrize(("text", "live", "outcome", "places", "nameable"), LIVING)
def test_living_with(
    text: str,
    live: Live,
    outcome: Outcome,
    places: tuple[Place, ...],
    nameable: tuple[Place, ...],
) -> None:
    assert proposed(text, live) == Proposal(outcome, places, nameable)


@pytest.mark.parametrize("text", ["ppcc", "pci", "pcio", "ppccii"])
def test_ties_are_differences(text: str) -> None:
    outcome = proposed(text, threshold=51)
    assert outcome.outcome is Outcome.DIFFERED
    assert len(outcome.places) == len(set(text))


def test_the_threshold_goes_before_living_with() -> None:
    """Everybody could live with the smaller one, and still the larger carries."""
    live: Live = {"s1": (COM,), "s2": (COM,), "s3": (COM,)}
    assert proposed("pppc", live) == Proposal(Outcome.CARRIED, (PER,))
