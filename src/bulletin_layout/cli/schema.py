"""``bulletin schema``: what a YAML editor needs to complete and check the files of a publication."""

import json

from bulletin_layout.reading.schema.json_schema import FileKind, json_schema


def print_schema(kind: FileKind) -> int:
    """Print the JSON Schema of a kind of file; the exit code."""
    print(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))
    return 0
