"""suggest as an editor runs it: the ranked table, JSON, what is written, and what is refused."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from bulletin_layout.cli import main
from tests.support.paper import PROJECT, start_paper

SAMPLE = PROJECT / "content" / "2026-10"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """The starter's issue: page 1 has two stories."""
    return start_paper(tmp_path / "paper")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample issue in a publication of its own."""
    root = tmp_path / "sample"
    for folder in ("layouts", "content/2026-10"):
        shutil.copytree(PROJECT / folder, root / folder)
    shutil.copytree(PROJECT / "fonts", root / "fonts", copy_function=os.link)
    shutil.copy(PROJECT / "bulletin.yaml", root)
    for profiles in PROJECT.glob("profiles"):
        shutil.copytree(profiles, root / "profiles")
    return root / "content" / "2026-10"


def edit(issue: Path, *changes: tuple[str, str]) -> str:
    """Change an issue.yaml; returns what it was."""
    path = issue / "issue.yaml"
    text = before = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return before


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What suggest says to other programs."""
    code = main(["suggest", *arguments, "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["exit"]) == ("bulletin/suggestions@1", code)
    return found


def stories(best: Any) -> dict[str, str]:
    return {slot["slot"]: slot["story"] for slot in best["slots"]}


def test_the_sample_page_finds_back_from_any_order(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    as_printed = as_json(capsys, str(sample), "--page", "4")["pages"][0]["best"][0]
    names = ("mountain-path", "letter", "cat", "dahlia", "verses", "chongyang")
    turned = [(f": {old}", f": ^{new}") for old, new in zip(names, names[1:] + names[:1], strict=True)]
    before = edit(sample, *turned, ("^", ""))
    page = as_json(capsys, str(sample), "--page", "4")["pages"][0]
    assert page["today"]["rank"] > 5
    assert page["best"][0]["cost"] <= as_printed["cost"]
    assert stories(page["best"][0]) == stories(as_printed)
    assert main(["suggest", str(sample), "--page", "4", "--write"]) == 0
    assert (sample / "issue.yaml").read_text(encoding="utf-8") == before


def test_the_table_has_a_row_a_slot_and_marks_today(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", str(issue)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"page 1, layout \S+: today's is rank 1 of 2", lines[0])
    assert lines[1].split() == ["rank", "cost", "slot", "story", "from", "over/short", "gave", "remarks"]
    assert lines[2].split()[:2] == ["1", "today"]
    assert [line.split()[0] for line in lines[2:] if line.split() and line.split()[0] in ("sum", "2")] == [
        "sum",
        "2",
        "sum",
    ]


def test_today_is_shown_below_the_best_if_it_is_not_among_them(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, ("lead: first-story, second: second-story", "lead: second-story, second: first-story"))
    assert main(["suggest", str(issue), "--best", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines if line.split() and line.split()[0] in "12"] == [
        ["1", "0"],
        ["2", "today"],
    ]
    assert lines[2].split()[:5] == ["1", "0", "lead", "first-story", "second"]


def test_nothing_is_moved_unasked(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = edit(issue)
    assert main(["suggest", str(issue), "--layouts"]) == 0
    assert (issue / "issue.yaml").read_text(encoding="utf-8") == before
    assert main(["suggest", str(issue), "--write"]) == 0
    assert capsys.readouterr().out.endswith("001: issue.yaml has this already; nothing was written\n")
    assert (issue / "issue.yaml").read_text(encoding="utf-8") == before
    assert sorted(path.name for path in issue.iterdir() if path.name.startswith(".")) == []


def test_a_rank_is_written_and_the_rest_of_the_file_stays(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = issue / "issue.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert main(["suggest", str(issue), "--page", "1", "--write", "--rank", "2"]) == 0
    assert capsys.readouterr().out.endswith("001: wrote page 1 into issue.yaml\n")
    assert path.read_bytes() == before.replace(b"lead: first", b"lead: second").replace(
        b"second: second", b"second: first"
    )
    assert as_json(capsys, str(issue))["pages"][0]["today"]["rank"] == 2


def test_another_layout_is_written_with_its_slots(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    front = issue.parents[1] / "layouts" / "front.yaml"
    other = front.read_text(encoding="utf-8").replace("\n  lead:", "\n  upper:").replace("\n  second:", "\n  lower:")
    front.with_name("mirror.yaml").write_text(other, encoding="utf-8")
    (page,) = as_json(capsys, str(issue), "--page", "1", "--layouts")["pages"]
    ranks = {best["layout"]: best["rank"] for best in reversed(page["best"])}
    assert (page["ways"], ranks) == (4, {"front": 1, "mirror": 2})
    before = edit(issue)
    assert main(["suggest", str(issue), "--page", "1", "--layouts", "--write", "--rank", "2"]) == 0
    line = "{layout: front, put: {lead: first-story, second: second-story}}"
    after = "{layout: mirror, put: {upper: first-story, lower: second-story}}"
    assert (issue / "issue.yaml").read_text(encoding="utf-8") == before.replace(line, after)
    assert main(["check", str(issue), "--quiet"]) == 0


def test_a_file_that_is_not_yaml_is_exit_2_with_its_place(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, ("{layout", "{{layout"))
    assert main(["suggest", str(issue), "--write"]) == 2
    assert re.search(r"issue\.yaml:\d+:\d+: error\[yaml-syntax\]", capsys.readouterr().out)


def test_the_file_keeps_its_permissions_and_a_link_stays_one(issue: Path) -> None:
    path, real = issue / "issue.yaml", issue / "real.yaml"
    path.rename(real)
    real.chmod(0o640)
    path.symlink_to("real.yaml")
    before = real.read_bytes()
    assert main(["suggest", str(issue), "--page", "1", "--write", "--rank", "2"]) == 0
    assert (path.is_symlink(), real.stat().st_mode & 0o777) == (True, 0o640)
    assert real.read_bytes() != before


def test_json_says_what_the_table_says(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, str(issue), "--best", "1")
    assert (found["issue"], found["outcome"], found["findings"], found["written"]) == ("001", "clean", [], [])
    (page,) = found["pages"]
    assert page.keys() == {"page", "layout", "ways", "exact", "stay", "today", "best"}
    (best,) = page["best"]
    assert best["today"] is True
    totals = {"over_chars", "over_lines", "short_chars", "short_lines"}
    assert best.keys() == {"rank", "today", "layout", "cost", "moved", "slots", *totals}
    assert best["slots"][0].keys() == {"slot", "story", "before", "remarks", "report"}
    assert best["over_lines"] == sum(slot["report"]["over_lines"] for slot in best["slots"]) == 0


def test_settings_of_a_slot_with_another_story_are_warned_of(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(
        sample,
        (
            "    editor: 梅听雨\n",
            "    editor: 梅听雨\n    set: {boxed.title.air_after: 0, list.short: 2, interview.short: 3}\n",
        ),
    )
    found = as_json(capsys, str(sample), "--page", "3", "--keep", "interview", "--write", "--rank", "2")
    assert [finding["code"] for finding in found["findings"]] == ["set-for-another"] * 2
    assert (
        '"boxed.title.air_after" was for "field-doctor", and the slot has "stream-checkup" now'
        in (found["findings"][0]["message"])
    )
    assert (found["written"], found["exit"]) == ([3], 0)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--page", "9"), "no-page"),
        (("--keep", "attic"), "unknown-slot"),
        (("--page", "1", "--write", "--rank", "3"), "no-rank"),
    ],
)
def test_what_is_not_there_is_exit_2(
    arguments: tuple[str, ...], code: str, issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = edit(issue)
    found = as_json(capsys, str(issue), *arguments)
    assert found["exit"] == 2
    assert [finding["code"] for finding in found["findings"]] == [code]
    assert found["findings"][0]["path"].endswith("issue.yaml")
    assert (issue / "issue.yaml").read_text(encoding="utf-8") == before


def test_an_issue_that_is_not_there_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", str(tmp_path / "nothing")]) == 2
    assert "error[no-issue]" in capsys.readouterr().out


def test_a_rank_without_a_page_is_refused(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", str(issue), "--write", "--rank", "2"]) == 2
    assert "--rank says which one to --write, of one --page" in capsys.readouterr().err


def test_an_issue_file_in_gb18030_is_read_and_not_written(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = issue / "issue.yaml"
    path.write_bytes((path.read_text(encoding="utf-8") + "# 本期由编辑部排定\n").encode("gb18030"))
    before = path.read_bytes()
    assert main(["suggest", str(issue), "--page", "1", "--write", "--rank", "2"]) == 2
    assert "error[not-written]: the file is not UTF-8" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_a_folder_that_takes_no_file_leaves_the_old_one(
    issue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = edit(issue)
    monkeypatch.setattr("bulletin_layout.pipeline.aside.os.replace", full)
    assert main(["suggest", str(issue), "--page", "1", "--write", "--rank", "2"]) == 2
    assert "error[not-written]: nothing was written: No space left on device" in capsys.readouterr().out
    assert (issue / "issue.yaml").read_text(encoding="utf-8") == before
    assert [path.name for path in issue.iterdir() if path.name.startswith(".")] == []


def test_quiet_prints_findings_only(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", str(issue), "--quiet"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")
