"""A story that was read from a manuscript (初稿): its heads, photos and body, and what each was taken for."""

from typing import Literal

from bulletin_layout.manuscripts.matter import Grid, Run, Shot
from bulletin_layout.values import dataclass

Line = tuple[Run, ...]
RoleName = Literal[
    "section",
    "kicker",
    "headline",
    "deck",
    "byline",
    "caption",
    "credit",
    "crosshead",
    "sign",
    "verse",
    "attachment",
    "letterhead",
    "paragraph",
]
PartKind = Literal["body", "crosshead", "item", "sign", "verse", "aside", "table", "section"]
#: Votes from which a role is sure, and from which it is guessed.
SURE = 6
GUESSED = 3


@dataclass(frozen=True, slots=True)
class Role:
    """What a line was taken for. ``votes``: their sum; ``line``: the paragraph's number in the manuscript."""

    role: RoleName
    votes: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class PhotoDraft:
    """A picture with its caption and its credit."""

    shot: Shot
    caption: Line = ()
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body. ``lines``: one, or those of verse and signatures; ``label`` and ``level``: of an item;
    ``inner``: of an aside, with its title in ``lines``."""

    kind: PartKind
    lines: tuple[Line, ...] = ()
    label: str = ""
    level: int = 0
    line: int = 0
    grid: Grid | None = None
    inner: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The story. Heads are lists of printed lines."""

    parts: tuple[Part, ...]
    roles: tuple[Role, ...] = ()
    kicker: tuple[Line, ...] = ()
    headline: tuple[Line, ...] = ()
    deck: tuple[Line, ...] = ()
    byline: Line = ()
    photos: tuple[PhotoDraft, ...] = ()
    notes: tuple[tuple[str, tuple[Line, ...]], ...] = ()


def text_of(line: Line) -> str:
    """The text of a line."""
    return "".join(run.text for run in line)
