"""The fast lane: nobody disputes the card, so one argument and its boundary are enough."""

import pygame

from game.core import intents as i
from game.core.cards import Place
from game.core.setup import MAX_LETTERS
from game.i18n import _, ngettext
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes.argued import said_list
from game.ui.scenes.arguing import ArguingScene
from game.ui.scenes.argument_form import REASON
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_field import TextField
from game.venue import Venue

BOUNDARY = "boundary"


class FastScene(ArguingScene):
    """One place for all: why, and when it would lie elsewhere."""

    drags = False

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        if not self.form.begun:
            here = [seat.id for seat in self.view.present]
            seat = self.card.seat if self.card.seat in here else here[0]
            self.form.start(seat, self.place)

    @property
    def place(self) -> Place:
        """The place that everybody chose."""
        first = self.card.first
        return first.positions[0] if first else Place.COMMUNAL

    def half_typed(self) -> str | None:
        """Name the field to type in: where that stopped, or the reason for who came by pointer.

        By keys alone, a criterion comes first, and Enter goes on.
        """
        fresh = self.stage.pointed and not self.card.arguments
        return super().half_typed() or (REASON if fresh else None)

    # layout

    def layout(self, look: Look) -> None:
        """Lay out the card, the place in large letters, the argument and the boundary."""
        self.top_bar(look)
        room = self.below_bar(look)
        gap = look.px(24)
        left = pygame.Rect(room.x, room.y, room.width * 21 // 100, room.h)
        chosen = self.form.criterion
        self.left_column(look, left, chosen.id if chosen else "")
        rest = pygame.Rect(left.right + gap, room.y, 0, room.h)
        rest.width = room.right - rest.x
        banner = pygame.Rect(rest.x, rest.y, rest.w, min(look.px(170), rest.h * 19 // 100))
        # Larger letters below the title get room of their own, or the title would shrink.
        larger = look.line_height(28) - look.plain.line_height(28)
        low = min((banner.h - 2 * look.px(14)) * 36 // 100, look.plain.line_height(28)) + larger
        banner.h += larger
        self._lay_banner(look, banner, low)
        body = pygame.Rect(rest.x, banner.bottom + gap, rest.w, 0)
        body.height = rest.bottom - body.top
        if self.picking:
            self.lay_picker(look, body)
            return
        why = pygame.Rect(body.x, body.y, (body.w - gap) * 56 // 100, body.h)
        side = pygame.Rect(why.right + gap, body.y, 0, body.h)
        side.width = body.right - side.x
        # Tab goes from what is typed to what is typed next; only then come seats and buttons.
        seats = self._lay_why(look, why)
        buttons = self._lay_boundary(look, side)
        self.form.lay_seats(look, seats)
        self._lay_buttons(look, buttons)

    def _lay_banner(self, look: Look, rect: pygame.Rect, low: int) -> None:
        first = self.card.first
        shown = look.theme.place(self.place)
        self.add(Panel("banner", rect, fill=shown.colour, radius=36))
        inner = rect.inflate(-2 * look.px(40), -2 * look.px(14))
        title = pygame.Rect(inner.x, inner.y, inner.w, inner.h - low)
        text = _("Everybody: {place}").format(place=self.place_title(self.place))
        units = min(72.0, title.height / look.scale / 1.32 * 100 / look.text_size)
        self.add(Label("banner-title", title, text, units=units, bold=True, icon=shown.icon,
                       colour=look.theme.panel))  # fmt: skip
        sub = pygame.Rect(inner.x, title.bottom, inner.w, low)
        said = _("Nobody disputes this. One reason and the boundary are enough.")
        silent = len(first.present) - len(first.choosing) if first else 0
        if silent:
            chose = ngettext("{count} seat chose no place.", "{count} seats chose no place.",
                             silent)  # fmt: skip
            said += " " + chose.format(count=silent)
        self.add(Label("banner-sub", sub, said, units=28, colour=look.theme.panel))

    def _lay_why(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        """Add the criterion and the reason; return the room for the seats."""
        self.add(Panel("why", rect, radius=36))
        pad, gap = look.px(26), look.px(16)
        inner = rect.inflate(-2 * pad, -2 * look.px(20))
        y = self.form.lay_criterion(look, inner, self.pick)
        high = self.form.seats_height(look, inner.width)
        seats = pygame.Rect(inner.x, inner.bottom - high, inner.w, high)
        field = pygame.Rect(inner.x, y + gap, inner.w, seats.y - 2 * gap - y)
        self.form.lay_reason(look, field, self._to_boundary)
        return seats

    def _lay_buttons(self, look: Look, rect: pygame.Rect) -> None:
        high = max(look.target(), look.px(72))
        main = pygame.Rect(rect.x, rect.y, rect.w, rect.h - look.px(16) - high)
        y = rect.bottom - high
        why = self.why_not(i.AskDiscussion())
        self.add(
            Button("discuss", pygame.Rect(rect.x, y, rect.w, high), _("Talk it through after all"),
                   icon="messages-square", units=27, enabled=not why, reason=why,
                   on_press=self.discuss)
        )  # fmt: skip
        why = self.why_not(i.StartSettling())
        self.add(
            Button("record", main, _("To the outcome"), icon="arrow-right", kind="primary",
                   units=36, enabled=not why, reason=why, on_press=self.record)
        )  # fmt: skip

    def _lay_boundary(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        """Add the question for the boundary; return the room for the buttons."""
        gap = look.px(16)
        high = max(look.target(), look.px(100)) + gap + max(look.target(), look.px(72))
        box = pygame.Rect(rect.x, rect.y, rect.w, rect.h - high - look.px(22))
        self.add(Panel("boundary-panel", box, radius=36))
        inner = box.inflate(-2 * look.px(26), -2 * look.px(20))
        said = self.card.arguments
        if said:
            part = pygame.Rect(inner.x, inner.y, inner.w, inner.h * 40 // 100)
            self.add(said_list(self, look, part))
            inner = pygame.Rect(inner.x, part.bottom + gap, inner.w, inner.bottom - part.bottom
                                - gap)  # fmt: skip
        question = _("When would this card lie somewhere else?")
        asked = min(look.height(question, 30, inner.w, bold=True), inner.h * 40 // 100)
        head = pygame.Rect(inner.x, inner.y, inner.w, asked)
        self.add(Paragraph("boundary-question", head, question, units=30, bold=True, smallest=18))
        field = pygame.Rect(inner.x, head.bottom + look.px(12), inner.w, 0)
        field.height = inner.bottom - field.top
        state = self.draft_state(BOUNDARY, self.card.boundary, limit=MAX_LETTERS, multiline=True)
        self.add(
            TextField(
                BOUNDARY, field, state, label=_("Boundary"), show_label=False, units=28,
                placeholder=_("For example: if a paid worker took it over."),
                on_change=self.draft_changed(BOUNDARY), on_submit=self.record,
            )
        )  # fmt: skip
        return pygame.Rect(rect.x, rect.bottom - high, rect.w, high)

    # playing

    def _to_boundary(self) -> Change | None:
        self.focus_on(BOUNDARY)
        return Stay()

    def _boundary(self) -> str:
        limit = MAX_LETTERS
        state = self.draft_state(BOUNDARY, self.card.boundary, limit=limit, multiline=True)
        return state.text.strip()

    def record(self) -> Change | None:
        """Play what was typed, and go to recording."""
        wishes: list[i.Intent] = []
        if self.form.begun:
            wishes.append(self.form.intent())
        boundary = self._boundary()
        if boundary != self.card.boundary:
            wishes.append(i.NoteBoundary(boundary))
        wishes.append(i.StartSettling())
        for wish in wishes:
            reason = self.why_not(wish)
            if reason:
                self.say(reason)
                return Stay()
        change: Change = Stay()
        for wish in wishes:
            if isinstance(wish, i.Argue):
                self.form.clear()
            if isinstance(wish, i.NoteBoundary):
                self.forget_draft(BOUNDARY)
            change = self.play(wish)
        return change

    def discuss(self) -> Change | None:
        """Take the whole discussion after all; what was typed stays typed."""
        boundary = self._boundary()
        if boundary and boundary != self.card.boundary:
            self.forget_draft(BOUNDARY)
            self.play(i.NoteBoundary(boundary))
        return self.play(i.AskDiscussion())

    def main_action(self) -> Change | None:
        """Record."""
        return self.record()
