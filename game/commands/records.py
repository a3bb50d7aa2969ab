"""The commands on the record of a session: show it, write it, tell it, read it from paper."""

import argparse
import json
from datetime import datetime
from pathlib import Path

from game.commands.common import (
    DONE,
    ENDING,
    Complaint,
    Options,
    opened,
    record_of,
    saves_folder,
    target_of,
    written,
    wrote,
)
from game.commands.parsing import Commands, add_force, add_save
from game.i18n import _
from game.store.errors import Problem, SaveError

EXPORTS = ("html", "json", "text")


def add(top: Commands) -> None:
    """Add `record` with its commands, and `replay`."""
    _add_record(top.group("record", _("show, export or import the record of a session")))
    replay = top.add("replay", _("tell a session step by step"), _replay)
    add_save(replay)
    replay.add_argument("--json", action="store_true", help=_("one JSON object a line"))


def _add_record(record: Commands) -> None:
    show = record.add("show", _("print the record as text"), _show)
    add_save(show)

    export = record.add("export", _("write the record to a file"), _export)
    add_save(export)
    export.add_argument("--to", required=True, choices=EXPORTS, help=_("the kind of file"))
    export.add_argument(
        "--public",
        action="store_true",
        help=_("the version in which no small group can be told apart"),
    )
    export.add_argument("-o", "--out", metavar=_("FILE"), help=_("the file or folder to write"))

    paper = record.add("import", _("read a session that was played on paper"), _import)
    paper.add_argument("sheet", type=Path, metavar=_("FILE.csv"), help=_("the sheet, as CSV"))
    paper.add_argument(
        "--deck", required=True, metavar=_("DECK"), help=_("id or file of the deck played")
    )
    paper.add_argument("-o", "--out", metavar=_("SAVE"), help=_("the file or folder to write"))
    paper.add_argument(
        "--session",
        default="",
        metavar=_("NAME"),
        help=_("which session, where the sheet holds more than one"),
    )
    add_force(paper)


def import_paper(
    options: Options, *, sheet: Path, deck: str, session: str, out: str | None, force: bool
) -> int:
    """Read a session that was played on paper into a save."""
    from game import words
    from game.store.paper import PaperError, read_paper
    from game.table import Table

    played = options.library().load(deck)
    try:
        paper = read_paper(sheet, played, session)
    except PaperError as error:
        raise Complaint(*(f"{sheet}: {problem}" for problem in error.problems)) from None
    target = target_of(out or saves_folder(options), f"{sheet.stem}{ENDING}")
    with written(target, force=force) as path:
        table = Table.new(played, paper.setup, paper.seats, folder=path.parent, path=path, seed=0)
        with table:
            for intent in paper.intents:
                table.play(intent)
        if table.trouble:
            raise Complaint(words.trouble(table.trouble))
    return wrote(target)


def show(options: Options, *, save: str, up_to_damage: bool) -> int:
    """Print the record of a session as plain text."""
    from game.export.text import to_text

    print(to_text(record_of(opened(options, save, up_to_damage))))
    return DONE


def export(
    options: Options,
    *,
    save: str,
    to: str,
    public: bool,
    out: str | None,
    up_to_damage: bool,
) -> int:
    """Write the record of a session to a file."""
    from game.core.publish import public as made_public
    from game.export import formats

    record = record_of(opened(options, save, up_to_damage))
    if public:
        record = made_public(record)
    target = target_of(out or Path(), formats.file_name(record, formats.Format(to)))
    try:
        formats.export(record, to, target)
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, target, text=error.strerror or "") from None
    return wrote(target)


def replay(options: Options, *, save: str, as_json: bool, up_to_damage: bool) -> int:
    """Print a session step by step."""
    from game.replay import tell

    table = opened(options, save, up_to_damage)
    for told in tell(table.deck, table.steps):
        if as_json:
            facts = {
                "step": told.step,
                "at": told.at,
                "kind": told.kind,
                "card": told.card,
                "points": told.points,
                "max": told.maximum,
            }
            print(json.dumps(facts, ensure_ascii=False))
            continue
        said = " ".join(told.what.split())
        parts = (
            f"{told.step:4}",
            _clock(told.at),
            said,
            told.title,
            f"{told.points}/{told.maximum}",
        )
        print("  ".join(part for part in parts if part))
    return DONE


def _clock(at: str) -> str:
    if not at:
        return "--:--:--"
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S")


def _show(options: Options, asked: argparse.Namespace) -> int:
    return show(options, save=asked.save, up_to_damage=asked.up_to_damage)


def _export(options: Options, asked: argparse.Namespace) -> int:
    return export(
        options,
        save=asked.save,
        to=asked.to,
        public=asked.public,
        out=asked.out,
        up_to_damage=asked.up_to_damage,
    )


def _import(options: Options, asked: argparse.Namespace) -> int:
    return import_paper(
        options,
        sheet=asked.sheet,
        deck=asked.deck,
        session=asked.session,
        out=asked.out,
        force=asked.force,
    )


def _replay(options: Options, asked: argparse.Namespace) -> int:
    return replay(options, save=asked.save, as_json=asked.json, up_to_damage=asked.up_to_damage)
