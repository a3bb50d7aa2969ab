"""Printing a deck: which parts, how their pages look, and a PDF of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.core.cards import Deck
from game.decks.draft import name_on_disk
from game.decks.making import Remark
from game.decks.parts import MOST_SEATS, SEATS, Part, part_name
from game.decks.printing.pages import Printed
from game.decks.printing.press import Press, shortcomings
from game.i18n import _, ngettext
from game.store.errors import SaveError
from game.store.folders import free_path, open_folder
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Scene, Stay
from game.ui.scenes import help_pages
from game.ui.scenes.deck_findings import FindingsSheet
from game.ui.scenes.deck_words import went_wrong
from game.ui.scenes.target import Target
from game.ui.scenes.working import WorkingScene
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Stepper, Toggle
from game.ui.widgets.dialog import tell
from game.ui.widgets.label import Label
from game.ui.widgets.page_view import PageView
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget
from game.venue import Venue

DOTS = 90.0
"""Fineness of the preview, in dots an inch: an A4 of 744 by 1052."""


class DeckPrintScene(Scene):
    """The parts at the left, the pages at the right."""

    ticks = True

    def __init__(
        self,
        venue: Venue,
        deck: Deck,
        *,
        show_folder: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__()
        self.venue, self.deck = venue, deck
        self.title = _("Print")
        self.press = Press(deck, venue.library.picture, DOTS)
        self.parts: tuple[Part, ...] = tuple(Part)
        self.seats = SEATS
        self.page = 0
        self._show = show_folder
        self.target = Target(self, venue, show_folder)
        self._seen = 0

    # what there is to see

    def pages(self) -> tuple[tuple[bytes, ...], bool]:
        """Give the pages that can be shown so far, and whether those are all."""
        found: tuple[bytes, ...] = ()
        for part in self.parts:
            made = self.press.pages(part, self.seats)
            if made is None:
                return found, False
            found += made
        return found, True

    def layout(self, look: Look) -> None:
        """Lay out the choices, the folder and the button; and the page with its arrows."""
        margin, gap = look.px(40), look.px(24)
        bar = max(look.target(), look.px(76))
        back = pygame.Rect(margin, look.px(28), bar, bar)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        width = look.width_px - 2 * margin
        head = pygame.Rect(back.right + look.px(12), back.y, width - bar - gap, bar)
        heading = _("Print “{title}”").format(title=self.deck.title)
        self.add(Label("heading", head, heading, units=44, bold=True))
        top = back.bottom + look.px(16)
        left = pygame.Rect(margin, top, width * 44 // 100, look.height_px - margin - top)
        self._choices(look, left)
        right = pygame.Rect(left.right + gap, top, 0, left.h)
        right.width = look.width_px - margin - right.x
        self._pages(look, right, bar)

    def _choices(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(14)
        button = max(look.target(), look.px(92))
        field = TextField.needed(look)
        foot = pygame.Rect(rect.x, rect.bottom - button, rect.w, button)
        where = pygame.Rect(rect.x, foot.y - gap - field, rect.w, field)
        high = max(look.target(), look.px(72))
        rows: list[Widget] = [
            Toggle(f"part-{part}", pygame.Rect(0, 0, rect.w, high), label=part_name(part),
                   value=part in self.parts, on_change=partial(self._switch, part))
            for part in Part
        ]  # fmt: skip
        rows.append(
            Stepper("seats", pygame.Rect(0, 0, rect.w, high), label=_("Number of seats"),
                    value=self.seats, low=2, high=MOST_SEATS, on_change=self._set_seats)
        )  # fmt: skip
        room = pygame.Rect(rect.x, rect.y, rect.w, where.y - gap - rect.y)
        self.add(ScrollList("parts", room, rows, gap=12, pad=6))
        self.target.layout(look, where)
        self.add(
            Button("print", foot, _("Make the PDF"), icon="printer", kind="primary", units=34,
                   enabled=bool(self.parts), reason=_("First choose what to print."),
                   on_press=self.main_action)
        )  # fmt: skip

    def _pages(self, look: Look, rect: pygame.Rect, bar: int) -> None:
        pages, all_of_them = self.pages()
        self._seen = self.press.ready
        self.page = max(0, min(self.page, len(pages) - 1))
        gap = look.px(16)
        view = pygame.Rect(rect.x, rect.y, rect.w, rect.h - bar - gap)
        page = pages[self.page] if pages else None
        text = _("The preview is being made…")
        if all_of_them:
            text = self.press.trouble or _("First choose what to print.")
        self.add(PageView("page", view, page, text))
        row = pygame.Rect(rect.x, rect.bottom - bar, rect.w, bar)
        first, last = self.page <= 0, self.page >= len(pages) - 1
        side = max(bar, look.px(120))
        earlier = pygame.Rect(row.x, row.y, side, bar)
        self.add(
            Button("previous", earlier, "", icon="chevron-left", enabled=not first,
                   reason=_("This is the first page."), on_press=partial(self._turn, -1))
        )  # fmt: skip
        later = pygame.Rect(row.right - side, row.y, side, bar)
        why = _("This is the last page.") if all_of_them else _("The next page is being made.")
        self.add(
            Button("next", later, "", icon="chevron-right", enabled=not last, reason=why,
                   on_press=partial(self._turn, 1))
        )  # fmt: skip
        if pages:
            told = _("page {number} of {count}") if all_of_them else _("page {number}")
            room = pygame.Rect(earlier.right + gap, row.y, later.x - earlier.right - 2 * gap, bar)
            text = told.format(number=self.page + 1, count=len(pages))
            self.add(Label("number", room, text, units=26, align="center"))

    # choosing

    def _switch(self, part: Part, value: bool) -> Change | None:
        self.parts = tuple(one for one in Part if (value if one is part else one in self.parts))
        if value:
            # What was asked for is what one wants to see.
            before = self.parts[: self.parts.index(part)]
            made = (self.press.pages(one, self.seats) or () for one in before)
            self.page = sum(map(len, made))
        self.relayout()
        return Stay()

    def _set_seats(self, value: int) -> Change | None:
        self.seats = value
        self.relayout()
        return Stay()

    def _turn(self, step: int) -> Change | None:
        self.page += step
        self.relayout()
        return Stay()

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, now=help_pages.paper()))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Turn pages with Page up and Page down."""
        del event
        if name in ("pageup", "pagedown"):
            return self._turn(1 if name == "pagedown" else -1)
        if name in ("home", "end"):
            self.page = 0 if name == "home" else len(self.pages()[0])
            return self._turn(0)
        return None

    # printing

    def main_action(self) -> Change | None:
        """Print, and say meanwhile how far that is."""
        if not self.parts:
            self.say(_("First choose what to print."))
            return Stay()
        try:
            path = free_path(self.target.made() / f"{name_on_disk(self.deck.id)}.pdf")
        except (OSError, SaveError) as error:
            self.say(went_wrong(error), seconds=8)
            return Stay()
        return Push(
            WorkingScene(
                _("The PDF is being made"),
                _("About {done} of {all} pages"),
                lambda tell: self.press.print(path, self.parts, self.seats, tell),
                self._printed,
            )
        )

    def _printed(self, made: Printed | str | None) -> Change | None:
        if isinstance(made, str):
            return tell(_("That did not work"), made)
        return None if made is None else Push(self._done(made))

    def tick(self, now: float) -> None:
        """Show what came off the press."""
        del now
        if self.press.ready != self._seen:
            self.relayout()

    def _done(self, printed: Printed) -> Scene:
        titles = {card.id: card.title for card in self.deck.activities}
        titles |= {card.id: card.title for card in self.deck.criteria}
        found = tuple(
            Remark(titles.get(card, card), text, False) for card, text in shortcomings(printed)
        )
        pages = ngettext("{count} page", "{count} pages", printed.pages)
        lines = (
            pages.format(count=printed.pages) + f": {printed.path.name}",
            str(printed.path.parent),
            _("Print on both sides, flip on the long edge, at 100 %."),
        )
        return FindingsSheet(
            _("The PDF is there"),
            "\n".join(lines),
            found,
            icon="circle-check",
            action=(_("Open the folder"), "folder-open", partial(self._open, printed.path.parent)),
        )

    def _open(self, folder: Path) -> str:
        if self._show(folder):
            return ""
        return _("The folder cannot be opened from here. Look for it yourself.")
