"""Recording: the outcome that the rule proposes, in words that the table makes its own."""

from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core import settling
from game.core.cards import Crux
from game.core.frozen import replace
from game.core.outcome import DISCUSSED, Outcome
from game.core.scoring import score
from game.core.session import CardInPlay
from game.core.settlement import Settlement
from game.core.setup import MAX_LETTERS
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Replace, Stay
from game.ui.scenes.column_card import ColumnCard
from game.ui.scenes.landing import LandingScene
from game.ui.scenes.options import Columns, OptionTile
from game.ui.scenes.play import PlayScene
from game.ui.scenes.points import PointsView
from game.ui.scenes.settle_fields import (
    Ending,
    Entry,
    ending_label,
    endings,
    entries,
    round_why,
    settlement,
    why,
)
from game.ui.scenes.settle_head import evenly, title_labels
from game.ui.scenes.votes import standing_rows
from game.ui.theme import outcome_icon
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Toggle
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.text_field import TextField
from game.ui.widgets.text_state import TextState
from game.ui.widgets.widget import Widget

CARD_LEAST = 48
"""How much of its column the card keeps beside many votes, in percent."""
LEFT, RIGHT, GAP = 440, 404, 26
"""Widths of the columns beside the fields, in units of 1920."""
UNITS = 28
"""Size of the letters that are typed."""
FIELD_GAP = 8


