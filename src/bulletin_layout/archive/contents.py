"""Contents of an issue for library catalogues (编目): a list of its stories, in schema.org terms and as XMP.

Sources: schema.org, PublicationIssue and NewsArticle with their print fields; ISO 16684-1 for the XMP packet.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID, uuid5

from bulletin_layout.archive.authors import Author, authors_of
from bulletin_layout.issue import Head, Issue, PagePlan, Story, beginning_of, passages_in, plain, title_of
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.page import Edition
from bulletin_layout.preflight.extent import InkRect, extent
from bulletin_layout.render.metadata import Property, Schema
from bulletin_layout.values import NamedTuple, dataclass

#: The JSON file's name among the attachments.
CONTENTS_NAME: Final = "bulletin-contents.jsonld"
#: The namespace of this project's XMP properties; an identifier only, not an address that can be opened.
_NAMESPACE: Final = "https://bulletin-layout.invalid/ns/issue/1/"
_STORIES: Final = UUID("0f3e2a5c-6d1b-5b52-9a7e-3c1b7d0c4f21")
_WORD: Final = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]+(?:[-'’.][^\W_]+)*")
_HAN: Final = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Kinds of passages that do not count as the text of a story: pull quotes (which repeat it), captions, titles of boxes.
_BESIDE_TEXT: Final = ("pull", "caption", "aside")


class Region(NamedTuple):
    """Where a story stands on a page: the rectangle round all its marks, mm from the top left of the trim."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A story as it was printed. ``title``: of a story without a head "", and ``beginning`` is its first caption or its
    first words. ``pages``: numbers of its pages, in order; ``section``, ``editor``: of the first page;
    ``words``: length in 字 (字数), where a Western word or number counts as one."""

    slug: str
    title: str
    beginning: str
    subtitle: str
    byline: str
    pages: tuple[int, ...]
    section: str
    editor: str
    words: int
    regions: tuple[Region, ...]


def entries(issue: Issue, edition: Edition) -> tuple[ContentsEntry, ...]:
    """All stories that are on a page, in the order of the issue."""
    names = {page.number: page.name for page in edition.pages}
    regions = _regions(edition)
    stories: dict[str, tuple[PagePlan, Story]] = {}
    for plan in issue.pages:  # a story in a flow is in the plans of several pages
        for story in plan.stories:
            stories.setdefault(story.slug, (plan, story))
    return tuple(
        ContentsEntry(
            slug=story.slug,
            title=title_of(story),
            beginning="" if title_of(story) else beginning_of(story),
            subtitle=_said(story.deck) or (_said(story.kicker) if story.headline else ""),
            byline=plain(story.byline),
            pages=tuple(region.page for region in regions[story.slug]),
            section=names[regions[story.slug][0].page],
            editor=plain(plan.editor),
            words=_length(story),
            regions=regions[story.slug],
        )
        for plan, story in stories.values()
        if story.slug in regions
    )


def _regions(edition: Edition) -> Mapping[str, tuple[Region, ...]]:
    """Slug → where the story stands, page by page."""
    found: dict[str, list[Region]] = {}
    for page in edition.pages:
        boxes: dict[str, list[InkRect]] = {}
        for _, mark in page.tagged():
            if mark.tag.story:
                boxes.setdefault(mark.tag.story, []).append(extent(mark))
        for slug, each in boxes.items():
            left, top = min(box.left for box in each), min(box.top for box in each)
            right, bottom = max(box.right for box in each), max(box.bottom for box in each)
            sides = (round(side / POINTS_PER_MM, 1) for side in (left, top, right - left, bottom - top))
            found.setdefault(slug, []).append(Region(page.number, *sides))
    return {slug: tuple(each) for slug, each in found.items()}


def words(text: str) -> int:
    """The length of a text in 字: each Han character and each Western word or number counts as one."""
    count = 0
    for found in _WORD.finditer(text):
        han = len(_HAN.findall(found[0]))
        rest = _HAN.split(found[0])
        count += han + sum(1 for part in rest if part)
    return count


def linked_data(issue: Issue, edition: Edition) -> bytes:
    """The contents as JSON-LD in schema.org terms; the same issue gives the same bytes."""
    texts = issue.publication.texts
    paper: dict[str, Any] = {"@type": "Newspaper", "name": issue.publication.name}
    if "english" in texts:
        paper["alternateName"] = issue.publication.text("english")
    if "publisher" in texts:
        paper["publisher"] = {"@type": "Organization", "name": issue.publication.text("publisher")}
    whole: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "name": edition.title,
        "datePublished": issue.date.isoformat(),
        "inLanguage": "zh-CN",
        "isPartOf": paper,
        "numberOfPages": len(edition.pages),
        "hasPart": [_article(entry, issue) for entry in entries(issue, edition)],
    }
    if issue.number is not None:
        whole["issueNumber"] = str(issue.number)
    if issue.total is not None:
        whole["identifier"] = {"@type": "PropertyValue", "propertyID": "总期号", "value": str(issue.total)}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _article(entry: ContentsEntry, issue: Issue) -> dict[str, Any]:
    article: dict[str, Any] = {
        "@id": f"urn:uuid:{uuid5(_STORIES, f'{issue.publication.name} {issue.id} {entry.slug}')}",
        "@type": "NewsArticle",
        "datePublished": issue.date.isoformat(),
        "printPage": ", ".join(map(str, entry.pages)),
        "printSection": entry.section,
        "wordCount": entry.words,
        "identifier": [_region(region) for region in entry.regions],
    }
    if entry.title:
        article["headline"] = entry.title
    elif entry.beginning:
        article["description"] = entry.beginning
    if entry.subtitle:
        article["alternativeHeadline"] = entry.subtitle
    if entry.byline:
        article["author"] = [_author(author) for author in authors_of(entry.byline)]
        article["creditText"] = entry.byline
    if entry.editor:
        article["editor"] = {"@type": "Person", "name": entry.editor}
    return article


def _author(author: Author) -> dict[str, str]:
    kind = {"@type": author.kind} if author.kind else {}
    return {**kind, "name": author.name}


def _region(region: Region) -> dict[str, str]:
    """A region in terms of schema.org, which has none for places on a page: x, y, width, height."""
    value = ",".join(f"{side:g}" for side in region[1:])
    return {
        "@type": "PropertyValue",
        "propertyID": "region",
        "name": str(region.page),
        "unitText": "mm",
        "value": value,
    }


def described(issue: Issue, edition: Edition) -> Schema:
    """The contents as XMP properties: publication, numbers, date, editors, stories with their bylines."""
    found = [Property("publication", issue.publication.name, "Name of the publication")]
    if issue.number is not None:
        found.append(Property("number", str(issue.number), "Number of the issue", integer=True))
    if issue.total is not None:
        found.append(Property("total", str(issue.total), "Number since the first issue", integer=True))
    found.append(Property("date", issue.date.isoformat(), "Date of issue, ISO 8601"))
    editors = tuple(dict.fromkeys(plain(plan.editor) for plan in issue.pages if plan.editor))
    if editors:
        found.append(Property("editors", editors, "Editors of the pages, in order"))
    stories = tuple(_listed(entry) for entry in entries(issue, edition))
    if stories:
        found.append(Property("stories", stories, "Stories in order: page, headline, byline"))
    return Schema("bulletin", _NAMESPACE, "Printed newsletter issue", tuple(found))


def _listed(entry: ContentsEntry) -> str:
    byline = f"（{entry.byline}）" if entry.byline else ""
    return f"第{'、'.join(map(str, entry.pages))}版　{entry.title or entry.beginning}{byline}"


def _said(head: Head | None) -> str:
    return head.text if head is not None else ""


def _length(story: Story) -> int:
    """The length of the body in 字."""
    return sum(words(passage.text) for passage in passages_in(story.blocks) if passage.kind not in _BESIDE_TEXT)
