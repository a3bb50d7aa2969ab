"""One card from hand to history: given intents, when one more, then events."""

import pytest

from game.core import events as e
from game.core import intents as i
from game.core.cards import Crux, Meets, Place
from game.core.evolve import visible
from game.core.outcome import Ballot, Outcome
from game.core.refusals import Reason, Refused
from game.core.rules import decide
from game.core.session import Phase
from game.core.settlement import AspectText, Settlement
from game.core.settling import draft, proposal
from game.core.setup import Sealing, Seat
from tests.core.play import (
    COM,
    INS,
    PER,
    UNCLEAR,
    UNSURE,
    Log,
    agreed,
    arguments,
    opened,
    put,
    refused,
    run,
    seal,
    settled,
    shown,
    table,
)


def test_reading_goes_to_proposing() -> None:
    session = table()
    card = session.hand("s1")[0]
    played = decide(session, i.PlayCard(card))
    assert played == (e.CardPlayed("s1", card), e.CardDealt("s1", session.pile[0]))
    session = run(session, i.PlayCard(card), i.NoteWording(" alleen in de wijk "))
    assert session.phase is Phase.READ
    assert session.current is not None
    assert session.current.wording == "alleen in de wijk"
    assert run(session, i.StartProposing()).phase is Phase.PROPOSE


def test_a_seal_can_change_until_the_reveal() -> None:
    session = run(table(), *put(table()), i.Seal("s1", PER), i.Seal("s1", COM), *seal("-pp"))
    session = run(session, i.Unseal("s2"), i.Seal("s2", UNSURE), i.Reveal())
    assert session.current is not None
    assert session.current.first is not None
    chosen = [ballot.vote for ballot in session.current.first.ballots]
    assert chosen == [COM, UNSURE, PER]
    assert session.current.seals == ()


def test_a_missing_seal_is_asked_about_by_name() -> None:
    session = run(table(), *put(table()), i.Seal("s1", PER))
    with pytest.raises(Refused) as caught:
        decide(session, i.Reveal())
    assert caught.value.reason is Reason.MISSING_SEALS
    assert caught.value.seats == ("s2", "s3")
    assert decide(session, i.Reveal(without_missing=True))


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("ppp", Phase.FAST),
        ("ppu", Phase.FAST),
        ("pp-", Phase.FAST),
        ("pppp", Phase.FAST),
        ("ppuu", Phase.ARGUE),
        ("pp--", Phase.ARGUE),
        ("puu", Phase.ARGUE),
        ("pppuu", Phase.FAST),
        ("ppc", Phase.ARGUE),
        ("uuu", Phase.ARGUE),
        ("---", Phase.ARGUE),
        ("ppp??", Phase.REWORD),
        ("pp?", Phase.REWORD),
        ("ppp?", Phase.FAST),
        ("ppcc?", Phase.ARGUE),
        ("ppppp?", Phase.FAST),
    ],
)
def test_where_a_reveal_leads(text: str, phase: Phase) -> None:
    assert shown(table(len(text), in_deck=24), text).phase is phase


def test_open_sealing_has_no_fast_lane_and_goes_in_turn() -> None:
    session = run(table(sealing=Sealing.OPEN), *put(table(sealing=Sealing.OPEN)))
    assert refused(session, i.Seal("s2", PER)) is Reason.NOT_YOUR_TURN
    session = run(session, *seal("ppp"), i.Reveal())
    assert session.phase is Phase.ARGUE
    session = run(session, i.StartSecondRound(), i.Reveal(), i.Confirm(Outcome.AGREED))
    session = run(session, *put(session))
    assert refused(session, i.Seal("s1", PER)) is Reason.NOT_YOUR_TURN  # the turn went to s2
    assert refused(run(session, i.Leave("s2")), i.Seal("s3", PER)) is None


def test_a_veiled_seal_is_not_visible() -> None:
    session = run(table(sealing=Sealing.VEIL), *put(table(sealing=Sealing.VEIL)), *seal("pc"))
    seen = visible(session).current
    assert seen is not None
    assert seen.seals == (Ballot("s1", None), Ballot("s2", None))
    hands = run(table(), *put(table()), *seal("pc"))
    assert visible(hands).current == hands.current


def test_the_pile_is_not_visible_in_its_order() -> None:
    session = table()
    assert visible(session).pile == tuple(sorted(session.pile))


