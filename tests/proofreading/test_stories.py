"""Checks that need more of a story than its text, or two stories."""

from pathlib import Path
from typing import Final

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.issue import Photo
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
