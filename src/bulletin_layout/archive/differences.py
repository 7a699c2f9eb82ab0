"""Compares two PDFs of one issue page by page (比对): lines that moved, are new or gone, and pages that look
different."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import Final, NamedTuple

from bulletin_layout.pictures.raster import look_alike
from bulletin_layout.render.png import FoundLine, render_png, text_lines
from bulletin_layout.values import dataclass

#: A line that moved by less than this, points, counts as unmoved; a hairline is 0.3 pt.
NEAR: Final = 0.1
#: Resolution at which pages are rendered for the comparison.
COMPARED_DPI: Final = 110
#: Pages that are rendered; of further pages only the lines are compared.
_MOST_DRAWN: Final = 1000


class Difference(NamedTuple):
    """Place and width of a line: page from 1; points from the top left corner of the trim."""

    page: int
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that changed its place. ``was`` None: it is new; ``now`` None: it is gone."""

    text: str
    was: Difference | None
    now: Difference | None


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that changed (from 1). ``before``, ``after``: PNG images of it; b"" if the page does not exist there, or
    was not rendered because of the limit."""

    page: int
    lines: tuple[LineChange, ...]
    before: bytes
    after: bytes


def page_changes(old: bytes, new: bytes) -> tuple[PageChange, ...]:
    """The pages that differ in their lines or visibly, in order; ``old``, ``new``: the two files."""
    old_lines, new_lines = text_lines(old), text_lines(new)
    changes = line_changes(old_lines, new_lines)
    before, after = (list(islice(render_png(data, COMPARED_DPI), _MOST_DRAWN)) for data in (old, new))
    found = []
    for number in range(1, max(len(old_lines), len(new_lines)) + 1):
        lines = tuple(change for change in changes if number == _page(change))
        pair = [images[number - 1] if number <= len(images) else b"" for images in (before, after)]
        if lines or not _alike(*pair):
            found.append(PageChange(number, lines, *pair))
    return tuple(found)


def _alike(before: bytes, after: bytes) -> bool:
    """Whether two pages look the same."""
    return before == after or (bool(before) and bool(after) and look_alike(before, after))


def line_changes(old: Sequence[Sequence[FoundLine]], new: Sequence[Sequence[FoundLine]]) -> tuple[LineChange, ...]:
    """Lines that moved, are gone or are new, sorted by the place where they were; ``old``, ``new``: lines of each
    page."""
    olds = [(line.text, spot) for line, spot in _spots(old)]
    news = [(line.text, spot) for line, spot in _spots(new)]
    found: list[LineChange] = []
    gone: list[tuple[str, Difference]] = []
    came: list[tuple[str, Difference]] = []
    matcher = SequenceMatcher(None, [text for text, _ in olds], [text for text, _ in news], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(olds[start:end], news[new_start:new_end], strict=True)
            found += [LineChange(text, was, now) for (text, was), (_, now) in pairs if _moved(was, now)]
        else:
            gone += olds[start:end]
            came += news[new_start:new_end]
    for text, was in gone:  # SequenceMatcher does not recognise lines that changed their order: they are gone and new
        again = next((number for number, (other, _) in enumerate(came) if other == text), None)
        now = None if again is None else came.pop(again)[1]
        if now is None or _moved(was, now):
            found.append(LineChange(text, was, now))
    found += [LineChange(text, None, now) for text, now in came]
    return tuple(sorted(found, key=_place))


def _spots(pages: Sequence[Sequence[FoundLine]]) -> Iterator[tuple[FoundLine, Difference]]:
    for number, lines in enumerate(pages, start=1):
        for line in lines:
            yield line, Difference(number, line.x, line.y, line.width)


def _moved(was: Difference, now: Difference) -> bool:
    return was.page != now.page or any(abs(one - other) > NEAR for one, other in zip(was[1:], now[1:], strict=True))


def _place(change: LineChange) -> tuple[int, float, float, str]:
    spot = change.was or change.now or Difference(0, 0.0, 0.0, 0.0)
    return spot.page, spot.y, spot.x, change.text


def _page(change: LineChange) -> int:
    return _place(change)[0]
