"""Which position speaks now, in which order, and what is still to be done for it."""

from game import words
from game.core.cards import Place
from game.core.frozen import dataclass
from game.core.session import CardInPlay, Session
from game.i18n import _, ngettext

FREE = "free"
"""Stands for the free talk after the last position."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the argument stands: at a position, or in free talk."""

    place: Place | None
    number: int
    """Counted from 0 in the order of speaking."""
    count: int


def lead(card: CardInPlay, chosen: str) -> Lead:
    """Find whose turn it is: what the table chose, else the first position not yet said back."""
    order = card.first.order if card.first else ()
    if chosen == FREE or not order:
        return Lead(None, len(order), len(order))
    if chosen in order:
        place = Place(chosen)
        return Lead(place, order.index(place), len(order))
    if len(order) == 1:
        return Lead(order[0], 0, 1)
    waiting = [place for place in order if not card.is_restated(place)]
    if not waiting:
        return Lead(None, len(order), len(order))
    return Lead(waiting[0], order.index(waiting[0]), len(order))


def following(card: CardInPlay, chosen: str) -> str:
    """Name what comes after this: the next position, the free talk, or the first again."""
    order = card.first.order if card.first else ()
    steps = [*order, FREE]
    now = lead(card, chosen)
    return str(steps[(now.number + 1) % len(steps)])


def headline(session: Session, card: CardInPlay, now: Lead, *, short: bool = False) -> str:
    """Say who speaks now; in short how many they are."""
    if now.place is None:
        return _("Free talk") if now.count else _("Nobody chose a place")
    title = words.place_short(now.place, session.deck)
    holders = card.first.holders(now.place) if card.first else ()
    seats = words.listing(tuple(_named(seat, session) for seat in holders))
    if short:
        count = len(holders)
        seats = ngettext("{count} seat", "{count} seats", count).format(count=count)
    if now.count == 1:
        sentence = _("All: {place} ({seats})")
    elif now.number == 0:
        sentence = _("First: {place} ({seats})")
    elif now.number == now.count - 1:
        sentence = _("Last: {place} ({seats})")
    else:
        sentence = _("Then: {place} ({seats})")
    return sentence.format(place=title, seats=seats)


def _named(seat: str, session: Session) -> str:
    name = words.seat(seat, session)
    return _("{seat} is away").format(seat=name) if seat in session.absent else name


def hint(session: Session, card: CardInPlay, now: Lead) -> str:
    """Say what to do for the position that speaks now."""
    if now.place is None and not now.count:
        return _("What would help you to choose?")
    if now.place is None:
        return _("Anybody may answer. Heard enough? Then the second round.")
    if now.count == 1:
        return _("What speaks for this place, and what against it?")
    if card.is_restated(now.place):
        return _("Said back, right. On to the next position.")
    holders = card.first.holders(now.place) if card.first else ()
    if any(said.seat in holders for said in card.arguments_for(now.place)):
        return _("Who of the others says it back? Right?")
    if holders and set(holders) <= set(session.absent):
        return _("They left. Write down what they said.")
    return _("Play a criterion and say why.")


def missing(session: Session, card: CardInPlay) -> tuple[str, ...]:
    """List what was not done for each position, which costs points."""
    first = card.first
    if first is None:
        return ()
    found: list[str] = []
    for place in first.order:
        said = [each for each in card.arguments_for(place) if each.seat in first.holders(place)]
        lacks: list[str] = []
        if not said:
            lacks.append(_("no argument yet"))
        elif not any(each.criterion for each in said):
            lacks.append(_("no criterion yet"))
        elif not any(each.text.strip() for each in said):
            lacks.append(_("no reason in words yet"))
        if first.contested and not card.is_restated(place):
            lacks.append(_("not said back yet"))
        if lacks:
            name = words.place_short(place, session.deck)
            found.append(f"{name}: {', '.join(lacks)}")
    return tuple(found)
