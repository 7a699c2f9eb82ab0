"""Text in written PDFs: what another program extracts, where each glyph stands, and what is really printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK
from bulletin_layout.issue import Style
from bulletin_layout.page import GlyphRun, TextMark
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.typeset import TextRun, break_lines, prepare
from tests.render.sheets import (
    column,
    edition,
    extracted,
    glyph_places,
    ink_box,
    lines,
    opened,
    operators,
    pixels,
    run,
)
from tests.support.real_fonts import script_book
from tests.support.toy_font import box_of

UNITS = 1000


@pytest.mark.parametrize(
    "text",
    [
        "春风吹拂校园",
        "破折——号“引”（括）《书》。",
        "𬭛㐂二字",
        "Latin 2026 与汉字",
    ],
)
def test_copied_text_is_the_source(any_face: Face, text: str) -> None:
    assert extracted(render_pdf(edition(lines(run(any_face, text))))) == text


def test_letters_spaced_apart_are_copied_without_spaces(face: Face) -> None:
    spaced = run(face, "禾岭院讯", extra=2.8)
    assert extracted(render_pdf(edition(lines(spaced)))) == "禾岭院讯"
    assert stated(render_pdf(edition(lines(spaced)))) == ["禾岭院讯"]


@pytest.mark.parametrize(("text", "extra"), [("春风吹拂校园", 1.0), ("A B", 3.0), ("春风", 0.0)])
def test_justified_text_is_stated_nowhere(face: Face, text: str, extra: float) -> None:
    assert stated(render_pdf(edition(lines(run(face, text, extra=extra))))) == []


def stated(pdf: bytes) -> list[str]:
    """Every ActualText of the first page."""
    marked = (operands[1] for name, operands in operators(opened(pdf).pages[0]) if name == "BDC")
    return [str(about["/ActualText"]) for about in marked if "/ActualText" in about]


@pytest.mark.parametrize("name", ["ئايگۈل", "مەمەت", "ئۇيغۇر", "שלום"])
def test_text_from_right_to_left_is_copied_in_its_own_order(name: str) -> None:
    own = Style("own", size=10.0)
    (line,) = break_lines(prepare((TextRun(f"甲{name}乙", own),), own, script_book()), (500.0,)).lines
    written = render_pdf(edition([TextMark(10, 40, run) for run in line.runs]))
    assert extracted(written).split() == ["甲", name, "乙"], "readers see the gaps as spaces"


def test_lines_come_out_in_the_order_of_the_marks(face: Face) -> None:
    words = ["第一行文字", "第二行文字", "第三行文字"]
    assert extracted(render_pdf(edition(lines(*(run(face, word) for word in words))))) == "\n".join(words)


@pytest.mark.parametrize("char", "春风校园")
def test_the_glyph_is_printed_where_it_was_put(any_face: Face, char: str) -> None:
    pdf = render_pdf(edition([TextMark(50, 60, run(any_face, "啊" + char, 40))]))
    left, bottom, right, top = (edge / UNITS * 40 for edge in box_of(char))
    expected = [50 + 40 + left, 60 - top, 50 + 40 + right, 60 - bottom]
    assert ink_box(pixels(pdf), (50 + 40, 0, 200, 100)) == pytest.approx(expected, abs=0.11)


def test_a_turned_glyph_lies_on_its_right_side(face: Face) -> None:
    gid = face.nominal("春")[0]
    turned = GlyphRun(face, 40, BLACK, (gid,), (0,), ("春",), (0,), turn=90)
    left, bottom, right, top = (edge / UNITS * 40 for edge in box_of("春"))
    found = ink_box(pixels(render_pdf(edition([TextMark(50, 30, turned)]))), (0, 0, 200, 100))
    assert found == pytest.approx([50 + bottom, 30 + left, 50 + top, 30 + right], abs=0.11)


def test_a_stretched_glyph_is_narrower_and_as_tall(face: Face) -> None:
    left, bottom, right, top = (edge / UNITS * 40 for edge in box_of("春"))
    pdf = render_pdf(edition([TextMark(50, 60, run(face, "春", 40, stretch=0.5))]))
    expected = [50 + left / 2, 60 - top, 50 + right / 2, 60 - bottom]
    assert ink_box(pixels(pdf), (0, 0, 200, 100)) == pytest.approx(expected, abs=0.11)


positions = st.lists(st.floats(-80, 150, allow_nan=False), min_size=1, max_size=12)


@given(
    xs=positions,
    size=st.sampled_from([5.5, 9, 10.5, 36, 72]),
    stretch=st.sampled_from([1.0, 0.62]),
    turn=st.sampled_from([0, 90]),
)
def test_every_glyph_stands_where_composition_put_it(
    face: Face, xs: list[float], size: float, stretch: float, turn: int
) -> None:
    text = "春风a吹，拂b校。园啊"[: len(xs)].ljust(len(xs), "春")
    gids = tuple(face.nominal(char)[0] for char in text)
    along = tuple(xs)
    one = GlyphRun(
        face,
        size,
        BLACK,
        gids,
        (0.0,) * len(xs) if turn else along,
        tuple(text),
        along if turn else (),
        stretch,
        90 if turn else 0,
    )
    placed = glyph_places(render_pdf(edition([TextMark(20, 30, one)])))
    expected = [(20.0, 30 + x) if turn else (20 + x, 30.0) for x in xs]
    assert [gid for gid, _, _ in placed] == list(gids)
    for (_, x, y), (right_x, right_y) in zip(placed, expected, strict=True):
        assert x == pytest.approx(right_x, abs=0.01)
        assert y == pytest.approx(right_y, abs=0.01)


def test_small_moves_do_not_add_up_over_a_long_line(face: Face) -> None:
    one = run(face, "春" * 400, 9, extra=0.0137)
    placed = glyph_places(render_pdf(edition([TextMark(0, 30, one)])))
    assert placed[-1][1] == pytest.approx(one.xs[-1], abs=0.005)


def test_solid_text_needs_one_operator(face: Face) -> None:
    page = opened(render_pdf(edition(lines(run(face, "春风吹拂校园"))))).pages[0]
    shows = [(name, len(bytes(operands[0]))) for name, operands in operators(page) if name in ("Tj", "TJ")]
    assert shows == [("Tj", 12)]


def test_a_glyph_shown_for_two_texts_gives_back_each(any_face: Face) -> None:
    gid = any_face.nominal("-")[0]
    texts = ("-", "\u2010", "-", "‑")
    one = GlyphRun(any_face, 10, BLACK, (gid,) * 4, (0, 5, 10, 15), texts)
    assert extracted(render_pdf(edition([TextMark(10, 20, one)]))) == "".join(texts)


def test_glyphs_that_share_one_text_give_it_once(any_face: Face) -> None:
    gids = tuple(any_face.nominal(char)[0] for char in "甲x乙丙")
    one = GlyphRun(any_face, 10, BLACK, gids, (0, 10, 12, 22), ("甲", "x\u0323", "", "丙"))
    assert extracted(render_pdf(edition([TextMark(10, 20, one)]))) == "甲x\u0323丙"


def test_a_vertical_line_is_read_as_one_line(face: Face) -> None:
    wide = "横排文字一整行横排文字一整行横"  # a page that is mostly horizontal is read as horizontal
    marks = [
        *lines(run(face, wide), run(face, wide)),
        TextMark(190, 10, column(face, "直排——标题", 6)),
        TextMark(175, 10, column(face, "次行，文字", 6)),
    ]
    pdf = render_pdf(edition(marks))
    assert extracted(pdf).split() == [wide, wide, "直排——标题", "次行，文字"]
    top, bottom = ink_box(pixels(pdf), (186, 0, 200, 100))[1::2]
    assert top < 10 + 6
    assert bottom > 10 + 5 * 6  # the sixth glyph is printed, though the text is stated at the first


def test_raised_glyphs_keep_their_height(face: Face) -> None:
    one = run(face, "春风吹拂", ys=(0, 0, -3.5, 0))
    assert [y for _, _, y in glyph_places(render_pdf(edition([TextMark(10, 40, one)])))] == pytest.approx(
        [40, 40, 36.5, 40]
    )
