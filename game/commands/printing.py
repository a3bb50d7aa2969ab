"""The command that prints a deck: cards, hand cards, poster, rules and form in one PDF."""

import argparse
import sys
from pathlib import Path

from game.commands.common import Complaint, Options, spare, target_of, wrote
from game.commands.parsing import Commands, add_force, whole
from game.commands.progress import progress
from game.decks.parts import MOST_SEATS, SEATS, Part, chosen
from game.i18n import _


def add(deck: Commands) -> None:
    """Add `deck print`."""
    printing = deck.add(
        "print", _("make a PDF with all that a table without a screen needs"), _print
    )
    printing.add_argument("deck", metavar=_("DECK"), help=_("id or file of a deck"))
    printing.add_argument(
        "-o", "--out", metavar=_("FILE.pdf"), help=_("the file or folder to write")
    )
    printing.add_argument(
        "--parts",
        default=",".join(Part),
        metavar=_("PART,PART"),
        help=_("what to print: {parts}; all of it if left out").format(parts=", ".join(Part)),
    )
    printing.add_argument(
        "--seats",
        type=whole(1),
        default=SEATS,
        metavar="N",
        help=_("for how many seats there are hand cards, at most {most}").format(most=MOST_SEATS),
    )
    add_force(printing)
    printing.set_defaults(parser=printing)


def print_out(
    options: Options, *, deck: str, out: str | None, parts: str, seats: int, force: bool
) -> int:
    """Print a deck into a PDF, and say on stderr what did not come out as it is in the deck."""
    from game.decks.draft import name_on_disk
    from game.decks.printing.pages import print_deck
    from game.decks.printing.press import shortcomings
    from game.office.typeset import TypesetError

    library = options.library()
    played = library.load(deck)
    target = target_of(out or Path(), f"{name_on_disk(played.id)}.pdf")
    if target.suffix.casefold() != ".pdf":
        raise Complaint(_("What is printed ends in .pdf."))
    spare(target, force=force)
    try:
        with progress(_("about {done} of {all} pages")) as tell:
            printed = print_deck(
                played,
                library.picture,
                target,
                parts=chosen(parts.split(",")),
                seats=seats,
                progress=tell,
            )
    except TypesetError as error:
        raise Complaint(*error.lines) from None
    for card, text in shortcomings(printed):
        print(f"{card}: {text}" if card else text, file=sys.stderr)
    return wrote(target)


def _print(options: Options, asked: argparse.Namespace) -> int:
    try:
        chosen(asked.parts.split(","))
    except ValueError:
        known = ", ".join(Part)
        asked.parser.error(_("--parts takes one or more of: {parts}").format(parts=known))
    if asked.seats > MOST_SEATS:
        asked.parser.error(_("at most {most} seats").format(most=MOST_SEATS))
    return print_out(
        options,
        deck=asked.deck,
        out=asked.out,
        parts=asked.parts,
        seats=asked.seats,
        force=asked.force,
    )
