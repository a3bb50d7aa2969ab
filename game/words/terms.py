"""The words of the screen for what the rules know by name: outcomes, phases, parts."""

from typing import assert_never

from game.core.cards import (
    Abstention,
    CriterionKind,
    Crux,
    Deck,
    Meets,
    Place,
    Vote,
)
from game.core.outcome import Outcome
from game.core.scoring import Score
from game.core.session import Phase, Session
from game.core.setup import Sealing
from game.i18n import _
from game.words.places import place

PARTS = ("contribution", "reasoning", "understanding", "outcome")
"""The parts of a score, in the order in which they are shown."""


def abstention(abstention: Abstention) -> str:
    """Say why a seat chose no place."""
    match abstention:
        case Abstention.UNSURE:
            return _("don't know")
        case Abstention.UNCLEAR:
            return _("card unclear")
        case Abstention.NOT_MINE:
            return _("not my area")
        case _:
            assert_never(abstention)


def vote(vote: Vote, deck: Deck | None = None) -> str:
    """Name what a seat chose: a place or an abstention."""
    match vote:
        case Place():
            return place(vote, deck)
        case Abstention():
            return abstention(vote)
        case _:
            assert_never(vote)


def outcome(outcome: Outcome) -> str:
    """Name what became of a card."""
    match outcome:
        case Outcome.AGREED:
            return _("Shared")
        case Outcome.CARRIED:
            return _("Carried with a note")
        case Outcome.DIFFERED:
            return _("Acknowledged difference")
        case Outcome.UNDECIDED:
            return _("Not enough to go on")
        case Outcome.SPLIT:
            return _("Split up")
        case Outcome.PARKED:
            return _("Parked")
        case Outcome.SKIPPED:
            return _("Not discussed")
        case _:
            assert_never(outcome)


def outcome_explained(outcome: Outcome) -> str:
    """Say in a sentence what an outcome means."""
    match outcome:
        case Outcome.AGREED:
            return _("Everyone who chose a place chose the same one.")
        case Outcome.CARRIED:
            return _("Most choose this place. Whoever sees it otherwise gets a note.")
        case Outcome.DIFFERED:
            return _("The table sees this differently, and says why.")
        case Outcome.UNDECIDED:
            return _("Too few seats chose a place to say anything.")
        case Outcome.SPLIT:
            return _("The card was cut into parts, each with its own outcome.")
        case Outcome.PARKED:
            return _("There is a question to find out first.")
        case Outcome.SKIPPED:
            return _("The table left this card aside.")
        case _:
            assert_never(outcome)


def crux(crux: Crux) -> str:
    """Name what a difference turns on."""
    match crux:
        case Crux.FACT:
            return _("fact")
        case Crux.MEANING:
            return _("meaning")
        case Crux.VALUE:
            return _("value")
        case Crux.ROLE:
            return _("role or interest")
        case Crux.LOCAL:
            return _("local situation")
        case _:
            assert_never(crux)


def crux_explained(crux: Crux) -> str:
    """Say what kind of question a difference leads to."""
    match crux:
        case Crux.FACT:
            return _("Something that can be looked up or studied: a research question.")
        case Crux.MEANING:
            return _("We use a word in different ways: agree on what it means.")
        case Crux.VALUE:
            return _("We find different things important: a choice for the council.")
        case Crux.ROLE:
            return _("We have different tasks or interests: a choice for the council.")
        case Crux.LOCAL:
            return _("It differs from place to place: look at it in the neighbourhood.")
        case _:
            assert_never(crux)


def meets(meets: Meets) -> str:
    """Say whether the card meets a criterion."""
    match meets:
        case Meets.YES:
            return _("meets it")
        case Meets.NO:
            return _("does not meet it")
        case Meets.PARTLY:
            return _("meets it partly")
        case _:
            assert_never(meets)


def criterion_kind(kind: CriterionKind) -> str:
    """Name what a criterion helps to decide."""
    match kind:
        case CriterionKind.PURPOSE:
            return _("purpose")
        case CriterionKind.PROPERTY:
            return _("property")
        case CriterionKind.SPHERE:
            return _("sphere")
        case _:
            assert_never(kind)


def sealing(sealing: Sealing) -> str:
    """Name a way of sealing."""
    match sealing:
        case Sealing.HANDS:
            return _("on three")
        case Sealing.VEIL:
            return _("covered")
        case Sealing.OPEN:
            return _("open")
        case Sealing.PAPER:
            return _("on paper")
        case _:
            assert_never(sealing)


