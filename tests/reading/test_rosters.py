"""The house's own lists beside bulletin.yaml."""

from datetime import date
from pathlib import Path

import pytest

from bulletin_layout.issue.rosters import Body, Denied, Mistaken, Person, Post, Renamed, Rosters
from bulletin_layout.pipeline import build_issue
from bulletin_layout.pipeline.rebuild import rebuild_file
from bulletin_layout.reading import read_issue
from tests.support.paper import start_paper

LISTS = {
    "people": """schema: bulletin/people@1
source: 院办
people:
  - name: 程若川
    order: 2
    posts: [{post: 院长, from: 2024-03-01}, 党委副书记]
    also: 程若船
  - {name: 沈珂, posts: 编辑部主任}
""",
    "orgs": """schema: bulletin/orgs@1
orgs:
  - {full: 禾岭试验站, short: 试验站, wrong: [禾岭实验站, 禾岭站]}
  - {full: 青禾研究院, self: true}
  - 青岭大学
""",
    "terms": """schema: bulletin/terms@1
checked: 2026-10-01
deny:
  - {word: 残废人, use: 残疾人, why: 规范称谓, except: [残废军人证], until: 2027-01-01}
renamed:
  - {old: 市农委, new: 市农业农村委, on: 2018-11-01}
fixed: [产学研深度融合]
anniversaries: {建院: 1958}
""",
    "words": """schema: bulletin/words@1
words:
  - {wrong: 禾岺, right: 禾岭, except: 禾岺石}
known: [PCR, NGS]
""",
}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The starter with all four lists; its issue is returned."""
    issue = start_paper(tmp_path / "paper")
    for name, text in LISTS.items():
        (tmp_path / "paper" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return issue


def test_the_lists_are_read(paper: Path) -> None:
    reading = read_issue(paper)
    assert reading.findings == ()
    assert reading.issue is not None
    assert reading.issue.publication.rosters == Rosters(
        people=(
            Person("程若川", 2, (Post("院长", date(2024, 3, 1)), Post("党委副书记")), ("程若船",)),
            Person("沈珂", 0, (Post("编辑部主任"),)),
        ),
        bodies=(
            Body("禾岭试验站", ("试验站",), ("禾岭实验站", "禾岭站")),
            Body("青禾研究院", is_self=True),
            Body("青岭大学"),
        ),
        denied=(Denied("残废人", "残疾人", "规范称谓", date(2027, 1, 1), ("残废军人证",)),),
        renamed=(Renamed("市农委", "市农业农村委", date(2018, 11, 1)),),
        fixed=("产学研深度融合",),
        mistaken=(Mistaken("禾岺", "禾岭", ("禾岺石",)),),
        known=("PCR", "NGS"),
        founded={"建院": 1958},
    )


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("people", "schema: bulletin/people@1\npeople: [{order: 1}]\n", [("missing-key", 2)]),
        ("people", "schema: bulletin/people@1\npeople: [{name: 程若川, rank: 1}]\n", [("unknown-key", 2)]),
        ("people", "people: []\n", [("missing-key", 1)]),
        ("orgs", "schema: bulletin/orgs@1\norgs: 禾岭\n", [("wrong-type", 2)]),
        ("terms", "schema: bulletin/terms@1\nrenamed: [{old: 甲, new: 乙, on: 去年}]\n", [("wrong-value", 2)]),
        ("words", "schema: bulletin/terms@1\n", [("wrong-value", 1)]),
        ("words", "words: [\n", [("yaml-syntax", 2)]),
    ],
)
def test_what_is_wrong_in_a_list_is_said_at_its_place(
    paper: Path, name: str, text: str, found: list[tuple[str, int]]
) -> None:
    (paper.parents[1] / f"{name}.yaml").write_text(text, encoding="utf-8")
    findings = read_issue(paper).findings
    assert [(each.code, each.location.line) for each in findings] == found
    assert {Path(each.location.path).name for each in findings} == {f"{name}.yaml"}


def test_a_list_that_is_new_is_seen_by_a_build_that_was_recorded(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    build_issue(issue, products=("text",))
    assert build_issue(issue, products=("text",)).unchanged
    (tmp_path / "paper" / "terms.yaml").write_text(LISTS["terms"].replace("残废人", "稿件"), encoding="utf-8")
    again = build_issue(issue, products=("text",))
    assert not again.unchanged
    assert "term-deny" in [finding.code for finding in again.findings]


def test_an_archive_file_carries_the_lists(paper: Path, tmp_path: Path) -> None:
    (archive,) = build_issue(paper, products=("archive",), fail_on="never").files
    rebuilt = rebuild_file(archive, tmp_path / "again")
    assert rebuilt.outcome == "same"
    (lists,) = (tmp_path / "again").rglob("people.yaml")
    assert lists.read_text(encoding="utf-8") == LISTS["people"]
