"""Who stood where in a round, as rows of pawns that can be pressed."""

from typing import TYPE_CHECKING

import pygame

from game import words
from game.core.cards import Abstention, Place
from game.core.outcome import Round
from game.i18n import _
from game.ui.scenes.standing import PawnPress, PositionRow, Standing
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
