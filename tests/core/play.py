"""A small deck, a started table, and short ways to play; for tests of every room."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from game.core import events as e
from game.core import intents as i
from game.core.cards import (
    Abstention,
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Deck,
    Meets,
    Place,
    Vote,
)
from game.core.evolve import advance, replay
from game.core.outcome import Ballot, Outcome, Round
from game.core.refusals import Reason
from game.core.rules import decide, refusal
from game.core.session import Phase, Session, Step
from game.core.settlement import Settlement
from game.core.setup import Sealing, Seat, Setup

PER, COM, INS, OUT = Place.PERSONAL, Place.COMMUNAL, Place.INSTITUTIONAL, Place.OUTSIDE
UNSURE, UNCLEAR, NOT_MINE = Abstention.UNSURE, Abstention.UNCLEAR, Abstention.NOT_MINE
VOTES: dict[str, Vote | None] = {
    "p": PER,
    "c": COM,
    "i": INS,
    "o": OUT,
    "u": UNSURE,
    "?": UNCLEAR,
    "n": NOT_MINE,
    "-": None,
}
"""One letter a vote; - is a present seat without a seal."""

LABELS = (
    "Bewoners Binnenstad",
    "Vrijwilligers",
    "Welzijnswerk",
    "Gemeente",
    "Woningcorporatie",
    "Huisartsen",
    "Scholen",
    "Bibliotheek",
    "Sportclubs",
    "Ouderenbond",
    "Jongerenraad",
    "Ondernemers",
)


def deck(cards: int = 14, criteria: int = 3) -> Deck:
    """Make a deck of so many cards, card-1 and on, with criteria crit-1 and on."""
    return Deck(
        id="proef",
        title="Proefdeck",
        language="nl",
        version="1.0",
        activities=tuple(
            ActivityCard(f"card-{n}", f"Kaart {n}", f"Tekst van kaart {n}", "wrench", tags=("a",))
            for n in range(1, cards + 1)
        ),
        criteria=tuple(
            CriterionCard(f"crit-{n}", CriterionKind.PROPERTY, f"Criterium {n}", f"Vraag {n}?")
            for n in range(1, criteria + 1)
        ),
        closing=(
            ClosingQuestion("werkdefinitie", "Onze werkdefinitie?"),
            ClosingQuestion("gemist", "Wat mist er?"),
        ),
        sha256="0" * 64,
    )


def seats(count: int = 3, sizes: Sequence[int] = ()) -> tuple[Seat, ...]:
    """Make so many seats, s1 and on, of one person unless sizes says otherwise."""
    given = [*sizes, *[1] * count][:count]
    return tuple(Seat(f"s{n + 1}", LABELS[n], LABELS[n], n, size) for n, size in enumerate(given))


def opened(
    count: int = 3,
    cards: int = 12,
    *,
    in_deck: int = 14,
    sizes: Sequence[int] = (),
    threshold: int = 75,
    sealing: Sealing = Sealing.HANDS,
    hand: int = 3,
    seed: int = 7,
    setup: Setup | None = None,
) -> tuple[Deck, i.Start]:
    """Make the deck and the intent that starts a session with it."""
    chosen = setup or Setup(
        gemeente="Voorbeeldstad",
        wijk="Binnenstad",
        question="Wat is onze sociale basis?",
        date="2026-11-22",
        cards=cards,
        threshold=threshold,
        sealing=sealing,
        hand=hand,
    )
    return deck(in_deck), i.Start(chosen, seats(count, sizes), seed)


def table(
    count: int = 3,
    cards: int = 12,
    *,
    in_deck: int = 14,
    sizes: Sequence[int] = (),
    threshold: int = 75,
    sealing: Sealing = Sealing.HANDS,
    hand: int = 3,
    seed: int = 7,
    setup: Setup | None = None,
) -> Session:
    """Start a session with so many seats, for so many cards."""
    cards_, start = opened(
        count,
        cards,
        in_deck=in_deck,
        sizes=sizes,
        threshold=threshold,
        sealing=sealing,
        hand=hand,
        seed=seed,
        setup=setup,
    )
    return run(Session(cards_), start)


def run(session: Session, *intents: i.Intent) -> Session:
    """Play the intents one after the other; for Undo use a Log."""
    for intent in intents:
        assert not isinstance(intent, i.Undo), "a session alone cannot look back; use a Log"
        session = advance(session, Step("", decide(session, intent)))
    return session


def refused(session: Session, intent: i.Intent) -> Reason | None:
    """Name the reason why an intent is refused, or None."""
    answer = refusal(session, intent)
    return answer.reason if answer else None


class Log:
    """A session with its steps, a second apart, so that it can be undone and recorded."""

    def __init__(self, cards: Deck, *intents: i.Intent, seconds: float = 1.0) -> None:
        self.deck = cards
        self.steps: tuple[Step, ...] = ()
        self.session = Session(cards)
        self.seconds = seconds
        self._now = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
        self.play(*intents)

    def play(self, *intents: i.Intent) -> Session:
        """Play the intents; Undo replays the log without the retracted step."""
        for intent in intents:
            self.add(decide(self.session, intent))
        return self.session

    def add(self, events: tuple[e.Event, ...]) -> None:
        """Add a step that was decided already."""
        at = "" if self.session.paper else self._now.isoformat(timespec="milliseconds")
        self._now += timedelta(seconds=self.seconds)
        step = Step(at, events)
        self.steps += (step,)
        if any(isinstance(event, e.StepRetracted) for event in events):
            self.session = replay(self.deck, self.steps)
        else:
            self.session = advance(self.session, step)


def votes(text: str) -> tuple[Vote | None, ...]:
    """Read votes from letters, a seat a letter: "ppc-u"."""
    return tuple(VOTES[letter] for letter in text)


def seal(text: str, live_with: dict[str, tuple[Place, ...]] | None = None) -> list[i.Intent]:
    """Seal a choice for the seats s1 and on, by letters; - leaves one out."""
    chosen = [(f"s{n}", vote) for n, vote in enumerate(votes(text), 1)]
    live = live_with or {}
    return [i.Seal(seat, vote, live.get(seat, ())) for seat, vote in chosen if vote is not None]


def put(session: Session) -> list[i.Intent]:
    """Bring the next playable card to Propose."""
    draw: list[i.Intent] = [] if session.playable else [i.DrawCard()]
    ahead = run(session, *draw)
    return [*draw, i.PlayCard(ahead.playable[0]), i.StartProposing()]


def shown(session: Session, text: str) -> Session:
    """Play the next card up to and with the first reveal."""
    return run(session, *put(session), *seal(text), i.Reveal(without_missing=True))


def settled(
    session: Session, first: str, second: str = "", live: dict[str, tuple[Place, ...]] | None = None
) -> Session:
    """Play the next card up to the recording, without an argument."""
    session = shown(session, first)
    if session.phase is Phase.REWORD:
        session = run(session, i.KeepWording())
    if session.phase is Phase.FAST:
        if not second:
            return run(session, i.StartSettling())
        session = run(session, i.AskDiscussion())
    session = run(session, i.StartSecondRound())
    held = {ballot.seat for ballot in session.current.seals} if session.current else set()
    cast = votes(second or first)
    empty = [
        i.Unseal(f"s{n}") for n, vote in enumerate(cast, 1) if vote is None and f"s{n}" in held
    ]
    return run(session, *empty, *seal(second or first, live), i.Reveal(without_missing=True))


NO_WORDS = Settlement()


def agreed(session: Session, words: Settlement = NO_WORDS) -> Session:
    """Play a card on which everybody chooses the same, and record it."""
    session = settled(session, "c" * len(session.seats))
    return run(session, i.Confirm(Outcome.AGREED, words))


def arguments(*said: tuple[str, Place]) -> list[i.Intent]:
    """Argue with a criterion and words, for a seat and a place each."""
    return [i.Argue(seat, place, f"omdat {seat}", "crit-1", Meets.YES) for seat, place in said]


def ballots(text: str, live: dict[str, Iterable[Place]] | None = None) -> Round:
    """Make a revealed round from letters, for the outcome rule alone."""
    chosen = {f"s{n}": vote for n, vote in enumerate(votes(text), 1)}
    given = live or {}
    return Round(
        tuple(chosen),
        tuple(
            Ballot(seat, vote, tuple(given.get(seat, ())))
            for seat, vote in chosen.items()
            if vote is not None
        ),
        (),
        Sealing.HANDS,
    )
