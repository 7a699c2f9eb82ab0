"""Contents of an issue for library catalogues (编目): a list of its stories, in schema.org terms and as XMP.

Sources: schema.org, PublicationIssue and NewsArticle with their print fields; ISO 16684-1 for the XMP packet.
"""

import json
import re
from typing import Any, Final

from bulletin_layout.issue import Head, Issue, PagePlan, Story, passages_in, photos_of, plain
from bulletin_layout.page import Edition
from bulletin_layout.render.metadata import Property, Schema
from bulletin_layout.values import dataclass

#: The JSON file's name among the attachments.
CONTENTS_NAME: Final = "bulletin-contents.jsonld"
#: The namespace of this project's XMP properties; an identifier only, not an address that can be opened.
_NAMESPACE: Final = "https://bulletin-layout.invalid/ns/issue/1/"
_WORD: Final = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]+(?:[-'’.][^\W_]+)*")
_HAN: Final = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Kinds of passages that do not count as the text of a story: pull quotes (which repeat it), captions, titles of boxes.
_BESIDE_TEXT: Final = ("pull", "caption", "aside")


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A story as it was printed. ``pages``: numbers of its pages, in order; ``section``, ``editor``: of the first page;
    ``words``: length in 字 (字数), where a Western word or number counts as one."""

    title: str
    subtitle: str
    byline: str
    pages: tuple[int, ...]
    section: str
    editor: str
    words: int


def entries(issue: Issue, edition: Edition) -> tuple[ContentsEntry, ...]:
    """All stories that are on a page, in the order of the issue."""
    pages: dict[str, list[int]] = {}
    names: dict[int, str] = {}
    for page in edition.pages:
        names[page.number] = page.name
        for _, mark in page.tagged():
            if mark.tag.story:
                numbers = pages.setdefault(mark.tag.story, [])
                if page.number not in numbers:
                    numbers.append(page.number)
    stories: dict[str, tuple[PagePlan, Story]] = {}
    for plan in issue.pages:  # a story in a flow is in the plans of several pages
        for story in plan.stories:
            stories.setdefault(story.slug, (plan, story))
    return tuple(
        ContentsEntry(
            title=_said(story.headline) or _said(story.kicker) or _caption(story),
            subtitle=_said(story.deck) or (_said(story.kicker) if story.headline else ""),
            byline=plain(story.byline),
            pages=tuple(pages[story.slug]),
            section=names[pages[story.slug][0]],
            editor=plain(plan.editor),
            words=_length(story),
        )
        for plan, story in stories.values()
        if story.slug in pages
    )


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
        "@type": "NewsArticle",
        "headline": entry.title,
        "datePublished": issue.date.isoformat(),
        "printPage": ", ".join(map(str, entry.pages)),
        "printSection": entry.section,
        "wordCount": entry.words,
    }
    if entry.subtitle:
        article["alternativeHeadline"] = entry.subtitle
    if entry.byline:
        # No @type: a byline may be a person, several persons, or an office.
        article["author"] = {"name": entry.byline}
        article["creditText"] = entry.byline
    if entry.editor:
        article["editor"] = {"@type": "Person", "name": entry.editor}
    return article


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
    return f"第{'、'.join(map(str, entry.pages))}版　{entry.title}{byline}"


def _said(head: Head | None) -> str:
    return " ".join(map(plain, head.lines)) if head is not None else ""


def _caption(story: Story) -> str:
    """The title of a story without a head: its first caption, else its slug."""
    return next((plain(photo.caption) for photo in photos_of(story) if photo.caption), story.slug)


def _length(story: Story) -> int:
    """The length of the body in 字."""
    return sum(words(passage.text) for passage in passages_in(story.blocks) if passage.kind not in _BESIDE_TEXT)
