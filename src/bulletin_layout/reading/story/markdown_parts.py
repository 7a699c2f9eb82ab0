"""A Markdown parser's tokens → parts (标记 → 片段): a flat run of structure, every stretch of text with its place."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, Protocol
from urllib.parse import unquote

from bulletin_layout.issue.story import Emphasis, Marking, Shift
from bulletin_layout.reading.story.places import Stretch, cell_stretches, line_stretches, place_of

#: Lists and quotes within one another, two levels of tokens each.
MOST_NESTING: Final = 24

PartKind = Literal[
    "paragraph", "heading", "item", "item_end", "quote", "quote_end",
    "table", "head_row", "row", "cell", "row_end", "table_end", "rule", "too_deep",
    "block", "block_end", "unclosed", "note", "note_end",
]  # fmt: skip


class TextSpan(NamedTuple):
    """A stretch of a line: ``text``, a ``soft`` or ``hard`` line end, a ``picture``, the reference to a ``note`` (text
    is its label), the start of a ``link`` (source is its address, percent-encoded; the spans of its words have it as
    ``link``), or a mark between braces that is ``unknown`` (text), or a ``broken`` ruby, which is over more than a
    stretch of plain text. Of a picture, ``inner`` is the caption and ``title`` the credit, which stands in ``places``.
    """

    kind: Literal["text", "soft", "hard", "picture", "note", "link", "unknown", "broken"]
    text: str
    line: int
    column: int
    emphasis: Emphasis = ""
    source: str = ""
    title: str = ""
    mark: Marking = ""
    ruby: str = ""
    link: str = ""
    shift: Shift = ""
    inner: tuple["TextSpan", ...] = ()
    places: tuple[Stretch, ...] = ()


class MarkdownPart(NamedTuple):
    """A piece of the body's structure. ``info``: an item's label, a heading's level, a cell's alignment, at a row's
    end what is in none of its cells, a note's label, a block's word (``:::`` word), whose spans are the rest of its
    line. ``unclosed`` follows a block that no line ends."""

    kind: PartKind
    line: int
    info: str = ""
    spans: tuple[TextSpan, ...] = ()


class ParserToken(Protocol):
    """What is needed of the parser's tokens, whose type only its door knows."""

    @property
    def type(self) -> str: ...
    @property
    def nesting(self) -> int: ...
    @property
    def level(self) -> int: ...
    @property
    def content(self) -> str: ...
    @property
    def markup(self) -> str: ...
    @property
    def info(self) -> str: ...
    @property
    def map(self) -> list[int] | None: ...
    @property
    def attrs(self) -> Mapping[str, Any]: ...
    @property
    def meta(self) -> Mapping[str, Any]: ...
    @property
    def children(self) -> "Sequence[ParserToken] | None": ...


_KINDS: Final[dict[str, PartKind]] = {
    "list_item_open": "item", "list_item_close": "item_end", "blockquote_open": "quote",
    "blockquote_close": "quote_end", "table_open": "table", "table_close": "table_end", "hr": "rule",
    "container_block_close": "block_end", "footnote_reference_open": "note", "footnote_reference_close": "note_end",
}  # fmt: skip
_BLOCK_END: Final = re.compile(r"[ \t>]*:{3,}\s*")


def parts_of(tokens: Sequence[ParserToken], lines: Sequence[str], first_line: int) -> Iterator[MarkdownPart]:
    """The parts of a token stream; ``lines`` are those of the text it was made of."""
    holder: ParserToken | None = None
    line, cursor, in_head = 0, 0, False
    ends: set[int] = set()  # lines that end a block: one line ends one of them
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.nesting == 1 and token.level >= MOST_NESTING - 1:
            yield MarkdownPart("too_deep", first_line + line)
        if token.type in ("thead_open", "tbody_open"):
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            cursor = 0
            yield MarkdownPart("head_row" if in_head else "row", first_line + line)
        elif token.type == "tr_close":
            yield MarkdownPart("row_end", first_line + line, lines[line][cursor:].strip(" \t|"))
        elif token.type in ("paragraph_open", "heading_open", "th_open", "td_open"):
            holder = token
        elif token.type == "inline" and holder is not None:
            if holder.type in ("th_open", "td_open"):
                stretches, cursor = cell_stretches(token.content, lines[line], cursor, line)
                align = str(holder.attrs.get("style", "")).removeprefix("text-align:")
                yield MarkdownPart("cell", first_line + line, align, _spans(token, stretches, first_line))
            else:
                kind: PartKind = "heading" if holder.type == "heading_open" else "paragraph"
                stretches = line_stretches(token.content, lines, line)
                info = str(len(holder.markup)) if kind == "heading" else ""
                yield MarkdownPart(kind, first_line + line, info, _spans(token, stretches, first_line))
        elif token.type == "container_block_open":
            block = _block(token, lines[line], first_line + line)
            yield block
            end = token.map[1] if token.map else 0
            if end in ends or end >= len(lines) or not _BLOCK_END.fullmatch(lines[end]):
                yield MarkdownPart("unclosed", first_line + line, block.info)
            ends.add(end)
        elif token.type in _KINDS:
            yield MarkdownPart(_KINDS[token.type], first_line + line, _info(token))


def _info(token: ParserToken) -> str:
    if token.type == "list_item_open":
        return f"{token.info}{token.markup}" if token.info else "·"
    return str(token.meta.get("label", ""))


def _block(token: ParserToken, source: str, line: int) -> MarkdownPart:
    """The line that opens a block: its word, and as a span what follows on the line."""
    word, _, rest = token.info.strip().partition(" ")
    title = rest.strip()
    spans = (TextSpan("text", title, line, source.rindex(title) + 1),) if title else ()
    return MarkdownPart("block", line, word, spans)


