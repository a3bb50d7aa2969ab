"""Making decks out of other decks: new ones, copies, and to and from files of other kinds."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.core.cards import TITLE_LENGTH, ActivityCard, CriterionCard, CriterionKind
from game.decks.bin import put_back, throw_away
from game.decks.draft import FIRST_VERSION, Draft, make_id, name_on_disk
from game.decks.findings import DeckError, Finding, Progress, Severity, errors
from game.decks.library import Library
from game.decks.package import bring_pictures, pack, whole_draft
from game.decks.pictures import find_picture
from game.decks.read import deck_file, read_draft
from game.decks.sentences import describe
from game.decks.tables import terms
from game.decks.tables.reading import DeckTable, check_table, read_table, with_criteria_of
from game.decks.tables.writing import to_csv, to_workbook
from game.decks.unpacking import ENDING, is_package
from game.decks.write import file_of, put_schema_beside, save_draft, to_yaml
from game.i18n import _
from game.office.files import replace_file
from game.office.grid import SheetError

CRITERIA_FROM = "sociale-basis"
"""The deck whose criteria a table of cards alone gets."""
SHEETS = (".xlsx", ".ods", ".csv", ".tsv", ".txt")
TEXTS = (".yaml", ".yml")
IMPORTS = (ENDING, *TEXTS, *SHEETS)
EXPORTS = (ENDING, ".xlsx", ".yaml")


# new decks and copies


def starter(deck_id: str, title: str, language: str) -> Draft:
    """Make a deck with one card and one criterion, to be written over."""
    card, criterion = _("Example card"), _("Example criterion")
    return Draft(
        deck_id,
        title,
        language,
        FIRST_VERSION,
        activities=(
            ActivityCard(
                make_id(card, ()),
                card,
                _("Say in two sentences what happens, who does it and for whom."),
                "coffee",
            ),
        ),
        criteria=(
            CriterionCard(
                make_id(criterion, ()),
                CriterionKind.PROPERTY,
                criterion,
                _("Can everyone take part?"),
            ),
        ),
    )


def without_cards(library: Library, begun: Draft, criteria_from: str) -> Draft:
    """Begin a deck that has the criteria and closing questions of another, and no card yet.

    Raises:
        DeckError: that other deck cannot be read.
    """
    deck = library.load(criteria_from)
    return replace(begun, criteria=deck.criteria, closing=deck.closing, spheres=deck.spheres)


def on_deck(library: Library, source: str | Path, begun: Draft) -> Draft:
    """Base a draft on another deck.

    Raises:
        DeckError: that deck cannot be read.
    """
    deck = library.load(source)
    return replace(begun, language=deck.language, based_on=deck.id)


def all_of(library: Library, source: str | Path, begun: Draft, folder: Path) -> Draft:
    """Write out all that is in a deck in a draft of its own; its pictures come to the folder.

    Raises:
        DeckError: that deck cannot be read.
        OSError: a picture cannot be copied.
    """
    path = library.path(source)
    draft = whole_draft(library.load(path))
    draft = replace(draft, id=begun.id, title=begun.title, version=begun.version)
    return bring_pictures(draft, library.read(path).folders, folder)


# from files of other kinds


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend, in words: where it is, what it is, and whether it keeps a deck away."""

    where: str
    text: str
    error: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """A deck that comes from a file, and all that was found in it; nothing is written yet."""

    file: Path
    draft: Draft
    remarks: tuple[Remark, ...] = ()
    folders: tuple[Path, ...] = ()
    """Where its pictures are."""
    there: Path | None = None
    """The deck that has its id already."""
    criteria_from: str = ""
    """The title of the deck that its criteria are of, where the file has none."""

    @property
    def welcome(self) -> bool:
        """Tell whether it can be put among the decks."""
        return not any(one.error for one in self.remarks)


def arrive(library: Library, folder: Path, file: Path, progress: Progress | None = None) -> Arrival:
    """Read a deck from a file of any kind that is known, and check it; nothing is raised."""
    if file.suffix.lower() in SHEETS:
        return _from_sheets(library, folder, file)
    loaded = library.read(file, progress)
    draft, _findings = read_draft(file)
    there = library.find(draft.id) if loaded.deck else None
    return Arrival(file, draft, remarks(loaded.findings), loaded.folders, there)


@dataclass(frozen=True, slots=True)
class TableRead:
    """A deck out of sheets, all that is wrong with it, and whose criteria it was given."""

    table: DeckTable
    criteria_from: str = ""


def table_of(library: Library, file: Path, said: Draft) -> TableRead:
    """Read a deck from sheets; one of cards alone gets the criteria of a shipped deck.

    Raises:
        SheetError: it cannot be read as a sheet.
        DeckError: the deck with the criteria cannot be read.
    """
    table = read_table(file, said)
    if table.draft.criteria is not None or table.draft.based_on:
        return TableRead(table)
    return TableRead(with_criteria_of(table, library.load(CRITERIA_FROM)), CRITERIA_FROM)


