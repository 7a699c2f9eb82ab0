"""Where links lead (链接): addresses that are safe to click on, and other stories of the issue."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.stories import missing_story
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.issue import Piece, Pieces, Story, passages_of

#: What a click on a page may open: it neither runs anything nor reads a file of the reader's.
_SAFE: Final = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_STORY: Final = re.compile(r"#([^/\\#]+)|(?:\./)?([^/\\#:]+)\.md")


def link_of(written: str) -> str | None:
    """Where an address leads as it is written, percent-encoded: an address, or ``#slug`` for a story of the issue
    (``slug.md``, ``#slug``); None: nowhere that a click may lead."""
    if _SAFE.match(written):
        return written
    if written.lower().startswith("www."):
        return f"https://{written}"
    story = _STORY.fullmatch(unquote(written))
    return f"#{story[1] or story[2]}" if story else None


def check_links(stories: Iterable[Story], known: Collection[str], findings: list[Finding]) -> None:
    """Report links to stories that the issue does not have; ``known``: the slugs of those that it has."""
    check_targets((passage.pieces for story in stories for passage in passages_of(story)), known, findings)


def check_targets(texts: Iterable[Pieces], known: Collection[str], findings: list[Finding]) -> None:
    """The same in texts that are no story's."""
    for pieces in texts:
        for piece in _linked(pieces):
            slug = piece.link.removeprefix("#")
            if piece.link != slug and slug not in known:
                findings.append(missing_story(piece.location, slug=slug, near=nearest(slug, known)))


def _linked(pieces: Pieces) -> Iterator[Piece]:
    """The pieces that lead somewhere, the first of each link: one that goes on over a line's end has several."""
    before = ""
    for piece in pieces:
        if piece.link and piece.link != before:
            yield piece
        before = piece.link
