"""The first screen: what the game is, and where to begin."""

from functools import partial

import pygame

from game.i18n import LANGUAGES, _, language, ngettext
from game.store.saves import SaveEntry
from game.ui import paint
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scene import Change, Push, Quit, Replace, Scene
from game.ui.widgets.button import Button
from game.ui.widgets.label import Paragraph
from game.venue import Venue

NAMES = {"nl": "Nederlands", "en": "English"}
_CIRCLES = (("communal", 480, 410), ("personal", 300, 680), ("institutional", 660, 680))
_RADIUS = 235
WIDE = 2
"""How many of the buttons take the whole width; the others lie two by two."""


class TitleScene(Scene):
    """Begin, go on, look back, or learn how."""

    def __init__(self, venue: Venue) -> None:
        super().__init__()
        self.venue = venue
        self.title = "Sferenspel"
        self._read_sessions()

    def resumed(self, result: object) -> Change | None:
        """Read the sessions anew: one may have come or gone."""
        del result
        self._read_sessions()
        self.relayout()
        return None

    # what there is

    def _read_sessions(self) -> None:
        """Look up no more than this screen tells; there may be hundreds of sessions."""
        self._count = self.venue.session_count()
        self._waiting = self.venue.waiting()

    def _about(self, entry: SaveEntry) -> str:
        where = " · ".join(part for part in (entry.wijk or entry.gemeente, entry.table) if part)
        card = _("card {number} of {total}").format(number=entry.number, total=entry.cards)
        return f"{where or entry.deck_title} · {card}"

    def _tiles(self) -> list[tuple[str, str, str, str, str]]:
        """List name, label, second line, pictogram and why it is grey."""
        last, count = self._waiting, self._count
        kept = ngettext("{count} kept", "{count} kept", count).format(count=count)
        new = (
            "new", _("New conversation"), _("choose cards and seats, ready in three minutes"),
            "plus" if last else "play", "",
        )  # fmt: skip
        resume = (
            "resume", _("Go on playing"),
            self._about(last) if last else _("no conversation is waiting"),
            "play" if last else "history",
            "" if last else _("There is no conversation to go on with. Start a new one."),
        )  # fmt: skip
        return [
            *((resume, new) if last else (new, resume)),
            ("practice", _("Practice round"), _("to learn the game"),
             "graduation-cap", ""),
            ("decks", _("Decks"), _("make, change, print"), "layers", ""),
            ("example", _("Example"), _("to look at"), "book-open",
             "" if self.venue.example else _("The example did not come with this copy.")),
            ("records", _("Conversations"), kept if count else _("nothing kept yet"),
             "file-text", ""),
        ]  # fmt: skip

    # the screen

    def layout(self, look: Look) -> None:
        """Lay out the right half; the circles are drawn on the left."""
        left = self._half(look) + look.px(40)
        width = look.width_px - left - look.px(72)
        height = look.height_px
        top = look.px(80)
        heading = pygame.Rect(left, top, width, look.px(130))
        self.add(Paragraph("heading", heading, "Sferenspel", units=96, bold=True, smallest=40))
        sentence = _(
            "Where does our social base begin and end? Lay the cards, say why, and write down"
            " what you differ about."
        )
        text = pygame.Rect(left, heading.bottom + look.px(6), width, look.px(150))
        self.add(Paragraph("about", text, sentence, units=36, smallest=20))
        gap = look.px(18)
        tiles_top = text.bottom + look.px(16)
        foot = max(look.target(), look.px(60))
        rows = 4
        room = height - look.px(36) - foot - gap - tiles_top
        each = min(look.px(122), (room - gap * (rows - 1)) // rows)
        half = (width - gap) // 2
        for n, (name, label, sub, picture, reason) in enumerate(self._tiles()):
            row, column = (n, 0) if n < WIDE else divmod(n + WIDE, 2)
            rect = pygame.Rect(
                left + column * (half + gap),
                tiles_top + row * (each + gap),
                width if n < WIDE else half,
                each,
            )
            self.add(
                Button(
                    name,
                    rect,
                    label,
                    icon=picture,
                    kind="primary" if n == 0 else "tile",
                    sub=sub,
                    units=36,
                    align="left",
                    enabled=not reason,
                    reason=reason,
                    on_press=getattr(self, f"_{name}"),
                )
            )
        others = (
            ("settings", _("Settings"), "settings", self._settings),
            ("help", _("How to play (F1)"), "circle-question-mark", self.open_help),
            ("language", NAMES[_other()], "languages", self._language),
            ("quit", _("Quit"), "log-out", self._quit),
        )
        x = left
        shares = [look.width(label, 26) + look.px(100) for _name, label, _icon, _press in others]
        squeeze = min(1.0, width / sum(shares))
        for (name, label, picture, press), share in zip(others, shares, strict=True):
            rect = pygame.Rect(x, height - look.px(36) - foot, int(share * squeeze), foot)
            self.add(
                Button(
                    name,
                    rect,
                    label,
                    icon=picture,
                    kind="quiet",
                    units=26,
                    align="left",
                    on_press=press,
                )
            )
            x += int(share * squeeze)

    @staticmethod
    def _half(look: Look) -> int:
        return look.width_px // 2

    def draw_background(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """Draw the three spheres, where they overlap as well."""
        look, theme = self.look, self.look.theme
        surface.fill(theme.background, clip)
        half = pygame.Rect(0, 0, self._half(look), look.height_px)
        surface.fill(theme.sand, half.clip(clip))
        if not half.colliderect(clip):
            return
        scale = min(half.w / 960, half.h / 1080)
        middle_x, middle_y = half.w / 2, half.h / 2
        for place, x, y in _CIRCLES:
            centre = (int(middle_x + (x - 480) * scale), int(middle_y + (y - 545) * scale))
            paint.disc(surface, centre, int(_RADIUS * scale), theme.place(place).colour, alpha=218)
        for place, x, y in _CIRCLES:
            out_x, out_y = (x - 480) * 0.12, (y - 590) * 0.2
            picture = icon(theme.place(place).icon, max(24, int(120 * scale)), theme.panel)
            centre = (
                int(middle_x + (x - 480 + out_x) * scale),
                int(middle_y + (y - 545 + out_y) * scale),
            )
            surface.blit(picture, picture.get_rect(center=centre))

    # what the buttons do

    def main_action(self) -> Change | None:
        """Go on with the conversation that is waiting, or start a new one."""
        return self._resume() if self._waiting else self._new()

    def escape(self) -> Change | None:
        """Ask before the window closes."""
        return self._quit()

    def _new(self) -> Change | None:
        from game.ui.scenes.setup import SetupScene

        return Push(SetupScene(self.venue))

    def _resume(self) -> Change | None:
        from game.ui.scenes.opening import open_save

        entry = self._waiting
        return open_save(self.venue, entry.path) if entry else None

    def _practice(self) -> Change | None:
        from game.ui.scenes.practice import PracticeScene

        return Push(PracticeScene(self.venue))

    def _decks(self) -> Change | None:
        from game.ui.scenes.decks import open_decks

        return open_decks(self.venue)

    def _example(self) -> Change | None:
        from game.ui.scenes.opening import open_save

        path = self.venue.example
        return open_save(self.venue, path, read_only=True) if path else None

    def _records(self) -> Change | None:
        from game.ui.scenes.sessions import SessionsScene

        return Push(SessionsScene(self.venue))

    def _settings(self) -> Change | None:
        from game.ui.scenes.settings import SettingsScene

        return Push(SettingsScene(self.venue))

    def open_help(self) -> Change | None:
        """Show how to play."""
        from game.ui.scenes.help import HelpScene

        return Push(HelpScene(self.venue, practise=self.stage.shows(self)))

    def _language(self) -> Change | None:
        self.venue.speak(_other())
        return Replace(TitleScene(self.venue))

    def _quit(self) -> Change | None:
        from game.ui.widgets.dialog import Answer, ask

        answers = (
            Answer("quit", _("Quit"), kind="primary"),
            Answer("stay", _("Stay")),
        )
        return ask(
            _("Close the game?"),
            _("Every conversation is saved."),
            answers,
            partial(_leave_when, "quit"),
        )


def _other() -> str:
    """Name the language that the button switches to."""
    return next(code for code in LANGUAGES if code != language())


def _leave_when(wanted: str, key: str | None) -> Change | None:
    return Quit() if key == wanted else None
