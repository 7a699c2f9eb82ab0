"""Targets of links (链接): addresses that are safe to click, and other stories of the issue."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Final
from urllib.parse import unquote

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import stories as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.issue import Piece, Pieces, Story, passages_of
from bulletin_layout.reading.sources.files import Files

#: Addresses that a click may open: they neither run anything nor read the reader's files.
_SAFE: Final = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_STORY: Final = re.compile(r"#([^/\\#]+)|(?:\./)?([^/\\#:]+)\.md")


def link_of(written: str) -> str | None:
    """The target of a written address (percent-encoded): the address itself, or ``#slug`` for a story of the issue,
    written ``slug.md`` or ``#slug``. None for an address that is not allowed."""
    if _SAFE.match(written):
        return written
    if written.lower().startswith("www."):
        return f"https://{written}"
    story = _STORY.fullmatch(unquote(written))
    return f"#{story[1] or story[2]}" if story else None


def check_links(stories: Iterable[Story], known: Collection[str], files: Files) -> None:
    """Report links to stories that are not in the issue; ``known``: the slugs of those that are."""
    for story in stories:
        links = files.derived(("links", story.slug), story, partial(_links_of, story))
        _check(links, known, files.findings)


def _links_of(story: Story) -> tuple[Piece, ...]:
    return tuple(piece for passage in passages_of(story) for piece in _linked(passage.pieces))


def check_targets(texts: Iterable[Pieces], known: Collection[str], findings: list[Finding]) -> None:
    """Like ``check_links``, for texts outside stories."""
    _check((piece for pieces in texts for piece in _linked(pieces)), known, findings)


def _check(links: Iterable[Piece], known: Collection[str], findings: list[Finding]) -> None:
    for piece in links:
        slug = piece.link.removeprefix("#")
        if piece.link != slug and slug not in known:
            findings.append(said.missing_story(piece.location, slug=slug, near=nearest(slug, known)))


def _linked(pieces: Pieces) -> Iterator[Piece]:
    """The pieces with a link, only the first of each: a link that continues on another line has several pieces."""
    before = ""
    for piece in pieces:
        if piece.link and piece.link != before:
            yield piece
        before = piece.link
