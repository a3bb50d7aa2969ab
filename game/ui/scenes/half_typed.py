"""What is half typed in a dialog over a screen of play; it is there again after a crash."""

from typing import TYPE_CHECKING

from game.core import events as e
from game.core.session import Step
from game.dates import typed_date
from game.i18n import _

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

OPEN = "dialog"
"""Name of the draft that tells which dialog is open."""
BLANK = "blank"


def put_back(scene: "PlayScene", step: Step) -> None:
    """Have what was typed in a dialog for a step that is retracted in it again."""
    for event in step.events:
        kind, texts = _typed(event)
        prefix = scene.draft_name(f"{OPEN}.{kind}.")
        kept = scene.table.drafts
        # What was typed since is newer.
        if any(text.strip() for name, text in kept.items() if name.startswith(prefix)):
            continue
        for field, text in texts.items():
            scene.table.set_draft(prefix + field, text)


def _typed(event: e.Event) -> tuple[str, dict[str, str]]:
    """Tell in which dialog the words of an event were typed, and in which fields."""
    match event:
        case e.CardParked():
            day = typed_date(event.date)
            return "park", {"question": event.question, "owner": event.owner, "date": day}
        case e.CardSkipped(stopped=False):
            return "skip", {"text": event.reason}
        case e.CardSplit():
            return "split", dict(zip(("first", "second", "third"), event.aspects, strict=False))
        case e.NoteAdded():
            return "note", {"text": event.text}
        case e.BlankAdded():
            return BLANK, {"title": event.card.title, "text": event.card.text}
        case _:
            return "", {}


class HalfTyped:
    """The drafts of one dialog about the card in play, or about the session."""

    def __init__(self, scene: "PlayScene", kind: str) -> None:
        self._scene = scene
        self._table = scene.table
        self._open = scene.draft_name(OPEN)
        self._prefix = scene.draft_name(f"{OPEN}.{kind}.")
        self._table.set_draft(self._open, kind)

    def text(self, field: str, otherwise: str = "") -> str:
        """Give what was typed in a field before, or what it begins with."""
        return self._table.draft_or(self._prefix + field, otherwise)

    def keep(self, field: str, text: str) -> None:
        """Keep what is typed in a field."""
        self._table.set_draft(self._prefix + field, text, emptied=True)

    def tick(self, now: float) -> None:
        """Write it now and then."""
        self._table.tick(now)

    def closed(self, key: str | None) -> None:
        """Learn how the dialog was closed; what was typed and not played is kept."""
        self._table.set_draft(self._open, "")
        if key != "ok" and any(self._table.draft(name).strip() for name in self._names()):
            self._scene.say(_("What you typed is kept. Open this again to go on with it."))

    def done(self) -> None:
        """Forget what was typed, because it was played."""
        for name in self._names():
            self._table.set_draft(name, "")

    def _names(self) -> list[str]:
        return [name for name in self._table.drafts if name.startswith(self._prefix)]
