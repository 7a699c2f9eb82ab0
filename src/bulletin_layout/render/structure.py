"""An edition as a tree of what its marks are (结构树; ISO 32000-1, 14.8), whatever pages and columns they stand in.

The document holds the masthead and a section a page (版); a section holds the stories that begin on its page, each
whole: an article goes on through its jumps, in the order of its source. Marks that no element holds are artifacts:
furniture that repeats, rules, tints, ruby, the head rows that a table repeats.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, NamedTuple, TypeGuard

from bulletin_layout.page import Cell, Edition, Page, PictureMark, Target, TextMark
from bulletin_layout.render.story_blocks import Place, Placed, StoryBlock, story_blocks

Kind = Literal[
    "Document", "Sect", "Art", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "Figure", "Caption", "Note", "Link",
]  # fmt: skip

_HEADINGS: Final[tuple[Kind, ...]] = ("H1", "H2", "H3", "H4", "H5", "H6")
#: Blocks of these kinds that follow each other are one element.
_TOGETHER: Final = ("item", "quote", "pull", "aside", "note")
#: Names of a roster are this far apart at least, in em; no space within a name is as wide.
_NAME_GAP: Final = 0.6
#: A folio that is nothing but the page's number.
_PAGE_NUMBER: Final = re.compile(r"[\s\-–—·第]*\d*[\s\-–—·版页]*")


class Shown(NamedTuple):
    """Marks that are an element's own content, in reading order."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element. ``cell``: which one of its table a TH or TD is; ``link``: where a Link leads."""

    kind: Kind
    kids: tuple["Element | Shown", ...]
    title: str = ""
    alt: str = ""
    cell: Cell | None = None
    link: Target | None = None


def structure_of(edition: Edition) -> Element:
    """The tree of an edition; elements without content are left out."""
    stories = story_blocks(edition)
    articles: list[list[Element]] = [[] for _ in edition.pages]
    for blocks in stories.values():
        articles[blocks[0].marks[0].place.page].append(_article(blocks))
    kids: list[Element] = []
    for number, page in enumerate(edition.pages):
        furniture = _furniture(page, number)
        if number == 0:
            kids += _paragraphs(furniture, ("nameplate", "folio", "figure"), edition.title)
        named = f"{page.number} {page.name}".rstrip()
        section = [
            *_paragraphs(furniture, ("banner",)),
            *articles[number],
            *_paragraphs(furniture, ("editor",)),
        ]
        if section:
            kids.append(Element("Sect", tuple(section), named))
    return Element("Document", tuple(kids))


def _role(placed: Placed) -> str:
    return placed.mark.role if isinstance(placed.mark, TextMark) else "figure"


def _furniture(page: Page, number: int) -> list[Placed]:
    """Text that is no story's, and the nameplate where it is a picture."""
    return [
        Placed(Place(number, index), mark)
        for index, mark in enumerate(page.marks)
        if (isinstance(mark, TextMark) and not mark.story)
        or (isinstance(mark, PictureMark) and not mark.story and mark.alt.startswith("nameplate"))
    ]


def _paragraphs(furniture: Sequence[Placed], roles: Collection[str], paper: str = "") -> Iterator[Element]:
    """Furniture of some roles, line by line; a text that was broken into several lines is one paragraph."""
    lines: list[list[Placed]] = []
    for placed in (each for each in furniture if _role(each) in roles):
        if lines and _goes_on(lines[-1][-1].mark, placed.mark):
            lines[-1].append(placed)
        else:
            lines.append([placed])
    for line in lines:
        if isinstance(line[0].mark, PictureMark):
            yield _figure(line, paper)
        elif not _PAGE_NUMBER.fullmatch("".join(_said(placed) for placed in line)):
            yield _text("P", line)


def _said(placed: Placed) -> str:
    return "".join(placed.mark.run.texts) if _is_text(placed.mark) else ""


def _goes_on(before: TextMark | PictureMark, mark: TextMark | PictureMark) -> bool:
    if not isinstance(before, TextMark) or not isinstance(mark, TextMark) or before.role != mark.role:
        return False
    return mark.line == before.line + 1 or (mark.line == before.line and mark.y == before.y)


def _article(blocks: Sequence[StoryBlock]) -> Element:
    """A story with everything of it."""
    title = "".join(block.text for block in blocks if block.role == "headline")
    deeper: list[int] = []
    kids: list[Element] = []
    for role, group in groupby(blocks, key=lambda block: block.role):
        if role in _TOGETHER:
            kids.append(_joined(role, tuple(group)))
        else:
            kids += [_block(block, title, deeper) for block in group]
    return Element("Art", tuple(kids), title)


def _joined(role: str, blocks: Sequence[StoryBlock]) -> Element:
    """Blocks of one kind that follow each other."""
    if role == "item":
        return _list(blocks)
    kind: Kind = "BlockQuote" if role in ("quote", "pull") else "Div"
    part: Kind = "Note" if role == "note" else "P"
    return Element(kind, tuple(_text(part, block.marks) for block in blocks))


