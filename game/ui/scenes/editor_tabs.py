"""The three lists of a deck as tabs of the editor: cards, criteria and closing questions."""

from pathlib import Path
from typing import TYPE_CHECKING

from game import words
from game.core.cards import ActivityCard, ClosingQuestion, CriterionCard, CriterionKind
from game.decks import edit
from game.i18n import _
from game.ui.scene import Change, Push
from game.ui.scenes.editor_lists import ListTab

if TYPE_CHECKING:
    from game.ui.scenes.deck_editor import DeckEditorScene


class ActivitiesTab(ListTab[ActivityCard]):
    """The activity cards."""

    icon = "layers"
    part = edit.ACTIVITIES

    def title(self) -> str:
        """Name the page."""
        return _("Cards")

    def new_label(self) -> str:
        """Say what the button for a new card does."""
        return _("New card")

    def picture_of(self, card: ActivityCard) -> str:
        """Name the pictogram on its tile."""
        return card.icon or ("image" if card.picture else "")

    def photo_of(self, scene: "DeckEditorScene", card: ActivityCard) -> Path | None:
        """Find its picture."""
        return scene.bench.picture(card.picture)

    def words_of(self, card: ActivityCard) -> tuple[str, ...]:
        """List its keywords."""
        return card.tags

    def word_title(self) -> str:
        """Name what cards can be filtered by."""
        return _("Keywords")

    def text_of(self, card: ActivityCard) -> str:
        """Give all that a search looks in."""
        return f"{card.title} {card.text} {' '.join(card.tags)}"

    def scene_of(self, scene: "DeckEditorScene", card_id: str) -> Change:
        """Open the screen on which it is edited."""
        from game.ui.scenes.editor_activity import ActivityScene

        return Push(ActivityScene(scene.bench, card_id, self.order(scene)))


class CriteriaTab(ListTab[CriterionCard]):
    """The criterion cards."""

    icon = "scale"
    part = edit.CRITERIA

    def title(self) -> str:
        """Name the page."""
        return _("Criteria")

    def new_label(self) -> str:
        """Say what the button for a new card does."""
        return _("New criterion")

    def picture_of(self, card: CriterionCard) -> str:
        """Name the pictogram on its tile."""
        return card.icon or "scale"

    def words_of(self, card: CriterionCard) -> tuple[str, ...]:
        """Give its kind."""
        return (card.kind.value,)

    def worded(self, word: str) -> str:
        """Say a kind."""
        return words.criterion_kind(CriterionKind(word)).capitalize()

    def word_title(self) -> str:
        """Name what cards can be filtered by."""
        return _("Kinds")

    def text_of(self, card: CriterionCard) -> str:
        """Give all that a search looks in."""
        return f"{card.title} {card.question}"

    def scene_of(self, scene: "DeckEditorScene", card_id: str) -> Change:
        """Open the screen on which it is edited."""
        from game.ui.scenes.editor_criterion import CriterionScene

        return Push(CriterionScene(scene.bench, card_id, self.order(scene)))


class ClosingTab(ListTab[ClosingQuestion]):
    """The questions of the closing round."""

    icon = "flag"
    part = edit.CLOSING
    columns = 2

    def title(self) -> str:
        """Name the page."""
        return _("Closing questions")

    def new_label(self) -> str:
        """Say what the button for a new question does."""
        return _("New question")

    def picture_of(self, card: ClosingQuestion) -> str:
        """Name the pictogram on its tile."""
        del card
        return "flag"

    def words_of(self, card: ClosingQuestion) -> tuple[str, ...]:
        """Give nothing: questions have no kinds."""
        del card
        return ()

    def text_of(self, card: ClosingQuestion) -> str:
        """Give all that a search looks in."""
        return card.question

    def scene_of(self, scene: "DeckEditorScene", card_id: str) -> Change:
        """Open the screen on which it is edited."""
        from game.ui.scenes.editor_criterion import ClosingScene

        return Push(ClosingScene(scene.bench, card_id, self.order(scene)))
