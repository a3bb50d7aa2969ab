"""Taking a `.sferendeck` apart: a zip from a stranger, judged before anything of it is written.

Only `deck.yaml` and pictures come out. Anything else that may be in a zip stays in it.
"""

import atexit
import shutil
import stat
import struct
import tempfile
import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from game.decks.draft import DEVICES
from game.decks.findings import Fault, Report, Spot, Where
from game.decks.pictures import MAX_BYTES as MAX_PICTURE
from game.decks.pictures import NAME as PICTURE_NAME
from game.decks.tree import MAX_BYTES as MAX_DECK
from game.office.zips import BROKEN

ENDING = ".sferendeck"
INSIDE = "deck.yaml"
MAX_FILE = 50_000_000
MAX_UNPACKED = 100_000_000
MAX_FILES = 2_000
MAX_LIST = 1_000_000
"""How many bytes the zip's own list of files may take."""
MAX_RATIO, SMALL = 200, 1_000_000
"""How many times smaller than itself a file may be packed, and the size below which it may."""
MAX_NAME, MAX_DEPTH = 240, 6

_END = struct.Struct("<4s4H2LH")
_END_64 = 20


class _Refusal(Exception):
    """Why a zip is not taken apart."""

    def __init__(self, fault: Fault, value: str = "", *, limit: int = 0) -> None:
        """Keep what the finding needs."""
        super().__init__(fault)
        self.fault, self.value, self.limit = fault, value, limit


def is_package(path: Path) -> bool:
    """Tell whether a file is a deck in one piece, by its name."""
    return path.suffix.lower() == ENDING


def extract(path: Path, folder: Path, report: Report) -> bool:
    """Take a package apart into an empty folder, or note why not and write nothing.

    Raises:
        OSError: the folder cannot be written.
    """
    data = _read(path, report)
    try:
        found = _contents(data) if data is not None else None
    except _Refusal as refusal:
        report.add(Spot(), Where(), refusal.fault, refusal.value, limit=refusal.limit)
        return False
    for name, content in (found or {}).items():
        target = folder.joinpath(*name.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)
    return found is not None


def judge_package(data: bytes) -> Fault | None:
    """Tell whether the bytes of a package would be taken apart."""
    try:
        _contents(data)
    except _Refusal as refusal:
        return refusal.fault
    return None


_opened: dict[tuple[Path, int, int], Path] = {}


def opened(path: Path, report: Report) -> Path | None:
    """Give a folder with what is in a package, to read in place; None if it is refused.

    The folder lasts as long as the program, and is made once for each version of the file.
    """
    try:
        here = path.resolve()
        about = here.stat()
    except (OSError, ValueError):
        report.add(Spot(), Where(), Fault.NOT_FOUND)
        return None
    key = here, about.st_mtime_ns, about.st_size
    known = _opened.get(key)
    if known and (known / INSIDE).is_file():
        return known
    try:
        folder = Path(tempfile.mkdtemp(prefix="sferendeck-"))
    except OSError:
        report.add(Spot(), Where(), Fault.UNREADABLE)
        return None
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    try:
        taken_apart = extract(path, folder, report)
    except OSError:
        report.add(Spot(), Where(), Fault.UNREADABLE)
        taken_apart = False
    if not taken_apart:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    _opened[key] = folder
    return folder


def safe_name(name: str) -> bool:
    """Tell whether a name inside a zip stays inside, on every system."""
    parts = name.removesuffix("/").split("/")
    return (
        len(name) <= MAX_NAME
        and len(parts) <= MAX_DEPTH
        and name.isprintable()
        and not any(c in name for c in '\\:*?"<>|')
        and all(
            part.strip(". ") and part[-1] not in ". " and part.split(".")[0].lower() not in DEVICES
            for part in parts
        )
    )


def folded(name: str) -> str:
    """Give a name as a system sees it that takes capitals and accents for the same."""
    return unicodedata.normalize("NFC", name).casefold()


def _read(path: Path, report: Report) -> bytes | None:
    try:
        if not path.is_file():
            report.add(Spot(), Where(), Fault.UNREADABLE if path.exists() else Fault.NOT_FOUND)
            return None
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except (OSError, ValueError):
        report.add(Spot(), Where(), Fault.UNREADABLE)
        return None
    if len(data) > MAX_FILE:
        report.add(Spot(), Where(), Fault.FILE_TOO_LARGE, limit=MAX_FILE)
        return None
    return data


