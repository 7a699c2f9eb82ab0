"""One page (一版): banners, slots and furniture together, in painting order."""

from collections.abc import Mapping, Sequence

from bulletin_layout.compose.fitting.slots import ComposedSlot
from bulletin_layout.compose.frame.origins import vertical_origins
from bulletin_layout.compose.frame.rules import frame_marks
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.setting import column_marks, in_box, natural_width, set_text
from bulletin_layout.compose.pages.bleed import bled
from bulletin_layout.compose.pages.furniture import page_furniture
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import banner_too_long
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, Rect, page_grid
from bulletin_layout.issue import Banner, PagePlan, Pieces, SlotFrame, Style, expand
from bulletin_layout.page import Mark, Page, Tag
from bulletin_layout.typeset import set_vertical
from bulletin_layout.values import dataclass, replace

#: Space at both ends of a banner whose text is spread over its length, in em of the text.
BANNER_END = 0.9
#: Least space at the sides of a vertical banner with interlinear marks, in em.
BANNER_SIDE = 0.1


@dataclass(frozen=True, slots=True)
class PlacedBanner:
    """A banner's panel and text, the area that text runs round, and its findings."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]
    area: Area
    findings: tuple[Finding, ...] = ()


def place_banner(
    banner: Banner, grid: Grid, values: Mapping[str, Pieces], styles: Mapping[str, Style], book: FontBook
) -> PlacedBanner:
    """Set a section banner in its panel; the text of a vertical one is spread evenly over its height. ``styles``:
    those of strong and emphasis."""
    area, rect = banner_room(banner, grid)
    style = banner.style
    panel = SlotFrame("none", None, style.fill)
    ground: list[Mark] = list(frame_marks(panel, rect)) if style.fill else []
    if style.border is not None:
        ground += frame_marks(SlotFrame("thin", style.border), rect)
    text = expand(banner.text, values)
    setter = _lying if banner.direction == "horizontal" else _standing
    marks, size = setter(text, banner, rect, styles, book)
    room = rect.width if banner.direction == "horizontal" else rect.height
    findings = []
    if size > room + 0.01:
        findings.append(banner_too_long(banner.location, banner=banner.name, needs=size, has=room))
    return PlacedBanner(tuple(ground), marks, area, tuple(findings))


def banner_room(banner: Banner, grid: Grid) -> tuple[Area, Rect]:
    """The area that a banner takes on the grid, and its panel."""
    area = grid.area(banner.box)
    rect = grid.box_rect(banner.box)
    if banner.width is not None and banner.width < rect.width:
        x = rect.x if banner.side == "left" else rect.right - banner.width
        rect = replace(rect, x=x, width=banner.width)
        area = replace(area, x=x, right=x + banner.width)
    return area, rect


def _lying(
    text: Pieces, banner: Banner, rect: Rect, styles: Mapping[str, Style], book: FontBook
) -> tuple[tuple[Mark, ...], float]:
    """A banner's text on one horizontal line, and the width it needs in points."""
    style = banner.style
    air = BANNER_END * style.size if style.align != "center" else 0.0
    inner = replace(rect, x=rect.x + air, width=rect.width - 2 * air)
    natural = natural_width(text, style, styles, book)
    if natural > inner.width:
        inner = replace(rect, width=max(rect.width, natural + 0.01))
    return tuple(in_box(set_text(text, style, styles, inner.width, book), inner, _tag(banner))), natural


def _standing(
    text: Pieces, banner: Banner, rect: Rect, styles: Mapping[str, Style], book: FontBook
) -> tuple[tuple[Mark, ...], float]:
    """A banner's text as one vertical line, and the height it needs in points."""
    style = banner.style
    extent = rect.height - 2 * BANNER_END * style.size
    runs = type_runs(text, style, styles)
    column = set_vertical(runs, style, book, extent=extent if style.align == "spread" else None)
    top = rect.y + (rect.height - column.height) / 2
    within = rect.width / 2 - BANNER_SIDE * style.size  # keeps ruby within the panel
    centre = rect.x + rect.width / 2 - max(0.0, column.right - within) + max(0.0, column.left - within)
    origins = vertical_origins((column,), text, extent)
    return tuple(column_marks((column,), origins, centre, 0.0, top, _tag(banner))), column.height


def _tag(banner: Banner) -> Tag:
    return Tag("banner", furniture=banner.name)


def assemble(
    plan: PagePlan,
    values: Mapping[str, Pieces],
    grid: Grid,
    banners: Mapping[str, PlacedBanner],
    slots: Sequence[ComposedSlot],
    book: FontBook,
) -> Page:
    """All marks of a page: grounds first, then furniture, then story by story. ``values``: the values of its
    templates."""
    ground: list[Mark] = []
    text: list[Mark] = []
    for slot in slots:
        ground += slot.ground
    line = plan.layout.editor
    editor = (line, plan.editor or line.name) if line is not None else None
    furnished = page_furniture(plan.layout.furniture, editor, values, plan.layout.styles, grid, book)
    ground += furnished.ground
    text += furnished.text
    for banner in banners.values():
        ground += banner.ground
        text += banner.text
    for slot in slots:
        text += slot.text
    sheet = plan.layout.sheet
    return Page(
        number=plan.number,
        name=plan.layout.name,
        width=sheet.width,
        height=sheet.height,
        bleed=sheet.bleed,
        marks=tuple(bled((*ground, *text), sheet)),
        outline=tuple(entry for slot in slots for entry in slot.outline),
    )


def grid_of(plan: PagePlan) -> Grid:
    """The grid of the page."""
    return page_grid(plan.layout.sheet, plan.number)
