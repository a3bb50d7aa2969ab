"""What the table is asked when it records a card: its possible endings, why, and the fields."""

from collections.abc import Callable

from game import words
from game.core import settling
from game.core.cards import Crux, Place
from game.core.frozen import dataclass
from game.core.outcome import CARRIED_NEEDS, Outcome, Proposal, Round
from game.core.session import CardInPlay, Session
from game.core.settlement import AspectText, Settlement
from game.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome that the table may record."""

    outcome: Outcome
    places: tuple[Place, ...] = ()
    named: Place | None = None
    """The place that the table named where two were possible."""

    @property
    def key(self) -> str:
        """A name for buttons and drafts."""
        return f"{self.outcome}-{self.named}" if self.named else str(self.outcome)

    @property
    def proposal(self) -> Proposal:
        """The same, as the rules draft its words."""
        return Proposal(self.outcome, self.places)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its name among the words of an outcome, its label, and what it starts with."""

    name: str
    label: str
    initial: str = ""
    hint: str = ""
    lines: int = 2
    seat: str = ""
    place: Place | None = None

    @property
    def draft(self) -> str:
        """A name for what is half typed; words for one place are not those for another."""
        if self.name == "reason" and self.place:
            # The same words, whether the table records it as shared or as one of two positions.
            return f"settle.reason:{self.place}"
        return f"settle.{self.name}@{self.place}" if self.seat else f"settle.{self.name}"


def endings(card: CardInPlay, threshold: int) -> tuple[Ending, ...]:
    """List what may be recorded, what the rule proposes first."""
    proposed = settling.proposal(card, threshold)
    found = [Ending(proposed.outcome, proposed.places)]
    positions = card.last.positions if card.last else ()
    if proposed.outcome is Outcome.CARRIED:
        found.append(Ending(Outcome.DIFFERED, positions))
    found += [Ending(Outcome.CARRIED, (place,), place) for place in proposed.nameable]
    return tuple(found)


def ending_label(ending: Ending, proposed: Ending, session: Session) -> str:
    """Name an ending on its button."""
    if ending.named is not None:
        place = words.place_short(ending.named, session.deck)
        return _("Carried: {place}").format(place=place)
    if ending.outcome is Outcome.DIFFERED and ending != proposed:
        return _("A difference after all")
    return words.outcome(ending.outcome)


def why(session: Session, card: CardInPlay) -> str:
    """Say in plain words why the rule proposes this outcome."""
    threshold = session.setup.threshold
    proposed = settling.proposal(card, threshold)
    if proposed.outcome is Outcome.SPLIT or card.last is None:
        return _("You split this card. Every part has its own outcome.")
    return round_why(session, card.last, proposed)


def round_why(session: Session, shown: Round, proposed: Proposal) -> str:
    """Say why the rule proposes an outcome for a round."""
    count = len(shown.choosing)
    places = tuple(words.place_short(place, session.deck) for place in proposed.places)
    match proposed.outcome:
        case Outcome.AGREED:
            return ngettext(
                "The {count} seat that chose a place chose {place}.",
                "All {count} seats that chose a place chose {place}.",
                count,
            ).format(count=count, place=places[0])
        case Outcome.CARRIED:
            return _carried(session, shown, proposed)
        case Outcome.DIFFERED:
            told = tuple(
                _("{count} for {place}").format(
                    count=len(shown.holders(place)), place=words.place_short(place, session.deck)
                )
                for place in shown.positions
            )
            sentence = _("You see this differently: {positions}.").format(
                positions=words.listing(told)
            )
            if proposed.nameable:
                liveable = tuple(words.place_short(p, session.deck) for p in proposed.nameable)
                may = _("Everyone can live with {places}. You may name one of them.")
                sentence += " " + may.format(places=words.listing(liveable))
            return sentence
        case _:
            if count < 2:
                return _("Fewer than two seats chose a place. That is too little to go on.")
            return _("Half of the seats or more chose no place. That is too little to go on.")


