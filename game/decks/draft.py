"""A deck in the making: what one file says itself, before the deck it is based on is brought in."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.core.cards import (
    TITLE_LENGTH,
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    Place,
    Sphere,
)

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
FIRST_VERSION = "1.0"
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)
"""Names that Windows takes for a device, whatever comes behind them: no file can have one."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one file says itself; None for a list that it does not give."""

    id: str = ""
    title: str = ""
    language: str = ""
    version: str = ""
    about: str = ""
    based_on: str = ""
    drop: tuple[str, ...] = ()
    spheres: tuple[Sphere, ...] | None = None
    activities: tuple[ActivityCard, ...] = ()
    criteria: tuple[CriterionCard, ...] | None = None
    closing: tuple[ClosingQuestion, ...] | None = None


def make_id(title: str, taken: Iterable[str], *, instead: str = "kaart") -> str:
    """Make an id out of a title that is not taken yet, and that a file can be named after.

    Args:
        title: what to make it of.
        taken: the ids that there are.
        instead: the id where no letter is left of the title.
    """
    bare = unicodedata.normalize("NFKD", title.replace("ß", "ss")).casefold()
    # A mark belongs to the letter before it; every other odd character parts two words.
    kept = "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’`")
    words = re.findall(r"[a-z0-9]+", kept)
    name = "-".join(words)[: TITLE_LENGTH - 6].strip("-") or instead
    known = DEVICES.union(taken)
    found, number = name, 2
    while found in known:
        found, number = f"{name}-{number}", number + 1
    return found


def name_on_disk(deck_id: str) -> str:
    """Name a file or folder after a deck, as every system can have it."""
    return f"deck-{deck_id}" if deck_id in DEVICES else deck_id


def tidy(draft: Draft) -> Draft:
    """Give the draft as it comes back from a file: one kind of white space, nothing unseen."""
    return replace(
        draft,
        id=_line(draft.id),
        title=_line(draft.title),
        language=_line(draft.language),
        version=_line(draft.version),
        about=tidy_text(draft.about),
        based_on=_line(draft.based_on),
        drop=tuple(filter(None, map(_line, draft.drop))),
        spheres=None if draft.spheres is None else _spheres(draft.spheres),
        activities=tuple(map(_activity, draft.activities)),
        criteria=None if draft.criteria is None else tuple(map(_criterion, draft.criteria)),
        closing=None
        if draft.closing is None
        else tuple(ClosingQuestion(_id(one.id), _line(one.question)) for one in draft.closing),
    )


def tidy_text(text: str) -> str:
    """Take out what cannot be written, and the white space around it and behind its lines."""
    whole = _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text))
    lines = unicodedata.normalize("NFC", whole).strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _line(text: str) -> str:
    return " ".join(tidy_text(text).split())


def _id(name: str) -> str:
    name = _line(name)
    return name if ID.fullmatch(name) and len(name) <= TITLE_LENGTH else ""


def _activity(card: ActivityCard) -> ActivityCard:
    return ActivityCard(
        id=_id(card.id),
        title=_line(card.title),
        text=tidy_text(card.text),
        icon=_line(card.icon),
        picture=_line(card.picture),
        tags=tuple(dict.fromkeys(filter(None, map(_line, card.tags)))),
    )


def _criterion(card: CriterionCard) -> CriterionCard:
    return replace(
        card,
        id=_id(card.id),
        title=_line(card.title),
        question=_line(card.question),
        icon=_line(card.icon),
    )


def _spheres(spheres: tuple[Sphere, ...]) -> tuple[Sphere, ...]:
    by_place = {sphere.place: sphere for sphere in spheres}
    found = (by_place[place] for place in Place if place in by_place)
    return tuple(Sphere(one.place, _line(one.title), tidy_text(one.explanation)) for one in found)
