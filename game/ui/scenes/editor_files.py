"""Choosing a file: the folders of this machine, and the files in them of the kind that is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pygame

from game import words
from game.decks.findings import DeckError
from game.decks.pictures import judge
from game.decks.sentences import describe
from game.i18n import _
from game.store.errors import SaveError
from game.store.folders import typed_path
from game.ui.icons import icon, picture
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay, Widget
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import tell
from game.ui.widgets.grid_list import GridList
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField

PICTURES = (".png", ".jpg", ".jpeg", ".svg")
MOST = 400
"""How many files of one folder are shown; in a larger one the path is typed."""
Taken = Callable[[Path], Change | None]


def refused(error: DeckError | OSError) -> Change:
    """Say why a file cannot be taken."""
    if isinstance(error, DeckError):
        text = describe(error.findings[0].problem)
        text = f"{text[:1].upper()}{text[1:]}."
    else:
        text = words.said_by_system(str(error.strerror or error))
    return tell(_("That did not work"), text)


@dataclass(frozen=True, slots=True)
class Inside:
    """What a folder holds that can be chosen."""

    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    readable: bool = True


def look_in(folder: Path, endings: tuple[str, ...]) -> Inside:
    """List the folders and files of a folder, those that are hidden left out."""
    try:
        among = sorted(
            (one for one in folder.iterdir() if not one.name.startswith((".", "~"))),
            key=lambda one: one.name.casefold(),
        )
        folders = tuple(one for one in among if one.is_dir())
        files = tuple(one for one in among if one.suffix.lower() in endings and one.is_file())
    except OSError:
        return Inside(readable=False)
    return Inside(folders, files)


class FileScene(Sheet):
    """A folder to look around in.

    Args:
        title: says what the file is for.
        folder: where to begin.
        endings: of the files that are shown, in lower case.
        done: takes the file that was chosen.
    """

    sheet = (1640, 980)

    def __init__(self, title: str, folder: Path, endings: tuple[str, ...], done: Taken) -> None:
        super().__init__()
        self.title, self.endings, self.done = title, endings, done
        self.folder = folder if folder.is_dir() else Path.home()
        self.chosen: Path | None = None
        self.inside = look_in(self.folder, endings)
        self.text_state("path", str(self.folder), limit=1000)

    def layout(self, look: Look) -> None:
        """Lay out the path, what is in the folder, and the chosen picture."""
        gap = look.px(18)
        inner = self.panel_rect(look).inflate(-2 * look.px(44), -2 * look.px(34))
        high = max(look.target(), look.px(68))
        close = pygame.Rect(inner.right - look.px(280), inner.y, look.px(280), high)
        self.add(Button("close", close, _("Close (Esc)"), icon="x", units=26, on_press=Pop))
        head = pygame.Rect(inner.x, inner.y, close.left - inner.x - gap, high)
        self.add(Label("heading", head, self.title, units=40, bold=True))
        up = pygame.Rect(inner.x, head.bottom + gap, look.px(250), high)
        parent = self.folder.parent
        self.add(
            Button("up", up, _("Folder up"), icon="folder-up", units=25,
                   enabled=parent != self.folder, reason=_("There is no folder above this one."),
                   on_press=partial(self._open, parent))
        )  # fmt: skip
        path = pygame.Rect(up.right + gap, up.y, inner.right - up.right - gap, high)
        self.add(
            TextField("path", path, self.text_state("path"), label=_("Where"), show_label=False,
                      units=24, on_submit=self._go)
        )  # fmt: skip
        top = up.bottom + gap
        side = inner.w * 30 // 100
        grid = pygame.Rect(inner.x, top, inner.w - side - gap, inner.bottom - top)
        self._grid(look, grid)
        self._side(look, pygame.Rect(grid.right + gap, top, side, inner.bottom - top), high)

    def _grid(self, look: Look, rect: pygame.Rect) -> None:
        high = max(look.target(), look.px(76))
        tiles: list[Widget] = []
        for n, one in enumerate(self.inside.folders):
            tiles.append(self._button(f"folder-{n}", one, high, "folder", self._open))
        for one in self.inside.files:
            tiles.append(self._button(f"file-{one.name}", one, high, "image", self._choose))
        if not tiles:
            text = (
                _("There is nothing here that can be chosen.")
                if self.inside.readable
                else _("This folder cannot be opened.")
            )
            self.add(Paragraph("empty", rect, text, units=30, smallest=16))
            return
        columns = 3 if rect.w > look.font_px(24) * 40 else 2
        self.add(GridList("files", rect, tiles[:MOST], columns=columns, high=high, pad=6))

    def _button(self, name: str, path: Path, high: int, picture: str, press: Taken) -> Button:
        return Button(
            name, pygame.Rect(0, 0, 10, high), path.name, icon=picture, units=24, align="left",
            selected=path == self.chosen, kind="secondary" if path.is_dir() else "tile",
            on_press=partial(press, path),
        )  # fmt: skip

    def _side(self, look: Look, rect: pygame.Rect, high: int) -> None:
        take = pygame.Rect(rect.x, rect.bottom - high, rect.w, high)
        self.add(
            Button("take", take, _("Choose this one"), icon="check", kind="primary", units=28,
                   enabled=self.chosen is not None, reason=_("First choose a file."),
                   on_press=self.main_action)
        )  # fmt: skip
        room = pygame.Rect(rect.x, rect.y, rect.w, take.top - look.px(18) - rect.y)
        name = pygame.Rect(room.x, room.bottom - look.line_height(22) * 2, room.w, 0)
        name.height = room.bottom - name.y
        shown = self.chosen
        text = shown.name if shown else _("Or drop a file from another window onto the card.")
        self.add(Paragraph("chosen", name, text, units=22, align="center", smallest=14))
        box = pygame.Rect(room.x, room.y, room.w, name.y - look.px(10) - room.y)
        self.add(_Shown("shown", box, shown))

    def _open(self, folder: Path) -> Change | None:
        self.folder, self.chosen = folder, None
        self.inside = look_in(folder, self.endings)
        self.text_state("path").replace_all(str(folder))
        self.offsets.pop("files", None)
        self.focus = None
        self.relayout()
        return Stay()

    def _choose(self, path: Path) -> Change | None:
        if path == self.chosen:
            return self.main_action()
        self.chosen = path
        self.relayout()
        return Stay()

    def _go(self) -> Change | None:
        """Open the folder, or take the file, whose path was typed."""
        try:
            path = typed_path(self.text_state("path").text)
        except SaveError as error:
            return tell(_("That did not work"), words.save_error(error))
        if path.is_dir():
            return self._open(path)
        if path.is_file():
            return self._taken(path)
        self.say(_("There is no file or folder with this name."))
        return Stay()

    def _taken(self, path: Path) -> Change | None:
        return Pop(then=lambda: self.done(path))

    def main_action(self) -> Change | None:
        """Take the chosen file."""
        if self.chosen is None:
            self.say(_("First choose a file."))
            return Stay()
        return self._taken(self.chosen)

    def file_dropped(self, path: Path) -> Change | None:
        """Take a file that was dropped here."""
        return self._taken(path)


class _Shown(Widget):
    """The chosen picture, as far as it can be one."""

    swallows_pointer = False

    def __init__(self, name: str, rect: pygame.Rect, path: Path | None) -> None:
        super().__init__(name, rect)
        self.path = judge(path).path if path is not None else None

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        image = picture(self.path, self.rect.size)
        if image is not None:
            surface.blit(image, self.rect)
            return
        side = min(look.px(160), self.rect.w, self.rect.h)
        drawn = icon("image", side, look.theme.muted, 1.4)
        surface.blit(drawn, (self.rect.centerx - side // 2, self.rect.centery - side // 2))
