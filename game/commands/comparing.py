"""The command that lays the records of many tables side by side."""

import argparse
import sys
from functools import partial
from pathlib import Path

from game.commands.common import (
    Complaint,
    Options,
    ended,
    save_file,
    spare,
    target_of,
    without_ending,
    wrote_each,
)
from game.commands.parsing import Commands, add_force, kinds_of_file
from game.commands.progress import progress
from game.i18n import _

FORMATS = ("html", "xlsx", "pdf", "csv")


def add(record: Commands) -> None:
    """Add `record compare`."""
    comparing = record.add("compare", _("lay the records of tables side by side"), _compare)
    comparing.add_argument(
        "tables",
        nargs="+",
        metavar=_("SAVE"),
        help=_("saved sessions: files, names, or folders with all that is in them"),
    )
    comparing.add_argument(
        "--to",
        action="extend",
        type=kinds_of_file(FORMATS),
        metavar=_("KIND,KIND"),
        help=_("the kinds of file: html (as it is without this), xlsx, pdf or csv"),
    )
    comparing.add_argument(
        "--public",
        action="store_true",
        help=_("the version in which no small group can be told apart"),
    )
    comparing.add_argument("-o", "--out", metavar=_("FILE"), help=_("the file or folder to write"))
    add_force(comparing)


def compare(
    options: Options,
    *,
    saves: list[str],
    to: tuple[str, ...],
    public: bool,
    out: str | None,
    force: bool,
) -> int:
    """Lay the records of many tables side by side, and say on stderr what does not count."""
    from game import records
    from game.export import compare_files
    from game.records import Job
    from game.store import many

    found = many.find([_named(options, name) for name in saves])
    if not found:
        raise Complaint(_("There is no saved session in {folder}.").format(folder=saves[0]))
    with progress(_("{done} of {all} sessions are read")) as tell:
        compared = many.compare(found, public=public, progress=tell)
    left_out = records.not_counted(compared)
    for text in left_out:
        print(text, file=sys.stderr)
    for text in records.half_saved(compared):
        print(text, file=sys.stderr)
    comparison = compared.comparison
    if not comparison.tables:
        raise Complaint(_("None of these sessions can be read, so there is nothing to compare."))
    targets = {}
    for kind in map(compare_files.CompareFormat, dict.fromkeys(to)):
        target = target_of(out or Path(), compare_files.file_name(comparison, kind))
        many_kinds = len(set(to)) > 1
        if (many_kinds or not ended(target)) and not (out is None or Path(out).is_dir()):
            target = target.with_name(f"{without_ending(target, FORMATS)}.{kind}")
        targets[kind] = target
        for path in compare_files.paths(target, kind):
            spare(path, force=force)
    jobs = [
        Job(
            compare_files.paths(target, kind),
            partial(compare_files.export, comparison, kind, target, left_out=left_out),
        )
        for kind, target in targets.items()
    ]
    with progress(_("{done} of {all} files are written")) as tell:
        done = records.write(jobs, tell)
    return wrote_each(done)


def _named(options: Options, name: str) -> Path:
    path = Path(name)
    return path if path.is_dir() else save_file(options, name)


def _compare(options: Options, asked: argparse.Namespace) -> int:
    return compare(
        options,
        saves=asked.tables,
        to=tuple(asked.to or ("html",)),
        public=asked.public,
        out=asked.out,
        force=asked.force,
    )
