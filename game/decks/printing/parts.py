"""What is printed of a deck, as plain data for its template: cards, hand cards and poster."""

from collections.abc import Mapping
from typing import Any, assert_never

from game import words
from game.core.cards import ActivityCard, CriterionCard, Deck, Place
from game.decks.parts import Part, part_name
from game.decks.pictograms import strokes
from game.decks.printing.form import form
from game.decks.printing.guide import guide
from game.i18n import _
from game.office.typeset import Drawing

ON_A_SHEET = 9
SIGNS: Mapping[Place, str] = {
    Place.PERSONAL: "1",
    Place.COMMUNAL: "2",
    Place.INSTITUTIONAL: "3",
    Place.OUTSIDE: "0",
}
ICONS: Mapping[Place, str] = {
    Place.PERSONAL: "user-round",
    Place.COMMUNAL: "users-round",
    Place.INSTITUTIONAL: "landmark",
    Place.OUTSIDE: "circle-slash-2",
}

Data = dict[str, Any]


def part_data(part: Part, deck: Deck, seats: int, pictures: Mapping[str, str]) -> Data:
    """Put together what one part says, in the language that is spoken now.

    Args:
        part: which one.
        deck: the cards.
        seats: how many seats get hand cards and rows on the form.
        pictures: the picture of each activity card that has one, by the id of the card.
    """
    match part:
        case Part.CARDS:
            cards = [_activity(card, pictures.get(card.id, "")) for card in deck.activities]
            return _on_sheets(part, _numbered(cards))
        case Part.CRITERIA:
            return _on_sheets(part, _numbered([_criterion(card) for card in deck.criteria]))
        case Part.HANDS:
            return _on_sheets(part, _hands(deck, seats))
        case Part.POSTER:
            spheres = [_sphere(deck, place) for place in Place]
            return {
                "kind": part.value,
                "title": _("The spheres of the social base"),
                "spheres": spheres,
            }
        case Part.GUIDE:
            return {"kind": part.value, **guide(deck)}
        case Part.FORM:
            return {"kind": part.value, **form(deck, seats)}
        case _:
            assert_never(part)


def pages_of(part: Part, deck: Deck, seats: int) -> int:
    """Estimate how many pages a part takes."""
    match part:
        case Part.CARDS:
            return 2 * -(-len(deck.activities) // ON_A_SHEET)
        case Part.CRITERIA:
            return 2 * -(-len(deck.criteria) // ON_A_SHEET)
        case Part.HANDS:
            return 2 * -(-5 * seats // ON_A_SHEET)
        case Part.POSTER:
            return 1
        case Part.GUIDE:
            return 2
        case Part.FORM:
            return 3
        case _:
            assert_never(part)


def _numbered(cards: list[Data]) -> list[Data]:
    """Give each card its number in the deck, as it stands in its corner."""
    return [card | {"number": f"{n} / {len(cards)}"} for n, card in enumerate(cards, 1)]


def _on_sheets(part: Part, cards: list[Data]) -> Data:
    count = -(-len(cards) // ON_A_SHEET)
    front = _("front {number} of {count} · print on both sides, flip on the long edge, at 100 %")
    back = _("back {number} of {count}")
    return {
        "kind": part.value,
        "title": part_name(part),
        "cards": cards,
        "fronts": [front.format(number=n, count=count) for n in range(1, count + 1)],
        "backs": [back.format(number=n, count=count) for n in range(1, count + 1)],
    }


def _activity(card: ActivityCard, picture: str) -> Data:
    return {
        "id": card.id,
        "title": card.title.strip() or card.id,
        "text": card.text,
        "strokes": lines(card.icon),
        "picture": picture,
    }


def _criterion(card: CriterionCard) -> Data:
    return {
        "id": card.id,
        "title": card.title.strip() or card.id,
        "text": card.question,
        "kind": words.criterion_kind(card.kind),
        "strokes": lines(card.icon),
    }


def _sphere(deck: Deck, place: Place) -> Data:
    return {
        "place": place.value,
        "sign": SIGNS[place],
        "title": words.place(place, deck),
        "text": words.place_explained(place, deck),
        "strokes": lines(ICONS[place]),
    }


def _hands(deck: Deck, seats: int) -> list[Data]:
    """Make the five cards of every seat."""
    five: list[Data] = [
        {**_sphere(deck, place), "title": words.place_short(place, deck)} for place in Place
    ]
    reasons = (_("don't know"), _("card unclear"), _("not my area"))
    five.append(
        {
            "place": "",
            "sign": "?",
            "title": _("We do not choose"),
            "text": _("{one}, {two} or {three}: say which").format(
                one=reasons[0], two=reasons[1], three=reasons[2]
            ),
            "strokes": lines("hand"),
        }
    )
    names = (_("Seat {number}").format(number=n) for n in range(1, seats + 1))
    return [
        {**card, "seat": name, "number": number}
        for number, name in enumerate(names, 1)
        for card in five
    ]


def lines(icon: str) -> Drawing:
    """Read the lines of a pictogram; without one, those of a plain card."""
    return Drawing(strokes(icon) or strokes("square"))
