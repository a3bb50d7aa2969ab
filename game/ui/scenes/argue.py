"""Argue: position by position, with criteria, and then free talk."""

from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import Place
from game.core.events import ArgumentPlayed
from game.core.outcome import Round
from game.core.session import Step
from game.core.setup import MAX_LETTERS
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Push, Stay
from game.ui.scenes.argued import NAME as SAID
from game.ui.scenes.argued import said_list, show_newest
from game.ui.scenes.arguing import ArguingScene
from game.ui.scenes.argument_form import REASON
from game.ui.scenes.asking import wording
from game.ui.scenes.criteria import named
from game.ui.scenes.lead import Lead, following, lead, missing
from game.ui.scenes.map import SPHERES, SphereScene
from game.ui.scenes.standing import PositionArch, PositionOuter, Standing
from game.ui.scenes.tiles import card_of, tiles_at
from game.ui.scenes.turn_line import lay_heading, lay_turn
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import TileView
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Widget
from game.venue import Venue

PLACE_KEYS = {"1": Place.PERSONAL, "2": Place.COMMUNAL, "3": Place.INSTITUTIONAL,
              "0": Place.OUTSIDE}  # fmt: skip
_TURN = "argue.turn"
BOUNDARY = "boundary"
SHOWN = 60
"""How many letters of a half-typed argument a question shows."""


