"""Blocks of a story on the page: sections, signatures, verse, pull quotes, asides, rosters, lists, tables, notes."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.inks import BLACK
from bulletin_layout.issue import Aside, Block, CellSpan, Note, Paragraph, Piece, PullQuote, Roster, TextSpec
from bulletin_layout.page import PanelMark
from tests.compose.sample import (
    COLUMNS,
    EM,
    LINE,
    MEASURE,
    QUICK,
    STYLES,
    TOP,
    Made,
    figure,
    grid,
    han,
    make,
    paragraph,
    row_of,
    slot,
    story,
    table,
)
from tests.support.said import message

PLACE = Location("s.md", 40, 1)


def lines(kind: str, *texts: str, line: int = 40) -> Paragraph:
    """A paragraph whose lines the author broke."""
    last = len(texts) - 1
    pieces = (Piece(text + ("\n" if k < last else ""), Location("s.md", line + k, 1)) for k, text in enumerate(texts))
    return Paragraph(tuple(pieces), Location("s.md", line, 1), kind)  # type: ignore[arg-type]


def roster(*names: str, columns: int = 4) -> Roster:
    return Roster(tuple((Piece(name, Location("s.md", 50, 1 + k)),) for k, name in enumerate(names)), columns, PLACE)


def pull(*texts: str) -> PullQuote:
    return PullQuote(tuple(paragraph(text, 60 + k, "pull") for k, text in enumerate(texts)), PLACE)


def aside(*blocks: Block, title: str = "") -> Aside:
    return Aside((Piece(title, PLACE),) if title else (), blocks, PLACE)


def noted(before: str, label: str, after: str = "", line: int = 10) -> Paragraph:
    """A paragraph that refers to a note."""
    place = Location("s.md", line, 1)
    pieces = (Piece(before, place), Piece(label, place, note=label), *((Piece(after, place),) if after else ()))
    return Paragraph(pieces, place)


def note(label: str, text: str) -> Note:
    return Note(label, (paragraph(text, 80, "note"),), Location("s.md", 80, 1))


def rows(made: Made, *roles: str) -> list[float]:
    return [row_of(line.y) for line in made.lines(*roles)]


def test_a_section_has_its_styles_brackets_and_stays_with_its_text(toy: FontBook) -> None:
    told = story(paragraph(han(13 * 6), 10), paragraph("栏目", 12, "section"), paragraph(han(60, 200), 14))
    made = make(toy, slot((1, 2), (1, 9), text=TextSpec(balance=False)), told)
    assert made.text("section") == "【栏目】"
    (head,) = made.lines("section")
    assert head.x > COLUMNS[1] - 1  # two rows of its own and two of text find no room in the first column
    typed = make(toy, slot((1, 1), (1, 9)), story(paragraph("【要闻】", 12, "section"), paragraph(han(20), 14)))
    assert typed.text("section") == "【要闻】"


def test_a_signatures_lines_are_centred_on_each_other_two_em_from_the_edge(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 9)), story(paragraph(han(20)), lines("sign", han(8), han(4, 50))))
    first, second = made.lines("sign")
    assert (first.x, first.right) == pytest.approx((COLUMNS[0] + 3 * EM, COLUMNS[0] + MEASURE - 2 * EM), abs=0.01)
    assert (second.x + second.right) / 2 == pytest.approx((first.x + first.right) / 2)
    assert second.y == first.y + LINE


def test_a_signature_wider_than_its_column_is_broken(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 9)), story(paragraph(han(20)), lines("sign", han(15))))
    assert made.text("sign") == han(15)
    assert all(line.right <= COLUMNS[0] + MEASURE + 0.01 for line in made.lines("sign"))


@pytest.mark.parametrize("count", range(13 * 4, 13 * 9, 7))
def test_a_signature_stands_whole_and_below_a_line_of_text(toy: FontBook, count: int) -> None:
    told = story(paragraph(han(count)), lines("sign", "单位", "日期"))
    made = make(toy, slot((1, 2), (1, 8), text=TextSpec(balance=False)), told)
    assert made.codes == []
    signed = made.lines("sign")
    assert signed[1].y == signed[0].y + LINE
    near = [line for line in made.lines("body") if abs(line.x - signed[0].x) < MEASURE]
    above = [line for line in near if row_of(line.y) == row_of(signed[0].y) - 1]
    assert len(above) == 1
    assert made.text("body") == han(count)
    assert made.report.short_lines == 16 - len(made.lines("body")) - 2 - _holes(made)


def _holes(made: Made) -> int:
    """Rows that stay empty at the foot of the first column when text goes on in the second."""
    first, second = made.columns("body", "sign")[:2]
    return 7 - int(max(row_of(line.y) for line in first)) if second else 0


def test_verse_keeps_its_lines_and_its_stanzas(toy: FontBook) -> None:
    told = story(lines("verse", "甲乙", han(14)), lines("verse", "丙丁", line=44), paragraph(han(20, 60), 50))
    made = make(toy, slot((1, 1), (1, 20)), told)
    found = made.lines("verse")
    assert [line.text for line in found] == ["甲乙", han(11), han(3, 11), "丙丁"]
    assert [line.x - COLUMNS[0] for line in found] == [20, 20, 30, 20]
    assert rows(made, "verse") == [0, 1, 2, 4]


def test_a_pull_quote_stands_between_rules_in_whole_rows(toy: FontBook) -> None:
    told = story(paragraph(han(20)), pull(han(12)), paragraph(han(20, 50), 12))
    made = make(toy, slot((1, 1), (1, 20)), told)
    upper, lower = made.rules
    before, *_, after = [line for line in made.lines("body") if line.text]
    quoted = made.lines("pull")
    assert before.y < upper.y1 < quoted[0].y < quoted[-1].y < lower.y1 < after.y
    assert made.text("pull") == han(12)
    assert all(row.is_integer() for row in rows(made, "body"))
    assert "".join("".join(mark.run.texts) for mark in made.texts()) == han(20) + han(12) + han(20, 50)


def test_a_tinted_pull_quote_has_a_panel_and_its_pattern(toy: FontBook) -> None:
    style = replace(STYLES["pull"], fill=BLACK, pattern="“{pull}”")
    made = make(toy, slot((1, 1), (1, 20), pull=style), story(paragraph(han(20)), pull("甲乙", "丙")))
    assert made.text("pull") == "“甲乙丙”"
    assert (made.rules, [mark.width for mark in made.page.marks if isinstance(mark, PanelMark)]) == ([], [MEASURE])


def boxed(made: Made) -> PanelMark:
    (panel,) = [mark for mark in made.page.marks if isinstance(mark, PanelMark)]
    return panel


def test_an_aside_holds_its_blocks_on_the_grid(toy: FontBook) -> None:
    style = replace(STYLES["aside"], border=BLACK, border_width=0.5)
    inner = (paragraph(han(20, 50), 42), paragraph("丙", 43, "item", label="·"), table("甲 乙", "1 2"), roster("张三"))
    told = story(paragraph(han(20)), aside(*inner, title="链接"), paragraph(han(20, 90), 50))
    made = make(toy, slot((1, 1), (1, 30), aside=style), told)
    assert made.text("aside") == "链接" + han(20, 50)
    panel = boxed(made)
    inside = made.lines("aside", "item", "table", "roster")
    assert all(panel.x + EM <= line.x and line.right <= panel.x + panel.width - EM + 0.01 for line in inside)
    assert all(panel.y < line.y < panel.y + panel.height for line in inside)
    assert not any(panel.y - 1 < line.y < panel.y + panel.height for line in made.lines("body"))
    assert all(row.is_integer() for row in rows(made, "item", "roster"))
    order = [mark.tag.block for mark in made.texts()]
    assert order == sorted(order)
    assert "".join("".join(mark.run.texts) for mark in made.texts()).endswith("张三" + han(20, 90))


def test_an_asides_title_at_a_columns_head_needs_no_row_above(toy: FontBook) -> None:
    told = story(aside(paragraph(han(9), 42), title="链接"), paragraph(han(20, 90), 50))
    made = make(toy, slot((1, 1), (1, 30)), told)
    assert rows(made, "aside")[-1] == 2
    below = make(toy, slot((1, 1), (1, 30)), story(paragraph(han(9)), *told.blocks))
    assert rows(below, "aside")[-1] == 1 + 1 + 2


def test_names_are_three_em_wide_and_stand_in_columns(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(roster("张三", "李四五", "王六", "赵七", columns=3)))
    marks = made.texts("roster")
    xs = [mark.run.xs for mark in marks]
    assert [("".join(mark.run.texts), mark.x + x[0] - COLUMNS[0]) for mark, x in zip(marks, xs, strict=True)] == [
        ("张三", 0), ("李四五", 50), ("王六", 100), ("赵七", 0),
    ]  # fmt: skip
    assert [x[-1] - x[0] for x in xs] == [20, 20, 20, 20]
    assert [row_of(mark.y) for mark in marks] == [0, 0, 0, 1]
    assert made.report.set_chars == 9


def test_a_long_name_takes_two_places_or_reaches_back(toy: FontBook) -> None:
    names = ("阿依古丽", "甲·乙丙丁戊", "李四", "王五", "欧阳明月")
    made = make(toy, slot((1, 1), (1, 30)), story(roster(*names)))
    found = [(line.text, line.x - COLUMNS[0]) for line in made.lines("roster")]
    assert [text for text, _ in found] == ["阿依古丽甲·乙丙丁戊", "李四王五欧阳明月"]
    last = made.texts("roster")[-1]
    assert last.x + last.run.xs[-1] + EM == COLUMNS[0] + MEASURE


def test_a_roster_goes_on_in_the_next_column(toy: FontBook) -> None:
    names = [f"{han(1, k)}{han(1, k + 100)}" for k in range(20)]
    made = make(toy, slot((1, 2), (1, 4), text=TextSpec(balance=False)), story(roster(*names, columns=3)))
    assert made.text("roster") == "".join(names)
    assert [len(column) for column in made.columns("roster")][:2] == [4, 3]
    over = make(toy, slot((1, 1), (1, 4), text=TextSpec(balance=False)), story(roster(*names, columns=3)))
    assert (over.report.set_chars, over.report.over_chars, over.report.over_lines) == (24, 16, 3)


def test_a_name_wider_than_its_column_is_an_error_where_it_stands(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(roster("张三", han(16))))
    assert [(finding.code, str(finding.location)) for finding in made.composed.findings] == [
        ("name-too-wide", "s.md:50:2")
    ]
    assert made.text("roster") == "张三" + han(16)


@pytest.mark.parametrize(
    ("block", "what"),
    [(aside(paragraph(han(200), 42)), "aside"), (pull(han(80)), "pull quote"), (figure(height=9000), "picture")],
)
def test_a_block_too_high_for_every_column_says_so(toy: FontBook, block: Block, what: str) -> None:
    made = make(toy, slot((1, 2), (1, 9)), story(paragraph(han(20)), block))
    (finding,) = made.composed.findings
    assert finding.code == "overset"
    assert f"the {what} of this line, which takes " in message(finding)
    assert "where the highest column has 9:" in message(finding)


def test_labels_of_a_list_hang_and_its_text_is_aligned(toy: FontBook) -> None:
    items = [paragraph(f"（{n}）{han(20, 30 * k)}", 20 + k, "item", label="·") for k, n in enumerate("一二")]
    items.append(paragraph(f"（十一）{han(20, 90)}", 23, "item", label="·"))
    made = make(toy, slot((1, 1), (1, 30)), story(*items))
    marks = made.texts("item")
    starts = [mark.x + mark.run.xs[0] - COLUMNS[0] for mark in marks if mark.tag.line]
    assert starts
    assert set(starts) == {40}
    firsts = [mark for mark in marks if not mark.tag.line]
    assert ["".join(mark.run.texts)[:4] for mark in firsts] == ["（一）" + han(1), "（二）" + han(1, 30), "（十一）"]
    after = [mark.run.xs[mark.run.texts.index("）") + 1] + mark.x - COLUMNS[0] for mark in firsts]
    assert after == pytest.approx([40, 40, 40])


def test_lists_within_lists_stand_further_in(toy: FontBook) -> None:
    items = (
        paragraph(han(20), 20, "item", label="1."),
        paragraph(han(20, 30), 21, "item", label="·", level=2),
        paragraph(han(5, 60), 22, "item", label="", level=2),
        paragraph(han(20, 90), 23, "item", label="2."),
    )
    made = make(toy, slot((1, 1), (1, 30)), story(*items))
    assert [line.x - COLUMNS[0] for line in made.lines("item")] == [0, 20, 20, 40, 40, 40, 0, 20]
    assert [mark.tag.level for mark in made.texts("item") if mark.tag.line == 0] == [1, 2, 2, 2, 1]


def test_the_dot_of_an_item_is_set_in_the_strong_face(toy: FontBook) -> None:
    """In the text's own face it is a speck; a number stays in it."""
    items = (paragraph(han(5), 20, "item", label="·"), paragraph(han(5), 21, "item", label="1."))
    base = slot((1, 1), (1, 30))
    strong = {"strong": replace(base.styles["strong"], font="hei", weight="bold")}
    made = make(toy, replace(base, styles={**base.styles, **strong}), story(*items))
    faces = {"".join(mark.run.texts)[:1]: mark.run.face for mark in made.texts("item")}
    assert faces["·"] is not faces[han(1)]
    assert faces["1"] is faces[han(1)]


