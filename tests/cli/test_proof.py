"""``bulletin proof`` as it is called: what it prints, and its exit codes."""

import json
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from tests.support.paper import start_paper


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper")


def edit(issue: Path) -> None:
    story = issue / "first-story.md"
    story.write_text(story.read_text("utf-8").replace("心里有数", "心里明白"), encoding="utf-8")


def test_what_changed_is_printed_with_its_place(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(issue), "--round", "1", "--lang", "zh"]) == 0
    edit(issue)
    capsys.readouterr()
    assert main(["proof", str(issue), "--round", "2", "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "1 版 lead" in said
    assert "改  有数→明白" in said
    assert "二校（对一校）: 1 处（文字 1）、未动 1 稿" in said
    assert "001-proof-2.pdf" in said


def test_the_same_as_json(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["proof", str(issue), "--round", "1", "-q"])
    edit(issue)
    capsys.readouterr()
    assert main(["proof", str(issue), "--round", "2", "--format", "json", "--date", "2026-01-05"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["schema"], said["exit"], said["round"], said["since"]) == ("bulletin/proof@1", 0, 2, 1)
    assert said["date"] == "2026-01-05"
    assert [(each["old"], each["new"], each["now"]["slot"]) for each in said["changes"]] == [("有数", "明白", "lead")]


def test_a_page_that_is_refused_is_exit_code_1(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(issue), "--press", "-q", "--lang", "en"]) == 1
    assert "error[not-clean]: there is no clean proof yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--round", "0"],
        ["--round", "一"],
        ["--round", "91"],
        ["--round", "1", "--clean"],
        ["--clean", "--press"],
        ["--round", "1", "--date", "2026-13-01"],
        ["--round", "1", "--date", "昨天"],
    ],
)
def test_what_cannot_be_meant_is_refused(issue: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["proof", str(issue), *wrong])
    assert stopped.value.code == 2
    assert not (issue / "proofs").exists()


def test_an_issue_that_is_not_there(tmp_path: Path) -> None:
    assert main(["proof", str(tmp_path / "none"), "--round", "1", "-q"]) == 2
