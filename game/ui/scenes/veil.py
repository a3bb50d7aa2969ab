"""The covered screen: one seat at a time chooses, and nothing on it shows what."""

from functools import partial
from random import Random

import pygame

from game import words
from game.core.cards import Abstention, Place, Vote
from game.core.setup import Seat
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Scene, Stay
from game.ui.scenes.ballots import PLACE_KEYS, VOTE_KEYS, first_choice, live_key, question, waiting
from game.ui.scenes.propose import ProposeScene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.pawn import Pawn

CALLING, CHOOSING, LIVING = "calling", "choosing", "living"


class CoveredButton(Button):
    """A button that looks the same whether it is pressed, pointed at, or chosen."""

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        held, self.held = self.held, False
        super().draw(surface, look, False, False)
        self.held = held


class VeilScene(Scene):
    """Calls a seat to the screen, lets it choose, and goes on to the next one."""

    def __init__(self, below: ProposeScene, seat: str) -> None:
        super().__init__()
        self.title = _("Under cover")
        self.below = below
        self.seat_id = seat
        self.state = CALLING
        self.finished = ""
        """Who was ready last."""
        # The order is for the eye alone: it has nothing to do with the seed of the session.
        self._shuffle = Random()
        self._order: list[Vote] = []
        self._vote: Vote | None = None
        self._live: set[Place] = set()

    # the screen

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Make everything dark, so that it is clear that this is the covered screen."""
        surface.fill(self.look.theme.bar, clip)

    def layout(self, look: Look) -> None:
        """Lay out the seat that is called, or what it can choose."""
        room = pygame.Rect((0, 0), look.size).inflate(-look.px(240), -look.px(100))
        if self.state == CALLING:
            self._call(look, room)
        else:
            self._ask(look, room)

    @property
    def _seat(self) -> Seat | None:
        return self.below.view.seat(self.seat_id)

    def _call(self, look: Look, room: pygame.Rect) -> None:
        theme = look.theme
        seat = self._seat
        label = seat.label if seat else ""
        face = self.below.face(self.seat_id)
        side = min(room.h * 26 // 100, look.px(240))
        line = pygame.Rect(room.x, room.y, room.w, look.px(70))
        if self.finished:
            text = _("{seat}: ready").format(seat=self.finished)
            self.add(
                Label("finished", line, text, units=40, icon="lock", align="center",
                      colour=theme.accent)
            )  # fmt: skip
        pawn = pygame.Rect(room.centerx - side // 2, line.bottom + look.px(40), side, side)
        self.add(Pawn("pawn", pawn, face.letters, face.seat, label=label))
        button = max(look.target() + 8, look.px(120))
        small = max(look.target(), look.px(76))
        foot = room.bottom - button - small - look.px(24)
        head = pygame.Rect(room.x, pawn.bottom + look.px(30), room.w, 0)
        head.h = (foot - head.y) * 60 // 100
        text = _("{seat}, it is your turn to choose").format(seat=label)
        self.add(
            Paragraph("heading", head, text, units=76, bold=True, align="center", valign="middle",
                      colour=theme.bar_text, smallest=26)
        )  # fmt: skip
        about = pygame.Rect(room.x, head.bottom, room.w, foot - head.bottom - look.px(10))
        self.add(
            Paragraph("about", about, _("Come to the screen. The others look away."), units=40,
                      align="center", colour=theme.bar_muted, smallest=18)
        )  # fmt: skip
        wide = min(room.w, look.px(760))
        ready = pygame.Rect(room.centerx - wide // 2, foot, wide, button)
        back = pygame.Rect(room.centerx - wide // 2, ready.bottom + look.px(24), wide, small)
        self.add(
            Button("ready", ready, _("We are here"), icon="arrow-right", units=40, selected=False,
                   on_press=self.main_action)
        )  # fmt: skip
        self.add(Button("back", back, _("Back to the table"), units=28, on_press=self.escape))

    def _ask(self, look: Look, room: pygame.Rect) -> None:
        theme = look.theme
        living = self.state == LIVING
        activity = self.below.activity
        title = _("With which other places can you live?") if living else question(self.below.view)
        seat = self._seat
        who = pygame.Rect(room.x, room.y, room.w, look.px(56))
        name = _("{seat} chooses").format(seat=seat.label if seat else "")
        self.add(Label("who", who, name, units=32, bold=True, colour=theme.accent, icon="eye-off"))
        head = pygame.Rect(room.x, who.bottom, room.w, room.h * 12 // 100)
        self.add(
            Paragraph("heading", head, title, units=60, bold=True, valign="middle",
                      colour=theme.bar_text, smallest=26)
        )  # fmt: skip
        text = f"{activity.title}. {self.below.card_text(self.below.card)}"
        if living:
            text = _("Press every place where it may lie too. You see nothing change.")
        elif (first := first_choice(self.below.view, self.seat_id)) is not None:
            deck = self.below.view.deck
            text += "\n" + _("First round: {choice}").format(choice=words.vote(first, deck))
        card = pygame.Rect(room.x, head.bottom + look.px(6), room.w, room.h * 24 // 100)
        self.add(Paragraph("card", card, text, units=40, colour=theme.bar_text, smallest=18))
        foot = max(look.target(), look.px(76))
        rest = pygame.Rect(room.x, card.bottom + look.px(16), room.w, 0)
        rest.h = room.bottom - foot - look.px(24) - rest.y
        self._options(look, rest, living)
        bar = pygame.Rect(room.x, room.bottom - foot, room.w, foot)
        if living:
            self._foot(look, bar)
        else:
            bar.w //= 3
            self.add(Button("back", bar, _("Back to the table"), units=26, on_press=self.escape))

    def _options(self, look: Look, rect: pygame.Rect, living: bool) -> None:
        deck = self.below.view.deck
        places = [vote for vote in self._order if isinstance(vote, Place)]
        others = [] if living else [vote for vote in self._order if not isinstance(vote, Place)]
        gap = look.px(18)
        width = (rect.w - gap) // 2
        rows = 2 if living else 3
        height = min((rect.h - gap * (rows - 1)) // rows, look.px(130))
        for n, place in enumerate(places):
            row, column = divmod(n, 2)
            box = pygame.Rect(
                rect.x + column * (width + gap), rect.y + row * (height + gap), width, height
            )
            self.add(
                CoveredButton(f"option-{place}", box, words.place(place, deck), units=38,
                              icon=look.theme.place(place).icon, on_press=partial(self.take, place))
            )  # fmt: skip
        width = (rect.w - 2 * gap) // 3
        for n, vote in enumerate(others):
            box = pygame.Rect(
                rect.x + n * (width + gap), rect.y + 2 * (height + gap), width, height
            )
            self.add(
                CoveredButton(f"option-{vote}", box, words.vote(vote, deck), units=30,
                              on_press=partial(self.take, vote))
            )  # fmt: skip

    def _foot(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(18)
        width = (rect.w - 2 * gap) // 3
        parts = [pygame.Rect(rect.x + n * (width + gap), rect.y, width, rect.h) for n in range(3)]
        self.add(Button("back", parts[0], _("Back to the table"), units=26, on_press=self.escape))
        self.add(Button("anew", parts[1], _("Start again"), icon="rotate-ccw", units=26,
                        on_press=self._anew))  # fmt: skip
        self.add(Button("done", parts[2], _("We are ready"), icon="check", units=28,
                        on_press=self._sealed))  # fmt: skip

    # choosing

    def main_action(self) -> Change | None:
        """Begin when the seat is at the screen, or be ready with the second question."""
        if self.state == CALLING:
            self._anew()
            return Stay()
        return self._sealed() if self.state == LIVING else Stay()

    def _anew(self) -> None:
        """Ask from the start, with the answers in another order."""
        self.state, self._vote, self._live = CHOOSING, None, set()
        self._mix()

    def _mix(self) -> None:
        self._order = [*Place, *Abstention]
        self._shuffle.shuffle(self._order)
        self.focus_on(None)
        self.relayout()

    def take(self, vote: Vote) -> Change | None:
        """Take a choice without showing it."""
        if self.state == LIVING:
            if isinstance(vote, Place):
                self._live.add(vote)
            return Stay()
        self._vote = vote
        if self.below.second and isinstance(vote, Place):
            self.state = LIVING
            self._mix()
            return Stay()
        return self._sealed()

    def _sealed(self) -> Change | None:
        if self._vote is None:
            return Stay()
        live = tuple(place for place in Place if place in self._live)
        taken = self.below.seal(self.seat_id, self._vote, live)
        self._vote, self._live = None, set()
        if not taken:
            return Pop()
        seat = self._seat
        self.finished = seat.label if seat else ""
        left = waiting(self.below.view, self.below.table.steps)
        if not left:
            return Pop()
        self.below.seat_id = self.seat_id = left[0].id
        self.state = CALLING
        self.focus_on(None)
        self.relayout()
        return Stay()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Take keys that nothing on the screen echoes."""
        del event
        if name == "space" and self.state == CALLING:
            return self.main_action()
        if self.state == CALLING:
            return None
        place = live_key(name)
        if place is not None and self.below.second:
            self._live.add(place)
            return Stay()
        if self.state == LIVING and name in PLACE_KEYS:
            return self.take(PLACE_KEYS[name])
        return self.take(VOTE_KEYS[name]) if name in VOTE_KEYS else None

    def escape(self) -> Change | None:
        """Go back to the table; what was not finished is not kept."""
        return Pop()
