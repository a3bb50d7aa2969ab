"""The steps of a card, as the bar on top names them."""

from game import words
from game.core.session import Phase, Session
from game.i18n import _

STEPS = (Phase.READ, Phase.PROPOSE, Phase.ARGUE, Phase.SECOND, Phase.SETTLE)
STEP_OF = {
    Phase.READ: 0,
    Phase.PROPOSE: 1,
    Phase.REWORD: 1,
    Phase.FAST: 2,
    Phase.ARGUE: 2,
    Phase.SECOND: 3,
    Phase.ASPECT: 3,
    Phase.SETTLE: 4,
}


def steps_of(session: Session, aspect: int | None) -> tuple[str, ...]:
    """Name the steps of a card; the parts of a split one stand where a second round would.

    Args:
        session: with the card.
        aspect: the part that is chosen for, counted from 0.
    """
    names = [words.phase(step) for step in STEPS]
    count = len(session.current.aspects) if session.current else 0
    if aspect is not None:
        one_of = _("Part {number} of {count}")
        names[STEP_OF[Phase.ASPECT]] = one_of.format(number=aspect + 1, count=count)
    elif count:
        names[STEP_OF[Phase.ASPECT]] = _("Parts")
    return tuple(names)
