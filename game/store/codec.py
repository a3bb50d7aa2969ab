"""Events to and from what JSON holds, by their explicit wire names."""

from game.core import events as e
from game.store.plain import decode, encode

EVENTS: dict[str, type[e.Event]] = {
    "session.started": e.SessionStarted,
    "session.finished": e.SessionFinished,
    "options.changed": e.OptionsChanged,
    "card.dealt": e.CardDealt,
    "card.played": e.CardPlayed,
    "card.reworded": e.CardReworded,
    "card.split": e.CardSplit,
    "card.parked": e.CardParked,
    "card.skipped": e.CardSkipped,
    "card.reopened": e.CardReopened,
    "blank.added": e.BlankAdded,
    "wording.noted": e.WordingNoted,
    "wording.kept": e.WordingKept,
    "proposing.started": e.ProposingStarted,
    "vote.sealed": e.VoteSealed,
    "vote.unsealed": e.VoteUnsealed,
    "vote.corrected": e.VoteCorrected,
    "round.revealed": e.Revealed,
    "discussion.asked": e.DiscussionAsked,
    "argument.played": e.ArgumentPlayed,
    "argument.edited": e.ArgumentEdited,
    "position.restated": e.PositionRestated,
    "boundary.noted": e.BoundaryNoted,
    "second-round.started": e.SecondRoundStarted,
    "settling.started": e.SettlingStarted,
    "outcome.recorded": e.OutcomeRecorded,
    "note.added": e.NoteAdded,
    "seat.left": e.SeatLeft,
    "seat.joined": e.SeatJoined,
    "clock.paused": e.Paused,
    "clock.resumed": e.Resumed,
    "timer.extended": e.TimerExtended,
    "closing.started": e.ClosingStarted,
    "closing.answered": e.ClosingAnswered,
    "step.retracted": e.StepRetracted,
}
"""These names are in files that must stay readable: add, never rename."""

_NAMES = {event: name for name, event in EVENTS.items()}


def wire_name(event: e.Event) -> str:
    """Name the kind of an event as files do."""
    return _NAMES[type(event)]


def encode_event(event: e.Event) -> dict[str, object]:
    """Turn an event into what JSON holds."""
    return {"kind": wire_name(event), **encode(event)}


def decode_event(data: object) -> e.Event:
    """Read an event back.

    Raises:
        ValueError: its kind is unknown, or a value in it is of another shape.
    """
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise ValueError("an event needs a kind")
    name = data["kind"]
    if name not in EVENTS:
        raise ValueError(f"unknown kind of event: {name[:60]}")
    return decode(EVENTS[name], data, name)
