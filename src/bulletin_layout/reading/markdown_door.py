"""The one door to markdown-it-py: a story's body in, a flat run of parts out, every stretch of text with its place.

CommonMark, with what Chinese manuscripts need: emphasis closes beside full-width marks (``**“引语”**后文``); a line
that starts with two ideographic spaces starts a paragraph; nothing that an author types is ever code, HTML or a
reference, which would hide text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, entity, escape, image, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from markdown_it.utils import PresetType

from bulletin_layout.issue.story import Emphasis
from bulletin_layout.reading.places import Stretch, cell_stretches, line_stretches, place_of

#: Lists and quotes within one another, two levels of tokens each.
MOST_NESTING: Final = 24

PartKind = Literal[
    "paragraph", "heading", "item", "item_end", "quote", "quote_end",
    "table", "head_row", "row", "cell", "row_end", "table_end", "rule", "too_deep",
]  # fmt: skip


class Span(NamedTuple):
    """A stretch of a line: ``text``, a ``soft`` or ``hard`` line end, a ``picture`` (text is its caption), or the
    start of a ``link`` (source is its address)."""

    kind: Literal["text", "soft", "hard", "picture", "link"]
    text: str
    line: int
    column: int
    emphasis: Emphasis = ""
    source: str = ""
    title: str = ""


class Part(NamedTuple):
    """A piece of the body's structure. ``info``: an item's label, a heading's level, a cell's alignment, and at a
    row's end what is in none of its cells."""

    kind: PartKind
    line: int
    info: str = ""
    spans: tuple[Span, ...] = ()


def parse_markdown(text: str, first_line: int) -> tuple[Part, ...]:
    """The body's parts in order; ``first_line`` is where it starts in its file. RecursionError never leaves here."""
    try:
        tokens = _parser().parse(text)
    except RecursionError:
        return (Part("too_deep", first_line),)
    return tuple(_parts(tokens, text.split("\n"), first_line))


def _parser() -> MarkdownIt:
    preset: PresetType = {
        "options": {  # type: ignore[typeddict-item]  # those that only its HTML renderer reads are left out
            "maxNesting": MOST_NESTING,
            "html": False,
            "linkify": False,
            "typographer": False,
        },
        "components": {
            "core": {"rules": ["block", "inline"]},
            "block": {"rules": ["table", "blockquote", "hr", "list", "heading", "paragraph"]},
            "inline": {
                "rules": ["text", "newline", "escape", "emphasis", "link", "image", "entity"],
                "rules2": ["balance_pairs", "emphasis"],
            },
        },
    }
    parser = MarkdownIt(preset)
    rules = parser.inline.ruler
    for name, rule in (("text", _text), ("newline", _newline), ("emphasis", _emphasis)):
        rules.at(name, rule)
    for name, rule in (("escape", escape), ("link", link), ("image", image), ("entity", entity)):
        rules.at(name, _placed(rule))
    rules.push("character", _character)
    parser.block.ruler.before("paragraph", "ideographic_indent", _ideographic_indent, {"alt": ["paragraph"]})
    return parser


# Inline rules. Tokens of the library have no place; each of ours is given one: meta["at"], an index into the content.

_STOPS: Final = re.compile(r"[\n\\*_\[\]!&]")


def _push(state: StateInline, kind: str, content: str, at: int) -> None:
    token = state.push(kind, "", 0)
    token.content = content
    token.meta["at"] = at


def _text(state: StateInline, silent: bool) -> bool:
    stop = _STOPS.search(state.src, state.pos, state.posMax)
    end = stop.start() if stop else state.posMax
    if end == state.pos:
        return False
    if not silent:
        _push(state, "text", state.src[state.pos : end], state.pos)
    state.pos = end
    return True


def _character(state: StateInline, silent: bool) -> bool:
    """The last rule: a mark that meant nothing is itself."""
    if not silent:
        _push(state, "text", state.src[state.pos], state.pos)
    state.pos += 1
    return True


