"""Cards that come back, and taps that are put right: what stays, and what begins anew."""

from game.core import events as e
from game.core import intents as i
from game.core.outcome import Ballot, Outcome
from game.core.record import make_record, public
from game.core.refusals import Reason
from game.core.rules import decide
from game.core.session import Phase, Session
from game.core.settlement import AspectText, Settlement
from game.core.settling import draft, proposal
from game.core.setup import MAX_LETTERS, Sealing, Seat
from tests.core.play import (
    COM,
    NOT_MINE,
    PER,
    Log,
    agreed,
    arguments,
    opened,
    put,
    refused,
    run,
    seal,
    shown,
    table,
)


def _back(session: Session) -> Session:
    """Play the other card of two, and take the skipped one again."""
    skipped = session.history[-1].card
    return run(agreed(session), i.PlayCard(skipped), i.StartProposing())


def test_a_card_comes_back_in_the_words_that_the_table_gave_it() -> None:
    session = shown(table(cards=2), "p??")
    session = run(session, i.Reword("duidelijker"), *seal("p??"), i.Reveal(), i.Skip("geen tijd"))
    session = _back(session)
    card = session.current
    assert card is not None
    assert (card.reworded, card.version) == ("duidelijker", 2)
    # To word it anew was offered, once a card.
    assert run(session, *seal("p??"), i.Reveal()).phase is Phase.ARGUE


def test_a_card_whose_reveal_was_reworded_away_comes_back_as_a_new_version() -> None:
    session = run(shown(table(cards=2), "p??"), i.Reword("duidelijker"), i.Skip())
    card = _back(session).current
    assert card is not None
    assert card.version == 2
    unseen = _back(run(table(cards=2), *put(table(cards=2)), i.Skip())).current
    assert unseen is not None
    assert unseen.version == 1


def test_whatever_is_reopened_is_a_new_version() -> None:
    session = table()
    session = run(session, *put(session), i.Park("Wie betaalt?"))
    session = run(session, i.Reopen(session.history[-1].card))
    assert session.current is not None
    assert session.current.version == 2


def test_a_card_written_during_a_reopened_one_is_for_the_seat_on_turn() -> None:
    session = agreed(table())
    first = session.history[0]
    session = run(session, i.Reopen(first.card))
    assert session.on_turn is not None
    assert session.on_turn.id != first.seat
    (added,) = decide(session, i.AddBlank("Koffie op de trap"))
    assert isinstance(added, e.BlankAdded)
    assert added.seat == session.on_turn.id


def test_a_correction_leaves_the_order_of_equal_positions_as_it_was_drawn() -> None:
    for seed in range(30):
        session = shown(table(5, seed=seed), "ppccu")
        assert session.current is not None
        assert session.current.first is not None
        drawn = session.current.first.order
        (right,) = decide(session, i.CorrectVote("s5", NOT_MINE))
        assert isinstance(right, e.VoteCorrected)
        assert right.order == drawn
        (moved,) = decide(session, i.CorrectVote("s5", drawn[0]))
        assert isinstance(moved, e.VoteCorrected)
        assert moved.order == (drawn[1], drawn[0])


def test_a_second_round_keeps_its_taps_when_the_way_of_sealing_changes() -> None:
    cards, start = opened()
    log = Log(cards, start)
    log.play(*put(log.session), *seal("ppc"), i.Reveal(), i.StartSecondRound(), i.Skip())
    options = i.ChangeOptions(Sealing.VEIL, timers=True, argue_minutes=3)
    session = log.play(options, i.Undo())
    assert session.phase is Phase.SECOND
    assert session.current is not None
    taps = tuple(Ballot(f"s{n}", place) for n, place in enumerate((PER, PER, COM), 1))
    assert session.current.seals == taps


def test_names_that_look_alike_are_the_same() -> None:
    session = table()
    seen = session.seats[0].label
    assert refused(session, i.Join(Seat("new", f"{seen[:3]}\u200b{seen[3:]}"))) is Reason.SAME_NAME
    assert refused(session, i.Join(Seat("new", "\u200b\u2060"))) is Reason.EMPTY_NAME


def test_a_draft_holds_as_many_whole_reasons_as_fit() -> None:
    long, short = "a" * (MAX_LETTERS - 10), "b" * 20
    said = [i.Argue(seat, PER, text) for seat, text in (("s1", long), ("s2", short), ("s3", "c"))]
    session = run(shown(table(), "ppc"), *said, i.StartSecondRound(), *seal("ppp"), i.Reveal())
    assert session.current is not None
    ruled = proposal(session.current, 75)
    words = draft(session.current, ruled)
    assert words.reason == f"{long}\nc"
    assert refused(session, i.Confirm(ruled.outcome, words)) is None


def test_the_aspects_of_a_card_begin_with_what_was_said_for_their_places() -> None:
    session = run(shown(table(), "ppc"), *arguments(("s1", PER), ("s3", COM)))
    session = run(session, i.Split(("binnen", "buiten")))
    session = run(session, *seal("ppp"), i.Reveal(), *seal("ccc"), i.Reveal())
    assert session.current is not None
    words = draft(session.current, proposal(session.current, 75))
    assert [aspect.reason for aspect in words.aspects] == ["omdat s1", "omdat s3"]


def test_the_record_tells_which_aspects_got_no_place() -> None:
    cards, start = opened(4)
    log = Log(cards, start)
    log.play(*put(log.session), *seal("ppcc"), i.Reveal(), i.Split(("binnen", "buiten")))
    log.play(*seal("uupp"), i.Reveal(), *seal("cccc"), i.Reveal())
    log.play(i.Confirm(Outcome.SPLIT, Settlement(aspects=(AspectText("a"), AspectText("b")))))
    record = make_record(log.deck, log.steps, session_id="x", app_version="0")
    assert [placed.aspect.name for placed in record.placed if placed.aspect] == ["buiten"]
    (off,) = record.unplaced
    assert off.aspect is not None
    assert (off.aspect.name, off.outcome) == ("binnen", Outcome.UNDECIDED)


def test_a_public_record_does_not_tell_when_the_way_of_sealing_changed() -> None:
    cards, start = opened(3, sizes=(3, 3, 3))
    log = Log(cards, start)
    log.play(*put(log.session), *seal("ppp"), i.Reveal(), i.StartSettling())
    log.play(i.Confirm(Outcome.AGREED))
    log.play(i.ChangeOptions(Sealing.VEIL, timers=True, argue_minutes=3))
    record = make_record(log.deck, log.steps, session_id="x", app_version="0")
    assert [change.played for change in record.changes] == [1]
    assert [change.played for change in public(record).changes] == [None]
