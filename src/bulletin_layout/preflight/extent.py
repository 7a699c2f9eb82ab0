"""The rectangle that each mark covers on the page (占位)."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import GlyphRun, Mark, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.values import NamedTuple

_EM_DESCENT: Final = 1 - EM_ASCENT
#: Two em boxes may share this many points: side bearings keep the ink apart.
SLACK: Final = 0.75
#: The sides of a rectangle that has no part in any.
_NOWHERE: Final = ((0.0,), (0.0,), (-9e9,), (-9e9,))


class InkRect(NamedTuple):
    """Points from the top left of the trim; ``right`` and ``bottom`` are coordinates, not sizes."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "InkRect", slack: float) -> bool:
        """Whether the two share more than a strip of ``slack`` points."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )

    def inside(self, other: "InkRect", slack: float) -> bool:
        """Whether no side of this one stands more than ``slack`` points outside the other."""
        return (
            self.left >= other.left - slack
            and self.top >= other.top - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )


class MarkExtent(NamedTuple):
    """A mark and the rectangle that it covers."""

    mark: Mark
    rect: InkRect


class Placed(NamedTuple):
    """The marks of a page with their rectangles, in painting order: all of them (``marks``), and those of each kind
    that checks look at; ``grounds``: what covers an area, panels and pictures."""

    marks: tuple[MarkExtent, ...]
    texts: tuple[tuple[TextMark, InkRect], ...]
    grounds: tuple[tuple[PanelMark | PictureMark, InkRect], ...]
    pictures: tuple[tuple[PictureMark, InkRect], ...]


def placed(page: Page) -> Placed:
    """The marks of a page, each looked at once."""
    marks: list[MarkExtent] = []
    texts: list[tuple[TextMark, InkRect]] = []
    grounds: list[tuple[PanelMark | PictureMark, InkRect]] = []
    pictures: list[tuple[PictureMark, InkRect]] = []
    for mark in page.marks:
        rect = extent(mark)
        marks.append(MarkExtent(mark, rect))
        match mark:
            case TextMark():
                texts.append((mark, rect))
            case PictureMark():
                grounds.append((mark, rect))
                pictures.append((mark, rect))
            case PanelMark():
                grounds.append((mark, rect))
            case RuleMark():
                pass
            case _:
                assert_never(mark)
    return Placed(tuple(marks), tuple(texts), tuple(grounds), tuple(pictures))


def around(rects: Iterable[InkRect]) -> InkRect:
    """The rectangle around all of them; nowhere, when there are none."""
    lefts, tops, rights, feet = zip(*rects, strict=True) if (rects := tuple(rects)) else _NOWHERE
    return InkRect(min(lefts), min(tops), max(rights), max(feet))


def extent(mark: Mark) -> InkRect:
    """The rectangle of a mark. That of text consists of em boxes, since the ink of a full stop, for example, is too
    small to judge by."""
    match mark:
        case TextMark(x=x, y=y, run=run):
            left, top, right, bottom = _turned(run) if run.turn else _upright(run)
            return InkRect(x + left, y + top, x + right, y + bottom)
        case PanelMark(x=x, y=y, width=width, height=height) | PictureMark(x=x, y=y, width=width, height=height):
            return InkRect(x, y, x + width, y + height)
        case RuleMark(x1=x1, y1=y1, x2=x2, y2=y2, width=width):
            half = width / 2
            across = half if x1 == x2 else 0.0
            along = half if y1 == y2 else 0.0
            return InkRect(min(x1, x2) - across, min(y1, y2) - along, max(x1, x2) + across, max(y1, y2) + along)
        case _:
            assert_never(mark)


def _upright(run: GlyphRun) -> InkRect:
    """The em boxes of upright glyphs, from the first origin to the end of the last advance."""
    if not run.gids:
        return InkRect(0, 0, 0, 0)
    last = run.xs.index(max(run.xs))
    reach = run.xs[last] + run.face.advance(run.gids[last]) * run.size * run.stretch
    top, bottom = (min(run.ys), max(run.ys)) if run.ys else (0.0, 0.0)
    return InkRect(min(run.xs), top - EM_ASCENT * run.size, reach, bottom + _EM_DESCENT * run.size)


def _turned(run: GlyphRun) -> InkRect:
    """The em boxes of glyphs turned clockwise: the advance goes down, their tops are on the right."""
    if not run.gids:
        return InkRect(0, 0, 0, 0)
    ys = run.ys or (0.0,) * len(run.gids)
    last = ys.index(max(ys))
    reach = ys[last] + run.face.advance(run.gids[last]) * run.size * run.stretch
    return InkRect(min(run.xs) - _EM_DESCENT * run.size, min(ys), max(run.xs) + EM_ASCENT * run.size, reach)


def inks_of(mark: Mark) -> Iterator[tuple[InkRect, str]]:
    """The rectangles that have ink, each with the start of its text to find it by: glyph by glyph, and for a panel the
    four sides of its border."""
    match mark:
        case TextMark(x=x, y=y, run=run):
            for ink, text in _glyph_inks(run):
                yield InkRect(x + ink.left, y + ink.top, x + ink.right, y + ink.bottom), text
        case PanelMark(x=x, y=y, width=width, height=height, border_width=line):
            right, foot = x + width, y + height
            yield InkRect(x, y, right, y + line), ""
            yield InkRect(x, foot - line, right, foot), ""
            yield InkRect(x, y, x + line, foot), ""
            yield InkRect(right - line, y, right, foot), ""
        case RuleMark() | PictureMark():
            yield extent(mark), ""
        case _:
            assert_never(mark)


def _glyph_inks(run: GlyphRun) -> Iterator[tuple[InkRect, str]]:
    """Each glyph's ink relative to the run's origin; glyphs without ink are left out."""
    ys = run.ys or (0.0,) * len(run.gids)
    for number, (gid, x, y) in enumerate(zip(run.gids, run.xs, ys, strict=True)):
        left, bottom, right, top = (side * run.size for side in run.face.ink(gid))
        left, right = left * run.stretch, right * run.stretch
        if left == right:
            continue
        text = "".join(run.texts[number : number + 8])
        if run.turn:
            yield InkRect(x + bottom, y + left, x + top, y + right), text
        else:
            yield InkRect(x + left, y - top, x + right, y - bottom), text
