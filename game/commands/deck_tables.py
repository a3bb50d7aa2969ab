"""Decks to and from sheets: what `deck import` and `deck export` do with Excel, ODS and CSV."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.common import Complaint, Options, written, wrote
from game.i18n import _, ngettext
from game.store import paths

if TYPE_CHECKING:
    from game.decks.draft import Draft
    from game.decks.library import Library


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
    from game.decks.draft import Draft, name_on_disk
    from game.decks.making import table_of
    from game.decks.tables.reading import check_table
    from game.decks.write import file_of, save_draft
    from game.office.grid import SheetError

    library = options.library()
    try:
        read = table_of(library, file, said or Draft())
    except SheetError as error:
        raise Complaint(f"{file}: {error.text}") from None
    table = read.table
    notices: list[str] = []
    if read.criteria_from:
        text = _("The criteria and closing questions are those of {deck}.")
        notices.append(text.format(deck=read.criteria_from))
    target = out or paths.own_decks_folder(options.decks) / f"{name_on_disk(table.draft.id)}.yaml"
    refuse_second(library, table.draft.id, file_of(target))
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


def refuse_second(library: "Library", deck_id: str, file: Path) -> None:
    """Refuse to put a deck among the decks where its id is taken: it could not be chosen.

    Raises:
        Complaint: there is another deck with this id.
    """
    there = library.find(deck_id)
    folders = {folder.resolve() for folder in library.folders}
    among = not folders.isdisjoint((file.resolve().parent, file.resolve().parent.parent))
    if there is not None and among and there.resolve() != file.resolve():
        said = _("There is a deck with the id “{id}” already: {file}. Give another with --id.")
        raise Complaint(said.format(id=deck_id, file=there))


def export_table(options: Options, deck: str, out: Path, force: bool) -> int:
    """Write what a deck file says itself to an Excel file, or its cards to a CSV file."""
    from game.decks.making import export
    from game.decks.read import read_draft

    library = options.library()
    path = library.path(deck)
    with written(out, force=force) as place:
        export(library, deck, place)
    draft, _findings = read_draft(path)
    if out.suffix.lower() == ".csv" and draft.based_on:
        said = ngettext(
            "Only the {count} card that this deck has itself is in it, none of {base}.",
            "Only the {count} cards that this deck has itself are in it, none of {base}.",
            len(draft.activities),
        )
        print(said.format(count=len(draft.activities), base=draft.based_on), file=sys.stderr)
    return wrote(out)


IMPORTS = (".xlsx", ".ods", ".csv", ".tsv", ".txt")
EXPORTS = (".xlsx", ".csv")