def test_smallest_position_first_and_ties_by_a_logged_draw() -> None:
    session = run(table(6), *put(table(6)), *seal("pppcci"))
    (revealed,) = decide(session, i.Reveal())
    assert isinstance(revealed, e.Revealed)
    assert revealed.order == (INS, COM, PER)
    orders = set()
    for seed in range(12):
        tied = run(table(2, seed=seed), *put(table(2, seed=seed)), *seal("pc"))
        (revealed,) = decide(tied, i.Reveal())
        assert isinstance(revealed, e.Revealed)
        orders.add(revealed.order)
    assert orders == {(PER, COM), (COM, PER)}


def test_a_reworded_card_is_sealed_again_and_offered_once() -> None:
    session = shown(table(), "p??")
    assert refused(session, i.Argue("s1", PER, "omdat")) is Reason.WRONG_PHASE
    session = run(session, i.Reword("Kaart, maar duidelijker"))
    assert session.phase is Phase.PROPOSE
    session = run(session, *seal("p??"), i.Reveal())
    assert session.phase is Phase.ARGUE
    card = session.current
    assert card is not None
    assert card.reworded == "Kaart, maar duidelijker"
    assert [ballot.vote for ballot in card.earlier[0].ballots] == [PER, UNCLEAR, UNCLEAR]
    assert card.first is not None
    assert card.first is not card.earlier[0]


def test_anyone_may_ask_for_the_full_discussion() -> None:
    session = run(shown(table(), "ppp"), i.AskDiscussion())
    assert session.phase is Phase.ARGUE
    assert run(session, i.StartSecondRound(), i.Reveal()).phase is Phase.SETTLE


def test_the_second_round_starts_from_the_first() -> None:
    session = run(shown(table(), "ppc"), i.StartSecondRound())
    assert session.current is not None
    assert [(b.seat, b.vote) for b in session.current.seals] == [
        ("s1", PER),
        ("s2", PER),
        ("s3", COM),
    ]
    session = run(session, i.Seal("s3", COM, (PER, INS)), i.Reveal())
    assert session.current is not None
    assert session.current.second is not None
    assert session.current.second.ballots[2] == Ballot("s3", COM, (PER, INS))


def test_the_draft_holds_what_was_said() -> None:
    session = run(shown(table(), "ppc"), *arguments(("s1", PER), ("s2", PER), ("s3", COM)))
    session = run(session, i.NoteBoundary("met geld"), i.StartSecondRound(), i.Reveal())
    card = session.current
    assert card is not None
    words = draft(card, proposal(card, 75))
    assert words.reason_for(PER) == "omdat s1\nomdat s2"
    assert words.reason_for(COM) == "omdat s3"
    assert words.boundary == "met geld"


def test_carried_drafts_the_note_of_who_differs() -> None:
    session = run(shown(table(4), "pppc"), *arguments(("s1", PER), ("s4", COM)))
    session = run(session, i.StartSecondRound(), i.Reveal())
    assert session.current is not None
    words = draft(session.current, proposal(session.current, 75))
    assert words.reason == "omdat s1"
    assert words.notes == (("s4", "omdat s4"),)


def test_carried_may_become_differed_and_nothing_else() -> None:
    session = settled(table(4), "pppc")
    assert refused(session, i.Confirm(Outcome.AGREED)) is Reason.OTHER_OUTCOME
    assert refused(session, i.Confirm(Outcome.CARRIED)) is None
    recorded = decide(session, i.Confirm(Outcome.DIFFERED))[0]
    assert isinstance(recorded, e.OutcomeRecorded)
    assert recorded.places == (PER, COM)
    for text, only in (("ppp", Outcome.AGREED), ("ppc", Outcome.DIFFERED)):
        session = settled(table(), text)
        allowed = [o for o in Outcome if refused(session, i.Confirm(o)) is None]
        assert allowed == [only]


def test_at_one_to_one_the_table_may_name_the_place() -> None:
    session = settled(table(2), "pc", "pc", {"s1": (COM,), "s2": (PER,)})
    assert refused(session, i.Confirm(Outcome.DIFFERED)) is None
    assert refused(session, i.Confirm(Outcome.CARRIED)) is Reason.OTHER_OUTCOME
    named = i.Confirm(Outcome.CARRIED, place=COM)
    recorded = decide(session, named)[0]
    assert isinstance(recorded, e.OutcomeRecorded)
    assert (recorded.outcome, recorded.places) == (Outcome.CARRIED, (COM,))
    assert refused(session, i.Confirm(Outcome.CARRIED, place=INS)) is Reason.PLACE_NOT_NAMEABLE
    assert refused(session, i.Confirm(Outcome.DIFFERED, place=COM)) is Reason.PLACE_NOT_NAMEABLE


