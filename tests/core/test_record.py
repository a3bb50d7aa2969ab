"""The internal record: everything that outlives the conversation, and nothing unrevealed."""

from dataclasses import replace

import pytest

from game.core import intents as i
from game.core.cards import Crux, Meets, Place
from game.core.entries import ChangeKind, Measure, NoFigure, Record
from game.core.outcome import Outcome
from game.core.record import CARDS_NEEDED, duration, make_record
from game.core.session import Phase, Step
from game.core.settlement import AspectText, Settlement
from game.core.settling import proposal
from game.core.setup import Sealing, Seat
from tests.core.play import (
    COM,
    INS,
    OUT,
    PER,
    UNCLEAR,
    Log,
    arguments,
    opened,
    put,
    seal,
)
from tests.core.talk import talk


def started(count: int = 3, cards: int = 12, sealing: Sealing = Sealing.HANDS) -> Log:
    return Log(*opened(count, cards, sealing=sealing))


def record_of(log: Log) -> Record:
    return make_record(log.deck, log.steps, session_id="abc", app_version="0.1.0")


NO_WORDS = Settlement()


def card(log: Log, first: str, second: str = "", words: Settlement = NO_WORDS) -> None:
    """Play one card to the outcome that the rule proposes."""
    log.play(*put(log.session), *seal(first), i.Reveal(without_missing=True))
    if log.session.phase is Phase.REWORD:
        log.play(i.KeepWording())
    if log.session.phase is Phase.FAST:
        log.play(i.AskDiscussion() if second else i.StartSettling())
    if log.session.phase is Phase.ARGUE:
        log.play(i.StartSecondRound(), *seal(second or first), i.Reveal(without_missing=True))
    current = log.session.current
    assert current is not None
    ruled = proposal(current, log.session.setup.threshold)
    log.play(i.Confirm(ruled.outcome, words))


def test_the_header() -> None:
    log = started()
    record = record_of(log)
    assert (record.session_id, record.app_version) == ("abc", "0.1.0")
    assert (record.deck.id, record.deck.version, record.deck.sha256) == ("proef", "1.0", "0" * 64)
    assert record.setup.gemeente == "Voorbeeldstad"
    assert record.people == 3
    assert [sphere.place for sphere in record.spheres] == list(Place)
    assert record.cards == ()
    assert record.totals.percent is None


def test_duration_leaves_out_pauses() -> None:
    log = started()
    log.play(i.AddNote("a"), i.Pause(), i.AddNote("b"), i.Resume(), i.AddNote("c"))
    assert duration(log.steps) == 3  # five seconds, of which two paused
    log.play(i.StartClosing(), i.Finish(), i.AddNote("naderhand"))
    assert duration(log.steps) == 5


def test_duration_of_odd_clocks() -> None:
    log = started()
    log.play(i.AddNote("a"), i.AddNote("b"))
    back = (log.steps[0], replace(log.steps[1], at="2020-01-01T00:00:00+00:00"), log.steps[2])
    assert duration(back[:2]) == 0
    assert duration(()) is None
    assert duration((*log.steps, Step("", ()))) is None


def test_paper_has_no_duration_and_its_sealing_and_draws_are_not_known() -> None:
    log = started(sealing=Sealing.PAPER)
    card(log, "ppp")
    record = record_of(log)
    assert record.cards[0].seat == ""
    assert record.duration is None
    assert record.sealings == (Sealing.PAPER,)
    assert record.figures.cards == 1


def test_changes_on_the_way() -> None:
    log = started()
    card(log, "ppp")
    log.play(i.ChangeOptions(Sealing.VEIL, timers=False, argue_minutes=5))
    log.play(*put(log.session), *seal("ppp"), i.Leave("s2"), i.Reveal())
    log.play(i.Join(Seat("s4", "Laatkomer")))
    record = record_of(log)
    told = [(c.kind, c.before, c.after, c.seat, c.played) for c in record.changes]
    assert told == [
        (ChangeKind.SEALING, "hands", "veil", "", 1),
        (ChangeKind.TIMERS, "on", "off", "", 1),
        (ChangeKind.MINUTES, "3", "5", "", 1),
        (ChangeKind.LEFT, "", "", "s2", 2),
        (ChangeKind.JOINED, "", "", "s4", 2),
    ]
    here = {seat.id: (seat.at_start, seat.at_end) for seat in record.seats}
    assert here == {
        "s1": (True, True),
        "s2": (True, False),
        "s3": (True, True),
        "s4": (False, True),
    }