class ArgueScene(ArguingScene):
    """The board, the criteria and what was said, with the position that is to speak."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.forming = self.form.begun

    # whose turn it is

    @property
    def first(self) -> Round:
        """The round that is argued about.

        Raises:
            RuntimeError: nothing was revealed; such a phase has another scene.
        """
        first = self.card.first
        if first is None:
            raise RuntimeError("nothing was revealed")
        return first

    def lead(self) -> Lead:
        """Tell which position is to speak."""
        return lead(self.card, self.table.draft(self.draft_name(_TURN)))

    def _give_turn(self, to: str) -> None:
        self.table.set_draft(self.draft_name(_TURN), to)

    def next_position(self) -> Change | None:
        """Give the turn to the next position; after the last one everybody talks."""
        self._give_turn(following(self.card, self.table.draft(self.draft_name(_TURN))))
        self.relayout()
        return Stay()

    # layout

    def layout(self, look: Look) -> None:
        """Lay out the card with the criteria, the board or the form, and what was said."""
        self.top_bar(look)
        room = self.below_bar(look)
        gap = look.px(22)
        left = pygame.Rect(room.x, room.y, room.width * 21 // 100, room.h)
        right = pygame.Rect(room.right - room.width * 22 // 100, room.y, 0, room.h)
        right.width = room.right - right.x
        middle = pygame.Rect(left.right + gap, room.y, 0, room.h)
        middle.width = right.x - gap - middle.x
        chosen = self.form.criterion
        self.left_column(look, left, chosen.id if chosen and self.forming else "")
        if self.picking:
            self.lay_picker(look, middle.union(right))
            return
        if self.forming:
            self._lay_form(look, middle)
        else:
            line = lay_turn(self, look, middle)
            top = line.bottom + look.px(16)
            self._lay_board(look, pygame.Rect(middle.x, top, middle.w, middle.bottom - top))
        self._lay_said(look, right)

    def _standing(self, place: Place) -> tuple[Standing, ...]:
        return tuple((seat, self.face(seat)) for seat in self.first.holders(place))

    def _lay_board(self, look: Look, rect: pygame.Rect) -> None:
        session = self.view
        position = self.lead().place
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
                standing=self._standing(place),
                on_pawn=self.press_pawn,
                tiles=tiles_at(session, place),
                on_press=partial(self.open_place, place),
                on_tile=self.look_into,
                highlighted=place is position,
                accepts=True,
            )
            self._calm(self.add(arch))
        outer = PositionOuter(
            Place.OUTSIDE,
            pygame.Rect(rect.x, rect.bottom - foot, rect.w, foot),
            Place.OUTSIDE,
            title=words.place(Place.OUTSIDE, session.deck),
            standing=self._standing(Place.OUTSIDE),
            on_pawn=self.press_pawn,
            tiles=tiles_at(session, Place.OUTSIDE),
            on_press=partial(self.open_place, Place.OUTSIDE),
            on_tile=self.look_into,
            highlighted=position is Place.OUTSIDE,
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
        sentence = _("{seat} for {place}")
        text = sentence.format(
            seat=self.label_of(self.form.seat), place=self.place_title(self.form.place)
        )
        head = lay_heading(self, look, rect, self.form.place, text)
        box = pygame.Rect(rect.x, head.bottom + look.px(14), rect.w, 0)
        box.height = rect.bottom - box.top
        self.add(Panel("form", box, radius=36))
        pad = look.px(24)
        self.form.layout(look, box.inflate(-2 * pad, -2 * look.px(20)), self.pick, self.play_it)

    def _lay_said(self, look: Look, rect: pygame.Rect) -> None:
        head = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(32))
        self.add(Label("heading", head, _("Arguments"), units=32, bold=True,
                       icon="messages-square"))  # fmt: skip
        scribe = pygame.Rect(rect.x, head.bottom + look.px(2), rect.w, look.line_height(22))
        self.add(Label("scribe", scribe, self.scribe_line(), units=22, icon="pencil",
                       colour=look.theme.muted))  # fmt: skip
        bottom = self._lay_buttons(look, rect)
        area = pygame.Rect(rect.x, scribe.bottom + look.px(12), rect.w, 0)
        area.height = bottom - look.px(16) - area.top
        self.add(said_list(self, look, area, self.argue_as))

    def _lay_buttons(self, look: Look, rect: pygame.Rect) -> int:
        gap = look.px(12)
        high = max(look.target(), look.px(64))
        main = max(look.target(), look.px(84))
        half = (rect.width - gap) // 2
        y = rect.bottom - high
        small = (
            ("split", _("Split"), "scissors", self.split),
            ("park", _("Park"), "circle-parking", self.park),
        )
        widest = max(look.width(label, 25, True) for _name, label, *_rest in small)
        fits = widest + look.px(84) <= half
        for n, (name, label, picture, press) in enumerate(small):
            box = pygame.Rect(rect.x + n * (half + gap), y, half, high)
            self.add(
                Button(name, box, label, icon=picture if fits else "", units=25, on_press=press)
            )
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
        argue = _("Play an argument") if here else _("Write down what they said")
        answers = (
            Answer("argue", argue, "primary"),
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
        self._begin()
        self.form.speak(seat)
        return self.pick() if self.form.criterion is None and not self.picking else Stay()

    def _begin(self) -> None:
        if not self.forming:
            self.forming = True
            if not self.form.begun:
                self.form.begin(self.lead().place, "")

    def take(self, criterion: str) -> None:
        """Put a criterion into the argument, and open that."""
        self._begin()
        super().take(criterion)

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Play a criterion for the place that it was dropped on."""
        criterion = named(what.name)
        if criterion is None or onto is None or onto.name not in set(Place):
            return None
        change = self.choose(criterion)
        self.form.argue_for(Place(onto.name))
        return change

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
        show_newest(self)
        return self.play(intent)

    def confirm(self) -> Change | None:
        """Confirm that the position was said back; ask by whom, where several could."""
        position = self.lead().place
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
            return self._restated(position, others[0])
        answers = (
            Answer("", _("Right, without a name"), "primary"),
            *(Answer(seat, self.label_of(seat)) for seat in others),
        )
        return ask(
            _("Who said it back?"),
            _("The holders confirm that it was said back right."),
            answers,
            lambda key: None if key is None else self._restated(position, key),
        )

    def _restated(self, position: Place, by: str) -> Change:
        self._give_turn("")
        return self.play(i.Restate(position, by))

    def waive(self) -> Change | None:
        """Let a lone holder do without a restatement."""
        position = self.lead().place
        if position is None:
            self.say(_("Every position had its turn."))
            return Stay()
        if not self.why_not(i.Waive(position)):
            self._give_turn("")
        return self.play(i.Waive(position))

    def boundary(self) -> Change | None:
        """Write when this card would lie elsewhere."""
        return wording(
            self,
            BOUNDARY,
            (_("Boundary"), _("When would this card lie somewhere else?")),
            i.NoteBoundary,
            initial=self.card.boundary,
            multiline=True,
            limit=MAX_LETTERS,
        )

    def reopen(self, kind: str) -> Change | None:
        """Open a dialog again, also the one about the boundary."""
        return self.boundary() if kind == BOUNDARY else super().reopen(kind)

    def second_round(self) -> Change | None:
        """Go to the second round; ask first when that costs points."""
        reason = self.why_not(i.StartSecondRound())
        if reason:
            self.say(reason)
            return Stay()
        lacking = missing(self.view, self.card)
        typed = self.form.begun
        if not lacking and not typed:
            return self.play(i.StartSecondRound())
        answers = [Answer("go", _("To the second round"), icon="arrow-right")]
        if typed:
            answers.insert(0, Answer("form", _("To the half-typed argument"), "primary"))
        else:
            answers.insert(0, Answer("back", _("Back to the talk"), "primary"))
        lines = [_("You may go on; it costs points."), *lacking] if lacking else []
        if typed:
            lines.append(self._begun_line())
        return ask(_("Go on already?"), "\n".join(lines), answers, self._going_on)

    def _begun_line(self) -> str:
        """Say that an argument is not played yet, and how it begins."""
        seat, text = self.label_of(self.form.seat), " ".join(self.form.text.split())
        if not text:
            return _("An argument of {seat} is begun and not played yet.").format(seat=seat)
        shown = text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"
        return _("An argument of {seat} is typed and not played yet: “{text}”").format(
            seat=seat, text=shown
        )

    def _going_on(self, key: str | None) -> Change | None:
        if key == "go":
            return self.play(i.StartSecondRound())
        if key == "form":
            self.forming = True
            self.relayout()
            self.by_keyboard = True
            self.focus_on(REASON)
        return None

    def take_back(self, step: Step) -> None:
        """Open the form with an argument that is retracted."""
        super().take_back(step)
        if isinstance(step.events[0], ArgumentPlayed):
            self.forming = self.form.begun

    def undo(self) -> Change | None:
        """Retract the newest step; an argument is then in the form, to be mended."""
        forming = self.forming
        change = super().undo()
        if self.forming and not forming and isinstance(change, Stay):
            self.focus_on(REASON)
        return change

    # keys

    def main_action(self) -> Change | None:
        """Go to the second round; with the form open, play what is in it."""
        return self.play_it() if self.forming else self.second_round()

    def escape(self) -> Change | None:
        """Close the criteria or the form; what was typed stays."""
        if self.picking or not self.forming:
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
                said = self.find(SAID)
                if isinstance(said, ScrollList):
                    return said.scroll_key(event)
        return super().key(name, event)
