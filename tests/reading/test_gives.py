"""What may bend, and where stories go on: values from layouts and issues that are sound."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.issue import Give, Issue
from bulletin_layout.reading import read_issue
from bulletin_layout.reading.schema.give_forms import parse_give
from tests.reading.publication import write_publication
from tests.support.said import said

HEAD = """\
schema: bulletin/layout@1
paper: {trim: A4, bleed: 3mm, margins: {top: 20mm, bottom: 15mm, inner: 13mm, outer: 12mm}}
grid:
  body: {size: 小五, line: 14pt}
  columns: {count: 4, measure: 13字, gutter: 2字}
"""


def issue_of(tmp_path: Path, pages: str, stories: str, **layouts: str) -> Issue:
    """An issue without a finding: ``stories`` are its slugs, each a story of one paragraph."""
    files = {f"layouts/{name}.yaml": text for name, text in layouts.items()}
    files |= {"content/1/one.md": "", "content/1/two.md": "", "layouts/front.yaml": layouts.get("front", "")}
    files |= {
        f"content/1/{slug}.md": f"---\nheadline: 题{slug}\nbyline: 某\n---\n文{slug}\n" for slug in stories.split()
    }
    files["content/1/issue.yaml"] = f"schema: bulletin/issue@1\nissue: {{id: 1, date: 2026-10-30}}\npages:\n{pages}"
    reading = read_issue(write_publication(tmp_path, files))
    assert [said(finding) for finding in reading.findings if finding.code != "not-applied"] == []
    assert reading.issue is not None
    return reading.issue


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("photo.height ±2行", ("photo.height", -2, 2, "行", "")),
        ("photo.height +2", ("photo.height", 0, 2, "行", "")),
        ("photos.p2.height -3l", ("photo.height", -3, 0, "行", "p2")),
        ("photos.上.左.height -1..+3行", ("photo.height", -1, 3, "行", "上.左")),
        ("photo.height -1行 .. +3行", ("photo.height", -1, 3, "行", "")),
        ("line  -0.5pt", ("line", -0.5, 0, "pt", "")),
        ("line ±1mm", ("line", -72 / 25.4, 72 / 25.4, "pt", "")),
        ("letterspace −1%", ("letterspace", -0.01, 0, "em", "")),
        ("letterspace -.01em..+2%", ("letterspace", -0.01, 0.02, "em", "")),
        ("gap 1/8", ("gap", 0.125, 0.125, "em", "")),
        ("gap 0", ("gap", 0, 0, "em", "")),
        ("adjacent 1em", ("adjacent", 1, 1, "em", "")),
        ("marks 开明", ("marks", 0, 0, "", "kaiming")),
        ("marks half", ("marks", 0, 0, "", "half")),
        ("headline.size -2", ("headline.size", -2, 0, "step", "")),
        ("title.lines ±1", ("title.lines", -1, 1, "行", "")),
        ("title.air -1", ("title.air", -1, 0, "行", "")),
        ("columns -1..+2", ("columns", -1, 2, "column", "")),
        ("edge.bottom ±3行", ("edge.bottom", -3, 3, "行", "")),
        ("edge.top ＋3行", ("edge.top", 0, 3, "行", "")),
    ],
)
def test_forms(text: str, form: tuple[str, float, float, str, str]) -> None:
    read = parse_give(text)
    assert (read.kind, read.unit, read.target, read.text) == (form[0], form[3], form[4], text)
    assert (read.low, read.high) == pytest.approx(form[1:3])


@given(st.text(st.sampled_from("photo.hesline gpbtcum±+-−.0123456789行%pt/")))
def test_any_text_is_a_give_or_a_finding(text: str) -> None:
    try:
        read = parse_give(text)
    except ValueError:
        return
    assert read.low <= 0 <= read.high or read.low == read.high


def test_gives_keep_their_order_place_and_neighbours(tmp_path: Path) -> None:
    front = (
        HEAD
        + """\
styles: {headline.lead: {sizes: [20pt, 18pt]}}
slots:
  lead:
    box: {cols: 1-4, rows: 1-28}
    give: [edge.bottom ±3行, columns ±1, headline.size -2, marks 开明]
  right: {box: {cols: 3-4, rows: 31-53}, give: [line -0.5pt]}
  left: {box: {cols: 1-2, rows: 31-53}}
