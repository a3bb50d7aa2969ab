"""Plain values made of dataclasses, to and from what JSON holds."""

import re
import types
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[object], Any]

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can hold and no file can."""
_LARGEST = 10**100
"""JSON can hold any number; with larger ones nothing can be reckoned."""


def encode(value: Any, leave_out: Iterable[str] = ()) -> dict[str, object]:
    """Turn a dataclass into what JSON holds, without the fields named."""
    kept = (field.name for field in fields(value) if field.name not in leave_out)
    return {name: _plain(getattr(value, name)) for name in kept}


def decode(kind: type[T], data: object, where: str = "", *, strict: bool = False) -> T:
    """Read a dataclass back; a field that is not there gets its default.

    Args:
        kind: the dataclass.
        data: what JSON held.
        where: what to call it in a complaint.
        strict: refuse fields that the dataclass does not have, for files that people write.

    Raises:
        ValueError: a value is missing or of another shape; the text says where.
    """
    try:
        value: T = _reader(cast(Hashable, kind), strict)(data)
    except _Misfit as misfit:
        path = f"{where}{misfit.path}".removeprefix(".")
        raise ValueError(f"{path}: {misfit.text}") from None
    return value


def _plain(value: Any) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return encode(value)
    return value


class _Misfit(Exception):
    """A value of another shape; its path is put together on the way out."""

    def __init__(self, text: str, path: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.path = path

    def within(self, part: str) -> "_Misfit":
        """Say in which part of a larger value it was."""
        self.path = part + self.path
        return self


@cache
def _reader(hint: Any, strict: bool) -> Reader:
    """Take a type apart once, and make a function that reads values of it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple_reader(parts, strict)
    if origin in (Union, types.UnionType):
        return _either_reader([_reader(part, strict) for part in parts])
    if is_dataclass(hint):
        return _record_reader(hint, strict)
    if issubclass(hint, Enum):
        return _member_reader(hint)
    return _scalar_reader(hint)


def _record_reader(kind: Any, strict: bool) -> Reader:
    hints = get_type_hints(kind)
    readers = [(field.name, _reader(hints[field.name], strict)) for field in fields(kind)]
    needed = [
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    ]
    known = set(hints)

    def read(data: object) -> Any:
        if not isinstance(data, Mapping):
            raise _Misfit(f"{_show(data)} where named fields are needed")
        if strict and (extra := sorted(set(data) - known)):
            raise _Misfit("no such field", f".{str(extra[0])[:60]}")
        values: dict[str, object] = {}
        for name, reader in readers:
            if name in data:
                try:
                    values[name] = reader(data[name])
                except _Misfit as misfit:
                    raise misfit.within(f".{name}") from None
            elif name in needed:
                raise _Misfit("missing", f".{name}")
        return kind(**values)

    return read


def _member_reader(kind: type[Enum]) -> Reader:
    known = {member.value: member for member in kind}

    def read(data: object) -> Enum:
        if isinstance(data, str) and data in known:
            return known[data]
        raise _Misfit(f"{_show(data)} where one of {', '.join(map(str, known))} is needed")

    return read


_NEEDED: dict[type[Any], str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    types.NoneType: "nothing",
}


def _scalar_reader(kind: type[Any]) -> Reader:
    needed = _NEEDED[kind]

    def read(data: object) -> object:
        if type(data) is not kind:
            raise _Misfit(f"{_show(data)} where {needed} is needed")
        if isinstance(data, str) and not data.isascii() and _HALF.search(data):
            raise _Misfit("half a character")
        if isinstance(data, int) and abs(data) > _LARGEST:
            raise _Misfit(f"{_show(data)} where a smaller number is needed")
        return data

    return read


def _tuple_reader(parts: tuple[Any, ...], strict: bool) -> Reader:
    endless = len(parts) == 2 and parts[1] is Ellipsis
    readers = [_reader(part, strict) for part in (parts[:1] if endless else parts)]

    def read(data: object) -> tuple[object, ...]:
        if not isinstance(data, list | tuple):
            raise _Misfit(f"{_show(data)} where a list is needed")
        if not endless and len(data) != len(readers):
            raise _Misfit(f"{len(data)} values where {len(readers)} are needed")
        values: list[object] = []
        for number, part in enumerate(data):
            try:
                values.append(readers[0 if endless else number](part))
            except _Misfit as misfit:
                raise misfit.within(f"[{number}]") from None
        return tuple(values)

    return read


def _either_reader(readers: list[Reader]) -> Reader:
    def read(data: object) -> object:
        complaints: list[_Misfit] = []
        for reader in readers:
            try:
                return reader(data)
            except _Misfit as misfit:
                complaints.append(misfit)
        raise complaints[0]

    return read


def _show(data: object) -> str:
    text = repr(data)
    return text if len(text) <= 40 else text[:40] + "…"
