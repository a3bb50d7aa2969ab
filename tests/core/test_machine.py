"""Properties of any conversation: whatever a table asks for, in whatever order."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.core import events as e
from game.core import intents as i
from game.core.cards import Abstention, Crux, Meets, Place, Vote
from game.core.entries import Audience
from game.core.evolve import replay, visible
from game.core.outcome import Outcome
from game.core.record import make_record, public
from game.core.refusals import Refused
from game.core.rules import decide, refusal
from game.core.scoring import score, totals
from game.core.session import Phase, Session
from game.core.settlement import AspectText, Settlement
from game.core.settling import draft, proposal
from game.core.setup import Sealing, Seat, Setup
from tests.core.play import Log, deck, put, seats

SEATS = [f"s{n}" for n in range(1, 6)]
CARDS = [*(f"card-{n}" for n in range(1, 9)), "blank-1", "blank-2"]
seat_ids = st.sampled_from([*SEATS, "s9"])
places = st.sampled_from(list(Place))
choices = st.one_of(places, places, st.sampled_from(list(Abstention)))
words = st.sampled_from(["", "omdat", "geen idee"])
aspect_words = st.lists(st.builds(AspectText, words, st.booleans()), max_size=3).map(tuple)
settlements = st.builds(
    Settlement,
    reason=words,
    boundary=words,
    together=words,
    crux=st.none() | st.sampled_from(list(Crux)),
    settle=words,
    notes=st.lists(st.tuples(seat_ids, words), max_size=2).map(tuple),
    reasons=st.lists(st.tuples(places, words), max_size=2).map(tuple),
    aspects=aspect_words,
)
newcomers = st.builds(Seat, seat_ids, st.sampled_from(["Nieuw", "Ander"]), size=st.integers(1, 5))
intents: st.SearchStrategy[i.Intent] = st.one_of(
    st.builds(i.PlayCard, st.sampled_from(CARDS)),
    st.just(i.DrawCard()),
    st.builds(i.AddBlank, words),
    st.builds(i.NoteWording, words),
    st.just(i.StartProposing()),
    st.builds(i.Seal, seat_ids, choices, st.lists(places, max_size=2).map(tuple)),
    st.builds(i.Unseal, seat_ids),
    st.builds(i.Reveal, st.booleans()),
    st.builds(i.CorrectVote, seat_ids, choices),
    st.builds(i.Reword, words),
    st.just(i.KeepWording()),
    st.just(i.AskDiscussion()),
    st.builds(
        i.Argue,
        seat_ids,
        places,
        words,
        st.sampled_from(["", "crit-1", "crit-9"]),
        st.none() | st.sampled_from(list(Meets)),
    ),
    st.builds(i.EditArgument, st.integers(-1, 2), words),
    st.builds(i.Restate, places, st.just("") | seat_ids),
    st.builds(i.Waive, places),
    st.builds(i.NoteBoundary, words),
    st.just(i.StartSecondRound()),
    st.just(i.StartSettling()),
    st.builds(i.Split, st.lists(words, max_size=4).map(tuple)),
    st.builds(i.Confirm, st.sampled_from(list(Outcome)), settlements, st.one_of(st.none(), places)),
    st.builds(i.Park, words, words, st.sampled_from(["", "2027-01-15", "ooit"])),
    st.builds(i.Skip, words),
    st.builds(i.Reopen, st.sampled_from(CARDS)),
    st.builds(i.AddNote, words),
    st.builds(i.Leave, seat_ids),
    st.builds(i.Join, newcomers),
    st.just(i.Pause()),
    st.just(i.Resume()),
    st.builds(i.ExtendTimer, st.integers(-1, 61)),
    st.just(i.StartClosing()),
    st.builds(i.Answer, st.sampled_from(["werkdefinitie", "onbekend"]), words),
    st.just(i.Finish()),
    st.just(i.Undo()),
    st.builds(i.ChangeOptions, st.sampled_from(list(Sealing)), st.booleans(), st.integers(0, 61)),
)
SEALINGS = st.sampled_from([Sealing.HANDS, Sealing.VEIL, Sealing.OPEN, Sealing.PAPER])
PASSED_OVER = (
    i.ChangeOptions | i.Leave | i.Join | i.Pause | i.Resume | i.ExtendTimer | i.Reveal | i.Undo
)


def bare(session: Session) -> Session:
    """Leave out the counting of steps."""
    return replace(session, steps=0, undoable=())


class AnyTable(RuleBasedStateMachine):
    """Plays sensible turns and nonsense, and looks at the session after each."""

    @initialize(
        count=st.integers(2, 4),
        sealing=SEALINGS,
        cards=st.integers(1, 5),
        seed=st.integers(0, 5),
        sizes=st.lists(st.integers(1, 4), min_size=4, max_size=4),
    )
    def start(self, count: int, sealing: Sealing, cards: int, seed: int, sizes: list[int]) -> None:
        setup = Setup(cards=cards, sealing=sealing, hand=2)
        self.log = Log(deck(8), i.Start(setup, seats(count, sizes), seed))

    def ask(self, intent: i.Intent) -> None:
        """Ask for something; only Refused may come of it."""
        before = self.log.session
        try:
            events = decide(before, intent)
        except Refused:
            return
        self.log.add(events)
        after = self.log.session
        assert replay(self.log.deck, self.log.steps) == after
        if not isinstance(intent, PASSED_OVER):
            undone = decide(after, i.Undo())
            assert undone == (e.StepRetracted(before.steps),)
            back = Log(self.log.deck)
            back.steps = self.log.steps
            back.session = after
            back.add(undone)
            assert bare(back.session) == bare(before)

    @rule(intent=intents)
    def anything(self, intent: i.Intent) -> None:
        self.ask(intent)

    @rule()
    def next_card(self) -> None:
        if self.log.session.phase is Phase.HAND:
            for intent in put(self.log.session):
                self.ask(intent)

    @rule(chosen=st.lists(choices, min_size=6, max_size=6))
    def one_round(self, chosen: list[Vote]) -> None:
        for seat, choice in zip(self.log.session.present, chosen, strict=False):
            self.ask(i.Seal(seat.id, choice))
        self.ask(i.Reveal(without_missing=True))

    @rule()
    def onward(self) -> None:
        match self.log.session.phase:
            case Phase.REWORD:
                self.ask(i.KeepWording())
            case Phase.FAST:
                self.ask(i.StartSettling())
            case Phase.ARGUE:
                self.ask(i.StartSecondRound())
            case Phase.SETTLE:
                card = self.log.session.current
                assert card is not None
                ruled = proposal(card, self.log.session.setup.threshold)
                confirm = i.Confirm(ruled.outcome, draft(card, ruled))
                assert refusal(self.log.session, confirm) is None  # the draft is never refused
                self.ask(confirm)
            case _:
                pass

    @invariant()
    def no_card_is_lost_or_doubled(self) -> None:
        session = self.log.session
        held = [card for hand in session.hands for card in hand.cards]
        current = [session.current.card] if session.current else []
        played = {card.card for card in session.history} | set(current)
        known = [card.id for card in (*session.deck.activities, *session.blanks)]
        assert Counter((*held, *session.pile, *played)) == Counter(known)

    @invariant()
    def absent_seats_hold_nothing(self) -> None:
        session = self.log.session
        ids = [seat.id for seat in session.seats]
        assert len(set(ids)) == len(ids)
        assert session.present
        assert not any(session.hand(seat) for seat in session.absent)

    @invariant()
    def a_seal_stays_sealed(self) -> None:
        session = self.log.session
        card = visible(session).current
        if card and session.sealing is Sealing.VEIL:
            assert all(ballot.vote is None and not ballot.live_with for ballot in card.seals)

    @invariant()
    def no_more_points_than_can_be_earned(self) -> None:
        session = self.log.session
        told = totals(session)
        assert all(0 <= score(card).total <= 6 for card in session.history)
        assert 0 <= told.points <= told.maximum or told.points == told.maximum == 0
        assert told.shared + told.differences == told.points
        assert told.percent is None or 0 <= told.percent <= 100

    @invariant()
    def there_is_always_a_way_on(self) -> None:
        """Moving on is never refused."""
        session = self.log.session
        if session.current:
            assert refusal(session, i.Skip()) is None
            assert refusal(session, i.Park()) is None
        elif not session.closing:
            assert refusal(session, i.StartClosing()) is None
        elif not session.finished:
            assert refusal(session, i.Finish()) is None

    def teardown(self) -> None:
        record = make_record(self.log.deck, self.log.steps, session_id="x", app_version="0")
        assert len({card.key for card in record.cards}) == len(record.cards)
        assert public(record).audience is Audience.PUBLIC


AnyTable.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
TestAnyTable = AnyTable.TestCase
