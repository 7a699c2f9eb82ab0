"""Emphasis dots, underlines and ruby (着重号、专名号、注音), on lines whose positions are whole numbers."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Galley, Interlinear, Line, Setting, TextRun, break_lines, prepare
from bulletin_layout.typeset.classes import HAN, kind_of
from bulletin_layout.typeset.pairs import SHRINK_STEPS
from tests.typeset.setting import EM, glyphs, style, text_of

OWN = style()


def dotted(text: str, own: Style = OWN) -> TextRun:
    return TextRun(text, own, mark="dots")


def under(text: str, own: Style = OWN) -> TextRun:
    return TextRun(text, own, mark="underline")


def ruby(text: str, over: str) -> TextRun:
    return TextRun(text, OWN, ruby=over)


def ready(book: FontBook, *parts: TextRun | str, **options: object) -> Galley:
    """Runs, plain where they are only text."""
    own = style(**options)
    return prepare([part if isinstance(part, TextRun) else TextRun(part, own) for part in parts], own, book)


def set_runs(book: FontBook, measure: float, *parts: TextRun | str, **options: object) -> Setting:
    return break_lines(ready(book, *parts, **options), (measure * EM,))


def beside(line: Line) -> Interlinear:
    assert line.interlinear is not None
    return line.interlinear


def dots(line: Line) -> list[float]:
    """The middle of every dot, em."""
    return [dot.x / EM for dot in beside(line).dots]


def bars(line: Line) -> list[tuple[float, float]]:
    return [(bar.x1 / EM, bar.x2 / EM) for bar in beside(line).bars]


def ruby_texts(line: Line) -> list[str]:
    return ["".join(text for run in found.runs for text in run.texts) for found in beside(line).ruby]


def ruby_edges(line: Line) -> list[tuple[float, float]]:
    """Left and right edge of each ruby by its glyphs' advances, em."""
    found = []
    for one in beside(line).ruby:
        first, last = one.runs[0], one.runs[-1]
        right = last.xs[-1] + last.face.advance(last.gids[-1]) * last.size
        assert (one.x, one.right) == pytest.approx((first.xs[0], right))
        found.append((one.x / EM, one.right / EM))
    return found


# -- dots ----------------------------------------------------------------------------------------------


def test_a_dot_stands_under_the_middle_of_every_han_and_nothing_else(toy: FontBook) -> None:
    line = set_runs(toy, 20, "一", dotted("二，三ab 四"), "五").lines[0]
    assert dots(line) == pytest.approx([1.5, 3.5, 6.0])  # a gap on both sides of ab
    assert {(dot.y / EM, dot.size / EM) for dot in beside(line).dots} == {(0.27, 0.16)}
    assert glyphs(line) == glyphs(set_runs(toy, 20, "一二，三ab 四五").lines[0])


def test_dots_go_with_their_characters_over_a_line_end(toy: FontBook) -> None:
    lines = set_runs(toy, 3, "一二", dotted("三四五六"), "七八").lines
    assert [dots(line) for line in lines[:2]] == [pytest.approx([2.5]), pytest.approx([0.5, 1.5, 2.5])]
    assert lines[2].interlinear is None


@pytest.mark.parametrize("options", [{"letterspace": 0.2}, {"align": "spread"}])
def test_dots_stay_centred_when_gaps_open(toy: FontBook, options: dict[str, object]) -> None:
    own = style(**options)
    line = break_lines(prepare([dotted("一二三", own)], own, toy), (6 * EM,)).lines[0]
    assert dots(line) == pytest.approx([glyph.x + 0.5 for glyph in glyphs(line)])
    assert glyphs(line)[1].x > 1.1


def test_a_dot_stands_under_a_character_that_ruby_has_widened(toy: FontBook) -> None:
    line = set_runs(toy, 20, "一", TextRun("二", OWN, mark="dots", ruby="ababab"), "三").lines[0]
    assert dots(line) == pytest.approx([glyphs(line)[1].x + 0.5])
    assert glyphs(line)[1].x > 1.05


# -- underlines ----------------------------------------------------------------------------------------


def test_an_underline_runs_on_over_marks_and_gaps(toy: FontBook) -> None:
    line = set_runs(toy, 20, "一", under("二ab三、四"), "五").lines[0]
    assert bars(line) == [pytest.approx((1, 6.5))]
    (bar,) = beside(line).bars
    assert (bar.y1 / EM, bar.width / EM) == pytest.approx((0.21, 0.05))


