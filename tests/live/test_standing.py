"""What stands at a place: words, style, measure, the ledger in words, and why a line ends where it does."""

import pytest

from bulletin_layout.findings.phrases import text
from bulletin_layout.live.standing import Standing, standing
from tests.support.live import mark_with, paper, see

#: For columns of 21 字: the paragraphs' first lines have 19.
BODY = {
    "carried": "一二三四五六七八九十一二三四五六七八九，然后还有下文若干字在后面排着。",
    "quote": "一二三四五六七八九十一二三四五六七八“引语从这里开始，后面还有好多的字。",
    "divided": "一二三四五六七八九十一二三四 internationalisation开着呢，后面还有。",
    "number": "一二三四五六七八九十一二三四五六七 2026年开着呢，后面还有字排下去。",
    "full": "一二三四五六七八九十一二三四五六七八九然后还有下文若干字在后面排着。",
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Standing]:
    """What stands at the first line of each paragraph, and at the headline."""
    story = "---\nheadline: 总题\nbyline: 某某\n---\n" + "\n\n".join(BODY.values()) + "\n"
    seen = see(paper(tmp_path_factory.mktemp("standing"), {"content/001/first-story.md": story}))
    page = seen.page()
    found = {}
    for number, name in enumerate(BODY, start=1):
        mark = next(
            k
            for k, each in page.tagged()
            if each.tag.story == "first-story" and (each.tag.block, each.tag.line) == (number, 0)
        )
        here = standing(seen.composed.issue, page, mark)
        assert here is not None
        found[name] = here
    head = standing(seen.composed.issue, page, mark_with(page, "总题"))
    assert head is not None
    return found | {"head": head}


def test_words_style_and_measure(lines: dict[str, Standing]) -> None:
    first, head = lines["full"], lines["head"]
    assert first.words == "一二三四五六七八九十一二三四五六七八九"
    assert (first.story, first.block, first.style, first.size_name) == ("first-story", 5, "body", "五号")
    assert (first.size, first.leading, round(first.measure, 3)) == (10.5, 17, 21)
    assert (head.words, head.style, head.size_name) == ("总题", "headline.lead", "一号")
    assert (text(head.role, "zh"), text(head.role, "en")) == ("主题", "headline")


def test_why_a_line_ends(lines: dict[str, Standing]) -> None:
    assert {name: text(here.why, "zh") for name, here in lines.items()} == {
        "carried": "“，”不能在行首，带着“九”一起到下一行",
        "quote": "““”不能在行尾，到下一行",
        "divided": "西文词在此断开",
        "number": "“2026”不拆，整个到下一行",
        "full": "行满",
        "head": "段落到此为止",
    }


def test_the_ledger_in_words(lines: dict[str, Standing]) -> None:
    assert text(lines["carried"].ledger, "zh") == "字距放宽，共 1.00 字"
    assert text(lines["carried"].ledger, "en") == "all gaps opened, 1.00 em in all"
    assert text(lines["full"].ledger, "zh") == "不收不放"
