"""The closing round: first the map, then the deck's closing questions one by one."""

from collections import Counter
from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import ClosingQuestion, Place
from game.i18n import _, ngettext
from game.table import Table
from game.ui import paint
from game.ui.look import Look
from game.ui.scene import Change, Push, Stay
from game.ui.scenes.map import SphereScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.tiles import Arch, aside, card_of, tiles_at
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Widget
from game.venue import Venue
from game.words import tallies

ROLES = {
    "rol-persoonlijk": Place.PERSONAL,
    "rol-gemeenschappelijk": Place.COMMUNAL,
    "rol-institutioneel": Place.INSTITUTIONAL,
}
"""The questions about the role of the gemeente in a sphere, whose cards are shown beside them."""


class Dots(Widget):
    """How far we are: a dot a page, the current one wide, the answered ones filled."""

    swallows_pointer = False

    def __init__(
        self, name: str, rect: pygame.Rect, filled: tuple[bool, ...], current: int, label: str
    ) -> None:
        super().__init__(name, rect, label=label)
        self.filled, self.current = filled, current

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        theme = look.theme
        radius = look.px(11)
        gap = look.px(16)
        x = self.rect.x
        for n, done in enumerate(self.filled):
            wide = 5 * radius if n == self.current else 2 * radius
            box = pygame.Rect(x, self.rect.centery - radius, wide, 2 * radius)
            if n == self.current:
                paint.pill(surface, box, theme.bar)
            elif done:
                paint.pill(surface, box, theme.good)
            else:
                paint.pill(surface, box, theme.muted)
                inner = look.px(3)
                paint.pill(surface, box.inflate(-2 * inner, -2 * inner), theme.background)
            x = box.right + gap