def test_a_card_with_everything() -> None:
    log = started(4)
    log.play(*put(log.session), i.NoteWording("in de wijk"), *seal("p???"), i.Reveal())
    log.play(i.Reword("Duidelijker"), *seal("pppc"), i.Reveal(), i.CorrectVote("s3", COM))
    log.play(*arguments(("s1", PER)), i.Argue("s4", COM, "samen", "crit-2", Meets.NO))
    log.play(i.Restate(PER, "s4"), i.Restate(COM, "s1"), i.NoteBoundary("met geld"))
    log.play(i.AddNote("er werd gelachen"), i.StartSecondRound(), *seal("pppc", {"s4": (PER,)}))
    log.play(i.Reveal())
    words = Settlement(reason="eigen kring", notes=(("s4", "toch samen"),), crux=Crux.ROLE)
    log.play(i.Confirm(Outcome.CARRIED, words))
    (entry,) = record_of(log).cards
    assert (entry.wording, entry.reworded) == ("in de wijk", "Duidelijker")
    assert entry.text.startswith("Tekst van kaart")
    assert entry.earlier[0].counts == ((PER, 1), (UNCLEAR, 3))
    assert entry.first is not None
    assert entry.first.counts == ((PER, 2), (COM, 2))
    assert entry.first.agreement == pytest.approx(1 / 3)
    assert entry.second is not None
    assert entry.second.counts == ((PER, 3), (COM, 1))
    assert entry.second.live_with == ((PER, 1),)
    assert entry.second.holders(COM) == ("s4",)
    assert [(a.seat, a.criterion, a.restated) for a in entry.arguments] == [
        ("s1", "crit-1", "yes"),
        ("s4", "crit-2", "yes"),
    ]
    assert [(note.seat, note.place, note.text) for note in entry.notes] == [
        ("s4", COM, "toch samen")
    ]
    assert (entry.boundary, entry.reason, entry.remarks) == (
        "met geld",
        "eigen kring",
        ("er werd gelachen",),
    )
    assert [(c.round, c.seat) for c in entry.corrections] == [(1, "s3")]
    assert entry.score.total == 6
    assert entry.missing == ()


def test_a_later_version_leaves_the_earlier_one_in_the_record() -> None:
    log = started()
    card(log, "ppp")
    log.play(i.Reopen(log.session.history[0].card), i.AddNote("opnieuw"), *seal("ccc"), i.Reveal())
    log.play(i.StartSettling(), i.Confirm(Outcome.AGREED))
    record = record_of(log)
    assert [(c.version, c.latest, c.places) for c in record.cards] == [
        (1, False, (PER,)),
        (2, True, (COM,)),
    ]
    assert [c.remarks for c in record.cards] == [(), ("opnieuw",)]
    assert len(record.latest) == 1


def test_a_skipped_card_that_returns_has_its_own_key() -> None:
    log = started(cards=1)
    log.play(*put(log.session), i.Skip("straks"))
    log.play(*put(log.session), *seal("ppp"), i.Reveal(), i.StartSettling())
    log.play(i.Confirm(Outcome.AGREED))
    record = record_of(log)
    assert [(c.key.partition("/")[2], c.outcome, c.returned) for c in record.cards] == [
        ("1", Outcome.SKIPPED, False),
        ("1.2", Outcome.AGREED, True),
    ]
    assert record.figures.cards == 1


def test_the_map_the_differences_and_the_agenda() -> None:
    log = started()
    card(log, "ppc", words=Settlement(crux=Crux.VALUE, settle="navragen"))
    card(log, "ooo")
    card(log, "pci", words=Settlement(crux=Crux.FACT))
    card(log, "ppc")
    log.play(*put(log.session), *seal("ppc"), i.Reveal(), i.Split(("binnen", "buiten")))
    log.play(*seal("ppp"), i.Reveal(), *seal("cci"), i.Reveal())
    words = Settlement(aspects=(AspectText("eigen kring"), AspectText("samen")))
    log.play(i.Confirm(Outcome.SPLIT, words))
    log.play(*put(log.session), i.Park("Wie betaalt?", "gemeente", "2027-01-15"))
    record = record_of(log)
    one, out, three, four, cut, parked = record.cards
    assert [p.card.key for p in record.lying_at(OUT)] == [out.key]
    assert [(p.title, p.outcome) for p in record.lying_at(INS)] == [
        (three.title, Outcome.DIFFERED),
        (f"{cut.title}: buiten", Outcome.DIFFERED),
    ]
    assert [p.card.key for p in record.differences] == [three.key, one.key, four.key, cut.key]
    assert [(item.question, item.owner, item.parked) for item in record.agenda] == [
        ("Wie betaalt?", "gemeente", True),
        ("navragen", "", False),
    ]
    assert parked.date == "2027-01-15"
    assert dict(record.outcomes)[Outcome.DIFFERED] == 3


