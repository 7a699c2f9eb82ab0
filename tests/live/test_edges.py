"""Edges dragged on the page: the YAML changes at one place, keeps its comments, and the neighbours follow."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Finding
from bulletin_layout.live.edits.edges import Side, edge_places, edit_edge, steps_to
from bulletin_layout.live.edits.edit import Edit
from tests.support.live import paper, see
from tests.support.said import said

LAYOUT = """\
# 头一行注释
schema: bulletin/layout@1
name: 要闻   # 版名
paper: {trim: A4, bleed: 3mm, margins: {top: 24mm, bottom: 18mm, inner: 22mm, outer: 22mm}}
inks: {accent: {cmyk: [15, 100, 90, 10]}}
grid:
  body: {size: 五号, line: 17pt}
  columns: {count: 4, measure: 10字, gutter: 1字}
slots:
  lead:
    box: {cols: all, rows: 1-20}   # 头条
    text: {columns: 2}
  left:
    box:
      cols: "1-2"
      rows: 22-42   # 左
  right: {box: {rows: 22-42, cols: 3-4}}
"""
ISSUE = """\
schema: bulletin/issue@1
issue: {id: "001", date: 2026-01-01, number: 1}
pages:
  # 第一版
  - {layout: front, put: {lead: first-story, left: second-story, right: third}}   # 要闻
"""
THIRD = "---\nheadline: 三\n---\n文字。\n"
MM = 72 / 25.4


def publication(folder: Path, layout: str = LAYOUT, issue: str = ISSUE, **more: str) -> Path:
    return paper(
        folder,
        {
            "layouts/front.yaml": layout,
            "content/001/issue.yaml": issue,
            "content/001/third.md": THIRD,
            **{name.replace("__", "/") + ".yaml": text for name, text in more.items()},
        },
    )


def edited(issue: Path, slot: str, side: Side, by: int, page: int = 1, box: int = 0) -> Edit | Finding:
    seen = see(issue)
    return edit_edge(seen.composed.issue, seen.texts, page, slot, side, by, box=box)


def changed_lines(edit: Edit | Finding) -> dict[str, list[tuple[str, str]]]:
    """By file, the lines that an edit changes, before and after."""
    assert isinstance(edit, Edit), said(edit)
    found = {}
    for path, data in edit.before.items():
        old, new = (each.decode().split("\n") for each in (data, edit.after[path]))
        assert len(old) == len(new)
        found[path.name] = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return found


def test_both_neighbours_follow_in_the_layout(tmp_path: Path) -> None:
    assert changed_lines(edited(publication(tmp_path), "lead", "bottom", -2)) == {
        "front.yaml": [
            ("    box: {cols: all, rows: 1-20}   # 头条", "    box: {cols: all, rows: 1-18}   # 头条"),
            ("      rows: 22-42   # 左", "      rows: 20-42   # 左"),
            ("  right: {box: {rows: 22-42, cols: 3-4}}", "  right: {box: {rows: 20-42, cols: 3-4}}"),
        ]
    }


def test_a_slot_below_takes_the_one_above_and_its_neighbour(tmp_path: Path) -> None:
    lines = changed_lines(edited(publication(tmp_path), "left", "top", 3))["front.yaml"]
    assert [new.split("#")[0].strip() for _, new in lines] == [
        "box: {cols: all, rows: 1-23}", "rows: 25-42", "right: {box: {rows: 25-42, cols: 3-4}}",
    ]  # fmt: skip


def test_columns(tmp_path: Path) -> None:
    assert changed_lines(edited(publication(tmp_path), "left", "right", 1)) == {
        "front.yaml": [
            ('      cols: "1-2"', '      cols: "1-3"'),
            ("  right: {box: {rows: 22-42, cols: 3-4}}", "  right: {box: {rows: 22-42, cols: 4-4}}"),
        ]
    }


def test_an_edge_that_nobody_shares(tmp_path: Path) -> None:
    assert changed_lines(edited(publication(tmp_path), "left", "bottom", -5)) == {
        "front.yaml": [("      rows: 22-42   # 左", "      rows: 22-37   # 左")]
    }


@pytest.mark.parametrize(("slot", "side", "by"), [("lead", "top", -1), ("left", "left", 2), ("lead", "bottom", 21)])
def test_where_there_is_no_room(tmp_path: Path, slot: str, side: Side, by: int) -> None:
    found = edited(publication(tmp_path), slot, side, by)
    assert isinstance(found, Finding)
    assert found.code == "not-editable"


def test_what_an_inherited_layout_has_goes_into_the_page(tmp_path: Path) -> None:
    child = "schema: bulletin/layout@1\nextends: house\nname: 要闻\n"
    found = edited(publication(tmp_path, child, layouts__house=LAYOUT), "lead", "bottom", 1)
    assert changed_lines(found) == {
        "issue.yaml": [
            (
                "  - {layout: front, put: {lead: first-story, left: second-story, right: third}}   # 要闻",
                "  - {layout: front, put: {lead: first-story, left: second-story, right: third}, "
                "set: {lead.box.rows: 1-21, left.box.rows: 23-42, right.box.rows: 23-42}}   # 要闻",
            )
        ]
    }


def test_a_layout_of_two_pages_stays(tmp_path: Path) -> None:
    page = """  - layout: front
    put: {lead: fourth}
