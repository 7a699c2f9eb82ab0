"""The house's own lists (名录): its people, bodies and terms, against which its texts are checked."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a person (职务), with the first and last day on which it is held; None: no such day."""

    post: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of people.yaml. ``order``: rank in lists of names (排序), from 1; 0: none. ``also``: real names of other
    people that look or sound like this one."""

    name: str
    order: int = 0
    posts: tuple[Post, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body of orgs.yaml (机构): its full name, its short ones, forms that are wrong. ``is_self``: it is the house."""

    full: str
    short: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    is_self: bool = False


@dataclass(frozen=True, slots=True)
class Denied:
    """A word of terms.yaml that is not used (禁用词), what is written instead, why, until which day, and the words in
    which it may stand."""

    word: str
    use: str = ""
    why: str = ""
    last: date | None = None
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name that changed on a day (旧名)."""

    old: str
    new: str
    first: date


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A word of words.yaml that is written by mistake, and what is meant."""

    wrong: str
    right: str
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rosters:
    """All lists of a publication. ``fixed``: phrases that stand whole (固定提法); ``known``: abbreviations that need no
    note; ``founded``: year of an event by its name (建院: 1958)."""

    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    denied: tuple[Denied, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    fixed: tuple[str, ...] = ()
    mistaken: tuple[Mistaken, ...] = ()
    known: tuple[str, ...] = ()
    founded: Mapping[str, int] = field(default_factory=dict)
