"""The commands on decks, and those that check and list them."""

import argparse
import json
from pathlib import Path

from game.commands import deck_files, printing
from game.commands.common import DONE, FAILED, Options
from game.commands.parsing import Commands
from game.commands.progress import progress
from game.i18n import _, ngettext


def add(top: Commands) -> None:
    """Add `deck` with its commands."""
    group = top.group("deck", _("make, check, list or print decks"))
    check = group.add("check", _("say what is wrong with a deck"), _check)
    check.add_argument("decks_asked", nargs="+", metavar=_("DECK"), help=_("id or file of a deck"))
    check.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    listing = group.add("list", _("list the decks"), _list)
    listing.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    deck_files.add(group)
    printing.add(group)


def check_decks(options: Options, *, decks: list[str], as_json: bool) -> int:
    """Print what is wrong with decks, by their files or ids; only errors make it fail."""
    from game.decks.findings import DeckError, Finding, errors
    from game.decks.sentences import sentence

    library = options.library()
    found: list[Finding] = []
    for asked in decks:
        file = Path(asked)
        try:
            file = file if file.exists() else library.path(asked)
        except DeckError as error:
            found += error.findings
            continue
        with progress(_("{done} % is checked")) as tell:
            findings = library.read(file, tell).findings
        found += findings
        if not findings and not as_json:
            print(_("{file}: nothing wrong").format(file=asked))
    for finding in found:
        if as_json:
            facts = {
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "where": str(finding.where),
                "severity": str(finding.severity),
                "fault": str(finding.problem.fault),
                "sentence": sentence(finding),
            }
            print(json.dumps(facts, ensure_ascii=False))
        else:
            print(sentence(finding))
    return FAILED if errors(tuple(found)) else DONE


def list_decks(options: Options, *, as_json: bool) -> int:
    """Print the decks that can be played, and the broken ones."""
    entries = options.library().entries()
    if as_json:
        for entry in entries:
            facts = {
                "id": entry.id,
                "title": entry.title,
                "language": entry.language,
                "version": entry.version,
                "cards": entry.cards,
                "errors": entry.errors,
                "warnings": entry.warnings,
                "path": str(entry.path),
            }
            print(json.dumps(facts, ensure_ascii=False))
        return DONE
    widest = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        cards = ngettext("{count} card", "{count} cards", entry.cards).format(count=entry.cards)
        state = (
            ngettext("{count} error", "{count} errors", entry.errors).format(count=entry.errors)
            if entry.errors
            else cards
        )
        print(f"{entry.id:{widest}}  {state:>9}  {entry.language or '-':2}  {entry.title}")
    return DONE


def _check(options: Options, asked: argparse.Namespace) -> int:
    return check_decks(options, decks=asked.decks_asked, as_json=asked.json)


def _list(options: Options, asked: argparse.Namespace) -> int:
    return list_decks(options, as_json=asked.json)
