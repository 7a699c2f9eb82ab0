"""What a story is called (称呼) in bookmarks, structure and catalogues: by its heads, or by what it begins with."""

from typing import Final

from bulletin_layout.issue.story import Head, Story, plain
from bulletin_layout.issue.walk import passages_in, photos_of

#: Longest beginning of a story that stands for a title, in characters.
_LONGEST: Final = 24
#: Where a beginning ends before that, rather than within a sentence.
_ENDS: Final = "。！？；\n"


def said(head: Head | None) -> str:
    """A head's text, its lines joined with a space; "": there is none."""
    return head.text if head is not None else ""


def title_of(story: Story) -> str:
    """The headline, else the kicker; "": the story has neither."""
    return said(story.headline) or said(story.kicker)


def beginning_of(story: Story) -> str:
    """What stands for the title of a story without a head: its first caption, else its first words; "": it has no
    text."""
    captions = (plain(photo.caption) for photo in photos_of(story) if photo.caption)
    texts = (passage.text.strip() for passage in passages_in(story.blocks))
    found = next(filter(None, captions), "") or next(filter(None, texts), "")
    end = min((at for mark in _ENDS if (at := found.find(mark)) > 0), default=len(found))
    first = found[:end]
    return first if len(first) <= _LONGEST else first[: _LONGEST - 1] + "…"
