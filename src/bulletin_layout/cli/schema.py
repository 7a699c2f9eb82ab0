"""``bulletin schema``: JSON Schemas, with which a YAML editor completes and checks the files of a publication."""

import sys
from pathlib import Path
from typing import Final

from bulletin_layout.cli import words
from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.system import reason_of
from bulletin_layout.languages import Language
from bulletin_layout.reading.schema.file_kinds import FileKind
from bulletin_layout.reading.schema.json_schema import schema_text
from bulletin_layout.reading.schema.reference import schema_files

#: The folder of a publication to which the first line of its files refers: ``# yaml-language-server: $schema=…``.
FOLDER: Final = "schemas"


def print_schema(kind: FileKind, language: Language) -> int:
    """Print the JSON Schema of a kind of file, with descriptions in one language; returns the exit code."""
    print(schema_text(kind, language))
    return 0


def save_schemas(folder: Path, language: Language) -> int:
    """Write the JSON Schemas of all kinds of files to a folder; returns the exit code."""
    try:
        write_schemas(folder, language)
    except OSError as problem:
        said = words.schema_failed(str(problem.filename or folder), reason_of(problem))
        print(text(said, language), file=sys.stderr)
        return 2
    return 0


def write_schemas(folder: Path, language: Language) -> None:
    """Write the JSON Schemas of all kinds of files to a folder. OSError: it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schema_files(language).items():
        (folder / name).write_text(schema, encoding="utf-8", newline="\n")
