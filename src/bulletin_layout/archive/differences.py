"""Compares two PDFs of one issue page by page (比对): lines that moved, are new or gone, and pages that look
different."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from typing import Final

from bulletin_layout.pictures.raster import look_alike
from bulletin_layout.render.png import FoundLine, render_png, text_lines
from bulletin_layout.values import NamedTuple, dataclass

#: A line that moved by less than this, points, counts as unmoved; a hairline is 0.3 pt.
NEAR: Final = 0.1
#: Resolution at which pages are rendered for the comparison.
COMPARED_DPI: Final = 110
#: Pages that are rendered; of further pages only the lines are compared.
_MOST_DRAWN: Final = 1000
#: Changed pages whose images are kept: they are in memory together.
_MOST_KEPT: Final = 100
#: Dots of a page: A1 at ``COMPARED_DPI`` has fewer.
_MOST_DOTS: Final = 12_000_000
#: Pairs of lines with the same words, over both files. Where a text stands on thousands of lines, matching them takes
#: the square of that, and they are only compared where they stand.
_MOST_PAIRS: Final = 2_000_000


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
    """A page that is not as it was. ``before`` and ``after`` are PNG files of it; one is empty where there is no such
    page, both where too many pages that changed come before it."""

    page: int
    lines: tuple[LineChange, ...]
    before: bytes
    after: bytes


def page_changes(old: bytes, new: bytes, most: int) -> tuple[PageChange, ...]:
    """The pages of two files that differ in a line or to the eye, in order; of the old file, the first ``most``."""
    old_lines, new_lines = text_lines(old, most), text_lines(new)
    changes: dict[int, list[LineChange]] = {}
    for change in line_changes(old_lines, new_lines):
        changes.setdefault(_page(change), []).append(change)
    limits = ((old, min(most, _MOST_DRAWN)), (new, _MOST_DRAWN))
    drawn = [islice(render_png(data, COMPARED_DPI, _MOST_DOTS), count) for data, count in limits]
    found: list[PageChange] = []
    for number, (before, after) in enumerate(zip_longest(*drawn, fillvalue=b""), start=1):
        lines = tuple(changes.pop(number, ()))
        if lines or not _alike(before, after):
            pair = (before, after) if len(found) < _MOST_KEPT else (b"", b"")
            found.append(PageChange(number, lines, *pair))
    found += [PageChange(number, tuple(lines), b"", b"") for number, lines in sorted(changes.items())]
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
    for kind, start, end, new_start, new_end in _matched([text for text, _ in olds], [text for text, _ in news]):
        if kind == "equal":
            pairs = zip(olds[start:end], news[new_start:new_end], strict=True)
            found += [LineChange(text, was, now) for (text, was), (_, now) in pairs if _moved(was, now)]
        else:
            gone += olds[start:end]
            came += news[new_start:new_end]
    elsewhere: dict[str, deque[Difference]] = {}
    for text, spot in came:
        elsewhere.setdefault(text, deque()).append(spot)
    for text, was in gone:  # a story that was set in another order is the same lines elsewhere
        again = elsewhere.get(text)
        now = again.popleft() if again else None
        if now is None or _moved(was, now):
            found.append(LineChange(text, was, now))
    found += [LineChange(text, None, now) for text, spots in elsewhere.items() for now in spots]
    return tuple(sorted(found, key=_place))


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[str, int, int, int, int]]:
    """How the lines of one file become those of the other, as ``SequenceMatcher`` says it."""
    counts = Counter(new)
    if sum(counts[text] for text in old) > _MOST_PAIRS:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


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
