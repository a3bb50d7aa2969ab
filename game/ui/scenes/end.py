"""The end: what the social base looks like at this table, and what the table differs about."""

from collections import Counter
from functools import partial

import pygame

from game import words
from game.core.cards import Place
from game.core.outcome import Outcome
from game.core.scoring import totals
from game.core.session import CardInPlay, Session
from game.core.settling import reasoned, said_for
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Push, Reset
from game.ui.scenes import asking
from game.ui.scenes.differences import Difference, DifferenceView, Number
from game.ui.scenes.map import SphereScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.tiles import Arch, Lying, card_of, lying, tiles_at
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.top_bar import TopBar
from game.ui.widgets.widget import Widget
from game.words import tallies

SHARED = (Outcome.AGREED, Outcome.CARRIED)


def _became(session: Session) -> Counter[Outcome]:
    return Counter(card.outcome for card in session.latest if card.outcome)


class EndScene(PlayScene):
    """The finished session: four numbers, four arches, and the differences with their reasons."""

    def top_bar(self, look: Look) -> TopBar:
        """Add the dark bar, with the score of the whole session."""
        session = self.view
        score = totals(session)
        setup = session.setup
        where = [part for part in (setup.wijk or setup.gemeente, setup.table) if part.strip()]
        bar = TopBar(
            "bar",
            pygame.Rect(0, 0, look.width_px, TopBar.height(look)),
            sub=" · ".join(where) or session.deck.title,
            info=tallies.on_the_table(_became(session)),
            headline=_("{points} of {most} points").format(points=score.points, most=score.maximum),
            menu=self.open_menu,
        )
        return self.add(bar)

    def layout(self, look: Look) -> None:
        """Lay out the map at the left, and the differences at the right."""
        self.top_bar(look)
        margin, gap = look.px(24), look.px(20)
        top = TopBar.height(look) + look.px(20)
        bottom = look.height_px - look.px(24)
        width = look.width_px - 2 * margin - gap
        left = pygame.Rect(margin, top, width * 64 // 100, bottom - top)
        right = pygame.Rect(left.right + gap, top, margin + width + gap - left.right - gap, left.h)
        self._map(look, left)
        self._beside(look, right)

    # the left: numbers and arches

    def _map(self, look: Look, rect: pygame.Rect) -> None:
        session = self.view
        gap = look.px(16)
        head = pygame.Rect(rect.x, rect.y, rect.w, max(look.px(64), look.line_height(40)))
        self.add(
            Paragraph("heading", head, _("This is what our social base looks like"), units=40,
                      bold=True, valign="middle", smallest=24)
        )  # fmt: skip
        each = (rect.w - 3 * gap) // 4
        top = head.bottom + look.px(12)
        numbers = self._numbers()
        wanted = max(Number.needed(look, about, each) for *_which, about in numbers)
        high = max(look.px(132), min(wanted, look.px(260)))
        for n, (name, picture, number, about) in enumerate(numbers):
            box = pygame.Rect(rect.x + n * (each + gap), top, each, high)
            self.add(Number(name, box, number, about, picture=picture, on_press=self._shelves))
        arches = top + high + look.px(18)
        for n, place in enumerate(Place):
            self.add(
                Arch(
                    place,
                    pygame.Rect(rect.x + n * (each + gap), arches, each, rect.bottom - arches),
                    place,
                    title=words.place_short(place, session.deck),
                    slot=False,
                    tiles=tiles_at(session, place),
                    on_press=partial(self._open_sphere, place),
                    on_tile=self._look_into,
                )
            )

    def _numbers(self) -> tuple[tuple[str, str, str, str], ...]:
        """List name, pictogram, number and what it counts."""
        session = self.view
        counted = totals(session)
        became = _became(session)
        shared = became[Outcome.AGREED] + became[Outcome.CARRIED]
        named = became[Outcome.DIFFERED] + became[Outcome.SPLIT]
        reasons = sum(map(reasoned, session.latest))
        parts = sum("/" in each.key and each.outcome in SHARED for each in lying(session))
        percent = _("nothing yet") if counted.percent is None else words.percent(counted.percent)
        return (
            ("completeness", "messages-square", percent, words.completeness()),
            ("shared", "check", str(shared), tallies.shared(became, parts=parts)),
            ("named", "split", str(named), tallies.differences(became, reasons=reasons)),
            ("parked", "circle-parking", str(counted.parked), tallies.aside(became)),
        )

    # the right: differences and buttons

    def _beside(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(16)
        bar = max(look.target(), look.px(74))
        head = pygame.Rect(rect.x, rect.y, rect.w, max(look.px(56), look.line_height(30)))
        found = self._differences()
        title = _("This is where we differ") if found else _("You differed about nothing")
        self.add(Label("differ", head, title, units=30, bold=True, icon="split"))
        foot = pygame.Rect(rect.x, rect.bottom - bar, rect.w, bar)
        area = pygame.Rect(rect.x, head.bottom + look.px(6), rect.w, 0)
        area.height = foot.y - look.px(16) - area.y
        if not self.table.read_only:
            add = pygame.Rect(foot.x, foot.y - gap - bar, foot.w, bar)
            area.height -= bar + gap
            self.add(
                Button("add", add, _("Answer a question or add a remark"), icon="pencil-line",
                       units=26, on_press=self._add)
            )  # fmt: skip
        wide = area.w - look.px(30)
        views: list[Widget] = []
        for n, each in enumerate(found):
            view = DifferenceView(
                f"difference-{n}",
                pygame.Rect(0, 0, wide, 0),
                each,
                on_press=partial(self._look_into, each.key),
            )
            view.rect.height = view.needed(look, wide)
            views.append(view)
        if views:
            self.add(ScrollList("differences", area, views, gap=16, pad=4))
        else:
            text = _("Every card that got a place got it from all of you, or with a note.")
            self.add(Paragraph("none", area, text, units=28, smallest=18))
        back = look.width(_("Back"), 28, True) + look.font_px(42) + look.px(70)
        back = min(max(back, rect.w * 26 // 100), rect.w * 36 // 100)
        save = pygame.Rect(foot.x, foot.y, foot.w - back - gap, bar)
        self.add(
            Button("save", save, _("Save the record as …"), icon="file-down", kind="primary",
                   units=28, on_press=self.main_action)
        )  # fmt: skip
        box = pygame.Rect(save.right + gap, foot.y, back, bar)
        self.add(Button("back", box, _("Back"), icon="arrow-left", units=28, on_press=self._back))

    def _differences(self) -> tuple[Difference, ...]:
        """List the differences, and then the notes of who sees a shared card otherwise."""
        found = lying(self.view)
        named = [self._difference(each) for each in found if each.outcome is Outcome.DIFFERED]
        noted = [
            self._noted(each)
            for each in found
            if each.outcome is Outcome.CARRIED and each.card.outcome is Outcome.CARRIED
        ]
        return tuple(named + noted)

    def _difference(self, each: Lying) -> Difference:
        deck = self.view.deck
        card = each.card
        positions = tuple(
            (place, words.place_short(place, deck), self._reason(card, place))
            for place in each.places
        )
        about = ""
        if card.outcome is Outcome.SPLIT:
            number = int(each.key.partition("/")[2])
            given = card.settlement.aspects
            about = given[number].reason if number < len(given) else ""
        elif card.settlement.crux:
            about = _("It turns on: {crux}").format(crux=words.crux(card.settlement.crux))
        return self._spoken(each, positions, about)

    def _spoken(
        self, each: Lying, positions: tuple[tuple[Place, str, str], ...], about: str = ""
    ) -> Difference:
        """Give every position with words its own field, and name the others in one line."""
        spoken = tuple(position for position in positions if position[2].strip())
        silent = words.listing(
            tuple(title for _place, title, text in positions if not text.strip())
        )
        # Parts have one reason together, so there silence means nothing.
        told = _("Chosen: {places}") if "/" in each.key else _("No reason noted: {places}")
        lines = (told.format(places=silent) if silent else "", about)
        about = "\n".join(line for line in lines if line)
        return Difference(each.key, each.title, each.icon, each.outcome, spoken, about)

    def _reason(self, card: CardInPlay, place: Place) -> str:
        if card.outcome is Outcome.SPLIT:
            return ""
        return card.settlement.reason_for(place) or said_for(card, place)

    def _noted(self, each: Lying) -> Difference:
        deck = self.view.deck
        card = each.card
        positions = [
            (place, words.place_short(place, deck), card.settlement.reason) for place in each.places
        ]
        for seat, text in card.settlement.notes:
            chosen = card.last.vote_of(seat) if card.last else None
            if isinstance(chosen, Place):
                title = f"{words.place_short(chosen, deck)} · {words.seat(seat, self.view)}"
                positions.append((chosen, title, text))
        return self._spoken(each, tuple(positions))

    # going on

    def main_action(self) -> Change | None:
        """Save the record."""
        from game.ui.scenes.export import ExportScene

        return Push(ExportScene(self.venue, self.table))

    def _add(self) -> Change | None:
        """Write what may still be written after the end."""
        from game.ui.scenes.adding import AddingScene

        return Push(AddingScene(self))

    def reopen(self, kind: str) -> Change | None:
        """Open a dialog again, also one with an answer to a closing question."""
        from game.ui.scenes.adding import reopened

        return reopened(self, kind) or super().reopen(kind)

    def escape(self) -> Change | None:
        """Go back to where this was opened from, else to the menu."""
        return self.open_menu() if self.is_bottom else self._back()

    def _back(self) -> Change | None:
        from game.ui.scenes.title import TitleScene

        def away() -> Change:
            self.table.close()
            return Reset(TitleScene(self.venue)) if self.is_bottom else Pop()

        return asking.leave(self, away)

    def _shelves(self) -> Change | None:
        from game.ui.scenes.shelves import ShelvesScene

        return Push(ShelvesScene(self.venue, self.table))

    def _open_sphere(self, place: Place) -> Change | None:
        return Push(SphereScene(self.venue, self.table, place))

    def _look_into(self, key: str) -> Change | None:
        from game.ui.scenes.history import HistoryScene

        return Push(HistoryScene(self.venue, self.table, card_of(key)))
