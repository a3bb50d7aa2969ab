"""The score: each part, each level, the maximum and the shelves."""

import pytest

from game.core import intents as i
from game.core.cards import Crux, Meets, Place
from game.core.outcome import Outcome
from game.core.scoring import Score, maximum, score, totals
from game.core.session import Argument, CardInPlay, Restatement, Session
from game.core.settlement import Settlement
from game.core.setup import Sealing
from tests.core.play import COM, INS, PER, agreed, arguments, ballots, put, run, settled, table

NOTHING = Settlement()


def card(
    first: str,
    *said: Argument,
    restated: tuple[Restatement, ...] = (),
    boundary: str = "",
    settlement: Settlement = NOTHING,
    second: str = "",
    outcome: Outcome = Outcome.AGREED,
) -> CardInPlay:
    return CardInPlay(
        "card-1",
        "s1",
        first=ballots(first),
        second=ballots(second) if second else None,
        arguments=said,
        restated=restated,
        boundary=boundary,
        settlement=settlement,
        outcome=outcome,
        places=(PER,),
    )


def say(seat: str, place: Place, text: str = "", criterion: str = "") -> Argument:
    return Argument(seat, place, text, criterion, Meets.YES if criterion else None)


@pytest.mark.parametrize(
    ("first", "points"), [("ppp", 1), ("pun", 1), ("pp-", 0), ("---", 0), ("pcio", 1)]
)
def test_contribution(first: str, points: int) -> None:
    assert score(card(first)).contribution == points


@pytest.mark.parametrize(
    ("first", "said", "points"),
    [
        ("ppp", [], 0),
        ("ppp", [say("s1", PER, "omdat")], 0),
        ("ppp", [say("s1", PER, "", "crit-1")], 1),
        ("ppp", [say("s1", PER, " ", "crit-1")], 1),
        ("ppp", [say("s1", PER, "omdat", "crit-1")], 2),
        ("ppp", [say("s1", PER, "", "crit-1"), say("s2", PER, "omdat")], 2),
        ("ppp", [say("s1", COM, "omdat", "crit-1")], 0),
        ("ppc", [say("s1", PER, "omdat", "crit-1")], 0),
        ("ppc", [say("s1", PER, "omdat", "crit-1"), say("s3", COM, "", "crit-2")], 1),
        ("ppc", [say("s1", PER, "omdat", "crit-1"), say("s3", COM, "want", "crit-2")], 2),
        ("ppc", [say("s1", PER, "omdat", "crit-1"), say("s1", COM, "want", "crit-2")], 0),
        ("ppu", [say("s3", PER, "omdat", "crit-1")], 0),
        ("uuu", [say("s1", PER, "omdat", "crit-1")], 0),
    ],
)
def test_reasoning(first: str, said: list[Argument], points: int) -> None:
    assert score(card(first, *said)).reasoning == points


def test_giving_in_removes_no_step() -> None:
    """The position of s3 was given up later, and still counts."""
    said = (say("s1", PER, "a", "crit-1"), say("s3", COM, "b", "crit-1"))
    gave_in = card("ppc", *said, second="ppp")
    assert score(gave_in).reasoning == 2


@pytest.mark.parametrize(
    ("first", "restated", "boundary", "points"),
    [
        ("ppp", (), "", 0),
        ("ppp", (), "als het geld kost", 1),
        ("ppc", (), "als het geld kost", 0),
        ("ppc", (Restatement(PER),), "", 0),
        ("ppc", (Restatement(PER), Restatement(COM)), "", 1),
        ("ppc", (Restatement(PER), Restatement(COM, waived=True)), "", 1),
        ("puu", (), "grens", 1),
    ],
)
def test_understanding(
    first: str, restated: tuple[Restatement, ...], boundary: str, points: int
) -> None:
    noted = card(first, restated=restated, boundary=boundary)
    settled_ = card(first, restated=restated, settlement=Settlement(boundary=boundary))
    assert score(noted).understanding == points
    assert score(settled_).understanding == points


def test_outcome_points_follow_from_completeness() -> None:
    assert score(card("ppp")).outcome == 1
    full = Settlement(reason="omdat", boundary="grens")
    assert score(card("ppp", settlement=full)).outcome == 2


@pytest.mark.parametrize("outcome", [Outcome.UNDECIDED, Outcome.PARKED, Outcome.SKIPPED])
def test_what_was_not_discussed_scores_nothing(outcome: Outcome) -> None:
    said = card("ppp", say("s1", PER, "omdat", "crit-1"), outcome=outcome)
    assert score(said) == Score()


def full_difference(session: Session) -> Session:
    """Play a difference with everything that can be earned."""
    session = run(session, *put(session))
    seal = [i.Seal("s1", PER), i.Seal("s2", PER), i.Seal("s3", COM)]
    session = run(session, *seal, i.Reveal(), *arguments(("s1", PER), ("s3", COM)))
    session = run(session, i.Restate(PER, "s3"), i.Waive(COM), i.StartSecondRound(), i.Reveal())
    words = Settlement(
        reasons=((PER, "eigen kring"), (COM, "samen")), crux=Crux.ROLE, settle="navragen"
    )
    return run(session, i.Confirm(Outcome.DIFFERED, words))


