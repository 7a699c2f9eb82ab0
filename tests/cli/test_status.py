"""status as an editor runs it: the table, what is open, JSON; nothing is written."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bulletin_layout.cli import main
from bulletin_layout.pipeline.proofs import ProofWish, make_proof
from bulletin_layout.pipeline.result import silent
from tests.imprint.paper import INTERNAL, read_paper
from tests.support.paper import lengthen, start_paper

EDITOR = ("slots:\n  lead", "editor: {at: bottom-outer, label: 本版责编}\nslots:\n  lead")
TWO = ("put: {lead: one}}\n", "put: {lead: one}, editor: 沈珂}\n  - {layout: front, put: {lead: two}}\n")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """The starter's issue: page 1 has two stories, the layout no line for an editor."""
    return start_paper(tmp_path / "paper")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["status", *arguments])
    return code, capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code, out = told(capsys, *arguments, "--json")
    found = json.loads(out)
    assert (found["schema"], found["exit"]) == ("bulletin/status@1", code)
    return found


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".ttf"}


def test_a_finished_issue(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(issue.parents[1])
    code, out = told(capsys, str(issue), "--lang", "zh")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "《新苗院讯》001　2026-01-01　第 1 期、1 版"
    assert lines[1].split() == ["版", "版名", "责编", "版块", "稿件", "应排", "实写", "余缺", "图片", "未了"]
    assert lines[2].split() == ["1", "要闻", "lead", "first-story", "546", "438", "差", "21", "字（1", "行）"]
    assert lines[-4:-2] == ["没有未了的问题", "还没有出过校样"]
    assert lines[-2].startswith("差错率：")
    assert lines[-1] == "印完以后：10 日内向发准印证的部门送样本"
    assert files(issue.parents[1]) == before


def test_what_is_open_is_counted_by_story_and_by_code(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengthen(issue / "first-story.md")
    found = as_json(capsys, str(issue))
    (page,) = found["pages"]
    lead, second = page["slots"]
    assert (found["outcome"], found["exit"]) == ("findings", 1)
    assert lead["over"]["chars"] > 400
    assert lead["written"]["chars"] > lead["ordered"]["chars"]
    assert (lead["open"]["error"], second["open"]["error"]) == (1, 0)
    assert found["open"]["error"] == len([one for one in found["findings"] if one["severity"] == "error"]) == 1
    code, out = told(capsys, str(issue), "--lang", "en")
    assert code == 1
    assert "\nopen: 1 E" in out
    assert "\n  error[overset] 1\n" in out


def test_pages_without_editor_and_coarse_photos(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photos = (
        "box: {cols: 1-4, rows: 7-40},",
        "box: {cols: 1-4, rows: 7-40}, photos: {p1: {at: top-right, span: 2, ratio: 1:1}},",
    )
    named = ("byline: 王小禾", "byline: 王小禾\nphotos: {p1: {file: photos/a.png, caption: 秋播}}")
    folder = tmp_path / "content/1"
    (folder / "photos").mkdir(parents=True)
    from PIL import Image

    Image.new("RGB", (400, 400), "green").save(folder / "photos/a.png")
    (folder / "two.md").write_text("---\nheadline: 二\n---\n字。\n", encoding="utf-8")
    read_paper(tmp_path, INTERNAL, EDITOR, TWO, photos, named)
    found = as_json(capsys, str(folder))
    assert [(page["editor"], page["editor_missing"]) for page in found["pages"]] == [("沈珂", False), (None, True)]
    (photo,) = found["pages"][0]["slots"][0]["photos"]
    assert (photo["file"].endswith("photos/a.png"), photo["needed"], photo["dpi"] < 300) == (True, 300, True)
    _, out = told(capsys, str(folder), "--lang", "zh")
    assert "\n缺责编：第2版\n" in out
    assert f"{photo['dpi']} dpi（要 300）" in out


def test_a_running_text_has_one_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    layout = ("name: 要闻\n", "name: 要闻\nrepeat: until-text-ends\n")
    flow = ("put: {lead: one}}", "flow: [one]}")
    body = ("溪口试验站完成秋播。", "秋播完成了。" * 900)
    read_paper(tmp_path, INTERNAL, layout, flow, body)
    _, out = told(capsys, str(tmp_path / "content/1"), "--lang", "en")
    rows = [line for line in out.splitlines() if line.lstrip()[:1].isdigit()]
    assert len(rows) == 1
    assert rows[0].split()[0] == "1–4"


def test_an_issue_that_cannot_be_read(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(issue.parents[1] / "layouts")
    code, out = told(capsys, str(issue), "--lang", "en")
    assert code == 2
    assert "error[" in out
    assert as_json(capsys, str(issue))["pages"] == []


def test_the_last_round_and_what_changed_since(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\n还没有出过校样\n" in told(capsys, str(issue), "--lang", "zh")[1]
    assert as_json(capsys, str(issue))["round"] is None
    make_proof(issue, ProofWish(number=2, date="2026-01-05"), tell=silent)
    assert "\n校次：二校（2026-01-05），以后没有改动\n" in told(capsys, str(issue), "--lang", "zh")[1]
    story = issue / "first-story.md"
    story.write_text(story.read_text("utf-8") + "\n<!-- 改：模糊→发虚 -->\n又一句。\n", "utf-8")
    found = as_json(capsys, str(issue))
    assert (found["round"]["number"], found["round"]["stage"], found["round"]["changed"]) == (2, "proof", [1])
    (why,) = found["round"]["waiting"]["1"]
    assert "1" in why
    assert "open-mark" in [finding["code"] for finding in found["findings"]]
    _, out = told(capsys, str(issue), "--lang", "en")
    assert "\nround: proof 2 (2026-01-05), changed since: page 1\n" in out
    assert "\n  page 1 is not clean yet: 1 correction not carried out\n" in out


def test_a_damaged_round_is_a_finding(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue / "proofs").mkdir()
    (issue / "proofs/1.json").write_text("{", "utf-8")
    found = as_json(capsys, str(issue))
    assert (found["exit"], found["round"]) == (1, None)
    assert "bad-round" in [finding["code"] for finding in found["findings"]]


def test_what_is_left_on_purpose_is_counted_and_slips_are_weighed(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = issue / "second-story.md"
    text = story.read_text("utf-8")
    story.write_text(text.replace("写错了也不要紧", "做为编辑，写错了也不要紧"), "utf-8")
    found = as_json(capsys, str(issue))
    assert found["rate"]["faults"] == [{"code": "confusable", "slips": 1, "weight": 1.0}]
    assert found["left"] == 0
    remark = "做为编辑，写错了也不要紧<!-- 校：留 confusable 做为 -->"
    story.write_text(text.replace("写错了也不要紧", remark), "utf-8")
    found = as_json(capsys, str(issue))
    assert (found["rate"]["faults"], found["left"]) == ([], 1)
