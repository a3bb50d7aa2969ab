"""Reading from a save only what a comparison needs: every line checked, no session built."""

import json
import os
import re
import zlib
from pathlib import Path
from typing import Any, BinaryIO

from game.core.table_result import TableResult
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.fold import UNPLAYABLE, Data, DeckInFile, StrayStepError, fold
from game.store.journal import without_header
from game.store.lines import NO_CHECKSUM, is_last_line, json_object, sound_lines
from game.store.upgrade import FORMAT, format_of, upgrade

_TEXT = rb'"((?:[^"\\]|\\.)*)"'
_ID = re.compile(
    rb'\{"format":\d+,"app_version":' + _TEXT + rb',"started":' + _TEXT + rb',"session_id":' + _TEXT
)
_START = 4096
_DECK = b',"deck":{'
_SEAL = -len(',"crc":"00000000"}')
_DECKS_KEPT = 64


class Glance:
    """Reads saves one after the other, and each deck in them only once."""

    def __init__(self, *, public: bool) -> None:
        self.public = public
        self._decks: dict[bytes, DeckInFile] = {}

    def read(self, path: Path) -> tuple[TableResult, int]:
        """Read a save; give the line that was torn at its end too, 0 if none was.

        Raises:
            SaveError: it cannot be read, or is damaged before its last line.
        """
        try:
            with path.open("rb") as file:
                return self._read(path, file)
        except OSError as error:
            raise refused_by_system(Problem.UNREADABLE, path, error) from error

    def _read(self, path: Path, file: BinaryIO) -> tuple[TableResult, int]:
        whole = _sealed_lines(file.read())
        if whole:
            first, bodies, torn = whole[0][:_SEAL] + b"}", whole[1:], 0
        else:
            first, bodies, torn = _up_to_damage(path, file)
        session_id, deck, made_as = self._header(path, first)
        if not bodies:
            raise SaveError(Problem.EMPTY, path)
        steps = _steps(path, bodies, made_as)
        try:
            return fold(steps).result(session_id, deck, public=self.public), torn
        except StrayStepError as error:
            raise SaveError(Problem.DAMAGED, path, line=error.number + 2) from None
        except UNPLAYABLE:
            raise SaveError(Problem.DAMAGED, path, line=len(steps) + 1) from None

    def _header(self, path: Path, body: bytes) -> tuple[str, DeckInFile, int]:
        """Read the header; its deck, the better part of it, is mostly one that was read before."""
        start = body.find(_DECK)
        text = body[start:]
        known = self._decks.get(text)
        try:
            data = json_object(body[:start] + b"}" if known else body)
            made_as = format_of(data)
        except ValueError:
            raise SaveError(Problem.BROKEN_HEADER, path, line=1) from None
        if made_as > FORMAT:
            raise SaveError(Problem.NEWER, path, line=1, text=str(made_as))
        try:
            if known is None:
                data = upgrade(data, made_as)
                known = DeckInFile(data["deck"])
                if start > 0 and made_as == FORMAT and next(reversed(data)) == "deck":
                    self._know(text, known)
            session_id = data["session_id"]
            if not isinstance(session_id, str):
                raise TypeError("an id is a text")
            return session_id, known, made_as
        except UNPLAYABLE:
            raise SaveError(Problem.BROKEN_HEADER, path, line=1) from None

    def _know(self, text: bytes, deck: DeckInFile) -> None:
        if len(self._decks) >= _DECKS_KEPT:
            self._decks.clear()
        self._decks[text] = deck


def _sealed_lines(data: bytes) -> list[bytes]:
    """Split a sound save in its lines; none if it is torn, damaged or otherwise out of the way.

    This is what nearly all saves are, at half the price of looking for where one goes wrong.
    """
    lines = data.split(b"\n")
    if lines.pop():
        return []
    before = NO_CHECKSUM.encode()
    crc32 = zlib.crc32
    for line in lines:
        crc = b"%08x" % crc32(b"}", crc32(line[:_SEAL], crc32(before)))
        if line[_SEAL:] != b',"crc":"' + crc + b'"}':
            return []
        before = crc
    return lines


def _up_to_damage(path: Path, file: BinaryIO) -> tuple[bytes, list[bytes], int]:
    """Read a save line by line, up to one at its end that was torn; give the number of that."""
    file.seek(0)
    lines = sound_lines(file)
    first = last = next(lines, None)
    if first is None or last is None:
        raise without_header(path)
    bodies: list[bytes] = []
    for last in lines:
        bodies.append(last.body)
    if last.end == os.fstat(file.fileno()).st_size:
        return first.body, bodies, 0
    if not is_last_line(file, last.end):
        raise SaveError(Problem.DAMAGED, path, line=last.number + 1)
    return first.body, bodies, last.number + 1


def _steps(path: Path, bodies: list[bytes], made_as: int) -> list[Data]:
    try:
        # One call for all lines takes half the time of a call for each.
        steps: list[Any] = json.loads(b"[" + b",".join(bodies) + b"]")
    except (ValueError, RecursionError):
        steps = []
    if len(steps) != len(bodies):
        steps = [_step(path, body, number) for number, body in enumerate(bodies)]
    for number, step in enumerate(steps):
        if not isinstance(step, dict) or step.get("n") != number:
            raise SaveError(Problem.DAMAGED, path, line=number + 2)
    return steps if made_as == FORMAT else [upgrade(step, made_as) for step in steps]


def _step(path: Path, body: bytes, number: int) -> Data:
    try:
        return json_object(body)
    except ValueError:
        raise SaveError(Problem.DAMAGED, path, line=number + 2) from None


def session_id(path: Path) -> str:
    """Read of which session a save is, without checking it; empty where that is not to be seen."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
            found = _ID.match(start)
            if found:
                return str(json.loads(b'"' + found[3] + b'"'))
            told = json_object(
                start + file.readline() if b"\n" not in start else start.split(b"\n")[0]
            )
            return str(told.get("session_id", ""))
    except (OSError, ValueError):
        return ""
