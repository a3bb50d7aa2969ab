"""The lines of a save: JSON, each sealed with a checksum that covers the line before it too."""

import json
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

REST = ".rest"
"""Ending of the side file in which torn and damaged lines are set aside."""
NO_CHECKSUM = "00000000"
"""What stands before the first line."""
_JOINED = re.compile(rb',"crc":"[0-9a-f]{8}"\}.{0,2}\{', re.DOTALL)
"""Two lines that lost what stood between them; inside a text these quotes are escaped."""
SEALED = re.compile(rb',"crc":"([0-9a-f]{8})"\}\r?\n?\Z')


class Line(NamedTuple):
    """A line whose checksum is right."""

    number: int
    """From 1."""
    body: bytes
    checksum: str
    end: int
    ended: bool


def checksum(before: str, body: bytes) -> str:
    """Compute the CRC-32 of a line and the checksum before it, as eight hex digits."""
    return f"{zlib.crc32(body, zlib.crc32(before.encode())):08x}"


def seal(line: dict[str, object], before: str) -> tuple[bytes, str]:
    """Write a line as JSON with its checksum at the end; give that checksum too."""
    body = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
    crc = checksum(before, body)
    return body[:-1] + f',"crc":"{crc}"}}\n'.encode(), crc


def sound_lines(file: BinaryIO) -> Iterator[Line]:
    """Read lines for as long as their checksums are right."""
    before, end = NO_CHECKSUM, 0
    for number, raw in enumerate(file, 1):
        sealed = SEALED.search(raw)
        if sealed is None:
            return
        body = raw[: sealed.start()] + b"}"
        crc = checksum(before, body)
        if crc.encode() != sealed[1]:
            return
        before, end = crc, end + len(raw)
        yield Line(number, body, crc, end, raw.endswith(b"\n"))


def is_last_line(file: BinaryIO, start: int) -> bool:
    """Tell whether one line starts here and ends the file: it may be half written, no more."""
    file.seek(start)
    line = file.readline()
    return not file.read(1) and not _JOINED.search(line)


def json_object(body: bytes) -> dict[str, object]:
    """Read the JSON object of a line.

    Raises:
        ValueError: it is no JSON object.
    """
    try:
        data = json.loads(body)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(data, dict):
        raise ValueError("not an object")
    return data
