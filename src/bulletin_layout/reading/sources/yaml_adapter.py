"""The adapter for PyYAML: YAML text in, located nodes out; findings at their line and column, never an exception.

Safe against hostile files: the event stream is read without constructing anything, tags and aliases are refused,
depth is bounded. Plain scalars follow the YAML 1.2 core schema (``3:2`` and ``no`` stay text), not PyYAML's resolver.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import yaml

from bulletin_layout.findings import Finding, Location, error
from bulletin_layout.findings.catalogue.markup import text_cut
from bulletin_layout.reading.sources.encoding import forbidden_character
from bulletin_layout.reading.sources.nodes import ListNode, MapEntry, MapNode, Node, ScalarNode, quoted, shortened
from bulletin_layout.reading.sources.remarks import HIDDEN

MOST_DEPTH: Final = 40

_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE: Final = frozenset(("true", "True", "TRUE"))
_FALSE: Final = frozenset(("false", "False", "FALSE"))
_INT: Final = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NUMERIC_START: Final = frozenset("+-.0123456789")

#: What Chinese input methods type for a comma and brackets of YAML.
_WIDE_MARKS: Final = {"，": ",", "、": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_WIDE_KEY: Final = re.compile(r"[\s{-]*[A-Za-z_][\w.-]*\s*：")
_WIDE_COLON: Final = "; a key ends with a half-width colon and a space (“: ”), not with “：”"


#: What stands before a value on its line; where it ends there, and where it ends between the braces of a map.
_VALUE: Final = re.compile(r"(?:^\s*|[\s{,])(?:-|[\w.\"'-]+:)\s+")
_VALUE_ON_LINE: Final = re.compile(r"(.*?)(?:\s#.*)?$")
_VALUE_WITHIN: Final = re.compile(r"(.*?)(?:,\s*[\w.-]+:\s.*|\}?\s*)$")
#: What YAML reads at a value's beginning as something other than text, and text may begin with.
_STARTS: Final = "*[&!>@`%"


#: What stands behind a value and YAML takes for a remark, though it goes on with a word.
_CUT: Final = re.compile(r"[ \t]+(#[^\W_][^\n]*|#[（(《“【][^\n]*)")


class _GivenUpError(Exception):
    """Nothing sensible can be read after this finding, which has been reported."""


def parse_yaml(text: str, path: str, findings: list[Finding], first_line: int = 1) -> MapNode | None:
    """Read the one YAML map that ``text`` holds; ``first_line`` is where it starts in the file. None: reported.

    An empty document is an empty map.
    """
    try:
        return _Builder(text, path, first_line, findings).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as problem:
        quoted = "quoted scalar" in (problem.context or "")
        mark = (problem.context_mark if quoted else problem.problem_mark) or problem.problem_mark
        lines = text.split("\n")
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        if line >= len(lines):  # the end of the file is the end of its last line
            line, column = len(lines) - 1, len(lines[-1])
        unquoted = _unquoted(problem, lines[line], column)
        if unquoted is not None:
            findings.append(error("yaml-syntax", unquoted[1], Location(path, first_line + line, unquoted[0] + 1)))
            return None
        at = Location(path, first_line + line, column + 1)
        findings.append(error("yaml-syntax", _explained(problem, lines, line, column, first_line), at))
    except yaml.YAMLError as problem:  # a character that YAML forbids: reading has put these right before
        findings.append(error("yaml-syntax", f"not YAML: {str(problem).splitlines()[0]}", Location(path, first_line)))
    except _GivenUpError:
        pass
    return None


def scalar_spans(text: str) -> dict[tuple[int, int], slice]:
    """Where each scalar of a sound YAML text stands in it, quotes included, by its line and column from 1. An empty one
    has an empty span at its end."""
    spans: dict[tuple[int, int], slice] = {}
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            assert start is not None  # both parsers mark every event
            assert end is not None
            spans[start.line + 1, start.column + 1] = slice(start.index, end.index)
    return spans


def _explained(finding: yaml.MarkedYAMLError, lines: Sequence[str], line: int, column: int, first_line: int) -> str:
    """The parser's words, or the usual cause in Chinese files where it shows."""
    problem = finding.problem or finding.context or "not YAML"
    here = lines[line] if line < len(lines) else ""
    char = here[column : column + 1]
    if "quoted scalar" in (finding.context or ""):
        return f"the quotation that opens here is not right: {problem}"
    if char == "\t":
        return "a tab cannot stand here: YAML is indented with spaces"
    if char in _WIDE_MARKS:
        half = _WIDE_MARKS[char]
        return f"a comma or bracket of YAML is half-width: write {half} for {char}, or put the text in quotation marks"
    opened = finding.context_mark
    if (
        opened is not None
        and opened.line < line
        and lines[opened.line][opened.column : opened.column + 1] in ("{", "[")
    ):
        return f"{problem}, for the {lines[opened.line][opened.column]} that line {first_line + opened.line} opens"
    if "cannot start any token" in problem:
        return f"a value cannot start with {char}: put it between quotation marks"
    wide = any(_WIDE_KEY.match(one) for one in lines[max(0, line - 1) : line + 1])
    return f"{problem}{_WIDE_COLON}" if wide else problem


