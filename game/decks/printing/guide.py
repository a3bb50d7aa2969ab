"""The rules for whoever leads a table without a screen, in short sentences, on two pages."""

from collections.abc import Sequence
from typing import Any

from game import words
from game.core.cards import Deck, Place
from game.core.outcome import Outcome
from game.i18n import _

Block = dict[str, Any]


def guide(deck: Deck) -> dict[str, Any]:
    """Write the rules with the words of this deck, in the language that is spoken now."""
    blocks = [
        _text(
            _(
                "You talk about your social base with cards. There is no right answer. A "
                "difference that is clear is worth as much as something you agree on."
            )
        ),
        *_before(),
        *_one_card(deck),
        *_outcomes(),
        *_otherwise(),
        *_points(),
        *_closing(deck),
    ]
    subtitle = _("{deck}, version {version}").format(deck=deck.title, version=deck.version)
    return {"title": _("The rules, for the facilitator"), "subtitle": subtitle, "blocks": blocks}


def _before() -> list[Block]:
    return [
        _heading(_("Before you begin")),
        _list(
            _("Two to twelve seats. A seat is one person, or a team of at most five people."),
            _("You lead the talk and do not choose. One person writes; that changes every turn."),
            _("Lay the poster in the middle. Put the criteria cards face up beside it."),
            _("Shuffle the activity cards. Each seat gets three. The rest is the pile."),
            _("Each seat gets its own five hand cards: 1, 2, 3, 0 and ?."),
            _("Agree on the question of the day, the number of cards, and who is missing."),
            _("Twelve cards is a good start. A card takes two to eight minutes."),
        ),
    ]


def _one_card(deck: Deck) -> list[Block]:
    read, propose, argue, second, record = words.steps()
    places = _table(
        (1, 3, 6),
        (_("Hand card"), _("Place"), _("What lies there")),
        [
            (sign, words.place(place, deck), words.place_explained(place, deck))
            for sign, place in zip("1230", Place, strict=True)
        ]
        + [("?", _("We do not choose"), _("don't know, card unclear, or not our area"))],
    )
    return [
        _heading(_("One card, five steps")),
        {
            "kind": "steps",
            "items": [
                [
                    read,
                    _("The seat on turn chooses a card and reads it aloud. What do we mean here?"),
                ],
                [
                    propose,
                    _(
                        "Each seat lays one hand card face down. Count to three: all turn over "
                        "at once. What was seen stays seen. Is everyone on one place? Then one "
                        "reason and one boundary are enough (when would this card lie elsewhere?), "
                        "and you go on to step 5."
                    ),
                ],
                [
                    argue,
                    _(
                        "The smallest group begins. It plays a criteria card, says whether this "
                        "card meets it, and why. Someone from another group says it back. Is it "
                        "right? Then the next group. After that everyone talks, three minutes."
                    ),
                ],
                [
                    second,
                    _(
                        "Lay a hand card face down again and turn over together. Then once more, "
                        "for every other place you can live with."
                    ),
                ],
                [
                    record,
                    _("Find the outcome in the table below and write it on the form."),
                ],
            ],
        },
        places,
    ]


def _outcomes() -> list[Block]:
    def row(outcome: Outcome, when: str, write: str) -> tuple[str, str, str]:
        return (words.outcome(outcome), when, write)

    return [
        _heading(_("Which outcome is it?")),
        _text(
            _(
                "Count the last round. Whoever did not choose a place does not count. Go down the "
                "table and stop at the first that fits."
            )
        ),
        _table(
            (3, 5, 5),
            (_("Outcome"), _("When"), _("Write down")),
            [
                row(
                    Outcome.UNDECIDED,
                    _("Fewer than two seats chose a place, or half or more did not choose."),
                    _("Why."),
                ),
                row(
                    Outcome.AGREED,
                    _("All chose the same place."),
                    _("A reason, and the boundary or what brought you together."),
                ),
                row(
                    Outcome.CARRIED,
                    _(
                        "At least 75 percent chose one place, with four seats or more. Or: half "
                        "chose it, and all others can live with it."
                    ),
                    _("A reason, and a note of each seat that sees it otherwise."),
                ),
                row(
                    Outcome.DIFFERED,
                    _("Anything else. Nobody decides: the card lies on more than one place."),
                    _("A reason for each place, what it turns on, and what would settle it."),
                ),
            ],
        ),
    ]


def _otherwise() -> list[Block]:
    return [
        _heading(_("When it goes otherwise")),
        _list(
            _("Park: you need to know something first. Write the question, who asks, and when."),
            _("Split: there are two things on one card. Name the parts and choose for each part."),
            _("Skip: write why. The card comes back once at the end."),
            _("Do two seats find the card unclear? Say it in other words and choose again."),
            _("Someone comes or goes? That counts from the next round on."),
        ),
    ]


def _points() -> list[Block]:
    most = (1, 2, 1, 2)
    rows = [
        (words.part(name), words.part_explained(name), str(points))
        for name, points in zip(words.PARTS, most, strict=True)
    ]
    return [
        _heading(_("Points")),
        _text(
            _(
                "You score together, for how complete the talk was. Agreeing and differing can "
                "both earn six points. Nobody gets points for giving in."
            )
        ),
        _table((3, 9, 2), (_("Part"), _("Earned when"), _("Points")), rows),
    ]


def _closing(deck: Deck) -> list[Block]:
    asked = (
        [_list(*(question.question for question in deck.closing))]
        if deck.closing
        else [_text(_("This deck has no closing questions."))]
    )
    return [
        _heading(_("Closing round")),
        *asked,
        _heading(_("Afterwards")),
        _text(
            _(
                "Type the form into a table and let the game read it. It works out outcomes and "
                "points, and makes the record. The columns have the names on the form."
            )
        ),
    ]


def _heading(text: str) -> Block:
    return {"kind": "heading", "text": text}


def _text(text: str) -> Block:
    return {"kind": "text", "text": text}


def _list(*items: str) -> Block:
    return {"kind": "list", "items": list(items)}


def _table(
    widths: tuple[int, ...], header: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Block:
    return {"kind": "table", "widths": widths, "header": header, "rows": rows}
