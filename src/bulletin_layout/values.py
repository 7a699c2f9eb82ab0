"""A decorator for dataclasses with slots, most of them frozen (值), that creates classes in a third of the usual time.

The standard decorator generates and compiles up to ten methods for every class; for all classes of this project
together that took a quarter of a small build. Here only ``__init__`` is compiled, once for all classes with as many
fields. Comparing, hashing, ``repr``, pickling and refusing changes are done by functions that all classes share. For
``fields``, ``asdict``, ``match`` and type checkers the classes are ordinary dataclasses. ``replace`` is like the
library's, and takes a quarter of its time.
"""

import dataclasses
import operator
from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False) -> Callable[[type], type]:
        """Like ``dataclasses.dataclass``, which is used itself for classes without slots."""
        if not slots:
            return dataclasses.dataclass(frozen=frozen, order=order)
        return partial(_value, frozen=frozen, order=order)

    def replace(value: Any, /, **changes: Any) -> Any:
        """Like ``dataclasses.replace``, for the classes of this decorator."""
        return value.__replace__(**changes)


__all__ = ["dataclass", "replace"]

_UNSET: Final = object()
_ORDER: Final = {"__lt__": operator.lt, "__le__": operator.le, "__gt__": operator.gt, "__ge__": operator.ge}


def _value(written: type[Any], *, frozen: bool, order: bool) -> type[Any]:
    written.__doc__ = written.__doc__ or written.__name__  # or the library would work out a signature to show
    made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(written)
    fields = dataclasses.fields(made)
    names = tuple(field.name for field in fields)
    parts: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def compared(how: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        return lambda self, other: (
            how(parts(self), parts(other)) if other.__class__ is self.__class__ else NotImplemented
        )

    def hashed(self: Any) -> int:
        return hash(parts(self))

    places = {name: place for place, name in enumerate(names)}

    def replaced(self: Any, /, **changes: Any) -> Any:
        found = [*parts(self)] if len(names) > 1 else [parts(self)]
        for name, value in changes.items():
            found[places[name]] = value
        return made(*found)

    methods: dict[str, Any] = {"__init__": _init(made, fields), "__eq__": compared(operator.eq), "__repr__": _shown}
    methods["__replace__"] = replaced
    methods |= {"__hash__": hashed if frozen else None}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}
    if order:
        methods |= {name: compared(how) for name, how in _ORDER.items()}
    for name, method in methods.items():
        if written.__dict__.get(name) is None:  # a method that the class defines itself is kept
            setattr(made, name, method)
    return made


def _init(made: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """A compiled ``__init__`` that sets the slots directly. A shared one with a loop over the fields would be slower,
    and values are made too often for that. All classes with as many fields share its code but for the parameters'
    names."""
    names = tuple(field.name for field in fields)
    made_anew = tuple(field.default_factory is not dataclasses.MISSING for field in fields)
    known: dict[str, Any] = {"_unset": _UNSET}
    defaults: list[Any] = []
    for at, field in enumerate(fields):
        known[f"_set{at}"] = getattr(made, field.name).__set__
        if made_anew[at]:
            known[f"_make{at}"] = field.default_factory
            defaults.append(_UNSET)
        elif field.default is not dataclasses.MISSING:
            defaults.append(field.default)
    code = _code(made_anew, hasattr(made, "__post_init__")).replace(
        co_varnames=("self", *names), co_qualname=f"{made.__qualname__}.__init__"
    )
    init: Callable[..., None] = FunctionType(code, known, "__init__", tuple(defaults))
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init


@cache
def _code(made_anew: tuple[bool, ...], goes_on: bool) -> CodeType:
    """The code of an ``__init__``, by which fields get a default that is made anew, and whether the class has a
    ``__post_init__``."""
    given = (f"_make{at}() if p{at} is _unset else p{at}" if anew else f"p{at}" for at, anew in enumerate(made_anew))
    steps = [f"_set{at}(self, {value})" for at, value in enumerate(given)]
    body = "; ".join([*steps, *(["self.__post_init__()"] if goes_on else [])]) or "pass"
    parameters = ", ".join(f"p{at}" for at in range(len(made_anew)))
    found: dict[str, Any] = {}
    exec(f"def init(self, {parameters}):\n {body}", found)  # the only way to code with fields of its own
    code: CodeType = found["init"].__code__
    return code


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
