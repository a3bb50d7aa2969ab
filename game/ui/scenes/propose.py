"""Proposing: every seat chooses a place, on three, on a covered screen or in the open."""

from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import Abstention, Place, Vote
from game.core.outcome import Ballot
from game.core.session import Phase
from game.core.setup import Sealing, Seat
from game.i18n import _
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Push, Replace, Stay, Widget
from game.ui.scenes import ballots, seats_panel
from game.ui.scenes.ballots import VOTE_KEYS
from game.ui.scenes.choosing import GAP, add_abstentions, add_living, add_places, spread_from
from game.ui.scenes.play import PlayScene
from game.ui.scenes.tiles import TileGrid
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label, Paragraph
from game.venue import Venue


class ProposeScene(PlayScene):
    """The card, the four places and who chose what; also the second round and the parts."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.counted = 0
        """How many counts there have been: the second round has one more, for living with."""
        self.seat_id: str | None = None
        """The seat that the next press is for."""
        if not self.second and self.card.seals:
            self.counted = 1
        self._to_next(None)

    # what there is to choose

    @property
    def second(self) -> bool:
        """Whether seats also say what they can live with."""
        return self.view.phase is Phase.SECOND

    @property
    def sealing(self) -> Sealing:
        """How this round stays hidden."""
        return self.view.sealing

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The present seats, in the order in which they choose."""
        return ballots.voters(self.view)

    @property
    def waiting(self) -> tuple[Seat, ...]:
        """The seats that still have to choose."""
        return ballots.waiting(self.view, self.table.steps)

    @property
    def ballot(self) -> Ballot | None:
        """What the chosen seat sealed, as far as it may be seen."""
        return ballots.ballot_of(self.card, self.seat_id) if self.seat_id else None

    def _to_next(self, seat_id: str | None) -> None:
        """Choose the seat after this one; after the last the first that is missing, or none."""
        ids = [seat.id for seat in self.seats]
        missing = next((seat.id for seat in self.waiting), None)
        in_turn = self.sealing is Sealing.HANDS or (self.second and self.sealing is Sealing.OPEN)
        if in_turn and seat_id in ids[:-1]:
            self.seat_id = ids[ids.index(seat_id) + 1]
        elif in_turn and seat_id is None and self.second and ids:
            self.seat_id = ids[0]
        else:
            self.seat_id = missing

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the card at the left, and what is chosen at the right."""
        self.top_bar(look)
        room = self.below_bar(look)
        count = len(self.seats)
        share = 41 if count <= 6 else 37 if count <= 8 else 33
        gap = look.px(32)
        width = room.w * share // 100
        box = pygame.Rect(room.x, room.y, width, room.h)
        self.add(seats_panel.card(self, box, draggable=self.sealing is not Sealing.VEIL))
        left = room.x + width + gap
        self._lay_right(look, pygame.Rect(left, room.y, room.right - left, room.h))

    def _lay_right(self, look: Look, rect: pygame.Rect) -> None:
        gap, target = look.px(GAP), look.target()
        veiled = self.sealing is Sealing.VEIL
        live = self.second and not veiled
        columns = 2 if len(self.seats) <= seats_panel.FEW else 3
        rows = -(-len(self.seats) // columns)
        tight = (rows - 1) * look.px(8)

        asked = ballots.question(self.view)

        def heights(look: Look) -> tuple[tuple[int, int], ...]:
            lines = min(2, len(look.wrap(asked, 44, rect.w, bold=True)))
            return (
                (lines * look.line_height(52 if lines == 1 else 44), lines * look.line_height(34)),
                (look.line_height(30), look.line_height(19)),
                (2 * look.px(86) + gap, 2 * target + gap),
                (0, 0) if veiled else (look.px(64), target),
                (look.px(64), target) if live else (0, 0),
                (max(target, look.line_height(24)), look.line_height(18)),
                (rows * look.px(100) + (rows - 1) * gap, rows * target + tight),
                (look.px(92), target),
            )

        room = rect.h - (6 - veiled + live) * gap
        head, hint, places, abstain, living, section, grid, action = spread_from(
            look, room, heights
        )
        box = pygame.Rect(rect.x, rect.y, rect.w, head)
        self.add(
            Paragraph("question", box, asked, units=52, bold=True, valign="middle", smallest=24)
        )  # fmt: skip
        box = pygame.Rect(rect.x, box.bottom, rect.w, hint)
        self.add(Paragraph("hint", box, self._hint(), units=30, smallest=16))
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, places)
        vote = self.ballot.vote if self.ballot else None
        add_places(self, box, self.view.deck, vote, None if veiled else self.choose)
        if not veiled:
            box = pygame.Rect(rect.x, box.bottom + gap, rect.w, abstain)
            add_abstentions(self, box, vote, self.choose)
        if live:
            box = pygame.Rect(rect.x, box.bottom + gap, rect.w, living)
            add_living(self, box, self.view.deck, self.ballot, self.live_with)
        box = pygame.Rect(rect.x, box.bottom + gap, rect.w, section)
        self._lay_section(look, box)
        bottom = rect.bottom - action
        top = box.bottom + gap // 2
        area = pygame.Rect(rect.x, top, rect.w, max(target, min(grid, bottom - gap - top)))
        self._lay_seats(look, area, columns, rows)
        self._lay_actions(look, pygame.Rect(rect.x, bottom, rect.w, action))

    def _hint(self) -> str:
        match self.sealing:
            case Sealing.VEIL:
                return _("One by one you choose on the covered screen. The others look away.")
            case Sealing.OPEN:
                if self.seat_id is None:
                    return _("Everybody has a place. Change what you like, then go on.")
                seat = self.label_of(self.seat_id)
                return _("{seat}, where do you put it?").format(seat=seat)
        if self.second and self.counted > 1:
            return _("Each sign is a place. Tap them behind “can also live with”.")
        if self.second and self.counted:
            return _("Tap only what changed.")
        if self.counted:
            return _("Tap what each seat showed.")
        if self.second:
            return _("Your place may have changed. On three, everyone shows it again.")
        return _("Think for a moment. On three, everyone shows fingers at once.")

    def _lay_section(self, look: Look, rect: pygame.Rect) -> None:
        """Lay out what the seats below are about, and what else can be done with the card."""
        shown = self.sealing is Sealing.HANDS
        text = _("Who showed what?") if shown else _("Who has chosen?")
        actions = [
            ("skip", _("Skip"), "skip-forward", self.skip),
            ("park", _("Park"), "circle-parking", self.park),
        ]
        if self.second:
            actions.append(("split", _("Split"), "scissors", self.split))
        taken = look.width(text.upper(), 24, True) + look.px(24)
        used = 0
        for name, label, picture, action in actions if rect.h >= look.target() else ():
            width = look.width(label, 22) + look.font_px(33) + look.px(44)
            if used + width + taken > rect.w:
                break
            box = pygame.Rect(rect.right - used - width, rect.y, width, rect.h)
            self.add(Button(name, box, label, icon=picture, kind="quiet", units=22,
                            on_press=action))  # fmt: skip
            used += width + look.px(8)
        room = pygame.Rect(rect.x, rect.y, rect.w - used, rect.h)
        self.add(Label("section", room, text.upper(), units=24, bold=True, colour=look.theme.muted))

    def _lay_seats(self, look: Look, area: pygame.Rect, columns: int, rows: int) -> None:
        gap = GAP if area.h >= rows * (look.target() + look.px(24)) else 8
        high = max(look.target(), (area.h - look.px(gap) * (rows - 1)) // rows)
        box = pygame.Rect(0, 0, area.w // columns, high)
        seats = tuple(
            seats_panel.row(
                self,
                seat,
                box.copy(),
                selected=seat.id == self.seat_id,
                on_press=partial(self.choose_seat, seat.id),
            )
            for seat in self.seats
        )
        grid = self.add(TileGrid("seats", area, seats, columns, gap=gap))
        for row in seats:
            row.draggable = self.sealing is not Sealing.VEIL and not grid.overflow

    def _lay_actions(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(GAP)
        left = pygame.Rect(rect.x, rect.y, (rect.w - gap) * 69 // 100, rect.h)
        right = pygame.Rect(left.right + gap, rect.y, rect.right - left.right - gap, rect.h)
        step = self.step
        if step != "reveal":
            self.add(
                Button("reveal", right, _("Reveal"), icon="eye", units=26, on_press=self.reveal)
            )
        elif self.sealing is Sealing.HANDS:
            self.add(
                Button("again", right, _("3 · 2 · 1 again"), icon="rotate-ccw", units=26,
                       on_press=self.count_down)
            )  # fmt: skip
        else:
            left.width = rect.w
        following = self.waiting[0].label if self.waiting else ""
        label, picture = {
            "count": (_("Count: 3 · 2 · 1"), "hand"),
            "live": (_("3 · 2 · 1: can live with"), "handshake"),
            "cover": (_("{seat} chooses").format(seat=following), "eye-off"),
            "reveal": (_("Reveal"), "eye"),
        }[step]
        name = "reveal" if step == "reveal" else "main"
        self.add(Button(name, left, label, icon=picture, kind="primary", units=34,
                        on_press=self.main_action))  # fmt: skip

    @property
    def step(self) -> str:
        """What comes next: "count", "live" (count for that), "cover" or "reveal"."""
        if self.sealing is Sealing.VEIL and self.waiting:
            return "cover"
        if self.sealing is Sealing.HANDS and not self.counted:
            return "count"
        if self.sealing is Sealing.HANDS and self.second and self.counted == 1:
            return "live"
        return "reveal"

    # what is pressed

    def choose_seat(self, seat_id: str) -> Change | None:
        """Choose the seat that the next press is for; veiled, it goes to the covered screen."""
        self.seat_id = seat_id
        self._let_go()
        if self.sealing is Sealing.VEIL:
            return self.cover(seat_id)
        self.relayout()
        return Stay()

    def _let_go(self) -> None:
        """Leave Enter to the main action after a press with the pointer."""
        if not self.by_keyboard:
            self.focus_on(None)

    def cover(self, seat_id: str) -> Change:
        """Let a seat choose on the covered screen."""
        from game.ui.scenes.veil import VeilScene

        return Push(VeilScene(self, seat_id))

    def choose(self, vote: Vote) -> Change | None:
        """Seal a place or an abstention for the chosen seat, and go on to the next."""
        self._let_go()
        if self.sealing is Sealing.VEIL:
            self.say(_("Choose on the covered screen, so that nobody sees it."))
        elif self.seat_id is None:
            self.say(_("First choose a seat."))
        else:
            return self._choose_for(self.seat_id, vote)
        return Stay()

    def _choose_for(self, seat_id: str, vote: Vote) -> Change:
        ballot = ballots.ballot_of(self.card, seat_id)
        if self.seal(seat_id, vote, ballot.live_with if ballot else ()):
            # Somebody who taps has seen hands, also where they were counted aloud.
            self.counted = max(self.counted, 1)
            self._to_next(seat_id)
            self.relayout()
        return Stay()

    def seal(self, seat_id: str, vote: Vote, live_with: tuple[Place, ...]) -> bool:
        """Seal a choice, unless it is sealed like that already; tell whether it is sealed now."""
        here = isinstance(vote, Place) and self.second
        kept = tuple(place for place in live_with if here and place is not vote)
        ballot = ballots.ballot_of(self.card, seat_id)
        if ballot == Ballot(seat_id, vote, kept):
            return True
        steps = len(self.table.steps)
        self.play(i.Seal(seat_id, vote, kept))
        return len(self.table.steps) > steps

    def live_with(self, place: Place) -> Change | None:
        """Say that the chosen seat can live with a place, or that it cannot."""
        self._let_go()
        ballot = self.ballot
        if not self.second or self.sealing is Sealing.VEIL:
            return Stay()
        if ballot is None or ballot.vote is None:
            self.say(_("First choose a seat."))
            return Stay()
        living = set(ballot.live_with) ^ {place}
        kept = tuple(each for each in Place if each in living)
        return self.play(i.Seal(ballot.seat, ballot.vote, kept))

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Take a seat that was dropped on a choice, or the card for the seat on turn."""
        if what.name != "card":
            self.seat_id = what.name.removeprefix("seat-")
        self._let_go()
        self.relayout()
        if onto is None:
            return Stay()
        kind, _dash, value = onto.name.partition("-")
        if kind == "live":
            return self.live_with(Place(value))
        return self.choose(Place(value) if kind == "place" else Abstention(value))

    # counting and revealing

    def count_down(self) -> Change | None:
        """Count to three; in the second round again for what seats can live with."""
        from game.ui.scenes.countdown import CountdownScene

        self._let_go()
        living = self.second and self.counted > 0
        title = _("Which places can you also live with?") if living else ballots.question(self.view)
        return Push(
            CountdownScene(title, self.view.deck, self._was_counted, card=self.activity.title,
                           living=living)
        )  # fmt: skip

    def _was_counted(self) -> Change | None:
        self.counted = min(self.counted + 1, 2 if self.second else 1)
        self._to_next(None)
        self.relayout()
        return None

    def main_action(self) -> Change | None:
        """Do what comes next: count, let a seat choose, or reveal."""
        if self.step == "reveal":
            return self.reveal()
        return self.cover(self.waiting[0].id) if self.step == "cover" else self.count_down()

    def reveal(self) -> Change | None:
        """Turn everything over; with a seal missing the table is asked, by name."""
        sealed = {ballot.seat for ballot in self.card.seals}
        missing = tuple(seat for seat in self.seats if seat.id not in sealed)
        if not missing:
            return self.play(i.Reveal())
        names = words.listing(tuple(seat.label for seat in missing))
        answers = (
            Answer("wait", _("Wait"), kind="primary"),
            Answer("go", _("Go on without")),
            Answer("absent", _("Mark as absent")),
        )
        return ask(
            _("Not chosen yet: {seats}").format(seats=names),
            _("Going on without costs the point for joining in. Absent seats cost nothing."),
            answers,
            partial(self._answered, tuple(seat.id for seat in missing)),
        )

    def _answered(self, missing: tuple[str, ...], key: str | None) -> Change | None:
        if key == "go":
            return self.play(i.Reveal(without_missing=True))
        if key != "absent":
            self.seat_id = missing[0]
            self.relayout()
            return None
        for seat in missing:
            steps = len(self.table.steps)
            change = self.play(i.Leave(seat))
            if len(self.table.steps) == steps:
                return change
        return self.play(i.Reveal())

    def play(self, intent: i.Intent) -> Change:
        """Play an intent; after a reveal everybody first sees who chose what."""
        change = super().play(intent)
        if isinstance(intent, i.Reveal) and isinstance(change, Replace):
            from game.ui.scenes.reveal import RevealScene

            return Replace(RevealScene(self.venue, self.table))
        return change

    # keys

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Choose seats and places by key."""
        if name in ("up", "down") and not self._roams():
            return self._step(1 if name == "down" else -1)
        if name in VOTE_KEYS:
            return self.choose(VOTE_KEYS[name])
        place = ballots.live_key(name)
        if place is not None:
            return self.live_with(place)
        return self.reveal() if name == "r" else super().key(name, event)

    def _roams(self) -> bool:
        """Whether the focus was moved by key to something that is not a seat."""
        return self.by_keyboard and self.focus is not None and not self.focus.startswith("seat-")

    def _step(self, step: int) -> Change:
        ids = [seat.id for seat in self.seats]
        at = ids.index(self.seat_id) + step if self.seat_id in ids else min(step, 0)
        self.seat_id = ids[at % len(ids)] if at >= 0 or self.seat_id in ids else ids[-1]
        self.relayout()
        self.focus_on(f"seat-{self.seat_id}" if self.focus is not None else None)
        return Stay()

    def resumed(self, result: object) -> Change | None:
        """Show who has chosen by now, and who is still here."""
        change = super().resumed(result)
        gone = self.seat_id not in {seat.id for seat in self.seats}
        if self.view.current is not None and gone:
            self._to_next(None)
            self.relayout()
        return change
