"""Values (值): frozen dataclasses that take a third of the usual time to make.

The standard decorator writes and compiles six methods for every class, which for all of ours together took a quarter
of a small build. Here ``__init__`` alone is compiled; to compare, hash, show and pickle values, and to refuse changes,
the same few functions serve all classes. ``fields``, ``replace``, ``asdict``, ``match`` and type checkers see a
dataclass like any other.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False) -> Callable[[type], type]:
        """As ``dataclasses.dataclass``, which makes all but the frozen ones."""
        usual = order or not (frozen and slots)
        return dataclasses.dataclass(frozen=frozen, slots=slots, order=order) if usual else _value


__all__ = ["dataclass"]

_UNSET: Final = object()


def _value(written: type[Any]) -> type[Any]:
    made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(written)
    names = [field.name for field in dataclasses.fields(made)]
    parts: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def equal(self: Any, other: Any) -> Any:
        return parts(self) == parts(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(parts(self))

    methods = {"__init__": _init(made), "__eq__": equal, "__hash__": hashed, "__repr__": _shown}
    methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if written.__dict__.get(name) is None:  # it may have one of its own
            setattr(made, name, method)
    return made


def _init(made: type[Any]) -> Callable[..., None]:
    """``__init__``, compiled: a value is made too often for anything slower."""
    known: dict[str, Any] = {"_unset": _UNSET}
    parameters, body = ["self"], []
    for field in dataclasses.fields(made):
        name, value = field.name, field.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameters.append(f"{name}=_unset")
            value = f"_make_{name}() if {name} is _unset else {name}"
        else:
            parameters.append(name)
        body.append(f" _set_{name}(self, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(body) or " pass"), known)  # see above
    init: Callable[..., None] = known["__init__"]
    init.__annotations__ = {field.name: field.type for field in dataclasses.fields(made)} | {"return": None}
    return init


def _shown(self: Any) -> str:
    parts = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{self.__class__.__qualname__}({parts})"


def _refuse(_self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
