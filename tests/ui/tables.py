"""Tables that the scripted players brought to a phase, in a folder of the test."""

from dataclasses import replace
from pathlib import Path

from game.core import intents as i
from game.core.cards import Abstention, Place
from game.core.sealing import turn_order
from game.core.session import Phase, Session
from game.core.setup import Sealing, Seat
from game.decks.library import Library
from game.demo import EVENING, Clock, Demo
from game.store.paths import resources
from game.store.settings import Settings
from game.table import Table
from game.venue import STANDARD, Venue

MORE = ("Kerk", "School", "Huisarts", "Ondernemers", "Bibliotheek", "Woningcorporatie",
        "Jongerenwerk", "Wijkagent")  # fmt: skip


def venue_in(folder: Path) -> Venue:
    """Make a machine whose saves are in this folder, with the shipped decks."""
    return Venue(
        settings=Settings(motion=False),
        settings_file=None,
        saves=folder,
        library=Library((resources() / "decks",)),
    )


def table_at(
    phase: Phase,
    folder: Path,
    *,
    seats: int = 5,
    sealing: Sealing = Sealing.HANDS,
    cards: int = 12,
    deck: str = STANDARD,
    played: int = 0,
) -> tuple[Venue, Table]:
    """Play a session up to the first time that it is in a phase.

    Args:
        phase: where to stop.
        folder: for the save.
        seats: 2 to 12.
        sealing: how proposals are sealed.
        cards: of the session.
        deck: id of a shipped deck.
        played: go on until this many cards are recorded.
    """
    venue = venue_in(folder)
    demo = Demo(venue.deck(deck), cards=cards)
    at_table = demo.seats[:seats]
    at_table += tuple(
        Seat(f"s{n}", MORE[n - len(demo.seats)], colour=n) for n in range(len(at_table), seats)
    )
    clock = Clock(EVENING)
    setup = replace(demo.setup, sealing=sealing)
    table = Table.new(demo.deck, setup, at_table, folder=folder, seed=demo.seed, now=clock)

    def reached(session: Session) -> bool:
        return session.phase is phase and len(session.latest) >= played

    while not reached(table.session):
        intent = demo.next(table.session)
        assert intent is not None, f"the scripted table never came to {phase}"
        for each in (*_others(table.session, intent, phase), intent):
            clock.forward(each)
            if not reached(table.session):
                table.play(each)
    return venue, table


def _others(session: Session, intent: i.Intent, phase: Phase) -> list[i.Intent]:
    """Let the seats choose that are not in the script, and in the open everyone by turns."""
    card = session.current
    if card is None or not isinstance(intent, i.Reveal | i.Seal):
        return []
    order = [seat.id for seat in turn_order(session)]
    sealed = {ballot.seat: ballot.vote for ballot in card.seals}
    waiting = [seat for seat in order if seat not in sealed]
    if isinstance(intent, i.Seal):
        if session.sealing is not Sealing.OPEN or intent.seat in sealed:
            return []
        waiting = waiting[: waiting.index(intent.seat)]
    elif phase is Phase.REWORD and not card.reword_offered:
        return [i.Seal(seat, Abstention.UNCLEAR) for seat in order[:4]]
    chosen = [vote for vote in sealed.values() if isinstance(vote, Place)] or [Place.COMMUNAL]
    return [i.Seal(seat, chosen[n % len(chosen)]) for n, seat in enumerate(waiting)]
