"""Saving the record: in which format, for whom, with what held back, and where."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game import words
from game.core.entries import Record
from game.core.publish import SMALLEST_GROUP, Withheld
from game.core.record import make_record, public, withheld
from game.export.formats import Format, export, file_name
from game.export.phrases import kind
from game.i18n import _, ngettext
from game.store.errors import SaveError
from game.store.folders import open_folder, typed_path
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.preview import preview
from game.ui.scenes.releasing import ReleaseView
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget
from game.venue import Venue

INTERNAL, PUBLIC = False, True


def formats() -> tuple[tuple[Format, str], ...]:
    """Name the formats that a record can be saved in."""
    return (
        (Format.HTML, _("web page (HTML)")),
        (Format.TEXT, _("plain text (TXT)")),
        (Format.JSON, _("data (JSON)")),
    )


class ExportScene(Sheet):
    """Choose how the record is saved, see what a public one leaves out, and save it."""

    sheet = (1720, 1000)

    def __init__(
        self,
        venue: Venue,
        table: Table,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__()
        self.venue = venue
        self.table = table
        self.title = _("Save the record")
        self.format = Format.HTML
        self.public = INTERNAL
        self.released: frozenset[str] = frozenset()
        self.saved: Path | None = None
        self._show_folder = show_folder
        self.record: Record = make_record(
            table.deck, table.steps, session_id=table.session_id, app_version=table.app_version
        )
        self.held: tuple[Withheld, ...] = withheld(self.record)

    @property
    def folder(self) -> str:
        """Give the folder as it is typed."""
        return self.text_state("folder", str(self.venue.own_folder), limit=400).text.strip()

    def chosen(self) -> Record:
        """Give the record in the version that is chosen."""
        return public(self.record, self.released) if self.public else self.record

    # the panel

    def layout(self, look: Look) -> None:
        """Lay out the choices at the left, and what the version holds at the right."""
        panel = self.panel_rect(look)
        pad, gap = look.px(52), look.px(20)
        inner = panel.inflate(-2 * pad, -2 * look.px(40))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(64), look.line_height(44)))
        self.add(Label("heading", head, _("Save the record"), units=44, bold=True))
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        body = pygame.Rect(inner.x, head.bottom + gap, inner.w, 0)
        body.height = foot.y - gap - body.y
        wide = (body.w - look.px(44)) * 48 // 100
        self._choices(look, pygame.Rect(body.x, body.y, wide, body.h))
        right = pygame.Rect(body.x + wide + look.px(44), body.y, 0, body.h)
        right.width = body.right - right.x
        self._contents(look, right)
        self._foot(look, foot)

    def _choices(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(18)
        row = max(look.target(), look.px(84))
        self.add(
            Choice("format", pygame.Rect(rect.x, rect.y, rect.w, row), label=_("Format"),
                   options=formats(), value=self.format, on_change=self._set_format)
        )  # fmt: skip
        self.add(
            Choice(
                "version",
                pygame.Rect(rect.x, rect.y + row + gap, rect.w, row),
                label=_("For whom"),
                options=((INTERNAL, _("the table: internal")), (PUBLIC, _("everyone: public"))),
                value=self.public,
                on_change=self._set_version,
            )
        )
        top = rect.y + 2 * (row + gap)
        state = self.text_state("folder", str(self.venue.own_folder), limit=400)
        high = TextField.needed(look, lines=1)
        self.add(
            TextField("folder", pygame.Rect(rect.x, top, rect.w, high), state,
                      label=_("In this folder"), on_change=self._typed,
                      on_submit=self.main_action)
        )  # fmt: skip
        top += high + look.px(12)
        name = file_name(self.chosen(), self.format)
        note = pygame.Rect(rect.x, top, rect.w, rect.bottom - top)
        if self.saved is None:
            text = _("The file is called {name}.").format(name=name)
            note.height = min(note.height, 3 * look.line_height(24))
            self.add(Paragraph("name", note, text, units=24, colour=look.theme.muted, smallest=16))
            below = pygame.Rect(rect.x, note.bottom + look.px(6), rect.w, 0)
            below.height = rect.bottom - below.y
            for widget in preview(look, below, self.chosen()):
                self.add(widget)
            return
        self._say_where(look, note, self.saved)

    def _say_where(self, look: Look, rect: pygame.Rect, saved: Path) -> None:
        theme = look.theme
        line = look.line_height(30)
        head = pygame.Rect(rect.x, rect.y + look.px(6), rect.w, line)
        self.add(Label("saved", head, _("The record is saved."), units=30, bold=True,
                       icon="circle-check", colour=theme.good))  # fmt: skip
        bar = max(look.target(), look.px(72))
        show = pygame.Rect(rect.x, rect.bottom - bar, min(rect.w, look.px(420)), bar)
        where = pygame.Rect(rect.x, head.bottom + look.px(4), rect.w, 0)
        where.height = show.y - look.px(10) - where.y
        told = f"{saved.name}\n{saved.parent}"
        self.add(Paragraph("where", where, told, units=26, smallest=14))
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
                   icon="file-down", kind="primary", units=32, on_press=self.main_action)
        )  # fmt: skip
        box = pygame.Rect(rect.right - save - gap - back, rect.y, back, rect.h)
        label = _("Done") if self.saved else _("Cancel")
        self.add(Button("back", box, label, units=28, on_press=Pop))

    # what the version holds

    def _contents(self, look: Look, rect: pygame.Rect) -> None:
        if not self.public:
            text = _(
                "The internal version holds everything: who chose what, every argument and every"
                " note. It is meant for the people who were at the table."
            )
            self.add(Paragraph("about", rect, text, units=30, smallest=16))
            return
        text = self._merged()
        held = self.held
        most = rect.h * 36 // 100 if held else rect.h
        units, lines = look.fit(text, 26, rect.w, most, smallest=16)
        about = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(units) * len(lines))
        self.add(Paragraph("about", about, text, units=units, smallest=16))
        if not held:
            return
        bar = max(look.target(), look.px(60))
        head = pygame.Rect(rect.x, about.bottom + look.px(14), rect.w, bar)
        every = look.px(240)
        count = len(held) - len(self.released)
        told = ngettext("{count} text stays out", "{count} texts stay out", count)
        room = pygame.Rect(head.x, head.y, head.w - every - look.px(12), head.h)
        self.add(Label("held", room, told.format(count=count), units=28, bold=True, icon="eye-off"))
        if self.released:
            box = pygame.Rect(head.right - every, head.y, every, head.h)
            self.add(Button("none", box, _("Keep all out"), units=24, on_press=self._release_none))
        area = pygame.Rect(rect.x, head.bottom + look.px(12), rect.w, 0)
        area.height = rect.bottom - area.y
        wide = area.w - look.px(34)
        views: list[Widget] = []
        for n, each in enumerate(held):
            what = kind(each.kind)
            title = f"{each.card} · {what}" if each.card else what
            view = ReleaseView(
                f"held-{n}",
                pygame.Rect(0, 0, wide, 0),
                title,
                each.text,
                released=each.key in self.released,
                on_press=partial(self._release, each.key),
            )
            view.rect.height = view.needed(look, wide)
            views.append(view)
        self.add(ScrollList("texts", area, views, gap=10, pad=4))

    def _merged(self) -> str:
        """Say in words what the public version merges and leaves out."""
        if self.record.people < SMALLEST_GROUP:
            return _(
                "Fewer than three people sat at the table. The public version holds only totals,"
                " so that nobody can be recognised."
            )
        kept = {seat.id for seat in public(self.record).seats}
        gone = tuple(seat.label for seat in self.record.seats if seat.id not in kept)
        parts = [
            _("In the public version no group smaller than three people can be told apart."),
        ]
        if gone:
            together = _("These seats are counted together as “others”: {seats}.")
            parts.append(together.format(seats=words.listing(gone)))
        parts.append(_("It has no log, no order of the cards and no times."))
        if self.held:
            parts.append(_("These texts stay out, unless you let them in one by one."))
        return " ".join(parts)

    # choosing

    def _changed(self) -> Change:
        self.saved = None
        self.relayout()
        return Stay()

    def _set_format(self, value: object) -> Change | None:
        self.format = Format(str(value))
        return self._changed()

    def _set_version(self, value: object) -> Change | None:
        self.public = bool(value)
        return self._changed()

    def _typed(self, text: str) -> None:
        del text
        if self.saved is not None:
            self._changed()

    def _release(self, key: str) -> Change | None:
        self.released ^= {key}
        return self._changed()

    def _release_none(self) -> Change | None:
        self.released = frozenset()
        return self._changed()

    # saving

    def main_action(self) -> Change | None:
        """Write the record, and say where it is."""
        try:
            folder = typed_path(self.folder or str(self.venue.own_folder))
            folder.mkdir(parents=True, exist_ok=True)
            self.saved = export(self.chosen(), self.format, folder)
        except (OSError, ValueError, SaveError):
            self.saved = None
            self.relayout()
            self.say(_("It cannot be saved there. Choose another folder."), seconds=6)
            return Stay()
        self.relayout()
        self.by_keyboard = True
        self.focus_on("open-folder")
        return Stay()

    def _open_folder(self) -> Change | None:
        if self.saved is not None and not self._show_folder(self.saved.parent):
            self.say(_("The folder cannot be opened from here. Look for it yourself."), seconds=6)
        return Stay()
