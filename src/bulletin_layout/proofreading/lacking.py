"""Checks of what stories lack (缺项): heads and bylines where others have them, and what belongs to each photo."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import words as said
from bulletin_layout.issue import Issue, Slot, Story, passages_of, photos_of

#: A text of so many characters is a story that somebody signs.
_SIGNED: Final = 100
#: A house signs its stories where at least so many are signed, and no more are not.
_USUAL: Final = 3


def story_findings(issue: Issue) -> Iterator[tuple[Finding, Story]]:
    """What each story lacks. Heads and bylines are wanted of stories that have a slot of their own: a brief, or a
    story that runs on, may do without."""
    put = [(page.opening.slots.get(name), story) for page in issue.pages for name, story in page.put.items()]
    yield from _heads(put)
    yield from _bylines([story for _, story in put])
    for story in {story.slug: story for page in issue.pages for story in page.stories}.values():
        yield from ((finding, story) for finding in photo_findings(story))


def _heads(put: list[tuple[Slot | None, Story]]) -> Iterator[tuple[Finding, Story]]:
    for slot, story in put:
        if slot is None or slot.text.none or slot.title.place == "none" or story.headline is not None:
            continue
        if _size(story):
            yield said.head_missing(story.location), story


def _bylines(stories: list[Story]) -> Iterator[tuple[Finding, Story]]:
    unsigned = [story for story in stories if not story.byline]
    if not unsigned or len(stories) - len(unsigned) < max(_USUAL, len(unsigned)):
        return
    for story in unsigned:
        if _size(story) >= _SIGNED and not any(passage.kind == "sign" for passage in passages_of(story)):
            yield said.byline_missing(story.location), story


def _size(story: Story) -> int:
    """How many characters the paragraphs of a story have."""
    return sum(len(piece.text) for passage in passages_of(story) if passage.kind == "body" for piece in passage.pieces)


def photo_findings(story: Story) -> Iterator[Finding]:
    """Photos without what is printed below them, or read to those who cannot see them."""
    photos = list(photos_of(story))
    for photo in photos:
        if photo.caption and not photo.credit and any(each.credit for each in photos):
            yield said.credit_missing(photo.location)
        if not photo.caption:
            yield said.caption_missing(photo.location)
            if not photo.alt:
                yield said.alt_missing(photo.location)
