"""people.yaml, orgs.yaml, terms.yaml, words.yaml (名录): lists beside bulletin.yaml, each of which may be missing."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar

from bulletin_layout.findings import Location
from bulletin_layout.issue.rosters import Body, Denied, Mistaken, Person, Post, Renamed, Rosters
from bulletin_layout.reading.schema import roster_keys as keys
from bulletin_layout.reading.schema.binding import field_values
from bulletin_layout.reading.schema.check import Record, Where, read_record
from bulletin_layout.reading.schema.kinds import Shape
from bulletin_layout.reading.sources.files import Files

T = TypeVar("T")
_SHAPES: Final = {"people": keys.PEOPLE, "orgs": keys.ORGS, "terms": keys.TERMS, "words": keys.WORDS}


def read_rosters(files: Files) -> Rosters:
    """The lists of a publication; what is faulty in them is reported and left out."""
    people, orgs, terms, words = (_record(files, name, shape) for name, shape in _SHAPES.items())
    founded = terms.get("anniversaries", Record)
    return Rosters(
        people=tuple(map(_person, _items(people, "people"))),
        bodies=tuple(map(_body, _items(orgs, "orgs"))),
        denied=tuple(_made(Denied, keys.DENIED, each, apart="except") for each in _items(terms, "deny")),
        renamed=tuple(_made(Renamed, keys.RENAMED, each) for each in _items(terms, "renamed")),
        fixed=terms.texts("fixed"),
        mistaken=tuple(_made(Mistaken, keys.MISTAKEN, each, apart="except") for each in _items(words, "words")),
        known=words.texts("known"),
        founded={name: item.value for name, item in founded.items.items()} if founded is not None else {},
    )


def _record(files: Files, name: str, shape: Shape) -> Record:
    path = files.root / f"{name}.yaml"
    start = Location(files.shown(path))
    node = files.map(path, start) if path.is_file() else None
    return read_record(node, shape, Where(), files.findings) if node is not None else Record(start, {})


def _items(record: Record, key: str) -> Iterator[Any]:
    """The texts and records of a list; those that lack a key that they must have are left out."""
    for item in record.get(key, tuple) or ():
        if not isinstance(item.value, Record) or item.value.whole:
            yield item.value


def _made(value: type[T], shape: Shape, record: Record, **lists: str) -> T:
    """A value of the keys of a record; ``lists``: by field, the key of a list of words."""
    return value(**field_values(record, shape), **{field: record.texts(key) for field, key in lists.items()})


def _person(record: Record) -> Person:
    posts = tuple(
        Post(each) if isinstance(each, str) else _made(Post, keys.POST, each) for each in _items(record, "posts")
    )
    one = record.text("posts")
    values = field_values(record, keys.PERSON)
    return Person(**values, posts=(Post(one),) if one else posts, also=record.texts("also"))


def _body(written: str | Record) -> Body:
    if isinstance(written, str):
        return Body(written)
    return _made(Body, keys.BODY, written, short="short", wrong="wrong")
