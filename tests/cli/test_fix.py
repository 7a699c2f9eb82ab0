"""check --fix as an editor runs it: the difference, what is written, and what is never touched."""

import json
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from bulletin_layout.findings import Fix, Location
from bulletin_layout.pipeline import fixing
from bulletin_layout.pipeline.fixing import mended_files, with_fixes, write_mended
from tests.support.paper import start_paper

STORY = """---
headline: 春耕--准备好了   # 题目
byline: "（本站）"
---
<!-- 批注：数字待核,不改 -->
春分一到,大家就下地。。组长说：“"三块地"先翻、后播。”

以此做为起点，一连串的[说明,见此](https://example.org/a,b)也写好了 。

> 他写道,秋天再来。
"""
MENDED = """---
headline: 春耕——准备好了   # 题目
byline: "（本站）"
---
<!-- 批注：数字待核,不改 -->
春分一到，大家就下地。组长说：“"三块地"先翻、后播。”

以此作为起点，一连串的[说明,见此](https://example.org/a,b)也写好了。

> 他写道,秋天再来。
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story of the starter with slips."""
    issue = start_paper(tmp_path / "paper")
    path = issue / "first-story.md"
    path.write_text(STORY.replace('"三块地"', "三块地"), encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    return path


def run(story: Path, *options: str) -> int:
    return main(["check", str(story.parent), "--fix", "--lang", "en", *options])


def test_the_difference_is_shown_and_nothing_written(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = story.read_bytes()
    assert run(story) == 1
    shown = capsys.readouterr().out
    assert "-春分一到,大家就下地。。组长说" in shown
    assert "+春分一到，大家就下地。组长说" in shown
    assert "@@" in shown
    assert "places can be mended" in shown
    assert story.read_bytes() == before


def test_written_twice_is_the_same_as_once(story: Path) -> None:
    assert run(story, "--write") == 0
    once = story.read_text(encoding="utf-8")
    assert once == MENDED.replace('"三块地"', "三块地")
    assert run(story, "--write") == 0
    assert story.read_text(encoding="utf-8") == once
    assert run(story) == 0


def test_line_ends_and_a_byte_order_mark_stay(story: Path) -> None:
    story.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    assert run(story, "--write") == 0
    data = story.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\r\n") == STORY.count("\n") == data.count(b"\n")
    assert "春分一到，大家".encode() in data


def test_a_file_that_changed_meanwhile_stays(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = mended_files(story.parent)
    story.write_text(STORY + "又加了一句。\n", encoding="utf-8")
    (finding,) = write_mended(files)
    assert finding.code == "not-written"
    assert story.read_text(encoding="utf-8").endswith("又加了一句。\n")


def test_a_file_that_cannot_be_written_is_a_finding(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fixing, "replace_file", full)
    assert run(story, "--write") == 2


def test_json_has_the_difference(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(story, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "bulletin/fixes@1"
    assert data["files"][0]["count"] == 5
    assert "+以此作为起点" in data["files"][0]["difference"]


def test_a_code_that_is_ignored_is_not_mended(story: Path) -> None:
    assert run(story, "--write", "--ignore", "half-mark") == 0
    assert "春分一到,大家" in story.read_text(encoding="utf-8")


def test_write_goes_with_fix(story: Path) -> None:
    assert main(["check", str(story.parent), "--write"]) == 2


def test_a_fix_whose_words_are_not_there_is_left_out() -> None:
    here, wrong = Location("a.md", 1, 2), Location("a.md", 9, 1)
    fixes = [Fix(here, "乙", "丙", safe=True), Fix(here, "丁", "戊", safe=True), Fix(wrong, "甲", "", safe=True)]
    assert with_fixes("甲乙".encode(), fixes) == ("甲丙".encode(), 1)


def test_of_fixes_that_overlap_one_is_made() -> None:
    fixes = [Fix(Location("a.md", 1, 1), "甲乙", "丙", safe=True), Fix(Location("a.md", 1, 2), "乙丁", "戊", safe=True)]
    assert with_fixes("甲乙丁".encode(), fixes) == ("甲戊".encode(), 1)


def test_stats_count_what_was_found_and_left(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.write_text(STORY + "\n<!-- 校：留 half-mark 一到,大 -->\n", encoding="utf-8")
    assert main(["check", str(story.parent), "--stats", "--format", "json"]) == 0
    rows = {each["code"]: each for each in json.loads(capsys.readouterr().out)["checks"]}
    assert rows["half-mark"]["left"] == 1
    assert rows["confusable"] == {"code": "confusable", "found": 1, "left": 0}
