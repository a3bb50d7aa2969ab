"""A deck as plain data: for the save file, and as the one form that its hash is taken of."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from game.core.cards import (
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Deck,
    Place,
    Sphere,
)

Json = dict[str, object]

_Card = TypeVar("_Card")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def deck_to_dict(deck: Deck) -> Json:
    """Write a whole deck as plain data, its hash included and its folder left out."""
    return _content(deck) | _filled({"based_on": deck.based_on, "sha256": deck.sha256})


def content_hash(deck: Deck) -> str:
    """Take the SHA-256 of what is in a deck, whatever file or deck it came from."""
    text = json.dumps(_content(deck), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def with_hash(deck: Deck) -> Deck:
    """Give the deck the hash of its own content."""
    return replace(deck, sha256=content_hash(deck))


def deck_from_dict(data: object) -> Deck:
    """Read a deck back from plain data; keys that a later version added are passed over.

    Raises:
        ValueError: the data is not a deck; the message says which part is not.
    """
    fields = _mapping(data, "deck")
    deck = Deck(
        id=_id(fields, "deck"),
        title=_text(fields, "title", "deck", required=True),
        language=_text(fields, "language", "deck", required=True),
        version=_text(fields, "version", "deck"),
        activities=_cards(fields, "activities", _activity),
        criteria=_cards(fields, "criteria", _criterion),
        closing=_cards(fields, "closing", _closing),
        spheres=_spheres(fields),
        about=_text(fields, "about", "deck"),
        based_on=_text(fields, "based_on", "deck"),
    )
    # The hash that was written stays: a later version may have hashed more than is known here.
    sha256 = _text(fields, "sha256", "deck")
    return replace(deck, sha256=sha256) if _SHA256.fullmatch(sha256) else with_hash(deck)


def _content(deck: Deck) -> Json:
    spheres = {
        sphere.place.value: _filled({"title": sphere.title, "explanation": sphere.explanation})
        for sphere in deck.spheres
    }
    return {
        "format": 1,
        "id": deck.id,
        "title": deck.title,
        "language": deck.language,
        "activities": [
            _filled(
                {
                    "id": card.id,
                    "title": card.title,
                    "text": card.text,
                    "icon": card.icon,
                    "picture": card.picture,
                    "tags": list(card.tags),
                }
            )
            for card in deck.activities
        ],
        "criteria": [
            _filled(
                {
                    "id": card.id,
                    "kind": card.kind.value,
                    "title": card.title,
                    "question": card.question,
                    "icon": card.icon,
                }
            )
            for card in deck.criteria
        ],
    } | _filled(
        {
            "version": deck.version,
            "about": deck.about,
            "spheres": spheres,
            "closing": [{"id": one.id, "question": one.question} for one in deck.closing],
        }
    )


def _filled(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value}


def _activity(fields: Json, where: str) -> ActivityCard:
    tags = fields.get("tags", [])
    if not isinstance(tags, list):
        raise ValueError(f"{where}: tags is not a list")
    return ActivityCard(
        id=_id(fields, where),
        title=_text(fields, "title", where, required=True),
        text=_text(fields, "text", where),
        icon=_text(fields, "icon", where),
        picture=_text(fields, "picture", where),
        tags=tuple(_string(tag, f"{where}: a tag") for tag in tags),
    )


def _criterion(fields: Json, where: str) -> CriterionCard:
    kind = _text(fields, "kind", where, required=True)
    if kind not in set(CriterionKind):
        raise ValueError(f"{where}: kind {kind[:40]!r} is unknown")
    return CriterionCard(
        id=_id(fields, where),
        kind=CriterionKind(kind),
        title=_text(fields, "title", where, required=True),
        question=_text(fields, "question", where, required=True),
        icon=_text(fields, "icon", where),
    )


def _closing(fields: Json, where: str) -> ClosingQuestion:
    return ClosingQuestion(_id(fields, where), _text(fields, "question", where, required=True))


def _spheres(fields: Json) -> tuple[Sphere, ...]:
    spheres = _mapping(fields.get("spheres", {}), "spheres")
    unknown = set(spheres) - set(Place)
    if unknown:
        raise ValueError(f"spheres: {min(unknown)[:40]!r} is unknown")
    found = []
    for place in Place:
        if place.value in spheres:
            where = f"spheres.{place}"
            one = _mapping(spheres[place.value], where)
            title = _text(one, "title", where, required=True)
            found.append(Sphere(place, title, _text(one, "explanation", where)))
    return tuple(found)


def _cards(fields: Json, key: str, read: Callable[[Json, str], _Card]) -> tuple[_Card, ...]:
    cards = fields.get(key, [])
    if not isinstance(cards, list):
        raise ValueError(f"{key} is not a list")
    found = []
    ids: set[object] = set()
    for index, card in enumerate(cards, start=1):
        where = f"{key}[{index}]"
        data = _mapping(card, where)
        found.append(read(data, where))
        if data["id"] in ids:
            raise ValueError(f"{where}: id is there twice")
        ids.add(data["id"])
    return tuple(found)


def _mapping(data: object, where: str) -> Json:
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise ValueError(f"{where} is not a mapping")
    return data


def _id(fields: Json, where: str) -> str:
    value = _text(fields, "id", where, required=True)
    if not _ID.fullmatch(value):
        raise ValueError(f"{where}: id {value[:40]!r} is not lower case, digits and hyphens")
    return value


def _text(fields: Json, key: str, where: str, *, required: bool = False) -> str:
    if required and not fields.get(key):
        raise ValueError(f"{where}: {key} is missing")
    return _string(fields.get(key, ""), f"{where}: {key}")


def _string(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{where} is not text")
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise ValueError(f"{where} has half a character in it")
    return value
