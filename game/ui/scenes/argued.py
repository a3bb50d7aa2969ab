"""What was said about the card in play, and who was not heard yet."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game import words
from game.core import intents as i
from game.core.session import Argument, CardInPlay
from game.core.setup import MAX_LETTERS
from game.i18n import _
from game.ui.changes import Change
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.scenes.argument_form import MEETS_ICONS
from game.ui.scenes.asking import wording
from game.ui.scenes.options import draw_inside
from game.ui.scenes.standing import PawnPress, PawnRow, Standing
from game.ui.widgets.argument_view import ArgumentView
from game.ui.widgets.label import Paragraph
from game.ui.widgets.scroll_list import ScrollList
from game.ui.widgets.widget import Host, Widget

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene

NAME = "arguments"
REWORD = "reword"


def said_list(
    scene: "PlayScene", look: Look, rect: pygame.Rect, on_pawn: PawnPress | None = None
) -> ScrollList:
    """Make the list of arguments, to be reworded, and below it the seats that did not speak."""
    rows: list[Widget] = [
        _view(scene, number, said) for number, said in enumerate(scene.card.arguments)
    ]
    if not rows:
        text = _("Nothing was said yet. Press a criterion at the left, or drag it onto a place.")
        spot = pygame.Rect(0, 0, 10, 10)
        rows.append(Paragraph("arguments-empty", spot, text, units=24, colour=look.theme.muted))
    unheard = unheard_seats(scene)
    if unheard and on_pawn is not None:
        rows.append(Unheard([(seat, scene.face(seat)) for seat in unheard], on_pawn))
    return ScrollList(NAME, rect, rows, gap=14)


def unheard_seats(scene: "PlayScene") -> tuple[str, ...]:
    """List the present seats that played no argument for this card."""
    spoken = {said.seat for said in scene.card.arguments}
    return tuple(seat.id for seat in scene.view.present if seat.id not in spoken)


def show_newest(scene: "PlayScene") -> None:
    """Scroll the list down to what was said last."""
    scene.offsets[NAME] = 10**6


def _view(scene: "PlayScene", number: int, said: Argument) -> ArgumentView:
    criterion = scene.view.deck.criterion(said.criterion)
    note = _note(scene.card, said)
    edit: Callable[[], Change | None] = partial(reword, scene, number)
    return ArgumentView(
        f"argument-{number}",
        pygame.Rect(0, 0, 10, 10),
        scene.face(said.seat),
        place=said.place,
        icon=(criterion.icon or "layers") if criterion else "message-square-text",
        title=criterion.title if criterion else scene.place_title(said.place),
        text=said.text,
        mark=MEETS_ICONS[said.meets] if said.meets else "",
        note=note,
        note_icon="repeat-2" if note else "",
        on_press=edit,
    )


def _note(card: CardInPlay, said: Argument) -> str:
    """Tell how far saying back is, at the arguments of those who hold the position."""
    first = card.first
    if first is None or not first.contested or said.seat not in first.holders(said.place):
        return ""
    found = next((each for each in card.restated if each.place is said.place), None)
    if found is None:
        return _("still to be said back")
    return _("saying back not needed") if found.waived else _("said back, right")


def reword(scene: "PlayScene", number: int) -> Change | None:
    """Ask for other words for an argument."""
    said = scene.card.arguments[number]
    criterion = scene.view.deck.criterion(said.criterion)
    text = _("{seat} for {place}").format(
        seat=scene.label_of(said.seat), place=scene.place_title(said.place)
    )
    if criterion and said.meets:
        text += f" · {criterion.title}: {words.meets(said.meets)}"
    return wording(
        scene,
        f"{REWORD}:{number}",
        (_("Reword this argument"), text),
        partial(i.EditArgument, number),
        initial=said.text,
        multiline=True,
        limit=MAX_LETTERS,
    )


class Unheard(Widget):
    """The seats that were not heard yet, below a few words; a press lets one speak."""

    swallows_pointer = False

    def __init__(self, pawns: list[Standing], on_pawn: PawnPress) -> None:
        super().__init__("unheard-box", pygame.Rect(0, 0, 10, 10), label=_("not heard yet"))
        self.row = PawnRow("unheard", pygame.Rect(0, 0, 10, 10), pawns, on_pawn=on_pawn)
        self.children = (self.row,)
        self.margin = 4

    def height_for(self, look: Look, width: int) -> int | None:
        """Tell the height it needs at this width."""
        return look.line_height(24) + look.px(6) + (self.row.height_for(look, width) or 0)

    def _arrange(self, look: Look) -> None:
        top = self.rect.top + look.line_height(24) + look.px(6)
        self.row.rect = pygame.Rect(self.rect.x, top, self.rect.w, self.rect.bottom - top)
        self.row.move_to(*self.row.rect.topleft)

    def attach(self, host: Host) -> None:
        """Join a scene and put the pawns in their places."""
        super().attach(host)
        self._arrange(host.look)

    def move_to(self, x: int, y: int) -> None:
        """Move it; its width may have changed before."""
        self.rect.topleft = (x, y)
        if self.host is not None:
            self._arrange(self.host.look)

    def draw(self, surface: pygame.Surface, look: Look, focused: bool, hover: bool) -> None:
        """Draw it."""
        del focused, hover
        colour = look.theme.warn
        side = look.font_px(28)
        line = pygame.Rect(self.rect.x, self.rect.y, self.rect.w, look.line_height(24))
        surface.blit(icon("message-circle", side, colour), (line.x, line.centery - side // 2))
        line.left += side + look.px(10)
        line.width -= side + look.px(10)
        text = look.cut(self.label, 24, line.width, True)
        look.draw_lines(surface, (text,), 24, colour, line, bold=True, valign="middle")
        draw_inside(self, surface, look)