def cell_rights(made: Made) -> dict[str, float]:
    return {line.text: line.right for line in made.lines("table")}


def test_numbers_of_a_column_have_their_points_below_each_other(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(table("品种 产量", "甲 1,602.75", "乙 49.5", "丙 8", "丁 —")))
    rights = cell_rights(made)
    assert rights["1,602.75"] - rights["49.5"] == pytest.approx(4)  # half an em of 8 points
    assert rights["1,602.75"] - rights["8"] == pytest.approx(12)


def test_numbers_of_unlike_units_end_below_each_other_before_their_units(toy: FontBook) -> None:
    told = replace(table("项目 数量", "甲 1,602份", "乙 49.5个点", "丙 8%", "丁 30"), aligns=("start", "end"))
    rights = cell_rights(make(toy, slot((1, 1), (1, 30)), story(told)))
    gap = 8 / 4  # between figures and Han
    assert rights["49.5个点"] - rights["1,602份"] == pytest.approx(8)
    assert rights["1,602份"] - rights["30"] == pytest.approx(8 + gap)


def test_a_column_of_dates_is_none_of_numbers_unless_its_author_says_so(toy: FontBook) -> None:
    told = table("月份 数量", "3月 12", "10月 5")
    lefts = {line.text: line.x for line in make(toy, slot((1, 1), (1, 30)), story(told)).lines("table")}
    assert lefts["3月"] == lefts["10月"]


