"""``bulletin new``: the starter in the language of its user, with the fonts that were asked for."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from bulletin_layout.fonts import builtin_fonts
from bulletin_layout.languages import LANGUAGES, Language
from tests.support.paper import PROJECT

HAN = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    """A new publication in each language."""
    folder = tmp_path_factory.mktemp("papers")
    for language in LANGUAGES:
        assert main(["new", str(folder / language), "--lang", language, "--quiet"]) == 0
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
        assert len(said) == 5
        assert not [comment for comment in said if comment.startswith(("zh:", "en:"))]
        begins = [bool(HAN.match(comment)) for comment in said]
        assert begins == [language == "zh"] * 5


def test_schemas_are_described_in_that_language(papers: dict[Language, Path]) -> None:
    described: dict[Language, str] = {"zh": "报名", "en": "the paper's name (报名)"}
    for language, paper in papers.items():
        schema = json.loads((paper / "schemas/publication.schema.json").read_text("utf-8"))
        assert schema["properties"]["name"]["description"] == described[language]


def test_the_shipped_fonts_are_named_by_their_digest_and_not_copied(papers: dict[Language, Path]) -> None:
    shipped = builtin_fonts()
    assert shipped is not None
    pin = re.findall("[0-9a-f]{64}", (papers["en"] / "fonts/fonts.yaml").read_text("utf-8"))
    assert pin == [sha256((shipped / "fonts.yaml").read_bytes()).hexdigest()]
    assert [path.name for path in (papers["en"] / "fonts").iterdir()] == ["fonts.yaml"]
    starter = PROJECT / "src/bulletin_layout/cli/starter/fonts/fonts.yaml"
    assert pin[0] in starter.read_text("utf-8")


def test_a_copy_of_the_fonts_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "paper"), "--copy-fonts", "--quiet"]) == 0
    copied = {path.name for path in (tmp_path / "paper/fonts/builtin").iterdir()}
    assert {"fonts.yaml", "OFL-noto-serif-sc.txt", "NotoSerifSC-Regular.ttf"} <= copied
    assert not copied & {"__init__.py", "pyproject.toml"}
    assert "extends" in (tmp_path / "paper/fonts/fonts.yaml").read_text("utf-8")


def test_a_folder_of_own_fonts_takes_their_place(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/fonts.yaml").write_text("schema: bulletin/fonts@1\n", encoding="utf-8")
    assert main(["new", str(tmp_path / "paper"), "--fonts", str(tmp_path / "mine"), "--quiet"]) == 0
    assert (tmp_path / "paper/fonts/fonts.yaml").read_text("utf-8") == "schema: bulletin/fonts@1\n"


def test_without_any_fonts_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bulletin_layout.cli.new.builtin_fonts", lambda: None)
    assert main(["new", str(tmp_path / "paper"), "--lang", "en"]) == 2
    assert "install bulletin-layout-fonts" in capsys.readouterr().err
    assert not (tmp_path / "paper").exists()
