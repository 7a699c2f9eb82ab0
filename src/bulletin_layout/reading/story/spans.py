"""A text's inline tokens to spans (行内标记 → 文字段): the text to set with its marks, each stretch with its place."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, Literal, Protocol, cast
from urllib.parse import unquote

from bulletin_layout.issue.story import Emphasis, Marking, Shift
from bulletin_layout.reading.sources.remarks import HIDDEN
from bulletin_layout.reading.story.leftovers import READ, leftovers
from bulletin_layout.reading.story.places import Stretch, cuts_in, place_of
from bulletin_layout.reading.story.tags import TagName, paired
from bulletin_layout.values import NamedTuple


class TextSpan(NamedTuple):
    """A stretch of a line. ``kind`` is one of:

    ``text``; ``soft`` or ``hard``, a line end; ``picture``, with its caption in ``inner``, its credit in ``title`` with
    ``places``, and what stands in braces behind it in ``keys``; ``note``, a reference to the note with the label
    ``text``; ``link``, the start of a link with its percent-encoded address in ``source`` (spans of its text have the
    address as ``link``); ``unknown``, a mark in braces that does not exist; ``broken``, a ruby over more than one
    stretch of plain text; ``leftover``, remaining markup within the text of other spans.
    """

    kind: Literal["text", "soft", "hard", "picture", "note", "link", "unknown", "broken", "leftover"]
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
    keys: tuple["WrittenKey", ...] = ()


class WrittenKey(NamedTuple):
    """A key and its value between braces; the columns, from 1, are where each begins."""

    key: str
    value: str
    line: int
    column: int
    value_column: int


class ParserToken(Protocol):
    """The attributes used of markdown-it-py's tokens; a protocol, so that only the adapter imports the library."""

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


_KEY: Final = r"""(?P<key>[^\s=]+)(?:\s*[=＝]\s*(?P<value>"[^"]*"|'[^']*'|\S+))?"""
_SHOWN: Final = re.compile(f"[^{HIDDEN}]+")

#: The marks in braces after a stretch in brackets, ``[文字]{.dots}``, and those that shift it, ``[2]{.sup}``.
MARKS: Final[Mapping[str, Marking]] = {"dots": "dots", "under": "underline"}
SHIFTS: Final[Mapping[str, Shift]] = {"sup": "sup", "sub": "sub"}


def spans_of(tokens: Collection[ParserToken], source: str, stretches: Sequence[Stretch]) -> tuple[TextSpan, ...]:
    """The spans of a text's inline tokens; without tokens one stretch of plain text. ``stretches``: places of
    ``source``, the text, in the file. Leftover markup comes last."""
    walk = _Walk(source, stretches)
    tags = [(cast("TagName", token.info), token.markup == "/") for token in tokens if token.type == "tag"]
    walk.pairs = paired(tags)
    for token in tokens:
        walk.take(token)
    if not tokens:
        walk.text(source, 0)
    walk.finish(has_emphasis=any(token.markup == "*" for token in tokens if token.type == "em_open"))
    return tuple(walk.spans)


class _Marks(NamedTuple):
    """The marks in braces of a stretch in brackets."""

    mark: Marking = ""
    ruby: str = ""
    shift: Shift = ""


