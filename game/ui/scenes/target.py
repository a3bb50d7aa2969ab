"""Where a file goes: a folder that is typed or chosen, and the way to it when the file is there."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import typed_path
from game.ui.look import Look
from game.ui.scene import Change, Push, Scene, Stay
from game.ui.scenes.files import FilesScene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField
from game.venue import Venue


class Target:
    """The part of a screen that asks for a folder and says where the file went.

    Args:
        scene: the screen that it is on; its main action saves.
        venue: knows which folder to begin with, and is told which one was used.
        show_folder: opens a folder in the file manager.
    """

    def __init__(self, scene: Scene, venue: Venue, show_folder: Callable[[Path], bool]) -> None:
        self.scene, self._venue, self._show = scene, venue, show_folder
        self._first = venue.own_folder
        self.saved: Path | None = None
        scene.text_state("folder", str(self._first), limit=400)

    def folder(self) -> Path:
        """Give the folder as it was typed; the first one where that leads nowhere."""
        text = self.scene.text_state("folder").text.strip()
        try:
            return typed_path(text) if text else self._first
        except SaveError:
            return self._first

    def made(self) -> Path:
        """Make the folder where it is not there yet, and give it.

        Raises:
            OSError: it cannot be made.
            SaveError: it begins in the home folder of nobody.
        """
        text = self.scene.text_state("folder").text.strip()
        folder = typed_path(text or str(self._first))
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @staticmethod
    def needed(look: Look) -> int:
        """Tell the height of the field, in pixels."""
        return TextField.needed(look, lines=1)

    def layout(self, look: Look, rect: pygame.Rect) -> None:
        """Add the field and the button that chooses a folder from a list."""
        side = max(look.target(), rect.h - look.line_height(22) - look.px(6))
        wide = max(side, min(rect.w * 28 // 100, look.px(320)))
        field = pygame.Rect(rect.x, rect.y, rect.w - wide - look.px(14), rect.h)
        self.scene.add(
            TextField("folder", field, self.scene.text_state("folder"), label=_("In this folder"),
                      on_change=self._typed, on_submit=self.scene.main_action)
        )  # fmt: skip
        side = min(rect.h, max(look.target(), look.px(64)))
        box = pygame.Rect(rect.right - wide, rect.bottom - side, wide, side)
        self.scene.add(
            Button("choose", box, _("Choose"), icon="folder-search", units=26,
                   on_press=self.choose)
        )  # fmt: skip

    def tell(self, look: Look, rect: pygame.Rect, before: str, after: str = "") -> None:
        """Add what the file will be called, or where it is and how to get there.

        Args:
            look: how big things are.
            rect: where.
            before: what is said before it is saved.
            after: what is said besides when it is.
        """
        scene, theme = self.scene, look.theme
        if self.saved is None:
            scene.add(Paragraph("name", rect, before, units=26, colour=theme.muted, smallest=14))
            return
        bar = min(max(look.target(), look.px(72)), rect.h)
        wide = min(rect.w * 40 // 100, look.px(420))
        show = pygame.Rect(rect.right - wide, rect.y, wide, bar)
        room = rect.w - wide - look.px(20)
        head = pygame.Rect(rect.x, rect.y, room, min(look.line_height(30), rect.h))
        scene.add(
            Label("saved", head, _("The file is there."), units=28, bold=True,
                  icon="circle-check", colour=theme.good)
        )  # fmt: skip
        parts = (self.saved.name, str(self.saved.parent), after)
        where = pygame.Rect(rect.x, head.bottom, room, max(1, rect.bottom - head.bottom))
        if where.h >= look.line_height(14):
            text = "\n".join(part for part in parts if part)
            scene.add(Paragraph("where", where, text, units=24, smallest=14))
        scene.add(
            Button("open-folder", show, _("Open the folder"), icon="folder-open", units=26,
                   on_press=self._open)
        )  # fmt: skip

    def choose(self) -> Change | None:
        """Choose the folder from a list."""
        return Push(FilesScene(_("In which folder?"), self.folder(), (), self.take))

    def take(self, folder: Path) -> Change | None:
        """Take a folder that was chosen."""
        self.scene.text_state("folder").replace_all(str(folder))
        self.saved = None
        self.scene.relayout()
        return None

    def done(self, path: Path) -> Change | None:
        """Show that the file is there."""
        self.saved = path
        self._venue.visited(path.parent)
        self.scene.relayout()
        self.scene.by_keyboard = True
        self.scene.focus_on("open-folder")
        return Stay()

    def _typed(self, text: str) -> None:
        del text
        if self.saved is not None:
            self.saved = None
            self.scene.relayout()

    def _open(self) -> Change | None:
        if self.saved is not None and not self._show(self.saved.parent):
            sentence = _("The folder cannot be opened from here. Look for it yourself.")
            self.scene.say(sentence, seconds=6)
        return Stay()
