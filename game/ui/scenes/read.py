"""Reading the card aloud, in the spotlight, and saying what it means here."""

import pygame

from game.core import intents as i
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Flight
from game.ui.scenes.play import PlayScene
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField
from game.venue import Venue

LONGEST = 400


class ReadScene(PlayScene):
    """The card alone, large enough for the back of the room."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self._arriving = True

    def layout(self, look: Look) -> None:
        """Lay out the card at the left, and the words of the table at the right."""
        self.top_bar(look)
        room = self.below_bar(look)
        gap = look.px(48)
        width = room.w * 58 // 100
        self.add(self._card(pygame.Rect(room.x, room.y, width, room.h)))
        side = pygame.Rect(room.x + width + gap, room.y, room.w - width - gap, room.h)
        seat = self.view.seat(self.card.seat)
        reader = _("Reading aloud: {seat}").format(seat=seat.label if seat else "")
        head = pygame.Rect(side.x, side.y, side.w, look.px(72))
        self.add(Label("reader", head, reader, units=44, bold=True, icon="megaphone"))
        question = pygame.Rect(side.x, head.bottom + look.px(20), side.w, look.px(64))
        self.add(Label("question", question, _("What do we mean by it here?"), units=36))
        hint = pygame.Rect(side.x, question.bottom, side.w, look.px(84))
        text = _("Only if it helps. The scribe types it; it stays beside the text of the card.")
        self.add(Paragraph("hint", hint, text, units=26, colour=look.theme.muted, smallest=14))
        button = max(look.target(), look.px(110))
        small = max(look.target(), look.px(72))
        start = pygame.Rect(side.x, side.bottom - button, side.w, button)
        park = pygame.Rect(side.x, start.y - look.px(18) - small, side.w, small)
        top = hint.bottom + look.px(14)
        field = pygame.Rect(side.x, top, side.w, park.y - look.px(24) - top)
        self.add(
            TextField(
                "wording",
                field,
                self.draft_state("wording", self.card.wording, limit=LONGEST, multiline=True),
                label=_("Our wording"),
                show_label=False,
                placeholder=_("Here we mean by it ..."),
                multiline=True,
                units=32,
                on_change=self.draft_changed("wording"),
                on_submit=self.main_action,
            )
        )
        half = (park.w - look.px(18)) // 2
        left = pygame.Rect(park.x, park.y, half, small)
        right = pygame.Rect(park.right - half, park.y, half, small)
        self.add(Button("skip", left, _("Skip"), icon="skip-forward", units=28, on_press=self.skip))
        self.add(
            Button("park", right, _("Park"), icon="circle-parking", units=28, on_press=self.park)
        )
        reason = self.why_not(i.StartProposing())
        self.add(
            Button("propose", start, _("To the proposals"), icon="arrow-right", kind="primary",
                   units=40, enabled=not reason, reason=reason, on_press=self.main_action)
        )  # fmt: skip

    def _card(self, rect: pygame.Rect) -> CardView:
        activity = self.activity
        return CardView(
            "card",
            rect,
            activity.title,
            self.card_text(self.card),
            icon=activity.icon,
            picture=self.picture_of(activity),
            size="spotlight",
        )

    def update(self, now: float) -> Change | None:
        """Deal the card to its place when the screen opens."""
        if self._arriving:
            self._arriving = False
            card = self.find("card")
            if isinstance(card, CardView) and self.motion:
                start = (card.rect.x, self.look.height_px)
                flight = Flight(card.surface(self.look), start, card.rect.topleft, then=self._lies)
                card.visible = False
                self.animate(flight)
        return super().update(now)

    def _lies(self) -> None:
        """Show the card where it landed."""
        self.relayout()

    def main_action(self) -> Change | None:
        """Keep the wording, and go to the proposals."""
        wording = self.texts["wording"].text.strip()
        if wording != self.card.wording:
            steps = len(self.table.steps)
            change = self.play(i.NoteWording(wording))
            if len(self.table.steps) == steps:
                return change
        self.table.set_draft(self.draft_name("wording"), "")
        return self.play(i.StartProposing())
