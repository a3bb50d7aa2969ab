"""What can be done with a card at any moment, asked in a dialog: park, skip, split, note, stop."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game import words
from game.core import intents as i
from game.dates import read_date
from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import typed_path
from game.ui.scene import Change, Stay
from game.ui.widgets.dialog import Answer, Field, ask, ask_text, form, tell

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

Given = dict[str, str] | None
"""What was typed in a form; None when it was closed."""


def _refused(scene: "PlayScene", intent: i.Intent) -> bool:
    reason = scene.why_not(intent)
    if reason:
        scene.say(reason)
    return bool(reason)


def park(scene: "PlayScene") -> Change:
    """Ask what it takes to return to this card, and put it aside."""
    if _refused(scene, i.Park()):
        return Stay()
    text = _(
        "One card in five, and always one, may be parked without losing points. "
        "Then fill in the question, the name and the date."
    )
    return _parking(scene, text, {"question": "", "owner": "", "date": ""})


def _parking(scene: "PlayScene", text: str, given: dict[str, str]) -> Change:
    question, owner = _("Which question must be answered first?"), _("Who finds that out?")
    date = _("Before which date? (day-month-year)")
    fields = (
        Field("question", question, initial=given["question"], multiline=True),
        Field("owner", owner, initial=given["owner"], limit=120),
        Field("date", date, initial=given["date"], limit=20),
    )
    parked = partial(_parked, scene)
    return form(_("Park this card"), text, fields, parked, ok=_("Park"))


def _parked(scene: "PlayScene", given: Given) -> Change | None:
    if given is None:
        return None
    date = read_date(given["date"])
    if date is None:
        text = _("“{text}” is not a date. Write it like 30-6-2027, or leave it empty.")
        return _parking(scene, text.format(text=given["date"]), given)
    return scene.play(i.Park(given["question"], given["owner"], date))


def skip(scene: "PlayScene") -> Change:
    """Ask why, and leave the card for the end."""
    if _refused(scene, i.Skip()):
        return Stay()
    return ask_text(
        _("Skip this card"),
        _("Why? You may leave it empty. The card comes back once at the end."),
        lambda text: None if text is None else scene.play(i.Skip(text)),
        ok=_("Skip"),
    )


def split(scene: "PlayScene") -> Change:
    """Ask for the names of two or three aspects."""
    if _refused(scene, i.Split(("a", "b"))):
        return Stay()
    fields = (
        Field("first", _("First part"), limit=60),
        Field("second", _("Second part"), limit=60),
        Field("third", _("Third part (may stay empty)"), limit=60),
    )
    text = _("Does the card hold two things at once? Name them. You vote on each part.")
    return form(_("Split this card"), text, fields, partial(_split, scene), ok=_("Split"))


def _split(scene: "PlayScene", given: Given) -> Change | None:
    if given is None:
        return None
    return scene.play(i.Split(tuple(name for name in given.values() if name.strip())))


def note(scene: "PlayScene") -> Change:
    """Write a note with this card."""
    return ask_text(
        _("Note"),
        _("This goes into the record with the card."),
        lambda text: scene.play(i.AddNote(text)) if text else None,
        multiline=True,
        limit=2000,
    )


def pause(scene: "PlayScene") -> Change:
    """Stop the clock until somebody goes on."""
    change = scene.play(i.Pause())
    if not scene.view.paused:
        return change
    text = _("The clock stands still. Everything is saved.")
    return tell(_("Break"), text, scene.resume)


def stop(scene: "PlayScene") -> Change:
    """Ask whether to stop, and go to the closing round."""
    text = _("You go to the closing round. Cards that you did not play are listed in the record.")
    answers = (
        Answer("stop", _("To the closing round"), kind="primary"),
        Answer("back", _("Keep playing")),
    )
    return ask(
        _("Stop playing cards?"),
        text,
        answers,
        lambda key: scene.play(i.StartClosing()) if key == "stop" else None,
    )


def leave(scene: "PlayScene", away: Callable[[], Change]) -> Change:
    """Leave the session; what cannot be saved is not left behind without asking."""
    if scene.table.save_again() or scene.table.trouble is None:
        return away()

    def chosen(key: str | None) -> Change | None:
        scene.asked_to_leave = False
        if key == "elsewhere":
            return save_elsewhere(scene, away)
        return away() if key == "leave" else None

    scene.asked_to_leave = True
    answers = (
        Answer("elsewhere", _("Choose another folder"), kind="primary"),
        Answer("leave", _("Leave without saving"), kind="danger"),
        Answer("stay", _("Keep playing")),
    )
    return ask(_("This is not saved yet"), words.trouble(scene.table.trouble), answers, chosen)


def save_elsewhere(scene: "PlayScene", then: Callable[[], Change] = Stay) -> Change:
    """Ask for another folder, and write everything there."""
    usual = scene.venue.own_folder
    suggestion = Path.home() if usual == scene.venue.saves else usual
    return ask_text(
        _("Keep this conversation somewhere else"),
        _("Nothing is lost yet. In which folder may it be written?"),
        partial(_elsewhere, scene, then),
        initial=str(suggestion),
        ok=_("Keep"),
    )


def _elsewhere(scene: "PlayScene", then: Callable[[], Change], text: str | None) -> Change | None:
    if text is None or not text.strip():
        return None
    try:
        scene.table.save_elsewhere(typed_path(text))
    except SaveError as error:
        return tell(_("That did not work"), words.save_error(error))
    scene.relayout()
    scene.say(_("Saved in {path}").format(path=scene.table.path), seconds=8)
    return then()
