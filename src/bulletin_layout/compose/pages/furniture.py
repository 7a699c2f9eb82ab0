"""Furniture of the page (版面陈设): folio, nameplate, 报眼, and the page editor's line."""

from collections.abc import Mapping, Sequence

from bulletin_layout.compose.frame.rules import frame_marks, horizontal_rule, rule_height
from bulletin_layout.compose.frame.setting import SetText, set_text, text_marks, with_ink
from bulletin_layout.compose.pages.bands import RULE_GAP, Band, EdgePiece, bands, mirrored
from bulletin_layout.compose.pages.editor import EDITOR, editor_marks, set_editor
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, Rect
from bulletin_layout.issue import (
    Align,
    EditorLine,
    Furniture,
    FurnitureLine,
    Pieces,
    Style,
    expand,
    plain,
    says_page_alone,
)
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, PictureMark, Tag
from bulletin_layout.pictures import Picture
from bulletin_layout.values import NamedTuple, dataclass, replace


@dataclass(frozen=True, slots=True)
class Furnished:
    """The grounds (panels, rules, pictures) and the texts of a page's furniture."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]


def page_furniture(
    furniture: Sequence[Furniture],
    editor: tuple[EditorLine, Pieces] | None,
    values: Mapping[str, Pieces],
    styles: Mapping[str, Style],
    grid: Grid,
    book: FontBook,
) -> Furnished:
    """All furniture of a page with its templates filled in, and the editor's line; ``styles``: those of strong and
    emphasis."""
    pieces = [_set_piece(piece, values, styles, grid, book) for piece in furniture]
    named = set_editor(*editor, styles, grid, book) if editor is not None else None
    placed: dict[str, Band] = {}
    for edge in ("top", "bottom"):
        edges = [piece.at_edge(edge) for piece in pieces if piece.edge == edge]
        if named is not None and named.edge == edge:
            edges.append(named.at_edge(edge))
        placed |= bands(edges, grid.line)
    ground: list[Mark] = []
    text: list[Mark] = []
    for piece in pieces:
        furnished = _piece_marks(piece, placed.get(piece.furniture.name), values, grid)
        ground += furnished.ground
        text += furnished.text
    if named is not None:
        text += editor_marks(named, placed.get(EDITOR), grid)
    return Furnished(tuple(ground), tuple(text))


class _SetPiece(NamedTuple):
    """A piece of furniture with its lines set for its width."""

    furniture: Furniture
    at: str
    lines: tuple["_SetLine", ...]

    @property
    def edge(self) -> str:
        """The edge of the type area that it is attached to: ``top``, ``bottom``, or ``box`` for none."""
        return self.at.partition("-")[0] if self.furniture.box is None else "box"

    def at_edge(self, edge: str) -> EdgePiece:
        """Its measures as a piece at this edge. A border takes up space like a rule."""
        own = self.furniture
        shown = [line for line in self.lines if line.text.lines]
        height = sum(line.height for line in shown)
        # The line next to the type area decides where the common baseline is.
        near_line = shown[-1 if edge == "top" else 0] if shown else None
        room = sum(max(line.text.size, line.leading) + line.text.above + line.text.below for line in self.lines)
        above, below = own.rule_above, own.rule_below
        if own.offset is None and own.frame.border != "none":
            above, below = (own.frame.border if rule == "none" else rule for rule in (above, below))
        return EdgePiece(
            own.name, self.at, own.offset,
            below if edge == "top" else above, above if edge == "top" else below,
            height, near_line.reach(edge) if near_line is not None else 0.0, room,
        )  # fmt: skip


def _set_piece(
    furniture: Furniture, values: Mapping[str, Pieces], styles: Mapping[str, Style], grid: Grid, book: FontBook
) -> _SetPiece:
    width = grid.box_rect(furniture.box).width if furniture.box is not None else grid.right - grid.left
    at = mirrored(furniture.at, grid)
    room = width - 2 * furniture.frame.inset
    lines = tuple(_set_line(line, values, styles, room, at, book) for line in furniture.lines)
    if furniture.offset is None and furniture.box is None:
        lines = tuple(line._replace(text=with_ink(line.text)) for line in lines)
    return _SetPiece(furniture, at, lines)


def _piece_marks(piece: _SetPiece, band: Band | None, values: Mapping[str, Pieces], grid: Grid) -> Furnished:
    """The marks in its box, or in its band at the head or foot."""
    furniture = piece.furniture
    rect, inner = _rects(piece, band, grid)
    ground = [*frame_marks(furniture.frame, rect, furniture.name), *_rules(furniture, rect)]
    # A screen reader reads the nameplate, and skips other pictures of furniture as artifacts.
    named = furniture.name.startswith("nameplate")
    tag = Tag("nameplate" if named else "folio", furniture=furniture.name)
    if furniture.picture is not None:
        room = _fitted(rect, furniture.picture)
        alt = f"{plain(values['publication.name'])} {plain(values['issue.id'])}" if named else ""
        tag = replace(tag, alt=alt, artifact=not named)
        ground.append(PictureMark(room.x, room.y, room.width, room.height, furniture.picture, tag=tag))
        return Furnished(tuple(ground), ())
    return Furnished(tuple(ground), tuple(_stacked(piece.lines, inner, tag)))


def _rules(furniture: Furniture, rect: Rect) -> list[Mark]:
    above, below, ink = furniture.rule_above, furniture.rule_below, furniture.rule_ink
    return [
        *horizontal_rule(above, rect.x, rect.right, rect.y, ink, furniture.name),
        *horizontal_rule(below, rect.x, rect.right, rect.foot - rule_height(below), ink, furniture.name),
    ]


def _rects(piece: _SetPiece, band: Band | None, grid: Grid) -> tuple[Rect, Rect]:
    """The rectangles of the whole piece and of its text."""
    furniture = piece.furniture
    left, width, inset = grid.left, grid.right - grid.left, furniture.frame.inset
    if band is None:
        rect = grid.box_rect(furniture.box) if furniture.box is not None else Rect(left, grid.top, width, 0.0)
        above, below = (
            rule_height(rule) + RULE_GAP if rule != "none" else 0.0
            for rule in (furniture.rule_above, furniture.rule_below)
        )
        return rect, Rect(rect.x + inset, rect.y + above, rect.width - 2 * inset, rect.height - above - below)
    height = band.far - band.near
    if piece.edge == "top":
        top, inner = grid.top - band.far, grid.top - band.text - band.room
    else:
        top, inner = grid.foot + band.near, grid.foot + band.text
    return Rect(left, top, width, height), Rect(left + inset, inner, width - 2 * inset, band.room)


def _fitted(rect: Rect, picture: Picture) -> Rect:
    """The largest centred rectangle with the picture's proportions: a logo is neither cropped nor distorted."""
    scale = min(rect.width / picture.width, rect.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Rect(rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height)


class _SetLine(NamedTuple):
    """A line of furniture set for its width; without lines when its text is empty. ``alone``: it consists of the page
    number only."""

    text: SetText
    leading: float
    alone: bool

    @property
    def height(self) -> float:
        """Its share of the height: leading if it has one, else its em, plus the height of ruby and dots."""
        stack = max(self.text.stack, self.leading * max(1, len(self.text.lines)))
        return self.text.above + stack + self.text.below

    def reach(self, edge: str) -> float:
        """At the head from its lower side up to the baseline of its last line; at the foot from its upper side down to
        that of its first."""
        text, air = self.text, (self.height - self.text.height) / 2
        return air + (text.below + (1 - EM_ASCENT) * text.size if edge == "top" else text.above + EM_ASCENT * text.size)


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
    """The lines stacked and together centred vertically; those without text take up no space."""
    shown = [(number, line) for number, line in enumerate(lines) if line.text.lines]
    top = inner.y + (inner.height - sum(line.height for _, line in shown)) / 2
    marks: list[Mark] = []
    for number, line in shown:
        own = replace(tag, block=number, artifact=line.alone)
        marks.extend(text_marks(line.text, inner.x, top + (line.height - line.text.height) / 2, own))
        top += line.height
    return marks


def _align(style: Style, at: str) -> Align:
    """The alignment: furniture in a corner aligns to it, elsewhere by its style, centred by default."""
    if at.endswith("-left"):
        return "start"
    if at.endswith("-right"):
        return "end"
    return "center" if style.align == "justify" or at.endswith("-center") else style.align
