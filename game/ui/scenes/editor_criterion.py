"""Editing a criterion or a closing question beside a live preview of it."""

import pygame

from game import words
from game.core.cards import (
    TEXT_LENGTH,
    TITLE_LENGTH,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
)
from game.core.frozen import replace
from game.decks import edit
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.scenes.criteria import ICON, kind_title
from game.ui.scenes.editor_card import CardScene
from game.ui.scenes.editor_fields import Entry
from game.ui.scenes.options import OptionTile
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_field import TextField


class CriterionScene(CardScene[CriterionCard]):
    """A criterion card: kind, title, question, pictogram."""

    part = edit.CRITERIA

    def heading(self) -> str:
        """Name the screen."""
        return _("Criterion")

    def first_field(self) -> str:
        """Name the field that a new card is begun with."""
        return "title"

    def preview(self, look: Look, rect: pygame.Rect) -> None:
        """Show it as it is chosen in play, and as it lies in the list beside the board."""
        card, gap = self.card, look.px(20)
        head = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(24) * 2)
        self.add(
            Paragraph("kind-shown", head, kind_title(card.kind), units=24, bold=True,
                      colour=look.theme.muted, valign="bottom", smallest=14)
        )  # fmt: skip
        tile = OptionTile("tile", pygame.Rect(rect.x, head.bottom + gap // 2, rect.w, 10),
                          card.title, card.question, icon=card.icon or ICON)  # fmt: skip
        most = rect.bottom - tile.rect.y - look.px(220)
        tile.rect.height = min(most, tile.needed(look, rect.w))
        self.add(tile)
        line = pygame.Rect(rect.x, tile.rect.bottom + 2 * gap, rect.w, look.line_height(24))
        self.add(Label("listed", line, _("In the list beside the board"), units=24, bold=True,
                       colour=look.theme.muted))  # fmt: skip
        row = OptionTile("listed-tile", pygame.Rect(rect.x, line.bottom + gap // 2, 0, 10),
                         card.title, icon=card.icon or ICON)  # fmt: skip
        row.rect.width = min(look.px(430), rect.w)
        high = look.height(card.title, 26, row.rect.w, bold=True, max_lines=2) + look.px(24)
        row.rect.height = max(look.target(), min(rect.bottom - row.rect.y, high))
        self.add(row)

    def refresh(self, card: CriterionCard) -> None:
        """Show the card as it is now in the preview."""
        # Its tiles are as high as their words; with the fields they keep their focus.
        del card
        self.relayout()

    def typed_card(self) -> CriterionCard:
        """Put what was typed on the card."""
        return replace(self.card, title=self.value("title"), question=self.value("question"))

    def fields(self, look: Look, rect: pygame.Rect) -> int:
        """Add kind, title, question and pictogram."""
        card, gap = self.card, look.px(18)
        high = max(look.target(), look.px(76), look.line_height(25) + look.line_height(20))
        box = pygame.Rect(rect.x, rect.y, rect.w, high)
        kinds = tuple((kind, words.criterion_kind(kind).capitalize()) for kind in CriterionKind)
        self.add(
            Choice("kind", box, label=_("Kind"), options=kinds, value=card.kind,
                   on_change=self._kind)
        )  # fmt: skip
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, TextField.needed(look))
        self.field(box, Entry("title", _("Title"), card.title, TITLE_LENGTH))
        lines = 3 if rect.h > look.line_height(26) * 14 else 2
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, TextField.needed(look, lines=lines))
        self.field(box, Entry("question", _("Question"), card.question, TEXT_LENGTH, lines))
        box = pygame.Rect(rect.x, box.bottom + gap, min(rect.w, look.px(560)), high)
        self.add(
            Button("icon", box, _("Pictogram"), icon=card.icon or "circle-question-mark",
                   sub=terms.pictogram(card.icon), units=25, on_press=self._choose_icon)
        )  # fmt: skip
        return box.bottom

    def _kind(self, value: object) -> Change | None:
        self.put(replace(self.card, kind=CriterionKind(str(value))))
        self.relayout()
        return Stay()

    def _choose_icon(self) -> Change | None:
        return self.choose_icon(self.card.icon, lambda name: replace(self.card, icon=name))


class ClosingScene(CardScene[ClosingQuestion]):
    """A question of the closing round."""

    part = edit.CLOSING

    def heading(self) -> str:
        """Name the screen."""
        return _("Closing question")

    def first_field(self) -> str:
        """Name the field that a new question is begun with."""
        return "question"

    def preview(self, look: Look, rect: pygame.Rect) -> None:
        """Show it as large as the table reads it."""
        box = rect.copy()
        box.height = min(rect.h, look.px(560))
        self.add(Panel("card", box, radius=40))
        inner = box.inflate(-2 * look.px(44), -2 * look.px(40))
        self.add(Paragraph("shown", inner, self.card.question, units=52, bold=True, smallest=20))

    def refresh(self, card: ClosingQuestion) -> None:
        """Show the question as it is now in the preview."""
        shown = self.find("shown")
        if isinstance(shown, Paragraph):
            shown.label = card.question
            shown.changed()

    def typed_card(self) -> ClosingQuestion:
        """Put what was typed on the card."""
        return replace(self.card, question=self.value("question"))

    def fields(self, look: Look, rect: pygame.Rect) -> int:
        """Add the question."""
        box = pygame.Rect(rect.x, rect.y, rect.w, TextField.needed(look, lines=4))
        self.field(box, Entry("question", _("Question"), self.card.question, TEXT_LENGTH, 4))
        return box.bottom
