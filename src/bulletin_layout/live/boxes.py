"""Boxes around marks of a page (框), points from the top left corner of the trim."""

from collections.abc import Iterable

from bulletin_layout.grid import Rect
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import PictureMark, TextMark


def box_of(marks: Iterable[TextMark | PictureMark]) -> Rect:
    """The box around marks; of text, around the em boxes of its glyphs."""
    boxes = [mark_box(mark) for mark in marks]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.foot for box in boxes) - top)


def mark_box(mark: TextMark | PictureMark, first: int = 0, end: int | None = None) -> Rect:
    """The box of a picture, or of some glyphs of a text."""
    if isinstance(mark, PictureMark):
        return Rect(mark.x, mark.y, mark.width, mark.height)
    run, last = mark.run, len(mark.run.gids) if end is None else end
    xs, ys = run.xs[first:last], run.ys[first:last] or (0.0,)
    glyphs = zip(xs, run.gids[first:last], strict=True)
    right = max(x + run.face.advance(gid) * run.size * run.stretch for x, gid in glyphs)
    top = min(ys) - EM_ASCENT * run.size
    return Rect(mark.x + min(xs), mark.y + top, right - min(xs), max(ys) - min(ys) + run.size)
