"""Starting: the limits of a set-up, the deal, and what changes between cards."""

from collections import Counter
from dataclasses import replace

import pytest

from game.core import intents as i
from game.core.refusals import Reason
from game.core.session import Phase, Session
from game.core.setup import Sealing, Seat, Setup, expected_minutes, initials
from tests.core.play import deck, opened, put, refused, run, seats, settled, shown, table

GOOD = Setup(cards=6)


@pytest.mark.parametrize(
    ("setup", "at_table", "reason"),
    [
        (GOOD, seats(1), Reason.TOO_FEW_SEATS),
        (GOOD, (*seats(12), Seat("s13", "Nog een")), Reason.TOO_MANY_SEATS),
        (GOOD, (*seats(2), Seat("s3", "  ")), Reason.EMPTY_NAME),
        (GOOD, (*seats(2), Seat("s3", " bewoners  BINNENSTAD")), Reason.SAME_NAME),
        (GOOD, (*seats(2), Seat("s1", "Anders")), Reason.SAME_NAME),
        (GOOD, (*seats(2), Seat("s3", "Groot", size=6)), Reason.TEAM_SIZE),
        (GOOD, (*seats(2), Seat("s3", "Leeg", size=0)), Reason.TEAM_SIZE),
        (GOOD, (*seats(2), Seat("s3", "x" * 61)), Reason.TOO_LONG),
        (replace(GOOD, threshold=50), seats(), Reason.THRESHOLD),
        (replace(GOOD, threshold=101), seats(), Reason.THRESHOLD),
        (replace(GOOD, cards=0), seats(), Reason.NO_CARDS),
        (replace(GOOD, cards=15), seats(), Reason.TOO_FEW_CARDS),
        (replace(GOOD, selection=("card-1", "card-2")), seats(), Reason.TOO_FEW_CARDS),
        (replace(GOOD, selection=("card-99",)), seats(), Reason.UNKNOWN_SELECTION),
        (replace(GOOD, argue_minutes=0), seats(), Reason.BAD_NUMBER),
        (replace(GOOD, hand=11), seats(), Reason.BAD_NUMBER),
        (replace(GOOD, date="gisteren"), seats(), Reason.BAD_DATE),
        (replace(GOOD, kept_until="2026-02-30"), seats(), Reason.BAD_DATE),
        (replace(GOOD, question="x" * 2001), seats(), Reason.TOO_LONG),
    ],
)
def test_a_set_up_is_refused(setup: Setup, at_table: tuple[Seat, ...], reason: Reason) -> None:
    assert refused(Session(deck()), i.Start(setup, at_table, 1)) is reason


@pytest.mark.parametrize("setup", [replace(GOOD, threshold=51), replace(GOOD, threshold=100)])
@pytest.mark.parametrize("count", [2, 12])
def test_the_borders_are_allowed(setup: Setup, count: int) -> None:
    assert refused(Session(deck()), i.Start(setup, seats(count), 1)) is None


@pytest.mark.parametrize(
    ("count", "in_deck", "hand", "each"),
    [(3, 14, 3, 3), (3, 8, 3, 2), (5, 14, 3, 2), (12, 12, 3, 1), (12, 11, 3, 0), (2, 14, 0, 0)],
)
def test_the_deal(count: int, in_deck: int, hand: int, each: int) -> None:
    session = table(count, 6, in_deck=in_deck, hand=hand)
    held = [card for seat in session.seats for card in session.hand(seat.id)]
    assert [len(session.hand(seat.id)) for seat in session.seats] == [each] * count
    assert Counter((*held, *session.pile)) == Counter(card.id for card in session.deck.activities)


def test_the_seed_gives_the_order() -> None:
    assert table(seed=1).hands == table(seed=1).hands
    assert table(seed=1).hands != table(seed=2).hands


