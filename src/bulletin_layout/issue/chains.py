"""Chains of slots (串接、转版): how stories continue from slot to slot of a page, and from page to page."""

from collections.abc import Sequence

from bulletin_layout.issue.issue import PagePlan

#: A slot of the issue: number of its page, name of the slot.
SlotAddress = tuple[int, str]


def chains_of(pages: Sequence[PagePlan]) -> tuple[tuple[SlotAddress, ...], ...]:
    """The slots through which each story (or several briefs in one slot) runs, in the order of pages and of layouts.

    A chain ends before a slot that does not exist or that another chain has taken.
    """
    plans = {page.number: page for page in pages}
    after = {(page.number, before): (page.number, slot) for page in pages for slot, before in page.continued.items()}
    taken = {(page.number, slot) for page in pages for slot in (*page.put, *page.briefs, *page.continued)}
    chains: list[tuple[SlotAddress, ...]] = []
    for page in pages:
        for name in page.opening.slots:
            if name not in page.put and name not in page.briefs:
                continue
            chain = [(page.number, name)]
            while True:
                spot = chain[-1]
                jump = plans[spot[0]].opening.slots[spot[1]].jump
                if spot in after:
                    chain.append(after[spot])
                    continue
                target = (jump.page or spot[0], jump.slot) if jump is not None else spot
                if target in taken or target[0] not in plans or target[1] not in plans[target[0]].opening.slots:
                    break
                taken.add(target)
                chain.append(target)
            chains.append(tuple(chain))
    return tuple(chains)
