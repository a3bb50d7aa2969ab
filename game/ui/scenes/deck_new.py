"""Beginning a deck: its title, its language, and the deck that it is based on or copied from."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.core.cards import TITLE_LENGTH
from game.decks.findings import DeckError
from game.decks.sentences import told
from game.decks.shelf import Shelved
from game.i18n import LANGUAGES, _, language
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.deck_words import language_name, went_wrong
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField
from game.venue import Venue

NOTHING = ""
"""The choice to begin with no cards."""
FOLLOWS, WHOLE = False, True


class NewDeckSheet(Sheet):
    """Asks what a new deck or a copy is like, and makes it.

    Args:
        venue: makes the deck.
        decks: those that it can be based on.
        then: what happens with the folder of the new deck.
        source: the deck to copy; None asks with which to begin.
    """

    sheet = (1240, 900)

    def __init__(
        self,
        venue: Venue,
        decks: tuple[Shelved, ...],
        then: Callable[[Path], Change | None],
        source: Shelved | None = None,
    ) -> None:
        super().__init__()
        self.venue, self.then, self.source = venue, then, source
        self.sources = {str(one.path): one for one in decks if one.playable or one is source}
        self.title = _("Make a copy") if source else _("New deck")
        self.begin = str(source.path) if source else NOTHING
        self.whole = WHOLE if source and source.hidden else FOLLOWS
        self.language = source.language if source else language()
        title = _("{title} (copy)").format(title=source.title) if source else ""
        self.text_state("title", title[:TITLE_LENGTH], limit=TITLE_LENGTH)
        self.focus = "title"

    def layout(self, look: Look) -> None:
        """Lay out a row a question, what comes of it, and the buttons."""
        pad, gap = look.px(52), look.px(18)
        inner = self.panel_rect(look).inflate(-2 * pad, -2 * look.px(40))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, max(look.px(60), look.line_height(40)))
        self.add(Label("heading", head, self.title, units=42, bold=True))
        row = pygame.Rect(inner.x, head.bottom + gap, inner.w, TextField.needed(look))
        self.add(
            TextField("title", row, self.text_state("title"), label=_("What is the deck called?"),
                      on_submit=self.main_action)
        )  # fmt: skip
        row = pygame.Rect(row.x, row.bottom + gap, row.w, bar)
        if self.source is None:
            titles = ((key, one.title) for key, one in self.sources.items())
            options = ((NOTHING, _("without cards")), *titles)
            self.add(
                Choice("begin", row.copy(), label=_("Begin with"), options=options,
                       value=self.begin, on_change=self._begin)
            )  # fmt: skip
            row = row.move(0, bar + gap)
        if self.begin != NOTHING:
            kinds = ((FOLLOWS, _("follow it")), (WHOLE, _("copy all cards")))
            self.add(
                Choice("whole", row.copy(), label=_("Its cards"), options=kinds,
                       value=self.whole, on_change=self._whole)
            )  # fmt: skip
            row = row.move(0, bar + gap)
        languages = tuple(
            (code, language_name(code)) for code in dict.fromkeys((*LANGUAGES, self.language))
        )
        self.add(
            Choice("language", row.copy(), label=_("Language of the cards"), options=languages,
                   value=self.language, on_change=self._language)
        )  # fmt: skip
        foot = pygame.Rect(inner.x, inner.bottom - bar, inner.w, bar)
        text = pygame.Rect(inner.x, row.bottom + gap, inner.w, foot.y - row.bottom - 2 * gap)
        self.add(
            Paragraph("what", text, self._told(), units=26, colour=look.theme.muted, smallest=14)
        )
        make = foot.w * 40 // 100
        back = foot.w * 26 // 100
        box = pygame.Rect(foot.right - make - gap - back, foot.y, back, bar)
        self.add(Button("cancel", box, _("Cancel"), units=28, on_press=Pop))
        box = pygame.Rect(foot.right - make, foot.y, make, bar)
        self.add(
            Button("make", box, _("Make"), icon="check", kind="primary", units=32,
                   on_press=self.main_action)
        )  # fmt: skip

    def _told(self) -> str:
        """Say what comes of the choices."""
        if self.begin == NOTHING:
            return _(
                "The deck begins with the criteria and closing questions of the game."
                " You add the cards, and change what you like."
            )
        title = self.sources[self.begin].title
        if self.whole:
            return _(
                "All cards of {deck} come into the new deck. Later changes to {deck} do not."
            ).format(deck=title)
        return _(
            "The new deck takes over the cards of {deck}. You drop, change and add what you"
            " like, card by card."
        ).format(deck=title)

    def _begin(self, value: object) -> Change | None:
        self.begin = str(value)
        if self.begin != NOTHING:
            self.language = self.sources[self.begin].language
        self.relayout()
        return Stay()

    def _whole(self, value: object) -> Change | None:
        self.whole = bool(value)
        self.relayout()
        return Stay()

    def _language(self, value: object) -> Change | None:
        self.language = str(value)
        return Stay()

    def main_action(self) -> Change | None:
        """Make the deck."""
        title = self.text_state("title").text.strip()
        if not title:
            self.say(_("Give the deck a title first."))
            self.focus_on("title")
            return Stay()
        source = self.sources[self.begin].path if self.begin != NOTHING else None
        try:
            made = self.venue.new_deck(title, self.language, source, whole=self.whole)
        except DeckError as error:
            self.say("\n".join(map(told, error.findings[:2])), seconds=8)
            return Stay()
        except OSError as error:
            self.say(went_wrong(error), seconds=8)
            return Stay()
        return Pop(then=lambda: self.then(made))
