"""Aligns the glyphs of a line with the text that it is of (字与字形对齐)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.page import TextMark

#: Stands for a character of an origin's text that its pieces do not have: a label, or what goes before a byline.
_AHEAD: Final = "\0"


def aligned(line: Sequence[tuple[int, TextMark]]) -> Iterator[tuple[int, tuple[int | None, ...]]]:
    """By mark of a line, the index in its origin's text of each glyph's first character; a glyph without text has that
    of the glyph before it, one that was set beside the text (a hyphen) None."""
    origin = line[0][1].origin
    assert origin is not None, "lines have one"
    text = _AHEAD * origin.ahead + "".join(piece.text for piece in origin.pieces)
    glyphs = [text for _, mark in line for text in mark.run.texts]
    found = _in_order(glyphs, text, origin.start, origin.end)
    if found is None:
        found = _in_any_order(line, text, origin.start, origin.end)
    at = 0
    for number, mark in line:
        count = len(mark.run.texts)
        yield number, tuple(found[at : at + count])
        at += count


def _in_order(glyphs: Sequence[str], text: str, start: int, end: int) -> list[int | None] | None:
    """The index of each glyph's text, in one pass over text[start:end]; None when the glyphs do not stand in its
    order."""
    found: list[int | None] = []
    at = start
    for glyph in glyphs:
        if not glyph:
            found.append(found[-1] if found else None)
            continue
        begin = at
        while at < end and not _stands(glyph, text, at):
            at += 1
        if at >= end:
            if glyph in text[start:end]:
                return None
            found.append(None)  # from the style: a bracket behind the text
            at = begin
            continue
        found.append(at)
        at += len(glyph)
    return found


def _stands(glyph: str, text: str, at: int) -> bool:
    """Whether a glyph's text stands at an index; what goes ahead of the pieces may be anything."""
    return text.startswith(glyph, at) or text[at : at + 1] == _AHEAD


def _in_any_order(line: Sequence[tuple[int, TextMark]], text: str, start: int, end: int) -> list[int | None]:
    """The same for a line that runs partly from right to left: run by run, forwards or backwards, each over characters
    that no other run has."""
    taken: set[int] = set()
    found: list[int | None] = []
    for _, mark in line:
        own: list[int | None] = [None] * len(mark.run.texts)
        order = range(len(own))
        for way in (order, order[::-1]):
            said = "".join(mark.run.texts[k] for k in way)
            at = next((k for k in range(start, end) if k not in taken and text.startswith(said, k)), None)
            if at is not None:
                for k in way:
                    own[k] = at
                    taken.update(range(at, at + len(mark.run.texts[k])))
                    at += len(mark.run.texts[k])
                break
        found += own
    return found
