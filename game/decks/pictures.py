"""The pictures of a deck: which files count as one, and how large they may be."""

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from game.decks.draft import make_id
from game.decks.findings import DeckError, Fault, Finding, Problem, Where, short
from game.office.files import replace_file

MAX_BYTES = 10_000_000
MAX_PIXELS = 20_000_000
"""A picture of 50,000 x 50,000 fits in 300 kB and takes gigabytes to draw."""

NAME = re.compile(r"[^\\:*?\"<>|\x00-\x1f]+\.(png|jpg|jpeg|svg)", re.IGNORECASE)
PICTURES = "fotos"
"""The folder inside a deck's folder that pictures are copied to."""

_SVG_START = 65_536
_MOST_SEGMENTS = 2000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The JPEG markers that carry width and height."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a picture: a file that is safe to draw, or why not."""

    path: Path | None
    fault: Fault | None = None
    number: int = 0
    limit: int = 0


def find_picture(name: str, folders: Iterable[Path]) -> Verdict:
    """Find a deck's picture in the first of its folders that has it, and check that file."""
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or re.match(r"[A-Za-z]:", name):
        return Verdict(None, Fault.PICTURE_OUTSIDE)
    if not NAME.fullmatch(name):
        return Verdict(None, Fault.BAD_PICTURE_NAME)
    for folder in folders:
        try:
            found = _check(folder / name, folder)
        except (OSError, RuntimeError, ValueError):
            return Verdict(None, Fault.PICTURE_UNREADABLE)
        if found:
            return found
    return Verdict(None, Fault.PICTURE_MISSING)


def judge(path: Path) -> Verdict:
    """Tell whether a file, wherever it is, can be a deck's picture."""
    if not NAME.fullmatch(path.name):
        return Verdict(None, Fault.BAD_PICTURE_NAME)
    try:
        return _check(path, path.resolve().parent) or Verdict(None, Fault.PICTURE_MISSING)
    except (OSError, RuntimeError, ValueError):
        return Verdict(None, Fault.PICTURE_UNREADABLE)


def take_picture(path: Path, folder: Path) -> str:
    """Copy a picture into a deck's folder, and give the name that a card has it by.

    Raises:
        DeckError: it cannot be a deck's picture.
        OSError: it cannot be copied.
    """
    verdict = judge(path)
    if verdict.path is None:
        problem = Problem(
            verdict.fault or Fault.PICTURE_MISSING,
            short(path.name),
            number=verdict.number,
            limit=verdict.limit,
        )
        raise DeckError((Finding(str(path), 1, 1, Where(), problem),))
    data = verdict.path.read_bytes()
    inside = folder / PICTURES
    inside.mkdir(parents=True, exist_ok=True)
    ending = path.suffix.lower()
    taken: list[str] = []
    while True:
        stem = make_id(path.stem, taken, instead="foto")
        target = inside / f"{stem}{ending}"
        if not target.exists():
            replace_file(target, data)
        elif not target.is_file() or target.read_bytes() != data:
            taken.append(stem)
            continue
        return f"{PICTURES}/{target.name}"


def _check(path: Path, folder: Path) -> Verdict | None:
    real = path.resolve()
    if not real.is_relative_to(folder.resolve()):
        return Verdict(None, Fault.PICTURE_OUTSIDE)
    if not real.is_file():
        return None
    size = real.stat().st_size
    if size > MAX_BYTES:
        return Verdict(None, Fault.PICTURE_TOO_LARGE, size, MAX_BYTES)
    with real.open("rb") as file:
        pixels = _pixels(file)
    if pixels is None:
        return Verdict(None, Fault.PICTURE_UNREADABLE)
    if pixels > MAX_PIXELS:
        return Verdict(None, Fault.PICTURE_TOO_MANY_PIXELS, pixels, MAX_PIXELS)
    return Verdict(real)


def _pixels(file: BinaryIO) -> int | None:
    """Count the pixels that a file says it has; 0 for SVG, which has none; None if unknown."""
    start = file.read(_SVG_START)
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        if len(start) < 24 or start[12:16] != b"IHDR":
            return None
        width, height = struct.unpack(">II", start[16:24])
        return int(width * height) or None
    if start.startswith(b"\xff\xd8"):
        file.seek(2)
        return _jpeg_pixels(file)
    return 0 if b"<svg" in start and start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" else None


def _jpeg_pixels(file: BinaryIO) -> int | None:
    for _ in range(_MOST_SEGMENTS):
        byte = file.read(1)
        if byte != b"\xff":
            return None
        while byte == b"\xff":
            byte = file.read(1)
        if not byte:
            return None
        marker = byte[0]
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            continue
        head = file.read(2)
        if marker in (0xD9, 0xDA) or len(head) < 2:
            return None
        length = int.from_bytes(head, "big")
        if marker in _FRAMES:
            frame = file.read(5)
            if len(frame) < 5:
                return None
            height, width = struct.unpack(">HH", frame[1:5])
            return int(width * height) or None
        if length < 2:
            return None
        file.seek(length - 2, 1)
    return None
