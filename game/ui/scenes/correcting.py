"""Putting a wrong tap right, after the reveal; the record mentions that it was done."""

import pygame

from game.core import intents as i
from game.core.cards import Place, Vote
from game.core.outcome import Ballot
from game.core.session import CardInPlay
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.ballots import VOTE_KEYS, live_key
from game.ui.scenes.choosing import GAP, add_abstentions, add_living, add_places, spread
from game.ui.scenes.play import PlayScene
from game.ui.scenes.sheet import Sheet
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.venue import Venue


class CorrectScene(Sheet, PlayScene):
    """What a seat showed, to be put right in the round that was revealed last."""

    sheet = (1400, 760)
    ticks = False

    def __init__(self, venue: Venue, table: Table, seat: str) -> None:
        super().__init__(venue, table)
        self.title = _("Put a wrong tap right")
        self.seat_id = seat
        before = _ballot(self.card, seat)
        self.vote: Vote | None = before.vote if before is not None else None
        self.live: tuple[Place, ...] = before.live_with if before is not None else ()

    @property
    def second(self) -> bool:
        """Whether it is the second round that is put right."""
        return self.card.second is not None and self.card.latest is self.card.second

    def layout(self, look: Look) -> None:
        """Lay out the places and abstentions."""
        inner = self.panel_rect(look).inflate(-look.px(100), -look.px(72))
        head = pygame.Rect(inner.x, inner.y, inner.w, look.px(70))
        title = _("What did {seat} show?").format(seat=self.label_of(self.seat_id))
        self.add(Label("heading", head, title, units=46, bold=True))
        about = pygame.Rect(inner.x, head.bottom, inner.w, look.px(52))
        text = _("Only for a wrong tap. The record says that it was put right.")
        self.add(Paragraph("about", about, text, units=28, colour=look.theme.muted, smallest=16))
        gap, target = look.px(GAP), look.target()
        bar = max(target, look.px(84))
        deck = self.view.deck
        top = about.bottom + gap
        room = inner.bottom - bar - 2 * gap - top
        live = (look.px(72), target) if self.second else (0, 0)
        places, abstain, living = spread(
            room - 2 * gap, ((2 * look.px(100) + gap, 2 * target + 4), (look.px(76), target), live)
        )
        box = pygame.Rect(inner.x, top, inner.w, places)
        add_places(self, box, deck, self.vote, self.choose)
        box = pygame.Rect(inner.x, box.bottom + gap, inner.w, abstain)
        add_abstentions(self, box, self.vote, self.choose)
        if self.second:
            box = pygame.Rect(inner.x, box.bottom + gap, inner.w, living)
            ballot = Ballot(self.seat_id, self.vote, self.live)
            add_living(self, box, deck, ballot, self.toggle_live)
        half = (inner.w - gap) // 2
        left = pygame.Rect(inner.x, inner.bottom - bar, half, bar)
        right = pygame.Rect(inner.right - half, left.y, half, bar)
        self.add(Button("cancel", left, _("Cancel"), units=30, on_press=Pop))
        reason = self._reason()
        self.add(
            Button("ok", right, _("Put it right"), icon="check", kind="primary", units=32,
                   enabled=not reason, reason=reason, on_press=self.main_action)
        )  # fmt: skip

    def _reason(self) -> str:
        if self.vote is None:
            return _("Choose a place first.")
        return self.why_not(self._intent(self.vote))

    def _intent(self, vote: Vote) -> i.CorrectVote:
        return i.CorrectVote(self.seat_id, vote, self.live)

    def choose(self, vote: Vote) -> Change | None:
        """Choose another place or abstention."""
        self.vote = vote
        here = isinstance(vote, Place)
        self.live = tuple(place for place in self.live if here and place is not vote)
        return self._seen()

    def toggle_live(self, place: Place) -> Change | None:
        """Choose whether a place can be lived with."""
        if self.second and isinstance(self.vote, Place) and place is not self.vote:
            self.live = tuple(p for p in Place if (p in self.live) is not (p is place))
        return self._seen()

    def _seen(self) -> Change:
        if not self.by_keyboard:
            self.focus_on(None)
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Put it right and go back; nothing is played when nothing changed."""
        if self.vote is None:
            return Stay()
        before = _ballot(self.card, self.seat_id)
        if before != Ballot(self.seat_id, self.vote, self.live):
            steps = len(self.table.steps)
            self.play(self._intent(self.vote))
            if len(self.table.steps) == steps:
                return Stay()
        return Pop()

    def follow(self) -> Change:
        """Stay; the screen below goes where the correction leads."""
        return Stay()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Choose by the keys of proposing."""
        del event
        place = live_key(name)
        if name in VOTE_KEYS:
            return self.choose(VOTE_KEYS[name])
        return self.toggle_live(place) if place is not None else None

    def escape(self) -> Change | None:
        """Leave it as it was."""
        return Pop()


def _ballot(card: CardInPlay, seat: str) -> Ballot | None:
    shown = card.latest
    ballots = shown.ballots if shown is not None else ()
    return next((ballot for ballot in ballots if ballot.seat == seat), None)
