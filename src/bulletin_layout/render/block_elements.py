"""Structure elements of lists, rosters, figures and tables (列表、名单、图、表; ISO 32000-1, 14.8.4.3)."""

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from bulletin_layout.page import PictureMark, TableCell, TextMark
from bulletin_layout.render.elements import Element, ShownMarks, labelled, text_element
from bulletin_layout.render.story_blocks import IndexedMark, StoryBlock


def list_element(blocks: Sequence[StoryBlock]) -> Element:
    """A list (L) of items; deeper items become a list inside the item above them."""
    least = min(block.level for block in blocks)
    items: list[list[StoryBlock]] = []
    for block in blocks:
        if block.level == least or not items:
            items.append([block])
        else:
            items[-1].append(block)
    return Element("L", tuple(_item(first, below) for first, *below in items))


def _item(first: StoryBlock, below: Sequence[StoryBlock]) -> Element:
    label, body = labelled("LBody", first.marks)
    nested = (list_element(below),) if below else ()
    return Element("LI", (*label, Element("LBody", (*body.kids, *nested))))


def roster_element(marks: Sequence[IndexedMark]) -> Element:
    """A roster (名单) as a list with an item for each name."""
    names = (tuple(name) for _, name in groupby(marks, key=lambda placed: placed.mark.tag.name))
    return Element("L", tuple(Element("LI", (text_element("LBody", name),)) for name in names))


def figure_element(marks: Sequence[IndexedMark], title: str) -> Element:
    """A picture with its caption. Its alternative text is its own, or ``title`` (the story's), which at least says to
    what it belongs; PDF/UA-1 requires one (ISO 14289-1, 7.3)."""
    kids: list[Element] = []
    caption: list[IndexedMark] = []
    for placed in marks:
        match placed.mark:
            case PictureMark(tag=tag):
                kids.append(Element("Figure", (ShownMarks((placed.place,)),), alt=tag.alt or f"{title}（图片）"))
            case TextMark():
                caption.append(placed)
            case _:
                assert_never(placed.mark)
    if caption:
        kids.append(text_element("Caption" if kids else "P", caption))
    return kids[0] if len(kids) == 1 else Element("Div", tuple(kids))


def table_element(marks: Sequence[IndexedMark]) -> Element:
    """A table with all its cells: empty cells have no marks but must exist, except those covered by a spanning cell. An
    empty cell is no head of anything: it stands over a column that only keeps others apart, or in a corner."""
    cells: dict[TableCell, list[IndexedMark]] = {}
    for placed in marks:
        cell = placed.mark.tag.cell
        if cell is not None:
            cells.setdefault(cell, []).append(placed)
    shape = next(iter(cells)).table
    known = {(cell.row, cell.column): cell for cell in cells}
    covered = {
        (row, column)
        for cell in known.values()
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    rows = []
    for row in range(shape.rows):
        own: list[Element] = []
        for column in range(shape.columns):
            at = (row, column)
            if at in known or at not in covered:
                cell = known.get(at, TableCell(shape, row, column))
                text = text_element("P", cells[cell]).kids if cell in cells else ()
                own.append(Element("TH" if cell.head and text else "TD", text, cell=cell))
        rows.append(Element("TR", tuple(own)))
    return Element("Table", tuple(rows))
