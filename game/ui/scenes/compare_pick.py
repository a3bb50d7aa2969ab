"""Choosing which conversations are laid side by side, also out of files and folders elsewhere."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pygame

from game.i18n import _, ngettext
from game.store import many
from game.store import saves as sessions
from game.store.folders import is_folder
from game.store.many import Compared
from game.store.saves import SaveEntry
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene, Stay
from game.ui.scenes.compare import CompareScene
from game.ui.scenes.entries import about, names
from game.ui.scenes.files import FilesScene
from game.ui.scenes.working import WorkingScene
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import tell
from game.ui.widgets.icon_row import tick_row
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

MOST = 300
"""How many conversations are listed; a folder may hold any number."""


class ComparePickScene(Scene):
    """A list to tick: two or more conversations, or folders."""

    def __init__(self, venue: Venue, entries: Sequence[SaveEntry]) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("Compare tables")
        self.entries = tuple(entry for entry in entries if not entry.damaged)
        self.folders: dict[Path, int] = {}
        self.ticked: frozenset[Path] = frozenset(
            entry.path for entry in self.entries[:MOST] if entry.finished
        )

    def chosen(self) -> tuple[Path, ...]:
        """List the files that are compared."""
        return many.find(sorted(self.ticked))

    def _count(self) -> int:
        ticked = [folder for folder in self.folders if folder in self.ticked]
        whole = [folder for folder in ticked if not set(folder.parents) & set(ticked)]
        loose = [
            path
            for path in self.ticked
            if path not in self.folders and not any(path.is_relative_to(each) for each in whole)
        ]
        return len(loose) + sum(self.folders[folder] for folder in whole)

    def layout(self, look: Look) -> None:
        """Lay out the list, and the buttons below it."""
        margin, gap = look.px(40), look.px(20)
        bar = max(look.target(), look.px(80))
        back = pygame.Rect(margin, look.px(28), bar, bar)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        width = look.width_px - 2 * margin
        head = pygame.Rect(back.right + gap, back.y, width - back.w - gap, bar)
        self.add(Label("heading", head, _("Which tables do you lay side by side?"), units=48,
                       bold=True))  # fmt: skip
        foot = pygame.Rect(margin, look.height_px - look.px(28) - bar, width, bar)
        room = pygame.Rect(margin, back.bottom + gap, width, foot.y - back.bottom - 2 * gap)
        rows = self._rows(look)
        if rows:
            self.add(ScrollList("sessions", room, rows, gap=12, pad=6))
        else:
            text = _(
                "There are no conversations in this game yet. Did you get them by mail? Press “Add"
                " a folder or file”."
            )
            self.add(Paragraph("empty", room, text, units=36, smallest=18))
        self._foot(look, foot)

    def _rows(self, look: Look) -> list[Widget]:
        rows: list[Widget] = []
        for n, (folder, count) in enumerate(self.folders.items()):
            found = ngettext("{count} conversation", "{count} conversations", count)
            rows.append(
                tick_row(
                    look, f"folder-{n}", _("Folder {name}").format(name=folder.name or str(folder)),
                    f"{found.format(count=count)} · {folder}", ticked=folder in self.ticked,
                    on_press=partial(self._tick, folder),
                )
            )  # fmt: skip
        rows += [
            tick_row(
                look, f"session-{n}", shown, about(entry), ticked=entry.path in self.ticked,
                on_press=partial(self._tick, entry.path),
            )
            for n, (entry, shown) in enumerate(
                zip(self.entries[:MOST], names(self.entries[:MOST]), strict=True)
            )
        ]  # fmt: skip
        if len(self.entries) > MOST:
            text = _("There are {count} more. Add the folder to have all of them.")
            told = text.format(count=len(self.entries) - MOST)
            rows.append(Paragraph("more", pygame.Rect(0, 0, 0, 0), told, units=24))
        return rows

    def _foot(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(16)
        shares = (15, 15, 38)
        room = rect.w - 3 * gap
        x = rect.x
        items = (
            ("all", _("All"), "list-checks", self._all),
            ("none", _("None"), "square", self._none),
            ("folder", _("Add a folder or file"), "folder-plus", self._elsewhere),
        )
        for share, (key, label, picture, press) in zip(shares, items, strict=True):
            box = pygame.Rect(x, rect.y, room * share // 100, rect.h)
            self.add(Button(key, box, label, icon=picture, units=28, on_press=press))
            x = box.right + gap
        count = self._count()
        label = _("Compare ({count})").format(count=count) if count else _("Compare")
        self.add(
            Button("compare", pygame.Rect(x, rect.y, rect.right - x, rect.h), label,
                   icon="columns-3", kind="primary", units=32, enabled=count >= 2,
                   reason=_("Choose at least two conversations."), on_press=self.main_action)
        )  # fmt: skip

    # choosing

    def _tick(self, path: Path) -> Change:
        self.ticked ^= {path}
        self.relayout()
        return Stay()

    def _all(self) -> Change:
        self.ticked = frozenset((*self.folders, *(entry.path for entry in self.entries[:MOST])))
        self.relayout()
        return Stay()

    def _none(self) -> Change:
        self.ticked = frozenset()
        self.relayout()
        return Stay()

    def _elsewhere(self) -> Change:
        """Look for conversations that are not in this game yet, such as those from the mail."""
        title = _("Which conversation, or which folder?")
        return Push(
            FilesScene(title, self.venue.own_folder, (sessions.ENDING,), self.take, whole=True)
        )

    def take(self, path: Path) -> Change | None:
        """Add a conversation, or all of them in a folder."""
        if is_folder(path):
            self.venue.visited(path)
            return self.add_folder(path)
        self.venue.visited(path.parent)
        return self._add_file(path)

    def _add_file(self, path: Path) -> Change:
        known = next((each.path for each in self.entries if _same(each.path, path)), None)
        if known is None:
            added = sessions.entry(path)
            if added.damaged:
                text = _("{name} is no conversation that can be read.")
                self.say(text.format(name=path.name), seconds=6)
                return Stay()
            self.entries = (added, *self.entries)
        self.ticked |= {known or path}
        self.relayout()
        return Stay()

    def add_folder(self, folder: Path) -> Change | None:
        """Add all conversations in a folder and the folders in it."""
        count = len(many.find([folder]))
        if not count:
            self.say(_("There are no conversations in this folder."), seconds=6)
            return Stay()
        self.folders[folder] = count
        self.ticked |= {folder}
        self.relayout()
        return Stay()

    def file_dropped(self, path: Path) -> Change | None:
        """Take a folder or a conversation that was dropped on the window."""
        taken = is_folder(path) or path.suffix.lower() == sessions.ENDING
        return self.take(path) if taken else None

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes import help_pages
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.comparing()))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll."""
        del name
        rows = self.find("sessions")
        return rows.scroll_key(event) if isinstance(rows, ScrollList) else None

    # comparing

    def main_action(self) -> Change | None:
        """Compare them, with a bar that says how far it is."""
        if self._count() < 2:
            self.say(_("Choose at least two conversations."))
            return Stay()
        saves = self.chosen()
        told = _("{done} of {all} conversations are read")
        work = partial(_compared, saves)
        then = partial(self._compared, saves)
        return Push(WorkingScene(_("The tables are laid side by side"), told, work, then))

    def _compared(self, saves: tuple[Path, ...], compared: Compared | None) -> Change | None:
        if compared is None:
            self.say(_("Stopped."))
            return None
        if not compared.comparison.tables:
            text = _("None of these sessions can be read, so there is nothing to compare.")
            return tell(_("That did not work"), text)
        return Push(CompareScene(self.venue, saves, compared))


def _compared(saves: tuple[Path, ...], progress: many.Progress) -> Compared:
    return many.compare(saves, progress=progress)


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file; one that leads nowhere is nothing's same."""
    try:
        return one.samefile(other)
    except OSError:
        return False
