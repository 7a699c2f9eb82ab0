"""Words that heads part, what is said of them, and what stays whole in captions and bylines."""

from typing import Any

import pytest

from bulletin_layout.findings import Finding, Location, line
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Aside, Story, Style, TitleSpec
from tests.compose.sample import STYLES, Made, make, paragraph, paragraphs, photo, slot, spec, story
from tests.support.words import words

BODY = paragraphs("正文" * 40)
BIG = Style("headline", font="hei", size=26, align="center")  # 5 em a column


def made(toy: FontBook, told: Story, **styles: Any) -> Made:
    return make(toy, slot((1, 1), (1, 40), **styles), told)


def said(made: Made) -> list[Finding]:
    return [finding for finding in made.composed.findings if finding.code == "head-break"]


def lines(made: Made, role: Any) -> list[str]:
    return [each.text for each in made.lines(role)]


def test_a_head_that_can_be_broken_between_words_is_and_nothing_is_said(toy: FontBook) -> None:
    page = made(toy, story(*BODY, headline="柳湾站试用新型播种机"), headline=BIG)
    assert lines(page, "headline") == ["柳湾站", "试用新型", "播种机"]
    assert not page.codes


def test_a_word_in_two_is_a_warning_at_its_place(toy: FontBook) -> None:
    page = made(toy, story(*BODY, headline="《种子的旅行》开播"), headline=BIG)
    (found,) = said(page)
    assert found.severity == "warning"
    assert found.location == Location("s.md", 2, 11 + 4)
    assert line(found, "en") == "s.md:2:15: warning[head-break]: the headline is broken inside 「《种子的｜旅行》」"
    assert line(found, "zh").endswith("主题换行拆开了“《种子的｜旅行》”")


def test_a_word_that_the_author_parted_is_a_hint(toy: FontBook) -> None:
    page = made(toy, story(*BODY, headline=["《种子的", "旅行》开播"]), headline=BIG)
    assert [(found.severity, found.location.column) for found in said(page)] == [("hint", 11)]
    assert not said(made(toy, story(*BODY, headline=["种子的", "旅行开播"]), headline=BIG))


def test_a_smaller_size_is_better_than_a_word_in_two(toy: FontBook) -> None:
    head = "《种子的旅行》开播"
    smaller = Style("headline", font="hei", size=26, align="center", sizes=(20, 17))
    page = made(toy, story(*BODY, headline=head), headline=smaller)
    assert (lines(page, "headline"), {mark.run.size for mark in page.texts("headline")}) == (
        ["《种子的旅行》", "开播"],
        {20},
    )
    assert not page.codes


def test_vertical_heads_part_no_word_where_a_size_spares_it(toy: FontBook) -> None:
    def page(**sizes: Any) -> Made:
        style = Style("headline", font="hei", size=30, **sizes)
        own = slot((1, 2), (1, 30), headline=style, title=TitleSpec(place="left", direction="vertical", rows=12))
        return make(toy, own, story(*BODY, headline="《种子的旅行》开播了"))

    assert [found.severity for found in said(page())] == ["warning"]
    assert not said(page(sizes=(24,)))


@pytest.mark.parametrize("kind", ["crosshead", "section"])
def test_heads_in_the_text_are_looked_at(toy: FontBook, kind: str) -> None:
    style = Style(kind, size=26, align="center", lines=2)
    page = made(toy, story(paragraph("《种子的旅行》开播", 10, kind), *BODY), **{kind: style})
    assert [(found.severity, found.location.line) for found in said(page)] == [("warning", 10)]
    page = made(toy, story(paragraph("柳湾站试用新型播种机", 10, kind), *BODY), **{kind: style})
    assert not said(page)


def test_titles_of_boxes_are_looked_at(toy: FontBook) -> None:
    place = Location("s.md", 20, 1)
    aside = Aside(words("《一粒种子在高原的旅行》开播", place), BODY, place)
    page = made(toy, story(*BODY, aside), aside=Style("aside", size=12))
    assert [found.location.line for found in said(page)] == [20]


def test_the_words_that_a_story_keeps_stay_whole_in_its_heads(toy: FontBook) -> None:
    head = "田野里的小学生合唱团成立"
    style = Style("headline", font="hei", size=16, align="center")  # 8 em
    assert lines(made(toy, story(*BODY, headline=head), headline=style), "headline") == ["田野里的小学生", "合唱团成立"]
    kept = story(*BODY, headline=head, keep=("小学生合唱团",))
    assert lines(made(toy, kept, headline=style), "headline") == ["田野里的", "小学生合唱团成立"]
    both = made(
        toy,
        story(paragraph(head, 10, "crosshead"), *BODY, keep=("小学生合唱团",)),
        crosshead=Style("crosshead", size=16),
    )
    assert lines(both, "crosshead") == ["田野里的", "小学生合唱团成立"]


def test_captions_and_bylines_keep_names_whole_and_text_does_not(toy: FontBook) -> None:
    name = "欧阳望舒"
    told = story(
        paragraph("东" * 9 + name + "西" * 20),
        byline="南" * 10 + name,
        keep=(name,),
        photos={"p1": photo(caption="北" * 14 + name + "在渠首")},
    )
    page = make(toy, slot((1, 1), (1, 40), photos=[spec(at="top")]), told)
    assert not any(name in text for text in lines(page, "body"))
    for role in ("caption", "byline"):
        assert any(name in text for text in lines(page, role)), role
        assert len(lines(page, role)) > 1


def test_the_comma_at_a_turn_is_not_printed_and_stays_in_the_bookmark(toy: FontBook) -> None:
    dropping = Style("headline", font="hei", size=16, align="center", turn_comma="drop")
    crosshead = Style("crosshead", size=16, align="center", turn_comma="drop")
    head = "食堂新窗开张，早餐增到三十种"
    page = made(
        toy, story(paragraph(head, 10, "crosshead"), *BODY, headline=head), headline=dropping, crosshead=crosshead
    )
    for role in ("headline", "crosshead"):
        assert lines(page, role) == ["食堂新窗开张", "早餐增到三十种"]
    assert [entry.title for entry in page.page.outline] == [head]
    whole = made(toy, story(*BODY, headline=head), headline=STYLES["headline"])
    assert "，" in whole.text("headline")
