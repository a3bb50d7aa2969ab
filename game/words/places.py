"""What the four places are called: as the deck words them, or in the words of the game."""

from typing import assert_never

from game.core.cards import Deck, Place
from game.i18n import _, language

_SHIPPED = {
    "nl": {
        Place.PERSONAL: ("Persoonlijk", "inwoner en eigen netwerk"),
        Place.COMMUNAL: ("Gemeenschappelijk", "groepen en clubs van inwoners"),
        Place.INSTITUTIONAL: ("Institutioneel", "plekken en betaalde krachten"),
        Place.OUTSIDE: ("Buiten", "hoort niet bij de sociale basis"),
    },
    "en": {
        Place.PERSONAL: ("Personal", "residents and their own network"),
        Place.COMMUNAL: ("Communal", "groups that residents form"),
        Place.INSTITUTIONAL: ("Institutional", "places and paid workers"),
        Place.OUTSIDE: ("Outside", "not part of the social base"),
    },
}
"""How the decks that ship word the places: no wording of their own, so it follows the screen."""


def worded(text: str, place: Place) -> str:
    """Give a deck's own words for a place; empty where they only are another language's usual."""
    usual = (words[place] for tongue, words in _SHIPPED.items() if tongue != language())
    return "" if any(text.strip() in words for words in usual) else text


def place(place: Place, deck: Deck | None = None) -> str:
    """Name a place as the deck words it, or in the words of the game."""
    local = deck.sphere(place) if deck else None
    own = worded(local.title, place) if local else ""
    if own:
        return own
    match place:
        case Place.PERSONAL:
            return _("Personal")
        case Place.COMMUNAL:
            return _("Communal")
        case Place.INSTITUTIONAL:
            return _("Institutional")
        case Place.OUTSIDE:
            return _("Outside the social base")
        case _:
            assert_never(place)


def place_short(place_: Place, deck: Deck | None = None) -> str:
    """Name a place where there is little room: only "outside" is shorter."""
    local = deck.sphere(place_) if deck else None
    own = worded(local.title, place_) if local else ""
    if place_ is Place.OUTSIDE and not (own and len(own) <= 16):
        return _("Outside")
    return place(place_, deck)


def place_explained(place: Place, deck: Deck | None = None) -> str:
    """Say in a few words what lies in a place."""
    local = deck.sphere(place) if deck else None
    own = worded(local.explanation, place) if local else ""
    if own:
        return own
    match place:
        case Place.PERSONAL:
            return _("the resident and their own network")
        case Place.COMMUNAL:
            return _("groups and ties of residents")
        case Place.INSTITUTIONAL:
            return _("places and paid workers")
        case Place.OUTSIDE:
            return _("does not belong to the social base")
        case _:
            assert_never(place)