def test_an_underline_ends_with_its_line_and_goes_on_with_the_next(toy: FontBook) -> None:
    lines = set_runs(toy, 3, "一二", under("三四五六"), "七八").lines
    assert [bars(line) for line in lines[:2]] == [[pytest.approx((2, 3))], [pytest.approx((0, 3))]]


def test_no_underline_below_blanks_at_a_line_end(toy: FontBook) -> None:
    lines = set_runs(toy, 4, under("一二三四　五六")).lines
    assert [bars(line) for line in lines] == [[pytest.approx((0, 4))], [pytest.approx((0, 2))]]
    assert bars(set_runs(toy, 9, "一", under("　　"), "二").lines[0]) == [pytest.approx((1, 3))]  # a gap to fill in


def test_two_names_side_by_side_are_kept_apart(toy: FontBook) -> None:
    line = set_runs(toy, 20, under("一二"), under("三四"), "五").lines[0]
    assert bars(line) == [pytest.approx((0, 1.9375)), pytest.approx((2.0625, 4))]
    parted = set_runs(toy, 2, under("一二"), under("三四"), "五").lines
    assert [bars(line) for line in parted[:2]] == [[pytest.approx((0, 2))], [pytest.approx((0, 2))]]


def test_a_change_of_type_does_not_part_an_underline(toy: FontBook) -> None:
    line = set_runs(toy, 20, under("一二"), under("三", style(font="hei", weight="bold")), under("四"), "五").lines[0]
    assert bars(line) == [pytest.approx((0, 4))]


def test_an_underlined_word_divided_by_a_hyphen_keeps_its_line(toy: FontBook) -> None:
    setting = set_runs(toy, 12, "一二三四五六七", under("Conference"), "八九十")
    assert [line.hyphen for line in setting.lines] == [True, False]
    assert [bars(line) for line in setting.lines] == [[pytest.approx((8.5, 11.5))], [pytest.approx((0, 2))]]


# -- ruby ----------------------------------------------------------------------------------------------


def test_a_syllable_stands_over_the_middle_of_its_character(toy: FontBook) -> None:
    line = set_runs(toy, 20, "一", ruby("二三", "ba bāb"), "四").lines[0]
    assert ruby_texts(line) == ["ba", "bāb"]
    assert ruby_edges(line) == [pytest.approx((1.25, 1.75)), pytest.approx((2.125, 2.875))]
    runs = [run for found in beside(line).ruby for run in found.runs]
    assert [run.size / EM for run in runs] == [0.5, 0.5]
    assert [y / EM for run in runs for y in run.ys] == pytest.approx([-0.97] * 5)
    assert [found.start for found in beside(line).ruby] == [1, 2]
    assert [glyph.x for glyph in glyphs(line)] == [0, 1, 2, 3]


def test_ruby_that_is_wider_reaches_over_its_neighbours_by_a_quarter_em(toy: FontBook) -> None:
    """4 letters at half size are 1 em, 1.125 with their air; 6 are 1.5, 1.625 with air: it reaches over 0.25 at each
    side, and the base is widened by what is left."""
    line = set_runs(toy, 20, "一", ruby("二", "abab"), "三").lines[0]
    assert [glyph.x for glyph in glyphs(line)] == pytest.approx([0, 1, 2])
    line = set_runs(toy, 20, "一", ruby("二", "ababab"), "三").lines[0]
    assert [glyph.x for glyph in glyphs(line)] == pytest.approx([0, 1.0625, 2.125])
    assert ruby_edges(line) == [pytest.approx((0.8125, 2.3125))]


def test_ruby_never_reaches_over_other_ruby(toy: FontBook) -> None:
    line = set_runs(toy, 20, ruby("一二", "ababab abab")).lines[0]
    (_, first), (second, _) = ruby_edges(line)
    assert second - first == pytest.approx(0.125)  # a quarter of the ruby's em
    assert [glyph.x for glyph in glyphs(line)] == pytest.approx([0.3125, 1.6875])


def test_ruby_stays_inside_the_line(toy: FontBook) -> None:
    lines = set_runs(toy, 3.625, ruby("一", "ababab"), "二三四五", ruby("六", "ababab")).lines
    assert ruby_edges(lines[0])[0][0] >= 0
    last = ruby_edges(lines[-1])[-1]
    assert last[1] <= 3.625


