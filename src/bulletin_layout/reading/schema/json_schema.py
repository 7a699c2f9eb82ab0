"""Writes the tables of keys as JSON Schema, for editors that complete and check YAML.

Draft 7, which all such editors support. Each node has a single schema with a list of types instead of ``anyOf``: a
validator then points at the actual mistake, however deep, and does not list everything that would have been possible
further up.
"""

import json
import re
from typing import Any, assert_never

from bulletin_layout.findings.phrases import Phrase, phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.reading.schema.file_kinds import KINDS, FileKind, default_of
from bulletin_layout.reading.schema.kinds import (
    Anything,
    Choice,
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
    Words,
    what,
)
from bulletin_layout.reading.schema.units import FRACTION

Schema = dict[str, Any]


def json_schema(kind: FileKind, language: Language = "en") -> Schema:
    """The JSON Schema of a kind of file, with descriptions in a language.

    No key of a layout is required: it may come from the layout that it extends, or from those that extend it.
    """
    about = KINDS[kind]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:bulletin-layout:{kind}@{about.version}",
        "title": text(about.title, language),
        **schema_of(about.shape, language, whole=about.whole),
    }


def schema_of(shape: Shape, language: Language = "en", *, whole: bool = True) -> Schema:
    """The schema of a table of keys. ``whole``: required keys must be present in the map itself."""
    return _Writer(language, whole).shape(shape)


def schema_text(kind: FileKind, language: Language = "en") -> str:
    """The JSON Schema of a kind of file as the text of its file."""
    return json.dumps(json_schema(kind, language), ensure_ascii=False, indent=2)


class _Writer:
    """Writes the schemas of one kind of file."""

    def __init__(self, language: Language, whole: bool) -> None:
        self._language = language
        self._whole = whole

    def shape(self, shape: Shape) -> Schema:
        schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: self._key(key) for name, key in shape.keys.items()},
        }
        required = [name for name, key in shape.keys.items() if key.required and self._whole]
        return {**schema, "required": required} if required else schema

    def _key(self, key: Key) -> Schema:
        """The schema of a key. An optional key may be null, which means the same as leaving it out."""
        schema = self._kind(key.kind)
        schema = _filled(schema) if key.required and self._whole else _or_null(schema)
        described = text(key.doc, self._language)
        if key.instead:
            described += text(_unless_written(key.instead), self._language)
        default = default_of(key)
        return {
            "description": described,
            **schema,
            **({} if default is None else {"default": default}),
            **({"examples": list(key.examples)} if key.examples else {}),
        }

    def _kind(self, kind: Kind) -> Schema:
        schema: Schema = {}
        match kind:
            case ListOf():
                schema = {"type": ["array"], "items": self._kind(kind.item)}
                if kind.length is not None:
                    schema |= {"minItems": kind.length, "maxItems": kind.length}
            case Named():
                item = _or_null(self._kind(kind.item))
                schema = {"type": ["object"], "additionalProperties": False if kind.names else item}
                if kind.names:
                    schema["properties"] = dict.fromkeys(kind.names, item)
            case Shape():
                schema = {**self.shape(kind), "type": ["object"]}
            case Either():
                schema = self._either(kind)
            case Text() | Words() | Flag() | Whole() | Number() | Choice() | Form():
                schema = self._scalar(kind)
            case Anything():
                pass
            case _:
                assert_never(kind)
        return schema

    def _either(self, kind: Either) -> Schema:
        """The schema for a scalar, map or list. Constraints for maps and lists do not apply to other types, so only
        the scalar's need to be guarded."""
        parts = [self._kind(part) for part in (kind.mapping, kind.sequence, kind.scalar) if part is not None]
        types = [one for part in parts for one in part.get("type", ["string"])]
        schema: Schema = {}
        for part in parts:
            # An enum at this level would refuse maps and lists, so it is limited to strings.
            if "enum" in part:
                schema |= {"if": {"type": "string"}, "then": {"enum": part["enum"]}, "examples": part["enum"]}
            else:
                schema |= part
        return {**schema, "type": types}

    def _scalar(self, kind: Text | Words | Flag | Whole | Number | Choice | Form) -> Schema:
        match kind:
            case Text():
                some = {"pattern": f"^(?:{kind.pattern})$"} if kind.pattern else {}
                return {"type": ["string", "number", "boolean"], **some}
            case Words():
                return {"type": ["string", "number", "boolean"]}
            case Flag():
                return {"type": ["boolean"]}
            case Choice():
                return {"enum": [*kind.options, *kind.aliases]}
            case Whole():
                pattern, types = _whole_pattern(kind), ["integer", "string"]
            case Number():
                pattern, types = FRACTION, ["number", "string"]
            case Form():
                pattern, types = kind.pattern, _types(kind)
            case _:
                assert_never(kind)
        # ``minimum`` applies to numbers only; the pattern covers numbers written with a unit.
        bounds = {"minimum": kind.least, "maximum": kind.most} if len(types) > 1 else {}
        return {
            "type": types,
            "pattern": rf"^\s*(?:{pattern})\s*$",
            # for language servers, which would show the bare pattern otherwise
            "patternErrorMessage": text(_must(what(kind)), self._language),
            **{name: bound for name, bound in bounds.items() if bound is not None},
        }


@phrase(zh="（不写时：{what}）", en=" (default: {what})")
def _unless_written(what: Phrase) -> Phrase: ...


@phrase(zh="要写成：{what}", en="must be {what}")
def _must(what: Phrase) -> Phrase: ...


def _or_null(schema: Schema) -> Schema:
    """The schema, extended to accept null."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "type": [*schema["type"], "null"]} if schema else schema


def _filled(schema: Schema) -> Schema:
    """The schema of a required key, which must not be empty: at least one character, item or name."""
    types = schema.get("type", ())
    if "string" in types and "pattern" not in schema and "if" not in schema:
        schema = {**schema, "pattern": r"\S"}
    if "array" in types and "minItems" not in schema:
        schema = {**schema, "minItems": 1}
    return {**schema, "minProperties": 1} if schema.get("additionalProperties") else schema


def _types(form: Form) -> list[str]:
    """The types that YAML may give to a text that a form accepts: strings, but also numbers or true."""
    takes = re.compile(form.pattern).fullmatch
    types = ["string"]
    if any(takes(number) for number in ("0", "1", f"{form.least or 0:g}", "0" * 64)):  # the last: a SHA-256
        types.append("number" if takes("0.5") else "integer")
    return [*types, "boolean"] if takes("true") else types


def _whole_pattern(kind: Whole) -> str:
    """A pattern for a whole number up to the kind's maximum, in digits, with the optional unit behind it."""
    digits = str(kind.most)
    forms = [f"[0-9]{{1,{len(digits) - 1}}}"] if len(digits) > 1 else []
    for place, digit in enumerate(digits):
        if digit != "0":
            rest = len(digits) - place - 1
            forms.append(f"{digits[:place]}[0-{int(digit) - 1}]" + (f"[0-9]{{{rest}}}" if rest else ""))
    number = f"0*(?:{'|'.join((*forms, digits))})"
    some = "(?!0+(?![0-9]))" if kind.least else ""
    return some + number + (rf"\s*(?:{kind.unit})?" if kind.unit else "")
