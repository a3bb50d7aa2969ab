"""A card that was unclear: the table words it anew and chooses again, or keeps it."""

import pygame

from game import words
from game.core import intents as i
from game.core.cards import TEXT_LENGTH, Abstention
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change
from game.ui.scenes.play import PlayScene
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView
from game.ui.widgets.label import Paragraph
from game.ui.widgets.pawn import Pawn
from game.ui.widgets.text_field import TextField

FIELD = "reword"


class RewordScene(PlayScene):
    """The card at the left, and at the right who found it unclear and the new text."""

    def layout(self, look: Look) -> None:
        """Lay out the card, the question and the field."""
        self.top_bar(look)
        room = self.below_bar(look)
        gap = look.px(40)
        width = room.w * 44 // 100
        activity = self.activity
        card = pygame.Rect(room.x, room.y, width, room.h)
        self.add(
            CardView("card", card, activity.title, self.card_text(self.card), icon=activity.icon,
                     picture=self.picture_of(activity), size="spotlight")
        )  # fmt: skip
        side = pygame.Rect(card.right + gap, room.y, room.w - width - gap, room.h)
        head = pygame.Rect(side.x, side.y, side.w, look.px(84))
        title = _("How can this card be clearer?")
        self.add(
            Paragraph("heading", head, title, units=54, bold=True, valign="middle", smallest=24)
        )
        line = self._who(look, pygame.Rect(side.x, head.bottom + look.px(6), side.w, look.px(76)))
        hint = pygame.Rect(side.x, line + look.px(10), side.w, look.px(84))
        text = _("Talk about it and write a new text. Then everybody chooses again.")
        self.add(Paragraph("hint", hint, text, units=30, smallest=16))
        button = max(look.target(), look.px(96))
        foot = side.bottom - button
        field = pygame.Rect(side.x, hint.bottom + look.px(8), side.w, 0)
        field.h = foot - look.px(22) - field.y
        state = self.draft_state(
            FIELD, self.card_text(self.card), limit=TEXT_LENGTH, multiline=True
        )
        self.add(
            TextField("text", field, state, label=_("New text of the card"), multiline=True,
                      units=34, on_change=self._changed, on_submit=self.main_action)
        )  # fmt: skip
        small = side.w * 38 // 100
        keep = pygame.Rect(side.x, foot, small, button)
        new = pygame.Rect(keep.right + look.px(16), foot, side.w - small - look.px(16), button)
        self.add(Button("keep", keep, _("Leave it as it is"), units=28, on_press=self._keep))
        reason = self._reason()
        self.add(
            Button("reword", new, _("Choose again with this text"), icon="rotate-ccw",
                   kind="primary", units=32, enabled=not reason, reason=reason,
                   on_press=self.main_action)
        )  # fmt: skip

    def _who(self, look: Look, rect: pygame.Rect) -> int:
        """Show who found it unclear; return where that ends."""
        first = self.card.first
        ballots = first.ballots if first is not None else ()
        seats = [ballot.seat for ballot in ballots if ballot.vote is Abstention.UNCLEAR]
        side = min(rect.h, look.px(66))
        step = min(side + look.px(8), rect.w // 2 // max(1, len(seats)))
        for n, seat in enumerate(seats):
            face = self.face(seat)
            box = pygame.Rect(rect.x + n * step, rect.centery - side // 2, side, side)
            self.add(Pawn(f"unclear-{seat}", box, face.letters, face.seat, label=face.label))
        left = rect.x + step * len(seats) + side - step + look.px(20) if seats else rect.x
        names = words.listing(tuple(self.label_of(seat) for seat in seats))
        text = _("{seats}: card unclear").format(seats=names)
        line = pygame.Rect(left, rect.y, rect.right - left, rect.h)
        self.add(
            Paragraph("who", line, text, units=30, bold=True, valign="middle", smallest=14,
                      colour=look.theme.warn)
        )  # fmt: skip
        return rect.bottom

    def _reason(self) -> str:
        text = self.texts[FIELD].text.strip()
        if text == self.card_text(self.card).strip():
            return _("Change the text first, or leave it as it is.")
        return self.why_not(i.Reword(text))

    def _changed(self, text: str) -> None:
        """Keep the draft, and let the button follow what is typed."""
        self.draft_changed(FIELD)(text)
        button = self.find("reword")
        reason = self._reason()
        if button is not None and button.reason != reason:
            button.enabled, button.reason = not reason, reason
            button.changed()

    def main_action(self) -> Change | None:
        """Word the card anew, and choose again."""
        reason = self._reason()
        if reason:
            self.say(reason)
            return None
        text = self.texts[FIELD].text.strip()
        self.forget_draft(FIELD)
        return self.play(i.Reword(text))

    def _keep(self) -> Change | None:
        self.forget_draft(FIELD)
        return self.play(i.KeepWording())
