"""What the screens on which a card is argued share: the card, the criteria and their keys."""

import pygame

from game.core import events as e
from game.core.session import Step
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes.argued import REWORD, reword
from game.ui.scenes.argument_form import MEETS_KEYS, REASON, ArgumentForm
from game.ui.scenes.column_card import ColumnCard
from game.ui.scenes.criteria import PICK, WITHOUT, Picker, named, side_list
from game.ui.scenes.play import PlayScene
from game.ui.scenes.timing import ask_time
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.venue import Venue

CROWDED = 22
"""With fewer lines of text than this in its height, a column has no room to spare."""


class ArguingScene(PlayScene):
    """A screen on which arguments are made."""

    drags = True
    """Whether criteria can be dragged onto something."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.form = ArgumentForm(self)
        self.picker = Picker(self.view.deck)
        self.picking = False

    def scribe_line(self) -> str:
        """Say who types."""
        scribe = self.view.scribe
        return _("Scribe: {seat}").format(seat=scribe.label) if scribe else ""

    # layout

    def left_column(self, look: Look, rect: pygame.Rect, chosen: str) -> None:
        """Add the card, and under it the criteria unless they are opened; `chosen` is an id."""
        card = self.card
        activity = self.activity
        text = self.card_text(card)
        if card.wording:
            text += "\n" + _("Here: {wording}").format(wording=card.wording)
        tight = rect.height < CROWDED * look.line_height(24)
        view = ColumnCard(
            "card",
            rect.copy(),
            activity.title,
            text,
            icon=activity.icon,
            picture=self.picture_of(activity),
            note=_("Read aloud by {seat}").format(seat=self.label_of(card.seat)),
            note_icon="hand",
        )
        # The criteria under it scroll; the card does not.
        most = rect.height * (100 if self.picking else 54) // 100
        high = min(view.height_for(look, rect.width), most)
        if tight and not self.picking:
            high = view.slimmed(look, rect.width, high)
        view.rect.height = max(rect.height * 34 // 100, high)
        self.add(view)
        if self.picking:
            return
        gap = look.px(12 if tight else 20)
        head = pygame.Rect(rect.x, view.rect.bottom + gap, rect.w, look.line_height(24))
        label = _("Play a criterion (C)")
        self.add(Label("criteria-heading", head, label, units=24, bold=True))
        rows = pygame.Rect(rect.x, head.bottom + look.px(8), rect.w, 0)
        rows.height = rect.bottom - rows.top
        self.add(side_list(look, rows, self.view.deck, chosen, self.choose, drags=self.drags,
                           tight=tight))  # fmt: skip

    def lay_picker(self, look: Look, rect: pygame.Rect) -> None:
        """Add the opened criteria."""
        self.add(Panel("picker", rect, radius=36))
        pad = look.px(26)
        self.picker.layout(self, look, rect.inflate(-2 * pad, -2 * pad), self.choose)

    # what is half typed

    def half_typed(self) -> str | None:
        """Name the field that was typed in last, or where a begun argument goes on."""
        name = super().half_typed()
        if name is None and self.form.begun and not self.picking:
            judged = self.form.criterion is None or self.form.meets is not None
            name = REASON if judged else "meets-yes"
        return name

    def reopen(self, kind: str) -> Change | None:
        """Open a dialog again, also one in which an argument gets other words."""
        which, _colon, number = kind.partition(":")
        if which == REWORD and number.isdecimal() and int(number) < len(self.card.arguments):
            return reword(self, int(number))
        return super().reopen(kind)

    def take_back(self, step: Step) -> None:
        """Put an argument that is retracted back in the form, unless another is typed there."""
        said = step.events[0]
        if isinstance(said, e.ArgumentPlayed) and not self.form.typed_anew:
            self.form.fill(said)

    # choosing a criterion

    def pick(self) -> Change | None:
        """Open the criteria, or close them."""
        self.picking = not self.picking
        self.relayout()
        if self.picking:
            chosen = self.form.criterion
            self.by_keyboard = True
            name = PICK + chosen.id if chosen else None
            self.focus_on(name if self.find(name) else self.picker.first)
        return Stay()

    def choose(self, criterion: str) -> Change | None:
        """Argue with a criterion, or without one; then it is judged."""
        self.picking = False
        self.take(criterion)
        self.relayout()
        self.focus_on("meets-yes" if self.form.criterion else REASON)
        return Stay()

    def take(self, criterion: str) -> None:
        """Put a criterion into the argument."""
        self.form.choose(criterion)

    # keys

    def escape(self) -> Change | None:
        """Close the criteria, or open the menu."""
        if self.picking:
            return self.pick()
        return super().escape()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Open the criteria and choose one, judge it, or see to the time."""
        if name == "c":
            return self.pick()
        if name == "t":
            return ask_time(self)
        if self.picking and name in ("up", "down", "left", "right"):
            self.by_keyboard = True
            self.focus_on(self.picker.moved(self.focus, name))
            return Stay()
        if name in MEETS_KEYS:
            focused = named(self.focus)
            if focused not in (None, WITHOUT):
                self.choose(focused or "")
            return self.form.key(name)
        return super().key(name, event)
