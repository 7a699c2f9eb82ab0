"""Who wrote a story, taken from its byline (署名): each author with the kind of author, as catalogues want it.

A byline may name a person, several persons, or an office, with what they did before or after it. What is neither surely
a person's name nor surely that of an office has no kind.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from bulletin_layout.typeset.persons import is_person
from bulletin_layout.values import NamedTuple

#: What stands between authors.
_BETWEEN: Final = re.compile(r"[\s、，,;；/／|｜]+")
#: A name of two characters with a space between them (关　岳), as bylines are spaced out to three.
_SPACED: Final = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
#: What authors did, before their name and after it.
_ROLE: Final = r"(?:(?:本报|本刊|特约)?(?:见习)?(?:记者|通讯员|撰稿|作者|文|图|摄影|供稿|整理))"
_BEFORE: Final = re.compile(rf"{_ROLE}?[:：]?(?=.)")
_AFTER: Final = re.compile(r"(?<=..)(?:整理|摘编|供稿|报道|摄影|摄|口述|执笔|编辑|撰稿|文|图)$")
#: How the names of offices end.
_OFFICES: Final = re.compile(
    r".+(?:院|处|室|部|局|办|站|社|组|队|会|所|厂|系|科|团|校|班|中心|公司|集团|学院|大学|委员会|实验室)$"
)


class Author(NamedTuple):
    """An author; ``kind``: schema.org's type, "" where it is not known."""

    name: str
    kind: Literal["Person", "Organization", ""]


def authors_of(byline: str) -> tuple[Author, ...]:
    """The authors of a byline, in its order, each once."""
    return tuple(dict.fromkeys(_authors(byline.strip("（）()"))))


def _authors(byline: str) -> Iterator[Author]:
    for part in _BETWEEN.split(_SPACED.sub(r"\1\2", byline)):
        if re.fullmatch(_ROLE, part):  # alone: the names come after it
            continue
        name = _AFTER.sub("", _BEFORE.sub("", part, count=1))
        if _OFFICES.fullmatch(name):
            yield Author(name, "Organization")
        elif name:
            yield Author(name, "Person" if is_person(name) else "")