def test_splitting() -> None:
    session = run(shown(table(4), "ppcc"), i.Split(("binnen", "buiten")))
    assert session.phase is Phase.ASPECT
    session = run(session, *seal("pppc"), i.Reveal())
    fix = i.CorrectVote("s4", PER)
    assert refused(session, fix) is None
    session = run(session, *seal("ccii"), i.Reveal())
    assert session.phase is Phase.SETTLE
    words = Settlement(aspects=(AspectText("omdat", differed=True), AspectText("want")))
    session = run(session, i.Confirm(Outcome.SPLIT, words))
    card = session.history[0]
    assert card.outcome is Outcome.SPLIT
    assert card.aspects[0].round is not None
    assert card.aspects[0].round.positions == (PER, COM)


def test_only_a_carried_aspect_may_become_differed() -> None:
    session = run(shown(table(), "ppc"), i.Split(("a", "b")))
    session = run(session, *seal("ppp"), i.Reveal(), *seal("ppp"), i.Reveal())
    words = Settlement(aspects=(AspectText(differed=True), AspectText()))
    assert refused(session, i.Confirm(Outcome.SPLIT, words)) is Reason.OTHER_OUTCOME


def test_a_seat_that_joins_after_the_reveal_votes_from_the_second_round_on() -> None:
    session = run(shown(table(), "ppc"), i.Join(Seat("s4", "Laatkomer")))
    assert refused(session, i.CorrectVote("s4", PER)) is Reason.NOT_IN_ROUND
    session = run(session, i.StartSecondRound())
    assert refused(session, i.Reveal()) is Reason.MISSING_SEALS
    session = run(session, i.Seal("s4", COM), i.Reveal())
    assert session.current is not None
    assert session.current.first is not None
    assert session.current.second is not None
    assert session.current.first.present == ("s1", "s2", "s3")
    assert session.current.second.present == ("s1", "s2", "s3", "s4")


def test_a_seat_that_leaves_loses_its_seal_and_its_hand() -> None:
    session = run(table(), *put(table()), *seal("ppp"))
    hand, pile = session.hand("s3"), session.pile
    session = run(session, i.Leave("s3"))
    assert session.pile == (*pile, *hand)
    assert session.current is not None
    assert [ballot.seat for ballot in session.current.seals] == ["s1", "s2"]
    assert refused(session, i.Seal("s3", PER)) is Reason.SEAT_ABSENT
    assert refused(session, i.Reveal()) is None
    back = run(session, i.Join(Seat("s3", "Welzijnswerk")))
    assert len(back.seats) == 3
    assert len(back.hand("s3")) == 3


def test_what_a_seat_said_before_it_left_still_counts() -> None:
    session = run(table(), *put(table()), *seal("ppc"), i.Reveal(), i.Leave("s3"))
    assert session.current is not None
    assert session.current.first is not None
    assert session.current.first.present == ("s1", "s2", "s3")
    session = run(
        session,
        i.Argue("s3", COM, "Wij regelen dit samen.", "crit-1", Meets.YES),
        i.Waive(COM),
    )
    assert session.current is not None
    assert session.current.arguments_for(COM)[0].seat == "s3"
    assert session.current.is_restated(COM)
    never_voted = run(session, i.Join(Seat("s4", "Wijkteam")), i.Leave("s4"))
    assert refused(never_voted, i.Argue("s4", COM, "Nee.")) is Reason.SEAT_ABSENT


def test_a_skipped_card_returns_once_at_the_end() -> None:
    session = table(cards=2)
    session = run(session, *put(session), i.Skip("eerst koffie"))
    skipped = session.history[0].card
    session = agreed(session)
    assert session.phase is Phase.HAND
    assert session.playable == (skipped,)
    session = run(session, i.PlayCard(skipped), i.Skip("toch niet"))
    assert session.phase is Phase.LAST
    assert session.playable == ()
    assert session.played == 2
    session = run(session, i.Reopen(skipped), i.Skip("nog steeds niet"))
    assert session.phase is Phase.LAST
    assert session.playable == ()


