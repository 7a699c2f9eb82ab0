"""Maps the text of a YAML scalar (标量的位置) to places in the file: plain, quoted, block (YAML 1.2.2, 7.3 and 8.1)."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.reading.sources.nodes import ScalarNode
from bulletin_layout.reading.story.places import Stretch

#: Escapes in quoted scalars (YAML 1.2.2, 5.7 and 7.3.2), and the characters of those that are not the letter itself.
_ESCAPES: Final = {'"': r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", "'": "''"}
_ESCAPED: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85",
    "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_BLANK: Final = " \t"


def scalar_stretches(node: ScalarNode) -> tuple[Stretch, ...]:
    """The scalar's text as stretches of the file's lines, counted from 0.

    The source's lines contain the text in order, separated only by blanks and line ends; so each line is searched in
    the text, independent of how YAML folded what is between them.
    """
    found: list[Stretch] = []
    cursor = 0
    for said, line, column in _said(node):
        start = node.text.find(said, cursor)
        if start >= 0:
            found.append(Stretch(start, line, column))
            cursor = start + len(said)
    return tuple(found) or (Stretch(0, node.location.line - 1, node.location.column - 1),)


def _said(node: ScalarNode) -> Iterator[tuple[str, int, int]]:
    """The parts of the text that are in the source literally or as an escape, each with its line and column."""
    style = node.source[:1]
    lines = node.source.split("\n")
    for number, line in enumerate(lines):
        first, end = 0, len(line)
        if style in ("|", ">") and number == 0:
            continue  # the indicators of a block scalar
        if style in ('"', "'"):
            first, end = int(number == 0), end - (number == len(lines) - 1)
            if style == '"' and number < len(lines) - 1:  # an escaped line end stands for nothing
                end = len(line.removesuffix("\\"))
        column = node.location.column - 1 if number == 0 else 0
        for text, at in _parts(line[first:end], style):
            if text:
                yield text, node.location.line - 1 + number, column + first + at


def _parts(line: str, style: str) -> Iterator[tuple[str, int]]:
    """A line of a scalar split at its escapes, with the column of each part."""
    at = 0
    has_escape = (style == '"' and "\\" in line) or (style == "'" and "''" in line)
    for escape in re.finditer(_ESCAPES[style], line) if has_escape else ():
        yield _kept(line, at, escape.start())
        code = escape[0][1:]
        long = code[0] in "xuU" and len(code) > 1
        yield chr(int(code[1:], 16)) if long else _ESCAPED.get(code, code), escape.start()
        at = escape.end()
    yield _kept(line, at, len(line))


def _kept(line: str, start: int, end: int) -> tuple[str, int]:
    text = line[start:end]
    kept = text.lstrip(_BLANK)
    return kept.rstrip(_BLANK), start + len(text) - len(kept)
