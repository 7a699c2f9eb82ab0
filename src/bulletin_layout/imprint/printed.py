"""The texts of an issue in two forms: as its pages print them, and as its files write them, with their places."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from bulletin_layout.findings import Location
from bulletin_layout.imprint.memory import Memory
from bulletin_layout.issue import Furniture, Issue, PagePlan, Pieces, Story, expand, passages_of, plain, template_values
from bulletin_layout.page import Edition, Page, PictureMark, TextMark
from bulletin_layout.values import NamedTuple, dataclass

#: Furniture with this name, or one that begins with it, is the imprint, on whatever page it stands.
IMPRINT: Final = "imprint"
#: Words before a day that is not that of the issue.
_OTHER_DAY: Final = r"(?:印刷|付印|创刊|有效)\S{0,4}$"
_DATE: Final = (
    r"(?<!\d)((?:19|20)\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})(?!\d)日?+(?! ?(?:创刊|成立|建院|建校|起|前|至|止))"
)


class PrintedText(NamedTuple):
    """A paragraph, head or line of furniture as a page prints it; ``furniture``: the layout's name of it, "" for
    stories; ``size``: of its largest type, points."""

    words: str
    furniture: str
    size: float

    @property
    def is_imprint(self) -> bool:
        """Whether it is furniture of that name."""
        return self.furniture.startswith(IMPRINT)


class WrittenText(NamedTuple):
    """A text as a file writes it, templates filled in. ``page``: 0 for stories; ``furniture``: as for ``PrintedText``;
    ``kind``: of the passage of a story, else ``furniture`` or ``editor``."""

    words: str
    pieces: Pieces
    location: Location
    page: int
    furniture: str
    kind: str

    def place(self, offset: int) -> Location:
        """Where a character of it stands in its file."""
        for piece in self.pieces:
            if offset < len(piece.text):
                at = piece.location
                return Location(at.path, at.line, at.column + offset)
            offset -= len(piece.text)
        return self.location


@dataclass(frozen=True, slots=True)
class Paper:
    """An issue with its texts. ``printed``: page by page, all of page 1 and of the last page, of others the furniture;
    ``furniture``: as written, with banners and editors, page by page; ``size``: width and height of page 1, points."""

    issue: Issue
    printed: tuple[tuple[PrintedText, ...], ...]
    furniture: tuple[WrittenText, ...]
    size: tuple[float, float]

    @property
    def cover(self) -> tuple[PrintedText, ...]:
        """The texts of page 1."""
        return self.printed[0]

    @property
    def imprint(self) -> str:
        """All lines where an imprint may stand: on page 1, on the last page, and in furniture of that name."""
        ends = (0, len(self.printed) - 1)
        return _lines(
            text for number, texts in enumerate(self.printed) for text in texts if number in ends or text.is_imprint
        )

    @property
    def lines(self) -> str:
        """All that is known in print, line by line."""
        return _lines(text for texts in self.printed for text in texts)

    @property
    def furniture_lines(self) -> str:
        """What is printed of the furniture, line by line."""
        return _lines(text for texts in self.printed for text in texts if text.furniture)


def paper_of(issue: Issue, edition: Edition, memory: Memory) -> Paper:
    """The texts of an issue; it has a page at least."""
    first, last = edition.pages[0], edition.pages[-1]
    known, memory.pages = memory.pages, {}
    for page in edition.pages:
        whole = page is first or page is last
        before = known.get(id(page))
        if before is None or before[0] is not page or before[1] is not whole:
            before = page, whole, tuple(_printed(page, whole=whole))
        memory.pages[id(page)] = before
    printed = tuple(memory.pages[id(page)][2] for page in edition.pages)
    return Paper(issue, printed, tuple(_furniture_written(issue, memory)), (first.width, first.height))


def _lines(texts: Iterable[PrintedText]) -> str:
    return "\n".join(text.words for text in texts)


def _printed(page: Page, *, whole: bool) -> Iterator[PrintedText]:
    """The texts of a page in painting order, without ruby; ``whole``: those of its stories, too. A nameplate that is a
    picture has its alternative text, and a size above all others."""
    texts: dict[tuple[object, ...], list[TextMark]] = {}
    for mark in page.marks:
        if not isinstance(mark, TextMark | PictureMark) or not (whole or mark.tag.furniture):
            continue
        tag = mark.tag
        if isinstance(mark, PictureMark):
            if tag.alt and tag.furniture:
                yield PrintedText(tag.alt, tag.furniture, float("inf"))
        elif tag.role != "ruby":
            texts.setdefault((tag.story, tag.furniture, tag.block, tag.role, tag.cell, tag.name), []).append(mark)
    for marks in texts.values():
        words = "".join("".join(mark.run.texts) for mark in marks)
        if words.strip():
            yield PrintedText(words, marks[0].tag.furniture, max(mark.run.size for mark in marks))


def _furniture_written(issue: Issue, memory: Memory) -> Iterator[WrittenText]:
    known, memory.plans = memory.plans, {}
    for plan in issue.pages:
        values = template_values(issue, plan)
        given = id(plan.layout), plan.layout, plan.location, values
        before = known.get(plan.number)
        if before is None or before[0] != given:
            before = given, tuple(_of_plan(plan, values))
        memory.plans[plan.number] = before
        yield from before[1]


def _of_plan(plan: PagePlan, values: dict[str, Pieces]) -> Iterator[WrittenText]:
    for furniture in plan.layout.furniture:
        yield from _furniture(furniture, plan, values)
    for name, banner in plan.layout.banners.items():
        yield WrittenText(plain(banner.text), banner.text, plan.layout.location, plan.number, name, "banner")
    if plan.layout.editor is not None and plan.editor:
        yield WrittenText(plain(plan.editor), plan.editor, plan.location, plan.number, "editor", "editor")


def _furniture(furniture: Furniture, plan: PagePlan, values: dict[str, Pieces]) -> Iterator[WrittenText]:
    for line in furniture.lines:
        templated = any("{" in piece.text or "{" in piece.link for piece in line.text)
        pieces = expand(line.text, values) if templated else line.text
        if pieces:
            yield WrittenText(plain(pieces), pieces, furniture.location, plan.number, furniture.name, "furniture")


def story_written(story: Story) -> Iterator[WrittenText]:
    """All texts of a story."""
    for passage in passages_of(story):
        yield WrittenText(passage.text, passage.pieces, passage.location, 0, "", passage.kind)


def other_dates(text: WrittenText, issued: date) -> Iterator[tuple[int, str]]:
    """Offset and words of the dates in a head or foot that are not the day of issue; furniture that is the imprint has
    other dates as well."""
    if text.furniture.startswith(IMPRINT) or text.kind != "furniture":
        return
    for found in re.finditer(_DATE, text.words):
        before = text.words[max(0, found.start() - 8) : found.start()]
        day = tuple(map(int, found.groups()))
        if day != (issued.year, issued.month, issued.day) and not re.search(_OTHER_DAY, before):
            yield found.start(), found[0]


def without_spaces(text: str) -> str:
    """A text as it is compared: names are spread with spaces on a page."""
    return "".join(text.split())
