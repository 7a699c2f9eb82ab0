"""A Markdown parser's tokens to parts (标记 → 片段): a flat sequence of structure, every stretch of text with its
place."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from bulletin_layout.reading.story.places import Stretch, cell_stretches, line_stretches
from bulletin_layout.reading.story.spans import ParserToken, TextSpan, spans_of
from bulletin_layout.values import NamedTuple

#: Most levels of nesting of lists and quotes, each of which counts two levels of tokens.
MOST_NESTING: Final = 24

PartKind = Literal[
    "paragraph", "heading", "item", "item_end", "quote", "quote_end",
    "table", "head_row", "row", "cell", "row_end", "table_end", "rule", "too_deep",
    "block", "block_end", "unclosed", "note", "note_end",
]  # fmt: skip


class MarkdownPart(NamedTuple):
    """A piece of the body's structure.

    ``info`` depends on the kind: an item's label, a heading's level, a cell's alignment, text outside the cells at the
    end of a row, a note's label, a block's word (``:::`` word), whose span is the rest of its line as written. A part
    ``unclosed`` follows a block without a closing line.
    """

    kind: PartKind
    line: int
    info: str = ""
    spans: tuple[TextSpan, ...] = ()


_KINDS: Final[dict[str, PartKind]] = {
    "list_item_open": "item", "list_item_close": "item_end", "blockquote_open": "quote",
    "blockquote_close": "quote_end", "table_open": "table", "table_close": "table_end", "hr": "rule",
    "container_block_close": "block_end", "footnote_reference_open": "note", "footnote_reference_close": "note_end",
}  # fmt: skip
_BLOCK_END: Final = re.compile(r"[ \t>]*:{3,}\s*")


def parts_of(tokens: Sequence[ParserToken], lines: Sequence[str], numbers: Sequence[int]) -> Iterator[MarkdownPart]:
    """The parts of a token stream. ``lines``: the lines of the parsed text; ``numbers``: their numbers in the file,
    from 1."""
    holder: ParserToken | None = None
    line, cursor, in_head = 0, 0, False
    ends: set[int] = set()  # lines that close a block; each closes only one
    for token in tokens:
        line = token.map[0] if token.map else line
        here = numbers[line]
        if token.nesting == 1 and token.level >= MOST_NESTING - 1:
            yield MarkdownPart("too_deep", here)
        if token.type in ("thead_open", "tbody_open"):
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            cursor = 0
            yield MarkdownPart("head_row" if in_head else "row", here)
        elif token.type == "tr_close":
            yield MarkdownPart("row_end", here, lines[line][cursor:].strip(" \t|"))
        elif token.type in ("paragraph_open", "heading_open", "th_open", "td_open"):
            holder = token
        elif token.type == "inline" and holder is not None:
            if holder.type in ("th_open", "td_open"):
                stretches, cursor = cell_stretches(token.content, lines[line], cursor, here - 1)
                align = str(holder.attrs.get("style", "")).removeprefix("text-align:")
                yield MarkdownPart("cell", here, align, _spans(token, stretches))
            else:
                kind: PartKind = "heading" if holder.type == "heading_open" else "paragraph"
                stretches = line_stretches(token.content, lines, line, numbers)
                info = str(len(holder.markup)) if kind == "heading" else ""
                yield MarkdownPart(kind, here, info, _spans(token, stretches))
        elif token.type == "container_block_open":
            block = _block(token, lines[line], here)
            yield block
            end = token.map[1] if token.map else 0
            if end in ends or end >= len(lines) or not _BLOCK_END.fullmatch(lines[end]):
                yield MarkdownPart("unclosed", here, block.info)
            ends.add(end)
        elif token.type in _KINDS:
            yield MarkdownPart(_KINDS[token.type], here, _info(token))


def _info(token: ParserToken) -> str:
    if token.type == "list_item_open":
        return f"{token.info}{token.markup}" if token.info else "·"
    return str(token.meta.get("label", ""))


def _block(token: ParserToken, source: str, line: int) -> MarkdownPart:
    """The part for the line that opens a block: its word, and the rest of the line as a span."""
    word, _, rest = token.info.strip().partition(" ")
    title = rest.strip()
    spans = (TextSpan("text", title, line, source.rindex(title) + 1),) if title else ()
    return MarkdownPart("block", line, word, spans)


def _spans(token: ParserToken, stretches: Sequence[Stretch]) -> tuple[TextSpan, ...]:
    return spans_of(token.children or (), token.content, stretches)
