"""Stories put together again from the pages' marks (稿件还原): their blocks, each whole, in the order of the source."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, assert_never

from bulletin_layout.page import Edition, GlyphRun, Page, PictureMark, Role, TableCell, TaggedMark, TextMark
from bulletin_layout.values import dataclass

_HEADS: Final = frozenset({"kicker", "headline", "deck"})


class MarkIndex(NamedTuple):
    """Where a mark is: the page's number in the edition and the mark's on its page, both from 0."""

    page: int
    at: int


class IndexedMark(NamedTuple):
    """A mark and where it is; ``ruby``: what stands above it (注音), at the first mark of the text that it is over."""

    place: MarkIndex
    mark: TaggedMark
    ruby: tuple["IndexedMark", ...] = ()


def runs_of(marks: Iterable[IndexedMark]) -> Iterator[GlyphRun]:
    """The runs of those marks that are text."""
    for _, mark, _ in marks:
        match mark:
            case TextMark(run=run):
                yield run
            case PictureMark():
                pass
            case _:
                assert_never(mark)


def text_of(marks: Iterable[IndexedMark]) -> str:
    """What marks say."""
    return "".join("".join(run.texts) for run in runs_of(marks))


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A paragraph, head, table, jump notice, or the pictures of one place with their captions (``figure``)."""

    role: Role
    marks: tuple[IndexedMark, ...]

    @property
    def level(self) -> int:
        """The depth of a crosshead or item, from 1; 0 for what has none."""
        return self.marks[0].mark.tag.level

    @property
    def aside(self) -> int:
        """Which aside it stands in; 0 outside."""
        return self.marks[0].mark.tag.aside

    @property
    def text(self) -> str:
        """What its marks say."""
        return text_of(self.marks)

    @property
    def title(self) -> str:
        """The same without the numbers of notes, as a head is quoted elsewhere."""
        return "".join("".join(run.texts) for run in runs_of(self.marks) if not _is_reference(run))


def _is_reference(run: GlyphRun) -> bool:
    return isinstance(run.link, str) and run.link.startswith("^")


class _Key(NamedTuple):
    """What marks of one block share. Blocks stand by the first two: ``rank`` is 0 for heads, 1 for photos beside the
    text, 2 for the text and what is in it, 3 for its notes."""

    rank: int
    order: int
    role: Role
    part: int = 0


def story_blocks(edition: Edition) -> Mapping[str, tuple[StoryBlock, ...]]:
    """Every story's blocks by its slug, in the order in which the stories first appear."""
    found: dict[str, dict[_Key, list[IndexedMark]]] = {}
    reached: dict[str, int] = {}
    for placed in _of_stories(edition):
        slug = placed.mark.tag.story
        key = _key(placed, reached.get(slug, 0))
        if key.rank == 2:
            reached[slug] = key.order
        found.setdefault(slug, {}).setdefault(key, []).append(placed)
    return {slug: tuple(_in_order(blocks)) for slug, blocks in found.items()}


def _of_stories(edition: Edition) -> Iterator[IndexedMark]:
    """Marks that say or show something of a story. Ruby goes with its text, and glyphs without text are ornaments."""
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
    """What text under ruby and the ruby over it share: whose line it is, and the ruby's number on that line."""

    role: Role
    owner: str
    block: int
    line: int
    cell: TableCell | None
    number: int


def ruby_of(page: Page, number: int) -> dict[Glossed, list[IndexedMark]]:
    """The ruby of a page, ``number`` from 0, by the text that it stands over."""
    found: dict[Glossed, list[IndexedMark]] = {}
    for at, mark in page.tagged():
        match mark:
            case TextMark(tag=tag) if tag.role == "ruby":
                found.setdefault(glossed(mark), []).append(IndexedMark(MarkIndex(number, at), mark))
            case TextMark() | PictureMark():
                pass
            case _:
                assert_never(mark)
    return found


def glossed(mark: TextMark) -> Glossed:
    """Which ruby a mark is, or stands under."""
    tag = mark.tag
    return Glossed(tag.over or tag.role, tag.story or tag.furniture, tag.block, tag.line, tag.cell, mark.run.gloss)


def _key(placed: IndexedMark, reached: int) -> _Key:
    """``reached``: the block of the story that marks have come to, where jump notices are read."""
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
        if key.role not in ("figure", "table"):  # a story may go on on an earlier page
            marks = sorted(marks, key=lambda placed: placed.mark.tag.line)
        yield StoryBlock(key.role, tuple(marks))
