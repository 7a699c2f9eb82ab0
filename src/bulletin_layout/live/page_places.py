"""What is known of a finished page (一版的来源): its lines, and the lines of files that they are of."""

from collections.abc import Mapping
from functools import cached_property

from bulletin_layout.findings import Location
from bulletin_layout.grid import Rect
from bulletin_layout.live.aligning import aligned
from bulletin_layout.live.boxes import box_of
from bulletin_layout.page import Page, PictureMark, TextMark
from bulletin_layout.values import NamedTuple


class Char(NamedTuple):
    """A character of a line of a file that is set on a page, in glyph ``glyph`` of a mark; −1: it names a picture."""

    column: int
    mark: int
    glyph: int


class PagePlaces:
    """What is known of a page, which is held so that its identity stays its own. Its lines are aligned with their texts
    only when somebody asks for one: a view is drawn after every save.

    ``lines``: the text marks of each set line with their indices; ``touching``: by path and line of a file, the set
    lines whose text has words from there; ``pictures``: likewise, those that are named there; ``files``: the paths;
    ``chars``: the characters of those that were asked for.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines = _lines(page)
        self.touching: dict[tuple[str, int], list[int]] = {}
        self.pictures: dict[tuple[str, int], list[tuple[int, Location]]] = {}
        self.chars: dict[int, dict[tuple[str, int], list[Char]]] = {}
        self._of_mark = {number: group for group, line in enumerate(self.lines) for number, _ in line}
        self._aligned: dict[int, tuple[int | None, ...]] = {}
        spots: dict[int, dict[tuple[str, int], None]] = {}
        for group, ((_, first), *_) in enumerate(self.lines):
            pieces = first.origin.pieces if first.origin is not None else ()
            if id(pieces) not in spots:
                spots[id(pieces)] = dict.fromkeys((each.location.path, each.location.line) for each in pieces)
            for spot in spots[id(pieces)]:
                self.touching.setdefault(spot, []).append(group)
        for number, mark in page.tagged():
            if isinstance(mark, PictureMark) and mark.tag.location is not None:
                place = mark.tag.location
                self.pictures.setdefault((place.path, place.line), []).append((number, place))
        self.files = dict.fromkeys(path for path, _ in (*self.touching, *self.pictures))

    def shows(self, path: str, line: int) -> bool:
        """Whether something of a line of a file is on the page."""
        return (path, line) in self.touching or (path, line) in self.pictures

    @cached_property
    def beginnings(self) -> Mapping[str, Rect]:
        """By story, the box of its first line on the page."""
        found: dict[str, Rect] = {}
        for line in self.lines:
            story, marks = line[0][1].tag.story, [mark for _, mark in line if mark.run.gids]
            if story and story not in found and marks:
                found[story] = box_of(marks)
        return found

    def aligned(self, mark: int) -> tuple[int | None, ...]:
        """The index of each glyph's character in its origin's text."""
        if mark not in self._aligned:
            self._aligned.update(aligned(self.lines[self._of_mark[mark]]))
        return self._aligned[mark]


def _lines(page: Page) -> list[list[tuple[int, TextMark]]]:
    """The text marks of each line of a page, with their indices; without ruby."""
    lines: dict[int, list[tuple[int, TextMark]]] = {}
    for number, mark in page.tagged():
        if isinstance(mark, TextMark) and mark.origin is not None and mark.tag.role != "ruby":
            lines.setdefault(id(mark.origin), []).append((number, mark))
    return [*lines.values()]
