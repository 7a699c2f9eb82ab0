"""What a press asks of inks, type and lines: each rule on a page made by hand, at its limit and beyond it."""

from dataclasses import replace

import pytest

from bulletin_layout.compose.blocks.pulls import LOWER, UPPER
from bulletin_layout.compose.blocks.table_marks import EDGE, HEAD, INNER
from bulletin_layout.compose.frame.rules import STROKES
from bulletin_layout.compose.frame.runs import NOTE_SIZE
from bulletin_layout.compose.text.notes import RULE
from bulletin_layout.findings import Location
from bulletin_layout.issue import NEWSPAPER, OFFSET_UNCOATED, SHEETFED, Press
from bulletin_layout.preflight.colours import Colour
from bulletin_layout.preflight.press_rules import judge_uses
from bulletin_layout.preflight.uses import LineUse, PageUses, TextUse
from bulletin_layout.typeset.annotate import RUBY_SIZE
from bulletin_layout.typeset.beside import BAR
from bulletin_layout.typeset.raised import SIZE as RAISED_SIZE

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


def codes(*uses: TextUse | LineUse | Colour, press: Press = SHEETFED) -> list[str]:
    return [finding.code for finding in judge_uses(page(*uses), press, Location)]


def text(size: float, colour: Colour = K, *, over: bool = True) -> TextUse:
    return TextUse("Song", size, colour, over)


def test_a_page_of_black_text_fine_rules_and_a_tint_is_good() -> None:
    assert codes(text(9), text(42, RICH, over=False), LineUse(0.25, K, True), Colour("cmyk", (0, 0, 0, 0.07))) == []


@pytest.mark.parametrize(("size", "found"), [(11.9, ["rich-black-text"]), (12, [])])
def test_small_black_text_is_black_alone(size: float, found: list[str]) -> None:
    assert codes(text(size, RICH, over=False)) == found


def test_coloured_text_is_not_taken_for_black() -> None:
    assert codes(text(9, RED, over=False)) == []


@pytest.mark.parametrize(("size", "found"), [(8.9, ["mixed-type"]), (9, [])])
@pytest.mark.parametrize("colour", [RED, Colour("spot", (1.0, 0.5), ("Gold", "Black"))])
def test_small_type_is_of_one_ink(size: float, found: list[str], colour: Colour) -> None:
    assert codes(text(size, colour, over=False)) == found
    assert codes(text(size, Colour("spot", (1.0,), ("Gold",)), over=False)) == []
    assert codes(text(size, Colour("cmyk", (0.0, 1.0, 0.0, 0.0)), over=False)) == []


@pytest.mark.parametrize(("width", "found"), [(0.49, ["mixed-line"]), (0.5, [])])
def test_thin_lines_are_of_one_ink(width: float, found: list[str]) -> None:
    assert codes(LineUse(width, RED, False)) == found
    assert codes(LineUse(width, Colour("cmyk", (0.0, 1.0, 0.0, 0.0)), False)) == []


def test_each_press_has_its_own_limits_of_what_is_fine() -> None:
    uses = (text(9, RED, over=False), LineUse(0.5, RED, False))
    assert codes(*uses, press=NEWSPAPER) == ["mixed-type"]
    assert codes(*uses, press=replace(SHEETFED, mixed_type=9.5, mixed_line=0.6)) == ["mixed-type", "mixed-line"]


@pytest.mark.parametrize("press", [SHEETFED, OFFSET_UNCOATED, NEWSPAPER])
def test_every_press_takes_the_rules_that_layouts_have_by_themselves(press: Press) -> None:
    """Rules by name, those of tables, notes and pull quotes; body type of 9 pt (小五) under ruby, with superscripts."""
    strokes = [width for rule in STROKES.values() for _, width in rule]
    widths = [*strokes, EDGE, HEAD, INNER, RULE, UPPER, LOWER, BAR * 9]
    small = [text(9 * part)._replace(small=True) for part in (RUBY_SIZE, RAISED_SIZE, NOTE_SIZE)]
    assert codes(text(9), *small, *(LineUse(width, K, True) for width in widths), press=press) == []


@pytest.mark.parametrize(("size", "found"), [(5.49, ["small-type"]), (5.5, [])])
def test_type_as_small_as_the_press_takes(size: float, found: list[str]) -> None:
    assert codes(text(size)) == found


@pytest.mark.parametrize(("size", "found"), [(3.56, ["small-type"]), (3.58, [])])
def test_ruby_may_be_smaller_for_its_text_is_twice_as_large(size: float, found: list[str]) -> None:
    assert codes(text(size)._replace(small=True)) == found


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


def test_registration_colour_on_a_page_is_ink_on_every_plate() -> None:
    every = Colour("spot", (1.0,), ("All",))
    assert codes(every) == ["too-much-ink", "spot-name"]
    assert codes(Colour("spot", (0.5,), ("All",))) == ["spot-name"]
    assert codes(Colour("spot", (1.0,), ("None",))) == ["spot-name"]
    assert codes(LineUse(0.3, every, False)) == ["mixed-line", "too-much-ink", "spot-name"]


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
