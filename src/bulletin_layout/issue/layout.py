"""A page layout (版式): the designer's file, inherited and resolved. Lengths are points unless said otherwise.

Two coordinate systems meet here. A ``Box`` on the grid is whole page columns and whole 行, both from 1 and inclusive;
a ``Box`` off the grid is points from the top left of the trim, with x counted from the inner margin's side on no page:
compose mirrors grid boxes by the margins and leaves off-grid boxes where they are.
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
    """Whole page columns and rows, 1-based and inclusive (``cols``/``rows``), or points from the trim (``fixed``)."""

    location: Location
    cols: tuple[int, int] = (1, 1)
    rows: tuple[int, int] = (1, 1)
    fixed: tuple[float, float, float, float] | None = None  #: x, y, width, height in points


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and grid (版心). ``measure`` is whole 字 a column; what is left over goes to the side margins."""

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
    """How a slot's text stands: ``columns`` None means the page columns it spans; ``around`` names banners;
    ``none``: the slot takes photos and a title, and never text (图片版). ``initial``: so many 行 the story's first
    character takes (首字下沉), 0: one like any other."""

    columns: int | None = None
    gutter: float | None = None
    rule: RuleKind = "none"
    balance: bool = True
    around: tuple[str, ...] = ()
    none: bool = False
    initial: int = 0


@dataclass(frozen=True, slots=True)
class TitleSpec:
    """Where a slot's title stands. ``span`` counts text columns, 0 is all; ``lines`` is the room it takes at
    least: whole 行 for a horizontal title, 行 of width for a vertical one at the left or right; ``row``, ``col``
    place one that stands inside the text (1-based within the slot); ``rows`` of one at the side or inside: None is
    all of the slot, or as needed."""

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
    col: int | None = None  #: exact place within the slot, 1-based, instead of the corner
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
    """A box round a story (加框): border, tint, and the inset from border to text, in points."""

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
    """A section banner (栏题): text in a panel of its own that a slot's text runs round."""

    name: str
    location: Location
    text: Pieces
    box: Box
    style: Style
    direction: Direction = "horizontal"
    width: float | None = None  #: narrower than the box, in points (vertical banners)
    side: Literal["left", "right"] = "left"  #: at which side of its box a narrower banner stands


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """One line of page furniture: a template such as ``{publication.name}　第{page.number}版`` and its style."""

    text: Pieces
    style: Style


@dataclass(frozen=True, slots=True)
class Furniture:
    """Something every page of the layout carries: folio, nameplate, 报眼. Lines are stacked, centred in its height."""

    name: str
    location: Location
    at: FurniturePlace
    lines: tuple[FurnitureLine, ...]
    box: Box | None = None
    rule: Literal["none", "above", "below"] = "none"
    rule_kind: RuleKind = "thick-thin"  #: 文武线
    rule_ink: Ink | None = None
    frame: SlotFrame = SlotFrame()
    picture: Picture | None = None  #: a picture that stands instead of the lines
    offset: float = 0.0  #: points that it stands away from the type area (top and bottom places)

    @property
    def rule_above(self) -> RuleKind:
        """The rule above it."""
        return self.rule_kind if self.rule == "above" else "none"

    @property
    def rule_below(self) -> RuleKind:
        """The rule below it."""
        return self.rule_kind if self.rule == "below" else "none"


@dataclass(frozen=True, slots=True)
class EditorLine:
    """本版责编: label and name; two-character names are set to the width of three."""

    location: Location
    at: FurniturePlace
    label: Pieces
    name: Pieces  #: the editor when the issue names none
    style: Style
    box: Box | None = None
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A layout file, its parents merged in. ``styles``: those of emphasis in what stands in no slot (furniture,
    banners), and of body text. ``repeat``: the page stands as often as its flow has text (简报), and ``first`` is the
    layout of the first of these pages, if it is another; that one's own ``first`` is None. ``keep``: words that stay
    whole in the heads, captions and bylines of its pages."""

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