#: The marks that a stretch between brackets takes between braces: ``[文字]{.dots}``; where it stands: ``[2]{.sup}``.
MARKS: Final[Mapping[str, Marking]] = {"dots": "dots", "under": "underline"}
SHIFTS: Final[Mapping[str, Shift]] = {"sup": "sup", "sub": "sub"}


def _spans(token: ParserToken, stretches: Sequence[Stretch], first_line: int) -> tuple[TextSpan, ...]:
    return spans_of(token.children or (), token.content, stretches, first_line)


def spans_of(
    tokens: Collection[ParserToken], source: str, stretches: Sequence[Stretch], first_line: int = 1
) -> tuple[TextSpan, ...]:
    """The spans of a text's inline tokens; without any it is one stretch of text, whatever it holds. ``stretches``:
    where ``source``, the text, stands in its file, whose lines count from ``first_line``."""
    walk = _Walk(source, stretches, first_line)
    for token in tokens:
        walk.take(token)
    if not tokens:
        walk.text(source, 0)
    return tuple(walk.spans)


class _Marks(NamedTuple):
    """What a stretch between brackets has from its braces."""

    mark: Marking = ""
    ruby: str = ""
    shift: Shift = ""


class _Walk:
    """Goes through a block's inline tokens, knowing what is open."""

    def __init__(self, source: str, stretches: Sequence[Stretch], first_line: int) -> None:
        self.spans: list[TextSpan] = []
        self._source = source
        self._stretches = stretches
        self._first_line = first_line
        self._strong = 0
        self._emphasis = 0
        self._marks: list[_Marks] = [_Marks()]  # of the brackets that are open
        self._ruby_parts = 0
        self._link = ""  # the address of the link that is open

    def take(self, child: ParserToken) -> None:
        at = int(child.meta.get("at", 0))
        if self._marks[-1].ruby and child.type not in ("text", "text_special", "span_close"):
            self._ruby_parts += 1
        match child.type:
            case "strong_open" | "strong_close":
                self._strong += child.nesting
            case "em_open" | "em_close":
                self._emphasis += child.nesting
            case "text" | "text_special":
                escaped = child.info == "escape" and child.content != child.markup
                self.text(child.content, at + escaped)
            case "softbreak" | "hardbreak":
                self._add("soft" if child.type == "softbreak" else "hard", "\n", at)
            case "link_open":
                self._link = str(child.attrs["href"])
                self._add("link", "", at, source=self._link)
            case "link_close":
                self._link = ""
            case "image":
                self._picture(child, at)
            case "footnote_ref":
                self._add("note", str(child.meta["label"]), at + 2, emphasis=self._style())
            case "span_open":
                self._open(child, at)
            case "span_close":
                if self._marks.pop().ruby and self._ruby_parts:
                    self._add("broken", "", int(child.meta.get("at", 0)))

    def _picture(self, token: ParserToken, at: int) -> None:
        """A picture, and the spans of its caption: those tokens count from the caption's beginning."""
        source, title = unquote(str(token.attrs["src"])), str(token.attrs.get("title", ""))
        caption = at + len("![")
        moved = [stretch._replace(start=stretch.start - caption) for stretch in self._stretches]
        said = spans_of(token.children or (), token.content, moved, self._first_line)
        inner = tuple(part for span in said for part in (span.inner if span.kind == "picture" else (span,)))
        found = self._source.find(title, caption + len(token.content))
        line, column = place_of(at, self._stretches)
        places: tuple[Stretch, ...] = (Stretch(0, line, column),)
        if found >= 0:
            places = tuple(stretch._replace(start=stretch.start - found) for stretch in self._stretches)
        here = self._first_line + line, column + 1
        self.spans.append(TextSpan("picture", token.content, *here, "", source, title, inner=inner, places=places))

    def _style(self) -> Emphasis:
        if self._strong:
            return "strong emphasis" if self._emphasis else "strong"
        return "emphasis" if self._emphasis else ""

    def _open(self, token: ParserToken, at: int) -> None:
        outer = self._marks[-1]
        classes = str(token.attrs.get("class", "")).split()
        unknown = [f".{name}" for name in classes if name not in MARKS and name not in SHIFTS]
        unknown += [name for name in token.attrs if name not in ("class", "ruby")]
        for name in unknown:
            self._add("unknown", name, at)
        mark = next((MARKS[name] for name in classes if name in MARKS), outer.mark)
        shift = next((SHIFTS[name] for name in classes if name in SHIFTS), outer.shift)
        self._ruby_parts = 0
        self._marks.append(_Marks(mark, str(token.attrs.get("ruby", outer.ruby)).strip(), shift))

    def _add(
        self,
        kind: Literal["soft", "hard", "note", "link", "unknown", "broken"],
        text: str,
        at: int,
        *,
        emphasis: Emphasis = "",
        source: str = "",
    ) -> None:
        line, column = place_of(at, self._stretches)
        here = self._first_line + line, column + 1
        self.spans.append(TextSpan(kind, text, *here, emphasis, source, link=self._link))

    def text(self, text: str, at: int) -> None:
        """A run of text, cut where its source is not in one piece."""
        (mark, ruby, shift), link = self._marks[-1], self._link
        cuts = [stretch.start - at for stretch in self._stretches if at < stretch.start < at + len(text)]
        for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
            if end > start:
                line, column = place_of(at + start, self._stretches)
                here = self._first_line + line, column + 1
                span = TextSpan("text", text[start:end], *here, self._style(), mark=mark, ruby=ruby, link=link)
                self.spans.append(span._replace(shift=shift))
