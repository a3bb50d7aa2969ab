"""What became of the cards, counted in one plain sentence that screens and record share."""

from collections.abc import Mapping

from game.core.outcome import DISCUSSED, Outcome
from game.i18n import _, ngettext


def on_the_table(counted: Mapping[Outcome, int], *, open_: int = 0) -> str:
    """Say how many cards came to the table, and what became of them.

    Args:
        counted: how many cards ended in each outcome, each card once.
        open_: cards that still lie on the table without an outcome.
    """
    discussed = sum(counted.get(outcome, 0) for outcome in DISCUSSED)
    parts = (
        (discussed, _("{count} with an outcome")),
        (counted.get(Outcome.UNDECIDED, 0), _("{count} with not enough to go on")),
        (counted.get(Outcome.PARKED, 0), _("{count} parked")),
        (counted.get(Outcome.SKIPPED, 0), _("{count} skipped")),
        (open_, _("{count} still open")),
    )
    whole = sum(number for number, _text in parts)
    told = ngettext("{count} card on the table", "{count} cards on the table", whole)
    became = tuple(text.format(count=number) for number, text in parts if number)
    if not became:
        return told.format(count=whole)
    return f"{told.format(count=whole)}: {', '.join(became)}"


def shared(counted: Mapping[Outcome, int], *, parts: int = 0) -> str:
    """Say what the number of shared cards counts, and which parts of split cards it leaves out."""
    carried = counted.get(Outcome.CARRIED, 0)
    also = []
    if carried:
        also.append(_("{count} with a note").format(count=carried))
    if parts:
        also.append(
            ngettext("plus {count} part of a card", "plus {count} parts of cards", parts).format(
                count=parts
            )
        )
    return ", ".join([_("shared"), *also])


def differences(counted: Mapping[Outcome, int], *, reasons: int) -> str:
    """Say what the number of differences counts, and how many of them have a reason."""
    split = counted.get(Outcome.SPLIT, 0)
    whole = counted.get(Outcome.DIFFERED, 0) + split
    told = ngettext("point of difference", "points of difference", whole)
    if whole and not reasons:
        reason = _("without a reason")
    elif reasons == whole:
        reason = ngettext("with a reason", "all with a reason", whole) if whole else ""
    else:
        reason = _("{count} with a reason").format(count=reasons)
    parts = _("{count} split").format(count=split) if split else ""
    return ", ".join(text for text in (told, reason, parts) if text)


def aside(counted: Mapping[Outcome, int]) -> str:
    """Say what the number of parked cards counts, and what else got no place."""
    also = (
        (counted.get(Outcome.SKIPPED, 0), _("{count} skipped")),
        (counted.get(Outcome.UNDECIDED, 0), _("{count} with not enough to go on")),
    )
    told = (text.format(count=number) for number, text in also if number)
    return ", ".join([_("parked"), *told])
