"""Decks to and from sheets: what `deck import` and `deck export` do with Excel, ODS and CSV."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.common import Complaint, Options, written, wrote
from game.i18n import _
from game.store import paths

if TYPE_CHECKING:
    from game.decks.draft import Draft

CRITERIA_FROM = "sociale-basis"
"""The deck whose criteria a table of cards alone gets."""


def add_facts(importing: argparse.ArgumentParser) -> None:
    """Add what a table of cards alone cannot say of its deck."""
    group = importing.add_argument_group(
        _("for a table"), _("these go before what stands in the table itself")
    )
    group.add_argument(
        "--title", default="", metavar=_("TITLE"), help=_("its title; else the name of the file")
    )
    group.add_argument("--id", default="", help=_("its id; else made of the title"))
    group.add_argument("--language", default="", metavar="nl", help=_("its language"))
    group.add_argument(
        "--based-on", default="", metavar=_("DECK"), help=_("the deck that the cards are added to")
    )


def facts(asked: argparse.Namespace) -> "Draft":
    """Gather what was said of the deck with the command."""
    from game.decks.draft import Draft

    return Draft(id=asked.id, title=asked.title, language=asked.language, based_on=asked.based_on)


def import_table(
    options: Options, file: Path, out: Path | None, force: bool, said: "Draft | None" = None
) -> int:
    """Make a deck of a file with sheets, or say all that is wrong with it."""
    from game.decks.draft import Draft
    from game.decks.tables import check_table, read_table, with_criteria_of
    from game.decks.write import file_of, save_draft
    from game.office.grid import SheetError

    library = options.library()
    try:
        table = read_table(file, said or Draft())
    except SheetError as error:
        raise Complaint(f"{file}: {error.text}") from None
    notices: list[str] = []
    if table.draft.criteria is None and not table.draft.based_on:
        table = with_criteria_of(table, library.load(CRITERIA_FROM))
        text = _("The criteria and closing questions are those of {deck}.")
        notices.append(text.format(deck=CRITERIA_FROM))
    target = out or paths.own_decks_folder(options.decks) / f"{table.draft.id}.yaml"
    found = check_table(table, target, library.find)
    lines = [f"{file}: {one}" for one in found]
    if any(one.error for one in found):
        raise Complaint(*lines)
    if file_of(target).exists() and not force:
        there = _("{file} is there already.").format(file=file_of(target))
        advice = _("With --force it is replaced.")
        raise Complaint(f"{there} {advice}")
    for line in (*lines, *notices):
        print(line, file=sys.stderr)
    return wrote(save_draft(target, table.draft, library.find))


def export_table(options: Options, deck: str, out: Path, force: bool) -> int:
    """Write what a deck file says itself to an Excel file, or its cards to a CSV file."""
    from game.decks.findings import DeckError, errors
    from game.decks.read import read_draft
    from game.decks.table_writing import to_csv, to_workbook

    library = options.library()
    path = library.path(deck)
    draft, findings = read_draft(path)
    if errors(findings):
        raise DeckError(findings)
    content = to_csv(draft) if out.suffix.casefold() == ".csv" else to_workbook(draft)
    with written(out, force=force) as place:
        place.write_bytes(content)
    return wrote(out)


IMPORTS = (".xlsx", ".ods", ".csv", ".tsv", ".txt")
EXPORTS = (".xlsx", ".csv")
