"""YAML: the core schema, places, and hostile files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.phrases import text
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node, ScalarNode
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml


def parsed(text: str) -> tuple[MapNode | None, list[Finding]]:
    findings: list[Finding] = []
    return parse_yaml(text, "a.yaml", findings), findings


def value_of(written: str) -> object:
    node, findings = parsed(f"k: {written}\n")
    assert node is not None
    assert findings == []
    found = node.entries["k"].value
    assert isinstance(found, ScalarNode)
    return found.value


def test_plain_scalars_follow_the_core_schema() -> None:
    texts = ("3:2", "no", "yes", "off", "2026-10-30", "1_000", "小五", "1-4", "0b1", "=", "1.2.3", "+", ".")
    assert [value_of(text) for text in texts] == list(texts)
    assert [value_of(text) for text in ("12", "-3", "0x1F", "0o17", "010")] == [12, -3, 31, 15, 10]
    assert [value_of(text) for text in ("1.5", "-.5", "2e3", "4.")] == [1.5, -0.5, 2000.0, 4.0]
    assert [value_of(text) for text in ("true", "False", "null", "~", "")] == [True, False, None, None, None]
    assert [value_of(text) for text in ('"12"', "'true'", '"null"')] == ["12", "true", "null"]


def test_every_node_knows_its_place_in_characters() -> None:
    node, _ = parsed("甲乙: {丙: [一, 二]}\nnext:\n  - 字: x\n")
    assert node is not None
    inner = node.entries["甲乙"].value
    assert isinstance(inner, MapNode)
    items = inner.entries["丙"].value
    assert isinstance(items, ListNode)
    assert (inner.entries["丙"].key_location, items.location, items.items[1].location) == (
        Location("a.yaml", 1, 6),
        Location("a.yaml", 1, 9),
        Location("a.yaml", 1, 13),
    )
    after = node.entries["next"].value
    assert isinstance(after, ListNode)
    first = after.items[0]
    assert isinstance(first, MapNode)
    assert first.entries["字"].key_location == Location("a.yaml", 3, 5)


def test_front_matter_counts_from_its_own_line() -> None:
    findings: list[Finding] = []
    node = parse_yaml("a: 1\nb: [", "s.md", findings, first_line=2)
    assert node is None
    assert [finding.location.line for finding in findings] == [3]


def test_aliases_never_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + k)}: &{chr(98 + k)} [*{chr(97 + k)}]\n" for k in range(20))
    node, findings = parsed(bomb)
    assert node is None
    assert {finding.code for finding in findings} == {"yaml-alias"}


def test_depth_is_bounded() -> None:
    for bomb in ("k: " + "[" * 100_000, "k: " + "{a: " * 100_000, "- " * 5000):
        node, findings = parsed(bomb)
        assert node is None
        assert [finding.code for finding in findings] == ["yaml-depth"]


def test_tags_construct_nothing() -> None:
    _, findings = parsed("a: !!python/object/apply:os.system [x]\nb: !!binary aGk=\nc: !own x\nd: ! 12\n")
    assert [(finding.code, finding.location.line) for finding in findings] == [
        ("yaml-tag", 1),
        ("yaml-tag", 2),
        ("yaml-tag", 3),
    ]


def test_escapes_cannot_write_what_a_file_may_not_hold() -> None:
    _, findings = parsed('a: "x\\0y"\nb: "\\u2028"\nc: "\\t"\n')
    assert [(finding.code, finding.location.line) for finding in findings] == [
        ("control-character", 1),
        ("control-character", 2),
    ]


def test_second_document_and_odd_keys_are_findings() -> None:
    assert [finding.code for finding in parsed("a: 1\n---\nb: 2\n")[1]] == ["yaml-syntax"]
    assert [finding.code for finding in parsed("{a: 1}: b\n[x]: c\n")[1]] == [
        "wrong-type",
        "wrong-type",
        "duplicate-key",
    ]
    assert [finding.code for finding in parsed("- a\n- b\n")[1]] == ["wrong-type"]


def test_an_empty_file_is_an_empty_map() -> None:
    for typed in ("", "# nothing\n", "---\n", "~\n"):
        node, findings = parsed(typed)
        assert node is not None
        assert (node.entries, findings) == ({}, [])


YAML_LIKE = st.lists(st.sampled_from([*"ab:- [ ]{ },&*!|>'\"\\\n\t#?%@`~甲：", "\n  ", ": ", "- ", "---\n"])).map(
    "".join
)


@given(st.one_of(st.text(), YAML_LIKE))
def test_any_text_gives_nodes_or_findings(text: str) -> None:
    node, findings = parsed(text)
    assert node is not None or findings
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 2
    assert all(1 <= finding.location.line <= lines and finding.location.column >= 1 for finding in findings)


def scalars(node: Node) -> list[ScalarNode]:
    match node:
        case ScalarNode():
            return [node]
        case ListNode():
            return [scalar for item in node.items for scalar in scalars(item)]
        case MapNode():
            return [scalar for entry in node.entries.values() for scalar in scalars(entry.value)]


NAMES = st.text(st.sampled_from("abc甲乙丙"), min_size=1, max_size=4)


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4), max_size=5))
def test_plain_scalars_stand_where_their_node_says(content: dict[str, list[str]]) -> None:
    text = "".join(f"{key}:\n" + "".join(f"  - {item}\n" for item in items) for key, items in content.items())
    node, _ = parsed(text)
    assert node is not None
    lines = text.split("\n")
    for scalar in scalars(node):
        at = scalar.location
        assert lines[at.line - 1][at.column - 1 :].startswith(scalar.text)


@pytest.mark.parametrize(
    "typed",
    [
        "a: [\n  - b\n", "a: {b: c,,}\n", "}\n", "%FOO\na: 1\n", "%YAML 2.0\n---\na: 1\n", "a: |0\n  b\n", "a: | b\n",
        "{a: 1} b\n", "%TAG ! x\n---\na: !%zz 1\n", "a: !<x\n", "a: &\n", "'a' b: 1\n", "a:\n\t- b\n",
    ],
)  # fmt: skip
def test_whatever_is_wrong_is_said_in_the_readers_language(typed: str) -> None:
    findings: list[Finding] = []
    parse_yaml(typed, "a.yaml", findings)
    (finding,) = findings
    assert finding.code == "yaml-syntax"
    assert re.search("[一-鿿]", text(finding.says, "zh"))
