"""How grave a publication takes findings to be, from bulletin.yaml or for once from the command line."""

import json
from pathlib import Path

import pytest

from bulletin_layout.findings import line
from bulletin_layout.pipeline import Product, Result, build_issue, check_issue
from tests.support.paper import lengthen, start_paper


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue with two findings that a publication may lower: ``unplaced-story`` and ``no-editor-line``."""
    issue = start_paper(tmp_path / "paper")
    (issue / "aside.md").write_text("一段暂时不用的稿件。\n", encoding="utf-8")
    pages = (issue / "issue.yaml").read_text(encoding="utf-8")
    (issue / "issue.yaml").write_text(pages.replace("layout: front", "layout: front, editor: 沈珂"), encoding="utf-8")
    return issue


def with_findings(issue: Path, written: str) -> Path:
    publication = issue.parents[1] / "bulletin.yaml"
    publication.write_text(f"{publication.read_text(encoding='utf-8')}\nfindings: {written}\n", encoding="utf-8")
    return issue


def found(result: Result) -> list[tuple[str, str]]:
    return [(finding.severity, finding.code) for finding in result.findings]


def test_without_choices_a_finding_is_as_grave_as_its_code(issue: Path) -> None:
    assert found(check_issue(issue)) == [("error", "unplaced-story"), ("warning", "no-editor-line")]


def test_a_publication_lowers_raises_and_puts_off(issue: Path) -> None:
    with_findings(issue, "{unplaced-story: hint, no-editor-line: error}")
    assert found(check_issue(issue)) == [("hint", "unplaced-story"), ("error", "no-editor-line")]


def test_a_hint_never_fails(issue: Path) -> None:
    with_findings(issue, "{unplaced-story: hint, no-editor-line: hint}")
    assert check_issue(issue, fail_on="warning").outcome == "clean"


def test_what_is_off_is_not_reported_and_the_reports_name_it(issue: Path, tmp_path: Path) -> None:
    with_findings(issue, "{unplaced-story: off}")
    result = build_issue(issue, products=("print",), out=tmp_path / "out", ignore=("no-editor-line",), language="en")
    assert (result.outcome, found(result)) == ("clean", [])
    folder = tmp_path / "out" / "001"
    text = (folder / "001-preflight.txt").read_text(encoding="utf-8")
    assert "put off by the publication: no-editor-line, unplaced-story\n" in text
    report = json.loads((folder / "001-preflight.json").read_text(encoding="utf-8"))
    assert report["off"] == ["no-editor-line", "unplaced-story"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{shrot: off}", "bulletin.yaml:{at}:12: error[unknown-code]: findings: there is no finding \"shrot\"; did you "
         "mean \"short\"?"),
        ("{path-outside: warning}", "bulletin.yaml:{at}:12: error[fixed-code]: findings: \"path-outside\" can be "
         "neither lowered nor put off: it tells of content that is lost, unreadable or unsafe"),
        ("{no-editor-line: loud}", "bulletin.yaml:{at}:28: error[wrong-value]: findings: \"no-editor-line\": there is "
         "no \"loud\"; there are error, warning, hint, off"),
        ("off", "bulletin.yaml:{at}:11: error[wrong-type]: \"findings\" must be a map (keys and values), not \"off\""),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_said_at_its_place(
    issue: Path, written: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(issue.parents[1])
    with_findings(issue, written)
    at = len(Path("bulletin.yaml").read_text(encoding="utf-8").splitlines())
    assert said.replace("{at}", str(at)) in [line(finding, "en") for finding in check_issue(issue).findings]


def test_a_fixed_code_may_stand_as_what_it_is(issue: Path) -> None:
    lengthen(with_findings(issue, "{overset: error}") / "second-story.md")
    assert ("error", "overset") in found(check_issue(issue))


@pytest.mark.parametrize("code", ["path-outside", "no-such-code"])
def test_programs_cannot_put_off_what_is_fixed_or_unknown(issue: Path, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        check_issue(issue, ignore=(code,))


def test_only_the_preflight_report_follows_the_language(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    products: tuple[Product, ...] = ("print", "screen", "archive", "png", "dump")
    first = build_issue(issue, products=products, out=tmp_path / "first", language="en")
    other = build_issue(issue, products=products, out=tmp_path / "other", language="zh")
    differing = [
        one.name for one, two in zip(first.files, other.files, strict=True) if one.read_bytes() != two.read_bytes()
    ]
    assert differing == ["001-preflight.txt"]
    assert "印前检查单" in other.files[1].read_text(encoding="utf-8")
