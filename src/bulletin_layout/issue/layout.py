"""A page layout (版式): the designer's file with its parents merged in. Lengths are points unless stated otherwise.

There are two coordinate systems. A ``Box`` on the grid is in whole page columns and whole 行, both from 1 and
inclusive. A ``Box`` off the grid is in points from the top left corner of the trim. The grid is mirrored on even pages,
with the inner margin at the right; boxes off the grid are never mirrored.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.inks import Ink
from bulletin_layout.issue.give import Give, Jump
from bulletin_layout.issue.story import Fit, Pieces
from bulletin_layout.issue.style import Style
from bulletin_layout.measures import Scale
from bulletin_layout.pictures import Picture
from bulletin_layout.values import dataclass

Direction = Literal["horizontal", "vertical"]
Corner = Literal[
    "top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right",
]  # fmt: skip
FurniturePlace = Literal[
    "top-inner", "top-center", "top-outer", "bottom-inner", "bottom-center", "bottom-outer", "top", "bottom", "box",
]  # fmt: skip
RuleKind = Literal["none", "hairline", "thin", "thick", "thick-thin", "thin-thick", "double"]


@dataclass(frozen=True, slots=True)
class Box:
    """An area of the page: (first, last) page column and row, from 1 and inclusive; or points from the trim
    (``fixed``)."""

    location: Location
    cols: tuple[int, int] = (1, 1)
    rows: tuple[int, int] = (1, 1)
    fixed: tuple[float, float, float, float] | None = None  #: x, y, width, height in points


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and grid (版心). ``measure``: width of a column in whole 字; what remains is added to the side margins.

    ``top``, ``bottom``, ``inner``, ``outer``: margins; ``inner`` is at the binding edge.
    """

    width: float
    height: float
    bleed: float
    top: float
    bottom: float
    inner: float
    outer: float
    scale: Scale
    columns: int
    measure: int
    gutter: float
    location: Location


@dataclass(frozen=True, slots=True)
class TextSpec:
    """Text of a slot. ``columns``: number of text columns; None: the page columns that it spans. ``rule``: between
    columns. ``around``: names of banners that the text runs around. ``none``: the slot has photos and a title, but no
    text (图片版). ``initial``: 行 that the story's first character takes (首字下沉); 0: no initial.
    """

    columns: int | None = None
    gutter: float | None = None
    rule: RuleKind = "none"
    balance: bool = True
    around: tuple[str, ...] = ()
    none: bool = False
    initial: int = 0


@dataclass(frozen=True, slots=True)
class TitleSpec:
    """Title of a slot. ``span``: text columns; 0: all. ``lines``: least room of the title, in 行: height of a
    horizontal title, width of a vertical one at the side. ``row``, ``col``: place of a title inside the text, from 1
    within the slot. ``rows``: height of a title at the side or inside; None: the whole slot, or as much as it needs.
    """

    place: Literal["top", "left", "right", "inside", "none"] = "top"
    span: int = 0
    direction: Direction = "horizontal"
    lines: int | None = None
    rows: int | None = None
    col: int | None = None
    row: int | None = None
    air_before: int = 0  #: whole 行 above the title
    air_after: int = 0  #: whole 行 between title and text


@dataclass(frozen=True, slots=True)
class PhotoSpec:
    """Room for a photo. Width: ``span`` text columns, or ``width`` points for one that text runs around. None is one
    column; in a slot that takes no text, where it is the only photo, all of them.
    Height: ``rows`` whole 行 (caption included) when given, else from ``ratio`` (width : height), else the picture's
    own; in a slot that takes no text, all that is free. ``row`` counts from below the title, or from the slot's first
    row (``start``). ``crop``: so much of the picture's area may be cut before that is a finding."""

    name: str
    location: Location
    at: Corner = "top-right"
    col: int | None = None  #: exact text column (and row) within the slot, from 1, instead of ``at``
    row: int | None = None
    start: Literal["title", "slot"] = "title"
    span: int | None = None
    width: float | None = None
    ratio: float | None = None
    rows: int | None = None
    fit: Fit = "fill"
    crop: float = 0.2
    caption: Literal["below", "none"] = "below"
    wrap: Literal["block", "around"] = "block"