def test_ruby_reaches_over_a_blank_first_and_the_blank_is_then_kept(toy: FontBook) -> None:
    """Ruby 0.4375 em wider at each side than 一 reaches over an eighth of 。 and so much of the blank between them."""
    galley = ready(toy, "甲。", ruby("一", "abababa"), "乙")
    assert galley.boxes.glues[1] == pytest.approx(0.5 * EM - 0.4375 * EM)
    caps = [galley.boxes.caps[1][step] for step in SHRINK_STEPS if galley.boxes.caps[1][step]]
    assert sum(caps) == pytest.approx((0.5 - (0.4375 - 0.125)) * EM)


def test_ruby_that_counts_other_syllables_stands_over_the_whole(toy: FontBook) -> None:
    line = set_runs(toy, 20, "一", ruby("二三", "abab"), "四").lines[0]
    assert ruby_edges(line) == [pytest.approx((1.5, 2.5))]
    line = set_runs(toy, 20, "一", ruby("二三", "a b c"), "四").lines[0]
    assert ruby_texts(line) == ["a b c"]


def test_a_group_under_ruby_is_not_broken(toy: FontBook) -> None:
    whole = [line.start for line in set_runs(toy, 4, "一二三", ruby("四五", "ab"), "六七八九十").lines]
    apart = [line.start for line in set_runs(toy, 4, "一二三", ruby("四五", "ab ba"), "六七八九十").lines]
    assert whole[1] == 3
    assert apart[1] == 4


def test_marks_have_no_syllable(toy: FontBook) -> None:
    line = set_runs(toy, 20, ruby("李白·字", "ab ba aa")).lines[0]
    assert [sum(edge) / 2 for edge in ruby_edges(line)] == pytest.approx([0.5, 1.5, 3.0])


def test_ruby_wider_than_its_line_is_set_by_force(toy: FontBook) -> None:
    lines = set_runs(toy, 3, "一", ruby("二", "abababababab"), "三").lines
    assert any(line.ledger.forced for line in lines)
    assert [text for line in lines if line.interlinear for text in ruby_texts(line)] == ["abababababab"]


def test_a_group_too_wide_for_its_line_is_divided_by_force_and_has_its_ruby_once(toy: FontBook) -> None:
    lines = set_runs(toy, 3, ruby("一二三四五六七", "ab")).lines
    assert len(lines) == 3
    assert [ruby_texts(line) if line.interlinear else [] for line in lines] == [["ab"], [], []]


def test_letters_that_the_face_lacks_come_from_another(toy: FontBook, real: FontBook) -> None:
    own = style(font="kai")
    galley = prepare([TextRun("嗯", own, ruby="ňg"), TextRun("呣", own, ruby="ḿ")], own, real)
    assert not galley.missing
    found = beside(break_lines(galley, (99,)).lines[0]).ruby
    assert all(gid for one in found for run in one.runs for gid in run.gids)
    assert prepare([ruby("一", "ḿ")], OWN, toy).missing == ((0, "ḿ"),)


def test_rise_is_the_ruby_ink_over_the_baseline(real: FontBook) -> None:
    (found,) = beside(set_runs(real, 20, ruby("吕", "lǜ")).lines[0]).ruby
    assert 1.3 * EM < found.rise < 1.5 * EM


# -- links ---------------------------------------------------------------------------------------------


def linked(text: str, to: str = "a") -> TextRun:
    return TextRun(text, OWN, link=to)


def stretches(line: Line) -> list[tuple[str, object, int]]:
    """The runs of a line: what they say, where they lead, the ruby that they stand under."""
    return [("".join(run.texts), run.link, run.gloss) for run in line.runs]


def test_a_link_is_a_run_of_its_own_without_the_spaces_beside_it(toy: FontBook) -> None:
    (line,) = set_runs(toy, 20, "一二 ", linked("ab cd"), " ef，", linked("三，", "b"), linked("四", "c"), "。").lines
    assert stretches(line) == [
        ("一二 ", None, 0), ("ab cd", "a", 0), (" ef，", None, 0), ("三，", "b", 0), ("四", "c", 0), ("。", None, 0),
    ]  # fmt: skip
    assert line.interlinear is None


