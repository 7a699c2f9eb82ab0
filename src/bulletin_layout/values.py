"""A decorator for frozen dataclasses (值) that creates classes in a third of the usual time.

The standard decorator generates and compiles six methods for every class; for all classes of this project together that
took a quarter of a small build. Here only ``__init__`` is compiled. Comparing, hashing, ``repr``, pickling and refusing
changes are done by functions that all classes share. For ``fields``, ``replace``, ``asdict``, ``match`` and type
checkers the classes are ordinary dataclasses.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False) -> Callable[[type], type]:
        """Like ``dataclasses.dataclass``, which is used itself for classes that are not frozen with slots."""
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
        if written.__dict__.get(name) is None:  # a method that the class defines itself is kept
            setattr(made, name, method)
    return made


def _init(made: type[Any]) -> Callable[..., None]:
    """A compiled ``__init__`` that sets the slots directly. A shared one with a loop over the fields would be slower,
    and values are made too often for that."""
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
    # Only names of fields are put into the code; defaults and factories are passed as values, never as text.
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(body) or " pass"), known)
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
