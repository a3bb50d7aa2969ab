"""Choosing a file or a folder of this computer, by keyboard, pointer or finger."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game import words
from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import (
    can_be_read,
    files_in,
    folders_in,
    is_file,
    is_folder,
    starting_places,
    typed_path,
)
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import tell
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget

MOST = 500
"""How many of one folder are shown."""
_PLACES = {
    "Desktop": "monitor",
    "Bureaublad": "monitor",
    "Documents": "folder-open",
    "Documenten": "folder-open",
    "Downloads": "download",
}
Chosen = Callable[[Path], Change | None]


class FilesScene(Sheet):
    """The folders and files of one folder; Escape chooses nothing.

    Args:
        title: what is chosen.
        folder: where to begin.
        endings: of the files that can be chosen, with their dot; none chooses a folder.
        then: gets what was chosen.
        whole: whether a folder can be chosen besides the files in it.
    """

    sheet = (1640, 1000)

    def __init__(
        self,
        title: str,
        folder: Path,
        endings: tuple[str, ...],
        then: Chosen,
        *,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.title, self.endings, self.then = title, endings, then
        self.takes_folder = whole or not endings
        self.places = starting_places()
        self.folder = _existing(folder)
        self.text_state("path", limit=1000)
        self._read()

    def _read(self) -> None:
        self.text_state("path").replace_all(str(self.folder))
        self.folders = folders_in(self.folder)
        self.files = files_in(self.folder, self.endings)

    # the panel

    def layout(self, look: Look) -> None:
        """Lay out the places at the left, and what is in the folder at the right."""
        pad, gap = look.px(44), look.px(16)
        inner = self.panel_rect(look).inflate(-2 * pad, -2 * look.px(36))
        bar = max(look.target(), look.px(68))
        wide = min(look.px(280), inner.w * 30 // 100)
        close = pygame.Rect(inner.right - wide, inner.y, wide, bar)
        self.add(Button("cancel", close, _("Cancel"), icon="x", units=26, on_press=Pop))
        head = pygame.Rect(inner.x, inner.y, close.x - inner.x - gap, bar)
        self.add(Label("heading", head, self.title, units=40, bold=True))
        side = inner.w * 26 // 100
        left = pygame.Rect(inner.x, inner.y + bar + gap, side, 0)
        left.height = inner.bottom - left.y
        buttons: list[Widget] = [
            Button(
                f"place-{n}",
                pygame.Rect(0, 0, side, bar),
                self._name(place),
                icon=self._picture(place),
                selected=place == self.folder,
                units=24,
                align="left",
                on_press=partial(self._open, place),
            )
            for n, place in enumerate(self.places)
        ]
        self.add(ScrollList("places", left, buttons, gap=10, pad=4))
        right = pygame.Rect(left.right + gap, left.y, inner.right - left.right - gap, left.h)
        up = pygame.Rect(right.x, right.y, bar, bar)
        top = self.folder.parent == self.folder
        self.add(
            Button("up", up, "", icon="arrow-up", enabled=not top,
                   reason=_("There is nothing above this folder."), on_press=self._up)
        )  # fmt: skip
        here = pygame.Rect(up.right + gap, right.y, right.right - up.right - gap, bar)
        if self.takes_folder:
            take = min(look.px(380), here.w * 50 // 100)
            box = pygame.Rect(here.right - take, here.y, take, bar)
            self.add(
                Button("take", box, _("This folder"), icon="check", kind="primary", units=26,
                       on_press=self._take)
            )  # fmt: skip
            here.width -= take + gap
        self.add(
            TextField("path", here, self.text_state("path"), label=_("Where"), show_label=False,
                      units=24, on_submit=self._go)
        )  # fmt: skip
        rows = pygame.Rect(right.x, up.bottom + gap, right.w, right.bottom - up.bottom - gap)
        self._rows(rows, bar)

    def _rows(self, rect: pygame.Rect, high: int) -> None:
        box = pygame.Rect(0, 0, rect.w, high)
        inside: list[tuple[str, str, Path, Chosen]]
        inside = [(f"folder-{n}", "folder", one, self._open) for n, one in enumerate(self.folders)]
        inside += [(f"file-{one.name}", "file-text", one, self._chosen) for one in self.files]
        if not inside:
            self.add(Paragraph("empty", rect, self._nothing(), units=28, smallest=16))
            return
        rows: list[Widget] = [
            Button(name, box.copy(), path.name, icon=picture, kind="tile", units=26,
                   align="left", on_press=partial(act, path))
            for name, picture, path, act in inside[:MOST]
        ]  # fmt: skip
        if len(inside) > MOST:
            text = _("There is more in this folder than is shown here.")
            rows.append(Paragraph("more", box.copy(), text, units=24))
        self.add(ScrollList("inside", rect, rows, gap=10, pad=8))

    def _nothing(self) -> str:
        if not can_be_read(self.folder):
            return _("This folder cannot be opened.")
        if not self.endings:
            return _("There are no folders in this folder.")
        kinds = ", ".join(self.endings)
        return _("There is no file here that ends in one of: {kinds}.").format(kinds=kinds)

    def _name(self, place: Path) -> str:
        if place == self.places[0]:
            return _("Home folder")
        return place.name or str(place)

    def _picture(self, place: Path) -> str:
        return "house" if place == self.places[0] else _PLACES.get(place.name, "hard-drive")

    # going about

    def _open(self, folder: Path) -> Change | None:
        before = self.folder
        self.folder = folder
        self._read()
        self.offsets.pop("inside", None)
        self.focus_on(None)
        self.relayout()
        if self.by_keyboard:
            # Back up, the folder that was left has the focus; else the first of what is inside.
            at = self.folders.index(before) if before in self.folders else 0
            names = [f"folder-{at}", *(f"file-{one.name}" for one in self.files[:1])]
            self.focus_on(next((name for name in names if self.find(name)), "up"))
        return Stay()

    def _up(self) -> Change | None:
        return self._open(self.folder.parent)

    def _go(self) -> Change | None:
        """Open the folder, or take the file, whose path was typed."""
        try:
            path = typed_path(self.text_state("path").text)
        except SaveError as error:
            return tell(_("That did not work"), words.save_error(error))
        if is_folder(path):
            return self._open(path)
        if is_file(path) and self.endings:
            return self._chosen(path)
        self.say(_("There is no file or folder with this name."))
        return Stay()

    def _chosen(self, path: Path) -> Change | None:
        return Pop(then=lambda: self.then(path))

    def _take(self) -> Change | None:
        return self._chosen(self.folder)

    def main_action(self) -> Change | None:
        """Choose this folder, where a folder is chosen."""
        return self._take() if self.takes_folder else None

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Go up with Backspace; a letter goes to what begins with it."""
        if name == "backspace":
            return self._up()
        rows = self.find("inside")
        if not isinstance(rows, ScrollList):
            return None
        if len(name) == 1 and name.isalnum():
            for row in rows.children:
                if row.label.casefold().startswith(name):
                    self.by_keyboard = True
                    self.focus_on(row.name)
                    break
            return Stay()
        return rows.scroll_key(event)

    def file_dropped(self, path: Path) -> Change | None:
        """Take what was dropped on the window, if it may be chosen."""
        if path.suffix.lower() in self.endings:
            return self._chosen(path)
        return self._open(path) if is_folder(path) else Stay()


def _existing(folder: Path) -> Path:
    """Find a folder that is there: this one, the nearest above it, or home."""
    folder = folder.expanduser().absolute()
    return next((path for path in (folder, *folder.parents) if is_folder(path)), Path.home())
