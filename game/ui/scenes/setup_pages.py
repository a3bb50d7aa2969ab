"""Three pages of the set-up screen: the talk, the cards and the rules."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

import pygame

from game import words
from game.core.frozen import replace
from game.core.setup import (
    MAX_THRESHOLD,
    MIN_THRESHOLD,
    Sealing,
    Setup,
    expected_minutes,
)
from game.decks.findings import errors
from game.decks.sentences import told
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Push, Stay
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Stepper, Toggle
from game.ui.widgets.label import Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from game.ui.scenes.setup import SetupScene

MAX_MINUTES, MAX_HAND = 15, 6
"""Less than the rules allow: more would only be a slip of the finger."""


class Page(Protocol):
    """One page: it adds its widgets to the set-up screen."""

    icon: str

    def title(self) -> str:
        """Name the page."""

    def layout(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        """Add the widgets of this page."""


class TalkPage:
    """Where and why the table talks."""

    icon = "message-circle"

    def title(self) -> str:
        """Name the page."""
        return _("The talk")

    def layout(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        """Lay the fields out in two columns; the question goes across."""
        gap = look.px(22)
        height = min(look.px(128), (rect.h - 3 * gap) // 4)
        half = (rect.w - gap) // 2
        fields = (
            ("gemeente", _("Municipality"), 0, 0, 1),
            ("wijk", _("Neighbourhood"), 0, 1, 1),
            ("question", _("Question of the day"), 1, 0, 2),
            ("table", _("Name of the table"), 2, 0, 1),
            ("date", _("Date (day-month-year)"), 2, 1, 1),
            ("missing", _("Who is missing?"), 3, 0, 1),
            ("kept_until", _("Keep the record until"), 3, 1, 1),
        )
        for name, label, row, column, span in fields:
            box = pygame.Rect(
                rect.x + column * (half + gap),
                rect.y + row * (height + gap),
                rect.w if span == 2 else half,
                height,
            )
            field = TextField(
                name, box, scene.text_state(name), label=label, units=28, on_change=scene.typed
            )
            field.wrong = name in scene.wrong()
            scene.add(field)


class CardsPage:
    """With which cards, and how many of them."""

    icon = "layers"

    def title(self) -> str:
        """Name the page."""
        return _("Cards")

    def layout(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        """Lay out the deck, the number of cards and the selection."""
        gap = look.px(20)
        height = max(look.target(), look.px(88))
        entries = scene.venue.decks()
        titles: dict[str, str] = {}
        for entry in entries:
            if not entry.errors:
                titles.setdefault(entry.id, entry.title)  # of two with one id, the first counts
        row = pygame.Rect(rect.x, rect.y, rect.w, height)
        scene.add(
            Choice(
                "deck",
                row,
                label=_("Deck"),
                options=tuple(titles.items()),
                value=scene.deck_id,
                on_change=lambda value: self._deck(scene, str(value)),
            )
        )
        row = row.move(0, height + gap)
        least, most = expected_minutes(scene.setup.cards)
        count = _number(scene, "cards", _("Number of cards"), scene.setup.cards,
                        limits=(1, scene.most_cards()),
                        change=lambda s, n: replace(s, cards=n))  # fmt: skip
        count.rect = row.copy()
        scene.add(count)
        minutes = _(
            "{least} minutes when you agree on all of them, {most} when you discuss every card."
        )
        row = row.move(0, height + gap // 2)
        scene.add(
            Paragraph(
                "minutes",
                pygame.Rect(row.x, row.y, row.w, look.px(60)),
                minutes.format(least=least, most=most),
                units=24,
                colour=look.theme.muted,
                smallest=14,
            )
        )
        row = pygame.Rect(rect.x, row.y + look.px(76), rect.w, height)
        chosen = len(scene.setup.selection)
        total = len(scene.deck.activities) if scene.deck else 0
        label = (
            _("Choose from {chosen} of the {total} cards").format(chosen=chosen, total=total)
            if chosen
            else _("Choose from all {total} cards").format(total=total)
        )
        scene.add(
            Button(
                "pick",
                row,
                label,
                icon="list-checks",
                units=28,
                enabled=total > 0,
                reason=scene.deck_trouble,
                on_press=partial(self._pick, scene),
            )
        )
        about = pygame.Rect(rect.x, row.bottom + gap, rect.w, rect.bottom - row.bottom - gap)
        scene.add(Panel("deck-panel", about, radius=24, shadow=False))
        parts = [scene.deck.about if scene.deck else scene.deck_trouble]
        broken = [told(errors(entry.findings)[0]) for entry in entries if entry.errors]
        if broken:
            parts += [_("Decks that cannot be played yet:"), *broken]
        text = "\n".join(parts)
        scene.add(
            Paragraph(
                "deck-about", about.inflate(-look.px(48), -look.px(40)), text, units=26, smallest=14
            )
        )

    def _deck(self, scene: "SetupScene", deck_id: str) -> Change | None:
        scene.choose_deck(deck_id)
        scene.relayout()
        return Stay()

    def _pick(self, scene: "SetupScene") -> Change | None:
        from game.ui.scenes.pick import PickScene

        if scene.deck is None:
            return Stay()
        return Push(PickScene(scene.deck, scene.setup.selection, scene.select))


class RulesPage:
    """How the table proposes, agrees and keeps time."""

    icon = "sliders-horizontal"

    def title(self) -> str:
        """Name the page."""
        return _("Rules")

    def layout(self, scene: "SetupScene", look: Look, rect: pygame.Rect) -> None:
        """Lay out a row an option."""
        gap = look.px(18)
        height = min(max(look.target(), look.px(88)), (rect.h - 6 * gap - look.px(70)) // 6)
        setup = scene.setup
        row = pygame.Rect(rect.x, rect.y, rect.w, height)
        sealings = (Sealing.HANDS, Sealing.VEIL, Sealing.OPEN)
        scene.add(
            Choice(
                "sealing",
                row,
                label=_("How do you propose?"),
                options=tuple((sealing, words.sealing(sealing)) for sealing in sealings),
                value=setup.sealing,
                on_change=lambda value: scene.change(
                    lambda s: replace(s, sealing=Sealing(str(value)))
                ),
            )
        )
        about = pygame.Rect(rect.x, row.bottom + gap // 3, rect.w, look.px(70))
        scene.add(
            Paragraph(
                "sealing-about",
                about,
                words.sealing_explained(setup.sealing),
                units=24,
                colour=look.theme.muted,
                smallest=14,
            )
        )
        row = pygame.Rect(rect.x, about.bottom + gap // 2, rect.w, height)
        rows = (
            _number(scene, "threshold", _("Enough agree at"), setup.threshold,
                    limits=(MIN_THRESHOLD, MAX_THRESHOLD), show=words.percent,
                    change=lambda s, n: replace(s, threshold=n)),
            _number(scene, "argue_minutes", _("Minutes to argue"), setup.argue_minutes,
                    limits=(1, MAX_MINUTES), change=lambda s, n: replace(s, argue_minutes=n)),
            _number(scene, "hand", _("Cards in a hand"), setup.hand,
                    limits=(1, MAX_HAND), change=lambda s, n: replace(s, hand=n)),
            _switch(scene, "timers", _("Timer"), setup.timers,
                    lambda s, on: replace(s, timers=on)),
            _switch(scene, "facilitator", _("The facilitator holds a seat too"),
                    setup.facilitator_holds_seat,
                    lambda s, on: replace(s, facilitator_holds_seat=on)),
        )  # fmt: skip
        for widget in rows:
            widget.rect = row.copy()
            scene.add(widget)
            row = row.move(0, height + gap)


def _number(
    scene: "SetupScene",
    name: str,
    label: str,
    value: int,
    *,
    limits: tuple[int, int],
    change: Callable[[Setup, int], Setup],
    show: Callable[[int], str] = str,
) -> Stepper:
    """Make a row for a number of the set-up; its place is given by the page."""
    low, high = limits
    return Stepper(
        name,
        pygame.Rect(0, 0, 0, 0),
        label=label,
        value=value,
        low=low,
        high=high,
        show=show,
        on_change=lambda value: scene.change(lambda setup: change(setup, value)),
    )


def _switch(
    scene: "SetupScene",
    name: str,
    label: str,
    value: bool,
    change: Callable[[Setup, bool], Setup],
) -> Toggle:
    """Make a row for something that is on or off; its place is given by the page."""
    return Toggle(
        name,
        pygame.Rect(0, 0, 0, 0),
        label=label,
        value=value,
        on_change=lambda on: scene.change(lambda setup: change(setup, on)),
    )
