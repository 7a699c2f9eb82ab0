"""Keys added to and taken out of maps of every form: nothing else changes, and comments stay."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.live.edits.inserting import with_entry, without_entry
from bulletin_layout.live.edits.scalars import YamlPart, applied, plain_of, yaml_of
from bulletin_layout.live.edits.source_text import SourceText, source_text
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node

#: Maps by their keys: in braces on one line and on several, on lines, in lists, with odd last values.
FORMS = """\
# 头
braces: {a: 1, b: [x, y]}   # 甲
spread: {a: 1,   # 乙
  b: "二, 三",   # 丙
  }
closed: {
  a: 1   # 丁
}
empty-last: {a: 1, b: }
lines:
  a: 1   # 戊

  # 己
  b: 两行的
    普通字   # 庚
# 辛
literal:
  a: |
    一行

    二行

folded:
  a: 1
  b: >-
    折行
    的字   # 不是注释
null-last:
  a: 1
  b:
list:
  - a: 1   # 壬
    b: 2
  - {a: 1, b: {c: d}}
nested:
  a: {c: d}   # 癸
  b:
    c: 'x'
"""


def maps_in(node: Node) -> list[MapNode]:
    """All maps of a file but the whole."""
    found = []
    if isinstance(node, MapNode):
        found = [node, *(inner for entry in node.entries.values() for inner in maps_in(entry.value))]
    elif isinstance(node, ListNode):
        found = [inner for item in node.items for inner in maps_in(item)]
    return found


def file(text: str) -> tuple[SourceText, YamlPart]:
    source = source_text(Path("x.yaml"), "x.yaml", text.encode())
    assert source is not None
    part = yaml_of(source)
    assert part is not None
    return source, part


def comments(text: str) -> list[str]:
    return re.findall(r"(?:^|\s)(# ?[^\n]*)", text)


COUNT = len(maps_in(file(FORMS)[1].node))


@given(which=st.integers(0, COUNT - 1), missing=st.sampled_from([(), ("set",), ("set", "deep")]), more=st.booleans())
def test_a_key_is_added_to_any_map(which: int, missing: tuple[str, ...], more: bool) -> None:
    source, part = file(FORMS)
    node = maps_in(part.node)[which]
    added = {"new.key": '"值"', **({"other": "[1, 2]"} if more else {})}
    change = with_entry(source, part, node, missing, added)
    assert change is not None
    after = applied(source.text, change)
    then = file(after)[1].node
    here = maps_in(then)[which]
    for key in missing:
        below = here.entries[key].value
        assert isinstance(below, MapNode)
        here = below
    assert set(added) <= set(here.entries)
    assert comments(after) == comments(FORMS)
    assert len(after) > len(FORMS)


@pytest.mark.parametrize("which", range(1, COUNT))
def test_a_key_is_taken_out(which: int) -> None:
    source, part = file(FORMS)
    node = maps_in(part.node)[which]
    for key in node.entries:
        change = without_entry(source, part, node, key)
        if len(node.entries) < 2:
            assert change is None
            continue
        if change is None:  # the first line of an item of a list
            assert source.lines[node.entries[key].key_location.line - 1].lstrip().startswith("- ")
            continue
        then = file(applied(source.text, change))[1].node
        expected = {name: plain_of(entry.value) for name, entry in node.entries.items() if name != key}
        assert plain_of(maps_in(then)[which]) == expected


def test_a_value_that_is_no_map_is_not_added_to() -> None:
    source, part = file("a: 1\nset: x\n")
    assert with_entry(source, part, part.node, ("set",), {"b": "2"}) is None
