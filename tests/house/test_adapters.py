"""Each third-party library has one door: a single module imports it, and the rest of the program uses our own types."""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"

#: ReportLab has two faces: the renderer draws on its canvas, and the flowables join its platypus.
OF_ITS_OWN = {"reportlab.platypus"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names of every module that a file imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def library(module: str) -> str:
    """The library that a module belongs to; "" for the standard library and for our own."""
    top = module.split(".", maxsplit=1)[0]
    if top in sys.stdlib_module_names or top == "bulletin_layout":
        return ""
    return next((name for name in OF_ITS_OWN if (module + ".").startswith(name + ".")), top)


def test_every_library_is_imported_by_one_module_only() -> None:
    doors: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted((SOURCE / "bulletin_layout").rglob("*.py")):
        for module in imported(ast.parse(path.read_text(encoding="utf-8"))):
            if name := library(module):
                doors[name].add(str(path.relative_to(SOURCE)))
    assert doors
    assert {name: modules for name, modules in doors.items() if len(modules) > 1} == {}
