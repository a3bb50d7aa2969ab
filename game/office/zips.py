"""The zip that an office file is: held against its limits before anything in it is unpacked."""

import io
import struct
import zlib
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from game.i18n import _
from game.office.grid import Deadline, SheetError

MAX_FILE = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_PART = 5_000_000
"""Of every part but the cells and their texts, which are read bit by bit."""
MAX_PARTS = 2_000
MAX_RATIO = 200
"""How many times smaller a part may be packed; real sheets stay under 100."""
SMALL = 1_000_000
"""Below this, the ratio does not matter."""
_CHUNK = 65_536

BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What a damaged, locked or strangely packed zip raises while it is read."""


class _Enough(Exception):
    """The first element was reached: what comes before it is known."""


class _Timed(io.BytesIO):
    """The bytes of a file, which stop coming when the time is up."""

    def __init__(self, content: bytes, deadline: Deadline) -> None:
        super().__init__(content)
        self._deadline = deadline

    def read(self, size: int | None = -1, /) -> bytes:
        self._deadline.check()
        return super().read(size)


def open_zip(path: Path, content: bytes, deadline: Deadline, streamed: tuple[str, ...]) -> ZipFile:
    """Open an office file, and refuse one that is made to do harm.

    Args:
        path: the file, for the sentence.
        content: its bytes.
        deadline: when to give up.
        streamed: beginnings of the names of the parts that are read bit by bit.

    Raises:
        SheetError: it is damaged, locked, far too large, or it defines entities.
    """
    try:
        archive = ZipFile(_Timed(content, deadline))
        _check(path, archive, streamed)
        for part in archive.infolist():
            if part.filename.endswith((".xml", ".rels")):
                _no_entities(path, archive, part)
    except BROKEN:
        raise damaged(path) from None
    return archive


def damaged(path: Path) -> SheetError:
    """Say that a file cannot be read as what it seems to be."""
    return SheetError(
        path, _("This file is damaged or locked with a password. Save it again, without one.")
    )


def _check(path: Path, archive: ZipFile, streamed: tuple[str, ...]) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _too_much(path)
    for part in parts:
        if part.flag_bits & 0x1:
            raise damaged(path)
        packed = max(1, part.compress_size)
        if part.file_size > SMALL and part.file_size > MAX_RATIO * packed:
            raise _too_much(path)
        read_whole = part.filename.endswith((".xml", ".rels"))
        if read_whole and part.file_size > MAX_PART and not part.filename.startswith(streamed):
            raise _too_much(path)


def _too_much(path: Path) -> SheetError:
    return SheetError(
        path,
        _(
            "This file unpacks to far more than a sheet of this size holds, so it is not opened. "
            "Copy the rows to a new sheet and save that."
        ),
    )


def _no_entities(path: Path, archive: ZipFile, part: ZipInfo) -> None:
    """Read a part up to its first element: only before that can entities be defined."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    try:
        with archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
    except _Enough:
        return
    except _Doctype:
        raise SheetError(
            path, _("This file holds definitions that no sheet needs, so it is not opened.")
        ) from None
    except expat.ExpatError:
        raise damaged(path) from None


class _Doctype(Exception):
    """A part begins with definitions of its own."""


def _refuse(*_parts: object) -> None:
    raise _Doctype


def _stop(*_parts: object) -> None:
    raise _Enough
