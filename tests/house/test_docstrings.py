"""Docstrings and comments: everything public has a docstring, in plain technical English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src" / "bulletin_layout"

#: Coined or inverted phrases, each with what to write in its place. Only those that plain English hardly needs.
COINED = {
    r"None, and reported": "None when …, which is reported",
    r"as if it were (written|there)": "the default, or: is assumed",
    r"\bis said of\b": "the attributes of, or: the description of",
    r"\bsays? nothing of\b": "does not set",
    r"\bwhoever \w+ (it|them) says\b": "name the caller",
    r"\bunheard\b": "unknown, or: not reported",
    r"\bis no (story|text|picture|slot)'s\b": "does not belong to a",
    r"\bof the house's own\b": "of the publication",
    r"\bknows? nothing of\b": "is independent of",
    r"\bSaidValueError if it is none\b": "Raises SaidValueError when …",
    r"\bonly its door\b": "only the adapter",
    r"\bevery room reports\b": "each slot reports",
    r"\bhow grave\b": "the severity",
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(path for path in SOURCES.rglob("*.py") if "starter" not in path.parts)


def is_stub(node: ast.FunctionDef) -> bool:
    """Phrases, findings and members of protocols, whose body is ``...``: their decorator or class describes them."""
    body = node.body[-1]
    return isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant) and body.value.value is ...


def public(node: ast.Module | ast.ClassDef, within: str = "") -> Iterator[tuple[str, ast.ClassDef | ast.FunctionDef]]:
    for each in node.body:
        if isinstance(each, ast.ClassDef | ast.FunctionDef) and not each.name.startswith("_"):
            yield f"{within}{each.name}", each
        if isinstance(each, ast.ClassDef) and not each.name.startswith("_"):
            yield from public(each, f"{within}{each.name}.")


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_everything_public_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    bare = [
        name
        for name, node in public(tree)
        if ast.get_docstring(node) is None and not (isinstance(node, ast.FunctionDef) and is_stub(node))
    ]
    assert ast.get_docstring(tree)
    assert bare == []


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """Docstrings and comments with their first line; a phrase may run over the end of a line."""
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (said := ast.get_docstring(node)):
            yield node.body[0].lineno, " ".join(said.split())
    for match in re.finditer(r"(?:^[ \t]*#.*\n)+|#.*", text, re.MULTILINE):
        yield text.count("\n", 0, match.start()) + 1, " ".join(re.sub(r"^[ \t]*#:?", "", match[0], flags=re.M).split())


def test_no_coined_phrase_comes_back() -> None:
    found = [
        f"{path.relative_to(SOURCES)}:{line}: {match[0]!r}: write {instead!r}"
        for path in modules()
        for line, text in prose(path)
        for coined, instead in COINED.items()
        if (match := re.search(coined, text))
    ]
    assert found == []
