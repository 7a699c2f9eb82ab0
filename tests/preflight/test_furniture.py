"""Furniture stands clear of the type area and of its neighbours, measured from ink to ink, and is found where not."""

import math
from itertools import product
from pathlib import Path

import pytest

from bulletin_layout.page import Page, PanelMark, PictureMark, RuleMark
from bulletin_layout.preflight.extent import InkRect, inks_of
from tests.support.laid import lay
from tests.support.said import said

LINE = 14.0
LAYOUT = """\
schema: bulletin/layout@1
name: 要闻
paper: {{trim: A4, bleed: 3mm, margins: {{top: 30mm, bottom: 30mm, inner: 15mm, outer: 12mm}}}}
grid:
  body: {{size: 小五, line: 14pt}}
  columns: {{count: 2, measure: 26字, gutter: 2字}}
styles:
  large: {{font: hei, weight: bold, size: 30pt}}
  ruled: {{font: kai, size: 8pt, leading: 12pt}}
{furniture}
slots:
  main: {{box: {{cols: 1-2, rows: all}}, title: {title}, short: 200}}
"""
BODY = "新谷入仓，场院里还留着昨夜的露水。" * 145 + "\n"


def composed(
    folder: Path, furniture: str, title: str = "{place: none}", *, repeat: bool = False
) -> tuple[Page, list[str]]:
    """The page (of a running bulletin: the second) and the findings about its furniture."""
    layout = LAYOUT.format(furniture=furniture, title=title) + ("repeat: until-text-ends\n" if repeat else "")
    head = "" if "none" in title else "---\nheadline: 秋收后的田野\n---\n"
    pages = "[{layout: front, flow: [a]}]" if repeat else "[{layout: front, put: {main: a}}]"
    laid = lay(folder / "paper", {"front": layout}, {"a": head + BODY * (4 if repeat else 1)}, pages)
    codes = ("near-text", "rule-through-text", "text-on-text")
    found = [said(finding) for finding in laid.findings if finding.code in codes]
    return laid.composed.edition.pages[1 if repeat else 0], found


def inks(page: Page, furniture: bool) -> list[InkRect]:
    found = []
    for mark in page.marks:
        own = mark.furniture if isinstance(mark, RuleMark | PanelMark) else mark.tag.furniture
        if bool(own) == furniture and not isinstance(mark, PictureMark):
            found += [ink for ink, _ in inks_of(mark)]
    return found


def nearest(page: Page) -> float:
    """Points from the furniture's ink to the nearest of the stories'."""
    return min(
        math.hypot(max(0, a.left - b.right, b.left - a.right), max(0, a.top - b.bottom, b.top - a.bottom))
        for a in inks(page, furniture=True)
        for b in inks(page, furniture=False)
    )


def baselines(page: Page) -> set[float]:
    return {round(text.y, 3) for text in page.texts() if text.tag.furniture}


GUIDE = """\
furniture:
  folio: {at: %s-center, text: "{publication.name}　第{page.number}版", rule: %s}
editor: {at: %s-outer, label: 本版责编, name: 沈珂}
"""


@pytest.mark.parametrize(
    ("edge", "rule", "title"), list(product(("top", "bottom"), ("below", "above", "none"), (0, 1)))
)
def test_the_line_of_the_guide_stands_clear_and_on_one_baseline(
    tmp_path: Path, edge: str, rule: str, title: int
) -> None:
    page, found = composed(tmp_path, GUIDE % (edge, rule, edge), ("{place: none}", "{place: left}")[title])
    assert found == []
    assert nearest(page) >= LINE / 2 - 1  # ink may leave the em box by less than a point
    assert len(baselines(page)) == 1


