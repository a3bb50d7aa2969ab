"""The scripted table: it plays a whole session by itself, the same for the same seed."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from game.core import intents as i
from game.core import settling
from game.core.cards import Deck, Place
from game.core.outcome import Outcome
from game.core.session import CardInPlay, Phase, Session
from game.core.settlement import AspectText, Settlement
from game.core.setup import Seat, Setup
from game.demo.talk import Choices, Said, Script, Talk, load_script
from game.store.errors import Problem, SaveError
from game.table import Table

DECK = "sociale-basis"
CARDS = 12
SEED = 2
EVENING = datetime(2026, 11, 12, 18, 30, tzinfo=UTC)
"""When the example session began."""
DAY = EVENING.date()
KEPT_DAYS = 365
EASY_CARDS = 2


class Demo:
    """One scripted session.

    Args:
        deck: any deck; the shipped Dutch one has its own conversation, others a general one.
        seed: shuffles the cards, and decides what was not written out.
        cards: how many are played.
        day: the date of the session.
    """

    def __init__(
        self,
        deck: Deck,
        *,
        seed: int = SEED,
        cards: int = CARDS,
        day: date = DAY,
    ) -> None:
        self.deck = deck
        self.seed = seed
        self.script: Script = load_script(deck)
        self.setup = Setup(
            gemeente=self.script.setup["gemeente"],
            wijk=self.script.setup["wijk"],
            question=self.script.setup["question"],
            date=day.isoformat(),
            table=self.script.setup["table"],
            missing=self.script.setup["missing"],
            kept_until=(day + timedelta(days=KEPT_DAYS)).isoformat(),
            cards=cards,
            selection=self._selection(cards),
        )

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Who sits at the table."""
        return self.script.seats

    def next(self, session: Session) -> i.Intent | None:
        """Say what the table does next; None when it is done."""
        card = session.current
        match session.phase:
            case Phase.SETUP | Phase.FINISHED:
                return None
            case Phase.HAND:
                return i.DrawCard() if session.can_draw else i.PlayCard(self._choose(session))
            case Phase.LAST:
                return i.StartClosing()
            case Phase.CLOSING:
                return self._close(session)
        if card is None:
            return None
        played = session.card(card.card)
        talk = self.script.talk(played, self.deck, self.seed) if played else Talk(())
        return _discuss(session, card, talk)

    def intents(self, session: Callable[[], Session]) -> Iterator[i.Intent]:
        """Give one intent after the other; each is to be played before the next is asked for."""
        while (intent := self.next(session())) is not None:
            yield intent

    def _selection(self, cards: int) -> tuple[str, ...]:
        """Choose cards with a conversation of their own, enough for full hands."""
        script = self.script
        ids = [card.id for card in self.deck.activities]
        told = [card for card in ids if card in script.talks]
        if not told:
            return ()
        chance = Random(f"{self.seed}/selection")
        chance.shuffle(told)
        others = [card for card in ids if card not in script.talks]
        chance.shuffle(others)
        wanted = [*script.must, *script.opening, *told, *others]
        enough = max(cards, len(self.seats) * Setup().hand)
        return tuple(dict.fromkeys(wanted))[:enough]

    def _choose(self, session: Session) -> str:
        """Open with easy cards, then play what the evening cannot do without."""
        cards = session.playable
        wishes = self.script.must
        if session.played < EASY_CARDS:
            talks = self.script.talks
            easy = (card for card in cards if card in talks and talks[card].easy)
            plain = (card for card in cards if card in talks and talks[card].plain)
            wishes = (*self.script.opening, *easy, *plain)
        return next((card for card in wishes if card in cards), cards[0])

    def _close(self, session: Session) -> i.Intent:
        answered = dict(session.answers)
        for question in self.deck.closing:
            answer = self.script.closing.get(question.id, "")
            if answer and question.id not in answered:
                return i.Answer(question.id, answer)
        return i.Finish()


def _discuss(session: Session, card: CardInPlay, talk: Talk) -> i.Intent:
    match card.phase:
        case Phase.READ:
            if talk.wording and not card.wording:
                return i.NoteWording(talk.wording)
            return i.StartProposing()
        case Phase.PROPOSE:
            hesitant = talk.unclear and not card.reworded and not card.reword_offered
            return _seal(session, card, talk.unclear if hesitant else talk.first)
        case Phase.REWORD:
            return i.Reword(talk.reworded) if talk.reworded else i.KeepWording()
        case Phase.FAST:
            return _agree(card, talk) or i.StartSettling()
        case Phase.ARGUE:
            return _argue(session, card, talk)
        case Phase.SECOND:
            return _seal(session, card, talk.second or talk.first)
        case Phase.ASPECT:
            open_aspect = card.open_aspect or 0
            split = talk.split[open_aspect : open_aspect + 1]
            return _seal(session, card, split[0].choices if split else talk.first)
        case _:
            return _record(session, card, talk)


def _seal(session: Session, card: CardInPlay, choices: Choices) -> i.Intent:
    """Let the next seat choose, also one that did not come to the script's table."""
    sealed = {ballot.seat: ballot for ballot in card.seals}
    planned = {choice.seat: choice for choice in choices}
    for seat in session.present:
        choice, ballot = planned.get(seat.id), sealed.get(seat.id)
        if choice is None:
            continue
        settled = ballot and (ballot.vote, ballot.live_with) == (choice.vote, choice.live_with)
        if not settled:
            return i.Seal(seat.id, choice.vote, choice.live_with)
    return i.Reveal(without_missing=True)