def test_a_sum_over_several_columns_leaves_them_columns_of_numbers(toy: FontBook) -> None:
    """In a column too narrow for all, the number stays whole, and its point below the others'."""
    told = table("单位名称 产量 备注", "甲 1,602.75 长势良好轻度倒伏", "乙 49.5 复测", "丙 88,888 丁")
    cells = [list(row) for row in told.rows]
    cells[3][2] = ()
    joined = replace(told, rows=tuple(map(tuple, cells)), spans=(CellSpan(3, 1, 1, 2),))
    rights = cell_rights(make(toy, slot((1, 1), (1, 30)), story(joined)))
    assert rights["1,602.75"] - rights["49.5"] == pytest.approx(4)
    assert "88,888" in rights


def test_cells_over_several_have_rules_round_them_and_none_through(toy: FontBook) -> None:
    place = Location("s.md", 30, 1)
    joined = replace(
        table("甲 乙 丙", "丁 戊 己", "庚 辛 壬"), spans=(CellSpan(1, 0, 2, 1), CellSpan(1, 1, 1, 2)), location=place
    )
    empty: tuple[Piece, ...] = ()
    cells = [list(row) for row in joined.rows]
    cells[1][2] = cells[2][0] = empty
    made = make(toy, slot((1, 1), (1, 30)), story(replace(joined, rows=tuple(map(tuple, cells)))))
    assert made.text("table") == "甲乙丙丁戊辛壬"
    placed = {mark.tag.cell[1:] for mark in made.texts("table") if mark.tag.cell}
    assert placed >= {(1, 0, 2, 1), (1, 1, 1, 2), (0, 0, 1, 1)}
    across = [(rule.x1 - COLUMNS[0]) * 3 / MEASURE for rule in made.rules if rule.y1 == rule.y2]
    assert across == pytest.approx([0, 0, 1, 0])
    assert {rule.x2 for rule in made.rules if rule.y1 == rule.y2} == {COLUMNS[0] + MEASURE}
    upright = [rule for rule in made.rules if rule.x1 == rule.x2]
    assert len(upright) == 3  # the first one whole, the second one above and below the cell over two columns