class _Walk:
    """Processes the inline tokens of a block and tracks what is open."""

    def __init__(self, source: str, stretches: Sequence[Stretch]) -> None:
        self.spans: list[TextSpan] = []
        self.pairs: frozenset[int] = frozenset()  # tags that form pairs, by number
        self._tags = 0  # number of tags so far
        self._source = source
        self._stretches = stretches
        self._view = [READ] * len(source)  # see ``leftovers``
        self._strong = 0
        self._emphasis = 0
        self._underlines = 0
        self._shifts: list[Shift] = []  # of the open tags
        self._marks: list[_Marks] = [_Marks()]  # of the open brackets
        self._ruby_parts = 0
        self._link = ""  # address of the open link

    def take(self, child: ParserToken) -> None:  # noqa: PLR0912  # one branch a kind
        at = int(child.meta.get("at", 0))
        if self._marks[-1].ruby and child.type not in ("text", "text_special", "span_close"):
            self._ruby_parts += 1
        match child.type:
            case "strong_open" | "strong_close":
                self._strong += child.nesting
            case "em_open" | "em_close":
                self._emphasis += child.nesting
            case "tag":
                self._tag(child, at)
            case "text":
                self.text(child.content, at, is_own=bool(child.meta.get("own")))
            case "text_special":
                # An escaped character is one place behind its backslash.
                escaped = child.info == "escape" and child.content != child.markup
                is_sign = child.info == "entity" and child.content == "&"  # first half of &amp;nbsp;
                is_own = child.content != child.markup and not is_sign
                self.text(child.content, at + escaped, is_own=is_own)
            case "softbreak" | "hardbreak":
                self._see("\n", at)
                self._add("soft" if child.type == "softbreak" else "hard", "\n", at)
            case "link_open":
                self._link = str(child.attrs["href"])
                self._add("link", "", at, source=self._link)
            case "link_close":
                self._link = ""
            case "image":
                self._picture(child, at)
            case "footnote_ref":
                # The label starts behind ``[^``.
                self._add("note", str(child.meta["label"]), at + 2, emphasis=self._style())
            case "span_open":
                self._open(child, at)
            case "span_close":
                # Anything but text between the brackets makes the ruby impossible to place.
                if self._marks.pop().ruby and self._ruby_parts:
                    self._add("broken", "", int(child.meta.get("at", 0)))

    def finish(self, *, has_emphasis: bool) -> None:
        """The spans, after the last token."""
        for found in leftovers("".join(self._view), has_emphasis=has_emphasis):
            self._add("leftover", found.text, found.at)

    def _tag(self, token: ParserToken, at: int) -> None:
        """A tag used as a mark, or plain text when it has no partner."""
        number, self._tags = self._tags, self._tags + 1
        if number not in self.pairs:
            self.text(token.content, at)
            return
        step = -1 if token.markup == "/" else 1
        self._strong += step * (token.info == "strong")
        self._emphasis += step * (token.info == "em")
        self._underlines += step * (token.info == "u")
        if token.info in SHIFTS:
            if step > 0:
                self._shifts.append(SHIFTS[token.info])
            else:
                self._shifts.pop()

    def _picture(self, token: ParserToken, at: int) -> None:
        """A picture with the spans of its caption, whose tokens count from the start of the caption."""
        source, title = unquote(str(token.attrs["src"])), str(token.attrs.get("title", ""))
        caption = at + len("![")
        moved = [stretch._replace(start=stretch.start - caption) for stretch in self._stretches]
        said = spans_of(token.children or (), token.content, moved)
        inner = tuple(part for span in said for part in (span.inner if span.kind == "picture" else (span,)))
        # The parser gives no place for the title, so it is searched behind the caption; if that fails, its findings
        # point to the picture.
        found = self._source.find(title, caption + len(token.content))
        line, column = place_of(at, self._stretches)
        places: tuple[Stretch, ...] = (Stretch(0, line, column),)
        if found >= 0:
            places = tuple(stretch._replace(start=stretch.start - found) for stretch in self._stretches)
        here = line + 1, column + 1
        keys = tuple(self._keys(*token.meta["keys"])) if "keys" in token.meta else ()
        self.spans.append(
            TextSpan("picture", token.content, *here, "", source, title, inner=inner, places=places, keys=keys)
        )

    def _keys(self, text: str, at: int) -> Iterator[WrittenKey]:
        """``width=60% focus=top``; a word without a value is a key that says nothing."""
        for found in re.finditer(_KEY, text):
            line, column = place_of(at + found.start(), self._stretches)
            value = (found["value"] or "").strip("\"'")
            begins = column + found.start("value") - found.start() if found["value"] else column
            yield WrittenKey(found["key"], value, line + 1, column + 1, begins + 1)

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
        kind: Literal["soft", "hard", "note", "link", "unknown", "broken", "leftover"],
        text: str,
        at: int,
        *,
        emphasis: Emphasis = "",
        source: str = "",
    ) -> None:
        line, column = place_of(at, self._stretches)
        self.spans.append(TextSpan(kind, text, line + 1, column + 1, emphasis, source, link=self._link))

    def _see(self, text: str, at: int) -> None:
        """Mark a run as plain text, in which ``leftovers`` searches."""
        self._view[at : at + len(text)] = text.replace(HIDDEN, READ)

    def text(self, text: str, at: int, *, is_own: bool = False) -> None:
        """Add a run of text, split where its source is not contiguous; hidden characters are dropped. ``is_own``: the
        run is literal, whatever signs it contains."""
        if not is_own:
            self._see(text, at)
        cuts = [at, *cuts_in(at, at + len(text), self._stretches), at + len(text)]
        for start, end in pairwise(cuts):
            for shown in _SHOWN.finditer(text[start - at : end - at]):
                self._text_on_line(shown[0], start + shown.start())

    def _text_on_line(self, text: str, at: int) -> None:
        marks = self._marks[-1]
        line, column = place_of(at, self._stretches)
        mark: Marking = marks.mark or ("underline" if self._underlines else "")
        shift = self._shifts[-1] if self._shifts else marks.shift
        style = self._style(), "", "", mark, marks.ruby, self._link, shift
        self.spans.append(TextSpan("text", text, line + 1, column + 1, *style))
