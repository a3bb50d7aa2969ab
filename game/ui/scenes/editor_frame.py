"""What every screen of the deck editor shares: its head, saving, undo, and keeping now and then."""

import pygame

from game import words
from game.decks.findings import DeckError, Finding, errors
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Push, Scene, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.deck_words import troubles
from game.ui.scenes.editor_bench import Bench
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import tell
from game.ui.widgets.label import Label

SHOWN = 5
"""How many findings a message names."""


class BenchScene(Scene):
    """A screen that works on a deck."""

    ticks = True

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench

    # hooks

    def checked(self) -> None:
        """Show what was found just now."""

    def turned_back(self) -> Change | None:
        """Show the draft after undo or redo."""
        self.relayout()
        return Stay()

    def back(self) -> Change | None:
        """Leave this screen."""
        return self.escape()

    # the head

    def head(self, look: Look, title: str) -> pygame.Rect:
        """Add the head, and give the room below it."""
        margin, gap = look.px(36), look.px(14)
        high = max(look.target(), look.px(76))
        row = pygame.Rect(margin, look.px(24), look.width_px - 2 * margin, high)
        self.add(
            Button("back", pygame.Rect(row.x, row.y, high, high), "", icon="arrow-left",
                   kind="quiet", on_press=self.back)
        )  # fmt: skip
        right = row.right
        wide = max(look.px(250), look.target() * 2)
        save = pygame.Rect(right - wide, row.y, wide, high)
        self.add(
            Button("save", save, _("Save"), icon="save", kind="primary", units=28,
                   on_press=self.save)
        )  # fmt: skip
        right = save.left - gap
        for name, picture, press, able, reason in (
            ("redo", "redo-2", self.redo, bool(self.bench.future), _("There is nothing to redo.")),
            ("undo", "undo-2", self.undo, bool(self.bench.past), _("There is nothing to undo.")),
        ):
            box = pygame.Rect(right - high, row.y, high, high)
            self.add(
                Button(name, box, "", icon=picture, enabled=able, reason=reason, units=28,
                       on_press=press)
            )  # fmt: skip
            right = box.left - gap
        wide = look.px(250)
        status = pygame.Rect(right - wide, row.y, wide, high)
        self.add(Label("status", status, "", units=24, colour=look.theme.muted, align="right"))
        right = status.left - gap
        found = pygame.Rect(right - look.px(330), row.y, look.px(330), high)
        self.add(Button("findings", found, "", kind="secondary", units=24, on_press=self.list_them))
        left = row.x + high + gap
        space = pygame.Rect(left, row.y, found.left - gap - left, high)
        self.add(Label("heading", space, title, units=40, bold=True, gives_way=True))
        self.show_state()
        top = row.bottom + look.px(16)
        return pygame.Rect(margin, top, row.w, look.height_px - look.px(30) - top)

    def show_state(self) -> None:
        """Show whether it is saved, and how much is wrong with it."""
        status = self.find("status")
        if isinstance(status, Label):
            status.text = _("not saved") if self.bench.dirty else _("saved")
            status.icon = "pencil" if self.bench.dirty else "check"
        findings = self.find("findings") or next(
            (one for one in self.widgets if one.name == "findings"), None
        )
        if isinstance(findings, Button):
            found = self.bench.troubles
            text = troubles(found)
            if text != findings.label or findings.visible != bool(text):
                findings.label, findings.icon = text, terms.mark(found)
                findings.visible = bool(text)
                findings.changed()
        for name, able in (("undo", self.bench.past), ("redo", self.bench.future)):
            button = self.find(name)
            if isinstance(button, Button) and button.enabled != bool(able):
                button.enabled = bool(able)
                button.changed()

    def list_them(self) -> Change | None:
        """Open the list of everything that is wrong."""
        from game.ui.scenes.editor_findings import FindingsScene

        return Push(FindingsScene(self.bench.findings, self.bench, self.go_to))

    def go_to(self, section: str, card_id: str) -> Change | None:
        """Go to where a finding is."""
        del section, card_id
        return None

    # doing

    def tick(self, now: float) -> None:
        """Check and keep the draft now and then."""
        if self.bench.tick(now, self._not_kept):
            self.show_state()
            self.checked()

    def _not_kept(self, error: OSError) -> None:
        del error
        self.say(_("This deck cannot be kept here. Is the disk full?"), seconds=8)

    def save(self) -> Change | None:
        """Write the deck, or say why not."""
        title = _("This deck cannot be played yet")
        try:
            self.bench.save()
        except DeckError as error:
            lines = [self._located(one) for one in errors(error.findings)[:SHOWN]]
            text = _("It is kept as it is now. Mend this, and save again:")
            self.relayout()
            return tell(title, "\n".join((text, *lines)))
        except OSError as error:
            reason = words.said_by_system(str(error.strerror or error))
            return tell(_("That did not work"), reason)
        self.relayout()
        self.say(_("Saved."))
        return Stay()

    def _located(self, finding: Finding) -> str:
        name = self.bench.name_of(finding)
        text = terms.told(finding)
        return f"• {name}: {text}" if name else f"• {text}"

    def main_action(self) -> Change | None:
        """Write the deck."""
        return self.save()

    def undo(self) -> Change | None:
        """Take the last change back."""
        if not self.bench.undo():
            self.say(_("There is nothing to undo."))
            return Stay()
        return self.turned_back()

    def redo(self) -> Change | None:
        """Make the change again that was taken back."""
        if not self.bench.redo():
            self.say(_("There is nothing to redo."))
            return Stay()
        return self.turned_back()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Save, undo and redo."""
        del event
        match name:
            case "ctrl+s":
                return self.save()
            case "ctrl+z":
                return self.undo()
            case "ctrl+y" | "ctrl+shift+z":
                return self.redo()
        return None

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes import help_pages
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.bench.venue, now=help_pages.making()))

    def closing(self) -> None:
        """Keep the draft when the window closes."""
        try:
            self.bench.keep()
        except OSError:
            return
