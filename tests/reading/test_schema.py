"""The tables of keys: what is written from them, and one form of each value for reader and schema."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import both, text
from bulletin_layout.issue import PhotoSpec, Slot, Style
from bulletin_layout.reading.schema.binding import field_values, key, shape
from bulletin_layout.reading.schema.check import Record, Where, read_record
from bulletin_layout.reading.schema.file_kinds import KINDS, FileKind, default_of
from bulletin_layout.reading.schema.json_schema import json_schema, schema_of
from bulletin_layout.reading.schema.kinds import (
    Either,
    Flag,
    Form,
    Key,
    Kind,
    ListOf,
    Named,
    Number,
    Shape,
    Text,
    Whole,
)
from bulletin_layout.reading.schema.layout_keys import LAYOUT
from bulletin_layout.reading.schema.reference import documents
from bulletin_layout.reading.sources.nodes import MapEntry, MapNode, Node, ScalarNode
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from tests.support.said import message
from tests.support.schemas import as_json, validator

ROOT: Final = Path(__file__).parents[2]
TABLES: Final = ROOT / "src/bulletin_layout/reading/schema"


def test_what_is_written_from_the_tables_is_up_to_date() -> None:
    written = documents()
    assert {"docs/reference.md", "docs/reference.zh.md"} < written.keys()
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {f"{kind}.schema.json" for kind in KINDS}
    stale = [name for name, text in written.items() if (ROOT / name).read_text("utf-8") != text]
    assert not stale, "say: make reference"


def docs_in(file: Path) -> Iterator[tuple[int, list[str]]]:
    """The line and the words of each ``both(…)`` in a file of tables."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "both":
            yield node.lineno, [ast.unparse(words).strip("f'\"") for words in node.args]


def test_all_words_of_the_tables_are_in_both_languages() -> None:
    """What is not translated is a name or a form, the same in both."""
    found = [(file.name, *doc) for file in TABLES.glob("*.py") for doc in docs_in(file)]
    assert len(found) > 200
    lacking = [
        doc for doc in found if len(doc[2]) != 2 or (doc[2][0] != doc[2][1] and not re.search("[一-鿿、（]", doc[2][1]))
    ]
    assert not lacking


