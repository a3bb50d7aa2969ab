"""Frozen dataclasses with slots, made in a third of the time: a session needs a hundred of them.

The standard decorator compiles six methods a class, which is most of what it takes to open a
saved session. Here a class compiles its `__init__`, and shares the others. Everything else about
it is as `@dataclass(frozen=True, slots=True)` makes it.
"""

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots):
        """Make a class a dataclass; it is always frozen and has slots, and says so when used."""
        if not (frozen and slots):
            raise TypeError("only for frozen dataclasses with slots")

        def make(plain):
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(plain)
            made.__init__ = _init(made)
            made._compared = tuple(f.name for f in dataclasses.fields(made) if f.compare)
            for method in _SHARED:
                if method.__name__ not in plain.__dict__:
                    setattr(made, method.__name__, method)
            return made

        return make


def _init(kind: type[Any]) -> Any:
    """Compile the constructor: fields in order, by place or by name, with their defaults."""
    names: dict[str, object] = {"_set": object.__setattr__}
    arguments, body = ["self"], ["pass"]
    for field in dataclasses.fields(kind):
        if field.default_factory is not dataclasses.MISSING:
            raise TypeError(f"{kind.__name__}.{field.name}: a default that is made each time")
        default = ""
        if field.default is not dataclasses.MISSING:
            names[f"_default_{field.name}"] = field.default
            default = f"=_default_{field.name}"
        arguments.append(field.name + default)
        body.append(f"_set(self, {field.name!r}, {field.name})")
    exec(f"def __init__({', '.join(arguments)}): {'; '.join(body)}", names)
    init: Any = names["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    init.__annotations__ = {**kind.__annotations__, "return": None}
    return init


class _Shared:
    """What every such class does alike."""

    __match_args__: tuple[str, ...]
    _compared: tuple[str, ...]

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({parts})"

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

    def __getstate__(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(self.__match_args__, state, strict=True):
            object.__setattr__(self, name, value)


_SHARED = [
    value
    for name, value in vars(_Shared).items()
    if name
    in {
        "__repr__",
        "__eq__",
        "__hash__",
        "__setattr__",
        "__delattr__",
        "__getstate__",
        "__setstate__",
    }
]
