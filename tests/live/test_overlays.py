"""What is laid over a page: slots after fitting, the ledger of each line, where findings are."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue.issues import empty_slot
from bulletin_layout.findings.catalogue.markup import open_remark
from bulletin_layout.grid import Rect
from bulletin_layout.live.overlays import overlays_of
from bulletin_layout.live.spots import Spots
from tests.support.live import Seen, paper, see

CONTENT = Path(__file__).parents[2] / "content"


@cache
def sample() -> Seen:
    return see(CONTENT / "2026-10")


#: Marks at a line's edge have the blank half of their bodies outside it.
def inside(box: Rect, others: tuple[Rect, ...]) -> bool:
    return any(
        each.x - 7 <= box.x and box.right <= each.right + 5 and each.y - 4 <= box.y and box.foot <= each.foot + 4
        for each in others
    )


def test_every_line_of_a_story_is_in_a_slot() -> None:
    seen = sample()
    for page in seen.composed.edition.pages:
        over = overlays_of(seen.composed, page)
        boxes = tuple(box for slot in over.slots for box in slot.boxes)
        assert over.heat
        assert [heat.box for heat in over.heat if not inside(heat.box, boxes)] == []


def test_the_heat_is_the_ledger() -> None:
    seen = sample()
    heat = [line for page in seen.composed.edition.pages for line in overlays_of(seen.composed, page).heat]
    assert {line.step for line in heat} >= {0, 4, 10}
    assert all(line.gap == 0 for line in heat if line.step < 10)
    assert all(line.gap > 0 for line in heat if line.step == 13)


def test_the_grid_is_that_of_the_body() -> None:
    seen = sample()
    page = seen.page(2)
    over = overlays_of(seen.composed, page)
    body = [mark.y for mark in page.texts() if mark.tag.role == "body"]
    assert body
    assert all(min(abs(y - line) for line in over.baselines) < 0.01 for y in body)
    assert over.bleed.width == pytest.approx(page.width + 2 * page.bleed)
    assert len(over.columns) == seen.composed.issue.pages[1].layout.sheet.columns


def test_reading_order_goes_story_by_story() -> None:
    seen = sample()
    order = overlays_of(seen.composed, seen.page(1)).order
    assert len(order) > 8
    assert len(set(order)) == len(order)


def test_edges_that_moved_are_where_they_went() -> None:
    seen = sample()
    moved = [slot for slot in seen.composed.slots if "edge" in slot.gave]
    for report in moved:
        page = seen.page(report.page)
        found = next(slot for slot in overlays_of(seen.composed, page).slots if slot.name == report.slot)
        assert found.report == report


def test_findings_have_their_places(tmp_path: Path) -> None:
    issue = paper(tmp_path, {"content/001/first-story.md": "---\nheadline: 题一\n---\n甲乙丙丁。\n"})
    seen = see(issue)
    story = (issue / "first-story.md").as_posix()
    layout = seen.composed.issue.pages[0].layout.slots["lead"].location
    findings = (
        open_remark(Location(story, 4, 3)),
        open_remark(Location(story, 1, 1)),
        open_remark(layout),
        empty_slot(Location("elsewhere.yaml"), page=1, slot="second"),
        open_remark(Location("elsewhere.yaml")),
    )
    found = Spots(seen.composed, seen.places).shown(findings)
    char, begins, named, said, nowhere = (each.places for each in found)
    mark = next(mark for mark in seen.page().texts() if "甲" in mark.run.texts)
    at = mark.run.texts.index("丙")
    assert [(page, round(box.x, 3)) for page, box in char] == [(1, round(mark.x + mark.run.xs[at], 3))]
    assert len(begins) == 1
    assert begins[0][1].y < char[0][1].y
    rooms = {room.slot: room.boxes for room in seen.composed.rooms}
    assert [box for _, box in named] == list(rooms["lead"])
    assert [box for _, box in said] == list(rooms["second"])
    assert nowhere == ()


def test_a_slot_without_a_story_is_where_the_layout_puts_it(tmp_path: Path) -> None:
    issue = paper(tmp_path, {})
    yaml = issue / "issue.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace(", second: second-story", ""), "utf-8")
    seen = see(issue)
    slots = {slot.name: slot for slot in overlays_of(seen.composed, seen.page()).slots}
    assert slots["second"].report is None
    assert slots["second"].boxes[0].y > slots["lead"].boxes[0].foot
    assert replace(slots["second"].boxes[0], y=0.0).height > 0
