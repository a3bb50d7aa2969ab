"""Frozen dataclasses that are quick to define and to copy: a session has more than a hundred.

The standard decorator compiles six methods for every class, used or not, which took longer than
opening the window did. Here the classes share all methods but the constructor, and that is
compiled when the first one of its class is made. Everything else is as the standard
`@dataclass(frozen=True, slots=True)` has it, and to a type checker it is just that.
"""

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

_set = object.__setattr__


class _Shared:
    """What all these classes do alike."""

    __match_args__: tuple[str, ...]
    _compared: tuple[str, ...]

    def __init__(self, *values: object, **named: object) -> None:
        kind: Any = type(self)
        kind.__init__ = _constructor(kind)
        kind.__init__(self, *values, **named)

    def __repr__(self) -> str:
        parts = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(parts)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared)

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self._compared]))

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])


_METHODS = {
    name: method
    for name, method in vars(_Shared).items()
    if callable(method) and not isinstance(method, type)
}


def _constructor(kind: type[Any]) -> Any:
    """Compile a constructor: fields in order, by place or by name, with their defaults."""
    names: dict[str, object] = {"_set": _set}
    arguments, body = ["self"], ["pass"]
    for field in dataclasses.fields(kind):
        default = ""
        if field.default is not dataclasses.MISSING:
            names[f"_default_{field.name}"] = field.default
            default = f"=_default_{field.name}"
        arguments.append(field.name + default)
        body.append(f"_set(self, {field.name!r}, {field.name})")
    exec(f"def __init__({', '.join(arguments)}): {'; '.join(body)}", names)
    made: Any = names["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    made.__annotations__ = {field.name: field.type for field in dataclasses.fields(kind)}
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen, slots):
        """Make a class a frozen dataclass with slots.

        Raises:
            TypeError: it should be another kind of dataclass, or has a default that is made anew.
        """
        if not (frozen and slots):
            raise TypeError("only for frozen dataclasses with slots")

        def make(plain):
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(plain)
            fields = dataclasses.fields(made)
            if any(field.default_factory is not dataclasses.MISSING for field in fields):
                raise TypeError(f"{plain.__name__} has a default that is made anew")
            made._compared = tuple([field.name for field in fields if field.compare])
            for name, method in _METHODS.items():
                if name not in vars(plain):
                    setattr(made, name, method)
            return made

        return make

    def replace(value, /, **changes):
        """Copy a value with some of its fields changed.

        Raises:
            TypeError: it has no such field.
        """
        kind = type(value)
        copied = object.__new__(kind)
        for name in kind.__match_args__:
            _set(copied, name, getattr(value, name))
        for name, changed in changes.items():
            if name not in kind.__match_args__:
                raise TypeError(f"{kind.__name__} has no field {name!r}")
            _set(copied, name, changed)
        return copied
