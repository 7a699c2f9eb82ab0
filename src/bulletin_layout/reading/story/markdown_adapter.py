"""The adapter for markdown-it-py: a story's body in, a flat run of parts out, every stretch of text with its place.

CommonMark, with what Chinese manuscripts need: emphasis closes beside full-width marks (``**“引语”**后文``); a line
that starts with two ideographic spaces starts a paragraph; nothing that an author types is ever code, HTML or a
reference, which would hide text. Addresses between angle brackets are links.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, entity, escape, image, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.utils import PresetType

from bulletin_layout.reading.story.markdown_parts import MOST_NESTING, MarkdownPart, TextSpan, parts_of, spans_of
from bulletin_layout.reading.story.places import Stretch


def parse_markdown(text: str, first_line: int) -> tuple[MarkdownPart, ...]:
    """The body's parts in order; ``first_line`` is where it starts in its file. RecursionError never leaves here."""
    parser = _parser()
    if any(sign in text for sign in _EXTENDED):
        _extend(parser)
    try:
        tokens = parser.parse(f"{text}\n")  # the rule for blocks looks a character beyond its last line
    except RecursionError:
        return (MarkdownPart("too_deep", first_line),)
    return tuple(parts_of(tokens, text.split("\n"), first_line))


def parse_inline(text: str, stretches: Sequence[Stretch], *, notes: bool) -> tuple[TextSpan, ...] | None:
    """The spans of a text that is no body, by the inline rules of one; ``stretches``: where it stands in its file.
    ``notes``: it may refer to notes, or ``[^1]`` is text like any other. None: brackets within one another too deep."""
    if not has_marks(text):
        return spans_of((), text, stretches)
    parser = _parser()
    if "]{" in text or (notes and "[^" in text):
        _extend(parser, notes=notes)
    try:
        (token,) = parser.parseInline(text)
    except RecursionError:
        return None
    return spans_of(token.children or (), text, stretches)


def has_marks(text: str) -> bool:
    """Whether a text may hold an inline mark: one without any is not parsed."""
    return _STOPS.search(text) is not None


#: What only extensions read: blocks, notes, marks between braces. Who writes none of it does not wait for them.
_EXTENDED: Final = (":::", "[^", "]{")


def _extend(parser: MarkdownIt, *, notes: bool = True) -> None:
    """``::: word`` … ``:::``, notes ``[^1]``, and ``[text]{.mark}``."""
    from mdit_py_plugins.attrs import attrs_plugin
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    container_plugin(parser, "block", validate=lambda info, _: bool(info.strip()))
    if notes:
        footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
    attrs_plugin(parser, after=(), spans=True)
    rules = parser.inline.ruler
    known = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))
    for name in ("span", *(("footnote_ref",) if notes else ())):
        rules.at(name, _placed(known[name]))


class _Parser(MarkdownIt):
    """A parser that reads every address: which of them a page may have is said where it is written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library's name
        return True


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
                "rules": ["text", "newline", "escape", "emphasis", "link", "image", "entity", "autolink"],
                "rules2": ["balance_pairs", "emphasis"],
            },
        },
    }
    parser = _Parser(preset)
    rules = parser.inline.ruler
    for name, rule in (("text", _text), ("newline", _newline), ("emphasis", _emphasis), ("autolink", _address)):
        rules.at(name, rule)
    for name, rule in (("escape", escape), ("link", link), ("image", image), ("entity", entity)):
        rules.at(name, _placed(rule))
    rules.push("character", _character)
    parser.block.ruler.before("paragraph", "ideographic_indent", _ideographic_indent, {"alt": ["paragraph"]})
    return parser


# Inline rules. Tokens of the library have no place; each of ours is given one: meta["at"], an index into the content.

_STOPS: Final = re.compile(r"[\n\\*_\[\]!&<]")
_ADDRESS: Final = re.compile(
    r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>", re.ASCII | re.IGNORECASE
)


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


def _address(state: StateInline, silent: bool) -> bool:
    """An address between angle brackets (CommonMark 6.5), of the web or of mail, is a link and its own words."""
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        address = found[1] if ":" in found[1] else f"mailto:{found[1]}"
        token = state.push("link_open", "a", 1)
        token.attrs, token.meta["at"] = {"href": state.md.normalizeLink(address)}, state.pos
        _push(state, "text", found[1], state.pos + 1)
        state.push("link_close", "a", -1)
    state.pos = found.end()
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
