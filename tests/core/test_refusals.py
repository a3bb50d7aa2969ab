"""Every reason for which the rules refuse something, each reached by a case."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core import intents as i
from game.core.cards import Meets
from game.core.outcome import Outcome
from game.core.refusals import Reason
from game.core.session import Session
from game.core.settlement import AspectText, Settlement
from game.core.setup import Sealing, Seat, Setup
from tests.core.play import (
    COM,
    INS,
    PER,
    UNSURE,
    Log,
    agreed,
    arguments,
    deck,
    opened,
    put,
    refused,
    run,
    seal,
    seats,
    settled,
    shown,
    table,
)

SETUP = Setup(cards=6)
NEW = Seat("s13", "Nieuw")


def new() -> Session:
    return Session(deck())


def start(setup: Setup = SETUP, count: int = 3) -> i.Start:
    return i.Start(setup, seats(count), 1)


def proposing() -> Session:
    return run(table(), *put(table()))


def arguing() -> Session:
    return shown(table(), "ppc")


def second() -> Session:
    return run(arguing(), i.StartSecondRound())


def split() -> Session:
    return run(arguing(), i.Split(("a", "b")))


def closing() -> Session:
    return run(table(), i.StartClosing())


def out_of_cards() -> Session:
    """Every card was played or skipped, and the table wants one more."""
    session = table(2, 2, in_deck=2, hand=1)
    session = run(session, i.AddBlank("Straatfeest"))
    session = replace(session, setup=replace(session.setup, cards=9))
    for _ in range(3):
        session = run(session, *put(session), i.Skip())
    return session


def argued() -> Session:
    return run(arguing(), *arguments(("s1", PER)))


def restated() -> Session:
    return run(argued(), i.Restate(PER, "s3"))


CASES: list[tuple[Reason, Callable[[], Session], i.Intent]] = [
    (Reason.NOT_STARTED, new, i.Pause()),
    (Reason.ALREADY_STARTED, table, start()),
    (Reason.IS_FINISHED, lambda: run(closing(), i.Finish()), i.Pause()),
    (Reason.TOO_FEW_SEATS, new, start(count=1)),
    (Reason.TOO_MANY_SEATS, lambda: table(12), i.Join(NEW)),
    (Reason.EMPTY_NAME, table, i.Join(Seat("s9", " "))),
    (Reason.SAME_NAME, table, i.Join(Seat("s9", "vrijwilligers "))),
    (Reason.TEAM_SIZE, table, i.Join(Seat("s9", "Nieuw", size=6))),
    (Reason.THRESHOLD, new, start(replace(SETUP, threshold=50))),
    (Reason.NO_CARDS, new, start(replace(SETUP, cards=0))),
    (Reason.TOO_FEW_CARDS, new, start(replace(SETUP, cards=15))),
    (Reason.UNKNOWN_SELECTION, new, start(replace(SETUP, selection=("fanfare",)))),
    (Reason.BAD_NUMBER, arguing, i.ExtendTimer(0)),
    (Reason.BAD_DATE, proposing, i.Park("q", "o", "volgende week")),
    (Reason.TOO_LONG, proposing, i.NoteWording("x" * 2001)),
    (Reason.EMPTY_TEXT, table, i.AddNote(" ")),
    (Reason.EMPTY_TEXT, arguing, i.Argue("s1", PER, " ")),
    (Reason.EMPTY_TEXT, arguing, i.Split(("a", " "))),
    (Reason.CARD_IN_PLAY, proposing, i.PlayCard("card-1")),
    (Reason.CARD_IN_PLAY, proposing, i.Reopen("card-1")),
    (Reason.NO_CARD_IN_PLAY, table, i.Seal("s1", PER)),
    (Reason.NO_CARD_IN_PLAY, table, i.Skip()),
    (Reason.WRONG_PHASE, arguing, i.Seal("s1", PER)),
    (Reason.WRONG_PHASE, second, i.CorrectVote("s1", PER)),
    (Reason.WRONG_PHASE, split, i.CorrectVote("s1", PER)),
    (Reason.WRONG_PHASE, table, i.Answer("werkdefinitie", "x")),
    (Reason.WRONG_PHASE, table, i.Finish()),
    (Reason.UNKNOWN_CARD, table, i.PlayCard("fanfare")),
    (Reason.NOT_IN_HAND, table, i.PlayCard(table().hand("s2")[0])),
    (Reason.HAND_NOT_EMPTY, table, i.DrawCard()),
    (Reason.PILE_EMPTY, out_of_cards, i.DrawCard()),
    (
        Reason.ENOUGH_PLAYED,
        lambda: run(table(cards=1), *put(table(cards=1)), i.Skip()),
        i.DrawCard(),
    ),
    (Reason.UNKNOWN_SEAT, proposing, i.Seal("s9", PER)),
    (Reason.SEAT_ABSENT, lambda: run(proposing(), i.Leave("s3")), i.Seal("s3", PER)),
    (Reason.SEAT_PRESENT, table, i.Join(seats()[0])),
    (Reason.LAST_SEAT, lambda: run(table(2), i.Leave("s1")), i.Leave("s2")),
    (
        Reason.NOT_YOUR_TURN,
        lambda: run(table(sealing=Sealing.OPEN), *put(table(sealing=Sealing.OPEN))),
        i.Seal("s2", PER),
    ),
    (Reason.NOT_SEALED, proposing, i.Unseal("s1")),
    (Reason.LIVE_WITH_LATER, proposing, i.Seal("s1", PER, (COM,))),
    (Reason.LIVE_WITH_LATER, arguing, i.CorrectVote("s1", PER, (COM,))),
    (Reason.LIVE_WITH_OWN, second, i.Seal("s1", PER, (PER,))),
    (Reason.LIVE_WITH_ABSTAINED, second, i.Seal("s1", UNSURE, (PER,))),
    (Reason.MISSING_SEALS, proposing, i.Reveal()),
    (Reason.NOT_REVEALED, proposing, i.Argue("s1", PER, "omdat")),
    (Reason.NOT_REVEALED, proposing, i.NoteBoundary("grens")),
    (Reason.NOT_REVEALED, proposing, i.Split(("a", "b"))),
    (Reason.NOT_REVEALED, proposing, i.CorrectVote("s1", PER)),
    (Reason.NOT_IN_ROUND, lambda: run(arguing(), i.Join(NEW)), i.CorrectVote("s13", PER)),
    (Reason.UNKNOWN_CRITERION, arguing, i.Argue("s1", PER, "", "crit-9", Meets.YES)),
    (Reason.CRITERION_UNJUDGED, arguing, i.Argue("s1", PER, "omdat", "crit-1")),
    (Reason.NO_CRITERION, arguing, i.Argue("s1", PER, "omdat", "", Meets.YES)),
    (Reason.UNKNOWN_ARGUMENT, arguing, i.EditArgument(0, "omdat")),
    (
        Reason.NOT_CONTESTED,
        lambda: run(shown(table(), "ppp"), i.AskDiscussion()),
        i.Restate(PER),
    ),
    (Reason.NOT_A_POSITION, arguing, i.Restate(INS)),
    (Reason.SAME_POSITION, argued, i.Restate(PER, "s1")),
    (Reason.ALREADY_RESTATED, restated, i.Restate(PER, "s3")),
    (Reason.NOTHING_SAID, arguing, i.Restate(PER, "s3")),
    (Reason.NOTHING_SAID, argued, i.Waive(COM)),
    (Reason.HELD_BY_MORE, argued, i.Waive(PER)),
    (
        Reason.TABLE_OF_TWO,
        lambda: run(shown(table(2), "pc"), *arguments(("s1", PER))),
        i.Waive(PER),
    ),
    (Reason.ALREADY_SPLIT, split, i.Split(("c", "d"))),
    (Reason.ASPECT_COUNT, arguing, i.Split(("a",))),
    (Reason.ASPECT_COUNT, arguing, i.Split(("a", "b", "c", "d"))),
    (
        Reason.ASPECT_COUNT,
        lambda: settled(table(), "ppp"),
        i.Confirm(Outcome.AGREED, Settlement(aspects=(AspectText(),))),
    ),
    (Reason.SAME_ASPECT, arguing, i.Split(("Binnen", "binnen"))),
    (Reason.OTHER_OUTCOME, lambda: settled(table(), "ppp"), i.Confirm(Outcome.DIFFERED)),
    (
        Reason.PLACE_NOT_NAMEABLE,
        lambda: settled(table(2), "pc"),
        i.Confirm(Outcome.CARRIED, place=PER),
    ),
    (Reason.NOT_RECORDED, table, i.Reopen("card-1")),
    (Reason.IS_PAUSED, lambda: run(table(), i.Pause()), i.Pause()),
    (Reason.NOT_PAUSED, table, i.Resume()),
    (Reason.IS_CLOSING, closing, i.StartClosing()),
    (Reason.IS_CLOSING, closing, i.AddBlank("Straatfeest")),
    (Reason.UNKNOWN_QUESTION, closing, i.Answer("fanfare", "x")),
    (Reason.NOTHING_TO_UNDO, table, i.Undo()),
]


@pytest.mark.parametrize(
    ("reason", "given", "intent"),
    CASES,
    ids=[f"{reason}-{type(intent).__name__}" for reason, _, intent in CASES],
)
def test_a_refusal_has_its_reason(
    reason: Reason, given: Callable[[], Session], intent: i.Intent
) -> None:
    assert refused(given(), intent) is reason


def test_every_reason_is_reached() -> None:
    assert {reason for reason, _, _ in CASES} == set(Reason)


def test_playing_on_while_paused_is_fine() -> None:
    """A pause stops the clock, not the talk."""
    log = Log(*opened())
    log.play(i.Pause(), *put(log.session), *seal("ppp"), i.Reveal(), i.StartSettling())
    assert refused(log.session, i.Confirm(Outcome.AGREED)) is None
    assert agreed(table()).played == 1
