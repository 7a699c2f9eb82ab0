"""Searches the issue's text (查找): every text of its stories, printed or not, and what else is on the pages."""

from collections.abc import Iterator

from bulletin_layout.findings import Location
from bulletin_layout.issue import Issue, Pieces, passages_of
from bulletin_layout.live.places import Places
from bulletin_layout.values import NamedTuple

#: At most so many are given.
MOST_HITS = 200
#: So many characters are shown on either side.
_AROUND = 14


class Hit(NamedTuple):
    """A place where the words stand, with the words around it."""

    words: str
    location: Location


def hits(issue: Issue, places: Places, query: str) -> list[Hit]:
    """The places of a text, ignoring case and white space at its ends, in the order of pages and stories; the first
    ``MOST_HITS`` of them."""
    wanted = query.strip().casefold()
    if not wanted:
        return []
    found: dict[Location, Hit] = {}
    for pieces in _texts(issue, places):
        for hit in _in_text(pieces, wanted):
            found.setdefault(hit.location, hit)
            if len(found) >= MOST_HITS:
                return list(found.values())
    return list(found.values())


def _texts(issue: Issue, places: Places) -> Iterator[Pieces]:
    stories = set()
    for plan in issue.pages:
        for story in plan.stories:
            if story.slug not in stories:
                stories.add(story.slug)
                yield from (passage.pieces for passage in passages_of(story))
    for page in places.pages.values():
        known: set[int] = set()
        for mark in page.texts():
            if mark.origin is not None and not mark.tag.story and id(mark.origin.pieces) not in known:
                known.add(id(mark.origin.pieces))
                yield mark.origin.pieces


def _in_text(pieces: Pieces, wanted: str) -> Iterator[Hit]:
    text = "".join(piece.text for piece in pieces).replace("\n", " ")
    folded = "".join(char.casefold() if len(char.casefold()) == 1 else char for char in text)
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        begin = max(0, at - _AROUND)
        around = ("…" if begin else "") + text[begin : end + _AROUND] + ("…" if end + _AROUND < len(text) else "")
        yield Hit(around, _place(pieces, at))
        at = folded.find(wanted, end)


def _place(pieces: Pieces, at: int) -> Location:
    for piece in pieces:
        if at < len(piece.text):
            here = piece.location
            return Location(here.path, here.line, here.column + at)
        at -= len(piece.text)
    return pieces[-1].location
