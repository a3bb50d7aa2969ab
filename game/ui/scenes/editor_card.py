"""Editing one card beside a live preview of it, as large as it lies on the table."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Generic

import pygame

from game.core.frozen import replace
from game.decks import edit
from game.decks.edit import Card, Part, State
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Action, Change, Pop, Push, Replace, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.editor_bench import Bench
from game.ui.scenes.editor_fields import Entry, counted, show_count, show_found
from game.ui.scenes.editor_frame import BenchScene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph

Order = Callable[[], tuple[str, ...]]
"""Lists the ids to go through with the buttons for the next and the previous card."""


class CardScene(BenchScene, Generic[Card]):
    """One card: the preview at the left, the fields at the right.

    Args:
        bench: the deck that it is in.
        card_id: which card.
        order: lists the cards beside it.
    """

    part: Part[Card]

    def __init__(self, bench: Bench, card_id: str, order: Order) -> None:
        super().__init__(bench)
        self.card_id, self.order = card_id, order
        self.title = self.heading()
        if card_id in bench.fresh:
            self.focus = self.first_field()
        bench.rest()

    # what differs from card to card

    @abstractmethod
    def heading(self) -> str:
        """Name the screen."""

    @abstractmethod
    def first_field(self) -> str:
        """Name the field that a new card is begun with."""

    @abstractmethod
    def fields(self, look: Look, rect: pygame.Rect) -> int:
        """Add the fields, and give where they end."""

    @abstractmethod
    def preview(self, look: Look, rect: pygame.Rect) -> None:
        """Add the card as it will be in play."""

    @abstractmethod
    def typed_card(self) -> Card:
        """Put what was typed on the card."""

    @abstractmethod
    def refresh(self, card: Card) -> None:
        """Show the card as it is now in the preview."""

    # the card

    @property
    def row(self) -> edit.Row[Card]:
        """Give the card with its state.

        Raises:
            KeyError: it is gone.
        """
        found = self.bench.row(self.part, self.card_id)
        if found is None:
            raise KeyError(self.card_id)
        return found

    @property
    def card(self) -> Card:
        """Give the card."""
        return self.row.card

    @property
    def gone(self) -> bool:
        """Tell whether it is left out of the deck."""
        return self.row.state is State.DROPPED

    def put(self, card: Card, *, run: str = "") -> None:
        """Put a changed card in the draft."""
        if card == self.card or self.gone:
            return
        bench = self.bench
        draft = edit.change(bench.draft, bench.base, self.part, self.card_id, card)
        bench.change(draft, run=f"{run}:{self.card_id}" if run else "", now=self.now())

    def typed(self, name: str, text: str) -> None:
        """Follow what is typed: in the draft, and on the preview."""
        del text
        self.put(self.typed_card(), run=name)
        self.refresh(self.card)
        show_count(self, name)
        self._show_row()
        self.show_state()

    def checked(self) -> None:
        """Show what is wrong with this card."""
        show_found(self, self._found())

    def _found(self) -> str:
        if self.bench.empty(self.part.name, self.card_id):
            return _("Still empty.")
        about = self.bench.about(self.part.name, self.card_id)
        return "\n".join(f"• {terms.told(one)}" for one in about)

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the head, the preview and the fields."""
        body = self.head(look, self.heading())
        wide = min(look.rect(0, 0, 760, 0).width, body.w * 44 // 100)
        left = pygame.Rect(body.x, body.y, wide, body.h)
        self.preview(look, left)
        gap = look.px(44)
        right = pygame.Rect(left.right + gap, body.y, body.right - left.right - gap, body.h)
        bar = self._steps(look, right)
        acts = self._actions(look, right)
        room = pygame.Rect(right.x, bar.bottom + look.px(16), right.w, 0)
        room.height = acts.top - look.px(14) - room.top
        if self.gone:
            text = _("This card is left out. Put it back to change it.")
            self.add(Paragraph("gone", room, text, units=32, smallest=16))
            return
        bottom = self.fields(look, room)
        box = pygame.Rect(room.x, bottom + look.px(8), room.w, 0)
        box.height = max(1, room.bottom - box.top)
        self.add(
            Paragraph("found", box, self._found(), units=24, colour=look.theme.bad, smallest=14)
        )

    def _steps(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        """Say how it stands to the base deck, and lead to the cards beside it."""
        high = max(look.target(), look.px(60))
        bar = pygame.Rect(rect.x, rect.y, rect.w, high)
        ids = self.order()
        at = ids.index(self.card_id) if self.card_id in ids else -1
        wide = max(look.target(), look.px(84))
        x = bar.right - wide
        for name, picture, to in (("next", "chevron-right", at + 1),
                                  ("previous", "chevron-left", at - 1)):  # fmt: skip
            able = at >= 0 and 0 <= to < len(ids)
            self.add(
                Button(name, pygame.Rect(x, bar.y, wide, high), "", icon=picture, enabled=able,
                       reason=_("This is the last one that way."), on_press=partial(self.step,
                       1 if name == "next" else -1))
            )  # fmt: skip
            x -= wide + look.px(12)
        count = pygame.Rect(x + wide - look.px(210), bar.y, look.px(200), high)
        if at >= 0:
            text = _("{number} of {total}").format(number=at + 1, total=len(ids))
            self.add(Label("count", count, text, units=24, colour=look.theme.muted,
                           align="right"))  # fmt: skip
        state = pygame.Rect(bar.x, bar.y, count.left - bar.x - look.px(12), high)
        self.add(Label("state", state, "", units=28, bold=True, colour=look.theme.muted))
        self._show_row()
        return bar

    def _show_row(self) -> None:
        label = self.find("state")
        if isinstance(label, Label):
            state = self.row.state
            based = self.bench.base is not None
            label.icon = terms.STATE_ICONS[state] if based else ""
            text = terms.state(state)
            label.text = text[:1].upper() + text[1:] if based else ""
        restore = self.find("restore")
        if isinstance(restore, Button):
            able = self.row.state in (State.CHANGED, State.DROPPED)
            if able != restore.enabled:
                restore.enabled = able
                restore.changed()

    def _actions(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        high, gap = max(look.target(), look.px(64)), look.px(14)
        box = pygame.Rect(rect.x, rect.bottom - 2 * high - gap, rect.w, 2 * high + gap)
        third = (rect.w - 2 * gap) // 3
        bench, row = self.bench, self.row
        fixed = _("This card cannot go further that way.")
        up, down = (bench.may_move(self.part, self.card_id, step) for step in (-1, 1))
        dropped = row.state is State.DROPPED
        drop = _("Put back") if dropped else _("Leave out") if row.below else _("Delete")
        picture = "eye" if dropped else "eye-off" if row.below else "trash-2"
        cells: tuple[tuple[str, str, str, bool, str, Action], ...] = (
            ("up", _("Earlier"), "arrow-up", up, fixed, partial(self.shift, -1)),
            ("down", _("Later"), "arrow-down", down, fixed, partial(self.shift, 1)),
            ("duplicate", _("Copy"), "copy", not dropped, "", self.duplicate),
            ("restore", _("Back to the base deck"), "rotate-ccw",
             row.state in (State.CHANGED, State.DROPPED),
             _("This card is as in the base deck, or is not in it."), self.restore),
            ("drop", drop, picture, True, "", self.drop),
        )  # fmt: skip
        for n, (name, label, icon, able, reason, press) in enumerate(cells):
            line, column = divmod(n, 3)
            cell = pygame.Rect(
                box.x + column * (third + gap), box.y + line * (high + gap), third, high
            )
            if name == "restore":
                cell.width = 2 * third + gap
            if name == "drop":
                cell.left = box.x + 2 * (third + gap)
            self.add(
                Button(name, cell, label, icon=icon, units=25, enabled=able, reason=reason,
                       kind="danger" if name == "drop" and not dropped else "secondary",
                       on_press=press)
            )  # fmt: skip
        return box

    # doing

    def save(self) -> Change | None:
        """Write the deck; a new card first gets the id that goes with its title."""
        self.card_id = self.bench.settle_id(self.part, self.card_id)
        return super().save()

    def before_closing(self) -> Change | None:
        """Name a new card; the editor below asks what must be asked."""
        self.card_id = self.bench.settle_id(self.part, self.card_id)
        return None

    def back(self) -> Change | None:
        """Go back to the grid, with this card chosen."""
        self.bench.rest()
        return Pop(self.bench.settle_id(self.part, self.card_id))

    def escape(self) -> Change | None:
        """Go back to the grid."""
        return self.back()

    def step(self, by: int) -> Change | None:
        """Go to the card beside this one."""
        before = self.order()
        made = self.bench.settle_id(self.part, self.card_id)
        ids = tuple(made if one == self.card_id else one for one in before)
        at = ids.index(made) + by if made in ids else -1
        if not 0 <= at < len(ids):
            self.card_id = made
            return Stay()
        return Replace(self.beside(ids[at]))

    def beside(self, card_id: str) -> "CardScene[Card]":
        """Make the screen of another card."""
        return type(self)(self.bench, card_id, self.order)

    def shift(self, by: int) -> Change | None:
        """Move the card among the others."""
        bench = self.bench
        if bench.may_move(self.part, self.card_id, by):
            to = bench.place(self.part, self.card_id) + by
            bench.change(edit.move(bench.draft, bench.base, self.part, self.card_id, to))
            self.relayout()
        else:
            self.say(_("This card cannot go further that way."))
        return Stay()

    def begin_another(self) -> Change | None:
        """Go on with a new card, unless this one is still empty."""
        bench = self.bench
        if replace(self.card, id="") == self.part.blank:
            self.focus_on(self.first_field())
            return Stay()
        after = bench.settle_id(self.part, self.card_id)
        return Replace(self.beside(bench.add(self.part, self.part.blank, after=after)))

    def duplicate(self) -> Change | None:
        """Go on with a copy."""
        bench = self.bench
        draft, made = edit.duplicate(bench.draft, bench.base, self.part, self.card_id)
        bench.change(draft)
        return Replace(self.beside(made))

    def restore(self) -> Change | None:
        """Put the card back as the base deck has it."""
        bench = self.bench
        bench.change(edit.restore(bench.draft, bench.base, self.part, self.card_id))
        bench.check()
        return self.turned_back()

    def drop(self) -> Change | None:
        """Leave the card out, or put it back."""
        bench, row = self.bench, self.row
        if row.state is State.DROPPED:
            return self.restore()
        bench.change(edit.drop(bench.draft, bench.base, self.part, self.card_id))
        bench.check()
        bench.note = terms.dropped(self.part.words(row.card))
        return Pop(self.card_id if row.below else None)

    def turned_back(self) -> Change | None:
        """Show the card as the draft has it now; a card that is gone is left."""
        if self.bench.row(self.part, self.card_id) is None:
            return Pop()
        self.texts.clear()
        self.relayout()
        return Stay()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Go to other cards, move this one, copy it, or leave it out."""
        match name:
            case "ctrl+pageup":
                return self.step(-1)
            case "ctrl+pagedown":
                return self.step(1)
            case "alt+up":
                return self.shift(-1)
            case "alt+down":
                return self.shift(1)
            case "ctrl+n":
                return self.begin_another()
            case "ctrl+d" if not self.gone:
                return self.duplicate()
            case "ctrl+r" if self.row.state in (State.CHANGED, State.DROPPED):
                return self.restore()
            case "delete":
                return self.drop()
        return super().key(name, event)

    def choose_icon(self, chosen: str, with_icon: Callable[[str], Card]) -> Change:
        """Open the pictograms; `with_icon` puts one on the card."""
        from game.ui.scenes.editor_pictograms import PictogramScene

        def done(name: str) -> Change | None:
            self.put(with_icon(name))
            self.bench.check()
            self.relayout()
            self.focus_on("title")
            return Stay()

        return Push(PictogramScene(chosen, done))

    def field(self, rect: pygame.Rect, entry: Entry) -> None:
        """Add a text field with its counter."""
        counted(self, rect, entry, partial(self.typed, entry.name))

    def value(self, name: str) -> str:
        """Give what is typed in a field."""
        return self.texts[name].text
