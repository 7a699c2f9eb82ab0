"""What is printed of each story (版上的字): its characters in reading order, each with its place; its slots and photos.

Lines of body text are numbered within their slot, through all its columns, as a proofreader counts them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from bulletin_layout.grid import Rect, page_grid
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.page import Edition, PictureMark, Tag, TextMark
from bulletin_layout.proofing.rounds import Box
from bulletin_layout.values import NamedTuple, dataclass

#: Roles whose texts are looked for apart from the body. Notices of jumps are no text of the story.
_APART: Final = frozenset(("kicker", "headline", "deck", "byline", "caption", "note"))
#: Roles whose lines stand side by side: they are counted by their height.
_ABREAST: Final = frozenset(("table", "roster"))
_EM: Final = 0.88


class Glyph(NamedTuple):
    """A printed character: where it begins on its baseline (vertical: its top left corner), points; ``advance``: to
    the next one; ``line``: identifies its line; ``number``: of that line in its slot, 0 outside body text."""

    text: str
    page: int
    slot: str
    line: tuple[object, ...]
    number: int
    x: float
    y: float
    size: float
    advance: float
    vertical: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of a story. ``glyphs``: by part (heads and captions by role, else ``body``), in reading order."""

    glyphs: Mapping[str, Sequence[Glyph]] = field(default_factory=dict)
    photos: tuple[tuple[Box, PictureMark], ...] = ()
    slots: tuple[tuple[int, str], ...] = ()


def slot_rects(plan: PagePlan) -> dict[str, tuple[Rect, ...]]:
    """The rectangles of a page's slots, by name."""
    grid = page_grid(plan.layout.sheet, plan.number)
    return {name: tuple(grid.box_rect(box) for box in slot.boxes) for name, slot in plan.layout.slots.items()}


def printed_stories(issue: Issue, edition: Edition) -> dict[str, Printed]:
    """What is printed of every story, by slug."""
    found: dict[str, _Gathered] = {}
    for plan, page in zip(issue.pages, edition.pages, strict=True):
        rects = slot_rects(plan)
        counts: dict[str, _Count] = {}
        for mark in page.texts():
            tag = mark.tag
            if tag.story and tag.role not in ("ruby", "jump") and not tag.artifact:
                slot = _slot_at(rects, mark.x, mark.y)
                where = tag.role if tag.role in _APART else "body"
                number = (
                    counts.setdefault(slot, _Count()).number(tag, mark) if where in ("body", "byline", "note") else 0
                )
                own = found.setdefault(tag.story, _Gathered())
                own.slots.setdefault((page.number, slot))
                line = (page.number, tag.role, tag.block, tag.line, tag.cell, tag.name, round(mark.y))
                order = (tag.block, 0 if tag.role in _ABREAST else tag.line)
                glyphs = glyphs_of(mark, page.number, line, slot, number)
                own.marks.setdefault(where, []).append((order, tuple(glyphs)))
        for picture in page.pictures():
            if picture.tag.story:
                own = found.setdefault(picture.tag.story, _Gathered())
                own.slots.setdefault((page.number, _slot_at(rects, picture.x + 1, picture.y + 1)))
                own.photos.append((Box(page.number, picture.x, picture.y, picture.width, picture.height), picture))
    return {slug: each.done() for slug, each in found.items()}


class _Gathered:
    """What is printed of a story, page by page."""

    def __init__(self) -> None:
        self.marks: dict[str, list[tuple[tuple[int, int], tuple[Glyph, ...]]]] = {}
        self.photos: list[tuple[Box, PictureMark]] = []
        self.slots: dict[tuple[int, str], None] = {}

    def done(self) -> Printed:
        """In reading order: a story may go on on an earlier page."""
        glyphs = {
            where: [glyph for _, own in sorted(marks, key=lambda each: each[0]) for glyph in own]
            for where, marks in self.marks.items()
        }
        return Printed(glyphs, tuple(self.photos), tuple(self.slots))


class _Count:
    """Counts the lines of a slot, in the order of its marks."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], int] = {}
        self._last: dict[tuple[str, int], int] = {}  # by story and height

    def number(self, tag: Tag, mark: TextMark) -> int:
        """The number of a mark's line. A byline that ends a story's last line is on that line."""
        height = (tag.story, round(mark.y))
        if tag.role == "byline" and height in self._last:
            return self._last[height]
        key = (tag.story, tag.block, height) if tag.role in _ABREAST else (tag.story, tag.block, tag.line, tag.role)
        number = self._known.setdefault(key, len(self._known) + 1)
        self._last[height] = number
        return number


def glyphs_of(mark: TextMark, page: int, line: object, slot: str, number: int) -> Iterator[Glyph]:
    """The characters of a mark; glyphs that stand for no text are left out."""
    run = mark.run
    ys = run.ys or (0.0,) * len(run.xs)
    vertical = len(run.ys) > 1 and max(run.ys) - min(run.ys) > max(run.xs) - min(run.xs)
    count = len(run.gids)
    for at in range(count):
        if not run.texts[at]:
            continue
        after = at + 1
        while after < count and not run.texts[after]:
            after += 1
        if vertical:
            y = mark.y + ys[at] - _EM * run.size
            step = ys[after] - ys[at] if after < count else run.size
            yield Glyph(run.texts[at], page, slot, (line,), number, mark.x + min(run.xs), y, run.size, step, vertical)
        else:
            width = run.face.advance(run.gids[after - 1]) * run.size * run.stretch
            step = run.xs[after] - run.xs[at] if after < count else run.xs[after - 1] - run.xs[at] + width
            yield Glyph(
                run.texts[at],
                page,
                slot,
                (line,),
                number,
                mark.x + run.xs[at],
                mark.y + ys[at],
                run.size,
                step,
                vertical,
            )


def _slot_at(rects: Mapping[str, Sequence[Rect]], x: float, y: float) -> str:
    """The slot that a point lies in, or the nearest one: a head may rise above its slot."""
    best, name = 1e9, ""
    for slot, own in rects.items():
        for rect in own:
            off = max(rect.x - x, x - rect.right, 0.0) + max(rect.y - y, y - rect.foot, 0.0)
            if off < best:
                best, name = off, slot
    return name
