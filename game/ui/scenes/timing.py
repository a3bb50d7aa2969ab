"""The question that the T key asks: more time, a break, or on with it."""

from typing import TYPE_CHECKING

from game import words
from game.core import intents as i
from game.i18n import _, ngettext
from game.ui.changes import Change, Stay
from game.ui.widgets.dialog import Answer, ask

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

MORE = (1, 3)
"""Minutes that can be added at once."""


def ask_time(scene: "PlayScene") -> Change:
    """Ask whether to add minutes or to pause."""
    session = scene.view
    if not session.timers:
        scene.say(_("This table plays without a timer."))
        return Stay()
    left = scene.time_left()
    text = _("The clock stands still.")
    if left is not None and left <= 0:
        text = _("The time is up. That does not matter: take what you need.")
    elif left is not None:
        text = _("{time} left. The clock never closes anything.").format(time=words.clock(left))
    paused = session.paused
    answers = [
        Answer(
            f"more-{minutes}",
            ngettext("{count} minute more", "{count} minutes more", minutes).format(count=minutes),
            icon="plus",
            kind="primary" if minutes == 1 and not paused else "secondary",
        )
        for minutes in MORE
    ]
    if paused:
        answers.append(Answer("resume", _("Go on"), icon="play", kind="primary"))
    else:
        answers.append(Answer("pause", _("Break"), icon="pause"))
    answers.append(Answer("back", _("Back")))

    def chosen(key: str | None) -> Change | None:
        match key:
            case "pause":
                return scene.pause()
            case "resume":
                return scene.play(i.Resume())
            case "back" | None:
                return None
            case _:
                return scene.play(i.ExtendTimer(int(key.partition("-")[2])))

    return ask(_("Time"), text, answers, chosen)