def sealing_explained(sealing: Sealing) -> str:
    """Say how proposals stay hidden, or that they do not."""
    match sealing:
        case Sealing.HANDS:
            return _("On a count of three, everyone shows their choice at the same time.")
        case Sealing.VEIL:
            return _("One by one, each seat chooses on a covered screen.")
        case Sealing.OPEN:
            return _("The seat on turn places the card, the others follow. Nothing is sealed.")
        case Sealing.PAPER:
            return _("Played on paper and typed in afterwards. How it was sealed is not known.")
        case _:
            assert_never(sealing)


def phase(phase: Phase) -> str:
    """Name where the session stands."""
    match phase:
        case Phase.SETUP:
            return _("Set-up")
        case Phase.HAND:
            return _("Choose a card")
        case Phase.READ:
            return _("Read")
        case Phase.PROPOSE:
            return _("Propose")
        case Phase.REWORD:
            return _("Reword")
        case Phase.FAST | Phase.ARGUE:
            return _("Argue")
        case Phase.SECOND:
            return _("Second round")
        case Phase.ASPECT:
            return _("Propose by part")
        case Phase.SETTLE:
            return _("Record")
        case Phase.LAST:
            return _("All cards are played")
        case Phase.CLOSING:
            return _("Closing round")
        case Phase.FINISHED:
            return _("Finished")
        case _:
            assert_never(phase)


def steps() -> tuple[str, ...]:
    """Name the five steps of a card, in order."""
    five = (Phase.READ, Phase.PROPOSE, Phase.ARGUE, Phase.SECOND, Phase.SETTLE)
    return tuple(phase(step) for step in five)


def step_of(phase: Phase) -> int | None:
    """Number the step of a card that a phase belongs to, from 1; None outside a card."""
    match phase:
        case Phase.READ:
            return 1
        case Phase.PROPOSE | Phase.REWORD | Phase.ASPECT:
            return 2
        case Phase.FAST | Phase.ARGUE:
            return 3
        case Phase.SECOND:
            return 4
        case Phase.SETTLE:
            return 5
        case Phase.SETUP | Phase.HAND | Phase.LAST | Phase.CLOSING | Phase.FINISHED:
            return None
        case _:
            assert_never(phase)


def part(name: str) -> str:
    """Name a part of the score.

    Raises:
        KeyError: there is no such part.
    """
    return {
        "contribution": _("Contribution"),
        "reasoning": _("Reasoning"),
        "understanding": _("Understanding"),
        "outcome": _("Outcome"),
    }[name]


def part_explained(name: str) -> str:
    """Say what a part of the score is earned with.

    Raises:
        KeyError: there is no such part.
    """
    return {
        "contribution": _("Every seat at the table chose something in the first round."),
        "reasoning": _("Every position has a criterion, and a reason in words."),
        "understanding": _("Every position was said back and confirmed, or a boundary noted."),
        "outcome": _("The outcome is recorded, and complete."),
    }[name]


def parts(score: Score) -> tuple[tuple[str, int, int], ...]:
    """List the parts of a score: name, points earned, points that can be earned."""
    earned = (score.contribution, score.reasoning, score.understanding, score.outcome)
    return tuple(
        (part(name), points, most)
        for name, points, most in zip(PARTS, earned, (1, 2, 1, 2), strict=True)
    )


def completeness() -> str:
    """Name the headline figure."""
    return _("completeness of the conversation")


def too_little_data() -> str:
    """Say why a figure is left out of a short or small session."""
    return _("not enough data")


def undefined() -> str:
    """Say that a figure has no value, which is not the same as zero."""
    return _("cannot be calculated")


def missing(field: str, session: Session) -> str:
    """Say what to fill in for a field that a recorded card still lacks.

    Args:
        field: a name from `settling.missing`, with the seat, place or aspect behind a colon.
        session: to look the seat or the aspect up in.
    """
    name, _colon, about = field.partition(":")
    match name:
        case "reason" if about:
            return _("Give a reason for: {place}").format(place=place(Place(about), session.deck))
        case "reason":
            return _("Give a reason.")
        case "boundary":
            return _("Note a boundary: when would this card lie elsewhere?")
        case "together":
            return _("Note what brought you together, or a boundary.")
        case "note":
            return _("Note what {seat} sees differently.").format(seat=seat(about, session))
        case "crux":
            return _("Choose what the difference turns on.")
        case "settle":
            return _("Note what would settle the difference.")
        case "aspect":
            return _("Give a reason for part {number}.").format(number=int(about) + 1)
        case "question":
            return _("Note which question has to be answered first.")
        case "owner":
            return _("Note who finds this out.")
        case "date":
            return _("Note by when: a date.")
        case _:
            return field


def seat(seat_id: str, session: Session) -> str:
    """Read the label of a seat; an unknown one keeps its id."""
    found = session.seat(seat_id)
    return found.label if found else seat_id
