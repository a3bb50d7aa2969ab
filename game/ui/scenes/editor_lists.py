"""The tabs of the deck editor that list cards, criteria and closing questions."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic

import pygame

from game.decks import edit
from game.decks.edit import Card, Part, Row, State
from game.decks.findings import Finding
from game.i18n import _, ngettext
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes import editor_terms as terms
from game.ui.widgets.button import Button
from game.ui.widgets.deck_tile import DeckTile
from game.ui.widgets.grid_list import GridList
from game.ui.widgets.label import Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.scenes.deck_editor import DeckEditorScene

MOST = 300
"""How many cards are shown at once; a search finds the others."""
CARD = "card-"
"""How the names of the tiles begin; what follows is the id of the card."""


class Tab(ABC):
    """One page of the editor."""

    icon = ""

    @abstractmethod
    def title(self) -> str:
        """Name the page."""

    @abstractmethod
    def layout(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        """Add the widgets of this page."""

    @abstractmethod
    def checked(self, scene: "DeckEditorScene") -> None:
        """Show what was found just now, without laying anything out again."""

    def key(self, scene: "DeckEditorScene", name: str) -> Change | None:
        """Handle a key of this page."""
        del scene, name
        return None

    def moved(self, scene: "DeckEditorScene", what: str, onto: str) -> Change | None:
        """Handle a card that was dragged onto another."""
        del scene, what, onto
        return None

    def open(self, scene: "DeckEditorScene", card_id: str) -> Change | None:
        """Open a card, if this page has it."""
        del scene, card_id
        return None


class ListTab(Tab, Generic[Card]):
    """A grid of cards with a search and filters."""

    part: Part[Card]
    columns = 4

    def __init__(self) -> None:
        self.filter = ""
        """`state:own`, or a word of the card behind `word:`; empty shows every card."""

    # what differs from list to list

    @abstractmethod
    def new_label(self) -> str:
        """Say what the button for a new card does."""

    @abstractmethod
    def picture_of(self, card: Card) -> str:
        """Name the pictogram on its tile."""

    @abstractmethod
    def words_of(self, card: Card) -> tuple[str, ...]:
        """List what cards can be filtered by, besides their state."""

    @abstractmethod
    def text_of(self, card: Card) -> str:
        """Give all that a search looks in."""

    @abstractmethod
    def scene_of(self, scene: "DeckEditorScene", card_id: str) -> Change:
        """Open the screen on which it is edited."""

    def photo_of(self, scene: "DeckEditorScene", card: Card) -> Path | None:
        """Find its picture."""
        del scene, card
        return None

    def word_title(self) -> str:
        """Name what cards can be filtered by."""
        return ""

    # the page

    def shown(self, scene: "DeckEditorScene") -> tuple[Row[Card], ...]:
        """List the rows that the filter and the search leave."""
        sought = scene.text_state(f"search-{self.part.name}", limit=60).text.strip().casefold()
        kind, _colon, value = self.filter.partition(":")
        return tuple(
            row
            for row in scene.bench.rows(self.part)
            if (kind != "state" or row.state == value)
            and (kind != "word" or value in self.words_of(row.card))
            and (not sought or all(p in self.text_of(row.card).casefold() for p in sought.split()))
        )

    def layout(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        """Lay out the filters at the left, the search, and the grid."""
        gap = look.px(20)
        high = max(look.target(), look.px(68))
        side = min(look.px(380), rect.w * 24 // 100)
        self._filters(scene, look, pygame.Rect(rect.x, rect.y, side, rect.h))
        left = rect.x + side + gap
        room = rect.right - left
        add = pygame.Rect(0, rect.y, max(look.px(360), room * 26 // 100), high)
        add.right = rect.right
        search = pygame.Rect(left, rect.y, add.left - gap - left, high)
        name = f"search-{self.part.name}"
        scene.add(
            TextField(
                name, search, scene.text_state(name, limit=60), label=_("Search"),
                placeholder=_("Search"), show_label=False, units=28,
                on_change=lambda _text: scene.relayout(), on_submit=partial(self._to_found, scene),
            )
        )  # fmt: skip
        scene.add(
            Button("new", add, self.new_label(), icon="plus", kind="primary", units=28,
                   on_press=partial(self.add, scene))
        )  # fmt: skip
        top = add.bottom + gap
        self._grid(scene, look, pygame.Rect(left, top, room, rect.bottom - top))

    def _to_found(self, scene: "DeckEditorScene") -> Change | None:
        """Go from the search to the first card that it found."""
        grid = scene.find("cards")
        if grid is not None:
            scene.by_keyboard = True
            scene.focus_on(grid.children[0].name)
        return Stay()

    def _grid(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        rows = self.shown(scene)
        if not rows:
            empty = (
                _("Nothing here fits what you look for.")
                if scene.bench.rows(self.part)
                else _("There is nothing here yet. Add the first one.")
            )
            scene.add(Paragraph("empty", rect, empty, units=32, smallest=16))
            return
        least = look.font_px(26) * 11 + look.px(170)
        columns = max(1, min(self.columns, (rect.w + look.px(14)) // least))
        high = max(look.px(140), look.line_height(26) * 2 + look.line_height(20) + look.px(30))
        tiles: list[Widget] = [self._tile(scene, row) for row in rows[:MOST]]
        if len(rows) > MOST:
            left = rect.copy()
            left.height = look.line_height(24)
            left.bottom = rect.bottom
            more = len(rows) - MOST
            text = ngettext(
                "{count} more. Search to see it.", "{count} more. Search to see them.", more
            )
            scene.add(Paragraph("more", left, text.format(count=more), units=24, smallest=14))
            rect = pygame.Rect(rect.x, rect.y, rect.w, left.top - look.px(8) - rect.y)
        scene.add(GridList("cards", rect, tiles, columns=columns, high=high, pad=6))

    def _tile(self, scene: "DeckEditorScene", row: Row[Card]) -> DeckTile:
        card, bench = row.card, scene.bench
        based = bench.base is not None
        return DeckTile(
            f"{CARD}{card.id}",
            pygame.Rect(0, 0, 10, 10),
            self.part.words(card).strip() or _("(no title yet)"),
            icon=self.picture_of(card),
            picture=self.photo_of(scene, card),
            status=terms.state(row.state) if based else "",
            status_icon=terms.STATE_ICONS[row.state] if based else "",
            mark=terms.mark(bench.about(self.part.name, card.id)),
            faded=row.state is State.DROPPED,
            moves=not self.filter and (not (based and self.part.merged) or row.below is None),
            on_press=partial(self.open, scene, card.id),
        )

    def _filters(self, scene: "DeckEditorScene", look: Look, rect: pygame.Rect) -> None:
        rows = scene.bench.rows(self.part)
        high = max(look.target(), look.px(60))
        box = pygame.Rect(0, 0, rect.w, high)
        played = sum(row.state is not State.DROPPED for row in rows)
        found: list[Widget] = [self._filter(scene, "", _("All of them"), "layers", played)]
        if scene.bench.base is not None:
            for state in State:
                count = sum(row.state is state for row in rows)
                name, picture = terms.states(state), terms.STATE_ICONS[state]
                found.append(self._filter(scene, f"state:{state}", name, picture, count))
            found.append(self._restore_all(scene, box))
        counts: dict[str, int] = {}
        for row in rows:
            for word in self.words_of(row.card):
                counts[word] = counts.get(word, 0) + 1
        if counts:
            found.append(
                Paragraph("words", box.copy(), self.word_title(), units=24, bold=True,
                          colour=look.theme.muted, valign="bottom", smallest=14)
            )  # fmt: skip
        for word in sorted(counts, key=lambda word: (-counts[word], word)):
            name = self.worded(word)
            found.append(self._filter(scene, f"word:{word}", name, "", counts[word]))
        scene.add(ScrollList("filters", rect, found, gap=10, pad=4))

    def worded(self, word: str) -> str:
        """Say a word that cards are filtered by."""
        return word

    def _filter(
        self, scene: "DeckEditorScene", value: str, label: str, picture: str, count: int
    ) -> Button:
        high = max(scene.look.target(), scene.look.px(60))
        return Button(
            f"filter-{value}", pygame.Rect(0, 0, 10, high), label, icon=picture, badge=str(count),
            units=24, align="left", selected=self.filter == value,
            on_press=partial(self._by, scene, value),
        )  # fmt: skip

    def _by(self, scene: "DeckEditorScene", value: str) -> Change | None:
        self.filter = value
        scene.offsets.pop("cards", None)
        scene.relayout()
        return Stay()

    def _restore_all(self, scene: "DeckEditorScene", box: pygame.Rect) -> Button:
        bench = scene.bench
        able = bench.base is not None and bench.draft != edit.restore_all(
            bench.draft, bench.base, self.part
        )
        return Button(
            "restore-all", box.copy(), _("Back to the base deck"), icon="rotate-ccw", kind="quiet",
            units=24, align="left", enabled=able, reason=_("All of it is as in the base deck."),
            on_press=partial(self._back_to_base, scene),
        )  # fmt: skip

    def _back_to_base(self, scene: "DeckEditorScene") -> Change | None:
        bench = scene.bench
        if bench.base is not None:
            scene.put(edit.restore_all(bench.draft, bench.base, self.part))
            scene.say(_("As in the base deck again. Ctrl+Z takes that back."))
        return Stay()

    def order(self, scene: "DeckEditorScene") -> Callable[[], tuple[str, ...]]:
        """Give what lists the cards that are shown, to go from one to the next."""
        return lambda: tuple(row.card.id for row in self.shown(scene))

    def checked(self, scene: "DeckEditorScene") -> None:
        """Mark the cards with which something is wrong."""
        found: dict[str, list[Finding]] = {}
        for one in scene.bench.about(self.part.name):
            found.setdefault(one.where.card, []).append(one)
        grid = scene.find("cards")
        for tile in grid.children if grid is not None else ():
            if isinstance(tile, DeckTile):
                mark = terms.mark(found.get(tile.name.removeprefix(CARD), ()))
                if mark != tile.mark:
                    tile.mark = mark
                    tile.changed()

    # doing

    def add(self, scene: "DeckEditorScene") -> Change | None:
        """Add a card and open it."""
        chosen, self.filter = self.chosen(scene), ""
        scene.text_state(f"search-{self.part.name}", limit=60).replace_all("")
        made = scene.bench.add(self.part, self.part.blank, after=chosen)
        return self.scene_of(scene, made)

    def open(self, scene: "DeckEditorScene", card_id: str) -> Change | None:
        """Open a card, if this page has it."""
        if scene.bench.row(self.part, card_id) is None:
            return None
        return self.scene_of(scene, card_id)

    def chosen(self, scene: "DeckEditorScene") -> str:
        """Give the id of the card that has the focus; empty when none has."""
        name = scene.focus or ""
        card_id = name.removeprefix(CARD) if name.startswith(CARD) else ""
        return card_id if scene.bench.row(self.part, card_id) else ""

    def key(self, scene: "DeckEditorScene", name: str) -> Change | None:
        """Add, search, and move, copy or drop the card that has the focus."""
        if name in ("ctrl+n", "insert"):
            return self.add(scene)
        if name == "ctrl+f":
            scene.focus_on(f"search-{self.part.name}")
            return Stay()
        grid = scene.find("cards")
        if isinstance(grid, GridList) and name in ("pageup", "pagedown", "home", "end"):
            return grid.scroll_key(pygame.event.Event(pygame.KEYDOWN, key=_PAGES[name], mod=0))
        chosen = self.chosen(scene)
        if not chosen:
            return None
        match name:
            case "alt+up" | "alt+left":
                return self._step(scene, chosen, -1)
            case "alt+down" | "alt+right":
                return self._step(scene, chosen, 1)
            case "ctrl+d":
                draft, made = edit.duplicate(scene.bench.draft, scene.bench.base, self.part, chosen)
                scene.put(draft)
                scene.focus_on(f"{CARD}{made}")
            case "delete":
                return self._drop(scene, chosen)
            case "ctrl+r":
                bench = scene.bench
                scene.put(edit.restore(bench.draft, bench.base, self.part, chosen))
            case _:
                return None
        return Stay()

    def _drop(self, scene: "DeckEditorScene", card_id: str) -> Change | None:
        bench = scene.bench
        row = edit.row(bench.draft, bench.base, self.part, card_id)
        name = self.part.words(row.card)
        if row.state is State.DROPPED:
            scene.put(edit.restore(bench.draft, bench.base, self.part, card_id))
            scene.say(_("“{name}” joins in again.").format(name=name))
            return Stay()
        scene.put(edit.drop(bench.draft, bench.base, self.part, card_id))
        scene.say(terms.dropped(name))
        return Stay()

    def _step(self, scene: "DeckEditorScene", card_id: str, step: int) -> Change | None:
        bench = scene.bench
        if not bench.may_move(self.part, card_id, step):
            scene.say(_("This card cannot go further that way."))
            return Stay()
        to = bench.place(self.part, card_id) + step
        scene.put(edit.move(bench.draft, bench.base, self.part, card_id, to))
        scene.focus = None
        scene.focus_on(f"{CARD}{card_id}")
        return Stay()

    def moved(self, scene: "DeckEditorScene", what: str, onto: str) -> Change | None:
        """Put a card in the place of the one that it was dragged onto."""
        bench = scene.bench
        ids = [row.card.id for row in bench.rows(self.part)]
        if what in ids and onto in ids:
            scene.put(edit.move(bench.draft, bench.base, self.part, what, ids.index(onto)))
        return Stay()


_PAGES = {
    "pageup": pygame.K_PAGEUP, "pagedown": pygame.K_PAGEDOWN, "home": pygame.K_HOME,
    "end": pygame.K_END,
}  # fmt: skip
