"""Pouring: nothing is lost, nothing overlaps, every line is on the grid and as wide as it should be."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Block, Paragraph, TextSpec, TitleSpec
from tests.compose.sample import (
    COLUMNS,
    LINE,
    MEASURE,
    QUICK,
    STYLES,
    figure,
    grid,
    han,
    make,
    paragraph,
    paragraphs,
    photo,
    row_of,
    slot,
    spec,
    story,
    table,
)  # fmt: skip
from tests.support.said import message

KINDS = st.sampled_from(["body", "body", "body", "body", "crosshead", "quote", "item", "figure", "table"])


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    """A body of up to eight blocks of every kind, each paragraph on its own line of the file."""
    found: list[Block] = []
    for number in range(draw(st.integers(0, 8))):
        kind = draw(KINDS)
        if kind == "figure":
            found.append(figure(width=3000, height=draw(st.sampled_from([900, 2000, 6000]))))
        elif kind == "table":
            found.append(table("甲 乙", "一 二"))
        else:
            length = draw(st.integers(1, 16 if kind == "crosshead" else 120))
            marks = draw(st.lists(st.tuples(st.integers(1, 119), st.sampled_from("，。、Ab1（）")), max_size=12))
            text = list(han(length, 200 * number))
            for at, mark in marks:
                if at < length:
                    text[at] = mark
            found.append(paragraph("".join(text), 10 + 2 * number, kind))
    return tuple(found)


def source(body: tuple[Block, ...]) -> str:
    """The running text of a story, without its tables."""
    return "".join(block.text for block in body if isinstance(block, Paragraph))


@QUICK
@given(blocks(), st.integers(1, 4), st.integers(1, 30), st.booleans(), st.booleans())
def test_placed_and_surplus_are_the_story(
    toy: FontBook, body: tuple[Block, ...], columns: int, rows: int, balance: bool, signed: bool
) -> None:
    told = story(*body, byline="甲乙" if signed else "")
    made = make(toy, slot((1, columns), (1, rows), text=TextSpec(balance=balance)), told)
    placed = made.text("body", "crosshead", "quote", "item")
    whole = source(body)
    assert whole.startswith(placed)
    over = whole[len(placed) :]
    report = made.report
    assert report.over_chars == len("".join(over.split()))
    assert report.set_chars == len("".join(placed.split()))
    assert ("overset" in made.codes) == bool(report.over_lines)
    if over:
        assert report.over_lines > 0
    elif not report.over_lines:
        assert made.text("byline") == ("（甲乙）完" if signed else "")


@QUICK
@given(blocks(), st.integers(1, 4), st.integers(4, 30), st.booleans())
def test_no_two_lines_overlap_and_all_are_on_the_grid(
    toy: FontBook, body: tuple[Block, ...], columns: int, rows: int, beside: bool
) -> None:
    photos = [spec(at="top-right", width=55, rows=4, wrap="around"), spec("p2", at="bottom-left", rows=4)]
    told = story(*body, photos={"p1": photo(caption="图说"), "p2": photo()} if beside else {}, headline="标题")
    made = make(toy, slot((1, columns), (1, rows), photos=photos), told)
    lines = made.lines("body", "quote", "byline")
    for line in lines:
        assert row_of(line.y).is_integer(), line
        assert row_of(line.y) <= rows - 1
    boxes = [(line.x, line.y - 8.8, line.right, line.y + 1.2) for line in made.lines("body", "quote", "crosshead")]
    boxes += [(p.x, p.y, p.x + p.width, p.y + p.height) for p in made.pictures]
    for k, a in enumerate(boxes):
        for b in boxes[k + 1 :]:
            apart = a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
            assert apart, (a, b)


@QUICK
@given(st.lists(st.integers(1, 300), min_size=1, max_size=4), st.integers(1, 4), st.integers(3, 30))
def test_justified_lines_end_at_the_measure(toy: FontBook, lengths: list[int], columns: int, rows: int) -> None:
    made = make(
        toy, slot((1, columns), (1, rows)), story(*paragraphs(*(han(n, 300 * k) for k, n in enumerate(lengths))))
    )
    lines = made.lines("body")
    for line, after in pairwise(lines):
        edge = next(x for x in reversed(COLUMNS) if x <= line.x)
        if after.paragraph == line.paragraph:
            assert line.right == pytest.approx(edge + MEASURE, abs=0.01), line
        else:
            assert line.right <= edge + MEASURE + 0.01


@QUICK
@given(st.lists(st.integers(1, 300), min_size=1, max_size=5), st.integers(2, 4))
def test_feet_of_balanced_columns_differ_by_one_line_at_most(toy: FontBook, lengths: list[int], columns: int) -> None:
    body = paragraphs(*(han(n, 300 * k) for k, n in enumerate(lengths)))
    made = make(toy, slot((1, columns), (1, 50)), story(*body))
    used = [c for c in made.columns("body") if c]
    feet = [column[-1].y for column in used]
    assert max(feet) - min(feet) <= LINE + 0.01
    if len(made.lines("body")) >= columns * 2:
        assert len(used) == columns


@QUICK
@given(st.lists(st.integers(30, 300), min_size=1, max_size=3), st.integers(2, 4), st.booleans())
def test_feet_align_above_photos_too(toy: FontBook, lengths: list[int], columns: int, left: bool) -> None:
    body = paragraphs(*(han(n, 300 * k) for k, n in enumerate(lengths)))
    room = [spec(at="bottom-left" if left else "bottom-right", rows=5)]
    made = make(toy, slot((1, columns), (1, 40), photos=room), story(*body, photos={"p1": photo()}))
    feet = [column[-1].y for column in made.columns("body") if column]
    assert max(feet) - min(feet) <= 2 * LINE + 0.01


@QUICK
@given(blocks(), st.integers(1, 4), st.integers(3, 30))
def test_the_same_input_gives_an_equal_page(toy: FontBook, body: tuple[Block, ...], columns: int, rows: int) -> None:
    own, told = slot((1, columns), (1, rows)), story(*body, headline="标题", byline="甲")
    assert make(toy, own, told).composed == make(toy, own, told).composed


def test_the_surplus_is_named_at_its_first_character(toy: FontBook) -> None:
    told = story(*paragraphs(han(24), han(30, 100)))  # 2 + 24 Han: two full lines; then 2 + 11, 13, 6
    made = make(toy, slot((1, 1), (1, 3)), told)
    (finding,) = made.composed.findings
    assert str(finding.location) == "s.md:12:12"
    assert finding.code == "overset"
    assert f"over by 19字 (2行); surplus begins 「{han(6, 111)}」" in message(finding)
    assert (made.report.over_chars, made.report.over_lines) == (19, 2)
    assert (made.report.room_lines, made.report.room_chars) == (3, 39)


def test_the_surplus_of_emphasised_text_is_named_in_its_own_piece(toy: FontBook) -> None:
    whole = paragraph(han(12))
    pieces = (replace(whole.pieces[0], text=han(6)), replace(whole.pieces[0], text=han(6, 6), emphasis="strong",
              location=replace(whole.location, column=9)))  # fmt: skip
    made = make(toy, slot((1, 1), (1, 1)), story(replace(whole, pieces=pieces)))
    (finding,) = made.composed.findings
    assert finding.location.column == 9 + 4  # two Han go to the second line: no 孤字


def test_a_list_item_without_room_is_named_without_its_label(toy: FontBook) -> None:
    told = story(paragraph(han(11)), paragraph(han(20, 50), 12, "item", label="1."))
    made = make(toy, slot((1, 1), (1, 2)), told)
    (finding,) = made.composed.findings
    first = made.lines("item")[-1].text
    assert first.startswith("1.")
    seen = len(first.strip()) - 2  # 1.
    assert str(finding.location) == f"s.md:12:{seen + 1}"


def test_a_slot_with_room_left_warns_and_counts(toy: FontBook) -> None:
    made = make(toy, slot((1, 2), (1, 10), short=2), story(*paragraphs(han(50))))
    (finding,) = made.composed.findings
    assert finding.code == "short"
    assert "short by 16行 (208字)" in message(finding)
    assert (made.report.short_lines, made.report.short_chars, made.report.set_lines) == (16, 208, 4)
    assert make(toy, slot((1, 2), (1, 10), short=8), story(*paragraphs(han(50)))).codes == []


def test_unbalanced_text_fills_the_first_column(toy: FontBook) -> None:
    made = make(toy, slot((1, 2), (1, 10), text=TextSpec(balance=False)), story(*paragraphs(han(100))))
    assert [len(column) for column in made.columns("body")] == [8, 0, 0, 0]


def test_two_slots_in_one_issue_keep_to_their_columns(toy: FontBook) -> None:
    made = make(toy, slot((2, 3), (5, 20), title=TitleSpec(place="none")), story(*paragraphs(han(300))))
    assert {line.x for line in made.lines("body")} <= {180.0, 200.0, 330.0, 350.0}
    assert min(line.y for line in made.lines("body")) == pytest.approx(grid().baseline(4))


def test_rows_of_air_before_a_paragraph_but_not_at_the_head_of_a_column(toy: FontBook) -> None:
    style = replace(STYLES["quote"], space_before=1, space_after=2)
    told = story(paragraph(han(11)), paragraph(han(11, 40), 12, "quote"), paragraph(han(11, 80), 14))
    made = make(toy, slot((1, 1), (1, 8), quote=style), told)
    assert [row_of(line.y) for line in made.lines("body", "quote")] == [0, 2, 5]
    made = make(toy, slot((1, 2), (1, 1), quote=style), story(*told.blocks[:2]))
    assert [row_of(line.y) for line in made.lines("body", "quote")] == [0, 0]
