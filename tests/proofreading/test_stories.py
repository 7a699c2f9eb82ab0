"""Checks that need more of a story than its text, or two stories."""

from pathlib import Path
from types import SimpleNamespace
from typing import Final, cast

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.issue import Issue, PageLayout, Photo, Slot, Story, TextSpec, TitleSpec
from bulletin_layout.pictures import Picture
from bulletin_layout.proofreading import proofread
from bulletin_layout.values import replace
from tests.proofreading.made import issue, pieces, story

HERE: Final = Location("a.md", 3)
LONG: Final = (
    "禾岭的谷子今年长得比去年高出一拳。老站长说这是换了新种子的缘故。课题组在地头量了三天株高和穗长。"
    "大家把数据抄在一本旧账簿上。收工时西边的云全红了。"
)


def photo(caption: str, credit: str = "") -> Photo:
    return Photo(Picture(Path("a.jpg"), "a.jpg", 10, 10, ""), HERE, pieces(caption), pieces(credit))


def in_slots(*stories: Story, place: str = "top", none: bool = False) -> Issue:
    """An issue whose stories have a slot each."""
    paper = issue(*stories)
    (page,) = paper.pages
    here = Location("layouts/front.yaml", 9)
    slot = Slot("a", here, (), {}, TextSpec(none=none), TitleSpec(place=place))  # type: ignore[arg-type]
    layout = cast(PageLayout, SimpleNamespace(**{**vars(page.layout), "slots": dict.fromkeys(page.put, slot)}))
    return replace(paper, pages=(replace(page, layout=layout),))


@pytest.mark.parametrize(
    ("text", "place", "none", "codes"),
    [
        ("大家下地。", "top", False, ["head-missing"]),
        ("大家下地。", "none", False, []),
        ("大家下地。", "top", True, []),
        ("题：开镰¶大家下地。", "top", False, []),
    ],
)
def test_a_story_has_a_headline_where_one_is_printed(text: str, place: str, none: bool, codes: list[str]) -> None:
    assert [finding.code for finding in proofread(in_slots(story(text), place=place, none=none))] == codes


def test_a_story_is_signed_where_most_others_are() -> None:
    stories = [
        replace(
            story(f"题：{word}开镰¶" + f"大家说{word}今年长得好，" * 10 + "收工了。", slug=word),
            byline=pieces("作物组"),
        )
        for word in ("谷子", "稻子", "麦子", "豆子")
    ]

    def unsigned(*numbers: int) -> list[str]:
        some = [replace(each, byline=()) if n in numbers else each for n, each in enumerate(stories)]
        return [finding.code for finding in proofread(in_slots(*some)) if finding.code == "byline-missing"]

    assert unsigned(1) == ["byline-missing"]
    assert unsigned(1, 2) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("大家下地。（作物组）", ["byline-twice"]),
        ("大家下地。（见上期）", []),
        ("大家下地（作物组）。", []),
    ],
)
def test_a_story_is_signed_once(text: str, codes: list[str]) -> None:
    signed = replace(story(text), byline=pieces("作物组"))
    assert [finding.code for finding in proofread(issue(signed))] == codes


@pytest.mark.parametrize(
    ("caption", "codes"),
    [
        ("田间的阿木（左五）、阿禾。", ["caption-side"]),
        ("左起阿木、阿禾，右二是阿田。", ["caption-side"]),
        ("阿木（左一）、阿禾（左三）、阿田（左二）在田间。", []),
        ("田间的阿木（右一）。", []),
    ],
)
def test_a_caption_says_who_stands_where(caption: str, codes: list[str]) -> None:
    paper = issue(story("今天下地。", photos={"main": photo(caption)}))
    assert [finding.code for finding in proofread(paper)] == codes


def test_photos_of_a_story_have_credits_all_or_none() -> None:
    some = issue(story("今天下地。", photos={"a": photo("田间。", "阿木"), "b": photo("地头。")}))
    none = issue(story("今天下地。", photos={"a": photo("田间。"), "b": photo("地头。")}))
    assert [finding.code for finding in proofread(some)] == ["credit-missing"]
    assert proofread(none) == ()


def test_a_story_stands_once_in_an_issue() -> None:
    other = LONG.replace("老站长说", "老技术员说").replace("收工时西边的云全红了。", "晚上下起了小雨。")
    found = proofread(issue(story(LONG), story(other, slug="b")))
    assert "dup-story" in [finding.code for finding in found]
    far = story("谷子熟了。" + LONG[-12:] + "村里人围过来看热闹。一台脱粒机轰隆隆开进打谷场来。", slug="b")
    assert "dup-story" not in [finding.code for finding in proofread(issue(story(LONG), far))]
