"""Choosing the cards of a session by hand or by tag."""

from collections.abc import Callable
from functools import partial

import pygame

from game.core.cards import ActivityCard, Deck
from game.i18n import _, ngettext
from game.ui.look import Look
from game.ui.scene import Change, Pop, Scene, Stay
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget

COLUMNS = 3


class PickScene(Scene):
    """Tick the cards to play with.

    Args:
        deck: the cards to choose from.
        selection: ids chosen so far; none means all.
        done: takes the new selection; none when every card is in.
    """

    def __init__(
        self, deck: Deck, selection: tuple[str, ...], done: Callable[[tuple[str, ...]], None]
    ) -> None:
        super().__init__()
        self.deck = deck
        self.done = done
        self.title = _("Choose cards")
        everything = tuple(card.id for card in deck.activities)
        self.chosen: frozenset[str] = frozenset(selection or everything)
        self.tag = ""

    def tags(self) -> tuple[str, ...]:
        """List the tags of the deck, the most used first."""
        count: dict[str, int] = {}
        for card in self.deck.activities:
            for tag in card.tags:
                count[tag] = count.get(tag, 0) + 1
        return tuple(sorted(count, key=lambda tag: (-count[tag], tag)))

    def shown(self) -> tuple[ActivityCard, ...]:
        """List the cards that the tag and the search leave."""
        sought = self.text_state("search", limit=60).text.strip().casefold()
        return tuple(
            card
            for card in self.deck.activities
            if (not self.tag or self.tag in card.tags)
            and (sought in card.title.casefold() or sought in card.text.casefold())
        )

    def layout(self, look: Look) -> None:
        """Lay out the search, the tags and the cards in three columns."""
        margin, gap = look.px(40), look.px(16)
        width = look.width_px - 2 * margin
        bar = max(look.target(), look.px(76))
        head = pygame.Rect(margin, look.px(28), width, bar)
        self.add(
            Label("heading", pygame.Rect(head.x, head.y, width * 55 // 100, bar),
                  self._heading(), units=40, bold=True)
        )  # fmt: skip
        self.add(
            TextField(
                "search",
                pygame.Rect(head.x + width * 58 // 100, head.y, width * 42 // 100, bar),
                self.text_state("search", limit=60),
                label=_("Search"),
                placeholder=_("Search"),
                show_label=False,
                units=28,
                on_change=self._searched,
            )
        )
        side = min(look.px(360), width * 24 // 100)
        top = head.bottom + look.px(20)
        foot = pygame.Rect(margin, look.height_px - margin - bar, width, bar)
        room = foot.y - look.px(20) - top
        self._tags(look, pygame.Rect(margin, top, side, room))
        cards = pygame.Rect(margin + side + gap, top, width - side - gap, room)
        self._cards(look, cards)
        self._foot(look, foot)

    def _heading(self) -> str:
        count = len(self.chosen)
        return ngettext("{count} card joins in", "{count} cards join in", count).format(count=count)

    def _tags(self, look: Look, rect: pygame.Rect) -> None:
        height = max(look.target(), look.px(60))
        box = pygame.Rect(0, 0, rect.w, height)
        buttons: list[Widget] = [
            Button("tag-", box.copy(), _("All cards"), selected=not self.tag, units=26,
                   on_press=partial(self._by_tag, ""))
        ]  # fmt: skip
        buttons += [
            Button(f"tag-{tag}", box.copy(), tag, selected=tag == self.tag, units=26,
                   on_press=partial(self._by_tag, tag))
            for tag in self.tags()
        ]  # fmt: skip
        self.add(ScrollList("tags", rect, buttons))

    def _cards(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(12)
        bar = look.px(18)
        width = (rect.w - bar - gap * (COLUMNS - 1)) // COLUMNS
        height = max(look.target(), look.px(76))
        shown = self.shown()
        rows = [
            _Row(f"row-{n}", pygame.Rect(0, 0, rect.w, height), [
                self._card(card, pygame.Rect(k * (width + gap), 0, width, height))
                for k, card in enumerate(shown[n : n + COLUMNS])
            ])
            for n in range(0, len(shown), COLUMNS)
        ]  # fmt: skip
        self.add(ScrollList("cards", rect, rows))

    def _card(self, card: ActivityCard, rect: pygame.Rect) -> Button:
        chosen = card.id in self.chosen
        return Button(
            f"card-{card.id}",
            rect,
            card.title,
            icon="square-check-big" if chosen else "square",
            kind="secondary" if chosen else "quiet",
            align="left",
            units=26,
            on_press=partial(self._toggle, card.id),
        )

    def _foot(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(16)
        width = (rect.w - 2 * gap) // 3
        boxes = [pygame.Rect(rect.x + n * (width + gap), rect.y, width, rect.h) for n in range(3)]
        self.add(
            Button("none", boxes[0], _("These cards stay out"), icon="square", units=28,
                   on_press=partial(self._all, False))
        )  # fmt: skip
        self.add(
            Button("all", boxes[1], _("These cards join in"), icon="square-check-big", units=28,
                   on_press=partial(self._all, True))
        )  # fmt: skip
        reason = "" if self.chosen else _("Choose one card or more.")
        self.add(
            Button("done", boxes[2], _("Done"), icon="check", kind="primary", units=32,
                   enabled=not reason, reason=reason, on_press=self.main_action)
        )  # fmt: skip

    def _searched(self, text: str) -> None:
        del text
        self.relayout()

    def _by_tag(self, tag: str) -> Change | None:
        self.tag = tag
        self.offsets.pop("cards", None)
        self.relayout()
        return Stay()

    def _toggle(self, card: str) -> Change | None:
        self.chosen ^= {card}
        self.relayout()
        return Stay()

    def _all(self, taken: bool) -> Change | None:
        shown = {card.id for card in self.shown()}
        self.chosen = self.chosen | shown if taken else self.chosen - shown
        self.relayout()
        return Stay()

    def main_action(self) -> Change | None:
        """Keep the choice and go back."""
        if not self.chosen:
            self.say(_("Choose one card or more."))
            return Stay()
        cards = tuple(card.id for card in self.deck.activities if card.id in self.chosen)
        self.done(() if len(cards) == len(self.deck.activities) else cards)
        return Pop()


class _Row(Widget):
    """A few cards beside each other in the list."""

    def __init__(self, name: str, rect: pygame.Rect, cards: list[Button]) -> None:
        super().__init__(name, rect)
        self.children = tuple(cards)
