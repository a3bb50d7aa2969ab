"""The decks on this machine: play, make, change, copy, throw away, bring in, give out, print."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.decks.findings import DeckError
from game.decks.making import remarks
from game.decks.shelf import Shelved
from game.decks.unpacking import is_package
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene, Stay
from game.ui.scenes import help_pages
from game.ui.scenes.deck_findings import FindingsSheet
from game.ui.scenes.deck_import import Arriving, busy, size_of
from game.ui.scenes.deck_words import about, facts, mark, troubles, went_wrong
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask, tell
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

Act = Callable[[], Change | None]


class DecksScene(Scene):
    """A list of decks, and what can be done with the one that is chosen."""

    def __init__(self, venue: Venue, decks: tuple[Shelved, ...] | None = None) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("Decks")
        self.decks: tuple[Shelved, ...] = venue.shelf() if decks is None else decks
        self.chosen: Path | None = self.decks[0].path if self.decks else None
        self.arriving = Arriving(self)
        self.thrown: tuple[Path, str] | None = None
        """What was thrown away last: where it is now, and its title."""

    def resumed(self, result: object) -> Change | None:
        """Read the decks anew: one may have changed, and is chosen then."""
        self.read_again(result if isinstance(result, Path) else None)
        return None

    def read_again(
        self, chosen: Path | None = None, decks: tuple[Shelved, ...] | None = None
    ) -> None:
        """Read the decks, and choose one by its file or its folder."""
        self.decks = self.venue.shelf() if decks is None else decks
        if chosen is not None:
            self.chosen = next(
                (one.path for one in self.decks if chosen in (one.path, one.place)), self.chosen
            )
        if all(one.path != self.chosen for one in self.decks):
            self.chosen = self.decks[0].path if self.decks else None
        self.relayout()

    @property
    def deck(self) -> Shelved | None:
        """Give the deck that is chosen."""
        return next((one for one in self.decks if one.path == self.chosen), None)

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the list at the left, and the chosen deck at the right."""
        margin, gap = look.px(40), look.px(24)
        bar = max(look.target(), look.px(76))
        back = pygame.Rect(margin, look.px(28), bar, bar)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        width = look.width_px - 2 * margin
        wide = look.px(380)
        bring = pygame.Rect(look.width_px - margin - wide, back.y, wide, bar)
        new = bring.move(-wide - gap, 0)
        head = pygame.Rect(back.right + look.px(12), back.y, 0, bar)
        head.width = new.left - gap - head.x
        self.add(Label("heading", head, _("Decks"), units=48, bold=True, gives_way=True))
        self.add(Button("new", new, _("New deck"), icon="plus", units=28, on_press=self._new))
        self.add(
            Button("import", bring, _("From a file"), icon="file-input", units=28,
                   on_press=self.arriving.choose)
        )  # fmt: skip
        top = back.bottom + look.px(20)
        room = look.height_px - margin - top
        side = min(look.px(640), width * 40 // 100)
        rows = pygame.Rect(margin, top, width - side - gap, room)
        if self.thrown is not None:
            strip = pygame.Rect(rows.x, rows.bottom - bar, rows.w, bar)
            self._bin(look, strip, self.thrown[1])
            rows.height -= bar + look.px(16)
        self._rows(look, rows)
        if self.deck is not None:
            self._chosen(look, pygame.Rect(rows.right + gap, top, side, room), self.deck)

    def _rows(self, look: Look, rect: pygame.Rect) -> None:
        box = pygame.Rect(0, 0, rect.w, max(look.target(), look.px(108)))
        titles = [one.title for one in self.decks]
        tiles: list[Widget] = [
            Button(
                f"deck-{n}",
                box.copy(),
                one.title,
                icon=mark(one),
                kind="tile",
                sub=about(one, alike=titles.count(one.title) > 1),
                selected=one.path == self.chosen,
                units=30,
                align="left",
                on_press=partial(self._choose, one.path),
            )
            for n, one in enumerate(self.decks)
        ]
        self.add(ScrollList("decks", rect, tiles, gap=16, pad=8))

    def _bin(self, look: Look, rect: pygame.Rect, title: str) -> None:
        wide = min(look.px(320), rect.w * 42 // 100)
        undo = pygame.Rect(rect.right - wide, rect.y, wide, rect.h)
        said = pygame.Rect(rect.x + look.px(8), rect.y, undo.x - rect.x - look.px(28), rect.h)
        text = _("“{title}” is in the bin.").format(title=title)
        self.add(Paragraph("thrown", said, text, units=26, valign="middle", smallest=14))
        self.add(
            Button("put-back", undo, _("Put back"), icon="undo-2", units=26,
                   on_press=self._put_back)
        )  # fmt: skip

    def _chosen(self, look: Look, rect: pygame.Rect, deck: Shelved) -> None:
        self.add(Panel("chosen", rect))
        pad, gap = look.px(36), look.px(14)
        inner = rect.inflate(-2 * pad, -2 * pad)
        actions = self._actions(deck)
        rows = 1 + len(actions) // 2
        height = max(look.target(), min(look.px(84), (inner.h * 6 // 10 - rows * gap) // rows))
        top = inner.bottom - rows * height - (rows - 1) * gap
        title = pygame.Rect(inner.x, inner.y, inner.w, look.px(92))
        self.add(Paragraph("name", title, deck.title, units=36, bold=True, smallest=16))
        bottom = top - gap
        if deck.findings:
            found = pygame.Rect(inner.x, bottom - height, inner.w, height)
            self.add(
                Button("findings", found, troubles(deck.findings), icon=mark(deck),
                       units=26, align="left", on_press=self._findings)
            )  # fmt: skip
            bottom = found.y - gap
        room = pygame.Rect(inner.x, title.bottom + gap, inner.w, 0)
        room.height = max(look.line_height(14), bottom - room.y)
        self.add(Paragraph("facts", room, facts(deck), units=26, smallest=14))
        half = (inner.w - gap) // 2
        for n, (name, label, picture, press, reason) in enumerate(actions):
            row, column = (0, 0) if n == 0 else divmod(n + 1, 2)
            wide = inner.w if n in (0, len(actions) - 1) else half
            left = inner.x + column * (half + gap)
            box = pygame.Rect(left, top + row * (height + gap), wide, height)
            kind = "danger" if name == "delete" else "secondary"
            self.add(
                Button(name, box, label, icon=picture, kind=kind if n else "primary", units=26,
                       align="left", enabled=not reason, reason=reason, on_press=press)
            )  # fmt: skip

    def _actions(self, deck: Shelved) -> tuple[tuple[str, str, str, Act, str], ...]:
        """List name, label, pictogram, what it does, and why it is grey; the first is the main."""
        whole = "" if deck.playable else _("First mend what keeps this deck from being played.")
        if not deck.saved:
            whole = _("First finish this deck.")
        elif deck.hidden:
            whole = _("Another deck has the same id and goes first. Make a copy of this one.")
        play = ("play", _("Play"), "play", self._play, whole)
        unfinished = not deck.saved or deck.draft
        label = _("Go on making") if unfinished and deck.own else _("Edit")
        edit = ("edit", label, "pencil", self._edit, "")
        copied = "" if deck.playable or deck.hidden else whole
        delete = (
            "delete", _("Delete"), "trash-2", self._delete,
            "" if deck.own else _("This deck came with the game. It stays as it is."),
        )  # fmt: skip
        copy = ("copy", _("Copy"), "copy", self._copy, copied)
        paper = ("print", _("Print"), "printer", self._print, whole)
        export = ("export", _("Export"), "file-output", self._export, whole)
        if deck.playable:
            return (play, edit, copy, paper, export, delete)
        return (edit, play, copy, paper, export, delete)

    def _choose(self, path: Path) -> Change | None:
        if path == self.chosen:
            return self.main_action()
        self.chosen = path
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Play the chosen deck; edit it where it cannot be played yet."""
        if self.deck is None:
            return self._new()
        return self._play() if self.deck.playable else self._edit()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Handle the keys of this screen."""
        acts = {
            "n": self._new,
            "i": self.arriving.choose,
            "e": self._edit,
            "c": self._copy,
            "p": self._print,
            "delete": self._delete,
            "ctrl+z": self._put_back,
        }
        if name in acts:
            widget = self.find(_BUTTONS.get(name, ""))
            if widget is not None and not widget.enabled:
                self.say(widget.reason)
                return Stay()
            return acts[name]()
        rows = self.find("decks")
        return rows.scroll_key(event) if isinstance(rows, ScrollList) else None

    def file_dropped(self, path: Path) -> Change | None:
        """Bring in a file that was dropped on the window."""
        return self.arriving.take(path)

    # what the buttons do

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.decks()))

    def _play(self) -> Change | None:
        from game.ui.scenes.setup import SetupScene

        if self.deck is None:
            return None
        scene = SetupScene(self.venue)
        scene.choose_deck(self.deck.id)
        return Push(scene)

    def _findings(self) -> Change | None:
        deck = self.deck
        if deck is None:
            return None
        return Push(FindingsSheet(deck.title, _("This is to be mended."), remarks(deck.findings)))

    def _new(self) -> Change | None:
        from game.ui.scenes.deck_new import NewDeckSheet

        return Push(NewDeckSheet(self.venue, self.decks, self._editor))

    def _copy(self, then: Callable[[Path], Change | None] | None = None) -> Change | None:
        from game.ui.scenes.deck_new import NewDeckSheet

        if self.deck is None:
            return None
        return Push(NewDeckSheet(self.venue, self.decks, then or self._copied, source=self.deck))

    def _copied(self, path: Path) -> Change | None:
        self.read_again(path)
        self.say(_("The copy is among your own decks."))
        return None

    def _edit(self) -> Change | None:
        deck = self.deck
        if deck is None:
            return None
        if not deck.own:
            answers = (Answer("copy", _("Make a copy"), "primary"), Answer("back", _("Cancel")))
            text = _("It came with the game and stays as it is. Make a copy, and change that.")
            title = _("“{title}” cannot be changed").format(title=deck.title)
            return ask(title, text, answers,
                       lambda key: self._copy(self._editor) if key == "copy" else None)  # fmt: skip
        if is_package(deck.path):
            return self._try(lambda: self._editor(self.venue.unpack_deck(deck.path)))
        return self._editor(deck.place)

    def _editor(self, path: Path) -> Change | None:
        from game.ui.scenes.deck_editor import DeckEditorScene

        self.read_again(path)
        return Push(DeckEditorScene(self.venue, path))

    def _delete(self) -> Change | None:
        deck = self.deck
        return None if deck is None else self._try(lambda: self._throw(deck))

    def _throw(self, deck: Shelved) -> Change | None:
        self.thrown = (self.venue.throw_away_deck(deck.path), deck.title)
        self.read_again()
        self.focus_on("put-back")
        return Stay()

    def _put_back(self) -> Change | None:
        if self.thrown is None:
            return Stay()
        where, _title = self.thrown
        return self._try(lambda: self._back(where))

    def _back(self, where: Path) -> Change | None:
        path = self.venue.put_back_deck(where)
        self.thrown = None
        self.read_again(path)
        return Stay()

    def _print(self) -> Change | None:
        from game.ui.scenes.deck_print import DeckPrintScene

        deck = self.deck
        if deck is None:
            return None
        return self._try(
            lambda: Push(DeckPrintScene(self.venue, self.venue.library.load(deck.path)))
        )

    def _export(self) -> Change | None:
        from game.ui.scenes.deck_export import DeckExportSheet

        return None if self.deck is None else Push(DeckExportSheet(self.venue, self.deck))

    def _try(self, act: Act) -> Change | None:
        """Do something with files, or say why that cannot be."""
        try:
            return act()
        except (DeckError, OSError) as error:
            return self.wrong(error)

    def wrong(self, error: DeckError | OSError) -> Change:
        """Say why something with files did not work."""
        self.read_again()
        if isinstance(error, DeckError):
            return Push(FindingsSheet(self.title, _("That did not work"), remarks(error.findings)))
        return tell(_("That did not work"), went_wrong(error))


def open_decks(venue: Venue) -> Change | None:
    """Go to the decks; large ones take a while to check."""
    return busy(
        size_of(venue.library.files()),
        _("The decks are being checked"),
        venue.shelf,
        lambda decks: Push(DecksScene(venue, decks)) if decks is not None else None,
    )


_BUTTONS = {"e": "edit", "c": "copy", "p": "print", "delete": "delete"}
"""The button that a key presses, by the name of the key."""