class ClosingScene(PlayScene):
    """The last round of the evening; every question may stay open."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self.page = self._half_answered()
        """0 is the map, from 1 on the questions."""

    def _half_answered(self) -> int:
        """Give the page of the answer that was half typed when the window was closed."""
        names = [self.draft_name(self._field(question)) for question in self.questions]
        begun = [name for name in self.table.drafts if name in names]
        return names.index(begun[-1]) + 1 if begun else 0

    @property
    def questions(self) -> tuple[ClosingQuestion, ...]:
        """List the closing questions of the deck."""
        return self.view.deck.closing

    @property
    def question(self) -> ClosingQuestion | None:
        """Give the question of this page; none on the map."""
        return self.questions[self.page - 1] if 0 < self.page <= len(self.questions) else None

    def layout(self, look: Look) -> None:
        """Lay out the map, or a question."""
        self.top_bar(look)
        room = self.below_bar(look)
        question = self.question
        bar = max(look.target(), look.px(84))
        foot = pygame.Rect(room.x, room.bottom - bar, room.w, bar)
        body = pygame.Rect(room.x, room.y, room.w, foot.y - look.px(24) - room.y)
        if question is None:
            self._lay_out_map(look, body)
        else:
            self._lay_out_question(look, body, question)
        self._lay_out_foot(look, foot)

    # the map in small

    def _lay_out_map(self, look: Look, body: pygame.Rect) -> None:
        session = self.view
        head = pygame.Rect(body.x, body.y, body.w, look.line_height(48))
        self.add(Label("heading", head, _("Look back together"), units=48, bold=True))
        count = len(self.questions)
        became = Counter(card.outcome for card in session.latest if card.outcome)
        text = f"{tallies.on_the_table(became)}."
        left = tuple(each.title for each in aside(session))
        if left:
            text += " " + _("Not on this map: {cards}.").format(cards=words.listing(left))
        if count:
            more = ngettext(
                "After this comes {count} question. The answer may stay empty.",
                "After this come {count} questions. Every answer may stay empty.",
                count,
            ).format(count=count)
            text = f"{text} {more}"
        high = max(look.line_height(30), min(look.height(text, 26, body.w), body.h // 5))
        about = pygame.Rect(body.x, head.bottom, body.w, high + look.px(8))
        self.add(Paragraph("about", about, text, units=26, smallest=18))
        gap = look.px(18)
        top = about.bottom + look.px(16)
        each = (body.w - gap * (len(Place) - 1)) // len(Place)
        for n, place in enumerate(Place):
            self._arch(
                look, pygame.Rect(body.x + n * (each + gap), top, each, body.bottom - top), place
            )

    def _arch(self, look: Look, rect: pygame.Rect, place: Place) -> None:
        del look
        session = self.view
        self.add(
            Arch(
                place,
                rect,
                place,
                title=words.place_short(place, session.deck),
                slot=False,
                tiles=tiles_at(session, place),
                on_press=partial(self._open_sphere, place),
                on_tile=self._look_into,
            )
        )

    def _open_sphere(self, place: Place) -> Change | None:
        return Push(SphereScene(self.venue, self.table, place))

    def _look_into(self, key: str) -> Change | None:
        from game.ui.scenes.history import HistoryScene

        return Push(HistoryScene(self.venue, self.table, card_of(key)))

    # a question

    def _lay_out_question(self, look: Look, body: pygame.Rect, question: ClosingQuestion) -> None:
        gap = look.px(40)
        side = body.w * 30 // 100
        left = pygame.Rect(body.x, body.y, body.w - side - gap, body.h)
        right = pygame.Rect(left.right + gap, body.y, side, body.h)
        self._progress(look, pygame.Rect(left.x, left.y, left.w, look.line_height(24)))
        top = left.y + look.line_height(24) + look.px(14)
        most = min(left.h * 42 // 100, look.height(question.question, 48, left.w, bold=True))
        high = max(most, look.line_height(30))
        self.add(
            Paragraph("question", pygame.Rect(left.x, top, left.w, high), question.question,
                      units=48, bold=True, smallest=22)
        )  # fmt: skip
        field = pygame.Rect(left.x, top + high + look.px(20), left.w, 0)
        field.height = left.bottom - field.y
        name = self._field(question)
        answered = dict(self.view.answers).get(question.id, "")
        self.add(
            TextField(
                "answer",
                field,
                self.draft_state(name, answered, multiline=True),
                label=question.question,
                placeholder=_("Type your answer here. It may stay empty."),
                show_label=False,
                units=36,
                on_change=self.draft_changed(name),
                on_submit=self._next,
            )
        )
        place = ROLES.get(question.id)
        if place is None:
            self._lay_out_places(look, right)
        else:
            self._arch(look, right, place)

    def _field(self, question: ClosingQuestion) -> str:
        return f"closing.{question.id}"

    def _progress(self, look: Look, rect: pygame.Rect) -> None:
        answers = dict(self.view.answers)
        filled = tuple(bool(answers.get(each.id, "").strip()) for each in self.questions)
        text = _("Question {number} of {total}").format(number=self.page, total=len(self.questions))
        wide = min(rect.w // 2, look.width(text, 24, True) + look.px(30))
        self.add(Label("progress", pygame.Rect(rect.x, rect.y, wide, rect.h), text, units=24,
                       bold=True, colour=look.theme.muted))  # fmt: skip
        dots = pygame.Rect(rect.x + wide, rect.y, rect.w - wide, rect.h)
        self.add(Dots("dots", dots, filled, self.page - 1, text))

    def _lay_out_places(self, look: Look, rect: pygame.Rect) -> None:
        session = self.view
        gap = look.px(18)
        each = min((rect.h - gap * (len(Place) - 1)) // len(Place), look.px(190))
        for n, place in enumerate(Place):
            count = len(tiles_at(session, place))
            self.add(
                Button(
                    place,
                    pygame.Rect(rect.x, rect.y + n * (each + gap), rect.w, each),
                    words.place_short(place, session.deck),
                    icon=look.theme.place(place).icon,
                    kind="choice",
                    place=place,
                    sub=ngettext("{count} card", "{count} cards", count).format(count=count),
                    units=30,
                    on_press=partial(self._open_sphere, place),
                )
            )

    # going on

    @property
    def _last(self) -> bool:
        return self.page >= len(self.questions)

    def _lay_out_foot(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(20)
        wide = rect.w * 36 // 100
        main = pygame.Rect(rect.right - wide, rect.y, wide, rect.h)
        reason = self.why_not(i.Finish())
        if self._last:
            self.add(
                Button("finish", main, _("Finish the conversation"), icon="flag", kind="primary",
                       units=32, enabled=not reason, reason=reason, on_press=self._finish)
            )  # fmt: skip
        else:
            label = _("To the questions") if self.page == 0 else _("Next question")
            self.add(
                Button("next", main, label, icon="arrow-right", kind="primary", units=32,
                       on_press=self._next)
            )  # fmt: skip
        other = (rect.w - wide - 2 * gap) // 2
        if self.page > 0:
            label = _("Previous question") if self.page > 1 else _("To the map")
            back = pygame.Rect(rect.x, rect.y, other, rect.h)
            self.add(
                Button("previous", back, label, icon="arrow-left", units=28,
                       on_press=self._previous)
            )  # fmt: skip
        if not self._last:
            early = pygame.Rect(main.x - gap - other, rect.y, other, rect.h)
            self.add(
                Button("finish", early, _("Finish the conversation"), icon="flag", units=28,
                       enabled=not reason, reason=reason, on_press=self._finish)
            )  # fmt: skip

    def keep_answer(self) -> None:
        """Play what is typed, if it is not what the session already has."""
        question = self.question
        if question is None or self.table.read_only:
            return
        name = self._field(question)
        state = self.texts.get(name)
        answered = dict(self.view.answers).get(question.id, "")
        if state is not None and state.text.strip() != answered.strip():
            self.play(i.Answer(question.id, state.text.strip()))
            self.forget_draft(name)

    def _turn(self, page: int) -> Change:
        self.keep_answer()
        self.page = max(0, min(len(self.questions), page))
        self.relayout()
        self.focus_on("answer" if self.question is not None else None)
        return Stay()

    def _next(self) -> Change | None:
        return self._finish() if self._last else self._turn(self.page + 1)

    def _previous(self) -> Change | None:
        return self._turn(self.page - 1)

    def main_action(self) -> Change | None:
        """Go to the next question, or finish after the last."""
        return self._next()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Turn the pages."""
        match name:
            case "ctrl+enter":
                return self._next()
            case "pagedown" if not self._last:
                return self._turn(self.page + 1)
            case "pageup" if self.page:
                return self._turn(self.page - 1)
            case _:
                return super().key(name, event)

    def undo(self) -> Change | None:
        """Retract the newest step, and show the answers as they are then."""
        change = super().undo()
        question = self.question
        if isinstance(change, Stay) and question is not None:
            self.forget_draft(self._field(question))
            self.relayout()
        return change

    def _finish(self) -> Change | None:
        self.keep_answer()
        reason = self.why_not(i.Finish())
        if reason:
            self.say(reason)
            return Stay()
        text = _("After this you play no more cards. The record is ready for you.")
        open_ = sum(not dict(self.view.answers).get(each.id, "") for each in self.questions)
        if open_:
            more = ngettext(
                "{count} question has no answer; that is fine.",
                "{count} questions have no answer; that is fine.",
                open_,
            ).format(count=open_)
            text = f"{text} {more}"
        answers = (
            Answer("finish", _("Finish the conversation"), kind="primary", icon="flag"),
            Answer("back", _("Not yet")),
        )
        return ask(_("Finish the conversation?"), text, answers, self._finished)

    def _finished(self, key: str | None) -> Change | None:
        return self.play(i.Finish()) if key == "finish" else None
