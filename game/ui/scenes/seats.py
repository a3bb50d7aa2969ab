"""Who is at the table: mark a seat absent, have it back, or seat a newcomer."""

from functools import partial

import pygame

from game.core import intents as i
from game.core.setup import MAX_SEATS, Seat
from game.i18n import _, ngettext
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.half_typed import HalfTyped
from game.ui.scenes.play import PlayScene
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Field, form
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.pawn import SeatRow
from game.venue import Venue

COLUMNS = 2


class SeatsScene(Sheet, PlayScene):
    """The seats, over the screen that is being played."""

    sheet = (1500, 960)
    ticks = False

    def __init__(self, venue: Venue, table: Table, *, asking: bool = False) -> None:
        """Make the panel; `asking` opens the dialog for a newcomer over it at once."""
        super().__init__(venue, table)
        self.title = _("Who is at the table")
        self._asking = asking

    def update(self, now: float) -> Change | None:
        """Open the dialog that was open when the window was closed."""
        change = super().update(now)
        if change is None and self._asking:
            self._asking = False
            return self._newcomer()
        return change

    def resumed(self, result: object) -> Change | None:
        """Stay open after what lay on top."""
        del result
        self.relayout()
        return Stay()

    def layout(self, look: Look) -> None:
        """Lay out a row a seat, in two columns."""
        panel = self.panel_rect(look)
        inner = panel.inflate(-look.px(96), -look.px(72))
        bar = max(look.target(), look.px(80))
        head = pygame.Rect(inner.x, inner.y, inner.w, look.px(64))
        self.add(Label("heading", head, _("Who is at the table"), units=44, bold=True))
        text = _("Press a seat that leaves or comes back. Its cards go under the pile.")
        about = pygame.Rect(inner.x, head.bottom, inner.w, look.px(56))
        self.add(Paragraph("about", about, text, units=26, colour=look.theme.muted, smallest=14))
        gap = look.px(14)
        top = about.bottom + gap
        foot = inner.bottom - bar
        rows = MAX_SEATS // COLUMNS
        height = (foot - look.px(20) - top - gap * (rows - 1)) // rows
        width = (inner.w - gap) // COLUMNS
        for n, seat in enumerate(self.view.seats):
            row, column = n // COLUMNS, n % COLUMNS
            box = pygame.Rect(
                inner.x + column * (width + gap), top + row * (height + gap), width, height
            )
            self._row(look, box, seat)
        half = (inner.w - gap) // 2
        reason = self.why_not(i.Join(self._seat_for("…", 1)))
        self.add(
            Button("join", pygame.Rect(inner.x, foot, half, bar), _("Seat a newcomer"),
                   icon="user-plus", units=30, enabled=not reason, reason=reason,
                   on_press=self._newcomer)
        )  # fmt: skip
        self.add(
            Button("done", pygame.Rect(inner.right - half, foot, half, bar), _("Done"),
                   icon="check", kind="primary", units=32, on_press=Pop)
        )  # fmt: skip

    def _row(self, look: Look, rect: pygame.Rect, seat: Seat) -> None:
        absent = seat.id in self.view.absent
        people = ngettext("{count} person", "{count} people", seat.size).format(count=seat.size)
        away = _("away; press to come back")
        intent: i.Intent = i.Join(seat) if absent else i.Leave(seat.id)
        reason = self.why_not(intent)
        self.add(
            SeatRow(
                f"seat-{seat.id}",
                rect,
                self.face(seat.id),
                title=seat.label,
                status=away if absent else people,
                status_icon="log-out" if absent else "user-round",
                status_colour=look.theme.warn if absent else look.theme.good,
                enabled=not reason,
                reason=reason,
                on_press=partial(self._change, intent),
            )
        )

    def _change(self, intent: i.Intent) -> Change | None:
        """Change who is here, and stay on this panel."""
        self._refused(intent)
        self.relayout()
        return Stay()

    def _refused(self, intent: i.Intent) -> str:
        """Change who is here; give the sentence that says why not, if it was refused."""
        reason = self.why_not(intent)
        if reason:
            self.say(reason)
        else:
            self.table.play(intent)
        return reason

    def _seat_for(self, label: str, size: int) -> Seat:
        """Make a seat whose id and colour no other seat has."""
        ids = {seat.id for seat in self.view.seats}
        colours = {seat.colour for seat in self.view.seats}
        seat_id = next(f"s{n}" for n in range(1, len(ids) + 2) if f"s{n}" not in ids)
        colour = next((n for n in range(MAX_SEATS) if n not in colours), 0)
        return Seat(seat_id, label, "", colour, size)

    def _newcomer(self, reason: str = "", focus: str = "label") -> Change:
        """Ask who sits down; after a refusal with what was typed, and why not."""
        kept = HalfTyped(self, "join")
        fields = (
            Field("label", _("Role or name"), initial=kept.text("label"), limit=60),
            Field("size", _("How many people? (1 to 5)"), initial=kept.text("size", "1"), limit=2),
        )

        def seated(given: dict[str, str] | None) -> Change | None:
            if given is None:
                return None
            label, typed = given["label"].strip(), given["size"].strip()
            size = int(typed) if typed.isdecimal() else 0
            refused = self._refused(i.Join(self._seat_for(label, size)))
            if refused:
                wrong = "size" if self.why_not(i.Join(self._seat_for("?", size))) else "label"
                return self._newcomer(refused, wrong)
            kept.done()
            self.relayout()
            return Stay()

        return form(_("Seat a newcomer"), reason, fields, seated, ok=_("Sit down"), focus=focus,
                    keeper=kept)  # fmt: skip

    def main_action(self) -> Change | None:
        """Go back to the game."""
        return Pop()

    def escape(self) -> Change | None:
        """Go back to the game."""
        return Pop()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Nothing is played while this lies on top."""
        del name, event
        return None
