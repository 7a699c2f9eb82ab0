"""Marks parted at labels and addresses: nothing moves, and what is seen and said stays the same."""

from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.fonts import Face
from bulletin_layout.page import GlyphRun, TextMark
from bulletin_layout.render.parting import parted
from bulletin_layout.render.structure import structure_of
from tests.render.sheets import edition, run
from tests.render.test_structure import told


def parts(*marks: TextMark) -> list[tuple[str, Any, int]]:
    """What each mark then says, its link, and how much of it is a label."""
    (page,) = parted(edition(marks)).pages
    return [("".join(m.run.texts), m.run.link, m.label) for m in page.marks if isinstance(m, TextMark)]


def body(text: GlyphRun, line: int = 0, **about: Any) -> TextMark:
    return TextMark(10, 20 + 10 * line, text, about.pop("role", "body"), "a", 1, line, **about)


def test_an_address_becomes_a_link_without_the_sentences_marks(face: Face) -> None:
    assert parts(body(run(face, "见https://a.cn/b?c=1.，或www.d.cn。"))) == [
        ("见", None, 0), ("https://a.cn/b?c=1", "https://a.cn/b?c=1", 0), (".，或", None, 0),
        ("www.d.cn", "https://www.d.cn", 0), ("。", None, 0),
    ]  # fmt: skip
    assert parts(body(run(face, "信箱a.b@c-d.cn"))) == [("信箱", None, 0), ("a.b@c-d.cn", "mailto:a.b@c-d.cn", 0)]


def test_an_address_over_two_lines_leads_to_the_whole_of_it_from_both(face: Face) -> None:
    assert parts(body(run(face, "见https://a.cn/")), body(run(face, "bc页"), 1)) == [
        ("见", None, 0), ("https://a.cn/", "https://a.cn/bc", 0), ("bc", "https://a.cn/bc", 0), ("页", None, 0),
    ]  # fmt: skip


def test_the_hyphen_at_a_lines_end_is_none_of_the_address(face: Face) -> None:
    first = run(face, "www.ab-")
    hyphenated = replace(first, texts=(*first.texts[:-1], "\u00ad"))
    links = [link for _, link, _ in parts(body(hyphenated), body(run(face, "cd.cn"), 1))]
    assert links == ["https://www.abcd.cn", None, "https://www.abcd.cn"]


@pytest.mark.parametrize("text", ["甲@乙", "www", "a://b", "3@", "没有"])
def test_what_is_no_address_stays_whole(face: Face, text: str) -> None:
    assert parts(body(run(face, text))) == [(text, None, 0)]


def test_a_label_stands_apart_in_the_tree(face: Face) -> None:
    marks = [body(run(face, "1.条目"), role="item", level=1, label=2), body(run(face, "续"), 1, role="item", level=1)]
    assert parts(*marks) == [("1.", None, 2), ("条目", None, 0), ("续", None, 0)]
    sheet = parted(edition(marks))
    assert told(sheet, structure_of(sheet)) == "Document(Sect(Art(L(LI(Lbl:1. LBody:条目续)))))"


def test_parts_stand_where_they_stood(face: Face) -> None:
    whole = run(face, "见www.d.cn。")
    (page,) = parted(edition([body(whole)])).pages
    places = [(mark.x + x, gid) for mark in page.marks if isinstance(mark, TextMark)
              for x, gid in zip(mark.run.xs, mark.run.gids, strict=True)]  # fmt: skip
    assert places == [(10 + x, gid) for x, gid in zip(whole.xs, whole.gids, strict=True)]


def test_glyphs_that_go_on_with_a_text_stay_with_it(face: Face) -> None:
    two = run(face, "甲www.d.cn")
    torn = GlyphRun(two.face, two.size, two.ink, two.gids, two.xs, ("甲", "", *two.texts[2:]))
    assert [text for text, _, _ in parts(body(torn))] == ["甲ww.d.cn"]
    joined = GlyphRun(two.face, two.size, two.ink, two.gids, two.xs, (*two.texts[:-2], "cn", ""))
    assert [text for text, _, _ in parts(body(joined))] == ["甲", "www.d.cn"]


def test_pages_without_either_are_the_same_object(face: Face) -> None:
    sheet = edition([body(run(face, "春风"))])
    assert parted(sheet) is sheet


def test_an_address_in_a_running_head_is_a_link_where_it_is_said_first(face: Face) -> None:
    def page() -> list[TextMark]:
        own = [run(face, "院报www.a.cn"), run(face, "投稿a@b."), run(face, "cn"), run(face, "要闻")]
        return [TextMark(10, 10 * k, text, "folio", "", 0, int(k == 2)) for k, text in enumerate(own)]

    first = [TextMark(10, 5, run(face, "第一期"), "folio"), TextMark(10, 90, run(face, "文"), "body", "a", 1)]
    sheet = parted(edition(first, page(), page()))
    assert told(sheet) == "Document(P:第一期 Sect(Art(P:文)) P(院报 Link:www.a.cn) P(投稿 Link:a@b.cn))"
    links = [mark.run.link for mark in sheet.pages[1].marks if isinstance(mark, TextMark) and mark.run.link]
    assert links == ["https://www.a.cn", "mailto:a@b.cn", "mailto:a@b.cn"]


def test_what_the_author_made_a_link_leads_where_that_says(face: Face) -> None:
    marks = [body(run(face, "见")), body(run(face, "www.a.cn", link="https://b.cn")), body(run(face, "和c@d.cn"))]
    assert [(text, link) for text, link, _ in parts(*marks)] == [
        ("见", None), ("www.a.cn", "https://b.cn"), ("和", None), ("c@d.cn", "mailto:c@d.cn"),
    ]  # fmt: skip
