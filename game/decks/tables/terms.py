"""The words that the sheets of a deck may use: names, columns and tokens, in two languages."""

from collections.abc import Mapping

from game.core.cards import CriterionKind, Place
from game.i18n import language
from game.office.grid import key

Names = Mapping[str, tuple[str, ...]]
"""By the key of the deck format: the Dutch name, then other names that are read."""

SHEETS: Names = {
    "activities": ("kaarten", "cards", "activiteitenkaarten", "activiteiten"),
    "criteria": ("criteria", "criteriumkaarten", "criteriakaarten"),
    "closing": ("slotvragen", "slotronde"),
    "spheres": ("sferen",),
    "deck": ("deck", "kaartenset"),
}
COLUMNS: Mapping[str, Names] = {
    "activities": {
        "id": ("id", "code"),
        "title": ("titel", "kaart", "naam"),
        "text": ("tekst", "omschrijving", "toelichting"),
        "icon": ("pictogram", "icoon"),
        "picture": ("foto", "afbeelding", "plaatje"),
        "tags": ("labels", "label", "trefwoorden"),
    },
    "criteria": {
        "id": ("id", "code"),
        "kind": ("soort",),
        "title": ("titel", "criterium", "naam"),
        "question": ("vraag",),
        "icon": ("pictogram", "icoon"),
    },
    "closing": {"id": ("id", "code"), "question": ("vraag", "slotvraag")},
    "spheres": {
        "place": ("plek", "sfeer", "sphere"),
        "title": ("titel", "naam"),
        "explanation": ("uitleg", "toelichting"),
    },
    "deck": {"fact": ("gegeven",), "value": ("waarde",)},
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "activities": ("title",),
    "criteria": ("kind", "title", "question"),
    "closing": ("question",),
    "spheres": ("place", "title"),
    "deck": ("fact", "value"),
}
FACTS: Names = {
    "id": ("id", "code"),
    "title": ("titel", "naam"),
    "language": ("taal",),
    "version": ("versie",),
    "about": ("over", "toelichting"),
    "based_on": ("gebaseerd_op",),
    "drop": ("weggelaten",),
}
KINDS: Names = {
    CriterionKind.PURPOSE.value: ("doel",),
    CriterionKind.PROPERTY.value: ("eigenschap",),
    CriterionKind.SPHERE.value: ("sfeer",),
}
PLACES: Names = {
    Place.PERSONAL.value: ("persoonlijk",),
    Place.COMMUNAL.value: ("gemeenschappelijk",),
    Place.INSTITUTIONAL.value: ("institutioneel",),
    Place.OUTSIDE.value: ("buiten", "buiten_de_sociale_basis"),
}


def meant(names: Names, said: str) -> str:
    """Find what a name stands for, in either language; empty if nothing."""
    said = key(said)
    if said in names:
        return said
    return next((name for name, others in names.items() if said in others), "")


def shown(names: Names, name: str) -> str:
    """Write a name as the sheets show it, in the language of the screen."""
    word = names[name][0] if language() == "nl" else name
    return word.replace("_", " ")


def knows(header: str) -> bool:
    """Tell whether a sheet of cards has a column of this name."""
    return bool(meant(COLUMNS["activities"], header))
