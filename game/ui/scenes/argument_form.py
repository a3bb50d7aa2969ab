"""An argument that is being typed: the criterion, whether it is met, the reason, who and where."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game import words
from game.core import intents as i
from game.core.cards import CriterionCard, Meets, Place
from game.core.events import ArgumentPlayed
from game.core.setup import MAX_LETTERS
from game.i18n import _
from game.ui.changes import Action, Change, Stay
from game.ui.look import Look
from game.ui.scenes.criteria import WITHOUT
from game.ui.scenes.options import OptionTile
from game.ui.scenes.standing import PawnRow
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.pawn import PawnFace
from game.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

REASON = "reason"
MEETS_KEYS = {"+": Meets.YES, "-": Meets.NO, "=": Meets.PARTLY}
MEETS_ICONS = {Meets.YES: "check", Meets.NO: "x", Meets.PARTLY: "diff"}


class ArgumentForm:
    """What is chosen and typed for the next argument; it outlives a closed window."""

    def __init__(self, scene: "PlayScene") -> None:
        self.scene = scene
        self._put_back = ""

    # what was chosen, kept with the drafts

    def _kept(self, name: str) -> str:
        return self.scene.table.draft(self.scene.draft_name(f"argue.{name}"))

    def _keep(self, name: str, value: str) -> None:
        self.scene.table.set_draft(self.scene.draft_name(f"argue.{name}"), value)

    @property
    def begun(self) -> bool:
        """Whether something was chosen or typed."""
        return bool(self._kept("criterion") or self.text)

    @property
    def text(self) -> str:
        """The reason as far as it is typed."""
        return self.scene.table.draft(self.scene.draft_name(REASON))

    @property
    def criterion(self) -> CriterionCard | None:
        """The criterion that is played, if one is."""
        return self.scene.view.deck.criterion(self._kept("criterion"))

    @property
    def meets(self) -> Meets | None:
        """Whether the card meets it, once that is said."""
        kept = self._kept("meets")
        return Meets(kept) if kept in set(Meets) and self.criterion else None

    @property
    def place(self) -> Place:
        """The place that is argued for."""
        kept = self._kept("place")
        if kept in set(Place):
            return Place(kept)
        first = self.scene.card.first
        return first.order[0] if first and first.order else Place.COMMUNAL

    @property
    def seat(self) -> str:
        """The seat that says it."""
        kept = self._kept("seat")
        if kept in self.voices:
            return kept
        return self.speaker(self.place)

    @property
    def voices(self) -> tuple[str, ...]:
        """The seats that something can be written down for: also who chose and left."""
        session, first = self.scene.view, self.scene.card.first
        here = {seat.id for seat in session.present} | set(first.present if first else ())
        return tuple(seat.id for seat in session.seats if seat.id in here)

    def speaker(self, place: Place | None) -> str:
        """Find who speaks next: a holder of the position that was not heard, else anybody."""
        card = self.scene.card
        present = [seat.id for seat in self.scene.view.present]
        heard = {argument.seat for argument in card.arguments}
        holders = card.first.holders(place) if card.first and place else ()
        here = [seat for seat in holders if seat in present]
        fresh = [seat for seat in here if seat not in heard]
        others = [seat for seat in present if seat not in heard]
        return (fresh or here or list(holders) or others or present)[0]

    def begin(self, place: Place | None, criterion: str) -> None:
        """Start an argument for a place by the seat that is to speak."""
        seat = self.speaker(place)
        first = self.scene.card.first
        vote = first.vote_of(seat) if first else None
        self._keep("seat", seat)
        self._keep("place", place or (vote if isinstance(vote, Place) else self.place))
        self.choose(criterion)

    def start(self, seat: str, place: Place) -> None:
        """Let a seat say it for a place, until somebody chooses otherwise."""
        self._keep("seat", seat)
        self._keep("place", place)

    def choose(self, criterion: str) -> None:
        """Choose another criterion, or none."""
        known = "" if criterion == WITHOUT else criterion
        if known != self._kept("criterion"):
            self._keep("meets", "")
        self._keep("criterion", known)

    @property
    def typed_anew(self) -> bool:
        """Whether something is in it that nobody has said yet."""
        return self.begun and self.text != self._put_back

    def fill(self, said: ArgumentPlayed) -> None:
        """Put an argument back that was retracted, to be mended."""
        self.clear()
        self.start(said.seat, said.place)
        self._keep("criterion", said.criterion)
        self._keep("meets", said.meets or "")
        self.scene.table.set_draft(self.scene.draft_name(REASON), said.text)
        self._put_back = said.text

    def clear(self) -> None:
        """Forget what was chosen and typed."""
        for name in ("criterion", "meets", "seat", "place"):
            self._keep(name, "")
        self.scene.forget_draft(REASON)

    def intent(self) -> i.Argue:
        """Make the intent of what is chosen and typed."""
        criterion = self.criterion
        return i.Argue(
            self.seat, self.place, self.text, criterion.id if criterion else "", self.meets
        )

    # keys

    def judge(self, meets: Meets) -> Change | None:
        """Say whether the card meets the criterion, and go on to the reason."""
        if self.criterion is None:
            self.scene.say(_("There is no criterion to judge. Choose a criterion card first."))
            return Stay()
        self._keep("meets", meets)
        self.scene.relayout()
        self.scene.focus_on(REASON)
        return Stay()

    def key(self, name: str) -> Change | None:
        """Judge by + - and =."""
        return self.judge(MEETS_KEYS[name]) if name in MEETS_KEYS else None

    # layout, part by part

    @staticmethod
    def row(look: Look) -> int:
        """Give the height of a row of buttons, in pixels."""
        return max(look.target(), look.px(60), look.line_height(26) + look.px(14))

    def lay_criterion(self, look: Look, rect: pygame.Rect, pick: Action) -> int:
        """Add the criterion that is played and the three answers; return where they end."""
        criterion = self.criterion
        tile = OptionTile(
            "form-criterion",
            rect.copy(),
            criterion.title if criterion else _("Choose a criterion (C)"),
            criterion.question if criterion else "",
            icon=(criterion.icon or "layers") if criterion else "layers",
            on_press=pick,
        )
        tile.rect.height = tile.needed(look, rect.width)
        self.scene.add(tile)
        y = tile.rect.bottom + look.px(12)
        gap = look.px(12)
        wide = (rect.width - 2 * gap) // 3
        reason = "" if criterion else _("Choose a criterion first.")
        for n, (key, meets) in enumerate(MEETS_KEYS.items()):
            self.scene.add(
                Button(
                    f"meets-{meets}",
                    pygame.Rect(rect.x + n * (wide + gap), y, wide, self.row(look)),
                    f"{words.meets(meets)} ({key.replace('-', '−')})",
                    icon=MEETS_ICONS[meets],
                    selected=self.meets is meets,
                    units=26,
                    enabled=not reason,
                    reason=reason,
                    on_press=partial(self.judge, meets),
                )
            )
        return y + self.row(look)

    def lay_reason(
        self, look: Look, rect: pygame.Rect, submit: Action, *, show_label: bool = True
    ) -> None:
        """Add the field for the reason."""
        del look
        state = self.scene.draft_state(REASON, limit=MAX_LETTERS, multiline=True)
        self.scene.add(
            TextField(
                REASON,
                rect,
                state,
                label=_("Why? In your own words"),
                placeholder=_("One sentence is enough."),
                units=28,
                show_label=show_label,
                on_change=self.scene.draft_changed(REASON),
                on_submit=submit,
            )
        )

    @staticmethod
    def _head(look: Look) -> int:
        return look.line_height(22) + look.px(6)

    def seats_height(self, look: Look, width: int, *, show_label: bool = True) -> int:
        """Tell the height of the row of seats, in pixels."""
        spot = pygame.Rect(0, 0, width, 10)
        row = PawnRow("measure", spot, self._pawns(), on_pawn=self.speak, spaced=True)
        return (row.height_for(look, width) or 0) + (self._head(look) if show_label else 0)

    def _pawns(self) -> list[tuple[str, PawnFace]]:
        return [(seat, self.scene.face(seat)) for seat in self.voices]

    def lay_seats(self, look: Look, rect: pygame.Rect, *, show_label: bool = True) -> None:
        """Add the seats, with the one that speaks marked."""
        row = rect.copy()
        if show_label:
            line = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(22))
            text = _("Who says this? {seat}").format(seat=self.scene.label_of(self.seat))
            self.scene.add(Label("form-who", line, text, units=22, bold=True))
            row.top += self._head(look)
            row.height -= self._head(look)
        self.scene.add(
            PawnRow("form-seat", row, self._pawns(), on_pawn=self.speak, chosen=self.seat,
                    spaced=True)
        )  # fmt: skip

    def speak(self, seat: str) -> Change | None:
        """Let another seat say it, for its own place."""
        self._keep("seat", seat)
        first = self.scene.card.first
        vote = first.vote_of(seat) if first else None
        if isinstance(vote, Place):
            self._keep("place", vote)
        self.scene.relayout()
        return Stay()

    def lay_places(self, look: Look, rect: pygame.Rect, *, show_label: bool = True) -> None:
        """Add the four places, with the one that is argued for marked."""
        row = rect.copy()
        if show_label:
            line = pygame.Rect(rect.x, rect.y, rect.w, look.line_height(22))
            self.scene.add(Label("form-where", line, _("For which place?"), units=22, bold=True))
            row.top += self._head(look)
            row.height -= self._head(look)
        gap = look.px(10)
        titles = [words.place_short(place, self.scene.view.deck) for place in Place]
        # A long name gets more room than a short one, so that all keep the same size.
        needs = [look.width(title, 24, True) + look.px(84) for title in titles]
        pictures = sum(needs) <= rect.width - 3 * gap
        if not pictures:
            needs = [look.width(title, 24, True) + look.px(48) for title in titles]
        share = (rect.width - 3 * gap) / sum(needs)
        x = row.x
        for place, title, need in zip(Place, titles, needs, strict=True):
            wide = int(need * share)
            if place is Place.OUTSIDE:
                wide = row.right - x
            self.scene.add(
                Button(
                    f"form-place-{place}",
                    pygame.Rect(x, row.y, wide, row.height),
                    title,
                    icon=look.theme.place(place).icon if pictures else "",
                    kind="choice",
                    place=place,
                    selected=self.place is place,
                    units=24,
                    align="center",
                    on_press=partial(self.argue_for, place),
                )
            )
            x += wide + gap

    def argue_for(self, place: Place) -> Change | None:
        """Argue for another place."""
        self._keep("place", place)
        self.scene.relayout()
        return Stay()

    def layout(self, look: Look, rect: pygame.Rect, pick: Action, play: Action) -> None:
        """Add the whole form over the board: what, why, who and where, and the buttons."""
        gap = look.px(16)
        high = self.row(look)
        bottom = pygame.Rect(rect.x, rect.bottom - high, rect.w, high)
        y = self.lay_criterion(look, pygame.Rect(rect.x, rect.y, rect.w, 10), pick) + gap
        below = bottom.top - gap
        labels = True
        for labels, lines in ((True, 3), (True, 2), (True, 1), (False, 1)):
            places_high = high + (self._head(look) if labels else 0)
            seats_high = self.seats_height(look, rect.width, show_label=labels)
            places = pygame.Rect(rect.x, below - places_high, rect.w, places_high)
            seats = pygame.Rect(rect.x, places.top - gap - seats_high, rect.w, seats_high)
            field = pygame.Rect(rect.x, y, rect.w, seats.top - gap - y)
            if field.height >= TextField.needed(look, lines=lines, units=28, show_label=labels):
                break
        self.lay_reason(look, field, play, show_label=labels)
        self.lay_seats(look, seats, show_label=labels)
        self.lay_places(look, places, show_label=labels)
        half = (rect.width - gap) * 36 // 100
        self.scene.add(
            Button("form-cancel", pygame.Rect(bottom.x, bottom.y, half, high), _("Back (Esc)"),
                   icon="arrow-left", on_press=self.scene.escape)
        )  # fmt: skip
        rest = pygame.Rect(bottom.x + half + gap, bottom.y, rect.width - half - gap, high)
        self.scene.add(
            Button("form-play", rest, _("Play this argument"), icon="message-square-text",
                   kind="primary", units=30, on_press=play)
        )  # fmt: skip
