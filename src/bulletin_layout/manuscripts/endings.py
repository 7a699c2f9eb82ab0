"""How a manuscript ends (文末): byline, signature with its date, and what is named as an attachment."""

import re
from collections.abc import Sequence
from typing import Final

from bulletin_layout.manuscripts.bylines import byline_votes, trailing_byline
from bulletin_layout.manuscripts.draft import GUESSED, SURE, Line, Role, text_of
from bulletin_layout.manuscripts.letterheads import record_length
from bulletin_layout.manuscripts.matter import Matter, Paragraph
from bulletin_layout.manuscripts.traits import DATE, STOP, is_date, stripped
from bulletin_layout.values import NamedTuple

_ATTACHMENT: Final = re.compile(r"附[ \u3000]?件[ \u3000]?[0-9一二三四五六七八九十]{0,2}[ \u3000]?[：:]")
_MOST_SIGN: Final = 3
_SHORT: Final = 30


class Ending(NamedTuple):
    """``byline`` with its votes; ``inline``: it ends the text of the block ``inline_at``, where it is to be taken off;
    ``sign``: blocks of the signature; ``dropped``: blocks that do not belong to the story."""

    byline: Line
    sign: tuple[int, ...]
    dropped: tuple[int, ...]
    inline_at: int
    inline_length: int
    roles: tuple[Role, ...]


def find_ending(blocks: Sequence[Matter], used: frozenset[int], *, has_byline: bool) -> Ending:
    """How the blocks end. ``used``: blocks that are heads or captions; ``has_byline``: one stands at the head."""
    left = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and at not in used]
    count = record_length([_at(blocks, at).text for at in left])
    record = left[len(left) - count :]
    del left[len(left) - count :]
    attachments = _attachments(blocks, left)
    sign = _signature(blocks, left)
    if sign:
        left = left[: -len(sign)]
        attachments = _attachments(blocks, left) + attachments
    roles = [Role("attachment", SURE, _at(blocks, at).line, _at(blocks, at).text) for at in attachments]
    roles += (Role("letterhead", SURE, _at(blocks, at).line, _at(blocks, at).text) for at in record)
    roles += (Role("sign", SURE, _at(blocks, at).line, _at(blocks, at).text) for at in sign)
    byline, at, length, votes = _byline(blocks, left)
    if has_byline or not byline:
        return Ending((), tuple(sign), (*attachments, *record), -1, 0, tuple(roles))
    roles.append(Role("byline", votes, _at(blocks, at).line, text_of(byline)))
    dropped = (*attachments, *record, *(() if length else (at,)))
    return Ending(byline, tuple(sign), dropped, at if length else -1, length, tuple(roles))


def _at(blocks: Sequence[Matter], at: int) -> Paragraph:
    block = blocks[at]
    assert isinstance(block, Paragraph)  # only numbers of paragraphs are handed round
    return block


def _is_item(blocks: Sequence[Matter], at: int) -> bool:
    return re.match(r"[0-9]{1,2}[.．、]", _at(blocks, at).text) is not None


def _attachments(blocks: Sequence[Matter], left: list[int]) -> list[int]:
    """The last lines that name attachments, also 附件：1. … with 2. … below it; they are taken from ``left``."""
    start = len(left)
    while start and (_is_item(blocks, left[start - 1]) or _ATTACHMENT.match(_at(blocks, left[start - 1]).text)):
        start -= 1
    while start < len(left) and not _ATTACHMENT.match(_at(blocks, left[start]).text):
        start += 1
    found = left[start:]
    del left[start:]
    return found


def _signature(blocks: Sequence[Matter], left: Sequence[int]) -> list[int]:
    """The last short lines at the right, if a date is among them."""
    found: list[int] = []
    for at in reversed(left):
        line = _at(blocks, at)
        pushed = line.align == "end" or line.blanks >= 5
        if len(found) == _MOST_SIGN or len(line.text) > _SHORT or not pushed or STOP.search(line.text):
            break
        found.insert(0, at)
    dated = [at for at in found if DATE.search(_at(blocks, at).text)]
    return found if (dated and len(found) > 1) or (dated and len(_at(blocks, dated[-1]).text) > 14) else []


def _byline(blocks: Sequence[Matter], left: Sequence[int]) -> tuple[Line, int, int, int]:
    """The byline of the last block: its runs, the block, how many characters of its end it is (0: all), its votes."""
    if not left:
        return (), -1, 0, 0
    at = left[-1]
    line = _at(blocks, at)
    text = line.text
    votes = byline_votes(text) if len(text) <= 60 and not is_date(text) else 0
    pushed = line.align == "end" or line.blanks >= 5
    if votes or (pushed and len(text) <= _SHORT and not STOP.search(text) and not DATE.search(text)):
        votes += 2 * pushed + (line.blanks >= 5) + (len(text) <= 20)
        if (votes >= GUESSED and (pushed or votes >= 5)) or text[0] in "（(":
            return _unbracketed(line.runs), at, 0, votes
    found = trailing_byline(text)
    if found is not None and STOP.search(text[: found.start()]) and "，" not in found[1]:
        start = len(text) - found.start()
        return stripped(stripped(line.runs, found.start() + 1), 0, 1), at, start, 4
    return (), -1, 0, 0


def _unbracketed(line: Line) -> Line:
    text = text_of(line)
    found = trailing_byline(text)
    return stripped(line, 1, 1) if found is not None and found.start() == 0 else line
