"""What lies on the table: places, cards, and the deck that holds them."""

from dataclasses import field
from enum import StrEnum

from game.core.frozen import dataclass

TITLE_LENGTH = 60
TEXT_LENGTH = 400


class Place(StrEnum):
    """Where a card can lie. Outside is a full placement, not a bin."""

    PERSONAL = "personal"
    COMMUNAL = "communal"
    INSTITUTIONAL = "institutional"
    OUTSIDE = "outside"


class Abstention(StrEnum):
    """Why a seat chose no place."""

    UNSURE = "unsure"
    UNCLEAR = "unclear"
    NOT_MINE = "not_mine"


Vote = Place | Abstention


def vote(token: str) -> Vote:
    """Read a place or an abstention from its token.

    Raises:
        ValueError: the token is neither.
    """
    return Place(token) if token in set(Place) else Abstention(token)


class CriterionKind(StrEnum):
    """What a criterion helps to decide."""

    PURPOSE = "purpose"
    PROPERTY = "property"
    SPHERE = "sphere"


class Meets(StrEnum):
    """Whether the card on the table meets a criterion."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"


class Crux(StrEnum):
    """What a difference turns on."""

    FACT = "fact"
    MEANING = "meaning"
    VALUE = "value"
    ROLE = "role"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class ActivityCard:
    """Something that happens or exists locally."""

    id: str
    title: str
    text: str = ""
    icon: str = ""
    picture: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionCard:
    """A test to argue with."""

    id: str
    kind: CriterionKind
    title: str
    question: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ClosingQuestion:
    """A question of the closing round."""

    id: str
    question: str


@dataclass(frozen=True, slots=True)
class Sphere:
    """How a deck words one of the places."""

    place: Place
    title: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one conversation."""

    id: str
    title: str
    language: str
    version: str
    activities: tuple[ActivityCard, ...]
    criteria: tuple[CriterionCard, ...]
    closing: tuple[ClosingQuestion, ...] = ()
    spheres: tuple[Sphere, ...] = ()
    about: str = ""
    based_on: str = ""
    sha256: str = ""
    folder: str = field(default="", compare=False)
    """Where its pictures are; of no meaning to the rules."""

    def activity(self, card_id: str) -> ActivityCard | None:
        """Find an activity card by its id."""
        return next((card for card in self.activities if card.id == card_id), None)

    def criterion(self, criterion_id: str) -> CriterionCard | None:
        """Find a criterion card by its id."""
        return next((card for card in self.criteria if card.id == criterion_id), None)

    def sphere(self, place: Place) -> Sphere | None:
        """Find the local wording of a place, if the deck has one."""
        return next((sphere for sphere in self.spheres if sphere.place is place), None)