def without_words(schema: Any) -> Any:
    """A schema without what is said in it."""
    if isinstance(schema, dict):
        said = {"title", "description", "patternErrorMessage"}
        properties = {name: without_words(one) for name, one in schema.get("properties", {}).items()}
        rest = {name: without_words(one) for name, one in schema.items() if name not in said | {"properties"}}
        return {**rest, "properties": properties}
    return [without_words(one) for one in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_say_the_same_in_both_languages(kind: FileKind) -> None:
    chinese, english = json_schema(kind, "zh"), json_schema(kind, "en")
    assert without_words(chinese) == without_words(english)
    assert not re.search('"(description|title|patternErrorMessage)": "[^"]*[a-z]+ [a-z]+ [a-z]+', json.dumps(chinese))


def keys_of(shape: Shape, path: str = "") -> Iterator[tuple[str, Key]]:
    """Every key of a table, with its path."""
    for name, one in shape.keys.items():
        yield f"{path}{name}", one
        yield from within(one.kind, f"{path}{name}.")


def within(kind: Kind | None, path: str) -> Iterator[tuple[str, Key]]:
    match kind:
        case Shape():
            yield from keys_of(kind, path)
        case Named() | ListOf():
            yield from within(kind.item, path)
        case Either():
            for part in (kind.mapping, kind.sequence):
                yield from within(part, path)


EVERY_KEY: Final = [(f"{name}:{path}", one) for name, kind in KINDS.items() for path, one in keys_of(kind.shape)]


def read(one: Key, node: Node) -> tuple[Record, list[Finding]]:
    """A key alone, read."""
    found: list[Finding] = []
    place = node.location
    return read_record(MapNode(place, {"k": MapEntry(place, node)}), Shape({"k": one}), Where(), found), found


def node_of(value: Any) -> Node:
    """A value as YAML has it that writes it down."""
    node = parse_yaml(f"k: {json.dumps(value, ensure_ascii=False)}", "x", [])  # JSON is YAML
    assert node is not None
    return node.entries["k"].value


@pytest.mark.parametrize(("path", "one"), EVERY_KEY, ids=[path for path, _ in EVERY_KEY])
def test_what_the_schema_says_of_a_key_is_so(path: str, one: Key) -> None:
    """Its default and examples are taken by the reader and by the schema."""
    schema = schema_of(Shape({"k": one}))["properties"]["k"]
    assert schema["description"].startswith(text(one.doc, "en"))
    default = default_of(one)
    assert schema.get("default") == default
    for value in (*one.examples, *(() if default is None else (default,))):
        node = node_of(value)
        record, found = read(one, node)
        assert not found, value
        assert "k" in record.items
        assert not list(validator_of(one).iter_errors({"k": as_json(node)})), value


def validator_of(one: Key) -> Draft7Validator:
    """The validator of a key alone."""
    return Draft7Validator(schema_of(Shape({"k": one})))


SCALARS: Final = {
    repr(kind): kind
    for _, one in EVERY_KEY
    for kind in (one.kind, *([one.kind.scalar] if isinstance(one.kind, Either) else ()))
    if isinstance(kind, Form | Whole | Number | Flag) or kind == Text()
}
#: What the reader says of an amount; a pattern sees digits.
AMOUNTS: Final = re.compile(
    ".*(too (small|large|far)|not a ratio|not a gap|not a date|last must not lie"
    r"|must reach|bends by|goes to|steps down|from \S+ to|64 digits).*",
    re.DOTALL,
)
WORDS: Final = (
    "小五", "二号", "all", "none", "true", "false", "0", "1", "-1", "1e3", ".5", "5.", "1/8", "3:2", "3：2", "2z", "3l",
    "1-4", "5-", "0-3", "007", "24cm", "2号", "−1行", "±2行",
)  # fmt: skip
WRITTEN: Final = st.one_of(
    st.sampled_from(WORDS),
    st.from_regex(r"[+-]?[0-9]{1,5}(\.[0-9]{1,2})?( ?(字|行|mm|pt|em|%|z|l|cm))?", fullmatch=True),
    st.text("0123456789.+-/: eE字行mpt%al", min_size=1, max_size=6),
)


@pytest.mark.parametrize("kind", SCALARS.values(), ids=lambda kind: repr(kind)[:40])
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_forms_are_one_for_schema_and_reader(kind: Kind, data: st.DataObject) -> None:
    """Whatever is written, in quotation marks or without: what the reader takes, the schema takes; what only the
    reader refuses is an amount."""
    pattern = getattr(kind, "pattern", "")
    texts = st.one_of(WRITTEN, st.from_regex(f"(?:{pattern})", fullmatch=True)) if pattern else WRITTEN
    text = data.draw(texts)
    quoted = data.draw(st.booleans())
    written = "k: '" + text.replace("'", "''") + "'" if quoted else f"k: {text}"
    node = parse_yaml(written, "x", found := list[Finding]())
    if node is None or found or not isinstance(node.entries["k"].value, ScalarNode):
        return
    one = Key(kind, both("a key", "键"))
    _, refused = read(one, node.entries["k"].value)
    by_schema = list(validator_of(one).iter_errors(as_json(node)))
    if not refused:
        assert not by_schema
    elif not by_schema and not is_rewritten(as_json(node)["k"], text.strip()):
        assert AMOUNTS.match(message(refused[0])), message(refused[0])


def is_rewritten(value: Any, text: str) -> bool:
    """A number that JSON writes in another way: the reader sees 5., +5 and 0x5, and a schema 5."""
    return isinstance(value, int | float) and f"{value:g}" != text


def test_a_key_is_bound_to_a_field() -> None:
    """The field says what may stand there, and what stands when nothing is said."""
    rows = key(both("rows", "行"), Whole(1, 9), field="rows")
    table = shape(PhotoSpec, {"wrap": key(both("how text meets it", "怎样绕")), "height": rows})
    wrap = table.keys["wrap"]
    assert (wrap.field, wrap.default) == ("wrap", "block")
    assert schema_of(table)["properties"]["wrap"] == {
        "description": "how text meets it", "enum": ["block", "around", None], "default": "block",
    }  # fmt: skip
    node = parse_yaml("{wrap: around, height: 3}", "x", [])
    assert node is not None
    assert field_values(read_record(node, table, Where(), []), table) == {"wrap": "around", "rows": 3}


def test_a_slip_in_a_table_is_found_when_it_is_made() -> None:
    with pytest.raises(TypeError, match='"wrpa" is bound to no field'):
        shape(PhotoSpec, {"wrpa": key(both("how text meets it", "怎样绕"))})
    with pytest.raises(TypeError, match='"width" nor its field says what may stand there'):
        shape(PhotoSpec, {"width": key(both("how wide", "多宽"))})


def test_every_field_that_a_file_decides_has_a_key() -> None:
    """Of the values whose keys are all bound; the fields left are made by reading."""
    styles = {one.field for _, one in keys_of(Shape({"s": LAYOUT.keys["styles"]}))}
    assert {*Style.__dataclass_fields__} - styles == {"name", "rise", "keep", "spare"}
    slots = {one.field for path, one in keys_of(Shape({"s": LAYOUT.keys["slots"]})) if path.count(".") == 1}
    by_hand = {"name", "location", "boxes", "styles", "text", "photos", "give", "jump"}
    assert {*Slot.__dataclass_fields__} - slots == by_hand


def test_a_layout_need_not_repeat_what_it_inherits() -> None:
    assert "required" not in json_schema("layout")
    assert json_schema("issue")["required"] == ["schema", "issue", "pages"]


def test_schemas_name_themselves() -> None:
    for kind in KINDS:
        schema = json_schema(kind)
        assert (schema["$id"], schema["additionalProperties"]) == (f"urn:bulletin-layout:{kind}@1", False)
        assert validator(kind).schema == schema
