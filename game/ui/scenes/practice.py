"""Learning by doing: a short welcome, then real cards with a hint at every step."""

import pygame

from game.core.cards import Place
from game.decks.findings import DeckError
from game.decks.sentences import told
from game.i18n import _
from game.ui.look import Look
from game.ui.scene import Change, Pop, Replace, Scene
from game.ui.scenes import route
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import tell
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel
from game.venue import Venue

STEPS = 3
COLOURS = (Place.PERSONAL, Place.COMMUNAL, Place.INSTITUTIONAL)


class PracticeScene(Scene):
    """Say what is going to happen, and begin."""

    def __init__(self, venue: Venue) -> None:
        super().__init__()
        self.venue = venue
        self.title = _("Practice round")

    def layout(self, look: Look) -> None:
        """Lay out three short steps and the button to begin."""
        margin = look.px(120)
        width = look.width_px - 2 * margin
        head = pygame.Rect(margin, look.px(70), width, look.px(110))
        self.add(Label("heading", head, _("Practice round"), units=72, bold=True))
        text = _(
            "You learn the game by playing. Three teams, six easy cards. At every step you read"
            " what to do."
        )
        about = pygame.Rect(margin, head.bottom + look.px(10), width, look.px(120))
        self.add(Paragraph("about", about, text, units=38, smallest=18))
        steps = (
            ("1", _("Choose and read"), _("Pick a card. Read it aloud.")),
            ("2", _("Show at once"), _("Count to three. All show 1, 2, 3 or a fist.")),
            ("3", _("Talk and record"), _("Say why. Write down what you share or differ about.")),
        )
        gap = look.px(36)
        each = (width - gap * (STEPS - 1)) // STEPS
        top = about.bottom + look.px(30)
        foot = max(look.target(), look.px(104))
        bottom = look.height_px - look.px(70) - foot - look.px(50)
        for n, (number, name, does) in enumerate(steps):
            box = pygame.Rect(margin + n * (each + gap), top, each, bottom - top)
            self.add(Panel(f"step-{n}", box))
            pad = look.px(44)
            inner = box.inflate(-2 * pad, -2 * pad)
            digit = pygame.Rect(inner.x, inner.y, inner.w, look.px(110))
            colour = look.theme.place(COLOURS[n]).colour
            self.add(Label(f"digit-{n}", digit, number, units=88, bold=True, colour=colour))
            title = pygame.Rect(inner.x, digit.bottom + look.px(10), inner.w, look.px(64))
            self.add(Label(f"name-{n}", title, name, units=42, bold=True))
            under = title.bottom + look.px(12)
            rest = pygame.Rect(inner.x, under, inner.w, inner.bottom - under)
            self.add(Paragraph(f"does-{n}", rest, does, units=36, smallest=16))
        y = look.height_px - look.px(70) - foot
        start = pygame.Rect(margin, y, width * 68 // 100, foot)
        self.add(
            Button("start", start, _("Begin to practise"), icon="play", kind="primary", units=42,
                   on_press=self.main_action)
        )  # fmt: skip
        back = pygame.Rect(start.right + gap, y, margin + width - start.right - gap, foot)
        self.add(Button("back", back, _("Back"), icon="arrow-left", units=34, on_press=Pop))

    def main_action(self) -> Change | None:
        """Deal the practice cards."""
        try:
            table = self.venue.practise((_("Residents"), _("Volunteers"), _("Municipality")))
        except DeckError as error:
            return tell(_("That did not work"), told(error.findings[0]))
        return Replace(route.scene(self.venue, table))