def test_a_link_leads_from_both_its_lines_and_a_hyphen_is_of_it(toy: FontBook) -> None:
    setting = set_runs(toy, 12, "一二三四五六七", linked("Conference"), "八九十")
    assert [line.hyphen for line in setting.lines] == [True, False]
    first, second = (stretches(line) for line in setting.lines)
    assert [link for _, link, _ in first + second] == [None, "a", "a", None]
    assert first[1][0] + second[0][0] == "Conference"
    assert len(setting.lines[0].runs[1].gids) == len(first[1][0]) + 1


def test_text_under_ruby_is_a_run_of_its_own_and_the_ruby_has_its_number(toy: FontBook) -> None:
    (line,) = set_runs(
        toy, 20, "一", ruby("二三", "ba ba"), TextRun("四五", OWN, ruby="ab ab ab", link="a"), "六"
    ).lines
    assert stretches(line) == [("一", None, 0), ("二", None, 2), ("三", None, 3), ("四五", "a", 4), ("六", None, 0)]
    assert [run.gloss for found in beside(line).ruby for run in found.runs] == [2, 3, 4]


# -- what holds for any text ---------------------------------------------------------------------------

PARTS = st.lists(
    st.tuples(
        st.text(alphabet="一二三四五六，。“”（）——ab1 　", min_size=1, max_size=8),
        st.sampled_from(["", "", "dots", "underline"]),
        st.sampled_from(["", "", "ab", "ab ba", "zhuàng"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=120, deadline=None)
@given(parts=PARTS, measure=st.integers(min_value=3, max_value=16))
def test_marks_and_ruby_lose_no_text(toy: FontBook, parts: list[tuple[str, str, str]], measure: int) -> None:
    runs = [TextRun(text, OWN, mark=mark, ruby=over) for text, mark, over in parts]  # type: ignore[arg-type]
    whole = "".join(run.text for run in runs)
    setting = break_lines(prepare(runs, OWN, toy), (measure * EM,))
    assert text_of(setting) == whole
    assert [line.start for line in setting.lines] == [0, *(line.end for line in setting.lines)][: len(setting.lines)]
    laid = [line.interlinear for line in setting.lines if line.interlinear]
    assert sum(len(found.dots) for found in laid) == sum(
        kind_of(char) == HAN for run in runs if run.mark == "dots" for char in run.text
    )
    for line in setting.lines:
        own = [text for run in line.runs for text in run.texts]
        assert "".join(own) == whole[line.start : line.end]


@settings(max_examples=60, deadline=None)
@given(parts=PARTS, measure=st.integers(min_value=3, max_value=16))
def test_dots_and_underlines_move_no_glyph(toy: FontBook, parts: list[tuple[str, str, str]], measure: int) -> None:
    marked = [TextRun(text, OWN, mark=mark) for text, mark, _ in parts]  # type: ignore[arg-type]
    plain = [TextRun(text, OWN) for text, _, _ in parts]
    with_marks = break_lines(prepare(marked, OWN, toy), (measure * EM,))
    without = break_lines(prepare(plain, OWN, toy), (measure * EM,))
    assert [line.runs for line in with_marks.lines] == [line.runs for line in without.lines]


@settings(max_examples=60, deadline=None)
@given(parts=PARTS, measure=st.integers(min_value=3, max_value=16))
def test_links_move_no_glyph_and_lead_from_their_own_words(
    toy: FontBook, parts: list[tuple[str, str, str]], measure: int
) -> None:
    plain = [TextRun(text, OWN, ruby=over) for text, _, over in parts]
    runs = [
        replace(run, link=str(k) if mark else "")
        for k, (run, (_, mark, _)) in enumerate(zip(plain, parts, strict=True))
    ]
    with_links = break_lines(prepare(runs, OWN, toy), (measure * EM,))
    without = break_lines(prepare(plain, OWN, toy), (measure * EM,))
    for one, other in zip(with_links.lines, without.lines, strict=True):
        assert [glyph[:2] for glyph in glyphs(one)] == [glyph[:2] for glyph in glyphs(other)]
    links = [run.link for run in runs for _ in run.text]
    at = 0
    for run in (run for line in with_links.lines for run in line.runs):
        for text in run.texts:
            assert not text or (run.link or "") == links[at]  # a glyph of several characters (——) goes with the first
            at += len(text)
    assert at == len(links)