def test_reopening_makes_a_new_version() -> None:
    session = agreed(table(), Settlement(reason="omdat"))
    card = session.history[0].card
    turn = session.on_turn
    session = run(session, i.Reopen(card))
    assert session.phase is Phase.PROPOSE
    assert session.current is not None
    assert session.current.version == 2
    session = run(session, *seal("ppc"), i.Reveal(), i.StartSecondRound(), i.Reveal())
    session = run(session, i.Confirm(Outcome.DIFFERED, Settlement(crux=Crux.VALUE)))
    assert [played.version for played in session.history] == [1, 2]
    assert [played.outcome for played in session.latest] == [Outcome.DIFFERED]
    assert session.on_turn == turn
    assert session.played == 1


def test_stopping_in_the_middle_of_a_card() -> None:
    session = shown(agreed(table(cards=4)), "ppc")
    session = run(session, i.StartClosing())
    stopped = session.history[-1]
    assert stopped.outcome is Outcome.SKIPPED
    assert stopped.stopped
    assert stopped.first is not None
    assert session.phase is Phase.CLOSING
    assert len(session.not_reached) == 2
    assert not set(session.not_reached) & set(session.seen)
    done = run(session, i.Answer("werkdefinitie", "Alles wat ons bindt"), i.Finish())
    assert done.phase is Phase.FINISHED
    assert refused(done, i.Pause()) is Reason.IS_FINISHED
    assert refused(done, i.Answer("werkdefinitie", "Toch anders")) is None


def test_a_correction_is_logged_and_changes_the_round() -> None:
    session = shown(table(), "ppc")
    session = run(session, i.CorrectVote("s3", PER))
    assert session.phase is Phase.FAST
    assert session.current is not None
    assert [(c.round, c.seat) for c in session.current.corrections] == [(1, "s3")]
    session = run(session, i.StartSettling(), i.CorrectVote("s3", INS))
    assert session.phase is Phase.ARGUE  # a contested card has no fast lane
    session = run(session, i.StartSecondRound(), i.Reveal(), i.CorrectVote("s3", INS, (PER,)))
    assert session.current is not None
    assert session.current.second is not None
    assert session.current.second.ballots[2] == Ballot("s3", INS, (PER,))
    assert refused(session, i.Confirm(Outcome.CARRIED)) is None


def test_restating_takes_someone_from_another_position() -> None:
    session = run(shown(table(4), "ppcu"), *arguments(("s1", PER), ("s3", COM)))
    assert refused(session, i.Restate(PER, "s2")) is Reason.SAME_POSITION
    assert refused(session, i.Restate(PER, "s4")) is Reason.SAME_POSITION
    assert refused(session, i.Waive(PER)) is Reason.HELD_BY_MORE
    session = run(session, i.Restate(PER, "s3"), i.Waive(COM))
    assert refused(session, i.Restate(COM, "s1")) is Reason.ALREADY_RESTATED
    pair = run(shown(table(2), "pc"), *arguments(("s1", PER)))
    assert refused(pair, i.Waive(PER)) is Reason.TABLE_OF_TWO


def test_nothing_is_said_back_before_it_was_said() -> None:
    session = shown(table(4), "ppci")
    for intent in (i.Restate(PER, "s3"), i.Restate(COM), i.Waive(COM)):
        assert refused(session, intent) is Reason.NOTHING_SAID
    session = run(session, *arguments(("s1", COM)))
    assert refused(session, i.Restate(PER, "s3")) is Reason.NOTHING_SAID
    assert refused(session, i.Waive(INS)) is Reason.NOTHING_SAID
    assert refused(session, i.Waive(COM)) is None
    log = Log(*opened(4))
    log.play(*put(log.session), *seal("ppci"), i.Reveal(), *arguments(("s3", COM)), i.Undo())
    assert refused(log.session, i.Waive(COM)) is Reason.NOTHING_SAID


def test_arguments_can_be_for_any_place_by_any_seat() -> None:
    session = shown(table(), "ppc")
    for place in Place:
        assert refused(session, i.Argue("s1", place, "omdat")) is None
    session = run(session, i.Argue("s1", PER, "", "crit-1", Meets.NO), i.EditArgument(0, "want"))
    assert session.current is not None
    assert session.current.arguments[0].text == "want"


def test_the_scribe_rotates_with_the_turns() -> None:
    session = table()
    found = []
    for _ in range(4):
        assert session.scribe is not None
        found.append(session.scribe.id)
        session = run(session, *put(session), i.Skip())
    assert found == ["s2", "s3", "s1", "s2"]
