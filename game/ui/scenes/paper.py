"""Sessions that were played on paper: a form to print, and reading it in when it is filled."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game import records, words
from game.decks.findings import DeckError
from game.decks.sentences import told
from game.i18n import _, ngettext
from game.store.errors import SaveError
from game.store.folders import open_folder, typed_path
from game.store.paper import PaperError, Problem
from game.store.paper.template import MOST_TABLES
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene, Stay
from game.ui.scenes.files import FilesScene
from game.ui.scenes.working import WorkingScene
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Stepper
from game.ui.widgets.dialog import Answer, ask, tell
from game.ui.widgets.icon_row import IconRow
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget
from game.ui.work import Progress
from game.venue import STANDARD, Venue

ENDINGS = (".xlsx", ".ods", ".csv")
MOST = 300
"""How many problems are listed at once."""
Read = tuple[Path, ...] | PaperError | SaveError
"""What came of reading: the saves, or why there are none."""


class PaperScene(Scene):
    """The deck, the form and the file at the left; at the right what is wrong in the file."""

    def __init__(
        self,
        venue: Venue,
        sheet: Path | None = None,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("From paper")
        self.decks = tuple(entry for entry in venue.decks() if not entry.errors)
        ids = [entry.id for entry in self.decks]
        self.deck = STANDARD if STANDARD in ids else next(iter(ids), "")
        self.tables = 1
        self.problems: tuple[Problem, ...] = ()
        self.saved: tuple[Path, ...] = ()
        self.form: Path | None = None
        self._show_folder = show_folder
        self.text_state("file", str(sheet or ""), limit=1000)

    def layout(self, look: Look) -> None:
        """Lay out what is chosen at the left, and what came of it at the right."""
        margin, gap = look.px(40), look.px(20)
        bar = max(look.target(), look.px(76))
        back = pygame.Rect(margin, look.px(24), bar, bar)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        width = look.width_px - 2 * margin
        head = pygame.Rect(back.right + gap, back.y, width - back.w - gap, bar)
        self.add(Label("heading", head, _("From paper"), units=48, bold=True))
        top = back.bottom + look.px(16)
        room = look.height_px - look.px(32) - top
        wide = width * 44 // 100
        self._left(look, pygame.Rect(margin, top, wide, room), bar)
        right = pygame.Rect(margin + wide + look.px(40), top, 0, room)
        right.width = look.width_px - margin - right.x
        self._right(look, right, bar)

    def _left(self, look: Look, rect: pygame.Rect, bar: int) -> None:
        gap = look.px(16)
        line = look.line_height(28)
        options = tuple((entry.id, entry.title) for entry in self.decks)
        y = rect.y
        self.add(
            Choice("deck", pygame.Rect(rect.x, y, rect.w, bar), label=_("Deck"), options=options,
                   value=self.deck, on_change=self._set_deck)
        )  # fmt: skip
        y += bar + gap
        self.add(Label("first", pygame.Rect(rect.x, y, rect.w, line), _("1. Before the talk"),
                       units=28, bold=True))  # fmt: skip
        y += line + look.px(8)
        self.add(
            Stepper("tables", pygame.Rect(rect.x, y, rect.w, bar), label=_("Number of tables"),
                    value=self.tables, low=1, high=MOST_TABLES, on_change=self._set_tables)
        )  # fmt: skip
        y += bar + look.px(10)
        self.add(
            Button("form", pygame.Rect(rect.x, y, rect.w, bar), _("Make a form to fill in"),
                   icon="file-plus", units=28, enabled=bool(self.deck),
                   reason=_("There is no deck."), on_press=self._choose_form)
        )  # fmt: skip
        y += bar + gap
        self.add(Label("then", pygame.Rect(rect.x, y, rect.w, line), _("2. After the talk"),
                       units=28, bold=True))  # fmt: skip
        y += line + look.px(8)
        side = max(bar, look.px(150))
        field = pygame.Rect(rect.x, y, rect.w - side - look.px(12), bar)
        self.add(
            TextField("file", field, self.text_state("file"), label=_("The filled form"),
                      placeholder=_("xlsx, ods or csv"), show_label=False,
                      on_submit=self.main_action)
        )  # fmt: skip
        self.add(
            Button("choose", pygame.Rect(rect.right - side, y, side, bar), "",
                   icon="folder-search", units=26, on_press=self._choose)
        )  # fmt: skip
        y += bar + look.px(10)
        self.add(
            Button("read", pygame.Rect(rect.x, y, rect.w, bar), _("Read it in"), icon="file-input",
                   kind="primary", units=30, enabled=bool(self.deck),
                   reason=_("There is no deck."), on_press=self.main_action)
        )  # fmt: skip

    def _right(self, look: Look, rect: pygame.Rect, bar: int) -> None:
        theme = look.theme
        high = max(look.line_height(30), look.px(56))
        head = pygame.Rect(rect.x, rect.y, rect.w, high)
        room = pygame.Rect(rect.x, head.bottom + look.px(10), rect.w, 0)
        room.height = rect.bottom - room.y
        if self.problems:
            count = len(self.problems)
            text = ngettext(
                "{count} thing is wrong. Nothing was read in.",
                "{count} things are wrong. Nothing was read in.",
                count,
            )
            self.add(Label("result", head, text.format(count=count), units=30, bold=True,
                           icon="triangle-alert", colour=theme.bad))  # fmt: skip
            self.add(ScrollList("problems", room, self._problems(look), gap=10, pad=4))
            return
        made = self.saved or ((self.form,) if self.form else ())
        if not made:
            self._explain(look, head, room)
            return
        text = _("The form is there.")
        if self.saved:
            count = len(self.saved)
            read = ngettext(
                "{count} conversation is read in.", "{count} conversations are read in.", count
            )
            text = read.format(count=count)
        self.add(Label("result", head, text, units=30, bold=True, icon="circle-check",
                       colour=theme.good))  # fmt: skip
        rows: list[Widget] = [
            IconRow(f"made-{n}", pygame.Rect(0, 0, 0, look.target()), "file-text", path.name,
                    "" if n else str(path.parent))
            for n, path in enumerate(made)
        ]  # fmt: skip
        room.height -= bar + look.px(16)
        self.add(ScrollList("made", room, rows, gap=10, pad=4))
        show = pygame.Rect(rect.x, rect.bottom - bar, min(rect.w, look.px(460)), bar)
        self.add(
            Button("open-folder", show, _("Open the folder"), icon="folder-open", units=28,
                   on_press=partial(self._open_folder, made[0].parent))
        )  # fmt: skip

    def _explain(self, look: Look, head: pygame.Rect, room: pygame.Rect) -> None:
        self.add(Label("how", head, _("How it works"), units=30, bold=True))
        steps = (
            _("Make a form: an Excel file with lists to choose from and an example."),
            _("Fill it in after the talk: a row for each card and seat."),
            _("Choose the filled form here, or drop it on this window. One file may hold many"
              " tables."),
            _("Is something wrong? Then you see every cell that must be put right, and nothing"
              " is kept yet."),
        )  # fmt: skip
        rows: list[Widget] = [
            IconRow(f"told-{n}", pygame.Rect(0, 0, 0, look.target()), picture, text)
            for n, (picture, text) in enumerate(
                zip(("file-plus", "pencil", "file-input", "list-checks"), steps, strict=True)
            )
        ]
        self.add(ScrollList("explained", room, rows, gap=12, pad=4))

    def _problems(self, look: Look) -> list[Widget]:
        rows: list[Widget] = [
            IconRow(
                f"problem-{n}", pygame.Rect(0, 0, 0, look.target()), "triangle-alert",
                _where(problem) or problem.text, problem.text if _where(problem) else "",
                colour=look.theme.bad,
            )
            for n, problem in enumerate(self.problems[:MOST])
        ]  # fmt: skip
        if len(self.problems) > MOST:
            more = _("{count} more").format(count=len(self.problems) - MOST)
            rows.append(Paragraph("more", pygame.Rect(0, 0, 0, 0), more, units=24))
        return rows

    # choosing

    def _forget(self) -> Change:
        self.problems, self.saved, self.form = (), (), None
        self.relayout()
        return Stay()

    def _set_deck(self, value: object) -> Change | None:
        self.deck = str(value)
        return self._forget()

    def _set_tables(self, value: int) -> Change | None:
        self.tables = value
        return None

    def _choose(self) -> Change | None:
        title = _("Which form did you fill in?")
        return Push(FilesScene(title, self.venue.own_folder, ENDINGS, self.take))

    def take(self, path: Path) -> Change | None:
        """Take a file that was chosen."""
        self.venue.visited(path.parent)
        self.text_state("file").replace_all(str(path))
        return self._forget()

    def file_dropped(self, path: Path) -> Change | None:
        """Take a file that was dropped on the window."""
        return self.take(path)

    # the form

    def _choose_form(self) -> Change | None:
        title = _("In which folder do you want the form?")
        return Push(FilesScene(title, self.venue.own_folder, (), self.make_form))

    def make_form(self, folder: Path) -> Change | None:
        """Write the form; one that is there already is only replaced when that is asked for."""
        try:
            deck = self.venue.deck(self.deck)
        except DeckError as error:
            return tell(_("That did not work"), told(error.findings[0]))
        self.venue.visited(folder)
        target = folder / records.form_name(deck)

        def write() -> Change | None:
            try:
                records.write_form(deck, target, self.tables)
            except SaveError as error:
                return tell(_("That did not work"), words.save_error(error))
            self._forget()
            self.form = target
            self._done()
            return Stay()

        if not target.exists():
            return write()
        answers = (
            Answer("replace", _("Replace"), kind="danger"),
            Answer("back", _("Back")),
        )
        title = ngettext("This file is there already", "These files are there already", 1)
        return ask(title, target.name, answers, lambda key: write() if key == "replace" else None)

    # reading

    def main_action(self) -> Change | None:
        """Read the file in."""
        text = self.text_state("file").text.strip()
        if not text or not self.deck:
            self.say(_("Choose the filled form first."))
            return Stay()
        try:
            sheet = typed_path(text)
            deck = self.venue.deck(self.deck)
        except SaveError as error:
            return tell(_("That did not work"), words.save_error(error))
        except DeckError as error:
            return tell(_("That did not work"), told(error.findings[0]))

        def work(progress: Progress) -> Read:
            try:
                return records.bring_in(sheet, deck, self.venue.saves, progress)
            except (PaperError, SaveError) as error:
                return error

        return Push(WorkingScene(_("The form is being read"), "", work, self._read))

    def _read(self, result: Read | None) -> Change | None:
        self._forget()
        if isinstance(result, SaveError):
            return tell(_("That did not work"), words.save_error(result))
        if isinstance(result, PaperError):
            self.problems = result.problems
            self.relayout()
        elif result is not None:
            self.saved = result
            self._done()
        return Stay()

    def _done(self) -> None:
        self.relayout()
        self.by_keyboard = True
        self.focus_on("open-folder")

    def _open_folder(self, folder: Path) -> Change | None:
        if not self._show_folder(folder):
            self.say(_("The folder cannot be opened from here. Look for it yourself."), seconds=6)
        return Stay()

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes import help_pages
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.form()))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll."""
        del name
        rows = self.find("problems") or self.find("made")
        return rows.scroll_key(event) if isinstance(rows, ScrollList) else None


def _where(problem: Problem) -> str:
    """Say in which cell it is; nothing where it is about the whole file."""
    if not problem.row:
        return problem.sheet
    parts = [problem.sheet] if problem.sheet else []
    parts.append(_("row {row}").format(row=problem.row))
    if problem.column:
        parts.append(_("column {column}").format(column=problem.column))
    return " · ".join(parts)
