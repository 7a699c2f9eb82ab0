"""The body of a story from a manuscript's blocks (正文): crossheads, lists, tables, verse, boxes, by votes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, assert_never

from bulletin_layout.manuscripts.draft import GUESSED, SURE, Line, Part, Role, text_of
from bulletin_layout.manuscripts.matter import Box, Grid, Look, Matter, Paragraph, Run, Shot
from bulletin_layout.manuscripts.tidy import is_verse, lines_of
from bulletin_layout.manuscripts.traits import (
    END_MARK,
    LISTED,
    NUMBER,
    STOP,
    heading_level,
    is_bold,
    is_date,
    is_head_face,
    is_kai,
    look_of,
    stripped,
    unmarked,
)

_SHORT: Final = 25
#: Numbered paragraphs as long as this are text.
_LONG: Final = 60
_NOTE: Final = re.compile(r"(编者按|编者的话|按语|编前)[：:　 ]*")
_TABLE: Final = re.compile(r"表[ \u3000]?[0-9一二三四五六七八九十]")
_RUN_IN: Final = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。]{2,40}。(?=.)")


def body_parts(blocks: Sequence[Matter], usual: float) -> tuple[tuple[Part, ...], tuple[Role, ...]]:
    """The parts of a body, and what was guessed about its lines. ``usual``: the size of the text, in points."""
    roles: list[Role] = []
    parts: list[Part] = []
    blocks = [block for block in blocks if not isinstance(block, Shot)]
    for at, block in enumerate(blocks):
        match block:
            case Shot():
                continue
            case Grid():
                parts.append(Part("table", line=block.line, grid=block))
            case Box():
                inner, guessed = body_parts(block.blocks, usual)
                roles += guessed
                parts.append(_aside(inner, block.line))
            case Paragraph():
                parts += _parts(blocks, at, block, usual, roles)
            case _:
                assert_never(block)
    return tuple(parts), tuple(roles)


def _aside(inner: tuple[Part, ...], line: int) -> Part:
    """A box, whose first short line is its title."""
    first = inner[0] if inner else None
    is_title = (
        first is not None
        and len(inner) > 1
        and first.kind in ("body", "crosshead")
        and len(text_of(first.lines[0])) <= _SHORT
        and not END_MARK.search(text_of(first.lines[0]))
    )
    if is_title and first is not None:
        return Part("aside", (unmarked(first.lines[0]),), line=line, inner=inner[1:])
    return Part("aside", line=line, inner=inner)


def _parts(blocks: Sequence[Matter], at: int, block: Paragraph, usual: float, roles: list[Role]) -> Iterator[Part]:
    editors = _NOTE.match(block.text)
    if editors is not None and at < 3 and is_kai(look_of(block)):
        rest = stripped(block.runs, editors.end())
        inner = (Part("body", (rest,), line=block.line),) if rest else ()
        yield Part("aside", ((Run(editors[1]),),), line=block.line, inner=inner)
        return
    if is_verse(block):
        roles.append(Role("verse", GUESSED, block.line, block.text))
        yield Part("verse", lines_of(block), line=block.line)
        return
    votes = _crosshead_votes(blocks, at, block, usual)
    text = f"{block.number}{block.text}"
    if votes >= GUESSED:
        roles.append(Role("crosshead", votes, block.line, text))
        yield Part("crosshead", (_numbered(block, unmarked(block.runs)),), line=block.line)
    elif block.marker == "bullet" or (block.number and len(text) < _LONG):
        yield Part("item", (block.runs,), block.number, block.level, block.line)
    else:
        yield Part("body", (_run_in(block, _numbered(block, block.runs)),), line=block.line)


def _numbered(block: Paragraph, runs: Line) -> Line:
    """The runs with the automatic number before them, in the look of the first."""
    return (replace(runs[0], text=block.number, link="", ruby="", note=""), *runs) if block.number and runs else runs


def _crosshead_votes(blocks: Sequence[Matter], at: int, block: Paragraph, usual: float) -> int:
    """Votes for a crosshead. Numbered short paragraphs that follow each other without text between are a list."""
    text = f"{block.number}{block.text}"
    level = heading_level(block)
    if (
        _TABLE.match(text)
        or len(text) > _SHORT + 8
        or "\n" in text
        or block.marker in ("bullet", "decimal")
        or STOP.search(text)
        or is_date(text)
    ):
        return SURE if level and len(text) <= _LONG and not STOP.search(text) else 0
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    if after is None:
        return 0
    look = look_of(block)
    is_numbered = NUMBER.match(text) is not None
    votes = 4 * (is_numbered and len(text) <= _SHORT) + 4 * bool(level)
    votes += 3 * (is_bold(block) or (is_head_face(look) and not is_head_face(_look_after(after))))
    votes += 3 * (block.align == "center") + (0 < usual < look.size)
    if END_MARK.search(text):
        votes -= 4
    is_list = any(_is_listed(near, _number_kind(text)) for near in (after, blocks[at - 1] if at else None))
    return votes if not is_list or level or is_bold(block) else 0


def _look_after(block: Matter) -> Look:
    return look_of(block) if isinstance(block, Paragraph) else Look()


def _number_kind(text: str) -> str:
    """The kind of number that a text begins with: 一、 for any of 一、 to 九十九、; "" for none."""
    found = LISTED.match(text)
    return re.sub(r"[0-9]+", "1", re.sub(r"[一二三四五六七八九十]+", "一", found[0])) if found is not None else ""


def _is_listed(block: Matter | None, kind: str) -> bool:
    """Whether a neighbour is a short paragraph with a number of the same kind."""
    if not isinstance(block, Paragraph) or not kind:
        return False
    text = f"{block.number}{block.text}"
    return len(text) <= _SHORT + 8 and _number_kind(text) == kind


def _run_in(block: Paragraph, runs: Line) -> Line:
    """（一）抓天气。… with its first sentence in Kai or Hei, as documents have it: that becomes bold."""
    found = _RUN_IN.match(text_of(runs))
    if found is None:
        return runs
    length, marked, at = found.end(), [], 0
    others = {run.look.face for run in runs if run.text.strip()}
    for run in runs:
        inside = at + len(run.text) <= length
        if inside and (is_kai(run.look) or is_head_face(run.look)) and len(others) > 1:
            run = replace(run, look=replace(run.look, bold=True))  # noqa: PLW2901
        marked.append(run)
        at += len(run.text)
    return tuple(marked)
