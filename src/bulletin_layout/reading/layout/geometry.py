"""Checks the geometry of a layout (版面检查): whatever stands on a page must have its place to itself."""

from collections.abc import Iterator
from itertools import combinations

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import layouts as things
from bulletin_layout.findings.catalogue import places as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.grid import Rect, page_grid
from bulletin_layout.issue import Box, Furniture, PageLayout

#: Overlap in points that is still tolerated: rounding of positions given in mm.
_TOLERANCE = 0.5


def check_geometry(layout: PageLayout, page_number: int, findings: list[Finding]) -> None:
    """Report slots that overlap each other, furniture with text that overlaps a slot, and banners that no slot uses."""
    grid = page_grid(layout.sheet, page_number)
    slots = [(slot, box, grid.box_rect(box)) for slot in layout.slots.values() for box in slot.boxes]
    for (one, _, here), (other, box, there) in combinations(slots, 2):
        if _overlap(here, there):
            below = said.box_of_its_own() if one is other else said.slot_at(one.name, str(one.location))
            findings.append(said.overlap(box.location, slot=other.name, other=below))
    for slot, _, here in slots:
        for name, banner in layout.banners.items():
            if name not in slot.text.around and _overlap(here, grid.box_rect(banner.box)):
                findings.append(said.banner_in_slot(banner.box.location, banner=name, slot=slot.name))
        for thing, box in _words(layout):
            if _overlap(here, grid.box_rect(box)):
                findings.append(said.words_over_slot(box.location, thing=thing, slot=slot.name))
    for one_banner, other_banner in combinations(layout.banners.values(), 2):
        if _overlap(grid.box_rect(one_banner.box), grid.box_rect(other_banner.box)):
            names = (other_banner.name, one_banner.name)
            findings.append(said.banner_over_banner(other_banner.box.location, banner=names[0], other=names[1]))


def _words(layout: PageLayout) -> Iterator[tuple[Phrase, Box]]:
    """Furniture that has a box and prints something in it; grounds and rules may lie under a slot."""
    for furniture in layout.furniture:
        if furniture.box is not None and _prints(furniture):
            yield things.furniture(furniture.name), furniture.box
    if layout.editor is not None and layout.editor.box is not None:
        yield things.editor(), layout.editor.box


def _prints(furniture: Furniture) -> bool:
    return furniture.picture is not None or any(line.text for line in furniture.lines)


def _overlap(one: Rect, other: Rect) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.foot, other.foot) - max(one.y, other.y)
    return wide > _TOLERANCE and high > _TOLERANCE
