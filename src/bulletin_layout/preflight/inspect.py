"""Runs every check over the composed pages, before anything is written."""

from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import pages
from bulletin_layout.issue import Issue, PageLayout, Press
from bulletin_layout.page import Edition, Page
from bulletin_layout.preflight import checks
from bulletin_layout.preflight.clearance import furniture_clear
from bulletin_layout.preflight.extent import placed
from bulletin_layout.preflight.meant import meant_uses
from bulletin_layout.preflight.memory import Judged, Memory
from bulletin_layout.preflight.press_rules import judge_uses

_CHECKS: Final = (
    checks.off_page,
    checks.near_edge,
    checks.bleed_missed,
    checks.text_on_text,
    checks.text_and_pictures,
)


def inspect_edition(edition: Edition, issue: Issue, memory: Memory | None = None) -> tuple[Finding, ...]:
    """The findings of the finished pages, page by page. ``issue`` gives the file of each mark and the print profile.
    ``memory``: pages that have not changed since are not judged again."""
    press = issue.publication.press
    stories = {story.slug: story.location for plan in issue.pages for story in plan.stories}
    layouts = {plan.number: plan.layout for plan in issue.pages}
    memory = memory or Memory()
    context = press, stories
    before = memory.judged if memory.judged_for == context else {}
    memory.judged_for, memory.judged = context, {}
    found: list[Finding] = []
    for page in edition.pages:
        layout = layouts.get(page.number)
        of_page = layout.location if layout is not None else issue.location
        places = of_page, _named(layout) if layout is not None else {}
        known = before.get(id(page))
        if known is None or known.page is not page or known.places != places:
            known = Judged(page, places, tuple(_of_page(page, press, stories, *places, memory)))
        memory.judged[id(page)] = known
        found += known.findings
    return (*found, *_whole(edition, issue))


def _of_page(
    page: Page,
    press: Press,
    stories: Mapping[str, Location],
    of_page: Location,
    named: Mapping[str, Location],
    memory: Memory,
) -> Iterator[Finding]:
    """The findings of one page."""

    def where(story: str) -> Location:
        return stories.get(story, of_page)

    marks = placed(page)
    yield from checks.low_resolution(page, marks, where, press)
    yield from checks.photo_ink(marks, where, press, memory)
    for check in _CHECKS:
        yield from check(page, marks, where, press)
    yield from furniture_clear(page, marks.marks, named, of_page)
    yield from judge_uses(meant_uses(page, press), press, where)


def _named(layout: PageLayout) -> Mapping[str, Location]:
    """The places where the pieces of a layout's furniture are written."""
    places = {piece.name: piece.location for piece in layout.furniture}
    return places if layout.editor is None else {**places, "editor": layout.editor.location}


def _whole(edition: Edition, issue: Issue) -> Iterator[Finding]:
    """Checks over all pages together: their number, since sheets are folded, and their sizes."""
    press, count = issue.publication.press, len(edition.pages)
    if press.location and count % press.pages:  # without a print profile the way of folding and binding is unknown
        short = press.pages - count % press.pages
        yield pages.page_count(issue.location, pages=count, multiple=press.pages, short=short)
    sizes = dict.fromkeys((page.width, page.height) for page in edition.pages)
    if len(sizes) > 1:
        yield pages.page_size(issue.location, count=len(sizes))
