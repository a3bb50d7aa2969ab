"""The table of the golden pictures: the scripted evening, stopped at any moment."""

from collections.abc import Callable
from pathlib import Path

from game.core import settling
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


def home(saves: Path = SAVES) -> Home:
    """Make the machine of the pictures."""
    plain = venue_in(saves)
    return Home(
        settings=plain.settings,
        settings_file=None,
        saves=saves,
        library=plain.library,
        example=example(),
    )


def evening(
    reached: Reached,
    *,
    sealing: Sealing = Sealing.HANDS,
    cards: int = 12,
    seats: int = 5,
    deck: str = STANDARD,
    unclear: bool = False,
    name: str = "",
) -> tuple[Home, Table]:
    """Play the evening until something is so, in the folder that the test is in."""
    folder = SAVES / name
    folder.mkdir(parents=True, exist_ok=True)
    _venue, table = table_when(
        reached, folder, sealing=sealing, cards=cards, seats=seats, deck=deck, unclear=unclear
    )
    return home(), table


def at(phase: Phase, *, played: int = 0, sealed: int = 0) -> Reached:
    """Reach a phase, with so many cards recorded and so many seats that have sealed."""

    def reached(session: Session) -> bool:
        seals = len(session.current.seals) if session.current else 0
        return session.phase is phase and len(session.latest) >= played and seals >= sealed

    return reached


def argued(arguments: int) -> Reached:
    """Reach a moment in the talk about a contested card, after so many arguments."""

    def reached(session: Session) -> bool:
        card = session.current
        return (
            session.phase is Phase.ARGUE and card is not None and len(card.arguments) >= arguments
        )

    return reached


def recording(outcome: Outcome) -> Reached:
    """Reach the screen that records a card with this outcome."""

    def reached(session: Session) -> bool:
        card = session.current
        if session.phase is not Phase.SETTLE or card is None:
            return False
        return settling.proposal(card, session.setup.threshold).outcome is outcome

    return reached
