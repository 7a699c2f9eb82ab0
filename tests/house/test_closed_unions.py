"""A ``match`` over a closed union names every member, so that mypy names the places which a new member touches."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).resolve().parents[2] / "src" / "bulletin_layout"

#: What is matched there has no end of members, or is no union of ours: file, function, reason.
OPEN: Final = {
    ("cli/command.py", "_run"): "a command as argparse gives it, which has refused all others",
    ("live/editing.py", "_edit"): "kinds of edits as a browser asks for them",
    ("manuscripts/document.py", "read"): "elements of a Word file",
    ("manuscripts/drawings.py", "_drawn"): "elements of a Word file",
    ("manuscripts/equations.py", "_runs"): "elements of a Word file",
    ("manuscripts/runs.py", "take"): "elements of a Word file",
    ("manuscripts/runs.py", "_in_run"): "elements of a Word file",
    ("manuscripts/styles.py", "_valued"): "elements of a Word file",
    ("pdfs/pikepdf_adapter.py", "_found"): "objects of pikepdf",
    ("preflight/colours.py", "colour_space"): "what a PDF file has for a colour space",
    ("reading/schema/check.py", "_value"): "two values at once: what does not go together is a finding",
    ("reading/sources/yaml_adapter.py", "build"): "events of PyYAML",
    ("reading/story/spans.py", "take"): "tokens of markdown-it",
    ("reading/story/prose.py", "_close"): "words as the author wrote them",
}


def matches(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.Match]]:
    """Every ``match`` of a file with the name of the function that it stands in."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Match):
            yield function, child
        yield from matches(child, child.name if isinstance(child, ast.FunctionDef) else function)


def is_closed(match: ast.Match) -> bool:
    """Whether it ends in ``case _: assert_never(…)`` and no other case takes what it does not name."""
    *named, last = match.cases
    wild = [case for case in named if isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None]
    return not wild and ast.unparse(last).startswith("case _:\n    assert_never(")


def open_matches(source: str) -> list[str]:
    """The functions of a file whose ``match`` is not closed."""
    return [function for function, match in matches(ast.parse(source)) if not is_closed(match)]


def test_a_match_names_every_member_or_is_known_to_be_open() -> None:
    found = {
        (path.relative_to(SOURCE).as_posix(), function)
        for path in sorted(SOURCE.rglob("*.py"))
        for function in open_matches(path.read_text(encoding="utf-8"))
    }
    assert found == set(OPEN)


def test_what_is_not_closed() -> None:
    closed = "def f(x):\n match x:\n  case A():\n   pass\n  case _:\n   assert_never(x)\n"
    assert not open_matches(closed)
    assert open_matches(closed.replace("  case _:\n   assert_never(x)\n", "")) == ["f"]
    assert open_matches(closed.replace("assert_never(x)", "pass")) == ["f"]
    assert open_matches(closed.replace("case A()", "case _ if x")) == ["f"]
    assert open_matches(closed.replace("case A()", "case other if x")) == ["f"]
    assert open_matches(closed.replace("case _:", "case _ if x:")) == ["f"]
