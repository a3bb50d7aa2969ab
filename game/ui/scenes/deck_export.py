"""Saving a deck as a file for somebody else: which kind, and where."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.decks.draft import name_on_disk
from game.decks.findings import DeckError
from game.decks.sentences import told
from game.decks.shelf import Shelved
from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import free_path, open_folder
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.deck_words import went_wrong
from game.ui.scenes.sheet import Sheet
from game.ui.scenes.target import Target
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label, Paragraph
from game.venue import Venue


def kinds() -> tuple[tuple[str, str, str], ...]:
    """Name the kinds of file: ending, name, and what it is for."""
    return (
        (".sferendeck", _("one file with all (.sferendeck)"),
         _("To mail to a colleague: cards and pictures in one file. The other opens it here with"
           " “From a file”.")),
        (".xlsx", _("table (.xlsx)"),
         _("To work on in Excel: a row a card. Pictures are not in it.")),
        (".yaml", _("text (.yaml)"),
         _("To change in a text editor, or to keep in a version system. Pictures are not in"
           " it.")),
    )  # fmt: skip


class DeckExportSheet(Sheet):
    """Choose a kind of file and a folder, and save."""

    sheet = (1240, 860)

    def __init__(
        self,
        venue: Venue,
        deck: Shelved,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__()
        self.venue, self.deck = venue, deck
        self.title = _("Save as a file")
        self.kind = kinds()[0][0]
        self.target = Target(self, venue, show_folder)
        self.missing: tuple[str, ...] = ()

    def layout(self, look: Look) -> None:
        """Lay out the kind, the folder and what came of it."""
        pad, gap = look.px(52), look.px(18)
        inner = self.panel_rect(look).inflate(-2 * pad, -2 * look.px(40))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(60), look.line_height(40)))
        heading = _("Save “{title}” as a file").format(title=self.deck.title)
        self.add(Label("heading", head, heading, units=40, bold=True))
        row = pygame.Rect(inner.x, head.bottom + gap, inner.w, bar)
        options = tuple((ending, name) for ending, name, _what in kinds())
        self.add(
            Choice("kind", row, label=_("Kind of file"), options=options, value=self.kind,
                   on_change=self._set_kind)
        )  # fmt: skip
        what = next(what for ending, _name, what in kinds() if ending == self.kind)
        high = min(2 * look.line_height(26), inner.h // 6)
        text = pygame.Rect(inner.x, row.bottom + gap // 2, inner.w, high)
        self.add(Paragraph("what", text, what, units=26, colour=look.theme.muted, smallest=14))
        where = pygame.Rect(inner.x, text.bottom + gap, inner.w, self.target.needed(look))
        self.target.layout(look, where)
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        told = pygame.Rect(inner.x, where.bottom + gap, inner.w, foot.y - where.bottom - 2 * gap)
        called = _("The file is called {name}.").format(name=self._name())
        self.target.tell(look, told, called, self._lack())
        self._foot(look, foot)

    def _name(self) -> str:
        return f"{name_on_disk(self.deck.id)}{self.kind}"

    def _lack(self) -> str:
        if not self.missing:
            return ""
        return _("These pictures are not in it: {names}.").format(names=", ".join(self.missing))

    def _foot(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(18)
        back, save = rect.w * 24 // 100, rect.w * 36 // 100
        box = pygame.Rect(rect.right - save - gap - back, rect.y, back, rect.h)
        label = _("Done") if self.target.saved else _("Cancel")
        self.add(Button("back", box, label, units=28, on_press=Pop))
        box = pygame.Rect(rect.right - save, rect.y, save, rect.h)
        self.add(
            Button("save", box, _("Save"), icon="file-down", kind="primary", units=32,
                   on_press=self.main_action)
        )  # fmt: skip

    def _set_kind(self, value: object) -> Change | None:
        self.kind = str(value)
        self.target.saved = None
        self.missing = ()
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Write the file, and say where it is."""
        try:
            path = free_path(self.target.made() / self._name())
            self.missing = self.venue.export_deck(self.deck.path, path)
        except DeckError as error:
            self.say("\n".join(map(told, error.findings[:2])), seconds=8)
            return Stay()
        except (OSError, SaveError) as error:
            self.say(went_wrong(error), seconds=8)
            return Stay()
        return self.target.done(path)
