"""Setting up a session: the seats, the talk, the cards and the rules, with a summary beside it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pygame

from game import words
from game.core.cards import Deck
from game.core.dealing import check_setup
from game.core.frozen import dataclass, replace
from game.core.publish import SMALLEST_GROUP, merged_seats
from game.core.refusals import Refused
from game.core.session import Session
from game.core.setup import MAX_SEATS, MIN_SEATS, Sealing, Seat, Setup, expected_minutes
from game.dates import read_date, typed_date
from game.decks.findings import DeckError, errors
from game.decks.sentences import told
from game.i18n import _, ngettext
from game.store.prepared import Prepared
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Replace, Scene, Stay
from game.ui.scenes import route
from game.ui.scenes.setup_pages import CardsPage, Page, RulesPage, TalkPage
from game.ui.scenes.setup_seats import SeatsPage, roles
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_field import TextField
from game.venue import STANDARD, Venue

KEPT_DAYS = 365
DATES = ("date", "kept_until")
FIRST_SEATS = 3


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat while it is being set up; its name is in the text field of the same number."""

    number: int
    size: int = 1


class SetupScene(Scene):
    """Everything that the table chooses before the first card; all but the seats has a default."""

    def __init__(self, venue: Venue, prepared: Prepared | None = None) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("Set up")
        self.page = 0
        self.pages: tuple[Page, ...] = (SeatsPage(), TalkPage(), CardsPage(), RulesPage())
        self._counter = 0
        self.chairs: tuple[Chair, ...] = ()
        self.setup = Setup()
        self.deck_id = STANDARD
        self.deck: Deck | None = None
        self.deck_trouble = ""
        last = prepared or venue.settings.last_setup
        self._begin_with(last or Prepared(Setup(), (), STANDARD), today=prepared is None)

    # the set-up so far

    def _begin_with(self, given: Prepared, *, today: bool) -> None:
        setup = given.setup
        now = date.today()
        if today or not setup.date:
            # Yesterday's set-up, for today: the date moves along, who was missing does not.
            setup = replace(
                setup,
                date=now.isoformat(),
                kept_until=(now + timedelta(days=KEPT_DAYS)).isoformat(),
                missing="",
                timers=self.venue.settings.timers,
            )
        if setup.sealing is Sealing.PAPER:
            setup = replace(setup, sealing=Sealing.HANDS)
        self.setup = setup
        for name in ("gemeente", "wijk", "question", "table", "missing"):
            self.text_state(name, getattr(setup, name), limit=300 if name != "question" else 500)
        self.text_state("date", typed_date(setup.date), limit=30)
        self.text_state("kept_until", typed_date(setup.kept_until), limit=30)
        for seat in given.seats:
            self.add_chair(seat.label, seat.size)
        while len(self.chairs) < FIRST_SEATS:
            self.add_chair()
        self.choose_deck(given.deck or STANDARD, keep_selection=True)

    def add_chair(self, label: str = "", size: int = 1) -> None:
        """Put a chair at the table; a role fills the first chair that has no name yet."""
        if label:
            for chair in self.chairs:
                if not self.name_of(chair).strip():
                    self.text_state(f"seat-{chair.number}").replace_all(label)
                    return
        if len(self.chairs) >= MAX_SEATS:
            self.say(_("A table has at most {count} seats.").format(count=MAX_SEATS))
            return
        self._counter += 1
        self.text_state(f"seat-{self._counter}", label, limit=60)
        self.chairs = (*self.chairs, Chair(self._counter, size))

    def remove_chair(self, number: int) -> None:
        """Take a chair away."""
        self.chairs = tuple(chair for chair in self.chairs if chair.number != number)
        self.texts.pop(f"seat-{number}", None)

    def resize_chair(self, number: int, size: int) -> None:
        """Change how many people share a seat."""
        self.chairs = tuple(
            replace(chair, size=size) if chair.number == number else chair for chair in self.chairs
        )

    def name_of(self, chair: Chair) -> str:
        """Read what was typed for a chair."""
        return self.text_state(f"seat-{chair.number}", limit=60).text

    def seats(self) -> tuple[Seat, ...]:
        """Give the seats that have a name, each in its own colour."""
        all_names = [(chair, self.name_of(chair).strip()) for chair in self.chairs]
        named = [(chair, name) for chair, name in all_names if name]
        return tuple(
            Seat(f"s{n + 1}", name, name if name in roles() else "", n % MAX_SEATS, chair.size)
            for n, (chair, name) in enumerate(named)
        )

    def choose_deck(self, deck_id: str, *, keep_selection: bool = False) -> None:
        """Take another deck; the number of cards follows what it has."""
        self.deck_id = deck_id
        self.deck_trouble = ""
        try:
            self.deck = self.venue.deck(deck_id)
        except DeckError as error:
            self.deck = None
            self.deck_trouble = "\n".join(map(told, errors(error.findings)[:5]))
            return
        known = {card.id for card in self.deck.activities}
        kept = tuple(card for card in self.setup.selection if keep_selection and card in known)
        self.setup = replace(self.setup, selection=kept)
        self.setup = replace(self.setup, cards=max(1, min(self.setup.cards, self.most_cards())))

    def most_cards(self) -> int:
        """Count the cards that can be played."""
        if self.deck is None:
            return 1
        return len(self.setup.selection) or len(self.deck.activities)

    def select(self, selection: tuple[str, ...]) -> None:
        """Play with these cards only; none means the whole deck."""
        self.setup = replace(self.setup, selection=selection)
        self.change(lambda setup: replace(setup, cards=min(setup.cards, self.most_cards())))

    def change(self, change: Callable[[Setup], Setup]) -> None:
        """Change something that is not typed, and show it."""
        self.setup = change(self.setup)
        self.relayout()

    def typed_setup(self) -> Setup:
        """Put what was typed into the set-up; a date that cannot be read stays as typed."""
        return replace(
            self.setup,
            gemeente=self._typed("gemeente"),
            wijk=self._typed("wijk"),
            question=self._typed("question"),
            table=self._typed("table"),
            missing=self._typed("missing"),
            date=self._typed_date("date"),
            kept_until=self._typed_date("kept_until"),
        )

    def _typed(self, name: str) -> str:
        return self.texts[name].text.strip()

    def _typed_date(self, name: str) -> str:
        typed = self._typed(name)
        read = read_date(typed)
        return typed if read is None else read

    def wrong(self) -> frozenset[str]:
        """Name the fields in which something stands that cannot be read."""
        return frozenset(name for name in DATES if read_date(self._typed(name)) is None)

    def problem(self) -> str:
        """Say all that keeps the session from starting; empty when nothing does."""
        if self.deck is None:
            return self.deck_trouble or _("Choose a deck first.")
        found: list[str] = []
        if len(self.seats()) < MIN_SEATS:
            text = _("Give at least {number} seats a name: who sits there?")
            found.append(text.format(number=MIN_SEATS))
        wrong = self.wrong()
        for name, field in (("date", _("Date")), ("kept_until", _("Keep the record until"))):
            if name in wrong:
                text = _("{field}: “{text}” is not a date. Write it like 30-6-2027.")
                found.append(text.format(field=field, text=self._typed(name)))
        if found:
            return "\n".join(found)
        session = Session(self.deck)
        try:
            check_setup(session, self.typed_setup(), self.seats())
        except Refused as refused:
            return words.refused(refused, session)
        return ""

    def told_apart(self) -> str:
        """Say which seats the public record cannot show apart; empty when it shows them all."""
        seats = self.seats()
        merged = merged_seats(seats)
        if not merged or len(seats) < MIN_SEATS:
            return ""
        if sum(seat.size for seat in seats) < SMALLEST_GROUP:
            return _("Fewer than three people: the public version holds only totals.")
        if len(merged) == len(seats):
            return _(
                "In the public version all seats together become “others”. From three people on a"
                " seat keeps its own name."
            )
        names = words.listing(tuple(seat.label for seat in seats if seat.id in merged))
        return _(
            "In the public version these seats become “others”: {seats}. From three people on a"
            " seat keeps its own name."
        ).format(seats=names)

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the tabs, the page, and the summary with the button to begin."""
        margin, gap = look.px(40), look.px(28)
        side = min(look.px(560), look.width_px * 32 // 100)
        head = pygame.Rect(margin, look.px(28), look.width_px - 2 * margin, look.px(76))
        back_width = max(look.target(), look.px(76))
        back = pygame.Rect(head.x, head.y, back_width, head.h)
        self.add(Button("back", back, "", icon="arrow-left", kind="quiet", on_press=Pop))
        title = pygame.Rect(back.right + look.px(12), head.y, head.w // 2, head.h)
        self.add(Label("heading", title, _("New conversation"), units=48, bold=True))
        main = pygame.Rect(
            margin,
            head.bottom + look.px(18),
            look.width_px - 2 * margin - side - gap,
            look.height_px - head.bottom - look.px(18) - margin,
        )
        tab_height = max(look.target(), look.px(68))
        self._tabs(look, pygame.Rect(main.x, main.y, main.w, tab_height))
        page = pygame.Rect(
            main.x,
            main.y + tab_height + look.px(24),
            main.w,
            main.h - tab_height - look.px(24),
        )
        self.pages[self.page].layout(self, look, page)
        self._summary(look, pygame.Rect(main.right + gap, main.y, side, main.h))

    def _tabs(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(12)
        width = (rect.w - gap * (len(self.pages) - 1)) // len(self.pages)
        for n, page in enumerate(self.pages):
            self.add(
                Button(
                    f"tab-{n}",
                    pygame.Rect(rect.x + n * (width + gap), rect.y, width, rect.h),
                    f"{n + 1}  {page.title()}",
                    icon=page.icon,
                    selected=n == self.page,
                    units=26,
                    on_press=partial(self.go_to, n),
                )
            )

    def go_to(self, page: int) -> Change | None:
        """Turn to another page."""
        self.page = page % len(self.pages)
        self.relayout()
        return Stay()

    def summary(self) -> tuple[tuple[str, str], ...]:
        """List what the table is about to play with: a name and a value a line."""
        setup, seats = self.typed_setup(), self.seats()
        people = sum(seat.size for seat in seats)
        least, most = expected_minutes(setup.cards)
        count = ngettext("{count} seat", "{count} seats", len(seats)).format(count=len(seats))
        bodies = ngettext("{count} person", "{count} people", people).format(count=people)
        timer = _("{minutes} minutes").format(minutes=setup.argue_minutes)
        return (
            (_("Table"), f"{count}, {bodies}"),
            (_("Deck"), self.deck.title if self.deck else "?"),
            (_("Cards"), str(setup.cards)),
            (_("Takes"), _("{least} to {most} minutes").format(least=least, most=most)),
            (_("Proposing"), words.sealing(setup.sealing)),
            (_("Support needed"), words.percent(setup.threshold)),
            (_("Timer"), timer if setup.timers else _("off")),
        )

    def _summary(self, look: Look, rect: pygame.Rect) -> None:
        self.add(Panel("summary", rect, radius=28))
        pad = look.px(32)
        inner = rect.inflate(-2 * pad, -2 * pad)
        button = max(look.target(), look.px(96))
        save = max(look.target(), look.px(64))
        row = pygame.Rect(inner.x, inner.y, inner.w, look.px(52))
        self.add(Label("summary-head", row, _("This is how you play"), units=32, bold=True))
        y = row.bottom + look.px(14)
        bottom = (
            inner.bottom - button - save - look.px(28) - max(look.px(96), 4 * look.line_height(18))
        )
        lines = self.summary()
        height = min(look.px(58), (bottom - y) // len(lines))
        half = inner.w * 44 // 100
        for n, (name, value) in enumerate(lines):
            left = pygame.Rect(inner.x, y + n * height, half - look.px(12), height)
            right = pygame.Rect(inner.x + half, y + n * height, inner.w - half, height)
            muted = look.theme.muted
            self.add(Label(f"sum-{n}-name", left, name, units=24, colour=muted))
            self.add(Label(f"sum-{n}", right, value, units=26, bold=True))
        problem = self.problem()
        start = pygame.Rect(inner.x, inner.bottom - save - look.px(16) - button, inner.w, button)
        said = pygame.Rect(inner.x, bottom, inner.w, start.y - bottom - look.px(12))
        self.add(
            Paragraph(
                "problem",
                said,
                problem,
                units=24,
                colour=look.theme.warn,
                smallest=14,
                valign="bottom",
            )
        )
        self.add(
            Button(
                "start",
                start,
                _("Begin"),
                icon="play",
                kind="primary",
                units=38,
                enabled=not problem,
                reason=problem,
                on_press=self.begin,
            )
        )
        keep = pygame.Rect(inner.x, inner.bottom - save, inner.w, save)
        self.add(
            Button(
                "prepare",
                keep,
                _("Keep this set-up as a file"),
                icon="save",
                units=24,
                kind="quiet",
                on_press=self._prepare,
            )
        )

    def typed(self, text: str) -> None:
        """Follow what is typed: only the summary changes, so only that is drawn again."""
        del text
        problem = self.problem()
        start = self.find("start")
        if isinstance(start, Button) and (
            start.reason != problem or start.enabled == bool(problem)
        ):
            start.enabled, start.reason = not problem, problem
            start.changed()
            said = self.find("problem")
            if isinstance(said, Paragraph):
                said.label = problem
                said.changed()
        wrong = self.wrong()
        for name in DATES:
            field = self.find(name)
            if isinstance(field, TextField) and field.wrong != (name in wrong):
                field.wrong = name in wrong
                field.changed()
        others = self.find("others")
        if isinstance(others, Paragraph) and others.label != self.told_apart():
            others.label = self.told_apart()
            others.changed()
        for n, (_name, value) in enumerate(self.summary()):
            line = self.find(f"sum-{n}")
            if isinstance(line, Label) and line.text != value:
                line.text = value
                line.changed()

    # doing

    def main_action(self) -> Change | None:
        """Begin, or say what is missing."""
        return self.begin()

    def open_help(self) -> Change | None:
        """Show the help, with what this screen is for in front."""
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue))

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Turn pages with Ctrl+Page up and Page down."""
        del event
        if name in ("ctrl+pagedown", "ctrl+pageup", "pagedown", "pageup"):
            return self.go_to(self.page + (1 if name.endswith("pagedown") else -1))
        return None

    def begin(self) -> Change | None:
        """Deal the cards and go to the first screen of the session."""
        problem = self.problem()
        if problem or self.deck is None:
            self.say(problem)
            if len(self.seats()) < MIN_SEATS and self.page:
                return self.go_to(0)
            wrong = sorted(self.wrong())
            if wrong and len(self.seats()) >= MIN_SEATS:
                self.go_to(1)
                self.focus_on(wrong[0])
                self.say(problem)
            return Stay()
        setup, seats = self.typed_setup(), self.seats()
        self.venue.change_settings(
            replace(self.venue.settings, last_setup=Prepared(setup, seats, self.deck_id))
        )
        table = self.venue.begin(self.deck, setup, seats)
        return Replace(route.scene(self.venue, table))

    def prepared(self) -> Prepared:
        """Give the set-up as it would be kept in a file."""
        return Prepared(self.typed_setup(), self.seats(), self.deck_id)

    def _prepare(self) -> Change | None:
        from game.ui.scenes.keeping import KeepSetupSheet

        return Push(KeepSetupSheet(self.venue, self.prepared()))
