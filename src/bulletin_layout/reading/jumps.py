"""Jumps (转版) of a whole issue: every chain of jumps must lead on to slots that are free."""

from collections.abc import Collection, Mapping, Sequence

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import jumps as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.issue import Jump, PagePlan, Slot, SlotAddress


def jumps_of(pages: Sequence[PagePlan]) -> Mapping[SlotAddress, tuple[SlotAddress, Jump]]:
    """By slot, the slot that it jumps to."""
    return {
        (page.number, name): ((slot.jump.page or page.number, slot.jump.slot), slot.jump)
        for page in pages
        for name, slot in page.opening.slots.items()
        if slot.jump is not None
    }


def check_jumps(pages: Sequence[PagePlan], findings: list[Finding]) -> None:
    """Check the jumps of slots that hold a story, along whole chains: each target must exist and be free, and no chain
    may be a circle."""
    jumps = jumps_of(pages)
    slots = {page.number: page.opening.slots for page in pages}
    own = {(page.number, slot): None for page in pages for slot in (*page.put, *page.briefs, *page.continued)}
    running = [page.number for page in pages if page.flow]
    circling = _report_circles(jumps, findings)
    taken: dict[SlotAddress, Jump] = {}
    for start in own:
        spot = start
        while spot in jumps and spot not in circling:
            target, jump = jumps[spot]
            finding = _unplaced(spot, target, jump, slots) or _full(spot, target, jump, own, running, taken)
            if finding is not None:
                findings.append(finding)
                break
            taken[target] = jump
            spot = target


def _unplaced(
    spot: SlotAddress, target: SlotAddress, jump: Jump, slots: Mapping[int, Mapping[str, Slot]]
) -> Finding | None:
    """The finding for a jump whose target does not exist."""
    (page, slot), (to_page, to_slot), place = spot, target, jump.location
    if to_page not in slots:
        return said.jump_target(place, page=page, slot=slot, target=to_page, last=len(slots))
    if to_slot not in slots[to_page]:
        near = nearest(to_slot, slots[to_page])
        return said.jump_target_slot(place, page=page, slot=slot, target=to_page, name=to_slot, near=near)
    return None


def _full(
    spot: SlotAddress,
    target: SlotAddress,
    jump: Jump,
    own: Collection[SlotAddress],
    running: Collection[int],
    taken: Mapping[SlotAddress, Jump],
) -> Finding | None:
    """The finding for a jump whose target is taken."""
    (page, slot), place, shown = spot, jump.location, _said(target)
    if target in own:
        return said.jump_target_full(place, page=page, slot=slot, target=shown)
    if target[0] in running:
        return said.jump_into_flow(place, page=page, slot=slot, target=shown)
    if target in taken:
        other = str(taken[target].location)
        return said.jump_target_taken(place, page=page, slot=slot, target=shown, other=other)
    return None


def _report_circles(
    jumps: Mapping[SlotAddress, tuple[SlotAddress, Jump]], findings: list[Finding]
) -> frozenset[SlotAddress]:
    """The slots that lie on circles or lead into them; each circle is reported once, at the jump of its first slot."""
    circling: set[SlotAddress] = set()
    for start in jumps:
        trail = [start]
        while trail[-1] in jumps and trail[-1] not in trail[:-1] and trail[-1] not in circling:
            trail.append(jumps[trail[-1]][0])
        if trail[-1] in circling:
            circling.update(trail)
        elif trail[-1] in trail[:-1]:
            circle = trail[trail.index(trail[-1]) :]
            place, names = jumps[circle[0]][1].location, " → ".join(map(_said, circle))
            findings.append(said.jump_circle(place, circle=names))
            circling.update(trail)
    return frozenset(circling)


def _said(spot: SlotAddress) -> str:
    return f"page{spot[0]}.{spot[1]}"