def test_a_long_table_is_cut_between_rows_and_its_heads_stand_again(toy: FontBook) -> None:
    told = story(
        paragraph(han(20)), table("头 数", *(f"{han(1, k)} {k}" for k in range(20))), paragraph(han(20, 90), 50)
    )
    made = make(toy, slot((1, 3), (1, 12), text=TextSpec(balance=False)), told)
    assert made.codes == []
    below = [m for m in made.texts("table") if m.tag.cell and m.tag.cell.row]
    assert "".join("".join(m.run.texts) for m in below) == "".join(f"{han(1, k)}{k}" for k in range(20))
    assert [mark.tag.story for mark in made.texts("table") if "头" in mark.run.texts] == ["s", "", ""]
    ends = [max(line.y for line in column) for column in made.columns("table") if column]
    assert all(end <= TOP + 12 * LINE for end in ends)
    assert made.text("body") == han(20) + han(20, 90)


def test_a_table_that_fits_a_column_is_not_cut(toy: FontBook) -> None:
    told = story(
        paragraph(han(13 * 5)), table("头 数", *(f"{han(1, k)} {k}" for k in range(8))), paragraph(han(90, 90), 50)
    )
    made = make(toy, slot((1, 2), (1, 12), text=TextSpec(balance=False)), told)
    assert [len(column) for column in made.columns("table")][:2] == [0, 18]


