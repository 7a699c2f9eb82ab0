"""Widths of marks beside marks (标点挤压; CLREQ 6.3.2), in em, read from the placed glyphs."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import TextRun, break_lines, prepare
from tests.typeset.setting import EM, galley, glyphs, set_text, style, words

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


def test_kaiming_keeps_its_stops_whole_but_at_the_lines_end(toy: FontBook) -> None:
    for stop in "。！？":
        text = f"一{stop}二三四五"
        assert galley(text, toy, marks="kaiming").shrink[-1] == 0
        assert galley(text, toy).shrink[-1] == pytest.approx(0.5 * EM)
        text = f"一二三{stop}四五"
        assert words(set_text(text, 3.5, toy, marks="kaiming"), text) == [f"一二三{stop}", "四五"]


LEAD_INS = [
    ("答：", "一二三四，五六七"),
    ("晾三天。", "一二，五六七"),
    ("答", "：一二三四，五六七"),  # the mark is the text's own
    ("“好。”", "一二，五六七"),
]


@pytest.mark.parametrize(("first", "rest"), LEAD_INS)
@pytest.mark.parametrize("label", ["", "1.　"])
def test_the_mark_after_a_lead_in_keeps_its_blank(toy: FontBook, label: str, first: str, rest: str) -> None:
    """The line is half an em too long: its comma alone gives way, not the mark after the first words in bold."""
    plain, bold = style(), style(weight="bold", font="hei")
    text = label + first + rest
    runs = [TextRun(part, own) for part, own in ((label, plain), (first, bold), (rest, plain)) if part]
    prepared = prepare(runs, plain, toy, label=len(label))
    (line,) = break_lines(prepared, (prepared.natural - 0.5 * EM,)).lines
    placed = {glyph.text: glyph.x for glyph in glyphs(line)}
    assert placed["五"] - placed["，"] == pytest.approx(0.5)
    assert placed["一"] - placed[text[text.index("一") - 1]] == pytest.approx(1)


def test_other_words_in_bold_are_no_lead_in(toy: FontBook) -> None:
    plain, bold = style(), style(weight="bold", font="hei")
    prepared = prepare((TextRun("甲", plain), TextRun("乙，", bold), TextRun("丙", plain)), plain, toy)
    assert prepared.shrink[-1] == pytest.approx(0.5 * EM)
    assert prepare((TextRun("甲，", bold),), plain, toy).shrink[-1] == 0, "nothing follows"