def full_agreement(session: Session) -> Session:
    """Play an agreement with everything that can be earned."""
    session = run(session, *put(session))
    session = run(session, *[i.Seal(f"s{n}", COM) for n in (1, 2, 3)], i.Reveal())
    session = run(session, *arguments(("s1", COM)), i.NoteBoundary("met geld"), i.StartSettling())
    return run(session, i.Confirm(Outcome.AGREED, Settlement(reason="r", boundary="met geld")))


def test_agreeing_and_differing_earn_the_same() -> None:
    session = full_difference(full_agreement(table()))
    assert [score(played) for played in session.history] == [Score(1, 2, 1, 2)] * 2
    told = totals(session)
    assert (told.points, told.maximum, told.percent) == (12, 12, 100)
    assert (told.shared, told.differences) == (6, 6)


def test_a_difference_left_incomplete_costs_one_point() -> None:
    session = settled(table(), "ppc")
    session = run(session, i.Confirm(Outcome.DIFFERED, Settlement(crux=Crux.FACT)))
    assert score(session.history[0]) == Score(1, 0, 0, 1)


def test_a_carried_card_gives_half_to_each_shelf() -> None:
    session = settled(table(), "ppc", "ppc", {"s3": (PER,)})
    session = run(session, i.Confirm(Outcome.CARRIED, Settlement(reason="omdat")))
    told = totals(session)
    assert told.points == 2
    assert (told.shared, told.differences) == (1.0, 1.0)
    session = settled(table(), "ppc", "ppc", {"s3": (PER,)})
    words = Settlement(reason="omdat", notes=(("s3", "toch samen"),))
    told = totals(run(session, i.Confirm(Outcome.CARRIED, words)))
    assert (told.points, told.shared, told.differences) == (3, 1.5, 1.5)


def test_a_split_card_scores_once() -> None:
    session = run(table(), *put(table()))
    session = run(session, *[i.Seal(f"s{n}", PER) for n in (1, 2, 3)], i.Reveal())
    session = run(session, i.Split(("binnen", "buiten")))
    for place in (PER, INS):
        session = run(session, *[i.Seal(f"s{n}", place) for n in (1, 2, 3)], i.Reveal())
    session = run(session, i.Confirm(Outcome.SPLIT))
    told = totals(session)
    assert (told.points, told.maximum, told.discussed) == (2, 6, 1)
    assert (told.shared, told.differences) == (0, 2)


@pytest.mark.parametrize(
    ("discussed", "complete", "incomplete", "expected"),
    [
        (0, 0, 0, 0),
        (1, 0, 0, 6),
        (0, 1, 0, 0),
        (0, 2, 0, 6),
        (0, 0, 1, 6),
        (4, 1, 0, 24),
        (4, 2, 0, 30),
        (9, 2, 0, 60),
        (10, 2, 0, 60),
        (10, 3, 0, 66),
        (6, 6, 0, 66),
        (10, 6, 1, 90),
        (0, 6, 0, 30),
    ],
)
def test_maximum(discussed: int, complete: int, incomplete: int, expected: int) -> None:
    assert maximum(discussed, complete, incomplete) == expected


def test_six_parked_cards() -> None:
    session = table()
    for _ in range(6):
        session = run(session, *put(session), i.Park("Wat kost het?", "gemeente", "2027-01-15"))
    for _ in range(6):
        session = agreed(session)
    told = totals(session)
    assert (told.parked, told.discussed) == (6, 6)
    assert told.maximum == 6 * (6 + 5)


def test_skipped_and_undecided_count_in_neither() -> None:
    session = run(table(), *put(table()), i.Skip("geen tijd"))
    assert totals(session).percent is None
    session = settled(session, "uuu")
    session = run(session, i.Confirm(Outcome.UNDECIDED, Settlement(reason="te weinig bekend")))
    told = totals(session)
    assert (told.points, told.maximum, told.percent) == (0, 0, None)
    assert (told.skipped, told.undecided) == (1, 1)


def test_open_placements_count_for_the_score() -> None:
    session = run(table(sealing=Sealing.OPEN), *put(table(sealing=Sealing.OPEN)))
    session = run(session, *[i.Seal(f"s{n}", PER) for n in (1, 2, 3)], i.Reveal())
    session = run(session, *arguments(("s1", PER)), i.StartSecondRound(), i.Reveal())
    session = run(session, i.Confirm(Outcome.AGREED))
    assert score(session.history[0]) == Score(1, 2, 0, 1)


def test_the_latest_version_scores() -> None:
    session = full_agreement(table())
    assert totals(session).points == 6
    session = run(session, i.Reopen(session.history[0].card))
    session = run(session, *[i.Seal(f"s{n}", COM) for n in (1, 2, 3)], i.Reveal())
    session = run(session, i.StartSettling(), i.Confirm(Outcome.AGREED))
    assert totals(session).points == 2
    assert totals(session).maximum == 6
    assert len(session.history) == 2
