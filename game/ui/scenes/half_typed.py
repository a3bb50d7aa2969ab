"""What is half typed in a dialog over a screen of play; it is there again after a crash."""

from typing import TYPE_CHECKING

from game.i18n import _

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

OPEN = "dialog"
"""Name of the draft that tells which dialog is open."""


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
        """Learn how the dialog was closed: Escape keeps what was typed, to cancel drops it."""
        self._table.set_draft(self._open, "")
        if key == "cancel":
            self.done()
        elif key is None and any(self._table.draft(name).strip() for name in self._names()):
            self._scene.say(_("What you typed is kept. Open this again to go on with it."))

    def done(self) -> None:
        """Forget what was typed, because it was played."""
        for name in self._names():
            self._table.set_draft(name, "")

    def _names(self) -> list[str]:
        return [name for name in self._table.drafts if name.startswith(self._prefix)]
