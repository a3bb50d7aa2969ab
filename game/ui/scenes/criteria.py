"""The criterion cards: as a list beside the board, and opened to choose one from."""

from collections.abc import Callable
from functools import partial

import pygame

from game import words
from game.core.cards import CriterionCard, CriterionKind, Deck
from game.i18n import _
from game.ui.changes import Change
from game.ui.events import Event, Pointer
from game.ui.look import Look
from game.ui.scene import Scene
from game.ui.scenes.options import OptionTile
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget

ROW = "criterion-"
"""How the names in the list begin; what follows is the id of the criterion."""
PICK = "pick-"
"""How the names begin where the criteria are opened."""
WITHOUT = "none"
"""Stands for no criterion."""
ICON = "layers"
TIGHT = 22
"""How large the titles in a tight list are, in units."""

Choose = Callable[[str], Change | None]


def named(name: str | None) -> str | None:
    """Give the id of the criterion that a widget stands for; None for other widgets."""
    for prefix in (ROW, PICK):
        if name is not None and name.startswith(prefix):
            return name.removeprefix(prefix)
    return None


def grouped(deck: Deck) -> tuple[tuple[CriterionKind, tuple[CriterionCard, ...]], ...]:
    """Put the criteria of a deck by kind; kinds without criteria are left out."""
    kinds = ((kind, tuple(c for c in deck.criteria if c.kind is kind)) for kind in CriterionKind)
    return tuple((kind, cards) for kind, cards in kinds if cards)


def kind_title(kind: CriterionKind) -> str:
    """Say what the criteria of a kind ask."""
    match kind:
        case CriterionKind.PURPOSE:
            return _("Purpose: does it belong here?")
        case CriterionKind.PROPERTY:
            return _("Property: does it belong here?")
        case CriterionKind.SPHERE:
            return _("Sphere: to which part?")


class CriterionRow(OptionTile):
    """A criterion in the list; a finger that goes aside drags it, one that goes down scrolls."""

    def __init__(self, name: str, title: str, picture: str, *, selected: bool, choose: Choose,
                 drags: bool, tight: bool) -> None:  # fmt: skip
        super().__init__(
            ROW + name,
            pygame.Rect(0, 0, 10, 10),
            title,
            icon=picture,
            selected=selected,
            on_press=partial(choose, name),
        )
        self.drags = self.draggable = drags
        self.tight = tight
        if tight:
            self.units = TIGHT
        self._from = (0, 0)

    def needed(self, look: Look, width: int) -> int:
        """Tell the height: two lines at most, in which a long title shrinks."""
        room = self._room(look, width)
        high = look.height(self.title, self.units, room, bold=True, max_lines=2)
        least = look.target() if self.tight else max(look.target(), look.px(60))
        return max(least, high + look.px(10 if self.tight else 18))

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
    """The list beside the board; it shows no half headings."""

    def _place(self) -> None:
        super()._place()
        for child in self.children:
            if isinstance(child, Label):
                child.visible = self.rect.top <= child.rect.top <= self.rect.bottom - child.rect.h


def side_list(
    look: Look,
    rect: pygame.Rect,
    deck: Deck,
    chosen: str,
    choose: Choose,
    *,
    drags: bool = True,
    tight: bool = False,
) -> ScrollList:
    """Make the list beside the board; its cards can be pressed, and dragged onto a place.

    A tight one, where the letters are large and the window is not, shows more of them at once.
    """
    rows: list[Widget] = []
    row = partial(CriterionRow, choose=choose, drags=drags, tight=tight)
    for kind, criteria in grouped(deck):
        line = pygame.Rect(0, 0, 10, look.line_height(20) + look.px(4))
        head = words.criterion_kind(kind).capitalize()
        rows.append(Label(f"kind-{kind}", line, head, units=20, colour=look.theme.muted, bold=True))
        rows.extend(
            row(
                criterion.id,
                criterion.title,
                criterion.icon or ICON,
                selected=criterion.id == chosen,
            )
            for criterion in criteria
        )
    title = _("Without a criterion")
    rows.append(row(WITHOUT, title, "message-square-text", selected=False))
    return CriteriaList("criteria", rect, rows, gap=6 if tight else 10, arrow=True)


