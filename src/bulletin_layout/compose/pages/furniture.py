"""What every page of a layout carries (版面陈设): folio, nameplate, 报眼, the page editor's line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bulletin_layout.compose.frame.rules import frame_marks, horizontal_rule, rule_height
from bulletin_layout.compose.frame.setting import SetText, natural_width, set_text, text_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, Rect
from bulletin_layout.issue import (
    Align,
    EditorLine,
    Furniture,
    FurnitureLine,
    FurniturePlace,
    Pieces,
    Style,
    expand,
    plain,
    says_page_alone,
)
from bulletin_layout.page import Mark, PictureMark, Tag
from bulletin_layout.pictures import Picture
from bulletin_layout.values import dataclass

#: Between a furniture's text and its own rule, in points.
RULE_GAP = 4.0
#: A two-character name is set to the width of three (CLREQ, 凸排).
NAME_WIDTH = 3


@dataclass(frozen=True, slots=True)
class Furnished:
    """Ground (panels, rules, pictures) and text of page furniture."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]


def furniture_marks(
    furniture: Furniture, values: Mapping[str, Pieces], styles: Mapping[str, Style], grid: Grid, book: FontBook
) -> Furnished:
    """Set one piece of furniture with its templates filled in; ``styles``: those of emphasis."""
    inset = furniture.frame.inset
    width = grid.box_rect(furniture.box).width if furniture.box is not None else grid.right - grid.left
    at = mirrored(furniture.at, grid)
    lines = [_set_line(line, values, styles, width - 2 * inset, at, book) for line in furniture.lines]
    rect = _rect(furniture, lines, grid)
    ground: list[Mark] = list(frame_marks(furniture.frame, rect))
    above, below = furniture.rule_above, furniture.rule_below
    ground += horizontal_rule(above, rect.x, rect.right, rect.y, furniture.rule_ink)
    ground += horizontal_rule(below, rect.x, rect.right, rect.foot - rule_height(below), furniture.rule_ink)
    named = furniture.name.startswith("nameplate")
    tag = Tag("nameplate" if named else "folio", furniture=furniture.name)
    if furniture.picture is not None:
        room = _fitted(rect, furniture.picture)
        alt = f"{plain(values['publication.name'])} {plain(values['issue.id'])}" if named else ""
        tag = replace(tag, alt=alt, artifact=not named)
        ground.append(PictureMark(room.x, room.y, room.width, room.height, furniture.picture, tag=tag))
        return Furnished(tuple(ground), ())
    gap_above = rule_height(above) + RULE_GAP if above != "none" else 0.0
    gap_below = rule_height(below) + RULE_GAP if below != "none" else 0.0
    inner = Rect(
        rect.x + inset,
        rect.y + gap_above,
        rect.width - 2 * inset,
        rect.height - gap_above - gap_below,
    )
    return Furnished(tuple(ground), tuple(_stacked(lines, inner, tag)))


def _fitted(rect: Rect, picture: Picture) -> Rect:
    """The largest room in the middle of the rectangle that has the picture's shape: nothing of a badge is cut off,
    and nothing is stretched."""
    scale = min(rect.width / picture.width, rect.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Rect(rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height)


class _SetLine(NamedTuple):
    """A line of furniture, set for its width; without lines when its text is empty. ``alone``: it says its page's
    number and nothing else."""

    text: SetText
    leading: float
    alone: bool

    @property
    def height(self) -> float:
        """Its share of the height: its leading when it has one, else its em; and the room for ruby and dots."""
        stack = max(self.text.stack, self.leading * max(1, len(self.text.lines)))
        return self.text.above + stack + self.text.below


def _set_line(
    line: FurnitureLine,
    values: Mapping[str, Pieces],
    styles: Mapping[str, Style],
    width: float,
    at: str,
    book: FontBook,
) -> _SetLine:
    """A line with its template filled in."""
    text = set_text(expand(line.text, values), line.style, styles, width, book, _align(line.style, at))
    return _SetLine(text, line.style.leading, says_page_alone(line.text, values))


def _stacked(lines: Sequence[_SetLine], inner: Rect, tag: Tag) -> list[Mark]:
    """The lines one below the other, centred together in the height; those without text take none."""
    shown = [(number, line) for number, line in enumerate(lines) if line.text.lines]
    top = inner.y + (inner.height - sum(line.height for _, line in shown)) / 2
    marks: list[Mark] = []
    for number, line in shown:
        own = replace(tag, block=number, artifact=line.alone)
        marks.extend(text_marks(line.text, inner.x, top + (line.height - line.text.height) / 2, own))
        top += line.height
    return marks


def _align(style: Style, at: str) -> Align:
    """Corner furniture aligns to its corner; elsewhere its style decides, centred where it says nothing."""
    if at.endswith("-left"):
        return "start"
    if at.endswith("-right"):
        return "end"
    return "center" if style.align == "justify" or at.endswith("-center") else style.align


def mirrored(at: FurniturePlace, grid: Grid) -> str:
    """Inner and outer as left and right of this page."""
    left, right = ("inner", "outer") if grid.inner_is_left else ("outer", "inner")
    return at.replace(left, "left").replace(right, "right")


def _rect(furniture: Furniture, lines: Sequence[_SetLine], grid: Grid) -> Rect:
    """Where furniture stands: its box, or a band over the type area with its foot (head) at the offset. The band holds
    a line for each of its lines, however many these take."""
    if furniture.box is not None:
        return grid.box_rect(furniture.box)
    height = sum(max(line.text.size, line.leading) + line.text.above + line.text.below for line in lines)
    for kind in (furniture.rule_above, furniture.rule_below):
        height += rule_height(kind) + RULE_GAP if kind != "none" else 0.0
    width = grid.right - grid.left
    if furniture.at.startswith("bottom"):
        return Rect(grid.left, grid.foot + furniture.offset, width, height)
    return Rect(grid.left, grid.top - furniture.offset - height, width, height)


def editor_marks(
    line: EditorLine, name: Pieces, styles: Mapping[str, Style], grid: Grid, book: FontBook
) -> tuple[Mark, ...]:
    """本版责编 and the name; the text that is copied is the name itself, without padding."""
    said = plain(name)
    if not said.strip():
        return ()
    style = replace(line.style, align="start")
    label_width = natural_width(line.label, style, styles, book) + (style.size if line.label else 0.0)
    spread = len(said) == NAME_WIDTH - 1 and all(char >= "\u3400" for char in said)
    name_width = NAME_WIDTH * style.size if spread else natural_width(name, style, styles, book)
    width = label_width + name_width
    at = mirrored(line.at, grid)
    if line.box is not None:
        rect = grid.box_rect(line.box)
        x, top = rect.x + (rect.width - width) / 2, rect.y + (rect.height - style.size) / 2
        if line.style.align in ("start", "end"):
            x = rect.x if line.style.align == "start" else rect.right - width
    else:
        top = grid.foot + line.offset if at.startswith("bottom") else grid.top - line.offset - style.size
        x = grid.left if at.endswith("left") else grid.right - width
        if at.endswith("center"):
            x = (grid.left + grid.right - width) / 2
    label = set_text(line.label, style, styles, label_width + 1, book)
    named = set_text(name, style, styles, name_width, book, "spread" if spread else "start")
    placed = ((label, x), (named, x + label_width))
    return tuple(mark for text, left in placed for mark in _on_baseline(text, left, top))


def _on_baseline(text: SetText, x: float, top: float) -> list[Mark]:
    """The first line of a text with its em box at ``top``."""
    return text_marks(replace(text, lines=text.lines[:1]), x, top - text.above, Tag("editor", furniture="editor"))
