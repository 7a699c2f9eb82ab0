"""Stories put together again from the pages' marks (稿件还原): their blocks, each whole, in the order of the source."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from bulletin_layout.page import Edition, Page, PictureMark, Role, TableCell, TextMark
from bulletin_layout.values import dataclass

_HEADS: Final = frozenset({"kicker", "headline", "deck"})


class MarkIndex(NamedTuple):
    """Where a mark is: the page's number in the edition and the mark's on its page, both from 0."""

    page: int
    at: int


class IndexedMark(NamedTuple):
    """A mark and where it is; ``ruby``: what stands above it (注音), at the first mark of the text that it is over."""

    place: MarkIndex
    mark: TextMark | PictureMark
    ruby: tuple["IndexedMark", ...] = ()


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A paragraph, head, table, jump notice, or the pictures of one place with their captions (``figure``)."""

    role: Role | Literal["figure"]
    marks: tuple[IndexedMark, ...]

    @property
    def level(self) -> int:
        """The depth of a crosshead or item, from 1; 0 for what has none."""
        first = self.marks[0].mark
        return first.level if isinstance(first, TextMark) else 0

    @property
    def aside(self) -> int:
        """Which aside it stands in; 0 outside."""
        return self.marks[0].mark.aside

    @property
    def text(self) -> str:
        """What its marks say."""
        return "".join("".join(placed.mark.run.texts) for placed in self.marks if isinstance(placed.mark, TextMark))


class _Key(NamedTuple):
    """What marks of one block share. Blocks stand by the first two: ``rank`` is 0 for heads, 1 for photos beside the
    text, 2 for the text and what is in it, 3 for its notes."""

    rank: int
    order: int
    role: Role | Literal["figure"]
    part: int = 0


def story_blocks(edition: Edition) -> Mapping[str, tuple[StoryBlock, ...]]:
    """Every story's blocks by its slug, in the order in which the stories first appear."""
    found: dict[str, dict[_Key, list[IndexedMark]]] = {}
    reached: dict[str, int] = {}
    for placed in _of_stories(edition):
        mark = placed.mark
        key = _key(placed, reached.get(mark.story, 0))
        if key.rank == 2:
            reached[mark.story] = key.order
        found.setdefault(mark.story, {}).setdefault(key, []).append(placed)
    return {slug: tuple(_in_order(blocks)) for slug, blocks in found.items()}


def _of_stories(edition: Edition) -> Iterator[IndexedMark]:
    """Marks that say or show something of a story. Ruby goes with its text, and glyphs without text are ornaments."""
    for number, page in enumerate(edition.pages):
        ruby = _ruby(page, number)
        for index, mark in enumerate(page.marks):
            if isinstance(mark, TextMark | PictureMark) and mark.story and _says_something(mark):
                over = ruby.pop(_glossed(mark), []) if ruby and isinstance(mark, TextMark) else []
                yield IndexedMark(MarkIndex(number, index), mark, tuple(over))


#: Story, paragraph, line, cell, and the number of the ruby on that line.
_Glossed = tuple[str, int, int, TableCell | None, int]


def _ruby(page: Page, number: int) -> dict[_Glossed, list[IndexedMark]]:
    """The ruby of a page by the text that it stands over."""
    found: dict[_Glossed, list[IndexedMark]] = {}
    for index, mark in enumerate(page.marks):
        if isinstance(mark, TextMark) and mark.role == "ruby" and mark.story:
            found.setdefault(_glossed(mark), []).append(IndexedMark(MarkIndex(number, index), mark))
    return found


def _glossed(mark: TextMark) -> _Glossed:
    return mark.story, mark.paragraph, mark.line, mark.cell, mark.run.gloss


def _says_something(mark: TextMark | PictureMark) -> bool:
    return isinstance(mark, PictureMark) or (mark.role != "ruby" and any(mark.run.texts))


def _key(placed: IndexedMark, reached: int) -> _Key:
    """``reached``: the paragraph of the story that marks have come to, where jump notices are put."""
    mark = placed.mark
    if isinstance(mark, PictureMark) or mark.role == "caption":
        return _Key(1, -mark.paragraph, "figure") if mark.paragraph < 0 else _Key(2, mark.paragraph, "figure")
    if mark.role in _HEADS:
        return _Key(0, 0, mark.role)
    if mark.role == "jump":
        return _Key(2, reached, "jump", placed.place.page)
    return _Key(3 if mark.role == "note" else 2, mark.paragraph, mark.role)


def _in_order(blocks: Mapping[_Key, list[IndexedMark]]) -> Iterator[StoryBlock]:
    for key in sorted(blocks, key=lambda key: key[:2]):
        marks = blocks[key]
        if key.role not in ("figure", "table"):  # a story may go on on an earlier page
            marks = sorted(marks, key=_line)
        yield StoryBlock(key.role, tuple(marks))


def _line(placed: IndexedMark) -> int:
    return placed.mark.line if isinstance(placed.mark, TextMark) else 0
