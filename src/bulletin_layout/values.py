"""Values (值): a decorator for dataclasses with slots, most of them frozen, and named tuples, whose classes are created
in a fraction of the usual time.

The standard library generates and compiles up to ten methods for every class; for all classes of this project together
that took a quarter of a small build. Here the classes share their methods, and only ``__init__``, or ``__new__`` of a
tuple, is compiled: once for all classes with as many fields, and when the first value is made, since few commands make
values of all classes. For ``fields``, ``asdict``, ``match``, pickling and type checkers they are ordinary
dataclasses and named tuples. ``replace`` is like the library's, and takes a quarter of its time.
"""

import dataclasses
import operator
from collections import namedtuple
from collections.abc import Callable, Iterable
from functools import cache, partial
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
    from typing import NamedTuple
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False) -> Callable[[type], type]:
        """Like ``dataclasses.dataclass``, which is used itself for classes without slots."""
        if not slots:
            return dataclasses.dataclass(frozen=frozen, order=order)
        return partial(_value, frozen=frozen, order=order)

    def replace(value: Any, /, **changes: Any) -> Any:
        """Like ``dataclasses.replace``, for the classes of this decorator."""
        return value.__replace__(**changes)

    class _Named(type):
        """The type of ``NamedTuple``: what is derived from it becomes a tuple with names."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type[Any]:
            return _tuple(name, body) if bases else super().__new__(cls, name, bases, body)

    class NamedTuple(metaclass=_Named):
        """Like ``typing.NamedTuple``."""


__all__ = ["NamedTuple", "dataclass", "replace"]

_UNSET: Final = object()
_ORDER: Final = {"__lt__": operator.lt, "__le__": operator.le, "__gt__": operator.gt, "__ge__": operator.ge}
#: The library's mark of an ordinary field; it has no public name.
_FIELD: Final = vars(dataclasses)["_FIELD"]
#: The library's own named tuple, whose attributes, by place, serve all classes.
_like: Callable[..., Any] = namedtuple
_Like: Final = _like("_Like", [f"p{at}" for at in range(64)])
_PLACES: Final = tuple(vars(_Like)[name] for name in _Like._fields)


class _Late:
    """An attribute of a class that is made when it is asked for first."""

    __slots__ = ("_make", "_name")

    def __init__(self, name: str, make: Callable[[type[Any]], Any]) -> None:
        self._name, self._make = name, make

    def __get__(self, value: Any, owner: type[Any]) -> Any:
        setattr(owner, self._name, self._make(owner))
        return getattr(owner if value is None else value, self._name)


def _value(written: type[Any], *, frozen: bool, order: bool) -> type[Any]:
    """The class as it was written, with slots for its fields, and with the methods that it does not define itself."""
    own = {name: part for name, part in vars(written).items() if name not in ("__dict__", "__weakref__")}
    types: dict[str, Any] = own.get("__annotations__", {})
    names = tuple(types)
    given = {name: own.pop(name) for name in names if name in own}
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
        return self.__class__(*found)

    methods: dict[str, Any] = {
        "__init__": _Late("__init__", lambda made: _init(made, types, given)),
        "__dataclass_fields__": _Late("__dataclass_fields__", lambda _: _fields(types, given)),
        "__eq__": compared(operator.eq),
        "__hash__": hashed if frozen else None,
        "__repr__": _shown,
        "__replace__": replaced,
    }
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}
    if order:
        methods |= {name: compared(how) for name, how in _ORDER.items()}
    own = {name: part for name, part in own.items() if part is not None or name not in methods}
    made = {"__slots__": names, "__match_args__": names, "__qualname__": written.__qualname__}
    value: type[Any] = type(written.__name__, written.__bases__, methods | own | made)
    return value


def _fields(types: dict[str, Any], given: dict[str, Any]) -> dict[str, dataclasses.Field[Any]]:
    """What the library knows of the fields of a dataclass."""
    found: dict[str, dataclasses.Field[Any]] = {}
    for name, kind in types.items():
        field = found[name] = _default(given, name)
        field.name, field.type, field._field_type = name, kind, _FIELD
    return found


def _default(given: dict[str, Any], name: str) -> Any:
    """The default of a field as the library writes it, ``field(default=…)``."""
    default = given.get(name, dataclasses.MISSING)
    return default if isinstance(default, dataclasses.Field) else dataclasses.field(default=default)


def _init(made: type[Any], types: dict[str, Any], given: dict[str, Any]) -> Callable[..., None]:
    """A compiled ``__init__`` that sets the slots directly. A shared one with a loop over the fields would be slower,
    and values are made too often for that."""
    known: dict[str, Any] = {}
    defaults: list[Any] = []
    for at, name in enumerate(types):
        default, put = given.get(name, dataclasses.MISSING), getattr(made, name).__set__
        if isinstance(default, dataclasses.Field):
            if default.default_factory is not dataclasses.MISSING:
                put = _anew(put, default.default_factory)
                default = _UNSET
            else:
                default = default.default
        known[f"_set{at}"] = put
        if default is not dataclasses.MISSING:
            defaults.append(default)
    code = _init_code(len(types), hasattr(made, "__post_init__"))
    init = _function(code, f"{made.__qualname__}.__init__", ("self", *types), known, defaults)
    init.__annotations__ = {**types, "return": None}
    return init


def _anew(put: Callable[[Any, Any], None], make: Callable[[], Any]) -> Callable[[Any, Any], None]:
    """Sets a slot whose default is made for each value."""
    return lambda value, given: put(value, make() if given is _UNSET else given)


@cache
def _init_code(count: int, goes_on: bool) -> CodeType:
    """The code of the ``__init__`` of all classes with as many fields; whether they have a ``__post_init__``."""
    steps = [*(f"_set{at}(self, p{at})" for at in range(count)), *(["self.__post_init__()"] if goes_on else [])]
    return _compiled("; ".join(steps) or "pass", count)


def _compiled(body: str, count: int) -> CodeType:
    """The code of a function with this body and as many parameters, p0, p1 …, after the first, ``self``."""
    parameters = ", ".join(f"p{at}" for at in range(count))
    found: dict[str, Any] = {}
    exec(f"def made(self, {parameters}):\n {body}", found)  # the only way to code with fields of its own
    code: CodeType = found["made"].__code__
    return code


def _function(
    code: CodeType, name: str, parameters: tuple[str, ...], known: dict[str, Any], defaults: Iterable[Any]
) -> Callable[..., Any]:
    """A method with shared code; ``name``: with its class; ``known``: what the code refers to."""
    own = code.replace(co_varnames=parameters, co_qualname=name)
    return FunctionType(own, known, name.rpartition(".")[2], tuple(defaults))


def _shown(self: Any) -> str:
    parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({parts})"


def _refuse(_self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


def _tuple(name: str, body: dict[str, Any]) -> type[Any]:
    """A class of tuples, with access to their places by name, and with the methods of its body."""
    types: dict[str, Any] = body.get("__annotations__", {})
    names = tuple(types)
    given = {name: body.pop(name) for name in names if name in body}

    def new(made: type[Any]) -> Any:
        title, parameters, known = f"{made.__qualname__}.__new__", ("_cls", *names), {"_new": tuple.__new__}
        found = _function(_tuple_code(len(names)), title, parameters, known, given.values())
        found.__annotations__ = types
        return staticmethod(found)

    made = {"__slots__": (), "__match_args__": names, "_fields": names, "_field_defaults": given}
    methods = {"__new__": _Late("__new__", new), "__repr__": _tuple_shown, "_make": classmethod(_tuple_of)}
    methods |= {"_replace": _tuple_replaced, "_asdict": _Like._asdict, "__getnewargs__": _Like.__getnewargs__}
    places = dict(zip(names, _PLACES[: len(names)], strict=True))
    return type(name, (tuple,), methods | body | places | made)


@cache
def _tuple_code(count: int) -> CodeType:
    parts = "".join(f"p{at}, " for at in range(count))
    return _compiled(f"return _new(self, ({parts}))", count)


def _tuple_shown(self: Any) -> str:
    parts = ", ".join(f"{name}={part!r}" for name, part in zip(self._fields, self, strict=True))
    return f"{self.__class__.__name__}({parts})"


def _tuple_of(cls: type[Any], parts: Iterable[Any]) -> Any:
    return cls(*parts)


def _tuple_replaced(self: Any, /, **changes: Any) -> Any:
    found = self.__class__(*map(changes.pop, self._fields, self))
    if changes:
        raise TypeError(f"no such field: {', '.join(changes)}")
    return found
