"""What the screens on which a card is argued share: the card, the criteria and an argument."""

from collections.abc import Sequence
from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import CriterionCard
from game.core.session import Argument
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Stay
from game.ui.scenes.argument_form import MEETS_ICONS, MEETS_KEYS, ArgumentForm
from game.ui.scenes.column_card import ColumnCard
from game.ui.scenes.criteria import PREFIX, CriteriaList
from game.ui.scenes.play import PlayScene
from game.ui.scenes.standing import Standing
from game.ui.scenes.timing import ask_time
from game.ui.widgets.argument_view import ArgumentView
from game.ui.widgets.dialog import ask_text
from game.ui.widgets.label import Label
from game.venue import Venue


class ArguingScene(PlayScene):
    """A screen on which arguments are made."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.form = ArgumentForm(self)

    # who

    def standing(self, seats: Sequence[str]) -> tuple[Standing, ...]:
        """Give the pawns of seats."""
        return tuple((seat, self.face(seat)) for seat in seats)

    def names(self, seats: Sequence[str]) -> str:
        """Name seats in one line."""
        return ", ".join(self.label_of(seat) for seat in seats)

    def unheard(self) -> tuple[str, ...]:
        """List the present seats that played no argument for this card."""
        spoke = {argument.seat for argument in self.card.arguments}
        return tuple(seat.id for seat in self.view.present if seat.id not in spoke)

    def scribe_line(self) -> str:
        """Say who types."""
        scribe = self.view.scribe
        return _("Scribe: {seat}").format(seat=scribe.label) if scribe else ""

    # the left column

    def left_column(self, look: Look, rect: pygame.Rect, chosen: str | None) -> None:
        """Add the card, and under it the criteria; `chosen` is an id or empty."""
        card = self.card
        activity = self.activity
        text = self.card_text(card)
        if card.wording:
            text += "\n" + _("Here: {wording}").format(wording=card.wording)
        view = ColumnCard(
            "card",
            rect.copy(),
            activity.title,
            text,
            icon=activity.icon,
            picture=self.picture_of(activity),
            note=_("{seat} tells").format(seat=self.label_of(card.seat)),
            note_icon="hand",
        )
        wanted = view.height_for(look, rect.width) or rect.height
        view.rect.height = max(rect.height * 34 // 100, min(wanted, rect.height * 54 // 100))
        self.add(view)
        head = pygame.Rect(rect.x, view.rect.bottom + look.px(20), rect.w, look.line_height(24))
        label = _("Play a criterion (C)")
        self.add(Label("criteria-heading", head, label, units=24, bold=True))
        rows = pygame.Rect(rect.x, head.bottom + look.px(8), rect.w, 0)
        rows.height = rect.bottom - rows.top
        self.add(CriteriaList(look, rows, self.view.deck, chosen, self.choose))

    def choose(self, criterion: str) -> Change | None:
        """Argue with a criterion, or without one; then it is judged."""
        raise NotImplementedError

    def to_criteria(self) -> Change | None:
        """Put the focus on the criteria."""
        rows = [w.name for w in self.all_widgets() if w.name.startswith(PREFIX)]
        chosen = self.form.criterion
        name = PREFIX + chosen.id if chosen else ""
        self.by_keyboard = True
        self.focus_on(name if name in rows else rows[0])
        return Stay()

    def focused_criterion(self) -> CriterionCard | None:
        """Find the criterion whose row has the focus."""
        return self.view.deck.criterion((self.focus or "").removeprefix(PREFIX))

    # arguments that were played

    def argument_view(self, number: int, argument: Argument) -> ArgumentView:
        """Show an argument that was played; pressing it rewords it."""
        criterion = self.view.deck.criterion(argument.criterion)
        place = self.place_title(argument.place)
        title = criterion.title if criterion else place
        spare = pygame.Rect(0, 0, 10, 10)
        return ArgumentView(
            f"argument-{number}",
            spare,
            self.face(argument.seat),
            place=argument.place,
            title=title,
            icon=criterion.icon if criterion else "message-circle",
            text=argument.text,
            mark=MEETS_ICONS[argument.meets] if argument.meets else "",
            note=self.argument_note(argument),
            note_icon="repeat-2" if self.card.is_restated(argument.place) else "",
            on_press=partial(self.edit, number),
        )

    def argument_note(self, argument: Argument) -> str:
        """Say how far the position of an argument is."""
        del argument
        return ""

    def edit(self, number: int) -> Change | None:
        """Reword an argument."""
        argument = self.card.arguments[number]
        criterion = self.view.deck.criterion(argument.criterion)
        said = _("{seat} for {place}").format(
            seat=self.label_of(argument.seat), place=self.place_title(argument.place)
        )
        if criterion and argument.meets:
            judged = words.meets(argument.meets)
            said += f" · {criterion.title}: {judged}"
        return ask_text(
            _("Reword this argument"),
            said,
            lambda text: None if text is None else self.play(i.EditArgument(number, text)),
            initial=argument.text,
            multiline=True,
            limit=2000,
        )

    # keys

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Open the criteria, judge one, or see to the time."""
        if name == "c":
            return self.to_criteria()
        if name == "t":
            return ask_time(self)
        if name in MEETS_KEYS:
            return self.judge_key(name)
        return super().key(name, event)

    def judge_key(self, name: str) -> Change | None:
        """Judge the criterion that has the focus, or the chosen one."""
        focused = self.focused_criterion()
        if focused is not None:
            self.choose(focused.id)
        return self.form.key(name)