def _carried(session: Session, shown: Round, proposed: Proposal) -> str:
    place = proposed.places[0]
    title = words.place_short(place, session.deck)
    have, count = len(shown.holders(place)), len(shown.choosing)
    if count >= CARRIED_NEEDS and 100 * have >= session.setup.threshold * count:
        text = _("{have} of the {count} chose {place}. That is enough: you agreed on {percent}.")
        percent = words.percent(session.setup.threshold)
        return text.format(have=have, count=count, place=title, percent=percent)
    return ngettext(
        "{have} of the {count} chose {place}, and everyone else can live with it.",
        "{have} of the {count} chose {place}, and everyone else can live with it.",
        have,
    ).format(have=have, count=count, place=title)


def entries(session: Session, card: CardInPlay, ending: Ending) -> tuple[Entry, ...]:
    """List the fields of an ending in their order, filled with what was already said."""
    drafted = settling.draft(card, ending.proposal)
    contested = card.first is not None and card.first.contested
    boundary = Entry(
        "boundary",
        _("Boundary: when would this card lie somewhere else?"),
        drafted.boundary,
        _("For instance: if it were paid work."),
    )
    found: list[Entry] = []
    match ending.outcome:
        case Outcome.AGREED:
            found.append(_reason(session, ending, drafted))
            if contested:
                label = _("What brought you together? (this, or a boundary)")
                found.append(Entry("together", label, drafted.together))
            found.append(boundary)
        case Outcome.CARRIED:
            found.append(_reason(session, ending, drafted))
            for seat, text in drafted.notes:
                label = _("Note of {seat}").format(seat=words.seat(seat, session))
                hint = _("What does {seat} see differently?").format(seat=words.seat(seat, session))
                chosen = card.last.vote_of(seat) if card.last else None
                place = chosen if isinstance(chosen, Place) else None
                found.append(Entry(f"note:{seat}", label, text, hint, seat=seat, place=place))
        case Outcome.DIFFERED:
            for place, text in drafted.reasons:
                label = _("Why {place}?").format(place=words.place_short(place, session.deck))
                found.append(Entry(f"reason:{place}", label, text, _own_words(), place=place))
            found.append(Entry("crux", _("What does the difference turn on?")))
            found.append(Entry("settle", _("What would settle this?"), drafted.settle, lines=1))
        case Outcome.SPLIT:
            for n, aspect in enumerate(card.aspects):
                label = _("Why? {aspect}").format(aspect=aspect.name)
                text = drafted.aspects[n].reason
                found.append(Entry(f"aspect:{n}", label, text, _own_words()))
        case _:
            found.append(Entry("reason", _("Why is there too little to go on?"), drafted.reason))
    earns = ending.outcome in (Outcome.CARRIED, Outcome.DIFFERED, Outcome.SPLIT)
    if earns and not contested:
        # Without two positions there is nothing to say back: a boundary earns that point.
        found.append(boundary)
    return tuple(found)


def _own_words() -> str:
    return _("One or two sentences in your own words.")


def _reason(session: Session, ending: Ending, drafted: Settlement) -> Entry:
    place = words.place_short(ending.places[0], session.deck)
    return Entry(
        "reason",
        _("Why {place}?").format(place=place),
        drafted.reason,
        _own_words(),
        place=ending.places[0],
    )


def settlement(
    card: CardInPlay,
    asked: tuple[Entry, ...],
    text: Callable[[Entry], str],
    crux: Crux | None,
    differed: Callable[[int], bool],
) -> Settlement:
    """Gather the fields into the words of an outcome."""
    given = {entry.name: text(entry) for entry in asked if entry.name != "crux"}

    def about(kind: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name.partition(":")[2], said)
            for name, said in given.items()
            if name.startswith(f"{kind}:")
        )

    return settling.tidy(
        Settlement(
            reason=given.get("reason", ""),
            boundary=given.get("boundary", card.boundary),
            together=given.get("together", ""),
            reasons=tuple((Place(place), said) for place, said in about("reason")),
            notes=about("note"),
            crux=crux if any(entry.name == "crux" for entry in asked) else None,
            settle=given.get("settle", ""),
            aspects=tuple(
                AspectText(given.get(f"aspect:{n}", ""), differed(n))
                for n in range(len(card.aspects))
            ),
        )
    )