def _from_sheets(library: Library, folder: Path, file: Path) -> Arrival:
    try:
        read = table_of(library, file, Draft())
    except SheetError as error:
        return Arrival(file, Draft(), (Remark("", error.text, True),))
    except DeckError as error:
        return Arrival(file, Draft(), remarks(error.findings))
    except OSError:
        return Arrival(file, Draft(), (Remark("", _("This file cannot be opened."), True),))
    draft = read.table.draft
    found = check_table(read.table, folder / name_on_disk(draft.id), library.find)
    told = tuple(Remark(one.where, one.text, one.error) for one in found)
    title = library.load(read.criteria_from).title if read.criteria_from else ""
    return Arrival(file, draft, told, (file.parent,), library.find(draft.id), title)


def settle_in(library: Library, folder: Path, arrival: Arrival, *, beside: bool = False) -> Path:
    """Put a deck that arrived among the decks, and give its folder.

    Args:
        library: the decks that are there.
        folder: where the table's own decks are.
        arrival: the deck; it must be welcome.
        beside: give it another id; else it takes the place of the one with its id, which goes to
            the bin.

    Raises:
        DeckError: it does not load after all.
        OSError: it cannot be written; nothing stays behind of it.
    """
    draft = arrival.draft
    thrown = []
    if beside:
        title = _numbered(draft.title, {entry.title for entry in library.entries()})
        draft = replace(draft, id=free_id(library, folder, title), title=title)
    elif arrival.there is not None and arrival.there.is_relative_to(folder):
        thrown.append(throw_away(arrival.there, folder))
    target = folder / name_on_disk(draft.id)
    if target.exists():
        thrown.append(throw_away(target, folder))
    try:
        _write(library, arrival, draft, target)
    except (DeckError, OSError):
        shutil.rmtree(target, ignore_errors=True)
        for old in thrown:
            put_back(old)
        raise
    return target


def _numbered(title: str, taken: set[str]) -> str:
    """Give a title that no other deck has: this one, or with a number behind it."""
    found, number = title, 2
    while found in taken:
        tail = f" ({number})"
        found, number = title[: TITLE_LENGTH - len(tail)].rstrip() + tail, number + 1
    return found


def _write(library: Library, arrival: Arrival, draft: Draft, target: Path) -> None:
    """Write the deck as it is in its file, or anew where its file is of another kind."""
    target.mkdir(parents=True)
    source = arrival.file
    if source.suffix.lower() in SHEETS or is_package(source) or draft != arrival.draft:
        save_draft(target, bring_pictures(draft, arrival.folders, target), library.find)
        return
    for name in dict.fromkeys(card.picture for card in draft.activities if card.picture):
        path = find_picture(name, arrival.folders).path
        if path is not None:
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    file = file_of(target)
    replace_file(file, deck_file(source).read_bytes())
    put_schema_beside(file)


def free_id(library: Library, folder: Path, title: str) -> str:
    """Make an id of a title that no deck has, and no folder or file among the own decks either."""
    from game.decks.unfinished import kept_in

    taken = {entry.id for entry in library.entries()}
    taken |= {path.parent.name for path in kept_in(folder)}
    if folder.is_dir():
        taken |= {path.name.partition(".")[0] for path in folder.iterdir()}
    return make_id(title, taken, instead="set")


# to files of other kinds


def export(library: Library, source: str | Path, target: Path) -> tuple[str, ...]:
    """Write a deck to a file of the kind that its ending says; name the pictures that are missing.

    Raises:
        DeckError: it has errors.
        OSError: it cannot be written.
    """
    path = library.path(source)
    kind = target.suffix.lower()
    if kind == ENDING:
        return pack(path, target, library.find).missing
    draft, findings = read_draft(path)
    if errors(findings):
        raise DeckError(findings)
    if kind in TEXTS:
        file = deck_file(path)
        raw = to_yaml(draft).encode("utf-8") if is_package(file) else file.read_bytes()
        replace_file(target, raw)
    else:
        replace_file(target, to_csv(draft) if kind == ".csv" else to_workbook(draft))
    return ()


# what was found, in words


def remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Say findings for somebody who has the deck on the screen, errors first."""
    found = [
        Remark(_where(one), _sentence(describe(one.problem)), one.severity is Severity.ERROR)
        for one in findings
    ]
    return tuple(sorted(found, key=lambda one: not one.error))


def _where(finding: Finding) -> str:
    """Name the place in words, with the line for whoever opens the file."""
    where = finding.where
    parts = []
    names = terms.COLUMNS.get(where.section, {})
    if where.section in terms.SHEETS:
        section = terms.shown(terms.SHEETS, where.section).capitalize()
        parts.append(f"{section} {where.index}" if where.index else section)
    elif where.section in terms.FACTS:
        parts.append(terms.shown(terms.FACTS, where.section).capitalize())
    if where.card:
        parts.append(f"“{where.card}”")
    if where.field:
        parts.append(terms.shown(names, where.field) if where.field in names else where.field)
    if finding.line > 1:
        parts.append(_("line {line}").format(line=finding.line))
    return ", ".join(parts)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
