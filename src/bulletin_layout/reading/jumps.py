"""Jumps (转版) of a whole issue: every chain of them leads on, to slots that are free."""

from collections.abc import Mapping, Sequence

from bulletin_layout.findings import Finding, error
from bulletin_layout.issue import Jump, PagePlan, SlotAddress
from bulletin_layout.reading.schema.check import nearest


def jumps_of(pages: Sequence[PagePlan]) -> Mapping[SlotAddress, tuple[SlotAddress, Jump]]:
    """Where each slot that jumps leads to."""
    return {
        (page.number, name): ((slot.jump.page or page.number, slot.jump.slot), slot.jump)
        for page in pages
        for name, slot in page.opening.slots.items()
        if slot.jump is not None
    }


def check_jumps(pages: Sequence[PagePlan], findings: list[Finding]) -> None:
    """Jumps of slots that have a story, and on along their chains: targets must be there and free, and in no circle."""
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
            thing = f'page {spot[0]} slot "{spot[1]}"'
            finding = None
            if target[0] not in slots:
                finding = "jump-target", f"{thing} jumps to page {target[0]}, and the last page is {len(pages)}"
            elif target[1] not in slots[target[0]]:
                near = nearest(target[1], slots[target[0]])
                finding = "jump-target", f'{thing} jumps to page {target[0]}, which has no slot "{target[1]}"{near}'
            elif target in own:
                finding = "jump-target-full", f"{thing} jumps to {_said(target)}, which has a story of its own"
            elif target[0] in running:
                finding = "jump-target-full", f"{thing} jumps to {_said(target)}, through which a text flows"
            elif target in taken:
                finding = (
                    "jump-target-full",
                    f"{thing} jumps to {_said(target)}, as does another ({taken[target].location})",
                )
            if finding is not None:
                findings.append(error(*finding, jump.location))
                break
            taken[target] = jump
            spot = target


def _report_circles(
    jumps: Mapping[SlotAddress, tuple[SlotAddress, Jump]], findings: list[Finding]
) -> frozenset[SlotAddress]:
    """The slots that lie in circles or lead into them; each circle is reported once, at its first slot's jump."""
    circling: set[SlotAddress] = set()
    for start in jumps:
        trail = [start]
        while trail[-1] in jumps and trail[-1] not in trail[:-1] and trail[-1] not in circling:
            trail.append(jumps[trail[-1]][0])
        if trail[-1] in circling:
            circling.update(trail)
        elif trail[-1] in trail[:-1]:
            circle = trail[trail.index(trail[-1]) :]
            message = f"stories jump in a circle: {' → '.join(map(_said, circle))}"
            findings.append(error("jump-circle", message, jumps[circle[0]][1].location))
            circling.update(trail)
    return frozenset(circling)


def _said(spot: SlotAddress) -> str:
    return f"page{spot[0]}.{spot[1]}"
