"""The card that is chosen for, and the row of each seat with what it says about its choice."""

import pygame

from game import words
from game.core.cards import Deck, Place, Vote
from game.core.frozen import dataclass
from game.core.setup import Sealing, Seat
from game.i18n import _
from game.ui.changes import Action
from game.ui.scenes.ballots import ABSTENTION_ICONS, ballot_of, chosen_again, first_choice
from game.ui.scenes.play import PlayScene
from game.ui.theme import Colour, Theme
from game.ui.widgets.card_view import CardView
from game.ui.widgets.pawn import SeatRow

FEW = 6
"""Up to this many seats stand in two columns, more in three."""


@dataclass(frozen=True, slots=True)
class Status:
    """What stands under the name of a seat."""

    text: str
    icon: str
    colour: Colour
    trailing: tuple[tuple[str, Colour], ...] = ()


def not_yet(theme: Theme) -> Status:
    """Say that a seat has chosen nothing."""
    return Status(_("not yet"), "hourglass", theme.warn)


def done(theme: Theme) -> Status:
    """Say that a seat has chosen, and not what."""
    return Status(_("sealed"), "lock", theme.good)


def chosen(theme: Theme, vote: Vote, deck: Deck) -> Status:
    """Say what a seat has chosen."""
    if isinstance(vote, Place):
        look = theme.place(vote)
        return Status(words.place_short(vote, deck), look.icon, look.colour)
    return Status(words.abstention(vote), ABSTENTION_ICONS[vote], theme.muted)


def as_before(theme: Theme, vote: Vote, deck: Deck) -> Status:
    """Say that the choice of the first round stands until a seat changes it."""
    name = words.place_short(vote, deck) if isinstance(vote, Place) else words.vote(vote)
    return Status(_("first: {choice}").format(choice=name), "history", theme.muted)


def status_of(scene: PlayScene, seat_id: str) -> Status:
    """Say how far a seat is, or what it showed in the open."""
    theme, session = scene.look.theme, scene.view
    ballot = ballot_of(scene.card, seat_id)
    if ballot is None:
        return not_yet(theme)
    first = first_choice(session, seat_id)
    veiled = session.sealing is Sealing.VEIL
    if veiled and first is not None and seat_id not in chosen_again(scene.table.steps):
        # Where there is little room, a place without "first" would look like a new choice.
        few = len(session.present) <= FEW
        return as_before(theme, first, session.deck) if few else not_yet(theme)
    if ballot.vote is None:
        return done(theme)
    status = chosen(theme, ballot.vote, session.deck)
    places = [theme.place(place) for place in ballot.live_with]
    living = tuple((place.icon, place.colour) for place in places)
    return Status(status.text, status.icon, status.colour, living)


def row(
    scene: PlayScene, seat: Seat, rect: pygame.Rect, *, selected: bool, on_press: Action
) -> SeatRow:
    """Make the row of a seat."""
    status = status_of(scene, seat.id)
    return SeatRow(
        f"seat-{seat.id}",
        rect,
        scene.face(seat.id),
        title=seat.label,
        status=status.text,
        status_icon=status.icon,
        status_colour=status.colour,
        trailing=status.trailing,
        selected=selected,
        on_press=on_press,
    )


def card(scene: PlayScene, rect: pygame.Rect, *, draggable: bool = False) -> CardView:
    """Make the card in play, with what it means here."""
    look, played, activity = scene.look, scene.card, scene.activity
    text = scene.card_text(played)
    here = ""
    if played.wording:
        here = _("Here: {wording}").format(wording=" ".join(played.wording.split()))
        if look.width(here, 24) > rect.w - look.px(170):
            text, here = f"{text}\n{here}", ""
    return CardView(
        "card",
        rect,
        activity.title,
        text,
        icon=activity.icon,
        picture=scene.picture_of(activity),
        note=here,
        note_icon="message-circle-question-mark" if here else "",
        draggable=draggable,
    )
