"""What is read and not done on the page yet: each is answered with a warning where it is written."""

from dataclasses import replace
from typing import Final

from bulletin_layout.diagnostics import Diagnostic, Location, warning
from bulletin_layout.issue import Block, PagePlan, Paragraph, Piece, Story

#: Whoever makes a page do one of these takes its name out; reading then hands it on as it is written.
NOT_APPLIED: Final[tuple[str, ...]] = (
    "jump", "continue", "briefs", "text: none", "repeat", "flow",
)  # fmt: skip


def answer(name: str, message: str, place: Location, faults: list[Diagnostic]) -> None:
    """Warn if this is not applied yet; ``message`` names the thing, e.g. ``slot "lead": "give"``."""
    if name in NOT_APPLIED:
        faults.append(warning("not-applied", f"{message} is not applied yet", place))


def settable_page(plan: PagePlan) -> PagePlan:
    """The page with what is not applied yet put so that its text is set all the same: several stories as one."""
    put = dict(plan.put)
    briefs, flow = plan.briefs, plan.flow
    if "briefs" in NOT_APPLIED:
        put |= {slot: _as_one(several) for slot, several in briefs.items()}
        briefs = {}
    free = [slot for slot in plan.layout.slots if slot not in put and slot not in briefs and slot not in plan.continued]
    if "flow" in NOT_APPLIED and flow and free:
        put[free[0]] = _as_one(flow)
        flow = ()
    return replace(plan, put=put, briefs=briefs, flow=flow)


def _as_one(stories: tuple[Story, ...]) -> Story:
    """Stories one after another; their heads become crossheads, their bylines lines of their own."""
    blocks: list[Block] = []
    for story in stories:
        for head in (story.kicker, story.headline, story.deck):
            lines = head.lines if head is not None else ()
            at = head.location if head is not None else story.location
            blocks += [Paragraph((Piece(line, at),), at, "crosshead") for line in lines]
        blocks += story.blocks
        if story.byline:
            blocks.append(Paragraph((Piece(f"（{story.byline}）", story.location),), story.location))
    photos = {name: photo for story in stories for name, photo in story.photos.items()}
    return Story(stories[0].slug, stories[0].location, tuple(blocks), photos=photos)
