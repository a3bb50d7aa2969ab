"""Keeping a set-up as a file, to play it later or on another computer: its name, and where."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game import words
from game.decks.draft import make_id
from game.i18n import _
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.folders import free_path, open_folder
from game.store.prepared import Prepared
from game.store.saves import checked_name
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.sheet import Sheet
from game.ui.scenes.target import Target
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.text_field import TextField
from game.venue import Venue

ENDING = ".json"
LONGEST = 80


def suggested(prepared: Prepared) -> str:
    """Name the file after where the table is, in letters that every disk has."""
    setup = prepared.setup
    parts = (_("set-up"), setup.gemeente, setup.wijk, setup.table)
    return make_id(" ".join(parts), ())


class KeepSetupSheet(Sheet):
    """Choose a name and a folder, and save."""

    sheet = (1240, 760)

    def __init__(
        self,
        venue: Venue,
        prepared: Prepared,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__()
        self.venue, self.prepared = venue, prepared
        self.title = _("Keep this set-up as a file")
        self.target = Target(self, venue, show_folder)
        self.text_state("file-name", suggested(prepared), limit=LONGEST)

    def layout(self, look: Look) -> None:
        """Lay out the name, the folder and what came of it."""
        gap = look.px(18)
        inner = self.panel_rect(look).inflate(-2 * look.px(52), -2 * look.px(40))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(60), look.line_height(40)))
        self.add(Label("heading", head, self.title, units=40, bold=True))
        high = self.target.needed(look)
        name = pygame.Rect(inner.x, head.bottom + gap, inner.w, high)
        self.add(
            TextField("file-name", name, self.text_state("file-name"), label=_("Name of the file"),
                      on_change=self._named, on_submit=self.main_action)
        )  # fmt: skip
        where = pygame.Rect(inner.x, name.bottom + gap, inner.w, high)
        self.target.layout(look, where)
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        told = pygame.Rect(inner.x, where.bottom + gap, inner.w, foot.y - where.bottom - 2 * gap)
        later = _("Later you open it under Conversations.")
        self.target.tell(look, told, later, later)
        back, save = foot.w * 24 // 100, foot.w * 36 // 100
        box = pygame.Rect(foot.right - save, foot.y, save, bar)
        self.add(
            Button("save", box, _("Save"), icon="file-down", kind="primary", units=32,
                   on_press=self.main_action)
        )  # fmt: skip
        box = pygame.Rect(box.x - gap - back, foot.y, back, bar)
        label = _("Done") if self.target.saved else _("Cancel")
        self.add(Button("back", box, label, units=28, on_press=Pop))

    def _named(self, text: str) -> None:
        """Forget what was saved: another name is another file."""
        del text
        if self.target.saved is not None:
            self.target.saved = None
            self.relayout()

    def _path(self) -> Path:
        """Give a free path with the name that was typed.

        Raises:
            SaveError: the folder cannot be made, or no file can have this name.
        """
        typed = self.text_state("file-name").text.strip() or suggested(self.prepared)
        try:
            folder = self.target.made()
        except OSError as error:
            raise refused_by_system(Problem.NOT_WRITTEN, self.target.folder(), error) from error
        return free_path(folder / (checked_name(folder, typed, ENDING) + ENDING))

    def main_action(self) -> Change | None:
        """Write the file, and say where it is."""
        try:
            path = self._path()
            self.venue.prepare(self.prepared, path)
        except SaveError as error:
            self.say(words.save_error(error), seconds=8)
            return Stay()
        return self.target.done(path)