"""
    issue = publication(tmp_path, issue=ISSUE + page)
    (issue / "fourth.md").write_text(THIRD, "utf-8")
    found = edited(issue, "lead", "bottom", 1, page=2)
    assert isinstance(found, Edit)
    ((path, data),) = found.after.items()
    assert path.name == "issue.yaml"
    assert data.decode() == ISSUE + page + (
        "    set:\n      lead.box.rows: 1-21\n      left.box.rows: 23-42\n      right.box.rows: 23-42\n"
    )


@pytest.mark.parametrize(
    "setting",
    ["lead.box.rows: 1-20", "slots.lead.box.rows: 1-20", "lead.box: {rows: 1-20}", "slots.lead: {box: {rows: 1-20}}"],
)
def test_what_the_page_sets_already_is_changed_there(tmp_path: Path, setting: str) -> None:
    page = ISSUE.replace("right: third}}", f"right: third}}, set: {{{setting}}}}}")
    lines = changed_lines(edited(publication(tmp_path, issue=page), "lead", "bottom", -1))
    assert lines["issue.yaml"][0][1] == lines["issue.yaml"][0][0].replace("1-20", "1-19")
    assert [new.split("#")[0].strip() for _, new in lines["front.yaml"]] == [
        "rows: 21-42", "right: {box: {rows: 21-42, cols: 3-4}}",
    ]  # fmt: skip


FIXED = LAYOUT.replace("{cols: all, rows: 1-20}", "{x: 22mm, y: 24.5mm, width: 160mm, height: 100mm}")


@pytest.mark.parametrize(
    ("side", "by", "box"),
    [
        ("bottom", 3, "{x: 22mm, y: 24.5mm, width: 160mm, height: 103mm}"),
        ("top", -4, "{x: 22mm, y: 20.5mm, width: 160mm, height: 104mm}"),
        ("left", 2, "{x: 24mm, y: 24.5mm, width: 158mm, height: 100mm}"),
        ("right", -9, "{x: 22mm, y: 24.5mm, width: 151mm, height: 100mm}"),
    ],
)
def test_a_slot_in_millimetres(tmp_path: Path, side: Side, by: int, box: str) -> None:
    assert changed_lines(edited(publication(tmp_path, FIXED), "lead", side, by)) == {
        "front.yaml": [
            ("    box: {x: 22mm, y: 24.5mm, width: 160mm, height: 100mm}   # 头条", f"    box: {box}   # 头条")
        ]
    }


def test_a_slot_in_points_that_several_pages_have(tmp_path: Path) -> None:
    fixed = LAYOUT.replace("{cols: all, rows: 1-20}", "{x: 62pt, y: 70.4pt, width: 460pt, height: 300pt}")
    issue = publication(tmp_path, fixed, ISSUE + "  - {layout: front, put: {lead: fourth}}\n")
    (issue / "fourth.md").write_text(THIRD, "utf-8")
    found = edited(issue, "lead", "top", 5, page=2)
    assert isinstance(found, Edit), said(found)
    ((path, data),) = found.after.items()
    assert path.name == "issue.yaml"
    assert "set: {lead.box.y: 75.4pt, lead.box.height: 295pt}" in data.decode()


@pytest.mark.parametrize(("side", "by"), [("top", -25), ("left", 160), ("right", 32), ("bottom", 176)])
def test_a_slot_in_millimetres_stays_on_the_paper(tmp_path: Path, side: Side, by: int) -> None:
    found = edited(publication(tmp_path, FIXED), "lead", side, by)
    assert isinstance(found, Finding)
    assert "cannot go there" in said(found)


def test_a_place_is_the_nearest_whole_millimetre(tmp_path: Path) -> None:
    plan = see(publication(tmp_path, FIXED)).composed.issue.pages[0]
    places = edge_places(plan, "lead", "bottom")
    assert places[0] == pytest.approx(25.5 * MM, abs=0.01)
    assert places[-1] == pytest.approx((297 + 3) * MM, abs=MM)
    assert steps_to(plan, "lead", "bottom", 130.1 * MM) == 6
    assert steps_to(plan, "lead", "top", -1000.0) == -24


#: An L: the second box of the lead is beside the right slot.
ANGLE = LAYOUT.replace("    box: {cols: all, rows: 1-20}   # 头条\n", """\
    boxes:   # 头条
      - {cols: all, rows: 1-20}   # 上
      - cols: 1-2   # 下
        rows: 22-30
