"""The adapter for markdown-it-py: a story's body to a flat sequence of parts, every stretch of text with its place.

CommonMark, adapted to Chinese manuscripts: emphasis may close beside full-width marks (``**“引语”**后文``); a line
that starts with a typed indent or a number starts a paragraph. Code, reference links and HTML (except for a few tags
used as marks) are not supported, since they would hide typed text. Addresses in angle brackets are links.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, entity, escape, image, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.utils import PresetType

from bulletin_layout.reading.sources.remarks import HIDDEN, without_hidden
from bulletin_layout.reading.story.flanking import BLANK_UNITS, flanks
from bulletin_layout.reading.story.line_starts import begins_indented, begins_paragraph
from bulletin_layout.reading.story.literals import literals_in
from bulletin_layout.reading.story.markdown_parts import MOST_NESTING, MarkdownPart, parts_of
from bulletin_layout.reading.story.places import Stretch
from bulletin_layout.reading.story.spans import TextSpan, spans_of
from bulletin_layout.reading.story.tags import tag_at

#: Blocks whose line ends are kept.
BY_LINE: Final = ("sign", "verse", "roster")


def parse_markdown(text: str, first_line: int, *, by_line: bool = False) -> tuple[MarkdownPart, ...]:
    """The body's parts in order. ``first_line``: its first line in the file, from 1. Remarks must be hidden already;
    lines that hold nothing else are skipped. ``by_line``: every line of text is a paragraph. Nesting too deep for the
    parser is handled here and never raises RecursionError."""
    written = ((number, without_hidden(line)) for number, line in enumerate(text.split("\n"), start=first_line))
    kept = [(number, line) for number, line in written if line is not None]
    numbers, lines = [number for number, _ in kept], [line for _, line in kept]
    extended = any(sign in text for sign in _EXTENDED)
    parser = _parser(extended=extended, notes=extended)
    try:
        # the plugin's block rule reads one character beyond its last line
        tokens = parser.parse("\n".join((*lines, "")), {_BY_LINE: by_line, _OPEN: []})
    except RecursionError:
        return (MarkdownPart("too_deep", first_line),)
    return tuple(parts_of(tokens, lines, numbers))


def parse_inline(text: str, stretches: Sequence[Stretch], *, notes: bool) -> tuple[TextSpan, ...] | None:
    """The spans of a text outside a body, by the same inline rules. ``stretches``: its places in the file. ``notes``:
    it may refer to notes; otherwise ``[^1]`` is plain text. None when brackets are nested too deeply."""
    if not has_marks(text):
        return spans_of((), text, stretches)
    extended = "]{" in text or (notes and "[^" in text)
    parser = _parser(extended=extended, notes=extended and notes)
    try:
        (token,) = parser.parseInline(text)
    except RecursionError:
        return None
    return spans_of(token.children or (), text, stretches)


def has_marks(text: str) -> bool:
    """Whether a text may contain inline marks; if not, it need not be parsed."""
    return _MARKS.search(text) is not None


#: Signs that only the extensions handle: blocks, notes, marks in braces. Their plugins are loaded only when one
#: occurs.
_EXTENDED: Final = (":::", "[^", "]{")


def _extend(parser: MarkdownIt, *, notes: bool) -> None:
    """Add the rules for ``::: word`` … ``:::``, notes ``[^1]``, and ``[text]{.mark}``."""
    from mdit_py_plugins.attrs import attrs_plugin
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    # Any word is accepted here; unknown ones are reported by ``prose`` with their place.
    container_plugin(parser, "block", validate=lambda info, _: bool(info.strip()))
    blocks = parser.block.ruler
    named = dict(zip(blocks.get_active_rules(), blocks.getRules(""), strict=True))
    blocks.at("container_block", _named_block(named["container_block"]), {"alt": _WITHIN_ALL})
    if notes:
        footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
    # ``after=()``: braces count only after a bracket, not after images, links and code.
    attrs_plugin(parser, after=(), spans=True)
    rules = parser.inline.ruler
    known = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))
    for name in ("span", *(("footnote_ref",) if notes else ())):
        rules.at(name, _placed(known[name]))


class _Parser(MarkdownIt):
    """A parser that accepts every address; which ones are allowed is checked where they are used."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library's name
        return True