@dataclass(frozen=True, slots=True)
class SlotFrame:
    """A frame around a story (加框): border, tint (底纹), and the distance from border to text, points."""

    border: RuleKind = "none"
    ink: Ink | None = None
    fill: Ink | None = None
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one story (版块). ``styles`` maps every role (body, headline, kicker … note, jump) to the style it has
    here. ``short`` lines or fewer left over are no finding. ``give``: what may bend, in this order. ``jump_head``:
    where a story that comes here by a jump says so, in its first column or over all of them."""

    name: str
    location: Location
    boxes: tuple[Box, ...]
    styles: Mapping[str, Style]
    text: TextSpec = TextSpec()
    title: TitleSpec = TitleSpec()
    photos: Mapping[str, PhotoSpec] = None  # type: ignore[assignment]  # reading always gives one
    frame: SlotFrame = SlotFrame()
    short: int = 1
    give: tuple[Give, ...] = ()
    jump: Jump | None = None
    jump_head: Literal["column", "all"] = "column"


@dataclass(frozen=True, slots=True)
class Banner:
    """A section banner (栏题): text in its own panel, which the text of a slot can run around."""

    name: str
    location: Location
    text: Pieces
    box: Box
    style: Style
    direction: Direction = "horizontal"
    width: float | None = None  #: narrower than the box, in points (vertical banners)
    side: Literal["left", "right"] = "left"  #: side of the box at which a narrower banner is placed


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """One line of page furniture: a template such as ``{publication.name}　第{page.number}版`` and its style."""

    text: Pieces
    style: Style


@dataclass(frozen=True, slots=True)
class Furniture:
    """A text or picture on every page of the layout: folio (报眉), nameplate (报头), ear (报眼). Its lines are stacked
    and centred in its height."""

    name: str
    location: Location
    at: FurniturePlace
    lines: tuple[FurnitureLine, ...]
    box: Box | None = None
    rule: Literal["none", "above", "below"] = "none"
    rule_kind: RuleKind = "thick-thin"  #: 文武线
    rule_ink: Ink | None = None
    frame: SlotFrame = SlotFrame()
    picture: Picture | None = None  #: a picture instead of the lines
    offset: float | None = None  #: points from the type area (top and bottom places); None: clear of it, as neighbours

    @property
    def rule_above(self) -> RuleKind:
        """The kind of rule above it, or none."""
        return self.rule_kind if self.rule == "above" else "none"

    @property
    def rule_below(self) -> RuleKind:
        """The kind of rule below it, or none."""
        return self.rule_kind if self.rule == "below" else "none"


@dataclass(frozen=True, slots=True)
class EditorLine:
    """The line that names the page's editor (本版责编); names of two characters are spread to the width of three
    (均排)."""

    location: Location
    at: FurniturePlace
    label: Pieces
    name: Pieces  #: the editor if the issue names none
    style: Style
    box: Box | None = None
    offset: float | None = None


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A layout file with its parents merged in.

    ``styles``: styles of emphasis for text outside slots (furniture, banners), and of body text. ``repeat``: the page
    is repeated as often as its flow has text (简报); ``first``: layout of the first of these pages if it differs, with
    no ``first`` of its own. ``keep``: words that are not divided in heads, captions and bylines of its pages.
    """

    name: str  #: the page's name, e.g. 综合新闻
    location: Location
    sheet: Sheet
    slots: Mapping[str, Slot]
    banners: Mapping[str, Banner]
    furniture: tuple[Furniture, ...] = ()
    editor: EditorLine | None = None
    styles: Mapping[str, Style] = field(default_factory=dict)
    repeat: bool = False
    first: "PageLayout | None" = None
    keep: tuple[str, ...] = ()
