"""The words that a paper form may use: its columns and tokens, in English and in Dutch."""

from collections.abc import Mapping
from typing import TypeVar

from game.core.cards import Abstention, Crux, Meets, Place, Vote
from game.office.grid import key

ABSENT = "-"

COLUMNS: Mapping[str, str] = {
    "session": "sessie",
    "gemeente": "gemeente",
    "wijk": "wijk",
    "date": "datum",
    "table": "tafel",
    "threshold": "drempel",
    "card": "kaart",
    "seat": "stoel",
    "size": "grootte",
    "first": "eerste",
    "second": "tweede",
    "live_with": "kan_leven_met",
    "criterion": "criterium",
    "meets": "voldoet",
    "reason": "reden",
    "restated": "teruggezegd",
    "boundary": "grens",
    "together": "samen",
    "outcome_reason": "uitkomst_reden",
    "note": "kanttekening",
    "crux": "kern",
    "settle": "beslechten",
    "park_question": "parkeervraag",
    "park_owner": "parkeer_eigenaar",
    "park_date": "parkeer_datum",
    "skip_reason": "overslaan_reden",
    "aspect": "aspect",
    "place_named": "plek_genoemd",
    "own_card": "eigen_kaart",
    "own_text": "eigen_tekst",
    "question": "slotvraag",
    "answer": "antwoord",
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
    "ja": Meets.YES,
    "nee": Meets.NO,
    "deels": Meets.PARTLY,
    "wel": Meets.YES,
    "niet": Meets.NO,
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


def tokens(known: Mapping[str, T], language: str) -> tuple[str, ...]:
    """List one token for every meaning, in the language of the screen."""
    meanings: dict[T, list[str]] = {}
    for token, meaning in known.items():
        meanings.setdefault(meaning, []).append(token)
    # English stands first in every list above, Dutch second.
    return tuple(said[1 if language == "nl" else 0] for said in meanings.values())
