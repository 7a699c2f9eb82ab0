"""Banners, frames, tables and what every page carries; what one build remembers for the next."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bulletin_layout.compose import Memory, compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.inks import Ink
from bulletin_layout.issue import (
    Banner,
    Box,
    EditorLine,
    Furniture,
    FurnitureLine,
    Issue,
    PhotoSpec,
    SlotFrame,
    Story,
    Style,
    TextSpec,
    TitleSpec,
)
from bulletin_layout.page import PanelMark, TextMark
from bulletin_layout.pictures import Picture
from tests.compose.sample import (
    COLUMNS,
    EM,
    LAYOUT,
    LINE,
    MEASURE,
    SHEET,
    STYLES,
    Made,
    grid,
    han,
    issue,
    make,
    paragraph,
    paragraphs,
    photo,
    row_of,
    slot,
    spec,
    story,
    table,
    vertical_banner,
)
from tests.support.said import message
from tests.support.toy_font import toy_book, toy_font
from tests.support.words import words

LONG = paragraphs(han(700))


def test_text_runs_round_a_vertical_banner(toy: FontBook) -> None:
    own = slot((1, 1), (1, 20), text=TextSpec(around=("b",)))
    made = make(toy, own, story(*LONG), banners=[vertical_banner()])
    lines = made.lines("body")
    assert all(line.x >= COLUMNS[0] + 20 + EM for line in lines if row_of(line.y) < 6)
    assert [line.x for line in lines if row_of(line.y) >= 6] == [COLUMNS[0]] * 14
    marks = made.texts("banner")
    assert {mark.x for mark in marks} == {COLUMNS[0] + 10}
    assert "".join("".join(m.run.texts) for m in marks) == "栏目"


def test_a_banner_stands_at_the_right_of_its_box_if_it_says_so(toy: FontBook) -> None:
    own = slot((1, 1), (1, 20), text=TextSpec(around=("b",)))
    made = make(toy, own, story(*LONG), banners=[vertical_banner(side="right")])
    assert {mark.x for mark in made.texts("banner")} == {COLUMNS[0] + MEASURE - 10}
    assert all(line.right <= COLUMNS[0] + 100 for line in made.lines("body") if row_of(line.y) < 6)


def test_a_banner_that_no_story_names_is_not_run_round(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 20)), story(*LONG), banners=[vertical_banner()])
    assert made.lines("body")[0].x == COLUMNS[0] + 20


def test_feet_align_beside_a_banner(toy: FontBook) -> None:
    own = slot((1, 3), (1, 40), text=TextSpec(around=("b",)))
    made = make(toy, own, story(*paragraphs(han(400))), banners=[vertical_banner(rows=(1, 9))])
    feet = [column[-1].y for column in made.columns("body") if column]
    assert len(feet) == 3
    assert max(feet) - min(feet) <= LINE + 0.01


@pytest.mark.parametrize("direction", ["vertical", "horizontal"])
def test_a_spread_banner_keeps_air_at_its_ends_and_says_when_it_is_too_long(toy: FontBook, direction: str) -> None:
    def banner(text: str) -> Banner:
        wide = None if direction == "horizontal" else 20.0
        return replace(vertical_banner(text, width=wide), direction=direction)  # type: ignore[arg-type]

    made = make(toy, slot((2, 2), (1, 20)), story(*LONG), banners=[banner("甲乙丙")])
    assert "banner-too-long" not in made.codes
    marks = made.texts("banner")
    if direction == "horizontal":
        assert min(x + m.x for m in marks for x in m.run.xs) == pytest.approx(COLUMNS[0] + 9)
        assert max(x + m.x for m in marks for x in m.run.xs) == pytest.approx(COLUMNS[0] + MEASURE - 9 - 10)
    else:
        first = min(m.y + y for m in marks for y in m.run.ys) - 8.8
        assert first == pytest.approx(grid().row_top(0) + 9)
    made = make(toy, slot((2, 2), (1, 20)), story(*LONG), banners=[banner(han(30))])
    assert "banner-too-long" in made.codes
    assert made.text("banner") == han(30)


@pytest.mark.parametrize("inset", [10.0, 20.0])
def test_a_frame_keeps_text_off_on_all_sides(toy: FontBook, inset: float) -> None:
    frame = SlotFrame("thin", fill=Ink("cmyk", (0, 0, 0, 0.1)), inset=inset)
    made = make(toy, slot((1, 2), (1, 20), frame=frame, text=TextSpec(columns=1)), story(*LONG))
    panel = next(m for m in made.page.marks if isinstance(m, PanelMark))
    assert (panel.x, panel.y, panel.width) == (COLUMNS[0], 50, 280)
    assert panel.y + panel.height == grid().row_foot(19)
    lines = made.lines("body")
    left, right = min(line.x for line in lines), max(line.right for line in lines)
    assert left - panel.x == pytest.approx(panel.x + panel.width - right), "even at both sides"
    assert left - panel.x >= inset
    above = lines[0].y - 8.8 - panel.y
    below = panel.y + panel.height - lines[-1].y - 1.2
    assert above == pytest.approx(below)
    assert inset <= above < inset + LINE


def test_a_slot_in_points_takes_the_rows_that_lie_wholly_in_it(toy: FontBook) -> None:
    own = slot(boxes=(Box(LAYOUT, fixed=(100, 91, 205, 100)),))
    made = make(toy, own, story(*LONG))
    lines = made.lines("body")
    assert [row_of(line.y) for line in lines] == [3, 4, 5, 6, 7, 8]
    assert {line.right - 100 for line in lines} == {200}


def test_margins_mirror_from_page_to_page(toy: FontBook) -> None:
    sheet = replace(SHEET, inner=40, outer=20)
    odd, even = (make(toy, slot(), story(*LONG), number=n, sheet=sheet).lines("body") for n in (1, 2))
    assert (odd[1].x, even[1].x) == (40, 20)


def table_lines(made: Made) -> list[str]:
    return [line.text for line in made.lines("table")]


def test_a_table_stands_level_with_the_text_beside_it(toy: FontBook) -> None:
    body = (paragraph(han(24)), table("甲 乙", f"{han(3)} 12", "丙 3"), paragraph(han(100), 40))
    made = make(toy, slot((1, 1), (1, 30)), story(*body))
    assert table_lines(made) == ["甲", "乙", han(3), "12", "丙", "3"]
    rows = [row_of(line.y + 1 * 8.8 - 0.88 * 8 - 1) for line in made.lines("table")]
    assert rows == [3, 3, 4, 4, 5, 5], "the middles of 8 pt and 10 pt em boxes lie on one line"
    ys = [rule.y1 for rule in made.rules]
    text = made.lines("body")
    assert min(ys) >= text[1].y + 1.2 + LINE / 2
    assert max(ys) <= text[2].y - 8.8 - LINE / 2


def test_a_table_fills_its_column_and_breaks_wide_cells(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(table("甲 乙", f"{han(40)} 丙")))
    assert {(rule.x1, round(rule.x2, 6)) for rule in made.rules} == {(COLUMNS[0], COLUMNS[0] + MEASURE)}
    assert "".join(text for text in table_lines(made) if text not in "甲乙丙") == han(40)
    assert all(line.right <= COLUMNS[0] + MEASURE for line in made.lines("table"))
    assert made.codes == []


def test_a_table_of_too_many_columns_is_an_error(toy: FontBook) -> None:
    row = " ".join(han(3, 10 * k) for k in range(9))
    made = make(toy, slot((1, 1), (1, 40)), story(table(row, row)))
    assert made.codes == ["table-too-wide"]
    assert max(rule.x2 for rule in made.rules) == pytest.approx(COLUMNS[0] + MEASURE)
    assert "".join(sorted(made.text("table"))) == "".join(sorted(row.replace(" ", "") * 2))


def test_a_row_with_too_few_cells_is_set(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 40)), story(table("甲 乙 丙", "丁")))
    assert table_lines(made) == ["甲", "乙", "丙", "丁"]


def test_lists_and_quotes_stand_in_the_flow(toy: FontBook) -> None:
    body = (paragraph(han(20), 10, "quote"), paragraph(han(20, 50), 12, "item", label="1."))
    made = make(toy, slot((1, 1), (1, 10)), story(*body))
    assert made.text("quote") == han(20)
    first, second = (line for line in made.lines("item") if line.text.strip())
    assert first.text.startswith("1.")
    assert (first.x, second.x) == (COLUMNS[0], COLUMNS[0] + 2 * EM)


EDITOR = EditorLine(LAYOUT, "top-outer", words("本版责编"), (), Style("editor", font="kai", size=10), offset=10)


def test_a_name_of_two_characters_is_as_wide_as_one_of_three(toy: FontBook) -> None:
    def name(text: str) -> tuple[float, str]:
        made = make(toy, slot(), story(*LONG), editor=EDITOR, editor_name=text)
        xs = [m.x + x for m in made.texts("editor") for x in m.run.xs]
        return round(xs[-1] - xs[4] + EM, 6), made.text("editor")

    assert name("沈珂") == (30, "本版责编沈珂")
    assert name("梅听雨") == (30, "本版责编梅听雨")
    assert name("司徒明月") == (40, "本版责编司徒明月")
    width, text = name("古丽·艾山")
    assert (width, text) == (45, "本版责编古丽·艾山")


@pytest.mark.parametrize("name", ["", " ", "沈"])
def test_an_editor_line_with_hardly_a_name(toy: FontBook, name: str) -> None:
    made = make(toy, slot(), story(*LONG), editor=EDITOR, editor_name=name)
    assert made.text("editor").replace(" ", "") == ("本版责编" + name if name.strip() else "")
    assert [m for m in made.texts("editor") if m.x + max(m.run.xs) + EM > 610.01] == []


def test_folios_stand_at_the_outer_side_of_their_page(toy: FontBook) -> None:
    folio = Furniture(
        "folio", LAYOUT, "top-outer", (FurnitureLine(words("第{page.number}版"), Style("folio", size=8)),),
        rule="below", offset=9,
    )  # fmt: skip
    odd, even = (make(toy, slot(), story(*LONG), furniture=[folio], number=n) for n in (1, 2))
    assert (odd.text("folio"), even.text("folio")) == ("第1版", "第2版")
    assert odd.lines("folio")[0].right == pytest.approx(610)
    assert even.lines("folio")[0].x == 30
    assert max(r.y1 + r.width / 2 for r in odd.rules) == pytest.approx(50 - 9)
    assert odd.lines("folio")[0].y < min(r.y1 for r in odd.rules)


def test_characters_without_a_font_are_found_wherever_they_stand(toy: FontBook) -> None:
    told = story(
        paragraph("一\U00030000二"), table("甲 \U00030001"), headline="题\U00030002", byline="\U00030003",
        photos={"p1": photo(caption="\U00030004")},
    )  # fmt: skip
    made = make(toy, slot(photos=[spec()]), told, banners=[vertical_banner("\U00030005")], editor=EDITOR,
                editor_name="\U00030006")  # fmt: skip
    found = {message(d).partition("U+")[2][:5]: str(d.location) for d in made.composed.findings
             if d.code == "missing-glyph"}  # fmt: skip
    assert sorted(found) == [f"3000{k}" for k in range(7)]
    assert (found["30000"], found["30001"]) == ("s.md:10:2", "s.md:30:1")


def test_a_memory_composes_only_the_slot_that_changed(toy: FontBook) -> None:
    slots = [slot((1, 1), (1, 20), name="a"), slot((2, 2), (1, 20), name="b")]
    memory = Memory()
    before = compose_issue(issue({"a": story(*LONG), "b": story(*LONG, slug="t")}, slots), toy, memory=memory)
    changed = issue({"a": story(*paragraphs(han(60))), "b": story(*LONG, slug="t")}, slots)
    after = compose_issue(changed, toy, memory=memory)
    assert after == compose_issue(changed, toy)
    (a_old, b_old), (a_new, b_new) = (by_story(Made(composed)) for composed in (before, after))
    assert all(old is new for old, new in zip(b_old, b_new, strict=True))
    assert not any(old is new for old, new in zip(a_old, a_new, strict=False))


def test_a_memory_takes_over_the_pages_that_did_not_change(toy: FontBook) -> None:
    def two_pages(first: Story) -> Issue:
        one = issue({"a": first}, [slot(name="a")])
        other = issue({"b": story(*LONG, slug="t")}, [slot(name="b")])
        return replace(one, pages=(one.pages[0], replace(other.pages[0], number=2)))

    memory = Memory()
    before = compose_issue(two_pages(story(*LONG)), toy, memory=memory).edition
    after = compose_issue(two_pages(story(*paragraphs(han(60)))), toy, memory=memory).edition
    assert after.pages[1] is before.pages[1]
    assert after.pages[0] == compose_issue(two_pages(story(*paragraphs(han(60)))), toy).edition.pages[0]
    assert after.pages[0] != before.pages[0]


def by_story(made: Made) -> tuple[list[TextMark], list[TextMark]]:
    """The text marks of the stories s and t."""
    return [m for m in made.texts() if m.tag.story == "s"], [m for m in made.texts() if m.tag.story == "t"]


def test_a_memory_sees_what_moves_a_banner(toy: FontBook) -> None:
    own, told, memory = slot((1, 1), (1, 20), text=TextSpec(around=("b",))), story(*LONG), Memory()
    for rows in ((1, 6), (1, 9), (4, 9)):
        banners = [vertical_banner(rows=rows)]
        assert make(toy, own, told, banners=banners, memory=memory).page == make(toy, own, told, banners=banners).page


def test_a_memory_forgets_everything_when_a_font_file_changes(tmp_path: Path) -> None:
    memory, own, told = Memory(), slot(), story(paragraph("一二"))
    first = make(toy_book(tmp_path), own, told, memory=memory)
    again = make(FontBook(memory.book.files, memory.book.fallback), own, told, memory=memory)  # type: ignore[union-attr]
    assert again.texts("body")[0] is first.texts("body")[0]
    toy_font(tmp_path / "song-regular.ttf", chars="一，。 ")
    other = make(FontBook(memory.book.files, memory.book.fallback), own, told, memory=memory)  # type: ignore[union-attr]
    assert other.texts("body")[0].run.face is not first.texts("body")[0].run.face


EDGES = {
    "nothing at all": (slot(), story()),
    "a title alone": (slot(), story(headline="题")),
    "a title and photos that leave no seat": (
        slot((1, 1), (1, 12), title=TitleSpec(lines=4), photos=[spec(at="bottom", rows=8)]),
        story(*LONG, headline="题", photos={"p1": photo()}, byline="甲"),
    ),
    "a measure below one character": (slot(text=TextSpec(columns=20, gutter=6)), story(*LONG, headline="题")),
    "type larger than the measure": (slot(body=Style("body", size=200, indent=2)), story(*paragraphs(han(5)))),
    "a side title as wide as its slot": (
        slot((1, 1), (1, 3), title=TitleSpec(place="left", direction="vertical", lines=9)),
        story(*LONG, headline="一个很长的竖排标题放不下", byline="甲"),
    ),
    "a frame thicker than its slot": (
        slot((1, 1), (1, 2), frame=SlotFrame("thin", inset=60)),
        story(*LONG, headline="题"),
    ),
    "a title higher than its slot": (slot((1, 4), (1, 1)), story(*LONG, headline=["一", "二", "三"], kicker="四")),
    "a vertical title in one row": (
        slot((1, 1), (1, 1), title=TitleSpec(place="inside", direction="vertical")), story(*LONG, headline="竖排")),
    "one paragraph of 5000": (slot((1, 3), (1, 50)), story(paragraph(han(5000)))),
    "all Latin": (slot((1, 2), (1, 20)), story(paragraph("The quick brown fox jumps over lazy dogs. " * 40))),
    "one word without a break": (slot((1, 1), (1, 20)), story(paragraph("x" * 400))),
    "a paragraph without text": (slot(), story(paragraph(""), paragraph("", 12, "crosshead"), byline="甲")),
    "crossheads without text below": (
        slot((1, 2), (1, 3)), story(*(paragraph(han(3), 10 + k, "crosshead") for k in range(9)))),
    "marks only": (slot(), story(paragraph("，，，。。。（（（））），、"))),
    "a box of points without a row": (slot(boxes=(Box(LAYOUT, fixed=(50, 60, 200, 9)),)), story(*LONG, headline="题")),
    "boxes of points": (
        slot(boxes=(Box(LAYOUT, fixed=(50, 60, 95, 90)), Box(LAYOUT, fixed=(200, 60, 105, 90)))), story(*LONG)),
}  # fmt: skip


@pytest.mark.parametrize("edge", EDGES)
def test_at_the_edge_nothing_is_lost_in_silence(toy: FontBook, edge: str) -> None:
    own, told = EDGES[edge]
    made = make(toy, own, told)
    heads = "".join(h.text for h in (told.kicker, told.headline) if h)
    source = "".join(block.text for block in told.blocks)  # type: ignore[union-attr]
    placed = made.text("body", "crosshead")
    assert "".join(source.split()).startswith("".join(placed.split()))
    errors = [d for d in made.composed.findings if d.severity == "error"]
    whole = len(placed.split()) == len(source.split()) and made.text("kicker", "headline") == heads
    assert errors or (whole and (made.text("byline") or not told.byline)), "lost without an error"
    if edge in ("a measure below one character", "a frame thicker than its slot", "a box of points without a row"):
        assert "no-room" in made.codes


def test_two_boxes_of_points_are_read_from_the_first_to_the_second(toy: FontBook) -> None:
    own, told = EDGES["boxes of points"]
    made = make(toy, own, told)
    xs = [line.x for line in made.lines("body")]
    assert (xs[1], xs[-1]) == (50, 200)
    assert xs[1:] == sorted(xs[1:])


def test_a_photo_that_stands_nowhere_near_a_seat_is_placed_alone(toy: FontBook) -> None:
    photos: list[PhotoSpec] = [spec(at="top", rows=9)]
    made = make(toy, slot((1, 1), (1, 9), photos=photos), story(photos={"p1": photo()}))
    assert made.codes == []
    assert len(made.pictures) == 1
    assert made.report.room_lines == 0


def test_marks_are_in_reading_order(toy: FontBook) -> None:
    head, text = paragraph(han(5, 300), 42, "crosshead"), paragraph(han(80, 400), 44)
    body = (paragraph(han(60)), table("甲 乙", "丙 丁"), paragraph(han(60, 100), 40), head, text)
    made = make(toy, slot((1, 2), (1, 40)), story(*body))
    marks = made.texts("body", "crosshead", "table")
    assert all(a.tag.block <= b.tag.block for a, b in pairwise(marks))
    assert STYLES["table"].size == next(m.run.size for m in marks if m.tag.role == "table")


@pytest.mark.parametrize(("box", "seen"), [((30, 10), (15, 10)), ((30, 40), (30, 20))])
def test_a_picture_of_the_furniture_is_whole_and_keeps_its_shape(
    toy: FontBook, box: tuple[float, float], seen: tuple[float, float]
) -> None:
    badge = Picture(Path("badge.png"), "badge.png", 3000, 2000, "0" * 64)
    room = Box(LAYOUT, fixed=(20, 10, *box))
    piece = Furniture("badge", LAYOUT, "top", (), box=room, picture=badge)
    (mark,) = make(toy, slot(), story(*LONG), furniture=[piece]).pictures
    assert (mark.width, mark.height) == pytest.approx(seen)
    assert (mark.x + mark.width / 2, mark.y + mark.height / 2) == pytest.approx((20 + box[0] / 2, 10 + box[1] / 2))
