"""What the example table says about a card: read from the files beside this one, or made up."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from game.core.cards import Abstention, ActivityCard, Crux, Deck, Meets, Place, Vote
from game.core.setup import Seat

_HERE = Path(__file__).parent
_LETTERS: Mapping[str, Vote] = {
    "p": Place.PERSONAL,
    "g": Place.COMMUNAL,
    "i": Place.INSTITUTIONAL,
    "b": Place.OUTSIDE,
    "?": Abstention.UNSURE,
    "o": Abstention.UNCLEAR,
    "n": Abstention.NOT_MINE,
}
_FAMILY = frozenset({"familie", "vrienden", "family", "friends"})
_PAID = frozenset({"betaald", "gebouwen", "paid", "buildings"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What one seat seals, and what else it can live with."""

    seat: str
    vote: Vote
    live_with: tuple[Place, ...] = ()


Choices = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One argument."""

    seat: str
    criterion: str
    meets: Meets | None
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One aspect of a card that the table splits."""

    name: str
    choices: Choices
    reason: str


@dataclass(frozen=True, slots=True)
class Parked:
    """Why the table parks a card."""

    question: str
    owner: str
    days: int


@dataclass(frozen=True, slots=True)
class Talk:
    """The whole conversation about one card."""

    first: Choices
    second: Choices = ()
    unclear: Choices = ()
    """What the seats sealed before the table reworded the card."""
    reworded: str = ""
    wording: str = ""
    said: tuple[Said, ...] = ()
    boundary: str = ""
    together: str = ""
    reason: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    crux: Crux | None = None
    settle: str = ""
    remark: str = ""
    unrestated: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    split: tuple[Part, ...] = ()
    parked: Parked | None = None

    @property
    def easy(self) -> bool:
        """Whether nobody disputes the card."""
        return len({choice.vote for choice in self.first}) == 1

    @property
    def plain(self) -> bool:
        """Whether the card ends in the ordinary way."""
        return not (self.split or self.parked or self.unclear)


@dataclass(frozen=True, slots=True)
class Script:
    """The example table at one deck: who sits there and what it says."""

    seats: tuple[Seat, ...]
    setup: Mapping[str, str]
    opening: tuple[str, ...]
    must: tuple[str, ...]
    talks: Mapping[str, Talk]
    closing: Mapping[str, str]
    general: Mapping[str, Any]
    """What can be said of any card, as it stands in the file of the language."""

    def talk(self, card: ActivityCard, deck: Deck, seed: int) -> Talk:
        """Find or make up the conversation about a card."""
        return self.talks.get(card.id) or _made_up(self, card, deck, seed)


def load_script(deck: Deck) -> Script:
    """Read the example table for a deck: that of its language, and what there is of the deck."""
    language = deck.language if (_HERE / f"{deck.language}.yaml").is_file() else "nl"
    general = _read(_HERE / f"{language}.yaml")
    own_files = (_HERE / f"{name}.yaml" for name in (deck.id, deck.based_on) if name)
    own = next((_read(file) for file in own_files if file.is_file()), {})
    seats = tuple(
        Seat(entry["id"], entry["label"], entry["role"], colour, entry["size"])
        for colour, entry in enumerate(general["seats"])
    )
    ids = tuple(seat.id for seat in seats)
    talks = {card: _talk(told, ids, deck) for card, told in own.get("cards", {}).items()}
    return Script(
        seats=seats,
        setup=general["setup"],
        opening=tuple(own.get("open", ())),
        must=tuple(own.get("must", ())),
        talks={card: talk for card, talk in talks.items() if deck.activity(card)},
        closing={**general["closing"], **own.get("closing", {})},
        general=general,
    )


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        content: dict[str, Any] = yaml.safe_load(file)
    return content


def _choices(letters: str, seats: tuple[str, ...]) -> Choices:
    made = []
    for seat, token in zip(seats, letters.split(), strict=True):
        chosen, *others = token.split("+")
        live_with = tuple(place for place in map(_LETTERS.get, others) if isinstance(place, Place))
        made.append(Choice(seat, _LETTERS[chosen], live_with))
    return tuple(made)


def _talk(told: dict[str, Any], seats: tuple[str, ...], deck: Deck) -> Talk:
    said = tuple(
        Said(seat, criterion, Meets(meets), text)
        if deck.criterion(criterion)
        else Said(seat, "", None, text)
        for seat, criterion, meets, text in told["arguments"]
    )
    split = tuple(
        Part(part["name"], _choices(part["votes"], seats), part["reason"])
        for part in told.get("split", ())
    )
    parked = told.get("park")
    return Talk(
        first=_choices(told["first"], seats),
        second=_choices(told["second"], seats) if "second" in told else (),
        unclear=_choices(told["unclear"], seats) if "unclear" in told else (),
        reworded=told.get("reworded", ""),
        wording=told.get("wording", ""),
        said=said,
        boundary=told.get("boundary", ""),
        together=told.get("together", ""),
        reason=told.get("reason", ""),
        notes=tuple(told.get("note", {}).items()),
        crux=Crux(told["crux"]) if "crux" in told else None,
        settle=told.get("settle", ""),
        remark=told.get("remark", ""),
        unrestated=tuple(told.get("unrestated", ())),
        waived=tuple(told.get("waived", ())),
        split=split,
        parked=Parked(parked["question"], parked["owner"], parked["days"]) if parked else None,
    )


def _made_up(script: Script, card: ActivityCard, deck: Deck, seed: int) -> Talk:
    """Make up a conversation that the seed decides, in words that fit any card."""
    chance = Random(f"{seed}/{card.id}")
    tags = frozenset(card.tags)
    main = (
        Place.PERSONAL
        if tags & _FAMILY
        else Place.INSTITUTIONAL
        if tags & _PAID
        else Place.COMMUNAL
    )
    other = chance.choice([place for place in Place if place is not main])
    seats = [seat.id for seat in script.seats]
    chance.shuffle(seats)
    kind = chance.choices(("unanimous", "agreed", "differed", "carried"), (45, 20, 20, 15))[0]
    voices = {"unanimous": 0, "agreed": 2, "differed": 2, "carried": 1}[kind]
    minority = frozenset(seats[:voices])
    first = tuple(Choice(seat.id, other if seat.id in minority else main) for seat in script.seats)
    second = tuple(Choice(seat.id, main) for seat in script.seats) if kind == "agreed" else first
    crux = chance.choice(list(Crux))
    general = script.general
    said = (
        *(_say(script, deck, seat, other, chance) for seat in seats[:voices]),
        *(
            _say(script, deck, seat, main, chance)
            for seat in seats[voices : voices + 2][: voices or 1]
        ),
    )
    return Talk(
        first=first,
        second=second,
        said=said,
        boundary=general["boundaries"][main] if kind == "unanimous" else "",
        together=general["together"] if kind == "agreed" else "",
        notes=tuple((seat, general["note"]) for seat in minority) if kind == "carried" else (),
        crux=crux if kind == "differed" else None,
        settle=general["cruxes"][crux] if kind == "differed" else "",
    )


def _say(script: Script, deck: Deck, seat: str, place: Place, chance: Random) -> Said:
    fitting = [c for c in script.general["criteria"][place] if deck.criterion(c)]
    criterion = chance.choice(fitting or [c.id for c in deck.criteria] or [""])
    meets = Meets.NO if place is Place.OUTSIDE else Meets.YES
    reason = chance.choice(script.general["reasons"][place])
    return Said(seat, criterion, meets if criterion else None, reason)
