"""Saving in several kinds of files at once: which ones, where, and what came of it."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.core.frozen import dataclass
from game.i18n import _, ngettext
from game.records import Progress, Written
from game.store.errors import SaveError
from game.store.folders import is_there, open_folder
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Stay
from game.ui.scenes.sheet import Sheet
from game.ui.scenes.target import Target
from game.ui.scenes.working import WorkingScene
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.icon_row import IconRow, tick_row
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

KINDS, RESULTS = "kinds", "results"
MOST_NAMED = 6
"""How many files a question names."""


@dataclass(frozen=True, slots=True)
class KindOfFile:
    """What can be saved: its name, and what it is good for."""

    key: str
    name: str
    about: str


class SavingSheet(Sheet):
    """The choices at the left, the kinds of files at the right; a subclass says what is saved."""

    sheet = (1800, 1020)

    def __init__(self, venue: Venue, *, show_folder: Callable[[Path], bool] = open_folder) -> None:
        super().__init__()
        self.venue = venue
        self.page = KINDS
        self.ticked: frozenset[str] = frozenset()
        self.results: tuple[Written, ...] = ()
        self.public = False
        self.target = Target(self, venue, show_folder)
        self._show_folder = show_folder

    # what a subclass says

    @abstractmethod
    def kinds(self) -> tuple[KindOfFile, ...]:
        """List what can be saved."""

    @abstractmethod
    def files(self, folder: Path, after: str) -> tuple[Path, ...]:
        """List the files that are made, with this behind their names."""

    @abstractmethod
    def writing(self, folder: Path, after: str) -> Callable[[Progress], tuple[Written, ...]]:
        """Give the work of writing them."""

    @abstractmethod
    def options(self, look: Look, rect: pygame.Rect) -> int:
        """Add the choices from the top of the left side; tell where they end."""

    def add_version(self, look: Look, rect: pygame.Rect, internal: str) -> int:
        """Add the choice between internal, named like this, and public; tell where it ends."""
        row = pygame.Rect(rect.x, rect.y, rect.w, max(look.target(), look.px(84)))
        options = ((False, internal), (True, _("everyone: public")))
        self.add(
            Choice("version", row, label=_("For whom"), options=options, value=self.public,
                   on_change=self.set_version)
        )  # fmt: skip
        return row.bottom + look.px(18)

    def set_version(self, value: object) -> Change:
        """Choose internal or public."""
        self.public = bool(value)
        return self.changed()

    def pages(self) -> tuple[tuple[str, str], ...]:
        """List the key and the label of what the right side can show."""
        count = len(self.ticked)
        told = ngettext("{count} kind of file", "{count} kinds of files", count)
        return ((KINDS, told.format(count=count)),)

    def below(self, look: Look, rect: pygame.Rect) -> None:
        """Fill what is left at the bottom of the left side."""

    def other_page(self, look: Look, rect: pygame.Rect) -> None:
        """Lay out a page at the right that is not about kinds or results."""

    # the panel

    def layout(self, look: Look) -> None:
        """Lay out the choices at the left, and a page at the right."""
        panel = self.panel_rect(look)
        gap = look.px(20)
        inner = panel.inflate(-2 * look.px(52), -2 * look.px(40))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(64), look.line_height(44)))
        self.add(Label("heading", head, self.title, units=44, bold=True))
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        body = pygame.Rect(inner.x, head.bottom + gap, inner.w, 0)
        body.height = foot.y - gap - body.y
        wide = (body.w - look.px(44)) * 46 // 100
        left = pygame.Rect(body.x, body.y, wide, body.h)
        self._left(look, left)
        right = pygame.Rect(left.right + look.px(44), body.y, 0, body.h)
        right.width = body.right - right.x
        self._right(look, right)
        self._foot(look, foot)

    def _left(self, look: Look, rect: pygame.Rect) -> None:
        top = self.options(look, rect)
        high = max(self.target.needed(look), look.target() + look.line_height(22) + look.px(6))
        self.target.layout(look, pygame.Rect(rect.x, top, rect.w, high))
        top += high + look.px(14)
        text = self._named()
        most = max(0, rect.bottom - top)
        units, lines = look.fit(text, 24, rect.w, most, smallest=14)
        note = pygame.Rect(rect.x, top, rect.w, look.line_height(units) * len(lines))
        if text and note.bottom <= rect.bottom:
            self.add(Paragraph("name", note, text, units=units, colour=look.theme.muted))
            top = note.bottom + look.px(18)
        self.below(look, pygame.Rect(rect.x, top, rect.w, max(0, rect.bottom - top)))

    def _named(self) -> str:
        """Say what the files will be called."""
        names = [path.name for path in self.files(Path(), "")]
        if not names:
            return ""
        if len(names) == 1:
            return _("The file is called {name}.").format(name=names[0])
        told = ngettext(
            "{count} file is made. The first one is called {name}.",
            "{count} files are made. The first one is called {name}.",
            len(names),
        )
        return told.format(count=len(names), name=names[0])

    def _right(self, look: Look, rect: pygame.Rect) -> None:
        pages = list(self.pages())
        if self.results:
            pages.append((RESULTS, _("Saved")))
        gap = look.px(12)
        high = max(look.target(), look.px(68))
        wide = (rect.w - (len(pages) - 1) * gap) // len(pages)
        for n, (key, label) in enumerate(pages):
            box = pygame.Rect(rect.x + n * (wide + gap), rect.y, wide, high)
            self.add(
                Button(f"page-{key}", box, label, units=26, selected=key == self.page,
                       on_press=partial(self.turn_to, key))
            )  # fmt: skip
        room = pygame.Rect(rect.x, rect.y + high + look.px(16), rect.w, 0)
        room.height = rect.bottom - room.y
        if self.page == KINDS:
            self._kinds(look, room)
        elif self.page == RESULTS:
            self._results(look, room)
        else:
            self.other_page(look, room)

    def _kinds(self, look: Look, rect: pygame.Rect) -> None:
        rows: list[Widget] = [
            tick_row(
                look,
                f"kind-{kind.key}",
                kind.name[:1].upper() + kind.name[1:],
                kind.about,
                ticked=kind.key in self.ticked,
                on_press=partial(self._tick, kind.key),
            )
            for kind in self.kinds()
        ]
        self.add(ScrollList("kinds", rect, rows, gap=12, pad=4))

    def _results(self, look: Look, rect: pygame.Rect) -> None:
        theme = look.theme
        bar = max(look.target(), look.px(72))
        room = pygame.Rect(rect.x, rect.y, rect.w, rect.h - bar - look.px(16))
        rows: list[Widget] = []
        for n, each in enumerate(self.results):
            names = "\n".join(path.name for path in each.targets)
            bad = bool(each.problem)
            rows.append(
                IconRow(
                    f"result-{n}",
                    pygame.Rect(0, 0, room.w, look.target()),
                    "triangle-alert" if bad else "circle-check",
                    names,
                    each.problem,
                    colour=theme.bad if bad else theme.good,
                )
            )
        self.add(ScrollList("results", room, rows, gap=12, pad=4))
        show = pygame.Rect(rect.x, rect.bottom - bar, min(rect.w, look.px(460)), bar)
        self.add(
            Button("open-folder", show, _("Open the folder"), icon="folder-open", units=28,
                   on_press=self._open_folder)
        )  # fmt: skip

    def _foot(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(20)
        back = rect.w * 22 // 100
        save = rect.w * 36 // 100
        self.add(
            Button("save", pygame.Rect(rect.right - save, rect.y, save, rect.h), _("Save"),
                   icon="file-down", kind="primary", units=32, enabled=bool(self.ticked),
                   reason=_("Choose at least one kind of file."), on_press=self.main_action)
        )  # fmt: skip
        box = pygame.Rect(rect.right - save - gap - back, rect.y, back, rect.h)
        label = _("Done") if self.results else _("Cancel")
        self.add(Button("back", box, label, units=28, on_press=Pop))

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes import help_pages
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.saving()))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll."""
        del name
        lists = [widget for widget in self.widgets if isinstance(widget, ScrollList)]
        return lists[0].scroll_key(event) if lists else None

    # choosing

    def turn_to(self, page: str) -> Change:
        """Show another page at the right."""
        self.page = page
        self.relayout()
        return Stay()

    def changed(self) -> Change:
        """Forget what was saved: something else was chosen."""
        self.results = ()
        if self.page == RESULTS:
            self.page = KINDS
        self.relayout()
        return Stay()

    def _tick(self, key: str) -> Change:
        self.ticked ^= {key}
        return self.changed()

    # saving

    def main_action(self) -> Change | None:
        """Write the files; what is there already is only replaced when that is asked for."""
        if not self.ticked:
            self.say(_("Choose at least one kind of file."))
            return Stay()
        try:
            folder = self.target.made()
        except (OSError, ValueError, SaveError):
            self.changed()
            self.say(_("It cannot be saved there. Choose another folder."), seconds=6)
            return Stay()
        there = [path for path in self.files(folder, "") if is_there(path)]
        return self._ask(folder, there) if there else self._write(folder, "")

    def _ask(self, folder: Path, there: list[Path]) -> Change:
        named = [path.name for path in there[:MOST_NAMED]]
        if len(there) > MOST_NAMED:
            more = len(there) - MOST_NAMED
            text = ngettext("and {count} other", "and {count} others", more)
            named.append(text.format(count=more))
        answers = (
            Answer("beside", _("Keep both"), kind="primary"),
            Answer("replace", _("Replace"), kind="danger"),
            Answer("back", _("Back")),
        )

        def chosen(key: str | None) -> Change | None:
            if key == "replace":
                return self._write(folder, "")
            return self._write(folder, self._free(folder)) if key == "beside" else None

        title = ngettext("This file is there already", "These files are there already", len(there))
        return ask(title, "\n".join(named), answers, chosen)

    def _free(self, folder: Path) -> str:
        """Find a number with which none of the files is there yet."""
        number = 2
        while any(is_there(path) for path in self.files(folder, f"-{number}")):
            number += 1
        return f"-{number}"

    def _write(self, folder: Path, after: str) -> Change:
        work = self.writing(folder, after)
        told = _("{done} of {all} files")
        return Push(WorkingScene(_("The files are being saved"), told, work, self._written))

    def _written(self, results: tuple[Written, ...] | None) -> Change | None:
        if results is None:
            self.say(_("Stopped. What was saved before that stays."), seconds=6)
            return None
        self.results = results
        self.page = RESULTS
        self.relayout()
        self.by_keyboard = True
        self.focus_on("open-folder")
        return Stay()

    def _open_folder(self) -> Change | None:
        folder = self.results[0].targets[0].parent
        if not self._show_folder(folder):
            self.say(_("The folder cannot be opened from here. Look for it yourself."), seconds=6)
        return Stay()
