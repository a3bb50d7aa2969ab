"""What the rules allow: an intent becomes events, or is refused with a reason."""

from typing import assert_never

from game.core import events as e
from game.core import intents as i
from game.core.arguing import argue, confirm, edit_argument, restate, split, waive
from game.core.cards import TEXT_LENGTH
from game.core.checks import (
    MAX_MINUTES,
    card_in_play,
    check_number,
    check_running,
    checked_date,
    checked_text,
    need_phase,
)
from game.core.dealing import (
    add_blank,
    answer,
    change_options,
    draw,
    join,
    leave,
    play,
    reopen,
    start,
    start_closing,
)
from game.core.refusals import Reason, Refused
from game.core.sealing import correct, reveal, seal, unseal
from game.core.session import Phase, Session


def decide(session: Session, intent: i.Intent) -> tuple[e.Event, ...]:
    """Turn an intent into the events it causes.

    Raises:
        Refused: the rules do not allow it now.
    """
    check_running(session, intent)
    match intent:
        case i.Start():
            return start(session, intent)
        case i.ChangeOptions():
            return change_options(session, intent)
        case i.PlayCard():
            return play(session, intent)
        case i.DrawCard():
            return draw(session)
        case i.AddBlank():
            return add_blank(session, intent)
        case i.NoteWording():
            card_in_play(session)
            return (e.WordingNoted(checked_text(intent.text)),)
        case i.StartProposing():
            need_phase(session, Phase.READ)
            return (e.ProposingStarted(),)
        case i.Seal():
            return seal(session, intent)
        case i.Unseal():
            return unseal(session, intent)
        case i.Reveal():
            return reveal(session, intent)
        case i.CorrectVote():
            return correct(session, intent)
        case i.Reword():
            need_phase(session, Phase.REWORD)
            return (e.CardReworded(checked_text(intent.text, TEXT_LENGTH, needed=True)),)
        case i.KeepWording():
            need_phase(session, Phase.REWORD)
            return (e.WordingKept(),)
        case i.AskDiscussion():
            need_phase(session, Phase.FAST)
            return (e.DiscussionAsked(),)
        case i.Argue():
            return argue(session, intent)
        case i.EditArgument():
            return edit_argument(session, intent)
        case i.Restate():
            return restate(session, intent)
        case i.Waive():
            return waive(session, intent)
        case i.NoteBoundary():
            card = card_in_play(session)
            if card.first is None:
                raise Refused(Reason.NOT_REVEALED)
            return (e.BoundaryNoted(checked_text(intent.text)),)
        case i.StartSecondRound():
            need_phase(session, Phase.ARGUE)
            return (e.SecondRoundStarted(),)
        case i.StartSettling():
            need_phase(session, Phase.FAST)
            return (e.SettlingStarted(),)
        case i.Split():
            return split(session, intent)
        case i.Confirm():
            return confirm(session, intent)
        case i.Park():
            card_in_play(session)
            return (
                e.CardParked(
                    checked_text(intent.question),
                    checked_text(intent.owner),
                    checked_date(intent.date),
                ),
            )
        case i.Skip():
            card_in_play(session)
            return (e.CardSkipped(checked_text(intent.reason)),)
        case i.Reopen():
            return reopen(session, intent)
        case i.AddNote():
            card_id = session.current.card if session.current else ""
            return (e.NoteAdded(checked_text(intent.text, needed=True), card_id),)
        case i.Leave():
            return leave(session, intent)
        case i.Join():
            return join(session, intent)
        case i.Pause():
            if session.paused:
                raise Refused(Reason.IS_PAUSED)
            return (e.Paused(),)
        case i.Resume():
            if not session.paused:
                raise Refused(Reason.NOT_PAUSED)
            return (e.Resumed(),)
        case i.ExtendTimer():
            need_phase(session, Phase.ARGUE, Phase.FAST)
            check_number(intent.minutes, 1, MAX_MINUTES)
            return (e.TimerExtended(intent.minutes),)
        case i.StartClosing():
            return start_closing(session)
        case i.Answer():
            return answer(session, intent)
        case i.Finish():
            need_phase(session, Phase.CLOSING)
            return (e.SessionFinished(),)
        case i.Undo():
            if not session.undoable:
                raise Refused(Reason.NOTHING_TO_UNDO)
            return (e.StepRetracted(session.undoable[-1]),)
        case _:
            assert_never(intent)


def refusal(session: Session, intent: i.Intent) -> Refused | None:
    """Say why an intent would be refused now, or that it would not."""
    try:
        decide(session, intent)
    except Refused as refused:
        return refused
    return None
