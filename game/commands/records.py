"""The commands on the record of a session: show it, write it, tell it, read it from paper."""

import argparse
import json
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import comparing
from game.commands.common import (
    DONE,
    ENDING,
    Complaint,
    Options,
    ended,
    opened,
    record_of,
    saves_folder,
    spare,
    target_of,
    without_ending,
    wrote,
    wrote_each,
)
from game.commands.parsing import Commands, add_force, add_save, kinds_of_file, whole
from game.commands.progress import progress
from game.i18n import _, ngettext
from game.store.errors import Problem, SaveError

if TYPE_CHECKING:
    from game.export.formats import Format

EXPORTS = ("pdf", "docx", "odt", "xlsx", "csv", "csv-machine", "html", "md", "text", "json")
"""The kinds of file, written out so that no command waits for what makes them."""


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
    export.add_argument(
        "--to",
        required=True,
        action="extend",
        type=kinds_of_file(EXPORTS),
        metavar=_("KIND,KIND"),
        help=_("the kinds of file: {kinds}; may be repeated").format(kinds=", ".join(EXPORTS)),
    )
    export.add_argument(
        "--public",
        action="store_true",
        help=_("the version in which no small group can be told apart"),
    )
    export.add_argument(
        "--roles",
        action="store_true",
        help=_("call the seats by their roles, not by the names that were typed for them"),
    )
    export.add_argument("-o", "--out", metavar=_("FILE"), help=_("the file or folder to write"))
    add_force(export)

    paper = record.add("import", _("read sessions that were played on paper"), _import)
    paper.add_argument(
        "sheet", type=Path, metavar=_("FILE"), help=_("the sheet: Excel, OpenDocument or CSV")
    )
    paper.add_argument(
        "--deck", required=True, metavar=_("DECK"), help=_("id or file of the deck played")
    )
    paper.add_argument("-o", "--out", metavar=_("SAVE"), help=_("the file or folder to write"))
    paper.add_argument(
        "--session", default="", metavar=_("NAME"), help=_("only this session of the sheet")
    )
    add_force(paper)
    comparing.add(record)

    form = record.add("template", _("make a form for sessions on paper"), _template)
    form.add_argument("deck", metavar=_("DECK"), help=_("id or file of a deck"))
    form.add_argument(
        "-o", "--out", metavar=_("FORM.xlsx"), help=_("the file to write: .xlsx or .csv")
    )
    form.add_argument(
        "--tables", type=whole(1), default=1, metavar="N", help=_("for how many tables")
    )
    add_force(form)


def import_paper(
    options: Options, *, sheet: Path, deck: str, session: str, out: str | None, force: bool
) -> int:
    """Read the sessions that were played on paper, each into a save: all of them or none."""
    from game import records
    from game.store.paper import PaperError, read_papers

    played = options.library().load(deck)
    try:
        papers = read_papers(sheet, played, session)
    except PaperError as error:
        raise Complaint(*(f"{sheet}: {problem}" for problem in error.problems)) from None
    targets = _targets(options, out, records.paper_names(sheet, papers))
    for target in targets:
        spare(target, force=force)
    records.keep_papers(papers, played, targets)
    for target in targets:
        wrote(target)
    return DONE


def _targets(options: Options, out: str | None, names: tuple[str, ...]) -> list[Path]:
    """Say where the save of every session comes; several go in a folder."""
    if len(names) == 1:
        target = target_of(out or saves_folder(options), names[0])
        if target.suffix != ENDING:
            raise Complaint(_("A saved session ends in {ending}.").format(ending=ENDING))
        return [target]
    folder = Path(out) if out else saves_folder(options)
    if folder.suffix == ENDING or folder.is_file():
        text = _("This sheet holds {count} sessions. Give a folder with -o.")
        raise Complaint(text.format(count=len(names)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(Problem.NOT_WRITTEN, folder, text=error.strerror or "") from None
    return [folder / name for name in names]


def make_template(options: Options, *, deck: str, tables: int, out: str | None, force: bool) -> int:
    """Write the form in which sessions on paper are typed."""
    from game import records
    from game.store.paper.template import MOST_TABLES

    played = options.library().load(deck)
    target = target_of(out or Path(), records.form_name(played))
    if target.suffix.casefold() not in (".xlsx", ".csv"):
        raise Complaint(_("A form ends in .xlsx or .csv."))
    if tables > MOST_TABLES:
        raise Complaint(_("A form has room for {most} tables.").format(most=MOST_TABLES))
    spare(target, force=force)
    records.write_form(played, target, tables)
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
    to: tuple[str, ...],
    public: bool,
    roles: bool,
    out: str | None,
    up_to_damage: bool,
    force: bool,
) -> int:
    """Write the record of a session to files, one for each kind."""
    from game import records
    from game.core.publish import staying
    from game.export.formats import Format, export, file_name
    from game.records import Job

    record = record_of(opened(options, save, up_to_damage))
    typed = len(staying(record)) if public else 0
    record = records.version(record, public=public, by_role=roles)
    kinds = tuple(dict.fromkeys(map(Format, to)))
    targets = {
        kind: _target(out, file_name(record, kind), kind, alone=len(kinds) == 1) for kind in kinds
    }
    for target in targets.values():
        spare(target, force=force)
    jobs = [
        Job((target,), partial(export, record, kind, target)) for kind, target in targets.items()
    ]
    with progress(_("{done} of {all} files are written")) as tell:
        done = records.write(jobs, tell)
    wrote_each(done)
    if typed:
        told = ngettext(
            "{count} text stays in as it was typed. Read it: is a name in it?",
            "{count} texts stay in as they were typed. Read them: are names in them?",
            typed,
        )
        print(told.format(count=typed), file=sys.stderr)
    return DONE


def _target(out: str | None, name: str, kind: "Format", *, alone: bool) -> Path:
    """Name a file; of many, each gets the ending of its own kind, and one without any gets it."""
    target = target_of(out or Path(), name)
    if target.name == name:
        return target
    if alone:
        return target if ended(target) else target.with_name(f"{target.name}{kind.ending}")
    return target.with_name(kind.named(without_ending(target, EXPORTS)))


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
        to=tuple(asked.to),
        public=asked.public,
        roles=asked.roles,
        out=asked.out,
        up_to_damage=asked.up_to_damage,
        force=asked.force,
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


def _template(options: Options, asked: argparse.Namespace) -> int:
    return make_template(
        options, deck=asked.deck, tables=asked.tables, out=asked.out, force=asked.force
    )


def _replay(options: Options, asked: argparse.Namespace) -> int:
    return replay(options, save=asked.save, as_json=asked.json, up_to_damage=asked.up_to_damage)
