"""Tables that the scripted players brought to a phase, in a folder of the test."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.core import intents as i
from game.core.cards import Abstention, Deck, Place
from game.core.sealing import turn_order
from game.core.session import Phase, Session
from game.core.setup import Sealing, Seat
from game.decks.library import Library
from game.demo.playing import EVENING, Clock, Demo
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
    return table_when(
        lambda session: session.phase is phase and len(session.latest) >= played,
        folder,
        seats=seats,
        sealing=sealing,
        cards=cards,
        deck=deck,
        unclear=phase is Phase.REWORD,
    )


def as_it_is(value: Any) -> Any:
    """Change nothing."""
    return value


def table_when(
    reached: Callable[[Session], bool],
    folder: Path,
    *,
    seats: int = 5,
    sealing: Sealing = Sealing.HANDS,
    cards: int = 12,
    deck: str = STANDARD,
    unclear: bool = False,
    deck_of: Callable[[Deck], Deck] = as_it_is,
    seat_of: Callable[[Seat], Seat] = as_it_is,
    demo_of: Callable[[Demo], Demo] = as_it_is,
) -> tuple[Venue, Table]:
    """Play a session until something is so.

    Args:
        reached: tells when to stop, before the first step too.
        folder: for the save.
        seats: 2 to 12.
        sealing: how proposals are sealed.
        cards: of the session.
        deck: id of a shipped deck.
        unclear: have the first card found unclear.
        deck_of: words the deck differently.
        seat_of: names a seat differently.
        demo_of: words differently what is said.
    """
    venue = venue_in(folder)
    demo = demo_of(Demo(deck_of(venue.deck(deck)), cards=cards))
    at_table = demo.seats[:seats]
    at_table += tuple(
        Seat(f"s{n}", MORE[n - len(demo.seats)], colour=n) for n in range(len(at_table), seats)
    )
    clock = Clock(EVENING)
    setup = replace(demo.setup, sealing=sealing)
    named = tuple(seat_of(seat) for seat in at_table)
    table = Table.new(demo.deck, setup, named, folder=folder, seed=demo.seed, now=clock)
    while not reached(table.session):
        intent = demo.next(table.session)
        assert intent is not None, "the scripted table never came to it"
        for each in (*_others(table.session, intent, unclear), intent):
            clock.forward(each)
            if not reached(table.session):
                table.play(each)
    return venue, table


def _others(session: Session, intent: i.Intent, unclear: bool) -> list[i.Intent]:
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
    elif unclear and not card.reword_offered:
        return [i.Seal(seat, Abstention.UNCLEAR) for seat in order[:4]]
    chosen = [vote for vote in sealed.values() if isinstance(vote, Place)] or [Place.COMMUNAL]
    return [i.Seal(seat, chosen[n % len(chosen)]) for n, seat in enumerate(waiting)]