class SettleScene(PlayScene):
    """The table reads the draft, makes it its own, and records the card."""

    # what is recorded

    def _endings(self) -> tuple[Ending, ...]:
        return endings(self.card, self.view.setup.threshold)

    @property
    def ending(self) -> Ending:
        """The outcome that the table is about to record."""
        kept = self.table.draft(self.draft_name("settle.ending"))
        found = self._endings()
        return next((ending for ending in found if ending.key == kept), found[0])

    def _choose(self, ending: Ending) -> Change:
        self.table.set_draft(self.draft_name("settle.ending"), ending.key)
        self.relayout()
        return Stay()

    def _text(self, entry: Entry) -> str:
        return self._state(entry).text

    def _state(self, entry: Entry) -> TextState:
        initial = self._noted(entry) or entry.initial
        return self.draft_state(entry.draft, initial, limit=MAX_LETTERS, multiline=True)

    def _noted(self, entry: Entry) -> str:
        """Give what everybody in this position typed as a note, not to ask it again."""
        last = self.card.last
        if last is None or entry.place is None or entry.name == "reason" or entry.seat:
            return ""
        notes = (f"settle.note:{seat}@{entry.place}" for seat in last.holders(entry.place))
        kept = [self.table.draft(self.draft_name(name)).strip() for name in notes]
        return "\n".join(kept) if all(kept) else ""

    @property
    def crux(self) -> Crux | None:
        """What the difference turns on, once that is chosen."""
        kept = self.table.draft(self.draft_name("settle.crux"))
        return Crux(kept) if kept in set(Crux) else None

    def _set_crux(self, crux: Crux) -> Change:
        self.table.set_draft(self.draft_name("settle.crux"), crux)
        self.relayout()
        return Stay()

    def _differed(self, aspect: int) -> bool:
        """Tell whether the table makes a carried aspect a difference; a correction may end that."""
        ruled = settling.aspect_proposal(self.card, aspect, self.view.setup.threshold)
        chosen = self.table.draft(self.draft_name(f"settle.differed.{aspect}"))
        return bool(chosen) and ruled.outcome is Outcome.CARRIED

    def _set_differed(self, aspect: int, differed: bool) -> Change:
        name = self.draft_name(f"settle.differed.{aspect}")
        self.table.set_draft(name, "yes" if differed else "")
        self.relayout()
        return Stay()

    def _settlement(self) -> Settlement:
        asked = entries(self.view, self.card, self.ending)
        return settlement(self.card, asked, self._text, self.crux, self._differed)

    def _recorded(self) -> CardInPlay:
        """Give the card as it would be in the record."""
        ending, settlement = self.ending, self._settlement()
        return replace(
            self.card,
            boundary=settlement.boundary,
            outcome=ending.outcome,
            places=ending.places,
            settlement=settlement,
        )

    def _lacks(self, card: CardInPlay) -> tuple[str, ...]:
        return tuple(words.missing(name, self.view) for name in settling.missing(card))

    # layout

    def layout(self, look: Look) -> None:
        """Lay out the card with the votes, the draft, and the points."""
        room = self.below_bar(look)
        across = look.width_px / 1920
        gap = round(GAP * across)
        left = pygame.Rect(room.x, room.y, round(LEFT * across), room.h)
        right = pygame.Rect(0, room.y, round(RIGHT * across), room.h)
        right.right = room.right
        middle = pygame.Rect(left.right + gap, room.y, 0, room.h)
        middle.width = right.left - gap - middle.left
        # The fields come first in the order of Tab.
        self._lay_fields(look, self._lay_proposal(look, middle))
        self._lay_points(look, right)
        self._lay_left(look, left)
        self.top_bar(look)

    def _lay_proposal(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        """Add the outcome and why; return the room that is left for the fields."""
        ending, session = self.ending, self.view
        found = self._endings()
        head = pygame.Rect(rect.x, rect.y, rect.w, max(look.px(64), look.line_height(46)))
        title = title_labels(look, head, ending, session)
        for label in title:
            self.add(label)
        text = why(session, self.card)
        if ending.key != found[0].key:
            text = _("You record this yourselves. The game proposed: {outcome}.").format(
                outcome=words.outcome(found[0].outcome)
            )
        units, lines = look.fit(text, 27, rect.width, 3 * look.line_height(27), smallest=18)
        high = len(lines) * look.line_height(units)
        line = pygame.Rect(rect.x, title[-1].rect.bottom + look.px(4), rect.w, high)
        self.add(Paragraph("why", line, text, units=units))
        y = line.bottom + look.px(10)
        if len(found) > 1:
            y = self._lay_endings(look, pygame.Rect(rect.x, y, rect.w, 0), found)
        return pygame.Rect(rect.x, y, rect.w, rect.bottom - y)

    def _lay_endings(self, look: Look, rect: pygame.Rect, found: tuple[Ending, ...]) -> int:
        names = [ending_label(ending, found[0], self.view) for ending in found]
        pictures = [outcome_icon(ending.outcome) for ending in found]
        places, units, pictured = evenly(look, rect, names)
        for ending, name, picture, place in zip(found, names, pictures, places, strict=True):
            self.add(
                Button(
                    f"ending-{ending.key}",
                    place,
                    name,
                    icon=picture if pictured else "",
                    selected=ending == self.ending,
                    units=units,
                    on_press=partial(self._choose, ending),
                )
            )
        return places[0].bottom + look.px(14)

    def _lay_fields(self, look: Look, rect: pygame.Rect) -> None:
        asked = entries(self.view, self.card, self.ending)
        gap = FIELD_GAP
        # What a list keeps free around what is in it; a field must know its width beforehand.
        edge = 2 * look.px(0)
        wide, room = rect.width - edge, rect.height - edge
        heights = [self._heights(look, entry, wide) for entry in asked]
        total = sum(heights) + look.px(gap) * (len(asked) - 1)
        if total > room:
            wide -= look.px(18)
            heights = [self._heights(look, entry, wide) for entry in asked]
            total = sum(heights) + look.px(gap) * (len(asked) - 1)
        fields = sum(entry.name != "crux" for entry in asked)
        spare = max(0, room - total) // max(1, fields)
        spare = min(spare, 2 * look.line_height(UNITS))
        children: list[Widget] = []
        for entry, high in zip(asked, heights, strict=True):
            box = pygame.Rect(rect.x, rect.y, wide, high)
            if entry.name == "crux":
                children += self._crux_tiles(look, box, entry)
                continue
            children += self._aspect_head(look, box, entry)
            box.height = TextField.needed(look, lines=self._lines(look, entry, wide), units=UNITS)
            box.height += spare
            children.append(self._field(box, entry))
        self.add(ScrollList("fields", rect, children, gap=gap, arrow=True))

    def _field(self, rect: pygame.Rect, entry: Entry) -> TextField:
        keep = self.draft_changed(entry.draft)

        def changed(text: str) -> None:
            keep(text)
            self._count()

        return TextField(
            f"field-{entry.name}",
            rect,
            self._state(entry),
            label=entry.label,
            placeholder=entry.hint,
            units=UNITS,
            on_change=changed,
            on_submit=self.confirm,
        )

    def _lines(self, look: Look, entry: Entry, width: int) -> int:
        typed = len(look.wrap(self._text(entry), UNITS, width - look.px(40)))
        return max(entry.lines, min(5, typed))

    def _heights(self, look: Look, entry: Entry, width: int) -> int:
        if entry.name == "crux":
            tiles = self._columns(look, width).height_for(look, width) or 0
            return look.line_height(24) + look.px(FIELD_GAP) + tiles
        high = TextField.needed(look, lines=self._lines(look, entry, width), units=UNITS)
        box = pygame.Rect(0, 0, width, 10)
        heads = self._aspect_head(look, box, entry)
        return high + sum(head.rect.height + look.px(FIELD_GAP) for head in heads)

    def _crux_tiles(self, look: Look, rect: pygame.Rect, entry: Entry) -> list[Widget]:
        line = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(24))
        label = Label("crux-label", line, entry.label, units=24, bold=True)
        return [label, self._columns(look, rect.width)]

    def _columns(self, look: Look, width: int) -> Columns:
        tiles = [
            OptionTile(
                f"crux-{crux}",
                pygame.Rect(0, 0, 10, 10),
                words.crux(crux).capitalize(),
                words.crux_explained(crux),
                selected=crux is self.crux,
                on_press=partial(self._set_crux, crux),
            )
            for crux in Crux
        ]
        columns = Columns("crux", pygame.Rect(0, 0, width, 10), tiles, most=3, narrowest=11, gap=10)
        columns.rect.height = columns.height_for(look, width) or 10
        return columns

    def _aspect_head(self, look: Look, rect: pygame.Rect, entry: Entry) -> list[Widget]:
        """Name an aspect with its outcome; a carried one may become a difference."""
        kind, _colon, number = entry.name.partition(":")
        if kind != "aspect":
            return []
        n = int(number)
        aspect = self.card.aspects[n]
        ruled = settling.aspect_proposal(self.card, n, self.view.setup.threshold)
        outcome = Outcome.DIFFERED if self._differed(n) else ruled.outcome
        title = _("{aspect}: {outcome}").format(aspect=aspect.name, outcome=words.outcome(outcome))
        line = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(30))
        heads: list[Widget] = [
            Label(f"aspect-{n}", line, title, units=30, bold=True, icon=outcome_icon(outcome))
        ]
        if aspect.round is not None:
            text = round_why(self.view, aspect.round, ruled)
            spot = pygame.Rect(rect.x, rect.y, rect.w, look.height(text, 24, rect.width))
            heads.append(Paragraph(f"aspect-why-{n}", spot, text, units=24))
        if ruled.outcome is Outcome.CARRIED:
            high = max(look.target(), look.px(64))
            heads.append(
                Toggle(
                    f"differed-{n}",
                    pygame.Rect(rect.x, rect.y, rect.w, high),
                    label=_("Record it as a difference"),
                    value=self._differed(n),
                    on_change=partial(self._set_differed, n),
                )
            )
        return heads

    def _lay_points(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(12)
        high = max(look.target(), look.px(60), look.line_height(24) + look.px(18))
        big = max(high, look.px(84), look.line_height(32) + look.line_height(24) + look.px(16))
        lower = rect.bottom - high
        record = pygame.Rect(rect.x, lower - gap - big, rect.w, big)
        card = self._recorded()
        box = pygame.Rect(rect.x, rect.y, rect.w, record.top - 2 * gap - rect.y)
        self.add(PointsView("points", box, score(card), self.ending.outcome, self._lacks(card)))
        self.add(Button("confirm", record, _("Record this card"), icon="check", kind="primary",
                        sub=_("Ctrl+Enter"), units=32, on_press=self.confirm))  # fmt: skip
        half = (rect.width - gap) // 2
        scissors, parking = ("scissors", "circle-parking")
        if half < look.font_px(24) * 6:
            scissors = parking = ""
        no_split, no_park = self.why_not(i.Split(("a", "b"))), self.why_not(i.Park())
        self.add(Button("split", pygame.Rect(rect.x, lower, half, high), _("Split"),
                        icon=scissors, units=24, enabled=not no_split, reason=no_split,
                        on_press=self.split))  # fmt: skip
        spot = pygame.Rect(rect.x + half + gap, lower, rect.width - half - gap, high)
        self.add(Button("park", spot, _("Park"), icon=parking, units=24,
                        enabled=not no_park, reason=no_park, on_press=self.park))  # fmt: skip

    def _count(self) -> None:
        """Show the points that the words as typed would earn."""
        view = self.find("points")
        if isinstance(view, PointsView):
            card = self._recorded()
            view.show(score(card), self._lacks(card))

    def _lay_left(self, look: Look, rect: pygame.Rect) -> None:
        """Add the card, and under it who stood where in the rounds that count."""
        activity = self.activity
        text = self.card_text(self.card)
        if self.card.wording:
            text += "\n" + _("Here: {wording}").format(wording=self.card.wording)
        view = ColumnCard(
            "card",
            rect.copy(),
            activity.title,
            text,
            icon=activity.icon,
            picture=self.venue.picture(self.view.deck, activity.picture),
        )

        def height(look: Look) -> int:
            """Give what the card gets beside the votes, which scroll."""
            rows = standing_rows(self, look, self.card, self._correct)
            needed = [row.height_for(look, rect.width) or row.rect.height for row in rows]
            standing = sum(needed) + look.px(10) * len(rows) + look.px(20)
            most = max(rect.height * CARD_LEAST // 100, rect.height - standing)
            return min(view.height_for(look, rect.width) or rect.height, most)

        view.rect.height = max(height(look), height(look.plain))
        self.add(view)
        top = view.rect.bottom + look.px(20)
        rows = standing_rows(self, look, self.card, self._correct)
        self.add(ScrollList("votes", pygame.Rect(rect.x, top, rect.w, rect.bottom - top), rows,
                            gap=10))  # fmt: skip

    def _correct(self, seat: str) -> Change | None:
        from game.ui.scenes.reveal import correct

        return correct(self, seat)

    # recording

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Record by Ctrl+Enter; the rest is as on every screen."""
        if name == "ctrl+enter":
            return self.confirm()
        return super().key(name, event)

    def main_action(self) -> Change | None:
        """Record the card."""
        return self.confirm()

    def confirm(self) -> Change | None:
        """Record the card as it stands, and let it land; what is missing only costs points."""
        ending, settlement = self.ending, self._settlement()
        view = self.find("card")
        start = view.rect.copy() if view is not None else None
        confirm = i.Confirm(ending.outcome, settlement, ending.named)
        if self.card.boundary and not settlement.boundary and not self.why_not(confirm):
            # The table took back what it had noted before; words of an outcome only add to that.
            self.play(i.NoteBoundary(""))
        before = len(self.table.steps)
        change = self.play(confirm)
        if len(self.table.steps) == before or ending.outcome not in DISCUSSED:
            return change
        return Replace(LandingScene(self.venue, self.table, start))
