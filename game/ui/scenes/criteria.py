"""The criteria to argue with: rows in their kinds, pressed, dragged onto a place, or scrolled."""

from collections.abc import Callable
from functools import partial

import pygame

from game import words
from game.core.cards import CriterionCard, CriterionKind, Deck
from game.i18n import _
from game.ui.changes import Change
from game.ui.events import Event, Pointer
from game.ui.look import Look
from game.ui.scenes.options import OptionTile
from game.ui.widgets.label import Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget

PREFIX = "criterion-"
WITHOUT = f"{PREFIX}none"
"""The name of the row for an argument without a criterion."""


class CriterionRow(OptionTile):
    """A criterion; a finger that goes aside drags it, one that goes up or down scrolls."""

    def __init__(
        self,
        criterion: CriterionCard,
        *,
        selected: bool,
        on_press: Callable[[], Change | None],
        draggable: bool = True,
    ) -> None:
        super().__init__(
            PREFIX + criterion.id,
            pygame.Rect(0, 0, 10, 10),
            criterion.title,
            icon=criterion.icon or "tag",
            selected=selected,
            on_press=on_press,
        )
        self.drags = self.draggable = draggable
        self._from = (0, 0)

    def handle(self, event: Event) -> Change | None:
        """See which way the finger goes."""
        if isinstance(event, Pointer) and event.kind == "down":
            self._from, self.draggable = event.pos, self.drags
        elif isinstance(event, Pointer) and event.kind == "move" and self.held:
            aside = abs(event.pos[0] - self._from[0])
            along = abs(event.pos[1] - self._from[1])
            if along > aside and along > 2:
                self.draggable = False
        return super().handle(event)


class CriteriaList(ScrollList):
    """Every criterion of a deck, grouped by what it helps to decide."""

    def __init__(
        self,
        look: Look,
        rect: pygame.Rect,
        deck: Deck,
        chosen: str | None,
        on_choose: Callable[[str], Change | None],
        *,
        draggable: bool = True,
    ) -> None:
        """Make the list; `chosen` is an id, empty for no criterion, None before the choice."""
        rows: list[Widget] = []
        for kind in CriterionKind:
            group = [criterion for criterion in deck.criteria if criterion.kind is kind]
            if group:
                head = words.criterion_kind(kind).capitalize()
                rows.append(
                    Paragraph(
                        f"kind-{kind}", pygame.Rect(0, 0, 10, 10), head, units=21, bold=True,
                        colour=look.theme.muted,
                    )
                )  # fmt: skip
            rows.extend(
                CriterionRow(
                    criterion,
                    selected=criterion.id == chosen,
                    on_press=partial(on_choose, criterion.id),
                    draggable=draggable,
                )
                for criterion in group
            )
        rows.append(
            OptionTile(
                WITHOUT,
                pygame.Rect(0, 0, 10, 10),
                _("Without a criterion"),
                icon="message-circle",
                selected=chosen == "",
                on_press=partial(on_choose, ""),
            )
        )
        super().__init__("criteria", rect, rows, gap=8)


def criterion_of(name: str, deck: Deck) -> CriterionCard | None:
    """Find the criterion that a row stands for."""
    return deck.criterion(name.removeprefix(PREFIX)) if name.startswith(PREFIX) else None
