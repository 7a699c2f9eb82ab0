"""The texts of an issue in two forms: as its pages print them, and as its files write them, with their places."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple

from bulletin_layout.findings import Location
from bulletin_layout.issue import Furniture, Issue, PagePlan, Pieces, expand, passages_of, plain, template_values
from bulletin_layout.page import Page, TextMark

#: Furniture with this name, or one that begins with it, is the imprint, on whatever page it stands.
IMPRINT: Final = "imprint"
#: Words before a day that is not that of the issue.
_OTHER_DAY: Final = re.compile(r"(?:印刷|付印|创刊|有效)\S{0,4}$")
_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")


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


def printed_texts(page: Page) -> tuple[PrintedText, ...]:
    """The texts of a page in painting order; ruby is left out. A nameplate that is a picture has its alternative text,
    and a size above all others."""
    found = []
    for mark in page.pictures():
        if mark.tag.alt and mark.tag.furniture:
            found.append(PrintedText(mark.tag.alt, mark.tag.furniture, float("inf")))
    for _, marks in groupby(page.texts(), key=_paragraph):
        each = [mark for mark in marks if mark.tag.role != "ruby"]
        words = "".join("".join(mark.run.texts) for mark in each)
        if words.strip():
            found.append(PrintedText(words, each[0].tag.furniture, max(mark.run.size for mark in each)))
    return tuple(found)


def _paragraph(mark: TextMark) -> tuple[object, ...]:
    tag = mark.tag
    return tag.story, tag.furniture, tag.block, tag.role if tag.role != "ruby" else tag.over, tag.cell, tag.name


def lines_of(texts: tuple[PrintedText, ...]) -> str:
    """Printed texts one under another."""
    return "\n".join(text.words for text in texts)


def imprint_lines(pages: tuple[Page, ...]) -> str:
    """All that stands where an imprint may stand: on page 1, on the last page, and in furniture of that name."""
    ends = {pages[0].number, pages[-1].number}
    texts = ((page.number in ends, text) for page in pages for text in printed_texts(page))
    return lines_of(tuple(text for end, text in texts if end or text.is_imprint))


def furniture_written(issue: Issue) -> Iterator[WrittenText]:
    """The furniture, banners and editors of all pages, page by page."""
    for plan in issue.pages:
        values = template_values(issue, plan)
        for furniture in plan.layout.furniture:
            yield from _furniture(furniture, plan, values)
        for name, banner in plan.layout.banners.items():
            yield WrittenText(plain(banner.text), banner.text, plan.layout.location, plan.number, name, "banner")
        if plan.layout.editor is not None and plan.editor:
            yield WrittenText(plain(plan.editor), plan.editor, plan.location, plan.number, "editor", "editor")


def _furniture(furniture: Furniture, plan: PagePlan, values: dict[str, Pieces]) -> Iterator[WrittenText]:
    for line in furniture.lines:
        pieces = expand(line.text, values)
        if pieces:
            yield WrittenText(plain(pieces), pieces, furniture.location, plan.number, furniture.name, "furniture")


def stories_written(issue: Issue) -> Iterator[WrittenText]:
    """All texts of the stories, each story once."""
    for story in {story.slug: story for page in issue.pages for story in page.stories}.values():
        for passage in passages_of(story):
            yield WrittenText(passage.text, passage.pieces, passage.location, 0, "", passage.kind)


def other_dates(text: WrittenText, issued: date) -> Iterator[tuple[int, str]]:
    """Offset and words of the dates in a head or foot that are not the day of issue; furniture that is the imprint has
    other dates as well."""
    if text.furniture.startswith(IMPRINT):
        return
    for found in _DATE.finditer(text.words):
        before = text.words[max(0, found.start() - 8) : found.start()]
        day = tuple(map(int, found.groups()))
        if day != (issued.year, issued.month, issued.day) and not _OTHER_DAY.search(before):
            yield found.start(), found[0]
