"""The reveal: all pawns turn over together, each at the place that its seat chose."""

from functools import partial

import pygame

from game import words
from game.core.cards import Abstention, Place
from game.core.frozen import dataclass
from game.core.outcome import Round
from game.core.session import Session
from game.i18n import _, ngettext
from game.table import Table
from game.ui.events import Pointer
from game.ui.look import Look
from game.ui.scene import Change, Flip, Push, Stay
from game.ui.scenes.ballots import part
from game.ui.scenes.correcting import CorrectScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.steps import steps_of
from game.ui.scenes.turned import NAMES, TurnedSeat, names_fit, pawn_cells, told
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import tell
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.pawn import pawn_surface
from game.ui.widgets.sphere_view import SphereView
from game.venue import Venue

TURN = 0.9
"""How long the pawns take to turn over, in seconds."""
TALLEST = 124


def correct(scene: PlayScene, seat: str) -> Push:
    """Open the panel to put a wrong tap of a seat right."""
    return Push(CorrectScene(scene.venue, scene.table, seat))


def result(session: Session, shown: Round) -> str:
    """Say in a line how the seats chose."""
    positions = sorted(shown.positions, key=lambda place: -len(shown.holders(place)))
    counts = [(len(shown.holders(place)), words.place_short(place, session.deck))
              for place in positions]  # fmt: skip
    told = words.listing(tuple(f"{count} {name}" for count, name in counts))
    unclear = sum(ballot.vote is Abstention.UNCLEAR for ballot in shown.ballots)
    if shown.contested:
        return _("{parts}: you differ").format(parts=told)
    if unclear and unclear >= len(shown.choosing):
        return ngettext(
            "{count} seat finds the card unclear", "{count} seats find the card unclear", unclear
        ).format(count=unclear)
    if not counts:
        return _("Nobody chose a place.")
    if counts[0][0] == len(shown.present):
        return _("All {place}").format(place=counts[0][1])
    return _("{parts}, the others chose no place").format(parts=told)


@dataclass(frozen=True, slots=True)
class Column:
    """Where pawns turn over: a place, or none."""

    place: Place | None
    seats: tuple[str, ...]


def columns(shown: Round) -> tuple[Column, ...]:
    """List the four places, and beside them who chose none of them."""
    found = [Column(place, shown.holders(place)) for place in Place]
    others = (*shown.abstained, *shown.missing)
    return (*found, Column(None, others)) if others else tuple(found)


