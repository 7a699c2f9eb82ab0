"""Addresses and labels are found in a paragraph, and known on each of its lines."""

from dataclasses import replace

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.page import Target
from bulletin_layout.typeset import Line, TextRun, break_lines, break_vertical, moved, prepare, set_vertical
from tests.typeset.setting import EM, galley, set_text, style

Piece = tuple[str, Target | None, bool]


def pieces(line: Line) -> list[Piece]:
    """What each piece of a line says, where it leads, and whether it is a label."""
    return [("".join(p.texts), p.link, p.label) for run in line.runs for p in run.parted()]


def linked(text: str, book: FontBook, measure: float = 99, **options: float) -> list[list[tuple[str, Target | None]]]:
    lines = set_text(text, measure, book, **options).lines
    return [[(said, link) for said, link, _ in pieces(line)] for line in lines]


def test_an_address_leads_to_itself_without_the_sentences_marks(real: FontBook) -> None:
    assert linked("见https://a.cn/b?c=1.，或www.d.cn。", real) == [[
        ("见", None), ("https://a.cn/b?c=1", "https://a.cn/b?c=1"), (".，或", None),
        ("www.d.cn", "https://www.d.cn"), ("。", None),
    ]]  # fmt: skip
    assert linked("信箱a.b@c-d.cn", real) == [[("信箱", None), ("a.b@c-d.cn", "mailto:a.b@c-d.cn")]]


@pytest.mark.parametrize("whole", ["https://a.cn/秋/b_(c)", "https://ab\u00adc.cn"])
def test_an_address_keeps_its_brackets_and_han(real: FontBook, whole: str) -> None:
    target = whole.replace("秋", "%E7%A7%8B").replace("\u00ad", "")
    assert linked(f"（{whole}）", real) == [[("（", None), (whole, target), ("）", None)]]


@pytest.mark.parametrize("text", ["登录www.a.cn/下载。", "文件C:\\b\\c.doc", "见a.cn/b", "用10.1000/b"])
def test_paths_and_what_is_in_doubt_lead_nowhere(real: FontBook, text: str) -> None:
    assert linked(text, real) == [[(text, None)]]


def test_an_address_over_two_lines_leads_to_the_whole_of_it_from_both(real: FontBook) -> None:
    first, second = linked("请看https://abcd.cn/efgh页", real, 8, align="start")  # type: ignore[arg-type]
    assert (first[-1], second[0]) == (
        ("https://", "https://abcd.cn/efgh"), ("abcd.cn/efgh", "https://abcd.cn/efgh"),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["甲@乙", "www", "a://b", "3@", "没有"])
def test_what_is_no_address_leads_nowhere(real: FontBook, text: str) -> None:
    assert linked(text, real) == [[(text, None)]]


def test_an_address_in_several_types_is_one(real: FontBook) -> None:
    own = style()
    runs = (TextRun("www.a", own), TextRun("b.cn", replace(own, weight="bold")))
    (line,) = break_lines(prepare(runs, own, real), (99 * EM,)).lines
    assert {link for _, link, _ in pieces(line)} == {"https://www.ab.cn"}


def test_what_the_author_made_a_link_leads_where_that_says(real: FontBook) -> None:
    own = style()
    runs = (TextRun("见", own), TextRun("www.a.cn", own, link="https://b.cn"), TextRun("c@d.cn", own))
    (line,) = break_lines(prepare(runs, own, real), (99 * EM,)).lines
    assert [(said, link) for said, link, _ in pieces(line)] == [
        ("见", None), ("www.a.cn", "https://b.cn"), ("c@d.cn", "mailto:c@d.cn"),
    ]  # fmt: skip


def test_a_label_is_a_part_whatever_runs_it_is_of_and_no_address_begins_in_it(real: FontBook) -> None:
    own = style(indent=0, hang=2)
    runs = (TextRun("（", own), TextRun("1）", replace(own, weight="bold")), TextRun("www.a.cn好", own))
    (line,) = break_lines(prepare(runs, own, real, label=3), (99 * EM,)).lines
    assert [(said, label) for said, _, label in pieces(line)] == [
        ("（", True), ("1）", True), ("www.a.cn", False), ("好", False),
    ]  # fmt: skip
    assert galley("1.好", real).parts == ()


def test_a_divided_address_keeps_its_link_on_every_line(real: FontBook) -> None:
    text = "甲乙丙丁戊internationalization@congratulations.cn"
    lines = linked(text, real, 14)
    assert len(lines) > 1
    assert {link for line in lines for said, link in line if said[0] not in text[:5]} == {f"mailto:{text[5:]}"}


def test_pieces_stand_where_they_stood_in_a_line_that_was_moved(real: FontBook) -> None:
    (line,) = set_text("见www.d.cn。", 99, real).lines
    line = moved(line, 7.0)
    whole = [(gid, x) for run in line.runs for gid, x in zip(run.gids, run.xs, strict=True)]
    parts = [(gid, x) for run in line.runs for p in run.parted() for gid, x in zip(p.gids, p.xs, strict=True)]
    assert (parts, len(pieces(line))) == (whole, 3)


def test_an_address_in_a_vertical_line_is_a_link(real: FontBook) -> None:
    own = style()
    runs = (TextRun("请看www.ab.cn页", own),)
    column = set_vertical(runs, own, real)
    said = [("".join(p.texts), p.link) for run in column.runs for p in run.parted()]
    assert said == [("请看", None), ("www.ab.cn", "https://www.ab.cn"), ("页", None)]
    columns = break_vertical((TextRun("请看这一个地址www.ab.cn页", own),), own, real, 8 * EM)
    links = {p.link for column in columns for run in column.runs for p in run.parted()}
    assert links == {None, "https://www.ab.cn"}