def test_criteria_played_often_and_never() -> None:
    log = started()
    log.play(*put(log.session), *seal("ppc"), i.Reveal())
    log.play(*arguments(("s1", PER), ("s3", COM)), i.Argue("s2", PER, "", "crit-2", Meets.PARTLY))
    log.play(i.Skip())
    record = record_of(log)
    assert [c.id for c in record.criteria_often] == ["crit-1"]
    assert [c.id for c in record.criteria_never] == ["crit-3"]


def test_stopping_lists_what_was_not_reached() -> None:
    log = started(cards=5)
    card(log, "ppp")
    log.play(*put(log.session), *seal("ppc"), i.Reveal(), i.StartClosing())
    log.play(i.Answer("gemist", "De jongeren"), i.AddNote("mooie avond"), i.Finish())
    record = record_of(log)
    assert record.finished
    assert len(record.not_reached) == 3
    assert record.cards[-1].stopped
    assert record.cards[-1].first is not None
    assert [(a.id, a.text) for a in record.closing] == [
        ("werkdefinitie", ""),
        ("gemist", "De jongeren"),
    ]
    assert record.notes == ("mooie avond",)


def test_nothing_unrevealed_or_undone_is_in_it() -> None:
    log = started()
    log.play(*put(log.session), *seal("oio"), i.Undo(), i.Skip("weg"))
    log.play(i.AddNote("geheim"), i.Undo())
    record = record_of(log)
    assert record.cards[0].first is None
    assert "geheim" not in repr(record)
    log.play(*put(log.session), *seal("ooo"))
    assert record_of(log).cards == record.cards


def test_too_few_cards_give_no_figure() -> None:
    log = started()
    for _ in range(CARDS_NEEDED - 1):
        card(log, "ppc")
    assert record_of(log).figures.absent is NoFigure.TOO_FEW
    card(log, "ccc")
    figures = record_of(log).figures
    assert (figures.absent, figures.measure, figures.cards) == (None, Measure.KAPPA, 10)
    assert figures.value is not None
    assert figures.low is not None
    assert figures.high is not None
    assert figures.low <= figures.value <= figures.high
    assert figures.resamples == 2000


def test_two_seats_give_no_figure() -> None:
    log = started(2)
    for _ in range(CARDS_NEEDED):
        card(log, "pc")
    assert record_of(log).figures.absent is NoFigure.TOO_FEW


def test_one_abstention_makes_it_alpha() -> None:
    log = started()
    for text in ["ppu", *["ppc"] * 5, *["ccc"] * 4]:
        card(log, text)
    figures = record_of(log).figures
    assert (figures.measure, figures.absent) == (Measure.ALPHA, None)


def test_everybody_the_same_cannot_be_computed() -> None:
    log = started()
    for _ in range(CARDS_NEEDED):
        card(log, "ppp")
    figures = record_of(log).figures
    assert (figures.value, figures.absent, figures.observed) == (None, NoFigure.SAME, 1)


def test_open_rounds_and_later_versions_never_count() -> None:
    log = started(sealing=Sealing.OPEN)
    card_ = put(log.session)
    log.play(*card_, *seal("ppc"), i.Reveal(), i.StartSecondRound(), i.Reveal())
    log.play(i.Confirm(Outcome.DIFFERED))
    log.play(i.ChangeOptions(Sealing.HANDS, timers=True, argue_minutes=3))
    log.play(i.Reopen(log.session.history[0].card), *seal("ppp"), i.Reveal(), i.StartSettling())
    log.play(i.Confirm(Outcome.AGREED))
    record = record_of(log)
    assert record.figures.cards == 0
    assert record.cards[0].first is not None
    assert record.cards[0].first.agreement is None
    assert record.cards[0].first.counts == ((PER, 2), (COM, 1))
    assert record.sealings == (Sealing.HANDS, Sealing.OPEN)


def test_movement_per_seat() -> None:
    log = started()
    card(log, "ppc", "ppp")
    log.play(*put(log.session), *seal("ppc"), i.Reveal(), i.Join(Seat("s4", "Laatkomer")))
    log.play(i.StartSecondRound(), *seal("pccc"), i.Reveal(), i.Confirm(Outcome.CARRIED))
    moved = {m.seat: (m.stayed, m.moved) for m in record_of(log).figures.movement}
    assert moved == {"s1": (2, 0), "s2": (1, 1), "s3": (1, 1), "s4": (0, 0)}


@pytest.mark.parametrize("seed", range(5))
def test_keys_are_unique_and_the_totals_add_up(seed: int) -> None:
    record = record_of(talk((1, 1, 2, 1), seed, unrest=0.5))
    assert len({entry.key for entry in record.cards}) == len(record.cards)
    assert sum(entry.score.total for entry in record.latest) == record.totals.points
    assert sum(count for _, count in record.outcomes) == len(record.latest)
