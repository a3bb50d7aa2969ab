"""A deck in one file to mail, a `.sferendeck`: packing it, and unpacking it among the decks."""

import errno
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from game.core.cards import Deck
from game.decks.bin import throw_away
from game.decks.draft import Draft, make_id, name_on_disk
from game.decks.findings import DeckError, Finding, Problem, Report, Where
from game.decks.pictures import PICTURES, find_picture, take_picture
from game.decks.read import Bases, load_deck, no_bases, read_deck
from game.decks.unpacking import INSIDE, extract, folded, judge_package, safe_name
from game.decks.write import put_schema_beside, to_yaml
from game.office.files import replace_file

_DAY = (1980, 1, 1, 0, 0, 0)
"""The only day in a package, so that one deck always packs to the same bytes."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed, and the pictures that could not come along."""

    path: Path
    missing: tuple[str, ...] = ()


def pack(deck: Path, target: Path, bases: Bases = no_bases) -> Packed:
    """Put a deck with its pictures in one file, in one go.

    A deck based on another gets all that it takes over written out, so that it plays where that
    other deck is not, or is another version. It keeps its id and its hash.

    Raises:
        DeckError: it does not load, or is too large to be unpacked again.
        OSError: it cannot be written.
    """
    loaded = read_deck(deck, bases=bases)
    if loaded.deck is None:
        raise DeckError(loaded.findings)
    names: dict[str, str] = {}
    files: dict[str, Path] = {}
    missing = []
    for name in dict.fromkeys(card.picture for card in loaded.deck.activities if card.picture):
        path = find_picture(name, loaded.folders).path
        if path is None:
            missing.append(name)
            continue
        names[name] = _name_inside(name, files)
        files[names[name]] = path
    draft = whole_draft(loaded.deck)
    cards = tuple(
        replace(card, picture=names.get(card.picture, card.picture)) for card in draft.activities
    )
    data = _zip(to_yaml(replace(draft, activities=cards)), files)
    wrong = judge_package(data)
    if wrong:
        raise DeckError((Finding(str(deck), 1, 1, Where(), Problem(wrong)),))
    replace_file(target, data)
    return Packed(target, tuple(missing))


def unpack(
    package: Path,
    folder: Path,
    bases: Bases = no_bases,
    *,
    taken: Bases | None = None,
    name: str = "",
    force: bool = False,
) -> Path:
    """Unpack a deck into a folder of its own among the decks, and give that folder.

    Args:
        package: the file.
        folder: where the decks are.
        bases: finds the decks that are there already.
        taken: finds the deck that has an id, where that is not what `bases` does.
        name: what to call the deck's folder; its id where this is empty.
        force: throw the deck that is in its place into the bin.

    Raises:
        DeckError: the file is not safe, or its deck does not load; nothing was written.
        FileExistsError: there is a deck with its id, or a folder with its name.
        OSError: it cannot be written.
    """
    try:
        return _unpack(package, folder, bases, taken or bases, name, force=force)
    except FileExistsError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from None


def _unpack(
    package: Path, folder: Path, bases: Bases, taken: Bases, name: str, *, force: bool
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".sferenspel-", dir=folder))
    try:
        report = Report(str(package))
        if not extract(package, beside, report):
            raise DeckError(report.in_order())
        deck = _loaded(package, beside, bases)
        put_schema_beside(beside / INSIDE)
        target = folder / (name or name_on_disk(deck.id))
        for old in _in_its_place(deck, target, package, taken):
            if not force or not old.resolve().is_relative_to(folder.resolve()):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(old))
            throw_away(old, folder)
        beside.chmod(0o755)
        beside.replace(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def whole_draft(deck: Deck) -> Draft:
    """Write out all that a deck plays with, so that it stands on no other."""
    return Draft(
        id=deck.id,
        title=deck.title,
        language=deck.language,
        version=deck.version,
        about=deck.about,
        spheres=deck.spheres or None,
        activities=deck.activities,
        criteria=deck.criteria,
        closing=deck.closing or None,
    )


def bring_pictures(draft: Draft, folders: tuple[Path, ...], folder: Path) -> Draft:
    """Copy the pictures of a draft's cards into a deck's folder, and name them as they are there.

    Raises:
        OSError: one cannot be copied.
    """
    cards = []
    for card in draft.activities:
        path = find_picture(card.picture, folders).path if card.picture else None
        cards.append(replace(card, picture=take_picture(path, folder)) if path else card)
    return replace(draft, activities=tuple(cards))


def _loaded(package: Path, beside: Path, bases: Bases) -> Deck:
    try:
        return load_deck(beside, bases=bases)
    except DeckError as error:
        inside = str(beside / INSIDE)
        named = (
            replace(one, file=str(package)) if one.file == inside else one for one in error.findings
        )
        raise DeckError(tuple(named)) from None


def _in_its_place(deck: Deck, target: Path, package: Path, taken: Bases) -> list[Path]:
    found = taken(deck.id)
    here = [] if found is None or found.resolve() == package.resolve() else [found]
    if target.exists() and not any(old.is_relative_to(target) for old in here):
        here.append(target)
    return here


def _name_inside(name: str, taken: dict[str, Path]) -> str:
    """Give a picture a name that every system can have beside the others."""
    inside = str(PurePosixPath(name))
    known = {folded(one) for one in taken}
    clash = folded(inside) in known or any(
        one.startswith(f"{folded(inside)}/") or folded(inside).startswith(f"{one}/")
        for one in known
    )
    if safe_name(inside) and not clash:
        return inside
    path = PurePosixPath(inside)
    stems = [PurePosixPath(one).stem for one in known]
    return f"{PICTURES}/{make_id(path.stem, stems, instead='foto')}{path.suffix.lower()}"


def _zip(text: str, pictures: dict[str, Path]) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, data in _parts(text, pictures):
            part = ZipInfo(name, _DAY)
            part.external_attr = 0o100644 << 16
            small = name.lower().endswith((".yaml", ".svg"))
            archive.writestr(part, data, ZIP_DEFLATED if small else ZIP_STORED)
    return whole.getvalue()


def _parts(text: str, pictures: dict[str, Path]) -> list[tuple[str, bytes]]:
    read = ((name, path.read_bytes()) for name, path in sorted(pictures.items()))
    return [(INSIDE, text.encode("utf-8")), *read]
