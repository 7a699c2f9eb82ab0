"""Issues made of a few sentences, for checks of what they say."""

from datetime import date
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import cast

from bulletin_layout.findings import Finding, Location
from bulletin_layout.issue import Head, Issue, PageLayout, PagePlan, Paragraph, Photo, Piece, Publication, Story
from bulletin_layout.issue.rosters import Rosters
from bulletin_layout.issue.story import LeftAsIs
from bulletin_layout.proofreading import proofread
from bulletin_layout.proofreading.copy import Copy, written_in

NO_ROSTERS = Rosters()
ISSUED = date(2026, 10, 30)  # a Friday


def pieces(text: str, line: int = 3) -> tuple[Piece, ...]:
    """A text of one piece; none of no words."""
    return (Piece(text, Location("a.md", line, 1)),) if text else ()


def story(
    text: str, *, photos: dict[str, Photo] | None = None, slug: str = "a", left: tuple[LeftAsIs, ...] = ()
) -> Story:
    """A story: 题： begins its headline, ¶ a further paragraph."""
    lines = text.split("¶")
    head = None
    if lines[0].startswith("题："):
        head = Head((pieces(lines[0][2:], 1),), Location("a.md", 1))
        lines = lines[1:]
    blocks = tuple(Paragraph(pieces(line, n), Location("a.md", n)) for n, line in enumerate(lines, start=10))
    return Story(slug, Location("a.md"), blocks, headline=head, photos=MappingProxyType(photos or {}), left=left)


def issue(*stories: Story, rosters: Rosters = NO_ROSTERS, asked: tuple[str, ...] = ()) -> Issue:
    """An issue of these stories, on one page without furniture; ``asked``: codes that the publication wants as
    hints."""
    layout = cast(PageLayout, SimpleNamespace(banners={}, furniture=(), editor=None, first=None, slots={}))
    here = Location("issue.yaml")
    page = PagePlan(1, layout, (), {each.slug: each for each in stories}, here)
    return Issue(
        "1",
        ISSUED,
        Publication(Path(), {}, rosters=rosters, choices=dict.fromkeys(asked, "hint")),
        Path(),
        (page,),
        here,
    )


def copy(text: str) -> Copy:
    """The running text of a story of one paragraph."""
    return Copy([written_in(story(text))])


def found(text: str, *asked: str) -> list[Finding]:
    """What is found in a text."""
    return list(proofread(issue(story(text), asked=asked)))