def test_a_selection_is_all_that_is_dealt() -> None:
    chosen = tuple(f"card-{n}" for n in range(3, 10))
    session = table(setup=replace(GOOD, selection=chosen))
    held = [card for seat in session.seats for card in session.hand(seat.id)]
    assert sorted((*held, *session.pile)) == sorted(chosen)


def test_after_playing_a_seat_draws_one() -> None:
    session = table()
    top = session.pile[0]
    session = run(session, *put(session))
    assert top in session.hand("s1")
    assert len(session.hand("s1")) == 3


def test_an_empty_hand_draws_from_the_pile() -> None:
    session = table(hand=0)
    assert session.can_draw
    assert refused(session, i.PlayCard(session.pile[0])) is Reason.NOT_IN_HAND
    session = run(session, i.DrawCard())
    assert refused(session, i.DrawCard()) is Reason.HAND_NOT_EMPTY


def test_turns_go_by_seat_order_and_pass_the_absent() -> None:
    session = table(4)
    order = []
    for _ in range(3):
        assert session.on_turn is not None
        order.append(session.on_turn.id)
        session = run(session, *put(session), i.Skip("later"))
    session = run(session, i.Leave("s4"))
    assert session.on_turn is not None
    assert [*order, session.on_turn.id] == ["s1", "s2", "s3", "s1"]


def test_sealing_changes_between_cards_only() -> None:
    session = table()
    veil = i.ChangeOptions(Sealing.VEIL, timers=False, argue_minutes=5)
    between = run(session, veil)
    assert (between.sealing, between.timers, between.argue_minutes) == (Sealing.VEIL, False, 5)
    assert between.setup.sealing is Sealing.HANDS
    playing = run(session, *put(session))
    assert refused(playing, veil) is Reason.CARD_IN_PLAY
    assert refused(playing, i.ChangeOptions(Sealing.HANDS, False, 5)) is None
    assert refused(session, i.ChangeOptions(Sealing.PAPER, True, 3)) is Reason.WRONG_PHASE
    assert refused(session, i.ChangeOptions(Sealing.OPEN, True, 61)) is Reason.BAD_NUMBER


def test_paper_has_no_hands() -> None:
    session = table(sealing=Sealing.PAPER)
    assert session.pile == tuple(card.id for card in session.deck.activities)
    assert session.playable == session.pile
    assert settled(session, "ppp").phase is Phase.SETTLE


def test_a_blank_card_joins_the_hand_on_turn() -> None:
    session = run(table(), i.AddBlank("  Straatfeest ", "Eens per jaar"))
    assert session.hand("s1")[-1] == "blank-1"
    assert session.card("blank-1") == session.blanks[0]
    assert session.blanks[0].title == "Straatfeest"
    playing = run(shown(session, "ppp"), i.AddBlank("Buurtapp"))
    assert playing.hand("s1")[-1] == "blank-2"
    assert refused(session, i.AddBlank(" ")) is Reason.EMPTY_TEXT
    assert refused(session, i.AddBlank("x" * 61)) is Reason.TOO_LONG
    assert refused(session, i.AddBlank("x", "y" * 401)) is Reason.TOO_LONG


def test_a_blank_card_counts() -> None:
    session = run(table(cards=1), i.AddBlank("Straatfeest"))
    session = run(session, i.PlayCard("blank-1"), i.StartProposing(), i.Park())
    assert session.enough
    assert session.phase is Phase.LAST


def test_nothing_before_the_start_and_nothing_twice() -> None:
    cards, start = opened()
    assert refused(Session(cards), i.Pause()) is Reason.NOT_STARTED
    assert refused(table(), start) is Reason.ALREADY_STARTED


def test_the_range_of_minutes() -> None:
    assert expected_minutes(12) == (24, 96)


def test_initials_differ_at_a_table() -> None:
    assert initials("Bewoners Binnenstad") == "BB"
    assert initials("Gemeente", frozenset({"GE"})) == "GM"
    assert initials("é") == "É"
    assert initials("…") == "?"
