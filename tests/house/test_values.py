"""Values behave as the standard library's frozen dataclasses and named tuples do."""

import ast
import dataclasses
import inspect
import pickle
import typing
from copy import copy
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from pathlib import Path

import pytest

import bulletin_layout
from bulletin_layout.values import NamedTuple, dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """Made here."""

    name: str
    size: float = 9.0
    parts: list[int] = field(default_factory=list)

    @property
    def twice(self) -> float:
        """A property of its own."""
        return 2 * self.size


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """Made by the standard library."""

    name: str
    size: float = 9.0
    parts: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Like:
    """With the same fields."""

    name: str
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class Other:
    """With the same fields, but equal as it says itself."""

    name: str
    size: float = 9.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Other)

    def __hash__(self) -> int:
        return 1


@dataclass(frozen=True, slots=True)
class Shown:
    """Says itself how it is shown."""

    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """With an order."""

    name: str
    size: float = 9.0


@dataclass(slots=True)
class Collected:
    """Changes, and works something out when it is made."""

    parts: list[int]
    total: int = 0

    def __post_init__(self) -> None:
        self.total += sum(self.parts)


class Named(NamedTuple):
    """Made here."""

    name: str
    size: "float" = 9.0

    @property
    def twice(self) -> float:
        """A property of its own."""
        return 2 * self.size


class TheirNamed(typing.NamedTuple):
    """Made by the standard library."""

    name: str
    size: "float" = 9.0


def test_fields_with_their_defaults() -> None:
    first, second = Ours("a"), Ours("b", size=10.0)
    assert (first.name, first.size, first.parts, second.size, second.twice) == ("a", 9.0, [], 10.0, 20.0)
    assert first.parts is not second.parts
    assert [each.name for each in fields(Ours)] == [each.name for each in fields(Theirs)]
    assert asdict(second) == asdict(Theirs("b", 10.0))


def test_what_is_missing_or_too_much_is_refused() -> None:
    with pytest.raises(TypeError, match="name"):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other"):
        Ours("a", other=1)  # type: ignore[call-arg]


def test_equal_are_values_of_one_class_with_equal_parts() -> None:
    assert Like("a") == Like("a", 9.0)
    assert Like("a") != Like("b")
    assert Like("a") != Other("a")
    assert hash(Like("a")) == hash(Like("a", 9.0))
    assert len({Like("a"), Like("a"), Like("b")}) == 2
    assert Other("a") == Other("b")  # it says itself what is equal
    assert hash(Other("a")) == 1


def test_nothing_of_it_changes() -> None:
    value = Like("a")
    with pytest.raises(FrozenInstanceError, match="name"):
        value.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="size"):
        del value.size
    with pytest.raises(FrozenInstanceError, match="more"):
        value.more = 1  # type: ignore[attr-defined]
    assert value == Like("a")


def test_others_are_made_from_it() -> None:
    value = Like("a", 3.0)
    assert replace(value, name="b") == Like("b", 3.0)
    assert copy(value) == pickle.loads(pickle.dumps(value)) == value
    match value:
        case Like(name, size):
            assert (name, size) == ("a", 3.0)


def test_with_an_order_they_are_sorted_by_their_parts() -> None:
    low, high = Placed("a", 1.0), Placed("a", 2.0)
    assert sorted([Placed("b", 0.0), high, low]) == [low, high, Placed("b", 0.0)]
    assert low < high
    assert high > low
    assert low <= Placed("a", 1.0) <= high
    with pytest.raises(TypeError):
        assert low < Like("a", 2.0)  # type: ignore[operator]


def test_one_that_is_not_frozen_changes_and_has_no_hash() -> None:
    value = Collected([1, 2])
    assert value.total == 3
    value.total = 5
    assert value == Collected([1, 2], total=2)
    assert copy(value) == pickle.loads(pickle.dumps(value)) == value
    with pytest.raises(TypeError, match="hash"):
        hash(value)
    with pytest.raises(AttributeError):
        value.more = 1  # type: ignore[attr-defined]


def test_it_shows_its_parts_unless_it_says_otherwise() -> None:
    assert repr(Ours("a")) == repr(Theirs("a")).replace("Theirs", "Ours")
    assert repr(Shown("a")) == "<a>"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Like, "(name: str, size: float = 9.0) -> None"), (Named, "(name: str, size: 'float' = 9.0)")],
)
def test_a_class_says_what_it_takes(value: type, expected: str) -> None:
    assert str(inspect.signature(value)) == expected  # before the first is made, and after
    value("a")
    assert str(inspect.signature(value)) == expected


def test_a_named_tuple_is_a_tuple_with_names() -> None:
    one, other = Named("a"), Named(size=1.0, name="b")
    assert (one, one.name, one.size, one.twice) == (("a", 9.0), "a", 9.0, 18.0)
    assert [*other] == ["b", 1.0] == [other[0], other[-1]]
    assert Named.__bases__ == (tuple,) == TheirNamed.__bases__
    assert not hasattr(one, "__dict__")
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]
    match one:
        case Named(name, size):
            assert (name, size) == ("a", 9.0)


def test_a_named_tuple_answers_like_the_library_s() -> None:
    one, theirs = Named("a", 3.0), TheirNamed("a", 3.0)
    assert repr(one) == repr(theirs).replace("TheirNamed", "Named")
    assert one._asdict() == theirs._asdict()
    assert Named._fields == TheirNamed._fields
    assert Named._field_defaults == TheirNamed._field_defaults
    assert typing.get_type_hints(Named) == typing.get_type_hints(TheirNamed)
    assert Named._make(["a", 3.0]) == one == one._replace(name="a") == Named("b", 3.0)._replace(name="a")
    assert type(one._replace(name="b")) is type(copy(one)) is type(pickle.loads(pickle.dumps(one))) is Named
    assert copy(one) == pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "other": 1}])
def test_a_named_tuple_refuses_what_is_missing_or_too_much(wrong: dict[str, typing.Any]) -> None:
    with pytest.raises(TypeError, match=r"name|other"):
        Named(**wrong)
    with pytest.raises(TypeError, match="other"):
        Named("a")._replace(other=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Named._make(["a", 1.0, 2.0])


def test_all_values_of_the_program_are_made_here() -> None:
    slow = {"dataclasses": {"dataclass"}, "typing": {"NamedTuple"}, "collections": {"namedtuple"}}
    found = list[str]()
    for file in Path(bulletin_layout.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and slow.get(node.module or "", set()) & {
                each.name for each in node.names
            }:
                found.append(file.name)
    assert set(found) == {"values.py"}
