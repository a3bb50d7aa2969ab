"""Argue: position by position, with criteria, and then free talk."""

from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import Place
from game.core.outcome import Round
from game.core.session import Argument
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Push, Stay
from game.ui.scenes.arguing import ArguingScene
from game.ui.scenes.argument_form import REASON
from game.ui.scenes.criteria import PREFIX, WITHOUT
from game.ui.scenes.map import SPHERES, SphereScene
from game.ui.scenes.standing import PawnRow, PositionArch, PositionOuter
from game.ui.scenes.tiles import card_of, tiles_at
from game.ui.scenes.turn_line import TurnLine
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import TileView
from game.ui.widgets.dialog import Answer, ask, ask_text
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

PLACE_KEYS = {"1": Place.PERSONAL, "2": Place.COMMUNAL, "3": Place.INSTITUTIONAL,
              "0": Place.OUTSIDE}  # fmt: skip


class ArgueScene(ArguingScene):
    """The board, the criteria and what was said, with the position that is to speak."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.forming = self.form.begun
        self.turn = self._first_turn()

    # whose turn it is

    @property
    def first(self) -> Round:
        """The round that is argued about."""
        first = self.card.first
        if first is None:
            raise RuntimeError("nothing was revealed")
        return first

    def _first_turn(self) -> int:
        card = self.card
        order = self.first.order
        for n, place in enumerate(order):
            if not card.arguments_for(place) or (
                self.first.contested and not card.is_restated(place)
            ):
                return n
        return len(order)

    @property
    def position(self) -> Place | None:
        """The position that is to speak; None in the free talk after them."""
        order = self.first.order
        return order[self.turn] if self.turn < len(order) else None

    def next_position(self) -> Change | None:
        """Give the turn to the next position; after the last one everybody talks."""
        self.turn = (self.turn + 1) % (len(self.first.order) + 1)
        self.relayout()
        return Stay()

    # layout

    def layout(self, look: Look) -> None:
        """Lay out the card with the criteria, the board or the form, and what was said."""
        self.top_bar(look)
        room = self.below_bar(look)
        gap = look.px(22)
        side = room.width * 21 // 100
        left = pygame.Rect(room.x, room.y, side, room.h)
        right = pygame.Rect(room.right - room.width * 22 // 100, room.y, 0, room.h)
        right.width = room.right - right.x
        middle = pygame.Rect(left.right + gap, room.y, 0, room.h)
        middle.width = right.x - gap - middle.x
        chosen = self.form.criterion
        self.left_column(look, left, chosen.id if chosen and self.forming else "")
        line = self._turn_line(look, middle)
        board = pygame.Rect(middle.x, line.bottom + look.px(16), middle.w, 0)
        board.height = middle.bottom - board.top
        if self.forming:
            self._lay_form(look, board)
        else:
            self._lay_board(look, board)
        self._lay_said(look, right)

    def _turn_line(self, look: Look, rect: pygame.Rect) -> pygame.Rect:
        position = self.position
        title, sub = self._turn_title(position), self._turn_sub(position)
        return TurnLine(self, position, title, sub).lay(look, rect)

    def _turn_title(self, position: Place | None) -> str:
        order = self.first.order
        if position is None:
            return _("Free talk") if order else _("Nobody chose a place")
        place = self.place_title(position)
        if len(order) == 1:
            return _("Everybody: {place}").format(place=place)
        if self.turn == 0:
            return _("First: {place}").format(place=place)
        if self.turn == len(order) - 1:
            return _("Last: {place}").format(place=place)
        return _("Then: {place}").format(place=place)

    def _turn_sub(self, position: Place | None) -> str:
        if position is None:
            return _("Everybody may answer. Then the second round.")
        holders = self.names(self.first.holders(position))
        if self.card.is_restated(position):
            return _("{seats} · said back, right").format(seats=holders)
        if self.first.contested and self.card.arguments_for(position):
            return _("{seats} · who says it back?").format(seats=holders)
        return _("{seats} · why here?").format(seats=holders)

    def _lay_board(self, look: Look, rect: pygame.Rect) -> None:
        session = self.view
        gap = look.px(16)
        foot = max(look.px(96), look.target() + look.px(20))
        foot = max(foot, rect.height * 13 // 100)
        each = (rect.width - 2 * gap) // 3
        high = rect.height - foot - gap
        for n, place in enumerate(SPHERES):
            box = pygame.Rect(rect.x + n * (each + gap), rect.y, each, high)
            if n == 2:
                box.width = rect.right - box.x
            arch = PositionArch(
                place,
                box,
                place,
                title=words.place(place, session.deck),
                explanation=words.place_explained(place, session.deck),
                standing=self.standing(self.first.holders(place)),
                on_pawn=self.press_pawn,
                tiles=tiles_at(session, place),
                on_press=partial(self.open_place, place),
                on_tile=self.look_into,
                highlighted=place is self.position,
                accepts=True,
            )
            self._calm(self.add(arch))
        outer = PositionOuter(
            Place.OUTSIDE,
            pygame.Rect(rect.x, rect.bottom - foot, rect.w, foot),
            Place.OUTSIDE,
            title=words.place(Place.OUTSIDE, session.deck),
            standing=self.standing(self.first.holders(Place.OUTSIDE)),
            on_pawn=self.press_pawn,
            tiles=tiles_at(session, Place.OUTSIDE),
            on_press=partial(self.open_place, Place.OUTSIDE),
            on_tile=self.look_into,
            highlighted=self.position is Place.OUTSIDE,
            accepts=True,
        )
        self._calm(self.add(outer))

    @staticmethod
    def _calm(view: Widget) -> None:
        """Keep tiles out of the way of Tab: the sphere, opened, has them all."""
        for part in view.walk():
            if isinstance(part, TileView):
                part.focusable = False

    def _lay_form(self, look: Look, rect: pygame.Rect) -> None:
        self.add(Panel("form", rect, radius=36))
        pad = look.px(26)
        self.form.layout(look, rect.inflate(-2 * pad, -2 * pad), self.to_criteria, self.play_it)

    def _lay_said(self, look: Look, rect: pygame.Rect) -> None:
        card = self.card
        head = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(32))
        self.add(Label("heading", head, _("Arguments"), units=32, bold=True,
                       icon="messages-square"))  # fmt: skip
        scribe = pygame.Rect(rect.x, head.bottom, rect.w, look.line_height(22))
        self.add(Label("scribe", scribe, self.scribe_line(), units=22, icon="pencil",
                       colour=look.theme.muted))  # fmt: skip
        bottom = self._lay_buttons(look, rect)
        spare = pygame.Rect(0, 0, 10, 10)
        rows: list[Widget] = [
            self.argument_view(n, argument) for n, argument in enumerate(card.arguments)
        ]
        unheard = self.unheard()
        if unheard:
            rows.append(Paragraph("unheard-heading", spare.copy(), _("not heard yet"), units=24,
                                  bold=True, colour=look.theme.warn))  # fmt: skip
            rows.append(PawnRow("unheard", spare.copy(), self.standing(unheard),
                                on_pawn=self.argue_as))  # fmt: skip
        area = pygame.Rect(rect.x, scribe.bottom + look.px(12), rect.w, 0)
        area.height = bottom - look.px(16) - area.top
        self.add(ScrollList("said", area, rows, gap=14))

    def _lay_buttons(self, look: Look, rect: pygame.Rect) -> int:
        gap = look.px(12)
        high = max(look.target(), look.px(64))
        main = max(look.target(), look.px(84))
        half = (rect.width - gap) // 2
        y = rect.bottom - high
        self.add(
            Button("split", pygame.Rect(rect.x, y, half, high), _("Split"), icon="scissors",
                   units=25, on_press=self.split)
        )  # fmt: skip
        self.add(
            Button("park", pygame.Rect(rect.x + half + gap, y, rect.width - half - gap, high),
                   _("Park"), icon="circle-parking", units=25, on_press=self.park)
        )  # fmt: skip
        y -= gap + main
        why = self.why_not(i.StartSecondRound())
        self.add(
            Button("second", pygame.Rect(rect.x, y, rect.width, main), _("Second round"),
                   icon="arrow-right", kind="primary", units=32, enabled=not why, reason=why,
                   on_press=self.second_round)
        )  # fmt: skip
        y -= gap + high
        boundary = self.card.boundary
        label = _("Boundary: {text}").format(text=boundary) if boundary else _("Note a boundary")
        self.add(
            Button("boundary", pygame.Rect(rect.x, y, rect.width, high), look.cut(
                label, 23, rect.width - look.px(110), bold=True), icon="fence", units=23,
                align="left", on_press=self.boundary)
        )  # fmt: skip
        return y

    def argument_note(self, argument: Argument) -> str:
        """Say whether the position of an argument was said back."""
        card = self.card
        first = self.first
        if not first.contested or argument.seat not in first.holders(argument.place):
            return ""
        for restated in card.restated:
            if restated.place is argument.place:
                return _("not needed") if restated.waived else _("said back, right")
        return _("still to be said back")

    # pressing

    def open_place(self, place: Place) -> Change | None:
        """Show a place full-screen."""
        return Push(SphereScene(self.venue, self.table, place))

    def look_into(self, key: str) -> Change | None:
        """Show what was said of a card that lies on the board."""
        from game.ui.scenes.history import HistoryScene

        return Push(HistoryScene(self.venue, self.table, card_of(key)))

    def press_pawn(self, seat: str) -> Change | None:
        """Ask what to do for a seat: argue, or put its choice right."""
        vote = self.first.vote_of(seat)
        text = _("In the first round: {choice}").format(
            choice=words.vote(vote, self.view.deck) if vote else _("nothing")
        )
        here = any(each.id == seat for each in self.view.present)
        answers = (
            Answer("argue", _("Play an argument"), "primary", enabled=here,
                   reason=_("This seat left the table.")),
            Answer("correct", _("Correct a wrong tap")),
            Answer("back", _("Back")),
        )  # fmt: skip
        return ask(self.label_of(seat), text, answers, lambda key: self._pawn(seat, key))

    def _pawn(self, seat: str, key: str | None) -> Change | None:
        if key == "argue":
            return self.argue_as(seat)
        if key == "correct":
            from game.ui.scenes.reveal import correct

            return correct(self, seat)
        return None

    def argue_as(self, seat: str) -> Change | None:
        """Begin an argument of a seat, for its own place."""
        vote = self.first.vote_of(seat)
        self._open_form(vote if isinstance(vote, Place) else self.position, None, seat)
        return self.to_criteria()

    def choose(self, criterion: str) -> Change | None:
        """Argue with a criterion, or without one."""
        self._open_form(self.position, criterion)
        known = self.form.criterion is not None
        self.focus_on("meets-yes" if known else REASON)
        return Stay()

    def _open_form(
        self, place: Place | None, criterion: str | None, seat: str = "", *, moved: bool = False
    ) -> None:
        if not self.forming:
            self.form.begin(place, criterion or WITHOUT)
        elif moved and place is not None:
            self.form.argue_for(place)
        self.forming = True
        if seat:
            self.form.speak(seat)
        if criterion is not None:
            self.form.choose(criterion)
        self.relayout()

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Play a criterion for the place that it was dropped on."""
        if onto is None or not what.name.startswith(PREFIX) or onto.name not in set(Place):
            return None
        self._open_form(Place(onto.name), what.name.removeprefix(PREFIX), moved=True)
        self.focus_on("meets-yes")
        return Stay()

    # playing

    def play_it(self) -> Change | None:
        """Play the argument in the form."""
        intent = self.form.intent()
        reason = self.why_not(intent)
        if reason:
            self.say(reason)
            return Stay()
        self.forming = False
        self.form.clear()
        self.focus_on(None)
        return self.play(intent)

    def confirm(self) -> Change | None:
        """Confirm that the position was said back; ask by whom, where several could."""
        position = self.position
        if position is None:
            self.say(_("Every position had its turn."))
            return Stay()
        reason = self.why_not(i.Restate(position))
        if reason:
            self.say(reason)
            return Stay()
        present = {seat.id for seat in self.view.present}
        others = [
            ballot.seat
            for ballot in self.first.choosing
            if ballot.vote is not position and ballot.seat in present
        ]
        if len(others) == 1:
            return self.play(i.Restate(position, others[0]))
        answers = (
            Answer("", _("Right, without a name"), "primary"),
            *(Answer(seat, self.label_of(seat)) for seat in others),
        )
        return ask(
            _("Who said it back?"),
            _("The holders confirm that it was said back right."),
            answers,
            lambda key: None if key is None else self.play(i.Restate(position, key)),
        )

    def waive(self) -> Change | None:
        """Let a lone holder do without a restatement."""
        position = self.position
        if position is None:
            self.say(_("Every position had its turn."))
            return Stay()
        return self.play(i.Waive(position))

    def boundary(self) -> Change | None:
        """Write when this card would lie elsewhere."""
        return ask_text(
            _("Boundary"),
            _("When would this card lie somewhere else?"),
            lambda text: None if text is None else self.play(i.NoteBoundary(text)),
            initial=self.card.boundary,
            multiline=True,
            limit=2000,
        )

    def missing(self) -> tuple[str, ...]:
        """List what was not done for a position, which costs points."""
        card, first = self.card, self.first
        found = []
        for place in first.order:
            said = [a for a in card.arguments_for(place) if a.seat in first.holders(place)]
            name = self.place_title(place)
            if not said:
                found.append(_("{place}: no argument yet").format(place=name))
            elif not any(argument.criterion for argument in said):
                found.append(_("{place}: no criterion yet").format(place=name))
            elif not any(argument.text.strip() for argument in said):
                found.append(_("{place}: no reason in words yet").format(place=name))
            if first.contested and not card.is_restated(place):
                found.append(_("{place}: not said back yet").format(place=name))
        return tuple(found)

    def second_round(self) -> Change | None:
        """Go to the second round; ask first when that costs points."""
        reason = self.why_not(i.StartSecondRound())
        if reason:
            self.say(reason)
            return Stay()
        missing = self.missing()
        if not missing:
            return self.play(i.StartSecondRound())
        answers = (
            Answer("back", _("Back to the talk"), "primary"),
            Answer("go", _("To the second round"), icon="arrow-right"),
        )
        text = _("You may go on; it costs points.") + "\n" + "\n".join(missing)
        return ask(
            _("Go on already?"),
            text,
            answers,
            lambda key: self.play(i.StartSecondRound()) if key == "go" else None,
        )

    # keys

    def main_action(self) -> Change | None:
        """Go to the second round; with the form open, play what is in it."""
        return self.play_it() if self.forming else self.second_round()

    def escape(self) -> Change | None:
        """Close the form; what was typed stays."""
        if not self.forming:
            return super().escape()
        self.forming = False
        self.focus_on(None)
        self.relayout()
        return Stay()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Confirm, waive, go to the next position, choose a place for the form, or scroll."""
        match name:
            case "k":
                return self.confirm()
            case "w":
                return self.waive()
            case "n":
                return self.next_position()
            case "0" | "1" | "2" | "3" if self.forming:
                return self.form.argue_for(PLACE_KEYS[name])
            case "0" | "1" | "2" | "3":
                return self.open_place(PLACE_KEYS[name])
            case "pageup" | "pagedown" | "home" | "end":
                said = self.find("said")
                if isinstance(said, ScrollList):
                    return said.scroll_key(event)
        return super().key(name, event)

    def judge_key(self, name: str) -> Change | None:
        """Judge only a criterion that is chosen or in view of the keys."""
        if not self.forming and self.focused_criterion() is None:
            return None
        return super().judge_key(name)
