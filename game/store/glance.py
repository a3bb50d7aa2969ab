"""Reading from a save only what a comparison needs: every line checked, no session built."""

import json
import os
import re
from pathlib import Path
from typing import BinaryIO

from game.core.table_result import TableResult
from game.store.errors import Problem, SaveError, refused_by_system
from game.store.fold import UNPLAYABLE, Data, DeckInFile, StrayStepError, fold
from game.store.journal import without_header
from game.store.lines import is_last_line, json_object, sound_lines
from game.store.upgrade import FORMAT, format_of, upgrade

_TEXT = rb'"((?:[^"\\]|\\.)*)"'
_ID = re.compile(
    rb'\{"format":\d+,"app_version":' + _TEXT + rb',"started":' + _TEXT + rb',"session_id":' + _TEXT
)
_START = 4096
_DECK = b',"deck":{'
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
        lines = sound_lines(file)
        first = next(lines, None)
        if first is None:
            raise without_header(path)
        session_id, deck, made_as = self._header(path, first.body)
        steps: list[Data] = []
        last = first
        for line in lines:
            steps.append(_step(path, line.body, made_as, line.number))
            last = line
        torn = 0
        if last.end < os.fstat(file.fileno()).st_size:
            torn = last.number + 1
            if not is_last_line(file, last.end):
                raise SaveError(Problem.DAMAGED, path, line=torn)
        if not steps:
            raise SaveError(Problem.EMPTY, path)
        try:
            return fold(steps).result(session_id, deck, public=self.public), torn
        except StrayStepError as error:
            raise SaveError(Problem.DAMAGED, path, line=error.number + 2) from None
        except UNPLAYABLE:
            raise SaveError(Problem.DAMAGED, path, line=last.number) from None

    def _header(self, path: Path, body: bytes) -> tuple[str, DeckInFile, int]:
        """Read the header; its deck, the better part of it, is mostly one that was read before."""
        start = body.find(_DECK)
        known = self._decks.get(body[start:]) if start > 0 else None
        try:
            data = json_object(body[:start] + b"}" if known else body)
            made_as = format_of(data)
        except ValueError:
            raise SaveError(Problem.BROKEN_HEADER, path, line=1) from None
        if made_as > FORMAT:
            raise SaveError(Problem.NEWER, path, line=1, text=str(made_as))
        try:
            if known is None or made_as < FORMAT:
                data = upgrade(data, made_as)
                known = DeckInFile(data["deck"])
                if start > 0 and made_as == FORMAT and next(reversed(data)) == "deck":
                    self._know(body[start:], known)
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


def _step(path: Path, body: bytes, made_as: int, number: int) -> Data:
    try:
        data = json_object(body)
    except ValueError:
        raise SaveError(Problem.DAMAGED, path, line=number) from None
    if made_as < FORMAT:
        data = upgrade(data, made_as)
    if data.get("n") != number - 2:
        raise SaveError(Problem.DAMAGED, path, line=number)
    return data


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