def _newline(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != "\n":
        return False
    if not silent:
        last = state.tokens[-1] if state.tokens else None
        spaces = 0
        if last is not None and last.type == "text":
            kept = last.content.rstrip(" ")
            spaces, last.content = len(last.content) - len(kept), kept
        _push(state, "hardbreak" if spaces >= 2 else "softbreak", "", at)
    state.pos = at + 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True


def _placed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """A rule of the library whose tokens get the place where it started."""

    def run(state: StateInline, silent: bool) -> bool:
        at, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            token.meta.setdefault("at", at)
        return True

    return run


def _emphasis(state: StateInline, silent: bool) -> bool:
    """CommonMark's emphasis, but marks of Chinese count as letters, and Han beside a delimiter lets it open, close."""
    start, marker = state.pos, state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = start
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before) or _is_han(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after) or _is_han(after))
    can_open = left and (marker == "*" or not right or _is_mark(before))
    can_close = right and (marker == "*" or not left or _is_mark(after))
    for at in range(start, end):
        _push(state, "text", marker, at)
        delimiter = Delimiter(ord(marker), end - start, len(state.tokens) - 1, -1, can_open, can_close)
        state.delimiters.append(delimiter)
    state.pos = end
    return True


def _is_han(char: str) -> bool:
    """Han and the marks of Chinese: full width, or one of the marks that both scripts have."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…·"


def _is_mark(char: str) -> bool:
    return not _is_han(char) and unicodedata.category(char)[0] in "PS"


def _ideographic_indent(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A typed indent ends the paragraph above it; the line itself is then an ordinary paragraph."""
    return silent and state.src.startswith("　　", state.bMarks[line] + state.tShift[line])


# Tokens → parts.

_KINDS: Final[dict[str, PartKind]] = {
    "list_item_open": "item", "list_item_close": "item_end", "blockquote_open": "quote",
    "blockquote_close": "quote_end", "table_open": "table", "table_close": "table_end", "hr": "rule",
}  # fmt: skip


def _parts(tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> Iterator[Part]:
    holder: Token | None = None
    line, cursor, in_head = 0, 0, False
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.nesting == 1 and token.level >= MOST_NESTING - 1:
            yield Part("too_deep", first_line + line)
        if token.type in ("thead_open", "tbody_open"):
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            cursor = 0
            yield Part("head_row" if in_head else "row", first_line + line)
        elif token.type == "tr_close":
            yield Part("row_end", first_line + line, lines[line][cursor:].strip(" \t|"))
        elif token.type in ("paragraph_open", "heading_open", "th_open", "td_open"):
            holder = token
        elif token.type == "inline" and holder is not None:
            if holder.type in ("th_open", "td_open"):
                stretches, cursor = cell_stretches(token.content, lines[line], cursor, line)
                align = str(holder.attrs.get("style", "")).removeprefix("text-align:")
                yield Part("cell", first_line + line, align, tuple(_spans(token, stretches, first_line)))
            else:
                kind: PartKind = "heading" if holder.type == "heading_open" else "paragraph"
                stretches = line_stretches(token.content, lines, line)
                info = str(len(holder.markup)) if kind == "heading" else ""
                yield Part(kind, first_line + line, info, tuple(_spans(token, stretches, first_line)))
        elif token.type in _KINDS:
            label = f"{token.info}{token.markup}" if token.info else "·"
            yield Part(_KINDS[token.type], first_line + line, label if token.type == "list_item_open" else "")


def _spans(token: Token, stretches: Sequence[Stretch], first_line: int) -> Iterator[Span]:
    strong = emphasis = 0
    for child in token.children or ():
        at = int(child.meta.get("at", 0))
        style: Emphasis = "strong emphasis" if strong and emphasis else "strong" if strong else ""
        if emphasis and not strong:
            style = "emphasis"
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "em_open" | "em_close":
                emphasis += child.nesting
            case "text" | "text_special":
                escaped = child.info == "escape" and child.content != child.markup
                yield from _text_spans(child.content, at + escaped, stretches, first_line, style)
            case "softbreak" | "hardbreak":
                kind: Literal["soft", "hard"] = "soft" if child.type == "softbreak" else "hard"
                line, column = place_of(at, stretches)
                yield Span(kind, "\n", first_line + line, column + 1)
            case "link_open":
                line, column = place_of(at, stretches)
                yield Span("link", "", first_line + line, column + 1, source=unquote(str(child.attrs["href"])))
            case "image":
                line, column = place_of(at, stretches)
                caption = "".join(part.content for part in child.children or ())
                source, title = unquote(str(child.attrs["src"])), str(child.attrs.get("title", ""))
                yield Span("picture", caption, first_line + line, column + 1, "", source, title)


def _text_spans(text: str, at: int, stretches: Sequence[Stretch], first_line: int, style: Emphasis) -> Iterator[Span]:
    """A run of text, cut where its source is not in one piece."""
    cuts = [stretch.start - at for stretch in stretches if at < stretch.start < at + len(text)]
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        if end > start:
            line, column = place_of(at + start, stretches)
            yield Span("text", text[start:end], first_line + line, column + 1, style)