"""
    )
    issue = issue_of(tmp_path, "  - {layout: front, put: {lead: a, left: b, right: c}}\n", "a b c", front=front)
    slots = issue.pages[0].layout.slots
    path = str(tmp_path / "layouts/front.yaml")
    assert [(one.kind, one.location.column) for one in slots["lead"].give] == [
        ("edge.bottom", 12),
        ("columns", 29),
        ("headline.size", 41),
        ("marks", 59),
    ]
    edge = slots["lead"].give[0]
    assert edge == Give("edge.bottom", -3, 3, "行", "", edge.location, "edge.bottom ±3行", ("left", "right"))
    assert (edge.location.path, edge.location.line) == (path, 10)
    assert [one.kind for one in slots["right"].give] == ["line"]
    assert slots["left"].give == ()


def test_a_layouts_gives_can_be_changed_by_a_page(tmp_path: Path) -> None:
    front = HEAD + "slots: {lead: {box: {cols: 1-4, rows: 1-28}, give: [line -1pt]}}\n"
    pages = "  - {layout: front, put: {lead: a}}\n  - {layout: front, put: {lead: b}, set: {lead.give: [gap 1/8]}}\n"
    first, second = issue_of(tmp_path, pages, "a b", front=front).pages
    assert [one.text for one in first.layout.slots["lead"].give] == ["line -1pt"]
    (changed,) = second.layout.slots["lead"].give
    assert (changed.kind, Path(changed.location.path).name) == ("gap", "issue.yaml")


def test_stories_jump_in_chains_and_their_targets_are_not_empty(tmp_path: Path) -> None:
    front = (
        HEAD
        + """\
slots:
  lead: {box: {cols: 1-4, rows: 1-8}, jump: {to: page2.tail}}
  tail: {box: {cols: 1-4, rows: 9-20}}
"""
    )
    pages = "  - {layout: front, put: {lead: a, tail: b}}\n"
    pages += "  - {layout: front, put: {lead: c}, set: {lead.jump: null, tail.jump: {to: page3.page}}}\n"
    pages += "  - {layout: back}\n"
    back = HEAD + "slots: {page: {box: {cols: 1-4, rows: 1-8}, jump: {to: rest}}, rest: {box: {cols: 1, rows: 9-20}}}\n"
    issue = issue_of(tmp_path, pages, "a b c", front=front, back=back)
    found = [slot.jump for page in issue.pages for slot in page.layout.slots.values()]
    assert [(jump.page, jump.slot) if jump else None for jump in found] == [
        (2, "tail"),
        None,
        None,
        (3, "page"),
        (None, "rest"),
        None,
    ]


def test_a_story_goes_on_in_other_slots_of_its_page(tmp_path: Path) -> None:
    boxes = ", ".join(f"{name}: {{box: {{cols: {k}, rows: 1-20}}}}" for k, name in enumerate("abcd", start=1))
    issue = issue_of(
        tmp_path,
        "  - {layout: front, put: {c: {continue: b}, b: {continue: a}, a: one, d: [two]}}\n",
        "one two",
        front=f"{HEAD}slots: {{{boxes}}}\n",
    )
    page = issue.pages[0]
    assert page.continued == {"c": "b", "b": "a"}
    assert {slot: story.slug for slot, story in page.put.items()} == {"a": "one", "d": "two"}
    assert (page.briefs, page.flow) == ({}, ())


RUNNING = HEAD + (
    "repeat: until-text-ends\nfirst: opening\nslots: {run: {box: {cols: all, rows: all}, text: {columns: 2}}}\n"
)


def test_a_bulletin_has_a_first_page_of_its_own(tmp_path: Path) -> None:
    opening = "extends: run\nname: 首页\nslots: {run: {box: {rows: 10-}}}\n"
    issue = issue_of(tmp_path, "  - {layout: run, flow: [a, b]}\n", "a b", run=RUNNING, opening=opening)
    layout = issue.pages[0].layout
    assert layout.repeat
    assert layout.first is not None
    assert (layout.first.name, layout.first.first, layout.first.slots["run"].boxes[0].rows) == ("首页", None, (10, 53))
    assert [story.slug for story in issue.pages[0].stories][:1] == ["a"]


def test_briefs_and_flows_keep_their_stories(tmp_path: Path) -> None:
    front = HEAD + "slots: {lead: {box: {cols: 1-4, rows: 1-8}}}\n"
    pages = "  - {layout: front, put: {lead: [a, b]}}\n  - {layout: run, flow: [c, d]}\n"
    run = RUNNING.replace("first: opening\n", "")
    page, running = issue_of(tmp_path, pages, "a b c d", front=front, run=run).pages
    assert [story.slug for story in page.briefs["lead"]] == ["a", "b"]
    assert page.put == {}
    assert [story.slug for story in running.flow] == ["c", "d"]
    assert running.put == {}
