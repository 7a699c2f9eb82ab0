"""``bulletin new``: the starter in the language of its user."""

import json
import re
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from bulletin_layout.languages import LANGUAGES, Language

HAN = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    """A new publication in each language."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "fonts").mkdir()
    (folder / "fonts" / "fonts.yaml").write_text("schema: bulletin/fonts@1\n", encoding="utf-8")
    for language in LANGUAGES:
        arguments = ["new", str(folder / language), "--fonts", str(folder / "fonts"), "--lang", language, "--quiet"]
        assert main(arguments) == 0
    return {language: folder / language for language in LANGUAGES}


def files(paper: Path, kind: str) -> dict[str, str]:
    return {str(path.relative_to(paper)): path.read_text("utf-8") for path in sorted(paper.rglob(kind))}


def comments(text: str) -> list[str]:
    return re.findall(r"^ *# (?!yaml-language-server)(.*)", text, re.MULTILINE)


def test_only_the_comments_differ(papers: dict[Language, Path]) -> None:
    chinese, english = files(papers["zh"], "*.yaml"), files(papers["en"], "*.yaml")
    for name, text in english.items():
        assert re.sub(r"^ *# .*$", "#", chinese[name], flags=re.M) == re.sub(r"^ *# .*$", "#", text, flags=re.M)
    assert chinese.keys() == english.keys()
    assert files(papers["zh"], "*.md") == files(papers["en"], "*.md")


def test_comments_are_in_the_language_asked_for(papers: dict[Language, Path]) -> None:
    for language, paper in papers.items():
        said = [comment for text in files(paper, "*.yaml").values() for comment in comments(text)]
        assert len(said) == 3
        assert not [comment for comment in said if comment.startswith(("zh:", "en:"))]
        begins = [bool(HAN.match(comment)) for comment in said]
        assert begins == [language == "zh"] * 3


def test_schemas_are_described_in_that_language(papers: dict[Language, Path]) -> None:
    described: dict[Language, str] = {"zh": "报名", "en": "the paper's name (报名)"}
    for language, paper in papers.items():
        schema = json.loads((paper / "schemas/publication.schema.json").read_text("utf-8"))
        assert schema["properties"]["name"]["description"] == described[language]
