"""What happened: the steps of the session in words, and everything that was said of one card."""

from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import ActivityCard
from game.core.refusals import Refused
from game.core.session import CardInPlay
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Pop, Stay
from game.ui.scenes.map import REOPENED, Looking
from game.ui.scenes.rounds import TextBlock
from game.ui.scenes.told import told
from game.ui.scenes.versions import VersionColumn
from game.ui.theme import outcome_icon
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

LISTED = 200
"""Steps shown, the newest; older ones stand with their cards."""


class HistoryScene(Looking):
    """The steps of the session, or with a card every version of that card."""

    def __init__(self, venue: Venue, table: Table, card_id: str | None = None) -> None:
        super().__init__(venue, table)
        self.card_id = card_id
        self.title = _("What happened")

    def layout(self, look: Look) -> None:
        """Lay out the steps, or the card."""
        if self.card_id is None:
            self._lay_out_steps(look)
        else:
            self._lay_out_card(look, self.card_id)

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Scroll what was said."""
        scroll = self.find("said")
        if isinstance(scroll, ScrollList):
            step = self.look.px(120)
            if name in ("up", "down") and self.focus in (None, "back", "reopen"):
                scroll.scroll_to(scroll.offset + (step if name == "down" else -step))
                return Stay()
            change = scroll.scroll_key(event)
            if change is not None:
                return change
        return super().key(name, event)

    # the steps

    def _lay_out_steps(self, look: Look) -> None:
        session = self.table.view
        margin, gap = look.px(40), look.px(28)
        bar = max(look.target(), look.px(72))
        width = look.width_px - 2 * margin
        back = min(look.px(260), width * 22 // 100)
        right = pygame.Rect(margin + width - back, look.px(28), back, bar)
        self.add(
            Label("heading", pygame.Rect(margin, right.y, width - back - gap, bar),
                  _("What happened"), units=48, bold=True)
        )  # fmt: skip
        self.add(
            Button("back", right, _("Back"), icon="arrow-left", kind="primary", units=28,
                   on_press=Pop)
        )  # fmt: skip
        top = right.bottom + look.px(20)
        room = look.height_px - look.px(32) - top
        side = width * 38 // 100
        cards = pygame.Rect(margin, top, side, room)
        self._cards(look, cards, session.latest)
        steps = pygame.Rect(cards.right + gap, top, width - side - gap, room)
        wide = steps.w - look.px(24)
        blocks: list[Widget] = []
        for n, (at, sentence) in enumerate(reversed(told(session, self.table.steps)[-LISTED:])):
            block = TextBlock(f"step-{n}", pygame.Rect(0, 0, wide, 0), at, sentence)
            block.rect.height = block.needed(look, wide)
            blocks.append(block)
        self.add(ScrollList("said", steps, blocks, gap=10))

    def _cards(self, look: Look, rect: pygame.Rect, cards: tuple[CardInPlay, ...]) -> None:
        if not cards:
            text = _("No card was played to the end yet.")
            self.add(Paragraph("empty", rect, text, units=32, smallest=18))
            return
        high = max(look.target(), look.line_height(28) + look.line_height(20) + look.px(28))
        rows: list[Widget] = []
        for card in reversed(cards):
            outcome = card.outcome
            rows.append(
                Button(
                    f"card-{card.card}",
                    pygame.Rect(0, 0, rect.w, high),
                    self._activity(card.card).title,
                    icon=outcome_icon(outcome) if outcome else "",
                    kind="tile",
                    sub=words.outcome(outcome) if outcome else "",
                    units=28,
                    on_press=partial(self.look_into, card.card),
                )
            )
        self.add(ScrollList("cards", rect, rows, gap=14, pad=6))

    def _activity(self, card_id: str) -> ActivityCard:
        return self.table.view.card(card_id) or ActivityCard(card_id, card_id)

    # one card

    def _lay_out_card(self, look: Look, card_id: str) -> None:
        session = self.table.view
        margin, gap = look.px(40), look.px(32)
        width = look.width_px - 2 * margin
        side = width * 32 // 100
        bar = max(look.target(), look.px(84))
        bottom = look.height_px - look.px(36)
        activity = self._activity(card_id)
        versions = [card for card in session.history if card.card == card_id]
        card = pygame.Rect(margin, look.px(36), side, 0)
        card.height = bottom - 2 * bar - look.px(16) - look.px(28) - card.top
        source = self.venue.picture(session.deck, activity.picture)
        self.add(
            CardView(
                "card",
                card,
                activity.title,
                activity.text,
                icon=activity.icon,
                picture=source,
                size="medium",
            )
        )
        reason = self._why_not(card_id)
        again = pygame.Rect(margin, bottom - 2 * bar - look.px(16), side, bar)
        self.add(
            Button("reopen", again, _("Discuss it again"), icon="rotate-ccw", units=28,
                   enabled=not reason, reason=reason, on_press=partial(self._ask, card_id))
        )  # fmt: skip
        self.add(
            Button("back", pygame.Rect(margin, bottom - bar, side, bar), _("Back"),
                   icon="arrow-left", kind="primary", units=28, on_press=Pop)
        )  # fmt: skip
        said = pygame.Rect(margin + side + gap, look.px(30), width - side - gap, 0)
        said.height = look.height_px - look.px(30) - said.top
        wide = said.w - look.px(34)
        widgets: list[Widget] = []
        for n, version in enumerate(reversed(versions)):
            number = len(versions) - n
            title = _("Version {number} of {total}").format(number=number, total=len(versions))
            if n == 0:
                title = _("{version}: this one counts").format(version=title)
            column = VersionColumn(session, look, wide, f"v{number}")
            widgets += column.build(version, title if len(versions) > 1 else "")
        widgets += self._notes(look, card_id, wide)
        if not widgets:
            text = _("Nothing was written down of this card yet.")
            self.add(Paragraph("empty", said, text, units=32, smallest=18))
            return
        self.add(ScrollList("said", said, widgets, gap=12, pad=6))

    def _notes(self, look: Look, card_id: str, wide: int) -> list[Widget]:
        notes: list[Widget] = []
        for n, note in enumerate(note for note in self.table.view.notes if note.card == card_id):
            rect = pygame.Rect(0, 0, wide, 0)
            block = TextBlock(f"note-{n}", rect, _("Remark"), note.text, picture="notebook-pen")
            block.rect.height = block.needed(look, wide)
            notes.append(block)
        return notes

    # again

    def _why_not(self, card_id: str) -> str:
        if self.table.read_only:
            return _("You are looking only. Nothing can be played here.")
        refused = self.table.refusal(i.Reopen(card_id))
        return words.refused(refused, self.table.view) if refused else ""

    def _ask(self, card_id: str) -> Change | None:
        title = _("Discuss “{card}” again?").format(card=self._activity(card_id).title)
        text = _("You start again with a sealed vote. What you said before stays in the record.")
        answers = (
            Answer("again", _("Discuss it again"), kind="primary", icon="rotate-ccw"),
            Answer("keep", _("Leave it as it is")),
        )
        return ask(title, text, answers, partial(self._again, card_id))

    def _again(self, card_id: str, key: str | None) -> Change | None:
        if key != "again":
            return None
        try:
            self.table.play(i.Reopen(card_id))
        except Refused as refused:
            self.say(words.refused(refused, self.table.view))
            return None
        return Pop(REOPENED)
