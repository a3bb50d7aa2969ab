"""The conversations on this machine: go on, look, copy, rename, delete, or open a set-up file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game import words
from game.i18n import _
from game.store.errors import SaveError
from game.store.saves import SaveEntry
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene, Stay
from game.ui.scenes import entries
from game.ui.scenes.opening import open_save
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask, ask_text, tell
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue


class SessionsScene(Scene):
    """A list of saved sessions, and what can be done with the one that is chosen."""

    def __init__(self, venue: Venue) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("Conversations")
        self.entries: tuple[SaveEntry, ...] = venue.sessions()
        self.chosen: Path | None = self.entries[0].path if self.entries else None

    def resumed(self, result: object) -> Change | None:
        """Read the folder anew."""
        del result
        self._read_again()
        return None

    def _read_again(self) -> None:
        self.entries = self.venue.sessions()
        if all(entry.path != self.chosen for entry in self.entries):
            self.chosen = self.entries[0].path if self.entries else None
        self.relayout()

    def _entry(self) -> SaveEntry | None:
        return next((entry for entry in self.entries if entry.path == self.chosen), None)

    def layout(self, look: Look) -> None:
        """Lay out the list at the left, and the chosen session at the right."""
        margin, gap = look.px(40), look.px(24)
        bar = max(look.target(), look.px(76))
        back = pygame.Rect(margin, look.px(28), bar, bar)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        width = look.width_px - 2 * margin
        head = pygame.Rect(back.right + look.px(12), back.y, width - bar - look.px(12), bar)
        self.add(Label("heading", head, _("Conversations"), units=48, bold=True))
        top = back.bottom + look.px(20)
        room = look.height_px - margin - top
        side = min(look.px(600), width * 36 // 100)
        rows = pygame.Rect(margin, top, width - side - gap, room - bar - look.px(20))
        if not self.entries:
            rows.width = width
        self._foot(look, pygame.Rect(rows.x, rows.bottom + look.px(20), rows.w, bar))
        if not self.entries:
            text = _(
                "There are no conversations yet. Start a new one from the first screen. "
                "The files come in the folder {folder}."
            ).format(folder=self.venue.saves)
            self.add(Paragraph("empty", rows, text, units=36, smallest=18))
            return
        height = max(look.target(), look.px(108))
        box = pygame.Rect(0, 0, rows.w, height)
        tiles: list[Widget] = [
            Button(
                f"session-{n}",
                box.copy(),
                shown,
                icon=entries.picture(entry),
                kind="tile",
                sub=entries.about(entry),
                selected=entry.path == self.chosen,
                units=30,
                align="left",
                on_press=partial(self._choose, entry.path),
            )
            for n, (entry, shown) in enumerate(
                zip(self.entries, entries.names(self.entries), strict=True)
            )
        ]
        self.add(ScrollList("sessions", rows, tiles, gap=16, pad=8))
        entry = self._entry()
        if entry:
            self._actions(look, pygame.Rect(rows.right + gap, top, side, room), entry)

    def _foot(self, look: Look, rect: pygame.Rect) -> None:
        """Lay out what goes for more than one conversation."""
        gap = look.px(14)
        each = (rect.w - 2 * gap) // 3
        items = (
            ("compare", _("Compare tables"), "columns-3", self._compare),
            ("paper", _("From paper"), "file-input", self._paper),
            ("open-setup", _("Open a set-up file"), "folder-open", self._open_setup),
        )
        for n, (key, label, image, press) in enumerate(items):
            box = pygame.Rect(rect.x + n * (each + gap), rect.y, each, rect.h)
            self.add(Button(key, box, label, icon=image, units=26, on_press=press))

    def _actions(self, look: Look, rect: pygame.Rect, entry: SaveEntry) -> None:
        self.add(Panel("chosen", rect))
        pad, gap = look.px(36), look.px(16)
        inner = rect.inflate(-2 * pad, -2 * pad)
        title = pygame.Rect(inner.x, inner.y, inner.w, look.px(96))
        self.add(Paragraph("name", title, entries.name(entry), units=36, bold=True, smallest=18))
        actions = (
            ("resume", _("Open and add to it") if entry.finished else _("Go on playing"),
             "folder-open" if entry.finished else "play", "primary", self.main_action),
            ("record", _("Only look"), "eye", "secondary", self._look_at),
            ("save", _("Save the record as …"), "file-down", "secondary", self._save),
            ("rename", _("Rename"), "pencil", "secondary", self._rename),
            ("copy", _("Copy"), "copy", "secondary", self._copy),
            ("delete", _("Delete"), "trash-2", "danger", self._delete),
        )  # fmt: skip
        height = min(look.px(92), (inner.h * 66 // 100 - 5 * gap) // len(actions))
        height = max(look.target(), height)
        top = inner.bottom - len(actions) * height - (len(actions) - 1) * gap
        facts = pygame.Rect(inner.x, title.bottom + gap, inner.w, top - gap - title.bottom - gap)
        self.add(Paragraph("facts", facts, entries.facts(entry), units=28, smallest=14))
        for n, (name, label, picture, kind, press) in enumerate(actions):
            box = pygame.Rect(inner.x, top + n * (height + gap), inner.w, height)
            self.add(
                Button(name, box, label, icon=picture, kind=kind, units=28, align="left",
                       on_press=press)
            )  # fmt: skip

    def _choose(self, path: Path) -> Change | None:
        if path == self.chosen:
            return self.main_action()
        self.chosen = path
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Open the chosen session."""
        entry = self._entry()
        return open_save(self.venue, entry.path) if entry else None

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes import help_pages
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.saving()))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll."""
        del name
        rows = self.find("sessions")
        return rows.scroll_key(event) if isinstance(rows, ScrollList) else None

    def _look_at(self) -> Change | None:
        entry = self._entry()
        return open_save(self.venue, entry.path, read_only=True) if entry else None

    def _save(self) -> Change | None:
        """Save the record of the chosen session, without going there."""
        from game.ui.scenes.export import ExportScene

        entry = self._entry()
        if entry is None:
            return None
        try:
            table = self.venue.resume(entry.path, read_only=True).table
        except SaveError as error:
            return tell(_("This conversation cannot be opened"), words.save_error(error))
        return Push(ExportScene(self.venue, table))

    def _compare(self) -> Change | None:
        from game.ui.scenes.compare_pick import ComparePickScene

        return Push(ComparePickScene(self.venue, self.entries))

    def _paper(self) -> Change | None:
        from game.ui.scenes.paper import PaperScene

        return Push(PaperScene(self.venue))

    def file_dropped(self, path: Path) -> Change | None:
        """Read a sheet that was dropped on the window as sessions on paper."""
        from game.ui.scenes.paper import ENDINGS, PaperScene

        if path.suffix.casefold() not in ENDINGS:
            return None
        return Push(PaperScene(self.venue, path))

    def _rename(self, typed: str = "") -> Change | None:
        """Ask for another name; after a refusal with what was typed."""
        entry = self._entry()
        if entry is None:
            return None
        return ask_text(
            _("Rename"),
            _("What is the file called from now on?"),
            lambda text: self._named(entry.path, text) if text else None,
            initial=typed or entry.path.stem,
            limit=100,
        )

    def _named(self, path: Path, name: str) -> Change | None:
        return self._try(lambda: self.venue.rename(path, name), partial(self._rename, name))

    def _copy(self) -> Change | None:
        entry = self._entry()
        return self._try(lambda: self.venue.duplicate(entry.path)) if entry else None

    def _delete(self) -> Change | None:
        entry = self._entry()
        if entry is None:
            return None
        answers = (
            Answer("delete", _("Delete"), kind="danger"),
            Answer("keep", _("Keep it")),
        )

        def chosen(key: str | None) -> Change | None:
            return self._try(lambda: self.venue.delete(entry.path)) if key == "delete" else None

        text = _("It goes to the bin folder beside the other conversations.")
        return ask(_("Delete “{name}”?").format(name=entries.name(entry)), text, answers, chosen)

    def _try(
        self, change: Callable[[], Path], again: Callable[[], Change | None] | None = None
    ) -> Change | None:
        """Change something in the folder, and choose what came of it."""
        try:
            path = change()
        except SaveError as error:
            return tell(_("That did not work"), words.save_error(error), again)
        self.chosen = path
        self._read_again()
        return Stay()

    def _open_setup(self) -> Change | None:
        """Choose the file of a set-up."""
        from game.ui.scenes.files import FilesScene

        title, folder = _("Open a set-up file"), self.venue.own_folder
        return Push(FilesScene(title, folder, (".json",), self.open_setup))

    def open_setup(self, path: Path) -> Change | None:
        """Go on with a set-up; after a refusal another file can be chosen."""
        from game.ui.scenes.setup import SetupScene

        self.venue.visited(path.parent)
        try:
            prepared = self.venue.prepared(path)
        except SaveError as error:
            why = words.save_error(error)
            return tell(_("This set-up cannot be opened"), why, self._open_setup)
        return Push(SetupScene(self.venue, prepared))