@cache
def _parser(*, extended: bool, notes: bool) -> MarkdownIt:
    """A parser, which keeps nothing of what it has parsed; ``extended``: with the rules of ``_extend``."""
    preset: PresetType = {
        "options": {  # type: ignore[typeddict-item]  # options used only by its HTML renderer are omitted
            "maxNesting": MOST_NESTING,
            "html": False,
            "linkify": False,
            "typographer": False,
        },
        # Without "code", "fence", "reference" and "html_block", whose rules would hide what an author typed.
        "components": {
            "core": {"rules": ["block", "inline"]},
            "block": {"rules": ["table", "blockquote", "hr", "list", "heading", "paragraph"]},
            "inline": {
                "rules": [
                    "text",
                    "newline",
                    "escape",
                    "emphasis",
                    "link",
                    "image",
                    "entity",
                    "autolink",
                    "html_inline",
                ],
                "rules2": ["balance_pairs", "emphasis"],
            },
        },
    }
    parser = _Parser(preset)
    rules = parser.inline.ruler
    own = {"text": _text, "newline": _newline, "emphasis": _emphasis, "autolink": _address, "html_inline": _tag}
    for name, rule in own.items():
        rules.at(name, rule)
    for name, rule in (("escape", escape), ("link", link), ("image", _image), ("entity", entity)):
        rules.at(name, _placed(rule))
    rules.push("character", _character)
    parser.block.ruler.at("paragraph", _paragraph)
    parser.block.ruler.before("paragraph", "line_start", _line_start, {"alt": ["blockquote"]})
    if extended:
        _extend(parser, notes=notes)
    return parser


# Inline rules. The library's tokens have no place, so our rules store one: meta["at"], an index into the content.

_MARKS: Final = re.compile(r"[\n\\*_\[\]!&<]")
_BRACES: Final = r"\{([^{}\n]*)\}"
#: Key in the parser's environment: the addresses of each text.
_LITERALS: Final = "literals"
_ADDRESS: Final = r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"


def _push(state: StateInline, kind: str, content: str, at: int) -> None:
    token = state.push(kind, "", 0)
    token.content = content
    token.meta["at"] = at


def _text(state: StateInline, silent: bool) -> bool:
    stop = _MARKS.search(state.src, state.pos, state.posMax)
    while stop and stop[0] != "&" and (end := _literal_end(state, stop.start())):
        stop = _MARKS.search(state.src, end, state.posMax)
    end = stop.start() if stop else state.posMax
    if end == state.pos:
        return False
    if not silent:
        _push(state, "text", state.src[state.pos : end], state.pos)
    state.pos = end
    return True


def _literal_end(state: StateInline, at: int) -> int:
    """The end of the address that contains an index; 0 when it is in none."""
    known = state.env.setdefault(_LITERALS, {})
    if state.src not in known:
        known[state.src] = literals_in(state.src)
    found = known[state.src]
    start, end = found[max(0, bisect_right(found, (at, len(state.src))) - 1)] if found else (0, 0)
    is_within = start < at or (start == at and state.src[at] == "\\")  # \\server\share
    return end if is_within and at < end else 0


def _character(state: StateInline, silent: bool) -> bool:
    """The last rule: a sign without a meaning as a mark is a plain character."""
    if not silent:
        _push(state, "text", state.src[state.pos], state.pos)
    state.pos += 1
    return True


