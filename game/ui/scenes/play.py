"""What every screen of a running session shares: the bar, the menu, the keys, the drafts."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game import words
from game.core import intents as i
from game.core.cards import ActivityCard, Place
from game.core.refusals import Refused
from game.core.scoring import totals
from game.core.session import CardInPlay, Phase, Session, Step
from game.core.setup import initials
from game.i18n import _, ngettext
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Change, Push, Quit, Replace, Scene, Stage, Stay
from game.ui.scenes import asking, route
from game.ui.scenes.half_typed import OPEN, put_back
from game.ui.scenes.help_pages import this_step
from game.ui.scenes.steps import STEP_OF, steps_of
from game.ui.widgets.button import Button
from game.ui.widgets.pawn import PawnFace
from game.ui.widgets.text_field import TextField
from game.ui.widgets.text_state import TextState
from game.ui.widgets.top_bar import TopBar
from game.venue import Venue

TIMED = frozenset({Phase.ARGUE, Phase.FAST})


class PlayScene(Scene):
    """A screen of the session on the table; it shows the phases that `route` gives it."""

    ticks = True
    hints = True
    """Whether somebody who practises is told here what to do."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__()
        self.venue = venue
        self.table = table
        self.title = words.phase(self.view.phase)
        self._shown = self._moment(table.view)
        self._ticked_at: float | None = None
        self._warned = False
        self._attached = False
        self._reopened = False
        self.greeting = ""
        """What is said when the screen opens."""
        self.asked_to_leave = False
        """Whether a question is open about leaving with something unsaved."""

    def attach(self, stage: Stage) -> None:
        """Join the window; go on typing, and tell whoever practises what to do here."""
        super().attach(stage)
        if self._attached or self.overlay:
            return
        self._attached = True
        self._go_on_typing()
        if self.greeting:
            self.say(self.greeting)
        elif self.hints and self.venue.practising(self.table):
            ((_head, text),) = this_step(self.view.phase)
            self.say(text, seconds=15, lasting=True)

    def _go_on_typing(self) -> None:
        """Put the caret behind what was half typed when the window was closed."""
        name = None if self.table.read_only else self.half_typed()
        widget = self.find(name)
        if widget is not None:
            self.focus_on(name)
            if isinstance(widget, TextField):
                widget.show_caret()

    def half_typed(self) -> str | None:
        """Name the field that was typed in last and not played."""
        drafts = list(self.table.drafts)
        keys = {id(state): self.draft_name(name) for name, state in self.texts.items()}
        fields = [field for field in self.all_widgets() if isinstance(field, TextField)]
        found = [(drafts.index(keys[id(field.state)]), field.name) for field in fields
                 if keys.get(id(field.state)) in drafts]  # fmt: skip
        return max(found)[1] if found else None

    def update(self, now: float) -> Change | None:
        """Let time pass; open the dialog again that was open when the window was closed."""
        change = super().update(now)
        if change is None and not self._reopened and not self.overlay:
            self._reopened = True
            name = self.draft_name(OPEN)
            kind = self.table.draft(name)
            if kind and not self.table.read_only:
                self.table.set_draft(name, "")
                return self.reopen(kind)
        return change

    def reopen(self, kind: str) -> Change | None:
        """Open a dialog again in which something is half typed."""
        match kind:
            case "park":
                return self.park()
            case "skip":
                return self.skip()
            case "split":
                return self.split()
            case "note":
                return self.note()
            case "join":
                from game.ui.scenes.seats import SeatsScene

                return Push(SeatsScene(self.venue, self.table, asking=True))
            case _:
                return None

    @staticmethod
    def _moment(session: Session) -> tuple[object, ...]:
        card = session.current
        aspect = card.open_aspect if card else None
        reveals = len(card.earlier) if card else 0
        return (session.phase, card.card if card else "", aspect, reveals)

    def shows(self, session: Session) -> bool:
        """Tell whether this screen was made for this moment of this card."""
        return self._shown == self._moment(session)

    # the session, as it may be seen

    @property
    def view(self) -> Session:
        """The session without what is still sealed."""
        return self.table.view

    @property
    def card(self) -> CardInPlay:
        """The card in play.

        Raises:
            RuntimeError: there is none; such a phase has another scene.
        """
        current = self.view.current
        if current is None:
            raise RuntimeError("no card in play")
        return current

    @property
    def activity(self) -> ActivityCard:
        """The words and picture of the card in play."""
        return self.activity_of(self.card.card)

    def activity_of(self, card_id: str) -> ActivityCard:
        """Find a card; one that the deck does not know keeps its id as title."""
        return self.view.card(card_id) or ActivityCard(card_id, card_id)

    def card_text(self, card: CardInPlay) -> str:
        """Give the text that counts now: reworded, or as the deck has it."""
        return card.reworded or self.activity_of(card.card).text

    def picture_of(self, activity: ActivityCard) -> Path | None:
        """Find the picture of a card, if it has one that may be drawn."""
        return self.venue.picture(self.view.deck, activity.picture)

    def face(self, seat_id: str) -> PawnFace:
        """Give the letters and colour of a seat."""
        taken: set[str] = set()
        for seat in self.view.seats:
            letters = initials(seat.label, frozenset(taken))
            taken.add(letters)
            if seat.id == seat_id:
                away = seat_id in self.view.absent
                return PawnFace(letters, seat.colour, seat.label, away)
        return PawnFace("?", 0, "")

    def label_of(self, seat_id: str) -> str:
        """Give the name of a seat."""
        seat = self.view.seat(seat_id)
        return seat.label if seat else seat_id

    def place_title(self, place: Place) -> str:
        """Name a place as the deck words it."""
        return words.place(place, self.view.deck)

    # playing

    def play(self, intent: i.Intent) -> Change:
        """Play an intent and go where it leads; a refusal is said in words."""
        if self.table.read_only:
            self.say(_("Here you can only look at this conversation, not play it."))
            return Stay()
        try:
            self.table.play(intent)
        except Refused as refused:
            self.say(words.refused(refused, self.view))
            return Stay()
        return self.follow()

    def follow(self) -> Change:
        """Go to the screen of the phase that the session is in now."""
        if route.same_screen(self, self.view):
            self.relayout()
            return Stay()
        return Replace(route.scene(self.venue, self.table))

    def why_not(self, intent: i.Intent) -> str:
        """Say why a button is grey; empty when it may be pressed."""
        if self.table.read_only:
            return _("Here you can only look at this conversation, not play it.")
        refused = self.table.refusal(intent)
        return words.refused(refused, self.view) if refused else ""

    # what is half typed

    def draft_name(self, name: str) -> str:
        """Name a draft after the card and version it belongs to."""
        card = self.view.current
        return f"{card.card}/{card.version}/{name}" if card else name

    def draft_state(
        self, name: str, initial: str = "", *, limit: int = 2000, multiline: bool = False
    ) -> TextState:
        """Give what was typed in a field, also before the window was closed."""
        kept = self.table.draft_or(self.draft_name(name), initial)
        return self.text_state(name, kept, limit=limit, multiline=multiline)

    def draft_changed(self, name: str) -> Callable[[str], None]:
        """Make the callback that keeps what is typed in a field."""
        key = self.draft_name(name)

        def keep(text: str) -> None:
            self.table.set_draft(key, text, emptied=True)

        return keep

    def forget_draft(self, name: str) -> None:
        """Drop a draft, because its text was played."""
        self.table.set_draft(self.draft_name(name), "")
        self.texts.pop(name, None)

    # the bar on top

    def top_bar(self, look: Look) -> TopBar:
        """Add the dark bar with the steps, the timer and the score."""
        session = self.view
        score = totals(session)
        setup = session.setup
        where = [part for part in (setup.wijk or setup.gemeente, setup.table) if part.strip()]
        current = STEP_OF.get(session.phase)
        steps = steps_of(session, session.current.open_aspect if session.current else None)
        total = session.setup.cards
        here = session.played if session.current or session.closing else session.played + 1
        bar = TopBar(
            "bar",
            look.rect(0, 0, 1920, 88),
            sub=" · ".join(where) or session.deck.title,
            steps=steps if current is not None and self.table.trouble is None else (),
            current=current,
            info=_("card {number} of {total}").format(number=min(here, total), total=total),
            headline=ngettext("{points} point", "{points} points", score.points).format(
                points=score.points
            ),
            time_left=self.time_left if session.phase in TIMED and session.timers else None,
            paused=session.paused,
            menu=self.open_menu,
        )
        bar.rect = pygame.Rect(0, 0, look.width_px, TopBar.height(look))
        self.add(bar)
        if self.table.trouble is not None:
            middle = bar.rect.inflate(-bar.rect.w * 6 // 10, -look.px(16))
            unsaved = _("Not saved! Choose another folder")
            self.add(
                Button(
                    "elsewhere",
                    middle,
                    unsaved,
                    icon="triangle-alert",
                    kind="danger",
                    units=26,
                    on_press=self.save_elsewhere,
                )
            )
        return bar

    def below_bar(self, look: Look) -> pygame.Rect:
        """Give the room under the bar, within the margins."""
        margin = look.px(36)
        top = TopBar.height(look) + look.px(30)
        return pygame.Rect(
            margin, top, look.width_px - 2 * margin, look.height_px - top - look.px(32)
        )

    # the timer: soft, and it never closes anything

    def time_left(self) -> float | None:
        """Tell how many seconds the argument has left; below zero it is over time."""
        session = self.view
        if session.current is None or not session.timers or session.paused:
            return None
        minutes = session.argue_minutes + session.current.extended
        return 60 * minutes - self._seconds()

    def _seconds(self) -> float:
        kept = self.table.draft(self.draft_name("seconds"))
        return float(kept) if kept else 0.0

    def tick(self, now: float) -> None:
        """Count the time, keep what is half typed, and say it when saving fails."""
        before, self._ticked_at = self._ticked_at, now
        session = self.view
        # The phase this screen was made for: working it out anew ten times a second shows at rest.
        timed = self._shown[0] in TIMED and session.timers and not session.paused
        if before is not None and timed:
            seconds = self._seconds()
            passed = seconds + now - before
            self.table.set_draft(self.draft_name("seconds"), f"{passed:.1f}")
            limit = 60 * (session.argue_minutes + self.card.extended)
            if seconds < limit <= passed:
                self.venue.sound("timer")
                self.say(_("The time is up. Take more if you need it."))
        self.table.tick(now)
        trouble = self.table.trouble
        if (trouble is not None) != self._warned:
            self._warned = trouble is not None
            self.relayout()
            if trouble is not None:
                self.say(words.trouble(trouble), seconds=12)

    def before_closing(self) -> Change | None:
        """Ask what must happen with what cannot be saved."""
        return Stay() if self.asked_to_leave else asking.leave(self, Quit)

    def closing(self) -> None:
        """Keep everything when the window closes."""
        self.table.close()

    def save_elsewhere(self) -> Change | None:
        """Choose another folder, because this one does not take the session."""
        return asking.save_elsewhere(self)

    # at any moment

    def escape(self) -> Change | None:
        """Open the menu."""
        return self.open_menu()

    def open_menu(self) -> Change | None:
        """Open the menu of the session."""
        from game.ui.scenes.menu import MenuScene

        return Push(MenuScene(self))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Handle the keys that work on every screen of a session."""
        del event
        match name:
            case "p":
                return self.park()
            case "s":
                return self.split()
            case "x":
                return self.skip()
            case "m":
                return self.open_map()
            case "ctrl+z":
                return self.undo()
            case _:
                return None

    def open_map(self) -> Change | None:
        """Show the map over this screen."""
        from game.ui.scenes.map import MapScene

        return Push(MapScene(self.venue, self.table))

    def open_help(self) -> Change | None:
        """Show the rules and the keys."""
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, self.view.phase))

    def resumed(self, result: object) -> Change | None:
        """Show the session as it is after what lay on top, such as a map where a card reopened."""
        del result
        return self.follow()

    def undo(self) -> Change | None:
        """Retract the newest step of play, and say which one that was."""
        before, undoable = len(self.table.steps), self.table.session.undoable
        if not undoable or self.table.read_only:
            return self.play(i.Undo())
        step = self.table.steps[undoable[-1]]
        said = words.taken_back(step, self.view)
        self.take_back(step)
        change = self.play(i.Undo())
        if len(self.table.steps) > before:
            put_back(self, step)
            if isinstance(change, Replace) and isinstance(change.scene, PlayScene):
                change.scene.greeting = said
            else:
                self.say(said)
        return change

    def take_back(self, step: Step) -> None:
        """Put what was typed for a step that is retracted now back where it was typed."""

    def park(self) -> Change | None:
        """Put the card aside with a question."""
        return asking.park(self)

    def skip(self) -> Change | None:
        """Leave the card for the end."""
        return asking.skip(self)

    def split(self) -> Change | None:
        """Cut the card into aspects."""
        return asking.split(self)

    def note(self) -> Change | None:
        """Write a note."""
        return asking.note(self)

    def pause(self) -> Change | None:
        """Stop the clock."""
        return asking.pause(self)

    def resume(self) -> Change:
        """Let the clock run again; the break does not count."""
        self._ticked_at = None
        return self.play(i.Resume())

    def stop(self) -> Change | None:
        """Go to the closing round before the last card."""
        return asking.stop(self)
