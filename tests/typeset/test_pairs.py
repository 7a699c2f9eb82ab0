"""Widths of marks beside marks (标点挤压; CLREQ 6.3.2), in em, read from the placed glyphs."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import TextRun, break_lines, prepare
from tests.typeset.setting import EM, galley, glyphs, set_text, style

#: Text between two Han, and its width with adjacent 1.5 and 1.
WORKED = [
    ("，“", 1.5, 1.0), ("：“", 1.5, 1.0), ("。”", 1.5, 1.5), ("”。", 1.5, 1.5), ("）（", 1.5, 1.0), ("（（", 1.5, 1.5),
    ("“《", 1.5, 1.5), ("（）", 2.0, 2.0), ("）。”", 2.0, 2.0), ("。”“", 2.0, 1.5), ("》、《", 2.0, 1.5),
    ("》”，", 2.0, 2.0), ("。”（", 2.0, 1.5), ("“‘甲’”", 4.0, 4.0), ("《甲》（乙）", 5.5, 5.0), ("”——", 3.0, 3.0),
    ("（（（", 2.0, 2.0), ("）））", 2.0, 2.0), ("（·", 1.5, 1.5), ("）·", 1.0, 1.0), ("·（", 1.0, 1.0),
    ("）　", 1.5, 1.5), ("　（", 1.5, 1.5), ("。", 1.0, 1.0), ("？！", 1.0, 1.0), ("！！", 1.0, 1.0),
    ("？？？", 2.0, 2.0), ("！？”", 2.0, 2.0), ("·", 0.5, 0.5), ("～", 1.0, 1.0), ("—", 1.0, 1.0), ("–", 0.5, 0.5),
    ("/", 0.5, 0.5), ("／", 0.5, 0.5), ("-", 0.5, 0.5), ("——", 2.0, 2.0), ("……", 2.0, 2.0), ("…………", 4.0, 4.0),
    ("⸺", 2.0, 2.0), ("……。", 3.0, 3.0),
]  # fmt: skip


@pytest.mark.parametrize(("marks", "wide", "close"), WORKED)
def test_width_between_han(toy: FontBook, marks: str, wide: float, close: float) -> None:
    for adjacent, width in ((1.5, wide), (1.0, close)):
        assert galley(f"一{marks}二", toy, adjacent=adjacent).natural / EM == pytest.approx(2 + width)


@pytest.mark.parametrize(
    ("marks", "full", "kaiming", "half", "drawn"),
    [
        ("。", 1.0, 1.0, 0.5, 1.0),
        ("，", 1.0, 0.5, 0.5, 1.0),
        ("（", 1.0, 0.5, 0.5, 1.0),
        ("。”", 1.5, 1.0, 1.0, 2.0),
        ("，“", 1.5, 1.0, 1.0, 2.0),
        ("。“", 1.5, 1.5, 1.0, 2.0),
        ("·", 0.5, 0.5, 0.5, 0.5),
    ],
)
def test_named_styles(toy: FontBook, marks: str, full: float, kaiming: float, half: float, drawn: float) -> None:
    wanted = {"full": full, "kaiming": kaiming, "half": half, "as-is": drawn}
    found = {name: galley(f"一{marks}二", toy, marks=name).natural / EM - 2 for name in wanted}
    assert found == pytest.approx(wanted)


def test_line_end_half_compresses_at_line_ends_only(toy: FontBook) -> None:
    assert galley("一。”二", toy, marks="line-end-half").natural / EM == pytest.approx(4)
    assert galley("一。”", toy, marks="line-end-half").natural / EM == pytest.approx(2.5)


def test_body_stands_on_its_side_of_the_blank(toy: FontBook) -> None:
    """The toy's glyphs have 1 em; an opening mark's body is its right half, a point's its left half."""
    line = set_text("一（二）三", 20, toy).lines[0]
    assert [g.x for g in glyphs(line)] == pytest.approx([0, 1, 2, 3, 4])
    line = set_text("一。”二", 20, toy).lines[0]
    assert [g.x for g in glyphs(line)] == pytest.approx([0, 1, 1.5, 2.5])


@pytest.mark.parametrize("marks", ["。”", "，“", "））", "》、", "？！", "——", "……"])
def test_compression_works_across_runs(toy: FontBook, marks: str) -> None:
    """Bold, another colour or another font inside a pair changes no width (Typst #5474, xeCJK #287)."""
    plain, bold = style(), style(weight="bold", font="hei")
    runs = (TextRun("一" + marks[0], plain), TextRun(marks[1] + "二", bold))
    whole = galley(f"一{marks}二", toy).natural
    parted = prepare(runs, plain, toy)
    assert parted.natural == pytest.approx(whole)
    line = break_lines(parted, (200.0,)).lines[0]
    assert len(line.runs) == 2
    assert {run.face.name for run in line.runs} == {"ToySong-Regular", "ToyHei-Bold"}


def test_marks_of_two_sizes_keep_half_of_both_blanks(toy: FontBook) -> None:
    small, large = style(), style(size=2 * EM)
    mixed = prepare((TextRun("一。", small), TextRun("“二", large)), small, toy)
    # bodies ½ and 1 em, Han 1 and 2 em, the blank between: a quarter of each size
    assert mixed.natural / EM == pytest.approx(1 + 0.5 + 0.75 + 1 + 2)