def _contents(data: bytes) -> dict[str, bytes]:
    """Read the deck and its pictures out of a zip, by name.

    Raises:
        _Refusal: something in it is not as it should be.
    """
    _check_list(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            wanted = _wanted(archive.infolist())
            return {name: _bytes(archive, part) for name, part in wanted.items()}
    except BROKEN:
        raise _Refusal(Fault.PACKAGE_BROKEN) from None


def _check_list(data: bytes) -> None:
    """Look at the end of the zip, so that a list of millions of files is never read."""
    end = len(data) - _END.size
    if end < 0:
        raise _Refusal(Fault.PACKAGE_BROKEN)
    mark, _disk, _first, here, files, size, _start, comment = _END.unpack_from(data, end)
    larger = data[max(0, end - _END_64) :][:4] == b"PK\x06\x07"
    if mark != b"PK\x05\x06" or comment or larger or here != files:
        raise _Refusal(Fault.PACKAGE_BROKEN)
    if files > MAX_FILES or size > MAX_LIST:
        raise _Refusal(Fault.PACKAGE_TOO_LARGE, limit=MAX_FILES)


def _wanted(parts: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Judge all that is in the zip, and pick what is of the deck, by its name there."""
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _Refusal(Fault.PACKAGE_TOO_LARGE, limit=MAX_UNPACKED)
    seen: set[str] = set()
    folders: set[str] = set()
    for part in parts:
        _check_part(part)
        name = folded(part.filename)
        if name in seen:
            raise _Refusal(Fault.PACKAGE_DOUBLE, part.filename)
        seen.add(name)
        above = name.removesuffix("/").split("/")[:-1]
        folders.update("/".join(above[: n + 1]) for n in range(len(above)))
    if both := seen & folders:
        raise _Refusal(Fault.PACKAGE_DOUBLE, min(both))
    return _of_the_deck({unicodedata.normalize("NFC", part.filename): part for part in parts})


def _check_part(part: ZipInfo) -> None:
    name = part.filename
    # The zip's own name may go on behind a NUL, and what it was is kept apart.
    if part.orig_filename.rstrip("/") != name.rstrip("/") or not safe_name(name):
        raise _Refusal(Fault.PACKAGE_UNSAFE, part.orig_filename)
    kind = stat.S_IFMT(part.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _Refusal(Fault.PACKAGE_UNSAFE, name)
    if part.flag_bits & 0x1:
        raise _Refusal(Fault.PACKAGE_LOCKED)
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise _Refusal(Fault.PACKAGE_BROKEN)
    if part.file_size > SMALL and part.file_size > MAX_RATIO * max(1, part.compress_size):
        raise _Refusal(Fault.PACKAGE_TOO_LARGE, limit=MAX_UNPACKED)


def _of_the_deck(parts: dict[str, ZipInfo]) -> dict[str, ZipInfo]:
    # Who packs the folder by hand may have the folder itself in the zip.
    decks = [name for name in parts if name == INSIDE or name.endswith(f"/{INSIDE}")]
    tops = [name for name in decks if name.count("/") <= 1]
    if INSIDE not in decks and len(tops) != 1:
        raise _Refusal(Fault.PACKAGE_NO_DECK)
    above = "" if INSIDE in decks else tops[0].removesuffix(INSIDE)
    found = {}
    for name, part in parts.items():
        inside = name.removeprefix(above)
        wanted = inside == INSIDE or PICTURE_NAME.fullmatch(inside)
        if name.startswith(above) and wanted and not part.is_dir():
            if part.file_size > (MAX_DECK if inside == INSIDE else MAX_PICTURE):
                raise _Refusal(Fault.PACKAGE_TOO_LARGE, limit=MAX_UNPACKED)
            found[inside] = part
    return found


def _bytes(archive: ZipFile, part: ZipInfo) -> bytes:
    with archive.open(part) as file:
        # One byte more than it says it has: then its checksum is looked at too.
        content = file.read(part.file_size + 1)
    if len(content) != part.file_size:
        raise _Refusal(Fault.PACKAGE_BROKEN)
    return content
