"""The hand of the seat on turn: choose the card to talk about, or begin the closing round."""

from functools import partial

import pygame

from game import words
from game.core import intents as i
from game.core.cards import Place
from game.core.session import Phase
from game.core.setup import Sealing
from game.i18n import _, ngettext
from game.table import Table
from game.ui.look import Look
from game.ui.scene import Action, Change, Push, Stay, Widget
from game.ui.scenes.counts import add_counts
from game.ui.scenes.half_typed import BLANK, HalfTyped
from game.ui.scenes.play import PlayScene
from game.ui.scenes.tiles import Arch, tiles_at
from game.ui.widgets.button import Button
from game.ui.widgets.card_view import CardView
from game.ui.widgets.dialog import Answer, Field, ask, form
from game.ui.widgets.drop_zone import DropZone
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.pawn import Pawn
from game.venue import Venue

ROW = 4
"""More cards than this stand in two rows."""


class HandScene(PlayScene):
    """Between two cards."""

    def __init__(self, venue: Venue, table: Table) -> None:
        super().__init__(venue, table)
        self._halfway = self._is_halfway()

    def _is_halfway(self) -> bool:
        """Tell whether the table gets to see its shelves now, once, in the middle."""
        session = self.view
        done = len(session.latest)
        half = session.setup.cards // 2
        seen = self.table.draft("halftime")
        return session.setup.cards >= 4 and done == half and not seen and not self.table.read_only

    def update(self, now: float) -> Change | None:
        """Show the shelves at half-time, when nothing moves any more."""
        change = super().update(now)
        if change is None and self._halfway and not self.animations:
            self._halfway = False
            self.table.set_draft("halftime", "seen")
            return self._shelves(halfway=True)
        return change

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the hand at the left, and what else can be done at the right."""
        self.top_bar(look)
        room = self.below_bar(look)
        gap = look.px(36)
        side = min(look.px(480), room.w * 30 // 100)
        main = pygame.Rect(room.x, room.y, room.w - side - gap, room.h)
        self._side(look, pygame.Rect(main.right + gap, room.y, side, room.h))
        head = look.px(130)
        self._heading(look, pygame.Rect(main.x, main.y, main.w, head))
        below = pygame.Rect(main.x, main.y + head + look.px(16), main.w, 0)
        below.height = main.bottom - below.y
        session = self.view
        if session.phase is Phase.LAST:
            self._last(look, below)
        elif session.can_draw:
            self._draw_pile(look, below)
        else:
            self._cards(look, below)

    def _heading(self, look: Look, rect: pygame.Rect) -> None:
        session = self.view
        seat = session.on_turn
        if session.phase is Phase.LAST or seat is None:
            self.add(Label("heading", rect, _("All cards are played"), units=56, bold=True))
            return
        side = min(rect.h, look.px(116))
        face = self.face(seat.id)
        pawn = pygame.Rect(rect.x, rect.y, side, side)
        self.add(Pawn("turn", pawn, face.letters, face.seat, label=seat.label))
        text = pygame.Rect(pawn.right + look.px(28), rect.y, 0, side * 55 // 100)
        text.width = rect.right - text.x
        title = _("It is the turn of {seat}").format(seat=seat.label)
        whole = look.line_height(100)
        units = min(52.0, 100 * text.h / whole)
        self.add(Paragraph("heading", text, title, units=units, bold=True, valign="middle",
                           smallest=20))  # fmt: skip
        line = pygame.Rect(text.x, text.bottom, text.w, side - text.h)
        about = min(30.0, 100 * line.h / whole)
        self.add(Label("about", line, self._about(), units=about, colour=look.theme.muted))

    def _about(self) -> str:
        session = self.view
        if session.can_draw:
            return _("Take a card from the pile.")
        alone = len(session.playable) == 1
        if set(session.playable) <= set(session.seen):
            if alone:
                return _("This card was skipped. It comes back once.")
            return _("These cards were skipped. They come back once.")
        if alone and (session.played + 1 >= session.setup.cards or not session.pile):
            return _("This is the last card. Read it aloud.")
        if alone:
            return _("Read this card aloud.")
        return _("Choose a card and read it aloud.")

    def _cards(self, look: Look, rect: pygame.Rect) -> None:
        zone = max(look.target(), look.px(120))
        table = pygame.Rect(rect.x, rect.bottom - zone, rect.w, zone)
        several = len(self.view.playable) > 1
        label = (
            _("Press a card, or drag it here") if several else _("Press the card, or drag it here")
        )
        self.add(DropZone("table", table, label))
        room = pygame.Rect(rect.x, rect.y, rect.w, rect.h - zone - look.px(28))
        cards = self.view.playable
        rows = 1 if len(cards) <= ROW else 2
        columns = -(-len(cards) // rows)
        gap = look.px(28)
        width = min((room.w - gap * (columns - 1)) // columns, look.px(560))
        height = (room.h - gap * (rows - 1)) // rows
        left = room.x + (room.w - columns * width - gap * (columns - 1)) // 2
        for n, card_id in enumerate(cards):
            row, column = divmod(n, columns)
            activity = self.activity_of(card_id)
            returned = card_id in self.view.seen
            reason = self.why_not(i.PlayCard(card_id))
            self.add(
                CardView(
                    f"card-{card_id}",
                    pygame.Rect(
                        left + column * (width + gap), room.y + row * (height + gap), width, height
                    ),
                    activity.title,
                    activity.text,
                    icon=activity.icon,
                    picture=self.picture_of(activity),
                    size="medium" if rows == 1 and columns < ROW else "small",
                    badge=str(n + 1),
                    note=_("comes back") if returned else "",
                    note_icon="rotate-ccw" if returned else "",
                    enabled=not reason,
                    reason=reason,
                    on_press=partial(self.play, i.PlayCard(card_id)),
                    draggable=not reason,
                )
            )

    def _draw_pile(self, look: Look, rect: pygame.Rect) -> None:
        width, height = min(rect.w, look.px(420)), min(rect.h * 7 // 10, look.px(560))
        back = pygame.Rect(0, 0, width, height)
        back.center = (rect.centerx, rect.y + height // 2)
        self.add(CardView("pile", back, "", size="back", on_press=self.main_action))
        button = pygame.Rect(0, 0, look.px(620), max(look.target(), look.px(104)))
        button.midbottom = (rect.centerx, rect.bottom)
        reason = self.why_not(i.DrawCard())
        self.add(
            Button("draw", button, _("Take a card"), icon="layers", kind="primary", units=38,
                   enabled=not reason, reason=reason, on_press=self.main_action)
        )  # fmt: skip

    def _last(self, look: Look, rect: pygame.Rect) -> None:
        session = self.view
        text = ngettext(
            "You talked about {count} card. In the closing round you say what this map means.",
            "You talked about {count} cards. In the closing round you say what this map means.",
            len(session.discussed),
        ).format(count=len(session.discussed))
        line = pygame.Rect(rect.x, rect.y, rect.w, look.px(64))
        self.add(Paragraph("last-text", line, text, units=32, smallest=14))
        gap = look.px(18)
        top = line.bottom + gap
        arches = pygame.Rect(rect.x, top, rect.w, rect.bottom - look.px(140) - top)
        width = (arches.w - gap * (len(Place) - 1)) // len(Place)
        for n, place in enumerate(Place):
            box = pygame.Rect(arches.x + n * (width + gap), top, width, arches.h)
            self.add(
                Arch(
                    f"sphere-{place}",
                    box,
                    place,
                    title=words.place_short(place, session.deck),
                    slot=False,
                    tiles=tiles_at(session, place),
                    on_press=self.open_map,
                )
            )
        height = max(look.target(), look.px(110))
        start = pygame.Rect(rect.x, rect.bottom - height, rect.w, height)
        reason = self.why_not(i.StartClosing())
        self.add(
            Button("closing", start, _("Closing round"), icon="flag", kind="primary", units=42,
                   enabled=not reason, reason=reason, on_press=self.main_action)
        )  # fmt: skip

    def _side(self, look: Look, rect: pygame.Rect) -> None:
        gap = look.px(16)
        session = self.view
        scribe = session.scribe
        label = _("Scribe: {seat}").format(seat=scribe.label) if scribe else ""
        line = pygame.Rect(rect.x, rect.y, rect.w, look.px(60))
        self.add(Label("scribe", line, label, units=28, icon="pen-line" if label else ""))
        blank = self.why_not(i.AddBlank("x"))
        sealing = _("Proposing: {method}").format(method=words.sealing(session.sealing))
        locked = _("A session from paper has no proposals.") if session.paper else ""
        buttons: list[tuple[str, str, str, str, Action]] = [
            ("blank", _("Card of our own"), "pencil-line", blank, self._blank),
            ("map", _("Map (M)"), "map", "", self.open_map),
            ("shelves", _("What we share and differ about"), "library", "", self._shelves),
            ("history", _("What happened"), "history", "", self._history),
            ("seats", _("Who is at the table"), "users", "", self._seats),
            ("sealing", sealing, "hand", locked, self._sealing),
        ]
        if session.phase is not Phase.LAST:  # there it is the main button
            reason = self.why_not(i.StartClosing())
            buttons.append(("stop", _("To the closing round"), "flag", reason, self.stop))
        top = line.bottom + gap
        height = (rect.bottom - top - gap * (len(buttons) - 1)) // len(buttons)
        height = min(max(look.target(), look.px(96)), height)
        for n, (name, text, picture, reason, press) in enumerate(buttons):
            box = pygame.Rect(rect.x, top + n * (height + gap), rect.w, height)
            self.add(
                Button(name, box, text, icon=picture, units=28, align="left",
                       enabled=not reason, reason=reason, on_press=press)
            )  # fmt: skip
        foot = pygame.Rect(rect.x, 0, rect.w, max(look.target(), look.px(60)))
        foot.bottom = rect.bottom
        if session.phase is not Phase.LAST and foot.y >= top + len(buttons) * (height + gap):
            add_counts(self, foot, session, self.open_map)

    # doing

    def main_action(self) -> Change | None:
        """Do the one thing there is to do; which card to choose is for the table."""
        session = self.view
        if session.phase is Phase.LAST:
            return self.play(i.StartClosing())
        if session.can_draw:
            return self.play(i.DrawCard())
        if len(session.playable) == 1:
            return self.play(i.PlayCard(session.playable[0]))
        self.focus_on(f"card-{session.playable[0]}")
        self.say(_("Choose a card: press it, or use the arrows and Enter."))
        return Stay()

    def key(self, name: str, event: pygame.event.Event) -> Change | None:
        """Choose a card by its number."""
        cards = self.view.playable
        if name.isdigit() and 0 < int(name) <= len(cards):
            return self.play(i.PlayCard(cards[int(name) - 1]))
        return super().key(name, event)

    def dropped(self, what: Widget, onto: Widget | None) -> Change | None:
        """Play the card that was dragged to the table."""
        if onto is None or onto.name != "table":
            return None
        return self.play(i.PlayCard(what.name.removeprefix("card-")))

    def _blank(self) -> Change | None:
        return self._write_blank("", "")

    def _write_blank(self, reason: str, focus: str) -> Change | None:
        """Ask for a card; after a refusal with what was typed, and why not."""
        kept = HalfTyped(self, BLANK)
        fields = (
            Field("title", _("What is it called?"), initial=kept.text("title"), limit=60),
            Field("text", _("What is it? Two sentences are enough."), initial=kept.text("text"),
                  multiline=True, limit=400),
        )  # fmt: skip

        def written(given: dict[str, str] | None) -> Change | None:
            if given is None:
                return None
            intent = i.AddBlank(given["title"], given["text"])
            refused = self.why_not(intent)
            if refused:
                return self._write_blank(refused, "title" if self.why_not(
                    i.AddBlank(given["title"], "x")) else "text")  # fmt: skip
            kept.done()
            return self.play(intent)

        return form(_("Card of our own"), reason, fields, written, ok=_("Add the card"),
                    focus=focus, keeper=kept)  # fmt: skip

    def reopen(self, kind: str) -> Change | None:
        """Open a dialog again, also the one for a card of our own."""
        return self._blank() if kind == BLANK else super().reopen(kind)

    def _shelves(self, *, halfway: bool = False) -> Change:
        from game.ui.scenes.shelves import ShelvesScene

        return Push(ShelvesScene(self.venue, self.table, halfway=halfway))

    def _history(self) -> Change:
        from game.ui.scenes.history import HistoryScene

        return Push(HistoryScene(self.venue, self.table))

    def _seats(self) -> Change:
        from game.ui.scenes.seats import SeatsScene

        return Push(SeatsScene(self.venue, self.table))

    def _sealing(self) -> Change | None:
        methods = (Sealing.HANDS, Sealing.VEIL, Sealing.OPEN)
        answers = tuple(
            Answer(method, words.sealing(method),
                   kind="primary" if method is self.view.sealing else "secondary")
            for method in methods
        )  # fmt: skip
        text = "\n".join(
            f"{words.sealing(method)}: {words.sealing_explained(method)}" for method in methods
        )
        return ask(_("How do you propose?"), text, answers, self._sealing_chosen)

    def _sealing_chosen(self, key: str | None) -> Change | None:
        if key is None:
            return None
        session = self.view
        return self.play(i.ChangeOptions(Sealing(key), session.timers, session.argue_minutes))
