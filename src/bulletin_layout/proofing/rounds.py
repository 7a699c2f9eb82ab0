"""A round of proofs (校次): all texts and pictures of an issue as they stood in it, and where."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final, Literal

from bulletin_layout.values import NamedTuple, dataclass

#: A proof to be read; the clean proof (清样), which waits for its signature; what is signed for the press (付印).
Stage = Literal["proof", "clean", "press"]
STAGES: Final[tuple[Stage, ...]] = ("proof", "clean", "press")

#: Longest word among the names of a round.
LONGEST_NAME: Final = 60
#: Height of a character's box above its baseline, in em.
_ASCENT: Final = 0.88


class Box(NamedTuple):
    """A rectangle on a page, points from the top left of its trim; ``page``: its number."""

    page: int
    x: float
    y: float
    width: float
    height: float


class Place(NamedTuple):
    """A place as people name it: page, slot and line of body text in it (0: a head, a caption, a table …)."""

    page: int
    slot: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a text as it stands on a page: the text from offset ``start`` on, up to the next line's start.

    ``slot``: name of the slot; ``number``: of the line in it, counted over all its columns, 0 outside body text.
    (x, y): left end of the baseline, or top of a vertical line at its left edge; ``size``: of the type; ``edges``:
    where each character begins, and the last one ends, in points from there; in a round that was read from a file,
    where they are likely to.
    """

    start: int
    page: int
    slot: str
    number: int
    x: float
    y: float
    size: float
    vertical: bool = False
    edges: tuple[float, ...] = (0.0,)

    @property
    def place(self) -> Place:
        """The place of the line."""
        return Place(self.page, self.slot, self.number)

    def box(self, first: int, end: int) -> Box:
        """The box of the characters from ``first`` to ``end`` (exclusive), counted from the line's start; none has no
        width."""
        near, far = self._edge(first), self._edge(end)
        if self.vertical:
            return Box(self.page, self.x, self.y + near, self.size, far - near)
        return Box(self.page, self.x + near, self.y - _ASCENT * self.size, far - near, self.size)

    @property
    def end(self) -> Box:
        """The box without width after its last character."""
        return self.box(len(self.edges), len(self.edges))

    @property
    def length(self) -> float:
        """The length of the line, points."""
        return self.edges[-1]

    def _edge(self, at: int) -> float:
        return self.edges[min(at, len(self.edges) - 1)]


@dataclass(frozen=True, slots=True)
class RoundText:
    """A text of a story: a head, a byline, a caption, a paragraph, a row of a table (cells parted by tabs).

    ``kind``: its role; ``name``: of the photo that it belongs to. ``lines``: where it stands; text that did not fit is
    on none. ``styled``: (start, end, emphasis) of what is not in the text's own type.
    """

    kind: str
    text: str
    name: str = ""
    lines: tuple[SetLine, ...] = ()
    styled: tuple[tuple[int, int, str], ...] = ()

    def line_at(self, offset: int) -> SetLine | None:
        """The line of a character; None: it is on no page."""
        if not self.lines:
            return None
        starts = [line.start for line in self.lines]
        return self.lines[max(0, bisect_right(starts, offset) - 1)]

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """The boxes of a stretch of the text, one a line; of an empty stretch, one without width between its
        neighbours."""
        if start == end:
            line = self.line_at(max(0, start - 1))
            if line is not None:
                at = max(0, start - line.start)
                yield line.box(at, at)
            return
        ends = (*(line.start for line in self.lines[1:]), len(self.text))
        for line, last in zip(self.lines, ends, strict=False):  # a text that is on no page has no lines
            first, after = max(start, line.start), min(end, last)
            if first < after:
                yield line.box(first - line.start, after - line.start)


@dataclass(frozen=True, slots=True)
class RoundPhoto:
    """A picture: its name in its story, its file's digest, its rectangle on a page, and the part of it
    that is shown (see ``PictureMark.crop``)."""

    name: str
    sha256: str
    box: Box
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class RoundStory:
    """A story with its texts in reading order, heads first. ``slots``: where it stands, in order."""

    slug: str
    title: str
    texts: tuple[RoundText, ...]
    photos: tuple[RoundPhoto, ...] = ()
    slots: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A page: its name, its editor (本版责编), and the texts of its furniture, with their names in the layout.
    ``digest``: of all that is printed on it, to a tenth of a point."""

    number: int
    name: str
    editor: str
    digest: str
    texts: tuple[RoundText, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction that is asked for in a story file, ``<!-- 改：旧文→新文 -->`` (未改的校改). ``old`` and ``new`` are
    empty when it is in words only."""

    story: str
    words: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A round: its number, from 1, the day that somebody gave for it, and all that its pages hold. ``names``: words
    that are shown whole when a character of them changes."""

    number: int
    stage: Stage
    date: str
    issue: str
    pages: tuple[RoundPage, ...]
    stories: Mapping[str, RoundStory] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    names: tuple[str, ...] = ()

    def unlike(self, before: "Round") -> tuple[int, ...]:
        """The pages that do not look as they did in a round before, or were not in it."""
        digests = {page.number: page.digest for page in before.pages}
        return tuple(page.number for page in self.pages if digests.get(page.number) != page.digest)

    def page(self, number: int) -> RoundPage | None:
        """The page with this number."""
        return next((page for page in self.pages if page.number == number), None)
