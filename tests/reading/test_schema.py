"""The tables of keys as others read them."""

from pathlib import Path
from typing import Any

from bulletin_layout.reading.schema.json_schema import SHAPES, json_schema, reference

REFERENCE = Path(__file__).parents[2] / "docs" / "reference.md"


def test_the_written_reference_is_what_the_reader_checks() -> None:
    assert REFERENCE.read_text("utf-8") == reference()


def keys_of(schema: Any) -> set[str]:
    """Every key that a JSON Schema names."""
    if isinstance(schema, dict):
        inner = {key for part in schema.values() for key in keys_of(part)}
        return inner | set(schema.get("properties", {}))
    if isinstance(schema, list):
        return {key for part in schema for key in keys_of(part)}
    return set()


def test_json_schema_names_every_key() -> None:
    assert {"slots", "box", "cols", "join_last_line", "air_before", "rule_kind", "spot"} <= keys_of(
        json_schema("layout")
    )
    assert {"put", "set", "date", "total"} <= keys_of(json_schema("issue"))
    for kind, shape in SHAPES.items():
        schema = json_schema(kind)
        assert set(schema["properties"]) == set(shape.keys)
        assert schema["additionalProperties"] is False


def test_a_layout_need_not_repeat_what_it_inherits() -> None:
    assert json_schema("layout")["required"] == ["schema"]
    assert json_schema("issue")["required"] == ["schema", "issue", "pages"]
