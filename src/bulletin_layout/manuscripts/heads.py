"""The heads of a manuscript (标题): headline, kicker, deck, section and byline among its first lines, by votes."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bulletin_layout.manuscripts.bylines import byline_votes
from bulletin_layout.manuscripts.captions import is_captioned
from bulletin_layout.manuscripts.draft import GUESSED, SURE, Role, RoleName
from bulletin_layout.manuscripts.letterheads import letterhead_length
from bulletin_layout.manuscripts.matter import Matter, Paragraph
from bulletin_layout.manuscripts.traits import (
    END_MARK,
    LISTED,
    STOP,
    heading_level,
    is_body,
    is_bold,
    is_date,
    is_head_face,
    is_kai,
    look_of,
)
from bulletin_layout.values import NamedTuple

#: Most lines that are looked at before the text begins, and most of one headline.
_MOST: Final = 8
_MOST_LINES: Final = 4
_FIRST: Final = 4
_SECTION: Final = re.compile(r"(?:【[^【】]{2,12}】|(?:栏目|版块)[：:].{2,12})$")
_DASH: Final = re.compile(r"(?:——|—|--|――|──)")
_NOTE: Final = re.compile(r"(?:编者按|编者的话|按语|编前)[：:　 ]?")


#: The lines before the text, each with the number of its block.
_Zone = list[tuple[int, Paragraph]]
#: Notes the role of a line of the zone, with its votes.
_Take = Callable[[int, RoleName, int], None]


class Heads(NamedTuple):
    """The blocks that are heads, by the role of each; ``roles`` in their order."""

    by_block: dict[int, RoleName]
    roles: tuple[Role, ...]


def find_heads(blocks: Sequence[Matter], usual: float) -> Heads:
    """The heads among the first blocks. ``usual``: the size of the text, in points."""
    zone = _zone(blocks)
    if not zone:
        return Heads({}, ())
    letterhead, zone = _parted(zone, usual)
    by_letterhead: dict[int, RoleName] = {at: "letterhead" for at, _ in letterhead}
    heads = _heads(zone, usual) if zone else Heads({}, ())
    roles = tuple(Role("letterhead", SURE, line.line, line.text) for _, line in letterhead)
    return Heads(by_letterhead | heads.by_block, (*roles, *heads.roles))


def _parted(zone: _Zone, usual: float) -> tuple[_Zone, _Zone]:
    """The letterhead of an official document, and the lines without it."""
    largest = max(look_of(line).size for _, line in zone)
    is_head = [_headline_votes(line, place, usual, largest) >= GUESSED for place, (_, line) in enumerate(zone)]
    first, end = letterhead_length([line for _, line in zone], is_head)
    return zone[first:end], [*zone[:first], *zone[end:]]


def _heads(zone: _Zone, usual: float) -> Heads:
    """The heads among the lines before the text."""
    largest = max(look_of(line).size for _, line in zone)
    votes = [_headline_votes(line, place, usual, largest) for place, (_, line) in enumerate(zone)]
    best = max(range(len(zone)), key=lambda at: (votes[at], -at))
    by_block: dict[int, RoleName] = {}
    roles: list[Role] = []

    def take(at: int, role: RoleName, count: int) -> None:
        by_block[zone[at][0]] = role
        roles.append(Role(role, count, zone[at][1].line, zone[at][1].text))

    first, last = best, best
    if votes[best] >= GUESSED:
        while (
            last + 1 < len(zone)
            and last - first < _MOST_LINES - 1
            and _goes_on(zone[last], zone[last + 1], votes[last + 1])
        ):
            last += 1
        while first and last - first < _MOST_LINES - 1 and _goes_on(zone[first - 1], zone[first], votes[first - 1]):
            first -= 1
        for at in range(first, last + 1):
            take(at, "headline", votes[at])
        _above(zone, first, take)
        _below(zone, last, take)
    by_block = dict(sorted(by_block.items()))
    return Heads(by_block, tuple(sorted(roles, key=lambda role: role.line)))


def _zone(blocks: Sequence[Matter]) -> _Zone:
    """The paragraphs before the text begins, each with the number of its block."""
    zone: _Zone = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            if zone or at >= _MOST:
                break
            continue
        if is_captioned(block.text):
            continue
        if not block.text.strip():  # only a reference to a note
            break
        level = heading_level(block)
        if is_body(block) or _NOTE.match(block.text) or len(zone) == _MOST or block.marker or (zone and level >= 2):
            break
        if zone and (STOP.search(block.text) or LISTED.match(block.text)) and not level:
            break
        zone.append((at, block))
    return zone


def _headline_votes(line: Paragraph, place: int, usual: float, largest: float) -> int:
    look, text = look_of(line), line.text
    grown = look.size - usual if look.size and usual else 0.0
    votes = 2 * (place < _FIRST) + 2 * (line.align == "center") + 3 * (grown >= 4)
    votes += (look.size == largest > usual) + is_head_face(look) + is_bold(line) + 4 * (heading_level(line) == 1)
    votes += (END_MARK.search(text) is None) + (len(text) <= 30)
    votes -= 4 * (text.endswith("。") or (text.endswith(("：", ":")) and not heading_level(line))) + 4 * is_date(text)
    votes -= 4 * (line.blanks >= 1.5 and len(text) >= 40)
    votes -= (
        4 * (_DASH.match(text) is not None) + 4 * (_SECTION.match(text) is not None) + 3 * (byline_votes(text) >= 5)
    )
    return votes


def _goes_on(above: tuple[int, Paragraph], below: tuple[int, Paragraph], votes: int) -> bool:
    """Whether two lines that follow each other are one headline: the same format, which is not that of plain text."""
    (at, line), (next_at, other) = above, below
    one, two = look_of(line), look_of(other)
    same = (one.size, one.face, one.bold, line.align, line.style) == (
        two.size,
        two.face,
        two.bold,
        other.align,
        other.style,
    )
    is_set = line.align != "start" or heading_level(line) == 1 or is_bold(line)
    return next_at == at + 1 and same and is_set and votes >= GUESSED and byline_votes(other.text) < GUESSED


def _above(zone: Sequence[tuple[int, Paragraph]], first: int, take: _Take) -> None:
    """The kicker directly above the headline, of two lines where they have one format, and a section above that."""
    head = look_of(zone[first][1])
    below: Paragraph | None = None  # the kicker's line below the one that is looked at
    for at in range(first - 1, -1, -1):
        _, line = zone[at]
        look = look_of(line)
        is_next = at == first - 1 or (at == first - 2 and below is not None and _alike(line, below))
        if _SECTION.match(line.text):
            take(at, "section", SURE)
        elif is_next and not STOP.search(line.text):
            votes = 3 * (len(line.text) <= 24) + (line.align == "center") + (0 < look.size < head.size) + 2
            if votes >= GUESSED:
                take(at, "kicker", votes)
                below = line


def _alike(line: Paragraph, other: Paragraph) -> bool:
    """Whether two lines have the same format, which is not that of plain text."""
    return line.align == other.align != "start" and look_of(line) == look_of(other)


def _below(zone: Sequence[tuple[int, Paragraph]], last: int, take: _Take) -> None:
    """Decks and a byline below the headline."""
    head = look_of(zone[last][1])
    for at in range(last + 1, len(zone)):
        _, line = zone[at]
        text, look = line.text, look_of(line)
        written = 0 if is_date(text) else byline_votes(text)
        named = written + (line.align != "start") + (len(text) <= 20) if written else 0
        votes = 4 * (_DASH.match(text) is not None) + 2 * (line.align == "center") + is_kai(look) + (len(text) <= 45)
        votes += (0 < look.size < head.size) + 4 * (line.style in ("subtitle", "副标题"))
        votes -= 4 * text.endswith("。")
        if named >= max(votes, GUESSED) and not _DASH.match(text):
            take(at, "byline", named)
        elif votes >= GUESSED:
            take(at, "deck", votes)
        else:
            return
