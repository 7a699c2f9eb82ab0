"""Reassembles stories from the marks of the pages (稿件还原): whole blocks in the order of the source."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from bulletin_layout.page import Edition, GlyphRun, Page, PictureMark, Role, TableCell, TaggedMark, TextMark
from bulletin_layout.values import NamedTuple, dataclass

_HEADS: Final = frozenset({"kicker", "headline", "deck"})


class MarkIndex(NamedTuple):
    """The place of a mark: index of its page in the edition, and its index on the page."""

    page: int
    at: int


class IndexedMark(NamedTuple):
    """A mark with its place; ``ruby``: marks of the ruby above it (注音), at the first mark of the base text."""

    place: MarkIndex
    mark: TaggedMark
    ruby: tuple["IndexedMark", ...] = ()


def runs_of(marks: Iterable[IndexedMark]) -> Iterator[GlyphRun]:
    """The runs of the text marks among these."""
    for _, mark, _ in marks:
        match mark:
            case TextMark(run=run):
                yield run
            case PictureMark():
                pass
            case _:
                assert_never(mark)


def text_of(marks: Iterable[IndexedMark]) -> str:
    """The text of these marks."""
    return "".join("".join(run.texts) for run in runs_of(marks))


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A paragraph, head, table, jump notice, or the pictures of one place with their captions (``figure``)."""

    role: Role
    marks: tuple[IndexedMark, ...]

    @property
    def level(self) -> int:
        """The depth of a crosshead or item, from 1; 0 for other blocks."""
        return self.marks[0].mark.tag.level

    @property
    def aside(self) -> int:
        """The aside that contains it (see ``Tag.aside``); 0: none."""
        return self.marks[0].mark.tag.aside

    @property
    def text(self) -> str:
        """The text of its marks."""
        return text_of(self.marks)

    @property
    def title(self) -> str:
        """The text without references to notes: for titles of elements."""
        return "".join("".join(run.texts) for run in runs_of(self.marks) if not _is_reference(run))


def _is_reference(run: GlyphRun) -> bool:
    return isinstance(run.link, str) and run.link.startswith("^")


class _Key(NamedTuple):
    """The key of a block; blocks are ordered by the first two fields. ``rank``: 0 heads, 1 photos beside the text, 2
    the text and everything in it, 3 notes."""

    rank: int
    order: int
    role: Role
    part: int = 0


def story_blocks(edition: Edition) -> Mapping[str, tuple[StoryBlock, ...]]:
    """Slug → blocks of the story, in the order in which stories first appear in the edition."""
    found: dict[str, dict[_Key, list[IndexedMark]]] = {}
    reached: dict[str, int] = {}
    for placed in _of_stories(edition):
        slug = placed.mark.tag.story
        key = _key(placed, reached.get(slug, 0))
        # A jump notice is read after the text that precedes it on the page.
        if key.rank == 2:
            reached[slug] = key.order
        found.setdefault(slug, {}).setdefault(key, []).append(placed)
    return {slug: tuple(_in_order(blocks)) for slug, blocks in found.items()}


def _of_stories(edition: Edition) -> Iterator[IndexedMark]:
    """The marks of stories, with ruby attached to its base text. Glyphs without text are ornaments and left out."""
    for number, page in enumerate(edition.pages):
        ruby = ruby_of(page, number)
        for at, mark in page.tagged():
            if not mark.tag.story or mark.tag.role == "ruby":
                continue
            place = MarkIndex(number, at)
            match mark:
                case PictureMark():
                    yield IndexedMark(place, mark)
                case TextMark(run=run):
                    if any(run.texts):
                        yield IndexedMark(place, mark, tuple(ruby.pop(glossed(mark), ()) if ruby else ()))
                case _:
                    assert_never(mark)


class Glossed(NamedTuple):
    """The key that ruby and its base text have in common: the line that they belong to, and the ruby's number on it."""

    role: Role
    owner: str
    block: int
    line: int
    cell: TableCell | None
    number: int


def ruby_of(page: Page, number: int) -> dict[Glossed, list[IndexedMark]]:
    """The ruby marks of a page (``number``: its index), by the key of their base text."""
    found: dict[Glossed, list[IndexedMark]] = {}
    for at, mark in page.tagged():
        if mark.tag.role != "ruby":
            continue
        match mark:
            case TextMark():
                found.setdefault(glossed(mark), []).append(IndexedMark(MarkIndex(number, at), mark))
            case PictureMark():
                pass
            case _:
                assert_never(mark)
    return found


def glossed(mark: TextMark) -> Glossed:
    """The key of a mark that is ruby or the base text of ruby."""
    tag = mark.tag
    return Glossed(tag.over or tag.role, tag.story or tag.furniture, tag.block, tag.line, tag.cell, mark.run.gloss)


def _key(placed: IndexedMark, reached: int) -> _Key:
    """The key of a mark's block. ``reached``: number of the story's last block so far: a jump notice is read there."""
    tag = placed.mark.tag
    if tag.role in ("figure", "caption"):
        return _Key(1, -tag.block, "figure") if tag.block < 0 else _Key(2, tag.block, "figure")
    if tag.role in _HEADS:
        return _Key(0, 0, tag.role)
    if tag.role == "jump":
        return _Key(2, reached, "jump", placed.place.page)
    return _Key(3 if tag.role == "note" else 2, tag.block, tag.role)


def _in_order(blocks: Mapping[_Key, list[IndexedMark]]) -> Iterator[StoryBlock]:
    for key in sorted(blocks, key=lambda key: key[:2]):
        marks = blocks[key]
        if key.role not in ("figure", "table"):  # a story may continue on an earlier page, so pages are not its order
            marks = sorted(marks, key=lambda placed: placed.mark.tag.line)
        yield StoryBlock(key.role, tuple(marks))