class Picker:
    """The criteria opened over the board, a column for each kind."""

    def __init__(self, deck: Deck) -> None:
        self.columns: list[list[str]] = []
        self._groups = grouped(deck)

    def layout(self, scene: Scene, look: Look, rect: pygame.Rect, choose: Choose) -> None:
        """Add the columns to a scene."""
        head = pygame.Rect(rect.x, rect.y, rect.w, max(look.px(52), look.line_height(34)))
        scene.add(Paragraph("pick-heading", head, _("Which criterion do you play?"), units=38,
                            bold=True, valign="middle", smallest=20))  # fmt: skip
        body = pygame.Rect(rect.x, head.bottom + look.px(12), rect.w, 0)
        body.height = rect.bottom - body.top
        gap = look.px(16)
        count = max(1, len(self._groups))
        wide = (body.width - gap * (count - 1)) // count
        if wide < look.font_px(24) * 9:
            self._stack(scene, look, body, choose)
            return
        self.columns = []
        for n, (kind, criteria) in enumerate(self._groups):
            box = pygame.Rect(body.x + n * (wide + gap), body.y, wide, body.height)
            line = pygame.Rect(box.x, box.y, wide, look.line_height(22) * 2)
            scene.add(Paragraph(f"pick-kind-{kind}", line, kind_title(kind), units=22, bold=True,
                                colour=look.theme.muted, valign="bottom", smallest=14))  # fmt: skip
            box.top = line.bottom + look.px(8)
            box.height = body.bottom - box.top
            tiles = [_tile(criterion, wide, choose) for criterion in criteria]
            if n == count - 1:
                tiles.append(_without(wide, choose))
            self.columns.append([tile.name for tile in tiles])
            scene.add(ScrollList(f"pick-{kind}", box, tiles, gap=12))

    def _stack(self, scene: Scene, look: Look, body: pygame.Rect, choose: Choose) -> None:
        tiles: list[Widget] = []
        for kind, criteria in self._groups:
            line = pygame.Rect(0, 0, body.width, look.line_height(22) + look.px(4))
            tiles.append(Label(f"pick-kind-{kind}", line, kind_title(kind), units=22, bold=True,
                               colour=look.theme.muted))  # fmt: skip
            tiles += [_tile(criterion, body.width, choose) for criterion in criteria]
        tiles.append(_without(body.width, choose))
        self.columns = [[tile.name for tile in tiles if tile.focusable]]
        scene.add(ScrollList("pick-list", body, tiles, gap=12))

    @property
    def first(self) -> str | None:
        """Name the tile that gets the focus when the criteria open."""
        return self.columns[0][0] if self.columns and self.columns[0] else None

    def moved(self, focus: str | None, key: str) -> str | None:
        """Name the tile that an arrow leads to; None when the key is no arrow."""
        if key not in ("up", "down", "left", "right"):
            return None
        at = next(
            ((n, column.index(focus)) for n, column in enumerate(self.columns) if focus in column),
            None,
        )
        if at is None:
            return self.first
        across, down = at
        across = max(0, min(len(self.columns) - 1, across + (key == "right") - (key == "left")))
        down += (key == "down") - (key == "up")
        column = self.columns[across]
        return column[max(0, min(len(column) - 1, down))]


def _tile(criterion: CriterionCard, wide: int, choose: Choose) -> OptionTile:
    return OptionTile(
        f"{PICK}{criterion.id}",
        pygame.Rect(0, 0, wide, 10),
        criterion.title,
        criterion.question,
        icon=criterion.icon or ICON,
        on_press=partial(choose, criterion.id),
    )


def _without(wide: int, choose: Choose) -> OptionTile:
    return OptionTile(
        f"{PICK}{WITHOUT}",
        pygame.Rect(0, 0, wide, 10),
        _("Without a criterion"),
        _("Only an argument in your own words."),
        icon="message-square-text",
        on_press=partial(choose, WITHOUT),
    )