""").replace("rows: 22-42   # 左", "rows: 32-42   # 左")  # fmt: skip


def test_a_box_of_several_with_what_shares_its_edge(tmp_path: Path) -> None:
    issue = publication(tmp_path, ANGLE)
    assert changed_lines(edited(issue, "lead", "bottom", -2)) == {
        "front.yaml": [
            ("      - {cols: all, rows: 1-20}   # 上", "      - {cols: all, rows: 1-18}   # 上"),
            ("        rows: 22-30", "        rows: 20-30"),
            ("  right: {box: {rows: 22-42, cols: 3-4}}", "  right: {box: {rows: 20-42, cols: 3-4}}"),
        ]
    }
    assert changed_lines(edited(issue, "lead", "bottom", 1, box=1)) == {
        "front.yaml": [
            ("        rows: 22-30", "        rows: 22-31"),
            ("      rows: 32-42   # 左", "      rows: 33-42   # 左"),
        ]
    }


def test_boxes_of_an_inherited_layout_go_into_the_page_as_a_whole(tmp_path: Path) -> None:
    child = "schema: bulletin/layout@1\nextends: house\nname: 要闻\n"
    issue = publication(tmp_path, child, layouts__house=ANGLE)
    found = edited(issue, "lead", "bottom", 1, box=1)
    assert isinstance(found, Edit), said(found)
    ((path, data),) = found.after.items()
    boxes = "lead.boxes: [{cols: 1-4, rows: 1-20}, {cols: 1-2, rows: 22-31}]"
    assert f"set: {{{boxes}, left.box.rows: 33-42}}" in data.decode()
    path.write_bytes(data)
    again = edited(issue, "lead", "bottom", -2, box=1)
    assert isinstance(again, Edit), said(again)
    assert "{cols: 1-2, rows: 22-29}], left.box.rows: 31-42" in again.after[path].decode()


def test_columns_of_a_box_of_several(tmp_path: Path) -> None:
    assert changed_lines(edited(publication(tmp_path, ANGLE), "lead", "right", 1, box=1)) == {
        "front.yaml": [
            ("      - cols: 1-2   # 下", "      - cols: 1-3   # 下"),
            ('      cols: "1-2"', '      cols: "1-3"'),
            ("  right: {box: {rows: 22-42, cols: 3-4}}", "  right: {box: {rows: 22-42, cols: 4-4}}"),
        ]
    }


def test_the_page_after_the_edit(tmp_path: Path) -> None:
    issue = publication(tmp_path)
    found = edited(issue, "lead", "bottom", -2)
    assert isinstance(found, Edit)
    for path, data in found.after.items():
        path.write_bytes(data)
    slots = see(issue).composed.issue.pages[0].layout.slots
    assert [slots[name].boxes[0].rows for name in ("lead", "left", "right")] == [(1, 18), (20, 42), (20, 42)]
