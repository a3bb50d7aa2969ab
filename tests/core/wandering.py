"""A table that plays on and on as chance has it, mostly sensibly; the same for the same seed."""

from collections.abc import Iterator
from random import Random

from game.core import intents as i
from game.core.cards import Abstention, Meets, Place, Vote
from game.core.outcome import Outcome
from game.core.refusals import Refused
from game.core.rules import decide
from game.core.session import CardInPlay, Phase, Session
from game.core.settlement import Settlement
from game.core.settling import draft, proposal
from game.core.setup import Sealing, Seat, Setup
from tests.core.play import Log, deck, seats

SEALINGS = (Sealing.HANDS, Sealing.VEIL, Sealing.OPEN, Sealing.HANDS)
NEARLY_ALL: tuple[Vote, ...] = (*Place, *Place, *Abstention)


class Wanderer:
    """Plays one session.

    Args:
        seed: decides everything.
        wishes: how many intents are tried.
    """

    def __init__(self, seed: int, wishes: int = 220) -> None:
        self.chance = Random(seed)
        sizes = [self.chance.choice((1, 1, 1, 2, 3)) for _ in range(4)]
        count = self.chance.randint(2, 4)
        sealing = self.chance.choice((*SEALINGS, Sealing.PAPER))
        setup = Setup(cards=self.chance.randint(2, 7), sealing=sealing, hand=2)
        self.log = Log(deck(8), i.Start(setup, seats(count, sizes), seed))
        for _ in range(wishes):
            self._try(self._wish(self.log.session))

    def _try(self, intent: i.Intent) -> None:
        try:
            events = decide(self.log.session, intent)
        except Refused:
            return
        self.log.add(events)

    def _wish(self, session: Session) -> i.Intent:
        if self.chance.random() < 0.16:
            return self._aside(session)
        card = session.current
        if card is None:
            return self._between(session)
        match card.phase:
            case Phase.READ:
                noted = self.chance.random() < 0.2
                return i.NoteWording(self._words()) if noted else i.StartProposing()
            case Phase.PROPOSE | Phase.SECOND | Phase.ASPECT:
                return next(self._sealing(session, card))
            case Phase.REWORD:
                return i.Reword(self._words()) if self._often() else i.KeepWording()
            case Phase.FAST:
                return i.StartSettling() if self._often() else i.AskDiscussion()
            case Phase.ARGUE:
                return self._argue(session, card)
            case _:
                return self._settle(session, card)

    def _sealing(self, session: Session, card: CardInPlay) -> Iterator[i.Intent]:
        here = session.present
        sealed = {ballot.seat for ballot in card.seals}
        some = self.chance.choice(here).id
        if len(sealed) >= len(here) - 1 and self._often():
            yield i.Reveal(without_missing=True)
        missing = [seat.id for seat in here if seat.id not in sealed] or [some]
        alike = Place.COMMUNAL if self.chance.random() < 0.4 else self.chance.choice(NEARLY_ALL)
        yield i.Seal(self.chance.choice((missing[0], missing[0], some)), alike)

    def _argue(self, session: Session, card: CardInPlay) -> i.Intent:
        first = card.first
        places = first.order if first and first.order else tuple(Place)
        seat = self.chance.choice(session.present).id
        held = first.vote_of(seat) if first else None
        place = held if isinstance(held, Place) else self.chance.choice(places)
        argue = i.Argue(
            seat, place, self._words(), self.chance.choice(("crit-1", "crit-2")), Meets.YES
        )
        edit = i.EditArgument(self.chance.randint(0, 2), self._words())
        split = i.Split(("het ene", "het andere")) if self._seldom() else argue
        return self.chance.choice((argue, argue, edit, i.StartSecondRound(), split))

    def _settle(self, session: Session, card: CardInPlay) -> i.Intent:
        ruled = proposal(card, session.setup.threshold)
        words = draft(card, ruled)
        if self._seldom():
            words = Settlement(reason=self._words(), reasons=((Place.OUTSIDE, self._words()),))
        outcome = Outcome.DIFFERED if self._seldom() else ruled.outcome
        return i.Confirm(outcome, words)

    def _between(self, session: Session) -> i.Intent:
        if session.history and self._seldom():
            return i.Reopen(self.chance.choice(session.history).card)
        if session.closing or session.phase is Phase.LAST:
            return i.Finish() if self._seldom() else i.StartClosing()
        if session.playable:
            return i.PlayCard(self.chance.choice(session.playable))
        return i.DrawCard()

    def _aside(self, session: Session) -> i.Intent:
        seat = self.chance.choice(session.seats).id
        vote = self.chance.choice(NEARLY_ALL)
        back = Seat(f"s{self.chance.randint(1, 6)}", "Later", size=self.chance.randint(1, 4))
        return self.chance.choice(
            (
                i.Undo(),
                i.Undo(),
                i.Leave(seat),
                i.Join(back),
                i.Join(back),
                i.CorrectVote(seat, vote),
                i.CorrectVote(seat, vote),
                i.Unseal(seat),
                i.ChangeOptions(self.chance.choice(SEALINGS), True, 3),
                i.AddBlank(self._words() or "kaart", "tekst"),
                i.Skip("geen tijd") if self._often() else i.Park("wie?", "wij", ""),
                i.AddNote("een opmerking"),
            )
        )

    def _words(self) -> str:
        return self.chance.choice(("", "omdat", "want zo is het", "nee\nomdat"))

    def _often(self) -> bool:
        return self.chance.random() < 0.7

    def _seldom(self) -> bool:
        return self.chance.random() < 0.2