class RevealScene(PlayScene):
    """What all seats chose in the round that was just turned over."""

    hints = False  # the screen of the next phase has its own

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.title = _("Reveal")
        self._arriving = True
        self._turning = True

    @property
    def round(self) -> Round:
        """The round that was turned over.

        Raises:
            RuntimeError: there was none.
        """
        shown = self.card.latest
        if shown is None:
            raise RuntimeError("nothing was revealed")
        return shown

    def shows(self, session: Session) -> bool:
        """Tell that this screen stands between two phases, and shows neither."""
        del session
        return False

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out a column a place, and the line that says it all."""
        bar = self.top_bar(look)
        second = self.round is self.card.second
        revealed = [n for n, aspect in enumerate(self.card.aspects) if aspect.round]
        if revealed:
            bar.steps = steps_of(self.view, revealed[-1])
        bar.current = 3 if second or revealed else 1
        bar.time_left = None  # the time to argue begins on the next screen
        bar.attach(self)
        room = self.below_bar(look)
        gap = look.px(20)
        button = max(look.target(), look.px(96))
        line = pygame.Rect(room.x, room.y, room.w, look.px(50))
        title = self.activity.title
        if revealed:
            title = f"{title} · {part(self.card, revealed[-1])}"
        self.add(Label("card", line, title, units=32, colour=look.theme.muted))
        head = pygame.Rect(room.x, line.bottom, room.w, look.px(104))
        text = _("Where does everybody put it?") if self._turning else result(self.view, self.round)
        self.add(Paragraph("result", head, text, units=60, bold=True, valign="middle", smallest=26))
        foot = pygame.Rect(room.right - min(room.w, look.px(620)), room.bottom - button,
                           min(room.w, look.px(620)), button)  # fmt: skip
        self.add(
            Button("on", foot, _("Go on"), icon="arrow-right", kind="primary", units=36,
                   on_press=self.main_action)
        )  # fmt: skip
        hint = pygame.Rect(room.x, foot.y, foot.x - room.x - look.px(30), foot.h)
        wrong = _("A wrong tap? Press the seat to put it right.")
        if any(ballot.live_with for ballot in self.round.ballots):
            wrong += " " + _("The signs at the right: can also live with.")
        self.add(
            Paragraph("wrong", hint, wrong, units=28, valign="middle", smallest=16,
                      colour=look.theme.muted)
        )  # fmt: skip
        top = head.bottom + look.px(14)
        body = pygame.Rect(room.x, top, room.w, foot.y - look.px(24) - top)
        shown = columns(self.round)
        width = (body.w - gap * (len(shown) - 1)) // len(shown)
        for n, column in enumerate(shown):
            self._column(
                look, pygame.Rect(body.x + n * (width + gap), body.y, width, body.h), column
            )

    def _column(self, look: Look, rect: pygame.Rect, column: Column) -> None:
        theme = look.theme
        name = str(column.place) if column.place else "none"
        inner = rect.inflate(-look.px(36), 0)
        if column.place in (None, Place.OUTSIDE):
            seen = theme.place(Place.OUTSIDE)
            fill = seen.tint if column.place else theme.background
            self.add(
                Panel(
                    f"column-{name}", rect, fill=fill, border=seen.colour, radius=44, shadow=False
                )
            )
            side = look.px(72)
            title = _("No place")
            if column.place:
                title = words.place_short(column.place, self.view.deck)
            head = pygame.Rect(inner.x, rect.y + look.px(22), inner.w, side)
            self.add(
                Label(f"title-{name}", head, title, units=28, bold=True, align="center",
                      icon=seen.icon if column.place else "hand", colour=seen.colour)
            )  # fmt: skip
        else:
            title = words.place_short(column.place, self.view.deck)
            self.add(SphereView(f"column-{name}", rect, column.place, title=title, slot=False))
        top = rect.y + look.px(112) + look.line_height(28)
        if column.place in (None, Place.OUTSIDE):
            top = rect.y + look.px(112)
        room = pygame.Rect(inner.x, top, inner.w, rect.bottom - look.px(24) - top)
        self._rows(look, room, column)

    def _rows(self, look: Look, rect: pygame.Rect, column: Column) -> None:
        """Add the seats of a column: as rows with their names, or as pawns above the names."""
        count = len(column.seats)
        names = tuple(self.label_of(seat) for seat in column.seats)
        signs = max((len(self._live(seat)) for seat in column.seats), default=0)
        across = 1 if count <= 5 else 2
        if across == 2 and not names_fit(look, rect, names, across, signs):
            single = look.target() * count + look.px(8) * (count - 1) <= rect.h
            if single and names_fit(look, rect, names, 1, signs):
                across = 1
            else:
                self._pawns(look, rect, column, names, signs)
                return
        down = -(-max(1, count) // across)
        gap = look.px(14 if down < 6 else 8)
        width = (rect.w - gap * (across - 1)) // across
        height = min((rect.h - gap * (down - 1)) // down, max(look.target(), look.px(TALLEST)))
        for n, seat in enumerate(column.seats):
            row, at = divmod(n, across)
            box = pygame.Rect(
                rect.x + at * (width + gap), rect.y + row * (height + gap), width, height
            )
            turned = self._turned(look, seat, box)
            turned.status = self._status(seat, column.place, turned.words_width(look))
            self.add(turned)

    def _turned(self, look: Look, seat: str, box: pygame.Rect) -> TurnedSeat:
        places = [look.theme.place(place) for place in self._live(seat)]
        return TurnedSeat(
            f"seat-{seat}",
            box,
            self.face(seat),
            title=self.label_of(seat),
            state="empty" if self.animations else "open",
            trailing=tuple((place.icon, place.colour) for place in places),
            on_press=partial(self.correct, seat),
        )

    def _pawns(
        self, look: Look, rect: pygame.Rect, column: Column, names: tuple[str, ...], signs: int
    ) -> None:
        """Add many seats as pawns with their letters, and below them their names."""
        below = pawn_cells(look, rect, names, signs)
        for seat, box in zip(column.seats, below.cells, strict=True):
            turned = self._turned(look, seat, box)
            turned.compact = True
            self.add(turned)
        room = pygame.Rect(rect.x, below.bottom, rect.w, max(0, rect.bottom - below.bottom))
        shown = told(look, room, names)
        name = str(column.place) if column.place else "none"
        if shown:
            text = words.listing(names) if shown == len(names) else ", ".join(names[:shown])
            room.height = look.height(text, NAMES, room.width)
            self.add(Paragraph(f"names-{name}", room, text, units=NAMES))
        if shown < len(names):
            more = _("+ {count} more").format(count=len(names) - shown)
            box = pygame.Rect(rect.x, rect.bottom - look.target(), rect.w, look.target())
            title = words.place_short(column.place, self.view.deck) if column.place else ""
            press = partial(tell, title or _("No place"), words.listing(names))
            self.add(Button(f"more-{name}", box, more, units=24, on_press=press))

    def _status(self, seat: str, place: Place | None, width: int) -> str:
        """Say why a seat is at no place, or where it came from."""
        vote = self.round.vote_of(seat)
        if vote is None:
            return _("chose nothing")
        if not isinstance(vote, Place):
            return words.abstention(vote)
        first = self.card.first
        before = first.vote_of(seat) if first is not None else None
        if self.round is not self.card.second or before is None or before is place:
            return ""
        deck = self.view.deck
        name = words.place_short(before, deck) if isinstance(before, Place) else words.vote(before)
        whole = _("first: {choice}").format(choice=name)
        smallest = self.look.snug(whole, 22, width)
        fits = self.look.width(whole, smallest) <= width
        return whole if fits else _("first elsewhere")

    def _live(self, seat: str) -> tuple[Place, ...]:
        return next((b.live_with for b in self.round.ballots if b.seat == seat), ())

    def tick(self, now: float) -> None:
        """Let no time pass for arguing yet."""
        self._ticked_at = None
        super().tick(now)

    # turning over

    def update(self, now: float) -> Change | None:
        """Turn the pawns over when the screen opens."""
        if self._arriving:
            self._arriving = False
            if self.motion:
                self._turn_over()
            self._settle_down()
        return super().update(now)

    def _turn_over(self) -> None:
        for widget in self.all_widgets():
            if isinstance(widget, TurnedSeat):
                centre, radius = widget.spot(self.look)
                back = pawn_surface(self.look, radius, widget.face, "hidden")
                front = pawn_surface(self.look, radius, widget.face)
                self.animate(Flip(centre, back, front, TURN, self._settle_down))

    def _settle_down(self) -> None:
        """Show the result when the last pawn lies open."""
        self._turning = bool(self.animations)
        self.relayout()

    # going on

    def main_action(self) -> Change | None:
        """Go on; while the pawns turn, open them at once."""
        if self.animations:
            self.animations = []
            self._settle_down()
            return Stay()
        return self.follow()

    def pointer(self, event: Pointer) -> Change | None:
        """Open all pawns at once at a press beside everything; a button leads on from here."""
        return self.main_action() if self.animations and event.kind == "down" else None

    def correct(self, seat: str) -> Change | None:
        """Put a wrong tap of this seat right."""
        return correct(self, seat)

    def resumed(self, result: object) -> Change | None:
        """Stay here after a correction, until the table goes on."""
        del result
        self.relayout()
        return Stay()
