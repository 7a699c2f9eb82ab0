"""The adapter for PyYAML: YAML text to nodes with places. Problems become findings with line and column, never
exceptions.

Safe for hostile files: only the event stream is read, nothing is constructed; tags and aliases are refused; depth is
bounded. Plain scalars follow the YAML 1.2 core schema (``3:2`` and ``no`` stay text), not PyYAML's resolver.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import yaml

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import files, keys, markup
from bulletin_layout.findings.catalogue import yaml_syntax as said
from bulletin_layout.findings.phrases import NOTHING
from bulletin_layout.reading.sources.encoding import forbidden_character
from bulletin_layout.reading.sources.nodes import ListNode, MapEntry, MapNode, Node, ScalarNode, quoted, shortened
from bulletin_layout.reading.sources.remarks import HIDDEN
from bulletin_layout.values import NamedTuple

MOST_DEPTH: Final = 40

# libyaml is about twenty times as fast; where PyYAML was built without it, the Python parser gives the same events.
_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_WORDS: Final[dict[str, bool | None]] = (
    dict.fromkeys(("", "~", "null", "Null", "NULL"))
    | dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
)
_INT: Final = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BLANKS: Final = frozenset(" \t")
#: How numbers begin and end: 12pt is none at the first look.
_NUMERIC_START: Final = frozenset("+-.0123456789")
_NUMERIC_END: Final = frozenset(".0123456789abcdefABCDEF")

#: Full-width characters that Chinese input methods produce in place of YAML's comma and brackets.
_WIDE_MARKS: Final = {"，": ",", "、": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_WIDE_KEY: Final = re.compile(r"[\s{-]*[A-Za-z_][\w.-]*\s*：")
#: A key without a space before its value.
_TIGHT_KEY: Final = re.compile(r"[\s{-]*[A-Za-z_][\w.-]*:[^\s/]")


#: The part of a line before a value, the end of a value, and its end within a flow map.
_VALUE: Final = re.compile(r"(?:^\s*|[\s{,])(?:-|[\w.\"'-]+:)\s+")
_VALUE_ON_LINE: Final = re.compile(r"(.*?)(?:\s#.*)?$")
_NEXT_KEY: Final = re.compile(r",\s*+[\w.-]++:\s")
#: Indicators that a text may begin with, but that YAML interprets at the start of a value.
_STARTS: Final = "*[&!>@`%"


#: Text after a value that YAML drops as a comment although it looks like text: no space follows the #.
_CUT: Final = re.compile(r"[ \t]+(#[^\W_][^\n]*|#[（(《“【][^\n]*)")


class _GivenUpError(Exception):
    """Raised after a finding beyond which nothing sensible can be read."""


def parse_yaml(text: str, path: str, findings: list[Finding], first_line: int = 1) -> MapNode | None:
    """Read the one YAML map in ``text``; ``first_line``: its first line in the file, from 1. None when it cannot be
    read, which is reported. An empty document is an empty map."""
    try:
        return _Builder(text, path, first_line, findings).build(_events(text))
    except yaml.MarkedYAMLError as problem:
        # An open quotation mark is noticed only at the end of the file; the finding belongs to where it opens.
        quoted = "quoted scalar" in (problem.context or "")
        mark = (problem.context_mark if quoted else problem.problem_mark) or problem.problem_mark
        lines = text.split("\n")
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        if line >= len(lines):  # a mark at the end of the file belongs to its last line
            line, column = len(lines) - 1, len(lines[-1])
        row = first_line + line
        unquoted = _unquoted(lines[line], column, lambda start: Location(path, row, start + 1))
        findings.append(unquoted or _explained(problem, lines, Location(path, row, column + 1), first_line))
    except yaml.YAMLError as problem:  # a character that YAML forbids; reading has replaced all of these before
        findings.append(said.yaml_refused(Location(path, first_line), reason=str(problem).splitlines()[0]))
    except _GivenUpError:
        pass
    return None


def _events(text: str) -> Iterator[yaml.Event]:
    return iter(_LOADER(text).get_event, None)


def scalar_spans(text: str) -> dict[tuple[int, int], slice]:
    """By line and column (from 1), the span of each scalar in a valid YAML text, with its quotation marks. An empty
    scalar has an empty span at its end."""
    spans: dict[tuple[int, int], slice] = {}
    for event in _events(text):
        if isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            assert start is not None  # both parsers mark every event
            assert end is not None
            spans[start.line + 1, start.column + 1] = slice(start.index, end.index)
    return spans


class NodeSpan(NamedTuple):
    """Where a node is written: characters ``start`` to ``end`` (exclusive). ``flow``: a list or map in brackets."""

    start: int
    end: int
    flow: bool


def node_spans(text: str) -> dict[tuple[int, int], NodeSpan]:
    """By line and column (from 1), the span of each value in a valid YAML text: of scalars as ``scalar_spans`` gives
    them, of lists and maps from their first character to behind their last. A key that begins a map has the map's
    place; the map is what is found there."""
    spans: dict[tuple[int, int], NodeSpan] = {}
    opened: list[yaml.CollectionStartEvent] = []
    last = 0
    for event in _events(text):
        start, end = event.start_mark, event.end_mark
        assert start is not None  # both parsers mark every event
        assert end is not None
        if isinstance(event, yaml.ScalarEvent):
            last = end.index
            spans.setdefault((start.line + 1, start.column + 1), NodeSpan(start.index, end.index, flow=False))
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            begun = opened.pop()
            first = begun.start_mark
            assert first is not None
            last = end.index if begun.flow_style else last
            spans[first.line + 1, first.column + 1] = NodeSpan(first.index, last, flow=bool(begun.flow_style))
    return spans


def _explained(finding: yaml.MarkedYAMLError, lines: Sequence[str], place: Location, first_line: int) -> Finding:
    """The finding of the parser with advice, or in its place the usual cause in Chinese files where that applies."""
    at, column = place.line - first_line, place.column - 1
    char = lines[at][column : column + 1] if at < len(lines) else ""
    problem, hint = said.to_do(finding.problem or finding.context or "not YAML"), NOTHING
    opened = finding.context_mark
    if "quoted scalar" in (finding.context or ""):
        problem = said.bad_quotation(problem)
    elif char == "\t":
        problem = said.tab()
    elif char in _WIDE_MARKS:
        problem = said.wide_mark(_WIDE_MARKS[char], char)
    elif opened is not None and opened.line < at and (bracket := _bracket(lines, opened)):
        hint = said.opened(bracket, first_line + opened.line)
    elif "cannot start any token" in (finding.problem or ""):
        problem = said.bad_start(char)
    elif any(_WIDE_KEY.match(one) for one in lines[max(0, at - 1) : at + 1]):
        hint = said.wide_colon()
    elif any(_TIGHT_KEY.match(one) for one in lines[max(0, at - 1) : at + 1]):
        hint = said.tight_colon()
    return said.yaml_syntax(place, problem=problem, hint=hint)


def _bracket(lines: Sequence[str], mark: yaml.Mark) -> str:
    """The opening bracket of a list or map at a mark; "" when there is none."""
    char = lines[mark.line][mark.column : mark.column + 1]
    return char if char in ("{", "[") else ""


def _value_within(line: str, start: int) -> str:
    """A value in braces: up to the next key, or to the brace that ends the line."""
    following = _NEXT_KEY.search(line, start)
    return (line[start : following.start()] if following else line[start:].rstrip().removesuffix("}")).rstrip()


def _value_on_line(line: str, start: int) -> str:
    """A value that has the rest of its line, up to a remark."""
    value = _VALUE_ON_LINE.match(line, start)
    return value[1].rstrip() if value is not None else ""


def _unquoted(line: str, column: int, place: Callable[[int], Location]) -> Finding | None:
    """The finding, at its beginning, for a text that must be quoted because it contains YAML's indicators; None when
    the line has none. ``place`` makes the location."""
    begins = [found.end() for found in _VALUE.finditer(line) if found.end() <= column]
    if not begins:
        return None
    start, within = begins[-1], "{" in line[: begins[-1]]
    written = _value_within(line, start) if within else _value_on_line(line, start)
    if written[:1] in ('"', "'") and written[0] in written[1:]:
        return said.quoted_within(place(start), quoted=quoted(_meant(written)))
    if written[:1] == "[" and written.count("[") > written.count("]"):
        return None  # an unclosed list
    if written.startswith(("- ", *_STARTS)):
        return said.quote_beginning(place(start), sign=written[0], quoted=quoted(written))
    if within:
        is_bracket = line[column : column + 1] in ("[", "{")
        return said.quote_within_braces(place(start), quoted=quoted(written)) if is_bracket else None
    has_colon = written[:1].isalnum() and ": " in written
    return said.quote_colon(place(start), quoted=quoted(written)) if has_colon else None


def _meant(written: str) -> str:
    """The text intended by a value that begins with a quotation mark and contains another one."""
    if not written.endswith(written[0]):
        return written
    text = written[1:-1]
    return text.replace('\\"', '"').replace("\\\\", "\\") if written[0] == '"' else text


class _Open:
    """A list or map whose end has not been read yet."""

    __slots__ = ("entries", "items", "key", "location")

    def __init__(self, location: Location, *, is_map: bool) -> None:
        self.location = location
        self.items: list[Node] = []
        self.entries: dict[str, MapEntry] | None = {} if is_map else None
        self.key: ScalarNode | None = None


class _Builder:
    """Builds nodes from parser events, without recursion."""

    def __init__(self, source: str, path: str, first_line: int, findings: list[Finding]) -> None:
        self._source = source
        self._path = path
        self._first_line = first_line
        self._findings = findings
        self._stack: list[_Open] = []
        self._root: Node | None = None

    def build(self, events: Iterator[yaml.Event]) -> MapNode | None:
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    if event.tag is not None or event.anchor is not None:
                        self._refuse_extras(event)
                    self._add(self._scalar(event))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._refuse_extras(event)
                    self._start(self._at(event), is_map=isinstance(event, yaml.MappingStartEvent))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end()
                case yaml.AliasEvent():
                    self._findings.append(said.yaml_alias(self._at(event), quoted=self._quoted(event)))
                    raise _GivenUpError
                case yaml.DocumentStartEvent() if self._root is not None:
                    self._findings.append(said.yaml_second_document(self._at(event)))
                    raise _GivenUpError
        if self._root is None or (isinstance(self._root, ScalarNode) and self._root.value is None):
            return MapNode(Location(self._path, self._first_line), {})
        if not isinstance(self._root, MapNode):
            hint, text = NOTHING, self._root.text if isinstance(self._root, ScalarNode) else ""
            if _TIGHT_KEY.match(text):
                hint = said.tight_colon()
            elif "：" in text:
                hint = said.wide_colon()
            self._findings.append(keys.no_map(self._root.location, hint=hint))
            return None
        return self._root

    def _at(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        assert mark is not None  # both parsers mark every event
        return Location(self._path, self._first_line + mark.line, mark.column + 1)

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None and event.tag != "!":
            self._findings.append(said.yaml_tag(self._at(event), tag=event.tag))
        if event.anchor is not None:
            self._findings.append(said.yaml_anchor(self._at(event), anchor=event.anchor))

    def _quoted(self, event: yaml.AliasEvent) -> str:
        """The rest of the line, quoted as a text must be."""
        start = event.start_mark
        assert start is not None  # both parsers mark every event
        return quoted(self._source[start.index :].split("\n", 1)[0].rstrip())

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        text, style, start, end = event.value, event.style, event.start_mark, event.end_mark
        assert start is not None  # both parsers mark every event
        assert end is not None
        source = self._source[start.index : end.index]
        place = Location(self._path, self._first_line + start.line, start.column + 1)
        if not style:
            if self._source[end.index : end.index + 1] in _BLANKS:
                self._check_cut(event, source)
            return ScalarNode(place, text, _core(text) if event.implicit[0] else text, source)
        if style == '"':
            typed = text.replace(HIDDEN, "") if HIDDEN in source else text
            if problem := forbidden_character(typed):  # from an escape
                self._findings.append(files.control_character_escaped(place, problem=problem))
        return ScalarNode(place, text, text, source)

    def _check_cut(self, event: yaml.ScalarEvent, value: str) -> None:
        """Report text that YAML drops as a comment (YAML 1.2.2, 6.6) though it looks like text: no blank follows its
        #."""
        end = event.end_mark
        assert end is not None  # both parsers mark every event
        lost = _CUT.match(self._source, end.index)
        if lost is not None:
            place = Location(self._path, self._first_line + end.line, end.column + 1 + lost.start(1) - end.index)
            whole = quoted(f"{value}{lost[0]}".strip())
            self._findings.append(markup.text_cut(place, lost=shortened(lost[1].rstrip()), quoted=whole))

    def _start(self, location: Location, *, is_map: bool) -> None:
        if len(self._stack) >= MOST_DEPTH:
            self._findings.append(said.yaml_depth(location, most=MOST_DEPTH))
            raise _GivenUpError
        self._stack.append(_Open(location, is_map=is_map))

    def _end(self) -> None:
        done = self._stack.pop()
        if done.entries is not None:
            self._add(MapNode(done.location, done.entries))
        else:
            self._add(ListNode(done.location, tuple(done.items)))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        within = self._stack[-1]
        entries, key = within.entries, within.key
        if entries is None:
            within.items.append(node)
        elif key is None:
            if isinstance(node, ScalarNode):
                within.key = node
            else:
                self._findings.append(keys.key_no_text(node.location))
                within.key = ScalarNode(node.location, "", "")
        else:
            within.key = None
            entry = MapEntry(key.location, node)
            earlier = entries.setdefault(key.text, entry)
            if earlier is not entry:
                first = earlier.key_location.line
                self._findings.append(said.duplicate_key(key.location, key=key.text, first=first))


def _core(text: str) -> str | int | float | bool | None:
    """A plain scalar by the YAML 1.2 core schema (YAML 1.2.2, 10.3.2)."""
    if text[:1] in _NUMERIC_START and text[-1] in _NUMERIC_END:
        if _INT.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        return float(text) if _FLOAT.fullmatch(text) else text
    return _WORDS.get(text, text)
