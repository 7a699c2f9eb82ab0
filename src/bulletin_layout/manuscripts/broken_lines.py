"""Paragraphs that are only the lines of one (硬回车): text copied from a PDF or a scan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.manuscripts.draft import GUESSED, Role
from bulletin_layout.manuscripts.matter import Matter, Paragraph
from bulletin_layout.manuscripts.traits import END_MARK, LISTED, heading_level

#: Lines of a page are between so many characters long, a full one is at most so much shorter than the longest, and
#: so many of them must break off within a sentence.
_LEAST: Final = 14
_MOST: Final = 60
_RAGGED: Final = 3
_ENOUGH: Final = 2
_INDENT: Final = 1.5


def joined(blocks: Sequence[Matter]) -> tuple[list[Matter], tuple[Role, ...]]:
    """The blocks with broken paragraphs whole again, and each of these as a guess. A manuscript with any longer
    paragraph is not broken into lines."""
    lines = [block for block in blocks if isinstance(block, Paragraph) and _is_line(block)]
    longest = max(map(_length, lines), default=0.0)
    broken = [line for line in lines if _length(line) >= longest - _RAGGED and _breaks_off(line)]
    if not _LEAST <= longest <= _MOST or len(broken) < _ENOUGH:
        return [*blocks], ()
    done: list[Matter] = []
    whole: dict[int, Paragraph] = {}
    before: Matter | None = None
    for block in blocks:
        if isinstance(block, Paragraph) and any(before is line for line in broken) and _goes_on(block):
            last = done[-1]
            assert isinstance(last, Paragraph)  # ``before`` ended it
            done[-1] = whole[last.line] = replace(last, runs=(*last.runs, *block.runs))
        else:
            done.append(block)
        before = block
    return done, tuple(Role("paragraph", GUESSED, line, each.text) for line, each in whole.items())


def _is_line(paragraph: Paragraph) -> bool:
    return not (paragraph.marker or heading_level(paragraph)) and paragraph.align == "start"


def _length(line: Paragraph) -> float:
    return len(line.text) + line.blanks


def _breaks_off(line: Paragraph) -> bool:
    """Whether a line ends within a sentence."""
    return END_MARK.search(line.text) is None or line.text.endswith(("，", "、"))


def _goes_on(line: Paragraph) -> bool:
    """Whether a line may be the next one of a paragraph."""
    return _is_line(line) and line.blanks < _INDENT and LISTED.match(line.text) is None
