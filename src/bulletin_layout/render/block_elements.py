"""Lists, rosters, figures and tables as structure elements (列表、名单、图、表; ISO 32000-1, 14.8.4.3)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.page import PictureMark, TableCell, TextMark
from bulletin_layout.render.elements import Element, ShownMarks, is_text, labelled, text_element
from bulletin_layout.render.story_blocks import IndexedMark, StoryBlock

#: Names of a roster are this far apart at least, in em; no space within a name is as wide.
_NAME_GAP: Final = 0.6


def list_element(blocks: Sequence[StoryBlock]) -> Element:
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
    label, body = labelled("LBody", first.marks)
    nested = (list_element(below),) if below else ()
    return Element("LI", (*label, Element("LBody", (*body.kids, *nested))))


def roster_element(marks: Sequence[IndexedMark]) -> Element:
    """Names (名单) as the items of a list."""
    return Element("L", tuple(Element("LI", (text_element("LBody", name),)) for name in _names(marks)))


def _names(marks: Sequence[IndexedMark]) -> Iterator[list[IndexedMark]]:
    """The names of a roster: each stands apart from the one before it, whatever runs it is made of."""
    name: list[IndexedMark] = []
    for placed in marks:
        if name and _apart(name[-1].mark, placed.mark):
            yield name
            name = []
        name.append(placed)
    if name:
        yield name


def _apart(before: TextMark | PictureMark, mark: TextMark | PictureMark) -> bool:
    if not is_text(before) or not is_text(mark) or mark.y != before.y:
        return True
    ends = before.x + before.run.xs[-1] + before.run.face.advance(before.run.gids[-1]) * before.run.size
    return mark.x + mark.run.xs[0] - ends > _NAME_GAP * mark.run.size


def figure_element(marks: Sequence[IndexedMark], title: str) -> Element:
    """Pictures, each with the caption that follows it. Words tell what each shows, or at least whose it is."""
    parts: list[list[IndexedMark]] = []
    for placed in marks:
        if isinstance(placed.mark, PictureMark) or not parts:
            parts.append([])
        parts[-1].append(placed)
    kids: list[Element] = []
    for part in parts:
        pictures = [placed for placed in part if isinstance(placed.mark, PictureMark)]
        caption = [placed for placed in part if isinstance(placed.mark, TextMark)]
        for place, mark, _ in pictures:
            told = mark.alt if isinstance(mark, PictureMark) and mark.story else title
            kids.append(Element("Figure", (ShownMarks((place,)),), alt=told or f"{title}（图片）"))
        if caption:
            kids.append(text_element("Caption" if pictures else "P", caption))
    return kids[0] if len(kids) == 1 else Element("Div", tuple(kids))


def table_element(marks: Sequence[IndexedMark]) -> Element:
    """Rows of cells; a cell that nothing stands in is there too, but for those that a wider or higher one covers."""
    cells: dict[tuple[int, int], list[IndexedMark]] = {}
    known: dict[tuple[int, int], TableCell] = {}
    for placed in marks:
        cell = placed.mark.cell if is_text(placed.mark) and placed.mark.cell else TableCell(len(known), 0)
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
                cell = known.get(at, TableCell(row, column, head=row < heads))
                text = text_element("P", cells[at]).kids if at in cells else ()
                own.append(Element("TH" if cell.head else "TD", text, cell=cell))
        rows.append(Element("TR", tuple(own)))
    return Element("Table", tuple(rows))