def _block(block: StoryBlock, title: str, deeper: list[int]) -> Element:
    """One block. ``deeper``: how deep the heads above it in this story are; heads are counted without gaps."""
    match block.role:
        case "headline" | "section" | "crosshead":
            depth = {"headline": 0, "section": 1}.get(block.role, 1 + max(1, block.level))
            while deeper and deeper[-1] >= depth:
                deeper.pop()
            deeper.append(depth)
            return _text(_HEADINGS[min(len(deeper), len(_HEADINGS)) - 1], block.marks)
        case "figure":
            return _figure(block.marks, title)
        case "table":
            return _table(block.marks)
        case "roster":
            names = (Element("LI", (_text("LBody", name),)) for name in _names(block.marks))
            return Element("L", tuple(names))
        case _:
            return _text("P", block.marks)


def _text(kind: Kind, marks: Sequence[Placed]) -> Element:
    """An element of text, with an element in it wherever the text is a link."""
    kids: list[Element | Shown] = []
    for link, group in groupby(marks, key=lambda placed: placed.mark.link if _is_text(placed.mark) else None):
        shown = Shown(tuple(placed.place for placed in group))
        kids.append(shown if link is None else Element("Link", (shown,), link=link))
    return Element(kind, tuple(kids))


def _is_text(mark: TextMark | PictureMark) -> TypeGuard[TextMark]:
    return isinstance(mark, TextMark)


def _list(blocks: Sequence[StoryBlock]) -> Element:
    """Items and, within the item above them, the deeper ones."""
    least = min(block.level for block in blocks)
    items: list[list[StoryBlock]] = []
    for block in blocks:
        if block.level == least or not items:
            items.append([block])
        else:
            items[-1].append(block)
    return Element("L", tuple(_item(first, below) for first, *below in items))


def _item(first: StoryBlock, below: Sequence[StoryBlock]) -> Element:
    labels = tuple(placed for placed in first.marks if _is_text(placed.mark) and placed.mark.label)
    body = _text("LBody", [placed for placed in first.marks if placed not in labels])
    nested = (_list(below),) if below else ()
    label = (_text("Lbl", labels),) if labels else ()
    return Element("LI", (*label, Element("LBody", (*body.kids, *nested))))


def _names(marks: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The names of a roster: each stands apart from the one before it, whatever runs it is made of."""
    name: list[Placed] = []
    for placed in marks:
        if name and _apart(name[-1].mark, placed.mark):
            yield name
            name = []
        name.append(placed)
    if name:
        yield name


def _apart(before: TextMark | PictureMark, mark: TextMark | PictureMark) -> bool:
    if not _is_text(before) or not _is_text(mark) or mark.y != before.y:
        return True
    ends = before.x + before.run.xs[-1] + before.run.face.advance(before.run.gids[-1]) * before.run.size
    return mark.x + mark.run.xs[0] - ends > _NAME_GAP * mark.run.size


def _figure(marks: Sequence[Placed], title: str) -> Element:
    """Pictures, each with the caption that follows it. Words tell what each shows, or at least whose it is."""
    parts: list[list[Placed]] = []
    for placed in marks:
        if isinstance(placed.mark, PictureMark) or not parts:
            parts.append([])
        parts[-1].append(placed)
    kids: list[Element] = []
    for part in parts:
        pictures = [placed for placed in part if isinstance(placed.mark, PictureMark)]
        caption = [placed for placed in part if isinstance(placed.mark, TextMark)]
        for place, mark in pictures:
            told = mark.alt if isinstance(mark, PictureMark) and mark.story else title
            kids.append(Element("Figure", (Shown((place,)),), alt=told or f"{title}（图片）"))
        if caption:
            kids.append(_text("Caption" if pictures else "P", caption))
    return kids[0] if len(kids) == 1 else Element("Div", tuple(kids))


def _table(marks: Sequence[Placed]) -> Element:
    """Rows of cells; a cell that nothing stands in is there too, but for those that a wider or higher one covers."""
    cells: dict[tuple[int, int], list[Placed]] = {}
    known: dict[tuple[int, int], Cell] = {}
    for placed in marks:
        cell = placed.mark.cell if _is_text(placed.mark) and placed.mark.cell else Cell(len(known), 0)
        known.setdefault((cell.row, cell.column), cell)
        cells.setdefault((cell.row, cell.column), []).append(placed)
    covered = {
        (row, column)
        for cell in known.values()
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    heads = max((cell.row + cell.rows for cell in known.values() if cell.head), default=0)
    height = max(row for row, _ in covered) + 1
    width = max(column for _, column in covered) + 1
    rows = []
    for row in range(height):
        own: list[Element] = []
        for column in range(width):
            at = (row, column)
            if at in known or at not in covered:
                cell = known.get(at, Cell(row, column, head=row < heads))
                text = _text("P", cells[at]).kids if at in cells else ()
                own.append(Element("TH" if cell.head else "TD", text, cell=cell))
        rows.append(Element("TR", tuple(own)))
    return Element("Table", tuple(rows))
