"""Which pages a finding belongs to, and what a story file asks for."""

from pathlib import Path

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.phrases import as_written
from bulletin_layout.pipeline.proofs import ProofWish, make_proof
from bulletin_layout.pipeline.result import silent
from bulletin_layout.pipeline.status import status_of
from bulletin_layout.proofing.asked import asked_in, left_in
from bulletin_layout.proofing.standing import pages_of
from bulletin_layout.reading import read_issue
from tests.support.paper import start_paper


def test_a_finding_belongs_to_the_pages_of_its_story_its_layout_or_its_entry(tmp_path: Path) -> None:
    folder = start_paper(tmp_path / "paper")
    (folder / "third.md").write_text("正文。\n", "utf-8")
    issue_file = folder / "issue.yaml"
    issue_file.write_text(issue_file.read_text("utf-8") + "  - {layout: back, put: {lead: third}}\n", "utf-8")
    layouts = folder.parents[1] / "layouts"
    (layouts / "back.yaml").write_text((layouts / "front.yaml").read_text("utf-8"), "utf-8")
    issue = read_issue(folder).issue
    assert issue is not None
    stories = [story.location.path for plan in issue.pages for story in plan.stories]
    entry = issue.pages[1].location
    places = {
        stories[0]: (1,),
        stories[2]: (2,),
        issue.pages[1].layout.slots["lead"].boxes[0].location.path: (2,),
        "bulletin.yaml": (1, 2),
    }
    for path, pages in places.items():
        finding = Finding("error", "x", as_written("x"), Location(path, 3))
        assert pages_of(issue, [finding])[finding] == set(pages), path
    finding = Finding("error", "x", as_written("x"), entry)
    assert pages_of(issue, [finding])[finding] == {2}


def test_a_page_is_in_the_last_round_as_long_as_it_is_the_same(tmp_path: Path) -> None:
    folder = start_paper(tmp_path / "paper")
    assert status_of(folder, silent).round is None
    make_proof(folder, ProofWish(number=1), tell=silent)
    make_proof(folder, ProofWish("clean"), tell=silent)
    assert in_last_round(folder) == ("clean", 2, ())
    story = folder / "first-story.md"
    story.write_text(story.read_text("utf-8").replace("心里有数", "心里明白"), encoding="utf-8")
    assert in_last_round(folder) == ("clean", 2, (1,))


def in_last_round(folder: Path) -> tuple[str, int, tuple[int, ...]]:
    """Stage and number of the last round, and the pages that have changed since."""
    last = status_of(folder, silent).round
    assert last is not None
    return last.stage, last.number, last.changed


def test_remarks_that_ask_for_a_correction() -> None:
    others = "<!-- 请核实 --><!-- 改： --><!-- 校：留 x --><!-- 改：没完"
    text = f"第一行\n霜降<!-- 改：前夕→前后 -->前夕<!--改: 换一个词-->{others}"
    found = [*asked_in("a", text, "a.md")]
    assert [(asked.old, asked.new, asked.words, str(place)) for asked, place in found] == [
        ("前夕", "前后", "前夕→前后", "a.md:2:3"),
        ("", "", "换一个词", "a.md:2:21"),
    ]


def test_an_arrow_may_be_typed_and_the_new_text_empty() -> None:
    assert [(each.old, each.new) for each, _ in asked_in("a", "<!-- 改：甲->乙 --><!-- 改：丙→ -->", "a.md")] == [
        ("甲", "乙"),
        ("丙", ""),
    ]


def test_remarks_that_leave_a_text() -> None:
    assert left_in("<!-- 不改：前夕 --><!-- 改：甲→乙 -->") == {"前夕"}
