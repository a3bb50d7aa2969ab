"""Which screen shows which phase of a session; each is imported when it is needed."""

from typing import TYPE_CHECKING, assert_never

from game.core.session import Phase, Session
from game.table import Table
from game.venue import Venue

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene


def scene(venue: Venue, table: Table) -> "PlayScene":
    """Make the screen for the phase that the session is in."""
    return scene_class(table.view.phase)(venue, table)


def same_screen(current: "PlayScene", session: Session) -> bool:
    """Tell whether a screen can stay: it shows the same phase of the same card."""
    return type(current) is scene_class(session.phase) and current.shows(session)


def scene_class(phase: Phase) -> "type[PlayScene]":
    """Find the screen of a phase."""
    match phase:
        case Phase.HAND | Phase.LAST | Phase.SETUP:
            from game.ui.scenes.hand import HandScene

            return HandScene
        case Phase.READ:
            from game.ui.scenes.read import ReadScene

            return ReadScene
        case Phase.PROPOSE | Phase.SECOND | Phase.ASPECT:
            from game.ui.scenes.propose import ProposeScene

            return ProposeScene
        case Phase.REWORD:
            from game.ui.scenes.reword import RewordScene

            return RewordScene
        case Phase.FAST:
            from game.ui.scenes.fast import FastScene

            return FastScene
        case Phase.ARGUE:
            from game.ui.scenes.argue import ArgueScene

            return ArgueScene
        case Phase.SETTLE:
            from game.ui.scenes.settle import SettleScene

            return SettleScene
        case Phase.CLOSING:
            from game.ui.scenes.closing import ClosingScene

            return ClosingScene
        case Phase.FINISHED:
            from game.ui.scenes.end import EndScene

            return EndScene
        case _:
            assert_never(phase)
