"""The catalogue is whole: both languages say the same, every sentence is used, and used in one place."""

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter
from types import ModuleType

import pytest

from bulletin_layout.findings import catalogue as package
from bulletin_layout.findings.catalogue import AREAS, catalogue
from bulletin_layout.findings.entries import Both, Entry
from bulletin_layout.findings.phrases import PhraseForm

SOURCE = Path(__file__).resolve().parents[2] / "src" / "bulletin_layout"
#: Modules that declare entries or phrases.
DECLARING = (
    *(f"bulletin_layout.findings.catalogue.{area}" for area in AREAS),
    "bulletin_layout.findings.nearest",
    "bulletin_layout.findings.settled",
    "bulletin_layout.preflight.report_words",
    "bulletin_layout.cli.words",
    "bulletin_layout.cli.archive_words",
)
#: Sentences that are used in more than one place, and why.
SEVERAL = {
    "products.no_page": "pages are named by number to suggest and to build --pages",
    "idle.not_applied": "layouts, styles and stories each know what does nothing in them",
    "words.confusable": "the program has a list of mistaken words, and so has the house",
}
#: Words of the trade that English sentences keep in Chinese.
TERMS = re.compile("可变字体|印前检查|标题落底|孤行|孤字|小五|字|行")
HAN = re.compile(r"[\u4e00-\u9fff]")


def declared() -> Iterator[tuple[ModuleType, str, Entry[...] | PhraseForm[...]]]:
    for name in DECLARING:
        module = import_module(name)
        for attribute, value in vars(module).items():
            if isinstance(value, Entry | PhraseForm) and f"def {attribute}(" in inspect.getsource(module):
                yield module, attribute, value


def names(form: str) -> set[str]:
    return {name.split(".")[0] for _, name, _, _ in Formatter().parse(form) if name is not None}


def test_every_area_is_part_of_the_catalogue() -> None:
    assert {module.name for module in iter_modules(package.__path__)} == set(AREAS)


@pytest.mark.parametrize(("attribute", "value"), [(attribute, value) for _, attribute, value in declared()])
def test_both_languages_have_the_fields_that_are_declared(attribute: str, value: Entry[...] | PhraseForm[...]) -> None:
    counted = {"count"} if value.one else set()  # it may do no more than choose the English for one
    assert names(value.zh) | counted == names(value.en) | counted == set(value.names)
    assert names(value.one) in (set(), set(value.names), set(value.names) - {"count"})
    assert not value.one or "count" in value.names
    assert value.zh
    assert value.en
    assert not HAN.search(TERMS.sub("", value.en))


def said(both: str | Both) -> Both:
    return (both, both) if isinstance(both, str) else both


@pytest.mark.parametrize("code", catalogue())
def test_every_code_says_what_it_means_and_how_to_mend_it(code: str) -> None:
    about = catalogue()[code].about
    assert about is not None
    for zh, en in (about.meaning, about.mend):
        assert zh.endswith("。")
        assert en.endswith(".")
        assert HAN.search(zh)
    assert all(said(about.example))
    severities = {each.severity for each in (catalogue()[code], *catalogue()[code].wordings)}
    assert not about.fixed or "error" in severities


def test_codes_are_words_with_hyphens() -> None:
    assert [code for code in catalogue() if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []


def uses(tree: ast.AST) -> Iterator[str]:
    """``module.name`` of every name of the catalogue that a file uses, however it imports it."""
    modules: dict[str, str] = {}
    direct: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "bulletin_layout.findings.catalogue":
            modules |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bulletin_layout.findings.catalogue."):
            area = (node.module or "").rpartition(".")[2]
            direct |= {alias.asname or alias.name: f"{area}.{alias.name}" for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield f"{modules[node.value.id]}.{node.attr}"
        elif isinstance(node, ast.Name) and node.id in direct:
            yield direct[node.id]


def named(tree: ast.AST, areas: Mapping[str, str]) -> Iterator[str]:
    """``module.name`` of every name that a file of the manuscript checks writes as a text: they find the catalogue only
    when something is wrong."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in areas:
            yield f"{areas[node.value]}.{node.value}"


def test_every_sentence_is_used_in_one_place() -> None:
    found = Counter[str]()
    areas = {attribute: module.__name__.rpartition(".")[2] for module, attribute, _ in declared()}
    for path in sorted(SOURCE.rglob("*.py")):
        if path.parent.name != "catalogue":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found.update(uses(tree))
            found.update(named(tree, areas) if path.parent.name == "proofreading" else ())
    sentences = {
        f"{module.__name__.rpartition('.')[2]}.{attribute}"
        for module, attribute, value in declared()
        if isinstance(value, Entry)
    }
    assert {name: found[name] for name in sentences if found[name] != 1 and name not in SEVERAL} == {}
    assert sorted(set(SEVERAL) - {name for name in sentences if found[name] > 1}) == []
