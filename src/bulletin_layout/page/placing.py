"""Puts marks elsewhere (挪位): a page on a larger sheet, at its own size or smaller."""

from dataclasses import replace
from typing import assert_never

from bulletin_layout.page.marks import GlyphRun, Mark, PanelMark, PictureMark, RuleMark, TextMark


def placed(mark: Mark, dx: float, dy: float, scale: float = 1.0) -> Mark:
    """A mark ``scale`` times as large, from the origin, then moved by (dx, dy) points."""
    match mark:
        case TextMark(x=x, y=y, run=run):
            return replace(mark, x=x * scale + dx, y=y * scale + dy, run=_scaled(run, scale))
        case RuleMark(x1=x1, y1=y1, x2=x2, y2=y2, width=width):
            (x1, x2), (y1, y2) = ((at * scale + dx for at in (x1, x2)), (at * scale + dy for at in (y1, y2)))
            return replace(mark, x1=x1, y1=y1, x2=x2, y2=y2, width=width * scale)
        case PictureMark(x=x, y=y, width=width, height=height):
            return replace(mark, x=x * scale + dx, y=y * scale + dy, width=width * scale, height=height * scale)
        case PanelMark(x=x, y=y, width=width, height=height, border_width=border):
            size = width * scale, height * scale
            x, y = x * scale + dx, y * scale + dy
            return replace(mark, x=x, y=y, width=size[0], height=size[1], border_width=border * scale)
        case _:
            assert_never(mark)


def _scaled(run: GlyphRun, scale: float) -> GlyphRun:
    if scale == 1:
        return run
    xs, ys = (tuple(at * scale for at in places) for places in (run.xs, run.ys))
    return replace(run, size=run.size * scale, xs=xs, ys=ys)
