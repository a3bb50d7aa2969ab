"""One version of a card, from its wording to its points, as a column of widgets."""

from collections.abc import Iterable

import pygame

from game import words
from game.core.cards import Meets, Place
from game.core.outcome import DISCUSSED, Outcome, Round
from game.core.scoring import score
from game.core.session import Argument, CardInPlay, Session
from game.core.settling import aspect_outcome
from game.i18n import _
from game.ui.look import Look
from game.ui.scenes.rounds import RoundView, ScoreView, TextBlock, faces, rows
from game.ui.theme import outcome_icon
from game.ui.widgets.argument_view import ArgumentView
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget

MEETS_ICONS = {Meets.YES: "check", Meets.NO: "x", Meets.PARTLY: "equal"}


class Side(Widget):
    """Two rounds beside each other."""

    swallows_pointer = False

    def __init__(self, name: str, rect: pygame.Rect, views: tuple[Widget, ...]) -> None:
        super().__init__(name, rect)
        self.children = views

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw both."""
        for child in self.children:
            child.draw(surface, look, focused, hover)


class VersionColumn:
    """Builds the widgets of one version.

    Args:
        session: as it may be seen.
        look: of the screen.
        width: of the column, in pixels.
        prefix: begins the name of each widget.
    """

    def __init__(self, session: Session, look: Look, width: int, prefix: str) -> None:
        self.session, self.look, self.width, self.prefix = session, look, width, prefix
        self.faces = faces(session)
        self.widgets: list[Widget] = []

    def _name(self) -> str:
        return f"{self.prefix}-{len(self.widgets)}"

    def _heading(self, text: str, units: int = 26, picture: str = "") -> None:
        rect = pygame.Rect(0, 0, self.width, self.look.line_height(units) + self.look.px(10))
        self.widgets.append(
            Label(self._name(), rect, text, units=units, bold=True, valign="bottom", icon=picture)
        )

    def _text(
        self,
        title: str,
        text: str,
        *,
        place: Place | None = None,
        picture: str = "",
        seat: str = "",
    ) -> None:
        if not text.strip():
            return
        rect = pygame.Rect(0, 0, self.width, 0)
        face = self.faces.get(seat)
        block = TextBlock(self._name(), rect, title, text, place=place, picture=picture, face=face)
        rect.height = block.needed(self.look, self.width)
        self.widgets.append(block)

    def build(self, card: CardInPlay, title: str) -> list[Widget]:
        """List the widgets of a version, from its heading to its points."""
        outcome = card.outcome
        if title:
            self._heading(title, 30)
        if outcome is not None:
            places = words.listing(
                tuple(words.place(place, self.session.deck) for place in card.places)
            )
            told = words.outcome(outcome)
            self._heading(f"{told}: {places}" if places else told, 34, outcome_icon(outcome))
        self._text(_("What do we mean by it here?"), card.wording, picture="message-circle")
        self._text(_("New words"), card.reworded, picture="pencil")
        self._rounds(card)
        self._arguments(card)
        self._text(_("Boundary: when would it lie elsewhere?"),
                   card.settlement.boundary or card.boundary, picture="fence")  # fmt: skip
        self._settled(card)
        self._aspects(card)
        self._aside(card)
        self._corrections(card)
        if outcome in DISCUSSED:
            earned = score(card)
            self._heading(_("Points: {points} of 6").format(points=earned.total))
            rect = pygame.Rect(0, 0, self.width, ScoreView.needed(self.look))
            self.widgets.append(ScoreView(self._name(), rect, earned))
        return self.widgets

    # rounds

    def _round(self, title: str, shown: Round, width: int) -> RoundView:
        found = rows(self.session, shown)
        rect = pygame.Rect(0, 0, width, RoundView.needed(self.look, width, found))
        how = words.sealing(shown.sealing)
        return RoundView(f"{self._name()}-{title}", rect, title, found, how)

    def _beside(self, pairs: Iterable[tuple[str, Round]]) -> None:
        shown = list(pairs)
        gap = self.look.px(16)
        columns = 2 if self.width > self.look.font_px(22) * 36 else 1
        for n in range(0, len(shown), columns):
            part = shown[n : n + columns]
            each = (self.width - gap * (columns - 1)) // columns
            views = tuple(self._round(title, round_, each) for title, round_ in part)
            high = max(view.rect.height for view in views)
            for at, view in enumerate(views):
                view.rect = pygame.Rect(at * (each + gap), 0, each, high)
            self.widgets.append(Side(self._name(), pygame.Rect(0, 0, self.width, high), views))

    def _rounds(self, card: CardInPlay) -> None:
        pairs = [(_("Before the new words"), shown) for shown in card.earlier]
        if card.first:
            pairs.append((_("First round"), card.first))
        if card.second:
            pairs.append((_("Second round"), card.second))
        self._beside(pairs)

    # arguments

    def _arguments(self, card: CardInPlay) -> None:
        if not card.arguments:
            return
        self._heading(_("Arguments by criterion"))
        order = list(dict.fromkeys(a.criterion for a in card.arguments if a.criterion))
        for criterion in [*order, ""]:
            for argument in card.arguments:
                if argument.criterion == criterion:
                    self._argument(card, argument)

    def _argument(self, card: CardInPlay, argument: Argument) -> None:
        deck = self.session.deck
        criterion = deck.criterion(argument.criterion)
        note = _("for {place}").format(place=words.place_short(argument.place, deck))
        if argument.meets is not None:
            note = f"{note} · {words.meets(argument.meets)}"
        if card.is_restated(argument.place):
            waived = any(r.place is argument.place and r.waived for r in card.restated)
            restated = _("restating waived") if waived else _("said back, confirmed")
            note = f"{note} · {restated}"
        seat = words.seat(argument.seat, self.session)
        name = criterion.title if criterion else _("Without a criterion")
        view = ArgumentView(
            self._name(),
            pygame.Rect(0, 0, self.width, 0),
            self.faces[argument.seat],
            place=argument.place,
            title=f"{name} · {seat}",
            icon=criterion.icon if criterion else "",
            text=argument.text,
            mark=MEETS_ICONS[argument.meets] if argument.meets else "",
            note=note,
            note_icon="message-square-quote",
        )
        view.rect.height = ArgumentView.needed(self.look, self.width, argument.text, note)
        self.widgets.append(view)

    # what was written down

    def _settled(self, card: CardInPlay) -> None:
        said = card.settlement
        deck = self.session.deck
        self._text(_("Why"), said.reason, picture="quote")
        self._text(_("What brought us together?"), said.together, picture="handshake")
        for place, text in said.reasons:
            self._text(words.place(place, deck), text, place=place)
        for seat, text in said.notes:
            label = _("Note of {seat}").format(seat=words.seat(seat, self.session))
            self._text(label, text, seat=seat)
        if said.crux:
            title = _("What it turns on: {crux}").format(crux=words.crux(said.crux))
            self._text(title, words.crux_explained(said.crux), picture="split")
        self._text(_("What would settle it?"), said.settle, picture="search")

    def _aspects(self, card: CardInPlay) -> None:
        given = card.settlement.aspects
        for n, aspect in enumerate(card.aspects):
            ruled = aspect_outcome(card, n, self.session.setup.threshold)
            places = words.listing(
                tuple(words.place(place, self.session.deck) for place in ruled.places)
            )
            told = words.outcome(ruled.outcome) if aspect.round else ""
            title = " · ".join(part for part in (aspect.name, told, places) if part)
            self._heading(title, 26, "scissors")
            if aspect.round:
                self._beside([(_("The round on this part"), aspect.round)])
            if n < len(given):
                self._text(_("Why"), given[n].reason, picture="quote")

    def _aside(self, card: CardInPlay) -> None:
        parking = card.parking
        self._text(_("Which question must be answered first?"), parking.question,
                   picture="circle-question-mark")  # fmt: skip
        until = words.date(parking.date)
        by_when = _("{owner}, before {date}").format(owner=parking.owner, date=until)
        owner = by_when if until and parking.owner else parking.owner or until
        self._text(_("Who finds that out?"), owner, picture="user-round")
        if card.outcome is Outcome.SKIPPED:
            reason = _("The conversation stopped here.") if card.stopped else card.skip_reason
            self._text(_("Why it was left aside"), reason, picture="circle-minus")

    def _corrections(self, card: CardInPlay) -> None:
        for correction in card.corrections:
            text = _("A wrong tap of {seat} was put right.").format(
                seat=words.seat(correction.seat, self.session)
            )
            self._text(_("Correction"), text, picture="wrench")