def test_a_table_keeps_off_text_and_not_off_heads_and_its_byline(toy: FontBook) -> None:
    """A head has air of its own; a byline right below the table says whose it is."""
    told = table("头 数", "甲 1")

    def edges(*blocks: Block, byline: str = "") -> tuple[float, float]:
        rules = make(toy, slot((1, 1), (1, 30)), story(*blocks, byline=byline)).rules
        return min(rule.y1 for rule in rules) - TOP, max(rule.y1 for rule in rules) - TOP

    text, line = paragraph(han(5)), 15
    shift = (line - 10) / 2
    assert edges(text, told, text) == (2 * line - shift, 4 * line - shift)
    assert edges(paragraph(han(3), kind="crosshead"), told, text) == (2 * line - shift, 4 * line - shift)
    below = make(toy, slot((1, 1), (1, 30)), story(text, told, paragraph("后", kind="crosshead"), text)).lines(
        "crosshead"
    )
    assert below[0].y == pytest.approx(
        make(toy, slot((1, 1), (1, 30)), story(text, told, byline="甲")).lines("byline")[0].y + line / 2
    )


def test_a_byline_stands_on_no_line_of_a_poem(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(paragraph("短句\n又短", kind="verse"), byline="甲"))
    assert [line.text for line in made.lines("verse")] == ["短句", "又短"]
    (byline,) = made.lines("byline")
    assert byline.y > max(line.y for line in made.lines("verse"))


def test_a_note_stands_at_the_foot_of_the_last_column(toy: FontBook) -> None:
    told = story(noted(han(10), "a", "。" + han(20, 20)), notes=(note("a", "注文"),))
    made = make(toy, slot((1, 2), (1, 10)), told)
    assert made.text("body") == han(10) + "①。" + han(20, 20)
    (found,) = made.lines("note")
    assert (found.text, found.x) == ("①注文", COLUMNS[1])
    assert found.y == pytest.approx(grid().row_foot(9) - 0.12 * 7.5)
    (rule,) = made.rules
    assert rule.y1 < found.y - 7.5
    raised = next(mark for mark in made.texts("body") if mark.run.texts == ("①",))
    assert raised.run.size == 7
    assert raised.run.ys == pytest.approx((-3.5,))


