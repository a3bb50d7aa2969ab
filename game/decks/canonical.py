"""The one form of what is in a deck, of which its hash is taken."""

import hashlib
import json
from dataclasses import replace

from game.core.cards import Deck

Json = dict[str, object]


def content_hash(deck: Deck) -> str:
    """Take the SHA-256 of what is in a deck, whatever file or deck it came from."""
    text = json.dumps(_content(deck), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def with_hash(deck: Deck) -> Deck:
    """Give the deck the hash of its own content."""
    return replace(deck, sha256=content_hash(deck))


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
