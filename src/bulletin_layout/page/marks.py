"""Pages as lists of marks. Points; origin at the top left of the trim; x to the right, y down.

A renderer is one ``match`` over ``Mark``: it measures nothing, breaks nothing, decides nothing.
"""

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date
from typing import Literal, NamedTuple, assert_never

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.page.tags import Tag
from bulletin_layout.pictures import Picture
from bulletin_layout.values import dataclass

#: Where a link (链接) leads: to a page of the edition, by its number; to an address; to the story of a slug
#: (``#slug``); or to the note of its own story that has a number (``^①``).
Target = int | str


class RunPart(NamedTuple):
    """Glyphs ``first`` to ``end`` of a run that are something of their own: an item's or note's label (序号), or words
    that lead to ``link``. They look like the rest, so that a page is drawn without a seam; tagged files part them."""

    first: int
    end: int
    link: Target | None = None
    label: bool = False


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face, size and ink (字形串), placed from a common origin on the baseline.

    Parallel tuples, one entry a glyph. ``xs``: points right of the origin; ``ys``: points below it, empty when
    all are 0. ``texts``: the source text each glyph stands for ("" when an earlier glyph carries it), so that
    copied text equals the source. ``stretch`` widens or narrows every glyph (直排内横排 only); ``turn`` rotates
    each glyph clockwise by 0 or 90 degrees about its own origin. ``link``: where a click on it leads. ``gloss``: which
    ruby (注音) of its line this is, or stands under; 0: none. ``label``: it is an item's or note's label. ``parts``:
    what is linked or a label in it, in its order, each glyph in one part at most.
    """

    face: Face
    size: float
    ink: Ink
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    texts: tuple[str, ...]
    ys: tuple[float, ...] = ()
    stretch: float = 1.0
    turn: Literal[0, 90] = 0
    link: Target | None = None
    gloss: int = 0
    label: bool = False
    parts: tuple[RunPart, ...] = ()

    def part(self, first: int, end: int) -> "GlyphRun":
        """Its glyphs from ``first`` to ``end``, where they stood, without its ``parts``."""
        gids, xs, texts = self.gids[first:end], self.xs[first:end], self.texts[first:end]
        return replace(self, gids=gids, xs=xs, texts=texts, ys=self.ys[first:end], parts=())

    def parted(self) -> Iterator["GlyphRun"]:
        """The run in pieces: each of its parts, and what lies between them."""
        at = 0
        for part in self.parts:
            if at < part.first:
                yield self.part(at, part.first)
            yield replace(self.part(part.first, part.end), link=part.link or self.link, label=part.label)
            at = part.end
        if at < len(self.gids):
            yield self.part(at, len(self.gids))


@dataclass(frozen=True, slots=True)
class TextMark:
    """A run of glyphs with its origin at (x, y)."""

    x: float
    y: float
    run: GlyphRun
    tag: Tag = Tag()


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line (线). ``round``: its ends are, half a width beyond the points named; from a point to itself it is
    a dot (圆点) as large as it is wide. ``furniture``: the layout's name for the furniture that draws it, else empty;
    ``beside``: of a dot or underline of letters, their tag."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    ink: Ink
    round: bool = False
    furniture: str = ""
    beside: Tag | None = None


@dataclass(frozen=True, slots=True)
class PanelMark:
    """A rectangle (底纹、边框): filled, bordered, or both; the border is stroked inside it. ``furniture``: as for a
    rule."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    border: Ink | None = None
    border_width: float = 0.0
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture (图片) that fills its rectangle; ``crop`` is left, top, right, bottom as parts (0–1) of the picture."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    tag: Tag = Tag("figure")

    @property
    def dpi(self) -> float:
        """Pixels of the picture an inch of paper, the way that has fewer."""
        left, top, right, bottom = self.crop
        across = self.picture.width * (right - left) / self.width
        return 72 * min(across, self.picture.height * (bottom - top) / self.height)


#: Marks that say or show something. Lines and panels have no tag: all of them are artifacts.
TaggedMark = TextMark | PictureMark
Mark = TaggedMark | RuleMark | PanelMark


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark (书签): a story's head, and how far down the page it starts, in points."""

    title: str
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """One printed side. Marks are in painting order; the text of each story stands together, in reading order."""

    number: int
    name: str
    width: float
    height: float
    bleed: float
    marks: tuple[Mark, ...]
    outline: tuple[OutlineEntry, ...] = ()

    def inks(self) -> Iterator[Ink]:
        """The inks of its text, lines and panels, mark by mark; those of pictures are in their files."""
        for mark in self.marks:
            match mark:
                case TextMark(run=GlyphRun(ink=ink)) | RuleMark(ink=ink):
                    yield ink
                case PanelMark(fill=fill, border=border):
                    yield from (each for each in (fill, border) if each is not None)
                case TextMark() | RuleMark() | PictureMark():
                    pass
                case _:
                    assert_never(mark)

    def tagged(self) -> Iterator[tuple[int, TaggedMark]]:
        """The marks that say or show something, each with its number among all of them, from 0."""
        for number, mark in enumerate(self.marks):
            match mark:
                case TextMark() | PictureMark():
                    yield number, mark
                case RuleMark() | PanelMark():
                    pass
                case _:
                    assert_never(mark)

    def texts(self) -> Iterator[TextMark]:
        """Its text."""
        for _, mark in self.tagged():
            match mark:
                case TextMark():
                    yield mark
                case PictureMark():
                    pass
                case _:
                    assert_never(mark)

    def pictures(self) -> Iterator[PictureMark]:
        """Its pictures."""
        for _, mark in self.tagged():
            match mark:
                case PictureMark():
                    yield mark
                case TextMark():
                    pass
                case _:
                    assert_never(mark)


@dataclass(frozen=True, slots=True)
class Edition:
    """A composed issue (一期): its pages and what a document must say of itself."""

    title: str
    author: str
    subject: str
    date: date
    pages: tuple[Page, ...] = field(default=())
