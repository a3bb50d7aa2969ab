"""Tables that came to recording a card, of every kind of outcome."""

from pathlib import Path

from game.core import intents as i
from game.core import settling
from game.core.cards import Abstention, Place
from game.core.outcome import Outcome
from game.core.session import Phase, Session
from game.table import Table
from game.venue import Venue
from tests.ui.tables import table_at, table_when


def recording(
    folder: Path, outcome: Outcome, *, seats: int = 5, together: bool = False
) -> tuple[Venue, Table]:
    """Play until the rule proposes an outcome; `together` after a contested first round."""

    def reached(session: Session) -> bool:
        card = session.current
        if session.phase is not Phase.SETTLE or card is None or card.first is None:
            return False
        proposed = settling.proposal(card, session.setup.threshold)
        return proposed.outcome is outcome and (not together or card.first.contested)

    return table_when(reached, folder, seats=seats)


def two(folder: Path, votes: tuple[Place, Place], *, live: bool) -> tuple[Venue, Table]:
    """Let a table of two keep to its places; each may be able to live with the other's."""
    venue, table = table_at(Phase.PROPOSE, folder, seats=2)
    seats = [seat.id for seat in table.session.present]
    for seat, vote in zip(seats, votes, strict=True):
        table.play(i.Seal(seat, vote))
    table.play(i.Reveal())
    table.play(i.StartSecondRound())
    for seat, vote, other in zip(seats, votes, reversed(votes), strict=True):
        table.play(i.Seal(seat, vote, (other,) if live else ()))
    table.play(i.Reveal())
    return venue, table


def undecided(folder: Path) -> tuple[Venue, Table]:
    """Let everybody abstain, twice."""
    venue, table = table_at(Phase.PROPOSE, folder)
    for _round in range(2):
        for seat in table.session.present:
            table.play(i.Seal(seat.id, Abstention.UNSURE))
        table.play(i.Reveal())
        if table.session.phase is Phase.ARGUE:
            table.play(i.StartSecondRound())
    return venue, table


def of_kind(folder: Path, outcome: Outcome) -> tuple[Venue, Table]:
    """Come to the recording of a card of each kind."""
    return undecided(folder) if outcome is Outcome.UNDECIDED else recording(folder, outcome)
