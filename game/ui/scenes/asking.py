"""What can be done with a card at any moment, asked in a dialog: park, skip, split, note, stop."""

from collections.abc import Callable
from datetime import date as day_of
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game import words
from game.core import intents as i
from game.dates import read_date
from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import typed_path
from game.ui.scene import Change, Push, Stay
from game.ui.scenes.half_typed import HalfTyped
from game.ui.widgets.checked_form import CheckedForm, Wrong
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
    return _parking(scene, text)


def _parking(scene: "PlayScene", text: str, focus: str = "") -> Change:
    kept = HalfTyped(scene, "park")
    question, owner = _("Which question must be answered first?"), _("Who finds that out?")
    date = _("Before which date? (day-month-year)")
    fields = (
        Field("question", question, initial=kept.text("question"), multiline=True),
        Field("owner", owner, initial=kept.text("owner"), limit=120),
        Field("date", date, initial=kept.text("date"), limit=20),
    )

    today = scene.view.setup.date or day_of.today().isoformat()

    def wrong(given: dict[str, str]) -> Wrong | None:
        day = read_date(given["date"], after=today)
        if day is None:
            told = _("“{text}” is not a date. Type one like 30-6-2027.")
            return Wrong("date", told.format(text=given["date"]))
        reason = scene.why_not(i.Park(given["question"], given["owner"], day))
        return Wrong("question", reason) if reason else None

    def parked(given: Given) -> Change | None:
        if given is None:
            return None
        intent = i.Park(
            given["question"], given["owner"], read_date(given["date"], after=today) or ""
        )

        def park_it() -> Change:
            kept.done()
            return scene.play(intent)

        if not intent.date or intent.date >= today:
            return park_it()
        answers = (
            Answer("back", _("Another date"), "primary"),
            Answer("go", _("Park with this date")),
        )
        past = _("{date} is before this conversation, on {today}. Is that right?")
        return ask(
            _("This date is past"),
            past.format(date=words.date(intent.date), today=words.date(today)),
            answers,
            lambda key: park_it() if key == "go" else _parking(scene, text, "date"),
        )

    return Push(CheckedForm(_("Park this card"), text, fields, parked, check=wrong, keeper=kept,
                            ok=_("Park"), focus=focus))  # fmt: skip


def skip(scene: "PlayScene") -> Change:
    """Ask why, and leave the card for the end."""
    if _refused(scene, i.Skip()):
        return Stay()
    return wording(
        scene,
        "skip",
        (_("Skip this card"),
         _("Why? You may leave it empty. The card comes back once at the end.")),
        i.Skip,
        ok=_("Skip"),
    )  # fmt: skip


def wording(
    scene: "PlayScene",
    kind: str,
    heads: tuple[str, str],
    intent: Callable[[str], i.Intent],
    *,
    initial: str = "",
    multiline: bool = False,
    limit: int = 400,
    ok: str | None = None,
    said: str = "",
) -> Change:
    """Ask for one text and play it; what was refused is asked again, with why not.

    Args:
        scene: the screen below.
        kind: names the dialog, to open it again after a crash.
        heads: title, and what stands under it.
        intent: makes what is played of the text.
        initial: what is in the field.
        multiline: whether there may be more lines.
        limit: of the text, in letters.
        ok: what the main button says.
        said: said when it was played.
    """
    kept = HalfTyped(scene, kind)

    def typed(text: str | None) -> Change | None:
        if text is None:
            return None
        reason = scene.why_not(intent(text))
        if reason:
            again = (heads[0], reason)
            return wording(scene, kind, again, intent, initial=initial, multiline=multiline,
                           limit=limit, ok=ok, said=said)  # fmt: skip
        kept.done()
        change = scene.play(intent(text))
        if said and isinstance(change, Stay):
            scene.say(said)
        return change

    return ask_text(heads[0], heads[1], typed, initial=kept.text("text", initial),
                    multiline=multiline, limit=limit, ok=ok, keeper=kept)  # fmt: skip


def split(scene: "PlayScene") -> Change:
    """Ask for the names of two or three aspects."""
    if _refused(scene, i.Split(("a", "b"))):
        return Stay()
    return _splitting(
        scene, _("Does the card hold two things at once? Name them. You vote on each part.")
    )


def _splitting(scene: "PlayScene", text: str, focus: str = "") -> Change:
    kept = HalfTyped(scene, "split")
    labels = {
        "first": _("First part"),
        "second": _("Second part"),
        "third": _("Third part (may stay empty)"),
    }
    fields = tuple(
        Field(name, label, initial=kept.text(name), limit=60) for name, label in labels.items()
    )

    def named(given: Given) -> Change | None:
        if given is None:
            return None
        intent = i.Split(tuple(name for name in given.values() if name.strip()))
        reason = scene.why_not(intent)
        if reason:
            wrong = next(
                (name for name in ("first", "second") if not given[name].strip()), "second"
            )
            return _splitting(scene, reason, wrong)
        kept.done()
        return scene.play(intent)

    return form(_("Split this card"), text, fields, named, ok=_("Split"), focus=focus, keeper=kept)


def note(scene: "PlayScene") -> Change:
    """Write a remark with this card, or with the conversation between two cards."""
    here = scene.view.current is not None
    heads = (
        _("Remark"),
        _("This goes into the record with the card.") if here else _("This goes into the record."),
    )
    said = _("Written down with the card.") if here else _("Written down.")
    return wording(scene, "note", heads, i.AddNote, multiline=True, limit=2000, said=said)


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


def save_elsewhere(
    scene: "PlayScene", then: Callable[[], Change] = Stay, typed: str = ""
) -> Change:
    """Ask for another folder, and write everything there."""
    usual = scene.venue.own_folder
    suggestion = Path.home() if usual == scene.venue.saves else usual
    return ask_text(
        _("Keep this conversation somewhere else"),
        _("Nothing is lost yet. In which folder may it be written?"),
        partial(_elsewhere, scene, then),
        initial=typed or str(suggestion),
        ok=_("Keep"),
    )


def _elsewhere(scene: "PlayScene", then: Callable[[], Change], text: str | None) -> Change | None:
    if text is None or not text.strip():
        return None
    try:
        scene.table.save_elsewhere(typed_path(text))
    except SaveError as error:
        again = partial(save_elsewhere, scene, then, text)
        return tell(_("That did not work"), words.save_error(error), again)
    scene.relayout()
    scene.say(_("Saved in {path}").format(path=scene.table.path), seconds=8)
    return then()
