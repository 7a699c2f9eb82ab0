"""Patterns whose time grows with their text and no faster: none can match the same text in two ways, again and again.

Three kinds take longer, and none of them is written here: a repetition of a repetition (``(a+)*``), two repetitions
side by side that share a character (``a*a*b``), and a search that begins with a repetition (``a+b``), which each place
of the text begins anew. Possessive repetitions (``a++``) and bounded ones (``a{1,20}``) are harmless.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import bulletin_layout
from bulletin_layout.proofreading.rule import Form, Rule
from bulletin_layout.proofreading.words import listed

#: Where a repetition has so many turns at most, it costs a constant.
BOUNDED = 100
CALLS = ("compile", "match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")
#: Sample characters by which two sets are compared.
SAMPLES = [*map(chr, range(0x20, 0x7F)), *"\t\n\u3000\u00a0é－：，。、；！？“”（）【】①一二三几数中文万年月日·•・‧"]


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(bulletin_layout.__path__, "bulletin_layout."):
        yield importlib.import_module(found.name)


def patterns() -> dict[str, tuple[str, bool]]:
    """Every pattern that a module writes down, by its place; whether texts are searched with it is not known of those
    that have a name, and so assumed unless they are only ever matched."""
    found = {}
    for module in modules():
        source = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        anchored = _only_matched(source)
        for node in ast.walk(source):
            if isinstance(node, ast.Call) and _of_re(node.func) and node.args:
                try:
                    value = eval(compile(ast.Expression(node.args[0]), "", "eval"), vars(module))
                except NameError:  # a parameter of a function
                    continue
                text = value.pattern if isinstance(value, re.Pattern) else value
                text = text.decode("latin-1") if isinstance(text, bytes) else text
                name = node.func.attr  # type: ignore[attr-defined]
                searched = name in CALLS[3:] or (name == "compile" and node.lineno not in anchored)
                flags = re.VERBOSE if "VERBOSE" in ast.unparse(node) else 0
                found[f"{module.__name__}:{node.lineno}"] = (f"(?x){text}" if flags else text, searched)
    return found


def _of_re(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and called.attr in CALLS
        and isinstance(called.value, ast.Name)
        and called.value.id == "re"
    )


def _only_matched(source: ast.Module) -> set[int]:
    """The lines of compiled patterns that are only asked to match at a place, at once or by their name."""
    lines, uses, at_once = {}, dict[str, set[str]](), set[int]()
    for node in ast.walk(source):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Call) and node.attr in CALLS[1:3]:
            at_once.add(node.value.lineno)
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call) and isinstance(node.target, ast.Name):
            lines[node.target.id] = node.value.lineno
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses.setdefault(node.value.id, set()).add(node.attr)
    named = {line for name, line in lines.items() if name in uses and uses[name] <= {"match", "fullmatch", "pattern"}}
    return named | at_once


def _forms(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """The patterns of the checks of manuscripts, which stand in tables and are compiled when they are needed."""
    if isinstance(value, Form):
        yield name, value.pattern
    elif isinstance(value, Rule):
        for number, form in enumerate(value.forms):
            yield f"{name} {value.code} {number}", form.pattern
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _forms(each, f"{name} {number}")


def checks() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for module in modules():
        if module.__name__.startswith("bulletin_layout.proofreading"):
            for name, value in vars(module).items():
                found |= {place: (text, True) for place, text in _forms(value, f"{module.__name__}.{name}")}
    found |= {place: (text, True) for place, text in _forms(listed(), "mistaken.tsv")}
    return found


PATTERNS = patterns() | checks()
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def endless(item: tuple[Any, Any]) -> bool:
    return item[0] in REPEATS and item[1][1] > BOUNDED


def flat(tree: Any) -> list[tuple[Any, Any]]:
    """A sequence without the groups that only hold something together."""
    items: list[tuple[Any, Any]] = []
    for code, value in tree:
        items += flat(value[3]) if code is codes.SUBPATTERN else [(code, value)]
    return items


def inner(item: tuple[Any, Any]) -> list[Any]:
    code, value = item
    if code in (*REPEATS, codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is codes.BRANCH:
        return list(value[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    return [value] if code is codes.ATOMIC_GROUP else []


def bare(tree: Any) -> bool:
    """Whether one turn of a repetition may be nothing but a repetition, so that two turns are as good as one."""
    items = [item for item in flat(tree) if item[0] not in (codes.ASSERT, codes.ASSERT_NOT, codes.AT)]
    needed = [item for item in items if not (item[0] in REPEATS and item[1][0] == 0)]
    if len(needed) == 1 and needed[0][0] is codes.BRANCH:
        return any(bare(branch) for branch in needed[0][1][1])
    return not needed or (len(needed) == 1 and needed[0][0] in REPEATS and needed[0][1][1] > 1)


def first(items: list[tuple[Any, Any]]) -> set[str]:
    """The sample characters with which a sequence may begin."""
    found: set[str] = set()
    for code, value in items:
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            continue
        found |= _begins(code, value)
        if not (code in (*REPEATS, codes.POSSESSIVE_REPEAT) and value[0] == 0):
            break
    return found


def _begins(code: Any, value: Any) -> set[str]:
    if code in (*REPEATS, codes.POSSESSIVE_REPEAT):
        return first(flat(value[2]))
    if code is codes.BRANCH:
        return set().union(*(first(flat(branch)) for branch in value[1]))
    if code is codes.ATOMIC_GROUP:
        return first(flat(value))
    one = parser.SubPattern(parser.State())
    one.data = [(code, value)]
    if code in (codes.GROUPREF, codes.GROUPREF_EXISTS):
        return set(SAMPLES)
    return {char for char in SAMPLES if re._compiler.compile(one).match(char)}  # type: ignore[attr-defined]


def beside(items: list[tuple[Any, Any]]) -> bool:
    """Whether two endless repetitions of one character stand side by side, with at most what may be left out between,
    and something after them that may fail."""
    for at, item in enumerate(items):
        if not endless(item):
            continue
        for other in items[at + 1 :]:
            if endless(other) and first(flat(item[1][2])) & first(flat(other[1][2])):
                return True
            if not (other[0] in REPEATS and other[1][0] == 0) and other[0] not in (codes.ASSERT, codes.ASSERT_NOT):
                break
    return False


def begins_endless(items: list[tuple[Any, Any]]) -> bool:
    """Whether a search begins with an endless repetition that something must follow, and may begin within it again."""
    for at, (code, value) in enumerate(items):
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            if code is codes.AT or value[0] < 0:  # a look back, or the start of a line: it begins at one place alone
                return False
            continue
        if code is codes.BRANCH:
            return any(begins_endless(flat(branch)) for branch in value[1])
        rest = [item for item in items[at + 1 :] if not (item[0] in REPEATS and item[1][0] == 0)]
        return endless((code, value)) and bool(rest)
    return False


def trouble(tree: Any, *, searched: bool) -> str:
    items = flat(tree)
    if searched and begins_endless(items):
        return "a search begins with a repetition"
    return _trouble(items)


def _trouble(items: list[tuple[Any, Any]]) -> str:
    if beside(items):
        return "repetitions side by side"
    for item in items:
        if endless(item) and bare(item[1][2]):
            return "a repetition of a repetition"
        for within in inner(item):
            if said := _trouble(flat(within)):
                return said
    return ""


def test_no_pattern_takes_longer_than_its_text() -> None:
    assert len(PATTERNS) > 400
    found = {
        place: f"{said}: {text[:80]}"
        for place, (text, searched) in PATTERNS.items()
        if (said := trouble(parser.parse(text), searched=searched))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r"y(?:\*{1,3}|_)*x", "a repetition of a repetition"),
        (r"x(?:a+)*b", "a repetition of a repetition"),
        (r"x(?:a?b?)*c", "a repetition of a repetition"),
        (r"x\s*[%]?\s*y", "repetitions side by side"),
        (r"x\w+\d*y", "repetitions side by side"),
        (r"[^@]+@", "a search begins with a repetition"),
        (r"(?:a|[\w.+-]+@)b", "a search begins with a repetition"),
        (r"(?<![^@])[^@]+@", ""),
        (r"(?:[*_])*+x", ""),
        (r"x(?:a+b)*c", ""),
        (r"x\s*+[%]?\s*y", ""),
        (r"\d+", ""),
    ],
)
def test_what_is_found(text: str, said: str) -> None:
    assert trouble(parser.parse(text), searched=True) == said
