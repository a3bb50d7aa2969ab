"""Plain values made of dataclasses, to and from what JSON holds."""

import re
import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can hold and no file can."""


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
    return _record(kind, data, where, strict=strict)


def _plain(value: Any) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return encode(value)
    return value


_shapes: dict[type[Any], tuple[tuple[Field[Any], Any], ...]] = {}


def _shape(kind: type[Any]) -> tuple[tuple[Field[Any], Any], ...]:
    if kind not in _shapes:
        hints = get_type_hints(kind)
        _shapes[kind] = tuple((field, hints[field.name]) for field in fields(kind))
    return _shapes[kind]


def _record(kind: type[T], data: object, where: str, *, strict: bool) -> T:
    if not isinstance(data, Mapping):
        raise ValueError(f"{where}: {_show(data)} where named fields are needed")
    shape = _shape(kind)
    if strict and (extra := sorted(set(data) - {field.name for field, _ in shape})):
        raise ValueError(f"{_join(where, str(extra[0])[:60])}: no such field")
    values: dict[str, object] = {}
    for field, hint in shape:
        name = _join(where, field.name)
        if field.name in data:
            values[field.name] = _value(hint, data[field.name], name, strict=strict)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{name}: missing")
    return kind(**values)


@cache
def _taken_apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    return get_origin(hint), get_args(hint)


@cache
def _members(kind: type[Enum]) -> dict[object, Enum]:
    return {member.value: member for member in kind}


def _value(hint: Any, data: object, where: str, *, strict: bool) -> object:
    origin, parts = _taken_apart(hint)
    if origin is tuple:
        return _tuple(parts, data, where, strict=strict)
    if origin in (Union, types.UnionType):
        return _either(parts, data, where, strict=strict)
    kind = cast(type[Any], hint)
    if is_dataclass(kind):
        return _record(kind, data, where, strict=strict)
    if issubclass(kind, Enum):
        known = _members(kind)
        if isinstance(data, str) and data in known:
            return known[data]
        raise ValueError(
            f"{where}: {_show(data)} where one of {', '.join(map(str, known))} is needed"
        )
    if type(data) is not kind:
        raise ValueError(f"{where}: {_show(data)} where {_NEEDED[kind]} is needed")
    if isinstance(data, str) and _HALF.search(data):
        raise ValueError(f"{where}: half a character")
    return data


_NEEDED: dict[type[Any], str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    types.NoneType: "nothing",
}


def _tuple(parts: tuple[Any, ...], data: object, where: str, *, strict: bool) -> tuple[object, ...]:
    if not isinstance(data, list | tuple):
        raise ValueError(f"{where}: {_show(data)} where a list is needed")
    if len(parts) == 2 and parts[1] is Ellipsis:
        parts = (parts[0],) * len(data)
    if len(parts) != len(data):
        raise ValueError(f"{where}: {len(data)} values where {len(parts)} are needed")
    return tuple(
        _value(part, value, f"{where}[{number}]", strict=strict)
        for number, (part, value) in enumerate(zip(parts, data, strict=True))
    )


def _either(hints: tuple[Any, ...], data: object, where: str, *, strict: bool) -> object:
    complaints: list[str] = []
    for hint in hints:
        try:
            return _value(hint, data, where, strict=strict)
        except ValueError as complaint:
            complaints.append(str(complaint))
    raise ValueError(complaints[0])


def _join(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _show(data: object) -> str:
    text = repr(data)
    return text if len(text) <= 40 else text[:40] + "…"
