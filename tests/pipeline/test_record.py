"""A build that has nothing to do does nothing, and says again what the last one found."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletin_layout.findings import line
from bulletin_layout.pipeline import PageImages, Result, build_issue
from bulletin_layout.preflight import inspect_edition
from tests.support.paper import lengthen, start_paper


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper")


def age(folder: Path) -> None:
    """Files as they are some time after they were written: only then do their times mean anything."""
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (1_700_000_000, 1_700_000_000))


def records(issue: Path) -> list[Path]:
    return sorted((issue.parents[1] / "out/.cache/builds").glob("*.json"))


def said(result: Result) -> object:
    return result.outcome, result.draft, result.files, [line(finding, "zh") for finding in result.findings]


def edit_story(issue: Path) -> None:
    story = issue / "first-story.md"
    story.write_text(story.read_text("utf-8").replace("稿件", "文章", 1), encoding="utf-8")


def edit_layout(issue: Path) -> None:
    layout = next((issue.parents[1] / "layouts").glob("*.yaml"))
    layout.write_text(layout.read_text("utf-8") + "# 改过\n", encoding="utf-8")


def add_story(issue: Path) -> None:
    (issue / "another.md").write_text("另一篇。\n", encoding="utf-8")


def spoil_product(issue: Path) -> None:
    product = issue.parents[1] / "out/001/001.pdf"
    product.write_bytes(product.read_bytes()[:-1])


def remove_product(issue: Path) -> None:
    (issue.parents[1] / "out/001/sheet.png").unlink()


def test_nothing_is_written_when_nothing_changed(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build_issue(issue)
    before = {path: path.stat().st_mtime_ns for path in first.files}
    monkeypatch.setattr("bulletin_layout.pipeline.making.run", None)  # it would fail if it were called
    second = build_issue(issue)
    assert (first.unchanged, second.unchanged) == (False, True)
    assert said(second) == said(first)
    assert {path: path.stat().st_mtime_ns for path in second.files} == before
    assert [slot.slot for slot in second.slots] == [slot.slot for slot in first.slots]


@pytest.mark.parametrize("change", [edit_story, edit_layout, add_story, spoil_product, remove_product])
@pytest.mark.parametrize("old", [False, True], ids=["just written", "written long ago"])
def test_whatever_changed_is_seen(issue: Path, change: Callable[[Path], None], old: bool) -> None:
    build_issue(issue)
    if old:
        age(issue.parents[1])
    assert build_issue(issue).unchanged
    change(issue)
    again = build_issue(issue)
    assert not again.unchanged
    assert build_issue(issue).unchanged
    assert (issue.parents[1] / "out/001/sheet.png").is_file()


@pytest.mark.parametrize("change", [edit_story, edit_layout, add_story])
def test_what_changes_while_a_build_runs_is_seen_by_the_next(
    issue: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if the file that comes in has an old time: its state is not that of what was read."""

    def meanwhile(*given: Any) -> Any:
        change(issue)
        age(issue.parents[1])
        return inspect_edition(*given)

    age(issue.parents[1])
    with monkeypatch.context() as patched:
        patched.setattr("bulletin_layout.pipeline.viewing.inspect_edition", meanwhile)
        build_issue(issue)
    assert not build_issue(issue).unchanged


def test_another_order_is_another_build(issue: Path) -> None:
    build_issue(issue, products=("png",))
    assert not build_issue(issue, products=("png", "dump")).unchanged
    assert not build_issue(issue, products=("png",), images=PageImages(60)).unchanged
    assert build_issue(issue, products=("png",)).unchanged is False  # its images are those of the last order


def test_findings_and_drafts_are_said_again(issue: Path) -> None:
    lengthen(issue / "first-story.md", 60)
    first = build_issue(issue)
    second = build_issue(issue)
    assert (second.unchanged, second.outcome, second.draft) == (True, "findings", True)
    assert said(second) == said(first)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{}", b"[]", b'{"program": 1', b"\xff\xfe", b"[" * 100_000],
    ids=["empty", "no keys", "a list", "cut short", "no text", "deep"],
)
def test_a_damaged_record_is_ignored(issue: Path, damage: bytes) -> None:
    build_issue(issue, products=("dump",))
    (only,) = records(issue)
    only.write_bytes(damage)
    assert not build_issue(issue, products=("dump",)).unchanged
    assert build_issue(issue, products=("dump",)).unchanged


def test_a_record_of_another_program_is_ignored(issue: Path) -> None:
    build_issue(issue, products=("dump",))
    (only,) = records(issue)
    only.write_text(json.dumps({**json.loads(only.read_text("utf-8")), "program": "another"}), encoding="utf-8")
    assert not build_issue(issue, products=("dump",)).unchanged


def test_a_record_has_no_form_that_is_filled_in(issue: Path) -> None:
    """What is read is printed, and nothing else."""
    lengthen(issue / "first-story.md", 60)
    build_issue(issue, products=("dump",))
    (only,) = records(issue)
    data = json.loads(only.read_text("utf-8"))
    data["result"]["findings"][0][2] = {"zh": "{text.__class__}", "en": "{text.__class__}"}
    only.write_text(json.dumps(data), encoding="utf-8")
    again = build_issue(issue, products=("dump",))
    assert again.unchanged
    assert line(again.findings[0], "en").endswith("{text.__class__}")
