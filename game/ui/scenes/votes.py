"""Who stood where in a round, as rows of pawns that can be pressed."""

from typing import TYPE_CHECKING

import pygame

from game import words
from game.core.cards import Abstention, Place
from game.core.outcome import Round
from game.core.session import CardInPlay
from game.i18n import _
from game.ui.look import Look
from game.ui.scenes.standing import PawnPress, PositionRow, Standing
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.scenes.play import PlayScene


def vote_rows(scene: "PlayScene", name: str, shown: Round, press: PawnPress | None) -> list[Widget]:
    """Make a row for every position, abstention and place that seats can live with.

    Args:
        scene: knows the pawns of the seats.
        name: how the names of the rows begin.
        shown: the round.
        press: what a press on a pawn does, if anything.
    """

    def row(
        key: str, title: str, seats: tuple[str, ...], place: Place | None = None, picture: str = ""
    ) -> Widget:
        pawns: list[Standing] = [(seat, scene.face(seat)) for seat in seats]
        return PositionRow(
            f"{name}-{key}",
            pygame.Rect(0, 0, 10, 10),
            title,
            pawns,
            place=place,
            picture=picture or "circle-question-mark",
            on_pawn=press,
        )

    def short(place: Place) -> str:
        return words.place_short(place, scene.view.deck)

    rows = [row(place, short(place), shown.holders(place), place) for place in shown.positions]
    for kind in Abstention:
        seats = tuple(ballot.seat for ballot in shown.ballots if ballot.vote is kind)
        if seats:
            rows.append(row(kind, words.abstention(kind), seats))
    if shown.missing:
        rows.append(row("missing", _("chose nothing"), shown.missing, picture="circle-minus"))
    for place in Place:
        seats = tuple(ballot.seat for ballot in shown.ballots if place in ballot.live_with)
        if seats:
            title = _("can live with {place}").format(place=short(place))
            rows.append(row(f"live-{place}", title, seats, picture="handshake"))
    return rows


def standing_rows(
    scene: "PlayScene", look: Look, card: CardInPlay, press: PawnPress
) -> list[Widget]:
    """Make rows for the round that counts, or for every aspect; the newest can be corrected."""
    rounds: list[tuple[str, Round]] = []
    if card.aspects:
        rounds = [(aspect.name, aspect.round) for aspect in card.aspects if aspect.round]
    elif card.last is not None:
        rounds = [(_("Second round") if card.second else _("First round"), card.last)]
    rows: list[Widget] = []
    for n, (title, shown) in enumerate(rounds):
        line = pygame.Rect(0, 0, 10, look.line_height(24))
        rows.append(Label(f"round-{n}", line, title, units=24, bold=True, colour=look.theme.muted))
        rows += vote_rows(scene, f"stood-{n}", shown, press if n == len(rounds) - 1 else None)
    return rows
