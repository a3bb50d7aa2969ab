"""The deck editor: a deck's cards, criteria, closing questions, spheres and title, in tabs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game import words
from game.decks import edit, unfinished
from game.decks.draft import Draft
from game.decks.sentences import told
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Quit, Stay, Widget
from game.ui.scenes.editor_bench import Bench
from game.ui.scenes.editor_frame import BenchScene
from game.ui.scenes.editor_lists import CARD, Tab
from game.ui.scenes.editor_tabs import ActivitiesTab, ClosingTab, CriteriaTab
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask, tell
from game.venue import Venue


class DeckEditorScene(BenchScene):
    """A deck with everything in it that can be changed.

    Args:
        venue: its library has the deck below.
        path: the deck's file or folder, there or not yet.
        draft: to begin with; None reads the file, or what was kept beside it, after asking.
    """

    def __init__(self, venue: Venue, path: Path, draft: Draft | None = None) -> None:
        super().__init__(Bench(venue, path, draft))
        from game.ui.scenes.editor_about import AboutTab
        from game.ui.scenes.editor_spheres import SpheresTab

        self.tabs: tuple[Tab, ...] = (
            ActivitiesTab(), CriteriaTab(), ClosingTab(), SpheresTab(), AboutTab(),
        )  # fmt: skip
        self.page = 0
        self._kept = unfinished.kept(path) if draft is None and self.bench.saved else None
        self._asking = self._kept is not None or bool(self.bench.trouble or self.bench.noted)
        self._open_question = self._kept is not None
        self.title = self.heading()

    def heading(self) -> str:
        """Name the deck."""
        return self.bench.draft.title.strip() or _("A new deck")

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the head, the tabs and the page that is open."""
        body = self.head(look, self.heading())
        high, gap = max(look.target(), look.px(68)), look.px(12)
        width = (body.w - gap * (len(self.tabs) - 1)) // len(self.tabs)
        for n, tab in enumerate(self.tabs):
            box = pygame.Rect(body.x + n * (width + gap), body.y, width, high)
            self.add(
                Button(f"tab-{n}", box, f"{n + 1}  {tab.title()}", icon=tab.icon, units=26,
                       selected=n == self.page, on_press=partial(self.turn, n))
            )  # fmt: skip
        top = body.y + high + look.px(22)
        page = pygame.Rect(body.x, top, body.w, body.bottom - top)
        self.tabs[self.page].layout(self, look, page)

    def turn(self, tab: int) -> Change | None:
        """Turn to another tab."""
        if tab != self.page:
            self.page = tab % len(self.tabs)
            self.bench.rest()
            self.offsets.pop("cards", None)
            self.relayout()
        return Stay()

    def put(self, draft: Draft) -> None:
        """Put a changed draft in its place, and show it."""
        self.bench.change(draft, now=self.now())
        self.bench.check()
        self.relayout()

    def checked(self) -> None:
        """Show what was found just now; what is being pressed stays where it is."""
        self.tabs[self.page].checked(self)

    def turned_back(self) -> Change | None:
        """Show the draft after undo or redo."""
        searches = {name: state for name, state in self.texts.items() if name.startswith("search")}
        self.texts.clear()
        self.texts.update(searches)
        self.relayout()
        return Stay()

    def resumed(self, result: object) -> Change | None:
        """Show what was changed on the screen of one card, with the focus on it."""
        self.bench.rest()
        self.relayout()
        if isinstance(result, str) and self.find(CARD + result) is not None:
            self.focus = None
            self.focus_on(CARD + result)
        if self.bench.note:
            self.say(self.bench.note)
            self.bench.note = ""
        return None

    def update(self, now: float) -> Change | None:
        """Ask once what to do with what was kept before."""
        if self._asking:
            self._asking = False
            return self._begin()
        return super().update(now)

    # beginning

    def _begin(self) -> Change | None:
        if self._kept is not None and self._kept != self.bench.draft:
            answers = (
                Answer("kept", _("Go on with that"), kind="primary", icon="pencil"),
                Answer("saved", _("Begin with the saved one"), icon="file"),
            )
            text = _("The last time this deck was changed and not saved. That was kept.")
            return ask(_("Go on with what was not saved?"), text, answers, self._begun)
        self._open_question = False
        return self._trouble()

    def _begun(self, key: str | None) -> Change | None:
        self._open_question = key is None
        if key == "kept" and self._kept is not None:
            self.bench.begin_again(self._kept)
            self.turned_back()
            return self._notes()
        if key == "saved":
            unfinished.forget(self.bench.path)
            return self._trouble()
        return Pop()

    def _trouble(self) -> Change | None:
        if not self.bench.trouble:
            return self._notes()
        lines = "\n".join(f"• {told(one)}" for one in self.bench.trouble[:4])
        text = _("What cannot be read is not in the editor. Saving keeps the old file beside it.")
        return tell(_("Not all of this file can be read"), f"{text}\n{lines}", self._notes)

    def _notes(self) -> Change | None:
        """Say before anything is saved that notes in the file are not, and where they stay."""
        noted = self.bench.noted
        if noted is None:
            return None
        text = _(
            "There are lines in this file that begin with #. The editor does not show them, and"
            " when you save they are gone from the file. The file as it is now then stays beside"
            " it: {name}, in the folder {folder}."
        )
        told = text.format(name=noted.name, folder=noted.parent.resolve().name)
        return tell(_("The notes in this file will not be saved"), told)

    # keys, dragging, findings

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Turn tabs by number; leave the rest to the tab."""
        if name in ("1", "2", "3", "4", "5"):
            return self.turn(int(name) - 1)
        if name in ("ctrl+pageup", "ctrl+pagedown"):
            return self.turn((self.page + (1 if name == "ctrl+pagedown" else -1)) % len(self.tabs))
        change = self.tabs[self.page].key(self, name)
        return change if change is not None else super().key(name, event)

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Put a card where it was dragged to."""
        if onto is None or not (what.name.startswith(CARD) and onto.name.startswith(CARD)):
            return None
        return self.tabs[self.page].moved(
            self, what.name.removeprefix(CARD), onto.name.removeprefix(CARD)
        )

    def file_dropped(self, path: Path) -> Change | None:
        """Say where a picture can be dropped."""
        del path
        self.say(_("First open the card that the picture is for."))
        return Stay()

    def go_to(self, section: str, card_id: str) -> Change | None:
        """Go to where a finding is."""
        sections = [edit.ACTIVITIES.name, edit.CRITERIA.name, edit.CLOSING.name, "spheres"]
        tab = sections.index(section) if section in sections else len(self.tabs) - 1
        self.turn(tab)
        return self.tabs[tab].open(self, card_id) if card_id else Stay()

    # leaving

    def closing(self) -> None:
        """Keep the draft, unless nobody has said yet which one to go on with."""
        if not self._open_question:
            super().closing()

    def escape(self) -> Change | None:
        """Leave, and ask what to do with what is not saved."""
        return self._leave(Pop(self.bench.path))

    def before_closing(self) -> Change | None:
        """Ask what to do with what is not saved before the window closes."""
        return self._leave(Quit()) if self.bench.dirty else None

    def _leave(self, leaving: Change) -> Change | None:
        if not self.bench.dirty:
            self._without(self.bench.keep)
            return leaving
        answers = (
            Answer("drop", _("Throw changes away"), kind="danger", icon="trash-2"),
            Answer("stay", _("Go on editing"), icon="pencil"),
            Answer("keep", _("Keep as a draft"), icon="file-pen"),
            Answer("save", _("Save"), kind="primary", icon="save"),
        )

        def chosen(key: str | None) -> Change | None:
            match key:
                case "save":
                    change = self.save()
                    return leaving if not self.bench.dirty else change
                case "keep":
                    return self._without(self.bench.keep) or leaving
                case "drop":
                    return self._without(self.bench.throw_away) or leaving
            return None

        text = _("A draft is kept beside the deck, finished or not. You can go on with it later.")
        return ask(_("This deck is not saved yet"), text, answers, chosen)

    def _without(self, do: Callable[[], None]) -> Change | None:
        """Do something with files; say it when that fails."""
        try:
            do()
        except OSError as error:
            reason = words.said_by_system(str(error.strerror or error))
            return tell(_("That did not work"), reason)
        return None
