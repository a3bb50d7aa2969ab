"""Undo: the newest step of play, down to the last reveal, passing over what is not play."""

from game.core import intents as i
from game.core.cards import Place
from game.core.evolve import replay, visible
from game.core.outcome import Outcome
from game.core.refusals import Reason
from game.core.session import Phase
from game.core.setup import Sealing, Seat
from tests.core.play import COM, PER, Log, opened, put, refused, run, seal

UNDO = i.Undo()


def started(count: int = 3, cards: int = 12) -> Log:
    return Log(*opened(count, cards))


def test_the_start_is_not_undone() -> None:
    assert refused(started().session, UNDO) is Reason.NOTHING_TO_UNDO


def test_undo_takes_back_play_step_by_step() -> None:
    log = started()
    fresh = log.session
    log.play(*put(fresh), i.Seal("s1", PER), i.Seal("s1", COM))
    log.play(UNDO)
    assert log.session.current is not None
    assert log.session.current.seals[0].vote is PER
    log.play(UNDO, UNDO, UNDO)
    assert (log.session.hands, log.session.pile) == (fresh.hands, fresh.pile)
    assert refused(log.session, UNDO) is Reason.NOTHING_TO_UNDO


def test_a_reveal_is_never_undone() -> None:
    log = started()
    log.play(*put(log.session), *seal("ppc"), i.Reveal())
    assert refused(log.session, UNDO) is Reason.NOTHING_TO_UNDO
    log.play(i.Argue("s1", PER, "omdat"), i.CorrectVote("s3", PER), UNDO)
    assert log.session.current is not None
    assert log.session.current.corrections == ()
    log.play(UNDO)
    assert log.session.current is not None
    assert log.session.current.arguments == ()
    assert refused(log.session, UNDO) is Reason.NOTHING_TO_UNDO


def test_seats_timer_and_options_are_passed_over() -> None:
    log = started()
    log.play(*put(log.session), *seal("ppc"), i.Reveal(), i.Argue("s1", PER, "omdat"))
    log.play(
        i.ExtendTimer(2),
        i.Pause(),
        i.Resume(),
        i.ChangeOptions(Sealing.HANDS, timers=False, argue_minutes=5),
        i.Leave("s2"),
        i.Join(Seat("s4", "Laatkomer")),
        UNDO,
    )
    card = log.session.current
    assert card is not None
    assert card.arguments == ()
    assert card.extended == 2
    assert not log.session.timers
    assert log.session.absent == ("s2",)
    assert len(log.session.seats) == 4


def test_an_outcome_can_be_undone_also_after_the_closing_began() -> None:
    log = started(cards=1)
    log.play(*put(log.session), *seal("ppp"), i.Reveal(), i.StartSettling())
    log.play(i.Confirm(Outcome.AGREED), i.StartClosing(), i.Finish())
    assert log.play(UNDO).phase is Phase.CLOSING
    assert log.play(UNDO, UNDO).phase is Phase.SETTLE
    assert log.session.history == ()


def test_what_was_undone_stays_in_the_log() -> None:
    log = started()
    log.play(i.AddBlank("Straatfeest"), UNDO, i.AddBlank("Buurtapp"))
    assert len(log.steps) == 4
    assert [card.title for card in log.session.blanks] == ["Buurtapp"]
    assert replay(log.deck, log.steps) == log.session


def test_a_blank_that_was_dealt_on_and_then_undone_is_gone() -> None:
    """Leaving and joining are passed over, so the deal outlives the card."""
    log = Log(*opened(3, 6, in_deck=8))
    log.play(i.AddBlank("Straatfeest"), i.Leave("s1"), i.Join(Seat("s1", "Bewoners Binnenstad")))
    log.play(i.Join(Seat("s4", "Laatkomer")))
    assert "blank-1" in log.session.hand("s4")
    log.play(UNDO)
    cards = [card for hand in log.session.hands for card in hand.cards]
    assert "blank-1" not in (*cards, *log.session.pile)
    assert len((*cards, *log.session.pile)) == 8


def test_undone_seals_are_in_no_round() -> None:
    log = started()
    log.play(*put(log.session), i.Seal("s1", COM), UNDO, *seal("ppp"), i.Reveal())
    assert log.session.current is not None
    assert log.session.current.first is not None
    assert log.session.current.first.positions == (Place.PERSONAL,)


def test_a_session_is_left_as_it_was() -> None:
    """Playing changes nothing that was handed out before."""
    session = started().session
    before = repr(session)
    run(session, *put(session), *seal("ppc"), i.Reveal())
    assert repr(session) == before


def test_a_veiled_seal_stays_unseen_when_the_way_of_sealing_changed_since() -> None:
    log = Log(*opened(sealing=Sealing.VEIL))
    log.play(*put(log.session), i.Seal("s1", PER), i.Skip("later"))
    log.play(i.ChangeOptions(Sealing.HANDS, timers=True, argue_minutes=3), UNDO)
    assert log.session.phase is Phase.PROPOSE
    current = visible(log.session).current
    assert current is not None
    assert current.seals == ()
