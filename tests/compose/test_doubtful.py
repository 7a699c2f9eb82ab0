"""What a page does not set as it was meant, as findings at their places (缺字、混用字体、异体字、文种)."""

from pathlib import Path

import pytest

from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.findings import Location, line
from bulletin_layout.fonts import FontBook, FontFile
from bulletin_layout.issue import Aside, Block, Paragraph, Piece
from bulletin_layout.typeset.raised import SIZE
from tests.compose.sample import STYLES, han, make, paragraph, slot, story
from tests.support.toy_font import HAN, toy_font

CODES = ("missing-glyph", "mixed-face", "variant-not-shown", "script-not-set")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    """Song has all Han; Hei and Kai lack 囍 and 龘."""
    folder: Path = tmp_path_factory.mktemp("faces")
    few = "".join(char for char in HAN if char not in "囍龘") + "abc，。"
    files = {}
    for family, chars in (("song", HAN + "abc，。（）"), ("hei", few), ("kai", few)):
        path = toy_font(folder / f"{family}.ttf", name=family.title(), chars=chars)
        files[family, "regular"] = FontFile(path, 0, "", family, "regular", Location("fonts.yaml"))
    return FontBook(files, ("song", "hei"))


def said(book: FontBook, *blocks: Block, **heads: str) -> list[str]:
    """Place and finding of all that is doubtful on a page."""
    findings = make(book, slot(rows=(1, 12)), story(*blocks, **heads)).composed.findings
    return [line(finding, "en") for finding in findings if finding.code in CODES]


def test_a_head_that_takes_type_of_another_face_names_character_and_face(book: FontBook) -> None:
    (found,) = said(book, paragraph(han(30)), headline="陈家囍事龘一囍")
    assert "warning[mixed-face]: headline: 囍龘 stands in Song" in found
    assert said(book, paragraph(han(30)), headline="陈家喜事") == []


def test_strong_text_and_crossheads_are_looked_at_and_the_body_is_not(book: FontBook) -> None:
    strong = Piece("囍", Location("s.md", 12, 4), "strong")
    plain = Piece("囍在宋体", Location("s.md", 12, 9))
    kai = Piece("龘", Location("s.md", 12, 15), "emphasis")
    block = Paragraph((strong, plain, kai), Location("s.md", 12, 4))
    head = paragraph("小标题囍", 11, kind="crosshead")
    assert said(book, head, block) == [
        "s.md:11:4: warning[mixed-face]: 囍 stands in Song: the text's own face has not got it",
        "s.md:12:4: warning[mixed-face]: 囍 stands in Song: the text's own face has not got it",
    ]


def test_strong_text_in_an_aside_too(book: FontBook) -> None:
    strong = Piece("囍", Location("s.md", 22, 4), "strong")
    inner = Paragraph((Piece("囍", Location("s.md", 22, 1)), strong), Location("s.md", 22, 1))
    box = Aside((Piece("小资料龘", Location("s.md", 21, 5)),), (inner,), Location("s.md", 21))
    found = said(book, paragraph(han(30)), box)
    assert [one.partition(": ")[0] for one in found] == ["s.md:21:8", "s.md:22:4"]


def test_a_script_that_no_font_can_set_is_one_error_a_paragraph(book: FontBook) -> None:
    (found,) = said(book, paragraph("作者ئايگۈل与مەمەت来"))
    assert found == (
        "s.md:10:3: error[script-not-set]: no font of fonts.yaml can set ئايگۈل مەمەت (script Arab): "
        "add a family that has this script"
    )
    (found,) = said(book, paragraph(han(30)), headline="访བོད་")
    assert "error[script-not-set]: headline: " in found


def test_a_form_that_no_font_shows_is_said(book: FontBook) -> None:
    assert said(book, paragraph("一葛\U000e0100飞")) == [
        "s.md:10:2: warning[variant-not-shown]: no font shows this form of 葛 (U+845B U+E0100): "
        "another form of it is printed"
    ]


def test_spans_above_and_below_the_line_are_smaller(book: FontBook) -> None:
    place = Location("s.md", 10)
    pieces = (Piece("一", place), Piece("二", place, shift="sup"), Piece("三", place, "strong", shift="sub"))
    one, two, three = type_runs(pieces, STYLES["body"], STYLES)
    assert (one.style.rise, one.style.size) == (0, 10)
    assert two.style.rise > 0 > three.style.rise
    assert two.style.size == three.style.size == SIZE * 10
    assert three.style.font == "hei"
