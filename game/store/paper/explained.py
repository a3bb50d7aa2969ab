"""What goes in each column of the form for a session on paper, in a sentence or two."""

from game.i18n import _


def explained() -> dict[str, str]:
    """Explain every column, in the order of the form."""
    return {
        "session": _("The name of the session, such as: table 3. Once is enough."),
        "gemeente": _("The name of the gemeente. Once is enough."),
        "wijk": _("The name of the neighbourhood. Once is enough."),
        "date": _("The day, such as 2026-11-05 or 5-11-2026. Once is enough."),
        "table": _("The name of the table. Once is enough."),
        "threshold": _("At how many percent enough people agree: 51 to 100. Empty is 75."),
        "card": _("The title of the card, on every row about it."),
        "seat": _("The name of the seat: a role rather than a person."),
        "size": _("How many people sit on this seat: 1 to 5. Empty is 1."),
        "first": _("What the seat chose in the first round. A hyphen if it was not there."),
        "second": _("What the seat chose in the second round."),
        "live_with": _("The other places it can live with, with a comma between them."),
        "criterion": _("The criterion card that the seat played."),
        "meets": _("Whether the card meets that criterion."),
        "reason": _("Why, in the seat's own words."),
        "restated": _("Whether the position was said back, or that this was waived."),
        "boundary": _("When this card would lie elsewhere. On one row of the card."),
        "together": _("What brought the table together. On one row of the card."),
        "outcome_reason": _("The reason with the outcome; with a difference: that of this seat."),
        "note": _("What this seat sees differently."),
        "crux": _("What a difference turns on. On one row of the card."),
        "settle": _("What would settle the difference. On one row of the card."),
        "park_question": _("For a parked card: the question to answer first."),
        "park_owner": _("For a parked card: who takes it up."),
        "park_date": _("For a parked card: by what day."),
        "skip_reason": _("For a card that was not discussed: why."),
        "aspect": _("For a split card: which part the choice in the first round is about."),
        "place_named": _(
            "At a tie where two places are liveable for all: the place that the table named."
        ),
        "own_card": _("Yes if the table wrote this card itself. Then give its title as the card."),
        "own_text": _("The text of the card that the table wrote."),
        "question": _("A question of the closing round, on a row without a card."),
        "answer": _("What the table answered to that question."),
    }
