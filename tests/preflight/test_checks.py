"""Preflight on pages made by hand: each check finds its finding, and leaves a good page alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

from bulletin_layout.findings import Location
from bulletin_layout.fonts import Face
from bulletin_layout.fonts.face import InkBounds
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import NEWSPAPER, SHEETFED, Issue, Press, Publication
from bulletin_layout.page import Edition, GlyphRun, Mark, Page, PanelMark, PictureMark, RuleMark, Tag, TextMark
from bulletin_layout.pictures import Picture, open_picture
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.preflight.extent import InkRect, extent
from tests.support.said import said
from tests.support.words import words

MM = 72 / 25.4
HERE = Location("content/1/issue.yaml", 2, 1)


class SquareFace:
    """Every glyph is 1 em wide: positions are exact."""

    name = "Square"

    def advance(self, _gid: int) -> float:
        return 1.0

    def ink(self, _gid: int) -> InkBounds:
        return InkBounds(0.1, 0.0, 0.9, 0.8)


def text(x: float, y: float, words: str, story: str = "", size: float = 10.0, **more: object) -> TextMark:
    xs = tuple(index * size for index in range(len(words)))
    run = GlyphRun(cast(Face, SquareFace()), size, BLACK, tuple(range(len(words))), xs, tuple(words))
    return TextMark(x, y, run, Tag(story=story, **more))  # type: ignore[arg-type]


def picture(x: float, y: float, width: float, height: float, pixels: tuple[int, int]) -> PictureMark:
    file = Picture(Path("a.jpg"), "photos/a.jpg", *pixels, "")
    return PictureMark(x, y, width, height, file, tag=Tag("figure", "visit", location=Location("visit.md", 5, 11)))


def found(*marks: Mark) -> list[str]:
    page = Page(1, "要闻", 400, 600, 3 * MM, marks)
    issue = Issue("1", date(2026, 1, 1), Publication(Path(), {"name": words("报")}), Path(), (), HERE)
    edition = Edition("报", "", "", date(2026, 1, 1), (page,))
    return [said(finding) for finding in inspect_edition(edition, issue)]


def judged(press: Press, *marks: Mark) -> set[str]:
    page = Page(1, "要闻", 400, 600, 0, marks)
    publication = Publication(Path(), {"name": words("报")}, press=press)
    issue = Issue("1", date(2026, 1, 1), publication, Path(), (), HERE)
    return {finding.code for finding in inspect_edition(Edition("报", "", "", date(2026, 1, 1), (page,)), issue)}


def test_a_spot_that_the_press_converts_is_judged_by_its_inks_and_its_name() -> None:
    def rule(name: str) -> RuleMark:
        return RuleMark(20, 120, 380, 120, 0.4, Ink("spot", (0, 1, 0.8, 0), name))

    assert judged(SHEETFED, rule("PANTONE 186 C")) == set()
    assert judged(NEWSPAPER, rule("PANTONE 186 C")) == {"mixed-line"}
    assert judged(NEWSPAPER, rule("All")) == {"mixed-line", "spot-name"}


def test_what_stands_off_its_baseline_may_be_smaller_than_text() -> None:
    """Superscripts and the numbers of notes: 5.4 pt beside text of 9 pt."""
    small = text(60, 300, "23", size=5.4)
    raised = replace(small, run=replace(small.run, ys=(-3.0, -3.0)))
    assert judged(SHEETFED, small) == {"small-type"}
    both = replace(small, run=replace(small.run, ys=(1.5, -3.0)))
    down = replace(small, run=replace(small.run, xs=(0.0, 0.0), ys=(5.0, 10.4)))
    assert judged(SHEETFED, raised) == judged(SHEETFED, both) == set()
    assert judged(SHEETFED, down) == {"small-type"}


def test_a_good_page_has_no_findings() -> None:
    assert (
        found(
            PanelMark(-3 * MM, -3 * MM, 400 + 6 * MM, 100, fill=BLACK),
            RuleMark(20, 120, 380, 120, 0.5, BLACK),
            text(20, 150, "上一行", "a"),
            text(20, 164, "下一行", "b"),
            picture(20, 200, 100 * MM, 75 * MM, (1200, 900)),
        )
        == []
    )


def test_low_resolution_says_how_large_the_picture_may_be() -> None:
    (line,) = found(picture(20, 200, 128 * MM, 96 * MM, (720, 540)))
    assert line == (
        "visit.md:5:11: warning[low-resolution]: photos/a.jpg prints at 143 dpi (needs 300): at most 60 mm wide"
    )


def test_resolution_counts_only_the_part_that_the_crop_shows() -> None:
    whole = picture(20, 200, 50 * MM, 50 * MM, (800, 800))
    half = PictureMark(20, 200, 50 * MM, 50 * MM, whole.picture, (0.25, 0.0, 0.75, 1.0), Tag("figure", location=HERE))
    assert found(whole) == []
    assert "prints at 203 dpi" in found(half)[0]


@pytest.mark.parametrize(
    "mark",
    [
        RuleMark(-20, 50, 100, 50, 1, BLACK),
        PanelMark(300, 500, 150, 50, fill=BLACK),
        picture(20, 500, 100, 120, (5000, 6000)),
    ],
)
def test_nothing_may_reach_beyond_the_bleed(mark: Mark) -> None:
    assert ["reaches beyond the edge of the paper" in line for line in found(mark)] == [True]


@pytest.mark.parametrize("beyond", [0.0, 2.9, -0.9])
def test_a_ground_that_runs_to_the_cut_must_reach_the_bleed(beyond: float) -> None:
    (line,) = found(PanelMark(50, 100, 350 + beyond * MM, 50, fill=BLACK))
    assert "warning[bleed-missed]: page 1: a ground runs to the cut but ends" in line
    assert f"{3 - beyond:.1f} mm short" in line


@pytest.mark.parametrize("beyond", [3.0, -1.1])
def test_a_ground_in_the_bleed_or_inside_the_page_is_good(beyond: float) -> None:
    assert found(PanelMark(50, 100, 350 + beyond * MM, 50, fill=BLACK)) == []


def test_a_picture_that_misses_the_bleed_is_named_where_the_story_names_it() -> None:
    (line,) = found(picture(0, 200, 50 * MM, 50 * MM, (800, 800)))
    assert line.startswith("visit.md:5:11: warning[bleed-missed]: page 1: photos/a.jpg runs to the cut")


def test_text_near_the_cut_is_named_once_a_story_with_the_worst_distance() -> None:
    lines = found(text(5, 100, "甲", "visit"), text(2 * MM, 120, "乙", "visit"))
    assert len(lines) == 1
    assert "1.8 mm from the cut" in lines[0]


def test_text_of_two_stories_may_not_overlap() -> None:
    lines = found(text(50, 100, "甲乙丙丁", "a"), text(80, 104, "子丑寅卯", "b"), text(80, 200, "辰", "b"))
    assert len(lines) == 1
    assert 'story "b" and story "a" overlap' in lines[0]


def test_lines_of_one_story_and_touching_boxes_are_no_overlap() -> None:
    assert found(text(50, 100, "甲乙", "a"), text(55, 103, "丙丁", "a"), text(75, 100, "戊己", "b")) == []


def test_a_picture_painted_later_hides_text_and_text_stands_on_an_earlier_one() -> None:
    words = text(60, 300, "被盖住", "a")
    photo = picture(50, 200, 200, 200, (4000, 4000))
    (over,) = found(photo, words)
    assert 'error[text-on-picture]: page 1: text of story "a" stands on photos/a.jpg at 「被盖住」' in over
    assert "photos/a.jpg hides text of" in found(words, photo)[0]


def test_only_ink_counts_on_a_picture_and_a_storys_own_picture_may_bear_its_text() -> None:
    photo = picture(50, 200, 200, 200, (4000, 4000))
    assert found(photo, text(60, 300, "自己的", "visit")) == []
    assert found(photo, text(41, 300, "旁", "a"), text(60, 200, "上", "a")) == []  # 0.1 and 0.0 em of air
    assert found(photo, text(43, 300, "旁", "a")) != []


def test_a_turned_run_covers_the_way_down() -> None:
    run = GlyphRun(cast(Face, SquareFace()), 10.0, BLACK, (1, 2), (0.0, 0.0), ("A", "B"), ys=(0.0, 6.0), turn=90)
    assert extent(TextMark(100, 50, run)) == pytest.approx(InkRect(98.8, 50, 108.8, 66))


def test_a_cmyk_photo_with_more_ink_than_paper_dries_is_named(tmp_path: Path) -> None:
    Image.new("CMYK", (300, 300), (204, 204, 204, 255)).save(tmp_path / "a.tif")
    Image.new("CMYK", (300, 300), (153, 153, 153, 255)).save(tmp_path / "b.tif")
    deep, fine = (
        PictureMark(50, 50, 72, 72, open_picture(tmp_path / name, f"photos/{name}"), tag=Tag("figure", location=HERE))
        for name in ("a.tif", "b.tif")
    )
    (line,) = found(deep, fine)
    assert line.startswith("content/1/issue.yaml:2:1: warning[too-much-ink]: photos/a.tif has up to 340% ink")