@pytest.mark.parametrize(("edge", "repeat"), list(product(("top", "bottom"), (False, True))))
def test_pieces_of_unlike_sizes_with_rules_are_clear_of_each_other(tmp_path: Path, edge: str, repeat: bool) -> None:
    furniture = f"""\
furniture:
  name: {{at: {edge}-inner, text: "综合gjp", style: large, rule: above}}
  date: {{at: {edge}-center, text: "十月，（三十）日 gjp", style: ruled, rule: below, rule_kind: thick-thin}}
  number: {{at: {edge}-outer, text: "第{{page.number}}版", style: folio}}
  line: {{at: {edge}, text: "", rule: below, rule_kind: double}}
"""
    page, found = composed(tmp_path, furniture, repeat=repeat)
    assert found == []
    assert nearest(page) >= LINE / 2 - 1  # ink may leave the em box by less than a point
    assert len(baselines(page)) == 1


@pytest.mark.parametrize("edge", ["top", "bottom"])
def test_two_texts_at_one_place_stand_one_beyond_the_other(tmp_path: Path, edge: str) -> None:
    furniture = f"""\
furniture:
  date: {{at: {edge}-center, text: 十月三十日, rule: {"below" if edge == "top" else "above"}}}
  name: {{at: {edge}, text: 禾岭院讯, style: large}}
  number: {{at: {edge}-inner, text: "第{{page.number}}版"}}
editor: {{at: {edge}-center, label: 本版责编, name: 沈珂}}
"""
    page, found = composed(tmp_path, furniture)
    assert found == []
    assert nearest(page) >= LINE / 2 - 1
    assert len(baselines(page)) == 3  # the number beside the date


def test_a_piece_without_an_offset_joins_the_baseline_of_neighbours_that_have_one(tmp_path: Path) -> None:
    furniture = """\
furniture:
  name: {at: top-inner, text: 综合, style: large, offset: 15pt}
  line: {at: top, text: "", rule: below, rule_kind: thick-thin, offset: 7pt}
editor: {at: top-outer, label: 本版责编, name: 沈珂}
"""
    page, found = composed(tmp_path, furniture)
    assert found == []
    assert len(baselines(page)) == 1


@pytest.mark.parametrize(
    ("furniture", "code", "words"),
    [
        ("{at: top-center, text: 甲乙丙丁, rule: below, offset: 0pt}", "near-text", "needs 2 pt"),
        ("{at: bottom-center, text: 甲乙丙丁, offset: 0pt}", "near-text", "needs 2 pt"),
        ('{at: {cols: 1, rows: 1}, text: "", rule: below}', "rule-through-text", "新谷"),
        ('{at: {x: 20mm, y: 100mm, width: 60mm, height: 4mm}, text: "", rule: below}', "near-text", "story"),
        (
            '{at: {x: 20mm, y: 90mm, width: 60mm, height: 40mm}, text: "", frame: {border: thin}}',
            "rule-through-text",
            "",
        ),
        (
            "{at: {x: 20mm, y: 10mm, width: 60mm, height: 6mm}, text: 甲乙, style: large, rule: below}",
            "rule-through",
            "甲",
        ),
        ("{at: top-outer, text: 甲乙丙丁, offset: 20pt}", "text-on-text", "甲乙"),
    ],
)
def test_furniture_too_near_is_found(tmp_path: Path, furniture: str, code: str, words: str) -> None:
    line = f"furniture:\n  near: {furniture}\n  folio: {{at: top-outer, text: 甲乙丙丁, offset: 20pt}}\n"
    if code != "text-on-text":
        line = line.rpartition("  folio")[0]
    _, found = composed(tmp_path, line)
    assert len([each for each in found if code in each and words in each]) == 1, found
    assert all("layouts/front.yaml:" in each for each in found)


def test_a_vertical_head_is_measured_too(tmp_path: Path) -> None:
    furniture = "furniture: {folio: {at: top-center, text: 甲乙丙丁, rule: below, rule_kind: thick, offset: 0pt}}"
    _, found = composed(tmp_path, furniture, "{place: left}")
    assert len(found) == 1
    assert "near-text" in found[0]


def test_an_underline_of_furniture_is_its_own(tmp_path: Path) -> None:
    line = 'furniture: {folio: {at: top-center, text: "[gjpq院报]{.under}甲"}}'
    page, found = composed(tmp_path, line)
    assert [mark for mark in page.marks if isinstance(mark, RuleMark) and mark.beside is not None]
    assert found == []