def _address(state: StateInline, silent: bool) -> bool:
    """An address in angle brackets (CommonMark 6.5), of a web page or of mail, is a link whose text is the address."""
    if state.src[state.pos] != "<":
        return False
    found = re.compile(_ADDRESS, re.ASCII | re.IGNORECASE).match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        target = found[1] if ":" in found[1] else f"mailto:{found[1]}"
        token = state.push("link_open", "a", 1)
        token.attrs, token.meta["at"] = {"href": state.md.normalizeLink(target)}, state.pos
        _push(state, "text", found[1], state.pos + 1)
        state.tokens[-1].meta["own"] = True
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _newline(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != "\n":
        return False
    if not silent:
        _push(state, "hardbreak" if _without_spaces(state) >= 2 else "softbreak", "", at)
    state.pos = _after_blanks(state, at + 1)
    return True


def _without_spaces(state: StateInline) -> int:
    """Remove the trailing spaces of the last text token; returns how many there were."""
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.type != "text":
        return 0
    kept = last.content.rstrip(" ")
    spaces, last.content = len(last.content) - len(kept), kept
    return spaces


def _after_blanks(state: StateInline, at: int) -> int:
    while at < state.posMax and state.src[at] in " \t":
        at += 1
    return at


def _tag(state: StateInline, silent: bool) -> bool:
    """A tag used as a mark; tags are paired later, when all are known. ``<br>`` ends its line and absorbs a line end
    right after it."""
    at = state.pos
    tag = tag_at(state.src, at, state.posMax) if state.src[at] == "<" else None
    if tag is None:
        return False
    if not silent:
        if tag.name == "br":
            _without_spaces(state)
            _push(state, "hardbreak", "", at)
        else:
            _push(state, "tag", state.src[at : tag.end], at)
            state.tokens[-1].info, state.tokens[-1].markup = tag.name, "/" if tag.is_closing else ""
    state.pos = tag.end
    if tag.name == "br":
        after = _after_blanks(state, tag.end)
        is_end = after < state.posMax and state.src[after] == "\n"
        state.pos = _after_blanks(state, after + 1) if is_end else after
    return True


def _placed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """A rule of the library wrapped so that its tokens get the place where it started."""

    def run(state: StateInline, silent: bool) -> bool:
        at, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            token.meta.setdefault("at", at)
        return True

    return run


def _image(state: StateInline, silent: bool) -> bool:
    """The library's picture, and what stands between braces right behind it: ``![图说](a.jpg){width=60%}``."""
    if not image(state, silent):
        return False
    found = re.compile(_BRACES).match(state.src, state.pos, state.posMax)
    if found is not None:
        state.pos = found.end()
        if not silent:
            state.tokens[-1].meta["keys"] = (found[1], found.start(1))
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """CommonMark's emphasis with ``flanks`` as rule for opening and closing; hidden characters are skipped when
    looking at neighbours."""
    start, marker = state.pos, state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = start
    while end < state.posMax and state.src[end] == marker:
        end += 1
    left, right = start - 1, end
    while left >= 0 and state.src[left] == HIDDEN:
        left -= 1
    while right < state.posMax and state.src[right] == HIDDEN:
        right += 1
    before = state.src[left] if left >= 0 else " "
    after = state.src[right] if right < state.posMax else " "
    can_open, can_close = flanks(marker, end - start, before, after)
    if marker == "_" and after in BLANK_UNITS and (before in BLANK_UNITS or state.src.startswith("_", right + 1)):
        can_open = can_close = False
    for at in range(start, end):
        _push(state, "text", marker, at)
        delimiter = Delimiter(ord(marker), end - start, len(state.tokens) - 1, -1, can_open, can_close)
        state.delimiters.append(delimiter)
    state.pos = end
    return True


# Block rules.

#: Keys in the parser's environment: whether every line is a paragraph, and the words of the open blocks.
_BY_LINE: Final = "by_line"
_OPEN: Final = "open"
#: Blocks that ``:::`` may interrupt: the list of the plugin itself.
_WITHIN_ALL: Final = ["paragraph", "reference", "blockquote", "list"]


def _named_block(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """The rule for ``:::``, extended to know the word of the block being read."""

    def run(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        info = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].lstrip(":").split()
        state.env[_OPEN].append(info[0] if info else "")
        try:
            return rule(state, line, end, silent)
        finally:
            state.env[_OPEN].pop()

    return run


def _begins(state: StateBlock, line: int) -> bool:
    """Whether a line of text starts a paragraph of its own."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    is_open = state.env[_OPEN]
    if is_open and is_open[-1] in BY_LINE:
        return begins_indented(text)
    return state.env[_BY_LINE] or begins_paragraph(text)


def _line_start(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A line that starts a paragraph does not lazily continue a quote (CommonMark 5.1), but may be a row of a table."""
    return silent and state.parentType != "table" and _begins(state, line)


def _paragraph(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
    """CommonMark's paragraph (4.8), also ended by a line that starts a paragraph, whatever its indentation."""
    others = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    end = state.lineMax
    line = start + 1
    while line < end and not state.isEmpty(line) and not _begins(state, line):
        is_lazy = state.sCount[line] - state.blkIndent > 3 or state.sCount[line] < 0
        if not is_lazy and any(rule(state, line, end, True) for rule in others):
            break
        line += 1
    state.line = line
    content = mdTrim(state.getLines(start, line, state.blkIndent, False))
    state.push("paragraph_open", "p", 1).map = [start, line]
    token = state.push("inline", "", 0)
    token.map, token.content, token.children = [start, line], content, []
    state.push("paragraph_close", "p", -1)
    state.parentType = outer
    return True
