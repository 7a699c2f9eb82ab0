"""Severities of manuscript checks that a story sets for itself."""

from pathlib import Path

import pytest

from bulletin_layout.proofreading import proofread
from bulletin_layout.reading import read_issue
from tests.support.paper import start_paper

STORY = "---\nheadline: 春耕\nfindings: {%s}\n---\n春分一到,大家就下地，以此做为起点。\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("confusable: hint", [("half-mark", "error"), ("confusable", "hint")]),
        ("half-mark: off", [("confusable", "warning")]),
        ("half-mark: off, confusable: off", []),
    ],
)
def test_a_story_sets_its_own(tmp_path: Path, written: str, found: list[tuple[str, str]]) -> None:
    story = start_paper(tmp_path / "paper") / "first-story.md"
    story.write_text(STORY % written, encoding="utf-8")
    issue = read_issue(story.parent).issue
    assert issue is not None
    assert [
        (finding.code, finding.severity)
        for finding in proofread(issue)
        if Path(finding.location.path).name == story.name and finding.code != "caption-missing"
    ] == found


def test_a_story_sets_no_other_codes(tmp_path: Path) -> None:
    story = start_paper(tmp_path / "paper") / "first-story.md"
    story.write_text(STORY % "overset: hint, half-mrak: off", encoding="utf-8")
    findings = [finding for finding in read_issue(story.parent).findings if finding.code == "unknown-code"]
    assert [(finding.location.line, finding.location.column) for finding in findings] == [(3, 12), (3, 27)]
