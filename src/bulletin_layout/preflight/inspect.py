"""Every check over every page of an edition."""

from bulletin_layout.diagnostics import Diagnostic, Location
from bulletin_layout.issue import Issue
from bulletin_layout.page import Edition
from bulletin_layout.preflight import checks
from bulletin_layout.preflight.extent import Placed, extent


def inspect_edition(edition: Edition, issue: Issue) -> tuple[Diagnostic, ...]:
    """What is wrong with the finished pages, page by page; ``issue`` says which file a mark came from."""
    found: list[Diagnostic] = []
    stories = {story.slug: story.location for plan in issue.pages for story in plan.stories}
    layouts = {plan.number: plan.layout.location for plan in issue.pages}
    for page in edition.pages:
        furniture = layouts.get(page.number, issue.location)

        def where(story: str, furniture: Location = furniture) -> Location:
            return stories.get(story, furniture)

        placed = tuple(Placed(mark, extent(mark)) for mark in page.marks)
        for check in (
            checks.low_resolution,
            checks.off_page,
            checks.near_edge,
            checks.text_on_text,
            checks.text_under_picture,
        ):
            found.extend(check(page, placed, where))
    return tuple(found)
