"""An evening that strains every screen: twelve seats, sixty cards, the longest texts allowed."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.core.cards import ActivityCard, Deck
from game.core.setup import Sealing, Seat
from game.demo.playing import Demo
from game.table import Table
from game.venue import STANDARD
from tests.ui.golden.evening import SAVES, Evening, Home, Reached
from tests.ui.tables import table_when

MARK = "ø"
"""In every text that is not ours, so that only our own words may not be cut."""
WORD = "Ønderwijsachterstandenbeleid"
TITLE, TEXT, SEATS, CARDS = 60, 400, 12, 60
_LONG = "Bewønersvereniging en vrijwilligers van de Vrøuwenraad in het verzamelgebouw "
_TEXTS = {
    "text", "boundary", "wording", "reworded", "remark", "reason", "together", "settle", "question",
}  # fmt: skip
_NAMES = {"name", "owner"}


def title(of: object) -> str:
    """Make a title of the greatest length; the end tells them apart."""
    end = f" {of}"
    return f"{WORD} {_LONG}"[: TITLE - len(end)] + end


def text(of: object) -> str:
    """Make a text of the greatest length."""
    return f"{of} {_LONG * 9}"[:TEXT]


def longer(value: Any) -> Any:
    """Make every text in a value as long as it may be."""
    if not is_dataclass(value) or isinstance(value, type):
        return tuple(map(longer, value)) if isinstance(value, tuple) else value
    changed: dict[str, Any] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        if isinstance(part, str) and part and field.name in _TEXTS:
            changed[field.name] = text(part[:20])
        elif isinstance(part, str) and part and field.name in _NAMES:
            changed[field.name] = title(part[:8])
        elif field.name == "notes":
            changed[field.name] = tuple((seat, text(said[:20])) for seat, said in part)
        elif isinstance(part, tuple) or is_dataclass(part):
            changed[field.name] = longer(part)
    return replace(value, **changed)


def _card(card: ActivityCard) -> ActivityCard:
    return replace(card, title=title(card.id[:10]), text=text(card.id))


def _deck(deck: Deck) -> Deck:
    return replace(
        deck,
        title=title("deck"),
        about=text("about"),
        activities=tuple(map(_card, deck.activities)),
        criteria=tuple(
            replace(c, title=title(c.id[:10]), question=text(c.id)[:120]) for c in deck.criteria
        ),
        closing=tuple(replace(q, question=text(q.id)[:200]) for q in deck.closing),
        spheres=tuple(replace(s, explanation=text(s.place)[:120]) for s in deck.spheres),
    )


def _seat(seat: Seat) -> Seat:
    return replace(seat, label=title(seat.id), size=5)


def _demo(demo: Demo) -> Demo:
    script = demo.script
    demo.script = replace(
        script,
        talks={card: longer(talk) for card, talk in script.talks.items()},
        closing={question: text(answer[:20]) for question, answer in script.closing.items()},
    )
    demo.setup = replace(
        demo.setup,
        gemeente=title("gemeente"),
        wijk=title("wijk"),
        table=title("tafel"),
        question=text("vraag"),
        missing=text("wie"),
    )
    return demo


class Strained(Evening):
    """The evening with as much of everything as the rules allow."""

    def deck(self) -> Deck:
        """Give the deck with the longest words."""
        return _deck(self.home().deck(STANDARD))

    def labels(self) -> tuple[str, ...]:
        """Name twelve seats."""
        return tuple(title(n) for n in range(SEATS))

    def table(
        self,
        reached: Reached,
        *,
        sealing: Sealing = Sealing.HANDS,
        cards: int = 12,
        deck: str = STANDARD,
        unclear: bool = False,
    ) -> tuple[Home, Table]:
        """Play until something is so, with sixty cards where there were more than twelve."""
        SAVES.mkdir(exist_ok=True)
        _venue, table = table_when(
            reached,
            SAVES,
            seats=SEATS,
            sealing=sealing,
            cards=CARDS if cards > 12 else cards,
            deck=deck,
            unclear=unclear,
            deck_of=_deck,
            seat_of=_seat,
            demo_of=_demo,
        )
        return self.home(), table