def test_a_notes_number_leads_to_the_note_that_begins_with_it(toy: FontBook) -> None:
    told = replace(story(noted(han(9), "a", han(5))), notes=(note("a", han(30, 90)),))
    made = make(toy, slot((1, 1), (1, 20)), told)
    assert [("".join(mark.run.texts), mark.run.link) for mark in made.texts("body") if mark.run.link] == [("①", "^①")]
    first, *others = made.texts("note")
    assert (first.tag.label, {mark.tag.label for mark in others}) == ("①", {""})


def test_what_stands_in_an_aside_knows_it(toy: FontBook) -> None:
    boxes = (aside(paragraph(han(9), 42), table("甲 乙", "1 2"), figure(), title="链接"), aside(roster("张三")))
    made = make(toy, slot((1, 2), (1, 30)), story(paragraph(han(20)), *boxes, paragraph(han(20, 90), 50)))
    assert made.codes == []
    first, second = made.texts("aside")[0].tag.aside, made.texts("roster")[0].tag.aside
    assert 1 < first < second
    assert {mark.tag.aside for mark in made.texts("aside", "table")} == {first}
    assert [picture.tag.aside for picture in made.pictures] == [first]
    assert {mark.tag.aside for mark in made.texts("body")} == {0}


def test_a_notes_number_is_never_parted_from_its_word(toy: FontBook) -> None:
    for before in range(8, 14):
        told = story(noted(han(before), "a", han(20, 20)), notes=(note("a", "注文"),))
        made = make(toy, slot((1, 1), (1, 10)), told)
        assert not any(line.text.startswith("①") for line in made.lines("body"))


def test_notes_are_numbered_in_the_order_of_the_text(toy: FontBook) -> None:
    blocks = (noted(han(5), "x"), aside(noted(han(5, 10), "y", line=20)), noted(han(5, 20), "x", line=30))
    made = make(toy, slot((1, 1), (1, 30)), story(*blocks, notes=(note("x", "甲"), note("y", "乙"))))
    assert made.text("body", "aside") == f"{han(5)}①{han(5, 10)}②{han(5, 20)}①"
    assert [line.text for line in made.lines("note")] == ["①甲", "②乙"]


def test_notes_without_room_are_an_error(toy: FontBook) -> None:
    told = story(noted(han(5), "x"), notes=(note("x", han(200)),))
    made = make(toy, slot((1, 1), (1, 5)), told)
    assert [(finding.code, str(finding.location)) for finding in made.composed.findings] == [
        ("note-without-room", "s.md:80:1")
    ]


@pytest.mark.parametrize(("rows", "beside"), [(2, 2), (3, 3)])
def test_a_storys_first_character_stands_over_several_rows(toy: FontBook, rows: int, beside: int) -> None:
    made = make(toy, slot((1, 2), (1, 9), text=TextSpec(initial=rows)), story(*map(paragraph, (han(60), han(20, 90)))))
    initial, *text = made.texts("body")
    size = (rows - 1) * LINE + EM
    assert (initial.run.texts, initial.run.size, initial.x) == ((han(1),), size, COLUMNS[0])
    assert initial.y - 0.88 * size == pytest.approx(TOP)
    assert made.text("body") == han(60) + han(20, 90)
    lines = [mark.x + mark.run.xs[0] for mark in text]
    assert all(x >= COLUMNS[0] + size + 0.3 * EM for x in lines[:beside])
    assert lines[beside] == COLUMNS[0]
    assert made.report.set_chars == 80


def test_a_mark_at_the_beginning_stays_small(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 9), text=TextSpec(initial=2)), story(paragraph("“甲”" + han(30))))
    assert {mark.run.size for mark in made.texts("body")} == {10}


def test_a_first_character_that_no_font_has_is_an_error(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 9), text=TextSpec(initial=2)), story(paragraph("\u3fff" + han(30))))
    assert made.codes == ["missing-glyph"]


