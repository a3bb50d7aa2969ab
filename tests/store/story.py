"""A conversation in which everything happens that can happen; the sample save was made from it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from game.core import intents as i
from game.core.cards import Crux, Meets
from game.core.outcome import Outcome
from game.core.session import Session
from game.core.settlement import Settlement
from game.core.setup import Sealing, Seat, Setup
from game.store.journal import Header
from game.table import Table
from tests.core.play import COM, INS, PER, UNCLEAR, deck, seats

MOMENT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
STRANGE = 'Café “’t Hoekje” \u2028 👩🏽‍🦽 مرحبا \u200fשלום\u200e \\n "kind":"card.played" 2 < 3'
"""Words that break a careless file format."""


def clock(seconds: float = 1.0) -> Callable[[], datetime]:
    """Make a clock that is so many seconds further each time it is read."""
    moment = MOMENT - timedelta(seconds=seconds)

    def read() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=seconds)
        return moment

    return read


def new(folder: Path, *, count: int = 3, cards: int = 8, setup: Setup | None = None) -> Table:
    """Start a table whose file is the same every time."""
    chosen = setup or Setup(
        gemeente="Voorbeeldstad", wijk="Berflo Es", date="2026-11-22", table="Tafel 1", cards=cards
    )
    return Table.new(
        deck(),
        chosen,
        seats(count),
        folder=folder,
        seed=7,
        now=clock(),
        app_version="0.1.0",
        session_id="5feceb66ffc86f38",
    )


def header() -> Header:
    """Make the header of a save."""
    return Header("0.1.0", "2026-11-22T19:00:00.000Z", "5feceb66ffc86f38", deck())


def play_all(table: Table) -> None:
    """Play the whole conversation."""
    play(
        table,
        i.ChangeOptions(Sealing.VEIL, timers=True, argue_minutes=5),
        i.AddBlank("Eigen kaart", STRANGE),
    )
    contested(table)
    fast(table)
    unclear_then_split(table)
    put(table)
    table.play(i.Park("Wie betaalt dit?", "Gemeente", "2027-01-15"))
    put(table)
    table.play(i.Skip("geen tijd"))
    play(
        table,
        i.Leave("s3"),
        i.Join(Seat("s3", "Welzijnswerk")),
        i.Join(Seat("s4", "Huisartsen", "Zorg", 3, 2)),
        i.Pause(),
        i.Resume(),
        i.AddNote("Een opmerking"),
        i.Reopen(table.session.history[0].card),
        i.StartClosing(),
        i.Answer("werkdefinitie", STRANGE),
        i.Finish(),
    )


def play(table: Table, *intents: i.Intent) -> None:
    """Play intents, one after the other."""
    for intent in intents:
        table.play(intent)


def put(table: Table) -> None:
    """Bring the next card to Propose."""
    if not table.session.playable:
        table.play(i.DrawCard())
    table.play(i.PlayCard(table.session.playable[0]))
    table.play(i.StartProposing())


def contested(table: Table) -> None:
    """Play a card that the table differs over, up to its outcome."""
    put(table)
    play(
        table,
        i.NoteWording("Hier: op dinsdag"),
        i.Seal("s1", PER),
        i.Undo(),
        i.Seal("s1", PER),
        i.Unseal("s1"),
        i.Seal("s1", COM),
        i.Seal("s2", COM),
        i.Seal("s3", UNCLEAR),
        i.Reveal(),
    )
    table.play(i.KeepWording())
    play(
        table,
        i.AskDiscussion(),
        i.CorrectVote("s3", INS),
        i.Argue("s3", INS, STRANGE, "crit-1", Meets.PARTLY),
        i.EditArgument(0, STRANGE + "!"),
        i.Restate(INS, "s1"),
        i.NoteBoundary("Met een vaste kracht"),
        i.ExtendTimer(2),
        i.StartSecondRound(),
        i.Seal("s1", PER),
        i.Seal("s2", COM, (PER,)),
        i.Reveal(),
        i.Confirm(
            Outcome.DIFFERED,
            Settlement(
                reasons=((PER, "eigen netwerk"), (COM, STRANGE)), crux=Crux.VALUE, settle="Tijd"
            ),
        ),
    )


def fast(table: Table) -> None:
    """Play a card that nobody disputes."""
    put(table)
    for seat in ("s1", "s2", "s3"):
        table.play(i.Seal(seat, COM))
    play(
        table,
        i.Reveal(),
        i.StartSettling(),
        i.Confirm(Outcome.AGREED, Settlement(reason="samen", boundary="alleen thuis")),
    )


def unclear_then_split(table: Table) -> None:
    """Play a card that is reworded, and then cut in two."""
    put(table)
    for seat in ("s1", "s2", "s3"):
        table.play(i.Seal(seat, UNCLEAR))
    table.play(i.Reveal())
    table.play(i.Reword("Anders gezegd"))
    for vote, seat in ((PER, "s1"), (COM, "s2"), (INS, "s3")):
        table.play(i.Seal(seat, vote))
    table.play(i.Reveal())
    table.play(i.Split(("binnen", "buiten")))
    for _ in range(2):
        for seat in ("s1", "s2", "s3"):
            table.play(i.Seal(seat, COM))
        table.play(i.Reveal())
    table.play(i.Confirm(Outcome.SPLIT, Settlement()))


def told(session: Session) -> list[tuple[str, str, int]]:
    """Say what became of every card: what must stay the same in every later version."""
    return [(card.card, str(card.outcome), card.version) for card in session.history]
