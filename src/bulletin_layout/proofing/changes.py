"""Changes between two rounds (改动), as values that a proof sheet, a list and a live page show."""

from typing import Final, Literal

from bulletin_layout.proofing.rounds import Box, Place, Stage
from bulletin_layout.values import dataclass

#: What was done: 改 增 删 移, a paragraph parted or joined (另段、接排), a change undone (恢复), other type; a picture
#: new, gone, replaced, moved, cropped otherwise; a story new, gone, in another place, rewritten; a page new or gone.
Kind = Literal[
    "replace", "insert", "delete", "move", "split", "join", "restore", "style",
    "photo-new", "photo-gone", "photo-swapped", "photo-moved", "photo-cropped",
    "story-new", "story-gone", "story-moved", "rewrite", "page-new", "page-gone",
]  # fmt: skip
#: How much a slip here would cost, highest first (BJ 3: names, dates and heads count double).
Weight = Literal["name", "number", "head", "picture", "text", "mark"]
WEIGHTS: Final[tuple[Weight, ...]] = ("name", "number", "head", "picture", "text", "mark")


@dataclass(frozen=True, slots=True)
class Change:
    """A change. ``story``: slug, "" for the furniture of a page; ``role``: role of the text (``headline``, ``body`` …;
    of furniture its role), ``photo`` or ``page``; ``name``: of the photo, or of the furniture in its layout.

    ``old``, ``new``: the texts; ``before``, ``after``: up to four characters around, in the new text. ``was``, ``now``:
    where it was in the last round and is in this one; None: on no page. ``old_boxes``, ``boxes``: the same in points.
    ``gap``: of what moved, where it was taken from, as the pages are now.
    ``like``: number of an earlier change in the list with the same texts (同上), 0 if there is none. ``number``: its
    own, from 1, in the order of the pages.
    """

    kind: Kind
    story: str
    role: str
    old: str = ""
    new: str = ""
    before: str = ""
    after: str = ""
    name: str = ""
    weight: Weight = "text"
    was: Place | None = None
    now: Place | None = None
    old_boxes: tuple[Box, ...] = ()
    boxes: tuple[Box, ...] = ()
    gap: Box | None = None
    like: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class StoryStanding:
    """What became of a story: ``changes``: how many; ``lines``: how many of its lines stand elsewhere than in the last
    round, though their text did not change (文字未变，移动)."""

    slug: str
    title: str
    places: tuple[tuple[int, str], ...]
    changes: int
    lines: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes from the round ``last``, which had the stage ``stage``, to the round ``number``, in the order of
    pages, and what became of each story."""

    number: int
    last: int
    changes: tuple[Change, ...]
    stories: tuple[StoryStanding, ...]
    stage: Stage = "proof"
