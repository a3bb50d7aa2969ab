"""The table of the golden pictures: the scripted evening, stopped at any moment."""

from collections.abc import Callable
from pathlib import Path

from game.core import intents as i
from game.core import settling
from game.core.cards import Abstention, Deck
from game.core.outcome import Outcome
from game.core.session import Phase, Session
from game.core.setup import Sealing
from game.table import Table
from game.venue import STANDARD, Venue, example
from tests.ui.tables import table_when, venue_in

SAVES = Path("gesprekken")
ENGLISH = "social-base-en"

Reached = Callable[[Session], bool]


class Home(Venue):
    """A machine whose folders have the same names everywhere."""

    @property
    def own_folder(self) -> Path:
        """Name a folder that is on no machine."""
        return Path("Documenten")


class Evening:
    """The evening as it is told, in the folder that the test is in."""

    def home(self) -> Home:
        """Make the machine that it is played on."""
        plain = venue_in(SAVES)
        return Home(
            settings=plain.settings,
            settings_file=None,
            saves=SAVES,
            library=plain.library,
            example=example(),
        )

    def deck(self) -> Deck:
        """Give the deck that it is played with."""
        return self.home().deck(STANDARD)

    def labels(self) -> tuple[str, ...]:
        """Name the seats."""
        return ("Bewoners", "Vrijwilligers", "Welzijnswerk", "Wijkteam", "Sportclub")

    def table(
        self,
        reached: Reached,
        *,
        sealing: Sealing = Sealing.HANDS,
        cards: int = 12,
        deck: str = STANDARD,
        unclear: bool = False,
    ) -> tuple[Home, Table]:
        """Play until something is so."""
        SAVES.mkdir(exist_ok=True)
        _venue, table = table_when(
            reached, SAVES, sealing=sealing, cards=cards, deck=deck, unclear=unclear
        )
        return self.home(), table


def at(phase: Phase, *, played: int = 0, sealed: int = 0) -> Reached:
    """Reach a phase, with so many cards recorded and so many seats that have sealed."""

    def reached(session: Session) -> bool:
        seals = len(session.current.seals) if session.current else 0
        return session.phase is phase and len(session.latest) >= played and seals >= sealed

    return reached


def all_sealed(played: int) -> Reached:
    """Reach the moment before a reveal, with so many cards recorded."""

    def reached(session: Session) -> bool:
        card = session.current
        sealed = {ballot.seat for ballot in card.seals} if card else set()
        everybody = {seat.id for seat in session.present} <= sealed
        return session.phase is Phase.PROPOSE and len(session.latest) >= played and everybody

    return reached


def argued(arguments: int, *, played: int = 0) -> Reached:
    """Reach a moment in the talk about a contested card, after so many arguments."""

    def reached(session: Session) -> bool:
        card = session.current
        if session.phase is not Phase.ARGUE or card is None:
            return False
        return len(card.arguments) >= arguments and len(session.latest) >= played

    return reached


def recording(outcome: Outcome) -> Reached:
    """Reach the screen that records a card with this outcome."""

    def reached(session: Session) -> bool:
        card = session.current
        if session.phase is not Phase.SETTLE or card is None:
            return False
        return settling.proposal(card, session.setup.threshold).outcome is outcome

    return reached


def nobody_knows(table: Table) -> None:
    """Let everybody abstain, from the first proposals to the record."""
    session = table.session
    while session.phase is not Phase.SETTLE:
        if session.phase is Phase.ARGUE:
            table.play(i.StartSecondRound())
        else:
            for seat in session.present:
                table.play(i.Seal(seat.id, Abstention.UNSURE))
            table.play(i.Reveal())
        session = table.session