def _unquoted(finding: yaml.MarkedYAMLError, line: str, column: int) -> tuple[int, str] | None:
    """Where a value begins that is text with marks and must be quoted, and what to write; None: there is none such."""
    begins = [found.end() for found in _VALUE.finditer(line) if found.end() <= column]
    if not begins:
        return None
    start, within = begins[-1], "{" in line[: begins[-1]]
    value = (_VALUE_WITHIN if within else _VALUE_ON_LINE).match(line, start)
    said = value[1].rstrip() if value is not None else ""
    if said[:1] in ('"', "'") and said[1:].endswith(said[0]):
        meant = said[1:-1]
        if said[0] == '"':
            meant = meant.replace('\\"', '"').replace("\\\\", "\\")
        return start, f"a quotation mark within ends the text that begins here: write {quoted(meant)}"
    if said[:1] not in tuple(_STARTS) and not (within and line[column : column + 1] in ("[", "{")):
        return None
    if said[:1] == "[" and said.count("[") > said.count("]"):
        return None  # a list that is not closed
    what = f"text that begins with {said[0]}" if said[:1] in tuple(_STARTS) else "between braces, text with brackets"
    return start, f"{what} stands in quotation marks: {quoted(said)}"


class _Open:
    """A list or map whose end has not been read yet."""

    __slots__ = ("entries", "items", "key", "location")

    def __init__(self, location: Location, *, is_map: bool) -> None:
        self.location = location
        self.items: list[Node] = []
        self.entries: dict[str, MapEntry] | None = {} if is_map else None
        self.key: ScalarNode | None = None


class _Builder:
    """Puts nodes together from parser events, without recursion."""

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
                    self._refuse_extras(event)
                    self._add(self._scalar(event))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._refuse_extras(event)
                    self._start(self._at(event), is_map=isinstance(event, yaml.MappingStartEvent))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end()
                case yaml.AliasEvent():
                    self._finding("yaml-alias", self._alias(event), event)
                    raise _GivenUpError
                case yaml.DocumentStartEvent() if self._root is not None:
                    self._finding("yaml-syntax", "a second document (---) starts here: one file holds one", event)
                    raise _GivenUpError
        if self._root is None or (isinstance(self._root, ScalarNode) and self._root.value is None):
            return MapNode(Location(self._path, self._first_line), {})
        if not isinstance(self._root, MapNode):
            wide = isinstance(self._root, ScalarNode) and "：" in self._root.text
            message = "the file must hold keys and values (key: value)" + (_WIDE_COLON if wide else "")
            self._findings.append(error("wrong-type", message, self._root.location))
            return None
        return self._root

    def _at(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        assert mark is not None  # both parsers mark every event
        return Location(self._path, self._first_line + mark.line, mark.column + 1)

    def _finding(self, code: str, message: str, event: yaml.Event) -> None:
        self._findings.append(error(code, message, self._at(event)))

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None and event.tag != "!":
            self._finding("yaml-tag", f"tags ({event.tag}) are not part of these files: remove it", event)
        if event.anchor is not None:
            self._finding("yaml-alias", f"anchors (&{event.anchor}) are not part of these files: remove it", event)

    def _alias(self, event: yaml.AliasEvent) -> str:
        start = event.start_mark
        assert start is not None  # both parsers mark every event
        rest = self._source[start.index :].split("\n", 1)[0].rstrip()
        return (
            "anchors and aliases (&, *) are not part of these files: write it out; text that begins with * stands in "
            f"quotation marks: {quoted(rest)}"
        )

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        text = event.value
        plain = event.implicit[0] and not event.style
        start, end = event.start_mark, event.end_mark
        assert start is not None  # both parsers mark every event
        assert end is not None
        source = self._source[start.index : end.index]
        typed = text.replace(HIDDEN, "") if HIDDEN in source else text
        if event.style == '"' and (said := forbidden_character(typed)):  # escapes can write what the file may not hold
            self._finding("control-character", said, event)
        if not event.style:
            self._check_cut(end, source)
        return ScalarNode(self._at(event), text, _core(text) if plain else text, source)

    def _check_cut(self, end: yaml.Mark, value: str) -> None:
        """Report text that YAML drops for a remark (6.6) though it looks like none: no blank is behind its #."""
        lost = _CUT.match(self._source, end.index)
        if lost is not None:
            said = lost[1].rstrip()
            place = Location(self._path, self._first_line + end.line, end.column + 1 + lost.start(1) - end.index)
            whole = quoted(f"{value}{lost[0]}".strip())
            self._findings.append(text_cut(place, lost=shortened(said), quoted=whole))

    def _start(self, location: Location, *, is_map: bool) -> None:
        if len(self._stack) >= MOST_DEPTH:
            self._findings.append(error("yaml-depth", f"nested deeper than {MOST_DEPTH} levels", location))
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
        if within.entries is None:
            within.items.append(node)
        elif within.key is None:
            if isinstance(node, ScalarNode):
                within.key = node
            else:
                self._findings.append(
                    error("wrong-type", "a key must be text; quote it if it starts with { or [", node.location)
                )
                within.key = ScalarNode(node.location, "", "")
        else:
            key, within.key = within.key, None
            earlier = within.entries.get(key.text)
            if earlier is None:
                within.entries[key.text] = MapEntry(key.location, node)
            else:
                first = earlier.key_location.line
                self._findings.append(
                    error(
                        "duplicate-key", f'the key "{key.text}" stands twice here (first on line {first})', key.location
                    )
                )


def _core(text: str) -> str | int | float | bool | None:
    """A plain scalar by the YAML 1.2 core schema (YAML 1.2.2, 10.3.2)."""
    if text[:1] in _NUMERIC_START:
        if _INT.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        return float(text) if _FLOAT.fullmatch(text) else text
    if text in _NULLS:
        return None
    if text in _TRUE:
        return True
    return False if text in _FALSE else text