def test_a_crosshead_may_open_its_paragraph(toy: FontBook) -> None:
    style = replace(STYLES["crosshead"], run_in=True)
    body = (paragraph("小题", 10, "crosshead"), paragraph(han(30), 12), paragraph("末题", 14, "crosshead"))
    made = make(toy, slot((1, 1), (1, 9), crosshead=style), story(*body, figure()))
    first = made.texts("body")[0]
    assert "".join(first.run.texts) == "小题"
    assert first.run.face is toy.face("hei", "bold")
    assert made.text("body").replace("\u3000", "") == "小题" + han(30)
    assert made.text("crosshead") == "末题"  # a picture follows it


def test_notes_take_their_rows_from_the_text(toy: FontBook) -> None:
    told = story(noted(han(10), "a", han(13 * 9, 20)), notes=(note("a", "注文"),))
    made = make(toy, slot((1, 1), (1, 10)), told)
    (found,) = made.lines("note")
    assert all(line.y < found.y - 2 * EM for line in made.lines("body"))
    assert made.report.over_lines == 2


def test_words_of_pull_quotes_and_asides_count(toy: FontBook) -> None:
    told = story(paragraph(han(5)), pull(han(12)), aside(paragraph(han(9), 42), roster("张三"), title="链接"))
    assert make(toy, slot((1, 1), (1, 40)), told).report.set_chars == 5 + 12 + 9 + 2 + 2
    assert make(toy, slot((1, 1), (1, 1)), told).report.over_chars == 12 + 9 + 2 + 2


BLOCKS = st.one_of(
    st.integers(1, 90).map(lambda n: paragraph(han(n))),
    st.integers(1, 8).map(lambda n: paragraph(han(n, 300), 12, "section")),
    st.lists(st.integers(1, 16), min_size=1, max_size=3).map(lambda ns: lines("sign", *(han(n, 400) for n in ns))),
    st.lists(st.integers(1, 20), min_size=1, max_size=4).map(lambda ns: lines("verse", *(han(n, 500) for n in ns))),
    st.integers(1, 40).map(lambda n: pull(han(n, 600))),
    st.integers(1, 40).map(lambda n: aside(paragraph(han(n, 700), 42), title="链")),
    st.lists(st.integers(1, 6), min_size=1, max_size=9).map(lambda ns: roster(*(han(n, 800 + 9 * n) for n in ns))),
    st.integers(1, 40).map(lambda n: paragraph(han(n, 900), 20, "item", label="·")),
    st.integers(1, 14).map(lambda n: table("头 数", *(f"{han(1, k)} {k}" for k in range(n)))),
)


@QUICK
@given(st.lists(BLOCKS, max_size=7), st.integers(1, 3), st.integers(3, 24), st.booleans())
def test_placed_and_surplus_are_the_whole_and_nothing_overlaps(
    toy: FontBook, blocks: list[Block], columns: int, depth: int, balance: bool
) -> None:
    made = make(toy, slot((1, columns), (1, depth), text=TextSpec(balance=balance)), story(*blocks))
    whole = make(toy, slot((1, 4), (1, 50), text=TextSpec(balance=False)), story(*blocks))
    assert made.report.set_chars + made.report.over_chars == whole.report.set_chars
    assert ("overset" in made.codes) == bool(made.report.over_lines)
    boxes = [(line.x, line.y - 8.8, line.right, line.y + 1.2) for line in made.lines() if line.text.strip()]
    panels = [mark for mark in made.page.marks if isinstance(mark, PanelMark)]
    for column in COLUMNS:
        inside = sorted((box for box in boxes if column <= box[0] < column + MEASURE), key=lambda box: box[1])
        for above, below in pairwise(inside):
            apart = above[3] <= below[1] + 5.3 or above[2] <= below[0] + 0.01 or below[2] <= above[0] + 0.01
            assert apart, (above, below)
    for panel in panels:
        bodies = [line for line in made.lines("body") if panel.x <= line.x < panel.x + panel.width]
        assert not any(panel.y < line.y - 4 < panel.y + panel.height for line in bodies)
    assert all(box[3] <= grid().row_foot(depth - 1) + 0.01 for box in boxes)
