"""Findings about a slot's photos (图位的毛病): no place for them, or too much of the picture cropped."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.compose.blocks.figures import LEAST_ROWS, FigureBlock, figure_rows, shape_of
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.catalogue import photos
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import PhotoSpec
from bulletin_layout.page import PictureMark

#: Ratios as people write them, and how far (as a part) a shape may be from one that is named.
_RATIOS: Final = ("3:1", "21:9", "2:1", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "1:2")
_NEAR: Final = 0.04


def no_room(
    where: Phrase,
    spec: PhotoSpec,
    needs: int,
    free: Sequence[tuple[int, int]],
    begins: tuple[int, int],
    title: Area | None,
) -> Finding:
    """The finding for a photo without a place: what occupies it, and what to write instead. ``begins``: the rows from
    which the slot and the photo's own rows count; a photo in a corner is described in the slot's rows."""
    if spec.rows is not None and spec.rows < needs:
        return said.photo_no_room(spec.location, where=where, photo=spec.name, needs=needs, height=spec.rows)
    base = begins[0] if spec.row is None else begins[1]
    held = NOTHING
    if title is not None and title.last >= base:
        held = said.title_holds(_rows(max(title.first, base), title.last, base))
    stretches = tuple(_rows(first, last, base) for first, last in free)
    rows_free = sum(last - first + 1 for first, last in free)
    return said.photo_no_rows(
        spec.location,
        where=where,
        photo=spec.name,
        needs=needs,
        at=said.row(spec.row) if spec.row is not None else spec.at,
        title=held,
        free=said.are_free(stretches, rows_free) if stretches else said.none_free(),
        mend=_mend(spec, needs, free, base),
    )


def _rows(first: int, last: int, base: int) -> Phrase:
    """Rows as the user counts them."""
    return said.row(first - base + 1) if first == last else said.rows(first - base + 1, last - base + 1)


def _mend(spec: PhotoSpec, needs: int, free: Sequence[tuple[int, int]], base: int) -> Phrase:
    """What to write: the row nearest to the one wanted, or the largest possible height."""
    starts = [(first, last - needs + 1) for first, last in free if last - first + 1 >= needs]
    if spec.row is not None and starts:
        wanted = base + spec.row - 1
        nearest = min((min(max(wanted, first), last) for first, last in starts), key=lambda row: abs(row - wanted))
        return said.write_row(nearest - base + 1)
    most = max((last - first + 1 for first, last in free), default=0)
    return said.write_height(most) if spec.row is None and LEAST_ROWS <= most < needs else said.make_room()


def cut_share(picture: PictureMark) -> float:
    """The part of a picture's area that is cropped."""
    left, top, right, bottom = picture.crop
    return 1 - (right - left) * (bottom - top)


def cropped(
    where: Phrase, spec: PhotoSpec, figure: FigureBlock, picture: PictureMark, airs: int, grid: Grid, *, fills: bool
) -> Iterator[Finding]:
    """The finding for a photo cropped by more than allowed, with what would show all of it."""
    share = cut_share(picture)
    if share <= spec.crop + 1e-6:
        return
    if fills:
        ways = photos.take_ratio(ratio_words(picture.width / picture.height))
    elif spec.rows is not None:
        ways = photos.write_height(figure_rows(figure, None, grid, airs))
    else:
        ways = photos.write_ratio(ratio_words(shape_of(figure.photo)))
    yield photos.photo_cropped(
        figure.photo.location,
        where=where,
        photo=spec.name,
        percent=round(share * 100),
        sides=photos.at_sides() if picture.crop[2] - picture.crop[0] < 1 - 1e-6 else photos.above_and_below(),
        ways=ways,
    )


def ratio_words(shape: float) -> str:
    """A shape as a customary ratio, or the nearest one in small numbers."""
    near = min(_RATIOS, key=lambda ratio: abs(math.log(shape / _value(ratio))))
    if abs(_value(near) / shape - 1) <= _NEAR:
        return near
    from fractions import Fraction  # brings the decimals along, and is for findings only

    if shape < 1:
        parts = Fraction(1 / shape).limit_denominator(9)
        return f"{parts.denominator}:{parts.numerator}"
    parts = Fraction(shape).limit_denominator(9)
    return f"{parts.numerator}:{parts.denominator}"


def _value(ratio: str) -> float:
    across, _, down = ratio.partition(":")
    return int(across) / int(down)
