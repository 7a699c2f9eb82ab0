"""``bulletin import``: what it prints, and its exit codes."""

import json
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from tests.manuscripts.word_files import TEXT, docx, p


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "content/1").mkdir(parents=True)
    (tmp_path / "bulletin.yaml").touch()
    (tmp_path / "in").mkdir()
    return tmp_path


def run(paper: Path, *more: str) -> int:
    return main(["import", str(paper / "in"), "--to", str(paper / "content/1"), "--lang", "en", *more])


def test_a_folder_of_manuscripts(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paper / "in/秋播.docx").write_bytes(docx(p("秋播开始", '<w:jc w:val="center"/>') + p(TEXT)))
    assert run(paper) == 0
    assert f'秋播.docx → {paper.as_posix()}/content/1/秋播.md (headline "秋播开始")\n' in capsys.readouterr().out
    (paper / "in/坏.docx").write_bytes(b"%PDF")
    assert run(paper) == 1
    said = capsys.readouterr().out
    assert "坏.docx:1:1: error[manuscript-format]: this is a PDF" in said
    assert said.endswith("秋播.md is so already\n1 imported, 1 not\n")


def test_nothing_to_import(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(paper) == 2
    assert capsys.readouterr().out.count("error[not-a-manuscript]") == 1
    assert main(["import", "x.docx", "--to", str(paper / "none"), "--lang", "en"]) == 2
    assert capsys.readouterr().out.count("error[no-issue]") == 1
    assert main(["import", str(paper / "x.docx"), "--to", str(paper / "content/1"), "--lang", "en"]) == 2
    assert "error[missing-file]" in capsys.readouterr().out


def test_json(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paper / "in/秋播.docx").write_bytes(docx(p("秋播开始", '<w:jc w:val="center"/>') + p(TEXT)))
    assert run(paper, "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    (one,) = said["manuscripts"]
    assert (said["schema"], one["outcome"], one["roles"][0]["role"]) == ("bulletin/imported@1", "written", "headline")
