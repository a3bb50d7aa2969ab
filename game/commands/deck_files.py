"""The commands that make deck files: new ones, and to and from files of other kinds."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game import i18n
from game.commands import deck_tables
from game.commands.common import Complaint, Options, target_of, wrote
from game.commands.parsing import Commands, add_force
from game.i18n import _
from game.store import paths

if TYPE_CHECKING:
    from game.decks.draft import Draft

Import = Callable[[Options, Path, Path | None, bool], int]
"""Makes a deck of a file: which, where (None for the usual place), and whether to replace."""
Export = Callable[[Options, str, Path, bool], int]
"""Makes a file of a deck: which, by id or path, where, and whether to replace."""


def add(deck: Commands) -> None:
    """Add `deck new`, `deck import` and `deck export`."""
    new = deck.add("new", _("begin a deck, or one that is based on another"), _new)
    new.add_argument("--from", dest="source", metavar=_("DECK"), help=_("the deck to begin with"))
    new.add_argument(
        "--whole",
        action="store_true",
        help=_("write out all cards of that deck instead of taking them over"),
    )
    new.add_argument(
        "--title", metavar=_("TITLE"), help=_("its title; the name of the file if left out")
    )
    new.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar=_("FILE.yaml"),
        help=_("the deck to write, a folder without .yaml; among your own decks if left out"),
    )
    add_force(new)
    new.set_defaults(parser=new)
    importing = deck.add("import", _("make a deck of another file"), _import)
    importing.add_argument(
        "file",
        type=Path,
        metavar=_("FILE"),
        help=_("what to read: {kinds}").format(kinds=" ".join(IMPORTS)),
    )
    importing.add_argument(
        "-o", "--out", type=Path, metavar=_("DECK"), help=_("where the deck comes")
    )
    deck_tables.add_facts(importing)
    add_force(importing)
    exporting = deck.add("export", _("make another file of a deck"), _export)
    exporting.add_argument("deck", metavar=_("DECK"), help=_("id or file of a deck"))
    exporting.add_argument(
        "-o",
        "--out",
        required=True,
        type=Path,
        metavar=_("FILE"),
        help=_("what to write: {kinds}").format(kinds=" ".join(EXPORTS)),
    )
    add_force(exporting)


def new_deck(
    options: Options,
    out: Path | None,
    *,
    source: str | None,
    title: str,
    whole: bool,
    force: bool,
) -> int:
    """Write a new deck: a small one to fill in, or one that begins with another."""
    from game.decks.draft import FIRST_VERSION, Draft, make_id
    from game.decks.making import all_of, starter
    from game.decks.write import file_of, save_draft

    library = options.library()
    if out is None:
        out = paths.own_decks_folder(options.decks) / make_id(title, (), instead="set")
    elif out.suffix.lower() in EXPORTS:
        raise Complaint(_not_known(out, (".yaml",)))
    file = file_of(out)
    refuse_to_replace(file, force=force)
    if not title:
        words = (out.stem if file == out else out.name).replace("-", " ").replace("_", " ")
        title = words[:1].upper() + words[1:]
    taken = {entry.id for entry in library.entries() if entry.path != file}
    deck_id = make_id(title, taken, instead="set")
    if source is None:
        draft = starter(deck_id, title, i18n.language())
    else:
        begun = Draft(deck_id, title, version=FIRST_VERSION)
        draft = (
            all_of(library, source, begun, file.parent) if whole else _on(options, source, begun)
        )
    return wrote(save_draft(out, draft, library.find))


def _on(options: Options, source: str, begun: "Draft") -> "Draft":
    """Base a draft on a deck that is among the decks."""
    from game.decks.making import on_deck

    library = options.library()
    draft = on_deck(library, source, begun)
    if library.find(draft.based_on) is None:
        said = _("{file} is not among the decks, so no deck can be based on it. Add --whole.")
        raise Complaint(said.format(file=library.path(source)))
    return draft


def unpack_deck(options: Options, file: Path, out: Path | None, force: bool) -> int:
    """Put a deck in one file among the decks, or where it is asked for."""
    from game.decks.package import unpack
    from game.decks.read import no_bases

    library = options.library()
    folder, name = paths.own_decks_folder(options.decks), ""
    if out is not None:
        if out.suffix.lower() in (".yaml", ".yml") and not out.is_dir():
            said = _("A deck in one file becomes a folder. Give -o a name without {ending}.")
            raise Complaint(said.format(ending=out.suffix))
        folder, name = (out, "") if out.is_dir() else (out.parent, out.name)
    # Among the decks no two may have one id; elsewhere that does no harm.
    taken = library.find if folder in library.folders else no_bases
    if folder.exists() and not folder.is_dir():
        raise Complaint(_("There is no folder {folder}.").format(folder=folder))
    try:
        unpacked = unpack(file, folder, library.find, taken=taken, name=name, force=force)
        return wrote(unpacked)
    except FileExistsError as error:
        there = _("{file} is there already, with this deck.").format(file=error.filename)
        advice = _("With --force it goes to the bin.")
        raise Complaint(f"{there} {advice}") from None


def pack_deck(options: Options, deck: str, out: Path, force: bool) -> int:
    """Put a deck with its pictures in one file."""
    from game.decks.package import pack

    library = options.library()
    path = library.path(deck)
    refuse_to_replace(out, force=force)
    packed = pack(path, out, library.find)
    for name in packed.missing:
        print(_("The picture {name} is not in it.").format(name=name), file=sys.stderr)
    return wrote(out)


def refuse_to_replace(file: Path, *, force: bool) -> None:
    """Refuse to write over a file, unless that was asked for.

    Raises:
        Complaint: it is there already.
    """
    if file.exists() and not force:
        there = _("{file} is there already.").format(file=file)
        advice = _("With --force it is replaced.")
        raise Complaint(f"{there} {advice}")


IMPORTS: dict[str, Import] = {
    ".sferendeck": unpack_deck,
    **dict.fromkeys(deck_tables.IMPORTS, deck_tables.import_table),
}
EXPORTS: dict[str, Export] = {
    ".sferendeck": pack_deck,
    **dict.fromkeys(deck_tables.EXPORTS, deck_tables.export_table),
}
"""What makes which kind of file, by the ending of its name."""


def _new(options: Options, asked: argparse.Namespace) -> int:
    if asked.whole and asked.source is None:
        asked.parser.error(_("--whole goes with --from"))
    if asked.out is None and not asked.title:
        asked.parser.error(_("give a --title or an --out"))
    return new_deck(
        options,
        asked.out,
        source=asked.source,
        title=asked.title or "",
        whole=asked.whole,
        force=asked.force,
    )


def _import(options: Options, asked: argparse.Namespace) -> int:
    from game.decks.draft import Draft

    ending = asked.out.suffix.lower() if asked.out and not asked.out.is_dir() else ""
    if ending in IMPORTS:
        raise Complaint(_not_known(asked.out, (".yaml",)))
    make = IMPORTS.get(asked.file.suffix.lower())
    if make is None:
        raise Complaint(_not_known(asked.file, tuple(IMPORTS)))
    facts = deck_tables.facts(asked)
    if facts == Draft():
        return make(options, asked.file, asked.out, asked.force)
    if asked.file.suffix.lower() not in deck_tables.IMPORTS:
        raise Complaint(_("A deck in one file has its own title, language and deck below."))
    return deck_tables.import_table(options, asked.file, asked.out, asked.force, facts)


def _export(options: Options, asked: argparse.Namespace) -> int:
    make = EXPORTS.get(asked.out.suffix.lower())
    if make is None:
        raise Complaint(_not_known(asked.out, tuple(EXPORTS)))
    target_of(asked.out, "")
    return make(options, asked.deck, asked.out, asked.force)


def _not_known(file: Path, kinds: tuple[str, ...]) -> str:
    said = _("{file} does not end in one of: {kinds}.")
    return said.format(file=file, kinds=" ".join(kinds))
