"""Whether what stands on a page has its place to itself (版面检查)."""

from collections.abc import Iterator
from itertools import combinations

from bulletin_layout.findings import Finding, error
from bulletin_layout.grid import Rect, page_grid
from bulletin_layout.issue import Box, Furniture, PageLayout

#: Points that two things may share before they lie over one another.
_TOLERANCE = 0.5


def check_geometry(layout: PageLayout, page_number: int, findings: list[Finding]) -> None:
    """No two slots over one another, no furniture's words over a slot, and every banner in a slot named by it."""
    grid = page_grid(layout.sheet, page_number)
    slots = [(slot, box, grid.box_rect(box)) for slot in layout.slots.values() for box in slot.boxes]
    for (one, _, here), (other, box, there) in combinations(slots, 2):
        if _overlap(here, there):
            with_what = "another box of its own" if one is other else f'slot "{one.name}" ({one.location})'
            message = f'slot "{other.name}" lies over {with_what}'
            findings.append(error("overlap", message, box.location))
    for slot, _, here in slots:
        for name, banner in layout.banners.items():
            if name not in slot.text.around and _overlap(here, grid.box_rect(banner.box)):
                message = f'banner "{name}" stands in slot "{slot.name}", whose text does not run round it: '
                message += f"write around: [{name}] in the slot's text"
                findings.append(error("overlap", message, banner.box.location))
        for thing, box in _words(layout):
            if _overlap(here, grid.box_rect(box)):
                findings.append(error("overlap", f'{thing} lies over slot "{slot.name}"', box.location))
    for one_banner, other_banner in combinations(layout.banners.values(), 2):
        if _overlap(grid.box_rect(one_banner.box), grid.box_rect(other_banner.box)):
            message = f'banner "{other_banner.name}" lies over banner "{one_banner.name}"'
            findings.append(error("overlap", message, other_banner.box.location))


def _words(layout: PageLayout) -> Iterator[tuple[str, Box]]:
    """Furniture that has a box and prints something in it; grounds and rules may lie under a slot."""
    for furniture in layout.furniture:
        if furniture.box is not None and _prints(furniture):
            yield f'furniture "{furniture.name}"', furniture.box
    if layout.editor is not None and layout.editor.box is not None:
        yield "editor", layout.editor.box


def _prints(furniture: Furniture) -> bool:
    return furniture.picture is not None or any(line.text for line in furniture.lines)


def _overlap(one: Rect, other: Rect) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.foot, other.foot) - max(one.y, other.y)
    return wide > _TOLERANCE and high > _TOLERANCE
