"""Titles: where they stand, how they are sized, what they keep text from."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import TextSpec, TitleSpec
from bulletin_layout.measures import EM_ASCENT
from tests.compose.sample import (
    COLUMNS,
    EM,
    LINE,
    MEASURE,
    STYLES,
    Made,
    box,
    grid,
    han,
    make,
    paragraphs,
    row_of,
    slot,
    story,
    vertical_banner,
)
from tests.support.said import message

LONG = paragraphs(han(400))


def first_rows(made: Made) -> list[float]:
    """The first row of text in each page column."""
    return [row_of(column[0].y) for column in made.columns("body") if column]


def test_a_title_takes_whole_rows_and_is_centred_in_them(toy: FontBook) -> None:
    made = make(toy, slot((1, 2), (1, 30)), story(*LONG, headline=han(5, 900)))
    (line,) = made.lines("headline")
    assert first_rows(made) == [3, 3]
    top, foot = line.y - EM_ASCENT * 20, line.y + (1 - EM_ASCENT) * 20
    assert top - grid().row_top(0) == pytest.approx(grid().row_foot(2) - foot)
    assert line.x - COLUMNS[0] == pytest.approx(COLUMNS[1] + MEASURE - line.right)


@pytest.mark.parametrize(
    ("spec", "rows"),
    [
        (TitleSpec(span=1), [3, 0, 0]),
        (TitleSpec(span=2), [3, 3, 0]),
        (TitleSpec(span=9), [3, 3, 3]),
        (TitleSpec(lines=5), [5, 5, 5]),
        (TitleSpec(air_before=1, air_after=2), [6, 6, 6]),
        (TitleSpec(place="none"), [0, 0, 0]),
    ],
)
def test_text_begins_below_a_title_in_the_columns_that_it_spans(
    toy: FontBook, spec: TitleSpec, rows: list[int]
) -> None:
    made = make(toy, slot((1, 3), (1, 30), title=spec), story(*LONG, headline=han(4, 900)))
    assert first_rows(made) == rows
    assert bool(made.lines("headline")) == (spec.place != "none")


def test_text_jumps_over_a_title_inside_it(toy: FontBook) -> None:
    spec = TitleSpec(place="inside", col=2, row=4, span=2)
    made = make(toy, slot((1, 3), (1, 30), title=spec), story(*LONG, headline=han(4, 900)))
    rows = [[row_of(line.y) for line in column] for column in made.columns("body")]
    assert rows[0][:8] == list(range(8))
    assert rows[1][:6] == rows[2][:6] == [0, 1, 2, 6, 7, 8]
    assert COLUMNS[1] < made.lines("headline")[0].x < COLUMNS[2] + MEASURE


def test_kicker_headline_and_deck_stand_in_that_order_and_do_not_touch(toy: FontBook) -> None:
    told = story(*LONG, kicker=han(8, 700), headline=han(9, 900), deck=han(10, 800))
    made = make(toy, slot((1, 2), (1, 30)), told)
    heads = [
        (line, size) for role, size in (("kicker", 12), ("headline", 20), ("deck", 12)) for line in made.lines(role)
    ]
    assert [line.text for line, _ in heads] == [han(8, 700), han(9, 900), han(10, 800)]
    for (upper, a), (lower, b) in pairwise(heads):
        assert lower.y - EM_ASCENT * b > upper.y + (1 - EM_ASCENT) * a + 3
    rows = first_rows(made)[0]
    assert heads[-1][0].y + (1 - EM_ASCENT) * 12 <= grid().row_foot(int(rows) - 1)


def test_a_headline_steps_down_before_it_fails(toy: FontBook) -> None:
    def sizes(length: int) -> tuple[set[float], list[str]]:
        told = story(*LONG, headline=[han(length, 900)])
        style = replace(STYLES["headline"], sizes=(17, 14))
        made = make(toy, slot((1, 1), (1, 40), headline=style), told)
        return {mark.run.size for mark in made.texts("headline")}, made.codes

    assert sizes(6) == ({20}, [])
    assert sizes(7) == ({17}, [])
    assert sizes(9) == ({14}, [])
    assert sizes(10) == ({14}, ["head-too-wide"])


def test_a_head_too_wide_is_set_whole_all_the_same(toy: FontBook) -> None:
    told = story(*LONG, headline=[han(30, 900), han(30, 930)], kicker=han(60, 700))
    made = make(toy, slot((1, 1), (1, 60)), told)
    assert made.text("headline") == han(60, 900)
    assert made.text("kicker") == han(60, 700)
    assert made.codes.count("head-too-wide") == 2
    assert made.lines("body")[0].y - 8.8 > made.lines("headline")[-1].y + 2, "with rows enough for all its lines"
    needs = next(message(d) for d in made.composed.findings if "headline" in message(d))
    assert "headline needs 30.0 em at 16 pt and has 8.1" in needs


def test_the_authors_lines_stay_and_others_are_broken(toy: FontBook) -> None:
    made = make(toy, slot((1, 2), (1, 40)), story(*LONG, headline=[han(3, 900), han(8, 950)]))
    assert [line.text for line in made.lines("headline")] == [han(3, 900), han(8, 950)]
    made = make(toy, slot((1, 1), (1, 40)), story(*LONG, headline=han(10, 900)))
    assert len(made.lines("headline")) == 2
    assert made.text("headline") == han(10, 900)
    assert first_rows(made)[0] > 3


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_vertical_title_at_the_side_leaves_whole_characters(toy: FontBook, side: str) -> None:
    spec = TitleSpec(place=side, direction="vertical")  # type: ignore[arg-type]
    own = slot((1, 2), (1, 20), title=spec, text=TextSpec(columns=1))
    made = make(toy, own, story(*LONG, headline=han(4, 900)))
    title, text = made.lines("headline"), made.lines("body")
    (middle,) = {mark.x for mark in made.texts("headline")}
    assert len(title) == 1
    assert middle == (COLUMNS[0] + 10 if side == "left" else COLUMNS[1] + MEASURE - 10)
    left, right = min(line.x for line in text), max(line.right for line in text)
    assert right - left == pytest.approx(28 * EM - 20 - EM)
    assert left - (middle + 10) >= EM - 0.01 if side == "left" else (middle - 10) - right >= EM - 0.01


def test_text_runs_round_a_side_title_of_some_rows(toy: FontBook) -> None:
    spec = TitleSpec(place="right", direction="vertical", rows=6)
    made = make(toy, slot((1, 1), (1, 20), title=spec), story(*LONG, headline=han(3, 900)))
    widths = [line.right - COLUMNS[0] for line in made.lines("body")[1:12]]
    assert widths[:5] == pytest.approx([100] * 5)
    assert widths[5:] == pytest.approx([130] * 6)


def test_text_runs_round_a_vertical_title_in_its_middle(toy: FontBook) -> None:
    spec = TitleSpec(place="inside", direction="vertical", row=3, rows=6)
    told = story(*LONG, headline=han(4, 900), kicker=han(3, 700))
    made = make(toy, slot((1, 2), (1, 30), title=spec, text=TextSpec(columns=1)), told)
    marks = made.texts("headline", "kicker")
    left, right = min(m.x - m.run.size / 2 for m in marks), max(m.x + m.run.size / 2 for m in marks)
    assert (left + right) / 2 == pytest.approx(COLUMNS[0] + 140)
    for line in made.lines("body"):
        if 2 <= row_of(line.y) <= 7:
            assert line.right <= left - EM + 0.01 or line.x >= right + EM - 0.01


def test_a_vertical_title_reads_from_right_to_left(toy: FontBook) -> None:
    spec = TitleSpec(place="left", direction="vertical")
    told = story(*LONG, headline=[han(4, 900), han(4, 950)], kicker=han(3, 700))
    made = make(toy, slot((1, 2), (1, 20), title=spec), told)
    places = {"".join(m.run.texts): m.x for m in made.texts("headline", "kicker")}
    assert places[han(3, 700)] > places[han(4, 900)] > places[han(4, 950)] > COLUMNS[0]


def test_a_vertical_title_higher_than_its_slot_is_reported(toy: FontBook) -> None:
    style = replace(STYLES["headline"], sizes=())
    spec = TitleSpec(place="left", direction="vertical")
    told = story(*LONG, headline=[han(9, 900)])
    made = make(toy, slot((1, 2), (1, 1), title=spec, headline=style), told)
    assert "head-too-high" in made.codes


@pytest.mark.parametrize(
    "spec", [TitleSpec(lines=9), TitleSpec(air_before=6), TitleSpec(place="inside", row=7),
             TitleSpec(place="inside", row=7, direction="vertical", rows=4)],
)  # fmt: skip
def test_a_title_that_leaves_its_slot_is_reported(toy: FontBook, spec: TitleSpec) -> None:
    made = make(toy, slot((1, 2), (1, 8), title=spec), story(headline=han(4, 900)))
    (finding,) = made.composed.findings
    assert finding.code == "head-too-high"
    assert str(finding.location) == "s.md:2:11"


def test_a_title_keeps_clear_of_a_banner_at_its_side(toy: FontBook) -> None:
    own = slot((1, 1), (1, 30), text=TextSpec(around=("b",)))
    made = make(toy, own, story(*LONG, headline=[han(5, 900)]), banners=[vertical_banner()])
    (line,) = made.lines("headline")
    assert line.x >= COLUMNS[0] + 20 + EM
    own = slot((1, 4), (1, 30), text=TextSpec(around=("b",)))
    made = make(toy, own, story(*LONG, headline=[han(5, 900)]), banners=[vertical_banner()])
    (line,) = made.lines("headline")
    assert (line.x + line.right) / 2 == pytest.approx(320), "it stays in the middle where there is room"


def test_the_title_of_an_l_shaped_slot_stands_over_its_first_box(toy: FontBook) -> None:
    own = slot(boxes=(box((1, 2), (1, 10)), box((1, 4), (11, 20))))
    made = make(toy, own, story(*paragraphs(han(600)), headline=han(5, 900)))
    (line,) = made.lines("headline")
    assert (line.x + line.right) / 2 == pytest.approx(COLUMNS[0] + 140)
    assert first_rows(made) == [3, 3, 10, 10]


def test_an_l_shaped_slot_reads_down_each_column_when_it_begins_at_the_left(toy: FontBook) -> None:
    text = han(900)
    own = slot(boxes=(box((1, 1), (1, 10)), box((1, 2), (11, 20))), text=TextSpec(balance=False))
    made = make(toy, own, story(*paragraphs(text)))
    rows = [[row_of(line.y) for line in column] for column in made.columns("body")]
    assert rows[:2] == [list(range(20)), list(range(10, 20))]
    assert text.startswith(made.text("body"))


def test_an_l_shaped_slot_reads_box_by_box_when_it_begins_at_the_right(toy: FontBook) -> None:
    text = han(900)
    own = slot(boxes=(box((2, 2), (1, 10)), box((1, 2), (11, 20))), text=TextSpec(balance=False))
    made = make(toy, own, story(*paragraphs(text)))
    places = [(line.x >= COLUMNS[1], row_of(line.y)) for line in made.lines("body")]
    upper, left, right = places[:10], places[10:20], places[20:]
    assert upper == [(True, row) for row in range(10)]
    assert left == [(False, row) for row in range(10, 20)]
    assert right == [(True, row) for row in range(10, 20)]


def test_a_side_title_of_an_l_shaped_slot_is_not_overprinted(toy: FontBook) -> None:
    own = slot(boxes=(box((1, 2), (1, 10)), box((1, 4), (11, 20))), title=TitleSpec(place="left", direction="vertical"))
    made = make(toy, own, story(*paragraphs(han(600)), headline=han(4, 900)))
    for line in made.lines("body"):
        assert row_of(line.y) >= 10 or line.x >= COLUMNS[0] + 30


def test_columns_have_rules_between_them_that_stop_at_titles_and_photos(toy: FontBook) -> None:
    spec = TitleSpec(place="inside", row=5, span=2, lines=4)
    own = slot((1, 2), (1, 20), title=spec, text=TextSpec(rule="thin"))
    made = make(toy, own, story(*LONG, headline=han(4, 900)))
    page = grid()
    assert [(r.x1, r.y1, r.y2) for r in made.rules] == [
        (170, page.row_top(0), page.row_foot(3)),
        (170, page.row_top(8), page.row_foot(19)),
    ]
    assert page.line == LINE


def test_a_vertical_title_wider_than_its_slot_is_reported(toy: FontBook) -> None:
    spec = TitleSpec(place="inside", direction="vertical", rows=4, col=2, lines=12)
    made = make(toy, slot((1, 2), (1, 30), title=spec), story(*LONG, headline=han(3, 900)))
    assert "head-too-wide" in made.codes
