"""The words that a paper form may use: its columns and tokens, in English and in Dutch."""

from collections.abc import Mapping
from typing import TypeVar

from game import words
from game.core.cards import Abstention, Crux, Deck, Meets, Place, Vote
from game.decks.printing.form import COLUMNS as PRINTED
from game.i18n import language
from game.office.grid import key

ABSENT = "-"

COLUMNS: Mapping[str, str] = {
    english.replace(" ", "_"): dutch.replace(" ", "_") for english, dutch in PRINTED.items()
}
"""Every column, with its Dutch name, in the order of the form."""

REQUIRED = ("card", "seat", "first")

_DUTCH = {there: here for here, there in COLUMNS.items()}
_OTHER_NAMES = {
    "municipality": "gemeente",
    "neighbourhood": "wijk",
    "team": "seat",
    "kan_leven": "live_with",
    "kan_ook_leven_met": "live_with",
    "opmerking": "note",
    "kernpunt": "crux",
    "parkeer_vraag": "park_question",
    "parkeereigenaar": "park_owner",
    "parkeerdatum": "park_date",
    "reden_uitkomst": "outcome_reason",
    "reden_overslaan": "skip_reason",
    "genoemde_plek": "place_named",
    "blank_card": "own_card",
    "tekst_eigen_kaart": "own_text",
    "closing_question": "question",
}

PLACES: Mapping[str, Place] = {
    "personal": Place.PERSONAL,
    "communal": Place.COMMUNAL,
    "institutional": Place.INSTITUTIONAL,
    "outside": Place.OUTSIDE,
    "persoonlijk": Place.PERSONAL,
    "gemeenschappelijk": Place.COMMUNAL,
    "institutioneel": Place.INSTITUTIONAL,
    "buiten": Place.OUTSIDE,
    "buiten_de_sociale_basis": Place.OUTSIDE,
    # As on the hand cards.
    "1": Place.PERSONAL,
    "2": Place.COMMUNAL,
    "3": Place.INSTITUTIONAL,
    "0": Place.OUTSIDE,
}
ABSTENTIONS: Mapping[str, Abstention] = {
    "unsure": Abstention.UNSURE,
    "unclear": Abstention.UNCLEAR,
    "not_mine": Abstention.NOT_MINE,
    "weet_niet": Abstention.UNSURE,
    "onduidelijk": Abstention.UNCLEAR,
    "niet_mijn_terrein": Abstention.NOT_MINE,
    "kaart_onduidelijk": Abstention.UNCLEAR,
}
VOTES: Mapping[str, Vote] = {**PLACES, **ABSTENTIONS}
MEETS: Mapping[str, Meets] = {
    "yes": Meets.YES,
    "no": Meets.NO,
    "partly": Meets.PARTLY,
    "wel": Meets.YES,
    "niet": Meets.NO,
    "deels": Meets.PARTLY,
    "ja": Meets.YES,
    "nee": Meets.NO,
}
OWN: Mapping[str, bool] = {"yes": True, "no": False, "ja": True, "nee": False}
"""Whether the table wrote this card itself."""
RESTATED: Mapping[str, bool] = {
    "yes": False,
    "waived": True,
    "ja": False,
    "afgezien": True,
    "klopt": False,
}
"""Whether the position was waived rather than restated."""
CRUXES: Mapping[str, Crux] = {
    "fact": Crux.FACT,
    "meaning": Crux.MEANING,
    "value": Crux.VALUE,
    "role": Crux.ROLE,
    "local": Crux.LOCAL,
    "feit": Crux.FACT,
    "begrip": Crux.MEANING,
    "waarde": Crux.VALUE,
    "rol": Crux.ROLE,
    "lokaal": Crux.LOCAL,
    "rol_of_belang": Crux.ROLE,
    "lokale_situatie": Crux.LOCAL,
}

T = TypeVar("T")


def column(header: str) -> str | None:
    """Find the column that a header names, in either language."""
    name = key(header)
    if name in COLUMNS:
        return name
    return _DUTCH.get(name) or _OTHER_NAMES.get(name)


def places(deck: Deck) -> dict[str, Place]:
    """Find the words for a place: the usual ones, and how the deck calls it."""
    return {**PLACES} | {key(name): place for place, name in _own_names(deck).items()}


def votes(deck: Deck) -> dict[str, Vote]:
    """Find the words for a choice: the usual ones, and how the deck calls the places."""
    return {**VOTES, **places(deck)}


def shown(known: Mapping[str, T], deck: Deck) -> tuple[str, ...]:
    """List one word for every meaning, as the form shows it: of a place as the deck calls it."""
    meanings: dict[T, list[str]] = {}
    for token, meaning in known.items():
        meanings.setdefault(meaning, []).append(token)
    # English stands first in every list above, Dutch second.
    nth = 1 if language() == "nl" else 0
    usual = {meaning: said[min(nth, len(said) - 1)] for meaning, said in meanings.items()}
    own = _own_names(deck)
    return tuple(
        own[meaning] if isinstance(meaning, Place) and meaning in own else token.replace("_", " ")
        for meaning, token in usual.items()
    )


def allowed(known: Mapping[str, T], deck: Deck) -> str:
    """List what a cell may say, for the sentence about one that says something else."""
    said = shown(known, deck)
    meanings = set(known.values())
    numbers = [name for name, place in PLACES.items() if name.isdigit() and place in meanings]
    absent = [ABSENT] if meanings & set(ABSTENTIONS.values()) else []
    return ", ".join((*said, *numbers, *absent))


def _own_names(deck: Deck) -> dict[Place, str]:
    """Find what the deck calls the places, where it does not use the game's words."""
    named = {place: sphere.title for place in Place if (sphere := deck.sphere(place))}
    own = {place: words.worded(title, place) for place, title in named.items()}
    return {place: name for place, name in own.items() if key(name) not in ("", *PLACES)}
