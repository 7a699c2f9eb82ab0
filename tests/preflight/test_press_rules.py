"""What a press asks of inks, type and lines: each rule on a page made by hand, at its limit and beyond it."""

from dataclasses import replace

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.issue import NEWSPAPER, SHEETFED
from bulletin_layout.preflight.colours import Colour
from bulletin_layout.preflight.press_rules import judge_uses
from bulletin_layout.preflight.uses import LineUse, PageUses, TextUse

K = Colour("cmyk", (0.0, 0.0, 0.0, 1.0))
WHITE = Colour("cmyk", (0.0, 0.0, 0.0, 0.0))
RICH = Colour("cmyk", (0.6, 0.4, 0.4, 1.0))
RED = Colour("cmyk", (0.15, 1.0, 0.9, 0.1))


def page(*uses: TextUse | LineUse | Colour) -> PageUses:
    found = PageUses(3)
    for use in uses:
        match use:
            case TextUse():
                found.texts[use] = "visit"
            case LineUse():
                found.lines[use] = ""
            case Colour():
                found.fills[use] = ""
    return found


def codes(*uses: TextUse | LineUse | Colour) -> list[str]:
    return [finding.code for finding in judge_uses(page(*uses), SHEETFED, Location)]


def text(size: float, colour: Colour = K, *, over: bool = True) -> TextUse:
    return TextUse("Song", size, colour, over)


def test_a_page_of_black_text_fine_rules_and_a_tint_is_good() -> None:
    assert codes(text(9), text(42, RICH, over=False), LineUse(0.25, K, True), Colour("cmyk", (0, 0, 0, 0.07))) == []


@pytest.mark.parametrize(("size", "found"), [(11.9, ["rich-black-text"]), (12, [])])
def test_small_black_text_is_black_alone(size: float, found: list[str]) -> None:
    assert codes(text(size, RICH, over=False)) == found


def test_coloured_text_is_not_taken_for_black() -> None:
    assert codes(text(9, RED, over=False)) == []


@pytest.mark.parametrize(("size", "found"), [(5.49, ["small-type"]), (5.5, [])])
def test_type_as_small_as_the_press_takes(size: float, found: list[str]) -> None:
    assert codes(text(size)) == found


@pytest.mark.parametrize(("size", "found"), [(3.84, ["small-type"]), (3.85, [])])
def test_ruby_may_be_smaller_for_its_text_is_twice_as_large(size: float, found: list[str]) -> None:
    assert codes(text(size)._replace(silent=True)) == found


@pytest.mark.parametrize(("width", "found"), [(0.249, ["thin-line"]), (0.25, [])])
def test_lines_as_thin_as_the_press_holds(width: float, found: list[str]) -> None:
    assert codes(LineUse(width, K, True)) == found


@pytest.mark.parametrize(("cyan", "found"), [(1.0, ["too-much-ink"]), (0.7, [])])
def test_no_more_ink_than_paper_dries(cyan: float, found: list[str]) -> None:
    assert codes(Colour("cmyk", (cyan, 1.0, 1.0, 0.3))) == found


def test_the_limits_are_the_profiles() -> None:
    ink = page(text(6), LineUse(0.25, K, True), Colour("cmyk", (0.7, 1.0, 0.5, 0.3)))
    assert list(judge_uses(ink, SHEETFED, Location)) == []
    assert {finding.code for finding in judge_uses(ink, NEWSPAPER, Location)} == {
        "small-type",
        "thin-line",
        "too-much-ink",
    }


@pytest.mark.parametrize(("name", "found"), [("Black", ["spot-name"]), ("cyan", ["spot-name"]), ("PANTONE 485 C", [])])
def test_a_spot_is_not_named_like_a_process_plate(name: str, found: list[str]) -> None:
    assert codes(Colour("spot", (1.0,), (name,))) == found


def test_crop_marks_lie_on_all_plates() -> None:
    assert codes(LineUse(0.25, Colour("spot", (1.0,), ("All",)), False)) == []


def test_white_that_overprints_vanishes_and_black_that_does_not_leaves_holes() -> None:
    assert codes(text(9, WHITE, over=True)) == ["white-overprints"]
    assert codes(text(9, over=False)) == ["black-knocks-out"]
    assert list(judge_uses(page(text(9, over=False)), replace(SHEETFED, overprint=False), Location)) == []


def test_a_blank_page_is_named() -> None:
    assert codes() == ["blank-page"]


def test_a_finding_names_the_story_and_the_inks() -> None:
    (finding,) = judge_uses(page(text(9, RICH, over=False)), SHEETFED, Location)
    assert finding.location.path == "visit"
    assert dict(finding.says.fields) == {"page": 3, "size": 9, "plates": 4, "colour": "C60 M40 Y40 K100"}
