"""The kinds of file in a publication, each with its table of keys."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from bulletin_layout.findings.phrases import Phrase, both
from bulletin_layout.inks import BUILT_IN_INKS, Ink
from bulletin_layout.measures import Length
from bulletin_layout.reading.schema.issue_keys import FONTS, ISSUE, PUBLICATION, STORY
from bulletin_layout.reading.schema.kinds import (
    Either,
    Form,
    Key,
    Kind,
    ListOf,
    Shape,
    Whole,
)
from bulletin_layout.reading.schema.layout_keys import LAYOUT
from bulletin_layout.reading.schema.roster_keys import ORGS, PEOPLE, TERMS, WORDS
from bulletin_layout.values import dataclass

FileKind = Literal["publication", "layout", "issue", "story", "fonts", "people", "orgs", "terms", "words"]

#: A value in YAML or JSON, used to show a key's default or examples.
Written = str | int | float | bool | list["Written"]


@dataclass(frozen=True, slots=True)
class KindOfFile:
    """A kind of file. ``whole``: required keys must be in each file; in a layout they may come from another one
    (``extends``)."""

    shape: Shape
    title: Phrase
    version: int = 1
    whole: bool = True


KINDS: Final[Mapping[FileKind, KindOfFile]] = {
    "publication": KindOfFile(PUBLICATION, both("bulletin.yaml (刊物)", "bulletin.yaml（刊物）")),
    "layout": KindOfFile(LAYOUT, both("layouts/NAME.yaml (版式)", "layouts/NAME.yaml（版式）"), whole=False),
    "issue": KindOfFile(ISSUE, both("content/ISSUE/issue.yaml (一期)", "content/ISSUE/issue.yaml（一期）")),
    "story": KindOfFile(
        STORY, both("content/ISSUE/STORY.md, front matter (稿件)", "content/ISSUE/STORY.md 开头（稿件）")
    ),
    "fonts": KindOfFile(FONTS, both("fonts/fonts.yaml (字体)", "fonts/fonts.yaml（字体）")),
    "people": KindOfFile(PEOPLE, both("people.yaml (人员)", "people.yaml（人员）")),
    "orgs": KindOfFile(ORGS, both("orgs.yaml (机构)", "orgs.yaml（机构）")),
    "terms": KindOfFile(TERMS, both("terms.yaml (用语)", "terms.yaml（用语）")),
    "words": KindOfFile(WORDS, both("words.yaml (易错词)", "words.yaml（易错词）")),
}


def default_of(key: Key) -> Written | None:
    """The default of a key in its written form; None when there is none or ``key.instead`` describes it in words."""
    if key.instead:
        return None
    if isinstance(key.usual, Length):
        return str(key.usual)
    return _written(key.kind, key.default if key.usual is None else key.usual)


def _written(kind: Kind, value: Any) -> Written | None:
    """A field's value in its written form; None when it is empty, or a map, whose keys show their own defaults."""
    if isinstance(kind, Either) and kind.scalar is not None:
        kind = kind.scalar
    if value in (None, "", ()) or isinstance(kind, Shape):
        return None
    if isinstance(value, Ink):
        return next(name for name, ink in BUILT_IN_INKS.items() if ink == value)
    if isinstance(kind, ListOf):
        return [part for each in value if (part := _written(kind.item, each)) is not None]
    if isinstance(kind, Form):
        return kind.write(value)
    return f"{value}{kind.unit}" if isinstance(kind, Whole) and kind.unit else value