def _unsaid(session: Session, card: CardInPlay, talk: Talk) -> Iterator[tuple[Place, Said]]:
    """List what still has to be said, by the position that the speaker held first."""
    done = {(argument.seat, argument.text) for argument in card.arguments}
    here = {seat.id for seat in session.present}
    for said in talk.said:
        place = card.first.vote_of(said.seat) if card.first else None
        if isinstance(place, Place) and said.seat in here and (said.seat, said.text) not in done:
            yield place, said


def _speak(place: Place, said: Said) -> i.Intent:
    return i.Argue(said.seat, place, said.text, said.criterion, said.meets)


def _agree(card: CardInPlay, talk: Talk) -> i.Intent | None:
    first = card.first
    if first and not card.arguments and talk.said:
        said = talk.said[0]
        place = first.vote_of(said.seat)
        if isinstance(place, Place):
            return _speak(place, said)
    if talk.boundary and not card.boundary:
        return i.NoteBoundary(talk.boundary)
    return None


def _argue(session: Session, card: CardInPlay, talk: Talk) -> i.Intent:
    first = card.first
    order = first.order if first else ()
    unsaid = list(_unsaid(session, card, talk))
    for place in order:
        said = next((said for held, said in unsaid if held is place), None)
        if said:
            return _speak(place, said)
        restated = _restate(card, place, talk)
        if restated:
            return restated
    if talk.remark and all(note.text != talk.remark for note in session.notes):
        return i.AddNote(talk.remark)
    if talk.boundary and not card.boundary:
        return i.NoteBoundary(talk.boundary)
    if talk.parked:
        day = date.fromisoformat(session.setup.date) if session.setup.date else DAY
        until = day + timedelta(days=talk.parked.days)
        return i.Park(talk.parked.question, talk.parked.owner, until.isoformat())
    if talk.split:
        return i.Split(tuple(part.name for part in talk.split))
    return i.StartSecondRound()


def _restate(card: CardInPlay, place: Place, talk: Talk) -> i.Intent | None:
    first = card.first
    if first is None or not first.contested or card.is_restated(place):
        return None
    if not card.arguments_for(place):
        return None
    holders = first.holders(place)
    if any(seat in talk.unrestated for seat in holders):
        return None
    if len(holders) == 1 and holders[0] in talk.waived and len(first.present) > 2:
        return i.Waive(place)
    others = [ballot.seat for ballot in first.choosing if ballot.vote is not place]
    return i.Restate(place, others[0])


def _record(session: Session, card: CardInPlay, talk: Talk) -> i.Intent:
    proposal = settling.proposal(card, session.setup.threshold)
    draft = settling.draft(card, proposal)
    aspects = tuple(AspectText(part.reason) for part in talk.split)
    differs = proposal.outcome is Outcome.DIFFERED
    words = Settlement(
        reason=talk.reason or draft.reason,
        boundary=draft.boundary,
        together=talk.together,
        reasons=draft.reasons,
        notes=tuple({**dict(draft.notes), **dict(talk.notes)}.items()),
        crux=talk.crux if differs else None,
        settle=talk.settle if differs else "",
        aspects=aspects if len(aspects) == len(card.aspects) else draft.aspects,
    )
    return i.Confirm(proposal.outcome, words)


def seconds(intent: i.Intent) -> int:
    """Say how long a table takes for something; the example session is dated by it."""
    match intent:
        case i.PlayCard():
            return 25
        case i.StartProposing():
            return 30
        case i.Seal():
            return 1
        case i.Reveal():
            return 12
        case i.Argue():
            return 35 + len(intent.text) // 4
        case i.Restate() | i.Waive():
            return 20
        case i.NoteBoundary() | i.Reword() | i.NoteWording() | i.Split() | i.Park():
            return 45
        case i.Confirm():
            return 60
        case i.Answer():
            return 150
        case _:
            return 5


class Clock:
    """A clock that only moves when told to, so that a session is the same every time."""

    def __init__(self, start: datetime = EVENING) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """Read it."""
        return self._now

    def forward(self, intent: i.Intent) -> None:
        """Let the time pass that an intent takes."""
        self._now += timedelta(seconds=seconds(intent))


def record(deck: Deck, path: Path, *, seed: int = SEED, cards: int = CARDS) -> None:
    """Play a whole session into a file, the same to the byte for the same deck and seed.

    Raises:
        Refused: the deck has too few cards.
        SaveError: the file is there already, or cannot be written.
    """
    demo, clock = Demo(deck, seed=seed, cards=cards), Clock()
    table = Table.new(
        deck,
        demo.setup,
        demo.seats,
        folder=path.parent,
        path=path,
        seed=seed,
        now=clock,
        session_id=f"{deck.id}-{seed}",
    )
    with table:
        for intent in demo.intents(lambda: table.session):
            clock.forward(intent)
            table.play(intent)
            if table.trouble:
                raise SaveError(Problem.NOT_WRITTEN, path, text=table.trouble.text)
