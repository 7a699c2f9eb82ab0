"""What every page of a layout carries (版面陈设): folio, nameplate, 报眼, the page editor's line."""

from collections.abc import Mapping
from dataclasses import replace

from bulletin_layout.compose.frame.rules import frame_marks, horizontal_rule, rule_height
from bulletin_layout.compose.frame.setting import natural_width, stack_height, stack_marks, wrapped
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, Rect
from bulletin_layout.issue import Align, EditorLine, Furniture, FurniturePlace, Style, expand, says_page_alone
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, PictureMark, Tag, TextMark
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


def furniture_marks(furniture: Furniture, values: Mapping[str, str], grid: Grid, book: FontBook) -> Furnished:
    """Set one piece of furniture with its templates filled in."""
    rect = _rect(furniture, grid)
    ground: list[Mark] = list(frame_marks(furniture.frame, rect))
    above, below = furniture.rule_above, furniture.rule_below
    ground += horizontal_rule(above, rect.x, rect.right, rect.y, furniture.rule_ink)
    ground += horizontal_rule(below, rect.x, rect.right, rect.foot - rule_height(below), furniture.rule_ink)
    named = furniture.name.startswith("nameplate")
    tag = Tag("nameplate" if named else "folio", furniture=furniture.name)
    if furniture.picture is not None:
        room = _fitted(rect, furniture.picture)
        alt = f"{values['publication.name']} {values['issue.id']}" if named else ""
        tag = replace(tag, alt=alt, artifact=not named)
        ground.append(PictureMark(room.x, room.y, room.width, room.height, furniture.picture, tag=tag))
        return Furnished(tuple(ground), ())
    gap_above = rule_height(above) + RULE_GAP if above != "none" else 0.0
    gap_below = rule_height(below) + RULE_GAP if below != "none" else 0.0
    inset = furniture.frame.inset
    inner = Rect(
        rect.x + inset,
        rect.y + gap_above,
        rect.width - 2 * inset,
        rect.height - gap_above - gap_below,
    )
    text = _stacked(furniture, values, inner, mirrored(furniture.at, grid), tag, book)
    return Furnished(tuple(ground), tuple(text))


def _fitted(rect: Rect, picture: Picture) -> Rect:
    """The largest room in the middle of the rectangle that has the picture's shape: nothing of a badge is cut off,
    and nothing is stretched."""
    scale = min(rect.width / picture.width, rect.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Rect(rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height)


def _stacked(
    furniture: Furniture, values: Mapping[str, str], inner: Rect, at: str, tag: Tag, book: FontBook
) -> list[Mark]:
    """The lines one below the other, centred together in the height."""
    blocks = []
    for number, line in enumerate(furniture.lines):
        text = expand(line.text, values)
        style = replace(line.style, align=_align(line.style, at))
        if text:
            own = replace(tag, block=number, artifact=says_page_alone(line.text, values))
            blocks.append((style, wrapped(text, style, inner.width, book), own))
    height = sum(_line_height(style, len(lines)) for style, lines, _ in blocks)
    top = inner.y + (inner.height - height) / 2
    marks: list[Mark] = []
    for style, lines, own in blocks:
        air = (_line_height(style, len(lines)) - stack_height(len(lines), style)) / 2
        marks.extend(stack_marks(lines, style, inner.x, top + air, own))
        top += _line_height(style, len(lines))
    return marks


def _line_height(style: Style, count: int) -> float:
    """A stacked line's share of the height: its leading when it has one, else its em."""
    return max(stack_height(count, style), style.leading * count)


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


def _rect(furniture: Furniture, grid: Grid) -> Rect:
    """Where furniture stands: its box, or a band over the type area with its foot (head) at the offset."""
    if furniture.box is not None:
        return grid.box_rect(furniture.box)
    height = sum(_line_height(line.style, 1) for line in furniture.lines)
    for kind in (furniture.rule_above, furniture.rule_below):
        height += rule_height(kind) + RULE_GAP if kind != "none" else 0.0
    width = grid.right - grid.left
    if furniture.at.startswith("bottom"):
        return Rect(grid.left, grid.foot + furniture.offset, width, height)
    return Rect(grid.left, grid.top - furniture.offset - height, width, height)


def editor_marks(line: EditorLine, name: str, grid: Grid, book: FontBook) -> tuple[TextMark, ...]:
    """本版责编 and the name; the text that is copied is the name itself, without padding."""
    if not name.strip():
        return ()
    style = replace(line.style, align="start")
    label_width = natural_width(line.label, style, book) + (style.size if line.label else 0.0)
    spread = len(name) == NAME_WIDTH - 1 and all(char >= "\u3400" for char in name)
    name_width = NAME_WIDTH * style.size if spread else natural_width(name, style, book)
    name_style = replace(style, align="spread") if spread else style
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
    baseline = top + EM_ASCENT * style.size
    label = wrapped(line.label, style, label_width + 1, book)[:1]
    named = wrapped(name, name_style, name_width, book)[:1]
    placed = [(x, run) for runs in label for run in runs]
    placed += [(x + label_width, run) for runs in named for run in runs]
    tag = Tag("editor", furniture="editor")
    return tuple(TextMark(left, baseline, run, tag) for left, run in placed)
