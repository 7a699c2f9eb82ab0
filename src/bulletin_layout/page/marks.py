"""Pages as lists of marks. Points; origin at the top left of the trim; x to the right, y down.

A renderer is one ``match`` over ``Mark``: it measures nothing, breaks nothing, decides nothing.
"""

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import Literal, assert_never

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.page.tags import Origin, Tag
from bulletin_layout.pictures import Picture
from bulletin_layout.values import NamedTuple, dataclass, replace

#: Target of a link (链接): a page number of the edition, an address, a story (``#slug``), or a note of the same story
#: (``^①``).
Target = int | str


class RunPart(NamedTuple):
    """Glyphs ``first`` to ``end`` (exclusive) of a run: the label of an item or note (序号), or words that link to
    ``link``. They look like the rest of the run, so print draws the run whole; tagged files draw the parts separately.
    """

    first: int
    end: int
    link: Target | None = None
    label: bool = False


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face, size (points) and ink (字形串), placed from a common origin on the baseline.

    ``gids``, ``xs``, ``texts``, ``ys`` are parallel, with an entry a glyph. ``xs``: points right of the origin; ``ys``:
    points below it, empty if all are 0. ``texts``: source text that each glyph stands for ("" if an earlier glyph has
    it), so that text copied from the PDF equals the source. ``stretch``: horizontal scale of the glyphs (直排内横排);
    ``turn``: rotation of each glyph about its own origin, degrees clockwise. ``link``: target of a click on the run.
    ``gloss``: number of the ruby (注音) of its line that this run is, or is the base text of; 0: none. ``label``: the
    run is the label of an item or note. ``parts``: links and labels inside the run, in order, not overlapping.
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
        """The glyphs from ``first`` to ``end`` (exclusive) at the same places, without ``parts``."""
        gids, xs, texts = self.gids[first:end], self.xs[first:end], self.texts[first:end]
        return replace(self, gids=gids, xs=xs, texts=texts, ys=self.ys[first:end], parts=())

    def parted(self) -> Iterator["GlyphRun"]:
        """The run cut into its parts and the glyphs between them."""
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
    """A run of glyphs with its origin at (x, y). ``origin``: the line that it is of, one value for all its marks; None:
    it is from no text."""

    x: float
    y: float
    run: GlyphRun
    tag: Tag = Tag()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line (线), from (x1, y1) to (x2, y2), ``width`` points thick. ``round``: with round ends, half a width
    beyond both points; a line of no length is then a dot (圆点) of diameter ``width``. ``furniture``: the layout's name
    for the furniture that draws it, else empty; ``beside``: of a dot or underline of letters, their tag."""

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
    """A picture (图片) that fills its rectangle; ``crop``: left, top, right, bottom of the part that is shown, as
    fractions (0–1) of the picture."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    tag: Tag = Tag("figure")

    @property
    def dpi(self) -> float:
        """Resolution in pixels per inch of paper, of width or height, whichever is lower."""
        left, top, right, bottom = self.crop
        across = self.picture.width * (right - left) / self.width
        return 72 * min(across, self.picture.height * (bottom - top) / self.height)


#: Marks with content. Rules and panels have no tag: in a tagged file all of them are artifacts.
TaggedMark = TextMark | PictureMark
Mark = TaggedMark | RuleMark | PanelMark


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark (书签): a story's or section's title, and y of its top on the page, points. ``level``: 1 below the
    page, 2 below the entry of level 1 before it; ``story``: the story's slug."""

    title: str
    y: float
    level: int = 1
    story: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One printed side (版); sizes in points. Marks are in painting order; the text marks of a story are consecutive,
    in reading order."""

    number: int
    name: str
    width: float
    height: float
    bleed: float
    marks: tuple[Mark, ...]
    outline: tuple[OutlineEntry, ...] = ()

    def inks(self) -> Iterator[Ink]:
        """The inks of all text, rules and panels, in the order of the marks; colours of pictures are in their files."""
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
        """The marks with content, each with its index in ``marks``."""
        for number, mark in enumerate(self.marks):
            match mark:
                case TextMark() | PictureMark():
                    yield number, mark
                case RuleMark() | PanelMark():
                    pass
                case _:
                    assert_never(mark)

    def texts(self) -> Iterator[TextMark]:
        """The text marks, in painting order."""
        for _, mark in self.tagged():
            match mark:
                case TextMark():
                    yield mark
                case PictureMark():
                    pass
                case _:
                    assert_never(mark)

    def pictures(self) -> Iterator[PictureMark]:
        """The picture marks, in painting order."""
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
    """A composed issue (一期): its pages, and the metadata of its files."""

    title: str
    author: str
    subject: str
    date: date
    pages: tuple[Page, ...] = field(default=())
